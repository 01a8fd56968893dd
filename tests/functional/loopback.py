"""Small real servers on the loopback interface, each of which answers connections by a script.

A step of the script is the bytes of a whole answer, or a function that is given
the connection and the request and does what it likes, or something to do before
a request is read. The last step repeats.
"""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

SUMMARY = b'{"count":7,"runtime":0.25,"status":0}'
"""An answer of ``rs_summary``."""
TLS_BEGINS = b"\x16"
"""The first byte of a handshake."""


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, str]:
        return dict(parse_qsl(urlsplit(self.target).query, keep_blank_values=True))

    @property
    def call(self) -> dict[str, Any]:
        """The JSON-RPC call in the body."""
        found: dict[str, Any] = json.loads(self.body)
        return found


@dataclass(frozen=True)
class OnAccept:
    """A step that begins with the connection: no request is read."""

    act: Callable[[socket.socket], None]


Step = bytes | Callable[[socket.socket, Asked], None] | OnAccept


@dataclass
class Loopback:
    """A server that answers each request by the next step of its script.

    With ``tls`` it speaks TLS, with ``either`` to those who begin with it alone.
    """

    steps: tuple[Step, ...]
    port: int = 0
    tls: ssl.SSLContext | None = None
    either: bool = False
    asked: list[Asked] = field(default_factory=list[Asked])
    connections: int = 0

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", self.port))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def origin(self) -> str:
        return f"{'https' if self.tls and not self.either else 'http'}://127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        """A base URL."""
        return f"{self.origin}/cgi-bin/"

    def close(self) -> None:
        """Refuse connections from now on."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with self._lock:
            step = self.steps[min(self.connections, len(self.steps) - 1)]
            self.connections += 1
        with contextlib.suppress(OSError, ValueError), self._wrapped(connection) as connection:
            if isinstance(step, OnAccept):
                step.act(connection)
                return
            request = received(connection)
            with self._lock:
                self.asked.append(request)
            if isinstance(step, bytes):
                connection.sendall(step)
            else:
                step(connection, request)

    def _wrapped(self, connection: socket.socket) -> socket.socket:
        if self.tls is None:
            return connection
        try:
            if self.either and connection.recv(1, socket.MSG_PEEK) != TLS_BEGINS:
                return connection
            return self.tls.wrap_socket(connection, server_side=True)
        except OSError:
            connection.close()
            raise


def received(connection: socket.socket) -> Asked:
    """Read one request."""
    with connection.makefile("rb") as stream:
        method, target, _ = stream.readline().decode("ascii").split(" ")
        headers: dict[str, str] = {}
        while line := stream.readline().decode("latin-1").strip():
            name, _, text = line.partition(":")
            headers[name.lower()] = text.strip()
        body = stream.read(int(headers.get("content-length", "0")))
    return Asked(method, target, headers, body)


@contextlib.contextmanager
def serving(*steps: Step) -> Iterator[Loopback]:
    """A server for the time of a ``with``."""
    server = Loopback(steps)
    try:
        yield server
    finally:
        server.close()


def outcome(act: Callable[[], Any]) -> Any:
    """What a call returned, or the exception that it raised."""
    try:
        return act()
    except Exception as error:
        return error


def unused_port() -> int:
    """A port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


# Steps.


def answer(body: bytes = SUMMARY, status: int = 200, **headers: str) -> bytes:
    """A whole HTTP answer; ``Retry_After="3"`` becomes the header Retry-After."""
    lines = {"Content-Type": "application/json", "Content-Length": str(len(body)), "Connection": "close"}
    lines |= {name.replace("_", "-"): text for name, text in headers.items()}
    head = "".join(f"{name}: {text}\r\n" for name, text in lines.items())
    return f"HTTP/1.1 {status} Because\r\n{head}\r\n".encode() + body


def rpc(result: Any, **members: Any) -> Step:
    """The JSON-RPC answer with this result; other members of the envelope may be set."""

    def step(connection: socket.socket, request: Asked) -> None:
        envelope = {"error": None, "jsonrpc": "1.0", "id": request.call["id"], "result": result} | members
        connection.sendall(answer(json.dumps(envelope).encode()))

    return step


def hang_up(connection: socket.socket, request: Asked | None = None) -> None:
    """Close without a word."""


def reset(connection: socket.socket, request: Asked | None = None) -> None:
    """Break the connection off hard."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")


def silent(seconds: float) -> Step:
    """Say nothing for a while, then close."""
    return lambda connection, request: time.sleep(seconds)


def trickle(pieces: list[bytes], pause: float) -> Step:
    """Send pieces with pauses between."""

    def step(connection: socket.socket, request: Asked) -> None:
        for piece in pieces:
            connection.sendall(piece)
            time.sleep(pause)

    return step


def redirect(status: int, to: str) -> bytes:
    """Point elsewhere."""
    return answer(b"", status, Location=to)
