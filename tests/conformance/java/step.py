"""In Java, networknt's json-schema-validator says of every case what it says, and names what is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.conformance import page, probing, tampered
from tests.conformance.running import ROOT, command, last_line

NEEDS: tuple[str, ...] = ("java", "javac", "mvn")
HERE = Path(__file__).resolve().parent


def run(build: Path) -> dict[str, object]:
    """Builds the program, any warning being an error, and tries all cases, probes and the page's."""
    goals = ("compiler:compile", "dependency:build-classpath")
    options = (f"-Dfolder={build}", f"-Dmdep.outputFile={build / 'classpath'}")
    command(["mvn", "--batch-mode", "--quiet", *goals, *options], cwd=HERE)
    libraries = (build / "classpath").read_text(encoding="utf-8")
    program: list[str | Path] = ["java", "-cp", f"{build / 'classes'}:{libraries}", "conformance.Main"]
    found: dict[str, Any] = last_line(command([*program, "cases", ROOT / "generated", ROOT / "spec"]))
    found["disagreements"] += tampered.overlooked(program, build)
    found["disagreements"] += probing.differences("java", probing.ask([*program, "probes"], build))
    found["disagreements"] += page.tried(shown(build / "shown", libraries))
    return found


def shown(folder: Path, libraries: str) -> list[str | Path]:
    """The command that runs the program of the page."""
    folder.mkdir(exist_ok=True)
    (folder / "Validate.java").write_text(page.program("java"), encoding="utf-8")
    strict = ("-Xlint:all", "-Werror")
    command(["javac", *strict, "-cp", libraries, "-d", folder, folder / "Validate.java"])
    return ["java", "-cp", f"{folder}:{libraries}", "Validate"]
