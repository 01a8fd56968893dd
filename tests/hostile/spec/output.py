"""D: names and folders by which output could get, or take away, what is not its own."""

# ruff: noqa: E501 - one line for each case

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from codegen.output import BadPath, Tree
from codegen.output import write as write_tree
from tests.functional.descriptions import BASE
from tests.functional.making import tree

from .cases import Run, numbered
from .changes import face, files, operation, package, service
from .lab import Lab

PATH = "refused: no path"
STANDS = "refused, everything stays"
Prepare = Callable[[Path, Path], None]


def _path(_: Lab, paths: tuple[str, ...]) -> str:
    """Paths that a target could come up with."""
    made = Tree()
    try:
        for each in paths:
            made.add(each, b"")
    except BadPath:
        return "refused: no path"
    return "data"


def path(*paths: str) -> Run:
    """A case of paths in the tree of output."""
    return partial(_path, paths=paths)


def _snapshot(folder: Path) -> dict[str, str]:
    """Everything below a folder: files by content, links by target, folders and pipes by kind."""
    found: dict[str, str] = {}
    for each in sorted(folder.rglob("*")):
        what = "folder" if each.is_dir() else "other"
        if each.is_symlink():
            what = f"link to {os.readlink(each)}"
        elif each.is_file():
            what = each.read_text(encoding="utf-8", errors="replace")
        found[each.relative_to(folder).as_posix()] = what
    return found


def _into(lab: Lab, prepare: Prepare, out: str, again: bool) -> str:
    """Generate into a folder that has been prepared; what was there before must be there afterwards."""
    home = lab.folder()
    spec = lab.store(BASE, home / "spec")
    target = home / out
    if again:
        assert lab.generate(spec, target).status == 0
    generated = set(tree(target)) if again else set()
    prepare(home, target)
    before = _snapshot(home)
    said = lab.generate(spec, target)
    after = _snapshot(home)
    if said.status:
        assert said.err.startswith("codegen: ")
        assert said.err.count("\n") == 1
        assert after == before
        return STANDS
    kept = {
        name: what
        for name, what in before.items()
        if what != "folder" and name.removeprefix(f"{out}/") not in generated
    }
    assert {name: after.get(name) for name in kept} == kept
    empty = {
        name
        for name, what in before.items()
        if what == "folder" and not any(each.startswith(f"{name}/") for each in before)
    }
    assert empty <= after.keys()
    return "generated, everything else stays"


def into(prepare: Prepare, out: str = "out", *, again: bool = False) -> Run:
    """A case of a folder of output with things in it; ``again``: it has been generated into before."""
    return partial(_into, prepare=prepare, out=out, again=again)


def nothing(_: Path, __: Path) -> None:
    """Leave things as they are."""


def foreign(home: Path, out: Path) -> None:
    """Files, folders, links and empty folders of somebody else."""
    (out / "python" / "mine").mkdir(parents=True)
    (out / "python" / "mine" / "notes.txt").write_text("mine", encoding="utf-8")
    (out / ".git" / "refs" / "tags").mkdir(parents=True)
    (home / "elsewhere").mkdir()
    (home / "elsewhere" / "precious.txt").write_text("precious", encoding="utf-8")
    os.symlink("../elsewhere", out / "elsewhere")
    os.symlink("nowhere", out / "broken")


def linked_out(home: Path, out: Path) -> None:
    """The folder of output is a link."""
    (home / "elsewhere").mkdir()
    os.symlink("elsewhere", out)


def linked_inside(home: Path, out: Path) -> None:
    """A folder inside is a link to somewhere else."""
    (home / "elsewhere").mkdir()
    (home / "elsewhere" / "precious.txt").write_text("precious", encoding="utf-8")
    out.mkdir()
    os.symlink("../elsewhere", out / "python")


def replaced_by_link(home: Path, out: Path) -> None:
    """A folder that was generated is a link to somewhere else now."""
    (out / "python").rename(home / "elsewhere")
    os.symlink("../elsewhere", out / "python")


