# Generated from spec/crds/push_remote_context.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Tell the server which context a pipeline's own copy of the rules is at."""

from typing import Literal

from astrowire_runtime.client import BaseClient
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation

from .errors import CrdsFault
from .servers import PROTOCOL
from .types import Observatory, PmapName

OPERATION: RpcOperation[None] = RpcOperation(
    "push_remote_context",
    module=__name__,
    effect="write",
    stability="observed",
    parameters=(
        Parameter("observatory", required=True),
        Parameter("kind", required=True),
        Parameter("key", required=True, secret=True),
        Parameter("context", required=True),
    ),
    protocol=PROTOCOL,
    fault=CrdsFault,
    result=Plain(None),
)


def push_remote_context(
    client: BaseClient,
    observatory: Observatory,
    kind: Literal["operational", "latest"],
    key: str,
    context: PmapName,
) -> None:
    """Tell the server which context a pipeline's own copy of the rules is at.

    This changes what the server stores for one registered copy, which `get_remote_context` gives
    back. Nothing happens when the context is stored already. The key is a secret that the server's
    administrators give to the pipeline; it is never shown in errors and logs.

    Servers before 2024 know the kind `operational` alone; what they called operational is called
    latest since.

    Parameters
    ----------
    observatory
        Observatory that the pipeline works for; must be the server's own.
    kind
        What is pushed; "operational", or "latest" on newer servers.
    key
        The secret that identifies the pipeline's copy.
    context
        The pmap that the copy is at; a date or a symbolic context is not taken.

    Returns
    -------
    None
        The answer.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.push_remote_context(
    ...     observatory="hst",
    ...     kind="operational",
    ...     key="00000000-0000-4000-8000-000000000000",
    ...     context="hst_0748.pmap",
    ... )

    In no document; known from what servers answered.

    Source: api.py, sync, history, server 2019, observed.
    """
    return client.call(OPERATION, {"observatory": observatory, "kind": kind, "key": key, "context": context})
