"""What a step of ``make conformance`` is, how one is run, and what steps share.

A step is a folder beside this file with a module ``step``: its docstring says what
it shows, ``NEEDS`` names the programs that it calls, and ``run(build)`` does the
work below the folder ``build`` and returns its counts. A step that finds something
lists it under ``disagreements``; one that cannot go on raises ``Failed``.
"""

from __future__ import annotations

import ast
import importlib
import json
import os
import shutil
import signal
import subprocess
import time
import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
BUILD = ROOT / "build" / "conformance"
KEPT = 8000
"""Characters of a failed program's output that a reader gets to see: its end."""

Outcome = Literal["passed", "failed", "skipped"]


@dataclass(frozen=True, slots=True)
class Program:
    """Where a program comes from when it is not there, and how it tells its version."""

    package: str
    """The package of Debian and Ubuntu."""
    version: tuple[str, ...] = ("--version",)
    advice: str = ""
    """What to know before installing it."""


PROGRAMS = {
    "cargo": Program("cargo", advice="the Rust project's own installer has newer ones"),
    "chromium": Program("chromium"),
    "curl": Program("curl"),
    "go": Program("golang-go", ("version",), "the Go project's own archive has newer ones"),
    "java": Program("default-jdk-headless"),
    "javac": Program("default-jdk-headless"),
    "mvn": Program("maven", ("--batch-mode", "--version")),
    "node": Program("nodejs", advice="version 20 or newer"),
    "npm": Program("npm"),
}


class Failed(Exception):
    """An expected way to fail; the message is for people."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, its module by name, and the programs that it calls."""

    name: str
    module: str
    needs: tuple[str, ...]

    def lacking(self) -> list[str]:
        """The programs that are not on ``PATH``."""
        return [each for each in self.needs if shutil.which(each) is None]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a step; ``reason`` is for people, ``counts`` are those that the step returned."""

    name: str
    outcome: Outcome
    seconds: float
    reason: str = ""
    counts: Mapping[str, Any] = field(default_factory=dict)

    def line(self) -> str:
        """One line of JSON, ASCII alone.

        >>> Result("go", "passed", 1.25, counts={"bodies": 3, "disagreements": []}).line()
        '{"step": "go", "outcome": "passed", "seconds": 1.2, "bodies": 3, "disagreements": []}'
        """
        said: dict[str, Any] = {"step": self.name, "outcome": self.outcome, "seconds": round(self.seconds, 1)}
        if self.reason:
            said["reason"] = self.reason
        counts = dict(self.counts)
        found = counts.pop("disagreements", [])
        return json.dumps(said | counts | {"disagreements": found})


def find(folder: Path = HERE, package: str = "tests.conformance") -> list[Step]:
    """All steps by name: folders below ``folder``, which is imported as ``package``.

    ``NEEDS`` is read from the text, for a step may import what its own ``run`` has not installed yet.
    """
    return [
        Step(path.parent.name, f"{package}.{path.parent.name}.step", _needs(path))
        for path in sorted(folder.glob("*/step.py"))
    ]


def _needs(path: Path) -> tuple[str, ...]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        match node:
            case ast.Assign([ast.Name("NEEDS")], value) | ast.AnnAssign(
                ast.Name("NEEDS"), _, ast.expr() as value
            ):
                return tuple(ast.literal_eval(value))
            case _:
                continue
    return ()


def carried_out(step: Step, build: Path = BUILD, *, ci: bool | None = None) -> Result:
    """Run one step. What it needs and is not there makes it skipped, or failed where ``CI=true`` is set."""
    must_run = os.environ.get("CI") == "true" if ci is None else ci
    lacking = step.lacking()
    if lacking:
        return Result(step.name, "failed" if must_run else "skipped", 0.0, advice(lacking))
    folder = build / step.name
    folder.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    try:
        counts = dict(importlib.import_module(step.module).run(folder))
        found = counts.setdefault("disagreements", [])
        json.dumps(counts)
    except Failed as failure:
        return Result(step.name, "failed", time.monotonic() - started, str(failure))
    except Exception:
        return Result(step.name, "failed", time.monotonic() - started, traceback.format_exc())
    reason = f"{len(found)} disagreements" if found else ""
    return Result(step.name, "failed" if found else "passed", time.monotonic() - started, reason, counts)


def advice(lacking: Iterable[str]) -> str:
    """What is missing, and how it is installed on Debian and Ubuntu.

    >>> advice(["go"])
    "go is not on PATH (apt-get install golang-go; the Go project's own archive has newer ones)"
    """
    said: list[str] = []
    for name in lacking:
        program = PROGRAMS.get(name)
        how = f"apt-get install {program.package}" if program else "no package is known for it"
        more = f"; {program.advice}" if program and program.advice else ""
        said.append(f"{name} is not on PATH ({how}{more})")
    return ", ".join(said)


def packages(steps: Iterable[Step]) -> list[str]:
    """The packages of Debian that bring what the steps need and is not there."""
    lacking = {name for step in steps for name in step.lacking()}
    return sorted({PROGRAMS[name].package for name in lacking if name in PROGRAMS})


def origins(steps: Iterable[Step]) -> list[str]:
    """Where each program that the steps need comes from: its version and its path, one line each."""
    lines: list[str] = []
    for name in sorted({name for step in steps for name in step.needs}):
        path = shutil.which(name)
        if path is None:
            lines.append(advice([name]))
            continue
        options = PROGRAMS[name].version if name in PROGRAMS else ("--version",)
        said = command([path, *options], timeout=60).strip().splitlines() or ["no version"]
        lines.append(f"{name}: {said[0]}, {Path(path).resolve()}")
    return lines


def command(
    arguments: Sequence[str | Path],
    *,
    cwd: Path | None = None,
    timeout: float = 600,
    environment: Mapping[str, str] | None = None,
) -> str:
    """Run a program and return what it wrote to its output.

    ``environment`` is added to that of this process. Anything but status 0 within ``timeout`` seconds raises
    ``Failed`` with the command and the end of what it wrote; nothing that it started goes on after that.
    """
    words = [str(each) for each in arguments]
    try:
        process = subprocess.Popen(
            words,
            cwd=cwd,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="backslashreplace",
            start_new_session=True,
        )
    except OSError as error:
        raise Failed(f"{words[0]} does not start: {error}") from error
    with process:
        try:
            written, told = process.communicate(timeout=timeout)
        except BaseException as error:
            os.killpg(process.pid, signal.SIGKILL)
            written, told = process.communicate()
            if isinstance(error, subprocess.TimeoutExpired):
                raise Failed(_told(words, f"took more than {timeout:g} seconds", written, told)) from None
            raise
    if process.returncode:
        raise Failed(_told(words, f"ended with status {process.returncode}", written, told))
    return written


def _told(words: Sequence[str], what: str, *outputs: str) -> str:
    ends = [each.strip()[-KEPT:] for each in outputs if each.strip()]
    return "\n".join([f"{' '.join(words)} {what}", *ends])


def last_line(output: str) -> dict[str, Any]:
    """The object that a program wrote as its last line, as JSON.

    Raises ``Failed`` where there is none.

    >>> last_line('building\\n{"bodies": 3}\\n')
    {'bodies': 3}
    """
    lines = output.strip().splitlines()
    try:
        found = json.loads(lines[-1]) if lines else None
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise Failed(f"no line of JSON at the end of the output: {output[-KEPT:]!r}")
    return found
