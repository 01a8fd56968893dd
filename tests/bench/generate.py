"""What a whole run of the generator costs beside ``openapi-python-client`` on a document of 25 operations."""

from __future__ import annotations

import functools
import itertools
import random
import sys
import tempfile
from pathlib import Path

import yaml

from tests.bench.openapi_document import document
from tests.bench.table import Row
from tests.bench.timing import CommandFailed, command, medians

TITLE = "Generate (whole processes; theirs: openapi-python-client, 25 operations, 60 schemas)"

ROOT = Path(__file__).resolve().parents[2]
GOAL = 1 / 3


def measure(rounds: int, seed: int) -> list[Row]:
    """One row: everything in ``spec`` to a new folder against the peer's document to a new folder.

    Both start from YAML and format what they write with the ruff of this
    environment.
    """
    name = "everything in spec/"
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        described = folder / "openapi.yaml"
        described.write_text(yaml.safe_dump(document(), sort_keys=False), encoding="utf-8")
        numbers = itertools.count()
        contenders = {
            "ours": functools.partial(_ours, folder, numbers),
            "theirs": functools.partial(_theirs, folder, numbers, described),
        }
        try:
            times = medians(contenders, rounds, random.Random(seed))
        except CommandFailed as failure:
            return [Row(name, None, None, GOAL, remarks=[str(failure)])]
    return [Row(name, times["ours"], times["theirs"], GOAL)]


def _ours(folder: Path, numbers: itertools.count[int]) -> None:
    """Generate into a folder that does not exist yet."""
    out = folder / f"ours-{next(numbers)}"
    command(
        [sys.executable, "-m", "codegen", "generate", "--out", str(out)], ROOT, Path(sys.executable).parent
    )


def _theirs(folder: Path, numbers: itertools.count[int], described: Path) -> None:
    """The same for the peer, with the options it has by default."""
    out = folder / f"theirs-{next(numbers)}"
    program = [sys.executable, "-m", "openapi_python_client", "generate"]
    arguments = ["--path", str(described), "--output-path", str(out)]
    command([*program, *arguments], folder, Path(sys.executable).parent)
