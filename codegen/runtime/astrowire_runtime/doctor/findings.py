"""What a look at the settings found, one fact in one line; for people and for programs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal

from msgspec import Struct

Level = Literal["ok", "note", "PROBLEM"]

WIDTH: Final = 98
_LEVEL: Final = 9
_ABOUT: Final = 10


class Finding(Struct, frozen=True):
    """One fact.

    Parameters
    ----------
    level : str
        ``ok``, ``note`` or ``PROBLEM``.
    about : str
        One word.
    text : str
        What is so; of a problem also what to do. No secrets, nothing unprintable.
    facts : mapping of str to object
        The same for programs.

    Examples
    --------
    >>> print(*Finding("ok", "versions", "all of them").lines())
    ok       versions  all of them
    """

    level: Level
    about: str
    text: str
    facts: Mapping[str, Any] = {}

    def lines(self) -> list[str]:
        """The finding for people; each of its lines says how bad it is."""
        rows = textwrap.wrap(self.text, WIDTH - _LEVEL - _ABOUT, break_on_hyphens=False)
        abouts = [self.about, *([""] * (len(rows) - 1))]
        return [
            f"{self.level:<{_LEVEL}}{about:<{_ABOUT}}{row}" for about, row in zip(abouts, rows, strict=True)
        ]

    def document(self) -> dict[str, Any]:
        """The finding for programs."""
        return {"level": self.level.lower(), "about": self.about, "text": self.text, **self.facts}


def problems(findings: Iterable[Finding]) -> int:
    """Return how many problems there are."""
    return sum(each.level == "PROBLEM" for each in findings)
