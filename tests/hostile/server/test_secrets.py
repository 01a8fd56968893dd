"""Secrets: what identifies a person travels to the server that it is meant for, and shows up nowhere else."""

from __future__ import annotations

import base64
import copy
import json
import logging
import re
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
import requests

import astrowire
from astrowire import crds, drms
from astrowire_runtime.testing import Recording, StandIn
from tests.functional.loopback import (
    Asked,
    Step,
    answer,
    hang_up,
    outcome,
    redirect,
    reset,
    rpc,
    serving,
    silent,
    unused_port,
)

from .case import happens, shown_by
from .places import ADDRESS, EXPORT, Authority, secure, serving_tls, solar

ROOT = Path(__file__).resolve().parents[3]
LOCAL = "sec.ret"
"""A part of the address that no encoding changes."""
PASSWORD, TOKEN, COOKIE = "pass.word", "to.ken", "coo.kie"
HASHED = [base64.b64encode(f"me:{PASSWORD}".encode()).decode()]


class Ears(logging.Handler):
    """Hears every record of every logger, and keeps all that is in it."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(self.format(record))
        self.heard.append(repr(record.args))
        if record.exc_info and record.exc_info[1] is not None:
            self.heard.append("".join(traceback.format_exception(record.exc_info[1])))


@pytest.fixture
def ears(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The root logger and those of the libraries at DEBUG."""
    handler = Ears()
    root = logging.getLogger()
    root.addHandler(handler)
    for name in ("", "astrowire", "urllib3", "urllib3.connectionpool", "requests"):
        monkeypatch.setattr(logging.getLogger(name), "level", logging.DEBUG)
    logging.getLogger().manager._clear_cache()  # type: ignore[attr-defined]
    yield handler
    root.removeHandler(handler)


def said(found: Any) -> str:
    """All that an outcome shows, whatever it is."""
    if isinstance(found, Exception):
        facts = {name: each for name, each in vars(found).items() if name not in {"answer", "response"}}
        return "\n".join([*shown_by(found), repr(facts), repr(copy.copy(found)), str(found.args)])
    return f"{found!r}\n{found}"


def check_silent(texts: list[str], *secrets: str) -> None:
    for text in texts:
        assert not [each for each in secrets if each in text], text


def asking(server: Any, **settings: Any) -> list[Callable[[], Any]]:
    """Every way to send the address to a server."""
    client = solar(server, **settings)
    face = drms.HttpJsonClient(server.url)
    cast("Any", face)._client._retry.attempts = 1
    cast("Any", face)._client.deadline = client.deadline
    return [
        lambda: client.check_address(ADDRESS),
        lambda: client.exp_request(**EXPORT),
        lambda: face.check_address(ADDRESS),
        lambda: face.exp_request(**EXPORT),
    ]


def flood(connection: Any, request: Asked) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n" + b"X: x\r\n" * 200 + b"\r\n")


