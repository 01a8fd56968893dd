"""What is kept of a run: one JSON file, and of a recorded run also the picture and the README's table."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from tests.bench import columns, decode
from tests.bench.kinds import is_array
from tests.bench.picture import Panel, draw
from tests.bench.table import Findings, Row, amount
from tests.bench.timing import Figure

ROOT = Path(__file__).resolve().parents[2]
RECORD = Path(__file__).with_name("results.json")
PICTURE = Path(__file__).with_name("scaling.svg")
README = ROOT / "README.md"
BEGIN, END = "<!-- measured: written by `python -m tests.bench --record` -->\n", "<!-- /measured -->\n"

DISTRIBUTIONS = (
    "astrowire", "msgspec", "requests", "numpy", "pandas", "pyarrow", "drms", "crds", "orjson", "pydantic",
    "fastjsonschema", "jsonschema", "jsonschema-rs", "openapi-python-client", "ruff",
)  # fmt: skip


def conditions() -> dict[str, Any]:
    """When, on what and with which versions; without these the numbers mean little."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": {"cpus": os.cpu_count(), "model": _processor()},
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "versions": {name: _version(name) for name in DISTRIBUTIONS},
    }


def _processor() -> str:
    """The model of the processor, as the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        lines = []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.machine()


def _version(distribution: str) -> str | None:
    """The version of a distribution, if it is installed."""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None


def in_words(found: Mapping[str, Any]) -> str:
    """The conditions in one line."""
    versions = ", ".join(f"{name} {version or '-'}" for name, version in found["versions"].items())
    machine = found["machine"]
    return f"{found['date']}, {found['python']}, {machine['cpus']} CPUs ({machine['model']}); {versions}"


def results(found: Mapping[str, Any], findings: Findings) -> dict[str, Any]:
    """Everything that a run found, as JSON has it."""
    return {
        **found,
        "goals": _counts(findings),
        "rows": [_row(row) for row in findings.rows],
        "curves": {
            picture: {
                name: {str(size): _rounded(each.median) for size, each in sorted(curve.items())}
                for name, curve in curves.items()
            }
            for picture, curves in findings.curves.items()
        },
        "table": findings.lines,
    }


def _counts(findings: Findings) -> dict[str, int]:
    verdicts = [row.verdict or "not measured" for row in findings.rows if row.goal]
    return {verdict: verdicts.count(verdict) for verdict in sorted(set(verdicts))}


def _row(row: Row) -> dict[str, Any]:
    goal = row.goal
    ratio = row.ratio
    return {
        "work": row.work,
        "ours": _figure(row.ours),
        "beside": row.beside,
        "theirs": _figure(row.theirs),
        "ratio": None if ratio is None else _rounded(ratio),
        "goal": None if goal is None else goal.text,
        "stretch": None if goal is None else goal.stretch,
        "verdict": row.verdict,
        "remark": row.remark,
    }


def _figure(value: Figure | str) -> dict[str, Any] | str:
    if isinstance(value, str):
        return value
    ends = {name: _rounded(getattr(value, name)) for name in ("median", "low", "high")}
    return {**ends, "turns": value.turns, "unit": value.unit}


def _rounded(value: float) -> float:
    """Four digits say more than two runs agree on."""
    return float(f"{value:.4g}")


def write(file: Path, found: Mapping[str, Any]) -> None:
    """Write results to a file, its folder made if need be; one line per row."""
    members = ",\n".join(f"{_dumped(name)}: {_laid_out(value)}" for name, value in found.items())
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("{\n" + members + "\n}\n", encoding="utf-8")


def _laid_out(value: object) -> str:
    if not is_array(value):
        return _dumped(value)
    return "[\n " + ",\n ".join(map(_dumped, value)) + "\n]"


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def record(found: Mapping[str, Any]) -> None:
    """Write the committed record: results, picture, and the table in the README."""
    write(RECORD, found)
    PICTURE.write_text(picture(found), encoding="utf-8")
    text = README.read_text(encoding="utf-8")
    README.write_text(with_table(text, found), encoding="utf-8")


def picture(found: Mapping[str, Any]) -> str:
    """The scaling curves of recorded results."""
    curves: dict[str, dict[str, dict[int, float]]] = {
        name: {
            each: {int(size): seconds for size, seconds in points.items()} for each, points in lines.items()
        }
        for name, lines in found["curves"].items()
    }
    listed = Panel(
        "rs_list: body to columns (bold: ours)",
        "records of 12 keywords and a segment",
        curves.get(columns.PICTURE, {}),
        (columns.LAZY, columns.ARROW, columns.PANDAS),
    )
    catalogue = Panel(
        "get_file_info_map: typed, checked (bold: ours)",
        "files of 24 members",
        curves.get(decode.PICTURE, {}),
        ("ours",),
    )
    return draw([listed, catalogue])


SHOWN = (
    ("rs_list 100,000: numbers, strings lazy", "`rs_list`, 10⁵ records: numbers parsed, strings lazy"),
    ("rs_list 100,000: all in Arrow", "the same, all in Arrow"),
    ("rs_list 100,000: pandas", "the same, pandas"),
    ("rs_list 1,000,000: all in Arrow", "10⁶ records, all in Arrow"),
    ("peak, rs_list 1,000,000: all in Arrow", "peak memory of that"),
    ("get_file_info_map", "`get_file_info_map`, 20,000 files, patterns checked"),
    ("get_file_info_map 20,000, TypeScript", "the same in the TypeScript package"),
    ("header_map", "best references of 5,000 headers"),
    ("get_best_references_by_header_map", "their request, checked"),
    ("series_struct", "`series_struct`, 120 keywords"),
    ("show_series", "`show_series`, 3,000 series"),
    ("one call, drms rs_summary", "one call over loopback"),
    ("import every operation of both", "import of both services, every operation loaded"),
)
"""The works in the README: how a row's name begins, and what it is called there.

Of the imports it shows the one that loads everything, as the usual clients' do.
"""


def with_table(readme: str, found: Mapping[str, Any]) -> str:
    """The README with the table of these results between its two marks."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the README has no place for the table")
    return before + begin + table(found) + end + after


def table(found: Mapping[str, Any]) -> str:
    """The README's table: the first row of each work that is shown, as it was measured."""
    lines = ["| | ours | theirs | |", "|---|---|---|---|"]
    for start, title in SHOWN:
        row = next(
            (row for row in found["rows"] if row["work"].partition(",")[0] == start or row["work"] == start),
            None,
        )
        if row is None or isinstance(row["ours"], str) or isinstance(row["theirs"], str):
            continue
        ours, theirs = (_amount(row[side]) for side in ("ours", "theirs"))
        lines.append(f"| {title} | {ours} | {theirs}, `{row['beside']}` | {_compared(row['ratio'])} |")
    return "\n".join(lines) + "\n"


def _amount(figure: Mapping[str, Any]) -> str:
    return amount(figure["median"], figure["unit"]).replace("us", "µs")


def _compared(ratio: float) -> str:
    """How many times less ours takes, or its share where that is not even twice."""
    return f"{1 / ratio:.1f}×" if ratio <= 0.5 else f"{ratio:.2f}"
