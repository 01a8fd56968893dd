"""Generated pages as others read them: tables, links and headings, and what commands of a shell send."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.token import Token

PARSER = MarkdownIt("commonmark").enable("table")
SLUG = re.compile(r"[^\w\- ]")
IN_CELL = 4
"""How deep the content of a cell is: in a table, its body or head, a row, a cell."""


@dataclass
class Section:
    """What stands below one heading."""

    title: str
    rows: list[list[str]] = field(default_factory=list)
    """Of all tables, their heads too."""
    fences: list[tuple[str, str]] = field(default_factory=list)
    """Language and content."""
    text: str = ""


@dataclass
class Page:
    """One page."""

    sections: list[Section]
    links: list[str]

    @property
    def anchors(self) -> list[str]:
        """What headings can be led to by, as sites and repositories make it of them."""
        return [SLUG.sub("", each.title.strip().lower().replace(" ", "-")) for each in self.sections]

    def section(self, title: str) -> Section:
        """The only section of a title."""
        (found,) = [each for each in self.sections if each.title == title]
        return found

    def fences(self, language: str) -> list[str]:
        """All blocks of a language."""
        return [text for each in self.sections for kind, text in each.fences if kind == language]


def read(markdown: str) -> Page:
    """A page, read."""
    page = Page([Section("")], [])
    is_heading = False
    for each in PARSER.parse(markdown):
        section = page.sections[-1]
        if each.type == "heading_open":
            is_heading = True
        elif each.type == "tr_open":
            section.rows.append([])
        elif each.type == "fence":
            section.fences.append((each.info, each.content))
        elif each.type == "inline":
            page.links += [
                str(part.attrs["href"]) for part in each.children or [] if part.type == "link_open"
            ]
            said = _text(each)
            if is_heading:
                page.sections.append(Section(said))
                is_heading = False
            elif section.rows and each.level == IN_CELL:
                section.rows[-1].append(said)
            else:
                section.text += f"{said}\n"
    return page


def _text(token: Token) -> str:
    return "".join(" " if part.type == "softbreak" else part.content for part in token.children or [])


def target(path: str, link: str) -> tuple[str, str]:
    """The file and the anchor that a link on a page leads to."""
    file, _, anchor = link.partition("#")
    return (normpath(join(dirname(path), file)) if file else path), anchor


def requests(commands: str) -> Iterator[tuple[str, str, str]]:
    """What curl sends: method, URL and body, of every command of a block."""
    for line in commands.replace(" \\\n", " ").strip().split("\n"):
        yield _request(shlex.split(line))


def _request(words: list[str]) -> tuple[str, str, str]:
    assert words[:2] == ["curl", "-sS"]
    is_get, data, url = False, [], ""
    rest = iter(words[2:])
    for word in rest:
        if word == "-G":
            is_get = True
        elif word == "-H":
            assert next(rest) == "Content-Type: application/json"
        elif word == "-d":
            data.append(next(rest))
        elif word == "--data-urlencode":
            name, _, value = next(rest).partition("=")
            data.append(f"{name}={quote(value, safe='')}")
        else:
            assert not url, words
            assert not word.startswith("-"), words
            url = word
    body = "&".join(data)
    if is_get:
        return "GET", f"{url}?{body}", ""
    return ("POST" if data else "GET"), url, body
