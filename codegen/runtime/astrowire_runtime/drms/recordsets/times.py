"""Times and durations as the servers read them, and what of Python's own becomes such a text."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from numbers import Integral
from typing import Any, Final

from ...display import value as shown
from ...errors import RequestInvalid

MONTHS: Final = 12
LONGEST: Final = 80
"""No text of a time is longer; what is, is not looked at."""

_REAL = r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
_CLOCK = r"[0-9]{1,2}[hH]?(?::[0-9]{1,2}[mM]?(?::[0-9]{1,2}(?:\.[0-9]*)?[sS]?)?)?"
_OFFSET = r"[+-][0-9]{1,2}(?::?[0-9]{2})?"
_DATE = r"[+-]?[0-9]{4,5}[.-](?P<month>[0-9]{1,3}|[A-Za-z]{1,9})(?:[.-][0-9]{1,3}(?:\.[0-9]+)?)?"
_AFTER_DATE = rf"(?:[_T ]{_CLOCK}(?:_?{_OFFSET})?)?(?:[_ ]?[A-Za-z]{{1,6}})?"
_TIME = re.compile(rf"(?:{_DATE}|[0-9]{{8}}|[0-9]{{7}}|[0-9]{{4,5}}){_AFTER_DATE}")
_JULIAN = re.compile(rf"M?JD_{_REAL}(?:_[A-Za-z]{{1,6}})?", re.IGNORECASE)
_MONTH_NAMES = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
_ROMAN = frozenset(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"])
_NUMBER = re.compile(rf"{_REAL}|[+-]?0[xX][0-9A-Fa-f]+")
_INTEGER = re.compile(r"[+-]?(?:[0-9]+|0[xX][0-9A-Fa-f]+)")
_STEP = re.compile(rf"{_REAL}[smhdu]?")
_DURATION = re.compile(rf"{_REAL}[smhdu]")
_DATED = re.compile(r"[0-9]{4}(?:\.(?:[0-9]{1,2}|[A-Za-z]{3,9})\.|-[0-9]{1,2}-)|M?JD_", re.IGNORECASE)
_UNITS = ((86400, "d"), (3600, "h"), (60, "m"))


def is_time(text: str) -> bool:
    """Say whether the servers read a text as a time.

    >>> [is_time(each) for each in ("2024.01.01_TAI", "2024-01-01T12:00:00Z", "JD_2455317.5", "2024.Jan.01")]
    [True, True, True, True]
    >>> is_time("2024.13.01"), is_time("notatime")
    (False, False)
    """
    if len(text) > LONGEST:
        return False
    found = _TIME.fullmatch(text)
    if found is None:
        return _JULIAN.fullmatch(text) is not None
    month = found["month"]
    if month is None:
        return True
    if not month.isdigit():
        return month[:3].lower() in _MONTH_NAMES or month.lower() in _ROMAN
    return len(month) > 2 or int(month) <= MONTHS  # three digits are a day of the year


def seems_time(text: str) -> bool:
    """Say whether a text begins as a time does, so that its writer meant one.

    >>> seems_time("2024.13.01"), seems_time("1.5")
    (True, False)
    """
    return _DATED.match(text) is not None


def is_number(text: str) -> bool:
    """Say whether a text is a number, whole or not."""
    return len(text) <= LONGEST and _NUMBER.fullmatch(text) is not None


def is_integer(text: str) -> bool:
    """Say whether a text is a whole number."""
    return len(text) <= LONGEST and _INTEGER.fullmatch(text) is not None


def is_step(text: str) -> bool:
    """Say whether a text is a length: a number, with a unit or without."""
    return len(text) <= LONGEST and _STEP.fullmatch(text) is not None


def is_duration(text: str) -> bool:
    """Say whether a text is a number with a unit.

    >>> is_duration("1.5h"), is_duration("90"), is_duration("xyz")
    (True, False, False)
    """
    return len(text) <= LONGEST and _DURATION.fullmatch(text) is not None


def value_text(value: object) -> str:
    """Return the text of a value for a filter; times get their zone.

    >>> value_text(datetime(2024, 1, 1, 12, tzinfo=UTC)), value_text(date(2024, 1, 1)), value_text(171)
    ('2024.01.01_12:00:00_UTC', '2024.01.01_UTC', '171')
    """
    if isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return f"{_calendar(_universal(value).replace(tzinfo=None).isoformat())}_UTC"
    if isinstance(value, date):
        return f"{value.isoformat().replace('-', '.')}_UTC"
    if not isinstance(value, bool) and isinstance(value, Integral | float):
        return str(value)
    return _astropy_time(value)


def _universal(value: datetime) -> datetime:
    """A time in UTC; one without a zone is taken to be, as the servers do with texts."""
    try:
        return value.astimezone(UTC) if value.tzinfo is not None else value
    except (OverflowError, ValueError) as error:
        raise RequestInvalid(f"{shown(value)} is no time in UTC: {error}") from error


def _astropy_time(value: Any) -> str:
    """The text of an ``astropy.time.Time``, told by what it has: a scale, and itself in others."""
    try:
        scale = value.scale
        moment = value if scale in {"tai", "utc"} else value.tai
        text, zone = moment.isot, moment.scale.upper()
    except Exception:  # noqa: BLE001  # whatever the object does, it is no time
        text = zone = None
    if not isinstance(text, str) or not isinstance(zone, str) or "T" not in text:
        raise RequestInvalid(
            f"a value of a filter is a text, a number, a datetime or one astropy Time, got {shown(value)}"
        )
    return f"{_calendar(text)}_{zone}"


def _calendar(iso: str) -> str:
    """The calendar form of an ISO time, without zeros at the end of its seconds.

    >>> _calendar("2024-01-01T12:00:00.500"), _calendar("2024-01-01T12:00:00.000")
    ('2024.01.01_12:00:00.500', '2024.01.01_12:00:00')
    """
    day, _, clock = iso.partition("T")
    seconds, dot, fraction = clock.partition(".")
    return f"{day.replace('-', '.')}_{seconds}{dot + fraction if fraction.strip('0') else ''}"


def duration_text(value: object) -> str:
    """Return the text of a length or a step.

    >>> (
    ...     duration_text("6h"),
    ...     duration_text(timedelta(hours=36)),
    ...     duration_text(timedelta(seconds=45)),
    ...     duration_text(2),
    ... )
    ('6h', '36h', '45s', '2')
    """
    if isinstance(value, str):
        return value
    if isinstance(value, timedelta):
        return _seconds(value.total_seconds())
    if not isinstance(value, bool) and isinstance(value, Integral | float):
        return str(value)
    try:  # astropy: a TimeDelta, or a Quantity of time
        seconds = float(value.to_value("s"))  # type: ignore[attr-defined]  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType, reportAttributeAccessIssue]
    except Exception:  # noqa: BLE001  # whatever the object does, it is no duration
        message = (
            f'a duration is a text such as "6h", a number, a timedelta or a TimeDelta, got {shown(value)}'
        )
        raise RequestInvalid(message) from None
    return _seconds(seconds)


def _seconds(seconds: float) -> str:
    for size, unit in _UNITS:
        if seconds and seconds % size == 0:
            return f"{seconds / size:.0f}{unit}"
    return f"{seconds:.0f}s" if seconds == int(seconds) else f"{seconds!r}s"
