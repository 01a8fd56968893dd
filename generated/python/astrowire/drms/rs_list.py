# Generated from spec/drms/rs_list.yaml; do not edit.
# Change the spec, then run `make generate`.
"""List keyword, segment and link values for every record of a record set."""

from collections.abc import Mapping, Sequence
from typing import Literal

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Fixed, Flag, Integer, Setting, Text, Words
from astrowire_runtime.columns import (
    Column,
    ColumnAnswer,
    ColumnLayout,
    Raw,
    Table,
    TableAnswer,
    TableLayout,
    Types,
)
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Arm, Select
from astrowire_runtime.rules import AtLeastOneOf
from astrowire_runtime.values import UNSET, Answer, UnsetType

from .errors import BackendTerminated, SeriesError, UnknownStatus, WrapperFailed
from .series_struct import SeriesStruct, series_struct
from .types import InfoFailure, OtherStatus, Termination, WrapperFailure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from astrowire_runtime.drms import RecordSet


class RecordInfo(Answer, frozen=True, kw_only=True):
    """What the server says of one record itself.

    Source: jsoc_info.c, rec 2020.
    """

    name: str
    """The record's own specification, such as `hmi.M_45s[2012.01.01_00:00:45_TAI][2]`."""
    online: int
    """1 when the files of the last requested segment are on disk, else 0; always 0 without segments."""


class KeywordColumn(ColumnAnswer, frozen=True, kw_only=True, rename={"wire_values": "values"}):
    """One keyword and its values.

    Source: jsoc_info.c, rec 2020.
    """

    COLUMN = ColumnLayout(
        name="name", values="values", missing=("MISSING", "Invalid KeyLink"), known=("NA", "N/A")
    )

    name: str
    """The name as it was asked for."""
    wire_values: Raw
    """`values` as the server wrote it."""

    @property
    def values(self) -> Column[str | int]:
        """One text per record; numbers for `*recnum*` and `*sunum*` only."""
        return self.column("values")


def check_keyword_column(value: KeywordColumn) -> bool:
    """Say whether a decoded KeywordColumn has what its type can't say."""
    if not value.holds("values", str, int):
        return False
    return True


class SegmentColumn(
    ColumnAnswer,
    frozen=True,
    kw_only=True,
    rename={
        "wire_values": "values",
        "wire_dims": "dims",
        "wire_cparms": "cparms",
        "wire_bzeros": "bzeros",
        "wire_bscales": "bscales",
    },
):
    """One segment and its files.

    `values` and `dims` have one entry per record, except with `**ALL**`, which leaves out records
    without the segment. The other lists hold entries only for records that have such a value, so
    they may be shorter or empty.

    Source: jsoc_info.c, netdrms observed.
    """

    COLUMN = ColumnLayout(
        name="name",
        values="values",
        beside=("dims", "cparms", "bzeros", "bscales"),
        kind="text",
        missing=("NoDataDirectory", "InvalidSegName", "BadSegLink"),
    )

    name: str
    """The name as it was asked for."""
    wire_values: Raw
    """`values` as the server wrote it."""
    wire_dims: Raw
    """`dims` as the server wrote it."""
    wire_cparms: Raw
    """`cparms` as the server wrote it."""
    wire_bzeros: Raw
    """`bzeros` as the server wrote it."""
    wire_bscales: Raw
    """`bscales` as the server wrote it."""

    @property
    def values(self) -> Column[str]:
        """Paths of the files below `/SUM...`, or one of the words for a missing file."""
        return self.column("values")

    @property
    def dims(self) -> Column[str]:
        """Axis lengths in pixels, joined by `x`, such as `4096x4096`; `NA` for an unknown segment."""
        return self.column("dims")

    @property
    def cparms(self) -> Column[str]:
        """Compression of the files, such as `compress Rice`."""
        return self.column("cparms")

    @property
    def bzeros(self) -> Column[str]:
        """Offsets of stored integers as texts; physical value = bzero + bscale * stored."""
        return self.column("bzeros")

    @property
    def bscales(self) -> Column[str]:
        """Factors of stored integers as texts; physical value = bzero + bscale * stored."""
        return self.column("bscales")


def check_segment_column(value: SegmentColumn) -> bool:
    """Say whether a decoded SegmentColumn has what its type can't say."""
    if not value.holds("values", str):
        return False
    if not value.holds("dims", str):
        return False
    if not value.holds("cparms", str):
        return False
    if not value.holds("bzeros", str):
        return False
    if not value.holds("bscales", str):
        return False
    return True


class LinkColumn(ColumnAnswer, frozen=True, kw_only=True, rename={"wire_values": "values"}):
    """One link and the records that it points to.

    Source: jsoc_info.c, netdrms observed.
    """

    COLUMN = ColumnLayout(name="name", values="values", kind="text", missing=("Invalid_Link",))

    name: str
    """The name as it was asked for."""
    wire_values: Raw
    """`values` as the server wrote it."""

    @property
    def values(self) -> Column[str]:
        """The target record by prime keys, or `series[:#recnum]` for static links; `Invalid_Link` if
        none.
        """
        return self.column("values")


