"""Waits of a client that take no time, and a clock that only they move."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Time:
    """A clock that stands still but for what is slept, and the list of what was slept."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def clock(self) -> float:
        """The time."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.slept.append(seconds)
        self.now += seconds


def quick(client: Any, *, sleep: Callable[[float], None] | None = None, chance: float = 1.0) -> Any:
    """The client, with waits that take no time unless ``sleep`` is given."""
    client._retry.sleep = sleep or (lambda seconds: None)
    client._retry.chance = lambda: chance
    return client
