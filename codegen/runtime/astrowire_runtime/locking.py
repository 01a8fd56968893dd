"""One at a time: who fetches a file keeps others of this machine or its shared disk from fetching it too.

A lock ends with its process, so none is ever stale. Where a system or a disk
knows no locks, everybody goes ahead: that costs a download more and harms nobody,
for what arrives gets its name whole.
"""

from __future__ import annotations

import contextlib
import os
import socket
import time
from collections.abc import Callable, Generator
from typing import Final

from .display import shown
from .errors import DownloadError

SUFFIX: Final = ".lock"
"""Behind the path of a file; the usual client of CRDS locks the same."""
PAUSE: Final = 0.05
LONGEST_PAUSE: Final = 1.0
"""Seconds between two looks at a lock that somebody else has."""
HOLDER: Final = 200
"""Bytes of what a holder says of itself."""


@contextlib.contextmanager
def alone(
    path: str,
    until: float,
    *,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> Generator[bool]:
    """Keep a file to oneself for the time of a ``with``; gives whether that was possible.

    Parameters
    ----------
    path : str
        Of the file, which need not be there.
    until : float
        Seconds on the clock until which is waited for somebody else.
    clock, sleep : callable
        Monotonic seconds, and what waits for some.

    Raises
    ------
    DownloadError
        Somebody else had the file all the time.
    """
    lock = _Lock(f"{path}{SUFFIX}")
    pause = PAUSE
    try:
        while (has := lock.taken()) is False:
            if clock() + pause >= until:
                raise DownloadError(f"the time is over, and it is being fetched by {lock.holder()}")
            sleep(pause)
            pause = min(LONGEST_PAUSE, 2 * pause)
        yield has is True
    finally:
        lock.give_back()


class _Lock:
    """The lock of one file: a file beside it, which only its holder removes."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._handle: int | None = None

    def taken(self) -> bool | None:
        """Take the lock: true if it is ours now, false if somebody has it, None where there are no locks."""
        try:
            import fcntl

            handle = _opened(self._path)
        except (ImportError, OSError):
            return None
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if not _is_at(handle, self._path):
                os.close(handle)  # the one who had it has removed it in the meantime
                return False
        except BlockingIOError:
            os.close(handle)
            return False
        except OSError:
            os.close(handle)
            return None
        self._handle = handle
        with contextlib.suppress(OSError):
            os.truncate(handle, 0)
            os.write(handle, f"process {os.getpid()} of {socket.gethostname()}".encode()[:HOLDER])
        return True

    def holder(self) -> str:
        """Who has the lock, as far as that is known."""
        try:
            with open(self._path, "rb") as file:
                said = file.read(HOLDER).decode("utf-8", "replace")
        except OSError:
            said = ""
        return shown(said) or "another process"

    def give_back(self) -> None:
        """Remove the lock and let others take it."""
        if self._handle is None:
            return
        import fcntl

        with contextlib.suppress(OSError):
            if _is_at(self._handle, self._path):
                os.unlink(self._path)
        with contextlib.suppress(OSError):
            # Said aloud: a child that was forked meanwhile holds the same.
            fcntl.flock(self._handle, fcntl.LOCK_UN)
        os.close(self._handle)
        self._handle = None


def _opened(path: str) -> int:
    flags = os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    try:
        return os.open(path, flags | os.O_RDWR, 0o666)
    except PermissionError:
        return os.open(path, flags | os.O_RDONLY, 0o666)


def _is_at(handle: int, path: str) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), os.stat(path, follow_symlinks=False))
    except FileNotFoundError:
        return False
