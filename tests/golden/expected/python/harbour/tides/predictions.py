# Generated from spec/tides/predictions.yaml; do not edit.
# Change the spec, then run `make generate`.
"""High waters to come."""

from astrowire_runtime.client import BaseClient
from astrowire_runtime.containers import ListAnswer
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation

from .errors import TideFault
from .servers import PROTOCOL
from .types import PortId


def _finish(answer: list[tuple[str, int | float]]) -> list[tuple[str, int | float]]:
    """Give a decoded value the form that users see."""
    answer.sort()
    return answer


OPERATION: RpcOperation[ListAnswer[tuple[str, int | float]]] = RpcOperation(
    "predictions",
    module=__name__,
    effect="read-once",
    stability="observed",
    parameters=(
        Parameter("port", required=True),
        Parameter("model"),
    ),
    protocol=PROTOCOL,
    fault=TideFault,
    method="get_predictions",
    null_as={"model": "newest"},
    sent=("model", "port"),
    result=Plain(list[tuple[str, int | float]], finish=_finish),
)


def predictions(
    client: BaseClient, port: PortId, *, model: str | None = None
) -> ListAnswer[tuple[str, int | float]]:
    """High waters to come.

    Parameters
    ----------
    port
        The port.
    model, optional
        Name of the model; not given means the newest.

    Returns
    -------
    ListAnswer[tuple[str, int | float]]
        The answer.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    TideFault
        The server refused a call.

    In no document; known from what servers answered.

    Source: server.
    """
    return client.call(OPERATION, {"port": port, "model": model})
