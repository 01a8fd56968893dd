"""TLS: who is at the other end is verified, always, unless the caller's own session says otherwise, aloud."""

from __future__ import annotations

import inspect
import socket
import ssl
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any, cast

import pytest
import requests

import astrowire
from astrowire import crds, drms
from tests.functional.loopback import Asked, Loopback, answer, outcome, rpc, serving

from .case import happens
from .places import EXPORT, Authority, secure, serving_tls

Tls = astrowire.TlsError


def ask(server: Loopback, verify: str | bool | None = None, **settings: Any) -> Any:
    """What becomes of an order at a server with TLS."""
    session = None
    if verify is not None:
        session = requests.Session()
        session.verify = verify
    client = drms.Client(base_url=f"{secure(server)}/", attempts=1, session=session, **settings)
    return outcome(lambda: client.exp_request(**EXPORT))


def refused(server: Loopback, *verify: str | bool | None) -> list[Any]:
    """The same several times; nothing of a request may have arrived."""
    found = [ask(server, each) for each in verify]
    assert server.asked == []
    return found


@happens(Tls, so="before a byte of the request is sent")
def test_L01_self_signed(authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A certificate that nobody known has signed, for every client and face, and for another authority."""
    with serving_tls(authority.context()) as server:
        other = Authority(tmp_path)
        found = refused(server, None, other.file)
        monkeypatch.setenv("CRDS_SERVER_URL", secure(server))
        face = drms.HttpJsonClient(f"{secure(server)}/")
        found += [
            outcome(lambda: crds.Client("jwst", base_url=secure(server)).get_default_context("jwst")),
            outcome(lambda: crds.client.get_default_context("jwst")),
            outcome(lambda: face.exp_request(**EXPORT)),
        ]
        assert server.asked == []
    assert all("certificate" in str(each) for each in found), found
    return found


@happens(Tls, so="before a byte of the request is sent")
def test_L02_expired(authority: Authority) -> Any:
    """A certificate that expired yesterday, of an authority that is trusted."""
    with serving_tls(authority.context(expired=True)) as server:
        found = refused(server, authority.file)
    assert "expired" in str(found[0])
    return found


@happens(Tls, so="before a byte of the request is sent")
def test_L03_of_another_host(authority: Authority) -> Any:
    """Certificates of an authority that is trusted, for other hosts."""
    found: list[Any] = []
    for name in ("jsoc.example.org", "127.0.0.2", "*.0.0.1"):
        with serving_tls(authority.context(name)) as server:
            found += refused(server, authority.file)
    assert all("mismatch" in str(each) or "not valid for" in str(each) for each in found), found
    return found


@happens(Tls, so="before a byte of the request is sent")
def test_L04_old_protocols(authority: Authority) -> Any:
    """A server that speaks nothing newer than TLS 1.1."""
    context = authority.context()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    context.set_ciphers("ALL:@SECLEVEL=0")
    with serving_tls(context) as server:
        found = refused(server, authority.file)
    assert "protocol" in str(found[0]).lower()
    return found


@happens(None, so="verified against that authority")
def test_L05_an_own_authority(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> Any:
    """An own authority, named in REQUESTS_CA_BUNDLE, CURL_CA_BUNDLE or a session's verify."""
    found: list[Any] = []
    with serving_tls(authority.context(), rpc("jwst_0565.pmap")) as server:
        client = crds.Client("jwst", base_url=secure(server), attempts=1)
        assert isinstance(outcome(lambda: client.get_default_context("jwst")), Tls)
        for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
            with monkeypatch.context() as setting:
                setting.setenv(name, authority.file)
                setting.setenv("CRDS_SERVER_URL", secure(server))
                found.append(outcome(lambda: client.get_default_context("jwst")))
                found.append(outcome(lambda: crds.client.get_default_context("jwst")))
        session = requests.Session()
        session.verify = authority.file
        mine = crds.Client("jwst", base_url=secure(server), session=session)
        found.append(outcome(lambda: mine.get_default_context("jwst")))
    assert found == ["jwst_0565.pmap"] * 5
    return found


PROGRAM = """
import sys, warnings, requests
from astrowire import crds
session = requests.Session()
session.verify = False
for _ in range(3):
    client = crds.Client("jwst", base_url=sys.argv[1], session=session)
    print(client.get_default_context("jwst"))
"""


@happens(so="answered, with a warning of ours in each process, once")
def test_L06_a_session_that_verifies_nothing(authority: Authority) -> None:
    """A session of the caller's with verify=False, three calls, in a process of its own."""
    with serving_tls(authority.context(), rpc("jwst_0565.pmap")) as server:
        run = subprocess.run(
            [sys.executable, "-c", PROGRAM, secure(server)],
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
    assert run.stdout.split() == ["jwst_0565.pmap"] * 3
    assert run.stderr.count("is not verified, as the session given asks") == 1, run.stderr


@happens(so="neither client nor face has one")
def test_L07_no_switch() -> None:
    """Arguments by which verification could be switched off without a session."""
    for kind in (drms.Client, crds.Client, drms.HttpJsonClient):
        names = set(inspect.signature(cast("Any", kind)).parameters)
        assert names <= {
            *("server", "base_url", "deadline", "timeout", "attempts", "session", "strict", "debug"),
        }, names


@happens(Tls, so="an empty setting switches nothing off")
def test_L08_settings_of_the_environment(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Variables that switch verification off elsewhere: empty bundles, PYTHONHTTPSVERIFY, git's, Node's."""
    for name, text in (
        ("REQUESTS_CA_BUNDLE", ""),
        ("CURL_CA_BUNDLE", ""),
        ("PYTHONHTTPSVERIFY", "0"),
        ("NODE_TLS_REJECT_UNAUTHORIZED", "0"),
        ("GIT_SSL_NO_VERIFY", "1"),
        ("SSL_NO_VERIFY", "1"),
    ):
        monkeypatch.setenv(name, text)
    with serving_tls(authority.context()) as server:
        return refused(server, None)


@happens(astrowire.ConfigError, so="named, nothing is sent")
def test_L09_a_bundle_that_is_none(
    authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Any:
    """REQUESTS_CA_BUNDLE and a session's verify that name no file."""
    missing = str(tmp_path / "no-such-file.pem")
    with serving_tls(authority.context()) as server:
        found = refused(server, missing)
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", missing)
        found += refused(server, None)
    return found


@happens(Tls)
def test_L10_no_tls_at_all() -> Any:
    """An https address where plain HTTP is spoken, the handshake is cut off, or nothing is said."""

    def speaks_http(connection: socket.socket, request: Asked) -> None:
        connection.sendall(answer())

    found: list[Any] = []
    with serving(speaks_http) as server:
        client = drms.Client(base_url=server.url.replace("http:", "https:"), attempts=1, deadline=2)
        found.append(outcome(lambda: client.rs_summary("a.b[]")))
    for text in (answer(), b"\x15\x03\x01\x00\x02\x02\x28", b"junk" * 100, b""):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            listener.settimeout(10)
            port = listener.getsockname()[1]
            found.append(_spoken_to(listener, port, text))
    return found


def _spoken_to(listener: socket.socket, port: int, text: bytes) -> Any:
    import threading

    def speak() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(65536)
            connection.sendall(text)

    thread = threading.Thread(target=speak, daemon=True)
    thread.start()
    client = drms.Client(base_url=f"https://127.0.0.1:{port}/", attempts=1, deadline=5)
    found = outcome(lambda: client.rs_summary("a.b[]"))
    thread.join(5)
    return found
