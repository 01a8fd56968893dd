"""In Go, santhosh-tekuri/jsonschema says of every case what the case says, and names what is wrong."""

from __future__ import annotations

from pathlib import Path

from tests.conformance.running import ROOT, Failed, command, last_line

NEEDS: tuple[str, ...] = ("go",)
HERE = Path(__file__).resolve().parent


def run(build: Path) -> dict[str, object]:
    """Builds the program, lints it and runs it over all cases."""
    unformatted = command(["gofmt", "-l", "."], cwd=HERE)
    if unformatted:
        raise Failed(f"gofmt would write these otherwise: {unformatted}")
    command(["go", "vet", "."], cwd=HERE)
    program = build / "conformance"
    command(["go", "build", "-mod=readonly", "-o", program, "."], cwd=HERE)
    return last_line(command([program, "cases", ROOT / "generated", ROOT / "spec"]))
