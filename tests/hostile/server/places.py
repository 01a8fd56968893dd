"""Where the cases happen: clients without second attempts, and servers that speak TLS."""

from __future__ import annotations

import contextlib
import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
import trustme

import astrowire
from astrowire import crds, drms
from tests.faults.places import tls_context
from tests.functional.loopback import Loopback, Step, answer, outcome, serving

ADDRESS = "sec.ret+person@example.com"
"""An e-mail address that no text for people may hold."""
EXPORT = {"ds": "hmi.m_720s[$]", "notify": ADDRESS}
HEAD = {"Content-Type": "application/json"}


def solar(server: Loopback, **settings: Any) -> drms.Client:
    """A DRMS client that tries once."""
    return drms.Client(base_url=server.url, **({"attempts": 1} | settings))


def observatory(server: Loopback, **settings: Any) -> crds.Client:
    """A CRDS client that tries once."""
    return crds.Client("jwst", base_url=server.origin, **({"attempts": 1} | settings))


def decode(operation: str, body: bytes | str, **settings: Any) -> Any:
    """What an operation makes of a body: its result, or the exception."""
    op: Any = drms.OPERATIONS.get(operation) or crds.OPERATIONS[operation]
    data = body.encode() if isinstance(body, str) else body
    return outcome(lambda: op.decode(astrowire.HttpResponse(200, HEAD, data), **settings))


def everybody(
    step: Step, monkeypatch: pytest.MonkeyPatch, *, watch: Callable[[Loopback], None] | None = None
) -> list[Any]:
    """What both clients and both faces make of a server that always answers so."""
    with serving(step) as server:
        monkeypatch.setenv("CRDS_SERVER_URL", server.origin)
        face = drms.HttpJsonClient(server.url)
        cast("Any", face)._client._retry.attempts = 1
        archive = crds.client._face.client()
        cast("Any", archive)._retry.attempts = 1
        found = [
            outcome(lambda: solar(server).rs_summary("a.b[]")),
            outcome(lambda: face.rs_summary("a.b[]")),
            outcome(lambda: observatory(server).get_default_context("jwst")),
            outcome(lambda: crds.client.get_default_context("jwst")),
        ]
        if watch is not None:
            watch(server)
    return found


def raw(body: bytes, *lines: str, status: str = "200 OK") -> bytes:
    """A whole answer with these header lines, on a connection that ends with it."""
    head = "".join(f"{line}\r\n" for line in (f"HTTP/1.1 {status}", *lines, "Connection: close"))
    return f"{head}\r\n".encode("latin-1") + body


def asked_nothing(server: Loopback) -> bool:
    """Nobody has even connected."""
    return server.connections == 0 and not server.asked


# TLS.


class Authority:
    """A certificate authority, with the file that says to trust it."""

    def __init__(self, folder: Path) -> None:
        self._ca = trustme.CA()
        self.file = str(folder / "authority.pem")
        self._ca.cert_pem.write_to_path(self.file)

    def context(self, *names: str, expired: bool = False) -> ssl.SSLContext:
        """A server's side of TLS, with a certificate for these names."""
        until = datetime.now(UTC) - timedelta(days=1) if expired else None
        return tls_context(self._ca, *(names or ("127.0.0.1",)), until=until)


@contextlib.contextmanager
def serving_tls(context: ssl.SSLContext, *steps: Step) -> Iterator[Loopback]:
    """A server that speaks TLS with those who begin with it, and plain HTTP with the others."""
    server = Loopback(steps or (answer(),), tls=context, either=True)
    try:
        yield server
    finally:
        server.close()


def secure(server: Loopback) -> str:
    """Its origin with TLS."""
    return f"https://127.0.0.1:{server.port}"
