"""Where the documents' client keeps its configuration files: told by the environment, as it reads it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Final

from ..display import value as shown
from ..errors import ConfigError

DATABASE: Final = "crds_db.sqlite3"
"""The name of the database in the folder."""
_DEFAULT: Final = "/grp/crds/cache"
_TRUE: Final = frozenset({"1", "t", "true"})


def config_folder(observatory: str) -> Path:
    """Return the folder of an observatory's configuration files; the first variable that is set decides.

    Parameters
    ----------
    observatory : str
        A known one: it becomes part of the path.
    """
    for variable, below in (
        ("CRDS_CFGPATH_SINGLE", ()),
        ("CRDS_CFGPATH", (observatory,)),
        ("CRDS_PATH_SINGLE", ("config",)),
        ("CRDS_PATH", ("config", observatory)),
        ("CRDS_DEFAULT_CACHE", ("config", observatory)),
    ):
        if os.environ.get(variable):
            return Path(os.environ[variable], *below)
    return Path(_DEFAULT, "config", observatory)


def require_writable() -> None:
    """Raise ``ConfigError`` if the environment says that the cache is only read."""
    if os.environ.get("CRDS_READONLY_CACHE", "").strip().lower() in _TRUE:
        raise ConfigError(
            "the environment variable CRDS_READONLY_CACHE is set, so nothing is written to the cache"
        )


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all.

    Raises
    ------
    ConfigError
        The folder can't be made or written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        text = (
            f"{shown(str(path))} can't be written: {error.strerror or error}; set CRDS_PATH to another folder"
        )
        raise ConfigError(text) from error
