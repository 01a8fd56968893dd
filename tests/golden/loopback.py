"""A server on loopback that gives prepared answers, one after the other, and notes what it was asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote


class Loopback:
    """What the tests see of the server."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.answers: list[bytes] = []
        self.paths: list[str] = []
        self.queries: list[list[tuple[str, str]]] = []
        self.calls: list[dict[str, Any]] = []

    def will_answer(self, *bodies: str | bytes) -> None:
        """Prepare bodies; what earlier tests left is dropped."""
        self.answers = [each.encode() if isinstance(each, str) else each for each in bodies]
        self.paths, self.queries, self.calls = [], [], []

    def will_return(self, *results: Any, error: Any = None) -> None:
        """Prepare JSON-RPC answers; their id is that of the call."""
        self.will_answer(
            *(json.dumps({"error": error, "jsonrpc": "1.0", "id": "@id", "result": each}) for each in results)
        )

    def note(self, target: str, body: bytes) -> bytes:
        path, _, query = target.partition("?")
        self.paths.append(path)
        pairs = (each.partition("=") for each in query.split("&") if each)
        self.queries.append([(unquote(name), unquote(value)) for name, _, value in pairs])
        answer = self.answers.pop(0)
        if body:
            self.calls.append(json.loads(body))
            answer = answer.replace(b'"@id"', str(self.calls[-1]["id"]).encode())
        return answer


@contextmanager
def loopback() -> Iterator[Loopback]:
    """Serve until the end of the block."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            answer = seen.note(self.path, body)
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        do_POST = do_GET

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    seen = Loopback(f"http://127.0.0.1:{server.server_port}/")
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield seen
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
