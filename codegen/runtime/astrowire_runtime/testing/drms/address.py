"""``checkAddress.sh``: whether an address may order exports."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .. import forms
from ..exchange import CRASH, Answer, Reply, Request, Terms
from .catalogue import Catalogue, parsed, replayed
from .programs import NUMBER, python_form, python_json

ADDRESS = re.compile(r"\s*[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,6}")
INVALID_ADDRESS = "Not a valid email address."
UNKNOWN_ADDRESS = "email address has been neither validated nor registered"
_STARTING = (
    "Your email address has not been registered for use with the export system - "
    "starting registration process. You will receive an email address from user jsoc. "
    "Please reply to this email message within 60 minutes without modifying the body."
)


def recorded_address(given: Mapping[str, object]) -> Terms:
    """Addresses are compared without regard to case."""
    return {"address": str(given.get("email") or "").lower()}


class CheckAddress:
    """``checkAddress.sh``: unquotes the address once more after the form has been decoded.

    Without ``checkonly=1`` the real program registers an unknown address. The stand-in says so too,
    but keeps nothing and sends nothing.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def answer(self, request: Request) -> Answer:
        members = forms.first_wins(python_form(request))
        address = forms.text(forms.percent(forms.raw(members.get("address", ""))))
        terms: Terms = {"address": address.lower(), "checkonly": members.get("checkonly", "0")}
        if not NUMBER.fullmatch(str(terms["checkonly"])):
            return Answer(CRASH, "check_address", terms)
        checkonly = int(str(terms["checkonly"])) == 1
        known: Terms = {"address": address.lower()}
        registering = None if checkonly else self._catalogue.shelf.find("register_address", known)
        if registering is not None:
            return replayed(registering, terms)
        recording = self._catalogue.shelf.find("check_address", known)
        if recording is not None and (checkonly or parsed(recording.body).get("status") != 4):
            return replayed(recording, terms)
        return Answer(self._made_up(address, checkonly), "check_address", terms)

    def _made_up(self, address: str, checkonly: bool) -> Reply:
        if not address:
            missing = "Missing required argument 'address'."
            return python_json({"status": -2, "msg": missing, "user_id": None})
        if not ADDRESS.match(address):
            return python_json({"status": -2, "msg": INVALID_ADDRESS, "user_id": None})
        if address.lower() in self._catalogue.users:
            return python_json({"status": 2, "msg": "Email address is valid and registered.", "user_id": 1})
        if checkonly:
            return python_json({"status": 4, "msg": UNKNOWN_ADDRESS, "user_id": -1})
        return python_json({"status": 1, "msg": _STARTING, "user_id": -1})
