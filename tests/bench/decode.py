"""Typed and validated decoding beside ``json.loads(body.decode())``, which is what peers do, unvalidated."""

from __future__ import annotations

import importlib
import json
import random
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

import astrowire
from astrowire import crds, drms
from tests.bench.payloads import Payload
from tests.bench.table import Row, duration
from tests.bench.timing import Call, medians

TITLE = "Decode, typed and validated (theirs: json.loads(body.decode()), unvalidated)"


def measure(payloads: Sequence[Payload], rounds: int, seed: int) -> list[Row]:
    """One row per payload."""
    return [_row(payload, rounds, random.Random(seed)) for payload in payloads]


def _row(payload: Payload, rounds: int, rng: random.Random) -> Row:
    """All contenders on one body; an answer of ours that is an error is a missed goal, not the end."""
    body = payload.body(rng)
    try:
        times = medians(_contenders(payload, body), rounds, rng)
    except astrowire.AstrowireError as refused:
        said = str(refused).splitlines()[0]
        return Row(payload.name, None, None, payload.goal, remarks=[f"{type(refused).__name__}: {said}"])
    anchors = [
        f"{name} {duration(seconds)}" for name, seconds in times.items() if name not in {"ours", "theirs"}
    ]
    return Row(
        payload.name, times["ours"], times["theirs"], payload.goal, remarks=[f"{len(body):,} bytes", *anchors]
    )


def _contenders(payload: Payload, body: bytes) -> dict[str, Call]:
    """Every contender by name; anchors only show what the goal is made of."""
    calls: dict[str, Call] = {
        "ours": _ours(payload, body),
        "theirs": lambda: json.loads(body.decode()),
        "msgspec untyped": lambda: msgspec.json.decode(body),
    }
    orjson = _orjson()
    if orjson is not None:
        calls["orjson"] = lambda: orjson(body)
    return calls


def _ours(payload: Payload, body: bytes) -> Call:
    """Decoding by the operation itself, from a response as a transport hands it over."""
    drms_or_crds = drms if payload.service == "drms" else crds
    operation: Any = drms_or_crds.OPERATIONS[payload.operation]
    headers = {"Content-Type": payload.content_type}
    return lambda: operation.decode(astrowire.HttpResponse(200, headers, body))


def _orjson() -> Callable[[bytes], object] | None:
    """The reader of ``orjson``, if that is installed."""
    try:
        module = importlib.import_module("orjson")
    except ModuleNotFoundError:
        return None
    loads: Callable[[bytes], object] = module.loads
    return loads
