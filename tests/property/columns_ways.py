"""The ways to read a column, each forced by changing where it begins or by taking others away."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest

from astrowire_runtime.columns import abreast, arrow, column, numbers, scan

HUGE = 1 << 60
Patch = tuple[Any, str, Any]


def nothing(*args: Any, **options: Any) -> None:
    """A quick way that can't tell."""


def unproven(*args: Any, **options: Any) -> Any:
    """A proof that can't be given."""
    raise scan.Unproven


WAYS: dict[str, list[Patch]] = {
    "as shipped": [],
    "quick ways from the first row on": [
        (column, "PROOF_BYTES", 0),
        (column, "IMPORT_BYTES", 0),
        (numbers, "ARROW_ROWS", 0),
    ],
    "several columns at a time": [(abreast, "ROWS", 0), (numbers, "ARROW_ROWS", 0)],
    "large strings": [(numbers, "ARROW_ROWS", 0), (arrow, "SMALL_OFFSETS", 10)],
    "parser of texts with numbers": [
        (column, "PROOF_BYTES", 0),
        (numbers, "ARROW_ROWS", HUGE),
        (scan, "fixed_width", nothing),
    ],
    "entry by entry": [
        (column, "PROOF_BYTES", HUGE),
        (numbers, "numbers", nothing),
        (numbers, "surely_texts", lambda *_: False),
        (scan, "fixed_width", nothing),
        (scan, "text_ends", unproven),
    ],
    "quotes by position": [
        (column, "PROOF_BYTES", 0),
        (numbers, "ARROW_ROWS", 0),
        (scan, "fixed_width", nothing),
    ],
    "piece by piece": [
        (column, "PROOF_BYTES", 0),
        (column, "KEPT_BYTES", 0),
        (numbers, "ARROW_ROWS", 0),
        (scan, "PIECE", 7),
    ],
    "quotes by position, piece by piece": [
        (column, "PROOF_BYTES", 0),
        (numbers, "ARROW_ROWS", 0),
        (scan, "PIECE", 3),
        (scan, "fixed_width", nothing),
    ],
    "quotes by width": [
        (column, "PROOF_BYTES", 0),
        (numbers, "ARROW_ROWS", 0),
        (scan, "text_ends", unproven),
    ],
}
"""What is changed so that one way is taken and others are not."""


PROOFS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("as shipped", ()),
    ("quick ways from the first row on", ()),
    ("quotes by position", ()),
    ("quotes by position, piece by piece", ()),
    ("quotes by width", ()),
    ("piece by piece", ()),
    ("entry by entry", ()),
    ("as shipped", ("numpy",)),
)
"""The ways that differ while an answer is decoded, and the libraries that are hidden then."""


@contextmanager
def changed(way: str, hidden: Sequence[str] = ()) -> Iterator[None]:
    """Take one way, with some libraries hidden, for the time of a ``with``."""
    with pytest.MonkeyPatch.context() as patch:
        for module, attribute, value in WAYS[way]:
            patch.setattr(module, attribute, value)
        for library in hidden:
            patch.setitem(sys.modules, library, None)
        yield
