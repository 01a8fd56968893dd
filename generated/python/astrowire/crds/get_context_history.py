# Generated from spec/crds/get_context_history.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Which context was the pipeline's default from when on, oldest first."""

from astrowire_runtime.client import BaseClient
from astrowire_runtime.containers import ListAnswer
from astrowire_runtime.operation import Parameter
from astrowire_runtime.patterns import Pattern
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation

from .errors import CrdsFault
from .servers import PROTOCOL
from .types import HistoryDate, HistoryDescription, Observatory, PmapName

_HISTORY_DATE = Pattern(r"^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(\+00:00)?$")
_PMAP_NAME = Pattern(r"^[a-z]{2,9}(?:_[0-9]{4})?\.pmap$")


def _check(answer: list[tuple[HistoryDate, PmapName, HistoryDescription]]) -> bool:
    """Say whether a decoded answer has what its type can't say."""
    for item in answer:
        if not _HISTORY_DATE.match(item[0]):
            return False
        if not _PMAP_NAME.match(item[1]):
            return False
    return True


def _finish(
    answer: list[tuple[HistoryDate, PmapName, HistoryDescription]],
) -> list[tuple[HistoryDate, PmapName, HistoryDescription]]:
    """Give a decoded value the form that users see."""
    answer.sort()
    return answer


OPERATION: RpcOperation[ListAnswer[tuple[HistoryDate, PmapName, HistoryDescription]]] = RpcOperation(
    "get_context_history",
    module=__name__,
    effect="read",
    parameters=(Parameter("observatory", required=True),),
    protocol=PROTOCOL,
    fault=CrdsFault,
    result=Plain(list[tuple[HistoryDate, PmapName, HistoryDescription]], check=_check, finish=_finish),
)


def get_context_history(
    client: BaseClient, observatory: Observatory
) -> ListAnswer[tuple[HistoryDate, PmapName, HistoryDescription]]:
    """Which context was the pipeline's default from when on, oldest first.

    Each entry is a triple of the date when a context became the default, the context, and a
    description. An entry holds until the date of the next one. A context may come back, and several
    changes are often put into use at once, so that the numbers of contexts need neither rise nor be
    without gaps.

    The server sends the newest entry first; typed results are sorted, the oldest entry first, as
    the documents print them.

    Parameters
    ----------
    observatory
        Observatory whose history is asked for; must be the server's own.

    Returns
    -------
    ListAnswer[tuple[HistoryDate, PmapName, HistoryDescription]]
        `HistoryDate`: When the context became the default; the server's time, "YYYY-MM-DD
        HH:MM:SS". `PmapName`: The name of a pmap, the top mapping of one context, such as
        "jwst_0565.pmap". `HistoryDescription`: Why the context was made or put into use; free
        text, which may hold line breaks.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.get_context_history(observatory="jwst")

    Source: seed, api.py, server 2019, cache.
    """
    return client.call(OPERATION, {"observatory": observatory})