def check_link_column(value: LinkColumn) -> bool:
    """Say whether a decoded LinkColumn has what its type can't say."""
    if not value.holds("values", str):
        return False
    return True


class RsList(TableAnswer, frozen=True, kw_only=True):
    """The values of a record set, column by column.

    The three lists are absent when the record set is empty (`count` 0), and empty when nothing of
    their kind was asked for. Columns keep the order and the spelling of the request; a name asked
    for twice comes twice.

    As a table, keywords are numbers, times or texts: as the series declares them where `types` are
    given, else as all their texts look. `MISSING` and the other words for no value are missing
    there, and stay at hand as the words they are; `nan` and `inf` are values. A column that has not
    one entry for each record is kept, but stands in no table.

    Source: jsoc_info.c, rec 2020, netdrms observed.
    """

    TABLE = TableLayout(
        rows="count",
        columns="keywords",
        beside=("segments", "links"),
        types=Types(
            list="keywords",
            name="name",
            type="type",
            kinds={
                "char": "any",
                "double": "number",
                "float": "number",
                "int": "integer",
                "link": "any",
                "longlong": "integer",
                "short": "integer",
                "string": "text",
                "time": "time",
            },
            also={"*recnum*": "integer", "*size*": "integer", "*sunum*": "integer"},
            suffix=r"(_[0-9][0-9][0-9]|\[[0-9]+\])$",
        ),
    )

    recinfo: list[RecordInfo] | UnsetType = UNSET
    """One entry per record; only when asked for and when there are records."""
    keywords: list[KeywordColumn] | UnsetType = UNSET
    """One column per requested keyword."""
    segments: list[SegmentColumn] | UnsetType = UNSET
    """One column per requested segment."""
    links: list[LinkColumn] | UnsetType = UNSET
    """One column per requested link."""
    count: int
    """Number of records."""
    runtime: int | float | UnsetType = UNSET
    """Seconds that the server needed, with three decimals."""
    status: Literal[0]
    """Always 0, success."""

    @property
    def segments_table(self) -> Table:
        """The columns of `segments` by name, one row per record."""
        return self.table("segments")

    @property
    def links_table(self) -> Table:
        """The columns of `links` by name, one row per record."""
        return self.table("links")


def check_rs_list(value: RsList) -> bool:
    """Say whether a decoded RsList has what its type can't say."""
    if value.keywords is not UNSET and not all(map(check_keyword_column, value.keywords)):
        return False
    if value.segments is not UNSET and not all(map(check_segment_column, value.segments)):
        return False
    if value.links is not UNSET and not all(map(check_link_column, value.links)):
        return False
    if value.count != 0 and (value.keywords is UNSET or value.segments is UNSET or value.links is UNSET):
        return False
    return True


OPERATION: CgiOperation[RsList] = CgiOperation(
    "rs_list",
    module=__name__,
    effect="read",
    parameters=(
        Parameter("ds", required=True, language="RecordSet"),
        Parameter("key"),
        Parameter("seg"),
        Parameter("link"),
        Parameter("recinfo", default=False),
        Parameter("n"),
        Parameter("uid"),
        Parameter("follow_links", default=False),
        Parameter("hexadecimal", default=False),
        Parameter("full_precision", default=False),
        Parameter("no_runtime", default=False),
    ),
    endpoint="jsoc_info",
    query=(
        Fixed("op", "rs_list"),
        Text("ds", "ds"),
        Words("key", "key"),
        Words("seg", "seg"),
        Words("link", "link"),
        Flag("R", "recinfo"),
        Integer("n", "n"),
        Text("userhandle", "uid"),
        Flag("l", "follow_links"),
        Flag("B", "hexadecimal"),
        Flag("M", "full_precision"),
        Flag("r", "no_runtime"),
        Setting("dbhost", "wrapper_dbhost"),
    ),
    charset="latin-1",
    rules=(AtLeastOneOf(("key", "seg", "link")),),
    post_over=2000,
    max_body=268435456,
    result=Select(
        "status",
        (
            Arm((0,), RsList, check=check_rs_list, columns=True),
            Arm((1,), InfoFailure, error=SeriesError),
            Arm((4,), WrapperFailure, error=SeriesError),
            Arm((2, 3, 5, 6), WrapperFailure, error=WrapperFailed),
            Arm((-1,), Termination, error=BackendTerminated),
        ),
        otherwise=Arm((), OtherStatus, error=UnknownStatus),
    ),
)


