"""Requests of the crds package 14.0.3 and ours are equal as JSON, but for the numbered corrections."""

from __future__ import annotations

import contextlib
import importlib
import importlib.metadata
import json
import os
import warnings
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any
from unittest import mock

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from astrowire import crds
from tests.property.arguments import arguments as made_arguments
from tests.property.wire import DEFAULTS, RPC
from tests.recorded.reading import CRDS_OPERATIONS, SAMPLES, all_samples, read

from .corrections import missing
from .crds_peer import crds_peer
from .wiretap import Wiretap, wiretap

Params = list[Any]
Correction = Callable[[Params, dict[str, Any]], Params]

NOT_OF_THE_PEER = ("file_exists", "get_submission_info", "get_delivery_status", "system_describe")
PEERS = [operation for operation in CRDS_OPERATIONS if operation not in NOT_OF_THE_PEER]
"""What the peer calls."""


# Corrections that change a request.


def _without_last_null(params: Params, arguments: dict[str, Any]) -> Params:
    return params[:-1] if params[-1] is None else params


def _state_as_given(params: Params, arguments: dict[str, Any]) -> Params:
    state = arguments.get("state")
    assert params[1] == ("latest" if state == "build" or (params[0], state) == ("jwst", None) else state)
    return params[:1] if state is None else [params[0], state]


def _nothing_for_granted(params: Params, arguments: dict[str, Any]) -> Params:
    return params if arguments.get("state") in ("latest", "edit") else params[:1]


def _null_text(params: Params, arguments: dict[str, Any]) -> Params:
    return [params[0], "null"] if params[1] == "None" and arguments.get("context") is None else params


def _in_the_order_given(params: Params, arguments: dict[str, Any]) -> Params:
    names = ("files", "fields")
    given_lists = [arguments.get(name) for name in names]
    assert [None if each is None else sorted(each) for each in given_lists] == params[1:]
    return [params[0], *given_lists]


CORRECTED: dict[str, dict[int, Correction]] = {
    "get_dataset_ids": {54: _without_last_null},
    "get_default_context": {55: _state_as_given},
    "get_system_versions": {56: _null_text},
    "get_file_info_map": {63: _in_the_order_given},
}
"""By operation: correction id, and what it makes of the peer's parameters."""

CORRECTED_IN_FACE: dict[str, dict[int, Correction]] = {"get_default_context": {83: _nothing_for_granted}}
"""The same for the face, where that is another one."""

DATABASE = json.loads((SAMPLES / "crds" / "get_sqlite_db__tiny.json").read_bytes())["result"]
INFO = {"observatory": "jwst", "download_metadata": {"crds_encoded": "1.0", "crds_payload": ""}}
PEER_RESULT: dict[str, Any] = {
    "get_affected_datasets": {},
    "get_context_history": [],
    "get_default_context": "x.pmap",
    "get_mapping_names": [],
    "get_reference_names": [],
    "get_server_info": INFO,
    "get_sqlite_db": DATABASE,
    "get_system_versions": {},
    "jpoll_pull_messages": [],
    "list_mappings": [],
    "list_references": [],
}
OUR_RESULT: dict[str, Any] = {
    "get_best_references_by_ids": {},
    "get_reference_names": [],
    "get_server_info": INFO,
    "get_system_versions": {},
    "jpoll_abort": None,
    "list_references": [],
}
"""Where no sample has an answer, or has one that leads to another call."""


# Both requests.


@pytest.fixture(scope="module")
def peer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with crds_peer(tmp_path_factory.mktemp("crds")) as module:
        yield module


