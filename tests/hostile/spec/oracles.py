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
import shlex
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

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


CASE_MEMBERS = {
    "name", "base", "edits", "text", "base64", "file", "envelope", "packed", "verdict", "pointer", "rule",
    "error", "value", "value_edits", "arguments", "server", "id", "wire", "beyond_schema", "status",
}  # fmt: skip
"""What a line of a file of conformance cases says."""


def cases(text: str, replace: Replace) -> Any:
    """A file of conformance cases: what its base documents are made of, and what the examples ask for.

    Which changes are made of a document depends on the texts in it, so of these it counts that all is in
    order: members that are known, edits within the document, a document wherever one is promised. Of texts
    in documents it counts that they are there: what is a pattern stands in them as something that it takes.
    """
    content = json.loads(text)
    for each in (*content["requests"], *content["bodies"]):
        assert each.keys() <= CASE_MEMBERS, each
    for each in content["bodies"]:
        if "base" in each:
            body = content["documents"][each["base"]]
            for at, drop, put in reversed(each["edits"]):
                assert 0 <= at <= at + drop <= len(body), each
                body = body[:at] + put + body[at + drop :]
            assert each["verdict"] == "unreadable" or json.loads(body) is not Ellipsis
    asked = [each["arguments"] for each in content["requests"] if each["name"].startswith("example-")]
    head = {name: each for name, each in content.items() if isinstance(each, str)}
    documents = [_without_texts(json.loads(each)) for each in content["documents"]]
    return document(json.dumps([head, documents, asked]), replace)


def _without_texts(value: Any) -> Any:
    """A document whose texts are empty; the names of its members stay."""
    if isinstance(value, str):
        return ""
    if isinstance(value, list):
        return [_without_texts(each) for each in value]
    if isinstance(value, dict):
        return {name: _without_texts(each) for name, each in value.items()}
    return value


TOKENS = {
    "text", "code_inline", "softbreak", "inline", "fence",
    *(
        f"{each}_{end}"
        for each in ("heading", "paragraph", "bullet_list", "ordered_list", "list_item", "blockquote",
                     "em", "strong", "link", "table", "thead", "tbody", "tr", "th", "td")
        for end in ("open", "close")
    ),
}  # fmt: skip
"""What generated pages are made of: no HTML, no pictures, no blocks of code without a language."""

STYLES = {"code_inline": "`", "em_open": "*", "em_close": "*", "strong_open": "**", "strong_close": "**"}
"""How a description writes what its own texts may hold: they say the same with and without it."""

CODE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8}))")
"""How a page shows a character that can't be seen."""
OURS = re.compile(
    r"#[a-z0-9_-]+|(?:\.\./)?(?:[a-z0-9_]+/)?[a-z0-9_]+\.md(?:#[a-z0-9_-]+)?"
    r"|(?:\.\./){3}spec/[a-z0-9_]+/[a-z0-9_]+\.yaml"
)
"""Where links may lead: to a place of a page, to another page, or to a file of the description."""


