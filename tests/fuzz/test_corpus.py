"""What the search for odd inputs kept is tried again; no search and no fuzzer is needed for that."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import astrowire
from astrowire_runtime.columns import scan
from codegen.problems import Problem
from tests.property.answers import EVERY_WITH_DOCUMENTS, Verdict, operation, validator
from tests.property.strict import NoDocument

from . import decoder, lines, loader, recordset
from .findings import Finding

MOST = 300
MOST_BYTES = 1 << 20

each_target = pytest.mark.parametrize("target", lines.TARGETS.values(), ids=lines.TARGETS)


def tried(target: ModuleType, data: bytes) -> tuple[Any, str | None]:
    """What an input came to, and what the target has against it."""
    try:
        return target.run(data), None
    except BaseException as error:
        return None, f"{error!r:.500} for {target.written(data)!r:.500}"


def complaint(target: ModuleType, data: bytes) -> str | None:
    """Say what a target has against an input; None when nothing."""
    return tried(target, data)[1]


@cache
def replay(name: str) -> list[tuple[bytes, Any, str | None]]:
    """All that was kept, and what it came to."""
    target = lines.TARGETS[name]
    return [(data, *tried(target, data)) for data in lines.replayed(target)]


@pytest.mark.parametrize("name", lines.TARGETS)
def test_nothing_that_was_kept_is_a_finding(name: str) -> None:
    assert [why for _, _, why in replay(name) if why] == []


@each_target
def test_nothing_that_a_search_starts_from_is_a_finding(target: ModuleType) -> None:
    found = [complaint(target, data) for data in list(target.seeds())[::5]]
    assert [each for each in found if each] == []


@each_target
def test_the_corpus_is_small_and_reads_back(target: ModuleType, tmp_path: Path) -> None:
    inputs = lines.replayed(target)
    assert 50 <= len(inputs) <= MOST
    assert target.CORPUS.stat().st_size <= MOST_BYTES
    assert lines.write(target, inputs, tmp_path / "again") == len(inputs)
    assert (tmp_path / "again").read_bytes() == target.CORPUS.read_bytes()


# It reaches what is to be reached.


def test_every_operation_accepts_and_refuses_something() -> None:
    verdicts = {(decoder.parts(data)[0], accepted) for data, accepted, _ in replay("decoder")}
    assert verdicts == {(title, verdict) for title in EVERY_WITH_DOCUMENTS for verdict in (True, False)}


def test_packed_results_and_columns_are_among_them(monkeypatch: pytest.MonkeyPatch) -> None:
    accepted = [decoder.parts(data) for data, accepted, _ in replay("decoder") if accepted]
    assert {form for _, _, form, _, _ in accepted} == set(decoder.FORMS)
    assert {way for title, way, *_ in accepted if title == "drms.rs_list"} == set(decoder.WAYS)
    proven: list[int | None] = []
    count = scan.count_texts
    monkeypatch.setattr(scan, "count_texts", lambda raw: proven.append(count(raw)) or proven[-1])
    for data, accepted, _ in replay("decoder"):
        if accepted and decoder.parts(data)[0] == "drms.rs_list":
            decoder.run(data)
    assert any(proven)
    assert None in proven


def test_schema_and_checker_agree_on_all_of_it() -> None:
    differing = []
    for data, _, _ in replay("decoder"):
        title, _, form, strict, text = decoder.parts(data)
        try:
            value = decoder.value_of(title, form, text, strict=strict)
        except (NoDocument, decoder.NoVerdict):
            continue
        if validator(title).is_valid(value) != (operation(title).validate_response(value) == []):
            differing.append(decoder.written(data))
    assert differing == []


def test_some_descriptions_are_good_and_many_rules_are_broken() -> None:
    outcomes = [outcome for _, outcome, _ in replay("loader")]
    assert sum(package is not None for package, _ in outcomes) >= 10
    rules = {problem.rule for _, problems in outcomes for problem in problems}
    assert len(rules) >= 60, sorted(rules)


def test_some_record_sets_are_read_and_others_refused_for_many_reasons() -> None:
    outcomes = [outcome for _, outcome, _ in replay("recordset")]
    assert sum(found is not None for found, _ in outcomes) >= 20
    assert len({why for found, why in outcomes if found is None}) >= 20


# The replay can fail.


GOOD = b'{"count": 1, "runtime": 0.1, "status": 0}'
SUMMARY = ("drms.rs_summary", decoder.FORMS[0])


def test_canary_an_answer_of_the_wrong_verdict_is_a_finding() -> None:
    decoder.check(*SUMMARY, GOOD, Verdict(True), strict=False)
    for text, verdict in ((GOOD, Verdict(False)), (b'{"count": "1"}', Verdict(True)), (b"{", Verdict(True))):
        with pytest.raises(Finding):
            decoder.check(*SUMMARY, text, verdict, strict=False)


def test_canary_a_foreign_exception_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    data = decoder.made("drms.rs_summary", GOOD)
    before = complaint(decoder, data)
    kind = type(operation("drms.rs_summary"))
    for raised, expected in ((KeyError("status"), True), (astrowire.Malformed("x"), True)):
        with monkeypatch.context() as patched:
            patched.setattr(kind, "decode", lambda *_, error=raised, **__: _raise(error))
            assert (complaint(decoder, data) is not None) is expected
    assert before is None


def _raise(error: BaseException) -> None:
    raise error


def test_canary_a_wrong_column_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    text = b'{"keywords":[{"name":"A","values":["1","2"]}],"segments":[],"links":[],"count":2,"status":0}'
    data = decoder.made("drms.rs_list", text, way="quick ways from the first row on")
    before = complaint(decoder, data)
    monkeypatch.setattr(scan, "count_texts", lambda raw: 3)
    assert before is None
    assert complaint(decoder, data) is not None


def test_canary_a_package_beside_problems_and_a_problem_nowhere_are_findings() -> None:
    package, problems = loader.load("order/package.yaml", loader.files()["order/package.yaml"])
    assert (package is not None, problems) == (True, [])
    nowhere = Problem("no/such/file.yaml", 1, "", "some-rule", "is wrong")
    for outcome in ((None, []), (package, [nowhere]), (None, [nowhere])):
        with pytest.raises(Finding):
            loader.check(*outcome)


def test_canary_a_text_read_as_something_else_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    data = loader.made("whole/package.yaml", b'{"a": [1, 1.5, "x"]}')
    before = complaint(loader, data)
    monkeypatch.setattr(loader.json, "loads", lambda *_, **__: {"a": [1, 1.5, "y"]})
    assert before is None
    assert complaint(loader, data) is not None


def test_canary_a_record_set_that_is_not_read_back_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    before = complaint(recordset, b"a.b[1/2]")
    monkeypatch.setattr(recordset.RecordSet, "__str__", lambda self: "a.b[1-2]")
    assert before is None
    assert complaint(recordset, b"a.b[1/2]") is not None
