"""What stands around a body: status lines, headers, lengths, chunks, and what follows an answer."""

from __future__ import annotations

import gzip
import random
import time
from typing import Any

import pytest
import requests

import astrowire
from astrowire import crds
from tests.functional.loopback import SUMMARY, Asked, Step, answer, outcome, serving

from .case import happens
from .places import everybody, observatory, raw, solar

Response, Envelope = astrowire.ResponseError, astrowire.EnvelopeMismatch
LENGTH = f"Content-Length: {len(SUMMARY)}"


def sent(*steps: Step, **settings: Any) -> list[Any]:
    """What becomes of calls whose server answers so."""
    found: list[Any] = []
    for step in steps:
        with serving(step) as server:
            found.append(outcome(lambda server=server: solar(server, **settings).rs_summary("a.b[]")))
    return found


def endless(start: bytes, again: bytes) -> Step:
    """Begin an answer, and go on with the same piece until nobody listens."""

    def step(connection: Any, request: Asked) -> None:
        connection.sendall(start)
        for _ in range(100_000_000 // len(again)):
            connection.sendall(again)

    return step


def dripping(start: bytes, again: bytes) -> Step:
    """The same, ten pieces a second."""

    def step(connection: Any, request: Asked) -> None:
        connection.sendall(start)
        for _ in range(200):
            connection.sendall(again)
            time.sleep(0.1)

    return step


@happens(Response, so="in few words")
def test_H01_many_headers(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Answers with 101, with 5,000 and with endlessly many headers."""
    lines = [f"X-{number}: x" for number in range(5000)]
    found = everybody(raw(SUMMARY, LENGTH, *lines), monkeypatch)
    return found + sent(
        raw(SUMMARY, LENGTH, *lines[:101]),
        endless(b"HTTP/1.1 200 OK\r\n", b"X-More: x\r\n" * 1000),
    )


@happens(Response, so="in few words")
def test_H02_long_headers(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A header of 66 KiB, one that never ends, and a header name that never ends."""
    found = everybody(raw(SUMMARY, LENGTH, "X-Long: " + "x" * 66_000), monkeypatch)
    return found + sent(
        endless(b"HTTP/1.1 200 OK\r\nX-Long: ", b"x" * 65536),
        endless(b"HTTP/1.1 200 OK\r\n", b"x" * 65536),
    )


@happens(Envelope)
def test_H03_several_lengths(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Two Content-Lengths that differ, two that agree, and two in one header."""
    found: list[Any] = []
    for lines in ((LENGTH, "Content-Length: 3"), (LENGTH, LENGTH), (f"{LENGTH}, 3",), (f"{LENGTH}, 37",)):
        found += everybody(raw(SUMMARY, *lines), monkeypatch)
    return found


@happens(Envelope)
def test_H04_length_and_chunks(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A Content-Length together with Transfer-Encoding, in both orders and cases."""
    chunks = f"{len(SUMMARY):x}\r\n".encode() + SUMMARY + b"\r\n0\r\n\r\n"
    found: list[Any] = []
    for lines in (
        (LENGTH, "Transfer-Encoding: chunked"),
        ("transfer-encoding: chunked", LENGTH),
        ("Transfer-Encoding: identity", LENGTH),
        ("Transfer-Encoding: gzip, chunked", LENGTH),
    ):
        found += everybody(raw(chunks, *lines), monkeypatch)
    return found


@happens(None, so="never sent back by the client's own session")
def test_H05_cookies() -> Any:
    """The server sets cookies, also with a redirect, for itself and for other domains."""
    cookies = (
        "Set-Cookie: a=1",
        "Set-Cookie: b=2; Domain=127.0.0.1",
        "Set-Cookie: c=3; Path=/; Domain=.example.org",
    )
    pointing = raw(b"", *cookies, "Location: /cgi-bin/there", "Content-Length: 0", status="302 Found")
    with serving(pointing, raw(SUMMARY, *cookies, LENGTH), answer()) as server:
        client = solar(server)
        found = [outcome(lambda: client.rs_summary("a.b[]")) for _ in range(3)]
        assert len(server.asked) == 4
        assert not any("cookie" in each.headers for each in server.asked)
    assert all(each.count == 7 for each in found)
    return found


@happens(None, so="the bytes decide")
def test_H06_lies_about_the_text() -> Any:
    """Content-Types that lie: utf-16, utf-7, latin-1, an unknown charset, html, an image, junk, two, none."""
    text = '{"count":7,"status":0,"more":"é日"}'.encode()
    found = sent(
        *(
            raw(text, f"Content-Length: {len(text)}", *lines)
            for lines in (
                ("Content-Type: application/json; charset=utf-16",),
                ("Content-Type: application/json; charset=utf-7",),
                ("Content-Type: application/json; charset=iso-8859-1",),
                ("Content-Type: application/json; charset=no-such-charset",),
                ("Content-Type: application/json; charset=idna",),
                ("Content-Type: application/json; charset=rot13; charset=hex",),
                ("Content-Type: text/html",),
                ("Content-Type: image/png",),
                ("Content-Type: ;;;===\x01",),
                ("Content-Type: a/b", "Content-Type: c/d"),
                (),
            )
        )
    )
    assert all(each.extras == {"more": "é日"} for each in found), found
    return found


@happens(None, so="never looked at")
def test_H07_headers_that_lead_elsewhere() -> Any:
    """Location, Refresh, Link, Content-Location, Alt-Svc and Clear-Site-Data on a good answer."""
    with serving(answer(b'{"count":666,"status":0}')) as other:
        lines = [
            f"{name}: {text}"
            for name, text in (
                ("Location", other.url),
                ("Refresh", f"0; url={other.url}"),
                ("Link", f"<{other.url}>; rel=canonical"),
                ("Content-Location", other.url),
                ("Alt-Svc", f'h2="127.0.0.1:{other.port}"'),
                ("Clear-Site-Data", '"*"'),
                ("Proxy-Authenticate", "Basic"),
                ("WWW-Authenticate", "Basic"),
                ("Upgrade", "h2c"),
            )
        ]
        (found,) = sent(raw(SUMMARY, LENGTH, *lines))
        assert other.connections == 0
    assert found.count == 7
    return found


@happens(None, astrowire.Ambiguous, astrowire.BodyTooLarge, so="never another text than was sent")
def test_H08_lengths_that_are_none() -> Any:
    """Content-Lengths that are words, negative, hexadecimal, signed, of other digits, too small or large."""
    tried: list[Step] = [
        raw(SUMMARY, f"Content-Length: {text}")
        for text in ("abc", "-1", "0x25", "+37", "1e9", "", "37 37", "³", "999", "9" * 18, "9" * 5000)
    ]
    found = sent(*tried, raw(SUMMARY, "Content-Length: 36"), deadline=10)
    assert all(isinstance(each, Exception) or each.count == 7 for each in found), found
    assert isinstance(found.pop(), astrowire.Malformed)  # cut off where the server says
    return found


@happens(None, astrowire.Malformed, astrowire.Ambiguous, so="never another text than was sent")
def test_H09_headers_that_are_none() -> Any:
    """Headers without a colon, with blanks before it, folded, with NUL and escapes, other encodings."""
    found = sent(
        *(
            raw(SUMMARY, *lines)
            for lines in (
                ("no colon here", LENGTH),
                (f"Content-Length : {len(SUMMARY)}",),
                ("X-Folded: a", " b", LENGTH),
                ("X-\x00: \x1b[31m", LENGTH),
                (": empty", LENGTH),
                ("X-Latin: \xff\xfe", LENGTH),
                ("Content-Encoding: \x1b[31m", LENGTH),
                ("Transfer-Encoding: xchunked",),
                ("Transfer-Encoding: chunked",),
            )
        )
    )
    assert all(isinstance(each, Exception) or each.count == 7 for each in found), found
    return found


@happens(astrowire.DeadlineExceeded, so="the deadline holds")
def test_H10_answers_that_drip() -> Any:
    """A status line, headers, interim answers, chunks and trailers that drip for ever."""
    head = b"HTTP/1.1 200 OK\r\n"
    chunked = head + b"Transfer-Encoding: chunked\r\n\r\n"
    steps = [
        dripping(b"HTTP/1.1 200 ", b"O"),
        dripping(head + b"X-Slow: ", b"x"),
        dripping(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        dripping(chunked + b"1;", b"x"),
        dripping(chunked, b"1\r\n \r\n"),
        dripping(chunked + b"0\r\n", b"X: x\r\n"),
        dripping(head + b"Content-Length: 100000\r\n\r\n", b" "),
    ]
    found: list[Any] = []
    for step in steps:
        began = time.monotonic()
        found += sent(step, deadline=0.2)
        assert time.monotonic() - began <= 0.2 + 5
    return found


@happens(astrowire.DeadlineExceeded, Response, astrowire.Ambiguous, astrowire.BodyTooLarge)
def test_H11_answers_that_flood() -> Any:
    """Interim answers, chunk lengths and extensions, trailers, status lines without an end, at full speed."""
    head = b"HTTP/1.1 200 OK\r\n"
    chunked = head + b"Transfer-Encoding: chunked\r\n\r\n"
    found = sent(
        endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1000),
        endless(b"HTTP/1.1 200 ", b"O" * 65536),
        endless(chunked, b"0" * 65536),
        endless(chunked + b"1;", b"x" * 65536),
        endless(chunked + b"0\r\n", b"X: x\r\n" * 1000),
        raw(b"ffffffffffffffff\r\nx", "Transfer-Encoding: chunked"),
        raw(b"-5\r\nhello\r\n0\r\n\r\n", "Transfer-Encoding: chunked"),
        raw(b"xyz\r\nhello\r\n0\r\n\r\n", "Transfer-Encoding: chunked"),
        deadline=0.4,
    )
    return [*found, *sent(raw(b"", "Content-Length: " + "9" * 12))]


@happens(None, astrowire.Ambiguous, astrowire.HttpStatusError, astrowire.ServerUnavailable, astrowire.NotJson)
def test_H12_status_lines() -> Any:
    """Statuses 000, 99, 999, 2000 and -1, HTTP/0.9, HTTP/9.9, other protocols, 101, 204, 205, 206 and 304."""
    lines = ["HTTP/1.1 000 X", "HTTP/1.1 99 X", "HTTP/1.1 999 X", "HTTP/1.1 2000 X", "HTTP/1.1 -1 X"]
    lines += ["HTTP/1.1 200", "HTTP/1.0 200 OK", "HTTP/1.1 two X", "HTTP/9.9 200 OK", "ICY 200 OK"]
    lines += ["SSH-2.0-OpenSSH_9.9", "220 ready", '{"count":7,"status":0}', "\x1b[31mHTTP/1.1 200 OK", ""]
    lines += [
        f"HTTP/1.1 {status} X" for status in (101, 102, 201, 202, 203, 204, 205, 206, 304, 305, 306, 418)
    ]
    head = f"\r\n{LENGTH}\r\nConnection: close\r\n\r\n".encode()
    found = sent(*(line.encode() + head + SUMMARY for line in lines), deadline=5)
    for line, each in zip(lines, found, strict=True):
        is_ok = line.split(" ")[1:2] == ["200"] and line.startswith(("HTTP/1", "HTTP/9"))
        assert is_ok or isinstance(each, Exception), (line, each)
        assert isinstance(each, Exception) or each.count == 7
    return found


@happens(None, so="to the call that asked; what follows an answer is thrown away")
def test_H13_an_answer_to_the_next_call() -> Any:
    """A server sends a second answer behind the first, before anybody asks for it."""
    forged = answer(b'{"count":666,"status":0}')

    def greedy(connection: Any, request: Asked) -> None:
        keep = answer().replace(b"Connection: close", b"Connection: keep-alive")
        connection.sendall(keep + forged)
        time.sleep(0.3)

    with serving(greedy, answer()) as server:
        client = solar(server, attempts=2)
        client._retry.sleep = lambda seconds: None
        found = [outcome(lambda: client.rs_summary("a.b[]"))]
        found.append(outcome(lambda: client.rs_summary("a.b[]")))
    assert [each.count for each in found] == [7, 7]
    return found


@happens(
    astrowire.RateLimited, astrowire.ServerUnavailable, so="what is no time is ignored; nobody waits for long"
)
def test_H14_times_to_wait() -> Any:
    """Retry-After in the past, far away, negative, endless, of other digits, and junk, on 429 and 503."""
    texts = ["-1", "1e9", "9" * 5000, "inf", "nan", "³", "Thu, 01 Jan 1970 00:00:00 GMT"]
    texts += ["Fri, 31 Dec 9999 23:59:59 GMT", "Fri, 99 Dec 2024 99:99:99 GMT", "\x1b[31m", "soon"]
    found: list[Any] = []
    began = time.monotonic()
    for status in (429, 503):
        found += sent(*(answer(b"busy", status, Retry_After=text) for text in texts))
        # A minute and more is waited for by nobody, whatever else may be repeated.
        found += sent(*(answer(b"busy", status, Retry_After=text) for text in ("61", texts[7])), attempts=3)
    assert time.monotonic() - began <= 5
    return found


@happens(None, so="and it is the caller's session that keeps them")
def test_H15_a_session_of_the_callers() -> Any:
    """The same cookies for a session that the caller passed, which is used as it is."""
    session = requests.Session()
    with serving(raw(SUMMARY, "Set-Cookie: a=1", LENGTH), answer()) as server:
        client = solar(server, session=session)
        found = [outcome(lambda: client.rs_summary("a.b[]")) for _ in range(2)]
    assert session.cookies.get("a") == "1"
    return found


SEEDS = [
    answer(),
    answer(gzip.compress(SUMMARY, mtime=0), Content_Encoding="gzip"),
    raw(
        b"10\r\n" + SUMMARY[:16] + b"\r\n15\r\n" + SUMMARY[16:] + b"\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked",
    ),
    answer(b"", 302, Location="/there?x=1"),
    answer(b"busy", 503, Retry_After="3"),
    answer(b'{"error":null,"jsonrpc":"1.0","id":1,"result":"jwst_0565.pmap"}'),
    answer(b'{"error":{"name":"x","code":1,"message":"&lt;"},"jsonrpc":"1.0","id":1,"result":null}'),
]


def mutated(chance: random.Random) -> bytes:
    """A good answer with a few bytes changed, taken out, put in, or repeated."""
    found = bytearray(chance.choice(SEEDS))
    for _ in range(chance.choice([1, 1, 2, 4, 12])):
        place = chance.randrange(len(found))
        match chance.randrange(4):
            case 0:
                found[place] = chance.choice([chance.randrange(256), *b'\r\n\0 :;,"{}[]-9'])
            case 1:
                del found[place : place + chance.choice([1, 2, 5, 20])]
            case 2:
                found[place:place] = chance.choice(
                    [b"\0", b"\r\n", b"\x1b", b"\xff", b":", chance.randbytes(4)]
                )
            case _:
                found[place:place] = found[place : place + chance.randrange(1, 30)]
        found = found or bytearray(b"x")
    return bytes(found)


@happens(
    None,
    astrowire.Ambiguous,
    astrowire.Malformed,
    astrowire.NotJson,
    astrowire.SchemaMismatch,
    astrowire.EnvelopeMismatch,
    astrowire.RedirectRefused,
    astrowire.ServerUnavailable,
    crds.CrdsFault,
)
def test_H16_bytes_changed_at_random() -> Any:
    """Four hundred answers in which a few bytes were changed, for both clients."""
    chance = random.Random(1)
    found: list[Any] = []
    with serving(answer()) as server:
        client = solar(server, deadline=5)
        for _ in range(400):
            server.steps = (mutated(chance),)
            found.append(outcome(lambda: client.rs_summary("a.b[]")))
            found.append(outcome(lambda: observatory(server, deadline=5).get_default_context("jwst")))
    return found
