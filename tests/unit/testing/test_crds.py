"""The JSON-RPC side: the library's envelope, the server's checks and texts."""

from __future__ import annotations

import json
from typing import Any

import pytest

from astrowire_runtime.testing import Recording, StandIn

from .conftest import FGS_HEADER, Got, ask, body_of

JWST, HST = "/crds/jwst/json/", "/crds/hst/json/"


def call(server: StandIn, method: str, *params: object, base: str = JWST, number: object = 1) -> Got:
    request = {"jsonrpc": "1.0", "method": method, "params": list(params), "id": number}
    return ask(server, base, method="POST", body=json.dumps(request).encode())


def fault(got: Got) -> str:
    envelope: dict[str, Any] = json.loads(got.body)
    assert envelope["result"] is None
    assert got.type == "application/json-rpc"
    assert envelope["error"]["message"].startswith(envelope["error"]["name"] + ": ")
    return str(envelope["error"]["message"])


def test_a_recorded_envelope_is_served_byte_for_byte(server: StandIn) -> None:
    got = call(server, "get_default_context", "jwst")
    assert (got.status, got.type) == (200, "application/json-rpc")
    assert got.body == body_of("get_default_context__jwst_envelope.json")
    assert server.saw("get_default_context") == 1


@pytest.mark.parametrize("number", [7, "list-14.0.3-uuid-00000001", 1.5, [1], {"a": "\u00e9"}, False])
def test_the_id_comes_back(server: StandIn, number: object) -> None:
    got = call(server, "get_default_context", "jwst", number=number)
    answer = json.loads(got.body)
    assert answer["id"] == number
    assert answer["result"] == "jwst_0000.pmap"
    assert json.loads(call(server, "get_file_info", "hst", "x", number=number).body)["id"] == number


def test_the_path_below_json_is_for_the_log_only(server: StandIn) -> None:
    body = b'{"jsonrpc": "1.0", "method": "get_default_context", "params": ["JWST", null], "id": 1}'
    got = ask(server, f"{JWST}get_file_info/some-id-0001/", method="POST", body=body)
    assert json.loads(got.body)["result"] == "jwst_0000.pmap"
    assert server.journal[0].operation == "get_default_context"


def test_arguments_in_the_servers_terms(server: StandIn) -> None:
    got = call(server, "get_default_context", None, "latest")
    assert json.loads(got.body)["result"] == "jwst_0000.pmap"
    shuffled = dict(reversed([(name.lower(), f" {value.lower()} ") for name, value in FGS_HEADER.items()]))
    got = call(server, "get_best_references", "jwst_0000.pmap", shuffled, [])
    assert json.loads(got.body)["result"]["mask"] == "jwst_fgs_mask_0000.fits"
    got = call(server, "get_dataset_ids", "jwst-operational", "MIRI", None)
    assert len(json.loads(got.body)["result"]) == 10


