"""Requests of drms 0.9.0 and ours are equal as parsed queries, but for the numbered corrections."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import drms as peer
import drms.json as peer_json
import pytest
from hypothesis import given
from hypothesis import strategies as st

from astrowire import drms
from tests.property.wire import posted_members, query_members
from tests.recorded.reading import all_samples, read

from .corrections import missing
from .wiretap import Wiretap, wiretap

Members = list[tuple[str, str]]
Correction = Callable[[Members], Members]

WORD = st.from_regex(r"[A-Za-z_*][A-Za-z0-9_*\[\]]{0,8}", fullmatch=True)
LINE = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
RECORD_SET = st.one_of(
    LINE.filter(bool), st.just("hmi.v_45s[2016.04.01_TAI/1d@6h][? a > 'b' ?]{Dopplergram}")
)
WORDS = st.one_of(
    st.none(), st.lists(WORD, max_size=4), st.lists(WORD, max_size=4).map(", ".join), st.just(" A,B  C ")
)
LIMIT = st.one_of(st.none(), st.integers(-(2**31), 2**31 - 1))
ADDRESS = st.from_regex(r"[A-Za-z0-9._%+'é-]{1,8}@[A-Za-z0-9.-]{1,8}\.[a-z]{2,4}", fullmatch=True)
NUMBER = st.one_of(st.integers(-5000, 5000), st.sampled_from([0.5, -1500.0, 1e-7, 0.1, 1234.5]))
PROTOCOL_ARGS = st.fixed_dictionaries(
    {},
    optional={
        "ct": st.sampled_from(["grey.sao", "HMI_mag.lut", "aia_171.lut"]),
        "scaling": st.sampled_from(["LOG", "MINMAX", "mag"]),
        "size": st.sampled_from([1, 2, 8]),
        "min": NUMBER,
        "max": NUMBER,
    },
)
OPTION = st.one_of(
    st.from_regex(r"[A-Za-z0-9_.:=-]{0,6}", fullmatch=True),
    st.integers(-999, 999),
    st.sampled_from([0.5, -517.2, 345.6]),
)
STEPS = st.dictionaries(
    st.sampled_from(["im_patch", "resize", "rebin", "Maproj", "HmiB2ptr", "aia_scale_orig"]),
    st.dictionaries(st.from_regex(r"[a-z_]{1,6}", fullmatch=True), OPTION, min_size=1, max_size=3),
    min_size=1,
    max_size=3,
)
IMAGES = ("jpg", "mpg", "mp4")


def _process_in_its_name(members: Members) -> Members:
    return [("process", f"n={value}") if name == "process=n" else (name, value) for name, value in members]


def _requester(members: Members) -> Members:
    return [("requestor", value) if name == "requester" else (name, value) for name, value in members]


CORRECTED: dict[str, dict[int, Correction]] = {"exp_request": {1: _process_in_its_name, 2: _requester}}
"""By operation: correction id, and what it makes of the peer's members."""


# Both requests.


class _Nothing:
    """Stands in for the peer's open connection."""

    url = "http://localhost/"

    def read(self) -> bytes:
        return b"{}"


def peer_members(operation: str, arguments: dict[str, Any]) -> Members:
    """The query of the drms package."""
    seen: list[str] = []

    def urlopen(request: Any, timeout: float) -> _Nothing:
        seen.append(request.full_url)
        return _Nothing()

    kept, peer_json.urlopen = peer_json.urlopen, urlopen
    try:
        getattr(peer.HttpJsonClient("jsoc"), operation)(**arguments)
    finally:
        peer_json.urlopen = kept
    return query_members(seen[0])


def encoded_members(operation: str, arguments: dict[str, Any]) -> Members:
    """The query of our operation."""
    return query_members(drms.OPERATIONS[operation].encode(arguments, drms.SERVERS["jsoc"]).url)


