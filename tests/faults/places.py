"""Where the faults happen: places that a client is pointed at, with the settings that lead it there.

Most are a loopback server with a step; names, connections, TLS and proxies fail
before there is a server to answer.
"""

from __future__ import annotations

import contextlib
import functools
import socket
import ssl
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import trustme

from tests.functional.loopback import Asked, Loopback, OnAccept, Step, unused_port

from .server import DRIPPING, and_closes, kept, pointing, spoiled, whole

PROXY_USER, PROXY_PASSWORD = "someone", "hunter2-of-the-proxy"


@dataclass
class Place:
    """Where a client is pointed at.

    Attributes
    ----------
    origin : str
        Of the server.
    server : Loopback or None
        What counts the requests; None: nobody is there to count.
    env : mapping
        Environment variables that lead there.
    warm : bool
        A first good call is made before the one that counts.
    more : list of Asked
        Requests that the server counts apart.
    """

    origin: str
    server: Loopback | None = None
    env: Mapping[str, str] = field(default_factory=dict[str, str])
    warm: bool = False
    more: list[Asked] = field(default_factory=list[Asked])

    @property
    def sends(self) -> int | None:
        """How often the server was asked, if somebody counts."""
        if self.server is None:
            return None
        return max(self.server.connections, len(self.server.asked)) + len(self.more)


Where = Callable[[], AbstractContextManager[Place]]


def served(*steps: Step) -> Where:
    """A server with this script."""

    @contextlib.contextmanager
    def place() -> Iterator[Place]:
        with _open(Loopback(steps)) as server:
            yield Place(server.origin, server)

    return place


def relative(*parts: tuple[int, str]) -> Where:
    """A server that points somewhere, ``{origin}`` and ``{port}`` being its own, and answers after that."""

    @contextlib.contextmanager
    def place() -> Iterator[Place]:
        with _open(Loopback(())) as server:
            pointers = [
                pointing(status, to.format(origin=server.origin, port=server.port)) for status, to in parts
            ]
            server.steps = (*pointers, spoiled(whole))
            yield Place(server.origin, server)

    return place


@contextlib.contextmanager
def _open(server: Loopback) -> Iterator[Loopback]:
    try:
        yield server
    finally:
        server.close()


@contextlib.contextmanager
def nowhere() -> Iterator[Place]:
    """A name that no resolver knows (RFC 6761)."""
    yield Place("http://nowhere.invalid")


@contextlib.contextmanager
def refused() -> Iterator[Place]:
    """A port at which nobody listens."""
    yield Place(f"http://127.0.0.1:{unused_port()}")


@contextlib.contextmanager
def black_hole() -> Iterator[Place]:
    """A port whose queue is full, so that connections are neither taken nor refused."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener, contextlib.ExitStack() as waiting:
        address = listener.getsockname()
        for _ in range(4):
            filler = waiting.enter_context(socket.socket())
            filler.setblocking(False)
            with contextlib.suppress(BlockingIOError):
                filler.connect(address)
        yield Place(f"http://127.0.0.1:{address[1]}")


@contextlib.contextmanager
def stale() -> Iterator[Place]:
    """A server that has closed the kept connection before the second call."""
    with _open(Loopback((kept(then=and_closes), spoiled(whole)))) as server:
        yield Place(server.origin, server, warm=True)


@contextlib.contextmanager
def stale_in_use() -> Iterator[Place]:
    """A server that closes the kept connection when the second request arrives on it."""
    more: list[Asked] = []
    with _open(Loopback((kept(then=and_closes, asked=more), spoiled(whole)))) as server:
        yield Place(server.origin, server, warm=True, more=more)


# TLS.


@functools.cache
def authority() -> trustme.CA:
    """An own certificate authority."""
    return trustme.CA()


def tls_context(authority: trustme.CA, *names: str, until: datetime | None = None) -> ssl.SSLContext:
    """What a server with a certificate for these names speaks."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    began = datetime.now(UTC) - timedelta(days=60)
    authority.issue_cert(*names, not_before=began, not_after=until).configure_cert(context)
    return context


@contextlib.contextmanager
def trusted(server: Loopback) -> Iterator[Mapping[str, str]]:
    """The environment in which our certificate authority is believed."""
    with _open(server), tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "authority.pem"
        authority().cert_pem.write_to_path(file)
        yield {"REQUESTS_CA_BUNDLE": str(file), "SSL_CERT_FILE": str(file)}


