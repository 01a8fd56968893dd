"""FAULTS.md lists every fault with what really becomes of it."""

from __future__ import annotations

import json

from .cases import PROTOCOLS
from .matrix import MATRIX, WAITING
from .peers import FILE, cases, names
from .table import TABLE, table


def test_the_table_is_current() -> None:
    written = TABLE.read_text(encoding="utf-8")
    assert written == table(), "run: python -m tests.faults.table"


def test_the_table_names_every_case_and_every_row_that_waits() -> None:
    written = TABLE.read_text(encoding="utf-8")
    for each in [*MATRIX, *WAITING]:
        assert f"| {each.row} | {each.fault} |" in written


def test_the_peers_were_tried_on_every_case() -> None:
    found = json.loads(FILE.read_text(encoding="utf-8"))
    assert list(found) == list(names().values())
    for protocol in PROTOCOLS:
        missing = set(cases(protocol)) ^ set(found[names()[protocol]])
        assert missing == set(), "run: python -m tests.faults.peers"


def test_canary_a_changed_line_is_noticed() -> None:
    assert table().replace("Ambiguous", "NoError", 1) != table()
