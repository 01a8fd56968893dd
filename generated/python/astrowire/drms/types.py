# Generated from spec/drms/types.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Types that several operations of the service share."""

from typing import Literal, TypeAlias

from astrowire_runtime.patterns import Pattern
from astrowire_runtime.values import UNSET, Answer, UnsetType, number

_QUANTITY = Pattern(r"^-?[0-9]{1,300}(\.[0-9]{1,300})?$")

SeriesName: TypeAlias = str
"""Name of a data series, namespace and name joined by a dot, such as `hmi.M_720s`; at most 63
characters.

Source: drms_names.c, drms_types.h, show_series.c.
"""


class InfoFailure(Answer, frozen=True, kw_only=True):
    """The answer of `jsoc_info` when it cannot do what it was asked.

    Source: jsoc_info.c, netdrms observed.
    """

    status: Literal[1]
    """Always 1, any error."""
    error: str
    """What went wrong, in the server's or its database's words; may hold line breaks."""


class WrapperFailure(Answer, frozen=True, kw_only=True):
    """The answer of the public site's wrapper program when it could not get an answer from
    `jsoc_info`.

    Source: jsocextinfo.py.
    """

    status: Literal[2, 3, 4, 5, 6]
    """Which step went wrong: 2 the site's settings, 3 the kind of its machine, 4 reading the record
    set, 5 the choice of the database, 6 the program itself.
    """
    error: str
    """What went wrong, in the program's own words."""


class Termination(Answer, frozen=True, kw_only=True):
    """The answer of a program that was stopped, by a time limit, by its user or because storage is
    down.

    Source: jsoc_info.c, netdrms observed.
    """

    status: Literal[-1]
    """Always -1, the program was terminated."""
    error: str | UnsetType = UNSET
    """What went wrong; absent in every answer seen so far."""


class OtherStatus(Answer, frozen=True, kw_only=True):
    """An answer whose status is in no document.

    Source: inference.
    """

    status: int | str
    """The unlisted status, as number or as text."""
    error: str | UnsetType = UNSET
    """What went wrong, if the server says so."""


Quantity: TypeAlias = int | str
"""A number, or the same number as text, as finished exports write it.

Source: rec 2020, make_index.c.
"""


class ExportFile(Answer, frozen=True, kw_only=True):
    """One exported file.

    Source: make_index.c, jsoc_fetch.c, rec 2020.
    """

    record: str
    """Record that the file belongs to, as a record-set text; `movie of the following data` for a
    movie, and a warning or error text (`warning=No FITS files were exported. ...`) when there is no
    file.
    """
    filename: str
    """File name below `dir`, a full path when `dir` is empty, `NoDataFile` when the file is missing."""


