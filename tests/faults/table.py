"""The table of faults and what becomes of them: ``python -m tests.faults.table`` writes FAULTS.md.

What this package does is found by running the matrix, what others do is read
from peers.json; the test of the table compares the file with both.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from .cases import EFFECTS, PROTOCOLS, Case
from .matrix import BY_HAND, MATRIX, WAITING
from .peers import FILE, names
from .running import seen

TABLE = Path(__file__).with_name("FAULTS.md")

HEAD = """# Faults, and what becomes of them

Written by `python -m tests.faults.table`; a test holds that it is current. The columns of `{drms}` and
`{crds}` are data, found by `python -m tests.faults.peers` (some minutes) and kept in `peers.json`.

Ours: the class that a call ends in, and how often it is sent by a client with three attempts. Three numbers
are those of an operation that reads, of one whose repetition the server recognises (`dedup`: the identical
request once more, after five seconds), and of one that writes.

Theirs, with a timeout of two seconds where one can be set: the class of the exception, *accepted*, or *hangs*
(goes on after five seconds). A dash: the fault does not exist there.

| row | fault | DRMS | CRDS | {drms} | {crds} |
|---|---|---|---|---|---|
"""

BY_HAND_HEAD = """
## Rows that are no fault of a server

| row | fault | tested in |
|---|---|---|
"""

WAITING_HEAD = """
## Rows that wait

| row | fault | waits for |
|---|---|---|
"""


def table() -> str:
    """The whole text of the table."""
    peers = json.loads(FILE.read_text(encoding="utf-8"))
    return "".join(
        [
            HEAD.format(**names()),
            *(_row(case, peers) for case in MATRIX),
            BY_HAND_HEAD,
            *(_line(row, fault, where) for row, (fault, where) in BY_HAND.items()),
            WAITING_HEAD,
            *(_line(each.row, each.fault, each.waits_for) for each in WAITING),
        ]
    )


def _row(case: Case, peers: Mapping[str, Mapping[str, str]]) -> str:
    ours = [_ours(case, protocol) for protocol in PROTOCOLS]
    theirs = [peers[names()[protocol]].get(str(case), "-") for protocol in PROTOCOLS]
    return _line(case.row, case.fault, *ours, *theirs)


def _ours(case: Case, protocol: str) -> str:
    if case.endings(protocol) is None:
        return "-"
    runs = [seen(case, protocol, effect) for effect in EFFECTS]
    kinds = ["answer" if run.kind is None else run.kind.__name__ for run in runs]
    sends = [str(run.sends) for run in runs]
    if len(set(kinds)) > 1:
        return ", ".join(f"{kind} {count}" for kind, count in zip(kinds, sends, strict=True))
    return f"{kinds[0]} {sends[0] if len(set(sends)) == 1 else ' / '.join(sends)}"


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"


def main() -> None:
    """Write the table beside this module."""
    TABLE.write_text(table(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
