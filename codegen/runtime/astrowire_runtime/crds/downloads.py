"""One file of a server, brought into the cache: verified before it has its name, by one process at a time."""

from __future__ import annotations

import os
import stat
import time
from typing import Final
from urllib.parse import urlsplit

from ..client import BaseClient
from ..display import address
from ..display import value as shown
from ..errors import AstrowireError, ConfigError, DownloadError
from ..http import HttpRequest, HttpResponse
from ..locking import alone
from ..operation import OK
from ..saving import LONGEST, PARTIAL, Expected, NewFile
from ..statuses import refuse_status
from . import cache
from .static import FileFacts, StaticFile

SLOWEST: Final = 64 * 1024
"""Bytes a second: for each so many a download may take a second longer than a call."""
PROGRESS: Final = 8 * 1024 * 1024
"""Bytes of a file that a call must bring, if it is to be gone on with after all its attempts."""
HUGE: Final = 1 << 40
"""Bytes that are accepted where lengths are not looked at."""
EXPLAINED: Final = 1 << 20
"""Bytes of an answer that is not the file."""


class Arriving(StaticFile):
    """One GET of one file, which is written while it arrives.

    Parameters
    ----------
    url : str
        Where it is.
    new : NewFile
        What it becomes.
    expected : Expected
        What is known of it.
    extra_time : float
        Seconds beyond the client's deadline, or fewer than that.
    """

    def __init__(self, url: str, new: NewFile, expected: Expected, extra_time: float) -> None:
        super().__init__(url)
        self._new = new
        self.into = new
        self.max_body = max(expected.most, EXPLAINED)
        self.extra_time = extra_time

    def decode(
        self, response: HttpResponse, request: HttpRequest | None = None, *, strict: bool = False
    ) -> bytes:
        if response.status not in {OK, PARTIAL}:
            refuse_status(response)
        self._new.verify()
        return b""


def fetch(client: BaseClient, url: str, path: str, facts: FileFacts | None, *, anew: bool) -> int:
    """Bring a file into the cache, and return its length.

    Who comes while another process fetches the same waits, and takes what that one has brought.

    Parameters
    ----------
    client : BaseClient
        Of the service; its deadline holds for each file, with a second more for every 64 KiB.
    url : str
        Where the file is.
    path : str
        Where it is to be, in a folder that exists.
    facts : FileFacts or None
        What the server's catalogue says of it.
    anew : bool
        What is there already does not count.

    Raises
    ------
    ConfigError
        The URL is none of HTTP.
    AstrowireError
        Whatever keeps the file from being here whole.
    """
    if urlsplit(url).scheme not in {"http", "https"}:
        raise ConfigError(f"files are fetched from http and https places only, and not from {address(url)}")
    if facts is None:
        raise DownloadError("the server does not know it")
    size = length(facts)
    until = time.monotonic() + client.deadline + size / SLOWEST
    before = _seen(path)
    with alone(path, until):
        here = None if anew and _seen(path) == before else size_here(path, facts)
        if here is not None:
            return here
        expected = _expected(facts, size)
        with NewFile(path, expected) as new:
            _bring(client, url, new, expected, until)
            new.keep()
            return new.size


def _bring(client: BaseClient, url: str, new: NewFile, expected: Expected, until: float) -> None:
    """Fetch a file, for as long as every call brings something of it."""
    while True:
        had = new.size
        try:
            client.call(Arriving(url, new, expected, until - time.monotonic() - client.deadline), {})
        except AstrowireError:
            if new.size < had + PROGRESS:
                raise
        else:
            return


def size_here(path: str, facts: FileFacts | None) -> int | None:
    """Return the length of a file, None if it is not there or not as long as is known and looked at."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    is_whole = facts is None or not _lengths_count() or str(found.st_size) == facts.size
    return found.st_size if stat.S_ISREG(found.st_mode) and is_whole else None


def length(facts: FileFacts) -> int:
    """Return the length that the server's catalogue says.

    Raises
    ------
    DownloadError
        It is none.
    """
    if not (facts.size.isascii() and facts.size.isdigit() and len(facts.size) <= LONGEST):
        raise DownloadError(f"the server's catalogue says that its length is {shown(facts.size)}")
    return int(facts.size)


def _expected(facts: FileFacts, size: int) -> Expected:
    sha1 = facts.sha1sum.lower()
    is_compared = sha1 not in {"", "none"} and cache.flag("CRDS_DOWNLOAD_CHECKSUMS", True)
    if not _lengths_count():
        return Expected(HUGE, None, sha1 if is_compared else None)
    return Expected(size, size, sha1 if is_compared else None)


def _lengths_count() -> bool:
    return cache.flag("CRDS_DOWNLOAD_LENGTHS", True)


def _seen(path: str) -> tuple[int, int, int] | None:
    """What tells one file from another that has taken its place."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
