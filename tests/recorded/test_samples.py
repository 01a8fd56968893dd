"""Every recorded answer ends in the right typed result or the right typed error."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

import astrowire

from .compare import differences, snake_case
from .outcome import Seen, decode, operation_of
from .reading import CRDS_OPERATIONS, DRMS_OPERATIONS, SAMPLES, Sample, all_samples, drms_text, read

EVERY = all_samples()
OURS = [sample for sample in EVERY if sample.operation]
UNASKED = [sample for sample in OURS if sample.unasked]
WITH_DOCUMENT = [
    sample
    for sample in OURS
    if read(sample).document is not None and not (sample.service == "crds" and read(sample).kind == "failure")
]
"""Samples that the response schema says something about: faults of JSON-RPC are none."""
REFUSALS = ("HttpStatusError", "NotJson", "Malformed", "SchemaMismatch")


def complaints(sample: Sample, seen: Seen) -> list[str]:
    """What is wrong with what was seen, by the independent reading; empty when nothing is."""
    expected = read(sample)
    if expected.error is None:
        return _about_result(sample, expected.document, seen)
    wanted = set(expected.error.split(" or "))
    if not wanted & set(seen.error_names):
        return [f"expected {expected.error}, saw {seen.error!r} {seen.result!r}"]
    if expected.kind == "failure":
        return _about_failure(sample, expected.document, expected.message, seen.error)
    return []


def _about_result(sample: Sample, document: Any, seen: Seen) -> list[str]:
    if seen.error is not None:
        return [f"expected a result, saw {seen.error!r}"]
    return differences(seen.result, document, ascending=sample.operation == "get_context_history")


def _about_failure(sample: Sample, document: Any, message: str | None, error: Any) -> list[str]:
    found: list[str] = []
    if sample.service == "drms" and document is not None:
        found += differences(error.answer, document)
    if sample.service == "crds" and error.name != document["name"]:
        found.append(f"the fault is named {error.name!r}, in the JSON {document['name']!r}")
    if message and message.strip().partition("\n")[0] not in str(error):
        found.append(f"the text {message!r} is not in {str(error)!r}")
    return found


@pytest.mark.parametrize("sample", OURS, ids=lambda sample: sample.id)
def test_outcome(sample: Sample) -> None:
    assert complaints(sample, decode(sample)) == []


@pytest.mark.parametrize("sample", UNASKED, ids=lambda sample: sample.id)
def test_a_form_that_nobody_asks_for_is_refused(sample: Sample) -> None:
    seen = decode(sample)
    assert set(REFUSALS) & set(seen.error_names), f"not refused: {seen}"
    assert complaints(sample, seen) == []


@pytest.mark.parametrize("sample", WITH_DOCUMENT, ids=lambda sample: sample.id)
def test_validator_agrees_with_the_outcome(sample: Sample) -> None:
    assert operation_of(sample).validate_response(read(sample).document) == []


def test_raw_bytes_are_kept() -> None:
    kept = [s for s in OURS if s.service == "drms" and read(s).kind in ("answer", "pending")]
    wrong = [sample.id for sample in kept if drms_text(decode(sample).result.raw) != drms_text(sample.body)]
    assert len(kept) > 150
    assert wrong == []


def test_every_operation_has_a_sample() -> None:
    tried = {sample.operation for sample in OURS if read(sample).kind in ("answer", "pending")}
    assert {*DRMS_OPERATIONS, *CRDS_OPERATIONS} - tried == {
        "get_system_versions",  # its bytes are in test_seed
        "exp_repeat",  # always refused
        "exp_su_status",
        "register_address",
        "cancel_request",
        "series_info",
        "jsoc_userkill",
        "drms_export",
        "list_references",
        "get_reference_names",
        "get_best_references_by_ids",
        "jpoll_abort",
        "file_exists",
        "system_describe",
    }, "nobody has published an answer of these; they have examples"


def test_no_recorded_answer_is_left_out() -> None:
    drms_samples = [sample for sample in EVERY if sample.service == "drms"]
    assert len(drms_samples) == 307 + sum(path.suffix != ".md" for path in (SAMPLES / "jsoc").iterdir())
    without = [sample.id for sample in EVERY if not sample.operation]
    assert without == ["crds/wire_requests__crds_client_14.0.3.json"], (
        "that one has requests, for the differential tests"
    )
    assert len(UNASKED) < 15, "the rest is understood"


def test_every_file_is_listed() -> None:
    files = {f"{path.parent.name}/{path.name}" for path in SAMPLES.glob("*/*") if path.name != "INDEX.json"}
    assert {sample.id.partition("#")[0] for sample in EVERY} == files
    assert len({sample.id for sample in EVERY}) == len(EVERY)


def test_the_copies_are_the_recorded_bytes() -> None:
    index = json.loads((SAMPLES / "netdrms" / "INDEX.json").read_bytes())
    changed = [
        name
        for name, entry in index.items()
        if hashlib.sha256((SAMPLES / "netdrms" / name).read_bytes()).hexdigest() != entry["stdout_sha256"]
    ]
    assert len(index) == 307
    assert changed == []


# The tests can fail.


def _sample(operation: str, kind: str) -> Sample:
    return next(each for each in OURS if each.operation == operation and read(each).kind == kind)


def test_canary_a_good_answer_told_as_a_failure_is_complained_of() -> None:
    good, bad = _sample("rs_summary", "answer"), _sample("rs_summary", "failure")
    assert complaints(bad, decode(good)) != []
    assert complaints(good, decode(bad)) != []


def test_canary_another_value_is_complained_of() -> None:
    sample = _sample("rs_list", "answer")
    document = json.loads(drms_text(sample.body))
    document["count"] += 1
    assert differences(decode(sample).result, document) != []
    del document["count"]
    assert differences(decode(sample).result, document) != []


def test_canary_another_form_counts_as_refused_only_when_refused() -> None:
    good = _sample("rs_list", "answer")
    assert not set(REFUSALS) & set(decode(good).error_names)


def test_snake_case_is_the_rule_of_the_attributes() -> None:
    names = ["seriesList", "errMsg", "FirstRecnum", "MaxRecnum", "movie name", "CAL_VER", "user_id"]
    wanted = ["series_list", "err_msg", "first_recnum", "max_recnum", "movie_name", "cal_ver", "user_id"]
    assert [snake_case(name) for name in names] == wanted


def test_a_decoder_raises_nothing_foreign() -> None:
    foreign = [
        sample.id
        for sample in OURS
        if (error := decode(sample).error) is not None and not isinstance(error, astrowire.AstrowireError)
    ]
    assert foreign == []
