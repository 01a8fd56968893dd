"""A quick server with a few faults: ``python -m tests.faults.busy SEED SHARE`` prints its port and serves.

Connections are kept. Whether a request meets a fault, and which, depends on the
seed, on the question, and on how often it was asked, not on the order of threads.
When its input ends it prints how often each question arrived, and how many
faults were made.
"""

from __future__ import annotations

import json
import random
import socket
import sys
import threading
from collections import Counter

from tests.functional.loopback import Asked, answer

from .questions import answer_to, number_of

KEPT = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
WRONG: dict[str, bytes] = {
    "closed": b"",
    "500": answer(b"", 500),
    "503": answer(b"", 503),
    "429": answer(b"", 429),
    "empty": answer(b""),
    "page": answer(b"<html>Down</html>"),
    "cut": KEPT[:-2] % 99 + b'{"count":',
    "no HTTP": b"220 smtp.example.org\r\n",
    "not JSON": answer(b'{"count":NaN}'),
}


class Busy:
    """The server, and what it was asked."""

    def __init__(self, seed: str, share: float) -> None:
        self.seed, self.share = seed, share
        self.asked: Counter[int] = Counter()
        self.faults = 0
        self._lock = threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)

    def accept(self) -> None:
        """Answer connections for ever."""
        while True:
            connection, _ = self.listener.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, connection.makefile("rb") as stream:
            while line := stream.readline():
                method, target, _ = line.decode("ascii").split(" ")
                length = 0
                while (header := stream.readline()) not in {b"\r\n", b""}:
                    if header[:15].lower() == b"content-length:":
                        length = int(header[15:])
                request = Asked(method, target, {}, stream.read(length))
                wrong = self._wrong(number_of(request))
                if wrong is not None:
                    connection.sendall(wrong)
                    return
                body = answer_to(request)
                connection.sendall(KEPT % (len(body), body))

    def _wrong(self, number: int) -> bytes | None:
        with self._lock:
            self.asked[number] += 1
            lot = random.Random(f"{self.seed} {number} {self.asked[number]}")
            if lot.random() >= self.share:
                return None
            self.faults += 1
            return WRONG[lot.choice(list(WRONG))]


def main() -> None:
    """Listen, say where, and go on until the starting process closes our input."""
    busy = Busy(sys.argv[1], float(sys.argv[2]))
    print(busy.listener.getsockname()[1], flush=True)
    threading.Thread(target=busy.accept, daemon=True).start()
    sys.stdin.read()
    print(json.dumps({"asked": busy.asked, "faults": busy.faults}), flush=True)


if __name__ == "__main__":
    main()
