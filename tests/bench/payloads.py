"""Answers to decode and arguments to encode: made from a seed, in the shape and size of real ones."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.bench.peers import packed
from tests.bench.plan import Sizes
from tests.bench.table import Goal

Made = dict[str, object]

INSTRUMENTS = ("acs", "cos", "fgs", "miri", "nircam", "niriss", "nirspec", "stis", "wfc3")
KINDS = (
    "area", "bpixtab", "camera", "collimator", "dark", "distortion", "filteroffset", "flat", "fringe",
    "gain", "linearity", "mask", "photom", "readnoise", "saturation",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Payload:
    """One body, the operation that answers it, and the goals it is measured for."""

    name: str
    service: str
    operation: str
    make: Callable[[random.Random, Sizes], object]
    goals: tuple[Goal, ...] = ()
    packed: bool = False
    """Whether the result is compressed inside the answer."""

    @property
    def member(self) -> str | None:
        """The member of the body that is the answer, if not all of the body is."""
        return "result" if self.service == "crds" else None

    def body(self, rng: random.Random, sizes: Sizes) -> bytes:
        """The bytes: compact ASCII, in the spelling and the envelope of the service."""
        return self.written(self.make(rng, sizes))

    def written(self, made: object) -> bytes:
        """The bytes of an answer: DRMS servers escape slashes, CRDS servers put it into an envelope."""
        if self.service == "drms":
            return json.dumps(made, separators=(",", ":")).replace("/", "\\/").encode("ascii")
        result = packed(made) if self.packed else made
        envelope = {"error": None, "jsonrpc": "1.0", "id": 1, "result": result}
        return json.dumps(envelope, separators=(",", ":")).encode("ascii")


def _hex(rng: random.Random, digits: int) -> str:
    return f"{rng.getrandbits(4 * digits):0{digits}x}"


def _moment(rng: random.Random, separator: str = " ") -> str:
    date = f"{rng.randint(2012, 2025)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    return f"{date}{separator}{rng.randint(0, 23):02}:{rng.randint(0, 59):02}:{rng.randint(0, 59):02}"


def _reference(rng: random.Random, kind: str, number: int) -> str:
    return f"jwst_{rng.choice(INSTRUMENTS)}_{kind}_{number:04}.fits"


def file_info_map(rng: random.Random, files: int) -> Made:
    """The catalogue's 24 members of every file, by file name."""
    return dict(_catalogue_entry(rng, number) for number in range(files))


def _catalogue_entry(rng: random.Random, number: int) -> tuple[str, Made]:
    """A file's name and what the catalogue holds of it; every value is text."""
    instrument, kind = rng.choice(INSTRUMENTS), rng.choice(KINDS)
    name = f"jwst_{instrument}_{kind}_{number:04}.fits"
    return name, {
        "activation_date": _moment(rng),
        "aperture": "none",
        "blacklisted": "false",
        "change_level": rng.choice(["severe", "moderate", "trivial"]),
        "comment": f"Delivery {rng.randint(1, 9999)} for {instrument}, {kind} files after ground tests",
        "creator_name": f"{instrument} team",
        "deliverer_user": "crds",
        "delivery_date": _moment(rng),
        "derived_from": f"jwst_{instrument}_{kind}_{max(number - 1, 0):04}.fits",
        "description": f"{kind} reference of {instrument}",
        "filekind": kind,
        "instrument": instrument,
        "name": name,
        "observatory": "jwst",
        "pedigree": rng.choice(["GROUND", "DUMMY", "INFLIGHT"]),
        "reference_file_type": kind,
        "rejected": "false",
        "replaced_by_filename": "",
        "sha1sum": _hex(rng, 40),
        "size": str(rng.randint(2_880, 900_000_000)),
        "state": rng.choice(["operational", "archived"]),
        "type": "reference",
        "uploaded_as": f"{instrument}_{kind}.fits",
        "useafter_date": _moment(rng),
    }


def best_references(rng: random.Random) -> Made:
    """Fifteen best references of one dataset, two or so of them not to be had."""
    return {kind: _best(rng, kind) for kind in KINDS}


def _best(rng: random.Random, kind: str) -> str:
    chance = rng.random()
    if chance < 0.10:
        return "NOT FOUND n/a"
    if chance < 0.13:
        return "NOT FOUND No match found."
    return _reference(rng, kind, rng.randint(0, 9999))


def header_map(rng: random.Random, datasets: int) -> Made:
    """Best references by dataset id, as objects."""
    return {
        f"JW{number:011}_{number % 90_000 + 3_101:05}_00001.MIRIMAGE": best_references(rng)
        for number in range(datasets)
    }


def header_map_pairs(rng: random.Random, datasets: int) -> Made:
    """The same as ``[true, object]``, the other form that servers use."""
    return {name: [True, value] for name, value in header_map(rng, datasets).items()}


