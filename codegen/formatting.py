"""Formats generated Python with ruff, isolated from whatever settings are around.

One run over a temporary folder for all files: starting ruff costs more than its work.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

OPTIONS = (
    "--isolated", "--no-cache", "--quiet", "--no-respect-gitignore", "--target-version", "py311",
    "--config", "line-length=110", "--config", "exclude=[]", "--config", "src=[]",
)  # fmt: skip
IMPORTS = (
    "--config", "lint.isort.detect-same-package=false",
    "--config", "lint.isort.split-on-trailing-comma=false",
)  # fmt: skip
"""The import sorter judges by names alone, so the result is the same everywhere."""


class FormattingFailed(RuntimeError):
    """Ruff refused a file, which means that an emitter made something that is no Python."""


def format_python(files: Mapping[str, str], first_party: tuple[str, ...] = ()) -> dict[str, str]:
    """The same files, unused imports removed, imports sorted, formatted; examples in docstrings too.

    ``first_party``: packages outside the files that are sorted beside their own.

    >>> format_python({"a.py": "import os\\nx = {'a':1}\\n"})
    {'a.py': 'x = {"a": 1}\\n'}
    """
    if not files:
        return {}
    with tempfile.TemporaryDirectory(prefix="codegen-") as folder:
        root = Path(folder).resolve()
        for path, text in files.items():
            place = root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(text.encode("utf-8"))
        known = f"lint.isort.known-first-party={json.dumps(sorted(first_party))}"
        _ruff(["check", *OPTIONS, "--fix", "--select", "I,F401", *IMPORTS, "--config", known, "."], root)
        _ruff(["format", *OPTIONS, "--config", "format.docstring-code-format=true", "."], root)
        return {path: (root / path).read_bytes().decode("utf-8") for path in files}


def _command() -> list[str]:
    beside = Path(sys.executable).parent / "ruff"
    if beside.is_file():
        return [str(beside)]
    found = shutil.which("ruff")
    return [found] if found else [sys.executable, "-m", "ruff"]


def _ruff(arguments: list[str], folder: Path) -> None:
    done = subprocess.run([*_command(), *arguments], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().replace(str(folder), "")
        raise FormattingFailed(f"ruff {arguments[0]} refused the generated code:\n{said}")
