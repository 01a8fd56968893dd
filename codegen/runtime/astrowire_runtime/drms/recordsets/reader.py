"""Texts to record sets, in one pass: every character is looked at a fixed number of times.

Values have no types here, since only a series says of which type its keys are. What stands
between two commas is read as a range where it can only be one, and else kept as it is: the
servers, too, try the longest value first.
"""

from __future__ import annotations

import re
from typing import Final, NoReturn, TypeAlias

from ...display import shown
from ...errors import RequestInvalid
from .parts import (
    Between,
    Condition,
    Count,
    Element,
    Filter,
    Indexes,
    Keyed,
    Lasting,
    Number,
    Numbers,
    OneSet,
    Positional,
    Recnums,
    ServerFile,
    Value,
    Values,
)
from .times import LONGEST, is_duration, is_number, is_step, is_time

SERIES_LENGTH: Final = 63
NAME_LENGTH: Final = 31
DASHES: Final = 8
"""A range has no more of them: two ISO times, their zones, and the one between."""

BLANK: Final = " \t"
"""What may stand around values; anything else is part of them."""

_BLANKS = re.compile(r"[ \t]*+")
_GAP = re.compile(r"(?:\s++|#[^\n]*+)*+")
_SERIES = re.compile(r"[A-Za-z][A-Za-z0-9_.]*+")
_KEY = re.compile(r"([A-Za-z][A-Za-z0-9_]*+)[ \t]*+=[ \t]*+")
_SEGMENT = re.compile(r"\*\*ALL\*\*|[A-Za-z][A-Za-z0-9_]*+")
_QUOTED = re.compile(r"""(?:'(?:[^'\\]|\\.)*+')++|(?:"(?:[^"\\]|\\.)*+")++""", re.DOTALL)
_BARE = re.compile(r"[^,\[\]\n]*+")
_INDEX = re.compile(
    r"#(?:(?P<end>[\^$])"
    r"|(?P<from>[0-9]*+)-#(?P<to>[0-9]*+)(?:@(?P<step>[0-9]++))?"
    r"|(?P<first>[0-9]++)(?:/(?P<count>[0-9]++)(?:@(?P<every>[0-9]++))?)?)"
)
_CLAUSE = {mark: re.compile(rf"""(?:[^{mark}'"]++|'[^']*+'|"[^"]*+")*+""", re.DOTALL) for mark in ("?", "!")}
_FILE = re.compile(r"[@/][^\s,;]++|\{[^{}]*+\}")
_LARGEST: Final = 2**63 - 1

Read: TypeAlias = tuple[tuple[Element, ...], int]


def read(text: str) -> tuple[Element, ...]:
    """Return the sets of a text.

    Raises
    ------
    RequestInvalid
        The text is no record set; the message names the character.

    >>> read("hmi.m_720s[2024.01.01_TAI/1d]")
    (OneSet(series='hmi.m_720s', filters=(Positional(ranges=(Lasting(start='2024.01.01_TAI', ...
    >>> read("hmi.m_720s[2024.01.01")
    Traceback (most recent call last):
    astrowire_runtime.errors.RequestInvalid: character 11, "[", after "hmi.m_720s": this filter is never ...
    """
    at = _space(text, 0)
    found: list[Element] = []
    while True:
        element, at = _element(text, at)
        found.append(element)
        at = _end(_BLANKS, text, at)
        if at == len(text):
            return tuple(found)
        mark = at
        if text[at] in ",;":
            at = _end(_GAP, text, at + 1)
            if at == len(text):
                fail(text, mark, "no record set follows; leave it out")
        elif text[at] in "\r\n#":
            at = _end(_GAP, text, at)
            if at == len(text):
                return tuple(found)
        else:
            fail(text, at, _astray(text[at]))


def fail(text: str, at: int, reason: str) -> NoReturn:
    """Raise the error that points at a character."""
    what = f'"{shown(text[at])}"' if at < len(text) else "the end"
    before = f', after "{"…" if at > 20 else ""}{shown(text[max(0, at - 20) : at])}"' if at else ""
    raise RequestInvalid(f"character {at + 1}, {what}{before}: {reason}")


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return at if found is None else found.end()


def _space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _astray(char: str) -> str:
    if char == "[":
        return "filters come before the segments"
    if char in "]}":
        return f'there is no "{"[" if char == "]" else "{"}" that this closes'
    return 'after a series, a filter or segments, only "[", "{" or a comma and another record set can follow'


