# Generated from spec/crds/get_mapping_names.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The names of a context and of every imap and rmap that it reaches, sorted."""

from collections.abc import Sequence

from astrowire_runtime.client import BaseClient
from astrowire_runtime.containers import ListAnswer
from astrowire_runtime.operation import Parameter
from astrowire_runtime.patterns import Pattern
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation

from .errors import CrdsFault
from .servers import PROTOCOL
from .types import ContextSpec, FileName

_FILE_NAME = Pattern("^[A-Za-z0-9._ -]{1,128}$")


def _check(answer: list[FileName]) -> bool:
    """Say whether a decoded answer has what its type can't say."""
    for item in answer:
        if not _FILE_NAME.match(item):
            return False
    return True


OPERATION: RpcOperation[ListAnswer[FileName]] = RpcOperation(
    "get_mapping_names",
    module=__name__,
    effect="read",
    stability="observed",
    parameters=(Parameter("pipeline_context", required=True),),
    protocol=PROTOCOL,
    fault=CrdsFault,
    max_body=268435456,
    result=Plain(list[FileName], check=_check),
)


def get_mapping_names(
    client: BaseClient, pipeline_context: ContextSpec | Sequence[ContextSpec]
) -> ListAnswer[FileName]:
    """The names of a context and of every imap and rmap that it reaches, sorted.

    The names are what a copy of the rules needs: 125 for jwst_0565.pmap, 137 for hst_0748.pmap. The
    server takes an array of contexts as well and answers all that any of them reaches.

    Parameters
    ----------
    pipeline_context
        The context; a mapping, a date or a symbolic context, or several of them.

    Returns
    -------
    ListAnswer[FileName]
        `FileName`: The name of a mapping or reference file, without a folder; at most 128
        characters.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.get_mapping_names(pipeline_context="jwst_0565.pmap")

    In no document; known from what servers answered.

    Source: api.py, server 2019, computed, observed.
    """
    return client.call(OPERATION, {"pipeline_context": pipeline_context})
