# Generated from spec/drms/web_request_id.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Get a handle by which a running query can be stopped."""

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.results import Plain
from astrowire_runtime.values import Answer

from .errors import NoHandle


class QueryHandle(Answer, frozen=True, kw_only=True):
    """A handle.

    Source: WebRequestID.c.
    """

    handle: str
    """Date and a running number, such as `20240101_00001`."""


OPERATION: CgiOperation[QueryHandle] = CgiOperation(
    "web_request_id",
    module=__name__,
    effect="read",
    stability="source-only",
    parameters=(),
    endpoint="web_request_id",
    query=(),
    charset="latin-1",
    result=Plain(QueryHandle, bad=("handle", "ERROR", NoHandle)),
)


def web_request_id(client: BaseClient) -> QueryHandle:
    """Get a handle by which a running query can be stopped.

    Give it, or a text that begins with it, as `uid` to `rs_list` or `rs_records`, and to
    `jsoc_userkill` to stop that query. The look-data page appends `_` and the milliseconds of its
    clock.

    Returns
    -------
    QueryHandle
        A handle.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    NoHandle
        The server could not give out a handle.

    Examples
    --------
    >>> answer = client.web_request_id()

    In no document; known from the source of the server's programs only. Offered by JSOC, JSOC, with
    internal series.

    Source: WebRequestID.c, web lookdata.
    """
    return client.call(OPERATION, {})
