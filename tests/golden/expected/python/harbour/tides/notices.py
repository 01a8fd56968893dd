# Generated from spec/tides/notices.yaml; do not edit.
# Change the spec, then run `make generate`.
"""What the harbour masters have said."""

from astrowire_runtime.client import BaseClient
from astrowire_runtime.containers import ListAnswer
from astrowire_runtime.operation import EffectBy, Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation

from .errors import TideFault
from .servers import PROTOCOL
from .types import PortId

OPERATION: RpcOperation[ListAnswer[str]] = RpcOperation(
    "notices",
    module=__name__,
    effect="read-once",
    stability="observed",
    effect_by=EffectBy("since", "read"),
    parameters=(
        Parameter("port", required=True),
        Parameter("language"),
        Parameter("since"),
    ),
    protocol=PROTOCOL,
    fault=TideFault,
    when_given=("language", "since"),
    result=Plain(list[str]),
)


def notices(
    client: BaseClient, port: PortId, *, language: str | None = None, since: int | None = None
) -> ListAnswer[str]:
    """What the harbour masters have said.

    Parameters
    ----------
    port
        The port.
    language, optional
        Of the texts.
    since, optional
        Only later ones; not given, those that were not told yet.

    Returns
    -------
    ListAnswer[str]
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
    return client.call(OPERATION, {"port": port, "language": language, "since": since})
