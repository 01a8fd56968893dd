# Generated from spec/crds/get_mapping_url.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The URL under which the server gives a mapping, after a look at whether it may."""

from astrowire_runtime.client import BaseClient
from astrowire_runtime.containers import TextAnswer
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation

from .errors import CrdsFault
from .servers import PROTOCOL
from .types import ContextSpec, FileName

OPERATION: RpcOperation[TextAnswer] = RpcOperation(
    "get_mapping_url",
    module=__name__,
    effect="read",
    stability="observed",
    parameters=(
        Parameter("pipeline_context", required=True),
        Parameter("mapping", required=True),
    ),
    protocol=PROTOCOL,
    fault=CrdsFault,
    result=Plain(str),
)


def get_mapping_url(client: BaseClient, pipeline_context: ContextSpec, mapping: FileName) -> TextAnswer:
    """The URL under which the server gives a mapping, after a look at whether it may.

    The answer has the form `<server>/get/<file>`. What stands there answers an HTTP redirect to the
    file, or a page that says why there is none. The server checks that the name is known and is
    that of a mapping. Whether today's servers still answer this is not known.

    Parameters
    ----------
    pipeline_context
        A context of the observatory; a mapping, a date or a symbolic context.
    mapping
        Name of the file, without a folder.

    Returns
    -------
    TextAnswer
        The answer.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.get_mapping_url(pipeline_context="jwst_0565.pmap", mapping="jwst_0565.pmap")

    Deprecated: Since 2020; build URLs from the server information instead (static_urls of the
    client).

    In no document; known from what servers answered.

    Source: api.py, server 2019, observed.
    """
    return client.call(OPERATION, {"pipeline_context": pipeline_context, "mapping": mapping})
