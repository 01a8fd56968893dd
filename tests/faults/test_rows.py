"""What rows of the matrix promise beyond a class and a number of sends: waits, words, texts, what is kept."""

from __future__ import annotations

import copy
import traceback
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest

import astrowire
from astrowire import crds, drms
from tests.functional.loopback import SUMMARY, Loopback, answer, outcome, serving, unused_port

from . import places
from .cases import PROTOCOLS, Case, answered, once
from .matrix import MATRIX
from .places import Place, served
from .running import ORDER, SECRET, Seen, client_at, environment, hasten, seen
from .server import CONTEXT, MIB, padded, refusing, spoiled, whole, zipped

ROWS = {str(case): case for case in MATRIX}


def run(name: str, protocol: str = "drms", effect: str = "read") -> Seen:
    """How a case of the matrix ends."""
    return seen(ROWS[name], protocol, effect)


@pytest.fixture
def _nothing_set() -> Iterator[None]:
    with environment({}):
        yield


# F04, F05: words that help, settings read when they are needed.


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize(
    ("fault", "word"),
    [
        ("certificate signed by itself", "self-signed"),
        ("certificate signed by a stranger", "issuer"),
        ("certificate expired", "expired"),
        ("certificate of another host", "127.0.0.1"),
    ],
)
def test_a_refused_certificate_is_explained(fault: str, word: str, protocol: str) -> None:
    text = str(run(f"F04 {fault}", protocol).found)
    assert "REQUESTS_CA_BUNDLE" in text
    assert "verif" in text
    assert word in text


def test_an_own_authority_is_believed_where_it_is_named() -> None:
    where = places.signed("127.0.0.1", days=30)
    with where() as place, environment(place.env):
        assert client_at(place, "drms").rs_summary("a.b[]").count == 7


