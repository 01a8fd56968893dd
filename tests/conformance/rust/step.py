"""In Rust, the jsonschema crate says of every case what the case says, and names what is wrong."""

from __future__ import annotations

from pathlib import Path

from tests.conformance.running import ROOT, Failed, command, last_line

NEEDS: tuple[str, ...] = ("cargo",)
HERE = Path(__file__).resolve().parent


def run(build: Path) -> dict[str, object]:
    """Builds the program, lints it with what the toolchain has, and runs it over all cases."""
    places = {"CARGO_TARGET_DIR": str(build)}
    command(["cargo", "build", "--quiet", "--locked"], cwd=HERE, environment=places)
    if _has("fmt"):
        command(["cargo", "fmt", "--check"], cwd=HERE)
    if _has("clippy"):
        strict = ("--", "--deny", "warnings", "--warn", "clippy::pedantic")
        command(["cargo", "clippy", "--quiet", "--locked", *strict], cwd=HERE, environment=places)
    program = build / "debug" / "conformance"
    return last_line(command([program, "cases", ROOT / "generated", ROOT / "spec"]))


def _has(tool: str) -> bool:
    """Whether the toolchain has an optional tool."""
    try:
        command(["cargo", tool, "--version"], cwd=HERE)
    except Failed:
        return False
    return True
