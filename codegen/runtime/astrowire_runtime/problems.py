"""What is wrong with a value, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct

from .display import shown

LONGEST_PLACE: Final = 300
"""Characters of a pointer that are shown; the names in it may be a server's."""


class Problem(Struct, frozen=True, order=True):
    """One complaint about one place of a document or of the arguments of a call.

    Parameters
    ----------
    pointer : str
        JSON Pointer (RFC 6901) of the place; ``""`` is the whole value.
    rule : str
        The keyword or rule that was broken, for example ``type`` or ``at_least_one_of``.
    message : str
        One sentence that names the value and says what would be right.

    Examples
    --------
    >>> str(Problem("/count", "type", "expected an integer, got the string 'x'"))
    "/count: expected an integer, got the string 'x' [type]"
    """

    pointer: str
    rule: str
    message: str

    def __str__(self) -> str:
        place = shown(self.pointer, LONGEST_PLACE) or "(the whole value)"
        return f"{place}: {self.message} [{self.rule}]"


def pointer(path: Iterable[str | int]) -> str:
    """Return the JSON Pointer of a path of member names and indexes.

    >>> pointer(["a/b", 0, "~"])
    '/a~1b/0/~0'
    """
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def listing(problems: Sequence[Problem], most: int = 8) -> str:
    """Return the first problems as lines of text, saying how many more there are."""
    lines = [f"  {problem}" for problem in problems[:most]]
    if len(problems) > most:
        lines.append(f"  … and {len(problems) - most} more")
    return "\n".join(lines)
