"""``jsoc_fetch``: exp_request, exp_status, exp_su and exp_repeat."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import cast

from .. import forms
from ..exchange import CRASH, Answer, Reply, Request, Terms
from .address import ADDRESS, INVALID_ADDRESS, UNKNOWN_ADDRESS
from .catalogue import Catalogue, parsed, replayed
from .programs import JSON, UNSET, c_error, c_members, without_header
from .recordsets import SEGMENTS, record_sets

_REQUEST_ID = re.compile(r"JSOC_[0-9]{8}_[0-9]+(_IN)?")
# fmt: off
_FETCH_NAMES = frozenset({
    "op", "ds", "requestid", "sunum", "seg", "process", "processing", "max_recs", "requestor", "notify",
    "shipto", "protocol", "filenamefmt", "format", "formatvar", "method", "file", "sizeratio", "instid",
    "t", "p", "o", "q", "W",
})
# fmt: on
_FETCH_EXTRA = ("processing", "max_recs", "sizeratio", "t", "p", "o", "q")
_IMAGES = ("jpg", "mpg", "mp4", "png")


def _plain(value: object) -> str:
    """A value as text in one spelling: numbers without needless digits, other texts as they are."""
    try:
        return f"{float(str(value)):g}"
    except ValueError:
        return str(value)


def _protocol_terms(word: str, options: Iterable[tuple[str, object]]) -> Terms:
    """Protocol word and options in any order and case, the way the export scripts read them."""
    return {
        "protocol": word.strip().lower(),
        "options": {name.strip().lower(): _plain(value).lower() for name, value in options},
    }


def _wire_protocol(value: str) -> Terms:
    word, *options = value.split(",")
    split = (option.partition("=") for option in options)
    return _protocol_terms(word, ((name, given) for name, _, given in split))


def _argument_protocol(given: Mapping[str, object]) -> Terms:
    word = str(given.get("protocol") or "as-is").lower()
    options: dict[str, object] = {}
    if word in _IMAGES:
        options = {"ct": "grey.sao", "scaling": "MINMAX", "size": 1}
        asked = cast("Mapping[str, object]", given.get("protocol_args") or {})
        options |= {name.lower(): value for name, value in asked.items() if value is not None}
    return _protocol_terms(word, options.items())


def _wire_process(value: str) -> Terms:
    """``n=<limit>|<step>,<name>=<value>|...``; the limit counts only if the text starts with ``n=``."""
    limit = 0
    items = value.split("|") if value else []
    if items and items[0].startswith("n="):
        limit = forms.integer(items.pop(0)[2:]) or 0
    steps: list[object] = []
    for item in items:
        name, *arguments = item.split(",")
        pairs = (argument.partition("=") for argument in arguments)
        if name and name != "no_op":
            steps.append([name, {key: _plain(text) for key, _, text in pairs}])
    return {"limit": limit, "steps": steps}


def _argument_process(given: Mapping[str, object]) -> Terms:
    process = cast("Mapping[str, Mapping[str, object] | None]", given.get("process") or {})
    steps: list[object] = []
    for name, arguments in process.items():
        steps.append([name, {key: _plain(value) for key, value in (arguments or {}).items()}])
    return {"limit": given.get("n") or 0, "steps": steps}


def _export_set(ds: str, seg: str = "") -> str:
    """The record set as an export opens it: quotes doubled, ``{**ALL**}`` dropped, ``[]`` added."""
    text = ds.replace("'", '"') + (f"{{{seg}}}" if seg else "")
    sets = record_sets(text)
    if sets is None:
        return text.strip()
    whole = [(name, rest.replace("{**ALL**}", "")) for name, rest in sets]
    return ",".join(name + (rest if "[" in rest else f"[]{rest}") for name, rest in whole)


def recorded_request(given: Mapping[str, object]) -> Terms:
    """A recorded export in the program's terms, with the documented defaults filled in."""
    protocol = _argument_protocol(given)
    usual = "url_quick" if protocol["protocol"] == "as-is" else "url"
    requestor = given.get("requestor", given.get("requester"))
    if requestor is None:
        requestor = str(given.get("notify", "")).partition("@")[0]
    ds = str(given["file"]) if given.get("file") else str(given["ds"])
    terms: Terms = {
        "ds": _export_set(ds, _text_list(given.get("seg"))),
        "notify": given.get("notify"),
        "method": str(given.get("method") or usual).lower(),
        **protocol,
        **_argument_process(given),
        "filenamefmt": given.get("filenamefmt"),
        "requestor": requestor or None,
        "format": "json",
        "extra": {name: _extra(given[name]) for name in _FETCH_EXTRA if given.get(name) is not None},
    }
    return _immediate(terms)


