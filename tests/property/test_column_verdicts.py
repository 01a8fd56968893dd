"""Columns that stay bytes are checked all the same: the verdict is that of a strict reader and the schema."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from . import columns_made as made
from .answers import decide, validator
from .columns_ways import PROOFS, changed
from .strict import NoDocument, document

TITLE = "drms.rs_list"

LIBRARIES = {"with NumPy": (), "without NumPy": ("numpy",)}
each_proof = pytest.mark.parametrize(
    ("way", "hidden"), PROOFS, ids=[f"{way}-{'no NumPy' if hidden else 'NumPy'}" for way, hidden in PROOFS]
)
with_and_without = pytest.mark.parametrize("hidden", LIBRARIES.values(), ids=LIBRARIES)


def acceptable(body: bytes) -> bool:
    """What strict reader and schema say."""
    try:
        value = document(body)
    except NoDocument:
        return False
    return validator(TITLE).is_valid(value)


def complaint(body: bytes) -> str | None:
    """Say how the decoder's verdict differs; None when it does not."""
    found = decide(TITLE, body)
    if found.foreign:
        return f"{found.error!r} left the decoder for {body[:400]!r}"
    if found.accepted != acceptable(body):
        return (
            f"decoder: {found.accepted}, strict reader and schema: {not found.accepted}, for {body[:400]!r}"
        )
    return None


# Bodies.

PLACES = ("keywords", "values", "dims", "cparms", "bzeros", "bscales", "links")


def body(place: str, array: bytes) -> bytes:
    """An answer with this text in the place of an array; the other arrays are good."""
    arrays = dict.fromkeys(PLACES, b'["x"]') | {place: array}
    segment = b",".join(
        b'"%b":%b' % (name.encode(), arrays[name])
        for name in ("values", "dims", "cparms", "bzeros", "bscales")
    )
    return (
        b'{"keywords":[{"name":"KEY","values":%b}],"segments":[{"name":"seg",%b}],'
        b'"links":[{"name":"link","values":%b}],"count":1,"runtime":0.25,"status":0}\n'
        % (arrays["keywords"], segment, arrays["links"])
    )


ASCII_ELEMENTS = rb"""
"b" "long_text" "" "," "\"" "\\" "\\\"" "\/" "\u0041" "\ud83d\ude00"
null true false 1 -1 0 -0 -0.0 1.0 1.5 1e2 1E+2 1e-2 12e-1 1e999 -1e999 1e-999 1e400
123456789012345678901234567890 9007199254740993.0 1e22 1e23 1e300 100000000000000000000.0
[] ["b"] {} {"a":"b"} [null] [["b"]]
"\ud800" "\udc00\ud83d" "\ud800x" "a\ud83d\u0041" "\x41" "\u00zz" "\u12" "\" "\a"
'b' b "b b" "b""c" "b";"c" "b":"c" "b", ,"b" "b",,"c" "b"] ["b" "b"} "b"],"x":["c"
01 +1 .5 1. 0x10 NaN Infinity -Infinity nan /**/ "b"// ",",1,"" "",1,"," "a","b",1,"c" "a",1,"b,"
""".split()
ELEMENTS = (
    *ASCII_ELEMENTS,
    *(b"", b"  ", b'"b" "c"', b'"b" ', b' "b"', b'\n\t"b"\r', b'"b"\xa0', b'"b"\x0b', b'"b c"'),
    *(b'"\x7f"', b'"\x00"', b'"\t"', b'"\n"', b'"\x1f"', '"é"'.encode(), '"中文😀"'.encode()),
    *(b'"\xff"', b'"\xe9t\xe9"', b'"\xc3"', b'"\xc0\x80"', b'"\xed\xa0\x80"', b'"\xf4\x90\x80\x80"'),
    *(b"1" * 400, b"9" * 5000, b"[" * 70 + b"]" * 70),
)
"""Texts between the commas of an array."""

ARRAYS = rb"""
[] [",",1,""] ["a",null] ["a",1.0] ["a",1.5] [1,2,3] [1] [-1] [1.0,2.0] [[]] ["a"]] [,] ["] [""
["abcdef","a",1,""] null {} {"0":"a"} "a" "" 1 true [ ] ["a","b"],"values":["c"] ["a"],"values":[null]
[null],"values":["a"] ["\ud800"],"values":["a"]
""".split()
ARRAYS += [b"", b"[ ]", b" [ ] ", b'["a" ]']
"""Texts in the place of an array."""

A, ABC = b'"a"', b'"abc"'
NEIGHBOURS = (((), ()), ((A,), ()), ((), (A,)), ((ABC, ABC), (ABC, ABC)))
FILLERS = {"one width": (b'"abc"',), "many widths": (b'"a"', b'"abc"', b'"\\/SUM0\\/D7"', b'"7.25"')}
ROWS = 900
"""Of the large columns: more bytes than those from which NumPy proves."""


def large(element: bytes, filler: Sequence[bytes], row: int) -> bytes:
    """An array of many good elements with another one among them."""
    cells = [filler[each % len(filler)] for each in range(ROWS)]
    cells[row] = element
    return b"[" + b",".join(cells) + b"]"


# The tests.


