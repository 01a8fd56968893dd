"""In Rust, the jsonschema crate says of every case what the case says, and names what is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.conformance import page, probing, tampered
from tests.conformance.running import ROOT, Failed, command, last_line

NEEDS: tuple[str, ...] = ("cargo",)
HERE = Path(__file__).resolve().parent
STRICT = ("--", "--deny", "warnings", "--warn", "clippy::pedantic")


def run(build: Path) -> dict[str, object]:
    """Builds and lints the program, and runs it over all cases and probes; then the program of the page."""
    program = built(HERE, build, "conformance")
    found: dict[str, Any] = last_line(command([program, "cases", ROOT / "generated", ROOT / "spec"]))
    found["disagreements"] += tampered.overlooked([program], build)
    found["disagreements"] += probing.differences("rust", probing.ask([program, "probes"], build))
    found["disagreements"] += page.tried([shown(build)])
    return found


def built(folder: Path, build: Path, name: str) -> Path:
    """The program made of the package in a folder, linted with what the toolchain has."""
    places = {"CARGO_TARGET_DIR": str(build)}
    command(["cargo", "build", "--quiet", "--locked"], cwd=folder, environment=places)
    if _has("fmt"):
        command(["cargo", "fmt", "--check"], cwd=folder)
    if _has("clippy"):
        command(["cargo", "clippy", "--quiet", "--locked", *STRICT], cwd=folder, environment=places)
    return build / "debug" / name


def _has(tool: str) -> bool:
    """Whether the toolchain has an optional tool."""
    try:
        command(["cargo", tool, "--version"], cwd=HERE)
    except Failed:
        return False
    return True


def shown(build: Path) -> Path:
    """The program of the page, in a package with the same dependencies."""
    folder = build / "shown"
    (folder / "src").mkdir(parents=True, exist_ok=True)
    for name in ("Cargo.toml", "Cargo.lock"):
        text = (HERE / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace('name = "conformance"', 'name = "shown"'), encoding="utf-8")
    (folder / "src" / "main.rs").write_text(page.program("rust"), encoding="utf-8")
    return built(folder, build, "shown")
