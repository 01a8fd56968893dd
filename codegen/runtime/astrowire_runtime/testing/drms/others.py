"""The programs whose inside is not imitated: they answer what is recorded, and refuse everything else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from .. import forms
from ..exchange import CRASH, Answer, Reply, Request, Terms
from .catalogue import Catalogue, Reader, replayed
from .programs import c_members, python_json

Names = Mapping[str, str]
"""Members of the wire, each with the documented argument that it carries."""

_FLAGS = {
    "a": "all_keywords",
    "c": "count_only",
    "i": "queries",
    "l": "describe",
    "K": "all_links",
    "P": "paths",
    "s": "extent",
    "A": "all_segments",
    "b": "all_versions",
    "B": "hexadecimal",
    "C": "no_links",
    "d": "dimensions",
    "e": "parse",
    "I": "session",
    "j": "definition",
    "k": "one_per_line",
    "M": "full_precision",
    "o": "online",
    "O": "no_time_limit",
    "p": "staged_paths",
    "q": "no_header",
    "r": "record_numbers",
    "R": "retention",
    "S": "storage_units",
    "t": "types",
    "T": "tape",
    "v": "verbose",
    "x": "archived",
    "z": "sizes",
}
_SHOW_INFO: Names = {name: name for name in ("ds", "key", "seg", "link", "n", "sunum")} | _FLAGS
_SERIES_INFO: Names = {name: name for name in ("series", "atts", "keys", "segs", "links")} | {
    "DRMS_DBTIMEOUT": "timeout"
}
_EXPORT: Names = {name: name for name in ("spec", "filename", "compression", "skiptar", "webserver")}


def _text(value: object) -> str:
    """An argument as the text of its member: lists joined with commas, flags as 1."""
    if isinstance(value, list | tuple):
        return ",".join(str(each) for each in cast("Sequence[object]", value))
    return "1" if value is True else str(value)


def recorded_by(names: Names, fixed: Mapping[str, str] | None = None) -> Reader:
    """A reader of documented arguments for a program that takes each as it is."""

    def read(given: Mapping[str, object]) -> Terms:
        asked = {
            wire: _text(given[name])
            for wire, name in names.items()
            if given.get(name) is not None and given[name] is not False
        }
        return dict[str, object](fixed or {}) | asked

    return read


recorded_info_text = recorded_by(_SHOW_INFO)
recorded_parsed = recorded_by({"spec": "spec"})
recorded_series = recorded_by(_SERIES_INFO)
recorded_managed = recorded_by({"address": "address"}, {"operation": "check"})
recorded_cancelled = recorded_by({"address": "address"}, {"operation": "cancel"})
recorded_handle = recorded_by({})
recorded_kill = recorded_by({"userhandle": "userhandle"})
recorded_stream = recorded_by(_EXPORT)


class Recorded:
    """A program that answers what is recorded, compared by members; ``otherwise`` says what else it says.

    ``operations`` are tried in turn; ``needed`` are members without which the program dies.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        operations: Sequence[str],
        members: Sequence[str],
        *,
        otherwise: Callable[[Terms], Reply] = lambda _: CRASH,
        needed: Sequence[str] = (),
    ) -> None:
        self._catalogue = catalogue
        self._operations = tuple(operations)
        self._members = frozenset(members)
        self._otherwise = otherwise
        self._needed = tuple(needed)

    def answer(self, request: Request) -> Answer:
        found = c_members(request)
        terms: Terms = {name: value for name, value in found.items() if name in self._members}
        if any(name not in found for name in self._needed):
            return Answer(CRASH, self._operations[0], terms)
        for operation in self._operations:
            recording = self._catalogue.shelf.find(operation, terms)
            if recording is not None:
                return replayed(recording, terms)
        return Answer(self._otherwise(terms), self._operations[0], terms)


def show_info(catalogue: Catalogue, *, needed: Sequence[str] = ()) -> Recorded:
    """``show_info``, and with ``dbhost`` needed ``showextinfo``: a text, or nothing at all."""
    return Recorded(catalogue, ["show_info"], list(_SHOW_INFO), otherwise=_no_list, needed=needed)


def _no_list(terms: Terms) -> Reply:
    if "ds" in terms:
        return CRASH
    text = b"### show_info: ds=<record_query> parameter is required, must quit\n"
    return Reply(200, "text/plain", text)


def manage_request(catalogue: Catalogue) -> Recorded:
    """``manage-request.sh``: what it says of an address that it does not know."""
    operations = ["manage_request", "cancel_request"]
    return Recorded(catalogue, operations, ["address", "operation"], otherwise=_unknown_address)


def _unknown_address(terms: Terms) -> Reply:
    del terms
    return python_json({"status": "0", "msg": "unknown address"})


def programs(catalogue: Catalogue) -> dict[str, Callable[[Request], Answer]]:
    """The programs by their names below the base URL, and by whole paths those below the host."""
    recorded = {
        "show_info": show_info(catalogue),
        "showextinfo": show_info(catalogue, needed=["dbhost"]),
        "manage-request.sh": manage_request(catalogue),
        "jsoc_WebRequestID": Recorded(catalogue, ["web_request_id"], []),
        "jsoc_userkill": Recorded(
            catalogue, ["jsoc_userkill"], ["userhandle"], otherwise=lambda _: python_json({"status": 1})
        ),
        "/cgi-bin/drms_parserecset": Recorded(catalogue, ["drms_parserecset"], ["spec"]),
        "/cgi-bin/series_info": Recorded(catalogue, ["series_info"], list(_SERIES_INFO)),
        "/cgi-bin/drms-export.sh": Recorded(catalogue, ["drms_export"], list(_EXPORT)),
    }
    return {name: program.answer for name, program in recorded.items()}


def needing_dbhost(program: Callable[[Request], Answer]) -> Callable[[Request], Answer]:
    """A wrapper of the public site: without ``dbhost`` it dies, else it is the program behind it."""

    def answer(request: Request) -> Answer:
        members = forms.first_wins(forms.posted(request) + forms.fields(request.query or b""))
        return program(request) if members.get("dbhost") else Answer(CRASH)

    return answer