def series_struct(rng: random.Random, keywords: int, segments: int = 4) -> Made:
    """A series of many keywords, four segments and one link."""
    names = ["T_REC", "CAMERA", *(f"KEYWORD{number:03}" for number in range(keywords - 2))]
    return {
        "note": "Magnetograms with a cadence of 45 seconds",
        "retention": 10000,
        "stagingretention": 3,
        "unitsize": 32,
        "archive": 1,
        "tapegroup": 6,
        "primekeys": ["T_REC", "CAMERA"],
        "primekeysinfo": [
            {"name": "T_REC", "slotted": 1, "step": "45.0"},
            {"name": "CAMERA", "slotted": 0},
        ],
        "dbindex": ["T_REC", "CAMERA"],
        "keywords": [_keyword(rng, name) for name in names],
        "segments": [_segment(number) for number in range(segments)],
        "links": [
            {"name": "BHARP", "target": "hmi.Bharp_720s", "kind": "DYNAMIC", "note": "Disambiguated patches"}
        ],
        "Interval": {
            "FirstRecord": "hmi.M_45s[2010.04.14_22:31:30_TAI][2]",
            "FirstRecnum": 1,
            "LastRecord": "hmi.M_45s[2020.04.07_23:59:15_TAI][2]",
            "LastRecnum": 6961246,
            "MaxRecnum": 6961247,
        },
        "runtime": 0.239,
        "status": 0,
    }


def _keyword(rng: random.Random, name: str) -> Made:
    kind, default, units = rng.choice(
        [
            ("string", "", "none"),
            ("double", "nan", "Gauss"),
            ("int", "-2147483648", "none"),
            ("float", "0.5", "arcsec"),
        ]
    )
    return {
        "name": name,
        "type": kind,
        "recscope": rng.choice(["variable", "variable", "constant"]),
        "defval": default,
        "units": units,
        "note": f"[{name}] mean/median of all pixels, {_hex(rng, 8)}, in {units}",
    }


def _segment(number: int) -> Made:
    return {
        "name": f"magnetogram{number}",
        "type": "int",
        "units": "Gauss",
        "protocol": "fits",
        "dims": "4096x4096",
        "note": "Line of sight field",
    }


def show_series(rng: random.Random, series: int) -> Made:
    """The list of a server's series."""
    names = [
        {
            "name": f"{rng.choice(['hmi', 'aia', 'mdi', 'su_anchor'])}.m_{_hex(rng, 6)}_{number}s",
            "primekeys": "T_REC, CAMERA",
            "note": f"Magnetograms every {number} s, full disk, calibrated, see http://jsoc.stanford.edu/doc",
        }
        for number in range(series)
    ]
    return {"status": 0, "names": names, "n": series}


def default_context(rng: random.Random) -> str:
    """The name of a context, the commonest tiny answer."""
    return f"jwst_{rng.randint(0, 1999):04}.pmap"


def rs_summary(rng: random.Random) -> Made:
    """A number of records."""
    return {"count": rng.randint(1, 99_999), "runtime": 0.024, "status": 0}


def request_headers(rng: random.Random, datasets: int, entries: int = 20) -> dict[str, dict[str, str]]:
    """Matching parameters by dataset id, to ask the best references for."""
    names = [f"META.EXPOSURE.PARAMETER_{number:02}" for number in range(entries - 4)]
    return {
        f"JW{number:011}_{number % 90_000 + 3_101:05}_00001.MIRIMAGE": {
            "META.INSTRUMENT.NAME": "MIRI",
            "META.INSTRUMENT.DETECTOR": rng.choice(["MIRIMAGE", "MIRIFULONG", "MIRIFUSHORT"]),
            "META.OBSERVATION.DATE": _moment(rng)[:10],
            "META.OBSERVATION.TIME": _moment(rng)[11:],
            **{name: rng.choice(["UNDEFINED", "N/A", "FULL", f"{rng.random():.6f}"]) for name in names},
        }
        for number in range(datasets)
    }


BESIDE_JSON = "json.loads"


def _at_most(bound: float, stretch: float | None = None) -> Goal:
    return Goal(BESIDE_JSON, at_most=bound, stretch=stretch)


def _file_info_map(rng: random.Random, sizes: Sizes) -> Made:
    return file_info_map(rng, sizes.files[-1])


PAYLOADS = (
    Payload(
        "get_file_info_map",
        "crds",
        "get_file_info_map",
        _file_info_map,
        (_at_most(0.6, stretch=0.5), Goal("pydantic strict", at_most=0.4)),
    ),
    Payload(
        "get_file_info_map_packed",
        "crds",
        "get_file_info_map",
        _file_info_map,
        (Goal("crds client", at_most=0.82),),
        packed=True,
    ),
    Payload(
        "header_map",
        "crds",
        "get_best_references_by_header_map",
        lambda rng, sizes: header_map(rng, sizes.headers),
        (_at_most(0.85),),
    ),
    Payload(
        "header_map_pairs",
        "crds",
        "get_best_references_by_header_map",
        lambda rng, sizes: header_map_pairs(rng, sizes.headers),
        (_at_most(0.85),),
    ),
    Payload(
        "series_struct",
        "drms",
        "series_struct",
        lambda rng, sizes: series_struct(rng, sizes.keywords),
        (_at_most(1.0),),
    ),
    Payload(
        "show_series",
        "drms",
        "show_series",
        lambda rng, sizes: show_series(rng, sizes.series),
        (_at_most(1.0),),
    ),
    Payload(
        "get_default_context",
        "crds",
        "get_default_context",
        lambda rng, sizes: default_context(rng),
        (_at_most(0.6),),
    ),
    Payload("rs_summary", "drms", "rs_summary", lambda rng, sizes: rs_summary(rng), (_at_most(0.6),)),
)
"""Synthetic answers."""