FAILURES: list[Step] = [
    hang_up,
    reset,
    silent(0.5),
    flood,
    b"SSH-2.0-x",
    b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{",
    b"HTTP/1.1 200 OK\r\nno colon\r\nContent-Length: 2\r\n\r\n{}",
    answer(b"", 500),
    answer(b"busy", 503, Retry_After="1"),
    answer(b"busy", 429),
    answer(b"no", 404),
    answer(b""),
    answer(b"<html>login</html>"),
    answer(b'{"status":'),
    answer(b'{"status":0}'),
    answer(b'{"status":4,"error":"no"}'),
    answer(b"\x1f\x8b", Content_Encoding="gzip"),
    redirect(302, "http://127.0.0.1:9/"),
    redirect(302, "/loop"),
]


@happens(
    astrowire.Ambiguous,
    astrowire.ResponseError,
    astrowire.ServerUnavailable,
    astrowire.RateLimited,
    astrowire.HttpStatusError,
    astrowire.NotJson,
    astrowire.Malformed,
    astrowire.SchemaMismatch,
    astrowire.RedirectRefused,
    astrowire.DeadlineExceeded,
    drms.ExportFailed,
    None,
    so="without the address",
)
def test_S01_an_address_in_errors() -> Any:
    """An e-mail address in everything that 19 failures of `check_address` and `exp_request` show."""
    found: list[Any] = []
    for step in FAILURES:
        with serving(step) as server:
            for call in asking(server, deadline=0.2):
                found.append(outcome(call))
                check_silent([said(found[-1])], LOCAL)
            assert LOCAL in server.asked[0].target
    return found


@happens(astrowire.NotSent, astrowire.TlsError, so="without the address")
def test_S02_an_address_that_never_arrives(authority: Authority) -> Any:
    """The address in errors about servers that can't be reached, have no name, or are not who they say."""
    found: list[Any] = []
    places = [f"http://127.0.0.1:{unused_port()}/", "http://no-such-host.invalid/"]
    with serving_tls(authority.context()) as server:
        for place in [*places, f"{secure(server)}/"]:
            client = drms.Client(base_url=place, attempts=1)
            found += [
                outcome(lambda client=client: client.check_address(ADDRESS)),
                outcome(lambda client=client: client.exp_request(**EXPORT)),
            ]
    check_silent([said(each) for each in found], LOCAL)
    return found


@happens(so="no line of any logger holds it, at any level")
def test_S03_an_address_in_logs(ears: Ears, capfd: pytest.CaptureFixture[str]) -> None:
    """The address in the log lines of astrowire, urllib3 and requests, good calls and bad ones."""
    good = answer(b'{"status":2,"msg":"registered"}')
    within = redirect(302, "/cgi-bin/there?address=sec.ret")
    for steps in ((good,), (within, good), *((each,) for each in FAILURES)):
        with serving(*steps) as server:
            session = requests.Session()
            for call in asking(server, deadline=0.2) + asking(server, deadline=0.2, session=session)[:2]:
                outcome(call)
    lines = "\n".join(ears.heard)
    assert re.search(r"GET /cgi-bin/jsoc_fetch", lines), "nobody listened"
    check_silent([*ears.heard, *capfd.readouterr()], LOCAL)


@happens(astrowire.RequestInvalid, so="with the rule, without the value")
def test_S04_an_address_that_is_refused() -> Any:
    """Addresses of wrong types and with line breaks, and addresses under misspelt names."""
    values: list[Any] = [
        f"{LOCAL}\n@example.com",
        [ADDRESS],
        {ADDRESS: 1},
        ADDRESS.encode(),
        "\ud800" + LOCAL,
    ]
    found: list[Any] = []
    with serving(answer()) as server:
        client = solar(server)
        for value in values:
            found.append(outcome(lambda value=value: client.check_address(value)))
            found.append(outcome(lambda value=value: client.exp_request("a.b[]", value)))
        for name in ("notfy", "email", "Notify"):
            given = {"ds": "a.b[]", name: ADDRESS}
            found.append(outcome(lambda given=given: client.call(drms.OPERATIONS["exp_request"], given)))
        number = outcome(lambda: client.check_address(cast("Any", 5_551_234)))
        assert server.connections == 0
    check_silent([said(each) for each in found], LOCAL)
    check_silent([said(number)], "5551234")
    return [*found, number]


@happens(so="method and path only")
def test_S05_requests_as_texts() -> None:
    """The address in `repr` and `str` of requests, alone and inside other values."""
    for operation, given in (("check_address", {"email": ADDRESS}), ("exp_request", EXPORT)):
        request = drms.OPERATIONS[operation].encode(given, drms.SERVERS["jsoc"])
        assert LOCAL in request.url
        check_silent(
            [repr(request), str(request), f"{request}", repr([request]), repr({"r": request})], LOCAL
        )
    header = {"KEY": ADDRESS}
    call = crds.OPERATIONS["get_best_references"].encode(
        {"context": "jwst_0565.pmap", "header": header}, crds.SERVERS["jwst"]
    )
    assert LOCAL.encode() in call.body
    check_silent([repr(call), str(call)], LOCAL)


@happens(
    drms.ExportFailed, astrowire.NotJson, astrowire.SchemaMismatch, astrowire.ServerUnavailable, so="hidden"
)
def test_S06_an_address_that_the_server_repeats() -> Any:
    """Servers that repeat the address in error texts, pages, values of other types, plainly and encoded."""
    found: list[Any] = []
    for form in (ADDRESS, ADDRESS.replace("@", "%40").replace("+", "%2B")):
        text = json.dumps(f"no account for {form}")
        for step in (
            answer(f'{{"status":4,"error":{text}}}'.encode()),
            answer(f"<html>{form}</html>".encode()),
            answer(f'{{"status":{text[:-1]} again","error":7,"requestid":{text}}}'.encode()),
            answer(f"<html>{form}</html>".encode(), 500),
        ):
            with serving(step) as server:
                found.append(outcome(lambda server=server: solar(server).exp_request(**EXPORT)))
    check_silent([said(each) for each in found], LOCAL)
    return found


@happens(
    astrowire.NotSent,
    astrowire.Ambiguous,
    astrowire.TlsError,
    None,
    so="sent to the proxy alone, shown nowhere",
)
def test_S07_the_password_of_a_proxy(ears: Ears, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A proxy with a user name and a password that is dead, answers 407, 502 or junk, hangs up, or works."""
    found: list[Any] = []
    for step in (None, answer(b"", 407), answer(b"bad gateway", 502), b"junk", hang_up, answer()):
        with serving(step or answer()) as proxy:
            if step is None:
                proxy.close()
            setting = f"http://me:{PASSWORD}@127.0.0.1:{proxy.port}"
            for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy"):
                monkeypatch.setenv(name, setting)
            for scheme in ("http", "https"):
                client = drms.Client(base_url=f"{scheme}://server.invalid/", attempts=1, deadline=3)
                found.append(outcome(lambda client=client: client.rs_summary("a.b[]")))
            if step is not None:
                assert proxy.asked[0].headers["proxy-authorization"] == f"Basic {HASHED[0]}"
    check_silent([*map(said, found), *ears.heard], PASSWORD, *HASHED)
    # A 502 of a proxy is like one of the server.
    return [each for each in found if not isinstance(each, astrowire.ServerUnavailable)]


@happens(astrowire.ConfigError, so="without what stands before the @")
def test_S08_user_names_in_addresses_of_servers(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Base URLs and CRDS_SERVER_URL with a user name and a password, well formed and not."""
    found: list[Any] = []
    for url in (
        f"http://me:{PASSWORD}@127.0.0.1/",
        f"http://me:{PASSWORD}@127.0.0.1:port/",
        f"ftp://me:{PASSWORD}@127.0.0.1/",
        f"http://me:{PASSWORD}@/",
        f"http://me:{PASSWORD}@[::1/",
        f"http://me:{PASSWORD}/x@127.0.0.1/",
        f"http://me:#{PASSWORD}@127.0.0.1/",
        f"http://{PASSWORD}@127.0.0.1/?x",
        f"me:{PASSWORD}@127.0.0.1",
    ):
        monkeypatch.setenv("CRDS_SERVER_URL", url)
        found += [
            outcome(lambda url=url: drms.Client(base_url=url)),
            outcome(lambda url=url: drms.Client(url)),
            outcome(lambda url=url: drms.Client(url, base_url="http://127.0.0.1/")),
            outcome(lambda url=url: drms.HttpJsonClient(url)),
            outcome(lambda url=url: astrowire.ServerConfig("a", "A", url)),
            outcome(lambda: crds.client.get_default_context("jwst")),
        ]
    check_silent([said(each) for each in found], PASSWORD)
    return found


@happens(None, astrowire.Ambiguous, astrowire.ServerUnavailable, so="used, shown nowhere")
def test_S09_the_secrets_of_a_session(ears: Ears) -> Any:
    """A session with a password, a token among its headers and its parameters, and a cookie."""
    found: list[Any] = []
    texts: list[str] = []
    for step in (answer(), hang_up, answer(b"", 500)):
        session = requests.Session()
        session.auth = ("me", PASSWORD)
        session.headers["X-Token"] = TOKEN
        session.params = {"key": TOKEN}
        session.cookies.set("login", COOKIE)
        with serving(step) as server:
            client = solar(server, session=session)
            found.append(outcome(lambda client=client: client.rs_summary("a.b[]")))
            texts += [repr(client), str(client), repr(client.server), said(found[-1])]
            headers = server.asked[0].headers
            assert (headers["authorization"], headers["x-token"]) == (f"Basic {HASHED[0]}", TOKEN)
            assert headers["cookie"] == f"login={COOKIE}"
    check_silent([*texts, *ears.heard], PASSWORD, TOKEN, COOKIE, *HASHED)
    return found


@happens(None, so="five headers and the host; a name and a version")
def test_S10_what_a_client_tells_of_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Everything that the headers say of a program, its machine and its user, who has a .netrc file."""
    netrc = tmp_path / "netrc"
    netrc.write_text(f"machine 127.0.0.1 login me password {PASSWORD}\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    with serving(answer()) as server:
        found = [outcome(lambda: solar(server).rs_summary("a.b[]"))]
        headers = dict(server.asked[0].headers)
    with serving(rpc("jwst_0565.pmap")) as server:
        client = crds.Client("jwst", base_url=server.origin)
        found.append(outcome(lambda: client.get_default_context("jwst")))
        posted = dict(server.asked[0].headers)
    usual = {"host", "user-agent", "accept-encoding", "accept", "connection"}
    assert set(headers) == usual
    assert set(posted) == usual | {"content-type", "content-length"}
    assert {headers["user-agent"], posted["user-agent"]} == {f"astrowire/{astrowire.__version__}"}
    return found


@happens(so="hidden, unless a test asks to keep them")
def test_S11_the_journal_of_the_stand_in(capfd: pytest.CaptureFixture[str]) -> None:
    """Addresses, passwords and cookies in the stand-in's journal and in the lines that it logs."""
    session = requests.Session()
    session.auth = ("me", PASSWORD)
    session.cookies.set("login", COOKIE)
    with StandIn([], log=True) as server:
        base = server.url("drms")
        client = drms.Client(base_url=base, session=session, attempts=1)
        outcome(lambda: client.check_address(ADDRESS))
        outcome(lambda: client.exp_request(**EXPORT))
        form = {"op": "exp_request", "ds": "a.b[]", "notify": ADDRESS}
        requests.post(f"{base}jsoc_fetch", data=form, timeout=10)
        requests.post(
            f"{base}jsoc_fetch", files={name: (None, text) for name, text in form.items()}, timeout=10
        )
        requests.get(f"{base}nothing?address={ADDRESS}", timeout=10)
        shown = [repr(each) for each in server.journal]
        assert [each.operation for each in server.journal][:3] == [
            "check_address",
            "exp_request",
            "exp_request",
        ]
        assert server.journal[1].understood["ds"] == EXPORT["ds"]
    assert len(shown) == 5
    check_silent([*shown, *capfd.readouterr()], LOCAL, PASSWORD, COOKIE, *HASHED)
    with StandIn([], keep_secrets=True) as server:
        outcome(lambda: drms.Client(base_url=server.url("drms"), attempts=1).check_address(ADDRESS))
        assert LOCAL in repr(server.journal[0])


@happens(so="example addresses and the archives' own; no header that identifies anybody")
def test_S12_recordings() -> None:
    """Addresses, passwords, tokens and cookies in recorded answers, examples and everything generated."""
    places = ("spec", "tests/samples", "tests/unit/testing/data", "generated")
    files = [path for place in places for path in (ROOT / place).rglob("*") if path.is_file()]
    assert len(files) > 300
    found: set[str] = set()
    for path in files:
        text = path.read_bytes().decode("latin-1")
        found |= {each.lower() for each in re.findall(r"[\w.+-]+(?:@|%(?:25)?40)[\w-]+(?:\.[\w-]+)+", text)}
        assert not re.search(r"(?im)^(?:set-)?cookie:|^(?:proxy-)?authorization:", text), path
    strange = {each for each in found if not re.search(KNOWN, each)}
    assert not strange, strange


KNOWN = (
    r"(?:@|%(?:25)?40)(?:[\w-]+\.)*(?:example\.(?:com|org|net)|example|invalid)$"
    r"|^jsoc@sun\.stanford\.edu$|^jsoc_help@jsoc\.stanford\.edu$"
)
"""Addresses for examples, and those that the archive publishes in its own texts."""


@happens(None, so="the address is hidden in them")
def test_S13_printed_addresses(capsys: pytest.CaptureFixture[str]) -> Any:
    """What the face prints with `debug=True`, and what warnings say."""
    with (
        serving(answer(b'{"status":2,"msg":"registered"}')) as server,
        warnings.catch_warnings(record=True) as seen,
    ):
        warnings.simplefilter("always")
        face = drms.HttpJsonClient(server.url, debug=True)
        found = [outcome(lambda: face.check_address(ADDRESS))]
        server.steps = (answer(b'{"status":4,"error":"no"}'),)
        found.append(outcome(lambda: face.exp_request(**EXPORT)))
        found.append(outcome(lambda: face.exp_request(**EXPORT, requester=LOCAL)))
    printed = capsys.readouterr().out
    assert printed.count(f"{server.url}jsoc_fetch?op=exp_request&") == 2
    first = "\n".join(printed.splitlines()[:2])
    check_silent([first, *(str(each.message) for each in seen)], LOCAL)
    assert all(LOCAL in each.target for each in server.asked)
    return found


@happens(None, so="as any other text")
def test_S00_the_canary(ears: Ears) -> Any:
    """A text that is no secret is seen by the same eyes and ears."""
    with serving(answer(b'{"status":1,"error":"no such series vis.ible"}')) as server:
        found = outcome(lambda: solar(server).rs_summary("vis.ible"))
    assert "vis.ible" in said(found)
    logging.getLogger("somebody").debug("vis.ible")
    assert any("vis.ible" in each for each in ears.heard)
    assert Recording("drms", "rs_summary", {"ds": "vis.ible"}).arguments == {"ds": "vis.ible"}
    return "seen"
