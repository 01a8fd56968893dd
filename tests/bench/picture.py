"""Scaling curves as an SVG picture: time by size on logarithmic axes, on light and on dark pages."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

Curve = Mapping[int, float]
"""Seconds by size."""

WIDTH, HEIGHT = 940, 430
TOP, BOTTOM = 46, 50
PANEL, LEFT, LABELS = 470, 56, 156
"""Width of a panel, of the space for its ticks, and of the space for the names of its curves."""
APART = 13.0
"""Least distance of two names."""

STYLE = """
text { font: 11px system-ui, -apple-system, 'Segoe UI', sans-serif; fill: #1f2328; }
.title { font-size: 13px; font-weight: 600; }
.tick { fill: #59636e; }
.grid { stroke: #d1d9e0; stroke-width: 1; }
.curve { fill: none; stroke-width: 1.6; }
.us { stroke-width: 2.6; }
.name { font-weight: 400; }
.ours { font-weight: 600; }
.c0 { stroke: #0969da; } .c1 { stroke: #8250df; } .c2 { stroke: #1a7f37; }
.c3 { stroke: #bc4c00; } .c4 { stroke: #9a6700; } .c5 { stroke: #cf222e; } .c6 { stroke: #59636e; }
.f0 { fill: #0969da; } .f1 { fill: #8250df; } .f2 { fill: #1a7f37; }
.f3 { fill: #bc4c00; } .f4 { fill: #9a6700; } .f5 { fill: #cf222e; } .f6 { fill: #59636e; }
.floor { stroke-dasharray: 2 4; }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc; }
.tick { fill: #9198a1; }
.grid { stroke: #3d444d; }
.c0 { stroke: #4493f8; } .c1 { stroke: #ab7df8; } .c2 { stroke: #3fb950; }
.c3 { stroke: #f0883e; } .c4 { stroke: #d29922; } .c5 { stroke: #f85149; } .c6 { stroke: #9198a1; }
.f0 { fill: #4493f8; } .f1 { fill: #ab7df8; } .f2 { fill: #3fb950; }
.f3 { fill: #f0883e; } .f4 { fill: #d29922; } .f5 { fill: #f85149; } .f6 { fill: #9198a1; }
}
"""

FLOORS = ("raw scan", "memcpy")


@dataclass(frozen=True, slots=True)
class Panel:
    """One half of the picture."""

    title: str
    size: str
    """What is counted along the axis."""
    curves: Mapping[str, Curve]
    ours: Sequence[str]
    """The names of our curves."""


def draw(panels: Sequence[Panel]) -> str:
    """The picture, panels side by side; the same curves give the same bytes."""
    title = "; ".join(panel.title for panel in panels)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        f"<title>{escape(title)}</title>",
        f"<style>{STYLE}</style>",
    ]
    for number, panel in enumerate(panels):
        if any(panel.curves.values()):
            lines += [f'<g transform="translate({number * PANEL} 0)">', *_panel(panel), "</g>"]
    return "\n".join([*lines, "</svg>", ""])


@dataclass(frozen=True, slots=True)
class _Axes:
    """Where a size and a time are in a panel; both axes go by powers of ten."""

    least: float
    most: float
    quickest: float
    slowest: float

    def x(self, size: float) -> float:
        share = (math.log10(size) - self.least) / max(self.most - self.least, 1e-9)
        return LEFT + share * (PANEL - LEFT - LABELS)

    def y(self, seconds: float) -> float:
        share = (math.log10(seconds) - self.quickest) / max(self.slowest - self.quickest, 1e-9)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)


def _axes(curves: Mapping[str, Curve]) -> _Axes:
    sizes = [math.log10(size) for curve in curves.values() for size in curve]
    times = [math.log10(seconds) for curve in curves.values() for seconds in curve.values()]
    return _Axes(min(sizes), max(sizes), math.floor(min(times)), math.ceil(max(times)))


def _panel(panel: Panel) -> Iterator[str]:
    axes = _axes(panel.curves)
    yield f'<text class="title" x="{LEFT}" y="22">{escape(panel.title)}</text>'
    yield from _grid(axes, panel.size)
    ends: list[tuple[float, int, str]] = []
    for number, (name, curve) in enumerate(panel.curves.items()):
        points = [(axes.x(size), axes.y(seconds)) for size, seconds in sorted(curve.items())]
        if not points:
            continue
        kind = " us" if name in panel.ours else " floor" if name in FLOORS else ""
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        yield f'<path class="curve c{number % 7}{kind}" d="M{path}"/>'
        for x, y in points:
            yield f'<circle class="f{number % 7}" cx="{x:.1f}" cy="{y:.1f}" r="2.4"/>'
        ends.append((points[-1][1], number, name))
    right = PANEL - LABELS + 8
    for y, number, name in _spread(ends):
        kind = "ours" if name in panel.ours else "name"
        yield f'<text class="{kind} f{number % 7}" x="{right}" y="{y + 4:.1f}">{escape(name)}</text>'


def _grid(axes: _Axes, size: str) -> Iterator[str]:
    """Lines and ticks at powers of ten."""
    left, right, bottom = LEFT, PANEL - LABELS, HEIGHT - BOTTOM
    for power in range(int(axes.quickest), int(axes.slowest) + 1):
        y = axes.y(10.0**power)
        yield f'<path class="grid" d="M{left} {y:.1f}H{right}"/>'
        yield f'<text class="tick" text-anchor="end" x="{left - 6}" y="{y + 4:.1f}">{_time(power)}</text>'
    for power in range(math.ceil(axes.least - 1e-9), math.floor(axes.most + 1e-9) + 1):
        x = axes.x(10.0**power)
        yield f'<path class="grid" d="M{x:.1f} {TOP}V{bottom}"/>'
        yield f'<text class="tick" text-anchor="middle" x="{x:.1f}" y="{bottom + 17}">{10**power:,}</text>'
    middle = (left + right) / 2
    yield f'<text class="tick" text-anchor="middle" x="{middle:.0f}" y="{bottom + 36}">{escape(size)}</text>'


def _time(power: int) -> str:
    """A power of ten of a second, in the unit that suits it.

    >>> _time(-5), _time(-3), _time(1)
    ('10 µs', '1 ms', '10 s')
    """
    for unit, name in ((0, "s"), (-3, "ms"), (-6, "µs")):
        if power >= unit:
            return f"{10 ** (power - unit)} {name}"
    return f"{10.0 ** (power + 9):g} ns"


def _spread(ends: Sequence[tuple[float, int, str]]) -> list[tuple[float, int, str]]:
    """The names beside the ends of their curves, moved until none covers another."""
    places = sorted(ends)
    heights = [y for y, _, _ in places]
    for _ in range(200):
        for above in range(len(heights) - 1):
            lack = APART - (heights[above + 1] - heights[above])
            if lack > 1e-6:
                heights[above] -= lack / 2
                heights[above + 1] += lack / 2
    return [(height, number, name) for height, (_, number, name) in zip(heights, places, strict=True)]
