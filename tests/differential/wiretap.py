"""A loopback server that keeps what it is asked and gives one prepared answer."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Wiretap:
    """``asked`` holds path with query, and body, of every request."""

    url: str = ""
    answer: bytes = field(default=b"{}", repr=False)
    asked: list[tuple[str, bytes]] = field(default_factory=list, repr=False)


@contextmanager
def wiretap() -> Iterator[Wiretap]:
    """Run the server for the length of a ``with`` block."""
    tap = Wiretap()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(tap))
    tap.url = f"http://127.0.0.1:{server.server_address[1]}/"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield tap
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(tap: Wiretap) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # Head and body leave in one packet, else each answer waits for an acknowledgement.

        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            tap.asked.append((self.path, body))
            answer = _with_id_of(body, tap.answer)
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None:
            """Keep quiet."""

    return Handler


def _with_id_of(call: bytes, answer: bytes) -> bytes:
    """A JSON-RPC answer carries the id of its call; other answers stay as they are, byte for byte."""
    if not call.startswith(b"{"):
        return answer
    return json.dumps({**json.loads(answer), "id": json.loads(call)["id"]}).encode()
