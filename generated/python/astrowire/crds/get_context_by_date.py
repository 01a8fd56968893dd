# Generated from spec/crds/get_context_by_date.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The mapping that a date or a symbolic context stands for."""

from typing import TypeAlias

from astrowire_runtime.client import BaseClient
from astrowire_runtime.containers import TextAnswer
from astrowire_runtime.operation import Parameter
from astrowire_runtime.patterns import Pattern
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation

from .errors import CrdsFault
from .servers import PROTOCOL
from .types import ContextSpec, Observatory

_RESOLVED_CONTEXT = Pattern(
    r"^(N/A|[a-z]{2,9}(_[a-z][a-z0-9]{1,16}(_[a-z][a-z0-9-]{1,32})?)?(_[0-9]{4})?\.[pir]map)$"
)

ResolvedContext: TypeAlias = str
"""The name of a mapping, or "N/A" where the rules have none for a type.

Source: server 2019, config.py.
"""


OPERATION: RpcOperation[TextAnswer] = RpcOperation(
    "get_context_by_date",
    module=__name__,
    effect="read",
    stability="observed",
    parameters=(
        Parameter("date", required=True),
        Parameter("observatory"),
    ),
    protocol=PROTOCOL,
    fault=CrdsFault,
    result=Plain(ResolvedContext, check=_RESOLVED_CONTEXT),
)


def get_context_by_date(
    client: BaseClient, date: ContextSpec, *, observatory: Observatory | None = None
) -> TextAnswer:
    """The mapping that a date or a symbolic context stands for.

    The answer is a pmap for a bare date, and for an observatory with a date or a symbolic word; an
    imap when an instrument is named, an rmap when a reference type is named, too. Rules that
    declare a type as not applicable have no rmap: the answer is the text `N/A`.

    Parameters
    ----------
    date
        The context that is to be resolved; a date or a symbolic context.
    observatory, optional
        Observatory that is meant; not given, the server's own.

    Returns
    -------
    TextAnswer
        The name of a mapping, or "N/A" where the rules have none for a type.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.get_context_by_date(date="2016-01-01", observatory="jwst")

    In no document; known from what servers answered.

    Source: api.py, heavy_client, server 2019, observed.
    """
    return client.call(OPERATION, {"date": date, "observatory": observatory})