def markdown(text: str, replace: Replace) -> list[tuple[str, Any]]:
    """What a page is made of, in order, its texts replaced; blanks, breaks and paragraphs do not count."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    found: list[tuple[str, Any]] = []
    seen = ""
    for each in _tokens(parser.parse(text)):
        if each.type in STYLES or each.type in ("text", "softbreak"):
            mark = STYLES.get(each.type, "")
            seen += f"{mark}{_plain(each.content)}{mark}" if mark == "`" else mark + each.content
        elif not each.type.startswith("paragraph"):
            found += [("text", _said(seen, replace)), (each.type, _target(each, replace))]
            seen = ""
    return [*found, ("text", _said(seen, replace))]


def _tokens(tokens: list[Token]) -> Iterator[Token]:
    for each in tokens:
        assert each.type in TOKENS, f"{each.type}: {each.content!r}"
        if each.type == "inline":
            yield from _tokens(each.children or [])
        else:
            yield each


def _target(token: Token, replace: Replace) -> Any:
    """Where a link leads, and what a block of code says."""
    if token.type == "link_open":
        target = str(token.attrs["href"])
        assert OURS.fullmatch(target), target
        return target
    if token.type != "fence":
        return ""
    assert token.info in FENCES, token.info
    return FENCES[token.info](token.content, replace)


def _plain(code: str) -> str:
    """What a constant says, which stands in code as JSON."""
    try:
        value = json.loads(code)
    except ValueError:
        return code
    return f'"{value}"' if isinstance(value, str) else code


def _said(text: str, replace: Replace) -> str:
    seen = CODE.sub(lambda found: chr(int(found[found.lastindex or 0], 16)), text)
    return "".join(replace(seen).split())


def shell(text: str, replace: Replace) -> list[str]:
    """The words of a command; members of a query that go encoded say what they are."""
    words = shlex.split(text.replace(" \\\n", " "))
    assert words[0] == "curl"
    said = [_member(*each) for each in zip(["", *words[:-1]], words, strict=True)]
    return ["".join(replace(each).split()) for each in said]


def _member(before: str, word: str) -> str:
    """A word, decoded where it is a member or the name of one."""
    if before == "-d":
        return unquote(word)
    if before == "--data-urlencode":
        name, _, text = word.partition("=")
        return f"{unquote(name)}={text}"
    return "member" if word in ("-d", "--data-urlencode") else word


def http(text: str, replace: Replace) -> str:
    """A request, its query decoded."""
    return "".join(replace(unquote(text)).split())


SCRIPT = re.compile(r'"(?:[^"\\]|\\.)*"|[A-Za-z_$][A-Za-z0-9_$]*|[0-9.]+|(?P<last>,(?=\s*[}\])]))|\S')


def script(text: str, replace: Replace) -> list[str]:
    """The words, texts and signs of a program in TypeScript; quotes of keys and last commas do not count."""
    words = [found[0] for found in SCRIPT.finditer(text) if not found["last"]]
    words = [json.loads(each) if each.startswith('"') else each for each in words]
    return ["".join(replace(each).split()) for each in words]


def module(text: str, replace: Replace) -> list[ScriptToken]:
    """The tokens of a module for Node or browsers, its texts replaced."""
    return tokens(text, replace)


def verbatim(text: str, _: Replace) -> str:
    """What is the same whatever the texts are."""
    return text


def nothing(text: str, _: Replace) -> str:
    """A file without content."""
    assert text == ""
    return text


FENCES: dict[str, Callable[[str, Replace], Any]] = {
    "http": http,
    "js": module,
    "python": python,
    "sh": shell,
    "text": verbatim,
    "ts": script,
}
FIXED = {"cases/README.md", "jsonschema/README.md"}
"""Pages that are ours word for word, but for names that are identifiers."""
ORACLES: dict[str, Callable[[str, Replace], Any]] = {
    ".css": verbatim,
    ".html": verbatim,
    ".js": module,
    ".py": python,
    ".ts": module,
    ".json": document,
    ".md": markdown,
    ".txt": markdown,
    ".typed": nothing,
}


def read(path: str, content: bytes, replace: Replace = str) -> Any:
    """What a generated file says, by its ending; characters that editors hide are refused in all of them."""
    text = content.decode("utf-8")
    odd = {each for each in text if each != "\n" and not each.isprintable()}
    assert odd <= ({"\t"} if path in FIXED else set()), f"{path} has {odd}"
    if path in FIXED:
        return verbatim(text, replace)
    if _has_cases(path):
        return cases(text, replace)
    return ORACLES[PurePosixPath(path).suffix](text, replace)


def _has_cases(path: str) -> bool:
    return PurePosixPath(path).match("cases/*/*.json")


def texts(path: str, content: bytes) -> list[str]:
    """All texts of a generated file, in order: literals, docstrings, names of members.

    Those of conformance cases are made of the others, and differ in number.
    """
    if _has_cases(path):
        return []
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
