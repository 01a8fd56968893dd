"""``make conformance`` runs every step it finds, and neither a failure nor a missing program stays unseen."""

from __future__ import annotations

import doctest
import json
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.conformance import running
from tests.conformance.__main__ import main

STEPS = {
    "agrees": 'NEEDS: tuple[str, ...] = ()\ndef run(build):\n    return {"bodies": 3, "disagreements": []}\n',
    "wrong": (
        "def run(build):\n    return {'bodies': 3, 'disagreements': [{'at': '/a', 'said': '\\u2028\\n'}]}\n"
    ),
    "breaks": "def run(build):\n    return 1 // 0\n",
    "gives_up": (
        "from tests.conformance.running import Failed\n"
        "def run(build):\n    raise Failed('nothing was read')\n"
    ),
    "silent": "def run(build):\n    pass\n",
    "lacks": "NEEDS = ('no-such-program', 'sh')\ndef run(build):\n    return {}\n",
    "unimportable": "NEEDS = ()\nimport no_such_module\ndef run(build):\n    return {}\n",
    "keeps": (
        "def run(build):\n"
        "    kept = build / 'kept'\n"
        "    there = kept.exists()\n"
        "    kept.touch()\n"
        "    return {'there': there}\n"
    ),
}
numbers = count()


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[running.Step]]:
    package = f"steps_{next(numbers)}"
    for name, text in STEPS.items():
        folder = tmp_path / package / name
        folder.mkdir(parents=True)
        (folder / "step.py").write_text(text, encoding="utf-8")
    (tmp_path / package / "no_step").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delenv("CI", raising=False)
    yield running.find(tmp_path / package, package)
    for name in [each for each in sys.modules if each.startswith(package)]:
        del sys.modules[name]


def run(steps: list[running.Step], build: Path, capsys: Any, *names: str) -> tuple[int, list[Any], str]:
    """The status, the lines of JSON, and the last line."""
    status = main([*names, "--build", str(build)], steps)
    *lines, last = capsys.readouterr().out.splitlines()
    return status, [json.loads(line) for line in lines], last


def test_every_folder_with_a_step_is_found(steps: list[running.Step]) -> None:
    assert [each.name for each in steps] == sorted(STEPS)
    needs = {each.name: each.needs for each in steps}
    assert needs["lacks"] == ("no-such-program", "sh")
    assert needs["agrees"] == needs["wrong"] == ()


def test_the_project_has_steps_and_each_says_what_it_shows_and_needs() -> None:
    found = running.find()
    assert found
    for each in found:
        text = (running.HERE / each.name / "step.py").read_text(encoding="utf-8")
        assert text.startswith('"""'), each.name
        assert "\nNEEDS" in text, each.name
        assert set(each.needs) <= set(running.PROGRAMS), "nobody would be told how to install it"


def test_one_line_for_each_step_and_the_sum_last(steps: Any, tmp_path: Path, capsys: Any) -> None:
    status, lines, last = run(steps, tmp_path, capsys)
    outcomes = {each["step"]: each["outcome"] for each in lines}
    assert outcomes == {
        "agrees": "passed",
        "breaks": "failed",
        "gives_up": "failed",
        "keeps": "passed",
        "lacks": "skipped",
        "silent": "failed",
        "unimportable": "failed",
        "wrong": "failed",
    }
    assert (status, last) == (1, "2 passed, 5 failed, 1 skipped")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("wrong", "1 disagreements"),
        ("breaks", "ZeroDivisionError"),
        ("gives_up", "nothing was read"),
        ("unimportable", "no_such_module"),
    ],
)
def test_a_failing_step_fails_the_run_and_says_why(
    steps: Any, tmp_path: Path, capsys: Any, name: str, reason: str
) -> None:
    status, [line], last = run(steps, tmp_path, capsys, name)
    assert (status, last) == (1, "0 passed, 1 failed, 0 skipped")
    assert reason in line["reason"]


def test_disagreements_are_all_told_in_one_line(steps: Any, tmp_path: Path, capsys: Any) -> None:
    _, [line], _ = run(steps, tmp_path, capsys, "wrong")
    assert line["disagreements"] == [{"at": "/a", "said": "\u2028\n"}]
    assert line["bodies"] == 3


def test_a_run_without_failure_ends_with_status_0(steps: Any, tmp_path: Path, capsys: Any) -> None:
    assert run(steps, tmp_path, capsys, "agrees", "keeps")[0] == 0


def test_a_run_of_nothing_is_a_failure(tmp_path: Path, capsys: Any) -> None:
    assert run([], tmp_path, capsys)[0] == 1


def test_a_name_that_is_no_step_is_refused(steps: Any, tmp_path: Path, capsys: Any) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["agree"], steps)
    assert ended.value.code == 2
    assert "no step is called agree" in capsys.readouterr().err


def test_a_missing_program_is_a_skip_that_says_how_to_install_it(
    steps: Any, tmp_path: Path, capsys: Any
) -> None:
    status, [line], last = run(steps, tmp_path, capsys, "lacks")
    assert (status, last) == (0, "0 passed, 0 failed, 1 skipped")
    assert line["reason"] == "no-such-program is not on PATH (no package is known for it)"
    assert "apt-get install maven" in running.advice(["mvn"])


def test_a_missing_program_is_a_failure_in_ci(
    steps: Any, tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    status, [line], last = run(steps, tmp_path, capsys, "lacks")
    assert (status, line["outcome"], last) == (1, "failed", "0 passed, 1 failed, 0 skipped")


def test_what_a_step_built_is_there_the_next_time(steps: Any, tmp_path: Path, capsys: Any) -> None:
    assert run(steps, tmp_path, capsys, "keeps")[1][0]["there"] is False
    assert run(steps, tmp_path, capsys, "keeps")[1][0]["there"] is True


def test_it_says_where_programs_come_from_and_which_packages_bring_the_missing(
    tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "go"
    program.write_text('#!/bin/sh\necho "go 7, asked for $1"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    steps = [running.Step("one", "none", ("mvn", "go")), running.Step("two", "none", ("javac", "java", "go"))]
    assert main(["--origins"], steps) == 0
    java, javac, maven = (running.advice([name]) for name in ("java", "javac", "mvn"))
    assert capsys.readouterr().out.splitlines() == [
        f"go: go 7, asked for version, {program}",
        java,
        javac,
        maven,
    ]
    assert main(["--packages"], steps) == 0
    assert capsys.readouterr().out == "default-jdk-headless maven\n"


def test_a_program_that_fails_or_never_ends_is_reported_with_its_end(tmp_path: Path) -> None:
    with pytest.raises(running.Failed, match=r"(?s)ended with status 3.*out.*err"):
        running.command(["sh", "-c", "echo out; echo err >&2; exit 3"])
    started = time.monotonic()
    with pytest.raises(running.Failed, match="took more than 1 seconds"):
        running.command(["sh", "-c", "sleep 60 & sleep 60"], timeout=1)
    assert time.monotonic() - started < 30
    with pytest.raises(running.Failed, match="does not start"):
        running.command([tmp_path / "absent"])
    assert running.command(["sh", "-c", "echo $A"], environment={"A": "b"}) == "b\n"


@pytest.mark.parametrize("output", ["", "\n", "[1]\n", '{"a": 1}\nthe end\n'])
def test_a_program_without_a_last_line_of_json_is_a_failure(output: str) -> None:
    with pytest.raises(running.Failed):
        running.last_line(output)


def test_the_examples_of_the_docstrings_hold() -> None:
    assert doctest.testmod(running).failed == 0
