"""The same description gives the same bytes everywhere; ``check`` names every file that is not so."""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from codegen.load import load_file
from codegen.output import MANIFEST
from codegen.problems import Problems
from tests.functional.making import GOLDEN_SPEC, SPEC, codegen, generate, tree

ORDERED = {"parameters", "properties", "types", "options", "sentinels", "arguments"}
"""Keys of mappings whose order is the order in which things are shown, or means something."""

Order = Callable[[list[str]], list[str]]


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The output for the services of this project."""
    return tree(generate(SPEC, tmp_path_factory.mktemp("reference") / "out"))


@pytest.fixture(scope="module")
def golden(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The output for the made-up services."""
    return tree(generate(GOLDEN_SPEC, tmp_path_factory.mktemp("golden") / "out"))


# The same bytes.

SURROUNDINGS: list[Mapping[str, str]] = [
    {"PYTHONHASHSEED": "0"},
    {"PYTHONHASHSEED": "1"},
    {"PYTHONHASHSEED": "4294967295", "PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "C.UTF-8", "TZ": "Pacific/Apia"},
    {"RUFF_LINE_LENGTH": "40", "RUFF_CONFIG": "line-length=40", "COLUMNS": "20"},
]


@pytest.mark.parametrize("surroundings", SURROUNDINGS, ids=lambda each: "-".join(each.values()))
def test_surroundings_change_nothing(
    golden: dict[str, str], tmp_path: Path, surroundings: Mapping[str, str]
) -> None:
    done = codegen("generate", "--spec", GOLDEN_SPEC, "--out", tmp_path / "out", env=surroundings)
    assert (done.status, done.err) == (0, "")
    assert tree(tmp_path / "out") == golden


def test_hash_seeds_change_nothing_for_the_services_of_the_project(
    reference: dict[str, str], tmp_path: Path
) -> None:
    codegen("generate", "--spec", SPEC, "--out", tmp_path / "out", env={"PYTHONHASHSEED": "7"})
    assert tree(tmp_path / "out") == reference


def test_the_working_directory_changes_nothing(golden: dict[str, str], tmp_path: Path) -> None:
    home = tmp_path / "a folder with blanks"
    shutil.copytree(GOLDEN_SPEC, home / "spec")
    (home / "ruff.toml").write_text("line-length = 40\n", encoding="utf-8")
    done = codegen("generate", cwd=home)
    assert (done.status, done.out, done.err) == (0, [f"{len(golden) - 1} files in generated"], "")
    assert tree(home / "generated") == golden


def test_a_second_run_changes_nothing(golden: dict[str, str], tmp_path: Path) -> None:
    for _ in range(2):
        generate(GOLDEN_SPEC, tmp_path / "out")
        assert tree(tmp_path / "out") == golden


def test_targets_one_by_one_make_the_same_as_all_together(golden: dict[str, str], tmp_path: Path) -> None:
    targets = sorted({path.split("/")[0] for path in golden if "/" in path})
    for target in reversed(targets):
        generate(GOLDEN_SPEC, tmp_path / "out", "--target", target)
    assert len(targets) > 1
    assert tree(tmp_path / "out") == golden


def reordered(value: Any, order: Order, *, kept: bool = False) -> Any:
    """The value with the keys of its mappings in another order, where order has no meaning."""
    if isinstance(value, list):
        return [reordered(each, order) for each in value]
    if not isinstance(value, dict):
        return value
    names = list(value) if kept else order(list(value))
    return {
        name: value[name] if name == "arguments" else reordered(value[name], order, kept=name in ORDERED)
        for name in names
    }


def shuffled(names: list[str]) -> list[str]:
    return random.Random("".join(names)).sample(names, len(names))


def rewrite(spec: Path, target: Path, order: Order) -> int:
    """Copy a description, its keys in another order; returns how many files read differently."""
    shutil.copytree(spec, target)
    moved = 0
    for path in sorted(target.rglob("*.yaml")):
        problems = Problems()
        data = load_file(path, path.name, problems).data
        assert problems.sorted() == []
        text = json.dumps(reordered(data, order), ensure_ascii=False, indent=1)
        moved += text != json.dumps(data, ensure_ascii=False, indent=1)
        path.write_text(text, encoding="utf-8")
    return moved


@pytest.mark.parametrize(
    "order", [lambda names: names[::-1], sorted, shuffled], ids=["reverse", "abc", "any"]
)
def test_the_order_of_keys_changes_nothing(golden: dict[str, str], tmp_path: Path, order: Order) -> None:
    moved = rewrite(GOLDEN_SPEC, tmp_path / "spec", order)
    assert moved >= 8
    assert tree(generate(tmp_path / "spec", tmp_path / "out")) == golden


def test_the_order_of_keys_changes_nothing_for_the_services_of_the_project(
    reference: dict[str, str], tmp_path: Path
) -> None:
    assert rewrite(SPEC, tmp_path / "spec", shuffled) > 20
    assert tree(generate(tmp_path / "spec", tmp_path / "out")) == reference


def test_the_order_of_parameters_is_seen(golden: dict[str, str], tmp_path: Path) -> None:
    shutil.copytree(GOLDEN_SPEC, tmp_path / "spec")
    report = tmp_path / "spec" / "tides" / "report.yaml"
    lines = report.read_text(encoding="utf-8").splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("  port:"))
    lines[first], lines[first + 1] = lines[first + 1], lines[first]
    report.write_text("\n".join(lines), encoding="utf-8")
    found = tree(generate(tmp_path / "spec", tmp_path / "out"))
    assert "python/harbour/tides/report.py" in {path for path in found if found[path] != golden[path]}


