"""The servers that the TypeScript client is tried on: the stand-in, and every place of the fault matrix.

``python -m tests.conformance.typescript.servers`` writes one line of JSON that says where they are, and
serves until its input ends. The faults are had by asking a desk on the loopback interface: ``/open`` makes
the place of one row, ``/sends`` counts what arrived there, ``/close`` takes it away again.
"""

from __future__ import annotations

import contextlib
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, cast

from astrowire_runtime.testing import StandIn
from codegen import ir
from tests.faults.cases import EFFECTS, PROTOCOLS
from tests.faults.matrix import MATRIX
from tests.faults.places import Place, authority
from tests.stand_in import description, stand_in

PROXIES = "proxy"
"""In the words of faults that are about proxies: what ``fetch`` of Node 20 cannot be told of."""


def main() -> None:
    """Serve until the input ends."""
    package = description()
    with (
        tempfile.TemporaryDirectory() as folder,
        stand_in(package, any_origin=True) as server,
        Desk(package, server) as desk,
    ):
        file = Path(folder) / "authority.pem"
        authority().cert_pem.write_to_path(file)
        print(json.dumps({"desk": desk.url, "authority": str(file)}), flush=True)
        sys.stdin.read()


def examples(package: ir.Package, server: StandIn) -> Iterator[dict[str, Any]]:
    """Every example with an answer: what is asked, where, and what becomes of it."""
    for service in package.services:
        for operation in service.operations:
            for example in operation.examples:
                if example.answer is not None:
                    where = example.server if service.default_server is None else None
                    yield {
                        "service": service.name,
                        "operation": operation.name,
                        "name": example.name,
                        "arguments": dict(example.arguments),
                        "server": example.server,
                        "baseUrl": server.url(service.name, where or example.server),
                        "expect": example.expect,
                    }


def faults() -> Iterator[dict[str, Any]]:
    """Every case of the matrix in each protocol, with how it ends for Python."""
    for number, case in enumerate(MATRIX):
        for protocol in PROTOCOLS:
            endings = case.endings(protocol)
            if endings is not None and PROXIES not in case.fault:
                yield {
                    "id": number,
                    "row": case.row,
                    "fault": case.fault,
                    "protocol": protocol,
                    "endings": {effect: _ending(endings[effect]) for effect in EFFECTS},
                    "settings": dict(case.settings),
                    "realTime": case.real_time,
                    "maxBody": case.max_body,
                    "reads": case.reads,
                    "pointer": case.pointer,
                }


def _ending(ending: Any) -> dict[str, Any]:
    return {"kind": ending.kind and ending.kind.__name__, "sends": ending.sends}


@dataclass
class _Opened:
    place: Place
    manager: AbstractContextManager[Place]


class Desk:
    """Opens and closes places, one at a time, for a program that asks over HTTP."""

    def __init__(self, package: ir.Package, server: StandIn) -> None:
        self._answers: dict[str, Callable[[dict[str, Any]], Any]] = {
            "/examples": lambda _: list(examples(package, server)),
            "/faults": lambda _: list(faults()),
            "/open": self._open,
            "/sends": lambda _: self._sends(),
            "/close": lambda _: self._close(),
        }
        self._opened: _Opened | None = None
        self._http = _Http(self)
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}"

    def __enter__(self) -> Desk:
        Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._close()

    def answer(self, path: str, asked: dict[str, Any]) -> Any:
        """What is found at a path; ``LookupError`` if nothing is."""
        return self._answers[path](asked)

    def _open(self, asked: dict[str, Any]) -> dict[str, Any]:
        self._close()
        number: int = asked["id"]
        manager = MATRIX[number].where()
        self._opened = _Opened(manager.__enter__(), manager)
        return {"origin": self._opened.place.origin, "warm": self._opened.place.warm}

    def _sends(self) -> int | None:
        """Requests that arrived; connections, where none is ever read. ``fetch`` opens some for later."""
        place = self._opened and self._opened.place
        if not place or place.server is None:
            return None
        return (len(place.server.asked) or place.server.connections) + len(place.more)

    def _close(self) -> None:
        if self._opened is not None:
            opened, self._opened = self._opened, None
            opened.manager.__exit__(None, None, None)


class _Http(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        try:
            found = cast(_Http, self.server).desk.answer(self.path, json.loads(body or b"{}"))
            status, text = 200, json.dumps(found)
        except Exception as error:
            status, text = 500, json.dumps(repr(error))
        self.send_response(status)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        main()
