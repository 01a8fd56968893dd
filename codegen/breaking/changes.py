"""One change, and the list they are collected in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from codegen.breaking.rules import RULES, Rule


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """What changed where. ``operation`` is empty where the whole service is meant."""

    service: str
    operation: str
    rule: str
    message: str

    @property
    def kind(self) -> Rule:
        return RULES[self.rule]

    @property
    def is_breaking(self) -> bool:
        return self.kind.level == "breaking"


class Changes:
    """Collects the changes of one operation, or of one service around its operations."""

    def __init__(self, service: str, operation: str = "") -> None:
        self._service = service
        self._operation = operation
        self.found: list[Change] = []

    def note(self, rule: str, message: str) -> None:
        change = Change(self._service, self._operation, rule, message)
        if change not in self.found:
            self.found.append(change)


def report(changes: Iterable[Change]) -> list[str]:
    """The changes as lines, operation by operation, what breaks first."""
    lines: list[str] = []
    heading = ""
    for each in sorted(changes, key=lambda c: (c.service, c.operation, not c.is_breaking, c.rule, c.message)):
        where = f"{each.service}.{each.operation}" if each.operation else each.service
        if where != heading:
            lines.append(where)
            heading = where
        lines.append(f"  {each.kind.level:<8}  {each.kind.direction:<8}  {each.rule}: {each.message}")
    return lines
