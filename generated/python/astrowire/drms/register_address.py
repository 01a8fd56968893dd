# Generated from spec/drms/register_address.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Register an e-mail address for data exports; the server sends a mail to it."""

from typing import Literal

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Percent, Text
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Arm, Select
from astrowire_runtime.values import UNSET, Answer, UnsetType

from .errors import RegistrationFailed, UnknownStatus
from .types import OtherStatus


class Registration(Answer, frozen=True, kw_only=True):
    """How the registration stands now.

    Source: checkAddress.py.
    """

    status: Literal[1, 2, 3, 4]
    """1 begun, a mail is on its way; 2 registered before; 3 a mail waits for its answer; 4 unknown."""
    msg: str | None
    """The same in words."""
    user_id: int | None | UnsetType = UNSET
    """Number of the export user; -1 when unknown, absent on servers of 2020."""


class RegistrationRefused(Answer, frozen=True, kw_only=True):
    """Why there is no registration.

    Source: checkAddress.py.
    """

    status: Literal[-1, -2, -3, -4, -5, -6, -7]
    """-1 unspecified, -2 no valid address, -3 mail, -4 and -6 database, -5 a command, -7 the code."""
    msg: str | None | UnsetType = UNSET
    """The reason in words."""
    user_id: int | None | UnsetType = UNSET
    """Null as a rule."""


OPERATION: CgiOperation[Registration] = CgiOperation(
    "register_address",
    module=__name__,
    effect="write",
    stability="source-only",
    parameters=(
        Parameter("email", required=True, secret=True),
        Parameter("confirm", required=True, confirms=True),
        Parameter("name", secret=True),
        Parameter("snail", secret=True),
    ),
    endpoint="check_address",
    query=(
        Percent("address", "email"),
        Text("name", "name"),
        Text("snail", "snail"),
    ),
    charset="latin-1",
    result=Select(
        "status",
        (
            Arm((1, 2, 3, 4), Registration),
            Arm((-1, -2, -3, -4, -5, -6, -7), RegistrationRefused, error=RegistrationFailed),
        ),
        otherwise=Arm((), OtherStatus, error=UnknownStatus),
    ),
)


def register_address(
    client: BaseClient,
    email: str,
    *,
    confirm: Literal[True],
    name: str | None = None,
    snail: str | None = None,
) -> Registration:
    """Register an e-mail address for data exports; the server sends a mail to it.

    An address that the server does not know is noted and sent a mail, which its owner answers
    without changing it: the answer must hold the code in brackets that the mail brought. Then
    exports can be ordered. `check_address` asks how things stand and changes nothing.

    This call is never made twice by itself, whatever becomes of it.

    Parameters
    ----------
    email
        The e-mail address, on one line.
    confirm
        True, to say that the server is to write down the address and to send a mail to it.
    name, optional
        Your name, stored with the address.
    snail, optional
        Your postal address, stored with the address.

    Returns
    -------
    Registration
        How the registration stands now.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    RegistrationFailed
        The address could not be registered (negative status); the text says why.
    UnknownStatus
        The server answered with a status that no document lists; the whole answer is kept.

    Examples
    --------
    >>> answer = client.register_address(email="nobody@example.org", confirm=True, name="Some Body")

    In no document; known from the source of the server's programs only. Offered by JSOC, JSOC, with
    internal series.

    Source: checkAddress.py, registerAddress.py, web registration.js.
    """
    return client.call(OPERATION, {"email": email, "confirm": confirm, "name": name, "snail": snail})
