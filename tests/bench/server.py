"""A server of tiny answers: ``python -m tests.bench.server`` prints its port and serves until its input ends.

``GET`` is answered as by a CGI, ``POST`` as by a JSON-RPC server, with the
request's own id. Connections are kept.
"""

from __future__ import annotations

import json
import socket
import sys
import threading

SUMMARY = b'{"count":7,"runtime":0.25,"status":0}'
CONTEXT = "jwst_1464.pmap"


def main() -> None:
    """Listen, say where, and go on until the starting process closes our input."""
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    threading.Thread(target=_accept, args=(listener,), daemon=True).start()
    sys.stdin.read()


def _accept(listener: socket.socket) -> None:
    while True:
        connection, _ = listener.accept()
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        threading.Thread(target=_serve, args=(connection,), daemon=True).start()


def _serve(connection: socket.socket) -> None:
    """Answer the requests of one connection."""
    with connection, connection.makefile("rb") as incoming:
        while line := incoming.readline():
            length = 0
            while (header := incoming.readline()) not in {b"\r\n", b""}:
                name, _, value = header.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            body = incoming.read(length)
            connection.sendall(_answer(body) if line.startswith(b"POST") else _response(SUMMARY))


def _answer(body: bytes) -> bytes:
    answer = {"error": None, "jsonrpc": "1.0", "id": json.loads(body)["id"], "result": CONTEXT}
    return _response(json.dumps(answer).encode())


def _response(body: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


if __name__ == "__main__":
    main()
