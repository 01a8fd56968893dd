"""Whatever a description says arrives in the generated text as itself and as nothing else."""

from __future__ import annotations

import ast
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegen.literals import comment, docstring, literal, paragraphs, raw_pattern

HOSTILE = (
    '"',
    "'",
    '"""',
    "'''",
    "\\",
    '\\"""',
    "\r",
    "\x0b",
    "\x0c",
    "\x85",
    "\u2028",
    "\u2029",
    "\u202e",
    "\ufeff",
    "{{ x }}",
    "{% raw %}",
    "${x}",
    "*/",
    "-->",
    "\nimport os\n",
    "ends with \\",
    'ends with "',
    "# noqa",
    "\ud800",
    "\x00",
    "\t",
    "%s {x}",
    "\u00a0",
    "\U000e0001",
    "\\N{BULLET}",
    "\\u0041",
    "</script>",
    "`x`",
    "\\\n",
)

TEXTS = (
    st.text(st.characters(codec=None))
    | st.sampled_from(HOSTILE)
    | st.lists(st.sampled_from(HOSTILE)).map("".join)
)
VALUES = st.recursive(
    TEXTS | st.integers() | st.booleans() | st.none() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: (
        st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(TEXTS | st.integers(), inner)
    ),
    max_leaves=8,
)
ODD = re.compile("[\x00-\x09\x0b-\x1f\x7f-\xa0\u2028\u2029\u202a-\u202e\ud800-\udfff\ufeff]")


@given(VALUES)
def test_a_literal_reads_back_as_the_value(value: object) -> None:
    source = literal(value)
    assert ast.literal_eval(source) == value
    assert "\n" not in source
    assert not ODD.search(source)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_texts_are_literals(text: str) -> None:
    assert ast.literal_eval(literal(text)) == text


def test_types_are_kept() -> None:
    assert literal(True) == "True"
    assert literal(1.0) == "1.0"
    assert type(ast.literal_eval(literal((1,)))) is tuple


@pytest.mark.parametrize("value", [float("inf"), float("nan"), object(), b"x", {1}])
def test_what_has_no_literal_is_refused(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        literal(value)


@given(TEXTS, st.sampled_from([0, 4, 8]))
def test_a_docstring_is_one_string_and_nothing_else(text: str, indent: int) -> None:
    source = f"class A:\n{' ' * 4}{docstring(text, 4)}\n" if indent else docstring(text)
    assert not ODD.search(source)
    tree = ast.parse(source)
    body = tree.body[0].body if isinstance(tree.body[0], ast.ClassDef) else tree.body
    assert len(body) == 1
    assert isinstance(body[0], ast.Expr)
    assert isinstance(body[0].value, ast.Constant)


@given(TEXTS)
def test_a_docstring_keeps_every_word(text: str) -> None:
    value = ast.literal_eval(docstring(text))
    assert re.sub(r"[ \r\n]+", "", value) == re.sub(r"[ \r\n]+", "", text)


@given(TEXTS)
def test_a_comment_is_one_line(text: str) -> None:
    line = f"# {comment(text)}\n"
    assert line.count("\n") == 1
    assert not ODD.search(line)
    assert ast.parse(line).body == []


@given(
    st.text(st.characters(min_codepoint=32, max_codepoint=126))
    | st.sampled_from(["^a\\.b$", "\\\\", "'\"\\", "a\\"])
)
def test_a_pattern_reads_back(pattern: str) -> None:
    assert ast.literal_eval(raw_pattern(pattern)) == pattern


def test_paragraphs_are_wrapped_and_lists_are_not() -> None:
    assert paragraphs("one\ntwo\n\n- a\n- b\n\n| x | y |\n|---|---|") == [
        ["one two"],
        ["- a", "- b"],
        ["| x | y |", "|---|---|"],
    ]
    assert all(len(line) <= 40 for lines in paragraphs("word " * 50, 40) for line in lines)
