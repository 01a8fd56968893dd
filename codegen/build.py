"""From a description to a complete tree of files: the one path that every command takes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from codegen import emit, ir
from codegen.output import Tree


def build(package: ir.Package, spec: Path, targets: Iterable[str] | None = None) -> Tree:
    """Everything that the chosen targets (all of them, if none is chosen) make of a package."""
    tree = Tree()
    assets = emit.Assets(spec)
    for name in targets or emit.names():
        files = emit.target(name).emit(package, assets)
        for path in sorted(files):
            tree.add(path, files[path])
    return tree
