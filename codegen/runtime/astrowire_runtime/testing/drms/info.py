"""``jsoc_info``: series_struct, rs_summary and rs_list."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import cast

from .. import forms
from ..exchange import CRASH, Answer, Reply, Request, Terms
from .catalogue import Catalogue, replayed
from .programs import UNSET, c_error, c_members, is_set, without_header
from .recordsets import SEGMENTS, canonical, crashes, record_sets


def _wire_list(members: Mapping[str, str], name: str) -> list[str]:
    """A comma list of rs_list: decoded once more, empty items skipped, ``**NONE**`` empties it."""
    once_more = forms.text(forms.percent(forms.raw(members.get(name, ""))))
    return _items(once_more.split(","))


def _items(items: Iterable[str]) -> list[str]:
    kept = [item for item in items if item]
    return [] if "**NONE**" in kept else kept


def _argument_list(value: object) -> list[str]:
    """A documented list argument: a text of words, a list, or nothing."""
    if value is None:
        return []
    words = re.split(r"[\s,]+", value) if isinstance(value, str) else cast("Iterable[object]", value)
    return _items(str(word) for word in words)


def _series_terms(ds: str) -> Terms:
    sets = record_sets(ds)
    return {"ds": sets[0][0] if sets and len({name for name, _ in sets}) == 1 else ds.strip()}


def recorded_struct(given: Mapping[str, object]) -> Terms:
    """Of the record set only the series counts."""
    return _series_terms(str(given["ds"])) | {"flags": _argument_flags(given)}


_FLAGS = {
    "f": "fits_names",
    "l": "follow_links",
    "B": "hexadecimal",
    "M": "full_precision",
    "o": "owner",
    "r": "no_runtime",
    "processing": "processing",
}
"""Flags of the program, each with the documented argument for it."""


def _argument_flags(given: Mapping[str, object]) -> list[str]:
    return [wire for wire, name in _FLAGS.items() if given.get(name)]


def recorded_summary(given: Mapping[str, object]) -> Terms:
    """No limit is a limit of 0."""
    limit = given.get("n") or 0
    terms: Terms = {"ds": canonical(str(given["ds"])), "n": limit, "flags": _argument_flags(given)}
    return terms


def recorded_list(given: Mapping[str, object]) -> Terms:
    """The lists in the order asked for; no list is an empty one."""
    terms = recorded_summary(given)
    terms.update((name, _argument_list(given.get(name))) for name in ("key", "seg", "link"))
    terms.update(R=bool(given.get("recinfo")), userhandle=given.get("uid"))
    return terms


def recorded_records(given: Mapping[str, object]) -> Terms:
    """As the lists, in the FITS-name mode."""
    return recorded_list(dict(given) | {"fits_names": True})


_INFO_OPS = ("series_struct", "rs_summary", "rs_list")


class JsocInfo:
    """``jsoc_info``: series_struct, rs_summary and rs_list."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def answer(self, request: Request) -> Answer:
        members = c_members(request)
        op = members.get("op", UNSET)
        ds = members.get("ds", UNSET)
        terms = self._terms(op, members, ds)
        named = "rs_records" if op == "rs_list" and is_set(members, "f") else op
        recording = (
            self._catalogue.shelf.find(named, terms, minor=("userhandle",)) if "ds" in members else None
        )
        if recording is not None:
            return without_header(replayed(recording, terms), members, "s")
        operation = op if op in _INFO_OPS else ""
        return without_header(Answer(self._refusal(op, ds, terms, members), operation, terms), members, "s")

    def _terms(self, op: str, members: Mapping[str, str], ds: str) -> Terms:
        flags = [name for name in _FLAGS if name in members and members[name] != "0"]
        if op == "series_struct":
            return _series_terms(ds) | {"flags": flags}
        terms: Terms = {"ds": canonical(ds), "n": forms.integer(members.get("n", "0")), "flags": flags}
        if op == "rs_list":
            terms |= {name: _wire_list(members, name) for name in ("key", "seg", "link")}
            terms |= {"R": is_set(members, "R"), "userhandle": members.get("userhandle")}
        return terms

    def _refusal(self, op: str, ds: str, terms: Terms, members: Mapping[str, str]) -> Reply:
        """What the program says to a request that no recording fits."""
        if crashes(ds):
            return CRASH
        sets = record_sets(ds)
        if op == "rs_summary" and (ds.rstrip().endswith(",") or (sets and self._kills_summary(ds, sets))):
            return CRASH
        if sets is None or ds == UNSET:
            return c_error(1, f"invalid record-set specification `{ds}`")
        if op not in _INFO_OPS:
            return CRASH
        several = len({name for name, _ in sets}) > 1
        whole = op == "series_struct" or "**ALL**" in str(terms.get("key", "")) or is_set(members, "f")
        if several and whole:
            text = f"invalid record-set specification `{ds}`; the records must belong to a single data series"
            return c_error(1, text)
        if terms.get("n", 0) is None:
            return c_error(1, "ERROR:  LIMIT must not be negative\n")
        if "processing" in members and not _is_json(members["processing"]):
            return c_error(1, "invalid processing list argument")
        return self._not_there(op, sets)

    def _kills_summary(self, ds: str, sets: list[tuple[str, str]]) -> bool:
        return bool(SEGMENTS.search(ds)) or len({name for name, _ in sets}) > 1

    def _not_there(self, op: str, sets: list[tuple[str, str]]) -> Reply:
        """The texts for a series that does not exist; each op has its own."""
        if all(self._catalogue.knows(name) for name, _ in sets) and op != "series_struct":
            return c_error(1, "unable to open records")
        if op == "rs_list":
            return c_error(1, " jsoc_info: series not found.")
        bare = op == "rs_summary" and not sets[0][1]
        return c_error(1, "problem with database query" if bare else "series not found")


def _is_json(value: str) -> bool:
    try:
        json.loads(value)
    except ValueError:
        return False
    return True
