"""The table of cases and what happens: ``python -m tests.hostile.spec.table`` writes SPEC.md.

The outcomes are those that the generator has; the test of the table compares the file
with them.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from .cases import Case, everything
from .lab import Lab

TABLE = Path(__file__).parents[1] / "SPEC.md"

HEAD = """# Hostile descriptions and what becomes of them

Written by `python -m tests.hostile.spec.table`; a test holds that it is current. *data*: everything is
generated, and the text or value is in the output as a literal, a docstring or a name of JSON, and nowhere
else. *refused*: the rules that the problems name, each with file and line; nothing is written. Where a case
is tried in several places, *data or refused* says that some take it and the others refuse it.
"""
GROUPS = {
    "A": "Texts that break out of literals",
    "B": "Names",
    "C": "Syntax of templates",
    "D": "Output",
    "E": "YAML",
    "F": "References",
    "G": "Regular expressions",
    "H": "Sizes",
    "I": "Keys that name code",
    "J": "Surroundings",
}


def table(lab: Lab) -> str:
    """The whole text of the table."""
    lines = [HEAD]
    group = ""
    for case in everything():
        if case.id[0] != group:
            group = case.id[0]
            lines.append(
                f"\n## {group}: {GROUPS[group]}\n\n| id | what is tried | what happens |\n|---|---|---|\n"
            )
        lines.append(_row(case, lab.tried(case)))
    return "".join(lines)


def _row(case: Case, outcome: str) -> str:
    return f"| {case.id} | {_cell(case.says)} | {_cell(outcome)} |\n"


def _cell(text: str) -> str:
    return (
        text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("*", "\\*")
        .replace("__", "\\_\\_")
        .replace("<", "&lt;")
    )


def main() -> None:
    """Write the table beside the folder of this module."""
    with tempfile.TemporaryDirectory(prefix="hostile-") as home:
        TABLE.write_text(table(Lab(Path(home))), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
