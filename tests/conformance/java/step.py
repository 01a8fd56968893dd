"""In Java, networknt's json-schema-validator says of every case what the case says, and names what is wrong."""

from __future__ import annotations

from pathlib import Path

from tests.conformance.running import ROOT, command, last_line

NEEDS: tuple[str, ...] = ("java", "javac", "mvn")
HERE = Path(__file__).resolve().parent
MAIN = "conformance.Main"


def run(build: Path) -> dict[str, object]:
    """Builds the program, any warning being an error, and runs it over all cases."""
    return last_line(command([*built(build), "cases", ROOT / "generated", ROOT / "spec"]))


def built(build: Path) -> list[str]:
    """The command that runs the program."""
    paths = build / "classpath"
    goals = ("compiler:compile", "dependency:build-classpath")
    options = (f"-Dfolder={build}", f"-Dmdep.outputFile={paths}")
    command(["mvn", "--batch-mode", "--quiet", *goals, *options], cwd=HERE)
    return ["java", "-cp", f"{build / 'classes'}:{paths.read_text(encoding='utf-8')}", MAIN]
