"""Files that come to be whole, verified and durable, or not at all.

What arrives is written under a name of its own in the folder of the file, to
be read by its owner alone. It gets its name when length and checksum are right
and the bytes are on the disk; whatever happens before, nothing of it is left.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
import time
from collections.abc import Mapping
from typing import Any, Final, NoReturn, Self

import msgspec

from .display import value as shown
from .errors import DownloadError
from .operation import OK

PARTIAL: Final = 206
UNSATISFIABLE: Final = 416
REPEATS: Final = 2
"""How often a file that came wrong may be fetched anew."""
ABANDONED: Final = 3600.0
"""Seconds after which nobody writes any more to what was not finished."""

LONGEST: Final = 18
"""Digits of a length that could be one."""
MANY: Final = 10**LONGEST

_UNFINISHED: Final = re.compile(r"\..+\.[0-9a-f]{16}\.part")
_RANGE: Final = re.compile(r"bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18})")
_BY_FOLDER: Final = {os.open, os.unlink, os.rename} <= os.supports_dir_fd
"""Names can be looked up in an open folder, whatever becomes of its path."""


class Expected(msgspec.Struct, frozen=True):
    """What is known of a file before it comes.

    Parameters
    ----------
    most : int
        Bytes that are accepted.
    size : int, optional
        Its length.
    sha1 : str, optional
        Its SHA-1, in hexadecimal digits.
    """

    most: int
    size: int | None = None
    sha1: str | None = None


class NewFile:
    """A file that arrives; as a context manager it removes what was not kept.

    What was broken off is gone on with only where a checksum says in the end that the pieces are of one file.

    Parameters
    ----------
    path : str
        Where it is to be, in a folder that exists; what is there is replaced.
    expected : Expected
        What is known of it.

    Raises
    ------
    DownloadError
        The folder can't be written to.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with NewFile(f"{folder}/a", Expected(3, 3)) as new:
    ...         new.write(b"abc")
    ...         new.verify()
    ...         new.keep()
    ...     open(f"{folder}/a").read(), os.listdir(folder)
    ('abc', ['a'])
    """

    def __init__(self, path: str, expected: Expected) -> None:
        self.path = path
        self.size = 0
        self._expected = expected
        self._is_plain = True
        self._name = f".{os.path.basename(path)}.{os.urandom(8).hex()}.part"
        self._folder: int | None = None
        try:
            # The file comes to be in this folder, even if another takes its place under its path.
            self._folder = _opened_folder(os.path.dirname(path))
            flags = (
                os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
            )
            handle = os.open(self._place(self._name), flags, 0o666, dir_fd=self._folder)
        except OSError as error:
            self._close_folder()
            raise _not_written(path, error) from error
        # The mode that the system gave is the one that files get here; it is given back at the end.
        self._mode = stat.S_IMODE(os.fstat(handle).st_mode)
        _set_mode(handle, 0o600)
        self._file = os.fdopen(handle, "wb")
        self._sha1: Any = None
        self._begin()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ------------------------------------------------------------------ what arrives

    def headers(self) -> Mapping[str, str]:
        """Ask for bytes as they are, and for those alone that are still missing."""
        plain = {"Accept-Encoding": "identity"}
        return plain | {"Range": f"bytes={self.size}-"} if self._may_go_on() else plain

    def takes(self, status: int, headers: Mapping[str, str]) -> bool:
        """Say whether this is the file, or the rest of it.

        Raises
        ------
        DownloadError
            It is another part than the one that was asked for, or of another length than is known.
        """
        self._is_plain = headers.get("Content-Encoding", "").strip().lower() in {"", "identity"}
        if status == PARTIAL and self._is_the_rest(headers.get("Content-Range", "")):
            return True
        if status == PARTIAL or (status == UNSATISFIABLE and self.size):
            self._refuse("another part of it came than was asked for")
        if status != OK:
            return False
        self._begin()
        announced = headers.get("Content-Length", "")
        if self._is_plain and announced.isascii() and announced.isdigit():
            self._check_length(int(announced) if len(announced) <= LONGEST else MANY, "are announced")
        return True

    def write(self, piece: bytes) -> None:
        """Take the next bytes.

        Raises
        ------
        DownloadError
            They are too many, or the disk does not take them.
        """
        if self.size + len(piece) > self._expected.most:
            self._refuse(f"more than {self._expected.most} bytes come")
        try:
            self._file.write(piece)
        except OSError as error:
            raise _not_written(self.path, error) from error
        self.size += len(piece)
        if self._sha1 is not None:
            self._sha1.update(piece)

    def verify(self) -> None:
        """Compare length and checksum with what is known.

        Raises
        ------
        DownloadError
            They differ; nothing of what came is kept.
        """
        self._check_length(self.size, "came")
        found = self._sha1.hexdigest() if self._sha1 is not None else None
        if found != self._expected.sha1:
            self._refuse(f"its SHA-1 is {found}, the catalogue says {shown(self._expected.sha1 or '')}")

    def _check_length(self, size: int, came: str) -> None:
        known = self._expected.size
        if known is not None and known != size:
            self._refuse(f"{size} bytes {came}, the catalogue says {known}")

    def _refuse(self, text: str) -> NoReturn:
        self._begin()
        raise DownloadError(text, repeats=REPEATS)

    def _may_go_on(self) -> bool:
        return self.size > 0 and self._is_plain and self._expected.sha1 is not None

    def _is_the_rest(self, header: str) -> bool:
        found = _RANGE.fullmatch(header.strip())
        if found is None or not self._may_go_on():
            return False
        first, last, whole = (int(each) for each in found.groups())
        return (first, last) == (self.size, whole - 1) and self._expected.size in {None, whole}

    def _begin(self) -> None:
        """Forget what came."""
        try:
            self._file.seek(0)
            self._file.truncate()
        except OSError as error:
            raise _not_written(self.path, error) from error
        self.size = 0
        if self._expected.sha1 is not None:
            import hashlib

            self._sha1 = hashlib.sha1(usedforsecurity=False)

    # ------------------------------------------------------------------ what becomes of it

    def keep(self) -> None:
        """Bring the bytes to the disk, and then under their name.

        Raises
        ------
        DownloadError
            The disk does not take them.
        """
        try:
            self._file.flush()
            _set_mode(self._file.fileno(), self._mode)
            os.fsync(self._file.fileno())
            self._file.close()
            there = self._place(os.path.basename(self.path))
            os.replace(self._place(self._name), there, src_dir_fd=self._folder, dst_dir_fd=self._folder)
        except OSError as error:
            raise _not_written(self.path, error) from error
        self._name = ""
        if self._folder is not None:
            with contextlib.suppress(OSError):  # not every file system knows how
                os.fsync(self._folder)

    def close(self) -> None:
        """Remove what was not kept."""
        with contextlib.suppress(OSError):
            self._file.close()
        if self._name:
            with contextlib.suppress(OSError):
                os.unlink(self._place(self._name), dir_fd=self._folder)
            self._name = ""
        self._close_folder()

    def _place(self, name: str) -> str:
        return name if self._folder is not None else os.path.join(os.path.dirname(self.path), name)

    def _close_folder(self) -> None:
        if self._folder is not None:
            os.close(self._folder)
            self._folder = None


def sweep(folder: str) -> None:
    """Remove what processes left behind that were ended while they wrote."""
    with contextlib.suppress(OSError), os.scandir(folder) as found:
        for each in found:
            is_ours = _UNFINISHED.fullmatch(each.name) and each.is_file(follow_symlinks=False)
            if is_ours and time.time() - each.stat(follow_symlinks=False).st_mtime > ABANDONED:
                os.unlink(each.path)


def _opened_folder(folder: str) -> int | None:
    return os.open(folder or ".", os.O_RDONLY | os.O_DIRECTORY) if _BY_FOLDER else None


def _set_mode(handle: int, mode: int) -> None:
    if hasattr(os, "fchmod"):
        with contextlib.suppress(OSError):  # not every file system has modes
            os.fchmod(handle, mode)


def _not_written(path: str, error: OSError) -> DownloadError:
    return DownloadError(f"{shown(path, 300)} can't be written: {error.strerror or error}")
