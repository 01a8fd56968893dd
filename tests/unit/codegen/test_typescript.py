"""The modules of TypeScript: every operation has one, and every text of a description is data in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegen import ir
from codegen.emit import Assets
from codegen.emit.typescript import layout, quoting
from codegen.emit.typescript.conditions import Atom, every, flat, opposite, refuse, same, says, some
from codegen.emit.typescript.naming import RESERVED, camel, type_name
from codegen.emit.typescript.target import HERE, emit
from codegen.naming import OBJECT_MEMBERS
from codegen.regex import parse
from codegen.resolve import load_package
from tests.functional.making import GOLDEN_SPEC, SPEC
from tests.hostile.spec.scripts import tokens, value
from tests.hostile.spec.texts import TEXTS

WIDTH = 100


def package(spec: Path) -> ir.Package:
    found, problems = load_package(spec)
    assert found is not None, problems
    return found


@pytest.fixture(scope="module", params=[SPEC, GOLDEN_SPEC], ids=["ours", "made up"])
def made(request: pytest.FixtureRequest) -> tuple[ir.Package, dict[str, str | bytes]]:
    """A package, and its files."""
    found = package(request.param)
    return found, emit(found, Assets(request.param))


# What there is.


def test_every_operation_has_a_module_a_name_and_a_method(
    made: tuple[ir.Package, dict[str, str | bytes]],
) -> None:
    found, files = made
    for service in found.services:
        listed = str(files[f"typescript/{service.name}/operations.ts"])
        client = str(files[f"typescript/{service.name}/client.ts"])
        for operation in service.operations:
            name = camel(operation.name)
            module = str(files[f"typescript/{service.name}/{operation.name}.ts"])
            assert f"export const {name} = /* @__PURE__ */ " in module
            assert f"  {operation.name}: {name},\n" in listed or f"  {operation.name},\n" in listed
            assert re.search(rf"^  {name}\(", client, re.MULTILINE)


def test_the_runtime_is_copied_as_it_is(made: tuple[ir.Package, dict[str, str | bytes]]) -> None:
    _, files = made
    copied = {path: text for path, text in files.items() if path.startswith("typescript/runtime/")}
    assert copied == {
        f"typescript/{path.relative_to(HERE).as_posix()}": path.read_bytes()
        for path in (HERE / "runtime").rglob("*.ts")
    }
    assert len(copied) > 20


def test_modules_are_made_of_tokens(made: tuple[ir.Package, dict[str, str | bytes]]) -> None:
    _, files = made
    modules = {path: text for path, text in files.items() if path.endswith(".ts") and isinstance(text, str)}
    assert all(len(tokens(text)) > 3 for text in modules.values())


def test_code_keeps_to_its_width(made: tuple[ir.Package, dict[str, str | bytes]]) -> None:
    """Comments, literals that nothing can break, and names of modules may be longer."""
    _, files = made
    for path, text in files.items():
        if path.endswith(".ts") and isinstance(text, str):
            code = [
                each
                for each in text.split("\n")
                if len(each) > WIDTH and not each.lstrip().startswith(("*", "/*"))
            ]
            assert [
                each
                for each in code
                if not re.match(r" *(?:(?:\| )?[\"'/].*[\"'u]|[a-z]+: [\"'].*),?;?$", each)
            ] == []


# Quoting.


@given(st.text())
def test_a_literal_says_the_text(text: str) -> None:
    literal = quoting.string(text)
    assert value(literal) == text
    assert literal.isprintable()
    assert len(tokens(f"const a = {literal};")) == 5


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_comment_ends_where_it_should(text: str) -> None:
    comment = quoting.comment(quoting.prose(text, 80))
    assert comment.count("*/") == (1 if comment else 0)
    assert all(each.isprintable() for each in comment.split("\n"))
    assert tokens(f"{comment}a;") == [("name", "a"), ("mark", ";")]


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_texts_stay_in_literals_and_comments(name: str) -> None:
    text = TEXTS[name]
    assert value(quoting.string(text)) == text
    comment = quoting.comment(quoting.prose(text, 80))
    assert tokens(f"{comment}a;") == [("name", "a"), ("mark", ";")]


def test_an_at_sign_begins_no_tag() -> None:
    assert quoting.line("@param x") == "\\@param x"
    assert quoting.line("name@example.com") == "name@example.com"


def in_dialect(pattern: str) -> str:
    """A pattern of the language as the dialect has it: slashes bare, brackets inside of classes escaped."""
    found, is_inside = "", False
    for part in re.findall(r"\\.|.", pattern, re.DOTALL):
        found += "/" if part == "\\/" else "\\[" if part == "[" and is_inside else part
        is_inside = (is_inside or part == "[") and part != "]"
    return found


def patterns(value: object) -> set[str]:
    """All patterns of a model."""
    if isinstance(value, ir.Text) and value.pattern is not None:
        return {value.pattern}
    if isinstance(value, tuple):
        return {each for part in value for each in patterns(part)}
    fields = getattr(value, "__dataclass_fields__", {})
    return {each for name in fields for each in patterns(getattr(value, name))}


@pytest.mark.parametrize(
    "text", [*sorted(patterns(package(SPEC))), r"^[a-z\.\[\]\\\^/-]+/\/?$".replace(r"\/", "/"), "a/b"]
)
def test_a_pattern_means_the_same(text: str) -> None:
    literal = quoting.pattern(text)
    assert literal[0] == "/"
    assert literal[-2:] == "/u"
    assert tokens(f"a = {literal};")[2][0] == "pattern"
    read, wanted = parse(in_dialect(literal[1:-2])), parse(text)
    assert (read.node, read.starts, read.ends) == (wanted.node, wanted.starts, wanted.ends)


# Names.


def test_no_name_is_a_word_of_the_language() -> None:
    # What every object has is refused before it comes this far.
    names = {each for each in RESERVED - OBJECT_MEMBERS if each.isalpha() and each.islower()}
    assert len(names) > 60
    assert not {camel(each) for each in names} & RESERVED
    assert type_name("Promise") == "Promise_"


# Layout.


@pytest.mark.parametrize("room", [0, 1, 2])
def test_what_fits_stays_on_one_line(room: int) -> None:
    words = ['"x"', f'"{"y" * (WIDTH - 24 - room)}"']
    text = layout.statement("const words = ", layout.array(words))
    assert (text.count("\n") == 1) is (len(f"const words = [{', '.join(words)}];") <= WIDTH)


def test_objects_of_a_list_have_lines_of_their_own() -> None:
    two = layout.members([("a", "1"), ("b", "2")])
    one = layout.members([("a", "1")])
    assert layout.laid_out(layout.array([two, two]), 0) == "[\n  { a: 1, b: 2 },\n  { a: 1, b: 2 },\n]"
    assert layout.laid_out(layout.array([two, one]), 0) == "[{ a: 1, b: 2 }, { a: 1 }]"


def test_a_condition_and_its_opposite() -> None:
    condition = every(same("a", "1"), some(says("f(a)"), Atom("a > 2", "a <= 2")))
    assert flat(condition) == "a === 1 && (f(a) || a > 2)"
    assert flat(opposite(condition)) == "a !== 1 || (!f(a) && a <= 2)"
    assert opposite(opposite(condition)) == condition
    assert refuse(condition, 2) == ["  if (a !== 1 || (!f(a) && a <= 2)) {", "    return false;", "  }"]
