"""Warnings of conversions, at the line of the user's that asked for them."""

from __future__ import annotations

import warnings
from typing import Final

_PACKAGE: Final = __name__.rpartition(".columns.")[0]


def warn(message: str) -> None:
    """Warn at the nearest line outside this package, however deep inside it the reason was found."""
    import inspect  # only where there is something to warn of

    depth, frame = 1, inspect.currentframe()
    while frame is not None and f"{frame.f_globals.get('__name__')}.".startswith(f"{_PACKAGE}."):
        depth, frame = depth + 1, frame.f_back
    warnings.warn(message, UserWarning, stacklevel=depth)