def _element(text: str, at: int) -> tuple[Element, int]:
    found = _FILE.match(text, at)
    if found is not None:
        return ServerFile(found[0]), found.end()
    name = _SERIES.match(text, at)
    if name is None:
        fail(text, at, "a record set begins with the name of a series, and that with a letter")
    if len(name[0]) > SERIES_LENGTH:
        fail(text, at + SERIES_LENGTH, f"names of series have at most {SERIES_LENGTH} characters")
    filters: list[Filter] = []
    after = name.end()
    at = _end(_BLANKS, text, after)
    while text.startswith("[", at):
        one, after = _filter(text, at)
        filters.append(one)
        at = _end(_BLANKS, text, after)
    segments: tuple[str, ...] = ()
    if text.startswith("{", at):
        segments, after = _segments(text, at)
    return OneSet(name[0], tuple(filters), segments), after


def _segments(text: str, start: int) -> tuple[tuple[str, ...], int]:
    names: list[str] = []
    at = start
    while True:
        at = _end(_BLANKS, text, at + 1)
        name = _SEGMENT.match(text, at)
        if name is None and at < len(text):
            fail(text, at, "names of segments begin with a letter")
        if name is not None and len(name[0]) > NAME_LENGTH and name[0][0] != "*":
            fail(text, at + NAME_LENGTH, f"names of segments have at most {NAME_LENGTH} characters")
        at = _end(_BLANKS, text, name.end() if name is not None else at)
        if at == len(text):
            fail(text, start, 'this list of segments is never closed; add "}"')
        if name is not None:
            names.append(name[0])
        if text[at] == "}":
            return tuple(names), at + 1
        if text[at] not in ",:;":
            fail(text, at, 'names of segments are letters, digits and "_", with commas between')


def _filter(text: str, start: int) -> tuple[Filter, int]:
    at = start + 1
    mark = text[at : at + 1]
    if mark and mark in "?!":
        return _condition(text, start, mark)
    if mark == ":":
        at = _end(_BLANKS, text, at + 1)
        indexes, at = _indexes(text, start, at)
        return Recnums(indexes), at
    at = _end(_BLANKS, text, at)
    if text[at : at + 1] in {"?", "!", ":"}:
        fail(
            text,
            at,
            "it stands directly behind the bracket, without a blank; a value that begins so is quoted",
        )
    key = _KEY.match(text, at)
    if key is not None:
        if len(key[1]) > NAME_LENGTH:
            fail(text, at + NAME_LENGTH, f"names of keys have at most {NAME_LENGTH} characters")
        at = key.end()
    elif text.startswith("]", at):
        return Positional(), at + 1
    ranges: tuple[Values | Indexes, ...]
    ranges, at = (_indexes if text.startswith("#", at) else _values)(text, start, at)
    return (Positional(ranges) if key is None else Keyed(key[1], ranges)), at


def _condition(text: str, start: int, mark: str) -> tuple[Condition, int]:
    at = _end(_CLAUSE[mark], text, start + 2)
    if at == len(text):
        fail(text, start, f'this condition is never closed; add "{mark}]"')
    if text[at] != mark:
        fail(text, at, "this quote is never closed")
    if not text.startswith("]", at + 1):
        other = '; "<>" says the same as "!="' if mark == "!" else ""
        fail(text, at, f'inside a condition that "{mark}]" ends, "{mark}" stands in quotes only{other}')
    sql = text[start + 2 : at].strip()
    if not sql:
        fail(text, at, "the condition is empty")
    return Condition(sql, mark == "!"), at + 2


def _indexes(text: str, start: int, at: int) -> tuple[tuple[Indexes, ...], int]:
    found: list[Indexes] = []
    while True:
        at = _end(_BLANKS, text, at)
        one = _INDEX.match(text, at)
        if one is None:
            if at == len(text):
                fail(text, start, 'this filter is never closed; add "]"')
            fail(text, at, 'numbers of records and slots are written "#5", "#5-#9", "#5/10", "#^" or "#$"')
        found.append(_index(text, at, one))
        at, done = _after(text, start, one.end())
        if done:
            return tuple(found), at