class ExportDone(
    Answer,
    frozen=True,
    kw_only=True,
    rename={
        "wire_count": "count",
        "wire_rcount": "rcount",
        "wire_size": "size",
        "wire_wait": "wait",
        "movie_name": "movie name",
    },
):
    """The files of a finished export, answered at once or read from its stored index.

    Two programs write this answer. An immediate one (`url_quick` with `as-is`) has numbers, an
    empty `dir` and full paths. The stored index of a queued export has texts for every scalar;
    numbers written as texts arrive here as numbers. Which of the optional members are there depends
    on the exporter:

    | member | immediate | as-is | fits | images, movies |
    |---|---|---|---|---|
    | `requestid` | `""` | yes | yes | no, `reqid` |
    | `count` | yes | yes | yes | no |
    | `rcount` | yes | no | no | no |
    | `wait` | 0 | 0 | no | no |
    | `dir` | `""` | unless there are no records | yes | yes |
    | `version` | no | yes | yes | no |
    | `exptime` | no | no | yes | no |
    | `expversion`, `recordset`, `filefmt`, `cparms` | no | no | no | yes |
    | `movie name` | no | no | no | movies |
    | `keywords` | no | yes | yes | yes |
    | `tarfile` | no | with a `-tar` method | with a `-tar` method | with a `-tar` method |

    To download a file, append `tarfile`, or `dir` + `/` + `filename`, or the full `filename` when
    `dir` is empty, to `http://jsoc.stanford.edu`. Files stay on disk for seven days.

    Source: make_index.c, jsoc_fetch.c, as_is.c, as_fits.c, as_images, SU_as_is.c, rec 2020, netdrms
    observed.
    """

    status: Literal["0", 0]
    """Done; the number 0 in an immediate answer, the text "0" in a stored index."""
    requestid: str | UnsetType = UNSET
    """Id of the export; empty in an immediate answer, absent for images and movies."""
    reqid: str | UnsetType = UNSET
    """Id of the export, for images and movies only."""
    method: str
    """Export method, such as `url_quick` or `url-tar`."""
    protocol: str
    """Export protocol, the bare word."""
    dir: str | UnsetType = UNSET
    """Directory of the files, such as `/SUM66/D1278070722/S00000`; empty when filenames are full
    paths.
    """
    data: list[ExportFile]
    """The files, in record order; a movie comes before its frames."""
    wire_count: Quantity | UnsetType = UNSET
    """`count` as the server wrote it."""
    wire_rcount: Quantity | UnsetType = UNSET
    """`rcount` as the server wrote it."""
    wire_size: Quantity
    """`size` as the server wrote it."""
    wire_wait: Quantity | UnsetType = UNSET
    """`wait` as the server wrote it."""
    version: str | UnsetType = UNSET
    """Version of the index format, "1" or "0.5"."""
    expversion: str | UnsetType = UNSET
    """Version of the image exporter."""
    exptime: str | UnsetType = UNSET
    """When the files were made, `YYYY.MM.DD_hh:mm:ss_UT`; before the request when an earlier export is
    reused.
    """
    recordset: str | UnsetType = UNSET
    """The record set that was exported, for images and movies."""
    filefmt: str | UnsetType = UNSET
    """Template of the file names, for images and movies."""
    cparms: str | UnsetType = UNSET
    """Compression parameters, for images and movies; may be empty."""
    keywords: str | UnsetType = UNSET
    """Path of the file with keyword values, or `**IN FITS FILES**`; images send it twice, the last one
    counts.
    """
    tarfile: str | UnsetType = UNSET
    """Path of the one tar file, with methods ending in `-tar`."""
    movie_name: str | UnsetType = UNSET
    """File name of the movie, with protocols mpg and mp4."""
    error: str | UnsetType = UNSET
    """Text of a problem that the exporter noted although it finished."""

    @property
    def count(self) -> int | float | UnsetType:
        """Number of files."""
        return number(self.wire_count)

    @property
    def rcount(self) -> int | float | UnsetType:
        """Number of records, in an immediate answer."""
        return number(self.wire_rcount)

    @property
    def size(self) -> int | float:
        """Size of all files in megabytes, rounded down, at least 1; movies have decimals."""
        return number(self.wire_size)

    @property
    def wait(self) -> int | float | UnsetType:
        """Seconds still to wait, 0."""
        return number(self.wire_wait)


def check_export_done(value: ExportDone) -> bool:
    """Say whether a decoded ExportDone has what its type can't say."""
    if (
        value.wire_count is not UNSET
        and isinstance(value.wire_count, str)
        and not _QUANTITY.match(value.wire_count)
    ):
        return False
    if (
        value.wire_rcount is not UNSET
        and isinstance(value.wire_rcount, str)
        and not _QUANTITY.match(value.wire_rcount)
    ):
        return False
    if isinstance(value.wire_size, str) and not _QUANTITY.match(value.wire_size):
        return False
    if (
        value.wire_wait is not UNSET
        and isinstance(value.wire_wait, str)
        and not _QUANTITY.match(value.wire_wait)
    ):
        return False
    return True


class ExportFailedIndex(
    Answer,
    frozen=True,
    kw_only=True,
    rename={"wire_count": "count", "wire_size": "size", "wire_wait": "wait"},
):
    """The stored index of an export that ran and failed; every scalar is a text.

    The text "1" in a stored index is the exporter's own verdict. It is not the number 1, which
    means that an export is still being worked on.

    Source: as_fits.c, make_index.c.
    """

    status: Literal["1"]
    """Always the text "1", the exporter failed."""
    requestid: str | UnsetType = UNSET
    """Id of the export."""
    reqid: str | UnsetType = UNSET
    """Id of the export, for images and movies."""
    version: str | UnsetType = UNSET
    """Version of the index format."""
    method: str | UnsetType = UNSET
    """Export method."""
    protocol: str | UnsetType = UNSET
    """Export protocol."""
    wire_count: Quantity | UnsetType = UNSET
    """`count` as the server wrote it."""
    wire_size: Quantity | UnsetType = UNSET
    """`size` as the server wrote it."""
    wire_wait: Quantity | UnsetType = UNSET
    """`wait` as the server wrote it."""
    exptime: str | UnsetType = UNSET
    """When the export ended, `YYYY.MM.DD_hh:mm:ss_UT`."""
    dir: str | UnsetType = UNSET
    """Directory of the files on the server."""
    keywords: str | UnsetType = UNSET
    """Path of the file with the keyword values, or `**IN FITS FILES**`."""
    data: list[ExportFile] | UnsetType = UNSET
    """Entries whose `record` holds the exporter's error text, and files that were made before it."""
    error: str | UnsetType = UNSET
    """The exporter's error text, in single quotes; the FITS exporter writes it as a `record` in `data`
    instead.
    """

    @property
    def count(self) -> int | float | UnsetType:
        """Number of files that were made."""
        return number(self.wire_count)

    @property
    def size(self) -> int | float | UnsetType:
        """Size of all files in megabytes."""
        return number(self.wire_size)

    @property
    def wait(self) -> int | float | UnsetType:
        """Seconds still to wait, 0."""
        return number(self.wire_wait)


