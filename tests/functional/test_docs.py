"""The reference: a page for each operation with all that is described, and examples that do what they say."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import astrowire
from astrowire import crds, drms
from astrowire_runtime.operation import MAX_BODY
from codegen import ir
from codegen.build import build
from codegen.emit.docs import layout, operation, samples
from codegen.emit.docs.failures import FAILURES
from codegen.emit.docs.request import request
from codegen.emit.docs.shapes import reached, shapes_of, types_of
from codegen.naming import RUNTIME_ERRORS, PyName
from codegen.output import Tree
from tests.hostile.spec.oracles import SCRIPT

from .making import GOLDEN_SPEC, ROOT, SPEC
from .pages import Page, read, requests, target
from .test_coverage import loaded

PACKAGE = loaded(SPEC)
OPERATIONS = [(service, each) for service in PACKAGE.services for each in service.operations]
NAMES = [f"{service.name}.{each.name}" for service, each in OPERATIONS]
GENERATED = {"drms": drms, "crds": crds}

every_operation = pytest.mark.parametrize(("service", "each"), OPERATIONS, ids=NAMES)


@pytest.fixture(scope="module")
def tree() -> Tree:
    return build(PACKAGE, SPEC, ["docs"])


@pytest.fixture(scope="module")
def pages(tree: Tree) -> dict[str, Page]:
    return {path: read(tree[path].decode("utf-8")) for path in tree}


def page_of(pages: dict[str, Page], service: ir.Service, each: ir.Operation) -> Page:
    return pages[f"docs/{service.name}/{each.name}.md"]


# What is there.


def test_every_operation_and_every_service_has_a_page(pages: dict[str, Page]) -> None:
    wanted = {f"docs/{service.name}/{each.name}.md" for service, each in OPERATIONS}
    wanted |= {f"docs/{each.name}/service.md" for each in PACKAGE.services}
    wanted |= {
        f"docs/{name}" for name in ("corrections.md", "coverage.md", "errors.md", "index.md", "llms.txt")
    }
    assert pages.keys() == wanted
    assert len(OPERATIONS) > 50


@every_operation
def test_every_parameter_is_told(pages: dict[str, Page], service: ir.Service, each: ir.Operation) -> None:
    section = page_of(pages, service, each).section("Parameters")
    named = [f"{one.name}, required" if one.required else one.name for one in each.parameters]
    assert [row[0] for row in section.rows[1:]] == named
    for row, one in zip(section.rows[1:], each.parameters, strict=True):
        assert one.note.summary.replace("`", "") in row[2]
        assert one.default is None or f"Default: {layout.json_text(one.default)}." in row[2]
        assert row[1]
        assert row[3]


@every_operation
def test_every_arm_is_told_with_what_it_means(
    pages: dict[str, Page], service: ir.Service, each: ir.Operation
) -> None:
    section = page_of(pages, service, each).section("Answers")
    if not isinstance(each.result, ir.Select):
        shape = each.result.shape
        assert section.text
        assert not isinstance(shape, ir.Ref) or each.result.body != "json" or shape.name in section.text
        return
    rows = section.rows[1 : len(each.result.arms) + 2]
    for row, arm in zip(rows, each.result.arms, strict=False):
        assert all(layout.json_text(value) in row[0] for value in arm.when)
        assert row[1].startswith(arm.meaning)
        assert arm.error is None or row[1] == f"failure: {arm.error}"
        assert row[2] == arm.shape.name
    assert rows[-1][:3] == [
        "any other",
        f"failure: {each.result.otherwise_error}",
        each.result.otherwise.name,
    ]


@every_operation
def test_every_member_of_every_type_is_told(
    pages: dict[str, Page], service: ir.Service, each: ir.Operation
) -> None:
    page, types = page_of(pages, service, each), types_of(service, each)
    names = reached(shapes_of(each), types)
    for name in names:
        section, shape = page.section(f"Type {name}"), types[name].shape
        assert types[name].note.summary.replace("`", "") in section.text.replace("\n", " ")
        members = shape.members if isinstance(shape, ir.Record) else ()
        told = [row[0].removesuffix(", optional") for row in section.rows]
        assert [one.wire for one in members if one.wire not in told] == []
    assert [one.title for one in page.sections if one.title.startswith("Type ")] == [
        f"Type {n}" for n in names
    ]


@every_operation
def test_sources_limits_texts_and_corrections_are_told(
    pages: dict[str, Page], service: ir.Service, each: ir.Operation
) -> None:
    page = page_of(pages, service, each)
    assert each.path in page.section("Sources").text
    for tag in each.note.source:
        assert f"{tag}: " in page.section("Sources").text
    limits = page.section("Limits").text.replace("\n", " ")
    assert [one.text for one in each.limits if one.text.replace("`", "") not in limits] == []
    numbers = [link.rpartition("-")[2] for link in page.links if link.startswith("../corrections.md#")]
    assert numbers == [str(one.id) for one in PACKAGE.corrections if one.id in each.corrections]


def test_every_operation_is_in_the_index_and_in_the_one_for_programs(pages: dict[str, Page]) -> None:
    paths = [f"{service.name}/{each.name}.md" for service, each in OPERATIONS]
    for page in (pages["docs/index.md"], pages["docs/llms.txt"]):
        listed = Counter(page.links)
        assert [each for each in paths if listed[each] != 1] == []


def test_the_index_for_programs_has_the_form_of_its_kind(tree: Tree) -> None:
    """llmstxt.org: a title, a quote, text, and sections that are lists of links, each with a note."""
    lines = tree["docs/llms.txt"].decode("utf-8").splitlines()
    assert (lines[0], lines[2][:2]) == ("# astrowire", "> ")
    first = next(at for at, line in enumerate(lines) if line.startswith("## "))
    assert all(line == "" or line.startswith(("## ", "- [")) for line in lines[first:])
    assert all("](" in line and "): " in line for line in lines[first:] if line.startswith("- "))


# Where links lead.


@pytest.mark.parametrize("spec", [SPEC, GOLDEN_SPEC], ids=["spec", "golden"])
def test_every_link_leads_somewhere(spec: Path) -> None:
    tree = build(loaded(spec), spec, ["docs"])
    pages = {path: read(tree[path].decode("utf-8")) for path in tree}
    count = 0
    for path, page in pages.items():
        for link in page.links:
            file, anchor = target(path, link)
            if file in pages:
                assert not anchor or anchor in pages[file].anchors, f"{path}: {link}"
            else:
                # From generated/docs, so one folder further up than from docs.
                assert (spec.parent / Path(file).relative_to("..")).is_file(), f"{path}: {link}"
            count += 1
    assert count > 100


@pytest.mark.parametrize("link", ["nothing.md", "rs_list.md#nothing", "../errors.md#serieserror"])
def test_canary_a_link_to_nothing_would_be_noticed(pages: dict[str, Page], link: str) -> None:
    file, anchor = target("docs/drms/rs_list.md", link)
    assert file not in pages or anchor not in pages[file].anchors


def test_no_heading_stands_twice_on_a_page(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        if path != "docs/coverage.md":
            assert [each for each, count in Counter(page.anchors).items() if count > 1] == [], path


# Examples.


@every_operation
def test_the_request_of_every_example_is_the_one_that_the_client_sends(
    service: ir.Service, each: ir.Operation
) -> None:
    generated = GENERATED[service.name]
    encoder = generated.OPERATIONS[each.name]
    for example in each.examples:
        ours = request(service, each, example)
        theirs = encoder.encode(dict(example.arguments), generated.SERVERS[example.server], id=1)
        assert (ours.method, ours.url) == (theirs.method, theirs.url)
        sent = ours.body or (ours.query if ours.method == "POST" else "")
        assert not ours.files
        assert sent.encode() == theirs.body


@every_operation
def test_the_command_sends_what_the_client_sends(
    pages: dict[str, Page], service: ir.Service, each: ir.Operation
) -> None:
    example = samples.best(each)
    assert example is not None
    generated = GENERATED[service.name]
    theirs = generated.OPERATIONS[each.name].encode(
        dict(example.arguments), generated.SERVERS[example.server], id=1
    )
    page = page_of(pages, service, each)
    (command,) = page.fences("sh")
    ((method, url, body),) = requests(command)
    assert (method, url, body.encode()) == (theirs.method, theirs.url, theirs.body)
    (shown,) = page.fences("http")
    head, _, content = shown.rstrip("\n").partition("\n\n")
    first, host, *headers = head.split("\n")
    assert first.startswith(f"{method} /")
    assert url.partition("://")[2] == host.removeprefix("Host: ") + first.split(" ")[1]
    assert headers == [f"{name}: {value}" for name, value in theirs.headers.items()]
    assert content == body


@every_operation
def test_the_python_call_has_the_arguments_of_the_example(
    pages: dict[str, Page], service: ir.Service, each: ir.Operation
) -> None:
    example = samples.best(each)
    (code,) = page_of(pages, service, each).fences("python")
    *_, created, called = ast.parse(code).body
    assert isinstance(created, ast.Assign)
    assert isinstance(called, ast.Assign)
    assert isinstance(called.value, ast.Call)
    assert ast.unparse(called.value.func) == f"client.{each.name}"
    given = {str(one.arg): ast.literal_eval(one.value) for one in called.value.keywords}
    assert example is not None
    assert given == dict(example.arguments)
    assert example.server == service.default_server or example.server in ast.unparse(created)


@every_operation
def test_the_script_has_the_arguments_of_the_example(
    pages: dict[str, Page], service: ir.Service, each: ir.Operation
) -> None:
    example = samples.best(each)
    assert example is not None
    (code,) = page_of(pages, service, each).fences("ts")
    given = code.partition("await client.")[2].partition("(")[2].rpartition(")")[0]
    assert (json.loads(as_json(given)) if given else {}) == dict(example.arguments)
    assert f"new Client({json.dumps(example.server)})" in code


def as_json(script: str) -> str:
    """An object of TypeScript as JSON: names of members quoted, last commas left out."""
    found = [each for each in SCRIPT.finditer(script) if not each["last"]]
    words = [each[0] for each in found]
    keys = [word.isidentifier() and next_ == ":" for word, next_ in zip(words, [*words[1:], ""], strict=True)]
    return "".join(json.dumps(word) if is_key else word for word, is_key in zip(words, keys, strict=True))


def test_the_python_of_all_pages_is_laid_out_as_ruff_would(pages: dict[str, Page], tmp_path: Path) -> None:
    for path, page in pages.items():
        for code in page.fences("python"):
            (tmp_path / path.replace("/", "_")).with_suffix(".py").write_text(code, encoding="utf-8")
    options = ["--isolated", "--no-cache", "--check", "--line-length", str(layout.WIDTH)]
    command = [sys.executable, "-m", "ruff", "format", *options, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert len(list(tmp_path.iterdir())) == len(OPERATIONS)


def test_a_recorded_answer_is_shown_as_it_is_where_it_is_short(pages: dict[str, Page]) -> None:
    (shown,) = pages["docs/drms/rs_summary.md"].fences("js")
    summary = PACKAGE.service("drms").operation("rs_summary")
    example = samples.best(summary)
    assert example is not None
    assert json.loads(shown) == json.loads((SPEC / "drms" / (example.answer or "")).read_bytes())


# Errors.


def test_the_errors_that_are_told_are_those_of_the_runtime() -> None:
    assert sorted(FAILURES) == sorted(RUNTIME_ERRORS)
    for name, failure in FAILURES.items():
        kind = getattr(astrowire, name)
        assert failure.parent == (kind.__base__.__name__ if name != "AstrowireError" else None)
        assert failure.repeats is (kind.repeats > 0), name
        assert ("ValueError" in failure.means) is issubclass(kind, ValueError)


def test_every_class_of_errors_is_on_the_page_of_errors(pages: dict[str, Page]) -> None:
    page = pages["docs/errors.md"]
    for service in PACKAGE.services:
        for each in service.errors:
            section = page.section(f"{each.name} ({service.name})")
            assert each.note.summary in section.text.replace("\n", " ")
            assert all(PyName.of(extract.name) in section.text for extract in each.extract)
    (drawn,) = page.fences("text")
    told = [line.strip().rpartition(".")[2] for line in drawn.splitlines()]
    own = [each.name for service in PACKAGE.services for each in service.errors]
    assert sorted(told) == sorted([*RUNTIME_ERRORS, *own])


def test_the_bound_of_answers_is_that_of_the_runtime() -> None:
    assert operation.LARGEST == MAX_BODY


def test_the_committed_pages_are_these(tree: Tree) -> None:
    folder = ROOT / "generated"
    found = {each.relative_to(folder).as_posix() for each in (folder / "docs").rglob("*") if each.is_file()}
    assert found == set(tree)
    assert [path for path in tree if (folder / path).read_bytes() != tree[path]] == []
