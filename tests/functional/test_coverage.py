"""The page coverage.md lists every operation, server and recorded answer of the description once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from codegen import ir
from codegen.build import build
from codegen.emit.docs import coverage
from codegen.resolve import load_package

from .making import GOLDEN_SPEC, ROOT, SPEC

PAGE = ROOT / "generated" / "docs" / "coverage.md"
PARSER = MarkdownIt("commonmark").enable("table")

Tables = dict[tuple[str, str], list[list[str]]]


def loaded(spec: Path) -> ir.Package:
    package, problems = load_package(spec)
    assert package is not None, problems
    return package


def tables(page: str) -> Tables:
    """The rows of every table by the headings that it stands under, read by another's parser."""
    found: Tables = {}
    section, title, level = "", "", ""
    for each in PARSER.parse(page):
        if each.type == "heading_open":
            level = each.tag
        elif each.type == "inline" and level:
            section, title, level = (each.content, "", "") if level == "h2" else (section, each.content, "")
        elif each.type == "tr_open":
            found.setdefault((section, title), []).append([])
        elif each.type == "inline" and found and (section, title) in found:
            row = found[section, title][-1]
            row.append("".join(part.content for part in each.children or []))
    return {place: rows[1:] for place, rows in found.items()}


@pytest.fixture(scope="module", params=[SPEC, GOLDEN_SPEC], ids=["spec", "golden"])
def package(request: pytest.FixtureRequest) -> ir.Package:
    return loaded(request.param)


@pytest.fixture(scope="module")
def page(package: ir.Package) -> Tables:
    return tables(coverage.page(package))


def column(page: Tables, service: str, title: str, number: int = 0) -> list[str]:
    return [row[number] for row in page.get((service, title), [])]


def test_the_committed_page_is_the_one_that_is_read_here() -> None:
    assert PAGE.read_bytes() == build(loaded(SPEC), SPEC, ["docs"])["docs/coverage.md"]


def test_every_operation_is_listed_once(package: ir.Package, page: Tables) -> None:
    for service in package.services:
        assert column(page, service.name, "Operations") == [each.name for each in service.operations]


def test_every_page_of_an_operation_is_led_to_once() -> None:
    text = PAGE.read_text(encoding="utf-8")
    files = [each for each in SPEC.glob("*/*.yaml") if each.name not in ("service.yaml", "types.yaml")]
    assert len(files) > 50
    count = {each: text.count(f"]({each.parent.name}/{each.stem}.md)") for each in files}
    assert {each.name: found for each, found in count.items() if found != 1} == {}


def test_every_server_is_listed_once_with_its_operations(package: ir.Package, page: Tables) -> None:
    for service in package.services:
        assert column(page, service.name, "Servers") == [each.id for each in service.servers]
        offered = column(page, service.name, "Operations", 2)
        for server, count in zip(service.servers, column(page, service.name, "Servers", 3), strict=True):
            named = [server.id in each.split(", ") or each.startswith("all ") for each in offered]
            assert count == f"{sum(named)} of {len(service.operations)}"


def test_stability_effect_and_evidence_are_those_of_the_description(
    package: ir.Package, page: Tables
) -> None:
    for service in package.services:
        for row, each in zip(page[service.name, "Operations"], service.operations, strict=True):
            by = each.effect_by
            effect = each.effect if by is None else f"{by.given} with {by.argument}, else {by.otherwise}"
            wanted = [each.stability, effect, ", ".join(each.note.source), str(len(each.examples))]
            assert row[3:] == wanted


def test_what_is_gone_or_not_described_is_listed(package: ir.Package, page: Tables) -> None:
    for service in package.services:
        assert column(page, service.name, "Removed") == [each.name for each in service.removed]
        wanted = [each.url for each in service.undescribed]
        assert column(page, service.name, "Known, not described") == wanted


def test_every_source_that_is_evidence_is_explained(package: ir.Package, page: Tables) -> None:
    for service in package.services:
        explained = column(page, service.name, "Sources")
        assert len(set(explained)) == len(explained)
        used = {tag for each in service.operations for tag in each.note.source}
        assert used <= set(explained)


def test_every_recorded_answer_is_listed_once_with_its_outcome(package: ir.Package, page: Tables) -> None:
    for service in package.services:
        wanted = [
            [each.operation or "every operation", each.file, each.outcome]
            for each in package.recordings
            if each.service == service.name
        ]
        rows = page[service.name, "Recorded answers"]
        assert [[*row[:2], row[2].partition(",")[0]] for row in rows] == wanted
        assert len({row[1] for row in rows}) == len(rows)


def test_all_answers_of_the_public_programs_are_listed() -> None:
    rows = tables(PAGE.read_text(encoding="utf-8"))["drms", "Recorded answers"]
    assert sum(row[1].startswith("netdrms/") for row in rows) == 307
    assert not [row for row in rows if "later" in row[2]]


def test_a_description_without_recordings_has_no_such_table() -> None:
    bare = replace(loaded(GOLDEN_SPEC), recordings=())
    found = tables(coverage.page(bare))
    assert ("weather", "Operations") in found
    assert ("weather", "Recorded answers") not in found


def test_canary_an_operation_or_a_server_more_is_another_page(package: ir.Package) -> None:
    (first, *others) = package.services
    fewer = replace(package, services=(replace(first, operations=first.operations[1:]), *others))
    found = tables(coverage.page(fewer))
    assert column(found, first.name, "Operations") != [each.name for each in first.operations]
