"""Redirects, and addresses that servers name: no query travels to a place that was not asked for."""

from __future__ import annotations

import ssl
from typing import Any

import pytest
import requests

import astrowire
from astrowire import crds, drms
from tests.functional.loopback import SUMMARY, Asked, answer, outcome, redirect, rpc, serving

from .case import happens
from .places import (
    EXPORT,
    Authority,
    asked_nothing,
    decode,
    everybody,
    observatory,
    secure,
    serving_tls,
    solar,
)

STATUSES = [301, 302, 303, 307, 308]
Refused = astrowire.RedirectRefused


def pointed_to(*targets: str) -> list[Any]:
    """What becomes of calls whose server points to each target once, and answers everything after that."""
    found: list[Any] = []
    for target in targets:
        with serving(redirect(302, target), answer()) as server:
            found.append(outcome(lambda: solar(server).rs_summary("a.b[]")))
            if isinstance(found[-1], Exception):
                assert server.connections == 1, target
    return found


@happens(None, so="followed")
def test_R01_within_the_origin() -> Any:
    """A GET is pointed to another path of the same origin, with each of 301, 302, 303, 307, 308."""
    found: list[Any] = []
    for status in STATUSES:
        with serving(redirect(status, "/elsewhere?op=rs_summary"), answer()) as server:
            found.append(outcome(lambda: solar(server).rs_summary("a.b[]")))
            assert [each.path for each in server.asked] == ["/cgi-bin/jsoc_info", "/elsewhere"]
    assert all(each.count == 7 for each in found)
    return found


