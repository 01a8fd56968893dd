# Generated from spec/drms/series_struct.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Describe a data series, its keywords, segments, links and extent."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Fixed, Flag, Json, Setting, Text
from astrowire_runtime.operation import Parameter
from astrowire_runtime.patterns import Pattern, matches
from astrowire_runtime.results import Arm, Select
from astrowire_runtime.values import UNSET, Answer, ListOrNull, UnsetType, null_for_empty

from .errors import BackendTerminated, SeriesError, UnknownStatus, WrapperFailed
from .types import InfoFailure, OtherStatus, Termination, WrapperFailure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from astrowire_runtime.drms import RecordSet

_KEYWORD_NAME = Pattern("^[A-Za-z0-9_-]+$")
_PART_NAME = Pattern("^[A-Za-z][A-Za-z0-9_]*$")

KeywordName: TypeAlias = str
"""Name of a keyword, at most 31 letters, digits and underscores; a minus in FITS aliases such as
`DATE-OBS`.

Source: drms_names.c, drms_types.h, netdrms observed.
"""


class PrimeKey(Answer, frozen=True, kw_only=True):
    """A prime key and its slots.

    Source: jsoc_info.c, rec 2020.
    """

    name: KeywordName
    """Name of the key."""
    slotted: int
    """1 when values are rounded to steps, else 0."""
    step: str | UnsetType = UNSET
    """Width of a step as text, such as `45.0`, in seconds for a time key; slotted keys only."""


def check_prime_key(value: PrimeKey) -> bool:
    """Say whether a decoded PrimeKey has what its type can't say."""
    if not _KEYWORD_NAME.match(value.name):
        return False
    return True


class Keyword(Answer, frozen=True, kw_only=True):
    """One keyword of the series.

    Source: jsoc_info.c, rec 2020.
    """

    name: KeywordName
    """Name of the keyword; a keyword with one value per segment is listed once, by its base name."""
    linkinfo: str | UnsetType = UNSET
    """Where a linked keyword takes its value from, `LINK->TARGET`; linked keywords only."""
    type: str
    """Type of the values; `link` when the link cannot be followed."""
    recscope: str
    """How the value depends on the record: `variable` per record, `constant` for the whole series,
    `segment` per segment, `index` and the slotted kinds for keys.
    """
    defval: str
    """Default or constant value as text, such as `nan` or `-4712.01.01_11:59:28_TAI`; may be empty."""
    units: str
    """Unit of the values; for times the zone, `TAI`, `UTC` or `ISO`; often `none`."""
    note: str
    """What the keyword means; may be empty."""


def check_keyword(value: Keyword) -> bool:
    """Say whether a decoded Keyword has what its type can't say."""
    if not _KEYWORD_NAME.match(value.name):
        return False
    return True


PartName: TypeAlias = str
"""Name of a segment or link, a letter and then letters, digits and underscores, at most 31 characters.

Source: drms_names.c, drms_types.h.
"""


class Segment(Answer, frozen=True, kw_only=True):
    """One data file, or directory of files, that a record can have.

    Source: jsoc_info.c, rec 2020.
    """

    name: PartName
    """Name of the segment."""
    type: str
    """Type of the stored numbers."""
    units: str | None
    """Unit of the data; null for a segment of a linked series."""
    protocol: str
    """File format; `link via NAME` for a segment of a linked series."""
    dims: str | None
    """Axis lengths in pixels joined by `x`, `VAR` where they vary, empty without axes; null if linked."""
    note: str
    """What the data are."""


def check_segment(value: Segment) -> bool:
    """Say whether a decoded Segment has what its type can't say."""
    if not _PART_NAME.match(value.name):
        return False
    return True


class Link(Answer, frozen=True, kw_only=True):
    """One pointer from a record to a record of another series.

    Source: jsoc_info.c, rec 2020.
    """

    name: PartName
    """Name of the link."""
    target: str
    """Series that it points into."""
    kind: str
    """STATIC points to one record number, DYNAMIC to the newest record with some prime-key values."""
    note: str
    """What the link is for."""


def check_link(value: Link) -> bool:
    """Say whether a decoded Link has what its type can't say."""
    if not _PART_NAME.match(value.name):
        return False
    return True


class SeriesInterval(
    Answer,
    frozen=True,
    kw_only=True,
    rename={
        "first_record": "FirstRecord",
        "first_recnum": "FirstRecnum",
        "last_record": "LastRecord",
        "last_recnum": "LastRecnum",
        "max_recnum": "MaxRecnum",
        "has_shadow": "HasShadow",
    },
):
    """The extent of a series; the texts "NA" when it is empty.

    Source: jsoc_info.c, rec 2020, netdrms observed.
    """

    first_record: str
    """Specification of the first record by prime keys, or `NA`."""
    first_recnum: int | Literal["NA"]
    """Its record number, or `NA`; may be greater than that of the last record."""
    last_record: str
    """Specification of the last record by prime keys, or `NA`."""
    last_recnum: int | Literal["NA"]
    """Its record number, or `NA`."""
    max_recnum: int
    """The highest record number in use, 0 when the series is empty."""
    has_shadow: str | UnsetType = UNSET
    """Whether the series has a shadow table, `yes`, `no` or `?`; only when asked for with `owner`."""