def file_replaced_by_link(home: Path, out: Path) -> None:
    """A file that was generated is a link to somebody's file now."""
    (home / "precious.txt").write_text("precious", encoding="utf-8")
    made = out / "python" / "demo" / "__init__.py"
    made.unlink()
    os.symlink("../../../precious.txt", made)


def file_for_folder(_: Path, out: Path) -> None:
    """A file where a folder must be."""
    out.mkdir()
    (out / "python").write_text("mine", encoding="utf-8")


def folder_for_file(_: Path, out: Path) -> None:
    """A folder with something in it where a file must be."""
    (out / "python" / "demo" / "py.typed").mkdir(parents=True)
    (out / "python" / "demo" / "py.typed" / "mine").write_text("mine", encoding="utf-8")


def same_name(_: Path, out: Path) -> None:
    """Somebody's file where a file must be."""
    (out / "python" / "demo").mkdir(parents=True)
    (out / "python" / "demo" / "__init__.py").write_text("mine = True\n", encoding="utf-8")


def other_manifest(_: Path, out: Path) -> None:
    """A file with the name of the manifest that is none."""
    out.mkdir()
    (out / "MANIFEST.json").write_text('{"name": "mine.txt"}', encoding="utf-8")
    (out / "mine.txt").write_text("mine", encoding="utf-8")


def deep_manifest(_: Path, out: Path) -> None:
    """A manifest that is nested too deep to be read."""
    out.mkdir()
    (out / "MANIFEST.json").write_text("[" * 100_000, encoding="utf-8")


def lying_manifest(home: Path, out: Path) -> None:
    """A manifest that names files elsewhere."""
    (home / "precious.txt").write_text("precious", encoding="utf-8")
    manifest = json.loads((out / "MANIFEST.json").read_bytes())
    for name in ("../precious.txt", str(home / "precious.txt"), "a/../../precious.txt", "..\\precious.txt"):
        manifest[name] = "0" * 64
    (out / "MANIFEST.json").write_text(json.dumps(manifest), encoding="utf-8")


def pipe_inside(_: Path, out: Path) -> None:
    """A pipe that nobody writes to."""
    out.mkdir()
    os.mkfifo(out / "pipe")


def a_file(_: Path, out: Path) -> None:
    """The folder of output is a file."""
    out.write_text("mine", encoding="utf-8")


def _vendored(lab: Lab, name: str) -> str:
    home = lab.folder()
    said = lab.generate(lab.store(BASE, home / "spec"), home / "out", "--vendor", name)
    assert said.status == 1
    assert said.err.startswith("codegen: --vendor: ")
    assert [each.name for each in home.iterdir()] == ["spec"]
    return "refused: no path"


def vendored(name: str) -> Run:
    """A case of ``--vendor NAME``."""
    return partial(_vendored, name=name)


def _two_files(lab: Lab, first: str, second: str) -> str:
    spec = lab.store({**BASE, first: BASE["svc/ping.yaml"], second: BASE["svc/ping.yaml"]})
    return lab.verdict(spec)


def _failing(lab: Lab) -> str:
    """The disk is full in the middle: here, a name that is too long for the disk."""
    home = lab.folder()
    write_tree(Tree({"a.txt": "1"}), home / "out")
    before = _snapshot(home)
    try:
        write_tree(Tree({"a.txt": "2", "/".join(["b" * 190] * 30): "3"}), home / "out")
        failed = False
    except OSError:
        failed = True
    assert failed
    assert _snapshot(home) == before
    return STANDS


UNSAFE = "refused: name-unsafe"

