"""Columns: every cell, mask and type equals the slow reference, whichever way is taken."""

from __future__ import annotations

import warnings
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from astrowire_runtime.columns import Column, ColumnLayout

from . import columns_made as made
from .answers import decide
from .columns_compare import (
    CHECKS,
    NAME,
    column,
    converted,
    same_arrow,
    same_astropy,
    same_list,
    same_numpy,
    same_pandas,
)
from .columns_reference import expected
from .columns_ways import WAYS, changed

DECLARED = st.sampled_from([None, None, None, "integer", "number", "time", "text"])
each_way = pytest.mark.parametrize("way", WAYS)


@each_way
@given(data=st.data())
def test_every_cell_equals_the_reference(way: str, data: st.DataObject) -> None:
    drawn = data.draw(made.columns())
    declared = data.draw(DECLARED)
    wanted = expected(drawn.values, made.KEYWORD_WORDS, declared)
    order = data.draw(st.permutations(["list", *CHECKS]))
    kept = data.draw(st.sampled_from(["Raw", "bytes", "memoryview"]))
    with changed(way):
        shared = column(drawn.values, drawn.text, declared, kept) if data.draw(st.booleans()) else None
        for check in order:
            one = shared if shared is not None else column(drawn.values, drawn.text, declared, kept)
            if check == "list":
                same_list(one, drawn.values, wanted)
            else:
                converted(check, one, wanted)


@each_way
@given(data=st.data())
def test_without_arrow_nothing_changes(way: str, data: st.DataObject) -> None:
    drawn = data.draw(made.columns())
    declared = data.draw(DECLARED)
    wanted = expected(drawn.values, made.KEYWORD_WORDS, declared)
    with changed(way, ["pyarrow"]):
        for check in (name for name in CHECKS if "arrow" not in name):
            converted(check, column(drawn.values, drawn.text, declared), wanted)


@each_way
@given(data=st.data())
def test_without_numpy_lists_kinds_and_words_are_the_same(way: str, data: st.DataObject) -> None:
    drawn = data.draw(made.columns())
    declared = data.draw(DECLARED)
    wanted = expected(drawn.values, made.KEYWORD_WORDS, declared)
    with changed(way, ["numpy", "pyarrow"]):
        same_list(column(drawn.values, drawn.text, declared), drawn.values, wanted)


# Whole answers.

WORDS_OF_TYPES = {"integer": "longlong", "number": "double", "time": "time", "text": "string"}


@each_way
@given(data=st.data())
def test_the_columns_of_an_answer_equal_the_reference(way: str, data: st.DataObject) -> None:
    rows = data.draw(st.sampled_from([0, 1, 3, 300, 1100]))
    drawn = data.draw(st.lists(made.columns([rows]), min_size=1, max_size=4))
    declared = {f"K{number}": data.draw(DECLARED) for number in range(len(drawn))}
    types = {name: WORDS_OF_TYPES[kind] for name, kind in declared.items() if kind}
    with changed(way):
        verdict = decide("drms.rs_list", answer(rows, [each.text for each in drawn]))
        assert verdict.accepted, verdict
        table = verdict.result.declare(types or None)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = [table.to_numpy(), table.to_arrow(), table.to_pandas(), table.to_astropy()]
        for (name, kind), each in zip(declared.items(), drawn, strict=True):
            wanted = expected(each.values, made.KEYWORD_WORDS, kind)
            same_list(table.columns[name], each.values, wanted)
            same_numpy(found[0][name], wanted)
            same_arrow(found[1][name].combine_chunks(), wanted)
            same_pandas(found[2][name], wanted)
            same_astropy(found[3][name], wanted)


def answer(rows: int, arrays: Sequence[bytes]) -> bytes:
    """An answer with these arrays as its keywords K0, K1 and so on."""
    records = [b'{"name":"K%d","values":%b}' % (number, array) for number, array in enumerate(arrays)]
    return b'{"keywords":[%b],"segments":[],"links":[],"count":%d,"status":0}' % (b",".join(records), rows)


SEGMENT_WORDS = ("NoDataDirectory", "InvalidSegName", "BadSegLink")
SEGMENTS = ColumnLayout(name="name", values="values", kind="text", missing=SEGMENT_WORDS)


@each_way
@given(data=st.data())
def test_columns_that_are_said_to_be_texts_are(way: str, data: st.DataObject) -> None:
    drawn = data.draw(made.columns())
    wanted = expected(drawn.values, SEGMENT_WORDS, "text")
    with changed(way):
        found = Column(NAME, drawn.text.strip(), SEGMENTS)
        same_list(found, drawn.values, wanted)
        for check in CHECKS:
            converted(check, Column(NAME, drawn.text.strip(), SEGMENTS), wanted)
