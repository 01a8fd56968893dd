"""What is refused before anything is sent, and that each refusal names the argument and says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest

import astrowire
from astrowire import crds, drms
from tests.functional.loopback import Loopback, answer, outcome, serving

JOB = {"ds": "hmi.m_720s[$]", "notify": "name@example.com"}
ID = "JW80500017001_02101_00001.MIRIFUSHORT"
HEADER = {"INSTRUME": "FGS"}
MANY = [f"JW{number:011d}_02101_00001.MIRIFUSHORT" for number in range(201)]

DRMS: list[tuple[str, dict[str, Any], str, str]] = [
    # operation, arguments, the place that must be named, a word of the message
    ("exp_request", JOB | {"protocol": "fitz"}, "/protocol", "did you mean 'fits'"),
    ("exp_request", JOB | {"method": "carrier pigeon"}, "/method", "url_quick"),
    ("exp_request", JOB | {"method": 1}, "/method", "1"),
    ("exp_request", JOB | {"protocol": "jpg", "protocol_args": {"ct": "blue"}}, "/protocol_args/ct", "blue"),
    (
        "exp_request",
        JOB | {"protocol": "jpg", "protocol_args": {"scaling": "x"}},
        "/protocol_args/scaling",
        "x",
    ),
    (
        "exp_request",
        JOB | {"protocol": "jpg", "protocol_args": {"siz": 2}},
        "/protocol_args",
        "did you mean 'size'",
    ),
    ("exp_request", JOB | {"protocol": "jpg", "protocol_args": {"min": "low"}}, "/protocol_args/min", "low"),
    ("exp_request", JOB | {"protocol": "fits", "protocol_args": {"ct": "grey.sao"}}, "/protocol_args", "jpg"),
    ("exp_request", JOB | {"protocol": "fits", "method": "url_quick"}, "/method", "as-is"),
    ("exp_request", JOB | {"n": "5"}, "/n", "an integer"),
    ("exp_request", JOB | {"n": 1.5}, "/n", "1.5"),
    ("exp_request", JOB | {"n": True}, "/n", "True"),
    ("exp_request", JOB | {"process": {"im_patch": {"x": "1,2"}}}, "/process/im_patch/x", ","),
    ("exp_request", JOB | {"process": {"im_patch": {"a=b": 1}}}, "/process/im_patch", "="),
    ("exp_request", JOB | {"process": {"im_patch": {"x": None}}}, "/process/im_patch/x", "None"),
    ("exp_request", JOB | {"process": "im_patch"}, "/process", "an object"),
    ("exp_request", {"ds": "a.b[]"}, "", "'notify' is missing"),
    ("exp_request", {"ds": "a.b[]", "notify": None}, "/notify", "a string"),
    ("exp_request", JOB | {"notify": "two\nlines"}, "/notify", "must not contain a line break"),
    ("rs_list", {"ds": "a.b[]"}, "", "at least one of key, seg, link"),
    ("rs_list", {"ds": "a.b[]", "key": None, "seg": None}, "", "at least one of key, seg, link"),
    ("rs_list", {"ds": "a.b[]", "key": ["T_REC,DATAMEAN"]}, "/key/0", "comma"),
    ("rs_list", {"ds": "a.b[]", "seg": ["a", "b,c"]}, "/seg/1", "comma"),
    ("rs_list", {"ds": "a.b[]", "link": ["a", ""]}, "/link/1", ""),
    ("rs_list", {"ds": "a.b[]", "key": [1]}, "/key/0", "a string"),
    ("rs_list", {"ds": "a.b[]", "key": 5}, "/key", "5"),
    ("rs_list", {"ds": "a.b[]", "key": "T_REC", "n": "3"}, "/n", "an integer"),
    ("rs_list", {"ds": "a.b[]", "key": "T_REC", "n": [3]}, "/n", "an integer"),
    ("rs_list", {"ds": "a.b[]", "key": "T_REC", "recinfo": "yes"}, "/recinfo", "true or false"),
    ("rs_list", {"ds": "a.b[]", "kye": "T_REC"}, "", "did you mean 'key'"),
    ("rs_list", {"ds": "a.b[]", "key": "T_REC", "kye": None}, "", "'kye' is not known"),
    ("rs_list", {"ds": 5, "key": "T_REC"}, "/ds", "a string"),
    ("rs_list", {"key": "T_REC"}, "", "'ds' is missing"),
    ("rs_summary", {"ds": "\ud800"}, "/ds", "surrogate"),
    ("rs_summary", {5: "a"}, "", "5"),
    ("show_series", {"ds_filter": 5}, "/ds_filter", "a string"),
    ("exp_status", {"requestid": 5}, "/requestid", "a string"),
    ("check_address", {"email": ["a@b.c"]}, "/email", "a string"),
]

CRDS: list[tuple[str, dict[str, Any], str, str]] = [
    ("get_default_context", {"observatory": "hubble"}, "/observatory", "hst"),
    ("get_default_context", {"observatory": None}, "/observatory", "None"),
    ("get_default_context", {}, "", "'observatory' is missing"),
    ("get_default_context", {"observatry": "hst"}, "", "did you mean 'observatory'"),
    ("get_default_context", {"observatory": "hst", "context": None}, "", "'context' is not known"),
    ("get_best_references", {"context": "jwst_0000.pmap; rm", "header": HEADER}, "/context", "rm"),
    ("get_best_references", {"context": "newest", "header": HEADER}, "/context", "a symbolic name such as"),
    ("get_best_references", {"context": "2016-01-01 00:00:00", "header": HEADER}, "/context", "2016"),
    ("get_best_references", {"context": "jwst_0000.pmap\n", "header": HEADER}, "/context", "jwst"),
    (
        "get_best_references",
        {"context": "jwst_0000.pmap", "header": {"A": 5}},
        "/header/A",
        "write it as text, '5'",
    ),
    (
        "get_best_references",
        {"context": "jwst_0000.pmap", "header": {"A": 1.5}},
        "/header/A",
        "write it as text, '1.5'",
    ),
    ("get_best_references", {"context": "jwst_0000.pmap", "header": {"A": None}}, "/header/A", "None"),
    ("get_best_references", {"context": "jwst_0000.pmap", "header": {5: "a"}}, "/header", "5"),
    ("get_best_references", {"context": "jwst_0000.pmap", "header": [1]}, "/header", "an object"),
    (
        "get_best_references",
        {"context": "jwst_0000.pmap", "header": HEADER, "reftypes": "flat"},
        "/reftypes",
        "an array",
    ),
    (
        "get_best_references_by_header_map",
        {"context": "jwst_0000.pmap", "header_map": {"I9ZF01010": {"EXPTIME": 30}}},
        "/header_map/I9ZF01010/EXPTIME",
        "write it as text, '30'",
    ),
    ("get_aui_best_references", {"date": "2016-01-01", "ids": ["bad id!"]}, "/ids/0", "bad id!"),
    ("get_aui_best_references", {"date": "2016-01-01", "ids": ID}, "/ids", "an array"),
    ("get_aui_best_references", {"date": "yesterday", "ids": [ID]}, "/date", "yesterday"),
    ("get_aui_best_references", {"date": "2016-01-01", "ids": MANY}, "/ids", "at most 200"),
    ("get_dataset_headers_by_id", {"context_specifier": "2016-01-01", "ids": MANY}, "/ids", "at most 200"),
    ("get_dataset_headers_by_id", {"context_specifier": "2016-01-01", "ids": ["a:b:c"]}, "/ids/0", "a:b:c"),
    ("get_dataset_headers_by_id", {"context_specifier": "2016-01-01", "ids": [5]}, "/ids/0", "a string"),
    ("get_file_info", {"pipeline_context": "jwst", "filename": "../../etc/passwd"}, "/filename", "passwd"),
    ("get_file_info_map", {"observatory": "jwst", "files": "jwst.pmap"}, "/files", "an array"),
    ("get_system_versions", {"master_version": "bad version!"}, "/master_version", "bad version!"),
]

ALL = [("drms", *row) for row in DRMS] + [("crds", *row) for row in CRDS]
each = pytest.mark.parametrize(
    ("service", "operation", "arguments", "place", "word"),
    ALL,
    ids=[f"{row[1]}-{row[3] or 'whole'}-{number}" for number, row in enumerate(ALL)],
)


def operation_of(service: str, name: str) -> Any:
    return (drms if service == "drms" else crds).OPERATIONS[name]


def server_of(service: str) -> astrowire.ServerConfig:
    return drms.SERVERS["jsoc"] if service == "drms" else crds.SERVERS["jwst"]


@pytest.fixture(scope="module")
def server() -> Iterator[Loopback]:
    """A server that must never be asked."""
    with serving(answer()) as running:
        yield running
        assert running.connections == 0


def client_of(service: str, server: Loopback) -> Any:
    return drms.Client(base_url=server.url) if service == "drms" else crds.Client("jwst", base_url=server.url)


@each
def test_encode_refuses_and_names_the_place(
    service: str, operation: str, arguments: dict[str, Any], place: str, word: str
) -> None:
    op = operation_of(service, operation)
    found = outcome(lambda: op.encode(arguments, server_of(service)))
    assert isinstance(found, astrowire.RequestInvalid)
    assert isinstance(found, ValueError)
    assert found.operation == f"{service}.{operation}"
    fitting = [problem for problem in found.problems if problem.pointer == place and word in problem.message]
    assert fitting, found.problems
    assert word in str(found)
    assert found.problems == op.validate_request(arguments)


@each
def test_the_client_refuses_before_any_traffic(
    server: Loopback, service: str, operation: str, arguments: dict[str, Any], place: str, word: str
) -> None:
    if "at most 200" in word:
        arguments = {**arguments, "ids": [*MANY[:200], "bad id!"]}
    client = client_of(service, server)
    found = outcome(lambda: client.call(operation_of(service, operation), arguments))
    assert isinstance(found, astrowire.RequestInvalid)
    assert found.request is not None
    assert found.request.startswith(operation)


@pytest.mark.parametrize(
    "good",
    [
        ("drms", "exp_request", JOB | {"protocol": "FITS", "method": "URL", "n": -5}),
        ("drms", "exp_request", JOB | {"protocol": "jpg", "protocol_args": {"ct": "HMI_MAG.LUT", "size": 2}}),
        ("drms", "rs_list", {"ds": "a.b[]", "key": "T_REC DATAMEAN, OBS_VR", "n": 5}),
        ("drms", "rs_list", {"ds": "a.b[]", "link": ("MDATA",)}),
        ("crds", "get_best_references", {"context": "jwst-operational", "header": {"A": ""}}),
        ("crds", "get_best_references", {"context": "2015-05-25T00:00:27", "header": HEADER, "reftypes": []}),
        ("crds", "get_aui_best_references", {"date": "2016-01-01", "ids": MANY[:200]}),
    ],
    ids=lambda row: row[1],
)
def test_what_is_right_is_not_refused(good: tuple[str, str, dict[str, Any]]) -> None:
    service, operation, arguments = good
    op = operation_of(service, operation)
    assert op.validate_request(arguments) == []
    assert op.encode(arguments, server_of(service)).url.startswith("http")


def test_all_problems_are_listed_at_once() -> None:
    arguments = JOB | {"protocol": "fitz", "n": "5", "process": 3, "extra": 1}
    found = drms.OPERATIONS["exp_request"].validate_request(arguments)
    assert {problem.pointer for problem in found} >= {"/protocol", "/n", "/process", ""}


@pytest.mark.parametrize("arguments", [None, [], "ds=a", 5, ["ds"]])
def test_arguments_that_are_no_mapping(arguments: Any) -> None:
    op = drms.OPERATIONS["rs_summary"]
    (problem,) = op.validate_request(arguments)
    assert problem.rule == "type"
    found = outcome(lambda: op.encode(arguments, drms.SERVERS["jsoc"]))
    assert isinstance(found, astrowire.RequestInvalid)


@pytest.mark.parametrize("name", ["check_address", "exp_request", "exp_status", "show_series_wrapper"])
def test_an_operation_that_the_server_lacks(name: str) -> None:
    arguments = {
        "check_address": {"email": "a@b.c"},
        "exp_request": JOB,
        "exp_status": {"requestid": "JSOC_20240101_1"},
    }
    op = drms.OPERATIONS[name]
    found = outcome(lambda: op.encode(arguments.get(name, {}), drms.SERVERS["kis"]))
    assert isinstance(found, astrowire.RequestInvalid)
    assert "KIS" in str(found)
    assert name in str(found)


@pytest.mark.parametrize("call_id", [None, True, 1.5, [1], b"x"])
def test_an_id_that_json_rpc_can_not_carry(call_id: Any) -> None:
    op = crds.OPERATIONS["get_default_context"]
    found = outcome(lambda: op.encode({"observatory": "hst"}, crds.SERVERS["hst"], id=call_id))
    assert isinstance(found, astrowire.RequestInvalid)


def test_optional_arguments_of_a_client_go_by_name(server: Loopback) -> None:
    client = drms.Client(base_url=server.url)
    found = outcome(lambda: client.rs_list("a.b[]", "T_REC"))  # type: ignore[misc]
    assert isinstance(found, TypeError)


def test_a_bad_id_in_a_later_slice_is_refused_before_the_first_is_sent(server: Loopback) -> None:
    client = crds.Client("jwst", base_url=server.url)
    found = outcome(lambda: client.get_aui_best_references("2016-01-01", [*MANY, "bad id!"]))
    assert isinstance(found, astrowire.RequestInvalid)
    assert "bad id!" in str(found)


def test_a_refusal_does_not_repeat_what_is_secret(server: Loopback) -> None:
    client = drms.Client(base_url=server.url)
    found = outcome(lambda: client.exp_request("a.b[]", "me@example.com", protocol="fitz"))  # type: ignore[arg-type]
    assert isinstance(found, astrowire.RequestInvalid)
    assert "me@example.com" not in f"{found} {found.request}"
    assert "notify=***" in str(found.request)


def test_a_refused_secret_is_not_shown() -> None:
    found = outcome(
        lambda: operation_of("drms", "exp_request").encode(JOB | {"notify": "two\nlines"}, server_of("drms"))
    )
    assert isinstance(found, astrowire.RequestInvalid)
    assert "two" not in str(found)
    assert "two" not in repr(found.problems)


@pytest.mark.parametrize(
    ("service", "name", "arguments", "call_id"),
    [
        ("drms", "exp_request", JOB | {"protocol": "jpg", "protocol_args": {"min": 10**5000}}, 1),
        ("drms", "exp_request", JOB | {"process": {"im_patch": {"x": 10**5000}}}, 1),
        ("drms", "rs_summary", {"ds": 10**5000}, 1),
        ("crds", "get_default_context", {"observatory": "hst"}, 10**5000),
    ],
    ids=["option", "step", "text", "id"],
)
def test_integers_that_python_can_not_write_are_refused(
    service: str, name: str, arguments: dict[str, Any], call_id: int
) -> None:
    found = outcome(lambda: operation_of(service, name).encode(arguments, server_of(service), id=call_id))
    assert isinstance(found, astrowire.RequestInvalid), repr(found)


@pytest.mark.parametrize("service", ["drms", "crds"])
def test_a_name_in_place_of_a_server_is_refused(service: str) -> None:
    name, arguments = (
        ("rs_summary", {"ds": "a.b"})
        if service == "drms"
        else ("get_default_context", {"observatory": "hst"})
    )
    found = outcome(lambda: operation_of(service, name).encode(arguments, cast(Any, "jsoc")))
    assert isinstance(found, astrowire.RequestInvalid)
    assert "SERVERS" in str(found)
