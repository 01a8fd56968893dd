# Generated from spec/drms/exp_repeat.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Ask for an earlier export again; every known server refuses."""

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
from .types import ExportFailure, OtherStatus, Termination

OPERATION: CgiOperation[None] = CgiOperation(
    "exp_repeat",
    module=__name__,
    effect="write",
    stability="observed",
    parameters=(
        Parameter("requestid", required=True),
        Parameter("notify", secret=True),
    ),
    endpoint="jsoc_fetch",
    query=(
        Fixed("op", "exp_repeat"),
        Text("requestid", "requestid"),
        Text("notify", "notify"),
        Fixed("format", "json"),
        Setting("dbhost", "wrapper_dbhost"),
    ),
    charset="latin-1",
    post_over=2000,
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


def exp_repeat(client: BaseClient, requestid: str, *, notify: str | None = None) -> None:
    """Ask for an earlier export again; every known server refuses.

    The programs have this switched off, so that every answer is a failure. Order the same export
    again with `exp_request`: within 24 hours it gets the same id and costs nothing.

    Parameters
    ----------
    requestid
        Id of the earlier export.
    notify, optional
        Your registered e-mail address, on one line.

    Returns
    -------
    None
        Never; every answer is a failure.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
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

    In no document; known from what servers answered. Offered by JSOC, JSOC, with internal series,
    JSOC, internal.

    Source: jsoc_fetch.c, web exportdata, netdrms observed.
    """
    return client.call(OPERATION, {"requestid": requestid, "notify": notify})
