"""The HTTP half of the stand-in: one loopback port, both services, a journal."""

from __future__ import annotations

import re
import socket
import sys
import threading
from collections.abc import Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, cast
from urllib.parse import unquote, urlsplit

from .crds import Crds
from .discretion import discreet
from .drms import Drms
from .exchange import NOT_FOUND, Answer, Exchange, Reply, Request, Service
from .journal import Journal
from .recording import Recording

_HOST = "127.0.0.1"
_LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})


class StandIn:
    """Serves recordings on a free port of this machine while its ``with`` block runs.

    ``max_request`` bounds the body of a request, ``journal_limit`` the number of exchanges that are
    kept, ``keep_secrets`` keeps addresses and passwords in them too; ``log`` writes one line per request,
    without its query, to standard error; ``any_origin`` lets pages of every origin ask (CORS), which the
    real servers do not say. A fault of the stand-in itself is answered with status 500 and raised at the end
    of the block.
    """

    def __init__(
        self,
        recordings: Iterable[Recording] = (),
        *,
        max_request: int = 16 * 2**20,
        journal_limit: int = 10_000,
        keep_secrets: bool = False,
        log: bool = False,
        any_origin: bool = False,
    ) -> None:
        by_service: dict[str, list[Recording]] = {"drms": [], "crds": []}
        for recording in recordings:
            if recording.service not in by_service:
                where = f"recording {recording.label!r}"
                raise ValueError(f"{where}: the stand-in has no service {recording.service!r}")
            by_service[recording.service].append(recording)
        self._services: list[Service] = [Drms(by_service["drms"]), Crds(by_service["crds"])]
        self.journal = Journal(journal_limit)
        self.keep_secrets = keep_secrets
        self.max_request = max_request
        self.log = log
        self.any_origin = any_origin
        self._faults: list[Exception] = []
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> StandIn:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        if error is None and self._faults:
            raise RuntimeError(f"the stand-in failed: {self._faults[0]!r}") from self._faults[0]

    def start(self) -> None:
        """Open the port and serve in a background thread."""
        if self._server is not None:
            raise RuntimeError("the stand-in is already running")
        self._server = _Server(self)
        serve = self._server.serve_forever
        self._thread = threading.Thread(target=serve, args=(0.02,), daemon=True, name="stand-in")
        self._thread.start()

    def close(self) -> None:
        """Close the port and every open connection; doing it twice is fine."""
        if self._server is None or self._thread is None:
            return
        self._server.shutdown()
        self._server.server_close()
        self._server.hang_up()
        self._thread.join()
        self._server = self._thread = None

    @property
    def port(self) -> int:
        """The port in use."""
        if self._server is None:
            raise RuntimeError("the stand-in is not running; use it in a with block or call start()")
        return int(self._server.server_address[1])

    def url(self, service: str, server: str | None = None) -> str:
        """The base URL of a service: what a client takes as ``base_url``."""
        for offered in self._services:
            if offered.name == service:
                return f"http://{_HOST}:{self.port}{offered.base(server)}"
        raise ValueError(f"the stand-in has no service {service!r}")

    def saw(self, operation: str) -> int:
        """How many requests for an operation came in."""
        return len(self.journal.entries(operation))

    def respond(self, request: Request) -> Answer:
        """The answer to one request, also written into the journal."""
        service, answer = "", Answer(NOT_FOUND)
        secrets = frozenset[str]().union(*(offered.secrets for offered in self._services))
        try:
            for offered in self._services:
                found = offered.answer(request)
                if found is not None:
                    service, answer, secrets = offered.name, found, offered.secrets
                    break
        except Exception as problem:  # noqa: BLE001 - whatever it is, it is answered, kept and raised at the end
            self._faults.append(problem)
            answer = Answer(Reply(500, "text/plain", f"the stand-in failed: {problem!r}\n".encode()))
        exchange = Exchange(
            method=request.method,
            target=request.target,
            headers=request.headers,
            body=request.body,
            service=service,
            operation=answer.operation,
            understood=answer.understood,
            recording=answer.recording,
            status=answer.reply.status,
            content_type=answer.reply.content_type,
            answer=answer.reply.body,
        )
        self.journal.add(exchange if self.keep_secrets else discreet(exchange, secrets))
        return answer


