"""The only module of this target that quotes: texts of a description become Markdown here and nowhere else.

Three kinds of texts: names (``code``), lines (``text``, and ``prose`` with code in it), and paragraphs
(``blocks``), which a description writes in Markdown. Of that, paragraphs, lists, tables, code, emphasis and
strong words are taken; all else (HTML, links, pictures, headings, fences) stands for itself. Characters
that can't be seen are shown by their codes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from codegen.literals import visible

WIDTH = 110
KEPT = 5000
"""Texts whose Markdown is kept: pages say many things alike."""

_BREAKS = re.compile(r"[ \t\r\n]+")
_SYNTAX = re.compile(
    r"[\\`*\[\]<>~&$#!@]|(?<![a-zA-Z0-9])_|_(?![a-zA-Z0-9])|(?<=[a-zA-Z]):(?=//)|(?<=[wW]{3})\."
)
_MARK = re.compile(r"[\\`*\[\]<>~&$#!@_]|://|[wW]{3}\.")
_FENCE = re.compile(r"`+")
_SPAN = re.compile(r"(?<!`)`([^`]+)`(?!`)")
_STRESS = re.compile(
    r"(?<![\w*\\])(\*\*|\*)(?=[A-Za-z])([^*`\\\[\]<>]*?[A-Za-z0-9.,:;!?])(?<=[\w.,:;!?])\1(?![\w*])"
)
_LEAD = re.compile(r"(?:[-+=:|]|[0-9]{1,9}(?=[.)]))")
_BLANK = re.compile(" ")
_PIECE = re.compile(r" |(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)|\\.|[^ `\\]+|.")
_PARAGRAPH = re.compile(r"\n[ \t]*\n+")
_ITEM = re.compile(r" {0,3}(?:[-*+]|([0-9]{1,9})[.)]) +(?=\S)")
_ROW = re.compile(r"\|.*\|\Z")
_RULE = re.compile(r"\|(?: *:?-+:? *\|)+\Z")
_CELLS = re.compile(r"(?<!\\)\|")

Names = Mapping[str, str]
"""Names that lead somewhere when they stand in code: to a path from the page."""


def text(value: str) -> str:
    r"""A free text on one line, without any syntax: what Markdown, HTML and links are made of is itself.

    >>> text("a\n<i>*c*</i> `d` http://e.example")
    'a \\<i\\>\\*c\\*\\</i\\> \\`d\\` http\\://e.example'
    """
    return _escaped(_line(value))


def prose(value: str, names: Names | None = None) -> str:
    r"""A free text on one line, whose code stays code; code that is one of the names leads to its place.

    >>> prose("see `rs_list`, *not* `a|b`", {"rs_list": "rs_list.md"})
    'see [`rs_list`](rs_list.md), \\*not\\* `a|b`'
    """
    return _with_code(_line(value), names or {}, _escaped)


@lru_cache(KEPT)
def code(value: str) -> str:
    r"""A name or an address in the type of a machine, whatever it is made of.

    >>> code("rs_list"), code("a`b|c"), code("`")
    ('`rs_list`', '``a`b|c``', '`` ` ``')
    """
    line = _line(value)
    if line and "`" not in line:
        return f"`{line}`"
    fence = "`" * (1 + max((len(each) for each in _FENCE.findall(line)), default=0))
    blank = " " if line.startswith("`") or line.endswith("`") or not line else ""
    return f"{fence}{blank}{line}{blank}{fence}"


def link(name: str, path: str) -> str:
    """A name that leads to a file or a heading; paths are made of letters, digits and ``_-./#``.

    >>> link("rs_list", "../../spec/drms/rs_list.yaml")
    '[`rs_list`](../../spec/drms/rs_list.yaml)'
    """
    return f"[{code(name)}]({path})"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; the cells are Markdown already, on one line each. Empty without rows."""
    lines = [[each.replace("|", "\\|") for each in cells] for cells in rows]
    if not lines:
        return ""
    written = [head, ["---"] * len(head), *lines]
    return "".join(f"|{''.join(f' {cell} |' if cell else ' |' for cell in cells)}\n" for cells in written)


def bullets(items: Iterable[str]) -> str:
    """A list; the items are Markdown already, without line breaks."""
    return "".join(f"{_wrapped(each, '- ', '  ')}\n" for each in items)


def sections(*parts: Iterable[str]) -> str:
    """A page of sections, each of several parts; an empty one is left out."""
    written = ("".join(each).strip("\n") for each in parts)
    return "\n\n".join(filter(None, written)) + "\n"


def numbered(items: Iterable[str]) -> str:
    """A list with numbers from 1."""
    marked = ((f"{number}. ", each) for number, each in enumerate(items, 1))
    return "".join(f"{_wrapped(each, mark, ' ' * len(mark))}\n" for mark, each in marked)


def paragraph(markdown: str) -> str:
    """A paragraph of Markdown on one line, wrapped."""
    return f"{_wrapped(markdown)}\n"


