"""Targets: one folder each, found by looking; adding a language touches nothing else.

A folder below this one with a module ``target`` that has ``emit(package, assets)``
is a target. It returns its files by path; the paths start with the target's name.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol, cast

from codegen import ir

HERE = Path(__file__).resolve().parent


class Assets:
    """Reads the recorded bytes that examples name."""

    def __init__(self, spec: Path) -> None:
        self._spec = spec

    def read(self, service: str, path: str) -> bytes:
        """The bytes of ``spec/<service>/<path>``, which the description has been checked to have."""
        return (self._spec / service / path).read_bytes()


class Target(Protocol):
    """What the module ``target`` of a target's folder offers."""

    def emit(self, package: ir.Package, assets: Assets) -> Mapping[str, str | bytes]:
        """All files of this target, by path."""
        ...


def names() -> list[str]:
    """The names of all targets."""
    return sorted(each.parent.name for each in HERE.glob("*/target.py"))


def target(name: str) -> Target:
    """One target by its name, which is one of ``names()``."""
    return cast(Target, importlib.import_module(f"codegen.emit.{name}.target"))
