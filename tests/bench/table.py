"""Rows of the table, their goals and verdicts, and the table as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from tests.bench.timing import NOT_INSTALLED, Figure, Figures, Unit

Verdict = Literal["stretch", "met", "MISSED", ""]

WIDTHS = (50, 26, 24, 26, 8, 12, 7)
HEADINGS = ("work", "ours", "beside", "theirs", "ratio", "goal", "")


@dataclass(frozen=True, slots=True)
class Goal:
    """What a ratio must be: ``at_most`` of ours to theirs, or ``at_least`` of theirs to ours.

    Or how many seconds ours may take ``more``.

    >>> Goal("json.loads", at_most=0.6, stretch=0.5).text, Goal("drms", at_least=9).text
    ('<= 0.6', '>= 9x')
    >>> Goal("one target", more=0.5).text
    '<= +0.5 s'
    """

    against: str
    """The contender whose figure ours is held against."""
    at_most: float | None = None
    at_least: float | None = None
    stretch: float | None = None
    """The better bound that would be welcome."""
    limit: float | None = None
    """The largest allowed figure of ours, for goals that name one."""
    more: float | None = None

    @property
    def text(self) -> str:
        """The bound as it is printed."""
        if self.more is not None:
            return f"<= +{self.more:g} s"
        return f"<= {self.at_most:.3g}" if self.at_most is not None else f">= {self.at_least:g}x"

    def verdict(self, ours: Figure, theirs: Figure) -> Verdict:
        """Whether the goal is met by these figures."""
        if self.limit is not None and ours.median > self.limit:
            return "MISSED"
        if self.more is not None and ours.median > theirs.median + self.more:
            return "MISSED"
        if not self._holds(ours / theirs, self.at_most, self.at_least):
            return "MISSED"
        if self.stretch is None:
            return "met"
        bounds = (self.stretch, None) if self.at_most is not None else (None, self.stretch)
        return "stretch" if self._holds(ours / theirs, *bounds) else "met"

    @staticmethod
    def _holds(ratio: float, at_most: float | None, at_least: float | None) -> bool:
        if at_most is not None and ratio > at_most:
            return False
        return at_least is None or ratio * at_least <= 1


@dataclass(frozen=True, slots=True)
class Row:
    """One work of ours beside one contender, with or without a goal."""

    work: str
    ours: Figure | str
    """A text says why there is none."""
    beside: str
    theirs: Figure | str
    goal: Goal | None = None
    factor: bool = False
    """Whether the ratio is shown as how many times less ours takes, where it takes less."""
    remark: str = ""

    @property
    def ratio(self) -> float | None:
        """Ours divided by theirs, if both were measured."""
        if isinstance(self.ours, str) or isinstance(self.theirs, str):
            return None
        return self.ours / self.theirs

    @property
    def verdict(self) -> Verdict:
        """Empty without a goal or with something not installed; a goal that ours failed at is missed."""
        if self.goal is None or NOT_INSTALLED in {self.ours, self.theirs}:
            return ""
        if isinstance(self.ours, str):
            return "MISSED"
        return "" if isinstance(self.theirs, str) else self.goal.verdict(self.ours, self.theirs)

    def cells(self) -> tuple[str, ...]:
        """The row as texts, one per column, the remark last."""
        failures = [each for each in (self.ours, self.theirs) if isinstance(each, str) and len(each) > 24]
        remark = "; ".join([*failures, *([self.remark] if self.remark else [])])
        limit = self.goal.limit if self.goal else None
        if limit is not None:
            remark = "; ".join(part for part in (f"and ours <= {amount(limit, 's')}", remark) if part)
        return (
            self.work,
            spread(self.ours),
            self.beside,
            spread(self.theirs),
            self._ratio_text(),
            (self.goal.text if self.goal else "")
            + (f" ({self.goal.stretch:g})" if self.goal and self.goal.stretch is not None else ""),
            self.verdict,
            remark,
        )

    def _ratio_text(self) -> str:
        ratio = self.ratio
        if ratio is None:
            return "-"
        as_factor = self.factor and ratio <= 1
        if (as_factor or (self.goal and self.goal.at_least is not None)) and ratio > 0:
            return f"{1 / ratio:.1f}x"
        return f"{ratio:.3f}" if ratio < 0.1 else f"{ratio:.2f}"


def rows(
    work: str,
    measured: Figures,
    goals: Sequence[Goal] = (),
    *,
    ours: str = "ours",
    beside: Sequence[str] | None = None,
    factor: bool = False,
    remarks: Mapping[str, str] | None = None,
) -> Iterator[Row]:
    """The rows of one work: its goals first, then the other contenders, or those of ``beside`` alone.

    A remark on ours says what is wrong with its result; it stands in place of a
    figure, since what is wrong meets no goal.
    """
    notes = dict(remarks or {})
    measured = {**measured, **({ours: notes[ours]} if notes.get(ours) else {})}
    held = {goal.against for goal in goals}
    for goal in goals:
        theirs = measured[goal.against]
        yield Row(work, measured[ours], goal.against, theirs, goal, factor, notes.get(goal.against, ""))
    for name in measured if beside is None else beside:
        if name not in held and name != ours:
            yield Row(work, measured[ours], name, measured[name], None, factor, notes.get(name, ""))


def amount(value: float, unit: Unit) -> str:
    """A time or a size with a unit that suits it.

    >>> amount(0.0000021, "s"), amount(0.0534, "s"), amount(1.6, "s"), amount(3_000_000, "B")
    ('2.10 us', '53.4 ms', '1.60 s', '2.86 MiB')
    """
    scale, name = _scale(value, unit)
    return f"{_digits(value / scale)} {name}"


def spread(value: Figure | str) -> str:
    """A figure as its median with the quartiles in brackets, or the text in its place.

    >>> spread(Figure(0.0241, 0.0238, 0.025, 9))
    '24.1 ms (23.8-25.0)'
    """
    if isinstance(value, str):
        return value if len(value) <= 24 else "failed"
    scale, name = _scale(value.median, value.unit)
    low, high = (_digits(each / scale) for each in (value.low, value.high))
    return f"{_digits(value.median / scale)} {name} ({low}-{high})"


def _scale(value: float, unit: Unit) -> tuple[float, str]:
    if unit == "B":
        return float(2**20), "MiB"
    for scale, name in ((1.0, "s"), (1e-3, "ms")):
        if value >= scale:
            return scale, name
    return 1e-6, "us"


def _digits(value: float) -> str:
    return f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}" if abs(value) < 1000 else f"{value:.0f}"


def heading() -> str:
    """The first line of the table."""
    return line((*HEADINGS, ""))


def line(cells: Sequence[str]) -> str:
    """One line of the table: texts to the left, ratios to the right; too long a text pushes the rest on."""
    fitted = [
        text.rjust(width) if column == 4 else text.ljust(width)
        for column, (text, width) in enumerate(zip(cells, WIDTHS, strict=False))
    ]
    return "  ".join([*fitted, *cells[len(WIDTHS) :]]).rstrip()


@dataclass(slots=True)
class Findings:
    """What a run found, in order; every row is printed as soon as it is there."""

    rows: list[Row] = field(default_factory=list[Row])
    curves: dict[str, dict[str, dict[int, Figure]]] = field(
        default_factory=dict[str, dict[str, dict[int, Figure]]]
    )
    """Figures by picture, contender and size."""
    broken: list[str] = field(default_factory=list[str])
    """Titles of sections that could not be measured to their end."""
    lines: list[str] = field(default_factory=list[str])

    def say(self, text: str) -> None:
        """Print and keep a line."""
        self.lines.append(text)
        print(text, flush=True)

    def take(self, others: Findings) -> None:
        """Take over what another part of the run found, which is printed already."""
        self.rows += others.rows
        self.broken += others.broken
        self.lines += others.lines
        for picture, curves in others.curves.items():
            for name, points in curves.items():
                self.curves.setdefault(picture, {}).setdefault(name, {}).update(points)

    def add(self, found: Iterator[Row]) -> None:
        """Print and keep rows."""
        for row in found:
            self.rows.append(row)
            self.say(line(row.cells()))

    def point(self, picture: str, size: int, measured: Figures, names: Sequence[str]) -> None:
        """Keep the figures of some contenders as points of a picture's curves."""
        for name in names:
            found = measured.get(name)
            if isinstance(found, Figure):
                self.curves.setdefault(picture, {}).setdefault(name, {})[size] = found

    def summary(self) -> list[str]:
        """Which goals were met, with their stretch or without it, missed, or not measured."""
        by_verdict: dict[str, list[str]] = {"stretch": [], "met": [], "MISSED": [], "": []}
        for row in self.rows:
            if row.goal is not None:
                by_verdict[row.verdict].append(f"{row.work} / {row.beside}")
        total = sum(map(len, by_verdict.values()))
        titles = {
            "met": "met",
            "stretch": "met, stretch too",
            "MISSED": "missed",
            "": "not measured",
        }
        counted = [f"{len(by_verdict[verdict])} {title}" for verdict, title in titles.items()]
        lines = [f"{total} {'goal' if total == 1 else 'goals'}: {', '.join(counted)}"]
        for verdict, title in titles.items():
            lines += [f"  {title}: {name}" for name in by_verdict[verdict]]
        return lines + [f"  broken off: {title}" for title in self.broken]
