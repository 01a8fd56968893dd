"""Regular expressions of generated code: compiled when first used, meaning what they mean in every language."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from .checker import compiled, python_pattern


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


    def __call__(self, text: str) -> bool:
        return self.match(text) is not None


def every(pattern: str, text: object) -> list[str]:
    """Return all places of a text that have a pattern."""
    return [found[0] for found in compiled(pattern).finditer(text)] if isinstance(text, str) else []


def first(pattern: str, text: object) -> str | None:
    """Return the first place of a text that has a pattern."""
    found = compiled(pattern).search(text) if isinstance(text, str) else None
    return found[0] if found else None
