"""``python -m codegen.emit.docs.site.links OUT``: whether every link of a built site leads somewhere.

Nothing is fetched. Links within the site must lead to a file and to a place in it. Links to other sites are
listed and not followed; whatever a page loads by itself (scripts, styles, pictures, fonts) must be of the
site.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LOADED = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src", "object": "data"}
"""What a browser fetches without being asked."""
NAMED = frozenset({"canonical", "next", "prev", "index", "search", "author", "license"})
"""Links in a head that are not fetched."""
STYLE = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)|@import\s+[\"']([^\"']+)[\"']")


@dataclass
class Page:
    """What a page is made of."""

    places: set[str] = field(default_factory=set[str])
    links: list[str] = field(default_factory=list[str])
    loads: list[str] = field(default_factory=list[str])


@dataclass
class Checked:
    """What was found; ``problems`` is empty where all is well."""

    pages: int = 0
    links: int = 0
    problems: list[str] = field(default_factory=list[str])
    elsewhere: set[str] = field(default_factory=set[str])
    """Addresses of other sites that somebody who reads can follow."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element names, leads to and loads."""
        given = {name: value or "" for name, value in attrs}
        self.page.places |= {given[name] for name in ("id", "name") if name in given}
        if tag == "a" and "href" in given:
            self.page.links.append(given["href"])
        loaded = given.get(LOADED.get(tag, ""))
        if loaded is not None:
            is_link = tag == "link" and bool(NAMED & set(given.get("rel", "").split()))
            (self.page.links if is_link else self.page.loads).append(loaded)


def read(html: str) -> Page:
    """A page, read."""
    reader = _Reader()
    reader.feed(html)
    return reader.page


def check(site: Path) -> Checked:
    """Look at every page of a site, and at the styles that they use."""
    site = site.resolve()
    pages = {each: read(each.read_text(encoding="utf-8")) for each in sorted(site.rglob("*.html"))}
    found = Checked(pages=len(pages))
    for path, page in pages.items():
        for address in page.links:
            found.links += 1
            _follow(site, pages, path, address, found)
        for address in page.loads:
            _load(site, path, address, found)
    for style in sorted(site.rglob("*.css")):
        for one in STYLE.finditer(style.read_text(encoding="utf-8")):
            _load(site, style, one[1] or one[2], found)
    return found


def _follow(site: Path, pages: dict[Path, Page], path: Path, address: str, found: Checked) -> None:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        if parts.scheme in ("http", "https"):
            found.elsewhere.add(address)
        else:
            found.problems.append(f"{path.relative_to(site)}: {address}: no address to follow")
        return
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if not target.is_file() or not target.is_relative_to(site):
        found.problems.append(f"{path.relative_to(site)}: {address}: there is no such page")
        return
    place = unquote(parts.fragment)
    if place and target in pages and place not in pages[target].places:
        found.problems.append(f"{path.relative_to(site)}: {address}: there is no such place on the page")


def _load(site: Path, path: Path, address: str, found: Checked) -> None:
    parts = urlsplit(address)
    if parts.scheme == "data":
        return
    target = (path.parent / unquote(parts.path)).resolve()
    if parts.scheme or parts.netloc:
        found.problems.append(f"{path.relative_to(site)}: {address}: is loaded from another site")
    elif parts.path and not target.is_file():
        found.problems.append(f"{path.relative_to(site)}: {address}: is loaded and is not there")


def main(arguments: list[str]) -> int:
    """Print what is wrong; 1 if anything is."""
    if len(arguments) != 1:
        print("usage: python -m codegen.emit.docs.site.links OUT", file=sys.stderr)
        return 2
    found = check(Path(arguments[0]))
    print("\n".join(found.problems), end="\n" if found.problems else "")
    print(f"{found.pages} pages, {found.links} links, {len(found.problems)} dead")
    print("".join(f"not followed: {each}\n" for each in sorted(found.elsewhere)), end="")
    return 1 if found.problems or not found.pages else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
