"""The requests that a stand-in has seen, in the order of their answers."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator

from .exchange import Exchange


class Journal:
    """A list of exchanges that several connections write and a test reads; the oldest fall out."""

    def __init__(self, limit: int) -> None:
        self._lock = threading.Lock()
        self._entries: deque[Exchange] = deque(maxlen=limit)

    def add(self, exchange: Exchange) -> None:
        with self._lock:
            self._entries.append(exchange)

    def clear(self) -> None:
        """Forget everything seen so far."""
        with self._lock:
            self._entries.clear()

    def entries(self, operation: str | None = None) -> list[Exchange]:
        """What was seen so far: everything, or one operation (``""``: what was no operation)."""
        with self._lock:
            found = list(self._entries)
        return [entry for entry in found if operation is None or entry.operation == operation]

    def __iter__(self) -> Iterator[Exchange]:
        return iter(self.entries())

    def __len__(self) -> int:
        return len(self.entries())

    def __getitem__(self, index: int) -> Exchange:
        return self.entries()[index]
