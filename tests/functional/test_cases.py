"""The conformance cases: they say what our own package does, and they are what their README promises."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from codegen import emit
from tests.conformance.casefiles import CASES, CaseFile, edited, read
from tests.conformance.python import ours, reference, step

FILES = list(read())
PROMISED = 200
SIZE = 6 * 2**20
"""Bytes that all files may have."""

each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.title)


@each_file
def test_our_package_says_what_every_case_says(file: CaseFile) -> None:
    assert list(step.differences(file, ())) == []


@each_file
def test_the_reference_validator_says_what_a_tenth_of_the_cases_say(file: CaseFile) -> None:
    """All of them, and further validators, are asked by ``make conformance``."""
    found = [
        (case["name"], said)
        for case in file.bodies[::10]
        if step.is_for_validators(file, case)
        for said in reference.body_disagreements("jsonschema", file, case, step.document_of(file, case)[1])
    ]
    assert found == []


@each_file
def test_the_schema_of_case_files_is_kept(file: CaseFile) -> None:
    """Every member of the file, and a tenth of the bodies; the rest is for ``make conformance``."""
    schema = json.loads((CASES / "case.schema.json").read_text(encoding="utf-8"))
    part = {**file.content, "requests": file.requests[::10], "bodies": file.bodies[::10]}
    assert [str(each.message)[:200] for each in Draft202012Validator(schema).iter_errors(part)] == []


@each_file
def test_there_are_as_many_bodies_as_promised_and_none_twice(file: CaseFile) -> None:
    names = Counter(case["name"] for case in (*file.bodies, *file.requests))
    assert [name for name, count in Counter(case["name"] for case in file.bodies).items() if count > 1] == []
    assert names
    bodies = [file.received(case) for case in file.bodies if "base" in case]
    assert len(set(bodies)) == len(bodies)
    counts = Counter(case["verdict"] for case in file.bodies if "base" in case)
    if file.content["body"] != "json":
        return
    fewer = {verdict: counts[verdict] for verdict in ("accepted", "rejected") if counts[verdict] < PROMISED}
    assert file.content.get("fewer", {}) == fewer
    assert counts["unreadable"] >= 25


def test_hardly_an_operation_has_fewer_bodies_than_promised() -> None:
    assert {file.title for file in FILES if "fewer" in file.content} == {"crds.push_remote_context"}, (
        "its answer is null, which can only be written so"
    )


def test_there_is_a_file_for_every_operation() -> None:
    from astrowire import crds, drms

    every = {f"drms.{name}" for name in drms.OPERATIONS} | {f"crds.{name}" for name in crds.OPERATIONS}
    assert {file.title for file in FILES} == every


def test_all_files_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in CASES.rglob("*.json")) < SIZE


@each_file
def test_a_rejected_body_has_one_change(file: CaseFile) -> None:
    """One place of a base document that is itself accepted; so it is rejected for that and nothing else."""
    accepted = {case["base"] for case in file.bodies if case["name"].startswith("base.")}
    made = [case for case in file.bodies if "base" in case and case["verdict"] == "rejected"]
    assert {case["base"] for case in made} <= accepted
    assert [case["name"] for case in made if len(case["edits"]) != 1] == []


def test_the_readme_names_every_mutation() -> None:
    text = (CASES / "README.md").read_text(encoding="utf-8")
    told = re.findall(r"`([a-z0-9…-]+)`", text)
    known = {each for each in told if "…" not in each}
    patterns = [re.compile(each.replace("…", ".+")) for each in told if "…" in each]
    made = {case["name"].partition(".")[0] for file in FILES for case in file.bodies}
    assert {
        each for each in made if each not in known and not any(one.fullmatch(each) for one in patterns)
    } == set()


def test_the_target_imports_neither_the_runtime_nor_another_target_s_code() -> None:
    folder = next(path.parent for path in emit.HERE.glob("cases/target.py"))
    sources = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    imported = set(re.findall(r"^from (\S+) import|^import (\S+)", sources, re.MULTILINE))
    names = {first or second for first, second in imported}
    assert {name for name in names if name.startswith(("astrowire", "codegen.emit."))} == {
        name for name in names if name.startswith("codegen.emit.cases")
    }


# The tests can fail.


def turned(file: CaseFile) -> Iterator[tuple[str, dict[str, Any]]]:
    """Cases that say something else than is so, each with what was turned."""
    case = next(each for each in file.bodies if each["verdict"] == "accepted" and "error" not in each)
    yield "accepted", {**case, "verdict": "rejected", "error": "SchemaMismatch"}
    yield "value", {**case, "value": {"never": "so"}}
    yield "class", {**case, "error": "SeriesError"}
    case = next(each for each in file.bodies if "pointer" in each)
    yield (
        "rejected",
        {name: each for name, each in case.items() if name not in ("error", "pointer", "rule")}
        | {"verdict": "accepted"},
    )
    yield "pointer", {**case, "pointer": "/elsewhere"}
    yield "rule", {**case, "rule": "another"}
    case = next(each for each in file.bodies if each["verdict"] == "unreadable")
    yield "unreadable", {**case, "verdict": "rejected"}


def calls_turned(file: CaseFile) -> Iterator[tuple[str, dict[str, Any]]]:
    """The same of calls."""
    case = next(each for each in file.requests if "wire" in each)
    yield "sent", {**case, "wire": {**case["wire"], "url": case["wire"]["url"] + "x"}}
    yield "method", {**case, "wire": {**case["wire"], "method": "PUT"}}
    yield "headers", {**case, "wire": {**case["wire"], "headers": {}}}
    case = next(each for each in file.requests if "pointer" in each)
    yield "pointer", {**case, "pointer": "/elsewhere"}
    yield "rule", {**case, "rule": "another"}
    yield "refused", {name: each for name, each in case.items() if name != "error"}


@pytest.mark.parametrize("title", ["drms.rs_list", "crds.get_file_info"])
def test_canary_a_case_that_says_otherwise_is_told(title: str) -> None:
    file = next(each for each in FILES if each.title == title)
    unseen = [what for what, case in turned(file) if not list(step.of_body(file, case, ()))]
    unseen += [what for what, case in calls_turned(file) if not list(ours.request_disagreements(file, case))]
    assert unseen == []


def test_edits_count_in_the_unedited_text() -> None:
    assert edited("0123456789", [[1, 2, "abc"], [5, 0, "-"], [9, 1, ""]]) == "0abc34-5678"
