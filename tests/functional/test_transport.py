"""What happens between the client and a real server on the loopback interface: limits, redirects, retries."""

from __future__ import annotations

import gzip
import io
import socket
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
import requests

import astrowire
from astrowire import crds, drms
from tests.functional.loopback import (
    SUMMARY,
    Asked,
    Loopback,
    Step,
    answer,
    hang_up,
    outcome,
    redirect,
    reset,
    rpc,
    serving,
    silent,
    trickle,
    unused_port,
)
from tests.functional.waits import Time, quick

EXPORT = {"ds": "hmi.m_720s[$]", "notify": "name@example.com"}
PENDING = (
    b'{"status":2,"requestid":"JSOC_20240101_123","method":"url","wait":10,'
    b'"protocol":"fits","rcount":1,"size":1}'
)


def solar(server: Loopback, **settings: Any) -> drms.Client:
    client: drms.Client = quick(drms.Client(base_url=server.url, **settings))
    return client


# What is sent.


def test_the_request_arrives_as_it_was_encoded() -> None:
    with serving(answer()) as server, solar(server) as client:
        assert client.rs_summary("hmi.m_720s[2024.01.01 TAI]").count == 7
    (asked,) = server.asked
    assert asked.method == "GET"
    assert asked.path == "/cgi-bin/jsoc_info"
    assert asked.query == {"op": "rs_summary", "ds": "hmi.m_720s[2024.01.01 TAI]"}
    assert "%20" in asked.target
    assert asked.headers["user-agent"] == f"astrowire/{astrowire.__version__}"
    assert asked.headers["accept-encoding"] == "gzip, deflate"


def test_a_netrc_password_is_not_sent(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    with serving(answer()) as server:
        solar(server).rs_summary("hmi.m_720s[$]")
    assert "authorization" not in server.asked[0].headers


def test_timeouts_are_always_set(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []
    send = requests.Session.send

    def watch(session: requests.Session, request: requests.PreparedRequest, **settings: Any) -> Any:
        seen.append(settings)
        return send(session, request, **settings)

    monkeypatch.setattr(requests.Session, "send", watch)
    with serving(answer()) as server:
        solar(server).rs_summary("a.b[]")
        solar(server, timeout=(1.5, 2.5)).rs_summary("a.b[]")
        solar(server, timeout=(10, 60), deadline=3).rs_summary("a.b[]")
    assert [each["timeout"] for each in seen[:2]] == [(10.0, 60.0), (1.5, 2.5)]
    connect, read = seen[2]["timeout"]
    assert 0 < connect <= 3
    assert 0 < read <= 3
    assert all(each["verify"] is True and each["allow_redirects"] is False for each in seen)


# Limits of the body.


def test_a_body_that_says_it_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drms.OPERATIONS["rs_summary"], "max_body", 1000)
    with serving(answer(b"{}", Content_Length="1001")) as server:
        found = outcome(lambda: solar(server).rs_summary("a.b[]"))
    assert isinstance(found, astrowire.BodyTooLarge)
    assert "1001" in str(found)
    assert server.connections == 1


def test_a_body_that_grows_too_large_is_stopped_while_it_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drms.OPERATIONS["rs_summary"], "max_body", 100_000)
    sent: list[int] = []

    def endless(connection: Any, request: Asked) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
        while sum(sent) < 50_000_000:
            connection.sendall(b" " * 65536)
            sent.append(65536)

    with serving(endless) as server:
        found = outcome(lambda: solar(server).rs_summary("a.b[]"))
    assert isinstance(found, astrowire.BodyTooLarge)
    assert sum(sent) < 50_000_000


def test_a_compressed_body_counts_as_what_it_grows_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drms.OPERATIONS["rs_summary"], "max_body", 1_000_000)
    bomb = gzip.compress(b" " * 20_000_000)
    assert len(bomb) < 100_000
    with serving(answer(bomb, Content_Encoding="gzip")) as server:
        found = outcome(lambda: solar(server).rs_summary("a.b[]"))
    assert isinstance(found, astrowire.BodyTooLarge)


