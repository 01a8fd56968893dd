"""Texts of a description stand in a page as themselves, whatever they are made of."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from codegen.emit.docs.markdown import code, link, table, text
from tests.hostile.spec.texts import TEXTS

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
BLANKS = re.compile(r"[ \t\r\n]+")
PLAIN = st.text(st.characters(min_codepoint=32, max_codepoint=126))


def cells(page: str) -> list[tuple[str, str]]:
    """What the cells of a page's only table are, by another's parser: the kind of each part, and its text."""
    tokens = PARSER.parse(page)
    assert {each.type for each in tokens if each.level == 0} == {"table_open", "table_close"}, page
    return [
        (part.type, part.content) for each in tokens for part in each.children or [] if each.type == "inline"
    ]


def shown(value: str) -> str:
    """The one line that stands for a text."""
    return BLANKS.sub(" ", value).strip(" ")


@given(PLAIN)
def test_a_text_is_read_back_as_itself(value: str) -> None:
    wanted = shown(value)
    page = table(["a", "b"], [[text(value), text("end")]])
    assert cells(page) == [("text", each) for each in ("a", "b", wanted, "end") if each]


@given(PLAIN)
def test_a_name_is_read_back_as_itself(value: str) -> None:
    wanted = shown(value) or " "
    page = table(["a", "b"], [[code(value), text("end")]])
    found = cells(page)
    assert [kind for kind, _ in found] == ["text", "text", "code_inline", "text"]
    assert found[2][1].strip(" ") == wanted.strip(" ")


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_fills_one_cell(name: str) -> None:
    page = table(["a", "b"], [[text(TEXTS[name]), code(TEXTS[name])]])
    assert [kind for kind, _ in cells(page)] == ["text", "text", "text", "code_inline"]
    assert page.count("\n") == 3


@pytest.mark.parametrize("odd", ["\x00", "\x1b[2J", "\x85", "\u2028", "\u202e", "\u200b", "\ufeff", "\xa0"])
def test_what_cannot_be_seen_is_shown_by_its_code(odd: str) -> None:
    for written in (text(f"a{odd}b"), code(f"a{odd}b")):
        assert written.isprintable()
        assert written.isascii()
        assert f"{ord(odd[0]):02x}" in written


@pytest.mark.parametrize(
    "address", ["http://e.example/", "see https://e.example", "www.e.example", "a@e.example"]
)
def test_an_address_does_not_become_a_link_by_itself(address: str) -> None:
    """Sites turn bare addresses into links; an escape in its middle prevents that."""
    assert not re.search(r"[a-z]://|www\.|[a-z]@", text(address))
    assert cells(table(["a"], [[text(address)]]))[1] == ("text", address)


def test_a_link_is_one() -> None:
    page = table(["a"], [[link("rs_list", "../../spec/drms/rs_list.yaml")]])
    assert cells(page) == [("text", "a"), ("link_open", ""), ("code_inline", "rs_list"), ("link_close", "")]


@pytest.mark.parametrize("raw", ["*a*", "`a`", "<b>a</b>", "[a](b)", "~~a~~", "a\n\nb", "![a](b)"])
def test_canary_without_the_escapes_it_would_not_be_itself(raw: str) -> None:
    try:
        as_itself = cells(table(["a"], [[raw]])) == [("text", "a"), ("text", raw)]
    except AssertionError:
        as_itself = False
    assert not as_itself
    assert cells(table(["a"], [[text(raw)]])) == [("text", "a"), ("text", shown(raw))]
