"""Writing the request for many best references, arguments checked, beside writing it unchecked."""

from __future__ import annotations

import json

import msgspec

from astrowire import crds
from tests.bench import peers
from tests.bench.payloads import request_headers
from tests.bench.plan import Plan
from tests.bench.table import Findings, Goal, rows
from tests.bench.timing import NOT_INSTALLED, Contender

NAME = "encode"
TITLE = "Requests, arguments checked (json.dumps and the others check nothing)"
NAMES = (NAME,)

OPERATION = "get_best_references_by_header_map"
CONTEXT = "jwst_1464.pmap"


def measure(plan: Plan, findings: Findings) -> None:
    """The request for 5,000 headers of 20 entries."""
    headers = request_headers(plan.rng("headers"), plan.sizes.headers)
    # The members and their order are those of our request, so all write the same object.
    payload = json.loads(_ours(headers))
    orjson = peers.module("orjson")
    contenders: dict[str, Contender] = {
        "ours": lambda: _ours(headers),
        "json.dumps": lambda: json.dumps(payload).encode(),
        "crds client": peers.crds_request(OPERATION, [CONTEXT, headers, None]),
        "orjson": (lambda: orjson.dumps(payload)) if orjson else NOT_INSTALLED,
        "msgspec": lambda: msgspec.json.encode(payload),
    }
    sent = payload["params"] == [CONTEXT, headers, None]
    remarks = {"ours": "" if sent else "other arguments than were given"}
    measured = plan.figures("encode", contenders, 9)
    work = f"{OPERATION}, {plan.sizes.headers:,} headers"
    findings.add(rows(work, measured, [Goal("json.dumps", at_most=0.5)], remarks=remarks))


def _ours(headers: dict[str, dict[str, str]]) -> bytes:
    """The body of the request that the operation writes."""
    arguments = {"context": CONTEXT, "header_map": headers}
    return crds.OPERATIONS[OPERATION].encode(arguments, crds.SERVERS["jwst"], id=1).body
