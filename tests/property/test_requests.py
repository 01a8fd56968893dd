"""Requests: the wire says exactly what the caller gave, and what is refused is refused with reasons."""

from __future__ import annotations

import copy
import json
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import astrowire
from astrowire import crds, drms

from .answers import EVERY_OPERATION, operation
from .arguments import arguments
from .places import one_change
from .wire import CGI, RPC, meant, parsed, query_members, same

each_operation = pytest.mark.parametrize("title", EVERY_OPERATION)
SERVERS = {"drms": drms.SERVERS["jsoc"], "crds": crds.SERVERS["jwst"]}


def encode(title: str, given: dict[str, Any]) -> Any:
    """The request for arguments."""
    return operation(title).encode(given, SERVERS[title.partition(".")[0]], id=7)


@each_operation
@given(data=st.data())
def test_the_wire_says_what_was_meant(title: str, data: st.DataObject) -> None:
    given_arguments = data.draw(arguments(title))
    assume(operation(title).validate_request(given_arguments) == [])
    before = copy.deepcopy(given_arguments)
    request = encode(title, given_arguments)
    name = title.partition(".")[2]
    sent, wanted = parsed(name, request.url, request.body), meant(name, given_arguments)
    assert same(sent, wanted), f"sent {sent!r}, meant {wanted!r}"
    assert given_arguments == before, "the caller's arguments were changed"


@each_operation
def test_most_made_arguments_are_valid(title: str) -> None:
    """The property above skips invalid arguments; they must be the exception."""
    tried: list[bool] = []

    @given(given_arguments=arguments(title))
    def collect(given_arguments: dict[str, Any]) -> None:
        tried.append(operation(title).validate_request(given_arguments) == [])

    collect()
    assert sum(tried) >= 0.8 * len(tried), f"{sum(tried)} of {len(tried)}"


@each_operation
@given(data=st.data())
def test_encode_refuses_exactly_what_validation_complains_of(title: str, data: st.DataObject) -> None:
    given_arguments = data.draw(one_change(data.draw(arguments(title))))
    assume(isinstance(given_arguments, dict))
    problems = operation(title).validate_request(given_arguments)
    outcome: object = None
    try:
        outcome = encode(title, given_arguments)
    except Exception as error:
        outcome = error
    if problems:
        assert isinstance(outcome, astrowire.RequestInvalid), f"{outcome!r} despite {problems}"
    else:
        assert isinstance(outcome, astrowire.HttpRequest), f"{outcome!r} for {given_arguments!r}"


KEYS_AND_UNICODE = {"key", "unicode"}
"""Rules that no keyword of the common subset can say: they stand in ``x-key-pattern`` and nowhere."""


@each_operation
@given(data=st.data())
def test_the_request_schema_takes_what_validation_takes(title: str, data: st.DataObject) -> None:
    given_arguments = data.draw(one_change(data.draw(arguments(title))))
    assume(isinstance(given_arguments, dict))
    canonical = operation(title).canonical(given_arguments)
    problems = operation(title).validate_request(canonical)
    assume(not any(each.rule in KEYS_AND_UNICODE for each in problems))
    told = Draft202012Validator(operation(title).request_schema).is_valid(canonical)
    assert told == (problems == []), f"{problems} for {canonical!r}"


@pytest.mark.parametrize("text", ["NOT hmi", "a+b", "hmi\\.m_", "é&x=1#", "100%", "a b\tc"])
def test_show_series_reads_the_filter_as_it_was_meant(text: str) -> None:
    """That program undoes %XX only, and takes everything after the first ``=``."""
    url = encode("drms.show_series", {"ds_filter": text}).url
    assert unquote(urlsplit(url).query.partition("=")[2]) == text
    assert query_members(url) == [("filter", text)]


@pytest.mark.parametrize(
    "text", ["name@example.com", "first+tag@example.com", "a%40b@example.com", "100%@x.org", "é@x.org"]
)
def test_addresses_are_encoded_twice(text: str) -> None:
    members = query_members(encode("drms.check_address", {"email": text}).url)
    assert [name for name, _ in members] == ["address", "checkonly"]
    assert unquote(members[0][1]) == text
    assert "@" not in members[0][1]


@pytest.mark.parametrize("title", [title for title in EVERY_OPERATION if title.startswith("crds.")])
def test_positions_are_the_documents_order(title: str) -> None:
    assert list(operation(title).request_schema["properties"]) == list(RPC[title.partition(".")[2]])


def test_the_id_of_a_call_is_sent() -> None:
    sent = crds.OPERATIONS["get_default_context"].encode(
        {"observatory": "hst"}, crds.SERVERS["hst"], id="abc-1"
    )
    assert json.loads(sent.body) == {
        "jsonrpc": "1.0",
        "method": "get_default_context",
        "params": ["hst"],
        "id": "abc-1",
    }


# Local refusals.

