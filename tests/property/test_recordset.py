"""Record sets: what is read is what is written, and whatever the text, only a typed error comes of it.

The deep profile draws ten times as many examples here as elsewhere: 100,000 of each kind.
"""

from __future__ import annotations

import copy
import pickle
import re
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import astrowire
from astrowire.drms import RecordSet

from .recordsets import built, mutated, texts

QUICK = 100
EXAMPLES = settings().max_examples
many = settings(max_examples=10 * EXAMPLES if EXAMPLES > QUICK else QUICK)

WITHOUT = ("several-series", "segment-list", "semicolon", "odd-quote")


@many
@given(texts)
def test_a_text_by_the_grammar_is_read_and_its_canonical_text_means_the_same(text: str) -> None:
    found = RecordSet(text)
    again = RecordSet.parse(str(found))
    assert again == found
    assert (str(again), hash(again)) == (str(found), hash(found))


@many
@given(built())
def test_what_methods_build_is_read_back_as_it_was(made: RecordSet) -> None:
    assert RecordSet.parse(str(made)) == made
    assert pickle.loads(pickle.dumps(made)) == made == copy.deepcopy(made)


def outcome(call: Any, *arguments: Any, **named: Any) -> Any:
    """What comes of a call: its result, or the error whatever its class."""
    try:
        return call(*arguments, **named)
    except Exception as error:
        return error


@many
@given(mutated())
def test_a_text_gone_wrong_is_read_or_refused_with_the_character(text: str) -> None:
    found = outcome(RecordSet, text)
    sent = outcome(RecordSet.as_argument, text, without=WITHOUT)
    if isinstance(found, RecordSet):
        assert RecordSet.parse(str(found)) == found
        assert sent == text or type(sent) is astrowire.RequestInvalid, sent
    else:
        assert type(found) is type(sent) is astrowire.RequestInvalid, (found, sent)
        where = re.match(r"character (\d+), ", str(found))
        assert where is not None, found
        assert 1 <= int(where[1]) <= len(text) + 1, found


def test_enough_mutated_texts_are_refused_and_enough_are_read() -> None:
    """The property above says nothing if all end alike."""
    read: list[bool] = []

    @given(mutated())
    def collect(text: str) -> None:
        read.append(isinstance(outcome(RecordSet, text), RecordSet))

    collect()
    assert 0.1 < sum(read) / len(read) < 0.9, f"{sum(read)} of {len(read)}"


@given(st.text())
def test_any_text_at_all_is_read_or_refused(text: str) -> None:
    assert isinstance(outcome(RecordSet, text), RecordSet | astrowire.RequestInvalid)


SIZE = 100_000
STARTS = ("", "a.b[", "a.b[1", "a.b[? ", "a.b{x")
REPEATED = (
    *(
        "[",
        "]",
        "[]",
        "[1]",
        "a.b,",
        "a.b[1],",
        "{",
        "}",
        "1,",
        "1-",
        "-",
        "@",
        "@1h",
        "/",
        "1/1",
        "#",
        "#1-#",
        "#1,",
    ),
    *(
        "'",
        "''",
        "'a',",
        '"',
        "\\'",
        "?",
        "?]",
        "! ",
        " ",
        "\n",
        "#\n",
        "# x\n",
        "\t#",
        ":",
        "a=",
        "2010.01.01-",
        "x,",
    ),
    *(
        "9",
        "1e",
        "1.",
        "JD_1",
        "2010-01-01T00:00Z-",
        "A",
        "_",
        ".",
        "é",
        "\x00",
        "$(",
        "%",
        "notatime,",
        "2010.13.01,",
    ),
)


@pytest.mark.parametrize("start", STARTS)
def test_a_hundred_kilobytes_of_anything_are_done_with_soon(start: str) -> None:
    for repeated in REPEATED:
        for end in ("", "]"):
            text = start + repeated * (SIZE // len(repeated)) + end
            began = time.monotonic()
            found = outcome(RecordSet, text)
            sent = outcome(RecordSet.as_argument, text)
            elapsed = time.monotonic() - began
            assert isinstance(found, RecordSet | astrowire.RequestInvalid), (repeated, found)
            assert isinstance(sent, astrowire.RequestInvalid), (repeated, sent)
            assert len(str(sent)) < 2000, "the message grows with the text"
            assert elapsed < 1 + 5, (start, repeated, end)