def _text_list(value: object) -> str:
    if isinstance(value, list | tuple):
        return ",".join(str(each) for each in cast("Iterable[object]", value))
    return ",".join(str(value or "").replace(",", " ").split())


def _extra(value: object) -> str:
    """A member beside the usual ones, in one spelling: JSON without blanks, numbers shortly."""
    if isinstance(value, Mapping):
        return json.dumps(value, separators=(",", ":"))
    return _plain(value)


def _immediate(terms: Terms) -> Terms:
    """Immediate exports have no file name format, whatever was asked."""
    if (terms["method"], terms["protocol"]) == ("url_quick", "as-is"):
        terms["filenamefmt"] = None
    return terms


def recorded_status(given: Mapping[str, object]) -> Terms:
    """A status question is its id; other formats than JSON are not recorded."""
    return {"requestid": str(given["requestid"]).strip(), "format": "json"}


_UNITS = {"method": "url_quick", "protocol": "as-is", "formatvar": "", "requestid": ""}
"""Members of a question about storage units, with what the client sends when nothing is said."""


def recorded_units(given: Mapping[str, object]) -> Terms:
    """The numbers of the storage units, and how they are to be told."""
    asked = {name: str(given.get(name) or usual) for name, usual in _UNITS.items()}
    return {"sunum": _text_list(given.get("sunum")), **asked}


def recorded_repeat(given: Mapping[str, object]) -> Terms:
    """An order to repeat is its id."""
    return {"requestid": str(given["requestid"]).strip()}


