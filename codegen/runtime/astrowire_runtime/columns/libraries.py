"""Libraries that only conversions need: imported when called for, and named when they are not there."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any, Final

from ..errors import ConfigError

EXTRAS: Final = {
    "numpy": "numpy",
    "pandas": "pandas",
    "pyarrow": "arrow",
    "pyarrow.compute": "arrow",
    "astropy.table": "astropy",
    "astropy.time": "astropy",
}
"""Modules, and the extras that install them."""


def needed(module: str, function: str) -> Any:
    """Return a module that a function can't do without.

    Raises
    ------
    ConfigError
        It is not installed; the message says how to install it.
    """
    found = sys.modules.get(module)
    if found is not None:
        return found
    try:
        return import_module(module)
    except ImportError as error:
        library = module.partition(".")[0]
        raise ConfigError(
            f"{function} needs {library}, which can't be imported ({error}); "
            f"install it with: pip install 'astrowire[{EXTRAS[module]}]'"
        ) from error


def installed(module: str) -> Any | None:
    """Return a module that makes things faster, or None."""
    try:
        return import_module(module)
    except ImportError:
        return None


def loaded(module: str) -> Any | None:
    """Return a module that somebody has imported already, or None."""
    return sys.modules.get(module)
