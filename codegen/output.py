"""The only module that writes: a tree of files in memory, then all of it on disk, or nothing.

``MANIFEST.json`` in the output folder lists what was written, with hashes. Only
what it lists is ever removed, and a file that differs from its hash was edited by hand.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from codegen.naming import DEVICES

MANIFEST = "MANIFEST.json"
MAX_NAME = 200

_HASH = re.compile(r"[0-9a-f]{64}\Z")
_SEGMENT = re.compile(r"[A-Za-z0-9_.][A-Za-z0-9_.-]*\Z")


class BadPath(ValueError):
    """A path that no output may have."""


class OutputRefused(RuntimeError):
    """The folder holds something that would be lost; nothing was written."""


class Tree:
    """Files by path, built in memory.

    >>> tree = Tree({"a/b.txt": b"x"})
    >>> tree.add("a/B.txt", b"y")
    Traceback (most recent call last):
    codegen.output.BadPath: "a/B.txt" and "a/b.txt" are one file where capitals do not count
    """

    def __init__(self, files: Mapping[str, str | bytes] | None = None) -> None:
        self._files: dict[str, bytes] = {}
        self._folded: dict[str, str] = {}
        for path, content in (files or {}).items():
            self.add(path, content)

    def add(self, path: str, content: str | bytes) -> None:
        """Put a file into the tree; every path is checked."""
        check_path(path)
        for used in (path, *map(str, PurePosixPath(path).parents)):
            first = self._folded.setdefault(used.casefold(), used)
            if first != used:
                raise BadPath(f'"{used}" and "{first}" are one file where capitals do not count')
        if path in self._files:
            raise BadPath(f'"{path}" is in the tree already')
        self._files[path] = content.encode("utf-8") if isinstance(content, str) else content

    def __getitem__(self, path: str) -> bytes:
        return self._files[path]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._files))

    def __len__(self) -> int:
        return len(self._files)

    def __contains__(self, path: str) -> bool:
        return path in self._files

    def manifest(self) -> bytes:
        """The list of all files: path to SHA-256, sorted."""
        hashes = {path: digest(self._files[path]) for path in self}
        return (json.dumps(hashes, indent=2, sort_keys=True) + "\n").encode("ascii")


def check_path(path: str) -> None:
    """Refuse a path that is absolute, leaves the folder, or is not plain ASCII.

    >>> check_path("../x")
    Traceback (most recent call last):
    codegen.output.BadPath: "../x" is no path that may be written
    """
    if path == MANIFEST or not all(map(_is_portable, path.split("/"))):
        raise BadPath(f"{json.dumps(path)} is no path that may be written")


def _is_portable(part: str) -> bool:
    """Whether a file or folder can have this name on every system."""
    fits = _SEGMENT.match(part) is not None and len(part) <= MAX_NAME
    return fits and not part.endswith(".") and part.partition(".")[0].casefold() not in DEVICES


def digest(content: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def read_manifest(out: Path) -> dict[str, str]:
    """What was written into a folder last time; nothing where there is no readable manifest."""
    found = _json(out / MANIFEST)
    listed: dict[str, str] = {}
    for path, sha in found.items() if isinstance(found, dict) else ():  # pyright: ignore[reportUnknownVariableType]
        try:
            check_path(str(path))  # pyright: ignore[reportUnknownArgumentType]
        except BadPath:
            continue
        listed[str(path)] = str(sha)  # pyright: ignore[reportUnknownArgumentType]
    return listed


def _json(path: Path) -> Any:
    """What a plain file holds; nothing where there is none, or something else."""
    try:
        return json.loads(path.read_bytes()) if path.is_file() else None
    except (OSError, ValueError, RecursionError):
        return None


def _is_manifest(path: Path) -> bool:
    """Whether a file is a list of hashes, as we write it, and not somebody's file of the same name."""
    found = _json(path)
    return isinstance(found, dict) and all(_HASH.match(str(sha)) for sha in found.values())  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]


def write(tree: Tree, out: Path) -> None:
    """Replace the generated files of a folder by those of the tree, all or nothing.

    The new tree is completed beside the folder and swapped in. Files that nobody
    generated stay where they are; one that stands where a generated file must go
    is a reason to refuse.
    """
    listed = read_manifest(out)
    if os.path.lexists(out / MANIFEST) and not _is_manifest(out / MANIFEST):
        raise OutputRefused(f"{out / MANIFEST} is no list of generated files; move it away")
    _refuse_foreign(tree, out, listed)
    out.parent.mkdir(parents=True, exist_ok=True)
    private = Path(tempfile.mkdtemp(prefix=f".{out.name}-new-", dir=out.parent))
    try:
        new = private / "new"
        new.mkdir()
        _fill(new, tree)
        for path in _foreign(out, listed):
            _keep(out / path, new / path)
        _swap(new, out)
    finally:
        shutil.rmtree(private, ignore_errors=True)


