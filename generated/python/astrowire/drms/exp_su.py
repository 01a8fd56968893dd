# Generated from spec/drms/exp_su.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Export whole storage units by their numbers."""

from collections.abc import Sequence
from typing import Literal

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Fixed, Integers, Setting, Text
from astrowire_runtime.operation import Parameter
from astrowire_runtime.patterns import Pattern
from astrowire_runtime.results import Arm, Broken, Select
from astrowire_runtime.rules import Needs
from astrowire_runtime.values import UNSET, Answer, UnsetType, number

from .errors import (
    BackendTerminated,
    ExportExpired,
    ExportFailed,
    ExportNotFound,
    ExportOffline,
    ExportTooLarge,
    PendingLimit,
    StorageDown,
    UnknownStatus,
)
from .types import ExportFailure, OtherStatus, Quantity, StorageUnit, Termination

_QUANTITY = Pattern(r"^-?[0-9]{1,300}(\.[0-9]{1,300})?$")


class StorageUnits(Answer, frozen=True, kw_only=True):
    """The storage units, answered at once.

    Source: jsoc_fetch.c, netdrms observed.
    """

    count: int
    """Number of storage units."""
    size: int
    """Size of all of them in bytes."""
    dir: str
    """Empty; paths are full ones."""
    data: list[StorageUnit] | dict[str, StorageUnit]
    """The storage units, in order, or by number with `dataobj`."""
    requestid: str
    """Empty; there is no request."""
    method: str
    """Export method, as requested."""
    protocol: str
    """Export protocol, as requested."""
    wait: int
    """Seconds still to wait, 0."""
    status: Literal[0]
    """Always 0, success."""


class StorageUnitsDown(Answer, frozen=True, kw_only=True):
    """The answer while the storage system is down.

    Source: jsoc_fetch.c.
    """

    status: Literal[1]
    """Always 1, SUMS is down."""


class QueuedUnit(Answer, frozen=True, kw_only=True):
    """What is known of a storage unit that was asked for.

    Source: jsoc_fetch.c, inference.
    """

    sunum: str | UnsetType = UNSET
    """Its number."""
    series: str | UnsetType = UNSET
    """Series that it belongs to."""
    path: str | UnsetType = UNSET
    """Its directory, or `NA`."""
    sustatus: str | UnsetType = UNSET
    """Y, N, X or I."""
    susize: str | UnsetType = UNSET
    """Size in bytes."""


class StorageUnitsQueued(
    Answer,
    frozen=True,
    kw_only=True,
    rename={"wire_wait": "wait", "wire_rcount": "rcount", "wire_size": "size", "wire_sunum": "sunum"},
):
    """A request for storage units that was queued.

    The servers repeat the member `sunum` once for each storage unit; the last one is kept.

    Source: jsoc_fetch.c.
    """

    status: Literal[2, 12]
    """2 is queued; 12 in the server's test mode."""
    requestid: str
    """Id for exp_su_status, ends in `_SU`."""
    method: str | UnsetType = UNSET
    """Export method, as requested."""
    protocol: str | UnsetType = UNSET
    """Export protocol, as requested."""
    wire_wait: Quantity | UnsetType = UNSET
    """`wait` as the server wrote it."""
    wire_rcount: Quantity | UnsetType = UNSET
    """`rcount` as the server wrote it."""
    wire_size: Quantity | UnsetType = UNSET
    """`size` as the server wrote it."""
    wire_sunum: Quantity | UnsetType = UNSET
    """`sunum` as the server wrote it."""
    data: list[QueuedUnit] | UnsetType = UNSET
    """What is known of the storage units."""

    @property
    def wait(self) -> int | float | UnsetType:
        """Estimate of the seconds still to wait."""
        return number(self.wire_wait)

    @property
    def rcount(self) -> int | float | UnsetType:
        """Number of records."""
        return number(self.wire_rcount)

    @property
    def size(self) -> int | float | UnsetType:
        """Size."""
        return number(self.wire_size)

    @property
    def sunum(self) -> int | float | UnsetType:
        """Number of the last storage unit."""
        return number(self.wire_sunum)


def check_storage_units_queued(value: StorageUnitsQueued) -> bool:
    """Say whether a decoded StorageUnitsQueued has what its type can't say."""
    if (
        value.wire_wait is not UNSET
        and isinstance(value.wire_wait, str)
        and not _QUANTITY.match(value.wire_wait)
    ):
        return False
    if (
        value.wire_rcount is not UNSET
        and isinstance(value.wire_rcount, str)
        and not _QUANTITY.match(value.wire_rcount)
    ):
        return False
    if (
        value.wire_size is not UNSET
        and isinstance(value.wire_size, str)
        and not _QUANTITY.match(value.wire_size)
    ):
        return False
    if (
        value.wire_sunum is not UNSET
        and isinstance(value.wire_sunum, str)
        and not _QUANTITY.match(value.wire_sunum)
    ):
        return False
    return True


