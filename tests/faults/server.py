"""Every fault that an answer may have, as a step of a loopback server.

Good answers are made for the request, so that the same step spoils both
protocols.
"""

from __future__ import annotations

import base64
import gzip
import json
import socket
import time
import zlib
from collections.abc import Callable, Mapping

from tests.functional.loopback import SUMMARY, Asked, OnAccept, Step, answer, received, redirect, reset

PENDING = (
    b'{"status":2,"requestid":"JSOC_20240101_123","method":"url_quick","protocol":"as-is",'
    b'"wait":10,"rcount":1,"size":1}'
)
CONTEXT = "jwst_1464.pmap"
MIB = 1 << 20

DRIPS = 40
PAUSE = 0.2
"""Seconds between two bytes of a slow server, which drips for ``DRIPS * PAUSE`` seconds."""
SILENCE = 8.0
"""Seconds for which a silent server is silent."""


# Good answers, and what spoils them.


def envelope(request: Asked, result: object, /, **members: object) -> bytes:
    """The JSON-RPC answer to a request; a member that is ``...`` is left out."""
    whole = {"error": None, "jsonrpc": "1.0", "id": request.call["id"], "result": result} | members
    return json.dumps({name: value for name, value in whole.items() if value is not ...}).encode()


def good(request: Asked) -> bytes:
    """The body that answers a request."""
    if request.method == "POST":
        return envelope(request, CONTEXT)
    return PENDING if request.query.get("op") == "exp_request" else SUMMARY


Spoil = Callable[[bytes], bytes]


def spoiled(spoil: Spoil, **headers: str) -> Step:
    """A good answer with its body changed."""

    def step(connection: socket.socket, request: Asked) -> None:
        connection.sendall(answer(spoil(good(request)), **headers))

    return step


def whole(body: bytes) -> bytes:
    """Leave a body as it is."""
    return body


def member(text: bytes) -> Spoil:
    """Put members in front of all others of an object."""
    return lambda body: body.replace(b"{", b"{" + text + b",", 1)


def padded(size: int) -> Spoil:
    """Make a body larger without changing what it says."""
    return lambda body: body + b" " * size


def zipped(body: bytes) -> bytes:
    """The body in gzip."""
    return gzip.compress(body, mtime=0)


def by_protocol(drms: bytes, export: bytes, crds: object) -> Step:
    """Bodies of ``rs_summary`` and of ``exp_request``, and a result of CRDS."""

    def step(connection: socket.socket, request: Asked) -> None:
        if request.method == "POST":
            body = envelope(request, crds)
        else:
            body = export if request.query.get("op") == "exp_request" else drms
        connection.sendall(answer(body))

    return step


def enveloped(**members: object) -> Step:
    """A JSON-RPC answer with other members; ``...`` leaves one out."""
    return lambda connection, request: connection.sendall(answer(envelope(request, CONTEXT, **members)))


def refusing(error: str) -> Step:
    """An answer that means failure, with this text."""

    def step(connection: socket.socket, request: Asked) -> None:
        if request.method == "POST":
            fault = {"code": 500, "name": "OtherError", "message": error, "data": None}
            body = envelope(request, None, error=fault)
        else:
            status = 4 if request.query.get("op") == "exp_request" else 1
            body = json.dumps({"status": status, "error": error}).encode()
        connection.sendall(answer(body))

    return step


