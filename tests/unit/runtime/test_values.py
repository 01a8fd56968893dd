"""Building blocks of answers: extras, sentinels, number texts, lists that are null, maps that find halves."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.containers import ByHalves, Finishing, MapAnswer
from astrowire_runtime.http import HttpResponse
from astrowire_runtime.results import Plain
from astrowire_runtime.stripping import Unknown, converter
from astrowire_runtime.values import UNSET, Answer, ClosedAnswer, Sentinel, null_for_empty, number, sentinels


class Leaf(Answer, frozen=True, kw_only=True):
    name: str
    size: int = 0


class Tree(Answer, frozen=True, kw_only=True, rename={"leaf_list": "leafList"}):
    leaf_list: list[Leaf] = msgspec.field(default_factory=list[Leaf])
    by_name: dict[str, Leaf | str] = msgspec.field(default_factory=dict[str, Leaf | str])
    one: Leaf | None = None
    pair: tuple[bool, Leaf] | None = None


class Closed(ClosedAnswer, frozen=True, kw_only=True):
    leaf: Leaf


class Never(Sentinel):
    TEXT = "n/a"


class Missing(Sentinel):
    PREFIX = "NOT FOUND"


tell = sentinels(Never, Missing)
AGAIN: list[Callable[[Any], Any]] = [
    copy.copy,
    copy.deepcopy,
    lambda value: pickle.loads(pickle.dumps(value)),
]
SCALARS = st.none() | st.booleans() | st.integers(0, 9) | st.text("ab", max_size=3)
LEAVES = st.fixed_dictionaries(
    {"name": st.text("ab", max_size=2)},
    optional={"size": st.integers(0, 9), "new": SCALARS, "newer": SCALARS},
)
TREES = st.fixed_dictionaries(
    {},
    optional={
        "leafList": st.lists(LEAVES, max_size=3),
        "by_name": st.dictionaries(st.text("xy", max_size=2), LEAVES | st.text("ab", max_size=2), max_size=3),
        "one": LEAVES | st.none(),
        "pair": st.tuples(st.booleans(), LEAVES).map(list),
        "extra": st.lists(SCALARS, max_size=2),
    },
)


def plain(value: Any) -> Any:
    """An answer with its extras, as the JSON value that it came from (defaults filled in)."""
    match value:
        case Answer():
            names = zip(value.__struct_encode_fields__, value.__struct_fields__, strict=True)
            return {wire: plain(getattr(value, name)) for wire, name in names} | value.extras
        case dict():
            return {key: plain(each) for key, each in value.items()}
        case list() | tuple():
            return [plain(each) for each in value]
        case _:
            return value


@given(TREES)
def test_unknown_members_are_kept_where_they_stood(document: dict[str, Any]) -> None:
    found = converter(Tree)(copy.deepcopy(document), Unknown())
    known = converter(Tree)(_known(document), Unknown())
    assert found == known
    assert msgspec.json.encode(found) == msgspec.json.encode(known)
    assert plain(found) == _filled(document)
    for again in AGAIN[1:]:
        assert plain(again(found)) == plain(found)


def _known(document: Any) -> Any:
    """A document without its unknown members."""
    if isinstance(document, dict):
        return {
            name: _known(part) for name, part in document.items() if name not in {"new", "newer", "extra"}
        }
    return [_known(part) for part in document] if isinstance(document, list) else document


def _filled(document: dict[str, Any]) -> dict[str, Any]:
    def leaf(part: Any) -> Any:
        return {"size": 0} | part if isinstance(part, dict) else part

    full = {"leafList": [], "by_name": {}, "one": None, "pair": None} | document
    full["leafList"] = [leaf(part) for part in full["leafList"]]
    full["by_name"] = {name: leaf(part) for name, part in full["by_name"].items()}
    full["one"] = leaf(full["one"])
    full["pair"] = full["pair"] and [full["pair"][0], leaf(full["pair"][1])]
    return full


def test_records_need_not_have_the_unknown_members_that_the_first_one_has() -> None:
    leaves = [
        {"name": "a", "new": 1},
        {"name": "b"},
        {"name": "c", "newer": [2]},
        {"name": "d", "newer": 3, "new": 4},
    ]
    unknown = Unknown()
    found = converter(Tree)({"leafList": leaves}, unknown)
    assert [leaf.extras for leaf in found.leaf_list] == [
        {"new": 1},
        {},
        {"newer": [2]},
        {"newer": 3, "new": 4},
    ]
    assert dict(unknown) == {"/leafList/*/new": 2, "/leafList/*/newer": 2}
    assert unknown.nested


def test_a_closed_object_takes_nothing_unknown() -> None:
    convert = converter(Closed)
    assert convert({"leaf": {"name": "a", "new": 1}}, Unknown()).leaf.extras == {"new": 1}
    refused = False
    try:
        convert({"leaf": {"name": "a"}, "new": 1}, Unknown())
    except msgspec.ValidationError:
        refused = True
    assert refused


@pytest.mark.parametrize("again", AGAIN)
def test_copies_keep_what_an_answer_remembers(again: Callable[[Any], Any]) -> None:
    found = converter(Leaf)({"name": "a", "new": [1]}, Unknown())
    vars(found).update(raw=b"...", charset="latin-1")
    twin = again(found)
    assert (twin, twin.extras, twin.raw, twin.charset) == (found, {"new": [1]}, b"...", "latin-1")
    assert (Leaf(name="a").extras, Leaf(name="a").raw, Leaf(name="a").charset) == ({}, b"", "utf-8")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("n/a", Never),
        ("N/A", Never),
        ("NOT FOUND", Missing),
        ("NOT FOUND x", Missing),
        ("not found", str),
        ("a", str),
    ],
)
def test_sentinels_are_told_apart(text: str, kind: type) -> None:
    found = tell(text)
    assert type(found) is kind
    assert found == text
    assert hash(found) == hash(text)
    assert json.dumps(found) == json.dumps(text)
    assert type(tell(found)) is kind
    assert type(pickle.loads(pickle.dumps(found))) is kind


def test_a_sentinel_says_why() -> None:
    found = tell("NOT FOUND  no match. ")
    assert isinstance(found, Missing)
    assert found.reason == "no match."
    assert repr(found) == "Missing('NOT FOUND  no match. ')"


@pytest.mark.parametrize(("text", "value"), [("5", 5), ("-7", -7), ("2.50", 2.5), (3, 3), (UNSET, UNSET)])
def test_numbers_may_be_texts(text: Any, value: Any) -> None:
    found = number(text)
    assert found == value
    assert type(found) is type(value)


@given(st.from_regex(r"-?[0-9]{1,9}(\.[0-9]{1,9})?", fullmatch=True), st.sampled_from([0, 400, 5000]))
def test_no_text_of_digits_is_too_long_to_be_a_number(text: str, more: int) -> None:
    assert isinstance(number("9" * more + text.removeprefix("-")), int | float)


@given(st.lists(st.none() | st.integers(), max_size=3))
def test_a_single_null_is_an_empty_list(values: list[int | None]) -> None:
    before = list(values)
    accepted = null_for_empty(values)
    assert accepted is (None not in before or before == [None])
    assert values == ([] if before == [None] else before)


# Maps.


def finishing() -> Finishing[str]:
    return Finishing({"a": "x", "b": "n/a"}, tell)


LOOKS: list[Callable[[dict[str, str]], Any]] = [
    lambda found: found["b"],
    lambda found: found.get("b"),
    lambda found: [*found.values()][1],
    lambda found: dict(found.items())["b"],
    lambda found: dict(found)["b"],
    lambda found: {**found}["b"],
    lambda found: found.copy()["b"],
    lambda found: copy.copy(found)["b"],
    lambda found: copy.deepcopy(found)["b"],
    lambda found: pickle.loads(pickle.dumps(found))["b"],
    lambda found: found.pop("b"),
    lambda found: found.setdefault("b", "y"),
    lambda found: (found | {})["b"],
    lambda found: ({} | found)["b"],
    lambda found: found.popitem()[1],
]


@pytest.mark.parametrize("look", LOOKS, ids=range(len(LOOKS)))
def test_a_value_is_finished_however_it_is_looked_at(look: Callable[[dict[str, str]], Any]) -> None:
    assert type(look(finishing())) is Never


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda found: pickle.loads(pickle.dumps(found))])
def test_copies_of_a_finishing_map_keep_the_bytes(again: Callable[[Any], Any]) -> None:
    found = finishing()
    found.raw = b"..."
    twin = again(found)
    assert (twin, twin.raw) == (found, b"...")


def test_a_finished_map_is_a_dictionary() -> None:
    found = finishing()
    assert found == {"a": "x", "b": "n/a"}
    assert found == {"a": "x", "b": "n/a"}
    assert found != {"b": "n/a"}
    whole = Finishing({"a": 1}, lambda value: (value, True))
    assert whole == Finishing({"a": 1}, lambda value: (value, True))
    assert Finishing({"a": 1}, lambda value: (value, True)) == whole
    assert Finishing({"a": 1}, lambda value: (value, True)) != Finishing(
        {"a": 1}, lambda value: (value, False)
    )
    assert (len(found), list(found), "a" in found, found.get("c", 5)) == (2, ["a", "b"], True, 5)
    assert repr(found) == "{'a': 'x', 'b': Never('n/a')}"
    assert json.loads(json.dumps(found)) == found
    other = finishing()
    other.update({"c": "n/a"})
    assert type(other["c"]) is Never


IDS = st.text("ab_.", min_size=1, max_size=4)


@given(st.dictionaries(st.builds("{}:{}".format, IDS, IDS), st.integers(), max_size=4))
def test_every_whole_id_is_found_and_every_unique_half(entries: dict[str, int]) -> None:
    found = ByHalves(entries)
    for key, value in entries.items():
        assert found[key] == value
        for half in key.split(":"):
            assert half in found
            assert value in found.matches(half.upper()).values() or half in entries
    assert list(found) == list(entries)
    assert dict(found) == entries == pickle.loads(pickle.dumps(found)) == copy.deepcopy(found)


def test_what_is_not_there_is_not_found() -> None:
    found = ByHalves({"A:B": 1})
    assert "C" not in found
    assert 5 not in found
    assert found.get("C") is None
    error: Any = None
    try:
        found["C"]
    except KeyError as caught:
        error = caught
    assert error is not None


@pytest.mark.parametrize("body", [b'{"a": 1}', b'{"a": 1.0}'], ids=["at once", "the long way"])
def test_a_map_that_a_cgi_answers_carries_its_bytes(body: bytes) -> None:
    operation: CgiOperation[MapAnswer[int]] = CgiOperation(
        "counts",
        module="astrowire.drms.counts",
        effect="read",
        parameters=(),
        endpoint="counts",
        query=(),
        result=Plain(dict[str, int]),
    )
    found = operation.decode(HttpResponse(200, {}, body))
    assert found == {"a": 1}
    assert found.raw == body
