"""spec/recordings.yaml says of every recorded answer what the package makes of it, and of nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
import yaml

from .reading import SAMPLES
from .recordings import FILE, Entry, Outcome, answers, said, seen, text


@pytest.fixture(scope="module")
def written() -> dict[Entry, Outcome]:
    return said(yaml.safe_load(FILE.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def real() -> dict[Entry, Outcome]:
    return seen()


def complaints(written: Mapping[Entry, Outcome], real: Mapping[Entry, Outcome]) -> list[str]:
    """Where the description and the package part; empty when they do not."""
    missing = [f"missing: {each.file}" for each in real if each not in written]
    extra = [f"extra: {each.file}" for each in written if each not in real]
    other = [
        f"{each.file} ends in {real[each]}, not in {written[each]}"
        for each in real
        if each in written and written[each] != real[each]
    ]
    return [*missing, *extra, *other]


def test_every_recorded_answer_ends_as_described(
    written: dict[Entry, Outcome], real: dict[Entry, Outcome]
) -> None:
    assert complaints(written, real) == [], "run: python -m tests.recorded.recordings"


def test_all_files_of_the_samples_are_there(written: dict[Entry, Outcome]) -> None:
    files = {each.file.partition("#")[0] for each in written}
    for folder, least in (("netdrms", 307), ("jsoc", 50), ("crds", 40)):
        names = {f"{folder}/{each.name}" for each in (SAMPLES / folder).iterdir()}
        others = {f"{folder}/{name}" for name in ("INDEX.json", "INDEX.md")}
        others |= {name for name in names if "wire_requests" in name}  # no answers
        assert names - others - files == set()
        assert sum(file.startswith(f"{folder}/") for file in files) >= least
    assert sum(file.startswith("netdrms/") for file in files) == 307


def test_no_outcome_is_a_promise_for_later(written: dict[Entry, Outcome]) -> None:
    words = {each if isinstance(each, str) else each["outcome"] for each in written.values()}
    assert {"answer", "pending"} < words
    assert all(word in ("answer", "pending") or hasattr(_classes(), word) for word in words)


def _classes() -> Any:
    import astrowire

    return astrowire


def test_the_command_writes_the_file_that_is_there(real: dict[Entry, Outcome]) -> None:
    assert FILE.read_text(encoding="utf-8") == text(real)
    assert said(yaml.safe_load(text(real))) == real


def test_every_sample_counts(real: dict[Entry, Outcome]) -> None:
    catalogue = [sample for sample in answers() if "errors__" in sample.id]
    parts = {sample.id.rpartition("-")[0] for sample in catalogue}
    assert len(real) == len(answers()) - len(catalogue) + len(parts)


# The tests can fail.


@pytest.mark.parametrize("file", ["netdrms/jsoc_info__help.http", "crds/errors__catalogue.json#3"])
def test_canary_a_sample_that_is_dropped_is_missed(
    file: str, written: dict[Entry, Outcome], real: dict[Entry, Outcome]
) -> None:
    fewer = {each: outcome for each, outcome in written.items() if each.file != file}
    assert len(fewer) == len(written) - 1
    assert complaints(fewer, real) == [f"missing: {file}"]


def test_canary_every_single_sample_is_missed(
    written: dict[Entry, Outcome], real: dict[Entry, Outcome]
) -> None:
    for entry in written:
        fewer = {each: outcome for each, outcome in written.items() if each != entry}
        assert complaints(fewer, real) == [f"missing: {entry.file}"]


def test_canary_an_invented_sample_and_another_outcome_are_noticed(
    written: dict[Entry, Outcome], real: dict[Entry, Outcome]
) -> None:
    invented = Entry("drms", "rs_list", "jsoc/never.json")
    entry = next(each for each in written if written[each] == "answer")
    changed = {**written, invented: "answer", entry: "NotJson"}
    assert complaints(changed, real) == [
        "extra: jsoc/never.json",
        f"{entry.file} ends in answer, not in NotJson",
    ]
