"""Questions that differ by a number, and answers that belong to one of them alone."""

from __future__ import annotations

import copy
import json
from typing import Any

from astrowire import crds, drms
from tests.functional.loopback import Asked

from .running import SECRET
from .server import envelope, good


def question(protocol: str, effect: str, number: int) -> tuple[Any, dict[str, str]]:
    """An operation of this effect, and its arguments."""
    if protocol == "crds":
        name, arguments = "get_remote_context", {"observatory": "jwst", "pipeline_name": f"p{number}"}
    else:
        name, arguments = "rs_summary", {"ds": f"a.b[{number}]"}
        if effect != "read":
            name, arguments = "exp_request", {**arguments, "notify": SECRET}
    operations: Any = crds.OPERATIONS if protocol == "crds" else drms.OPERATIONS
    operation = copy.copy(operations[name])
    operation.effect = effect
    return operation, arguments


def number_of(request: Asked) -> int:
    """The number of a question, as it arrived."""
    if request.method == "POST":
        return int(request.call["params"][1][1:])
    return int(request.query["ds"][4:-1])


def answer_to(request: Asked) -> bytes:
    """The body of the answer that belongs to a question."""
    number = number_of(request)
    if request.method == "POST":
        return envelope(request, f"jwst_{number:05}.pmap")
    if request.query["op"] == "rs_summary":
        return json.dumps({"count": number, "runtime": 0.5, "status": 0}).encode()
    return good(request).replace(b"JSOC_20240101_123", b"JSOC_20240101_%d" % number)


def number_in(found: Any) -> int:
    """The number of the question that an answer belongs to."""
    if isinstance(found, str):
        return int(found[5:10])
    return int(found.count if hasattr(found, "count") else found.requestid.rpartition("_")[2])