def _keep(old: Path, new: Path) -> None:
    """Carry over what is not ours: a file, a link as a link, an empty folder."""
    if old.is_dir() and not old.is_symlink():
        new.mkdir(parents=True, exist_ok=True)
    else:
        new.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(old, new, follow_symlinks=False)


def _refuse_foreign(tree: Tree, out: Path, listed: Mapping[str, str]) -> None:
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise OutputRefused(f"{out} is no folder; choose another one with --out")
    if Path.cwd().is_relative_to(out.resolve()):
        # The folder is replaced as a whole, which would take the ground from under the caller's feet.
        raise OutputRefused(f"{out} is the folder you are in, or above it; name one of its own with --out")
    strangers = [path for path in tree if path not in listed and os.path.lexists(out / path)]
    differing = [path for path in strangers if not _holds(out / path, tree[path])]
    if differing:
        shown = ", ".join(differing[:5]) + (" ..." if len(differing) > 5 else "")
        raise OutputRefused(
            f"{out} has files that were not generated and would be overwritten: {shown}; move them away"
        )
    folders = {str(each) for path in tree for each in PurePosixPath(path).parents} - {"."}
    blocked = [each for each in sorted(folders) if _is_blocked(out / each)]
    blocked += [each for each in (*tree, MANIFEST) if (out / each).is_dir() and any((out / each).iterdir())]
    if blocked:
        raise OutputRefused(f"{out / blocked[0]} stands in the way of generated files; move it away")


def _is_blocked(folder: Path) -> bool:
    """Whether there is something where a folder must be."""
    return folder.is_symlink() or (folder.exists() and not folder.is_dir())


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _fill(folder: Path, tree: Tree) -> None:
    for path in tree:
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(tree[path])
    (folder / MANIFEST).write_bytes(tree.manifest())


def _files(out: Path) -> list[str]:
    """Every file below a folder, and links to folders; caches of Python left out."""
    found: list[str] = []
    for folder, folders, names in os.walk(out):
        folders[:] = sorted(each for each in folders if each != "__pycache__")
        links = [each for each in folders if (Path(folder) / each).is_symlink()]
        found += [(Path(folder) / name).relative_to(out).as_posix() for name in (*names, *links)]
    return sorted(found)


def _foreign(out: Path, listed: Mapping[str, str]) -> list[str]:
    """What nobody generated: files, links, and folders without anything in them."""
    empty = [Path(folder).relative_to(out).as_posix() for folder, *inside in os.walk(out) if not any(inside)]
    return [each for each in (*_files(out), *empty) if each not in listed and each not in (MANIFEST, ".")]


def _swap(new: Path, out: Path) -> None:
    """Put the complete folder in the place of the old one; the old one comes back if that fails."""
    if not out.exists():
        os.replace(new, out)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{out.name}-old-", dir=out.parent))
    try:
        os.replace(out, old)
        try:
            os.replace(new, out)
        except OSError:
            os.replace(old, out)
            raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


State = Literal["missing", "extra", "changed", "hand-edited"]


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """One file that is not as it would be generated now."""

    path: str
    state: State

    def __str__(self) -> str:
        return f"{self.state}: {self.path}"


def compare(tree: Tree, out: Path) -> list[Difference]:
    """What is wrong with a folder, file by file.

    ``missing`` is generated and not there, ``extra`` there and not generated,
    ``hand-edited`` differs from the hash that its own manifest states, and
    ``changed`` is as it was written but would be written otherwise now.
    """
    listed = read_manifest(out)
    found = [Difference(path, "extra") for path in _files(out) if path not in tree and path != MANIFEST]
    for path in tree:
        place = out / path
        if not place.is_file():
            found.append(Difference(path, "missing"))
        elif (content := place.read_bytes()) != tree[path]:
            edited = path in listed and digest(content) != listed[path]
            found.append(Difference(path, "hand-edited" if edited else "changed"))
    if not (out / MANIFEST).is_file():
        found.append(Difference(MANIFEST, "missing"))
    elif not found and (out / MANIFEST).read_bytes() != tree.manifest():
        found.append(Difference(MANIFEST, "changed"))
    return sorted(found)
