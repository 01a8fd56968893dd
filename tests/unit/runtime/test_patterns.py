"""Patterns of the common subset mean in Python what they mean everywhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET, Struct, UnsetType

from astrowire_runtime.patterns import Pattern, compiled, every, first, matches, python_pattern


class Row(Struct):
    name: str | UnsetType = UNSET


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("^[0-9]+$", "12", True),
        ("^[0-9]+$", "12\n", False),
        ("^[0-9]+$", "a12", False),
        ("[0-9]", "a1b", True),
        ("^a|b$", "ax", True),
        ("^a|b$", "xb", True),
        ("^a|b$", "xb\n", False),
        ("^[$]$", "$", True),
        (r"^\$$", "$", True),
        (r"^\$$", "$\n", False),
        ("^(a$|b)", "a", True),
        ("^(a$|b)", "a\n", False),
        ("^[^\n\r]*$", "", True),
        ("^[^\\n\\r]*$", "\n", False),
    ],
)
def test_ends_are_ends(pattern: str, text: str, fits: bool) -> None:
    assert bool(Pattern(pattern).match(text)) is fits
    assert Pattern(pattern)(text) is fits
    assert (compiled(pattern).search(text) is not None) is fits


@given(st.text("$[]\\ab^", max_size=8))
def test_only_ends_are_rewritten(pattern: str) -> None:
    assert python_pattern(pattern).replace(r"\Z", "$") == pattern.replace(r"\Z", "$")


@given(st.lists(st.sampled_from(["", "a", "b", "a\n", UNSET]), max_size=6))
def test_all_records_are_looked_at(names: list[str | UnsetType]) -> None:
    rows = [Row(name) for name in names]
    for pattern in ("^[a-b]$", "^a?$"):
        wanted = all(compiled(pattern).search(name) for name in names if isinstance(name, str))
        assert matches(rows, "name", Pattern(pattern)) is wanted


def test_places_in_a_text() -> None:
    assert every("JSOC_[0-9]+(_IN)?", "JSOC_1, JSOC_2_IN") == ["JSOC_1", "JSOC_2_IN"]
    assert first("JSOC_[0-9]+", "x JSOC_7 y JSOC_8") == "JSOC_7"
    assert (every("a", UNSET), first("a", None), first("a", "b")) == ([], None, None)
