"""Figures of contenders that take turns: medians and quartiles."""

from __future__ import annotations

import gc
import os
import random
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from pathlib import Path
from typing import Literal

Call = Callable[[], object]
Contender = Call | str
"""What is timed; a text says why a contender can't take part."""

NOT_INSTALLED = "not installed"

Unit = Literal["s", "B"]

SHORTEST_TURN = 0.02
"""Seconds: a turn of a quick contender repeats its call until it takes about this long."""

PATIENCE = 8.0
"""Seconds that one contender may take over all its turns, three turns aside."""

FEWEST_TURNS = 3


class CommandFailed(Exception):
    """A command that was to be timed exited with an error; the text is the end of what it printed."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What one contender took: the median of its turns, and the quartiles around it."""

    median: float
    low: float
    high: float
    turns: int
    unit: Unit = "s"

    def __truediv__(self, other: Figure) -> float:
        """The ratio of the medians."""
        return self.median / other.median if other.median else float("inf")

    def less(self, other: Figure) -> Figure:
        """What is left over the median of another figure."""
        floor = other.median
        return Figure(self.median - floor, self.low - floor, self.high - floor, self.turns, self.unit)

    def per(self, count: int) -> Figure:
        """The share of one of ``count`` equal parts."""
        return Figure(self.median / count, self.low / count, self.high / count, self.turns, self.unit)


Figures = Mapping[str, Figure | str]
"""By contender; a text says why there is none."""


def figure(values: Sequence[float], unit: Unit = "s") -> Figure:
    """The figure of some values.

    >>> figure([4.0, 1.0, 2.0, 3.0, 5.0])
    Figure(median=3.0, low=2.0, high=4.0, turns=5, unit='s')
    """
    low, middle, high = (
        statistics.quantiles(values, n=4, method="inclusive") if len(values) > 1 else [values[0]] * 3
    )
    return Figure(middle, low, high, len(values), unit)


@dataclass(slots=True)
class _Runner:
    """A contender with the number of its turns and of its calls per turn."""

    call: Call
    turns: int
    calls: int
    times: list[float] = field(default_factory=list[float])

    def has_turn(self, number: int, rounds: int) -> bool:
        """Whether it takes part in a round: a slow contender skips some, spread over all of them."""
        return (number + 1) * self.turns // rounds > number * self.turns // rounds


def figures(
    contenders: Mapping[str, Contender], rounds: int, rng: random.Random, *, quick: bool = False
) -> dict[str, Figure | str]:
    """Seconds per call of each contender.

    One untimed call comes first, so that caches are filled and a failure shows
    before anything is measured; a contender that fails there is left out, with
    its error in place of a figure. A ``quick`` one has a single turn of a
    single call, to see that it works.
    """
    runners: dict[str, _Runner] = {}
    left_out: dict[str, str] = {}
    for name, contender in contenders.items():
        if isinstance(contender, str):
            left_out[name] = contender
            continue
        try:
            runners[name] = _only_once(contender) if quick else _runner(contender, rounds)
        except Exception as error:
            left_out[name] = said(error)
    order = list(runners)
    for number in range(0 if quick else rounds):
        rng.shuffle(order)
        for name in order:
            runner = runners[name]
            if runner.has_turn(number, rounds):
                runner.times.append(_turn(runner.call, runner.calls))
    return {name: figure(runners[name].times) if name in runners else left_out[name] for name in contenders}


def _only_once(call: Call) -> _Runner:
    """A contender that had its only turn."""
    start = time.perf_counter()
    call()
    return _Runner(call, 1, 1, [time.perf_counter() - start])


def said(error: Exception) -> str:
    """An error in one line."""
    lines = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[0]}" if lines else type(error).__name__


def _runner(call: Call, rounds: int) -> _Runner:
    """A contender that is warm; a turn of a quick one has as many calls as the clock needs."""
    single = _turn(call, 1)
    if single * FEWEST_TURNS < PATIENCE:
        single = _turn(call, 1)
    if single < SHORTEST_TURN:
        single = min(single, _turn(call, 1), _turn(call, 1))
    affordable = max(FEWEST_TURNS, int(PATIENCE / max(single, 1e-7)))
    return _Runner(call, min(rounds, affordable), max(1, round(SHORTEST_TURN / max(single, 1e-7))))


def _turn(call: Call, times: int) -> float:
    """Seconds per call. The collector runs before and stays on; freeing a single result is not timed."""
    gc.collect()
    result: object = None
    start = time.perf_counter()
    for _ in repeat(None, times):
        result = call()
    elapsed = time.perf_counter() - start
    del result
    return elapsed / times


def command(
    arguments: Sequence[str], folder: Path, path: Path | None = None, *, bytecode: bool = True
) -> str:
    """Run a command in a folder and return what it prints; ``path`` comes first where it looks for programs.

    With ``bytecode`` the command may write compiled modules, as users' programs do.
    """
    environment = dict(os.environ)
    if bytecode:
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if path is not None:
        environment["PATH"] = os.pathsep.join([str(path), environment.get("PATH", os.defpath)])
    done = subprocess.run(
        arguments,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        lines = (done.stderr.strip() or done.stdout.strip()).splitlines()
        raise CommandFailed(f"exit status {done.returncode}: {lines[-1] if lines else 'no output'}")
    return done.stdout
