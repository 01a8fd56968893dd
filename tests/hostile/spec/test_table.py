"""SPEC.md lists every case with the outcome that it really has."""

from __future__ import annotations

from .cases import everything
from .lab import Lab
from .table import TABLE, table


def test_the_table_is_current(lab: Lab) -> None:
    written = TABLE.read_text(encoding="utf-8")
    assert written == table(lab), "run: python -m tests.hostile.spec.table"


def test_the_table_has_a_line_for_every_case() -> None:
    written = TABLE.read_text(encoding="utf-8")
    assert [case.id for case in everything() if f"| {case.id} |" not in written] == []


def test_canary_a_changed_line_is_noticed(lab: Lab) -> None:
    assert table(lab).replace("refused", "data", 1) != table(lab)