class JsocFetch:
    """``jsoc_fetch``: exp_request, exp_status, exp_su and exp_repeat."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def answer(self, request: Request) -> Answer:
        members = {name: value for name, value in c_members(request).items() if name in _FETCH_NAMES}
        if not members and not request.query and not request.body:
            return Answer(c_error(4, "RequestID must be provided"))
        if "op" not in members:
            return Answer(CRASH)
        op = members["op"]
        illegal = _illegal(members.values())
        if illegal:
            return Answer(_illegal_reply(op, illegal), op)
        members = {name: value.replace("'", '"') for name, value in members.items()}
        if op == "exp_request":
            answer = self._request(members)
        elif op == "exp_status":
            answer = self._status(members)
        else:
            answer = self._other(op, members)
        return without_header(_in_format(answer, members), members, "W")

    def _other(self, op: str, members: Mapping[str, str]) -> Answer:
        terms: Terms = {}
        if op == "exp_su":
            terms = recorded_units({**members, "method": members.get("method", "url")})
        elif op == "exp_repeat":
            terms = {"requestid": members.get("requestid", UNSET).strip()}
        recording = self._catalogue.shelf.find(op, terms)
        if recording is not None:
            return replayed(recording, terms)
        return Answer(c_error(4, _other_op(op, members)), op, terms)

    def _request(self, members: Mapping[str, str]) -> Answer:
        ds, seg = members.get("ds", UNSET), members.get("seg", "")
        if ds == "*file*":
            ds = members.get("file", "")
        terms: Terms = {
            "ds": _export_set(ds, seg),
            "notify": members.get("notify"),
            "method": members.get("method", "url"),
            **_wire_protocol(members.get("protocol", "as-is")),
            **_wire_process(members.get("process", "")),
            "filenamefmt": members.get("filenamefmt"),
            "requestor": members.get("requestor"),
            "format": members.get("format", "json"),
            "extra": {name: _plain(members[name]) for name in _FETCH_EXTRA if name in members},
        }
        terms = _immediate(terms)
        shelf = self._catalogue.shelf
        found = shelf.find("exp_request", terms, minor=("requestor",))
        problem = None if found else self._refused_user(members.get("notify", UNSET))
        if found is None and problem is None:
            found = shelf.find("exp_request", terms, minor=("requestor", "notify"))
        if found is not None:
            return replayed(found, terms)
        return Answer(c_error(4, problem or self._refused_set(ds, seg)), "exp_request", terms)

    def _refused_user(self, notify: str) -> str | None:
        """Why an address may not order, or ``None``: the same look-up as the address program's."""
        if not notify:
            return "Email address for notification was not specfied. It is required."
        if not ADDRESS.match(notify):
            return f"Cannot process your request. {INVALID_ADDRESS}"
        recording = self._catalogue.shelf.find("check_address", {"address": notify.lower()})
        body = parsed(recording.body) if recording else {}
        if body.get("status") == 2 or notify.lower() in self._catalogue.users:
            return None
        return f"Cannot process your request. {body.get('msg', UNKNOWN_ADDRESS)}"

    def _refused_set(self, ds: str, seg: str) -> str:
        if seg and SEGMENTS.search(ds):
            return "cannot provide both the `seg` argument, and a segment filter in the `in` argument"
        sets = record_sets(ds)
        if sets is None or ds == UNSET:
            return f"Bad record-set query '{ds}'.\n"
        if len({name for name, _ in sets}) > 1:
            return "Cannot specify subsets of records from different series.\n"
        if not self._catalogue.knows(sets[0][0]):
            return f"Cannot export series '{sets[0][0]}' - it does not exist.\n"
        return "There are no files in this RecordSet"

    def _status(self, members: Mapping[str, str]) -> Answer:
        given = members.get("requestid", UNSET)
        terms: Terms = {"requestid": given.strip(), "format": members.get("format", "json")}
        shelf = self._catalogue.shelf
        recording = shelf.find("exp_status", terms) or shelf.find("exp_su_status", terms)
        if recording is not None:
            return replayed(recording, terms)
        if given in ("", UNSET):
            error = "RequestID must be provided"
        elif not _REQUEST_ID.search(given):
            error = f"Bad RequestID '{given}' provided."
        else:
            error = f"invalid export DRMS record for ID `%s`{given}"
        return Answer(c_error(4, error), "exp_status", terms)


def _illegal(values: Iterable[str]) -> str:
    for value in values:
        if ";" in value:
            return "';' not allowed"
        if value.count("'") % 2:
            return 'Unbalanced "\'" not allowed.'
    return ""


def _illegal_reply(op: str, illegal: str) -> Reply:
    """The refusal is plain text; afterwards an export request dies, and the others print a second answer."""
    body = f"status=4\nerror=Illegal text in arg: {illegal}\n"
    if op != "exp_request":
        body += f'Content-type: {JSON}\n\n{{"status":4,"error":"RequestID must be provided"}}\n'
    return Reply(200, "text/plain", body.encode("ascii"))


def _other_op(op: str, members: Mapping[str, str]) -> str:
    if op == "exp_repeat" and members.get("requestid"):
        return "Re-Export requests temporarily disabled."
    if op == "exp_su":
        numbers = members.get("sunum", "")
        if numbers and any(forms.integer(number) is None for number in numbers.split(",")):
            return f"Invalid argument on entry, 'sunum={numbers}'.\n"
        return "There are no files in this RecordSet" if numbers else "There are no SUs in sunum or ds params"
    return "RequestID must be provided"


def _in_format(answer: Answer, members: Mapping[str, str]) -> Answer:
    """Any ``format`` but json gives lines of ``key=value`` instead of JSON."""
    if members.get("format", "json") == "json" or answer.recording is not None:
        return answer
    lines = (f"{name}={value}\n" for name, value in parsed(answer.reply.body).items())
    reply = Reply(200, "text/plain", forms.raw("".join(lines)))
    return Answer(reply, answer.operation, answer.understood)
