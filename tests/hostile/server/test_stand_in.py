"""The stand-in: a server for tests that nothing but the tests of this machine may use."""

from __future__ import annotations

import http.client
import socket
import time
from collections.abc import Iterator
from typing import Any

import pytest

from astrowire_runtime.testing import StandIn

from .case import happens

SUMMARY = "/cgi-bin/ajax/jsoc_info?op=rs_summary&ds=a.b"
RPC = "/crds/jwst/json/"
CALL = b'{"jsonrpc":"1.0","method":"get_default_context","params":["jwst"],"id":1}'


@pytest.fixture
def server() -> Iterator[StandIn]:
    with StandIn(max_request=100_000) as running:
        yield running


def spoken(server: StandIn, text: bytes, *, wait: float = 10) -> bytes:
    """What comes back for these bytes, until the stand-in closes."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=wait) as connection:
        connection.sendall(text)
        pieces: list[bytes] = []
        try:
            while piece := connection.recv(65536):
                pieces.append(piece)
        except TimeoutError:
            pieces.append(b"(still open)")
        except ConnectionResetError:
            pass
    return b"".join(pieces)


def status(answer: bytes) -> int:
    assert answer.startswith(b"HTTP/1."), answer[:80]
    return int(answer.split(b" ", 2)[1])


def asked(server: StandIn, method: str, target: str, *lines: str, body: bytes = b"") -> bytes:
    """The same for a request with these header lines."""
    length = [f"Content-Length: {len(body)}"] if body else []
    head = "\r\n".join([f"{method} {target} HTTP/1.1", *lines, *length, "Connection: close"])
    return spoken(server, f"{head}\r\n\r\n".encode("latin-1") + body)


@happens(so="127.0.0.1 and no other address")
def test_X01_from_another_machine(server: StandIn) -> None:
    """A connection to the stand-in's port at another address of this machine."""
    assert server._server is not None
    assert server._server.server_address[0] == "127.0.0.1"
    assert status(asked(server, "GET", SUMMARY, f"Host: 127.0.0.1:{server.port}")) == 200
    for family, address in ((socket.AF_INET, "127.0.0.2"), (socket.AF_INET6, "::1")):
        with socket.socket(family) as other:
            other.settimeout(5)
            assert other.connect_ex((address, server.port)) != 0


@happens(so="403, and nothing in the journal")
def test_X02_under_another_name(server: StandIn) -> None:
    """A page of another host that had its name rebound to this machine."""
    for host in (
        "evil.example",
        f"evil.example:{server.port}",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "localhost@evil.example",
        "evil.example:80@127.0.0.1",
        "127.0.0.1, evil.example",
        "0.0.0.0",
        "2130706433",
        "127.1",
        "[::ffff:127.0.0.1]",
        "\xff",
    ):
        assert status(asked(server, "GET", SUMMARY, f"Host: {host}")) == 403, host
        assert status(asked(server, "POST", RPC, f"Host: {host}", body=CALL)) == 403, host
    assert len(server.journal) == 0
    for host in ("localhost", "127.0.0.1", f"LOCALHOST:{server.port}", "[::1]"):
        assert status(asked(server, "GET", SUMMARY, f"Host: {host}")) == 200, host


@happens(so="400, nothing in the journal")
def test_X03_two_readings(server: StandIn) -> None:
    """Two Host headers, two lengths, a length with chunks: requests that proxies read in another way."""
    two = asked(server, "GET", SUMMARY, "Host: localhost", "Host: evil.example")
    lengths = spoken(
        server,
        f"POST {RPC} HTTP/1.1\r\nHost: localhost\r\n".encode()
        + b"Content-Length: 0\r\nContent-Length: 5\r\n\r\nhello",
    )
    chunks = asked(server, "POST", RPC, "Host: localhost", "Transfer-Encoding: chunked", body=CALL)
    assert [status(each) for each in (two, lengths, chunks)] == [400, 400, 411]
    assert len(server.journal) == 0


@happens(so="no header allows it; OPTIONS is 501")
def test_X04_other_origins(server: StandIn) -> None:
    """A page of another origin that wants to read answers, with and without asking first."""
    origin = "Origin: http://evil.example"
    lines = ("Host: localhost", origin, "Access-Control-Request-Method: POST")
    answers = [
        asked(server, "GET", SUMMARY, "Host: localhost", origin),
        asked(server, "POST", RPC, "Host: localhost", origin, body=CALL),
        asked(server, "OPTIONS", RPC, *lines),
        asked(server, "OPTIONS", "*", *lines),
    ]
    assert not any(b"access-control" in each.lower() for each in answers)
    assert [status(each) for each in answers][2:] == [501, 501]
    assert all(b"X-Content-Type-Options: nosniff" in each for each in answers[:2])


@happens(so="404: the stand-in opens no file")
def test_X05_files(server: StandIn) -> None:
    """Paths that lead out of folders: dots, escapes, backslashes, NUL, absolute addresses."""
    for target in (
        "/../../../../etc/passwd",
        "/cgi-bin/ajax/../../../../etc/passwd",
        "/cgi-bin/ajax/%2e%2e/%2e%2e/etc/passwd",
        "/cgi-bin/ajax/..%2f..%2fetc%2fpasswd",
        "/cgi-bin/ajax/..\\..\\etc\\passwd",
        "/cgi-bin/ajax/jsoc_info%00.html",
        "/cgi-bin/ajax//jsoc_info",
        "//etc/passwd",
        "/crds/../etc/passwd",
        "file:///etc/passwd",
        "/.git/config",
    ):
        got = asked(server, "GET", target, "Host: localhost")
        assert status(got) == 404, target
        assert b"root:" not in got
    assert all(each.status == 404 for each in server.journal)


