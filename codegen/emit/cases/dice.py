"""Chance that falls alike on every machine and in every Python."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Draws that depend on a text alone.

    Only ``Random.random`` is used, which Python promises never to change for a seed.

    >>> Dice("a").below(1000) == Dice("a").below(1000)
    True
    """

    def __init__(self, seed: str) -> None:
        self._random = Random(int.from_bytes(sha256(seed.encode()).digest()[:8], "big")).random

    def below(self, limit: int) -> int:
        """One of 0 … limit - 1."""
        return int(self._random() * limit)

    def pick(self, several: Sequence[T]) -> T:
        """One of several."""
        return several[int(self._random() * len(several))]

    def chance(self, likely: float) -> bool:
        """True in this part of all cases."""
        return self._random() < likely

    def mixed(self, several: Sequence[T]) -> list[T]:
        """All of them, in another order."""
        found = list(several)
        for at in range(len(found) - 1, 0, -1):
            other = int(self._random() * (at + 1))
            found[at], found[other] = found[other], found[at]
        return found
