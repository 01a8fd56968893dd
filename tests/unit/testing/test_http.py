"""The HTTP half: connections, limits, the journal, and starting quickly."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from astrowire_runtime.testing import Exchange, Recording, StandIn

from .conftest import ask, body_of, recordings, speak

SUMMARY = "/cgi-bin/ajax/jsoc_info?op=rs_summary&ds=hmi.v_45s[2016.04.01_TAI/1d@6h]"
BODY = body_of("rs_summary__count_RECON.json")


def test_urls(server: StandIn) -> None:
    start = f"http://127.0.0.1:{server.port}"
    assert server.url("drms") == f"{start}/cgi-bin/ajax/"
    assert server.url("drms", "KIS") == f"{start}/cgi-bin/"
    assert server.url("crds", "jwst") == f"{start}/crds/jwst/"
    with pytest.raises(ValueError, match="no CRDS server None"):
        server.url("crds")
    with pytest.raises(ValueError, match="no DRMS server 'x'"):
        server.url("drms", "x")
    with pytest.raises(ValueError, match="no service 'soap'"):
        server.url("soap")


def test_one_connection_serves_many_requests(server: StandIn) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.connect()
    kept = connection.sock
    for method, target in [("GET", SUMMARY), ("HEAD", SUMMARY), ("GET", "/nothing"), ("GET", SUMMARY)]:
        connection.request(method, target)
        answer = connection.getresponse()
        assert answer.status == (404 if target == "/nothing" else 200)
        expected = b"" if method == "HEAD" else BODY if target == SUMMARY else b"<h1>Not Found</h1>\n"
        assert answer.read() == expected
        assert connection.sock is kept
    connection.close()


def test_pipelined_requests_are_answered_in_order(server: StandIn) -> None:
    text = f"GET {SUMMARY} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    last = b"GET /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    got = speak(server, text + text + last)
    assert got.count(b"HTTP/1.1 200") == 2
    assert got.endswith(b"<h1>Not Found</h1>\n")


def test_head_has_headers_only(server: StandIn) -> None:
    got = speak(server, f"HEAD {SUMMARY} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
    head, _, rest = got.partition(b"\r\n\r\n")
    assert rest == b""
    assert f"Content-Length: {len(BODY)}".encode() in head


@pytest.mark.parametrize(
    "path",
    ["/", "/cgi-bin/ajax/", "/cgi-bin/ajax/nosuch", "/crds/", "/crds/hubble/json/", "/crds/jwst/", "/json/"],
)
def test_unknown_paths(server: StandIn, path: str) -> None:
    for method in ("GET", "HEAD", "POST"):
        assert ask(server, path, method=method, body=b"" if method == "POST" else None).status == 404


def test_raw_targets(server: StandIn) -> None:
    absolute = f"GET http://localhost{SUMMARY} HTTP/1.0\r\n\r\n".encode()
    assert speak(server, absolute).endswith(BODY)
    latin = b"GET /cgi-bin/ajax/jsoc_info?op=rs_summary&ds=hmi.\xe9 HTTP/1.0\r\n\r\n"
    assert speak(server, latin).startswith(b"HTTP/1.1 500 ")
    assert server.journal[-1].understood["ds"] == "hmi.\udce9"


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("Content-Length: 1001", 413),
        ("Content-Length: -1", 400),
        ("Content-Length: many", 400),
        ("Transfer-Encoding: chunked", 411),
        ("Host: evil.example", 403),
    ],
)
def test_refused_before_reading(head: str, status: int) -> None:
    with StandIn(max_request=1000) as server:
        host = "" if head.startswith("Host") else "Host: localhost\r\n"
        got = speak(server, f"POST /crds/jwst/json/ HTTP/1.1\r\n{host}{head}\r\n\r\n".encode())
        assert got.startswith(f"HTTP/1.1 {status} ".encode())
        assert b"Connection: close" in got
        assert len(server.journal) == 0


def test_the_largest_request_is_taken() -> None:
    with StandIn(max_request=1000) as server:
        assert ask(server, "/crds/jwst/json/", method="POST", body=b" " * 1000).status == 400
        assert ask(server, "/crds/jwst/json/", method="POST", body=b" " * 1001).status == 413


def test_status_and_type_are_the_recordings() -> None:
    busy = Recording("drms", "rs_summary", {"ds": "a.b"}, 503, "text/html; charset=x", b"\xff\x00", "busy")
    with StandIn([busy]) as server:
        got = ask(server, "/cgi-bin/ajax/jsoc_info?op=rs_summary&ds=a.b")
        assert (got.status, got.type, got.body) == (503, "text/html; charset=x", b"\xff\x00")


def test_the_journal(server: StandIn) -> None:
    ask(server, SUMMARY)
    ask(server, "/nothing")
    ask(server, "/crds/jwst/json/", method="POST", body=b"{}", content_type="application/json")
    first, second, third = server.journal
    assert isinstance(first, Exchange)
    assert (first.method, first.target, first.service, first.operation) == (
        "GET",
        SUMMARY,
        "drms",
        "rs_summary",
    )
    assert (first.status, first.content_type, first.answer) == (200, "application/json", BODY)
    assert first.recording == "rs_summary__count_RECON.json"
    assert first.headers["accept-encoding"] == "identity"
    assert (second.service, second.status, second.recording) == ("", 404, None)
    assert (third.body, third.headers["content-type"]) == (b"{}", "application/json")
    assert server.saw("rs_summary") == 1
    assert server.saw("rs_list") == 0
    assert [entry.target for entry in server.journal.entries("rs_summary")] == [SUMMARY]
    server.journal.clear()
    assert len(server.journal) == 0


def test_the_journal_forgets_the_oldest() -> None:
    with StandIn(journal_limit=2) as server:
        for number in range(3):
            ask(server, f"/{number}")
        assert [entry.target for entry in server.journal] == ["/1", "/2"]


def test_many_clients_at_once(server: StandIn) -> None:
    outcomes: list[bytes] = []

    def work() -> None:
        outcomes.extend(ask(server, SUMMARY).body for _ in range(10))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes == [BODY] * 80
    assert server.saw("rs_summary") == 80


def test_starts_and_stops_quickly() -> None:
    started = time.perf_counter()
    with StandIn(recordings()) as server:
        assert ask(server, SUMMARY).body == BODY
        idle = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
        idle.request("GET", SUMMARY)
        assert idle.getresponse().read() == BODY
        port = server.port
    assert time.perf_counter() - started < 0.3
    assert idle.sock is not None
    assert idle.sock.recv(1) == b""
    idle.close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=1)


def test_only_this_machine_can_connect(server: StandIn) -> None:
    assert server.url("drms").startswith("http://127.0.0.1:")


def test_outside_the_block() -> None:
    server = StandIn()
    with pytest.raises(RuntimeError, match="not running"):
        _ = server.port
    server.start()
    with pytest.raises(RuntimeError, match="already running"):
        server.start()
    server.close()
    server.close()


def test_quiet_unless_asked(server: StandIn, capfd: pytest.CaptureFixture[str]) -> None:
    ask(server, SUMMARY)
    speak(server, b"NONSENSE\r\n\r\n")
    broken = socket.create_connection(("127.0.0.1", server.port))
    broken.sendall(b"POST /crds/jwst/json/ HTTP/1.1\r\nContent-Length: 100\r\n\r\nabc")
    broken.close()
    assert capfd.readouterr().err == ""
    assert len(server.journal) == 1
    with StandIn(log=True) as talking:
        ask(talking, "/nothing")
    assert "/nothing" in capfd.readouterr().err


def test_a_fault_of_the_stand_in_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("oops")

    server = StandIn(recordings())
    server.start()
    monkeypatch.setattr("astrowire_runtime.testing.recording.Shelf.find", broken)
    assert ask(server, SUMMARY).status == 500
    with pytest.raises(RuntimeError, match="the stand-in failed"):
        server.__exit__(None, None, None)


def test_an_unknown_service_is_refused() -> None:
    with pytest.raises(ValueError, match="recording 'a': the stand-in has no service 'soap'"):
        StandIn([Recording("soap", "x", name="a")])


def test_imports_nothing_but_the_standard_library() -> None:
    import astrowire_runtime.testing as package

    folder = Path(package.__file__ or "").parent
    program = (
        "import sys, types\n"
        "outer = types.ModuleType('astrowire_runtime'); outer.__path__ = [sys.argv[1]]\n"
        "sys.modules['astrowire_runtime'] = outer\n"
        "import astrowire_runtime.testing\n"
        "known = sys.stdlib_module_names\n"
        "names = {name for name in sys.modules if name.split('.')[0] not in known}\n"
        "print(sorted(n for n in names if not n.startswith(('__', 'astrowire_runtime.testing'))))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-I", "-S", "-c", program, str(folder.parent)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == "['astrowire_runtime']"


ALLOWED = b"Access-Control-Allow-Origin: *"


def test_pages_of_other_origins_may_ask_where_that_is_wanted_only() -> None:
    headers = "Host: localhost\r\nOrigin: http://x.example\r\nConnection: close\r\n\r\n"
    asks = [f"{method} {SUMMARY} HTTP/1.1\r\n{headers}" for method in ("GET", "OPTIONS")]
    with StandIn(recordings(), any_origin=True) as server:
        answer, preflight = (speak(server, each.encode()) for each in asks)
        assert server.saw("rs_summary") == 1
    assert (ALLOWED in answer, ALLOWED in preflight) == (True, True)
    assert preflight.startswith(b"HTTP/1.1 204 ")
    assert b"Access-Control-Allow-Headers: Accept, Content-Type" in preflight
    with StandIn(recordings()) as server:
        answer, preflight = (speak(server, each.encode()) for each in asks)
    assert (ALLOWED in answer, ALLOWED in preflight) == (False, False)
    assert preflight.startswith(b"HTTP/1.1 501 ")