class _Server(ThreadingHTTPServer):
    """A threading server that can be closed at once, whatever its connections do."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = False
    request_queue_size = 128

    def __init__(self, stand_in: StandIn) -> None:
        self.stand_in = stand_in
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        super().__init__((_HOST, 0), _Handler)

    def server_bind(self) -> None:
        """Bind without asking the name service who we are, which can take seconds."""
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = _HOST, int(self.server_address[1])

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, address = super().get_request()
        with self._lock:
            self._open.add(connection)
        return connection, address

    def shutdown_request(self, request: Any) -> None:
        with self._lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """End the connections that clients keep alive."""
        with self._lock:
            left = list(self._open)
        for connection in left:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that go away in mid-sentence are no news."""
        if self.stand_in.log:
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """Reads one request after another from a connection and writes the answers."""

    protocol_version = "HTTP/1.1"
    server_version, sys_version = "stand-in", ""
    disable_nagle_algorithm = True
    wbufsize = -1
    timeout = 60

    @property
    def _stand_in(self) -> StandIn:
        return cast("_Server", self.server).stand_in

    def do_GET(self) -> None:
        self._serve()

    def do_HEAD(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def do_OPTIONS(self) -> None:
        """What browsers ask before a page may ask."""
        if self._stand_in.any_origin:
            self._write(Answer(Reply(204)))
        else:
            self.send_error(501, "Unsupported method ('OPTIONS')")

    def _serve(self) -> None:
        problem = self._refusal()
        if problem is not None:
            self.close_connection = True
            self._write(Answer(problem))
            return
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        if len(body) < length:
            self.close_connection = True
            return
        address, mark, query = self.path.partition("?")
        request = Request(
            method=self.command,
            target=self.path,
            path=unquote(urlsplit(address).path if "://" in address else address),
            query=query.encode("latin-1") if mark else None,
            headers={name.lower(): value for name, value in self.headers.items()},
            body=body,
        )
        self._write(self._stand_in.respond(request))

    def _refusal(self) -> Reply | None:
        """What is wrong with a request before anyone looks at what it asks."""
        for name in ("Host", "Content-Length"):
            if len(self.headers.get_all(name, [])) > 1:
                return Reply(400, "text/plain", f"the request has several {name} headers\n".encode())
        host = (self.headers.get("Host") or "localhost").rpartition(":")
        if (host[0] if host[1] and host[2].isdigit() else "".join(host)).lower() not in _LOCAL_NAMES:
            return Reply(403, "text/plain", b"the stand-in answers this machine only\n")
        if self.headers.get("Transfer-Encoding"):
            return Reply(411, "text/plain", b"the stand-in needs a Content-Length\n")
        length = (self.headers.get("Content-Length") or "0").strip()
        if not (length.isascii() and length.isdigit()) or len(length) > 18:
            return Reply(400, "text/plain", b"Content-Length is not a number\n")
        if int(length) > self._stand_in.max_request:
            return Reply(413, "text/plain", b"the request is larger than the stand-in takes\n")
        return None

    def _write(self, answer: Answer) -> None:
        reply = answer.reply
        self.send_response(reply.status)
        if reply.status != 204:
            self.send_header("Content-Type", reply.content_type)
            self.send_header("Content-Length", str(len(reply.body)))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Stand-In", "recording" if answer.recording is not None else "no recording")
        if self._stand_in.any_origin:
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Headers", "Accept, Content-Type")
            self.send_header("Access-Control-Expose-Headers", "Retry-After, X-Stand-In")
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD" and reply.status != 204:
            self.wfile.write(reply.body)

    def log_message(self, format: str, *args: Any) -> None:
        if self._stand_in.log:
            # What was asked may hold addresses, and anything else that a request line can.
            text = re.sub(r"\?\S*", "?...", format % args)
            sys.stderr.write(f"stand-in: {text if text.isprintable() else ascii(text)}\n")
