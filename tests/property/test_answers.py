"""Answers: what the schema accepts decodes, and decoder, checker and reference validator never differ."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import astrowire
from astrowire_runtime import checker
from astrowire_runtime.operation import MOST_PROBLEMS
from astrowire_runtime.problems import Problem

from .answers import (
    EVERY_WITH_DOCUMENTS,
    bodies,
    body,
    decide,
    documents,
    operation,
    recorded,
    valid_documents,
    validator,
    wire_text,
)
from .places import one_change, open_places, with_unknown_member

each_operation = pytest.mark.parametrize("title", EVERY_WITH_DOCUMENTS)


def verdicts(title: str, document: Any, text: bytes) -> dict[str, bool]:
    """What each of the three says about one document."""
    decided = decide(title, text)
    assert not decided.foreign, f"{title}: {decided.error!r} left the decoder for {text[:300]!r}"
    if not decided.accepted:
        assert isinstance(decided.error, astrowire.ResponseError), repr(decided.error)
    return {
        "decoder": decided.accepted,
        "validate_response": operation(title).validate_response(document) == [],
        "jsonschema": validator(title).is_valid(document),
    }


def all_agree(found: dict[str, bool]) -> bool:
    return len(set(found.values())) == 1


@each_operation
@given(data=st.data())
def test_every_valid_answer_decodes(title: str, data: st.DataObject) -> None:
    document = data.draw(valid_documents(title))
    assert validator(title).is_valid(document), "the strategy made a document that the schema refuses"
    found = verdicts(title, document, data.draw(bodies(title, document)))
    assert found == {"decoder": True, "validate_response": True, "jsonschema": True}


@each_operation
@given(data=st.data())
def test_one_change_and_all_three_agree(title: str, data: st.DataObject) -> None:
    document = data.draw(one_change(data.draw(valid_documents(title))))
    if isinstance(document, dict) and "crds_encoded" in document:
        return
    if isinstance(document, str) and "$comment" in operation(title).response_schema:
        return  # What is packed in a text is no matter of a schema: there is no verdict on it.
    found = verdicts(title, document, data.draw(bodies(title, document)))
    assert all_agree(found), f"{found} for {document!r}"


@each_operation
@given(data=st.data())
def test_an_unknown_member_is_an_extra_and_nothing_else(title: str, data: st.DataObject) -> None:
    document = data.draw(documents(title, unknown_members=False))
    if not open_places(document):
        return
    grown, _, name, value = data.draw(with_unknown_member(document))
    before, after = decide(title, body(title, document)), decide(title, body(title, grown))
    assert (before.accepted, after.accepted) == (True, True), (before, after)
    assert type(before.error) is type(after.error)
    assert str(before.error) == str(after.error) or before.error is None
    assert after.result == before.result
    assert repr(after.result) == repr(before.result)
    assert extras_of(before.result) == []
    assert extras_of(after.result) == [{name: value}]


def test_unknown_members_are_tried_where_objects_are_open() -> None:
    """The property above says nothing for operations that have no open object: there must be few of those."""
    closed = [title for title in EVERY_WITH_DOCUMENTS if not any(_open_examples(title))]
    assert set(closed) <= {
        "crds.get_default_context",
        "crds.get_remote_context",
        "crds.get_context_history",
        "crds.get_best_references",
        "crds.get_best_references_by_header_map",
        "crds.get_required_parkeys",
        "crds.get_dataset_ids",
        "crds.get_dataset_headers_by_id",
        "crds.get_aui_best_references",
        "crds.get_build_context",
        "crds.get_context_by_date",
        "crds.push_remote_context",
        "crds.list_mappings",
        "crds.list_references",
        "crds.get_mapping_names",
        "crds.get_reference_names",
        "crds.get_url",
        "crds.get_mapping_url",
        "crds.get_reference_url",
        "crds.get_sqlite_db",
        "crds.get_best_references_by_ids",
        "crds.jpoll_abort",
        "crds.file_exists",
    }


def _open_examples(title: str) -> list[bool]:
    found: list[bool] = []

    @given(document=documents(title, unknown_members=False))
    def collect(document: Any) -> None:
        found.append(bool(open_places(document)))

    collect()
    return found


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("drms.show_series", b'{"status": 0, "n": 1, "names": [' + b"1," * 300_000 + b"1]}"),
        ("drms.series_struct", b'{"status": 0, "keywords": [' + b'{"x": 1},' * 100_000 + b"1]}"),
        ("drms.exp_status", b'{"status": 0, "data": [' + b'{"x": 1},' * 100_000 + b"1]}"),
        ("crds.get_context_history", wire_text("crds.get_context_history", b"[" + b"1," * 300_000 + b"1]")),
    ],
)
def test_of_a_large_wrong_answer_the_first_problems_are_looked_for(title: str, text: bytes) -> None:
    """In each of several alternatives too; to look for all takes a minute and a gigabyte."""
    found: list[Any] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checker, "Problem", lambda *facts: found.append(facts) or Problem(*facts))
        error = decide(title, text).error
    assert isinstance(error, astrowire.SchemaMismatch)
    assert len(error.problems) == MOST_PROBLEMS
    assert MOST_PROBLEMS <= len(found) < 20 * MOST_PROBLEMS


def extras_of(value: Any) -> list[dict[str, Any]]:
    """The extras of a typed value and of all its parts, where there are any."""
    found: list[dict[str, Any]] = []
    if hasattr(value, "__struct_fields__"):
        found += [dict(value.extras)] if getattr(value, "extras", None) else []
        for name in value.__struct_fields__:
            found += extras_of(getattr(value, name))
    elif isinstance(value, dict):
        for each in value.values():
            found += extras_of(each)
    elif isinstance(value, list | tuple):
        for each in value:
            found += extras_of(each)
    return found


# The tests can fail.


def test_recorded_answers_take_part() -> None:
    without = {title for title in EVERY_WITH_DOCUMENTS if not recorded(title)}
    assert without == {
        "crds.get_context_history",
        "crds.get_system_versions",
        "crds.list_mappings",
        "crds.list_references",
        "crds.get_mapping_names",
        "crds.get_reference_names",
        "crds.get_best_references_by_ids",
        "crds.push_remote_context",
        "crds.jpoll_abort",
        "crds.file_exists",
        "crds.system_describe",
        "drms.exp_su_status",
        "drms.register_address",
        "drms.cancel_request",
        "drms.series_info",
        "drms.jsoc_userkill",
    }, "too large; null; never recorded"


def test_canary_a_difference_is_seen() -> None:
    good = {"count": 1, "runtime": 0.1, "status": 0}
    bad = {"count": "one", "runtime": 0.1, "status": 0}
    assert all_agree(verdicts("drms.rs_summary", good, body("drms.rs_summary", good)))
    assert not all_agree(verdicts("drms.rs_summary", bad, body("drms.rs_summary", good)))
    assert not all_agree(verdicts("drms.rs_summary", good, body("drms.rs_summary", bad)))


def test_canary_a_known_member_is_no_extra() -> None:
    found = decide("drms.rs_summary", body("drms.rs_summary", {"count": 1, "runtime": 0.1, "status": 0}))
    assert extras_of(found.result) == []
    grown = decide(
        "drms.rs_summary", body("drms.rs_summary", {"count": 1, "runtime": 0.1, "status": 0, "x": [1]})
    )
    assert extras_of(grown.result) == [{"x": [1]}]
