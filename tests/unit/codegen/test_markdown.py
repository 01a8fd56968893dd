"""Texts of a description stand in a page as themselves, whatever they are made of."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from codegen.emit.docs.markdown import blocks, bullets, code, fence, link, paragraph, prose, table, text
from tests.hostile.spec.oracles import CODE
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


def test_bars_stay_in_their_cell() -> None:
    page = table(["a", "b"], [[text("a | b"), code("c|d\\|e")], [text("\\|"), code("|")]])
    assert [content for _, content in cells(page)] == ["a", "b", "a | b", "c|d\\|e", "\\|", "|"]


def test_a_table_without_rows_is_nothing() -> None:
    assert table(["a", "b"], []) == ""


# Paragraphs.

ALLOWED = {
    "paragraph", "bullet_list", "ordered_list", "list_item", "inline",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
STYLES = {"code_inline": "`", "em_open": "*", "em_close": "*", "strong_open": "**", "strong_close": "**"}


def said(page: str) -> tuple[set[str], str]:
    """The kinds of blocks of a page, and all that it says; styles as they are written, without blanks."""
    kinds: set[str] = set()
    parts: list[str] = []
    for each in PARSER.parse(page):
        kinds.add(each.type.removesuffix("_open").removesuffix("_close"))
        for part in each.children or []:
            assert part.type in {"text", "softbreak", *STYLES}, (part.type, page)
            mark = STYLES.get(part.type, "")
            parts.append(f"{mark}{part.content}{mark}" if part.type == "code_inline" else mark + part.content)
    return kinds, "".join("".join(parts).split())


@given(PLAIN)
def test_a_line_with_code_is_read_back_as_itself(value: str) -> None:
    kinds, found = said(table(["a"], [[prose(value)]]))
    assert kinds <= ALLOWED
    assert found == "a" + "".join(value.split())


LINES = st.lists(PLAIN, max_size=4).map("\n".join)


@given(LINES)
def test_paragraphs_are_made_of_nothing_but_what_they_may_be(value: str) -> None:
    assert said(blocks(value))[0] <= ALLOWED


SIGNS = st.text(st.sampled_from("ab 1.)-+*_=#>`~<&|[](!:\\"), max_size=30)


@given(st.lists(SIGNS, max_size=3).map("\n".join))
def test_paragraphs_say_all_that_was_written(value: str) -> None:
    """Marks of lists and of tables are all that may go."""
    kinds, found = said(blocks(value))
    assert kinds <= ALLOWED
    if kinds & {"bullet_list", "ordered_list", "table"}:
        return
    assert found == "".join(value.split())


@pytest.mark.parametrize(
    "raw",
    [
        "# a", "a\n===", "a\n---", "---", "> a", "-a", "1.a", "~~~\na\n~~~", "```\na\n```", "<b>a</b>",
        "&lt;", "<script>a</script>", "[a](b)", "![a](b)", "[a]: http://e.example", "a  \nb", "https://e.example",
        "[ ] a", "| a | b |", "a | b\n--- | ---\nc | d", "{raw}`a`", "<!-- a -->", "    a",
    ],
)  # fmt: skip
def test_other_syntax_stands_for_itself(raw: str) -> None:
    for before in ("", "b c\n\n"):
        kinds, found = said(blocks(before + raw))
        assert kinds == {"paragraph", "inline"}, raw
        assert found == "".join((before + raw).split())


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_paragraphs_say_what_they_are(name: str) -> None:
    kinds, found = said(blocks(TEXTS[name]))
    assert kinds == {"paragraph", "inline"}
    shown = CODE.sub(lambda code: chr(int(code[code.lastindex or 0], 16)), found)
    assert "".join(shown.split()) == "".join(TEXTS[name].split())


def test_lists_tables_code_and_stress_are_kept() -> None:
    page = blocks("A *b* **c d.** `e`\nf.\n\n- g\n  h\n- `i`\n\n3) j\n4) k\n")
    assert page == "A *b* **c d.** `e` f.\n\n- g h\n- `i`\n\n1. j\n2. k\n"
    page = blocks("| j | k |\n|---|:-:|\n| `l\\|m` | n |")
    assert page == "| j | k |\n| --- | --- |\n| `l\\|m` | n |\n"


def test_names_in_code_lead_to_their_places() -> None:
    names = {"rs_list": "rs_list.md"}
    assert prose("`rs_list`, `rs_lists`", names) == "[`rs_list`](rs_list.md), `rs_lists`"
    assert blocks("- `rs_list`", names) == "- [`rs_list`](rs_list.md)\n"


@given(st.lists(st.sampled_from(["a", "- b", "1. c", "`d  e`", "=", "x" * 40, "[`f g`](h.md)"]), max_size=40))
def test_lines_break_where_nothing_begins(words: list[str]) -> None:
    lines = paragraph(" ".join(["a", *words])).split("\n")[1:-1]
    assert not [line for line in lines if re.match(r"[-+=|:]|[0-9]+[.)]", line)]


@given(st.lists(PLAIN, max_size=4).map("\n".join))
def test_a_block_of_code_holds_what_it_holds(content: str) -> None:
    (only,) = PARSER.parse(fence("sh", content))
    assert (only.type, only.info, only.content) == ("fence", "sh", f"{content}\n")


def test_items_of_a_list_stay_items() -> None:
    assert bullets(["a", "b"]) == "- a\n- b\n"
