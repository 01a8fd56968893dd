"""What the recordings say about the server: its operations, its series and its users."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias, cast

from ..exchange import Answer, Terms
from ..recording import Recording, Shelf
from .recordsets import record_sets

Reader: TypeAlias = "Callable[[Mapping[str, object]], Terms]"
"""How the documented arguments of one operation read in the server's own terms."""


@dataclass(frozen=True, slots=True)
class Series:
    """One line of a list of series."""

    name: str
    primekeys: str = ""
    note: str = ""


class Catalogue:
    """The recordings by operation, and the series and addresses that follow from them."""

    def __init__(self, readers: Mapping[str, Reader]) -> None:
        self._readers = readers
        self.shelf = Shelf()
        self.listed: dict[str, Series] = {}
        """What show_series would list, by lower-case name."""
        self.extra: dict[str, Series] = {}
        """What only showextseries lists."""
        self.used: set[str] = set()
        """Lower-case names of series that some answer shows to exist."""
        self.users: set[str] = set()
        """Lower-case addresses that some accepted export used."""

    def add(self, recording: Recording) -> None:
        """File a recording under the server's terms for its arguments."""
        given = recording.arguments
        reader = self._readers.get(recording.operation)
        if reader is None:
            return
        terms = reader(given)
        self.shelf.add(recording, terms)
        body = parsed(recording.body)
        status = body.get("status")
        if recording.operation == "show_series":
            self._list(body.get("names"))
        elif recording.operation == "show_series_wrapper":
            self._list_extra(body.get("seriesList"))
        elif recording.operation == "exp_request" and status not in (4, None):
            self.users.add(str(given.get("notify", "")).lower())
            self._use(given)
        elif "ds" in given and status == 0:
            self._use(given)

    def _use(self, given: Mapping[str, object]) -> None:
        sets = record_sets(str(given["ds"]))
        self.used.update(name for name, _ in sets or [])

    def _list(self, names: object) -> None:
        for entry in _dicts(names):
            name, keys, note = (str(entry.get(member, "")) for member in ("name", "primekeys", "note"))
            self.listed.setdefault(name.lower(), Series(name, keys, note))

    def _list_extra(self, names: object) -> None:
        entries = cast("list[object]", names) if isinstance(names, list) else []
        for entry in entries:
            if isinstance(entry, str):
                self.extra.setdefault(entry.lower(), Series(entry))
        for described in _dicts(entries):
            for name, info in described.items():
                about = cast("dict[str, object]", info) if isinstance(info, dict) else {}
                self.extra[name.lower()] = Series(name, note=str(about.get("description", "")))

    def knows(self, name: str) -> bool:
        """Whether a series, named in lower case, exists on this server."""
        return name in self.used or name in self.listed or name in self.extra


def parsed(body: bytes) -> dict[str, object]:
    """A recorded body as an object; empty when it is something else (some broken bodies are recorded)."""
    for charset in ("utf-8", "latin-1"):
        try:
            value: object = json.loads(body.decode(charset))
        except ValueError:
            continue
        return cast("dict[str, object]", value) if isinstance(value, dict) else {}
    return {}


def _dicts(value: object) -> list[dict[str, object]]:
    items = cast("list[object]", value if isinstance(value, list) else [])
    return [cast("dict[str, object]", item) for item in items if isinstance(item, dict)]


def replayed(recording: Recording, terms: Terms) -> Answer:
    """The answer that serves a recording as it is."""
    return Answer(recording.reply, recording.operation, terms, recording.label)