def test_a_compressed_answer_is_unpacked() -> None:
    with serving(answer(gzip.compress(SUMMARY), Content_Encoding="gzip")) as server:
        assert solar(server).rs_summary("a.b[]").raw == SUMMARY


def test_chunks_are_joined() -> None:
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"".join(
        b"1\r\n%c\r\n" % byte for byte in SUMMARY
    )
    with serving(chunked + b"0\r\n\r\n") as server:
        assert solar(server).rs_summary("a.b[]").count == 7


# Redirects.


def test_redirects_within_the_origin_are_followed() -> None:
    with serving(redirect(301, "/new/jsoc_info?op=x"), redirect(307, "again"), answer()) as server:
        assert solar(server).rs_summary("a.b[]").count == 7
    assert [each.path for each in server.asked] == ["/cgi-bin/jsoc_info", "/new/jsoc_info", "/new/again"]


def test_more_than_three_redirects_are_refused() -> None:
    with serving(redirect(302, "/again")) as server:
        found = outcome(lambda: solar(server).rs_summary("a.b[]"))
    assert isinstance(found, astrowire.RedirectRefused)
    assert len(server.asked) == 4


@pytest.mark.parametrize(
    "to",
    [
        "http://127.0.0.1:1/elsewhere",
        "https://127.0.0.1/",
        "//example.org/",
        "http://example.org/",
        "ftp://127.0.0.1/",
        "http://[bad",
        "http://127.0.0.1:bad/",
        "file:///etc/passwd",
        "",
    ],
)
def test_a_redirect_to_another_origin_is_refused(to: str) -> None:
    with serving(redirect(302, to)) as server:
        found = outcome(lambda: solar(server).rs_summary("a.b[]"))
    assert isinstance(found, astrowire.RedirectRefused)
    assert found.status == 302
    assert len(server.asked) == 1


def test_a_redirect_that_smuggles_in_a_password_is_refused() -> None:
    with serving() as server:
        server.steps = (redirect(302, server.origin.replace("://", "://me:secret@")),)
        found = outcome(lambda: solar(server).rs_summary("a.b[]"))
    assert isinstance(found, astrowire.RedirectRefused)
    assert "secret" not in str(found)


def test_the_body_of_a_redirect_is_not_read() -> None:
    sent: list[int] = []

    def endless(connection: Any, request: Asked) -> None:
        connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: /next\r\n\r\n")
        while sum(sent) < 50_000_000:
            connection.sendall(b" " * 65536)
            sent.append(65536)

    with serving(endless, answer()) as server:
        assert solar(server).rs_summary("a.b[]").count == 7
    assert sum(sent) < 50_000_000


@pytest.mark.parametrize("status", [301, 302, 303])
def test_a_post_is_never_turned_into_a_get(status: int) -> None:
    with serving(redirect(status, "/json/elsewhere/")) as server:
        client = quick(crds.Client("jwst", base_url=server.origin))
        found = outcome(lambda: client.get_default_context("jwst"))
    assert isinstance(found, astrowire.RedirectRefused)
    assert len(server.asked) == 1


def test_a_post_is_sent_again_where_the_server_says_so() -> None:
    with serving(redirect(308, "/elsewhere/"), rpc("jwst_0001.pmap")) as server:
        client = quick(crds.Client("jwst", base_url=server.origin))
        assert client.get_default_context("jwst") == "jwst_0001.pmap"
    first, second = server.asked
    assert (second.method, second.path, second.body) == ("POST", "/elsewhere/", first.body)


# Statuses and pages.