@happens(so="404 or 501: nothing is passed on")
def test_X06_as_a_proxy(server: StandIn) -> None:
    """Requests for other servers, as to a proxy."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.settimeout(0.2)
        port = other.getsockname()[1]
        assert status(asked(server, "GET", f"http://127.0.0.1:{port}/x", "Host: localhost")) == 404
        assert status(asked(server, "CONNECT", f"127.0.0.1:{port}", "Host: localhost")) == 501
        with pytest.raises(TimeoutError):
            other.accept()


@happens(so="413, 400 or 408-like silence; nothing is kept")
def test_X07_large_and_endless_requests(server: StandIn) -> None:
    """Bodies beyond the limit, announced or not, request lines and headers without an end."""
    huge = asked(server, "POST", RPC, "Host: localhost", "Content-Length: 100001")
    absurd = asked(server, "POST", RPC, "Host: localhost", "Content-Length: " + "9" * 5000)
    long_line = spoken(server, b"GET /" + b"x" * 70_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
    long_header = asked(server, "GET", SUMMARY, "Host: localhost", "X-Long: " + "x" * 70_000)
    many = asked(server, "GET", SUMMARY, "Host: localhost", *(f"X-{number}: x" for number in range(200)))
    assert [status(each) for each in (huge, absurd, long_line, long_header, many)] == [
        413,
        400,
        414,
        431,
        431,
    ]
    assert len(server.journal) == 0


@happens(so="an error in the protocol's own words; the stand-in stays well")
def test_X08_hostile_calls(server: StandIn) -> None:
    """Bodies that are no JSON, nested 40,000 deep, of wrong types, and patterns that never end."""
    deep = b"[" * 40_000 + b"]" * 40_000
    calls = [
        deep,
        b'{"method":' + deep + b"}",
        b'{"jsonrpc":"1.0","method":"get_default_context","params":' + deep + b',"id":1}',
        b'{"method":"get_default_context","params":7,"id":1}',
        b'{"method":"__class__","params":[],"id":1}',
        b'{"method":["get_default_context"],"params":[],"id":{}}',
        b'{"method":"get_default_context","params":[NaN],"id":1e999}',
        b"\xff\xfe",
        b"[" + b"7," * 1000 + b"7]",
        b"null",
    ]
    for call in calls:
        got = asked(server, "POST", RPC, "Host: localhost", "Content-Type: application/json", body=call)
        assert status(got) in {200, 400, 404}, (call[:60], got[:200])
    began = time.monotonic()
    for pattern in ("(a*)*b", "(((((a+)+)+)+)+)b", "(" * 5000 + ")" * 5000, "a{30000}{30000}", "[" * 1000):
        quoted = "".join(f"%{byte:02X}" for byte in pattern.encode())
        got = asked(server, "GET", f"/cgi-bin/ajax/show_series?filter={quoted}", "Host: localhost")
        assert status(got) in {200, 414, 500}, pattern
    assert time.monotonic() - began <= 10
    assert status(asked(server, "GET", SUMMARY, "Host: localhost")) == 200


@happens(so="the oldest exchanges go")
def test_X09_a_full_journal() -> None:
    """More requests than the journal keeps."""
    with StandIn(journal_limit=5) as server:
        for number in range(8):
            asked(server, "GET", f"/{number}", "Host: localhost")
        assert [each.target for each in server.journal] == ["/3", "/4", "/5", "/6", "/7"]


@happens(so="shown with escapes, without the query")
def test_X10_log_lines(capfd: pytest.CaptureFixture[str]) -> None:
    """Requests with escape sequences and addresses, of a stand-in that logs."""
    with StandIn(log=True) as server:
        spoken(server, b"GET /\x1b[31m\x9b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        spoken(server, b"\x1b]52;c;x\x07\r\n\r\n")
        asked(server, "GET", f"{SUMMARY}&address=some.body@example.com", "Host: localhost")
    lines = capfd.readouterr().err.splitlines()
    assert len(lines) >= 3
    assert all(each.isprintable() for each in lines), lines
    assert "some.body" not in "".join(lines)


@happens(so="others are served meanwhile")
def test_X11_those_that_never_finish(server: StandIn) -> None:
    """Fifty connections that begin a request and say no more."""
    idle = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(50)]
    try:
        for each in idle:
            each.sendall(b"POST /crds/jwst/json/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{")
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
        connection.request("GET", SUMMARY)
        assert connection.getresponse().status == 200
        connection.close()
    finally:
        for each in idle:
            each.close()


@happens(so="the canary: 200 for this machine, in the journal")
def test_X00_a_good_request(server: StandIn) -> Any:
    """An ordinary request."""
    assert status(asked(server, "GET", SUMMARY, "Host: localhost")) == 200
    assert server.saw("rs_summary") == 1
