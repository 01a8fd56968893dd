"""Record sets to list: bodies of ``rs_list`` with twelve keywords and a segment, and the series they are of.

Spelt as the servers spell them: compact, every ``/`` written as ``\\/``, values
in the print formats of their keywords, and now and then a value that is missing
or not a number.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable

SERIES = "hmi.bench_45s"

TYPES = {
    "T_REC": "time",
    "T_OBS": "time",
    "DATE": "time",
    "QUALITY": "int",
    "DATAMEAN": "float",
    "DATARMS": "float",
    "CRPIX1": "double",
    "CRPIX2": "double",
    "CDELT1": "double",
    "OBS_VR": "double",
    "CAMERA": "int",
    "CAR_ROT": "int",
}
"""The series' own word for the type of each keyword, in the order of the columns."""

NUMBERS = [name for name, word in TYPES.items() if word != "time"]
"""The keywords that are numbers."""

STATES = ("0x00000000", "0x00000000", "0x00000000", "0x00000400", "0x80000000")


def body(rng: random.Random, records: int) -> bytes:
    """The answer for a record set, made column by column: a million records are 250 MB."""
    parts = [b'{"keywords":[']
    for number, name in enumerate(TYPES):
        parts += [b"," if number else b"", b'{"name":"', name.encode(), b'","values":']
        parts += [_texts(_VALUES[name](rng, records)), b"}"]
    parts += [b'],"segments":[{"name":"magnetogram"']
    for name, values in _segment(records).items():
        parts += [b',"', name.encode(), b'":', _texts(values)]
    parts += [b'}],"links":[],"count":', str(records).encode(), b',"runtime":1.234,"status":0}']
    return b"".join(parts)


def _texts(values: list[str]) -> bytes:
    """A JSON array of texts that need no escapes but that of the slash."""
    return ('["' + '","'.join(values) + '"]' if values else "[]").replace("/", "\\/").encode("ascii")


def _times(records: int, spelling: str) -> list[str]:
    """One time per 45 seconds, in months of 28 days."""
    found: list[str] = []
    for number in range(records):
        days, seconds = divmod(number * 45, 86_400)
        month, day = 1 + days // 28 % 12, 1 + days % 28
        found.append(spelling % (month, day, seconds // 3600, seconds // 60 % 60, seconds % 60))
    return found


def _nominal(_: random.Random, records: int) -> list[str]:
    return _times(records, "2012.%02d.%02d_%02d:%02d:%02d_TAI")


def _observed(rng: random.Random, records: int) -> list[str]:
    hundredths = rng.randrange(100)
    return _times(records, f"2012.%02d.%02d_%02d:%02d:%02d.{hundredths:02}_TAI")


def _written(_: random.Random, records: int) -> list[str]:
    return _times(records, "2012-%02d-%02dT%02d:%02d:%02dZ")


def _floats(
    low: float, high: float, spelling: str = "%f", missing: float = 0.0
) -> Callable[[random.Random, int], list[str]]:
    """Values of a float keyword; of those that are ``missing``, half are there but not a number."""

    def values(rng: random.Random, records: int) -> list[str]:
        number, width = rng.random, high - low
        found = [spelling % (low + width * number()) for _ in range(records)]
        # Every record set has one of each, however small.
        rare = [row for row in range(records) if number() < missing] or list(range(records))[:2]
        for count, row in enumerate(rare if missing else ()):
            found[row] = "nan" if count % 2 else "MISSING"
        return found

    return values


def _camera(_: random.Random, records: int) -> list[str]:
    return [str(1 + number % 2) for number in range(records)]


def _rotation(_: random.Random, records: int) -> list[str]:
    return [str(2118 + number // 60_000) for number in range(records)]


_VALUES: dict[str, Callable[[random.Random, int], list[str]]] = {
    "T_REC": _nominal,
    "T_OBS": _observed,
    "DATE": _written,
    "QUALITY": lambda rng, records: rng.choices(STATES, k=records),
    "DATAMEAN": _floats(-50, 50, missing=1e-3),
    "DATARMS": _floats(0, 500),
    "CRPIX1": _floats(2000, 2100),
    "CRPIX2": _floats(2000, 2100),
    "CDELT1": _floats(0.5, 0.51, "%.9f"),
    "OBS_VR": _floats(-3000, 3000),
    "CAMERA": _camera,
    "CAR_ROT": _rotation,
}


def _segment(records: int) -> dict[str, list[str]]:
    """The member lists of the segment."""
    return {
        "values": [
            f"/SUM{number % 60}/D{100_000_000 + number}/S{number % 100:05}" for number in range(records)
        ],
        "dims": ["4096x4096"] * records,
        "cparms": ["compress Rice"] * records,
        "bzeros": ["0"] * records,
        "bscales": ["0.1"] * records,
    }


def struct() -> bytes:
    """What the server says of the series: the answer of ``series_struct``."""
    said: dict[str, object] = {
        "note": "Line of sight field with a cadence of 45 seconds",
        "retention": 10000,
        "stagingretention": 3,
        "unitsize": 32,
        "archive": 1,
        "tapegroup": 6,
        "primekeys": ["T_REC"],
        "primekeysinfo": [{"name": "T_REC", "slotted": 1, "step": "45.0"}],
        "dbindex": ["T_REC"],
        "keywords": [
            {"name": name, "type": kind, "recscope": "variable", "defval": "0", "units": "none", "note": name}
            for name, kind in TYPES.items()
        ],
        "segments": [
            {
                "name": "magnetogram",
                "type": "int",
                "units": "Gauss",
                "protocol": "fits",
                "dims": "4096x4096",
                "note": "Field",
            }
        ],
        "links": [],
        "Interval": {
            "FirstRecord": "",
            "FirstRecnum": 1,
            "LastRecord": "",
            "LastRecnum": 2,
            "MaxRecnum": 2,
        },
        "runtime": 0.1,
        "status": 0,
    }
    return json.dumps(said, separators=(",", ":")).replace("/", "\\/").encode("ascii")