def fence(language: str, content: str) -> str:
    r"""A block of code, which ends where it should whatever is in it. Lines are taken as they are.

    >>> fence("sh", "echo '```'")
    "````sh\necho '```'\n````\n"
    """
    marks = "`" * max(3, 1 + max((len(each) for each in _FENCE.findall(content)), default=0))
    shown = "\n".join(map(_visible, content.split("\n")))
    return f"{marks}{language}\n{shown}\n{marks}\n"


def blocks(value: str, names: Names | None = None) -> str:
    r"""Paragraphs, lists and tables of a description; code that is one of the names leads to its place.

    >>> print(blocks("One *word*,\ntwo.\n\n- `a`\n  and b\n- <b>\n\n# No heading."), end="")
    One *word*, two.
    <BLANKLINE>
    - `a` and b
    - \<b\>
    <BLANKLINE>
    \# No heading.
    """
    lines = value.replace("\r\n", "\n").replace("\r", "\n").strip("\n ")
    known = names or {}
    return "\n".join(each for part in _PARAGRAPH.split(lines) for each in _block(part.split("\n"), known))


def _block(lines: list[str], names: Names) -> Iterator[str]:
    """One paragraph as it is written: as a list, as a table, or as text."""
    kept = [each.rstrip(" \t") for each in lines if each.strip(" \t")]
    bare = [each.strip(" \t") for each in kept]
    if len(bare) > 1 and all(map(_ROW.match, bare)) and _RULE.match(bare[1]):
        yield _as_table([bare[0], *bare[2:]], names)
    elif kept and (found := _ITEM.match(kept[0])):
        items = (_stressed(each, names) for each in _items(kept))
        yield numbered(items) if found[1] else bullets(items)
    elif kept:
        yield paragraph(_stressed(" ".join(bare), names))


def _as_table(rows: list[str], names: Names) -> str:
    cells = [[each.strip(" ").replace("\\|", "|") for each in _CELLS.split(row[1:-1])] for row in rows]
    width = len(cells[0])
    shown = [[_stressed(each, names) for each in [*row, *[""] * width][:width]] for row in cells]
    return table([each.replace("|", "\\|") for each in shown[0]], shown[1:])


def _items(lines: list[str]) -> list[str]:
    """The items of a list, each joined with the lines that go on with it."""
    items: list[str] = []
    for line in lines:
        found = _ITEM.match(line)
        if found:
            items.append(line[found.end() :])
        else:
            items[-1] += f" {line.strip(' ')}"
    return items


def _stressed(value: str, names: Names) -> str:
    """A text on one line whose code, emphasis and strong words stay."""
    return _with_code(_line(value), names, _emphasised)


@lru_cache(KEPT)
def _emphasised(value: str) -> str:
    parts: list[str] = []
    at = 0
    for found in _STRESS.finditer(value):
        parts += [_escaped(value[at : found.start()]), found[1], _escaped(found[2]), found[1]]
        at = found.end()
    return "".join([*parts, _escaped(value[at:])])


def _with_code(line: str, names: Names, other: Callable[[str], str]) -> str:
    if "`" not in line:
        return other(line)
    parts: list[str] = []
    at = 0
    for found in _SPAN.finditer(line):
        name = found[1]
        parts += [other(line[at : found.start()]), link(name, names[name]) if name in names else code(name)]
        at = found.end()
    return "".join([*parts, other(line[at:])])


@lru_cache(KEPT)
def _escaped(line: str) -> str:
    if not _MARK.search(line):  # which most lines have none of
        return line
    return _SYNTAX.sub(r"\\\g<0>", line)


@lru_cache(KEPT)
def _line(value: str) -> str:
    if value.isascii() and value.isprintable() and "  " not in value:
        return value.strip(" ")
    return _visible(_BREAKS.sub(" ", value).strip(" "))


def _visible(line: str) -> str:
    return line if line.isascii() and line.isprintable() else "".join(map(visible, line))


@lru_cache(KEPT)
def _wrapped(markdown: str, first: str = "", hang: str = "") -> str:
    """Lines of a text, broken at blanks outside code, and not where a list or a table would begin."""
    room = WIDTH - len(hang)
    rest = _plain_start(markdown)
    if len(rest) <= room:
        return first + rest
    blanks = _blanks(rest)
    lines: list[str] = []
    begin = end = 0
    for blank in [*blanks, len(rest)]:
        if blank - begin > room and end > begin:
            lines.append(rest[begin:end])
            begin = end + 1
        if not _LEAD.match(rest, blank + 1):
            end = blank
    return first + f"\n{hang}".join([*lines, rest[begin:]])


def _blanks(markdown: str) -> list[int]:
    """Where a text may be broken: at blanks outside code."""
    if "`" not in markdown:
        return [found.start() for found in _BLANK.finditer(markdown)]
    return [found.start() for found in _PIECE.finditer(markdown) if found[0] == " "]


def _plain_start(markdown: str) -> str:
    lead = _LEAD.match(markdown)
    if lead is None:
        return markdown
    end = lead.end()
    return f"{markdown[:end]}\\{markdown[end:]}" if lead[0].isdigit() else f"\\{markdown}"