@pytest.mark.parametrize(
    ("status", "kind", "calls"),
    [
        (400, astrowire.HttpStatusError, 1),
        (403, astrowire.HttpStatusError, 1),
        (404, astrowire.HttpStatusError, 1),
        (410, astrowire.HttpStatusError, 1),
        (206, astrowire.HttpStatusError, 1),
        (429, astrowire.RateLimited, 3),
        (500, astrowire.ServerUnavailable, 3),
        (502, astrowire.ServerUnavailable, 3),
        (503, astrowire.ServerUnavailable, 3),
        (504, astrowire.ServerUnavailable, 3),
    ],
)
def test_a_status_becomes_its_class(status: int, kind: type[Exception], calls: int) -> None:
    with serving(answer(b"<h1>no\x1b[31m</h1>", status)) as server:
        found = outcome(lambda: solar(server).rs_summary("a.b[]"))
    assert type(found) is kind
    assert found.status == status
    assert str(status) in str(found)
    assert found.excerpt == "<h1>no\\x1b[31m</h1>"
    assert len(server.asked) == calls


def test_no_content_is_no_answer() -> None:
    with serving(b"HTTP/1.1 204 No Content\r\n\r\n") as server:
        found = outcome(lambda: solar(server).rs_summary("a.b[]"))
    assert isinstance(found, astrowire.NotJson)


def test_a_page_is_no_answer_and_its_beginning_is_shown() -> None:
    page = b"<!DOCTYPE html><html><title>Down for maintenance</title>" + b" " * 5000 + b"</html>"
    with serving(answer(page)) as server:
        found = outcome(lambda: solar(server).rs_summary("a.b[]"))
    assert isinstance(found, astrowire.NotJson)
    assert found.excerpt.startswith("<!DOCTYPE html><html><title>Down for maintenance")
    assert len(found.excerpt) < 300
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("3", 3.0), (" 0 ", 0.0), ("soon", None), ("-1", None), ("1.5", None), ("9" * 40, 1e40), ("", None)],
)
def test_retry_after_in_seconds(text: str, seconds: float | None) -> None:
    with serving(answer(b"", 503, Retry_After=text)) as server:
        found = outcome(lambda: solar(server, attempts=1).rs_summary("a.b[]"))
    assert isinstance(found, astrowire.ServerUnavailable)
    assert found.retry_after == seconds


@pytest.mark.parametrize(("minutes", "least", "most"), [(1, 50, 60), (-5, 0, 0)])
def test_retry_after_as_a_date(minutes: int, least: float, most: float) -> None:
    moment = format_datetime(datetime.now(UTC) + timedelta(minutes=minutes), usegmt=True)
    with serving(answer(b"", 429, Retry_After=moment)) as server:
        found = outcome(lambda: solar(server, attempts=1).rs_summary("a.b[]"))
    assert isinstance(found, astrowire.RateLimited)
    assert found.retry_after is not None
    assert least <= found.retry_after <= most


# What is repeated.


@pytest.mark.parametrize("trouble", [answer(b"", 503), hang_up, reset, answer(b"")], ids=str)
def test_a_read_is_repeated(trouble: Step) -> None:
    with serving(trouble, answer()) as server:
        assert solar(server).rs_summary("a.b[]").count == 7
    assert server.connections == 2
    assert server.asked[0] == server.asked[1]


def test_a_read_is_sent_three_times_at_most() -> None:
    with serving(hang_up) as server:
        found = outcome(lambda: solar(server).rs_summary("a.b[]"))
    assert isinstance(found, astrowire.Ambiguous)
    assert found.retry_safe
    assert server.connections == 3


@pytest.mark.parametrize("attempts", [1, 2, 5])
def test_attempts_sets_how_often(attempts: int) -> None:
    with serving(answer(b"", 500)) as server:
        outcome(lambda: solar(server, attempts=attempts).rs_summary("a.b[]"))
    assert server.connections == attempts


def test_a_refused_connection_is_retried_for_reads() -> None:
    client = drms.Client(base_url=f"http://127.0.0.1:{unused_port()}/")
    waits: list[float] = []
    found = outcome(lambda: quick(client, sleep=waits.append).rs_summary("a.b[]"))
    assert isinstance(found, astrowire.NotSent)
    assert found.retry_safe
    assert waits == [0.5, 1.0]


