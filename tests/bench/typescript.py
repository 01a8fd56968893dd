"""How long the largest answer takes to decode in the TypeScript package, in Node, beside ``JSON.parse``."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from tests.bench.payloads import Payload, file_info_map
from tests.bench.plan import Plan
from tests.bench.table import Findings, Goal, rows
from tests.bench.timing import NOT_INSTALLED, Figure, figure
from tests.conformance.running import BUILD
from tests.conformance.typescript import step

NAME = "typescript"
TITLE = "The TypeScript package in Node: body to checked value"
NAMES = (NAME,)

PARSE = "JSON.parse"
TURNS = 31
PROGRAM = "speed.mjs"


def measure(plan: Plan, findings: Findings) -> None:
    """Build the package as it is published, install it in an empty project, and decode a catalogue there."""
    work = f"get_file_info_map {plan.sizes.files[-1]:,}, TypeScript"
    measured: dict[str, Figure | str] = dict.fromkeys(("ours", PARSE), NOT_INSTALLED)
    if not plan.quick and all(map(shutil.which, ("node", "npm"))):
        turns = _turns(_project(), _body(plan), plan.rounds or TURNS)
        measured = {
            "ours": figure([each / 1000 for each in turns["decode"]]),
            PARSE: figure([each / 1000 for each in turns["parse"]]),
        }
    findings.add(rows(work, measured, [Goal(PARSE, at_most=1.3)]))


def _body(plan: Plan) -> bytes:
    """A catalogue in its envelope."""
    files = plan.sizes.files[-1]
    payload = Payload("file_info_map", "crds", "get_file_info_map", lambda rng, _: file_info_map(rng, files))
    return payload.written(file_info_map(plan.rng(NAME), files))


def _project() -> Path:
    """A project that has nothing but the packed package, and programs."""
    build = BUILD.parent / "bench" / "typescript"
    build.mkdir(parents=True, exist_ok=True)
    step.install_tools(build)
    step.replace(step.PACKAGE, build / "package")
    return step.install_packed(build, step.pack(build, build / "package"))


def _turns(project: Path, body: bytes, rounds: int) -> dict[str, list[float]]:
    """Milliseconds of every turn, by what was done."""
    done = subprocess.run(
        ["node", PROGRAM, str(rounds)], cwd=project, input=body, capture_output=True, timeout=600, check=True
    )
    found: dict[str, list[float]] = json.loads(done.stdout)
    return found
