"""Warnings of conversions, at the line of the user's that asked for them."""

from __future__ import annotations

import contextlib
import threading
import warnings
from collections.abc import Generator
from typing import Final

_PACKAGE: Final = __name__.rpartition(".columns.")[0]


class _Held(threading.local):
    """The messages that a thread keeps for somebody else."""

    messages: list[str] | None = None


_kept: Final = _Held()


@contextlib.contextmanager
def held() -> Generator[list[str]]:
    """Keep the warnings of this thread, in whose calls the user's line does not stand."""
    _kept.messages = []
    try:
        yield _kept.messages
    finally:
        _kept.messages = None


def warn(message: str) -> None:
    """Warn at the nearest line outside this package, however deep inside it the reason was found."""
    if _kept.messages is not None:
        _kept.messages.append(message)
        return
    import inspect  # only where there is something to warn of

    depth, frame = 1, inspect.currentframe()
    while frame is not None and f"{frame.f_globals.get('__name__')}.".startswith(f"{_PACKAGE}."):
        depth, frame = depth + 1, frame.f_back
    warnings.warn(message, UserWarning, stacklevel=depth)
