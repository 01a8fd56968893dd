"""The package's logger. It says nothing unless the application asks, and never touches the root logger."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import logging


@cache
def logger() -> logging.Logger:
    """Return the logger ``astrowire``; logging is imported when something is to be said."""
    import logging

    found = logging.getLogger("astrowire")
    found.addHandler(logging.NullHandler())
    return found
