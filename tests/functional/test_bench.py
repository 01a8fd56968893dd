"""``python -m tests.bench --quick`` runs every work once, whatever is installed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.bench.timing import NOT_INSTALLED

ROOT = Path(__file__).resolve().parents[2]

GOALS = 37
"""Rows with a goal; one more or less is a goal that was added or lost."""

ABSENT = ("orjson", "pydantic", "fastjsonschema", "jsonschema_rs", "openapi_python_client", "crds", "drms")

CAN_FAIL = {"not on this system"}


def bench(folder: Path, program: list[str], *options: str) -> tuple[str, dict[str, Any]]:
    """What a run prints and what it writes."""
    file = folder / "results.json"
    done = subprocess.run(
        [sys.executable, *program, "--quick", "--json", str(file), *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return done.stdout, found


def test_every_work_runs_and_ours_returns_what_is_right(tmp_path: Path) -> None:
    printed, found = bench(tmp_path, ["-m", "tests.bench"])
    assert "broken off" not in printed
    ours = [row for row in found["rows"] if isinstance(row["ours"], str)]
    assert [row for row in ours if row["ours"] not in {NOT_INSTALLED, *CAN_FAIL}] == []
    theirs = [row for row in found["rows"] if isinstance(row["theirs"], str)]
    assert [row for row in theirs if row["theirs"] not in {NOT_INSTALLED, *CAN_FAIL}] == []
    assert sum(row["goal"] is not None for row in found["rows"]) == GOALS
    assert len({row["work"] for row in found["rows"]}) > 40
    assert set(found["curves"]) == {"rs_list", "get_file_info_map"}


def test_what_is_not_installed_is_said_and_the_rest_is_measured(tmp_path: Path) -> None:
    program = (
        f"import sys\nfor name in {ABSENT!r}: sys.modules[name] = None\n"
        "from tests.bench.__main__ import main\nmain(sys.argv[1:])"
    )
    asked = ("show_series", "header_map", "columns", "loopback", "encode", "generate")
    options = [word for name in asked for word in ("--only", name)]
    printed, found = bench(tmp_path, ["-c", program], *options)
    assert "broken off" not in printed
    absent = {row["beside"] for row in found["rows"] if row["theirs"] == NOT_INSTALLED}
    assert {
        "drms.Client.query",
        "crds client",
        "orjson",
        "pydantic strict",
        "openapi-python-client",
    } <= absent
    assert all(not row["verdict"] for row in found["rows"] if row["theirs"] == NOT_INSTALLED)
    measured = {row["beside"] for row in found["rows"] if isinstance(row["theirs"], dict)}
    assert {"json.loads", "json.dumps", "requests.Session", "jsonschema"} <= measured


def test_a_record_is_of_a_whole_run_only() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench", "--quick", "--record"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "--record is for whole runs" in done.stderr