def peer_call(peer: Any, operation: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """The body of the crds package's call."""
    seen: list[bytes] = []

    def urlopen(url: str, body: bytes, timeout: float) -> SimpleNamespace:
        seen.append(body)
        answer = {"error": None, "jsonrpc": "1.0", "id": 1, "result": PEER_RESULT.get(operation)}
        return SimpleNamespace(read=lambda: json.dumps(answer).encode())

    proxy = importlib.import_module("crds.client.proxy")
    names = [_given(operation, name, arguments) for name in RPC[operation] if name != "calver"]
    call = getattr(peer, operation)
    for cached in (peer._get_file_info_map, peer.get_default_context):
        cached.cache.clear()
    with (
        mock.patch.object(proxy, "request", SimpleNamespace(urlopen=urlopen)),
        software(arguments),
        warnings.catch_warnings(action="ignore", category=DeprecationWarning),
    ):
        getattr(call, "uncached", call)(*names)
    found: dict[str, Any] = json.loads(seen[0])
    return found


def _given(operation: str, name: str, arguments: dict[str, Any]) -> Any:
    value = arguments.get(name)
    return DEFAULTS.get((operation, name)) if value is None else value


@contextlib.contextmanager
def software(arguments: dict[str, Any]) -> Iterator[None]:
    """Calibration software of the version that a call is about seems to be installed."""
    version = arguments.get("calver")
    with contextlib.ExitStack() as stack:
        if version is not None:
            stack.enter_context(mock.patch.object(importlib.metadata, "version", return_value=version))
        yield


def encoded_call(operation: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """The body of our operation."""
    found: dict[str, Any] = json.loads(
        crds.OPERATIONS[operation].encode(arguments, crds.SERVERS["jwst"], id=1).body
    )
    return found


def face_call(tap: Wiretap, operation: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """The body of our face, as it arrives at a server."""
    tap.answer = json.dumps({"error": None, "jsonrpc": "1.0", "id": 1, "result": _result(operation)}).encode()
    given_ones = {name: value for name, value in arguments.items() if name != "calver"}
    with (
        mock.patch.dict(os.environ, {"CRDS_SERVER_URL": tap.url}),
        software(arguments),
        warnings.catch_warnings(action="ignore", category=DeprecationWarning),
        contextlib.suppress(crds.CrdsFault),
    ):
        getattr(crds.client, operation)(**given_ones)
    found: dict[str, Any] = json.loads(tap.asked[-1][1])
    return found


def _result(operation: str) -> Any:
    if operation in OUR_RESULT:
        return OUR_RESULT[operation]
    return next(
        read(sample).document
        for sample in all_samples()
        if sample.operation == operation and read(sample).kind == "answer"
    )


def without_id(call: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in call.items() if name != "id"}


def expected(
    operation: str, call: dict[str, Any], arguments: dict[str, Any], *, face: bool = False
) -> dict[str, Any]:
    """What the corrections make of the peer's body."""
    params = call["params"]
    table = CORRECTED | CORRECTED_IN_FACE if face else CORRECTED
    for correct in table.get(operation, {}).values():
        params = correct(params, arguments)
    return {**without_id(call), "params": params}


@pytest.fixture(scope="module")
def tap() -> Iterator[Wiretap]:
    with wiretap() as running:
        yield running


# The tests.


def test_the_peer_is_the_one_that_is_meant() -> None:
    assert importlib.metadata.version("crds") == "14.0.3"


def test_the_peer_calls_28_methods() -> None:
    assert len(PEERS) == 28
    assert {*PEERS, *NOT_OF_THE_PEER} == set(crds.OPERATIONS)


def _drawn(operation: str, data: st.DataObject) -> dict[str, Any]:
    arguments = data.draw(made_arguments(f"crds.{operation}"))
    # The peer knows no calibration software of its test observatory, and fails on it.
    asks_for_build = operation == "get_build_context" or arguments.get("state") == "build"
    assume(not (asks_for_build and arguments["observatory"] == "tobs"))
    return arguments


@pytest.mark.parametrize("operation", PEERS)
@given(data=st.data())
def test_encode_equals_the_peer(peer: Any, operation: str, data: st.DataObject) -> None:
    arguments = _drawn(operation, data)
    theirs = expected(operation, peer_call(peer, operation, arguments), arguments)
    assert without_id(encoded_call(operation, arguments)) == theirs


@pytest.mark.parametrize("operation", PEERS)
@given(data=st.data())
def test_the_face_equals_the_peer(peer: Any, tap: Wiretap, operation: str, data: st.DataObject) -> None:
    arguments = _drawn(operation, data)
    theirs = expected(operation, peer_call(peer, operation, arguments), arguments, face=True)
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
    assert len(tried) >= 22
    assert all(tried)


# Each exception differs as it says.


def test_correction_54_dataset_ids_have_two_positions(peer: Any) -> None:
    arguments = {"context": "jwst-operational", "instrument": "miri"}
    assert peer_call(peer, "get_dataset_ids", arguments)["params"] == ["jwst-operational", "miri", None]
    assert encoded_call("get_dataset_ids", arguments)["params"] == ["jwst-operational", "miri"]
    later = {**arguments, "datasets_since": "2020-01-01"}
    assert encoded_call("get_dataset_ids", later)["params"] == ["jwst-operational", "miri", "2020-01-01"]
    assert missing(54, "crds", "get_dataset_ids", "third") == []


def test_correction_55_the_default_context_has_one_position(peer: Any) -> None:
    assert peer_call(peer, "get_default_context", {"observatory": "hst"})["params"] == ["hst", None]
    assert encoded_call("get_default_context", {"observatory": "hst"})["params"] == ["hst"]
    edit = {"observatory": "hst", "state": "edit"}
    assert encoded_call("get_default_context", edit)["params"] == ["hst", "edit"]
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


def test_correction_83_the_latest_context_goes_without_saying(peer: Any, tap: Wiretap) -> None:
    arguments = {"observatory": "jwst"}
    assert peer_call(peer, "get_default_context", arguments)["params"] == ["jwst", "latest"]
    assert face_call(tap, "get_default_context", arguments)["params"] == ["jwst"]
    assert missing(83, "crds", "get_default_context", "latest", "one position") == []
    asked = {"observatory": "jwst", "calver": "1.16.0"}
    for call in (peer_call(peer, "get_default_context", asked), face_call(tap, "get_default_context", asked)):
        assert (call["method"], call["params"]) == ("get_build_context", ["jwst", "1.16.0"])


def test_correction_89_the_observatory_is_not_supposed(peer: Any, tap: Wiretap) -> None:
    with mock.patch.dict(os.environ, {"CRDS_OBSERVATORY": "none"}):
        assert peer.get_default_observatory() == "jwst"
        refused: object = None
        try:
            face_call(tap, "get_default_context", {})
        except ValueError as error:
            refused = error
    assert type(refused).__name__ == "ConfigError"
    assert face_call(tap, "get_default_context", {})["params"] == ["jwst"]
    assert missing(89, "crds", "get_default_context", "jwst", "refused") == []


def test_every_exception_is_asserted_by_itself() -> None:
    used = {number for table in (CORRECTED, CORRECTED_IN_FACE) for each in table.values() for number in each}
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
