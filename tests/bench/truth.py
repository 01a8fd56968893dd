"""What the cells of a record set are, converted in plain Python, and how many a contender has wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

Kind = Literal["integer", "number", "text"]
Cells = Sequence[object]

Scope = Literal["numbers", "tables", "everything"]
"""Columns that a contender returns: keywords that are numbers; keywords and segments; all arrays."""

KINDS: dict[str, Kind] = {
    "short": "integer",
    "int": "integer",
    "longlong": "integer",
    "float": "number",
    "double": "number",
}
"""By the series' word for a type; all other types are texts."""

MISSING = frozenset(
    {"MISSING", "Invalid KeyLink", "NoDataDirectory", "InvalidSegName", "BadSegLink", "Invalid_Link"}
)


class Truth:
    """The cells of a body's keywords and segments, read when they are compared.

    Parameters
    ----------
    body : bytes
        An answer of ``rs_list``.
    struct : bytes
        The answer of ``series_struct`` for its series.
    """

    def __init__(self, body: bytes, struct: bytes) -> None:
        self._answer: dict[str, Any] = json.loads(body)
        self._words = {each["name"]: each["type"] for each in json.loads(struct)["keywords"]}

    def columns(self) -> dict[str, tuple[list[Any], Kind]]:
        """Texts and kinds: keywords by name, segments by name, their further arrays as ``name.member``."""
        found: dict[str, tuple[list[Any], Kind]] = {}
        for each in self._answer["keywords"]:
            found[each["name"]] = each["values"], self.kind(each["name"])
        for each in self._answer["segments"]:
            found[each["name"]] = each["values"], "text"
            for member in each.keys() - {"name", "values"}:
                found[f"{each['name']}.{member}"] = each[member], looks(each[member])
        return found

    def kind(self, name: str) -> Kind:
        """The kind of a keyword, as its series declares it, ``DATAMEAN`` for ``DATAMEAN_000`` too."""
        word = self._words.get(name) or self._words.get(name.rpartition("_")[0], "")
        return KINDS.get(word, "text")

    def numbers(self) -> list[str]:
        """The names of the keywords that are numbers."""
        names = [each["name"] for each in self._answer["keywords"]]
        return [name for name in names if self.kind(name) != "text"]

    def faults(self, found: Mapping[str, Cells], scope: Scope, same: Callable[[Cells, Cells], int]) -> str:
        """Say which columns have other cells than the truth, or are not there; empty if all is well."""
        wrong: list[str] = []
        numbers = self.numbers()
        for name, (texts, kind) in self.columns().items():
            if (scope == "numbers" and name not in numbers) or (scope == "tables" and "." in name):
                continue
            count = same(found.get(name, ()), converted(texts, kind))
            if count:
                wrong.append(f"{name} ({count:,} of {len(texts):,})")
        return f"wrong cells in {', '.join(wrong)}" if wrong else ""


def converted(texts: Sequence[Any], kind: Kind) -> list[object]:
    """The cells of a column of a kind; ``None`` where there is no value.

    >>> converted(["0x10", "MISSING", "007"], "integer"), converted(["nan", "1e3", ""], "number")
    ([16, None, 7], [nan, 1000.0, None])
    """
    if kind == "text":
        return [None if text in MISSING else text for text in texts]
    convert = _integer if kind == "integer" else float
    try:
        return [convert(text) for text in texts]
    except ValueError:
        return [_or_none(convert, text) for text in texts]


def _integer(text: str | int) -> int:
    if isinstance(text, int):
        return text
    return int(text, 16) if text[:2] == "0x" else int(text)


def _or_none(convert: Callable[[Any], object], text: object) -> object:
    try:
        return convert(text)
    except ValueError:
        return None


def looks(texts: Sequence[Any]) -> Kind:
    """What the texts of a column that nobody declares look like.

    >>> looks(["0", "-1"]), looks(["0.1"]), looks(["4096x4096"]), looks([])
    ('integer', 'number', 'text', 'text')
    """
    kinds: tuple[Kind, ...] = ("integer", "number")
    for kind in kinds:
        if texts and None not in converted(texts, kind):
            return kind
    return "text"


def exactly(cells: Cells, expected: Cells) -> int:
    """How many cells differ in value or in type, ``None`` being a cell without a value."""
    if len(cells) != len(expected):
        return max(len(cells), len(expected))
    if list(map(type, cells)) == list(map(type, expected)) and cells == expected:
        return 0
    return sum(
        type(one) is not type(other) or not _equal(one, other)
        for one, other in zip(cells, expected, strict=True)
    )


def loosely(cells: Cells, expected: Cells) -> int:
    """How many differ in value: integers may be floats, what is missing not-a-number or the word for it."""
    if len(cells) != len(expected):
        return max(len(cells), len(expected))
    return sum(
        not (_equal(one, other) or (other is None and (one != one or one in MISSING)))
        for one, other in zip(cells, expected, strict=True)
    )


def _equal(one: object, other: object) -> bool:
    return one == other or (one != one and other != other)