@pytest.mark.usefixtures("_nothing_set")
def test_proxies_are_read_at_each_call(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(answer()) as loopback:
        client = client_at(Place(loopback.origin), "drms", attempts=1)
        before = outcome(lambda: client.rs_summary("a.b[]"))
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{unused_port()}")
        behind = outcome(lambda: client.rs_summary("a.b[]"))
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        around = outcome(lambda: client.rs_summary("a.b[]"))
        monkeypatch.delenv("no_proxy")
        monkeypatch.delenv("http_proxy")
        after = outcome(lambda: client.rs_summary("a.b[]"))
    assert isinstance(behind, astrowire.NotSent)
    assert "proxy" in str(behind)
    assert [each.count for each in (before, around, after)] == [7, 7, 7]


# F08: a connection that went stale costs nothing.


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_stale_connection_costs_no_attempt(protocol: str) -> None:
    case = Case("F08", "one attempt", places.stale, answered(), answered(), settings={"attempts": 1})
    found = seen(case, protocol, "read")
    assert found.kind is None
    assert found.waits == []


# F22, F24: how long is waited.


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize(
    ("fault", "waits", "retry_after"),
    [
        ("F22 429", [0.5, 1.0], None),
        ("F22 429, Retry-After in seconds", [3.0, 3.0], 3.0),
        ("F22 429, Retry-After negative", [0.5, 1.0], None),
        ("F22 429, Retry-After of junk", [0.5, 1.0], None),
        ("F22 429, Retry-After of 1e9", [], 1e9),
        ("F24 503, Retry-After in seconds", [3.0, 3.0], 3.0),
    ],
)
def test_a_read_waits_as_the_server_asks(
    fault: str, waits: list[float], retry_after: float | None, protocol: str
) -> None:
    found = run(fault, protocol)
    assert found.waits == waits
    assert found.found.retry_after == retry_after


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_read_waits_until_the_date_that_the_server_names(protocol: str) -> None:
    found = run("F22 429, Retry-After as a date", protocol)
    assert len(found.waits) == 2
    assert all(20 < each <= 30 for each in found.waits)


# F18, F26: what is shown.


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_page_is_shown(protocol: str) -> None:
    assert "Down for maintenance" in run("F18 page with status 200", protocol).found.excerpt


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize(
    ("fault", "host"),
    [
        ("F26 to another host", "elsewhere.example"),
        ("F26 to another host without a scheme", "elsewhere.example"),
        ("F26 to another port", "127.0.0.1:1"),
        ("F27 ftp:", "ftp://127.0.0.1"),
        ("F27 file:", "file:"),
        ("F27 data:", "data:"),
    ],
)
def test_a_refused_redirect_says_where_it_leads(fault: str, host: str, protocol: str) -> None:
    text = str(run(fault, protocol).found)
    assert host in text
    assert "hunter2" not in text


# F30, F31: what is just small enough.


def test_a_body_as_large_as_may_be_is_read() -> None:
    step = spoiled(padded(MIB - len(SUMMARY)))
    found = seen(Case("F31", "just fits", served(step), answered(), None, max_body=MIB), "drms", "read")
    assert found.kind is None
    assert len(found.found.raw) == MIB


def test_a_small_body_may_grow_by_more_than_a_hundred() -> None:
    step = spoiled(lambda body: zipped(padded(MIB // 2)(body)), Content_Encoding="gzip")
    found = seen(Case("F30", "just fits", served(step), answered(), None), "drms", "read")
    assert found.kind is None
    assert len(found.found.raw) == MIB // 2 + len(SUMMARY)


# F32: the charset is told.


def test_latin_1_is_said_to_be_latin_1() -> None:
    assert run("F32 not UTF-8").found.charset == "latin-1"
    assert run("F32 not UTF-8").found.extras == {"x": "café"}


def test_utf_8_is_utf_8_whatever_the_header_says() -> None:
    assert run("F32 UTF-8 that is said to be Latin-1").found.charset == "utf-8"
    assert run("F32 UTF-8 that is said to be Latin-1").found.extras == {"x": "café"}


# F34, F40: what is kept of an answer.


def test_the_last_of_two_members_wins() -> None:
    assert run("F34 member that stands twice").found.extras == {"x": 2}


def test_an_unknown_member_is_kept_and_counted() -> None:
    operation = drms.OPERATIONS["rs_summary"]
    before = operation.unknown_members["/new"]
    with serving(answer(b'{"new":{"a":1},"count":7,"runtime":0.25,"status":0}')) as loopback:
        found = client_at(Place(loopback.origin), "drms").rs_summary("a.b[]")
    assert found.extras == {"new": {"a": 1}}
    assert operation.unknown_members["/new"] == before + 1


def test_an_unknown_status_keeps_its_whole_answer() -> None:
    error = run("F40 unknown status").found
    assert error.answer.status == 99
    assert b'"error": "no reason"' in error.response.body


# F43: error texts.


def test_an_error_text_is_unescaped_once_where_the_service_escapes() -> None:
    assert "a <b> &amp; c" in str(run("F43 escaped error text", "crds").found)
    assert "a &lt;b&gt; &amp;amp; c" in str(run("F43 escaped error text").found)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_long_error_text_is_cut(protocol: str) -> None:
    error = run("F43 error text of 1 MB", protocol).found
    assert "long long" in str(error)
    assert len(str(error)) < 3000
    assert len(error.excerpt) < 300


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_an_error_text_commands_no_terminal(protocol: str) -> None:
    error = run("F43 error text for terminals", protocol).found
    for text in (str(error), repr(error), error.excerpt):
        assert text.isprintable()
    assert "\\x1b[31mred" in str(error)


def test_an_error_text_that_repeats_the_address_is_shown_without_it() -> None:
    text = f"unknown: {SECRET}, {quote(SECRET)}, and all of {ORDER['ds']}"
    case = Case("F43", "address repeated", served(refusing(text)), once(drms.ExportFailed), None)
    error = seen(case, "drms", "dedup").found
    assert isinstance(error, drms.ExportFailed)
    told = "".join([*traceback.format_exception(error), repr(error), error.excerpt])
    assert "unknown: " in told
    assert ORDER["ds"] in told
    assert SECRET not in told
    assert quote(SECRET) not in told


@pytest.mark.parametrize("before", [150, 165, 1980, 1990])
def test_an_address_that_is_cut_in_two_is_not_shown_either(before: int) -> None:
    step = refusing("y" * before + SECRET + "/")
    case = Case("F43", "address cut", served(step), once(drms.ExportFailed), None)
    error = seen(case, "drms", "dedup").found
    assert isinstance(error, drms.ExportFailed)
    assert "yyy" in str(error)
    assert SECRET[:9] not in str(error)
    assert SECRET[:9] not in error.excerpt


# F44: statuses with more in them.


def test_too_many_exports_are_named() -> None:
    assert run("F44 status 7").found.request_ids == ["JSOC_20240101_001", "JSOC_20240101_002"]


def test_status_12_is_an_answer() -> None:
    assert run("F44 status 12").found.status == 12


# Effects that no operation of today has.


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize(
    ("fault", "sends"),
    [
        ("F02 connection refused", 3),
        ("F07 closed without an answer", 1),
        ("F09 silence longer than the timeout", 1),
        ("F12 body shorter than announced", 1),
        ("F17 empty 200", 1),
        ("F22 429", 1),
        ("F23 500", 1),
    ],
)
def test_what_can_be_read_once_is_asked_once(fault: str, sends: int, protocol: str) -> None:
    assert run(fault, protocol, "read-once").sends == sends


def test_a_call_that_was_not_sent_is_sent_when_the_server_is_back() -> None:
    operation = copy.copy(crds.OPERATIONS["get_default_context"])
    operation.effect = "write"
    port = unused_port()
    started: list[Any] = []
    client = client_at(Place(f"http://127.0.0.1:{port}"), "crds")
    hasten(client)

    def start(seconds: float) -> None:
        started.append(Loopback((spoiled(whole),), port=port))

    client._retry.sleep = start
    found = client.call(operation, {"observatory": "jwst"})
    started[0].close()
    assert found == CONTEXT
    assert len(started[0].asked) == 1
