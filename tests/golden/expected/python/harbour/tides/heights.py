# Generated from spec/tides/heights.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Heights of bridges."""

from collections.abc import Mapping
from typing import TypeAlias

from astrowire_runtime.client import BaseClient
from astrowire_runtime.containers import MapAnswer
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Plain, one_by_one
from astrowire_runtime.rpc import RpcOperation
from astrowire_runtime.values import Sentinel, sentinels

from .errors import TideFault
from .servers import PROTOCOL


class NoBridge(Sentinel):
    """There is no such bridge.

    Any more.

    Source: guide.
    """

    TEXT = "NO BRIDGE"


class Unmeasured(Sentinel):
    """Nobody has measured it."""

    PREFIX = "UNMEASURED"


Height: TypeAlias = str
"""Metres as text, or a text that says why there are none.

Source: guide.
"""

tell_height = sentinels(NoBridge, Unmeasured)


def _finish(value: Height) -> Height:
    """Give a decoded value the form that users see."""
    return tell_height(value)


OPERATION: RpcOperation[MapAnswer[Height]] = RpcOperation(
    "heights",
    module=__name__,
    effect="read",
    parameters=(Parameter("bridges", required=True),),
    protocol=PROTOCOL,
    fault=TideFault,
    result=Plain(dict[str, Height], finish=one_by_one(_finish)),
)


def heights(client: BaseClient, bridges: Mapping[str, str]) -> MapAnswer[Height]:
    """Heights of bridges.

    Parameters
    ----------
    bridges
        Names of bridges and their rivers.

    Returns
    -------
    MapAnswer[Height]
        `Height`: Metres as text, or a text that says why there are none.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    TideFault
        The server refused a call.

    Source: guide.
    """
    return client.call(OPERATION, {"bridges": bridges})
