"""A record set as columns: numbers, arrays, Arrow tables and data frames, beside the usual client."""

from __future__ import annotations

from collections.abc import Mapping

from tests.bench import records, samples, truth, views
from tests.bench.plan import Plan
from tests.bench.table import Findings, Goal, rows
from tests.bench.timing import Figure, said
from tests.bench.views import DRMS, VIEWS

NAME = "columns"
TITLE = "Record sets to columns: twelve keywords and a segment, types as the series declares them"
SIZES = ("columns_small", "columns_middling", "columns_large", "columns_huge")
NAMES = (NAME, *SIZES, "growth")

PICTURE = "rs_list"
LAZY, NUMPY, ARROW, PANDAS = (view.name for view in VIEWS)
DRAWN = (LAZY, ARROW, PANDAS, DRMS, "json.loads", "raw scan", "memcpy")

ROUNDS = (25, 15, 9, 5)
"""By size."""

GOALS: dict[tuple[int, str], Goal] = {
    (0, LAZY): Goal(DRMS, at_least=6),
    (0, NUMPY): Goal(DRMS, at_least=6),
    (2, LAZY): Goal(DRMS, at_least=9, stretch=12),
    (2, ARROW): Goal(DRMS, at_least=6, stretch=8),
    (2, PANDAS): Goal(DRMS, at_least=4),
    (3, ARROW): Goal(DRMS, at_least=9, stretch=12),
}
"""By number of the size, and view."""

GROWTH = {LAZY: 1.25, ARROW: 1.25, PANDAS: None, DRMS: None}
"""Largest cost per record of the largest set, in that of the smallest."""


def measure(plan: Plan, findings: Findings) -> None:
    """Record sets of all sizes, then a recorded one.

    The huge one comes early: late in a process, gigabytes at a time pay for how others left its memory.
    """
    for number in (0, 3, 2, 1):
        count = plan.sizes.records[number]
        if plan.wants(NAME, "curves", SIZES[number], *(["growth"] if number == 3 else [])):
            _synthetic(plan, findings, number, count)
    if plan.wants(NAME, "real"):
        _real(plan, findings)


def _synthetic(plan: Plan, findings: Findings, number: int, count: int) -> None:
    """One size; the largest one takes turns with the smallest, to see how the cost per record grows."""
    struct = records.struct()
    body = records.body(plan.rng("rs_list"), count)
    entries = views.entries(body, struct, records.NUMBERS)
    remarks = checked(entries, truth.Truth(body, struct))
    contenders = {name: entry.contender for name, entry in entries.items()}
    first = plan.sizes.records[0]
    if number == 3:
        small = views.entries(records.body(plan.rng("rs_list"), first), struct, records.NUMBERS)
        contenders |= {_at(name, first): small[name].contender for name in GROWTH}
    measured = plan.figures(f"rs_list {count}", contenders, ROUNDS[number])
    goals = {view.name: GOALS[number, view.name] for view in VIEWS if (number, view.name) in GOALS}
    _report(findings, f"rs_list {count:,}", measured, goals, remarks)
    findings.point(PICTURE, count, measured, DRAWN)
    if number == 3:
        _growth(findings, measured, first, count)


def _report(
    findings: Findings,
    work: str,
    measured: Mapping[str, Figure | str],
    goals: Mapping[str, Goal],
    remarks: Mapping[str, str],
) -> None:
    """Our views with and without declared types beside the usual client, the first also beside the floor."""
    for number, view in enumerate(VIEWS):
        floor = ("json.loads", "raw scan", "memcpy") if number == 0 else ()
        goal = [goals[view.name]] if view.name in goals else []
        findings.add(
            rows(
                f"{work}: {view.name}",
                measured,
                goal,
                ours=view.name,
                beside=(DRMS, *floor),
                factor=True,
                remarks=remarks,
            )
        )
        inferred = f"{view.name}, inferred"
        findings.add(
            rows(
                f"{work}: {inferred}",
                measured,
                ours=inferred,
                beside=(DRMS,),
                factor=True,
                remarks={inferred: remarks.get(inferred, "")},
            )
        )


def _growth(findings: Findings, measured: Mapping[str, Figure | str], first: int, last: int) -> None:
    """What one record costs in the largest set and in the smallest."""
    for name, bound in GROWTH.items():
        large, small = measured[name], measured[_at(name, first)]
        beside = f"of {first:,}"
        costs = {
            "ours": large if isinstance(large, str) else large.per(last),
            beside: small if isinstance(small, str) else small.per(first),
        }
        goals = [] if bound is None else [Goal(beside, at_most=bound)]
        findings.add(rows(f"a record of {last:,}: {name}", costs, goals))


def _at(name: str, count: int) -> str:
    return f"{name} at {count:,}"


def _real(plan: Plan, findings: Findings) -> None:
    """A thousand recorded records with 33 keywords, and no segment."""
    body, struct = samples.body(samples.LISTED), samples.body(samples.STRUCT)
    expected = truth.Truth(body, struct)
    entries = views.entries(body, struct, expected.numbers(), segments=False)
    remarks = checked(entries, expected)
    contenders = {name: entry.contender for name, entry in entries.items()}
    measured = plan.figures("real rs_list", contenders, ROUNDS[0])
    _report(findings, "real rs_list", measured, {}, remarks)


def checked(entries: Mapping[str, views.Entry], expected: truth.Truth) -> dict[str, str]:
    """What contenders have wrong, cell by cell; ours must have the types right too."""
    remarks: dict[str, str] = {}
    for name, entry in entries.items():
        if entry.cells is None or isinstance(entry.contender, str):
            continue
        try:
            found = entry.cells(entry.contender())
        except Exception as error:
            remarks[name] = said(error)
            continue
        faults = expected.faults(found, entry.scope, truth.loosely if name == DRMS else truth.exactly)
        if faults:
            remarks[name] = f"{name}: {faults}"
    return remarks