def check_export_failed_index(value: ExportFailedIndex) -> bool:
    """Say whether a decoded ExportFailedIndex has what its type can't say."""
    if (
        value.wire_count is not UNSET
        and isinstance(value.wire_count, str)
        and not _QUANTITY.match(value.wire_count)
    ):
        return False
    if (
        value.wire_size is not UNSET
        and isinstance(value.wire_size, str)
        and not _QUANTITY.match(value.wire_size)
    ):
        return False
    if (
        value.wire_wait is not UNSET
        and isinstance(value.wire_wait, str)
        and not _QUANTITY.match(value.wire_wait)
    ):
        return False
    return True


class ExportPending(Answer, frozen=True, kw_only=True):
    """An export that was taken and is not ready yet.

    Source: jsoc_fetch.c, rec 2020, netdrms observed.
    """

    status: Literal[1, 2, 12]
    """1 is being worked on, or taken and not started yet; 2 is queued; 12 is queued in the server's
    test mode.
    """
    requestid: str
    """Id for exp_status, such as `JSOC_20200410_003`; that of an identical earlier request, if there
    was one.
    """
    method: str
    """Export method, as requested."""
    protocol: str
    """Export protocol with its options, as requested."""
    wait: int
    """Estimate of the seconds still to wait; 10 for a new request, negative when the estimate has
    passed.
    """
    rcount: int
    """Number of records; always 0 when asked with exp_status."""
    size: int
    """Estimated size in megabytes; 0 or a missing-value number (-2147483648) when an earlier export is
    reused.
    """
    contact: str | UnsetType = UNSET
    """Address to ask for help; with status 12 only."""


class ExportFailure(Answer, frozen=True, kw_only=True):
    """An export that was refused, has failed, or is gone.

    A refusal has `status` and `error` only. A status question about a failed or expired export also
    gets `requestid`, `method`, `protocol`, `wait`, `rcount`, `size` and `contact`; a too large
    request gets `requestid`, `method`, `protocol`, `wait`, `count` and `size`.

    Source: jsoc_fetch.c, jsocextfetch.py, netdrms observed.
    """

    status: Literal[3, 4, 5, 6, 7, 25]
    """3 too large, 4 refused or failed, 5 expired, 6 unknown id, 7 too many unfinished, 25 files
    offline.
    """
    error: str
    """What went wrong, in the server's words; may end with a line break."""
    requestid: str | UnsetType = UNSET
    """Id of the export; `VOID` when it was too large to get one."""
    method: str | UnsetType = UNSET
    """Export method, as requested."""
    protocol: str | UnsetType = UNSET
    """Export protocol with its options, as requested."""
    wait: int | UnsetType = UNSET
    """999999 for a failed export, 0 for one that is too large; no time to wait."""
    rcount: int | UnsetType = UNSET
    """Always 0 here."""
    count: int | UnsetType = UNSET
    """Number of records (not files) of a request that is too large."""
    size: int | UnsetType = UNSET
    """Size in megabytes."""
    contact: str | UnsetType = UNSET
    """Address to ask for help, `jsoc_help@jsoc.stanford.edu`."""


class StorageUnit(Answer, frozen=True, kw_only=True):
    """A storage unit, a directory of the servers' storage system; every member is a text.

    Source: jsoc_fetch.c, make_index.c, netdrms observed.
    """

    sunum: str
    """Its number."""
    series: str
    """Series that it belongs to, `NA` when there is none."""
    path: str
    """Its directory, `NA` when it is not on disk."""
    sustatus: str
    """Y on disk, N on tape and can be fetched, X gone and not on tape, I no such storage unit."""
    susize: str
    """Size in bytes."""


class ManagedRequest(Answer, frozen=True, kw_only=True):
    """Whether an address has an unfinished export.

    Source: manage-request.py, web exportdata.
    """

    status: Literal["0", "1", "2", "3"]
    """0 the address is unknown, 1 nothing is pending, 2 an export is pending, 3 it was cancelled; a
    text.
    """
    msg: str
    """The same in words, with the id of the request."""


class RequestFault(Answer, frozen=True, kw_only=True):
    """Why the server cannot tell.

    Source: manage-request.py.
    """

    status: Literal["-1", "-2", "-3", "-4", "-5", "-6"]
    """An error, as a text."""
    msg: str | UnsetType = UNSET
    """The reason in words."""
