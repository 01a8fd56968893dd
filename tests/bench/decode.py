"""Typed and validated decoding beside readers that check nothing, validators, and the floor."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import msgspec

import astrowire
from astrowire import crds, drms
from tests.bench import peers, records, samples, validators
from tests.bench.kinds import is_array, is_object
from tests.bench.payloads import PAYLOADS, Payload, file_info_map
from tests.bench.plan import Plan
from tests.bench.table import Findings, Goal, rows
from tests.bench.timing import Call, Contender, said

NAME = "decode"
TITLE = "Typed and validated decoding of a body in memory"

NAMES = (*(payload.name for payload in PAYLOADS), "rs_list", "real")
PICTURE = "get_file_info_map"
DRAWN = (
    "ours", "json.loads", "orjson", "msgspec untyped", "pydantic strict", "jsonschema-rs", "raw scan",
)  # fmt: skip

LISTED = Payload(
    "rs_list",
    "drms",
    "rs_list",
    lambda rng, sizes: None,
    (Goal("raw scan", at_most=3.0, stretch=2.0), Goal("json.loads", at_most=0.8)),
)
"""Its bodies are made by ``records``."""


def measure(plan: Plan, findings: Findings) -> None:
    """Synthetic answers, a record set of which no column is read, and recorded answers."""
    for payload in PAYLOADS:
        if plan.wants(NAME, payload.name):
            _measured(plan, findings, payload, payload.body(plan.rng(payload.name), plan.sizes))
    if plan.wants(NAME, "rs_list"):
        _measured(plan, findings, LISTED, records.body(plan.rng("rs_list"), plan.sizes.records[2]))
    if plan.wants(NAME, "real"):
        for payload, body in samples.answers():
            _measured(plan, findings, payload, body)
    if plan.wants(NAME, PICTURE, "curves"):
        _curves(plan, findings)


def _measured(plan: Plan, findings: Findings, payload: Payload, body: bytes) -> None:
    """All contenders on one body."""
    contenders = _contenders(payload, body)
    remarks = _checked(payload, body, contenders)
    measured = plan.figures(payload.name, contenders, 9)
    work = f"{payload.name}, {_size(len(body))}"
    findings.add(rows(work, measured, payload.goals, remarks=remarks))


def _curves(plan: Plan, findings: Findings) -> None:
    """The catalogue's answer at several sizes; nothing but points of the picture."""
    payload = PAYLOADS[0]
    for files in plan.sizes.files:
        body = payload.written(file_info_map(plan.rng(f"curve {files}"), files))
        contenders = _contenders(payload, body)
        chosen = {name: contenders[name] for name in DRAWN}
        findings.point(PICTURE, files, plan.figures(f"curve {files}", chosen, 7), DRAWN)


def _contenders(payload: Payload, body: bytes) -> dict[str, Contender]:
    """Every contender by name."""
    contenders: dict[str, Contender] = {"ours": ours(payload, body)}
    if payload.service == "crds":
        contenders["crds client"] = peers.crds_call(body, payload.operation)
    if not payload.packed:
        contenders |= peers.plain_readers(body)
        schema = operation(payload).response_schema
        contenders |= validators.contenders(schema, body, payload.member)
    return contenders


def operation(payload: Payload) -> Any:
    """The operation that answers a payload."""
    return (drms if payload.service == "drms" else crds).OPERATIONS[payload.operation]


def ours(payload: Payload, body: bytes) -> Call:
    """Decoding by the operation itself, from a response as a transport hands it over."""
    asked = operation(payload)
    kind = "application/json" if payload.service == "drms" else "application/json-rpc"
    headers = {"Content-Type": kind}
    return lambda: asked.decode(astrowire.HttpResponse(200, headers, body))


def _checked(payload: Payload, body: bytes, contenders: Mapping[str, Contender]) -> dict[str, str]:
    """What is wrong with what contenders return, held against ``json.loads``; and which accept nonsense."""
    whole = json.loads(body)
    answer = whole[payload.member] if payload.member else whole
    plain = json.loads(peers.unpacked(answer)) if payload.packed else answer
    remarks: dict[str, str] = {}
    for name, expected in {
        "ours": plain,
        "crds client": plain,
        "orjson": whole,
        "msgspec untyped": whole,
    }.items():
        contender = contenders.get(name)
        if contender is None or isinstance(contender, str):
            continue
        try:
            found = contender()
        except Exception as error:
            remarks[name] = said(error)
            continue
        if not _same(as_plain(found) if name == "ours" else found, expected):
            remarks[name] = f"{name}: other values than json.loads gives"
    broken = payload.written(spoilt(plain))
    tried: dict[str, Call] = {"ours": ours(payload, broken)}
    if not payload.packed:
        found_verdicts = validators.contenders(operation(payload).response_schema, broken, payload.member)
        tried |= {name: call for name, call in found_verdicts.items() if not isinstance(call, str)}
    for name, call in tried.items():
        if _accepts(call):
            remarks[name] = f"{name}: accepts a spoilt answer"
    return remarks


def _same(found: object, expected: object) -> bool:
    """Whether two values are equal; a list may be in another order, since histories are sorted."""
    if is_array(found) and is_array(expected):
        return sorted(map(repr, found)) == sorted(map(repr, expected))
    return found == expected


def as_plain(answer: object) -> Any:
    """A typed answer as plain values with the names of the wire."""
    return json.loads(msgspec.json.encode(answer, enc_hook=str))


def _accepts(call: Call) -> bool:
    try:
        call()
    except Exception:
        return False
    return True


def spoilt(value: Any) -> Any:
    """The same value with an empty array in an array where the first text or number was."""
    if is_object(value):
        first = next((name for name in value if name != "status" and value[name] not in ([], {})), None)
        return value if first is None else {**value, first: spoilt(value[first])}
    if is_array(value):
        return [spoilt(value[0]), *value[1:]] if value else value
    return [[]]


def _size(size: int) -> str:
    return f"{size} B" if size < 1000 else f"{size / 1e3:.0f} kB" if size < 1e6 else f"{size / 1e6:.1f} MB"