@happens(Refused, so="never sent as a GET")
def test_R02_a_post_with_301_302_303(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A POST is pointed to another path of the same origin with 301, 302 or 303."""
    found: list[Any] = []
    for status in (301, 302, 303):
        with serving(redirect(status, "/elsewhere"), rpc("jwst_0565.pmap")) as server:
            found.append(outcome(lambda: observatory(server).get_default_context("jwst")))
            assert [each.method for each in server.asked] == ["POST"]
    return found


@happens(None, so="sent again as it was, within the origin")
def test_R03_a_post_with_307_308() -> Any:
    """A POST is pointed to another path of the same origin with 307 or 308."""
    found: list[Any] = []
    for status in (307, 308):
        with serving(redirect(status, "/elsewhere/"), rpc("jwst_0565.pmap")) as server:
            found.append(outcome(lambda: observatory(server).get_default_context("jwst")))
            first, second = server.asked
            assert (first.method, first.body) == (second.method, second.body)
            assert second.path == "/elsewhere/"
    assert found == ["jwst_0565.pmap"] * 2
    return found


@happens(Refused, so="the other server is never connected to")
def test_R04_another_origin(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Every client and face is pointed to another origin, with each of the five statuses."""
    found: list[Any] = []
    with serving(answer()) as other:
        for status in STATUSES:
            found += everybody(redirect(status, f"{other.origin}/cgi-bin/jsoc_info"), monkeypatch)
        assert asked_nothing(other)
    assert len(found) == 4 * len(STATUSES)
    return found


@happens(None, so="followed, and its certificate is verified")
def test_R05_to_tls_of_the_same_host(authority: Authority) -> Any:
    """The same host points from http to https."""

    def upgrade(connection: Any, request: Asked) -> None:
        is_tls = isinstance(connection, ssl.SSLSocket)
        connection.sendall(answer() if is_tls else redirect(301, secure(server) + request.target))

    session = requests.Session()
    session.verify = authority.file
    with serving_tls(authority.context(), upgrade) as server:
        found = outcome(lambda: solar(server, session=session).rs_summary("a.b[]"))
        assert len(server.asked) == 2
    assert found.count == 7, found
    return found


@happens(Refused, so="nothing travels without TLS")
def test_R06_from_tls_to_plain(authority: Authority) -> Any:
    """A server with TLS points to itself without."""

    def downgrade(connection: Any, request: Asked) -> None:
        is_tls = isinstance(connection, ssl.SSLSocket)
        connection.sendall(redirect(302, server.origin + request.target) if is_tls else answer())

    session = requests.Session()
    session.verify = authority.file
    with serving_tls(authority.context(), downgrade) as server:
        client = drms.Client(base_url=secure(server), session=session, attempts=1)
        found = outcome(lambda: client.rs_summary("a.b[]"))
        assert len(server.asked) == 1
    return found


@happens(Refused)
def test_R07_other_schemes() -> Any:
    """The server points to file:, ftp:, data:, gopher:, javascript:, unix: and to no host at all."""
    return pointed_to(
        "file:///etc/passwd",
        "FILE:///etc/passwd",
        "ftp://127.0.0.1/x",
        'data:application/json,{"count":7,"status":0}',
        "gopher://127.0.0.1:70/_x",
        "javascript:alert(1)",
        "http+unix://%2Ftmp%2Fx/",
        "https:///x",
    )


@happens(Refused, so="after three")
def test_R08_a_loop() -> Any:
    """A server points to itself for ever, with and without a growing query."""
    counts: list[int] = []

    def growing(connection: Any, request: Asked) -> None:
        connection.sendall(redirect(302, request.target + "x"))

    found: list[Any] = []
    for step in (redirect(302, "/loop"), growing):
        with serving(step) as server:
            found.append(outcome(lambda: solar(server).rs_summary("a.b[]")))
            counts.append(server.connections)
    assert counts == [4, 4]
    return found


@happens(Refused)
def test_R09_places_inside_a_network() -> Any:
    """The server points to loopback, link-local and metadata addresses, in all their spellings."""
    return pointed_to(
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://0.0.0.0/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://017700000001/",
        "http://127.0.0.1.nip.example/",
        "http://127.0.0.1:22/",
    )


@happens(Refused, so="and what stands there is not repeated")
def test_R10_a_user_name() -> Any:
    """The server points to its own origin with a user name and a password before it."""
    found: list[Any] = []
    for user in ("me:pass.word", "me", "", ":"):
        with serving(answer()) as server:
            server.steps = (redirect(302, f"http://{user}@127.0.0.1:{server.port}/"), answer())
            found.append(outcome(lambda: solar(server).rs_summary("a.b[]")))
            assert len(server.asked) == 1
    assert all("pass.word" not in str(each) for each in found)
    return found


@happens(Refused, so="shown with escapes")
def test_R11_names_that_look_alike() -> Any:
    """The server points to hosts that look like its own: other scripts, punycode, a trailing dot."""
    return pointed_to(
        "http://127.0.0.1\u2024/",
        "http://\uff11\uff12\uff17.0.0.1/",
        "http://xn--127-0-0-1-abc/",
        "http://127.0.0.1./",
        "http://127.0.0.1%2eexample.org/",
        "http://127.0.0.1\u202e/",
    )


@happens(Refused, None, so="an answer only ever comes from the same origin")
def test_R12_odd_relative_addresses() -> Any:
    """The server points to //other/, with backslashes, with blanks in front, and up beyond the root."""
    with serving(answer(b'{"count":666,"status":0}')) as other:
        host = f"127.0.0.1:{other.port}"
        found = pointed_to(
            f"//{host}/",
            f"///{host}/",
            f"/\\{host}/",
            f"\\\\{host}\\",
            f"http:\\\\{host}\\",
            f"http:/{host}/",
            f" http://{host}/",
            "../../../../etc/passwd",
            "?op=x",
            "#x",
        )
        assert asked_nothing(other)
    assert all(each.count == 7 for each in found if not isinstance(each, Exception))
    return found


@happens(None, so="texts, which nobody opens")
def test_R13_addresses_in_answers() -> Any:
    """Finished exports and file facts name other servers and files in dir, filename, tarfile and url."""
    with serving(answer()) as trap:
        index = {
            "status": 0,
            "requestid": "JSOC_20240101_123",
            "method": "url-tar",
            "protocol": "fits",
            "dir": trap.url,
            "tarfile": f"{trap.url}x.tar",
            "count": 1,
            "rcount": 1,
            "size": 1,
            "wait": 0,
            "exptime": "2024.01.01_00:00:00_UT",
            "keywords": "file:///etc/passwd",
            "data": [{"record": "a.b[1]", "filename": "file:///etc/passwd"}],
        }
        with serving(answer(_json(index))) as server:
            export = outcome(lambda: solar(server).exp_status("JSOC_20240101_123"))
        facts = decode(
            "get_file_info", _json(_envelope({"reference_url": trap.url, "name": "x", "url": trap.url}))
        )
        assert asked_nothing(trap)
    assert export.dir == trap.url, export
    return [export, facts]


def _json(value: Any) -> bytes:
    import json

    return json.dumps(value).encode()


def _envelope(result: Any) -> dict[str, Any]:
    return {"error": None, "jsonrpc": "1.0", "id": 1, "result": result}


@happens(Refused, None, so="never a crash")
def test_R14_junk_in_location() -> Any:
    """Locations that are empty, have impossible ports and brackets, control characters, 60 000 letters."""
    return pointed_to(
        "",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1:abc/",
        "http://127.0.0.1:-1/",
        "http://[::1/",
        "http://]/",
        "http://[v1.x]/",
        "http://\x1b[31mred\x1b[0m/",
        "http://\x00/",
        "http://127.0.0.1\t/",
        "x" * 60_000,
        "http://" + "a" * 60_000 + "/",
        "/caf\xe9?\x80\xff",
        "%%%",
    )


@happens(Refused, None, so="its body is not read")
def test_R15_a_redirect_with_an_endless_body() -> Any:
    """A redirect brings a body that never ends, to the same origin and to another."""
    found: list[Any] = []
    for target in ("/there", "http://127.0.0.1:9/"):
        sent: list[int] = []

        def endless(connection: Any, request: Asked, target: str = target, sent: list[int] = sent) -> None:
            if request.path == "/there":
                connection.sendall(answer())
                return
            connection.sendall(f"HTTP/1.1 302 Found\r\nLocation: {target}\r\n\r\n".encode())
            while sum(sent) < 50_000_000:
                connection.sendall(b" " * 65536)
                sent.append(65536)

        with serving(endless) as server:
            found.append(outcome(lambda: solar(server, deadline=10).rs_summary("a.b[]")))
        assert sum(sent) < 50_000_000
    return found


@happens(Refused, so="neither the header nor the cookie leaves the origin")
def test_R16_with_a_password() -> Any:
    """A session with a password, a token and a cookie is pointed to another port."""
    session = requests.Session()
    session.auth = ("me", "pass.word")
    session.headers["X-Token"] = "to.ken"
    session.cookies.set("login", "coo.kie")
    with serving(answer()) as other, serving(redirect(307, other.url)) as server:
        found = outcome(lambda: solar(server, session=session).exp_request(**EXPORT))
        assert asked_nothing(other)
        assert "authorization" in server.asked[0].headers
    assert not any(secret in str(found) for secret in ("pass.word", "to.ken", "coo.kie"))
    return found


@happens(Refused, so="also when the first of two stays inside")
def test_R17_two_locations() -> Any:
    """A redirect with two Location headers, and one that leaves the origin at its third step."""
    with serving(answer()) as other:
        first = (
            f"HTTP/1.1 302 F\r\nLocation: /in\r\nLocation: {other.url}\r\nContent-Length: 0\r\n\r\n".encode()
        )
        with serving(first, answer()) as server:
            two = outcome(lambda: solar(server).rs_summary("a.b[]"))
        with serving(redirect(302, "/a"), redirect(302, "/b"), redirect(302, other.url), answer()) as server:
            third = outcome(lambda: solar(server).rs_summary("a.b[]"))
        assert asked_nothing(other)
    # requests joins headers of one name by a comma: what comes of that is one odd path of the same origin.
    assert isinstance(two, Exception) or two.count == 7
    return [third]


@happens(Refused, so="as by the typed clients")
def test_R18_where_the_environment_points(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The server that CRDS_SERVER_URL names points to the metadata address of a cloud."""
    with serving(redirect(308, "http://169.254.169.254/latest/")) as server:
        monkeypatch.setenv("CRDS_SERVER_URL", server.url)
        found = outcome(lambda: crds.client.get_default_context("jwst"))
        assert len(server.asked) == 1
    return found


@happens(None, so="the canary: a good server in the same places")
def test_R00_a_good_server(monkeypatch: pytest.MonkeyPatch) -> Any:
    """No redirect at all."""
    with serving(answer(SUMMARY)) as server:
        found = outcome(lambda: solar(server).rs_summary("a.b[]"))
    assert found.count == 7
    return found