@pytest.mark.parametrize("trouble", [hang_up, reset, answer(b"", 503), answer(b"<html>")], ids=str)
def test_an_export_request_that_may_be_lost_is_sent_once_more_and_the_same(trouble: Step) -> None:
    """The server knows a request that it has seen, and answers with the id that it has given it."""
    waits: list[float] = []
    with serving(trouble, answer(PENDING)) as server:
        found = quick(drms.Client(base_url=server.url), sleep=waits.append).exp_request(**EXPORT)
    assert isinstance(found, drms.ExportPending)
    first, second = server.asked
    assert first == second
    assert waits == [5.0]


def test_an_export_request_is_never_sent_a_third_time() -> None:
    with serving(hang_up) as server:
        found = outcome(lambda: solar(server, attempts=9).exp_request(**EXPORT))
    assert isinstance(found, astrowire.Ambiguous)
    assert not found.retry_safe
    assert server.connections == 2


def test_why_an_export_request_was_sent_again_is_kept() -> None:
    limit = b'{"status":7,"error":"User name@example.com has 1 pending export requests (JSOC_20240101_123)."}'
    with serving(hang_up, answer(limit)) as server:
        found = outcome(lambda: solar(server).exp_request(**EXPORT))
    assert isinstance(found, drms.PendingLimit)
    assert found.request_ids == ["JSOC_20240101_123"]
    assert isinstance(found.cause, astrowire.Ambiguous)


@pytest.mark.parametrize("trouble", [answer(b"", 429), answer(b"", 404), answer(b'{"status":0}')], ids=str)
def test_an_export_request_that_was_answered_is_never_sent_again(trouble: Step) -> None:
    with serving(trouble, answer(PENDING)) as server:
        found = outcome(lambda: solar(server).exp_request(**EXPORT))
    assert isinstance(found, astrowire.AstrowireError)
    assert server.connections == 1


def test_an_export_request_that_went_out_is_said_to_be_unsafe_to_repeat() -> None:
    with serving(hang_up) as server:
        found = outcome(lambda: solar(server).exp_request(**EXPORT))
    assert isinstance(found, astrowire.Ambiguous)
    assert not found.retry_safe


def test_an_export_request_that_was_refused_a_connection_is_sent_again() -> None:
    port = unused_port()
    client = drms.Client(base_url=f"http://127.0.0.1:{port}/")
    started: list[Loopback] = []

    def start(seconds: float) -> None:
        started.append(Loopback((answer(PENDING),), port=port))

    found = quick(client, sleep=start).exp_request(**EXPORT)
    started[0].close()
    assert isinstance(found, drms.ExportPending)
    assert started[0].connections == 1


def test_what_the_server_refuses_is_not_repeated() -> None:
    with serving(answer(b'{"status":1,"error":"no such series"}')) as server:
        found = outcome(lambda: solar(server).rs_summary("a.b[]"))
    assert isinstance(found, astrowire.SeriesError)
    assert server.connections == 1


def test_an_answer_of_another_shape_is_not_asked_for_again() -> None:
    with serving(answer(b'{"status":0}')) as server:
        found = outcome(lambda: solar(server).rs_summary("a.b[]"))
    assert isinstance(found, astrowire.SchemaMismatch)
    assert server.connections == 1


def test_waits_grow_and_are_drawn_by_lot() -> None:
    with serving(answer(b"", 503)) as server:
        waits: list[float] = []
        client = quick(drms.Client(base_url=server.url, attempts=8), sleep=waits.append, chance=0.5)
        outcome(lambda: client.rs_summary("a.b[]"))
    assert waits == [0.25, 0.5, 1.0, 2.0, 4.0, 4.0, 4.0]


def test_the_server_is_given_the_time_it_asks_for() -> None:
    with serving(answer(b"", 503, Retry_After="7"), answer()) as server:
        waits: list[float] = []
        quick(drms.Client(base_url=server.url), sleep=waits.append).rs_summary("a.b[]")
    assert waits == [7.0]


def test_a_server_that_asks_for_too_much_time_is_not_waited_for() -> None:
    with serving(answer(b"", 503, Retry_After="3600")) as server:
        waits: list[float] = []
        client = quick(drms.Client(base_url=server.url, deadline=10_000), sleep=waits.append)
        found = outcome(lambda: client.rs_summary("a.b[]"))
    assert isinstance(found, astrowire.ServerUnavailable)
    assert found.retry_after == 3600
    assert waits == []