@each_proof
@pytest.mark.parametrize("place", PLACES)
def test_one_element_in_a_small_column(place: str, way: str, hidden: Sequence[str]) -> None:
    with changed(way, hidden):
        found = [
            complaint(body(place, b"[" + b",".join([*before, element, *after]) + b"]"))
            for element in ELEMENTS
            for before, after in (
                ((), ()),
                ((b'"a"',), ()),
                ((), (b'"a"',)),
                ((b'"abc"',) * 2, (b'"abc"',) * 2),
            )
        ]
    assert [each for each in found if each] == []


@with_and_without
@pytest.mark.parametrize("row", [0, ROWS // 2, ROWS - 1], ids=["first", "middle", "last"])
@pytest.mark.parametrize("filler", FILLERS)
@pytest.mark.parametrize("place", ["keywords", "dims"])
def test_one_element_in_a_large_column(place: str, filler: str, row: int, hidden: Sequence[str]) -> None:
    with changed("as shipped", hidden):
        found = [complaint(body(place, large(element, FILLERS[filler], row))) for element in ELEMENTS]
    assert [each for each in found if each] == []


@each_proof
@pytest.mark.parametrize("place", PLACES)
def test_whole_arrays(place: str, way: str, hidden: Sequence[str]) -> None:
    with changed(way, hidden):
        found = [complaint(body(place, array)) for array in ARRAYS]
    assert [each for each in found if each] == []


@st.composite
def answers(draw: st.DrawFn) -> bytes:
    """A valid body with some columns of any values."""
    keywords = draw(st.lists(made.columns((0, 1, 2, 3, 9)), max_size=3))
    segments = draw(st.lists(made.columns((0, 1, 2, 9)).filter(_texts_only), max_size=1))
    columns = [_record(f"K{number}", each) for number, each in enumerate(keywords)]
    beside = b',"dims":["4096x4096"],"cparms":[],"bzeros":["0"],"bscales":["0.1"]}'
    return b'{"keywords":[%b],"segments":[%b],"links":[],"count":%d,"runtime":0.186,"status":0}' % (
        b",".join(columns),
        b",".join(_record("seg", each)[:-1] + beside for each in segments),
        draw(st.integers(0, 9)),
    )


def _texts_only(column: made.Column) -> bool:
    return all(isinstance(value, str) for value in column.values)


def _record(name: str, column: made.Column) -> bytes:
    return b'{"name":%b,"values":%b}' % (json.dumps(name).encode(), column.text)


BYTES = st.one_of(
    st.sampled_from([bytes([each]) for each in b'",[]{}:\\/ \n\t01.eE-+nul\x00\x7f']),
    st.sampled_from(
        [
            b"\xff",
            b"\xc3",
            b"\xa9",
            "é".encode(),
            b'","',
            b'\\"',
            b"\\u",
            b"\\ud800",
            b"1,",
            b"null",
            b"1.0",
            b'",1,"',
        ]
    ),
    st.binary(min_size=1, max_size=2),
)


@st.composite
def mutants(draw: st.DrawFn, good: bytes) -> bytes:
    """A body with a few bytes put in, taken out, changed, doubled or exchanged."""
    text = good
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        end = min(len(text), at + draw(st.sampled_from([0, 1, 1, 2, 7])))
        new = draw(
            st.one_of(st.just(b""), BYTES, BYTES, st.just(text[at:end] * 2), st.just(text[at:end][::-1]))
        )
        text = text[:at] + new + text[end:]
    return text


@each_proof
@given(data=st.data())
def test_every_valid_body_decodes(way: str, hidden: Sequence[str], data: st.DataObject) -> None:
    good = data.draw(answers())
    assert acceptable(good)
    with changed(way, hidden):
        assert complaint(good) is None


@each_proof
@given(data=st.data())
def test_mutants_of_valid_bodies(way: str, hidden: Sequence[str], data: st.DataObject) -> None:
    good = data.draw(answers())
    changed_bodies = data.draw(st.lists(mutants(good), min_size=5, max_size=5))
    with changed(way, hidden):
        assert [each for each in map(complaint, changed_bodies) if each] == []


# The tests can fail.


def test_canary_verdicts_of_both_kinds_are_seen() -> None:
    verdicts = {acceptable(body(place, b"[" + each + b"]")) for place in PLACES for each in ELEMENTS}
    assert verdicts == {True, False}
    assert acceptable(body("keywords", b'[",",1,""]'))
    assert not acceptable(body("dims", b'[",",1,""]'))


def test_canary_a_decoder_that_counts_quotes_is_complained_of(monkeypatch: pytest.MonkeyPatch) -> None:
    from astrowire_runtime.columns import scan

    def count(raw: Any) -> int | None:
        text = bytes(raw)
        between = text.count(b'","') + 1
        return between if text.count(b'"') == 2 * between else None

    with changed("quick ways from the first row on"):
        monkeypatch.setattr(scan, "count_texts", count)
        assert complaint(body("dims", b'[",",1,""]')) is not None


def test_canary_half_of_the_mutants_are_no_answers() -> None:
    verdicts: list[bool] = []

    @given(data=st.data())
    def collect(data: st.DataObject) -> None:
        verdicts.append(acceptable(data.draw(mutants(data.draw(answers())))))

    collect()
    assert 0.1 < sum(verdicts) / len(verdicts) < 0.9
