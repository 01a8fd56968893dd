"""`RecordSet`: which records of which series, as a value that is read, built, checked and written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NoReturn, Self

from msgspec.structs import replace

from ...display import value as shown
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
from .reader import read
from .times import value_text
from .writing import at_step, duration, index, one_value, words


class RecordSet:
    """A record set: one series or several, with filters and segments; methods return new ones.

    `series[filter][filter]{segment,segment}`. The first bracket filters the first prime key, the second the
    second one, and so on; `[]` skips a key and `[KEY=value]` names one.

    | text | method | meaning |
    |---|---|---|
    | `[2024.01.01_TAI]`, `[1,3]` | `.at("2024.01.01_TAI")`, `.at(1, 3)` | these values |
    | `[2024.01.01_TAI/1d@6h]` | `.at(time).for_("1d").every("6h")` | one day, every six hours |
    | `[2024.01.01_TAI-2024.01.02_TAI]` | `.between(time, time)` | both ends included |
    | `[^]`, `[$]` | `.at("^")`, `.at("$")` | the first, the last value of a key |
    | `[]` | `.skip()` | any value of this key |
    | `[CAMERA=2]` | `.at(2, key="CAMERA")` | a key by its name |
    | `[:#5]`, `[:#5-#9]`, `[:#$]` | `.recnum(5)`, `.recnum((5, 9))`, `.recnum("$")` | by record number |
    | `[? DATAMEAN > 5 ?]` | `.where("DATAMEAN > 5")` | an SQL condition over keywords, newest versions only |
    | `[! 1=1 !]` | `.where("1=1", versions=True)` | the same over all versions |
    | `{magnetogram}` | `.segments("magnetogram")` | these segments only |
    | `a,b` | `a | b` | several sets |

    Durations are numbers with `s`, `m`, `h`, `d` or `u` (slots), or ``timedelta``. Times are texts,
    ``datetime`` (without a zone: UTC) or astropy's ``Time``; a text without a zone is UTC for the servers.

    Methods of `Client` take such a value or its text. They refuse what is no record set, and texts that are
    known to end the server's program without an answer; `RecordSet.raw(text)` is sent as it is.

    Parameters
    ----------
    text : str or RecordSet
        For example ``"hmi.m_720s[$]{magnetogram}"``.

    Raises
    ------
    RequestInvalid
        The text is no record set; the message names the character.

    Examples
    --------
    >>> day = RecordSet("hmi.m_720s").at("2024.01.01_TAI").every("1h").for_("1d")
    >>> str(day.where("QUALITY = 0").segments("magnetogram"))
    'hmi.m_720s[2024.01.01_TAI/1d@1h][? QUALITY = 0 ?]{magnetogram}'
    >>> RecordSet(str(day)) == day, day.series, day.filters
    (True, 'hmi.m_720s', (Positional(ranges=(Lasting(start='2024.01.01_TAI', length='1d', every='1h'),)),))
    >>> RecordSet("hmi.m_720s[2024.01.01_TAI/1d")
    Traceback (most recent call last):
    astrowire_runtime.errors.RequestInvalid: character 11, "[", after "hmi.m_720s": this filter is ...
    """

    __slots__ = ("_every", "_raw", "_sets")

    _sets: tuple[Element, ...]
    _raw: str | None
    _every: str | None

    def __new__(cls, text: str | RecordSet) -> Self:
        if isinstance(text, cls):
            return text
        if not isinstance(text, str):
            raise RequestInvalid(f"a record set is read from a text, got {shown(text)}")
        return cls._of(read(text))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the record set of a text, as ``RecordSet(text)`` does.

        >>> RecordSet.parse(" hmi.m_720s[ 2024.01.01 / 1d ] ")
        RecordSet('hmi.m_720s[2024.01.01/1d]')
        """
        return cls(text)

    @classmethod
    def raw(cls, text: str) -> Self:
        """Return a text that is sent as it is: nothing is read, checked or changed.

        >>> str(RecordSet.raw("hmi.m_720s[notatime]"))
        'hmi.m_720s[notatime]'
        """
        if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise RequestInvalid(f"a record set is a text, got {shown(text)}")
        return cls._of((), raw=text)

    @classmethod
    def _of(cls, sets: tuple[Element, ...], *, raw: str | None = None, every: str | None = None) -> Self:
        made = object.__new__(cls)
        for name, value in (("_sets", sets), ("_raw", raw), ("_every", every)):
            object.__setattr__(made, name, value)
        return made

    # ------------------------------------------------------------------ the value

    @property
    def sets(self) -> tuple[Element, ...]:
        """The sets, each with its series, filters and segments; of raw text none."""
        return self._sets

    @property
    def is_raw(self) -> bool:
        """Whether it was made by ``raw``."""
        return self._raw is not None

    @property
    def series(self) -> str:
        """The name of the series.

        Raises
        ------
        RequestInvalid
            There are several sets, or raw text.
        """
        return self._one("series").series

    @property
    def filters(self) -> tuple[Filter, ...]:
        """The filters of its one set, in their order."""
        return self._one("filters").filters

    def __str__(self) -> str:
        if self._raw is not None:
            return self._raw
        if self._every is not None:
            raise RequestInvalid(self._unfinished())
        return self._text()

    def _text(self) -> str:
        return ",".join(map(str, self._sets))

    def _unfinished(self) -> str:
        return f'a step of {self._every} needs a range: add .for_("1d"), or begin with .between(start, end)'

    def __repr__(self) -> str:
        if self._raw is not None:
            return f"RecordSet.raw({self._raw!r})"
        every = f".every({self._every!r})" if self._every is not None else ""
        return f"RecordSet({self._text()!r}){every}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RecordSet) and self._state() == other._state()

    def __hash__(self) -> int:
        return hash(self._state())

    def _state(self) -> tuple[tuple[Element, ...], str | None, str | None]:
        return self._sets, self._raw, self._every

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("a RecordSet never changes; its methods return new ones")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError("a RecordSet never changes; its methods return new ones")

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, self._state()

    def __or__(self, other: RecordSet | str) -> Self:
        """Return the records of both.

        >>> str(RecordSet("hmi.m_720s[$]") | "hmi.v_720s[$]")
        'hmi.m_720s[$],hmi.v_720s[$]'
        """
        right = type(self)(other)
        if self.is_raw or right.is_raw:
            raise RequestInvalid("raw text can't be joined with other record sets")
        for each in (self, right):
            if each._every is not None:
                raise RequestInvalid(each._unfinished())
        return self._of((*self._sets, *right._sets))

    # ------------------------------------------------------------------ building

    def at(self, *values: object, key: str | None = None) -> Self:
        """Return the set with a filter of values for the next prime key, or for the one that is named.

        Parameters
        ----------
        *values : str, number, datetime or astropy Time
            What the key may be; ``"^"`` is its first value, ``"$"`` its last.
        key : str, optional
            Name of a prime key.

        >>> str(RecordSet("aia.lev1_euv_12s").at("2024.01.01").at(171, 193))
        'aia.lev1_euv_12s[2024.01.01][171,193]'
        """
        if not values:
            raise RequestInvalid("at() needs a value; skip() lets every value through")
        text = ",".join(one_value(each) for each in values)
        return self._keyed(key, text)

    def between(self, start: object, end: object, *, key: str | None = None) -> Self:
        """Return the set with a filter of a range, both ends included.

        >>> from datetime import datetime
        >>> str(RecordSet("hmi.m_45s").between("2024.01.01_TAI", datetime(2024, 1, 2)).every("90s"))
        'hmi.m_45s[2024.01.01_TAI-2024.01.02_00:00:00_UTC@90s]'
        """
        made = self._keyed(key, f"{one_value(start)}-{one_value(end)}")
        if not isinstance(made._range(), Between):
            raise RequestInvalid(
                f"from {shown(value_text(start))} to {shown(value_text(end))} is no range;"
                " texts that are neither times nor numbers stand in quotes"
            )
        return made

    def for_(self, length: object) -> Self:
        """Return the set with its last value lasting so long, the end excluded.

        >>> from datetime import timedelta
        >>> str(RecordSet("hmi.m_720s").at("2024.01.01_TAI").for_(timedelta(days=2)))
        'hmi.m_720s[2024.01.01_TAI/2d]'
        """
        last, text = self._range(), duration(length)
        if isinstance(last, Number) and isinstance(last.at, int):
            return self._ranged(f"#{last.at}/{text}{at_step(self._every)}", Count)
        if not isinstance(last, Value):
            raise RequestInvalid("for_() needs a value to begin at: .at(time).for_(length)")
        return self._ranged(f"{last}/{text}{at_step(self._every)}", Lasting)

    def every(self, step: object) -> Self:
        """Return the set with one record for each step of its last range.

        >>> str(RecordSet("hmi.m_720s[2024.01.01_TAI/1d]").every("6h"))
        'hmi.m_720s[2024.01.01_TAI/1d@6h]'
        """
        last, text = self._range(), duration(step)
        if isinstance(last, Value | Number):
            return self._of(self._sets, every=text)  # until for_() says how long
        if isinstance(last, Between | Lasting | Numbers | Count):
            return self._ranged(f"{replace(last, every=None)}@{text}", type(last))
        raise RequestInvalid("every() needs a range: .at(time).for_(length).every(step)")

    def skip(self) -> Self:
        """Return the set with a filter that lets every value of the next prime key through.

        >>> str(RecordSet("hmi.sharp_720s").skip().at("2024.01.01"))
        'hmi.sharp_720s[][2024.01.01]'
        """
        return self._more("[]")

    def recnum(self, *which: object) -> Self:
        """Return the set with a filter of record numbers.

        Parameters
        ----------
        *which : int, "^", "$" or (int, int)
            A number, the first, the last, or from one to another.

        >>> str(RecordSet("hmi.m_720s").recnum(5, (7, 9), "$"))
        'hmi.m_720s[:#5,#7-#9,#$]'
        """
        return self._more(f"[:{','.join(index(each) for each in which)}]", Recnums)

    def where(self, sql: str, *, versions: bool = False) -> Self:
        """Return the set with an SQL condition over keywords.

        >>> str(RecordSet("hmi.m_720s").where("QUALITY = 0"))
        'hmi.m_720s[? QUALITY = 0 ?]'
        """
        mark = "!" if versions else "?"
        return self._more(f"[{mark} {words('an SQL condition', sql)} {mark}]", Condition)

    def segments(self, *names: str) -> Self:
        """Return the set with these segments only; without names, with all of them.

        >>> str(RecordSet("hmi.sharp_cea_720s[3604]").segments("Bp", "magnetogram"))
        'hmi.sharp_cea_720s[3604]{Bp,magnetogram}'
        """
        listed = tuple(words("the name of a segment", each) for each in names)
        text = str(replace(self._one("segments()"), segments=listed))
        made = self._of(read(text), every=self._every)
        if len(made.sets) != 1 or made._one("segments()").segments != listed:
            raise RequestInvalid(f"{shown(listed)} are no names of segments")
        return made

    def check(self, struct: Any) -> Self:
        """Return the set if its filters fit the prime keys of the series.

        Parameters
        ----------
        struct : SeriesStruct
            What `series_struct` answers.

        Raises
        ------
        RequestInvalid
            There are more filters than keys, a name is that of no key, or a value is of another type.

        >>> RecordSet("hmi.m_720s[$]").check(client.series_struct("hmi.m_720s"))  # doctest: +SKIP
        """
        from .keys import misfits

        problems = [] if self.is_raw else misfits(self._sets, struct)
        if problems:
            raise RequestInvalid(f"this does not fit the series: {'; '.join(problems)}")
        return self

    @classmethod
    def as_argument(cls, value: object, *, without: Iterable[str] = (), described: object = None) -> object:
        """Return what is sent for an argument; of text and record sets, only what can be answered.

        Parameters
        ----------
        value : object
            What was given.
        without : iterable of str
            Of ``several-series``, ``segment-list``, ``semicolon``, ``odd-quote``: what kills this operation.
        described : object
            The description of the series, if it is at hand.

        Raises
        ------
        RequestInvalid
            The value would be refused, or would end the server's program.

        >>> RecordSet.as_argument("hmi.m_720s{magnetogram}", without=["segment-list"])
        Traceback (most recent call last):
        astrowire_runtime.errors.RequestInvalid: a list of segments, here '{magnetogram}', ends ...
        """
        from .refusals import refuse

        if not isinstance(value, str | RecordSet):
            return value  # the operation says what it wants
        text = str(value)
        if isinstance(value, RecordSet) and value.is_raw:
            return text
        refuse(text, frozenset(without), described)
        return text

    # ------------------------------------------------------------------ inside

    def _one(self, what: str) -> OneSet:
        if self.is_raw:
            raise RequestInvalid(f"raw text has no {what}: nothing was read")
        if len(self._sets) != 1:
            raise RequestInvalid(f"{what}: here are {len(self._sets)} sets; join them after each is complete")
        one = self._sets[0]
        if isinstance(one, ServerFile):
            raise RequestInvalid(f"{what}: only the server knows what is in {shown(one.text)}")
        return one

    def _more(self, text: str, kind: type[Filter] = Positional) -> Self:
        """With one more filter, given as its text: what is read again is exactly what was meant."""
        one = self._one("filters")
        if self._every is not None:
            raise RequestInvalid(self._unfinished())
        made = self._again(one.written(*one.filters, text))
        found = made.sets[0]
        if len(made.sets) != 1 or not isinstance(found, OneSet) or found.filters[:-1] != one.filters:
            raise RequestInvalid(f"{shown(text)} is more than one filter")
        if not isinstance(found.filters[-1], kind):
            raise RequestInvalid(f"{shown(text)} is a filter of another kind; put quotes around the value")
        return made

    def _keyed(self, key: str | None, text: str) -> Self:
        return self._more(f"[{text}]") if key is None else self._more(f"[{key}={text}]", Keyed)

    def _again(self, text: str) -> Self:
        return self._of(read(text))

    def _range(self) -> Values | Indexes | None:
        """The last range of the last filter."""
        filters = self._one("filters").filters
        last = filters[-1] if filters else None
        return last.ranges[-1] if isinstance(last, Positional | Keyed | Recnums) and last.ranges else None

    def _ranged(self, text: str, kind: type[Values | Indexes]) -> Self:
        """With another last range, given as its text."""
        one = self._one("filters")
        (*before, last) = one.filters
        ranges: Any = (*getattr(last, "ranges", ())[:-1], Value(text))
        made = self._again(one.written(*before, replace(last, ranges=ranges)))
        if len(made.sets) != 1 or not isinstance(made._range(), kind):
            raise RequestInvalid(
                f'{shown(text)} is no range: a duration is a number with a unit, such as "6h"'
            )
        return made


def _rebuilt(sets: tuple[Element, ...], raw: str | None, every: str | None) -> RecordSet:
    return RecordSet._of(sets, raw=raw, every=every)  # pyright: ignore[reportPrivateUsage]
