# Generated from spec/drms/jsoc_userkill.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Stop a running query by its handle."""

from typing import Literal

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Text
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Arm, Select
from astrowire_runtime.values import Answer

from .errors import QueryNotStopped
from .types import OtherStatus


class QueryStopped(Answer, frozen=True, kw_only=True):
    """The query was stopped.

    Source: web lookdata.
    """

    status: Literal[0]
    """Always 0; above it the page sees a failure."""


OPERATION: CgiOperation[QueryStopped] = CgiOperation(
    "jsoc_userkill",
    module=__name__,
    effect="write",
    stability="source-only",
    parameters=(Parameter("userhandle", required=True),),
    endpoint="jsoc_userkill",
    query=(Text("userhandle", "userhandle"),),
    charset="latin-1",
    result=Select(
        "status", (Arm((0,), QueryStopped),), otherwise=Arm((), OtherStatus, error=QueryNotStopped)
    ),
)


def jsoc_userkill(client: BaseClient, userhandle: str) -> QueryStopped:
    """Stop a running query by its handle.

    The handle is the `uid` that was given to `rs_list` or `rs_records`. The stopped query ends with
    `BackendTerminated`.

    Parameters
    ----------
    userhandle
        The handle that was given to the query.

    Returns
    -------
    QueryStopped
        The query was stopped.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    QueryNotStopped
        The query was not stopped; the server's answer is kept.

    Examples
    --------
    >>> answer = client.jsoc_userkill(userhandle="20240101_00001_1700000000000")

    In no document; known from the source of the server's programs only. Offered by JSOC, JSOC, with
    internal series.

    Source: web lookdata, jsoc_info.c.
    """
    return client.call(OPERATION, {"userhandle": userhandle})
