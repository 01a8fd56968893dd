"""The numbered corrections, read from the specification: every exception of these tests must name one."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

SPEC = Path(__file__).resolve().parent.parent.parent / "spec"


@cache
def corrections() -> dict[int, dict[str, Any]]:
    """Correction by id."""
    found: dict[int, dict[str, Any]] = {}
    for path in sorted(SPEC.glob("corrections*.yaml")):
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))["corrections"]
        found |= {entry["id"]: entry for entry in entries}
    return found


def missing(number: int, service: str, operation: str, *words: str) -> list[str]:
    """What a correction lacks to be the reason of an exception: its operation, and words of its text."""
    entry = corrections().get(number)
    if entry is None:
        return [f"there is no correction {number}"]
    text = " ".join(str(entry[part]) for part in ("title", "documents", "servers", "decision"))
    found = (
        []
        if entry["service"] == service and operation in entry["operations"]
        else [f"{number}: not of {operation}"]
    )
    return found + [f"{number}: does not say {word!r}" for word in words if word not in text]
