"""The subset of regular expressions: what is in it, what is not, and what takes too long."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegen.ambiguity import slowness
from codegen.regex import BadPattern, is_deep, parse

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
    f"a{{{'9' * 5000}}}",
    "(a{1000}){2}",
    "((a{11}){10}){10}",
    "(a{2,}){501}",
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
    "^a{0,1000}a{0,1000}$",
    "^(a{1,30}){1,30}$",
    "^(a?){30}a{30}$",
    f"^{'a?' * 30}{'a' * 30}$",
    "a*b",
    "[a-z]+$",
    "(ab?)*c",
    f"^({'[a-z]' * 150})*({'[a-z]' * 140})*$",
    "x" * 401,
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
    "^[A-Z]{1,8}[A-Z0-9]{1,8}$",
    "^(a?b){0,40}$",
    "_[0-9]+$",
    "REQ_[0-9]{8}(_X)?(_Y)?",
    "^([a-z]{2,9}(_[a-z][a-z0-9]{1,16}(_[a-z][a-z0-9-]{1,32})?)?(_[0-9]{4})?)?$",
)


DEEP = (
    "^(a|b)*$",
    "^(?:ab?)+$",
    "^([^,],)*$",
    "^((a|bc){2})*$",
    "^(a{1,2}b){3,}$",
    "^((ab?)*c)?$",
    "^(a|b*)*$",
)
NOT_DEEP = (
    "^[^,]*$",
    "^(ab)*$",
    "^(?:a[0-9]{2}(b)c)+$",
    "^(a|b){0,1000}$",
    "^(,[a-z]+){1,9}$",
    "^(a*|b+)?$",
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


@pytest.mark.parametrize("pattern", DEEP)
def test_deep(pattern: str) -> None:
    assert is_deep(parse(pattern).node)


@pytest.mark.parametrize("pattern", NOT_DEEP)
def test_not_deep(pattern: str) -> None:
    assert not is_deep(parse(pattern).node)


@pytest.mark.parametrize("pattern", QUICK)
def test_quick(pattern: str) -> None:
    assert slowness(parse(pattern)) is None


@pytest.mark.parametrize("text", ["a" * 20_000, "ab" * 10_000, "1" * 20_000, "_1" * 10_000, "A0" * 10_000])
def test_what_is_quick_is_quick_in_long_texts_that_do_not_match(text: str) -> None:
    """Any of these would take hours, were the time not linear."""
    for pattern in QUICK:
        re.search(parse(pattern).python, text + "!")


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
