"""The table of hostile servers: ``python -m tests.hostile.server.table`` writes SERVER.md.

Its rows are the cases of the test modules, which hold that they are true, and
those that wait for a surface.
"""

from __future__ import annotations

import importlib
from pathlib import Path

from .case import Case
from .waiting import WAITING

HERE = Path(__file__).parent
TABLE = HERE.parent / "SERVER.md"

GROUPS = {
    "R": ("Redirects and addresses in answers", 14),
    "N": ("Saved names", 18),
    "T": ("Tar files", 14),
    "Z": ("Decompression", 8),
    "J": ("JSON", 14),
    "I": ("Injection outwards", 10),
    "H": ("Headers", 8),
    "S": ("Secrets", 12),
    "D": ("Display", 10),
    "C": ("Code loading", 6),
    "L": ("TLS", 6),
    "X": ("Stand-in and explorer", 10),
}
"""Title, and how many cases there are at least."""

HEAD = """# Hostile servers: what they try, and what becomes of it

Written by `python -m tests.hostile.server.table`; a test holds that it is current. Each case is one test in
`tests/hostile/server/`, over real sockets of this machine; its name begins with the id. Whatever a case is
about, an exception must be of a class named here, and all that it shows must be printable and of bounded
length. *waits* marks what nothing of the package does yet.
"""


def cases() -> list[Case]:
    """All cases, those that wait too, in the order of the groups."""
    found = [Case(id_, tried, f"*waits* for {what}") for id_, (tried, what) in WAITING.items()]
    for path in sorted(HERE.glob("test_*.py")):
        module = importlib.import_module(f"{__package__}.{path.stem}")
        found += [
            test.case for test in vars(module).values() if isinstance(getattr(test, "case", None), Case)
        ]
    order = list(GROUPS)
    return sorted(found, key=lambda each: (order.index(each.id[0]), each.id))


def table() -> str:
    """The whole text of the table."""
    parts = [HEAD]
    for letter, (title, _) in GROUPS.items():
        rows = [each for each in cases() if each.id[0] == letter]
        parts.append(f"\n## {title}\n\n| id | tried | becomes |\n|---|---|---|\n")
        parts += [f"| {each.id} | {_cell(each.tried)} | {_cell(each.becomes)} |\n" for each in rows]
    return "".join(parts)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> None:
    """Write the table."""
    TABLE.write_text(table(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
