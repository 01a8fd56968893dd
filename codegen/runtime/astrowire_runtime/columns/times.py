"""Times as texts, and as ``astropy.time.Time``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from .libraries import needed

SCALES: Final = {"TAI": "tai", "UTC": "utc", "UT": "utc", "Z": "utc", "TT": "tt", "TDT": "tt"}
"""Zones, and the time scales of Astropy that they are."""
NO_YEAR: Final = "-4712"
"""The year of the text that stands for a missing time: Julian date 0."""
_SOME_TIME: Final = "2000-01-01T00:00:00"
_MOST_DECIMALS: Final = 9
"""That Astropy shows; it reads and keeps more."""

_DOTTED: Final = re.compile(
    r"(-?[0-9]{4})\.([0-9]{2})\.([0-9]{2})_([0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?)_([A-Z]+)\Z"
)
_ISO: Final = re.compile(
    r"(-?[0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?)(?:Z|_([A-Z]+))\Z"
)


def is_time(text: str) -> bool:
    """Say whether a text is a time with its zone.

    >>> is_time("2010.05.01_00:00:00_TAI"), is_time("2012-01-05T02:14:53Z"), is_time("2012.01.05")
    (True, True, False)
    """
    return (_DOTTED.match(text) or _ISO.match(text)) is not None


def as_time(texts: Sequence[str], missing: Sequence[bool]) -> tuple[Any, str]:
    """Return ``astropy.time.Time`` for texts, or None and the reason why they can't be one.

    Parameters
    ----------
    texts : sequence of str
        All of one zone.
    missing : sequence of bool
        Rows without a value; times of the year -4712 are missing too.
    """
    moments: list[str] = []
    masked: list[bool] = []
    zones: dict[str, None] = {}
    for text, absent in zip(texts, missing, strict=True):
        absent = absent or text.startswith(NO_YEAR)
        masked.append(absent)
        found = None if absent else _DOTTED.match(text) or _ISO.match(text)
        if found is not None:
            zones[found[5] or "Z"] = None
            moments.append(f"{found[1]}-{found[2]}-{found[3]}T{found[4]}")
        elif absent:
            moments.append(_SOME_TIME)
        else:
            return None, f"{text!r} is no time"
    if len(zones) > 1:
        return None, f"it has times of several zones: {', '.join(zones)}"
    zone = next(iter(zones), "UTC")
    if zone not in SCALES:
        return None, f"its zone {zone} is none of {', '.join(SCALES)}"
    return _time(moments, masked, SCALES[zone])


def _time(moments: list[str], masked: list[bool], scale: str) -> tuple[Any, str]:
    numpy: Any = needed("numpy", "to_astropy")
    time: Any = needed("astropy.time", "to_astropy")
    try:
        found = time.Time(moments, format="isot", scale=scale)
    except ValueError as error:
        return None, str(error).partition("\n")[0]
    decimals = max((len(moment.partition(".")[2]) for moment in moments[:1]), default=0)
    found.precision = min(decimals, _MOST_DECIMALS)
    if any(masked):
        found[numpy.array(masked)] = numpy.ma.masked
    return found, ""
