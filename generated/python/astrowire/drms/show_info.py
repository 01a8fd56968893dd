# Generated from spec/drms/show_info.yaml; do not edit.
# Change the spec, then run `make generate`.
"""List values of records as a text, one line for each record."""

from collections.abc import Sequence

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Flag, Integer, Integers, Setting, Text, Words
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
        Parameter("all_segments", default=False),
        Parameter("all_versions", default=False),
        Parameter("hexadecimal", default=False),
        Parameter("no_links", default=False),
        Parameter("dimensions", default=False),
        Parameter("parse", default=False),
        Parameter("session", default=False),
        Parameter("definition", default=False),
        Parameter("one_per_line", default=False),
        Parameter("full_precision", default=False),
        Parameter("online", default=False),
        Parameter("no_time_limit", default=False),
        Parameter("staged_paths", default=False),
        Parameter("no_header", default=False),
        Parameter("record_numbers", default=False),
        Parameter("retention", default=False),
        Parameter("storage_units", default=False),
        Parameter("types", default=False),
        Parameter("tape", default=False),
        Parameter("verbose", default=False),
        Parameter("archived", default=False),
        Parameter("sizes", default=False),
    ),
    endpoint="show_info",
    query=(
        Text("ds", "ds"),
        Words("key", "key"),
        Words("seg", "seg"),
        Words("link", "link"),
        Integer("n", "n"),
        Integers("sunum", "sunum"),
        Flag("a", "all_keywords"),
        Flag("c", "count_only"),
        Flag("i", "queries"),
        Flag("l", "describe"),
        Flag("K", "all_links"),
        Flag("P", "paths"),
        Flag("s", "extent"),
        Flag("A", "all_segments"),
        Flag("b", "all_versions"),
        Flag("B", "hexadecimal"),
        Flag("C", "no_links"),
        Flag("d", "dimensions"),
        Flag("e", "parse"),
        Flag("I", "session"),
        Flag("j", "definition"),
        Flag("k", "one_per_line"),
        Flag("M", "full_precision"),
        Flag("o", "online"),
        Flag("O", "no_time_limit"),
        Flag("p", "staged_paths"),
        Flag("q", "no_header"),
        Flag("r", "record_numbers"),
        Flag("R", "retention"),
        Flag("S", "storage_units"),
        Flag("t", "types"),
        Flag("T", "tape"),
        Flag("v", "verbose"),
        Flag("x", "archived"),
        Flag("z", "sizes"),
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
    sunum: Sequence[int] | None = None,
    all_keywords: bool = False,
    count_only: bool = False,
    queries: bool = False,
    describe: bool = False,
    all_links: bool = False,
    paths: bool = False,
    extent: bool = False,
    all_segments: bool = False,
    all_versions: bool = False,
    hexadecimal: bool = False,
    no_links: bool = False,
    dimensions: bool = False,
    parse: bool = False,
    session: bool = False,
    definition: bool = False,
    one_per_line: bool = False,
    full_precision: bool = False,
    online: bool = False,
    no_time_limit: bool = False,
    staged_paths: bool = False,
    no_header: bool = False,
    record_numbers: bool = False,
    retention: bool = False,
    storage_units: bool = False,
    types: bool = False,
    tape: bool = False,
    verbose: bool = False,
    archived: bool = False,
    sizes: bool = False,
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
        Record set of one series, or the name of a series with `count_only`, `describe`,
        `definition` and `extent`.
    key, optional
        Keyword names, as a list or as one text with blanks or commas between.
    seg, optional
        Segment names, as a list or as one text.
    link, optional
        Link names, as a list or as one text.
    n, optional
        A limit to the number of records.
    sunum, optional
        Numbers of storage units, in place of a record set.
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
    all_segments, optional
        All segments of the series.
    all_versions, optional
        Also the records that newer ones with the same prime keys have replaced.
    hexadecimal, optional
        Floating-point values as hexadecimal texts.
    no_links, optional
        With `paths` or `staged_paths`: do not look up the records that links lead to.
    dimensions, optional
        With segments: their units, protocols and dimensions.
    parse, optional
        Only the record set, taken apart into series and filters.
    session, optional
        The session that made each record: host, number, time, software version and log
        directory.
    definition, optional
        The definition of the series, as the servers write such files, in place of listing
        records.
    one_per_line, optional
        Lines of `name=value`, a paragraph for each record, in place of a table.
    full_precision, optional
        Floating-point values with all the digits that the database has.
    online, optional
        Whether the files of each record are on disk.
    no_time_limit, optional
        Let the database search for more than 10 minutes, its limit otherwise.
    staged_paths, optional
        Full paths of the files of `seg`; files that are on tape are fetched first, which takes
        time.
    no_header, optional
        Leave out the line of names.
    record_numbers, optional
        The number of each record.
    retention, optional
        The day until which the files of each record stay on disk.
    storage_units, optional
        The number of the storage unit of each record.
    types, optional
        Two lines more after the names: types and print formats of the keywords.
    tape, optional
        The tape and the place on it where the files of each record are archived.
    verbose, optional
        Details of the run.
    archived, optional
        Whether the storage unit of each record is archived.
    sizes, optional
        Bytes of the storage unit of each record.

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
            "all_segments": all_segments,
            "all_versions": all_versions,
            "hexadecimal": hexadecimal,
            "no_links": no_links,
            "dimensions": dimensions,
            "parse": parse,
            "session": session,
            "definition": definition,
            "one_per_line": one_per_line,
            "full_precision": full_precision,
            "online": online,
            "no_time_limit": no_time_limit,
            "staged_paths": staged_paths,
            "no_header": no_header,
            "record_numbers": record_numbers,
            "retention": retention,
            "storage_units": storage_units,
            "types": types,
            "tape": tape,
            "verbose": verbose,
            "archived": archived,
            "sizes": sizes,
        },
    )
