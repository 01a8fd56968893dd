"""Regular expressions of generated code: compiled when first used, the same in every language."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from msgspec import UNSET

if TYPE_CHECKING:
    from .at_once import Shape

MANY: Final = 8
"""Texts from which looking at all of them at once is quicker than matching each."""


@lru_cache(maxsize=512)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern of the common subset, compiled to mean what it means in every other language.

    Python's ``$`` also matches before a final line break; the subset's does not.
    """
    return re.compile(python_pattern(pattern))


def python_pattern(pattern: str) -> str:
    r"""Return the Python spelling of a pattern of the common subset.

    >>> python_pattern("^[a-z$]+$")
    '^[a-z$]+\\Z'
    """
    out: list[str] = []
    in_class = escaped = False
    for char in pattern:
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif char == "[" and not in_class:
            in_class = True
        elif char == "]":
            in_class = False
        elif char == "$" and not in_class:
            char = r"\Z"
        out.append(char)
    return "".join(out)


class Pattern:
    """A pattern of the common subset; ``match`` says whether a text has it.

    >>> bool(Pattern("^[0-9]+$").match("12")), bool(Pattern("^[0-9]+$").match("12\\n"))
    (True, False)
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def match(self) -> Callable[[str], re.Match[str] | None]:
        """The compiled search; anchored at the start it is the quicker ``match``."""
        regex = re.compile(python_pattern(self.pattern))
        return regex.match if self.pattern.startswith("^") and "|" not in self.pattern else regex.search

    @cached_property
    def shape(self) -> Shape | None:
        """The pattern in a form that many texts can be asked about at once, if it has one."""
        from .at_once import shape_of

        return shape_of(self.pattern)

    def __call__(self, text: str) -> bool:
        return self.match(text) is not None


def matches(records: Collection[object], attribute: str, pattern: Pattern) -> bool:
    """Say whether one member of all records has a pattern; absent members are passed over.

    It runs without a Python call for each record.
    """
    texts: list[Any] = list(map(attrgetter(attribute), records))
    try:
        if len(texts) >= MANY and pattern.shape is not None and pattern.shape.holds(texts):
            return True
        return all(map(pattern.match, texts))
    except TypeError:
        # A member is absent somewhere, which a pattern can't be asked about.
        return all(pattern.match(value) for value in texts if value is not UNSET)


def every(pattern: str, text: object) -> list[str]:
    """Return all places of a text that have a pattern."""
    return [found[0] for found in compiled(pattern).finditer(text)] if isinstance(text, str) else []


def first(pattern: str, text: object) -> str | None:
    """Return the first place of a text that has a pattern."""
    found = compiled(pattern).search(text) if isinstance(text, str) else None
    return found[0] if found else None
