# Generated from spec/crds/get_remote_context.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The context that a pipeline reported when it last synchronised its copy of the rules."""

from typing import TypeAlias

from astrowire_runtime.client import BaseClient
from astrowire_runtime.containers import TextAnswer
from astrowire_runtime.operation import Parameter
from astrowire_runtime.patterns import Pattern
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation

from .errors import CrdsFault
from .servers import PROTOCOL
from .types import Observatory

_REMOTE_CONTEXT = Pattern("^[A-Za-z0-9._-]{1,128}$")

RemoteContext: TypeAlias = str
"""Name of the context that the pipeline stored at the server, as a rule a pmap.

Source: seed, server 2019.
"""


OPERATION: RpcOperation[TextAnswer] = RpcOperation(
    "get_remote_context",
    module=__name__,
    effect="read",
    parameters=(
        Parameter("observatory", required=True),
        Parameter("pipeline_name", required=True),
    ),
    protocol=PROTOCOL,
    fault=CrdsFault,
    result=Plain(RemoteContext, check=_REMOTE_CONTEXT),
)


def get_remote_context(client: BaseClient, observatory: Observatory, pipeline_name: str) -> TextAnswer:
    """The context that a pipeline reported when it last synchronised its copy of the rules.

    A pipeline that keeps its own copy of rules and references may tell the server, at each
    synchronisation, which context the copy is at; this operation gives that echo back. A pipeline
    that lets the server compute best references has no such copy. `get_default_context` always
    tells the intended context, and is the one to prefer.

    Parameters
    ----------
    observatory
        Observatory that the pipeline works for; must be the server's own.
    pipeline_name
        Name under which the pipeline is registered at the server, for example
        "jwst-ops-pipeline".

    Returns
    -------
    TextAnswer
        Name of the context that the pipeline stored at the server, as a rule a pmap.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.get_remote_context(observatory="jwst", pipeline_name="jwst-ops-pipeline")

    Source: seed, api.py, history, server 2019.
    """
    return client.call(OPERATION, {"observatory": observatory, "pipeline_name": pipeline_name})