# The deadline.


def test_no_wait_begins_that_would_outlast_the_deadline() -> None:
    time_ = Time()
    with serving(answer(b"", 503, Retry_After="20")) as server:
        client = drms.Client(base_url=server.url, deadline=50, attempts=9)
        client._retry.clock, client._retry.sleep = time_.clock, time_.sleep
        found = outcome(lambda: client.rs_summary("a.b[]"))
    assert isinstance(found, astrowire.DeadlineExceeded)
    assert isinstance(found.cause, astrowire.ServerUnavailable)
    assert found.status == 503
    assert found.retry_safe
    assert time_.slept == [20.0, 20.0]


def test_a_call_whose_time_is_over_sends_nothing() -> None:
    time_ = Time()
    with serving(rpc({})) as server:
        client = crds.Client("jwst", base_url=server.origin, deadline=5)
        client._retry.clock = time_.clock
        ids = [f"JW{number:011d}_02101_00001.MIRIFUSHORT" for number in range(250)]
        send = rpc({})

        def slow(connection: Any, request: Asked) -> None:
            time_.now += 6
            assert callable(send)
            send(connection, request)

        server.steps = (slow,)
        found = outcome(lambda: client.get_dataset_headers_by_id("2016-01-01", ids))
    assert isinstance(found, astrowire.DeadlineExceeded)
    assert server.connections == 1


@pytest.mark.parametrize("attempts", [1, 3])
def test_a_silent_server_is_given_up_at_the_deadline(attempts: int) -> None:
    with serving(silent(5)) as server:
        client = solar(server, deadline=0.3, attempts=attempts)
        began = time.monotonic()
        found = outcome(lambda: client.rs_summary("a.b[]"))
        took = time.monotonic() - began
    assert isinstance(found, astrowire.DeadlineExceeded)
    assert found.retry_safe
    assert took < 2


def test_a_body_that_trickles_in_is_given_up_at_the_deadline() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"
    with serving(trickle([head, *[b" "] * 60], 0.05)) as server:
        client = solar(server, deadline=0.4)
        began = time.monotonic()
        found = outcome(lambda: client.rs_summary("a.b[]"))
        took = time.monotonic() - began
    assert isinstance(found, astrowire.DeadlineExceeded)
    assert took < 2


BYTES = [bytes([each]) for each in answer()[:60]]


@pytest.mark.parametrize("session", [None, requests.Session], ids=["own session", "the caller's"])
@pytest.mark.parametrize("skip", [0, 25], ids=["status line", "header"])
def test_a_head_that_trickles_in_is_given_up_at_the_deadline(skip: int, session: Any) -> None:
    begun = time.monotonic()
    with serving(trickle([b"".join(BYTES[:skip]), *BYTES[skip:]], 0.2)) as server:
        client = solar(server, deadline=0.8, timeout=(5, 5), session=session and session())
        found = outcome(lambda: client.rs_summary("a.b[]"))
    assert isinstance(found, astrowire.DeadlineExceeded)
    assert time.monotonic() - begun < 0.8 + 5


def test_a_server_that_does_not_read_is_given_up_at_the_deadline() -> None:
    headers = {f"{number}": {"KEYWORD": "x" * 250} for number in range(60_000)}
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.listen(1)
        client = crds.Client("jwst", base_url=f"http://127.0.0.1:{listener.getsockname()[1]}", deadline=0.8)
        begun = time.monotonic()
        found = outcome(lambda: quick(client).get_best_references_by_header_map("jwst-latest", headers))
    assert isinstance(found, astrowire.DeadlineExceeded)
    assert time.monotonic() - begun < 0.8 + 5


