"""The parts of a run, in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.bench import apart, columns, decode, encode, exact, generate, imports, loopback, typescript
from tests.bench.plan import Plan
from tests.bench.table import Findings
from tests.bench.timing import said


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the table: what it is, the names by which it is asked for, and what measures it."""

    title: str
    names: Sequence[str]
    measure: Callable[[Plan, Findings], None]


SECTIONS = (
    Section(imports.TITLE, imports.NAMES, imports.measure),
    Section(loopback.TITLE, loopback.NAMES, loopback.measure),
    Section(encode.TITLE, encode.NAMES, encode.measure),
    Section(exact.TITLE, exact.NAMES, exact.measure),
    Section(columns.TITLE, (*columns.NAMES, "real", "curves"), columns.measure),
    Section(decode.TITLE, (decode.NAME, *decode.NAMES, "curves"), decode.measure),
    Section(apart.TITLE, apart.NAMES, apart.measure),
    Section(generate.TITLE, generate.NAMES, generate.measure),
    Section(typescript.TITLE, typescript.NAMES, typescript.measure),
)
"""Short works first: while the process is small, the collector and the caches disturb them least."""


def measured(section: Section, plan: Plan) -> Findings:
    """Measure one section, printing its rows."""
    findings = Findings()
    findings.say(f"-- {section.title}")
    try:
        section.measure(plan, findings)
    except Exception as error:
        findings.say(f"   broken off: {said(error)}")
        findings.broken.append(section.title)
    return findings
