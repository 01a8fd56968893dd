# Generated from spec/tides/levels.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The water levels of ports at this moment."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from astrowire_runtime.client import BaseClient
from astrowire_runtime.containers import ByHalves
from astrowire_runtime.operation import Batch, Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation
from astrowire_runtime.values import Answer

from .errors import TideFault
from .servers import PROTOCOL
from .types import PortId


class Level(Answer, frozen=True, kw_only=True):
    """A water level.

    Source: guide.
    """

    metres: int | float
    """Above the datum."""


class LevelOrReason(NamedTuple):
    """A level, or why there is none.

    Source: guide, server.
    """

    ok: bool
    """Whether there is a result."""
    value: Level | str
    """The result, else a text that says why there is none."""


def check_level_or_reason(value: LevelOrReason) -> bool:
    """Say whether a decoded LevelOrReason has what its type can't say."""
    if not (isinstance(value.value, Level) if value.ok else isinstance(value.value, str)):
        return False
    return True


def _check(answer: dict[str, Level | LevelOrReason]) -> bool:
    """Say whether a decoded answer has what its type can't say."""
    for value in answer.values():
        if isinstance(value, LevelOrReason) and not check_level_or_reason(value):
            return False
    return True


def _finish(answer: dict[str, Any]) -> ByHalves[LevelOrReason]:
    """Give a decoded value the form that users see."""
    for key, item in answer.items():
        if not isinstance(item, LevelOrReason):
            answer[key] = LevelOrReason(True, item)
    return ByHalves(answer)


OPERATION: RpcOperation[ByHalves[LevelOrReason]] = RpcOperation(
    "levels",
    module=__name__,
    effect="read",
    parameters=(Parameter("ports", required=True),),
    protocol=PROTOCOL,
    fault=TideFault,
    batch=Batch("ports", 2),
    result=Plain(dict[str, Level | LevelOrReason], check=_check, finish=_finish),
)


def levels(client: BaseClient, ports: Sequence[PortId]) -> ByHalves[LevelOrReason]:
    """The water levels of ports at this moment.

    Parameters
    ----------
    ports
        The ports.

    Returns
    -------
    ByHalves[LevelOrReason]
        `LevelOrReason`: A level, or why there is none.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    TideFault
        The server refused a call.

    Examples
    --------
    >>> answer = client.levels(ports=["EAST:BUOY"])

    Source: guide.
    """
    return client.call(OPERATION, {"ports": ports})
