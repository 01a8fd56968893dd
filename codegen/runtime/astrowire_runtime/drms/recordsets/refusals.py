"""Texts that the servers' programs are known not to survive: no answer comes, the web server says HTTP 500.

Where only the type of a key decides, the description of the series decides if it is at hand.
Without it, what begins as a time and is none is refused, and so is a bare word as the first
value (``[notatime]``): the first key of most series is a time. Quotes say that a text is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ...display import value as shown
from ...errors import RequestInvalid
from .keys import is_struct, misfits
from .parts import Between, Keyed, Lasting, OneSet, Positional, Value, Values
from .reader import read
from .times import is_duration, is_time, seems_time

TOO_LONG: Final = 8192
_ENDS = "ends the server's program without an answer"
_TIME = "a time is written 2024.01.01_12:00:00_TAI or 2024-01-01T12:00:00Z"
_DURATION = 'a duration is a number with "s", "m", "h", "d" or "u"'
_TIME_KEYS = ("t_", "date")


def refuse(text: str, without: frozenset[str], described: Any) -> None:
    """Raise ``RequestInvalid`` with the first reason against sending a text, if there is one."""
    try:
        reason = next(_reasons(text, without, described), None)
    except RequestInvalid as error:  # it can't even be read
        reason = error.message
    if reason is not None:
        raise RequestInvalid(f"{reason} (RecordSet.raw(text) is sent unchecked)")


def _reasons(text: str, without: frozenset[str], described: Any) -> Iterator[str]:
    yield from _of_text(text)
    sets = read(text)
    named = [each for each in sets if isinstance(each, OneSet)]
    series = {each.series.lower() for each in named}
    yield from _unwanted(text, named, series, without)
    struct = described if is_struct(described) and len(series) == 1 else None
    if struct is not None:
        yield from (f"this does not fit the series: {problem}" for problem in misfits(sets, struct))
    for each in named:
        yield from _in_filters(each, struct is None)


def _of_text(text: str) -> Iterator[str]:
    if len(text) >= TOO_LONG:
        yield f"the text has {len(text)} characters; one of {TOO_LONG} or more {_ENDS}; ask in several calls"
    at = next((at for at, char in enumerate(text) if not (" " <= char <= "~" or char in "\t\r\n")), None)
    if at is not None:
        yield f"character {at + 1}, {shown(text[at])}, is no printable ASCII, which {_ENDS}; leave it out"


def _unwanted(text: str, sets: list[OneSet], series: set[str], without: frozenset[str]) -> Iterator[str]:
    if "semicolon" in without and ";" in text:
        yield f'character {text.index(";") + 1}, ";": it {_ENDS} here; sets are joined by ","'
    if "odd-quote" in without and text.count("'") % 2:
        yield f"there is an odd number of single quotes, which {_ENDS} here"
    if "several-series" in without and len(series) > 1:
        yield f"more than one series, here {', '.join(sorted(series)[:4])}, {_ENDS}; ask about one at a time"
    listed = next((each.segments for each in sets if each.segments), ())
    if "segment-list" in without and listed:
        said = f"{{{','.join(listed)}}}"
        yield f"a list of segments, here {shown(said)}, {_ENDS}; leave it out, it makes no difference"


def _in_filters(one: OneSet, guess: bool) -> Iterator[str]:
    positions = 0
    for each in one.filters:
        if isinstance(each, Positional | Keyed):
            first = isinstance(each, Positional) and positions == 0
            positions += isinstance(each, Positional)
            wants_time = first or (isinstance(each, Keyed) and each.key.lower().startswith(_TIME_KEYS))
            for value in each.ranges:
                if isinstance(value, Value | Between | Lasting):
                    yield from _in_value(value, wants_time, guess)


def _in_value(value: Values, wants_time: bool, guess: bool) -> Iterator[str]:
    written = str(value)
    if written[0] in "'\"":
        return
    if "%" in written:
        yield f"{shown(written)}: a percent sign outside of conditions and quotes {_ENDS}; quote the value"
    if not guess:
        return
    start = value.text if isinstance(value, Value) else value.start
    if isinstance(value, Value):
        head, mark, _ = start.partition("/")
        if mark and seems_time(head) and is_time(head.strip()):
            yield f"{shown(written)}: what follows the time is no duration, which {_ENDS}; {_DURATION}"
        elif (seems_time(start) and not is_time(start)) or (wants_time and start.isalpha()):
            yield _no_time(start)
    elif seems_time(start):
        if any(length is not None and not is_duration(length) for length in _lengths(value)):
            yield f"{shown(written)}: a length of time without a unit {_ENDS}; {_DURATION}"
        elif not is_time(start):
            yield _no_time(start)


def _lengths(value: Between | Lasting) -> tuple[str | None, ...]:
    return (value.length, value.every) if isinstance(value, Lasting) else (value.every,)


def _no_time(text: str) -> str:
    said = f"{shown(text)} is no time, which {_ENDS} where the key is one"
    return f"{said}; {_TIME}, and where the key is a text, it is quoted: {shown(text, 44)}"
