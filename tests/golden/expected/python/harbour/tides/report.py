# Generated from spec/tides/report.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Report a level that you have read."""

from typing import NamedTuple

from astrowire_runtime.client import BaseClient
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation

from .errors import TideFault
from .servers import PROTOCOL
from .types import PortId


class Receipt(NamedTuple):
    """A number, or why the report was refused.

    Source: guide.
    """

    ok: bool
    """Whether there is a result."""
    value: int | str
    """The result, else a text that says why there is none."""


def check_receipt(value: Receipt) -> bool:
    """Say whether a decoded Receipt has what its type can't say."""
    if not (type(value.value) is int if value.ok else isinstance(value.value, str)):
        return False
    return True


def _check(answer: Receipt) -> bool:
    """Say whether a decoded answer has what its type can't say."""
    if not check_receipt(answer):
        return False
    return True


OPERATION: RpcOperation[Receipt] = RpcOperation(
    "report",
    module=__name__,
    effect="write",
    parameters=(
        Parameter("port", required=True),
        Parameter("metres", required=True),
    ),
    protocol=PROTOCOL,
    fault=TideFault,
    result=Plain(Receipt, check=_check),
)


def report(client: BaseClient, port: PortId, metres: float) -> Receipt:
    """Report a level that you have read.

    Parameters
    ----------
    port
        The port.
    metres
        What you read.

    Returns
    -------
    Receipt
        A number, or why the report was refused.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    TideFault
        The server refused a call.

    Source: guide.
    """
    return client.call(OPERATION, {"port": port, "metres": metres})
