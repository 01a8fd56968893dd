"""The corpus of a target: one file of JSON lines, one input each, readable in a diff."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

from . import decoder, loader, recordset

TARGETS: dict[str, ModuleType] = {"decoder": decoder, "loader": loader, "recordset": recordset}


def replayed(target: ModuleType) -> list[bytes]:
    """The inputs that are kept."""
    lines = target.CORPUS.read_text(encoding="ascii").splitlines()
    return [target.read(json.loads(line)) for line in lines]


def write(target: ModuleType, inputs: Iterable[bytes], file: Path | None = None) -> int:
    """Write inputs in the order of their lines, each once; return how many."""
    lines = sorted({json.dumps(target.written(each)) for each in inputs})
    (file or target.CORPUS).write_text("".join(f"{line}\n" for line in lines), encoding="ascii")
    return len(lines)