def test_a_name_that_nobody_answers_for_is_given_up_at_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: Any, **__: Any) -> Any:
        time.sleep(3)
        raise socket.gaierror(socket.EAI_AGAIN, "nobody answered")

    monkeypatch.setattr(socket, "getaddrinfo", never)
    begun = time.monotonic()
    found = outcome(lambda: drms.Client(base_url="http://host.invalid/", deadline=0.3).rs_summary("a.b[]"))
    assert isinstance(found, astrowire.DeadlineExceeded)
    assert time.monotonic() - begun < 0.3 + 2


def test_a_slow_server_may_be_slow_between_bytes_up_to_the_timeout() -> None:
    with serving(silent(2)) as server:
        found = outcome(lambda: solar(server, timeout=(1, 0.1), attempts=1).rs_summary("a.b[]"))
    assert isinstance(found, astrowire.Ambiguous)
    assert "in time" in str(found)


# Nasty servers.

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
NASTY: dict[str, Step] = {
    "closes at once": hang_up,
    "resets": reset,
    "garbage": b"\x00\xff\x80 garbage \r\n\r\n",
    "not http": b"220 smtp.example.org ESMTP\r\n",
    "empty line": b"\r\n\r\n",
    "half a head": b"HTTP/1.1 200 OK\r\nContent-Le",
    "half a body": HEAD + b'Content-Length: 100\r\n\r\n{"count":7',
    "no length, cut": HEAD + b'\r\n{"count":7',
    "chunk cut": HEAD + b'Transfer-Encoding: chunked\r\n\r\n20\r\n{"count"',
    "chunk without a size": HEAD + b"Transfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n0\r\n\r\n",
    "length is no number": HEAD + b"Content-Length: many\r\n\r\n{}",
    "length is negative": HEAD + b"Content-Length: -5\r\n\r\n{}",
    "two lengths": HEAD + b"Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}",
    "says gzip, is not": answer(SUMMARY, Content_Encoding="gzip"),
    "gzip cut": answer(gzip.compress(SUMMARY * 50)[:40], Content_Encoding="gzip"),
    "unknown encoding": answer(b"\x00\x01", Content_Encoding="x-unknown"),
    "status is no number": b"HTTP/1.1 abc OK\r\n\r\n",
    "status 0": b"HTTP/1.1 000 OK\r\n\r\n",
    "status 999": b"HTTP/1.1 999 OK\r\n\r\n",
    "many headers": b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n",
    "long header": b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000 + b"\r\n\r\n",
    "bad cookie": answer(b"[]", Set_Cookie="\x01=;;;; Expires=never"),
    "other json": answer(b"[1, 2]"),
    "nested": answer(b"[" * 100_000),
    "lone surrogate": answer(b'{"count":7,"runtime":0,"status":0,"x":"\\ud800"}'),
    "nan": answer(b'{"count":NaN,"status":0}'),
    "huge number": answer(b'{"count":1e999,"status":0}'),
    "many digits": answer(b'{"count":' + b"9" * 10_000 + b',"status":1}'),
    "not utf-8": answer(b'{"count":"\xff","status":0}'),
    "utf-16": answer('{"count":7,"status":0}'.encode("utf-16")),
    "location without a redirect": redirect(300, "http://[bad"),
    "redirect without a location": answer(b"", 302),
    "informational": b"HTTP/1.1 100 Continue\r\n\r\n" * 3,
    "switching": b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n",
    "slow": silent(3),
}


@pytest.mark.parametrize("name", NASTY)
def test_no_foreign_exception_escapes(name: str) -> None:
    with serving(NASTY[name]) as server:
        found = outcome(lambda: solar(server, attempts=2, timeout=(0.3, 0.3)).rs_summary("a.b[]"))
    assert isinstance(found, astrowire.AstrowireError)
    assert found.operation == "drms.rs_summary"
    assert found.request == "rs_summary(ds='a.b[]')"
    assert server.connections <= 2