def bomb(size: int) -> bytes:
    """A text of ``size`` blanks in front of a JSON text, in gzip, made quickly however large it is."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    # After a full flush nothing refers back, so the same piece may stand any number of times.
    piece = packer.compress(b" " * MIB) + packer.flush(zlib.Z_FULL_FLUSH)
    end = packer.compress(f'"{CONTEXT}"'.encode()) + packer.flush()
    check = 0
    for _ in range(size // MIB):
        check = zlib.crc32(b" " * MIB, check)
    check = zlib.crc32(f'"{CONTEXT}"'.encode(), check)
    length = (size + len(CONTEXT) + 2) & 0xFFFFFFFF
    head = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
    tail = check.to_bytes(4, "little") + length.to_bytes(4, "little")
    return head + piece * (size // MIB) + end + tail


def packed_bomb(size: int) -> Step:
    """A packed result of CRDS that grows to ``size``."""

    def step(connection: socket.socket, request: Asked) -> None:
        payload = base64.b64encode(bomb(size)).decode()
        connection.sendall(answer(envelope(request, {"crds_encoded": "1.0", "crds_payload": payload})))

    return step


# Connections that break, stop or drip.

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"


def reset_soon(connection: socket.socket) -> None:
    """Break off hard a moment after the connection was made."""
    time.sleep(0.02)  # any sooner, and it may never have been made at all
    reset(connection)


def reset_in_the_body(connection: socket.socket, request: Asked) -> None:
    """Break off hard after a part of the body has arrived."""
    connection.sendall(HEAD + b"Content-Length: 100\r\n\r\n" + good(request)[:9])
    time.sleep(0.05)
    reset(connection)


def quiet_in_the_body(connection: socket.socket, request: Asked) -> None:
    """Stop for a long time after a part of the body."""
    connection.sendall(HEAD + b"Content-Length: 100\r\n\r\n" + good(request)[:9])
    time.sleep(SILENCE)


def quiet(connection: socket.socket, request: Asked) -> None:
    """Say nothing for a long time."""
    time.sleep(SILENCE)


def raw(head: bytes, *, body: Spoil = whole) -> Step:
    """A head of our own, then a body, then the end of the connection."""
    return lambda connection, request: connection.sendall(head + b"\r\n" + body(good(request)))


def length_of_more(connection: socket.socket, request: Asked) -> None:
    """Promise more bytes than come."""
    body = good(request)
    connection.sendall(HEAD + b"Content-Length: %d\r\n\r\n" % (len(body) + 20) + body)


def same_length_twice(connection: socket.socket, request: Asked) -> None:
    """Say the length of the body in two headers."""
    body = good(request)
    connection.sendall(HEAD + 2 * (b"Content-Length: %d\r\n" % len(body)) + b"\r\n" + body)


def chunked(body: bytes) -> bytes:
    """A body as one chunk, without the one that ends all."""
    return b"%x\r\n%s\r\n" % (len(body), body)


def cut_chunk(body: bytes) -> bytes:
    """Half of a chunk."""
    return chunked(body)[: len(body) // 2]


CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n"


def drip(connection: socket.socket, first: bytes, again: bytes = b"a") -> None:
    """Send something, then a byte now and then."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    connection.sendall(first)
    for _ in range(DRIPS):
        time.sleep(PAUSE)
        connection.sendall(again)


def dripping(first: bytes) -> Step:
    """Read the request, then drip."""
    return lambda connection, request: drip(connection, first)


DRIPPING: Mapping[str, Step] = {
    "status line": dripping(b"HTTP/1.1 200 O"),
    "header": dripping(HEAD + b"X-Slow: "),
    "body": dripping(HEAD + b"Content-Length: 1000\r\n\r\n"),
    "chunk size": dripping(CHUNKED + b"\r\n"),
    # The head of a TLS record that announces more than will come.
    "TLS handshake": OnAccept(lambda connection: drip(connection, b"\x16\x03\x03\x40\x00")),
}


def kept(*, then: Callable[[socket.socket], None], asked: list[Asked] | None = None) -> Step:
    """Answer well, keep the connection, and end it: at once, or when ``asked`` has got the next request."""

    def step(connection: socket.socket, request: Asked) -> None:
        connection.sendall(answer(good(request), Connection="keep-alive"))
        if asked is not None:
            asked.append(received(connection))
        then(connection)

    return step


def keeping(asked: list[Asked]) -> Step:
    """Answer well as long as requests come on the connection; add those after the first to ``asked``."""

    def step(connection: socket.socket, request: Asked) -> None:
        while True:
            connection.sendall(answer(good(request), Connection="keep-alive"))
            request = received(connection)
            asked.append(request)

    return step


def and_closes(connection: socket.socket) -> None:
    """Close."""


def pointing(status: int, to: str) -> Step:
    """Point elsewhere, for the same question."""

    def step(connection: socket.socket, request: Asked) -> None:
        _, mark, query = request.target.partition("?")
        connection.sendall(redirect(status, to + mark + query))

    return step