def _index(text: str, at: int, one: re.Match[str]) -> Indexes:
    numbers: dict[str, int | None] = {}
    for name in ("from", "to", "step", "first", "count", "every"):
        digits = one[name]
        if digits and (len(digits) > 19 or int(digits) > _LARGEST):
            fail(text, one.start(name), f"the number is too large; the largest is {_LARGEST}")
        numbers[name] = int(digits) if digits else None
    if one["end"] is not None:
        return Number("^" if one["end"] == "^" else "$")
    if one["from"] is not None:
        return Numbers(numbers["from"], numbers["to"], numbers["step"])
    first, count = numbers["first"], numbers["count"]
    if first is None:
        fail(text, at, "a number is missing")
    return Number(first) if count is None else Count(first, count, numbers["every"])


def _after(text: str, start: int, at: int) -> tuple[int, bool]:
    """Past the comma or the bracket that follows a range, and whether it was the bracket."""
    at = _end(_BLANKS, text, at)
    if at == len(text):
        fail(text, start, 'this filter is never closed; add "]"')
    if text[at] not in ",]":
        inside = "the filter before it is not closed, or the value needs quotes"
        fail(text, at, inside if text[at] == "[" else 'only "," or "]" can follow here')
    return at + 1, text[at] == "]"


def _values(text: str, start: int, at: int) -> tuple[tuple[Values, ...], int]:
    found: list[Values] = []
    while True:
        at = _end(_BLANKS, text, at)
        if at < len(text) and text[at] in "'\"":
            one, end = _quoted(text, at)
        else:
            end = _end(_BARE, text, at)
            one = plain(text[at:end].strip(BLANK))
        if end == at and end < len(text) and text[end] in ",]":
            fail(text, at, 'a value is missing; "[]" is the filter that lets everything through')
        found.append(one)
        at, done = _after(text, start, end)
        if done:
            return tuple(found), at


def _quoted(text: str, at: int) -> tuple[Values, int]:
    """A value in quotes, or a range that begins with one."""
    first = _QUOTED.match(text, at)
    if first is None:
        fail(text, at, "this quote is never closed")
    then = _end(_BLANKS, text, first.end())
    if not text.startswith(("-", "/"), then):
        return Value(first[0]), first.end()
    begin = _end(_BLANKS, text, then + 1)
    second = _QUOTED.match(text, begin)
    if second is not None:
        other, end = second[0], second.end()
        rest = _end(_BARE, text, end)
        step, end = text[end:rest].strip(BLANK), rest
    else:
        end = _end(_BARE, text, begin)
        other, mark, step = text[begin:end].partition("@")
        other, step = other.strip(BLANK), (mark + step).strip(BLANK)
    if step and not (step.startswith("@") and is_step(step[1:].strip(BLANK))):
        fail(
            text,
            begin,
            'a value in quotes is followed by "-" and another, "/" and a length, or "@" and a step',
        )
    every = step[1:].strip(BLANK) or None
    if text[then] == "/":
        if not is_step(other):
            fail(text, begin, 'after "/" comes a length, such as "6h"')
        return Lasting(first[0], other, every), end
    if not other:
        fail(text, begin, "the end of the range is missing")
    return Between(first[0], other, every), end


def plain(text: str) -> Values:
    """Return what a text without quotes, commas and brackets stands for.

    >>> plain("2024.01.01_TAI/1d@6h"), plain("2024-01-01T00:00:00Z")
    (Lasting(start='2024.01.01_TAI', length='1d', every='6h'), Value(text='2024-01-01T00:00:00Z'))
    """
    found = _range(text)
    # Without the blanks it may read as something else; then it is one value.
    return found if found is not None and _range(str(found)) == found else Value(text)


def _range(text: str) -> Between | Lasting | None:
    if len(text) > 3 * LONGEST:
        return None
    body, mark, step = text.rpartition("@")
    every: str | None = step.strip(BLANK)
    if not mark or not is_step(step.strip(BLANK)):
        body, every = text, None
    body = body.strip(BLANK)
    start, mark, length = (each.strip(BLANK) for each in body.partition("/"))
    if start and mark and is_step(length):
        return Lasting(start, length, every)
    if is_time(body):
        return None
    at = -1
    for _ in range(DASHES):
        at = body.find("-", at + 1)
        if at < 0:
            return None
        start, end = body[:at].strip(BLANK), body[at + 1 :].strip(BLANK)
        if any(kind(start) and kind(end) for kind in (is_time, is_number, is_duration)):
            return Between(start, end, every)
    return None
