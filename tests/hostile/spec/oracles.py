"""What generated files must be made of, told by the parser of their own language.

An oracle turns a file into something to compare: the same description with a
hostile text in the place of a harmless word must give the same, but for that
text. A target whose files end otherwise joins by one line in ``ORACLES``.
"""

from __future__ import annotations

import ast
import doctest
import json
import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .scripts import Token as ScriptToken
from .scripts import tokens

NODES = {
    ast.Module, ast.Expr, ast.Constant, ast.Import, ast.ImportFrom, ast.alias, ast.Assign, ast.AnnAssign,
    ast.ClassDef, ast.FunctionDef, ast.arguments, ast.arg, ast.keyword, ast.Return, ast.If, ast.For, ast.Call,
    ast.Attribute, ast.Name, ast.Load, ast.Store, ast.Subscript, ast.Tuple, ast.List, ast.Dict, ast.BinOp,
    ast.BitOr, ast.Compare, ast.Eq, ast.NotEq, ast.Is, ast.IsNot, ast.In, ast.NotIn, ast.Lt, ast.LtE, ast.Gt,
    ast.GtE, ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub, ast.IfExp,
}  # fmt: skip
"""What generated modules are made of: no import of a name by text, no ``exec``, no f-string, no lambda."""

Replace = Callable[[str], str]


class Plain(ast.NodeTransformer):
    """Takes the texts of docstrings away, and replaces the others."""

    def __init__(self, replace: Replace) -> None:
        self.replace = replace

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        is_text = isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        return ast.Expr(ast.Constant("")) if is_text else self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        return ast.Constant(self.replace(node.value)) if isinstance(node.value, str) else node


def python(text: str, replace: Replace) -> str:
    """The syntax tree of a module, its texts replaced; every node is of a known kind."""
    tree = ast.parse(text)
    compile(text, "generated", "exec", dont_inherit=True)
    assert {type(node) for node in ast.walk(tree)} - NODES == set()
    return ast.dump(Plain(replace).visit(tree))


def document(text: str, replace: Replace) -> Any:
    """A document of JSON, its texts and names replaced."""

    def replaced(value: Any) -> Any:
        if isinstance(value, str):
            return replace(value)
        if isinstance(value, list):
            return [replaced(each) for each in value]
        if isinstance(value, dict):
            return {replace(key): replaced(each) for key, each in value.items()}
        return value

    return replaced(json.loads(text))


TOKENS = {
    "text", "code_inline", "softbreak", "inline", "fence",
    *(
        f"{each}_{end}"
        for each in ("heading", "paragraph", "bullet_list", "list_item", "em", "link",
                     "table", "thead", "tbody", "tr", "th", "td")
        for end in ("open", "close")
    ),
}  # fmt: skip
"""What generated pages are made of: no HTML, no pictures, no strong text; blocks of code are scripts."""

CODE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8}))")
"""How a page shows a character that can't be seen."""
OURS = re.compile(r"#[a-z_]+|\.\./\.\./spec/[a-z_]+/[a-z_]+\.yaml")
"""Where links may lead: to a place of the page, or to a file of the description."""


def markdown(text: str, replace: Replace) -> list[tuple[str, str]]:
    """What a page is made of, in order, its texts replaced; blanks and line breaks do not count."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return [(each.type, _said(each, replace)) for each in _tokens(parser.parse(text))]


def _tokens(tokens: list[Token]) -> Iterator[Token]:
    for each in tokens:
        assert each.type in TOKENS, f"{each.type}: {each.content!r}"
        if each.type == "inline":
            yield from _tokens(each.children or [])
        else:
            yield each


def _said(token: Token, replace: Replace) -> str:
    if token.type == "link_open":
        target = str(token.attrs["href"])
        assert OURS.fullmatch(target), target
        return target
    if token.type == "fence":
        return str(tokens(token.content, replace) if token.info else token.content)
    seen = CODE.sub(lambda found: chr(int(found[found.lastindex or 0], 16)), token.content)
    return "".join(replace(seen).split())


def script(text: str, replace: Replace) -> list[ScriptToken]:
    """The tokens of a module for Node or browsers, its texts replaced."""
    return tokens(text, replace)


def as_it_is(text: str, _: Replace) -> str:
    """A file that no text of a description reaches."""
    return text


def nothing(text: str, _: Replace) -> str:
    """A file without content."""
    assert text == ""
    return text


ORACLES: dict[str, Callable[[str, Replace], Any]] = {
    ".css": as_it_is,
    ".html": as_it_is,
    ".js": script,
    ".py": python,
    ".ts": script,
    ".json": document,
    ".md": markdown,
    ".typed": nothing,
}


def read(path: str, content: bytes, replace: Replace = str) -> Any:
    """What a generated file says, by its ending; characters that editors hide are refused in all of them."""
    text = content.decode("utf-8")
    odd = {each for each in text if each != "\n" and not each.isprintable()}
    assert not odd, f"{path} has {odd}"
    return ORACLES[PurePosixPath(path).suffix](text, replace)


def texts(path: str, content: bytes) -> list[str]:
    """All texts of a generated file, in order: literals, docstrings, names of members."""
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    if path.endswith(".py"):
        for each in _strings(content.decode("utf-8")):
            found += _parts(each) if ">>> " in each else [each]
    else:
        read(path, content, note)
    return found


def _strings(code: str) -> list[str]:
    nodes = ast.walk(ast.parse(code))
    return [each.value for each in nodes if isinstance(each, ast.Constant) and isinstance(each.value, str)]


def _parts(docstring: str) -> list[str]:
    """A docstring whose examples are code: what stands around them, and the literals in them."""
    found: list[str] = []
    for each in doctest.DocTestParser().parse(docstring):
        found += [each] if isinstance(each, str) else _strings(each.source)
    return found
