"""G: regular expressions that take long, or mean different things in different languages."""

# ruff: noqa: E501 - one line for each case

from __future__ import annotations

import json
import re
from functools import partial

from .cases import Run, numbered
from .changes import PING, SERVICE, change, shape
from .lab import Lab

SLOW = "refused: pattern-slow"
SYNTAX = "refused: pattern-syntax"
TEXTS = ("a" * 5000, "ab" * 2500, "1" * 5000, "-1" * 2500, "x," * 2500)


def pattern(text: str) -> Run:
    """A case of a member with this pattern."""
    return shape(f"type: string, pattern: {json.dumps(text)}")


def taken(lab: Lab, text: str) -> str:
    """A pattern that is taken is matched at once, in long texts that almost match."""
    assert pattern(text)(lab) == "data"
    for each in TEXTS:
        re.search(text, each + "!")
    return "data"


def fine(text: str) -> Run:
    """A case of a pattern that is taken."""
    return partial(taken, text=text)


def in_every_place(lab: Lab) -> str:
    """A slow pattern is refused wherever a pattern may stand."""
    slow = "'^(a+)+$'"
    places = [
        change(SERVICE, "Trouble: {summary: The", f"Trouble: {{extract: {{ids: {{member: text, pattern: {slow}, summary: S.}}}}, summary: The"),
        shape(f"type: object, additionalProperties: {{type: string, pattern: {slow}}}"),
        shape(f"type: [string, integer], pattern: {slow}"),
        change(PING, "name: {summary: Who asks., source: [doc], required: true, shape: {type: string}}", f"name: {{summary: Who., source: [doc], required: true, shape: {{type: string, pattern: {slow}}}}}"),
        change(PING, "result:\n", f"broken: [{{match: {slow}, error: Trouble, answer: {{ref: Failed}}, values: {{status: 1}}, message: status, source: [doc]}}]\nresult:\n"),
        change(SERVICE, "errors:\n", f"environment: {{X: {{holds: text, summary: S., example: e, pattern: {slow}}}}}\nerrors:\n"),
    ]  # fmt: skip
    for run in places:
        assert "pattern-slow" in run(lab)
    return "refused: pattern-slow"


CASES = numbered(
    "G",
    [
        ("a repeat of a repeat: (a+)+", SLOW, pattern("^(a+)+$")),
        ("a repeat of equal alternatives: (a|a)*", SLOW, pattern("^(a|a)*$")),
        ("a repeat of alternatives that overlap: (a|aa)+", SLOW, pattern("^(a|aa)+$")),
        ("a repeat of something optional beside a repeat: (a?a)*", SLOW, pattern("^(a?a)*$")),
        ("a repeat of a repeat behind groups", SLOW, pattern("^((?:([a-z]+)))*x$")),
        ("neighbouring repeats that overlap: a*a*", SLOW, pattern("^a*a*$")),
        ("repeats that overlap across something optional: a*b?a*", SLOW, pattern("^a*b?a*$")),
        ("neighbouring long counted repeats: a{0,1000}a{0,1000}", SLOW, pattern("^a{0,1000}a{0,1000}b$")),
        ("counted repeats of counted repeats: (a{1,30}){1,30}", SLOW, pattern("^(a{1,30}){1,30}b$")),
        ("thirty times something optional: (a?){30}a{30}", SLOW, pattern("^(a?){30}a{30}$")),
        ("the same, written out: a?a?a? … aaa", SLOW, pattern(f"^{'a?' * 30}{'a' * 30}$")),
        ("a repeat that is tried from every character, without ^", SLOW, pattern("[a-z]+x")),
        ("a loop of 150 characters beside another", SLOW, pattern(f"^({'[a-z]' * 150})*({'[a-z]' * 140})*$")),
        ("a pattern of 100 000 characters", SLOW, pattern("a" * 100_000)),
        ("counts that multiply: (a{1000}){1000}", SYNTAX, pattern("^(a{1000}){1000}$")),
        ("groups of counts that multiply, ten deep", SYNTAX, pattern(f"^{'(' * 10}a{'{9})' * 10}$")),
        ("a count of 5 000 digits", SYNTAX, pattern(f"^a{{{'9' * 5000}}}$")),
        ("a count above 1000", SYNTAX, pattern("^a{1001}$")),
        ("a count that goes down", SYNTAX, pattern("^a{3,2}$")),
        ("a back-reference", SYNTAX, pattern("^(a)\\1$")),
        ("a named group", SYNTAX, pattern("^(?P<a>a)$")),
        ("look ahead", SYNTAX, pattern("^(?=a)a$")),
        ("look behind", SYNTAX, pattern("^(?<=a)a$")),
        ("an atomic group", SYNTAX, pattern("^(?>a)$")),
        ("a possessive repeat", SYNTAX, pattern("^a++$")),
        ("a lazy repeat", SYNTAX, pattern("^a+?$")),
        ("a flag", SYNTAX, pattern("(?i)a")),
        ("a comment in the pattern", SYNTAX, pattern("(?#note)a")),
        ("a condition", SYNTAX, pattern("(a)?(?(1)b|c)")),
        ("a class of Unicode: \\p{L}", SYNTAX, pattern("^\\p{L}$")),
        ("digits of all scripts: \\d", SYNTAX, pattern("^\\d$")),
        ("blanks of all kinds: \\s", SYNTAX, pattern("^\\s$")),
        ("the dot, which takes other line breaks in each language", SYNTAX, pattern("^.$")),
        ("a character outside ASCII", SYNTAX, pattern("^\u00e9$")),
        ("an operation on sets: [a-z&&[b]]", SYNTAX, pattern("^[a-z&&b]$")),
        ("^ in the middle", SYNTAX, pattern("a^b")),
        ("alternatives outside the anchors: ^a|b$", SYNTAX, pattern("^a|b$")),
        ("groups that are nested 5 000 deep", SYNTAX, pattern("(" * 5000 + "a" + ")" * 5000)),
        ("a pattern that takes a line break before its end", "refused: pattern-line-break", pattern("^[^,]+$")),
        ("a list of words with commas", "data", fine("^[a-z]+(,[a-z]+){0,1000}$")),
        ("a date with an optional time", "data", fine("^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?$")),
        ("a number", "data", fine("^-?[0-9]{1,300}([.][0-9]{1,300})?$")),
        ("a slow pattern in each of the other places for patterns", SLOW, in_every_place),
        ("the same list without an end, which overflows the stack in Java", "refused: pattern-deep", pattern("^[a-z]+(,[a-z]+)*$")),
        ("a pattern of 50 000 characters when it is written out", "refused: pattern-large", pattern("^" + "".join(f"[{'abcdefghij'[at % 10]}]{{1000}}" for at in range(50)) + "$")),
    ],
)  # fmt: skip
