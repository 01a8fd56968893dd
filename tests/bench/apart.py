"""What is measured in processes of its own: peaks of memory, and decoding without numpy."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec

from tests.bench import records, views
from tests.bench.columns import ARROW, LAZY, PANDAS
from tests.bench.inside import PROCESS
from tests.bench.plan import Plan
from tests.bench.table import Findings, Goal, rows
from tests.bench.timing import NOT_INSTALLED, CommandFailed, Figure, command, figure

NAME = "memory"
TITLE = "In processes of their own: decoding without numpy, and peak memory beyond the body"
NAMES = ("memory", "without_numpy")

ROOT = Path(__file__).resolve().parents[2]

MEASURED = (views.DRMS, "json.loads", LAZY, ARROW, PANDAS)
GOALS = {
    (2, PANDAS): Goal(views.DRMS, at_most=0.6),
    (3, ARROW): Goal(views.DRMS, at_most=0.3),
}
"""By number of the size, and contender."""
TURNS = {2: 3, 3: 1}
"""Processes per contender; their peaks differ by a few kilobytes."""


def measure(plan: Plan, findings: Findings) -> None:
    """The large record set without numpy and its peaks, then the peaks of the huge one."""
    if plan.wants(*NAMES):
        with _written(plan, 2) as file:
            if plan.wants("without_numpy"):
                _without_numpy(plan, findings, file)
            if plan.wants(NAME):
                _memory(plan, findings, 2, file)
    if plan.wants(NAME):
        with _written(plan, 3) as file:
            _memory(plan, findings, 3, file)


@contextmanager
def _written(plan: Plan, number: int) -> Generator[Path]:
    """A file with a record set."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "body.json"
        file.write_bytes(records.body(plan.rng("rs_list"), plan.sizes.records[number]))
        yield file


def _inside(*arguments: str) -> dict[str, object]:
    """What another process measures."""
    printed = command([sys.executable, "-m", "tests.bench.inside", *arguments], ROOT)
    found: dict[str, object] = json.loads(printed)
    return found


def _without_numpy(plan: Plan, findings: Findings, file: Path) -> None:
    work = f"rs_list {plan.sizes.records[2]:,} typed, no numpy"
    rounds, quick = str(plan.rounds or 9), "quick" if plan.quick else ""
    measured: Mapping[str, Figure | str]
    try:
        printed = _inside("plain", str(file), rounds, f"{plan.seed} plain", quick)
        measured = msgspec.convert(printed, dict[str, Figure | str])
    except CommandFailed as failure:
        measured = {"ours": str(failure), "json.loads": str(failure)}
    findings.add(rows(work, measured, [Goal("json.loads", at_most=0.8)]))


def _memory(plan: Plan, findings: Findings, number: int, file: Path) -> None:
    """The contenders one after the other; each has the machine's memory for itself."""
    turns = 1 if plan.quick else TURNS[number]
    measured = {name: _peak(name, file, turns) for name in MEASURED}
    for name in (LAZY, ARROW, PANDAS):
        goal = [GOALS[number, name]] if (number, name) in GOALS else []
        beside = (views.DRMS, "json.loads")
        work = f"peak, rs_list {plan.sizes.records[number]:,}: {name}"
        findings.add(rows(work, measured, goal, ours=name, beside=beside))


def _peak(name: str, file: Path, turns: int) -> Figure | str:
    """The largest size of a contender's process, or why it is not known."""
    if not (PROCESS / "clear_refs").exists():
        return "not on this system"
    try:
        peaks = [_inside("memory", name, str(file))["peak"] for _ in range(turns)]
    except CommandFailed as failure:
        return NOT_INSTALLED if str(failure).endswith(NOT_INSTALLED) else str(failure)
    return figure([float(str(peak)) for peak in peaks], "B")
