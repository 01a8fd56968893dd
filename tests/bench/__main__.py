"""The command line: ``python -m tests.bench``; ``--help`` lists what may be asked for."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tests.bench import record
from tests.bench.plan import FULL, QUICK, Plan
from tests.bench.sections import SECTIONS, measured
from tests.bench.table import Findings, heading

DEFAULT = record.ROOT / "build" / "bench.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for, print the table and write the results; the exit status is always 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="How fast things are.")
    names = sorted({name for section in SECTIONS for name in section.names})
    parser.add_argument(
        "--only", action="append", choices=names, default=[], help="measure this (repeatable)"
    )
    parser.add_argument("--rounds", type=int, help="rounds of every work, in place of its usual number")
    parser.add_argument("--quick", action="store_true", help="tiny payloads, to see that everything runs")
    parser.add_argument("--json", type=Path, default=DEFAULT, metavar="FILE", help="where the results go")
    parser.add_argument(
        "--record", action="store_true", help="also the committed results, picture and README"
    )
    parsed = parser.parse_args(arguments)
    if parsed.rounds is not None and parsed.rounds < 1:
        parser.error(f"--rounds is {parsed.rounds}; it must be at least 1")
    if parsed.record and (parsed.quick or parsed.only):
        parser.error("--record is for whole runs; leave out --quick and --only")
    plan = Plan(frozenset(parsed.only), parsed.rounds, QUICK if parsed.quick else FULL)
    results = run(plan)
    record.write(parsed.json, results)
    print(f"results are in {parsed.json}")
    if parsed.record:
        record.record(results)
        print(f"recorded in {record.RECORD.name}, {record.PICTURE.name} and {record.README.name}")
    return 0


def run(plan: Plan) -> dict[str, object]:
    """Measure, print the table line by line, and return the results; a section that breaks off says why."""
    started = time.perf_counter()
    findings = Findings()
    conditions = record.conditions()
    findings.say(record.in_words(conditions))
    findings.say(heading())
    for section in SECTIONS:
        if not plan.wants(*section.names):
            continue
        if plan.quick:
            findings.take(measured(section, plan))
        else:
            # Late in a process, works pay for the memory that others left behind: each section has its own.
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
                findings.take(process.submit(measured, section, plan).result())
    for line in findings.summary():
        findings.say(line)
    if plan.quick:
        findings.say("quick: everything ran once at a tiny size; the figures mean nothing")
    findings.say(f"{(time.perf_counter() - started) / 60:.1f} minutes")
    return record.results(conditions, findings)


if __name__ == "__main__":
    sys.exit(main())
