"""A server on loopback that gives prepared answers, one after the other, and notes what it was asked."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import unquote

from tests.functional.loopback import Asked, answer, serving


class Loopback:
    """What the tests see of the server."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.answers: list[bytes] = []
        self.paths: list[str] = []
        self.queries: list[list[tuple[str, str]]] = []
        self.calls: list[dict[str, Any]] = []
        self.asked: list[Asked] = []

    def will_answer(self, *bodies: str | bytes) -> None:
        """Prepare bodies; what earlier tests left is dropped."""
        self.answers = [each.encode() if isinstance(each, str) else each for each in bodies]
        self.paths, self.queries, self.calls, self.asked = [], [], [], []

    def will_return(self, *results: Any, error: Any = None) -> None:
        """Prepare JSON-RPC answers; their id is that of the call."""
        self.will_answer(
            *(json.dumps({"error": error, "jsonrpc": "1.0", "id": "@id", "result": each}) for each in results)
        )

    def note(self, request: Asked) -> bytes:
        path, _, query = request.target.partition("?")
        body = request.body
        self.asked.append(request)
        self.paths.append(path)
        pairs = (each.partition("=") for each in query.split("&") if each)
        self.queries.append([(unquote(name), unquote(value)) for name, _, value in pairs])
        prepared = self.answers.pop(0)
        if body.startswith(b"{"):
            self.calls.append(json.loads(body))
            prepared = prepared.replace(b'"@id"', str(self.calls[-1]["id"]).encode())
        return prepared


@contextmanager
def loopback() -> Iterator[Loopback]:
    """Serve until the end of the block."""

    def step(connection: socket.socket, request: Asked) -> None:
        connection.sendall(answer(seen.note(request)))

    with serving(step) as server:
        seen = Loopback(f"{server.origin}/")
        yield seen
