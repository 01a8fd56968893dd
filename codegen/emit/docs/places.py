"""Where things are: the paths of pages, the names that lead to them, and the numbers of sources on a page."""

from __future__ import annotations

from collections.abc import Iterable

from codegen import ir

from .failures import FAILURES
from .markdown import code, link, numbered, prose

ABOVE = "../../"
"""From the folder of the pages to the one that holds both the description and the output."""


def error_path(service: ir.Service, name: str, up: str = "../") -> str:
    """Where a class of errors is explained: what becomes of its heading on the page of all errors."""
    suffix = "" if name in FAILURES else f"-{service.name}"
    return f"{up}errors.md#{name.lower()}{suffix}"


def correction_path(number: int) -> str:
    """Where a correction is told in full, from a page of a service."""
    return f"../corrections.md#correction-{number}"


class Scope:
    """One page of a service: what names lead to on it, and which sources it has met.

    Parameters
    ----------
    service : ir.Service
        Whose page it is.
    page : str
        The operation that it is about, which leads nowhere.
    """

    def __init__(self, service: ir.Service, page: str = "") -> None:
        self.service = service
        self._numbers: dict[str, int] = {}
        self.names = {each.name: f"{each.name}.md" for each in service.operations if each.name != page}
        for name in (*(each.name for each in service.errors), *FAILURES):
            self.names.setdefault(name, error_path(service, name))

    def prose(self, value: str) -> str:
        """A line of the description, whose code leads to what it names."""
        return prose(value, self.names)

    def error(self, name: str) -> str:
        """A class of errors, as a link."""
        return link(name, error_path(self.service, name))

    def numbers(self, tags: Iterable[str]) -> str:
        """The numbers that sources have on this page."""
        numbers = (self._numbers.setdefault(each, len(self._numbers) + 1) for each in tags)
        return ", ".join(map(str, sorted(numbers)))

    def sources(self) -> str:
        """The list that explains the numbers."""
        meant = dict(self.service.sources)
        return numbered(f"{code(tag)}: {prose(meant[tag])}" for tag in self._numbers)
