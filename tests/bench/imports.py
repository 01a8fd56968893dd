"""What importing both services costs, in whole processes, beside ``import drms`` of the usual DRMS client."""

from __future__ import annotations

import functools
import random
import sys
import tempfile
from pathlib import Path

from tests.bench.table import Row
from tests.bench.timing import CommandFailed, command, medians

TITLE = "Import, net over a bare interpreter (whole processes; theirs: import drms)"

PROGRAMS = {
    "bare": "pass",
    "ours": "from astrowire import drms, crds; drms.OPERATIONS; crds.OPERATIONS",
    "theirs": "import drms",
}
GOAL = 0.15
LIMIT = 0.045
"""Seconds over a bare interpreter."""


def measure(rounds: int, seed: int) -> list[Row]:
    """One row: both services with their operations against the peer."""
    name = "both services"
    with tempfile.TemporaryDirectory() as folder:
        # Users import from byte code: all contenders compile into this folder once and load from there.
        cached = [sys.executable, "-X", f"pycache_prefix={folder}/bytecode", "-c"]
        contenders = {
            program: functools.partial(command, [*cached, code], Path(folder))
            for program, code in PROGRAMS.items()
        }
        try:
            times = medians(contenders, rounds, random.Random(seed))
        except CommandFailed as failure:
            return [Row(name, None, None, GOAL, LIMIT, [str(failure)])]
    bare = times["bare"]
    remarks = [f"bare {bare * 1e3:.1f} ms"]
    return [Row(name, times["ours"] - bare, times["theirs"] - bare, GOAL, LIMIT, remarks)]
