"""The subset of regular expressions: what is in it, what is not, and what takes too long."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegen.ambiguity import slowness
from codegen.regex import BadPattern, parse

ADMITTED = (
    "",
    "abc",
    "^abc$",
    "^[A-Za-z0-9_.-]+$",
    r"^-?[0-9]+(\.[0-9]+)?$",
    "^(?:a|b)*$",
    "^a{2,5}b{3}c{1,}$",
    "^[^\\n\\r]*$",
    r"\.\[\]\(\)\*\+\?\|\\\{\}\^\$\n\r\t",
    r"^[\[\]]$",
    "a|b",
    "^[ -~]$",
    "^(|a)$",
    "^[,-]$",
    "a-b",
    "^[$^]$",
)
REFUSED = (
    ".",
    r"\d",
    r"\w",
    r"\s",
    r"\b",
    r"\-",
    r"\/",
    r"\1",
    "(?i)a",
    "(?=a)",
    "(?!a)",
    "(?<=a)",
    "(?<n>a)",
    "(?P<n>a)",
    "a**",
    "a+?",
    "a*+",
    "a{1}{2}",
    "a{1001}",
    "a{2,1}",
    "a{,3}",
    "a{x}",
    "*a",
    "+",
    "?",
    "{",
    "}",
    "]",
    "a^",
    "a$b",
    "(^a)",
    "(a$)",
    "^a|b",
    "a|b$",
    "^a|b$",
    "[",
    "[]",
    "[^]",
    "[z-a]",
    "[-a]",
    "[a-]b-]",
    "[[]",
    "[a&&b]",
    "[a--b]",
    "[a||b]",
    "[~~]",
    "(a",
    "a)",
    "\u00e9",
    "a\n",
    "\\",
    r"[\d]",
    r"[\-]",
    "(" * 30 + ")" * 30,
    "^*",
    "a{1000000}",
)
SLOW = (
    "^(a+)+$",
    "^(a*)*$",
    "^(a|a)*$",
    "^(a|aa)+$",
    "^([a-z]+)*x$",
    "^(a?a)*$",
    "^a*a*$",
    "^[a-z]*[a-y]+$",
    "^[^\\n]*,[^\\n]*$",
    "^(a+b?)+$",
    "^(a{1,3})*$",
    "^a*b?a*$",
)
QUICK = (
    "^[a-z]+(,[a-z]+)*$",
    "^(a|b)*$",
    "^(ab?)*$",
    "^[^,]*,[^,]*$",
    "^a{0,1000}b{0,1000}$",
    "^(,?[a-z])*$",
    "^a*b*c*$",
    r'^\{"x":([^"{}]*)\}[ \n]*$',
    "^(a|ab)(c|bcd)$",
)


def refusal(pattern: str) -> str | None:
    try:
        parse(pattern)
    except BadPattern as error:
        return str(error)
    return None


@pytest.mark.parametrize("pattern", ADMITTED)
def test_admitted(pattern: str) -> None:
    assert refusal(pattern) is None
    re.compile(parse(pattern).python)


@pytest.mark.parametrize("pattern", REFUSED)
def test_refused_with_a_reason(pattern: str) -> None:
    assert refusal(pattern)


@pytest.mark.parametrize("pattern", SLOW)
def test_slow(pattern: str) -> None:
    assert slowness(parse(pattern)) is not None


@pytest.mark.parametrize("pattern", QUICK)
def test_quick(pattern: str) -> None:
    assert slowness(parse(pattern)) is None


def test_the_end_is_the_end() -> None:
    assert re.search(parse("^[0-9]+$").python, "12\n") is None
    assert re.search(parse("^[0-9]+$").python, "12") is not None
    assert parse(r"^\$").python == r"^\$"


def test_line_breaks_are_seen() -> None:
    assert parse("^[^,]+$").takes_line_break
    assert not parse("^[^,\\n]+$").takes_line_break


@given(st.text(alphabet="ab[](){}*+?|^$\\.-,01n\n", max_size=12))
def test_what_is_admitted_is_a_pattern_of_python(pattern: str) -> None:
    if refusal(pattern) is None:
        re.compile(parse(pattern).python)
        slowness(parse(pattern))
