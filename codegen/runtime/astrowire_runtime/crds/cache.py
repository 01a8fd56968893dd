"""Where the documents' client keeps its files, and its switches: told by the environment, as it reads it."""

from __future__ import annotations

import contextlib
import os
from typing import Final

from ..display import value as shown
from ..errors import ConfigError, DownloadError
from ..saving import Expected, NewFile

DATABASE: Final = "crds_db.sqlite3"
"""The name of the database in the folder of configuration files."""
_DEFAULT: Final = "/grp/crds/cache"
_BRANCHES: Final = {"CFGPATH": "config", "MAPPATH": "mappings", "REFPATH": "references"}
_TRUE: Final = frozenset({"1", "t", "true"})
_FALSE: Final = frozenset({"0", "f", "false"})


def config_folder(observatory: str) -> str:
    """Return the folder of an observatory's configuration files.

    Parameters
    ----------
    observatory : str
        A known one: it becomes part of the path.
    """
    return _folder("CFGPATH", observatory)


def mapping_folder(observatory: str) -> str:
    """Return the folder of an observatory's mappings."""
    return _folder("MAPPATH", observatory)


def reference_folder(observatory: str) -> str:
    """Return the folder of an observatory's reference files, below which there may be one per instrument."""
    return _folder("REFPATH", observatory)


def _folder(branch: str, observatory: str) -> str:
    """The folder of one kind of files; the first variable that is set decides."""
    kind = _BRANCHES[branch]
    for variable, below in (
        (f"CRDS_{branch}_SINGLE", ()),
        (f"CRDS_{branch}", (observatory,)),
        ("CRDS_PATH_SINGLE", (kind,)),
        ("CRDS_PATH", (kind, observatory)),
        ("CRDS_DEFAULT_CACHE", (kind, observatory)),
    ):
        if os.environ.get(variable):
            return os.path.join(os.environ[variable], *below).rstrip("/") or "/"
    return os.path.join(_DEFAULT, kind, observatory)


def flag(name: str, default: bool) -> bool:
    """Return what a variable says that is yes or no.

    Raises
    ------
    ConfigError
        It says something else.
    """
    said = (os.environ.get(name) or str(default)).strip().lower()
    if said not in _TRUE | _FALSE:
        raise ConfigError(f"the environment variable {name} is {shown(said)}: set it to 1 or 0, or unset it")
    return said in _TRUE


def is_only_read() -> bool:
    """Whether the environment says that the cache is only read."""
    return flag("CRDS_READONLY_CACHE", False)


def require_writable() -> None:
    """Raise ``ConfigError`` if the environment says that the cache is only read."""
    if is_only_read():
        raise ConfigError(
            "the environment variable CRDS_READONLY_CACHE is set, so nothing is written to the cache"
        )


def make_folder(folder: str) -> None:
    """Make a folder and those above it, where they are not there.

    Raises
    ------
    ConfigError
        It can't be made.
    """
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        text = f"{shown(folder, 300)} can't be written to: {error.strerror or error}"
        raise ConfigError(f"{text}; set CRDS_PATH to another folder") from error


def write(path: str, content: bytes) -> None:
    """Write a file whole or not at all.

    Raises
    ------
    ConfigError
        The folder can't be made or written to.
    """
    make_folder(os.path.dirname(path))
    try:
        with NewFile(path, Expected(len(content))) as new:
            new.write(content)
            new.keep()
    except DownloadError as error:
        raise ConfigError(f"{error.message}; set CRDS_PATH to another folder") from error.__cause__


def link(path: str, target: str) -> None:
    """Make a symbolic link where nothing is yet; where that can't be done, there is none."""
    with contextlib.suppress(OSError):
        os.symlink(target, path)
