"""The Python package with the runtime inside, for people who keep their own copy of it.

Every import in it is relative, so the folder works under any name and in any place.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from codegen import ir
from codegen.formatting import format_python
from codegen.naming import PackageName, UnsafeName
from codegen.output import BadPath, Tree

from .runtime import RUNTIME_FOLDER
from .target import package_files

LEFT_OUT = frozenset({"testing", "__pycache__"})
"""Folders of the runtime that calls never need."""


def vendor_tree(package: ir.Package, name: str) -> Tree:
    """The files of a self-contained package called ``name``.

    Raises
    ------
    BadPath
        The name is none that a package can have, or belongs to a module that the package needs.
    """
    try:
        PackageName.of(name)
    except UnsafeName as error:
        raise BadPath(f"--vendor: {error}; choose another name") from error
    files = package_files(package, name=name, runtime="._runtime")
    modules = {path: text for path, text in files.items() if path.endswith(".py")}
    tree = Tree(files | format_python(modules))
    for path in runtime_files():
        tree.add(f"{name}/_runtime/{path.relative_to(RUNTIME_FOLDER).as_posix()}", path.read_bytes())
    return tree


def runtime_files() -> Iterator[Path]:
    """The files of the runtime that go into the package, sorted."""
    for path in sorted(RUNTIME_FOLDER.rglob("*")):
        parts = path.relative_to(RUNTIME_FOLDER).parts
        if path.is_file() and path.suffix in {".py", ".typed"} and not LEFT_OUT & set(parts):
            yield path
