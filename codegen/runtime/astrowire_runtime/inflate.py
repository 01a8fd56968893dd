"""Compressed bytes, unpacked within limits: a bomb is told by what it grows to, before it has grown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from .errors import BodyTooLarge, Malformed

BLOCK: Final = 1 << 20
"""Bytes that are unpacked in one go, at most."""
FREE: Final = 1 << 20
"""Bytes that may come of any number of packed ones."""
RATIO: Final = 100
"""What packed bytes may grow to beyond those, times their own number."""

_GZIP_OR_ZLIB: Final = 47
_BARE: Final = -15
_GZIP_BEGINS: Final = b"\x1f\x8b"


def inflated(
    pieces: Iterable[bytes], most: int, what: str, *, bare: bool = False, several: bool = False
) -> Iterator[bytes]:
    """Yield the blocks that a gzip or zlib stream holds.

    Parameters
    ----------
    pieces : iterable of bytes
        The stream, in pieces of any size.
    most : int
        Bytes that are accepted.
    what : str
        What it is, for messages.
    bare : bool
        Deflate without a header is taken too, which some servers send.
    several : bool
        One gzip stream may be followed by others, as the format allows.

    Raises
    ------
    Malformed
        It is no such stream, is cut off, or goes on after its end.
    BodyTooLarge
        It grows beyond ``most`` bytes, or, beyond the first 2²⁰, to more than a hundred times its size. No
        more than a block above that is ever held.

    Examples
    --------
    >>> import zlib
    >>> b"".join(inflated([zlib.compress(b"abc" * 3)], 1000, "the body"))
    b'abcabcabc'
    """
    import zlib

    taken = size = 0

    def counted() -> Iterator[bytes]:
        nonlocal taken
        for piece in pieces:
            taken += len(piece)
            yield piece

    try:
        for block in _blocks(counted(), bare, several):
            size += len(block)
            if size > most:
                raise BodyTooLarge(f"{what} grows beyond {most} bytes when it is unpacked")
            if size > FREE and size > RATIO * taken:
                raise BodyTooLarge(
                    f"{what} grows to more than {RATIO} times its size: {taken} bytes make {size} and more"
                )
            yield block
    except zlib.error as error:
        raise Malformed(f"{what} can't be unpacked: {error}") from error


def _blocks(pieces: Iterator[bytes], bare: bool, several: bool) -> Iterator[bytes]:
    import zlib

    first = next(pieces, b"")
    while len(first) < 2 and (more := next(pieces, None)) is not None:
        first += more
    inflate: Any = zlib.decompressobj(_BARE if bare and _has_no_header(first) else _GZIP_OR_ZLIB)
    piece: bytes | None = first
    while piece is not None:
        if inflate.eof and piece:
            if not several or not _GZIP_BEGINS.startswith(piece[:2]):
                raise zlib.error("it goes on after its end")
            inflate = zlib.decompressobj(_GZIP_OR_ZLIB)
        block = inflate.decompress(piece, BLOCK)
        if block:
            yield block
        piece = inflate.unused_data if inflate.eof else inflate.unconsumed_tail
        # A block may leave some of itself inside, with nothing left to read.
        if not piece and not block:
            piece = next(pieces, None)
    if not inflate.eof:
        raise zlib.error("it is cut off")


def _has_no_header(first: bytes) -> bool:
    is_zlib = len(first) > 1 and first[0] & 15 == 8 and int.from_bytes(first[:2]) % 31 == 0
    return len(first) > 1 and not is_zlib and not first.startswith(_GZIP_BEGINS)
