# Generated from spec/drms/exp_status.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Ask whether an export is ready, and for its files."""

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Fixed, Setting, Text
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Arm, Broken, Select

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
from .types import (
    ExportDone,
    ExportFailedIndex,
    ExportFailure,
    ExportPending,
    OtherStatus,
    Termination,
    check_export_done,
    check_export_failed_index,
)

OPERATION: CgiOperation[ExportDone | ExportPending] = CgiOperation(
    "exp_status",
    module=__name__,
    effect="read",
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
            Arm(("0", 0), ExportDone, check=check_export_done),
            Arm((1, 2, 12), ExportPending, meaning="pending"),
            Arm(("1",), ExportFailedIndex, check=check_export_failed_index, error=ExportFailed),
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


def exp_status(client: BaseClient, requestid: str) -> ExportDone | ExportPending:
    """Ask whether an export is ready, and for its files.

    While the export is queued or worked on, the answer is an `ExportPending`; ask again after
    `wait` seconds, or every five seconds when `wait` is not above zero. When it is done, the answer
    is an `ExportDone` with the files. All other answers are failures and raise an exception of
    their own class.

    A finished export is answered with its stored index, in which every number is written as text.
    There the status "0" means done and "1" means that the exporter failed, while the number 1 means
    that work goes on.

    Current servers answer an unknown id with status 4. Older ones say 6, for some seconds also for
    an id that they have just given out.

    Parameters
    ----------
    requestid
        Id from exp_request, `JSOC_YYYYMMDD_NNN` (UTC date, number of the day), with `_IN` for
        internal and `_X_IN` for passed-through requests.

    Returns
    -------
    ExportDone | ExportPending
        The files of a finished export, answered at once or read from its stored index. Or: An
        export that was taken and is not ready yet.

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
    >>> answer = client.exp_status(requestid="JSOC_20200410_003")

    Offered by JSOC, JSOC, with internal series, JSOC, internal.

    Source: seed, client json.py, jsoc_fetch.c, make_index.c.
    """
    return client.call(OPERATION, {"requestid": requestid})
