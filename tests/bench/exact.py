"""Answers that the quick way rejects and the schema accepts: every record has an unknown member."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.bench import decode, peers, records
from tests.bench.payloads import PAYLOADS, Payload
from tests.bench.plan import Plan
from tests.bench.table import Findings, Goal, rows

NAME = "exact"
TITLE = "Accepted on the exact way only: every record has an unknown member"
NAMES = (NAME,)

GOALS = (Goal("json.loads", at_most=2.0),)
RECORD_MEMBERS = ("names", "keywords", "segments", "links", "primekeysinfo")
"""The members of DRMS answers that are lists of records."""

EXTRA = {"added_by_a_later_server": "2027-01-01"}


def measure(plan: Plan, findings: Findings) -> None:
    """One work per operation whose answers hold records."""
    named = {payload.name: payload for payload in PAYLOADS}
    for name in ("get_file_info_map", "series_struct", "show_series"):
        payload = named[name]
        _measured(plan, findings, payload, payload.make(plan.rng(name), plan.sizes))
    body = records.body(plan.rng("rs_list"), plan.sizes.records[1])
    _measured(plan, findings, decode.LISTED, json.loads(body))


def _measured(plan: Plan, findings: Findings, payload: Payload, made: Any) -> None:
    body = payload.written(_extended(made, payload))
    contenders = {"ours": decode.ours(payload, body), **peers.plain_readers(body)}
    remarks = {"ours": _checked(contenders["ours"], made)}
    measured = plan.figures(f"exact {payload.name}", contenders, 9)
    findings.add(rows(f"{payload.name} + unknown members", measured, GOALS, remarks=remarks))


def _extended(made: Any, payload: Payload) -> Any:
    """The answer with one more member in every record."""
    if payload.service == "crds":
        return {name: record | EXTRA for name, record in made.items()}
    lists = {name: [each | EXTRA for each in made[name]] for name in RECORD_MEMBERS if name in made}
    return made | lists


def _checked(ours: Callable[[], object] | str, made: Any) -> str:
    """What is wrong with our result: the unknown members are kept apart, all others are as they were."""
    if isinstance(ours, str):
        return ours
    return "" if decode.as_plain(ours()) == made else "other values than were sent"
