"""Writing: all or nothing, only what the manifest lists, and what is not as it was written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from codegen import output
from codegen.output import BadPath, OutputRefused, Tree, compare, write


def files(folder: Path) -> dict[str, bytes]:
    return {
        each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()
    }


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/a",
        "../a",
        "a/../b",
        "a//b",
        "./a",
        "a\\b",
        "a b",
        "é",
        "a\n",
        "MANIFEST.json",
        "-a",
        "a/",
        "C:/x",
        "a/con",
        "NUL.py",
        "com1.request.json",
        "a./b",
        "a" * 201,
    ],
)
def test_bad_paths_are_refused(path: str) -> None:
    with pytest.raises(BadPath):
        Tree().add(path, b"")


@pytest.mark.parametrize(("first", "second"), [("a", "A"), ("a/b", "A/c"), ("a", "a")])
def test_paths_that_meet_are_refused(first: str, second: str) -> None:
    tree = Tree({first: b""})
    with pytest.raises(BadPath):
        tree.add(second, b"")


def test_a_tree_is_written_with_its_manifest(tmp_path: Path) -> None:
    out = tmp_path / "new folder" / "out"
    write(Tree({"b.txt": "x", "a/c.txt": b"y"}), out)
    found = files(out)
    assert found.keys() == {"a/c.txt", "b.txt", "MANIFEST.json"}
    assert list(json.loads(found["MANIFEST.json"])) == ["a/c.txt", "b.txt"]
    assert [each.name for each in out.parent.iterdir()] == ["out"]


def test_a_second_run_removes_what_the_first_wrote_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(Tree({"old.txt": "x", "kept.txt": "1"}), out)
    (out / "mine.txt").write_text("mine", encoding="utf-8")
    write(Tree({"kept.txt": "2"}), out)
    found = files(out)
    assert found["kept.txt"] == b"2"
    assert found["mine.txt"] == b"mine"
    assert "old.txt" not in found


def test_a_file_of_somebody_else_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("precious", encoding="utf-8")
    with pytest.raises(OutputRefused, match=r"a\.txt"):
        write(Tree({"a.txt": "x", "b.txt": "y"}), tmp_path)
    assert files(tmp_path) == {"a.txt": b"precious"}


def test_a_manifest_cannot_name_files_elsewhere(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (tmp_path / "victim.txt").write_text("x", encoding="utf-8")
    manifest = dict.fromkeys(("../victim.txt", "/etc/passwd"), "0" * 64)
    (out / "MANIFEST.json").write_text(json.dumps(manifest), encoding="utf-8")
    write(Tree({"a.txt": "x"}), out)
    assert (tmp_path / "victim.txt").exists()


def test_a_failure_while_writing_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    write(Tree({"a.txt": "1"}), out)
    before = files(out)

    def fail(folder: Path, tree: Tree) -> None:
        (folder / "half.txt").write_bytes(b"")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(output, "_fill", fail)
    with pytest.raises(OSError, match="No space"):
        write(Tree({"a.txt": "2", "b.txt": "3"}), out)
    assert files(out) == before
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_the_four_ways_to_differ(tmp_path: Path) -> None:
    write(Tree({"same": "1", "changed": "1", "edited": "1", "missing": "1", "gone": "1"}), tmp_path / "out")
    out = tmp_path / "out"
    (out / "edited").write_text("by hand", encoding="utf-8")
    (out / "missing").unlink()
    (out / "extra").write_text("x", encoding="utf-8")
    tree = Tree({"same": "1", "changed": "2", "edited": "1", "missing": "1"})
    assert [str(each) for each in compare(tree, out)] == [
        "changed: changed", "hand-edited: edited", "extra: extra", "extra: gone", "missing: missing",
    ]  # fmt: skip


def test_a_fresh_tree_does_not_differ(tmp_path: Path) -> None:
    tree = Tree({"a/b.txt": "x"})
    write(tree, tmp_path / "out")
    assert compare(tree, tmp_path / "out") == []
    assert [each.state for each in compare(tree, tmp_path / "nowhere")] == ["missing", "missing"]


def test_caches_of_python_are_not_extra(tmp_path: Path) -> None:
    tree = Tree({"a.py": "x = 1\n"})
    write(tree, tmp_path / "out")
    (tmp_path / "out" / "__pycache__").mkdir()
    (tmp_path / "out" / "__pycache__" / "a.pyc").write_bytes(b"")
    assert compare(tree, tmp_path / "out") == []
    write(tree, tmp_path / "out")
    assert compare(tree, tmp_path / "out") == []
