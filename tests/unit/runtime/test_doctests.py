"""The examples in the docstrings of the runtime and of the generator are true."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
FOLDERS = {
    "astrowire_runtime": ROOT / "codegen" / "runtime" / "astrowire_runtime",
    "codegen": ROOT / "codegen",
}


def modules() -> list[str]:
    """Every module of the two packages, by its dotted name."""
    found: list[str] = []
    for package, folder in FOLDERS.items():
        for path in sorted(folder.rglob("*.py")):
            relative = path.relative_to(folder)
            if package == "codegen" and relative.parts[0] == "runtime":
                continue
            names = [package, *relative.with_suffix("").parts]
            found.append(".".join(names[:-1] if names[-1] == "__init__" else names))
    return [name for name in found if not name.endswith("__main__")]


MODULES = modules()


@pytest.mark.parametrize("name", MODULES)
def test_examples_are_true(name: str) -> None:
    found = doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS)
    assert found.failed == 0


def test_there_are_examples() -> None:
    finder = doctest.DocTestFinder()
    tested = [
        name for name in MODULES if any(each.examples for each in finder.find(importlib.import_module(name)))
    ]
    assert len(tested) > 10, tested
