"""In Go, santhosh-tekuri/jsonschema says of every case what the case says, and names what is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from tests.conformance import page, probing, tampered
from tests.conformance.running import ROOT, Failed, command, last_line

NEEDS: tuple[str, ...] = ("go",)
HERE = Path(__file__).resolve().parent


def run(build: Path) -> dict[str, object]:
    """Builds and lints the program, and runs it over all cases and probes; then the program of the page."""
    unformatted = command(["gofmt", "-l", "."], cwd=HERE)
    if unformatted:
        raise Failed(f"gofmt would write these otherwise: {unformatted}")
    command(["go", "vet", "."], cwd=HERE)
    program = built(HERE, build / "conformance")
    found: dict[str, Any] = last_line(command([program, "cases", ROOT / "generated", ROOT / "spec"]))
    found["disagreements"] += tampered.overlooked([program], build)
    found["disagreements"] += probing.differences("go", probing.ask([program, "probes"], build))
    found["disagreements"] += page.tried([shown(build / "shown")])
    return found


def built(folder: Path, program: Path) -> Path:
    """A program made of the module in a folder."""
    command(["go", "build", "-mod=readonly", "-o", program, "."], cwd=folder)
    return program


def shown(folder: Path) -> Path:
    """The program of the page, as ``gofmt`` would write it."""
    folder.mkdir(exist_ok=True)
    for name in ("go.mod", "go.sum"):
        shutil.copy(HERE / name, folder)
    (folder / "main.go").write_text(page.program("go"), encoding="utf-8")
    if command(["gofmt", "-l", "."], cwd=folder):
        raise Failed("gofmt would write the program of the page otherwise")
    return built(folder, folder / "validate")
