# Generated from spec/drms/rs_records.yaml; do not edit.
# Change the spec, then run `make generate`.
"""List keyword, segment and link values record by record, under their FITS names."""

from collections.abc import Sequence
from typing import Literal

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Fixed, Flag, Integer, Setting, Text, Words
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Arm, Select
from astrowire_runtime.rules import AtLeastOneOf, Never
from astrowire_runtime.values import UNSET, Answer, UnsetType

from .errors import BackendTerminated, SeriesError, UnknownStatus, WrapperFailed
from .types import InfoFailure, OtherStatus, Termination, WrapperFailure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from astrowire_runtime.drms import RecordSet


class RecordKeyword(Answer, frozen=True, kw_only=True):
    """One keyword of one record.

    Source: jsoc_info.c, netdrms observed.
    """

    name: str
    """Its FITS name."""
    value: str | UnsetType = UNSET
    """Its value as FITS prints it; absent when the name is unknown."""
    invalid: bool | UnsetType = UNSET
    """True when there is no such keyword."""


class RecordSegment(Answer, frozen=True, kw_only=True):
    """One segment of one record.

    Source: jsoc_info.c, netdrms observed.
    """

    name: str
    """Its name."""
    online: int | UnsetType = UNSET
    """1 on disk or 0."""
    path: str | UnsetType = UNSET
    """Path of the file, or a word for a missing one."""
    dims: str | UnsetType = UNSET
    """Axis lengths joined by `x`."""
    cparms: str | UnsetType = UNSET
    """Compression of the file."""
    bzero: str | UnsetType = UNSET
    """Offset of stored integers."""
    bscale: str | UnsetType = UNSET
    """Factor of stored integers."""
    keywords: list[RecordKeyword] | UnsetType = UNSET
    """Keywords of the segment."""
    invalid: bool | UnsetType = UNSET
    """True when there is no such segment."""


class RecordLink(Answer, frozen=True, kw_only=True):
    """One link of one record.

    Source: jsoc_info.c, netdrms observed.
    """

    name: str
    """Its name."""
    linkedrec: str | UnsetType = UNSET
    """The record that it points to."""
    invalid: bool | UnsetType = UNSET
    """True when there is no such link."""


class DescribedRecord(Answer, frozen=True, kw_only=True):
    """One record; members for names in stars are there when they were asked for.

    Source: jsoc_info.c, netdrms observed.
    """

    specification: str
    """The record's own specification."""
    recnum: int | UnsetType = UNSET
    """`*recnum*`, the record number."""
    sunum: int | UnsetType = UNSET
    """`*sunum*`, the storage-unit number."""
    size: str | UnsetType = UNSET
    """`*size*`, bytes of the segments' files."""
    online: str | int | UnsetType = UNSET
    """`*online*`, a letter; else, with `recinfo`, 1 on disk or 0, or `NA`."""
    expdate: str | UnsetType = UNSET
    """`*retain*`, day until which files stay on disk, or `NA`."""
    archive: str | UnsetType = UNSET
    """`*archive*`, whether files are on tape."""
    recdir: str | UnsetType = UNSET
    """`*recdir*`, directory of the files."""
    logdir: str | UnsetType = UNSET
    """`*logdir*`, directory of the processing log."""
    dirmtime: str | UnsetType = UNSET
    """`*dirmtime*`, time of the directory's last change."""
    spec: str | UnsetType = UNSET
    """`*spec*`, the specification."""
    keywords: list[RecordKeyword]
    """The keywords, in the order of the request."""
    segments: list[RecordSegment]
    """The segments, in the order of the request."""
    links: list[RecordLink]
    """The links, in the order of the request."""


class RecordList(Answer, frozen=True, kw_only=True):
    """The records, one by one.

    Source: jsoc_info.c, netdrms observed.
    """

    recset: list[DescribedRecord] | UnsetType = UNSET
    """The records; absent when there are none."""
    count: int
    """Number of records."""
    runtime: int | float | UnsetType = UNSET
    """Seconds that the server needed."""
    status: Literal[0]
    """Always 0, success."""


def check_record_list(value: RecordList) -> bool:
    """Say whether a decoded RecordList has what its type can't say."""
    if value.count != 0 and (value.recset is UNSET):
        return False
    return True


OPERATION: CgiOperation[RecordList] = CgiOperation(
    "rs_records",
    module=__name__,
    effect="read",
    stability="observed",
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
        Fixed("f", "1"),
        Setting("dbhost", "wrapper_dbhost"),
    ),
    charset="latin-1",
    rules=(
        AtLeastOneOf(("key", "seg", "link")),
        Never(
            "key", "**ALL**", "the program dies of a missing or empty value in this mode; name the keywords"
        ),
    ),
    post_over=2000,
    max_body=268435456,
    result=Select(
        "status",
        (
            Arm((0,), RecordList, check=check_record_list),
            Arm((1,), InfoFailure, error=SeriesError),
            Arm((4,), WrapperFailure, error=SeriesError),
            Arm((2, 3, 5, 6), WrapperFailure, error=WrapperFailed),
            Arm((-1,), Termination, error=BackendTerminated),
        ),
        otherwise=Arm((), OtherStatus, error=UnknownStatus),
    ),
)


def rs_records(
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
) -> RecordList:
    """List keyword, segment and link values record by record, under their FITS names.

    The same question as `rs_list`, in the program's FITS-name mode: one object for each record in
    place of one column for each keyword, keywords with the names and values that FITS files have.
    An unknown name is marked `invalid`. A keyword whose name FITS cannot have is called `???00`,
    `???01` and so on, and a value `???` is missing.

    Names in stars (`*recnum*`, `*online*`) are members of the record here, in any case of letters.
    `**ALL**` for `key` is refused: the program dies of the first missing or empty value, and most
    series have some. Name the keywords.

    Parameters
    ----------
    ds
        Record set of one series.
    key, optional
        Keyword names, as a list or as one text with blanks or commas between.
    seg, optional
        Segment names, as a list or as one text; `**ALL**` for all of them, `**NONE**` for none.
    link, optional
        Link names, as a list or as one text; `**ALL**` for all of them, `**NONE**` for none.
    recinfo, optional
        Also tell whether every record's files are on disk.
    n, optional
        At most this many records, the first n, or the last abs(n) when negative; 0 means all.
    uid, optional
        A handle by which the running query can be stopped (with `jsoc_userkill`).
    follow_links, optional
        Describe linked segments as the series has them that the link leads to.
    hexadecimal, optional
        Floating-point values as hexadecimal texts.
    full_precision, optional
        Floating-point values with all the digits that they have.
    no_runtime, optional
        Leave out `runtime`, so that equal answers are equal bytes.

    Returns
    -------
    RecordList
        The records, one by one.

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
    >>> answer = client.rs_records(
    ...     ds="hmi.m_mini[2010.05.01/1h]", key="T_REC", seg="magnetogram", recinfo=True
    ... )

    In no document; known from what servers answered.

    Source: jsoc_info.c, netdrms observed.
    """
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
    )