@pytest.mark.parametrize("name", NASTY)
def test_no_foreign_exception_escapes_from_json_rpc(name: str) -> None:
    with serving(NASTY[name]) as server:
        client = quick(crds.Client("hst", base_url=server.origin, attempts=2, timeout=(0.3, 0.3)))
        found = outcome(lambda: client.get_default_context("hst"))
    assert isinstance(found, astrowire.AstrowireError)
    assert found.operation == "crds.get_default_context"


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:0/", "http://256.256.256.256/", "http://nowhere.invalid/", "https://127.0.0.1:1/"],
)
def test_unreachable_servers(url: str) -> None:
    found = outcome(lambda: quick(drms.Client(base_url=url, attempts=1, timeout=(2, 2))).rs_summary("a.b[]"))
    assert isinstance(found, astrowire.AstrowireError)


def test_a_server_without_tls_is_told_apart() -> None:
    with serving(answer()) as server:
        url = server.url.replace("http:", "https:")
        found = outcome(lambda: quick(drms.Client(base_url=url)).rs_summary("a.b[]"))
    assert isinstance(found, astrowire.TlsError)


def test_an_unusable_proxy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{unused_port()}")
    monkeypatch.setenv("no_proxy", "")
    found = outcome(lambda: quick(drms.Client(base_url="http://example.org/")).rs_summary("a.b[]"))
    assert isinstance(found, astrowire.NotSent)
    assert "proxy" in str(found)


# Sessions of the caller's.


@pytest.fixture
def session() -> Iterator[requests.Session]:
    with requests.Session() as mine:
        yield mine


def test_a_session_of_the_callers_is_used_and_not_closed(session: requests.Session) -> None:
    closed: list[bool] = []
    session.headers["X-Mine"] = "yes"
    session.auth = ("me", "secret")
    session.close = lambda: closed.append(True)  # type: ignore[method-assign]
    with serving(answer()) as server, solar(server, session=session) as client:
        client.rs_summary("a.b[]")
    assert closed == []
    assert server.asked[0].headers["x-mine"] == "yes"
    assert server.asked[0].headers["authorization"].startswith("Basic ")


def test_a_hook_of_the_session_may_read_the_body(session: requests.Session) -> None:
    seen: list[str] = []
    session.hooks["response"].append(lambda response, **_: seen.append(response.text))
    with serving(answer()) as server:
        assert solar(server, session=session).rs_summary("a.b[]").count == 7
    assert seen == [SUMMARY.decode()]


def test_a_hook_of_the_session_may_fail(session: requests.Session) -> None:
    session.hooks["response"].append(lambda response, **_: 1 / 0)
    with serving(answer()) as server:
        found = outcome(lambda: solar(server, session=session).rs_summary("a.b[]"))
    assert isinstance(found, astrowire.TransportError)
    assert isinstance(found.cause, ZeroDivisionError)


def test_another_transport_of_the_session_is_used(session: requests.Session) -> None:
    class Canned(requests.adapters.BaseAdapter):
        def send(self, request: requests.PreparedRequest, **_: Any) -> requests.Response:  # type: ignore[override]
            response = requests.Response()
            response.status_code, response.raw = 200, io.BytesIO(SUMMARY)
            return response

        def close(self) -> None:
            pass

    session.mount("http://", Canned())
    assert quick(drms.Client(session=session)).rs_summary("a.b[]").count == 7


def test_eight_threads_share_a_client() -> None:
    with serving(answer()) as server:
        client = solar(server)
        found: list[Any] = []

        def work() -> None:
            found.extend(outcome(lambda: client.rs_summary("a.b[]").count) for _ in range(5))

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(client._transports) == 1
    assert found == [7] * 40


def test_calls_of_threads_have_ids_of_their_own() -> None:
    with serving(rpc("jwst_0001.pmap")) as server:
        client = quick(crds.Client("jwst", base_url=server.origin))
        threads = [threading.Thread(target=lambda: client.get_default_context("jwst")) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    ids = [each.call["id"] for each in server.asked]
    assert len(set(ids)) == len(ids) == 8


def test_a_closed_client_opens_new_connections_when_used_again() -> None:
    with serving(answer()) as server:
        client = solar(server)
        with client:
            client.rs_summary("a.b[]")
        assert client.rs_summary("a.b[]").count == 7
        client.close()
        client.close()
