"""Hostile texts in every place that takes free text: refused with a message, or arrived as data.

A harmless description with a word of its own in every place is generated once.
With a hostile text in those places the modules must be the same syntax trees,
and the JSON files the same documents, but for that text where the words stood.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from codegen.build import build
from codegen.output import Tree
from codegen.output import write as write_tree
from codegen.resolve import load_package
from tests.functional.making import RUNTIME, python
from tests.hostile.description import TEXTS, harmless, mark, place_at, places, write

AUDIT = Path(__file__).with_name("audit.py")

CLOSED = {
    "environment.variable", "option.wire", "server.base_url", "server.endpoint", "rpc.path", "member.name",
    "select.member",
}  # fmt: skip
"""Places where only names or paths may stand: every hostile text is refused there."""

BREAKS = {"triple quotes", "carriage return", "code on the next line", "dedented code"}
"""Texts of several lines ..."""

ONE_LINE = {
    "correction.evidence", "correction.title", "example.origin", "limit.text", "operation.deprecated",
    "operation.since", "server.title", "source.tag", "source.text", "variable.example",
}  # fmt: skip
"""... and the places, besides all summaries, that take one line only."""

NODES = {
    ast.Module, ast.Expr, ast.Constant, ast.Import, ast.ImportFrom, ast.alias, ast.Assign, ast.AnnAssign,
    ast.ClassDef, ast.FunctionDef, ast.arguments, ast.arg, ast.keyword, ast.Return, ast.If, ast.For, ast.Call,
    ast.Attribute, ast.Name, ast.Load, ast.Store, ast.Subscript, ast.Tuple, ast.List, ast.Dict, ast.BinOp,
    ast.BitOr, ast.Compare, ast.Eq, ast.NotEq, ast.Is, ast.IsNot, ast.In, ast.NotIn, ast.Lt, ast.LtE, ast.Gt,
    ast.GtE, ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub, ast.IfExp,
}  # fmt: skip
"""What generated modules are made of: no import of a name by text, no ``exec``, no f-string, no lambda."""


@dataclass(frozen=True)
class Made:
    """One description with a text in all places that take it."""

    taken: dict[str, str]
    refused: dict[str, list[str]]
    tree: Tree


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@pytest.fixture(scope="module")
def plain(home: Path) -> Made:
    return make(home / "plain", {})


@pytest.fixture(scope="module")
def made(home: Path) -> dict[str, Made]:
    return {name: make(home / name, dict.fromkeys(places(), text)) for name, text in TEXTS.items()}


def make(folder: Path, texts: Mapping[str, str]) -> Made:
    """Generate with the texts; a place that refuses its text gets its harmless word back."""
    spec, taken, refused = folder / "spec", dict(texts), dict[str, list[str]]()
    while True:
        write(spec, taken)
        package, problems = load_package(spec)
        if package is not None:
            tree = build(package, spec)
            write_tree(tree, folder / "out")
            return Made(taken, refused, tree)
        at = {place_at(each.file.removeprefix(f"{spec.as_posix()}/"), each.line) for each in problems}
        blamed = taken.keys() & at
        assert blamed, f"no place is to blame for {[str(each) for each in problems]}"
        for name in blamed:
            refused[name] = [each.message for each in problems]
            del taken[name]


def expected(text: str, taken: Mapping[str, str]) -> str:
    """A text of the harmless output, with what was put into the places."""
    for name, hostile in taken.items():
        if mark(name) in text:
            text = text.replace(harmless(name), hostile)
    return text


# What arrives.


class Plain(ast.NodeTransformer):
    """Takes the texts of docstrings away, and puts hostile texts in the place of harmless words elsewhere."""

    def __init__(self, taken: Mapping[str, str]) -> None:
        self.taken = taken

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        is_text = isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        return ast.Expr(ast.Constant("")) if is_text else self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        return ast.Constant(expected(node.value, self.taken)) if isinstance(node.value, str) else node


def modules(tree: Tree) -> Iterator[tuple[str, ast.Module]]:
    for path in tree:
        if path.endswith(".py"):
            yield path, ast.parse(tree[path].decode())


@pytest.mark.parametrize("name", TEXTS)
def test_modules_differ_in_nothing_but_the_text(plain: Made, made: dict[str, Made], name: str) -> None:
    hostile = made[name]
    wanted = {path: Plain(hostile.taken).visit(module) for path, module in modules(plain.tree)}
    found = {path: Plain({}).visit(module) for path, module in modules(hostile.tree)}
    assert len(wanted) > 10
    assert wanted.keys() == found.keys()
    for path, module in wanted.items():
        assert ast.dump(found[path]) == ast.dump(module), path


@pytest.mark.parametrize("name", TEXTS)
def test_modules_are_made_of_known_syntax(made: dict[str, Made], name: str) -> None:
    kinds = {type(node) for _, module in modules(made[name].tree) for node in ast.walk(module)}
    assert kinds - NODES == set()


@pytest.mark.parametrize("name", TEXTS)
def test_documents_differ_in_nothing_but_the_text(plain: Made, made: dict[str, Made], name: str) -> None:
    hostile = made[name]
    count = 0
    for path in plain.tree:
        if path.endswith(".json"):
            count += 1
            assert json.loads(hostile.tree[path]) == _replaced(json.loads(plain.tree[path]), hostile.taken), (
                path
            )
    assert count >= 6


def _replaced(value: Any, taken: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return expected(value, taken)
    if isinstance(value, list):
        return [_replaced(each, taken) for each in value]
    if isinstance(value, dict):
        return {expected(key, taken): _replaced(inner, taken) for key, inner in value.items()}
    return value


def test_a_text_that_became_code_would_be_noticed(plain: Made, made: dict[str, Made]) -> None:
    """The comparison is no formality: one place more or less, or one statement more, and it fails."""
    path = "python/hostile/shop/order.py"
    hostile = made["single quotes"]
    fewer = {name: text for name, text in hostile.taken.items() if name != "query.value"}
    found = hostile.tree[path].decode()
    wanted = ast.dump(Plain(hostile.taken).visit(ast.parse(plain.tree[path])))
    assert wanted == ast.dump(Plain({}).visit(ast.parse(found)))
    assert wanted != ast.dump(Plain({}).visit(ast.parse(f"{found}\nimport os\n")))
    assert wanted != ast.dump(Plain(fewer).visit(ast.parse(plain.tree[path])))


@pytest.mark.parametrize("name", TEXTS)
def test_no_odd_character_is_printed_as_itself(made: dict[str, Made], name: str) -> None:
    assert odd_characters(made[name].tree, "python/") == {}


@pytest.mark.parametrize("name", TEXTS)
def test_no_odd_character_stands_in_documents(made: dict[str, Made], name: str) -> None:
    assert odd_characters(made[name].tree, "jsonschema/") == {}


def odd_characters(tree: Tree, start: str) -> dict[str, set[str]]:
    """Characters that editors and terminals hide, or act on, by file."""
    odd = {
        path: {each for each in tree[path].decode() if each != "\n" and not each.isprintable()}
        for path in tree
        if path.startswith(start)
    }
    assert odd
    return {path: found for path, found in odd.items() if found}


# What is refused.


@pytest.mark.parametrize("name", TEXTS)
def test_a_refusal_has_a_message(made: dict[str, Made], name: str) -> None:
    hostile = made[name]
    assert hostile.taken.keys() | hostile.refused.keys() == set(places())
    assert all(all(messages) for messages in hostile.refused.values())


@pytest.mark.parametrize("name", TEXTS)
def test_only_what_must_be_is_refused(made: dict[str, Made], name: str) -> None:
    """Names, paths and patterns have a form of their own; summaries are one line; all else takes any text."""
    free = {place for place in places() if place not in CLOSED and not _is_pattern(place)}
    one_line = {place for place in free if place in ONE_LINE or place.endswith(".summary")}
    assert free - made[name].taken.keys() == (one_line if name in BREAKS else set())


def _is_pattern(place: str) -> bool:
    return place.endswith((".pattern", ".match", ".suffix"))


def test_names_and_paths_take_none_of_them(made: dict[str, Made]) -> None:
    for name, hostile in made.items():
        assert hostile.refused.keys() >= CLOSED, name


def test_a_pattern_of_quotes_and_braces_arrives(made: dict[str, Made]) -> None:
    patterns = {place for place in places() if place.endswith(".pattern")}
    assert len(patterns) == 4
    assert patterns <= made["a pattern"].taken.keys()


# What an import does.


def audited(home: Path, *folders: Path) -> dict[str, Any]:
    done = python("-I", AUDIT, RUNTIME, *folders, cwd=home)
    assert (done.status, done.err) == (0, "")
    found: dict[str, Any] = json.loads(done.out[-1])
    return found


def test_importing_does_nothing(made: dict[str, Made], home: Path) -> None:
    folders = [home / name / "out" / "python" for name in made]
    found = audited(home, *folders)
    assert found["modules"] > 10 * len(folders)
    assert found["seen"] == []
    assert not list(home.rglob("owned*"))


@pytest.mark.parametrize(
    ("code", "event"),
    [
        ("import os; os.system('true')", "os.system"),
        ("import subprocess; subprocess.Popen(['true']).wait()", "subprocess.Popen"),
        ("import socket; socket.socket().close()", "socket.__new__"),
        ("open('/etc/hostname').close()", "open '/etc/hostname'"),
        ("open('owned', 'w').close()", "open 'owned'"),
        ("import os; os.mkdir('owned')", "os.mkdir"),
        ("exec('x = 1')", "exec"),
        ("compile('x = 1', 'x', 'exec')", "compile"),
        ("eval('1 + 1')", "exec"),
        ("import os; os.environ['X'] = '1'; os.putenv('X', '2')", "os.putenv"),
    ],
)
def test_an_import_that_does_something_is_noticed(tmp_path: Path, code: str, event: str) -> None:
    (tmp_path / "hostile").mkdir()
    (tmp_path / "hostile" / "__init__.py").write_text(code + "\n", encoding="utf-8")
    assert [each for each in audited(tmp_path, tmp_path)["seen"] if each.startswith(event)]
