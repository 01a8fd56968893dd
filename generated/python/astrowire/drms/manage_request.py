# Generated from spec/drms/manage_request.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Ask whether an address has an unfinished export."""

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Fixed, Text
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Arm, Select

from .errors import RequestNotManaged, UnknownStatus
from .types import ManagedRequest, OtherStatus, RequestFault

OPERATION: CgiOperation[ManagedRequest] = CgiOperation(
    "manage_request",
    module=__name__,
    effect="read",
    stability="source-only",
    parameters=(Parameter("address", required=True, secret=True),),
    endpoint="manage_request",
    query=(
        Text("address", "address"),
        Fixed("operation", "check"),
    ),
    charset="latin-1",
    result=Select(
        "status",
        (
            Arm(("0", "1", "2", "3"), ManagedRequest),
            Arm(("-1", "-2", "-3", "-4", "-5", "-6"), RequestFault, error=RequestNotManaged),
        ),
        otherwise=Arm((), OtherStatus, error=UnknownStatus),
    ),
)


def manage_request(client: BaseClient, address: str) -> ManagedRequest:
    """Ask whether an address has an unfinished export.

    An unfinished export keeps its address from ordering another one (`PendingLimit`);
    `cancel_request` gives it up.

    Parameters
    ----------
    address
        The e-mail address, on one line.

    Returns
    -------
    ManagedRequest
        Whether an address has an unfinished export.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    RequestNotManaged
        The server could not look for, or cancel, unfinished exports (negative status); its text
        says why.
    UnknownStatus
        The server answered with a status that no document lists; the whole answer is kept.

    Examples
    --------
    >>> answer = client.manage_request(address="name@example.com")

    In no document; known from the source of the server's programs only. Offered by JSOC, JSOC, with
    internal series.

    Source: manage-request.py, web exportdata.
    """
    return client.call(OPERATION, {"address": address})
