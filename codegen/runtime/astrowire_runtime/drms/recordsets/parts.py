"""What a record set is made of: plain values, each of which knows its text."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct


class Value(Struct, frozen=True):
    """One value as it is written: a time, a number, a text (perhaps in quotes), ``^`` first or ``$`` last.

    >>> str(Value("2024.01.01_TAI"))
    '2024.01.01_TAI'
    """

    text: str

    def __str__(self) -> str:
        return self.text


class Between(Struct, frozen=True):
    """From one value to another, both included; ``every``: one record for each step.

    >>> str(Between("1", "9", every="2"))
    '1-9@2'
    """

    start: str
    end: str
    every: str | None = None

    def __str__(self) -> str:
        return f"{self.start}-{self.end}{_step(self.every)}"


class Lasting(Struct, frozen=True):
    """From one value for as long as this, the end excluded.

    >>> str(Lasting("2024.01.01_TAI", "1d", every="6h"))
    '2024.01.01_TAI/1d@6h'
    """

    start: str
    length: str
    every: str | None = None

    def __str__(self) -> str:
        return f"{self.start}/{self.length}{_step(self.every)}"


class Number(Struct, frozen=True):
    """One index: of a record, or of a slot of a key; ``^`` the first, ``$`` the last.

    >>> str(Number(5)), str(Number("$"))
    ('#5', '#$')
    """

    at: int | Literal["^", "$"]

    def __str__(self) -> str:
        return f"#{self.at}"


class Numbers(Struct, frozen=True):
    """From one index to another, both included; one that is left out has no bound.

    >>> str(Numbers(5, 9)), str(Numbers(5, None)), str(Numbers(None, 9, every=2))
    ('#5-#9', '#5-#', '#-#9@2')
    """

    first: int | None
    last: int | None
    every: int | None = None

    def __str__(self) -> str:
        return f"#{_bound(self.first)}-#{_bound(self.last)}{_step(self.every)}"


class Count(Struct, frozen=True):
    """So many indexes, from one on.

    >>> str(Count(5, 10))
    '#5/10'
    """

    first: int
    count: int
    every: int | None = None

    def __str__(self) -> str:
        return f"#{self.first}/{self.count}{_step(self.every)}"


Values: TypeAlias = Value | Between | Lasting
Indexes: TypeAlias = Number | Numbers | Count


class Positional(Struct, frozen=True):
    """What the next prime key must be; of nothing, it may be anything.

    >>> str(Positional((Value("1"), Value("3")))), str(Positional())
    ('[1,3]', '[]')
    """

    ranges: tuple[Values | Indexes, ...] = ()

    def __str__(self) -> str:
        return f"[{_joined(self.ranges)}]"


class Keyed(Struct, frozen=True):
    """What a prime key that is named must be.

    >>> str(Keyed("CAMERA", (Value("2"),)))
    '[CAMERA=2]'
    """

    key: str
    ranges: tuple[Values | Indexes, ...]

    def __str__(self) -> str:
        return f"[{self.key}={_joined(self.ranges)}]"


class Recnums(Struct, frozen=True):
    """Which numbers the records have.

    >>> str(Recnums((Number("$"),)))
    '[:#$]'
    """

    ranges: tuple[Indexes, ...]

    def __str__(self) -> str:
        return f"[:{_joined(self.ranges)}]"


class Condition(Struct, frozen=True):
    """An SQL condition over keywords; ``versions``: over all versions of the records, not the newest alone.

    >>> str(Condition("QUALITY = 0")), str(Condition("1=1", versions=True))
    ('[? QUALITY = 0 ?]', '[! 1=1 !]')
    """

    sql: str
    versions: bool = False

    def __str__(self) -> str:
        mark = "!" if self.versions else "?"
        return f"[{mark} {self.sql} {mark}]"


Filter: TypeAlias = Positional | Keyed | Recnums | Condition


class OneSet(Struct, frozen=True):
    """One series, filters, and the segments that are wanted (none: all of them).

    >>> str(OneSet("hmi.m_720s", (Positional((Value("$"),)),), ("magnetogram",)))
    'hmi.m_720s[$]{magnetogram}'
    """

    series: str
    filters: tuple[Filter, ...] = ()
    segments: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.written(*self.filters)

    def written(self, *filters: object) -> str:
        """Return the text that it would have with these filters."""
        segments = f"{{{','.join(self.segments)}}}" if self.segments else ""
        return f"{self.series}{''.join(map(str, filters))}{segments}"


class ServerFile(Struct, frozen=True):
    """Record sets that only the server can read: ``@file``, the path of a file, or the old form in braces.

    >>> str(ServerFile("@/home/me/sets.txt"))
    '@/home/me/sets.txt'
    """

    text: str

    def __str__(self) -> str:
        return self.text


Element: TypeAlias = OneSet | ServerFile


def _joined(ranges: tuple[Values | Indexes, ...]) -> str:
    return ",".join(map(str, ranges))


def _step(every: str | int | None) -> str:
    return "" if every is None else f"@{every}"


def _bound(index: int | None) -> str:
    return "" if index is None else str(index)
