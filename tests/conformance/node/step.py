"""ajv, in Node, says what every case says."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conformance.running import ROOT, command, last_line

NEEDS: tuple[str, ...] = ("node", "npm")
HERE = Path(__file__).resolve().parent
FILES = ("package.json", "package-lock.json", "replay.mjs")


def run(build: Path) -> dict[str, object]:
    """The counts of the program, which lists what differs."""
    program = installed(build)
    return last_line(command(["node", program, ROOT / "generated", ROOT / "spec"]))


def installed(build: Path) -> Path:
    """The program in a folder of its own, with what it needs beside it."""
    for name in FILES:
        shutil.copyfile(HERE / name, build / name)
    lock = (HERE / "package-lock.json").read_bytes()
    mark = build / "node_modules" / ".installed"
    if not mark.is_file() or mark.read_bytes() != lock:
        command(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=build)
        mark.write_bytes(lock)
    return build / "replay.mjs"
