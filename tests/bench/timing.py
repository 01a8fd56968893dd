"""Medians of contenders that take turns."""

from __future__ import annotations

import gc
import os
import random
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import repeat
from pathlib import Path

Call = Callable[[], object]

SHORTEST_TURN = 0.002
"""Seconds: a turn of a quick contender repeats its call until it takes about this long."""


class CommandFailed(Exception):
    """A command that was to be timed exited with an error; the text is the end of what it printed."""


def medians(contenders: Mapping[str, Call], rounds: int, rng: random.Random) -> dict[str, float]:
    """Seconds per call of each contender: the median over rounds in which each has one turn.

    One untimed call comes first, so that caches are filled and a failure shows
    before anything is measured.
    """
    repeats = {name: _repeats(call) for name, call in contenders.items()}
    order = list(contenders)
    times: dict[str, list[float]] = {name: [] for name in order}
    for _ in range(rounds):
        rng.shuffle(order)
        for name in order:
            times[name].append(_turn(contenders[name], repeats[name]))
    return {name: statistics.median(values) for name, values in times.items()}


def _repeats(call: Call) -> int:
    """How often a call must be repeated for a turn that the clock can resolve."""
    call()
    single = min(_turn(call, 1) for _ in range(3))
    return max(1, round(SHORTEST_TURN / max(single, 1e-7)))


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


def command(arguments: Sequence[str], folder: Path, path: Path | None = None) -> None:
    """Run a command in a folder; ``path`` comes first where it looks for other programs."""
    environment = dict(os.environ)
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
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()
        raise CommandFailed(f"exit status {done.returncode}: {said[-1] if said else 'no output'}")
