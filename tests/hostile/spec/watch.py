"""Runs one command of the generator and prints what it opened, ran or connected to beyond its folders.

Run as a program, in a process of its own: ``python watch.py SPEC COMMAND...``. Files
may be read in the project, in Python's own folders and in SPEC; they may be written
in the folder beside SPEC and in a temporary folder of the generator's own.
"""

from __future__ import annotations

import os
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
QUIET = ("import", "sys.", "object.", "code.", "marshal.", "cpython.", "builtins.", "gc.", "compile", "exec")
READS = ("os.listdir", "os.scandir", "os.walk", "glob.", "pathlib.Path.glob", "pathlib.Path.rglob", "ctypes.")
BY_FOLDER = ("os.mkdir", "os.remove", "os.rmdir", "os.chmod")
"""Events whose path may be a name in a folder that is open already: the last argument."""
watching: list[str] = []
seen: list[str] = []


def inside(path: object, *homes: str) -> bool:
    """Whether a path is below one of the folders, links followed."""
    if not isinstance(path, str | bytes | os.PathLike):
        return isinstance(path, int)
    real = os.path.realpath(os.fsdecode(path))
    return any(real == home or real.startswith(home + os.sep) for home in homes)


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """The audit hook."""
    if not watching or event.startswith((*QUIET, *READS)):
        return
    spec, own, temporary, *homes = watching
    if event == "open":
        path, _, flags = arguments
        writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND)
        if not writes and arguments[1] is None and not os.path.isabs(os.fsdecode(path)):
            return  # a name in a folder that is open already, as ``shutil.rmtree`` walks
        allowed = (own, temporary) if writes else (spec, own, temporary, os.devnull, *homes)
        if not inside(path, *allowed):
            seen.append(f"{event} {arguments!r:.120}")
    elif (event == "subprocess.Popen" and Path(str(arguments[0])).name == "ruff") or event in (
        "os.posix_spawn",
        "os.fork",
        "fcntl.fcntl",
        "tempfile.mkdtemp",
    ):
        return
    elif event.startswith(("os.", "shutil.")):
        paths = [each for each in arguments if isinstance(each, str | bytes | os.PathLike)]
        relative = event in BY_FOLDER and arguments[-1] != -1
        if event == "os.mkdir" and os.path.realpath(os.fsdecode(paths[0])) == own:
            return  # it is there already
        if not relative and not all(inside(Path(os.fsdecode(each)).parent, own, temporary) for each in paths):
            seen.append(f"{event} {arguments!r:.120}")
    else:
        seen.append(f"{event} {arguments!r:.120}")


def main(spec: str, arguments: list[str]) -> int:
    """Run the command; the hook hears of everything after the imports."""
    sys.path.insert(0, str(ROOT))
    from codegen import cli, emit

    for name in emit.names():
        emit.target(name)
    sys.dont_write_bytecode = True
    homes = {*sysconfig.get_paths().values(), sys.prefix, sys.base_prefix, str(ROOT)}
    sys.addaudithook(watch)
    own = os.path.realpath(Path(spec).parent)
    with tempfile.TemporaryDirectory(prefix="watched-") as temporary:
        tempfile.tempdir = temporary
        watching[:] = [
            os.path.realpath(spec),
            own,
            os.path.realpath(temporary),
            *map(os.path.realpath, homes),
        ]
        status = cli.main([arguments[0], "--spec", spec, *arguments[1:]])
        watching.clear()
    for each in seen:
        print(each)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
