"""What a run measures, how often, and at which sizes."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass

from tests.bench.timing import Contender, Figure, figures

SEED = 20261121
"""Of the payloads' values and of the order of the contenders."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the payloads are."""

    records: tuple[int, ...] = (1_000, 10_000, 100_000, 1_000_000)
    """Of record sets: small, middling, large, huge."""
    files: tuple[int, ...] = (100, 1_000, 10_000, 20_000)
    """Of the catalogue."""
    series: int = 3_000
    keywords: int = 120
    headers: int = 5_000
    calls: int = 200
    """Calls over loopback in one turn."""


FULL = Sizes()
QUICK = Sizes(records=(3, 5, 8, 13), files=(2, 3, 4, 5), series=4, keywords=4, headers=3, calls=2)
"""To see that everything runs; the figures mean nothing."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What was asked for on the command line."""

    only: frozenset[str] = frozenset()
    rounds: int | None = None
    sizes: Sizes = FULL
    seed: int = SEED

    @property
    def quick(self) -> bool:
        """Whether the figures mean nothing."""
        return self.sizes is QUICK

    def wants(self, *names: str) -> bool:
        """Whether one of these was asked for."""
        return not self.only or not self.only.isdisjoint(names)

    def figures(self, name: str, contenders: Mapping[str, Contender], usual: int) -> dict[str, Figure | str]:
        """The figures of a work that has ``usual`` rounds by default."""
        order = self.rng(f"{name} order")
        return figures(contenders, self.rounds or usual, order, quick=self.quick)

    def rng(self, name: str) -> random.Random:
        """Random numbers of one work: the same whatever else is measured."""
        return random.Random(f"{self.seed} {name}")
