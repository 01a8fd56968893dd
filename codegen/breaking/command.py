"""The command ``diff``: today's description against an older one, from git or from a folder."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from codegen import ir
from codegen.breaking.changes import report
from codegen.breaking.packages import compare_packages
from codegen.cli import CommandFailed, load
from codegen.resolve import load_package


def run(base: str, spec: Path) -> int:
    """Print what changed since ``base``; 1 when something breaks."""
    new = load(spec)
    old = older(base, spec)
    changes = compare_packages(old, new)
    for line in report(changes):
        print(line)
    broken = sum(each.is_breaking for each in changes)
    noun = "change" if len(changes) == 1 else "changes"
    print(
        f"{len(changes)} {noun} since {base}, {broken} of them breaking"
        if changes
        else f"no changes since {base}"
    )
    return 1 if broken else 0


def older(base: str, spec: Path) -> ir.Package:
    """The description of a folder, or of the same folder at a git revision."""
    if Path(base).is_dir():
        return _load(Path(base), base)
    with tempfile.TemporaryDirectory(prefix="codegen-") as folder:
        archive = _archive(base, spec)
        _unpack(archive, Path(folder))
        return _load(Path(folder), base)


def _unpack(archive: bytes, folder: Path) -> None:
    """Write the plain files of an archive that git made."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            content = tar.extractfile(member) if member.isfile() else None
            if content is not None and ".." not in member.name.split("/"):
                place = folder / member.name
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(content.read())


def _load(folder: Path, base: str) -> ir.Package:
    package, problems = load_package(folder)
    if package is None:
        for problem in problems:
            print(problem)
        raise CommandFailed(f"the description at {base} has problems, so nothing can be compared with it")
    return package


def _archive(base: str, spec: Path) -> bytes:
    """The folder as it was at a revision, as a tar file."""
    if base.startswith("-"):
        raise CommandFailed(f"{base} is no revision")
    why = f"{base} is no folder, and for a git revision {spec} would have to be in a repository: "
    top, prefix = (
        _git(spec, "rev-parse", f"--show-{what}", of=why).decode().rstrip("\n")
        for what in ("toplevel", "prefix")
    )
    tree = f"{base}:{prefix.rstrip('/')}" if prefix else base
    return _git(
        Path(top), "archive", "--format=tar", tree, of=f"{base} is neither a folder nor a git revision: "
    )


def _git(folder: Path, *arguments: str, of: str = "") -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)
    except OSError as error:
        raise CommandFailed(
            f"git cannot be run ({error}); name a folder with the older description"
        ) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise CommandFailed(of + (said[0] if said else f"git {arguments[0]} failed"))
    return done.stdout
