"""The command line: ``python -m tests.bench [--only NAME ...] [--rounds N]``."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import metadata

from tests.bench import decode, generate, imports
from tests.bench.payloads import PAYLOADS
from tests.bench.table import Row, render

SEED = 20261121
"""Of the payloads' values and of the order of the contenders."""


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for on the command line."""

    only: frozenset[str]
    rounds: int | None

    def wants(self, name: str) -> bool:
        """Whether a table, or one payload of the decode table, was asked for."""
        return not self.only or name in self.only


def options(arguments: Sequence[str] | None = None) -> Options:
    """Read the command line."""
    names = ["decode", "import", "generate", *(payload.name for payload in PAYLOADS)]
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--only", action="append", choices=names, default=[], help="measure this (repeatable)"
    )
    parser.add_argument("--rounds", type=int, help="rounds per table (default 9, 15 and 5)")
    parsed = parser.parse_args(arguments)
    rounds: int | None = parsed.rounds
    if rounds is not None and rounds < 1:
        parser.error(f"--rounds is {rounds}; it must be at least 1")
    return Options(frozenset(parsed.only), rounds)


def conditions() -> str:
    """One line on machine and versions, without which the numbers mean little."""
    peers = ("astrowire", "msgspec", "orjson", "drms", "openapi-python-client", "ruff")
    versions = [f"{peer} {version}" for peer in peers if (version := installed(peer))]
    machine = f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} CPUs"
    return f"{machine}, {platform.system()} {platform.machine()}; {', '.join(versions)}"


def installed(distribution: str) -> str | None:
    """The version of a distribution, if it is installed."""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None


def main() -> int:
    """Measure what was asked for and print one table each; the exit status is always 0."""
    chosen = options()
    print(conditions())
    rows: list[Row] = []
    payloads = [each for each in PAYLOADS if chosen.wants(each.name) or chosen.wants("decode")]
    tables: list[tuple[bool, str, Callable[[], list[Row]]]] = [
        (bool(payloads), decode.TITLE, lambda: decode.measure(payloads, chosen.rounds or 9, SEED)),
        (chosen.wants("import"), imports.TITLE, lambda: imports.measure(chosen.rounds or 15, SEED)),
        (chosen.wants("generate"), generate.TITLE, lambda: generate.measure(chosen.rounds or 5, SEED)),
    ]
    for wanted, title, measure in tables:
        if wanted:
            print(f"\n{title}", flush=True)
            measured = measure()
            print(render(measured), flush=True)
            rows += measured
    missed = [row.name for row in rows if row.verdict == "MISS"]
    print(
        f"\n{len(rows) - len(missed)} of {len(rows)} goals met"
        + (f"; missed: {', '.join(missed)}" if missed else "")
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
