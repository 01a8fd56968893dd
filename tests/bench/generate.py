"""What a whole run of the generator costs beside ``openapi-python-client`` on a document of 25 operations."""

from __future__ import annotations

import functools
import itertools
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

import yaml

from tests.bench.openapi_document import document
from tests.bench.plan import Plan
from tests.bench.table import Findings, Goal, rows
from tests.bench.timing import NOT_INSTALLED, Contender, command

NAME = "generate"
TITLE = "Generate, whole processes from YAML to formatted files (theirs: 25 operations, 60 schemas)"
NAMES = (NAME,)

ROOT = Path(__file__).resolve().parents[2]
PEER = "openapi-python-client"
ALONE = "Python alone"


def measure(plan: Plan, findings: Findings) -> None:
    """The Python package, and everything, to a new folder against the peer's document to a new folder.

    All start from YAML; Python is formatted with the ruff of this environment.
    """
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        described = folder / "openapi.yaml"
        described.write_text(yaml.safe_dump(document(), sort_keys=False), encoding="utf-8")
        numbers = itertools.count()
        theirs = functools.partial(_theirs, folder, numbers, described)
        contenders: dict[str, Contender] = {
            ALONE: functools.partial(_ours, folder, numbers, "--target", "python"),
            "ours": functools.partial(_ours, folder, numbers),
            PEER: theirs if find_spec("openapi_python_client") else NOT_INSTALLED,
        }
        measured = plan.figures(NAME, contenders, 5)
    alone = [Goal(PEER, at_most=1 / 3)]
    findings.add(rows("generate the Python package", measured, alone, ours=ALONE, beside=()))
    findings.add(rows("generate everything in spec/", measured, [Goal(ALONE, more=0.5)]))


def _ours(folder: Path, numbers: itertools.count[int], *options: str) -> None:
    """Generate into a folder that does not exist yet."""
    out = folder / f"ours-{next(numbers)}"
    program = [sys.executable, "-m", "codegen", "generate", "--out", str(out), *options]
    command(program, ROOT, Path(sys.executable).parent)


def _theirs(folder: Path, numbers: itertools.count[int], described: Path) -> None:
    """The same for the peer, with the options it has by default."""
    out = folder / f"theirs-{next(numbers)}"
    program = [sys.executable, "-m", "openapi_python_client", "generate"]
    arguments = ["--path", str(described), "--output-path", str(out)]
    command([*program, *arguments], folder, Path(sys.executable).parent)
