"""Imports packages while watching what the interpreter does; run as a program, in a process of its own.

``python audit.py FOLDER...`` imports the package ``hostile`` of each folder with
all its modules, and prints as JSON what happened that an import must not do, by folder.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import sys
import sysconfig
from pathlib import Path
from typing import Any

PACKAGE = "hostile"
QUIET = (
    "import",
    "sys.",
    "object.",
    "code.",
    "marshal.",
    "cpython.",
    "builtins.id",
    "gc.",
    "os.listdir",
    "os.scandir",
)
"""Events that have no effect outside the process."""

HOMES = [os.path.realpath(path) for path in {*sysconfig.get_paths().values(), sys.prefix, sys.base_prefix}]
seen: list[str] = []
watched: list[str] = []


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """The audit hook: notes everything that is neither quiet nor the import system at its work."""
    if not watched or event.startswith(QUIET):
        return
    if event in {"compile", "exec"}:
        if _is_asked_by_package():
            seen.append(f"{event} {arguments[0]!r:.60}")
    elif event == "open":
        path, mode, flags = arguments
        if not _may_be_read(path, mode, flags):
            seen.append(f"open {path!r} {mode}")
    else:
        seen.append(f"{event} {arguments!r:.60}")


def _may_be_read(path: object, mode: object, flags: object) -> bool:
    writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND)
    if writes or not isinstance(path, str | bytes | os.PathLike):
        return False
    real = os.path.realpath(os.fsdecode(path))
    return any(real == home or real.startswith(home + os.sep) for home in [*HOMES, *watched])


def _is_asked_by_package() -> bool:
    """Whether the code that compiles or executes something is the package's own, not the import system's."""
    caller = sys._getframe(2).f_code.co_filename
    return any(os.path.realpath(caller).startswith(home + os.sep) for home in watched[1:])


def main(runtime: str, folders: list[str]) -> None:
    """Import what is in the folders, one after the other."""
    sys.dont_write_bytecode = True
    sys.path.insert(0, runtime)
    sys.addaudithook(watch)
    count = 0
    happened: dict[str, list[str]] = {}
    for folder in map(os.path.realpath, folders):
        seen.clear()
        sys.path.insert(0, folder)
        importlib.invalidate_caches()
        watched[:] = [os.path.realpath(runtime), folder]
        package = importlib.import_module(PACKAGE)
        for each in pkgutil.walk_packages(package.__path__, f"{PACKAGE}."):
            module = importlib.import_module(each.name)
            assert Path(str(module.__file__)).is_relative_to(folder)
            count += 1
            for name in dir(module):
                getattr(module, name)
        watched.clear()
        sys.path.remove(folder)
        happened[folder] = list(seen)
        for name in [module for module in sys.modules if f"{module}.".startswith(f"{PACKAGE}.")]:
            del sys.modules[name]
    print(json.dumps({"seen": happened, "modules": count}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