OPERATION: CgiOperation[StorageUnits | StorageUnitsQueued] = CgiOperation(
    "exp_su",
    module=__name__,
    effect="write",
    stability="observed",
    parameters=(
        Parameter("sunum", required=True),
        Parameter("method", default="url_quick"),
        Parameter("protocol", default="as-is"),
        Parameter("formatvar"),
        Parameter("requestid"),
    ),
    endpoint="jsoc_fetch",
    query=(
        Fixed("op", "exp_su"),
        Integers("sunum", "sunum"),
        Text("method", "method"),
        Text("protocol", "protocol"),
        Fixed("format", "json"),
        Text("formatvar", "formatvar"),
        Text("requestid", "requestid"),
        Setting("dbhost", "wrapper_dbhost"),
    ),
    charset="latin-1",
    rules=(Needs("formatvar", None, "requestid", ("NOASYNCREQUEST",)),),
    post_over=2000,
    max_body=268435456,
    broken=(
        Broken(
            "^status=4\\nerror=(Illegal text in arg: [^\\n]*)\\n(Content-type: application/json\\n\\n[^\\n]*\\n?)?$",
            ExportFailed,
            ExportFailure,
            values={"status": 4},
            message="error",
        ),
    ),
    result=Select(
        "status",
        (
            Arm((0,), StorageUnits),
            Arm((1,), StorageUnitsDown, error=StorageDown),
            Arm((2, 12), StorageUnitsQueued, check=check_storage_units_queued, meaning="pending"),
            Arm((3,), ExportFailure, error=ExportTooLarge),
            Arm((4,), ExportFailure, error=ExportFailed),
            Arm((5,), ExportFailure, error=ExportExpired),
            Arm((6,), ExportFailure, error=ExportNotFound),
            Arm((7,), ExportFailure, error=PendingLimit),
            Arm((25,), ExportFailure, error=ExportOffline),
            Arm((-1,), Termination, error=BackendTerminated),
        ),
        otherwise=Arm((), OtherStatus, error=UnknownStatus),
    ),
)


def exp_su(
    client: BaseClient,
    sunum: Sequence[int],
    *,
    method: Literal["url_quick", "url", "url-tar", "ftp", "ftp-tar"] = "url_quick",
    protocol: Literal["as-is", "su-as-is"] = "as-is",
    formatvar: Literal["dataobj"] | None = None,
    requestid: Literal["NOASYNCREQUEST"] | None = None,
) -> StorageUnits | StorageUnitsQueued:
    """Export whole storage units by their numbers.

    A storage unit is a directory of the servers' storage system (SUMS); `*sunum*` of `rs_list`
    gives its number. The answer says where each is and whether it is on disk.

    The answer comes at once when `method` is `url_quick` and all units are on disk, and also when
    they are not if `formatvar` is `dataobj` (then `data` is a map by number). Otherwise the request
    is queued, and its id ends in `_SU`: ask `exp_su_status` about it. With `requestid`
    `NOASYNCREQUEST` nothing is ever queued.

    | `sustatus` | meaning |
    |---|---|
    | `Y` | on disk |
    | `N` | on tape, and can be fetched |
    | `X` | gone, or going soon, and not on tape |
    | `I` | no such storage unit; path and series are `NA`, the size is `0` |

    Parameters
    ----------
    sunum
        Numbers of the storage units.
    method, optional
        How the files are handed over; url_quick answers at once where that is possible.
    protocol, optional
        The form of the files.
    formatvar, optional
        `dataobj` makes `data` a map by storage-unit number, and the answer an immediate one.
    requestid, optional
        `NOASYNCREQUEST` says that nothing is to be queued.

    Returns
    -------
    StorageUnits | StorageUnitsQueued
        The storage units, answered at once. Or: A request for storage units that was queued.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    StorageDown
        The servers' storage system (SUMS) does not answer; try again later.
    ExportTooLarge
        The export is larger than the server allows (status 3); ask for fewer records.
    ExportFailed
        The export was refused or went wrong (status 4, or "1" in a finished index); its text
        says why.
    ExportExpired
        The export was finished, and its files have been deleted since (status 5); request it
        again.
    ExportNotFound
        The server does not know this request id (status 6, older servers); new ids may take
        seconds to appear.
    PendingLimit
        This address or computer has too many unfinished exports (status 7); wait for one to
        finish.
    ExportOffline
        Some of the files are on tape only and the server will not fetch them by itself (status
        25).
    BackendTerminated
        The server's program was stopped before it could answer (status -1).
    UnknownStatus
        The server answered with a status that no document lists; the whole answer is kept.

    Examples
    --------
    >>> answer = client.exp_su(sunum=[700000, 700001], formatvar="dataobj", requestid="NOASYNCREQUEST")

    In no document; known from what servers answered. Offered by JSOC, JSOC, with internal series,
    JSOC, internal.

    Source: jsoc_fetch.c, netdrms observed.
    """
    return client.call(
        OPERATION,
        {
            "sunum": sunum,
            "method": method,
            "protocol": protocol,
            "formatvar": formatvar,
            "requestid": requestid,
        },
    )