# Check.


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A folder with a description and its fresh output."""
    shutil.copytree(GOLDEN_SPEC, tmp_path / "spec")
    generate(tmp_path / "spec", tmp_path / "generated")
    return tmp_path


def check(folder: Path) -> tuple[int, list[str], str]:
    done = codegen("check", cwd=folder)
    return done.status, done.out, done.err


def complaint(files: str) -> str:
    return f"codegen: {files} in generated not as generated; run generate\n"


def test_check_is_content_after_generate(made: Path) -> None:
    assert check(made) == (0, ["generated is as it would be generated"], "")


def test_check_overlooks_caches_of_python(made: Path) -> None:
    (made / "generated" / "python" / "harbour" / "__pycache__").mkdir()
    (made / "generated" / "python" / "harbour" / "__pycache__" / "x.pyc").write_bytes(b"")
    assert check(made)[0] == 0


def test_check_names_a_missing_file(made: Path) -> None:
    (made / "generated" / "python" / "harbour" / "tides" / "report.py").unlink()
    assert check(made) == (1, ["missing: python/harbour/tides/report.py"], complaint("1 file"))


def test_check_names_an_extra_file(made: Path) -> None:
    (made / "generated" / "python" / "harbour" / "notes.txt").write_text("mine", encoding="utf-8")
    assert check(made) == (1, ["extra: python/harbour/notes.txt"], complaint("1 file"))


def test_check_names_a_file_edited_by_hand(made: Path) -> None:
    path = made / "generated" / "python" / "harbour" / "tides" / "report.py"
    path.write_bytes(path.read_bytes() + b"# mine\n")
    assert check(made) == (1, ["hand-edited: python/harbour/tides/report.py"], complaint("1 file"))


def test_check_names_the_files_that_a_changed_description_changes(made: Path) -> None:
    path = made / "spec" / "tides" / "report.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("minimum: -20", "minimum: -30"), encoding="utf-8"
    )
    status, out, err = check(made)
    ours = [line for line in out if "/jsonschema/" in f"/{line[9:]}" or "/python/" in f"/{line[9:]}"]
    assert ours == [
        "changed: jsonschema/tides.bundle.json",
        "changed: jsonschema/tides/report.request.json",
        "changed: python/harbour/tides/schemas/report.request.json",
    ]
    assert (status, err) == (1, complaint(f"{len(out)} files"))


def test_check_names_a_missing_manifest(made: Path) -> None:
    (made / "generated" / MANIFEST).unlink()
    assert check(made) == (1, [f"missing: {MANIFEST}"], complaint("1 file"))


def test_check_names_all_of_them_sorted_by_path(made: Path) -> None:
    folder = made / "generated" / "python" / "harbour"
    (folder / "py.typed").unlink()
    (folder / "a.txt").write_text("", encoding="utf-8")
    (folder / "tides" / "errors.py").write_text("", encoding="utf-8")
    assert check(made)[1] == [
        "extra: python/harbour/a.txt",
        "missing: python/harbour/py.typed",
        "hand-edited: python/harbour/tides/errors.py",
    ]


def test_generate_mends_what_check_found_and_keeps_what_is_not_its_own(made: Path) -> None:
    before = tree(made / "generated")
    (made / "generated" / "python" / "harbour" / "py.typed").unlink()
    (made / "generated" / "mine.txt").write_text("mine", encoding="utf-8")
    generate(made / "spec", made / "generated")
    after = tree(made / "generated")
    assert after.keys() - before.keys() == {"mine.txt"}
    assert {path: after[path] for path in before} == before


def test_files_of_an_operation_that_is_gone_are_removed(made: Path) -> None:
    (made / "spec" / "tides" / "report.yaml").unlink()
    generate(made / "spec", made / "generated")
    assert [path for path in tree(made / "generated") if "report." in path] == []


# All or nothing.


def test_nothing_is_written_when_the_description_has_a_problem(made: Path) -> None:
    path = made / "spec" / "tides" / "report.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "colour: blue\n", encoding="utf-8")
    before = _state(made / "generated")
    for out in ("generated", "new"):
        done = codegen("generate", "--out", out, cwd=made)
        assert done.status == 1
        assert done.out[0].startswith("spec/tides/report.yaml:16: /colour: unknown-key: ")
        assert done.err == "codegen: 1 problem in spec; nothing was written\n"
    assert _state(made / "generated") == before
    assert sorted(each.name for each in made.iterdir()) == ["generated", "spec"]


def _state(folder: Path) -> list[tuple[str, int, int]]:
    """Inode and time of every file: a file that was replaced by an equal one shows too."""
    stats = ((each, each.stat()) for each in sorted(folder.rglob("*")))
    return [(os.fspath(each), stat.st_ino, stat.st_mtime_ns) for each, stat in stats]


@pytest.mark.parametrize("out", [".", ".."])
def test_the_folder_that_the_caller_is_in_is_not_replaced(tmp_path: Path, out: str) -> None:
    (tmp_path / "here").mkdir()
    done = codegen("generate", "--spec", GOLDEN_SPEC, "--out", out, cwd=tmp_path / "here")
    assert done.status == 1
    assert done.err.startswith(f"codegen: {out} is the folder you are in, or above it")
    assert list(tmp_path.rglob("*")) == [tmp_path / "here"]


def test_a_file_that_nobody_generated_is_not_overwritten(tmp_path: Path) -> None:
    mine = tmp_path / "out" / "python" / "harbour" / "__init__.py"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine = True\n", encoding="utf-8")
    done = codegen("generate", "--spec", GOLDEN_SPEC, "--out", "out", cwd=tmp_path)
    assert (done.status, list(tree(tmp_path / "out"))) == (1, ["python/harbour/__init__.py"])
    assert (
        "out has files that were not generated and would be overwritten: python/harbour/__init__.py"
        in done.err
    )
    assert mine.read_text(encoding="utf-8") == "mine = True\n"