def face_members(tap: Wiretap, operation: str, arguments: dict[str, Any]) -> Members:
    """The query of our face, as it arrives at a server."""
    tap.answer = _good_answer(operation)
    jsoc = drms.SERVERS["jsoc"]
    tapped = type(jsoc)(jsoc.id, jsoc.title, tap.url, jsoc.endpoints, jsoc.settings)
    getattr(drms.HttpJsonClient(server=tapped), operation)(**arguments)
    return query_members(tap.asked[-1][0])


def _good_answer(operation: str) -> bytes:
    return next(
        sample.body
        for sample in all_samples()
        if (sample.service, sample.operation) == ("drms", operation)
        and read(sample).kind in ("answer", "pending")
    )


def expected(operation: str, members: Members) -> Members:
    """What the corrections make of the peer's query."""
    for correct in CORRECTED.get(operation, {}).values():
        members = correct(members)
    return members


@pytest.fixture(scope="module")
def tap() -> Iterator[Wiretap]:
    with wiretap() as running:
        yield running


# The arguments.

EXPORTS = st.fixed_dictionaries(
    {"ds": RECORD_SET, "notify": ADDRESS},
    optional={
        "method": st.sampled_from(["url", "url-tar", "URL", "Url-Tar"]),
        "protocol": st.sampled_from(["as-is", "fits", "FITS", *IMAGES]),
        "filenamefmt": st.one_of(st.none(), LINE),
        "process": st.one_of(st.none(), STEPS),
        "n": LIMIT,
    },
)
ARGUMENTS: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "show_series": st.fixed_dictionaries({}, optional={"ds_filter": st.one_of(st.none(), LINE)}),
    "show_series_wrapper": st.fixed_dictionaries(
        {}, optional={"ds_filter": st.one_of(st.none(), LINE), "info": st.booleans()}
    ),
    "series_struct": st.fixed_dictionaries({"ds": RECORD_SET}),
    "rs_summary": st.fixed_dictionaries({"ds": RECORD_SET}),
    "rs_list": st.fixed_dictionaries(
        {"ds": RECORD_SET, "key": WORDS.filter(lambda words: words is not None)},
        optional={
            "seg": WORDS,
            "link": WORDS,
            "recinfo": st.booleans(),
            "n": LIMIT,
            "uid": st.one_of(st.none(), LINE),
        },
    ),
    "check_address": st.fixed_dictionaries({"email": ADDRESS}),
    "exp_request": st.tuples(EXPORTS, PROTOCOL_ARGS).map(lambda both: _with_options(*both)),
    "exp_status": st.fixed_dictionaries(
        {"requestid": st.from_regex(r"JSOC_[0-9]{8}_[0-9]{3}(_X_IN)?", fullmatch=True)}
    ),
}


def _with_options(export: dict[str, Any], options: dict[str, Any]) -> dict[str, Any]:
    return {**export, "protocol_args": options} if export.get("protocol") in IMAGES else export


# The tests.


def test_the_peer_is_the_one_that_is_meant() -> None:
    assert importlib.metadata.version("drms") == "0.9.0"


@pytest.mark.parametrize("operation", sorted(ARGUMENTS))
@given(data=st.data())
def test_encode_equals_the_peer(operation: str, data: st.DataObject) -> None:
    arguments = data.draw(ARGUMENTS[operation])
    assert encoded_members(operation, arguments) == expected(operation, peer_members(operation, arguments))


@pytest.mark.parametrize("operation", sorted(ARGUMENTS))
@given(data=st.data())
def test_the_face_equals_the_peer(tap: Wiretap, operation: str, data: st.DataObject) -> None:
    arguments = data.draw(ARGUMENTS[operation])
    assert face_members(tap, operation, arguments) == expected(operation, peer_members(operation, arguments))


@pytest.mark.parametrize("operation", sorted(ARGUMENTS))
def test_the_paths_equal_the_peers(operation: str) -> None:
    config = peer.HttpJsonClient("jsoc").server
    urls = {
        "show_series": config.url_show_series,
        "show_series_wrapper": config.url_show_series_wrapper,
        "check_address": config.url_check_address,
        "exp_request": config.url_jsoc_fetch,
        "exp_status": config.url_jsoc_fetch,
    }
    arguments = {
        "ds": "a.b",
        "key": "K",
        "email": "a@b.org",
        "notify": "a@b.org",
        "requestid": "JSOC_20200410_003",
    }
    op = drms.OPERATIONS[operation]
    wanted = {name: value for name, value in arguments.items() if name in op.request_schema["properties"]}
    url = urlsplit(op.encode(wanted, drms.SERVERS["jsoc"]).url)._replace(query="").geturl()
    assert url == urls.get(operation, config.url_jsoc_info)