CASES = numbered(
    "D",
    [
        ("a path to the folder above", PATH, path("../x")),
        ("a path to the folder above, in the middle", PATH, path("a/../../x")),
        ("an absolute path", PATH, path("/etc/x")),
        ("a path with a drive", PATH, path("C:/x")),
        ("a path with backslashes", PATH, path("..\\x")),
        ("a path of another machine", PATH, path("//server/share/x")),
        ("a path with a NUL", PATH, path("a\0.py")),
        ("a path with a line break", PATH, path("a\n.py")),
        ("a path that looks like an option", PATH, path("-rf")),
        ("a device of Windows", PATH, path("a/con")),
        ("a device of Windows with an ending", PATH, path("a/AUX.request.json")),
        ("a device of Windows with a number", PATH, path("lpt1.py")),
        ("a name that ends in a dot", PATH, path("a./x")),
        ("a name that ends in a blank", PATH, path("a /x")),
        ("a stream of a file on Windows", PATH, path("a.py:x")),
        ("a name of 300 characters", PATH, path("a" * 300)),
        ("the name of the manifest", PATH, path("MANIFEST.json")),
        ("two paths that differ in capitals", PATH, path("a/foo.py", "a/Foo.py")),
        ("two folders that differ in capitals", PATH, path("a/x.py", "A/y.py")),
        ("a name that begins with a dot", "data", path(".hidden/x")),
        ("an operation called like a device of Windows: aux", UNSAFE, operation("aux")),
        ("an operation called like a device of Windows: com1", UNSAFE, operation("com1")),
        ("an operation called ../ping", "refused: file-name, name-unsafe, wrong-value", files({**BASE, "svc/ping.yaml": BASE["svc/ping.yaml"].replace("operation: ping", "operation: ../ping")})),
        ("a service called like a device of Windows: nul", UNSAFE, service("nul")),
        ("a package called like a device of Windows: con", UNSAFE, package("con")),
        ("a package in the folder above", "refused: name-unsafe, wrong-value", package('"../x"')),
        ("a package at an absolute path", "refused: name-unsafe, wrong-value", package('"/tmp/x"')),
        ("a package on a drive", "refused: name-unsafe, wrong-value", package('"C:x"')),
        ("a package with a NUL", "refused: name-unsafe, wrong-value", package('"a\\0"')),
        ("a face class whose module is a device of Windows: Prn", "refused: face-misuse", face("class", "Prn")),
        ("two files that differ in capitals: Ping.yaml beside ping.yaml", "refused: file-name, type-collides", partial(_two_files, first="svc/ping.yaml", second="svc/Ping.yaml")),
        ("a file whose name ends in YAML in capitals", "refused: file-name", partial(_two_files, first="svc/ping.yaml", second="svc/more.YAML")),
        ("a file of a description beside package.yaml, where nothing reads it", "refused: file-name", partial(_two_files, first="svc/ping.yaml", second="ping.yaml")),
        ("--vendor into the folder above", PATH, vendored("../x")),
        ("--vendor at an absolute path", PATH, vendored("/tmp/x")),
        ("--vendor called like a device of Windows", PATH, vendored("con")),
        ("--vendor called like a module of Python", PATH, vendored("json")),
        ("a new folder below folders that are not there", "generated, everything else stays", into(nothing, "a/b/out")),
        ("a folder that leads up and down again", STANDS, into(lambda home, _: (home / "a").mkdir(), "a/..")),
        ("a folder with files, links and empty folders of somebody else", "generated, everything else stays", into(foreign)),
        ("a folder of ours with the same", "generated, everything else stays", into(foreign, again=True)),
        ("a link in the place of the folder", STANDS, into(linked_out)),
        ("a file in the place of the folder", STANDS, into(a_file)),
        ("a link in the place of a folder inside", STANDS, into(linked_inside)),
        ("a link in the place of a folder that was generated", STANDS, into(replaced_by_link, again=True)),
        ("a link in the place of a file that was generated: the link goes, its target stays", "generated, everything else stays", into(file_replaced_by_link, again=True)),
        ("somebody's file in the place of a folder", STANDS, into(file_for_folder)),
        ("somebody's folder in the place of a file", STANDS, into(folder_for_file)),
        ("somebody's file in the place of a file", STANDS, into(same_name)),
        ("somebody's MANIFEST.json", STANDS, into(other_manifest)),
        ("a MANIFEST.json that is nested 100 000 deep", STANDS, into(deep_manifest)),
        ("a MANIFEST.json that names files elsewhere", "generated, everything else stays", into(lying_manifest, again=True)),
        ("a pipe in the folder", STANDS, into(pipe_inside)),
        ("a disk that fails in the middle", STANDS, _failing),
    ],
)  # fmt: skip
