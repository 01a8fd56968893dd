"""Keeps the arguments of requests out of other libraries' logs: a query may hold an e-mail address.

urllib3 writes a line with the whole address for every exchange when it is asked
for its debug messages. Lines about an address that this package is asking for
right now lose what stands behind the question mark; all others stay as they are.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Generator
from typing import Final

_LOGGERS: Final = ("urllib3.connectionpool", "urllib3.connection", "urllib3.util.retry")


class _Asked(threading.local):
    """The query that a thread is sending."""

    query: str = ""


_asked: Final = _Asked()


def _discreet(record: logging.LogRecord) -> bool:
    query = _asked.query
    if query and isinstance(record.args, tuple):
        record.args = tuple(
            text.replace(query, "...")
            if isinstance(each, str | Exception) and query in (text := str(each))
            else each
            for each in record.args
        )
        record.exc_info = None if record.exc_info and query in str(record.exc_info[1]) else record.exc_info
    return True


def install() -> None:
    """Begin to look at the lines of urllib3."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        if _discreet not in logger.filters:
            logger.addFilter(_discreet)


@contextlib.contextmanager
def asking(url: str) -> Generator[None]:
    """Hide the query of a URL for the time of a ``with``, in this thread."""
    before, _asked.query = _asked.query, url.partition("?")[2]
    try:
        yield
    finally:
        _asked.query = before
