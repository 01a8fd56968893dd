"""Rows of a table, their verdicts, and the table as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

COLUMNS = ("", "ours", "theirs", "ratio", "goal", "", "")


@dataclass(frozen=True, slots=True)
class Row:
    """One goal: our median beside that of the contender it is held against."""

    name: str
    ours: float | None
    """Seconds; ``None`` if the measurement failed, which ``remarks`` then explain."""
    theirs: float | None
    goal: float
    """The largest allowed ratio of ours to theirs."""
    limit: float | None = None
    """The largest allowed time of ours in seconds, for goals that name one."""
    remarks: Sequence[str] = field(default=())

    @property
    def ratio(self) -> float | None:
        """Ours divided by theirs, if both were measured."""
        if self.ours is None or not self.theirs:
            return None
        return self.ours / self.theirs

    @property
    def verdict(self) -> str:
        """``PASS`` only if every part of the goal was measured and met."""
        in_time = self.limit is None or (self.ours is not None and self.ours <= self.limit)
        return "PASS" if self.ratio is not None and self.ratio <= self.goal and in_time else "MISS"

    def cells(self) -> tuple[str, ...]:
        """The row as texts, one per column."""
        ratio = "-" if self.ratio is None else f"{self.ratio:.2f}"
        goal = f"<= {self.goal:.2f}" + ("" if self.limit is None else f" and <= {duration(self.limit)}")
        remarks = "; ".join(self.remarks)
        return (self.name, duration(self.ours), duration(self.theirs), ratio, goal, self.verdict, remarks)


def duration(seconds: float | None) -> str:
    """A time with a unit that suits its size.

    >>> duration(0.0000021), duration(0.0534), duration(1.6), duration(None)
    ('2.10 us', '53.40 ms', '1.60 s', '-')
    """
    if seconds is None:
        return "-"
    for scale, unit in ((1.0, "s"), (1e-3, "ms")):
        if seconds >= scale:
            return f"{seconds / scale:.2f} {unit}"
    return f"{seconds / 1e-6:.2f} us"


def render(rows: Sequence[Row]) -> str:
    """The table: names and remarks to the left, numbers to the right."""
    lines = [COLUMNS, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(COLUMNS))]
    left = {0, 4, 5, 6}
    return "\n".join(
        "  ".join(
            text.ljust(width) if column in left else text.rjust(width)
            for column, (text, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
