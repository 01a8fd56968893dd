# Generated from spec/drms/check_address.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Ask whether an e-mail address is registered for data exports."""

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Fixed, Percent
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.values import UNSET, Answer, UnsetType


class AddressCheck(Answer, frozen=True, kw_only=True):
    """What the server knows of the address.

    Source: seed, checkAddress.py, rec 2020, netdrms observed.
    """

    status: int
    """2 registered, 3 pending, 4 unknown, 1 registration started; negative numbers are errors."""
    msg: str | None
    """The same in words."""
    user_id: int | None | UnsetType = UNSET
    """Number of the export user; -1 when unknown, null after an error, absent on servers of 2020."""


OPERATION: CgiOperation[AddressCheck] = CgiOperation(
    "check_address",
    module=__name__,
    effect="read",
    parameters=(Parameter("email", required=True, secret=True),),
    endpoint="check_address",
    query=(
        Percent("address", "email"),
        Fixed("checkonly", "1"),
    ),
    charset="latin-1",
    result=Plain(AddressCheck),
)


def check_address(client: BaseClient, email: str) -> AddressCheck:
    """Ask whether an e-mail address is registered for data exports.

    Exports need a registered address. This call only asks; it never registers an address and sends
    no mail. The answer is always returned, whatever its status; only 2 means that the address can
    be used.

    | status | meaning |
    |---|---|
    | 2 | registered |
    | 3 | registration pending, the confirmation mail has not been answered yet |
    | 4 | unknown |
    | 1 | registration started (never for this call) |
    | -1 | unspecified error |
    | -2 | no valid address |
    | -3 | the confirmation mail could not be sent |
    | -4 | the server's parameters are missing |
    | -5 | a database command failed |
    | -6 | no database |
    | -7 | the confirmation code exists already |

    Parameters
    ----------
    email
        The e-mail address, on one line.

    Returns
    -------
    AddressCheck
        What the server knows of the address.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.

    Examples
    --------
    >>> answer = client.check_address(email="name@example.com")

    Offered by JSOC, JSOC, with internal series.

    Source: seed, client json.py, checkAddress.py.
    """
    return client.call(OPERATION, {"email": email})
