# Generated from spec/drms/cancel_request.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Give up the unfinished export of an address."""

from typing import Literal

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Fixed, Text
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Arm, Select

from .errors import RequestNotManaged, UnknownStatus
from .types import ManagedRequest, OtherStatus, RequestFault

OPERATION: CgiOperation[ManagedRequest] = CgiOperation(
    "cancel_request",
    module=__name__,
    effect="write",
    stability="source-only",
    parameters=(
        Parameter("address", required=True, secret=True),
        Parameter("confirm", required=True, confirms=True),
    ),
    endpoint="manage_request",
    query=(
        Text("address", "address"),
        Fixed("operation", "cancel"),
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


def cancel_request(client: BaseClient, address: str, *, confirm: Literal[True]) -> ManagedRequest:
    """Give up the unfinished export of an address.

    Another export can be ordered then. `manage_request` asks without changing anything.

    Parameters
    ----------
    address
        The e-mail address, on one line.
    confirm
        True, to say that the export is to be given up.

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
    >>> answer = client.cancel_request(address="name@example.com", confirm=True)

    In no document; known from the source of the server's programs only. Offered by JSOC, JSOC, with
    internal series.

    Source: manage-request.py, web exportdata.
    """
    return client.call(OPERATION, {"address": address, "confirm": confirm})