@given(requestor=st.one_of(st.none(), st.just(False), LINE))
def test_requestor_equals_the_peers_requester(tap: Wiretap, requestor: str | bool | None) -> None:
    export = {"ds": "a.b[$]", "notify": "first.last@example.org"}
    theirs = expected("exp_request", peer_members("exp_request", {**export, "requester": requestor}))
    assert encoded_members("exp_request", {**export, "requestor": requestor}) == theirs
    assert face_members(tap, "exp_request", {**export, "requestor": requestor}) == theirs


@pytest.mark.parametrize("protocol", ["fits", "jpg", "mpg", "mp4"])
def test_the_face_sends_url_for_url_quick_as_the_peer_does(tap: Wiretap, protocol: str) -> None:
    export = {"ds": "a.b[$]", "notify": "me@example.org", "method": "url_quick", "protocol": protocol}
    ours = face_members(tap, "exp_request", export)
    assert ours == expected("exp_request", peer_members("exp_request", export))
    assert dict(ours)["method"] == "url"
    assert missing(4, "drms", "exp_request", "url_quick") == []


# Each exception differs as it says.

EXPORT = {"ds": "a.b[$]", "notify": "me@example.org", "n": 2}


def test_correction_1_the_limit_travels_in_process() -> None:
    theirs, ours = peer_members("exp_request", EXPORT), encoded_members("exp_request", EXPORT)
    assert ("process=n", "2") in theirs
    assert ("process", "n=2") in ours
    assert "process=n" not in dict(ours)
    assert missing(1, "drms", "exp_request", "process") == []


def test_correction_2_requestor_is_what_the_server_reads() -> None:
    theirs, ours = peer_members("exp_request", EXPORT), encoded_members("exp_request", EXPORT)
    assert ("requester", "me") in theirs
    assert ("requestor", "me") in ours
    assert "requester" not in dict(ours)
    assert missing(2, "drms", "exp_request", "requestor", "requester") == []


def test_the_face_takes_the_peers_name_with_a_warning(tap: Wiretap) -> None:
    with pytest.warns(DeprecationWarning, match="requestor"):
        ours = face_members(tap, "exp_request", {**EXPORT, "requester": "somebody"})
    assert ours == expected("exp_request", peer_members("exp_request", {**EXPORT, "requester": "somebody"}))


@pytest.mark.parametrize("method", ["ftp", "ftp-tar"])
def test_correction_5_ftp_is_accepted(tap: Wiretap, method: str) -> None:
    export = {**EXPORT, "method": method}
    refused: BaseException | None = None
    try:
        peer_members("exp_request", export)
    except ValueError as error:
        refused = error
    assert refused is not None
    assert ("method", method) in encoded_members("exp_request", export)
    assert ("method", method) in face_members(tap, "exp_request", export)
    assert missing(5, "drms", "exp_request", "ftp") == []


def test_correction_13_blanks_are_sent_as_percent_20() -> None:
    """Equal as parsed queries, and yet another text on the wire."""
    arguments = {"ds_filter": "NOT hmi"}
    url = drms.OPERATIONS["show_series"].encode(arguments, drms.SERVERS["jsoc"]).url
    assert encoded_members("show_series", arguments) == peer_members("show_series", arguments)
    assert url.endswith("?filter=NOT%20hmi")
    assert missing(13, "drms", "show_series", "%20") == []