class SeriesStruct(Answer, frozen=True, kw_only=True, rename={"interval": "Interval"}):
    """The description of a series.

    Source: jsoc_info.c, rec 2020, netdrms observed.
    """

    note: str
    """What the series is, in the words of its owner."""
    retention: int
    """Days that a new storage unit stays on disk."""
    stagingretention: int
    """Days that a storage unit stays on disk after it was brought back from tape."""
    unitsize: int
    """Records (slots) in one storage unit."""
    archive: int
    """1 when the files are archived to tape, 0 when not; -1 occurs, its meaning is in no document."""
    tapegroup: int
    """Number of the group of tapes that the files go to."""
    owner: str | UnsetType = UNSET
    """Database user that owns the series; only when asked for with `owner`."""
    primekeys: ListOrNull[str]
    """Names of the prime keys, in the order of the filters of a record set."""
    primekeysinfo: ListOrNull[PrimeKey]
    """The prime keys in the same order, with their slots."""
    dbindex: ListOrNull[str]
    """Names of the keywords that the database has an index for."""
    keywords: list[Keyword]
    """All keywords, internal ones (`cparms_sg000`, `T_REC_index`) and aliases (`DATE-OBS`) too."""
    segments: list[Segment]
    """The data files that a record can have; empty when none."""
    links: list[Link]
    """The records of other series that a record can point to; empty when none."""
    interval: SeriesInterval
    """The first and the last record."""
    processing_size_ratio: int | float | UnsetType = UNSET
    """Factor by which processing steps change the size, -1 when unknown; only when asked for with
    `processing`.
    """
    runtime: int | float | UnsetType = UNSET
    """Seconds that the server needed, with three decimals."""
    status: Literal[0]
    """Always 0, success."""


def check_series_struct(value: SeriesStruct) -> bool:
    """Say whether a decoded SeriesStruct has what its type can't say."""
    if not null_for_empty(value.primekeys):
        return False
    if not null_for_empty(value.primekeysinfo):
        return False
    if not matches(value.primekeysinfo, "name", _KEYWORD_NAME):
        return False
    if not null_for_empty(value.dbindex):
        return False
    if not matches(value.keywords, "name", _KEYWORD_NAME):
        return False
    if not matches(value.segments, "name", _PART_NAME):
        return False
    if not matches(value.links, "name", _PART_NAME):
        return False
    return True


OPERATION: CgiOperation[SeriesStruct] = CgiOperation(
    "series_struct",
    module=__name__,
    effect="read",
    parameters=(
        Parameter("ds", required=True, language="RecordSet"),
        Parameter("fits_names", default=False),
        Parameter("follow_links", default=False),
        Parameter("hexadecimal", default=False),
        Parameter("full_precision", default=False),
        Parameter("owner", default=False),
        Parameter("no_runtime", default=False),
        Parameter("processing"),
    ),
    endpoint="jsoc_info",
    query=(
        Fixed("op", "series_struct"),
        Text("ds", "ds"),
        Flag("f", "fits_names"),
        Flag("l", "follow_links"),
        Flag("B", "hexadecimal"),
        Flag("M", "full_precision"),
        Flag("o", "owner"),
        Flag("r", "no_runtime"),
        Json("processing", "processing"),
        Setting("dbhost", "wrapper_dbhost"),
    ),
    charset="latin-1",
    post_over=2000,
    result=Select(
        "status",
        (
            Arm((0,), SeriesStruct, check=check_series_struct),
            Arm((1,), InfoFailure, error=SeriesError),
            Arm((4,), WrapperFailure, error=SeriesError),
            Arm((2, 3, 5, 6), WrapperFailure, error=WrapperFailed),
            Arm((-1,), Termination, error=BackendTerminated),
        ),
        otherwise=Arm((), OtherStatus, error=UnknownStatus),
    ),
)


def series_struct(
    client: BaseClient,
    ds: "RecordSet | str",
    *,
    fits_names: bool = False,
    follow_links: bool = False,
    hexadecimal: bool = False,
    full_precision: bool = False,
    owner: bool = False,
    no_runtime: bool = False,
    processing: Mapping[str, Mapping[str, str | float | bool]] | None = None,
) -> SeriesStruct:
    """Describe a data series, its keywords, segments, links and extent.

    Everything the server knows about a series as such: what its keywords mean and in which units
    they are, which data files a record has, how long files stay on disk, and which records are the
    first and the last.

    A *prime key* is a keyword whose values tell the records of a series apart. Records with the
    same prime-key values are versions of each other, and the newest one counts. A *slotted* key is
    a prime key whose values are rounded to steps, usually of time.

    Parameters
    ----------
    ds
        Name of the series, such as `hmi.m_720s`, in any case; of a record set only the series
        name is used.
    fits_names, optional
        Keywords under their FITS names and with FITS values; the program is known to die of
        empty texts then.
    follow_links, optional
        Describe linked segments as the series has them that the link leads to.
    hexadecimal, optional
        Floating-point values as hexadecimal texts; seen to change something only together with
        `full_precision`.
    full_precision, optional
        Floating-point values with all the digits that they have.
    owner, optional
        Also tell `owner` and `Interval.HasShadow`.
    no_runtime, optional
        Leave out `runtime`, so that equal answers are equal bytes.
    processing, optional
        Processing steps with their options, in the order in which they run; the answer then
        tells by which factor they change the size of an export.

    Returns
    -------
    SeriesStruct
        The description of a series.

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
    >>> answer = client.series_struct(ds="hmi.v_45s")

    Source: seed, client json.py, jsoc_info.c.
    """
    return client.call(
        OPERATION,
        {
            "ds": ds,
            "fits_names": fits_names,
            "follow_links": follow_links,
            "hexadecimal": hexadecimal,
            "full_precision": full_precision,
            "owner": owner,
            "no_runtime": no_runtime,
            "processing": processing,
        },
    )
