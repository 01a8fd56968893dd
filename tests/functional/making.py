"""Descriptions to packages in temporary folders: what the functional tests of the generator share."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module, invalidate_caches
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "spec"
RUNTIME = ROOT / "codegen" / "runtime"
GOLDEN_SPEC = ROOT / "tests" / "golden" / "spec"


@dataclass(frozen=True)
class Done:
    """What a command said, and how it ended."""

    status: int
    out: list[str]
    err: str


def codegen(*arguments: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> Done:
    """Run ``python -m codegen`` as a user does: in a process of its own."""
    return python("-m", "codegen", *arguments, cwd=cwd, env={"PYTHONPATH": str(ROOT), **(env or {})})


def python(*arguments: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> Done:
    """Run Python in a process of its own."""
    command = [sys.executable, *map(str, arguments)]
    environment = {**os.environ, **(env or {})}
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return Done(done.returncode, done.stdout.splitlines(), done.stderr)


def generate(spec: Path, out: Path, *more: str) -> Path:
    """Generate into a folder, which must succeed."""
    done = codegen("generate", "--spec", spec, "--out", out, *more)
    assert (done.status, done.err) == (0, ""), "\n".join([*done.out, done.err])
    return out


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder with a hash of its bytes; caches of Python left out."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


@contextmanager
def imported(folder: Path, name: str) -> Iterator[ModuleType]:
    """Import a package from a folder, and forget it and all its modules afterwards."""
    assert name not in sys.modules, f"{name} would not be imported anew"
    sys.path.insert(0, str(folder))
    invalidate_caches()
    try:
        yield import_module(name)
    finally:
        sys.path.remove(str(folder))
        for each in [module for module in sys.modules if f"{module}.".startswith(f"{name}.")]:
            del sys.modules[each]
