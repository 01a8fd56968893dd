"""Nothing moves unnoticed: the whole output of the made-up description is compared, file by file."""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path

import pytest

from tests.functional.making import GOLDEN_SPEC, ROOT, generate
from tests.golden.update import COPIES, EXPECTED, kept

RENEW = "if this is meant, run `python -m tests.golden.update` and read its diff"


def differences(expected: Path, found: Path) -> list[str]:
    """Every file that is missing, extra or changed, with the first lines of what changed."""
    left, right = (kept(folder) for folder in (expected, found))
    lines = [f"missing: {path}" for path in sorted(left.keys() - right.keys())]
    lines += [f"extra: {path}" for path in sorted(right.keys() - left.keys())]
    for path in sorted(left.keys() & right.keys()):
        if left[path] != right[path]:
            old, new = left[path].decode().splitlines(), right[path].decode().splitlines()
            shown = [line for line in difflib.unified_diff(old, new, n=0, lineterm="") if line[:2] != "@@"]
            lines += [f"changed: {path}", *shown[2:8]]
    return lines


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate(GOLDEN_SPEC, tmp_path_factory.mktemp("golden") / "out")


def test_the_output_is_the_expected_tree(found: Path) -> None:
    assert differences(EXPECTED, found) == [], RENEW


def test_what_is_copied_arrives_as_it_was_written(found: Path) -> None:
    written = ROOT / "codegen" / "emit" / COPIES
    copied = found / COPIES
    files = {each.relative_to(written) for each in written.rglob("*") if each.is_file()}
    assert files == {each.relative_to(copied) for each in copied.rglob("*") if each.is_file()}
    assert [each for each in files if (written / each).read_bytes() != (copied / each).read_bytes()] == []


def test_a_changed_a_missing_and_an_extra_file_are_told(found: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(found, copy)
    errors = copy / "python" / "harbour" / "weather" / "errors.py"
    errors.write_text(errors.read_text(encoding="utf-8") + "x = 1\n", encoding="utf-8")
    (copy / "python" / "harbour" / "py.typed").unlink()
    (copy / "more.txt").write_text("", encoding="utf-8")
    assert differences(found, copy) == [
        "missing: python/harbour/py.typed",
        "extra: more.txt",
        "changed: python/harbour/weather/errors.py",
        "+x = 1",
    ]