def rs_list(
    client: BaseClient,
    ds: "RecordSet | str",
    *,
    key: str | Sequence[str] | None = None,
    seg: str | Sequence[str] | None = None,
    link: str | Sequence[str] | None = None,
    recinfo: bool = False,
    n: int | None = None,
    uid: str | None = None,
    follow_links: bool = False,
    hexadecimal: bool = False,
    full_precision: bool = False,
    no_runtime: bool = False,
    types: SeriesStruct | Mapping[str, str] | Literal["fetch"] | None = None,
) -> RsList:
    """List keyword, segment and link values for every record of a record set.

    Ask for keywords (metadata), segments (paths of data files) and links (records of other series)
    by name, and get one column of values for each, with one value per record in prime-key order. At
    least one of `key`, `seg` and `link` must be given.

    Keyword values are texts in the keyword's own print format, numbers too: `"6173.0"`,
    `"0x00000000"`. Some texts have a meaning of their own:

    | text | in | meaning |
    |---|---|---|
    | `MISSING` | keywords | the record has no value (never for `QUALITY`, which is always printed) |
    | `Invalid KeyLink` | keywords | there is no such keyword, or its link is broken |
    | `NoDataDirectory` | segments | the files are on tape only, or the record has none |
    | `InvalidSegName` | segments | there is no such segment, or `ds` excludes it with `{...}` |
    | `BadSegLink` | segments | the link to the segment's record is broken |
    | `Invalid_Link` | links | there is no such link, or it points to nothing |

    Besides keywords, `key` takes names in stars for facts about the record itself, spelt exactly
    so:

    | name | value |
    |---|---|
    | `**ALL**` | every keyword of the series, in definition order |
    | `**NONE**` | no keyword at all, whatever else is in the list |
    | `*recnum*` | record number, a JSON number |
    | `*sunum*` | storage-unit number, a JSON number, -1 if there is none |
    | `*size*` | bytes of the segments' files, one less than the true sum; `NA` when offline or unknown |
    | `*online*` | `Y` on disk, `N` on tape only, `NA` unknown |
    | `*retain*` | day until which the files stay on disk, `YYYY.MM.DD`; `N/A` offline, `NA` unknown |
    | `*archive*` | `Y`, `N` or `Pending`, whether the files are on tape; `NA` unknown |
    | `*recdir*` | directory of the record's files, or `NoDataDirectory` |
    | `*dirmtime*` | time of the directory's last change, in UT, or `NA` |
    | `*logdir*` | directory of the processing log, `NoDataDirectory` when offline, `NO LOG` when there is none |
    | `*spec*` | the record's own specification |

    A segment path appended to `http://jsoc.stanford.edu` is the file's address. Such files hold the
    data without the keywords.

    Parameters
    ----------
    ds
        Record set; several may be joined by `,` unless `**ALL**` is asked for.
    key, optional
        Keyword names, as a list or as one text with blanks or commas between; `**ALL**` for all
        of them.
    seg, optional
        Segment names, as a list or as one text; `**ALL**` for all of them, `**NONE**` for none.
    link, optional
        Link names, as a list or as one text; `**ALL**` for all of them, `**NONE**` for none.
    recinfo, optional
        Also list every record's own specification and whether its files are on disk.
    n, optional
        At most this many records, the first n, or the last abs(n) when negative; 0 means all.
    uid, optional
        A handle of your own choice by which the running query can be stopped (with
        `jsoc_userkill`).
    follow_links, optional
        Describe linked segments as the series has them that the link leads to.
    hexadecimal, optional
        Floating-point values as hexadecimal texts; seen to change something only together with
        `full_precision`.
    full_precision, optional
        Floating-point values with all the digits that they have.
    no_runtime, optional
        Leave out `runtime`, so that equal answers are equal bytes (of empty record sets only).
    types, optional
        Of which types the columns are: an answer of `series_struct`, or words by column name
        (char, double, float, int, link, longlong, short, string, time), or `"fetch"` to call
        `series_struct` first. Left out, the texts of a column tell.

    Returns
    -------
    RsList
        The values of a record set, column by column.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    SeriesError
        The server could not answer a question about series or records; its text says why.
    WrapperFailed
        A step of the public site around its program went wrong (status 2, 3, 5 or 6); its text
        says which.
    BackendTerminated
        The server's program was stopped before it could answer (status -1).
    UnknownStatus
        The server answered with a status that no document lists; the whole answer is kept.

    Examples
    --------
    >>> answer = client.rs_list(
    ...     ds="hmi.M_45s[2012.01.01_00:00:34_TAI-2012.01.01_00:01:19_TAI]",
    ...     key=["T_REC", "TELESCOP", "INSTRUME", "WAVELNTH", "CAR_ROT"],
    ... )

    Source: seed, client json.py, jsoc_info.c.
    """
    types = RsList.checked_types(series_struct(client, ds=ds) if types == "fetch" else types, OPERATION.title)
    return client.call(
        OPERATION,
        {
            "ds": ds,
            "key": key,
            "seg": seg,
            "link": link,
            "recinfo": recinfo,
            "n": n,
            "uid": uid,
            "follow_links": follow_links,
            "hexadecimal": hexadecimal,
            "full_precision": full_precision,
            "no_runtime": no_runtime,
        },
        described=types,
    ).declare(types)
