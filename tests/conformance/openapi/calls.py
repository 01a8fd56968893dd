"""Schemathesis asks the stand-in server what the exported document says can be asked."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from requests.adapters import HTTPAdapter
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.property.recordsets import series

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
HOST = "http://jsoc.stanford.edu"
"""The host of the document's servers, which the stand-in takes the place of."""
NOT_IMITATED = frozenset({"drms_export", "drms_parserecset", "series_info", "show_info"})
"""Programs of which the stand-in has recordings alone: to anything else it answers with status 500."""

RECORD_SETS = st.builds(
    str.__add__,
    series | st.sampled_from(["hmi.m_mini", "hmi.M_720s", "su_anchor.types"]),
    st.sampled_from(
        ["", "[$]", "[:#1-#3]", "[2010.05.01_TAI/1h]", "[2010.05.01/1d@6h]", "[? QUALITY = 0 ?]"]
    ),
)
"""Texts that the servers survive; the language is more than a schema can say."""


class Blanks(HTTPAdapter):
    """Sends a blank as %20, which the document can't ask for and its page does."""

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        address, mark, query = (request.url or "").partition("?")
        request.url = address + mark + query.replace("+", "%20")
        return super().send(request, *args, **kwargs)


@dataclass
class Seen:
    """What came of all calls."""

    calls: int = 0
    recorded: int = 0
    """Calls that a recording answered."""
    not_imitated: int = 0
    disagreements: list[dict[str, str]] = field(default_factory=list)
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    session: requests.Session = field(default_factory=requests.Session)


def explore(document: str, url: str, examples: int) -> Seen:
    """Call every operation: with each of its examples, and with made-up values.

    Parameters
    ----------
    document : str
        The exported document.
    url : str
        The address of the stand-in, without a path.
    examples : int
        How many made-up calls of each operation.
    """
    schemathesis.openapi.format("record-set", RECORD_SETS)
    loaded: dict[str, Any] = json.loads(document.replace(HOST, url))
    schema = schemathesis.openapi.from_dict(loaded)
    seen = Seen()
    seen.session.mount("http://", Blanks())
    for result in schema.get_all_operations():
        operation = result.ok()
        base = _base(loaded, operation.path)
        for query in _named(loaded, operation.path):
            _call(operation, _as_example(operation, query), base, seen, recorded=True)
        _made_up(operation, base, examples, seen)
    return seen


def canary(document: str, url: str) -> bool:
    """Whether a document that promises too much is found out."""
    loaded: dict[str, Any] = json.loads(document)
    loaded["paths"] = {"/show_series": loaded["paths"]["/show_series"]}
    loaded["components"]["schemas"]["SeriesNames"]["required"].append("nothing")
    return bool(explore(json.dumps(loaded), url, 1).disagreements)


def _base(document: dict[str, Any], path: str) -> str:
    servers = document["paths"][path].get("servers", document["servers"])
    return str(servers[0]["url"])


def _named(document: dict[str, Any], path: str) -> list[dict[str, Any]]:
    """The examples of an operation: the members that have a value of the same name, and the fixed ones."""
    asked = document["paths"][path].get("get", {"x-astrowire-examples": []})
    parameters = asked.get("parameters", [])
    fixed = {each["name"]: each["schema"]["const"] for each in parameters if _is_fixed(each)}
    names = [each["name"] for each in asked["x-astrowire-examples"]]
    return [
        fixed
        | {
            each["name"]: each["examples"][name]["value"]
            for each in parameters
            if name in each.get("examples", {})
        }
        for name in names
    ]


def _is_fixed(parameter: dict[str, Any]) -> bool:
    return parameter["required"] and "const" in parameter["schema"]


def _as_example(operation: Any, query: dict[str, Any]) -> Any:
    if operation.method.upper() == "POST":
        return operation.Case(body=query, media_type="application/x-www-form-urlencoded")
    return operation.Case(query=query)


def _made_up(operation: Any, base: str, examples: int, seen: Seen) -> None:
    @settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=GenerationMode.POSITIVE))
    def ask(case: Any) -> None:
        _call(operation, case, base, seen, recorded=False)

    ask()


def _call(operation: Any, case: Any, base: str, seen: Seen, *, recorded: bool) -> None:
    """One call; what is wrong with the answer is noted, each kind once for an operation."""
    response = case.call(base_url=base, session=seen.session)
    seen.calls += 1
    answered = response.headers.get("x-stand-in", [""])[0] == "recording"
    seen.recorded += answered
    name = operation.definition.raw.get("x-astrowire-form-of") or operation.definition.raw["operationId"]
    if response.status_code == 500 and not answered and not recorded and name in NOT_IMITATED:
        seen.not_imitated += 1
        return
    said = ""
    try:
        case.validate_response(response, checks=CHECKS)
    except (Failure, FailureGroup) as failure:
        said = str(failure)
    if not said and recorded and not answered:
        said = "no recording is found by the example"
    kind = (operation.label, said.splitlines()[0] if said else "")
    seen.kinds[kind] += 1
    if said and seen.kinds[kind] == 1:
        seen.disagreements.append({"operation": operation.label, "said": said[:2000]})