def test_correction_32_option_words_are_spelt_canonically() -> None:
    export = {**EXPORT, "protocol": "jpg", "protocol_args": {"ct": "hmi_MAG.lut", "scaling": "minmaxgiven"}}
    theirs, ours = peer_members("exp_request", export), encoded_members("exp_request", export)
    assert dict(theirs)["protocol"] == "jpg,CT=hmi_MAG.lut,scaling=minmaxgiven,size=1"
    assert dict(ours)["protocol"] == "jpg,CT=HMI_mag.lut,scaling=MINMAXGIVEN,size=1"
    assert missing(32, "drms", "exp_request", "canonical spelling") == []


SPELLINGS: list[tuple[dict[str, Any], str, str]] = [
    ({"process": {}}, "n=2|", "n=2"),
    ({"process": {"Maproj": {}}}, "n=2|Maproj,", "n=2|Maproj"),
    ({"process": {"rebin": {"u": True}}}, "n=2|rebin,u=True", "n=2|rebin,u=1"),
    ({"process": {"rebin": {"u": False}}}, "n=2|rebin,u=False", "n=2|rebin,u=0"),
    ({"process": {"rebin": {"scale": 2.0}}}, "n=2|rebin,scale=2.0", "n=2|rebin,scale=2"),
]


@pytest.mark.parametrize(
    ("added", "theirs", "ours"), SPELLINGS, ids=["none", "no options", "true", "false", "whole"]
)
def test_correction_36_flags_numbers_and_empty_steps_are_spelt_shortly(
    added: dict[str, Any], theirs: str, ours: str
) -> None:
    """Values that the strategies above leave out, because they are spelt otherwise."""
    export = {**EXPORT, **added}
    assert dict(expected("exp_request", peer_members("exp_request", export)))["process"] == theirs
    assert dict(encoded_members("exp_request", export))["process"] == ours
    assert missing(36, "drms", "exp_request", "True", "digits") == []


def test_correction_36_no_digit_of_an_image_option_is_lost() -> None:
    export = {**EXPORT, "protocol": "jpg", "protocol_args": {"min": 0.123456789, "max": 1234567}}
    theirs, ours = peer_members("exp_request", export), encoded_members("exp_request", export)
    assert dict(theirs)["protocol"].endswith("min=0.123457,max=1.23457e+06")
    assert dict(ours)["protocol"].endswith("min=0.123456789,max=1234567")
    assert missing(36, "drms", "exp_request", "True", "digits") == []


@pytest.mark.parametrize("operation", ["series_struct", "rs_summary", "rs_list", "exp_request"])
def test_correction_37_long_requests_are_posted_with_the_peers_members(tap: Wiretap, operation: str) -> None:
    arguments: dict[str, Any] = {"ds": "a.b[" + ",".join(["2024.01.01_TAI"] * 200) + "]"}
    arguments |= {"rs_list": {"key": "T_REC"}, "exp_request": {"notify": "me@example.org"}}.get(operation, {})
    theirs = expected(operation, peer_members(operation, arguments))
    sent = drms.OPERATIONS[operation].encode(arguments, drms.SERVERS["jsoc"])
    assert (sent.method, urlsplit(sent.url).query) == ("POST", "")
    assert posted_members(sent.body) == theirs
    tap.answer = _good_answer(operation)
    jsoc = drms.SERVERS["jsoc"]
    tapped = type(jsoc)(jsoc.id, jsoc.title, tap.url, jsoc.endpoints, jsoc.settings)
    getattr(drms.HttpJsonClient(server=tapped), operation)(**arguments)
    assert tap.asked[-1][1] == sent.body
    assert missing(37, "drms", operation, "2000", "POST") == []


def test_every_exception_is_asserted_by_itself() -> None:
    used = {number for corrections in CORRECTED.values() for number in corrections}
    tests = {int(name.split("_")[2]) for name in globals() if name.startswith("test_correction_")}
    assert used <= tests


def test_canary_a_missing_correction_is_complained_of() -> None:
    assert missing(9999, "drms", "exp_request") != []
    assert missing(1, "drms", "rs_list") != []


def test_canary_without_its_corrections_the_export_differs() -> None:
    assert encoded_members("exp_request", EXPORT) != peer_members("exp_request", EXPORT)