def test_get_is_refused(server: StandIn) -> None:
    got = ask(server, JWST)
    assert got.status == 400
    assert fault(got).startswith("InvalidRequestError: The method you are trying to access")


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[" * 100_000])
def test_a_body_that_is_no_json(server: StandIn, body: bytes) -> None:
    got = ask(server, JWST, method="POST", body=body)
    assert (got.status, fault(got)) == (400, "InvalidRequestError: Invalid Request.")


def test_an_unknown_method_lists_the_known_ones(server: StandIn) -> None:
    got = call(server, "get_nothing")
    assert got.status == 404
    text = fault(got)
    assert text.startswith("MethodNotFoundError: Method not found. Available methods: get_default_context\n")
    assert json.loads(got.body)["error"]["code"] == -32601


@pytest.mark.parametrize("tail", [b"", b', "id": null'])
def test_without_an_id_there_is_no_answer(server: StandIn, tail: bytes) -> None:
    body = b'{"jsonrpc": "1.0", "method": "get_default_context", "params": ["jwst"]' + tail + b"}"
    got = ask(server, JWST, method="POST", body=body)
    assert (got.status, got.body) == (204, b"")


def test_a_batch(server: StandIn) -> None:
    one = {"jsonrpc": "1.0", "method": "get_default_context", "params": ["jwst"], "id": 1}
    body = json.dumps([one, {**one, "id": 2}, {**one, "id": None}, 5]).encode()
    answers = json.loads(ask(server, JWST, method="POST", body=body).body)
    assert [answer["id"] for answer in answers] == [1, 2, None, None]
    assert [answer["result"] for answer in answers[:2]] == ["jwst_0000.pmap"] * 2
    assert answers[2]["error"]["name"] == "InvalidRequestError"


def test_named_parameters_hand_over_their_names(server: StandIn) -> None:
    body = b'{"jsonrpc": "1.0", "method": "get_default_context", "params": {"observatory": "jwst"}, "id": 1}'
    got = ask(server, JWST, method="POST", body=body)
    assert "requested observatory 'observatory' and server observatory 'jwst'" in fault(got)


def test_an_unsupported_version(server: StandIn) -> None:
    body = b'{"jsonrpc": "3.0", "method": "get_default_context", "params": ["jwst"], "id": 1}'
    got = ask(server, JWST, method="POST", body=body)
    assert (got.status, fault(got)) == (400, "InvalidRequestError: JSON-RPC version 3.0 not supported.")


FAULTS: list[tuple[str, list[object], str]] = [
    (
        "get_file_info",
        ["jwst"],
        "OtherError: get_file_info() missing 1 required positional argument: 'filename'",
    ),
    (
        "get_file_info",
        [],
        (
            "OtherError: get_file_info() missing 2 required positional arguments:"
            " 'pipeline_context' and 'filename'"
        ),
    ),
    (
        "get_default_context",
        ["jwst", None, 1],
        "OtherError: get_default_context() takes from 2 to 3 positional arguments but 4 were given",
    ),
    (
        "get_default_context",
        ["hst"],
        (
            "InvalidObservatoryError: Mismatch between requested observatory 'hst'"
            " and server observatory 'jwst'"
        ),
    ),
    (
        "get_default_context",
        ["<o'>"],
        (
            "InvalidObservatoryError: Mismatch between requested observatory '&lt;o&#39;&gt;'"
            " and server observatory 'jwst'"
        ),
    ),
    (
        "get_remote_context",
        ["jwst", "other"],
        "OtherError: RemoteContextModel matching query does not exist.",
    ),
    (
        "get_remote_context",
        ["jwst", "-x"],
        "InvalidPipelineName: The specified pipeline name is invalid.",
    ),
    ("get_file_info", ["jwst", "x.fits"], "UnknownFile: File 'x.fits' is not known to CRDS."),
    ("get_file_info", ["jwst", "a/b"], "OtherError: Invalid file name 'a/b'"),
    ("get_file_info_map", ["jwst", "x", None], "InvalidFileList: Expected list of filenames or None."),
    ("get_file_info_map", ["jwst", None, [1]], "InvalidFieldList: Expected list of fields or None."),
    (
        "get_required_parkeys",
        ["bad time format"],
        (
            "UnknownContextError: Context parameter 'bad time format' is not a .pmap, .imap, or .rmap"
            " file or a valid date based context specification."
        ),
    ),
    (
        "get_required_parkeys",
        ["hst_0001.pmap"],
        (
            "MismatchedContextError: Requested context 'hst_0001.pmap' doesn't match the observatory"
            " 'jwst' supported by this server.   Switch servers or contexts."
        ),
    ),
    (
        "get_required_parkeys",
        ["jwst-foo-2016-01-01"],
        "InvalidDateBasedContext: Bad instrument 'foo' in CRDS date based context specification.",
    ),
    (
        "get_required_parkeys",
        ["jwst_9999.pmap"],
        "UnknownFile: File 'jwst_9999.pmap' is not known to CRDS.",
    ),
    (
        "get_required_parkeys",
        ["1999-01-01"],
        "UnknownContextError: No CRDS context found corresponding to (prior to) date '1999-01-01'",
    ),
    (
        "get_dataset_ids",
        ["jwst-operational", "acs"],
        (
            "InvalidInstrumentError: Mismatch between requested instrument 'acs' and server instruments"
            " '['fgs', 'miri', 'nircam', 'niriss', 'nirspec', 'system']'"
        ),
    ),
    ("get_aui_best_references", ["2016-01-01", "X"], "InvalidDatasetIds: Expected list of dataset ids."),
    (
        "get_aui_best_references",
        ["2016-01-01", [1]],
        "InvalidDatasetIds: Expected datasets to be official id strings.",
    ),
    ("get_aui_best_references", ["2016-01-01", ["a b"]], "InvalidDatasetIds: Bad dataset id: 'a b'"),
    (
        "get_aui_best_references",
        ["2016-01-01", ["A"] * 1001],
        "OtherError: Too many ids.   More than 1000 datasets specified.",
    ),
    (
        "get_best_references",
        ["jwst_0000.pmap", [], None],
        "InvalidHeaderError: Header parameter is not a dictionary.",
    ),
    (
        "get_best_references",
        ["jwst_0000.pmap", {"A": 1}, None],
        "InvalidHeaderError: Bad value in header... not a str, int, float, or bool, or illegal str: '1'",
    ),
    (
        "get_best_references",
        ["jwst_0000.pmap", {"A": "1"}, None],
        "OtherError: Missing 'META.INSTRUMENT.NAME' keyword in header for determining instrument.",
    ),
    (
        "get_best_references",
        ["jwst_0000.pmap", {"INSTRUME": "foo"}, None],
        "OtherError: Unknown instrument 'foo' for context 'jwst_0000.pmap'",
    ),
    (
        "get_best_references",
        ["jwst_0000.pmap", {"INSTRUME": "FGS"}, "mask"],
        "InvalidReftypesError: reftypes parameter should be a list of reftype/filekind strings or None.",
    ),
    (
        "get_best_references_by_header_map",
        ["jwst_0000.pmap", {"a": {"B": "\n"}}, None],
        (
            "InvalidHeaderError: Invalid header at dataset id 'a' : 'Bad value in header... not a str,"
            " int, float, or bool, or illegal str: '\n''"
        ),
    ),
    (
        "get_system_versions",
        ["an,invalid(version)", "null"],
        "OtherError: Invalid version string,  must be 1-128 chars of A-Z, a-z, 0-9, ., -, _",
    ),
    ("get_system_versions", ["0.6", None], "OtherError: 'NoneType' object has no attribute 'lower'"),
    ("get_system_versions", ["0.6", "NULL"], "OtherError: NOT FOUND No match found."),
]


@pytest.mark.parametrize(("method", "params", "text"), FAULTS)
def test_faults(server: StandIn, method: str, params: list[object], text: str) -> None:
    got = call(server, method, *params)
    assert (got.status, fault(got)) == (200, text)


def test_codes(server: StandIn) -> None:
    codes = [
        json.loads(call(server, "get_file_info", "jwst", name).body)["error"]["code"] for name in ("x", "a/b")
    ]
    assert codes == [0, 500]


def test_ids_by_halves_and_unknown_ids(server: StandIn) -> None:
    got = call(server, "get_dataset_headers_by_id", "hst.pmap", ["u20l0u01t", "I9ZF01ZZZ"], None, base=HST)
    result = json.loads(got.body)["result"]
    assert list(result) == ["I9ZF01ZZZ", "U20L0U01T:U20L0U01T"]
    assert result["I9ZF01ZZZ"] == "NOT FOUND no match found in query"
    known, unknown = "JW82500001003_02102_00001.NRCA3", "JW96090001004_03101_00001.NRCB5"
    got = call(server, "get_aui_best_references", "2016-01-01", [known, unknown])
    result = json.loads(got.body)["result"]
    assert result[known][0] is True
    assert result[unknown] == [False, f"NOT FOUND dataset ID does not exist '{unknown}'"]


def test_file_info_map_is_put_together(server: StandIn) -> None:
    got = call(server, "get_file_info_map", "hst", ["n3o1022fj_drk.fits", "x.fits"], ["size"], base=HST)
    result = json.loads(got.body)["result"]
    assert result["x.fits"] == "NOT FOUND"
    assert list(result["n3o1022fj_drk.fits"]) == ["size"]


def test_a_header_that_no_recording_knows(server: StandIn) -> None:
    header = {"INSTRUME": "FGS", "DETECTOR": "FGS2"}
    got = call(server, "get_best_references", "jwst_0000.pmap", header, ["mask"])
    assert json.loads(got.body)["result"] == {"mask": "NOT FOUND No match found."}
    headers = {"a": header, "b": {}}
    got = call(server, "get_best_references_by_header_map", "jwst_0000.pmap", headers, ["Mask"])
    missing = "FAILED: Missing 'META.INSTRUMENT.NAME' keyword in header for determining instrument."
    expected = {"a": [True, {"mask": "NOT FOUND No match found."}], "b": [False, missing]}
    assert json.loads(got.body)["result"] == expected


def test_recordings_of_one_server_stay_there() -> None:
    body = b'{"error": null, "jsonrpc": "1.0", "id": 1, "result": ["a"]}'
    arguments = {"context": "2016-01-01", "instrument": "system"}
    kept = Recording("crds", "get_dataset_ids", arguments, body=body, server="jwst")
    with StandIn([kept]) as server:
        assert json.loads(call(server, "get_dataset_ids", "2016-01-01", "system").body)["result"] == ["a"]
        assert fault(call(server, "get_dataset_ids", "2016-01-01", "acs", base=HST))


def test_a_method_of_tomorrow_is_matched_by_position() -> None:
    body = b'{"error": null, "jsonrpc": "1.0", "id": 1, "result": true}'
    with StandIn([Recording("crds", "get_file_links", {"filename": "x", "more": None}, body=body)]) as server:
        assert json.loads(call(server, "get_file_links", "x").body)["result"] is True
        assert "no recording" in fault(call(server, "get_file_links", "y"))


def test_a_recording_with_an_unknown_argument_is_refused() -> None:
    wrong = Recording("crds", "get_default_context", {"observatry": "jwst"}, name="typo")
    with pytest.raises(ValueError, match=r"recording 'typo'.*no parameter 'observatry'"):
        StandIn([wrong])
