"""The list of cases: an id that stays, one sentence, and what happens."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .lab import Lab

Run = Callable[[Lab], str]


@dataclass(frozen=True)
class Case:
    """One thing that is tried.

    ``want`` is the outcome: ``data``, ``refused: `` and the rules, or a few words of
    the group's own.
    """

    id: str
    says: str
    want: str
    run: Run


def numbered(group: str, cases: Iterable[tuple[str, str, Run]]) -> list[Case]:
    """The cases of a group in their order: new ones go to the end, so that ids stay."""
    return [Case(f"{group}{at:03}", says, want, run) for at, (says, want, run) in enumerate(cases, 1)]


def everything() -> list[Case]:
    """All cases of all groups."""
    # Groups need ``numbered``, so they come when this module is there.
    from . import (
        keys,
        literals,
        names,
        output,
        patterns,
        references,
        sizes,
        surroundings,
        templates,
        yaml_text,
    )

    groups = (literals, names, templates, output, yaml_text, references, patterns, sizes, keys, surroundings)
    return [case for group in groups for case in group.CASES]