@contextlib.contextmanager
def self_signed() -> Iterator[Place]:
    """A certificate that vouches for itself."""
    own = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with own.cert_pem.tempfile() as certificate, own.private_key_pem.tempfile() as key:
        context.load_cert_chain(certificate, key)
    with _open(Loopback((spoiled(whole),), tls=context)) as server:
        yield Place(server.origin, server)


@contextlib.contextmanager
def signed_by_a_stranger() -> Iterator[Place]:
    """A certificate of an authority that nobody knows."""
    with _open(Loopback((spoiled(whole),), tls=tls_context(trustme.CA(), "127.0.0.1"))) as server:
        yield Place(server.origin, server)


def signed(*names: str, days: int) -> Where:
    """A certificate for these names that is good for some days yet."""

    @contextlib.contextmanager
    def place() -> Iterator[Place]:
        context = tls_context(authority(), *names, until=datetime.now(UTC) + timedelta(days=days))
        server = Loopback((spoiled(whole),), tls=context)
        with trusted(server) as env:
            yield Place(server.origin, server, env)

    return place


@contextlib.contextmanager
def to_https() -> Iterator[Place]:
    """A server that points to the same host and port with TLS."""
    server = Loopback((), tls=tls_context(authority(), "127.0.0.1"), either=True)
    server.steps = (pointing(308, server.origin.replace("http:", "https:") + "/new"), spoiled(whole))
    with trusted(server) as env:
        yield Place(server.origin, server, env)


@contextlib.contextmanager
def to_https_elsewhere() -> Iterator[Place]:
    """A server that points to the same host with TLS, at another port."""
    secure = Loopback((spoiled(whole),), tls=tls_context(authority(), "127.0.0.1"))
    with trusted(secure) as env, _open(Loopback((pointing(308, f"{secure.origin}/new"),))) as plain:
        yield Place(plain.origin, plain, env, more=secure.asked)


@contextlib.contextmanager
def from_https() -> Iterator[Place]:
    """A server with TLS that points to the same host without."""
    plain = Loopback((spoiled(whole),))
    secure = Loopback((pointing(308, f"{plain.origin}/new"),), tls=tls_context(authority(), "127.0.0.1"))
    with trusted(secure) as env, _open(plain):
        yield Place(secure.origin, secure, env, more=plain.asked)


@contextlib.contextmanager
def secure_drip() -> Iterator[Place]:
    """A server with TLS that never gets to the end of its first record."""
    with _open(Loopback((DRIPPING["TLS handshake"],))) as server:
        yield Place(server.origin.replace("http:", "https:"), server)


@contextlib.contextmanager
def no_tls() -> Iterator[Place]:
    """A server without TLS where TLS is expected."""
    with _open(Loopback((OnAccept(lambda it: it.sendall(b"HTTP/1.1 400 No\r\n\r\n")),))) as server:
        yield Place(server.origin.replace("http:", "https:"), server)


# Proxies.


def proxied(step: Step | None, *, scheme: str = "http", port: str = "") -> Where:
    """A server behind a proxy, which behaves so; None: nobody is there, at a port with these digits."""

    @contextlib.contextmanager
    def place() -> Iterator[Place]:
        origin = f"{scheme}://server.invalid"
        if step is None:
            yield Place(origin, env=_proxy(_unused_port_with(port)))
            return
        with _open(Loopback((step,))) as proxy:
            yield Place(origin, proxy, _proxy(proxy.port))

    return place


def _unused_port_with(digits: str) -> int:
    """A port at which nobody listens, with these digits in it."""
    for port in range(int(digits or "0") * 100, 65536) if digits else [unused_port()]:
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise LookupError(f"every port with {digits} is taken")


def _proxy(port: int) -> dict[str, str]:
    address = f"http://{PROXY_USER}:{PROXY_PASSWORD}@127.0.0.1:{port}"
    return {"http_proxy": address, "https_proxy": address}


@contextlib.contextmanager
def past_the_proxy() -> Iterator[Place]:
    """A dead proxy that ``NO_PROXY`` leads around."""
    with _open(Loopback((spoiled(whole),))) as server:
        yield Place(server.origin, server, {**_proxy(unused_port()), "no_proxy": "127.0.0.1"})