OBSERVATION = {"ds": "hmi.m_720s[$]"}
EXPORT = {"ds": "hmi.m_720s[$]", "notify": "name@example.com"}
REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("drms.rs_records", {**OBSERVATION, "key": ["T_REC", "**all**"]}, "dies"),
    ("drms.rs_records", OBSERVATION, "at least one of key, seg, link"),
    ("drms.show_info", {"key": "T_REC"}, "at least one of ds, sunum"),
    ("drms.register_address", {"email": "a@b.org"}, "confirm"),
    ("drms.register_address", {"email": "a@b.org", "confirm": False}, "confirm"),
    ("drms.cancel_request", {"address": "a@b.org"}, "confirm"),
    ("drms.exp_su", {"sunum": [1], "formatvar": "dataobj"}, "NOASYNCREQUEST"),
    ("drms.exp_su", {"sunum": []}, "sunum"),
    ("drms.exp_request", {**EXPORT, "max_recs": 5}, "together with processing"),
    ("drms.exp_request", {**EXPORT, "processing": {"resize": {}}, "n": 5}, "exclude each other"),
    ("drms.exp_request", {**EXPORT, "file": "hmi.m_720s[]"}, "file"),
    ("drms.series_struct", {**OBSERVATION, "processing": {"HmiB2ptr": {}}}, "processing"),
    ("drms.rs_list", OBSERVATION, "key"),
    ("drms.rs_list", {**OBSERVATION, "key": ["A,B"]}, "key"),
    ("drms.rs_list", {**OBSERVATION, "key": ["T_REC"], "n": "5"}, "n"),
    ("drms.rs_list", {**OBSERVATION, "key": ["T_REC"], "n": 2.5}, "n"),
    ("drms.rs_list", {**OBSERVATION, "key": ["T_REC"], "n": True}, "n"),
    ("drms.rs_list", {"key": ["T_REC"]}, "ds"),
    ("drms.rs_list", {**OBSERVATION, "key": ["T_REC"], "kee": 1}, "kee"),
    ("drms.exp_request", {**EXPORT, "method": "carrier-pigeon"}, "method"),
    ("drms.exp_request", {**EXPORT, "protocol": "png"}, "protocol"),
    (
        "drms.exp_request",
        {**EXPORT, "protocol": "fits", "protocol_args": {"ct": "grey.sao"}},
        "protocol_args",
    ),
    (
        "drms.exp_request",
        {**EXPORT, "protocol": "jpg", "protocol_args": {"color": "grey.sao"}},
        "protocol_args",
    ),
    ("drms.exp_request", {**EXPORT, "protocol": "fits", "method": "url_quick"}, "method"),
    ("drms.exp_request", {**EXPORT, "protocol": "jpg", "protocol_args": {"color": None}}, "protocol_args"),
    ("drms.exp_request", {**EXPORT, "process": False}, "process"),
    ("drms.exp_request", {**EXPORT, "process": ""}, "process"),
    ("drms.exp_request", {**EXPORT, "n": False}, "n"),
    ("drms.exp_request", {**EXPORT, "process": {"shrink": {}}}, "process"),
    ("drms.exp_request", {**EXPORT, "process": {"rebin": {"scale": "0.5,x=1"}}}, "process"),
    ("drms.exp_request", {**EXPORT, "n": "5"}, "n"),
    ("crds.get_default_context", {"observatory": "hubble"}, "observatory"),
    ("crds.get_required_parkeys", {"context": "not a context"}, "context"),
    ("crds.get_required_parkeys", {"context": "hst.pmap\n"}, "context"),
    ("crds.get_dataset_headers_by_id", {"context_specifier": "2016-01-01", "ids": ["a b"]}, "ids"),
    ("crds.get_dataset_headers_by_id", {"context_specifier": "2016-01-01", "ids": ["A"] * 201}, "ids"),
    ("crds.get_aui_best_references", {"date": "2016-01-01", "ids": ["A"] * 201}, "ids"),
    ("crds.get_aui_best_references", {"date": "2016-13", "ids": ["A"]}, "date"),
    ("crds.get_best_references", {"context": "hst.pmap", "header": {"CCDGAIN": 1.5}}, "header"),
    (
        "crds.get_best_references_by_header_map",
        {"context": "hst.pmap", "header_map": {"a b": {}}},
        "header_map",
    ),
    ("crds.get_system_versions", {"master_version": "an,invalid(version)"}, "master_version"),
]


def refusal(title: str, given_arguments: dict[str, Any]) -> BaseException | None:
    """What ``encode`` raises, or None."""
    try:
        encode(title, given_arguments)
    except Exception as error:
        return error
    return None


@pytest.mark.parametrize(("title", "given_arguments", "named"), REFUSED, ids=lambda value: str(value)[:60])
def test_wrong_arguments_are_refused_before_any_traffic(
    title: str, given_arguments: dict[str, Any], named: str
) -> None:
    error = refusal(title, given_arguments)
    assert isinstance(error, astrowire.RequestInvalid)
    assert isinstance(error, ValueError)
    assert named in str(error)


