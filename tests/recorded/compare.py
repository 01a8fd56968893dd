"""Deep comparison of a typed result with the JSON that it came from.

The JSON is walked, not the result: every member must be found again under its
name in snake_case with the same value, and nothing else may be there. The few
places where a typed value differs from its JSON by intention are written out
here, each under its own name.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Raw

NUMBERS_IN_TEXT = frozenset({"wait", "count", "size", "rcount"})
"""Members that finished exports write as text and that users get as numbers."""

_BOUNDARY = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_UNSAFE = re.compile(r"[^a-z0-9]+")


def snake_case(wire: str) -> str:
    """The attribute's name of a member.

    >>> [snake_case(name) for name in ("seriesList", "errMsg", "FirstRecnum", "movie name", "CAL_VER")]
    ['series_list', 'err_msg', 'first_recnum', 'movie_name', 'cal_ver']
    """
    return _UNSAFE.sub("_", _BOUNDARY.sub("_", wire).lower())


def differences(typed: Any, wire: Any, *, ascending: bool = False) -> list[str]:
    """Say where a typed result is not what the JSON says; ``ascending``: the typed list is sorted."""
    if ascending and isinstance(wire, list):
        wire = sorted(wire)
    found: list[str] = []
    _compare(typed, wire, "", "", found)
    return found


def _compare(typed: Any, wire: Any, path: str, member: str, found: list[str]) -> None:
    if isinstance(wire, str) and hasattr(typed, "database"):
        # A packed file: users get its bytes.
        _compare_bytes(typed.database, zlib.decompress(base64.b64decode(wire)), path, found)
    elif isinstance(wire, dict):
        _compare_object(typed, wire, path, found)
    elif isinstance(wire, list):
        _compare_array(typed, wire, path, found)
    elif not _same_scalar(typed, wire, member):
        found.append(f"{path or '(root)'}: the result has {typed!r}, the JSON has {wire!r}")


def _compare_bytes(typed: bytes, wire: bytes, path: str, found: list[str]) -> None:
    if typed != wire:
        found.append(f"{path or '(root)'}: {len(typed)} bytes that are not the {len(wire)} that were packed")


def _compare_object(typed: Any, wire: dict[str, Any], path: str, found: list[str]) -> None:
    if _is_pair(typed):
        # A value that came without its [true, value]: one shape for both forms.
        if typed[0] is not True:
            found.append(f"{path}: a bare value became {typed!r}")
        _compare(typed[1], wire, path, "", found)
    elif isinstance(typed, Mapping):
        _compare_map(typed, wire, path, found)
    elif hasattr(typed, "__struct_fields__"):
        _compare_record(typed, wire, path, found)
    else:
        found.append(f"{path}: an object became {typed!r}")


def _compare_map(typed: Mapping[str, Any], wire: dict[str, Any], path: str, found: list[str]) -> None:
    if list(typed) != list(wire):
        found.append(f"{path}: the names are {list(typed)}, in the JSON {list(wire)}")
        return
    for name, value in wire.items():
        _compare(typed[name], value, f"{path}/{name}", "", found)


def _compare_record(typed: Any, wire: dict[str, Any], path: str, found: list[str]) -> None:
    fields = set(typed.__struct_fields__)
    extras = {}
    known = set()
    for name, value in wire.items():
        attribute = _attribute(typed, name)
        if attribute is None:
            extras[name] = value
            continue
        known.add(attribute)
        has_sent_form = f"wire_{attribute}" in fields
        _compare(getattr(typed, attribute), value, f"{path}/{name}", name if has_sent_form else "", found)
        if has_sent_form:
            known.add(f"wire_{attribute}")
            sent = getattr(typed, f"wire_{attribute}")
            # Columns keep their bytes.
            sent = json.loads(bytes(sent)) if isinstance(sent, Raw) else sent
            _compare(sent, value, f"{path}/{name} (as sent)", "", found)
    if typed.extras != extras:
        found.append(f"{path}: extras are {typed.extras!r}, the JSON has {extras!r} beside the known members")
    for attribute in sorted(fields - known):
        value = getattr(typed, attribute)
        if type(value).__name__ != "UnsetType":
            found.append(f"{path}: {attribute} is {value!r}, the JSON has no such member")


def _attribute(typed: Any, wire: str) -> str | None:
    name = snake_case(wire)
    for attribute in (name, f"{name}_"):
        if attribute in typed.__struct_fields__ or isinstance(
            getattr(type(typed), attribute, None), property
        ):
            return attribute if attribute not in ("extras", "raw", "charset") else None
    return None


def _compare_array(typed: Any, wire: list[Any], path: str, found: list[str]) -> None:
    if not isinstance(typed, Sequence) or isinstance(typed, str):
        found.append(f"{path}: an array became {typed!r}")
        return
    if wire == [None]:
        wire = []  # The servers' way to write the empty list.
    if len(typed) != len(wire):
        found.append(f"{path}: {len(typed)} items, in the JSON {len(wire)}")
        return
    for number, value in enumerate(wire):
        _compare(typed[number], value, f"{path}/{number}", "", found)


def _is_pair(typed: Any) -> bool:
    return isinstance(typed, tuple) and len(typed) == 2 and isinstance(typed[0], bool)


def _same_scalar(typed: Any, wire: Any, member: str) -> bool:
    if isinstance(wire, str) and member in NUMBERS_IN_TEXT:
        return isinstance(typed, int | float) and not isinstance(typed, bool) and typed == float(wire)
    if isinstance(wire, bool) or wire is None:
        return typed is wire
    if isinstance(wire, str):
        return isinstance(typed, str) and str(typed) == wire
    return isinstance(typed, int | float) and not isinstance(typed, bool) and typed == wire
