"""The commands as people call them: what they print, what they write, how they end."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.cli import main
from codegen.rules import RULES

from .descriptions import BASE, store


@pytest.fixture
def folders(tmp_path: Path) -> tuple[str, str]:
    """The options of a good description that has been generated once."""
    spec, out = store(BASE, tmp_path / "spec"), tmp_path / "out"
    assert main(["generate", "--spec", str(spec), "--out", str(out), "--target", "jsonschema"]) == 0
    return str(spec), str(out)


def check(folders: tuple[str, str]) -> int:
    spec, out = folders
    return main(["check", "--spec", spec, "--out", out, "--target", "jsonschema"])


def test_what_was_just_generated_is_as_it_would_be(folders: tuple[str, str]) -> None:
    assert check(folders) == 0


def test_check_names_every_file_that_differs(
    folders: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    spec, out = Path(folders[0]), Path(folders[1]) / "jsonschema"
    (out / "svc" / "ping.request.json").write_text("{}", encoding="utf-8")
    (out / "svc" / "ping.response.json").unlink()
    (out / "svc" / "more.json").write_text("{}", encoding="utf-8")
    (spec / "rpc" / "add.yaml").write_text(
        BASE["rpc/add.yaml"].replace("Add numbers", "Sum numbers"), encoding="utf-8"
    )
    capsys.readouterr()
    assert check(folders) == 1
    assert capsys.readouterr().out.splitlines() == [
        "changed: jsonschema/index.json",
        "changed: jsonschema/rpc.bundle.json",
        "changed: jsonschema/rpc/add.request.json",
        "changed: jsonschema/rpc/add.response.json",
        "extra: jsonschema/svc/more.json",
        "hand-edited: jsonschema/svc/ping.request.json",
        "missing: jsonschema/svc/ping.response.json",
    ]


def test_one_target_leaves_the_files_of_the_others(tmp_path: Path) -> None:
    spec, out = store(BASE, tmp_path / "spec"), tmp_path / "out"
    assert main(["generate", "--spec", str(spec), "--out", str(out)]) == 0
    whole = sorted(each.relative_to(out) for each in out.rglob("*") if each.is_file())
    assert main(["generate", "--spec", str(spec), "--out", str(out), "--target", "jsonschema"]) == 0
    assert sorted(each.relative_to(out) for each in out.rglob("*") if each.is_file()) == whole
    assert main(["check", "--spec", str(spec), "--out", str(out)]) == 0


def test_lint_prints_problems_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = store({**BASE, "package.yaml": "dialect: 1\n"}, tmp_path)
    assert main(["lint-spec", "--spec", str(spec)]) == 1
    said = capsys.readouterr()
    assert said.out.count("missing-key") == 3
    assert "3 problems" in said.err


def test_lint_of_a_good_description(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint-spec", "--spec", str(store(BASE, tmp_path))]) == 0
    assert "2 services, 2 operations, no problems" in capsys.readouterr().out


def test_lint_prints_the_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint-spec", "--rules"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(RULES)


@pytest.mark.parametrize("command", ["generate", "check", "lint-spec"])
def test_a_folder_that_is_not_there(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--spec", str(tmp_path / "nowhere")]) == 1
    assert "--spec" in capsys.readouterr().err


def test_an_empty_folder_is_no_description(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint-spec", "--spec", str(tmp_path)]) == 1
    assert "package.yaml:1: /: file-missing" in capsys.readouterr().out


def test_files_of_somebody_else_stop_the_generator(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = store(BASE, tmp_path / "spec")
    mine = store({"jsonschema/svc/ping.request.json": "mine"}, tmp_path / "out")
    assert main(["generate", "--spec", str(spec), "--out", str(mine), "--target", "jsonschema"]) == 1
    assert "were not generated" in capsys.readouterr().err
    assert (mine / "jsonschema" / "svc" / "ping.request.json").read_text(encoding="utf-8") == "mine"
