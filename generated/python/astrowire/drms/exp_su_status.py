# Generated from spec/drms/exp_su_status.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Ask whether an export of storage units is ready, and where they are."""

from typing import Literal

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Fixed, Setting, Text
from astrowire_runtime.operation import Parameter
from astrowire_runtime.patterns import Pattern
from astrowire_runtime.results import Arm, Broken, Select
from astrowire_runtime.values import UNSET, Answer, UnsetType, number

from .errors import (
    BackendTerminated,
    ExportExpired,
    ExportFailed,
    ExportNotFound,
    ExportOffline,
    ExportTooLarge,
    PendingLimit,
    UnknownStatus,
)
from .types import ExportFailure, ExportPending, OtherStatus, Quantity, StorageUnit, Termination

_QUANTITY = Pattern(r"^-?[0-9]{1,300}(\.[0-9]{1,300})?$")


class StorageUnitsDone(
    Answer,
    frozen=True,
    kw_only=True,
    rename={"wire_wait": "wait", "wire_count": "count", "wire_size": "size"},
):
    """A finished export of storage units; every scalar is a text on the wire.

    Source: make_index.c, SU_as_is.c.
    """

    version: str | UnsetType = UNSET
    """Version of the index format."""
    requestid: str | UnsetType = UNSET
    """Id of the export."""
    method: str | UnsetType = UNSET
    """Export method."""
    protocol: str | UnsetType = UNSET
    """Export protocol."""
    wire_wait: Quantity | UnsetType = UNSET
    """`wait` as the server wrote it."""
    wire_count: Quantity | UnsetType = UNSET
    """`count` as the server wrote it."""
    wire_size: Quantity | UnsetType = UNSET
    """`size` as the server wrote it."""
    dir: str | UnsetType = UNSET
    """Directory of the export."""
    status: Literal["0", 0]
    """Done."""
    keywords: str | UnsetType = UNSET
    """A path."""
    tarfile: str | UnsetType = UNSET
    """Path of the one tar file, with methods ending in `-tar`."""
    error: str | UnsetType = UNSET
    """Text of a problem."""
    data: list[StorageUnit]
    """The storage units."""

    @property
    def wait(self) -> int | float | UnsetType:
        """Seconds still to wait, 0."""
        return number(self.wire_wait)

    @property
    def count(self) -> int | float | UnsetType:
        """Number of storage units."""
        return number(self.wire_count)

    @property
    def size(self) -> int | float | UnsetType:
        """Size of all of them."""
        return number(self.wire_size)


def check_storage_units_done(value: StorageUnitsDone) -> bool:
    """Say whether a decoded StorageUnitsDone has what its type can't say."""
    if (
        value.wire_wait is not UNSET
        and isinstance(value.wire_wait, str)
        and not _QUANTITY.match(value.wire_wait)
    ):
        return False
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
    return True


class StorageUnitsFailed(Answer, frozen=True, kw_only=True):
    """The index of an export of storage units that ran and failed.

    Source: make_index.c, SU_as_is.c.
    """

    status: Literal["1"]
    """Always the text "1"."""
    requestid: str | UnsetType = UNSET
    """Id of the export."""
    error: str | UnsetType = UNSET
    """The exporter's text, in single quotes."""


OPERATION: CgiOperation[StorageUnitsDone | ExportPending] = CgiOperation(
    "exp_su_status",
    module=__name__,
    effect="read",
    stability="source-only",
    parameters=(Parameter("requestid", required=True),),
    endpoint="jsoc_fetch",
    query=(
        Fixed("op", "exp_status"),
        Text("requestid", "requestid"),
        Setting("dbhost", "wrapper_dbhost"),
    ),
    charset="latin-1",
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
            Arm(("0", 0), StorageUnitsDone, check=check_storage_units_done),
            Arm((1, 2, 12), ExportPending, meaning="pending"),
            Arm(("1",), StorageUnitsFailed, error=ExportFailed),
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


def exp_su_status(client: BaseClient, requestid: str) -> StorageUnitsDone | ExportPending:
    """Ask whether an export of storage units is ready, and where they are.

    The same question as `exp_status`, about a request of `exp_su`: the finished index lists storage
    units and not files of records, so its answers are of another type.

    Parameters
    ----------
    requestid
        Id from exp_su, such as `JSOC_20240101_003_SU`.

    Returns
    -------
    StorageUnitsDone | ExportPending
        A finished export of storage units; every scalar is a text on the wire. Or: An export
        that was taken and is not ready yet.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    ExportFailed
        The export was refused or went wrong (status 4, or "1" in a finished index); its text
        says why.
    ExportTooLarge
        The export is larger than the server allows (status 3); ask for fewer records.
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
    >>> answer = client.exp_su_status(requestid="JSOC_20240101_003_SU")

    In no document; known from the source of the server's programs only. Offered by JSOC, JSOC, with
    internal series, JSOC, internal.

    Source: jsoc_fetch.c, make_index.c, SU_as_is.c.
    """
    return client.call(OPERATION, {"requestid": requestid})