def test_the_refusal_of_a_number_in_a_header_offers_the_text() -> None:
    error = refusal("crds.get_best_references", {"context": "hst.pmap", "header": {"CCDGAIN": 1.5}})
    assert "'1.5'" in str(error)


AT_KIS = ("show_series", "series_struct", "rs_summary", "rs_list", "rs_records")
"""What two programs can do."""


@pytest.mark.parametrize("name", ["show_series_wrapper", "check_address", "exp_request", "exp_status"])
def test_kis_lacks_four_operations_of_the_document(name: str) -> None:
    given_arguments = {
        "show_series_wrapper": {},
        "check_address": {"email": "name@example.com"},
        "exp_request": EXPORT,
        "exp_status": {"requestid": "JSOC_20200410_003"},
    }[name]
    outcome: BaseException | None = None
    try:
        drms.OPERATIONS[name].encode(given_arguments, drms.SERVERS["kis"])
    except Exception as error:
        outcome = error
    assert isinstance(outcome, astrowire.AstrowireError)
    assert name in str(outcome)


def test_kis_has_what_its_programs_can_do_and_nothing_else() -> None:
    lists = {name: {**OBSERVATION, "key": "T_REC"} for name in ("rs_list", "rs_records")}
    for name in AT_KIS:
        given_arguments = {"show_series": {}, **lists}.get(name, OBSERVATION)
        sent = drms.OPERATIONS[name].encode(given_arguments, drms.SERVERS["kis"])
        assert sent.url.startswith("http://drms.leibniz-kis.de/cgi-bin/")
    lacking = [name for name, each in drms.OPERATIONS.items() if _lacks(each, "kis")]
    assert set(lacking) == set(CGI) - set(AT_KIS)


def _lacks(each: Any, server: str) -> bool:
    try:
        each.require_offer(drms.SERVERS[server])
    except astrowire.RequestInvalid:
        return True
    return False


@pytest.mark.parametrize(
    ("name", "given_arguments", "program"),
    [
        ("rs_list", {**OBSERVATION, "key": "T_REC"}, "jsocextinfo"),
        ("series_struct", OBSERVATION, "jsocextinfo"),
        ("exp_request", EXPORT, "jsocextfetch"),
        ("exp_status", {"requestid": "JSOC_20200410_003"}, "jsocextfetch"),
        ("show_info", OBSERVATION, "showextinfo"),
    ],
)
def test_the_wrappers_are_the_same_operations_on_another_server(
    name: str, given_arguments: dict[str, Any], program: str
) -> None:
    url = drms.OPERATIONS[name].encode(given_arguments, drms.SERVERS["jsoc_ext"]).url
    plain = drms.OPERATIONS[name].encode(given_arguments, drms.SERVERS["jsoc"]).url
    assert query_members(url) == [*query_members(plain), ("dbhost", "hmidb2")]
    assert urlsplit(url).path == f"/cgi-bin/ajax/{program}"


def test_the_internal_server_lists_series_without_a_host() -> None:
    url = drms.OPERATIONS["show_series_wrapper"].encode({"info": True}, drms.SERVERS["jsoc_internal"]).url
    assert url == "http://jsoc2.stanford.edu/cgi-bin/ajax/showintseries?info=1"


LONG = "hmi.m_720s[" + ",".join(["2024.01.01_TAI"] * 200) + "]"


@pytest.mark.parametrize("name", ["rs_summary", "series_struct", "rs_list", "exp_request", "show_info"])
def test_long_requests_are_posted_with_the_same_members(name: str) -> None:
    more = {"rs_list": {"key": "T_REC"}, "exp_request": {"notify": "name@example.com"}}.get(name, {})
    short, long = (drms.OPERATIONS[name].encode({"ds": ds, **more}, SERVERS["drms"]) for ds in ("a.b", LONG))
    assert (short.method, short.body) == ("GET", b"")
    assert (long.method, "?" in long.url) == ("POST", False)
    assert long.body == urlsplit(short.url).query.replace("a.b", quote(LONG, safe=""), 1).encode()
    assert drms.OPERATIONS[name].arguments(long)["ds"] == LONG


def test_a_long_filter_of_series_is_never_posted() -> None:
    sent = encode("drms.show_series", {"ds_filter": "x" * 5000})
    assert (sent.method, sent.body) == ("GET", b"")


# The tests can fail.


def test_canary_good_arguments_are_not_refused() -> None:
    assert refusal("drms.rs_list", {**OBSERVATION, "key": ["T_REC"], "n": 5}) is None
    assert refusal("crds.get_aui_best_references", {"date": "2016-01-01", "ids": ["A"] * 200}) is None


def test_canary_other_arguments_are_told_apart() -> None:
    request = encode("drms.rs_list", {**OBSERVATION, "key": ["T_REC"]})
    assert not same(
        parsed("rs_list", request.url, request.body), meant("rs_list", {**OBSERVATION, "key": ["T_OBS"]})
    )
    assert same(
        parsed("rs_list", request.url, request.body), meant("rs_list", {**OBSERVATION, "key": "T_REC"})
    )
