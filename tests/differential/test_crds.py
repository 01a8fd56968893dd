"""Requests of the crds package 14.0.3 and ours are equal as JSON, but for the numbered corrections."""

from __future__ import annotations

import contextlib
import importlib
import importlib.metadata
import json
import os
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from astrowire import crds
from tests.property.arguments import arguments as made_arguments
from tests.property.wire import RPC
from tests.recorded.reading import CRDS_OPERATIONS, SAMPLES, all_samples, read

from .corrections import missing
from .wiretap import Wiretap, wiretap

Params = list[Any]
Correction = Callable[[Params, dict[str, Any]], Params]


# Corrections that change a request.


def _without_last(params: Params, arguments: dict[str, Any]) -> Params:
    return params[:-1]


def _null_text(params: Params, arguments: dict[str, Any]) -> Params:
    return [params[0], "null"] if params[1] == "None" and arguments.get("context") is None else params


def _in_the_order_given(params: Params, arguments: dict[str, Any]) -> Params:
    names = ("files", "fields")
    given_lists = [arguments.get(name) for name in names]
    assert [None if each is None else sorted(each) for each in given_lists] == params[1:]
    return [params[0], *given_lists]


CORRECTED: dict[str, dict[int, Correction]] = {
    "get_dataset_ids": {54: _without_last},
    "get_default_context": {55: _without_last},
    "get_system_versions": {56: _null_text},
    "get_file_info_map": {63: _in_the_order_given},
}
"""By operation: correction id, and what it makes of the peer's parameters."""

PEER_RESULT: dict[str, Any] = {
    "get_context_history": [],
    "get_system_versions": {},
    "get_default_context": "x.pmap",
}


# Both requests.


@pytest.fixture(scope="module")
def peer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The peer's module of calls, imported where it can reach neither a server nor a user's cache."""
    folder = str(tmp_path_factory.mktemp("crds"))
    names = {"CRDS_SERVER_URL": "http://localhost:1", "CRDS_OBSERVATORY": "jwst", "CRDS_PATH": folder}
    with mock.patch.dict(os.environ, names):
        yield importlib.import_module("crds.client.api")


def peer_call(peer: Any, operation: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """The body of the crds package's call."""
    seen: list[bytes] = []

    def urlopen(url: str, body: bytes, timeout: float) -> SimpleNamespace:
        seen.append(body)
        answer = {"error": None, "jsonrpc": "1.0", "id": 1, "result": PEER_RESULT.get(operation)}
        return SimpleNamespace(read=lambda: json.dumps(answer).encode())

    proxy = importlib.import_module("crds.client.proxy")
    names = [arguments.get(name) for name in RPC[operation]]
    if operation == "get_default_context":
        names.append("latest")
    call = getattr(peer, operation)
    peer._get_file_info_map.cache.clear()
    with mock.patch.object(proxy, "request", SimpleNamespace(urlopen=urlopen)):
        getattr(call, "uncached", call)(*names)
    found: dict[str, Any] = json.loads(seen[0])
    return found


