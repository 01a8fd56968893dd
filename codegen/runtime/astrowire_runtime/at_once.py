"""Patterns of many texts, looked at all at once.

Most patterns of descriptions ask that all characters of a text are of a class,
or none is, that it is so long, and allow a few words instead: forty hexadecimal
digits or ``none``. Asked of thousands of texts, that needs no regular
expression: their characters are looked at in one piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

_GROUP: Final = re.compile(r"(?s)\((?:\?:)?(.*)\)(\??)")
_WORD: Final = re.compile(r"[^\\^$.|?*+()\[\]{}]*")
_CLASS: Final = re.compile(
    r"\[(?P<not>\^)?(?P<items>(?:\\[nrt]|[0-9A-Za-z]-[0-9A-Za-z]|[^\]\[\\^-])+-?)\]"
    r"(?:\{(?P<least>[0-9]+)(?P<range>,(?P<most>[0-9]*))?\}|(?P<sign>[*+?]))?"
)
_ITEM: Final = re.compile(r"(?s)\\.|.-.|.")
_ESCAPES: Final = {r"\n": "\n", r"\r": "\r", r"\t": "\t"}
_BOUNDS: Final[dict[str, tuple[int, int | None]]] = {"*": (0, None), "+": (1, None), "?": (0, 1), "": (1, 1)}


class Shape(Struct, frozen=True):
    """What a pattern asks for: one of some words, or characters of a class, so many of them.

    Parameters
    ----------
    characters : str
        Of the class, or, if ``excluded``, all others are.
    excluded : bool
        The class is of all other characters.
    least, most : int, int or None
        How many there are.
    words : frozenset of str
        Taken besides.
    """

    characters: str
    excluded: bool
    least: int
    most: int | None
    words: frozenset[str] = frozenset()

    def holds(self, texts: Sequence[str]) -> bool:
        """Say whether every text has the pattern.

        >>> shape_of("^([0-9]+|none)$").holds(["12", "none", "0"])
        True
        """
        rest = [text for text in texts if text not in self.words] if self.words else texts
        lengths = set(map(len, rest))
        if lengths and (min(lengths) < self.least or (self.most is not None and max(lengths) > self.most)):
            return False
        return self.fits("".join(rest))

    def fits(self, text: str) -> bool:
        """Say whether all characters of a text are of the class, whatever its length."""
        if self.excluded:
            return not any(each in text for each in self.characters)
        return text.isascii() and not text.encode().translate(None, self.characters.encode())


def shape_of(pattern: str) -> Shape | None:
    """Return what an anchored pattern asks for, or None if that can't be said in the form of a ``Shape``."""
    if not pattern.startswith("^") or not pattern.endswith("$") or pattern.endswith(r"\$"):
        return None
    group = _GROUP.fullmatch(pattern[1:-1])
    parts = group[1].split("|") if group else [pattern[1:-1]]
    classes = [found for part in parts if (found := _CLASS.fullmatch(part))]
    words = [part for part in parts if _WORD.fullmatch(part)]
    if len(classes) != 1 or len(words) != len(parts) - 1:
        return None
    characters = "".join(_expanded(classes[0]["items"]))
    if not characters.isascii():
        return None
    empty = [""] if group and group[2] else []
    least, most = _bounds(classes[0])
    return Shape(characters, classes[0]["not"] is not None, least, most, frozenset(words + empty))


def _bounds(found: re.Match[str]) -> tuple[int, int | None]:
    if found["least"] is None:
        return _BOUNDS[found["sign"] or ""]
    least = int(found["least"])
    if found["range"] is None:
        return least, least
    return least, int(found["most"]) if found["most"] else None


def _expanded(items: str) -> Iterator[str]:
    """Yield the characters of a class, ranges written out and escapes undone."""
    found: list[str] = _ITEM.findall(items)
    for item in found:
        if len(item) == 3:
            yield from map(chr, range(ord(item[0]), ord(item[2]) + 1))
        else:
            yield _ESCAPES.get(item) or item
