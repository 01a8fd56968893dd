"""Patterns of many texts at once: the same verdict as the pattern's on each, wherever one is given."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from astrowire_runtime.at_once import shape_of
from astrowire_runtime.patterns import MANY, Pattern, matches
from astrowire_runtime.values import Answer, UnsetType

SAID = [
    "^[a-c]*$", "^[a-c]+$", "^[a-c]?$", "^[a-c]$", "^[a-c]{2}$", "^[a-c]{1,}$", "^[a-c]{0,2}$", "^[^a-c]*$",
    "^[^,]+$", "^[^\\n\\r]{0,3}$", "^[^\\t]{1,2}$", "^[ab.+-]+$", "^[a(|)]{2}$", "^([a-c]{2}|no)?$",
    "^(-1|[0-9]+)$", "^(?:no|[^,]{2}|ab,)$", "^(|[a]{3})$", "^([a$.*?]+)$", "^[,a-]{1,2}$", "^[ -]*$",
]  # fmt: skip
UNSAID = [
    "[a]+", "^[a]+", "[a]+$", "^a$", "^[a][b]$", "^a[b]$", "^[a]|[b]$", "^([a]|[b])$", "^([a])([b])$",
    "^([a]+)+$", "^[+-.]$",
    "^[a-c-e]$", "^[\\d]$", "^[\\]]$", "^[\\\\]$", "^[^\\^]$", "^[é]$", "^[a]\\$", "^(a|b)$",
    "^[-]$", "^$", "^.*$", "^[a]{2}{3}$", "^[a]+?$", "^[a-]c-e]$", "^(a.|[b])$", "^[]$", "^[[]$",
]  # fmt: skip
TEXTS = st.lists(
    st.sampled_from([*"abcdABC019,.-+^$*?( |)\n\r\té\\]", "no", "-1", "ab", "ab,", "aaa", "\ud800"]),
    max_size=4,
)


@pytest.mark.parametrize("pattern", SAID)
@given(texts=st.lists(TEXTS.map("".join), max_size=2 * MANY))
def test_the_verdict_is_that_of_the_pattern_on_each(pattern: str, texts: list[str]) -> None:
    shape, match = shape_of(pattern), Pattern(pattern).match
    assert shape is not None
    fitting = [text for text in texts if match(text)]
    assert shape.holds(fitting)
    assert shape.holds(texts) == (fitting == texts)
    for text in texts:
        assert shape.holds([text]) == (match(text) is not None), text


@pytest.mark.parametrize("pattern", UNSAID)
def test_other_patterns_have_no_shape(pattern: str) -> None:
    assert shape_of(pattern) is None


def test_the_costly_patterns_of_the_services_have_one() -> None:
    found = json.loads(
        files("astrowire.crds").joinpath("schemas/get_file_info_map.response.json").read_bytes()
    )
    members = found["$defs"]["FileInfo"]["properties"]
    assert shape_of(members["sha1sum"]["pattern"])
    assert shape_of(members["size"]["pattern"])


class Row(Answer, frozen=True, kw_only=True):
    word: str | UnsetType = UNSET


@pytest.mark.parametrize("size", [0, 1, MANY - 1, MANY, MANY + 1])
@pytest.mark.parametrize("odd", ["ab", "", "AB", "a\n", None])
@pytest.mark.parametrize("pattern", ["^[a-z]+$", "^[a-z]+(z|[0-9])?$"])
def test_columns_of_records_are_matched_and_absent_members_passed_over(
    pattern: str, odd: str | None, size: int
) -> None:
    last = Row() if odd is None else Row(word=odd)
    records = [*(Row(word="abc") for _ in range(size)), last]
    assert matches(records, "word", Pattern(pattern)) == (odd in {"ab", None})
    assert matches(records[::-1], "word", Pattern(pattern)) == (odd in {"ab", None})