def encoded_call(operation: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """The body of our operation."""
    found: dict[str, Any] = json.loads(
        crds.OPERATIONS[operation].encode(arguments, crds.SERVERS["jwst"], id=1).body
    )
    return found


def face_call(tap: Wiretap, operation: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """The body of our face, as it arrives at a server."""
    tap.answer = json.dumps({"error": None, "jsonrpc": "1.0", "id": 1, "result": _result(operation)}).encode()
    with mock.patch.dict(os.environ, {"CRDS_SERVER_URL": tap.url}), contextlib.suppress(crds.CrdsFault):
        getattr(crds.client, operation)(**arguments)
    found: dict[str, Any] = json.loads(tap.asked[-1][1])
    return found


def _result(operation: str) -> Any:
    if operation == "get_system_versions":
        return {}
    return next(
        read(sample).document
        for sample in all_samples()
        if sample.operation == operation and read(sample).kind == "answer"
    )


def without_id(call: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in call.items() if name != "id"}


def expected(operation: str, call: dict[str, Any], arguments: dict[str, Any]) -> dict[str, Any]:
    """What the corrections make of the peer's body."""
    params = call["params"]
    for correct in CORRECTED.get(operation, {}).values():
        params = correct(params, arguments)
    return {**without_id(call), "params": params}


@pytest.fixture(scope="module")
def tap() -> Iterator[Wiretap]:
    with wiretap() as running:
        yield running


# The tests.


def test_the_peer_is_the_one_that_is_meant() -> None:
    assert importlib.metadata.version("crds") == "14.0.3"


@pytest.mark.parametrize("operation", CRDS_OPERATIONS)
@given(data=st.data())
def test_encode_equals_the_peer(peer: Any, operation: str, data: st.DataObject) -> None:
    arguments = data.draw(made_arguments(f"crds.{operation}"))
    theirs = expected(operation, peer_call(peer, operation, arguments), arguments)
    assert without_id(encoded_call(operation, arguments)) == theirs


@pytest.mark.parametrize("operation", CRDS_OPERATIONS)
@given(data=st.data())
def test_the_face_equals_the_peer(peer: Any, tap: Wiretap, operation: str, data: st.DataObject) -> None:
    arguments = data.draw(made_arguments(f"crds.{operation}"))
    theirs = expected(operation, peer_call(peer, operation, arguments), arguments)
    assert without_id(face_call(tap, operation, arguments)) == theirs


def test_recorded_requests_of_the_peer_are_ours() -> None:
    """The calls that the peer was once seen to make, where they need no correction."""
    seen = json.loads((SAMPLES / "crds" / "wire_requests__crds_client_14.0.3.json").read_bytes())
    tried = []
    for body in (entry["body"] for entry in seen):
        method, params = body["method"], body["params"]
        if method in CRDS_OPERATIONS and method not in CORRECTED and isinstance(params, list):
            arguments = dict(zip(RPC[method], params, strict=True))
            tried.append(without_id(encoded_call(method, arguments)) == without_id(body))
    assert len(tried) >= 7
    assert all(tried)


# Each exception differs as it says.


def test_correction_54_dataset_ids_have_two_positions(peer: Any) -> None:
    arguments = {"context": "jwst-operational", "instrument": "miri"}
    assert peer_call(peer, "get_dataset_ids", arguments)["params"] == ["jwst-operational", "miri", None]
    assert encoded_call("get_dataset_ids", arguments)["params"] == ["jwst-operational", "miri"]
    assert missing(54, "crds", "get_dataset_ids", "third") == []


def test_correction_55_the_default_context_has_one_position(peer: Any) -> None:
    assert peer_call(peer, "get_default_context", {"observatory": "hst"})["params"] == ["hst", "latest"]
    assert encoded_call("get_default_context", {"observatory": "hst"})["params"] == ["hst"]
    assert missing(55, "crds", "get_default_context", "state") == []


def test_correction_56_no_context_is_the_text_null(peer: Any) -> None:
    arguments = {"master_version": "0.6.0", "context": None}
    assert peer_call(peer, "get_system_versions", arguments)["params"] == ["0.6.0", "None"]
    assert encoded_call("get_system_versions", arguments)["params"] == ["0.6.0", "null"]
    assert missing(56, "crds", "get_system_versions", '"null"', '"None"') == []


def test_correction_63_files_and_fields_keep_their_order(peer: Any) -> None:
    arguments = {"observatory": "jwst", "files": ["b.fits", "a.fits"], "fields": ["size", "sha1sum"]}
    theirs = ["jwst", ["a.fits", "b.fits"], ["sha1sum", "size"]]
    assert peer_call(peer, "get_file_info_map", arguments)["params"] == theirs
    assert encoded_call("get_file_info_map", arguments)["params"] == [
        "jwst",
        ["b.fits", "a.fits"],
        ["size", "sha1sum"],
    ]
    assert missing(63, "crds", "get_file_info_map", "order") == []


def test_correction_64_header_values_are_not_turned_into_text(peer: Any, tap: Wiretap) -> None:
    arguments = {"context": "hst.pmap", "header": {"CCDGAIN": 1.5, "FLAG": True}, "reftypes": None}
    assert peer_call(peer, "get_best_references", arguments)["params"][1] == {
        "CCDGAIN": "1.5",
        "FLAG": "True",
    }
    calls: list[Callable[[], object]] = [
        lambda: encoded_call("get_best_references", arguments),
        lambda: face_call(tap, "get_best_references", arguments),
    ]
    refused: list[BaseException] = []
    for call in calls:
        try:
            call()
        except ValueError as error:
            refused.append(error)
    assert [type(error).__name__ for error in refused] == ["RequestInvalid", "RequestInvalid"]
    assert missing(64, "crds", "get_best_references", "string") == []


def test_every_exception_is_asserted_by_itself() -> None:
    used = {number for corrections in CORRECTED.values() for number in corrections}
    tests = {int(name.split("_")[2]) for name in globals() if name.startswith("test_correction_")}
    assert used <= tests


def test_canary_without_its_correction_a_request_differs(peer: Any) -> None:
    arguments = {"context": "jwst-operational", "instrument": "miri"}
    theirs = without_id(peer_call(peer, "get_dataset_ids", arguments))
    assert without_id(encoded_call("get_dataset_ids", arguments)) != theirs


def test_canary_another_argument_is_noticed(peer: Any) -> None:
    theirs = without_id(peer_call(peer, "get_required_parkeys", {"context": "hst.pmap"}))
    assert without_id(encoded_call("get_required_parkeys", {"context": "hst.pmap"})) == theirs
    assert without_id(encoded_call("get_required_parkeys", {"context": "hst_0001.pmap"})) != theirs
