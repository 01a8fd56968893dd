# Generated from spec/drms/show_info.yaml; do not edit.
# Change the spec, then run `make generate`.
"""List values of records as a text, one line for each record."""

from collections.abc import Sequence

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Flag, Integer, Setting, Text, Words
from astrowire_runtime.containers import TextAnswer
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Broken, Opaque
from astrowire_runtime.rules import AtLeastOneOf
from astrowire_runtime.values import Answer

from .errors import SeriesError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from astrowire_runtime.drms import RecordSet


class ShowInfoFailure(Answer, frozen=True, kw_only=True):
    """What the program says when it can list nothing.

    Source: show_info.c, showextinfo.py, netdrms observed.
    """

    error: str
    """The reason."""


OPERATION: CgiOperation[TextAnswer] = CgiOperation(
    "show_info",
    module=__name__,
    effect="read",
    stability="observed",
    parameters=(
        Parameter("ds", language="RecordSet"),
        Parameter("key"),
        Parameter("seg"),
        Parameter("link"),
        Parameter("n"),
        Parameter("sunum"),
        Parameter("all_keywords", default=False),
        Parameter("count_only", default=False),
        Parameter("queries", default=False),
        Parameter("describe", default=False),
        Parameter("all_links", default=False),
        Parameter("paths", default=False),
        Parameter("extent", default=False),
    ),
    endpoint="show_info",
    query=(
        Text("ds", "ds"),
        Words("key", "key"),
        Words("seg", "seg"),
        Words("link", "link"),
        Integer("n", "n"),
        Integer("sunum", "sunum"),
        Flag("a", "all_keywords"),
        Flag("c", "count_only"),
        Flag("i", "queries"),
        Flag("l", "describe"),
        Flag("K", "all_links"),
        Flag("P", "paths"),
        Flag("s", "extent"),
        Setting("dbhost", "wrapper_dbhost"),
    ),
    charset="latin-1",
    rules=(AtLeastOneOf(("ds", "sunum")),),
    post_over=2000,
    max_body=268435456,
    broken=(
        Broken("^### show_info: ([^\\n]*)\\n?$", SeriesError, ShowInfoFailure, values={}, message="error"),
        Broken(
            "^Error status: [^\\n]*\\nError message: ([^\\n]*)\\n?$",
            SeriesError,
            ShowInfoFailure,
            values={},
            message="error",
        ),
    ),
    result=Opaque(TextAnswer),
)


def show_info(
    client: BaseClient,
    *,
    ds: "RecordSet | str | None" = None,
    key: str | Sequence[str] | None = None,
    seg: str | Sequence[str] | None = None,
    link: str | Sequence[str] | None = None,
    n: int | None = None,
    sunum: int | None = None,
    all_keywords: bool = False,
    count_only: bool = False,
    queries: bool = False,
    describe: bool = False,
    all_links: bool = False,
    paths: bool = False,
    extent: bool = False,
) -> TextAnswer:
    """List values of records as a text, one line for each record.

    The program prints what people want to read: a line of names, then a line for each record, with
    tabs between the cells; `rows()` of the answer splits them. `rs_list` gives the same values as
    typed columns. A line break inside a value ends its line, here as in the program's own output.

    Values are as the database prints them: missing ones are not marked, and numbers that are
    missing have a number of their own, such as -2147483648 or nan.

    Parameters
    ----------
    ds, optional
        Record set, or the name of a series with `count_only`, `describe` and `extent`.
    key, optional
        Keyword names, as a list or as one text with blanks or commas between.
    seg, optional
        Segment names, as a list or as one text.
    link, optional
        Link names, as a list or as one text.
    n, optional
        A limit to the number of records.
    sunum, optional
        Number of a storage unit, in place of a record set.
    all_keywords, optional
        All keywords of the series.
    count_only, optional
        Only the number of records, in a sentence.
    queries, optional
        The records' own specifications, in a column `query`.
    describe, optional
        Describe the series in place of listing records.
    all_links, optional
        Also the target of every link.
    paths, optional
        Full paths of the files of `seg`.
    extent, optional
        The first and the last record, and whether there is a shadow table.

    Returns
    -------
    TextAnswer
        Lines of cells with tabs between; the first line has the names.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    SeriesError
        The server could not answer a question about series or records; its text says why.

    Examples
    --------
    >>> answer = client.show_info(ds="hmi.m_mini[2010.05.01/1h]", key=["T_REC", "CAMERA", "CRVAL1"])

    In no document; known from what servers answered. Offered by JSOC, JSOC, with internal series,
    JSOC, internal.

    Source: show_info.c, showextinfo.py, netdrms observed.
    """
    return client.call(
        OPERATION,
        {
            "ds": ds,
            "key": key,
            "seg": seg,
            "link": link,
            "n": n,
            "sunum": sunum,
            "all_keywords": all_keywords,
            "count_only": count_only,
            "queries": queries,
            "describe": describe,
            "all_links": all_links,
            "paths": paths,
            "extent": extent,
        },
    )
