"""OUTCOMES.md lists every recorded answer with the outcome that it really has."""

from __future__ import annotations

from .reading import all_samples
from .table import TABLE, table


def test_the_table_is_current() -> None:
    written = TABLE.read_text(encoding="utf-8")
    assert written == table(), "run: python -m tests.recorded.table"


def test_the_table_names_every_file() -> None:
    written = TABLE.read_text(encoding="utf-8")
    names = {
        sample.id.partition("-")[0] if "errors__" in sample.id else sample.id for sample in all_samples()
    }
    assert {name for name in names if f"| {name} |" not in written} == set()


def test_canary_a_changed_line_is_noticed() -> None:
    assert table().replace("SeriesError", "NoError", 1) != table()
