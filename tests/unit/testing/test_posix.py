"""Extended regular expressions mean what they mean to the server, not what they mean to Python."""

from __future__ import annotations

import pytest

from astrowire_runtime.testing.posix import BadPattern, compiled


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"hmi\.m_", "hmi.M_45s", True),
        ("hmi.m", "hmixm", True),
        ("^m", "hmi.m", False),
        ("_45s$", "hmi.m_45s", True),
        ("a+?b", "b", True),
        ("(a|b){2}c", "abc", True),
        ("(a|b){3}c", "abc", False),
        ("[[:digit:]]+s", "hmi.m_45s", True),
        (r"[\.]x", r"\x", True),
        ("[]a]", "]", True),
        ("[^]a]", "]a", False),
        ("[a-c-]", "-", True),
        (r"\<mini", "x_mini", False),
        (r"(.)\1", "noon", True),
        ("", "anything", True),
        ("a||b", "x", True),
        ("{", "x", None),
        ("(", "x", None),
        (")", "x)", True),
        ("*", "x", None),
        ("(?i)a", "a", None),
        ("a|*", "a", None),
        ("[a", "a", None),
        ("[[:nosuch:]]", "a", None),
        ("a{", "a", None),
        ("a{2,1}", "a", None),
        ("a\\", "a", None),
        (r"(a)\2", "a", None),
    ],
)
def test_patterns(pattern: str, text: str, found: bool | None) -> None:
    outcome: bool | None
    try:
        outcome = compiled(pattern).search(text) is not None
    except BadPattern:
        outcome = None
    assert outcome is found
