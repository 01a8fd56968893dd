"""Where the texts of a JSON array lie in its bytes.

All functions take an array that a strict parser has skipped already: its
grammar, its escapes and its UTF-8 are known to be right. What they add is the
proof that all elements are texts, without making a single one of them.

A quote inside a text is escaped. So where no quote follows a backslash, every
quote begins or ends a text; and where each text begins two bytes behind the end
of the one before, with the first at the start and the last at the end of the
array, nothing but single commas lies between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .libraries import needed

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]
    Positions = NDArray[np.intp]

BRACKET, QUOTE, COMMA, BACKSLASH, SLASH = b'[",\\/'

PIECE = 1 << 20
"""Bytes of a long array that are looked at in one go, so that what is made of them stays in the cache."""
_BETWEEN = int.from_bytes(b'\\","', "little")
GLANCE = 512
"""Bytes at the beginning of an array by which it is judged first."""


def as_array(raw: Any) -> Bytes:
    """Return the bytes as an array of numbers, without a copy."""
    numpy: Any = needed("numpy", "reading columns")
    array: Bytes = numpy.frombuffer(raw, numpy.uint8)
    return array


class Unproven(Exception):
    """Not all elements are proven texts; a parser must look."""


def count_texts(raw: Any) -> int | None:
    """Return the number of elements if all of them are proven texts, else None.

    None does not mean that some are no texts: white space between elements, or a
    backslash before a quote, leave the matter to a parser.
    """
    array = as_array(raw)
    width = fixed_width(array)
    if width is not None:
        return (len(array) - 1) // (width + 3)
    try:
        return sum(len(opening) for opening, _ in text_ends(array))
    except Unproven:
        return None


def spans(array: Bytes) -> tuple[Positions, Positions] | None:
    """Return where each text begins and ends, if all elements are proven texts."""
    numpy: Any = needed("numpy", "reading columns")
    width = fixed_width(array)
    if width is not None:
        starts = numpy.arange(2, len(array), width + 3)
        return starts, starts + width
    try:
        opening, closing = zip(*text_ends(array), strict=True)
    except Unproven:
        return None
    return numpy.concatenate(opening) + 1, numpy.concatenate(closing)


def fixed_width(array: Bytes) -> int | None:
    """Return the length in bytes that all elements have, if all are proven texts of one length."""
    numpy: Any = needed("numpy", "reading columns")
    if len(array) < 4 or array[0] != BRACKET or array[1] != QUOTE or array[-2] != QUOTE:
        return None
    width = array[2 : 2 + GLANCE].tobytes().find(b'"')
    if width < 0 or (len(array) - 1) % (width + 3):
        return None
    count = (len(array) - 1) // (width + 3)
    # Four bytes at each end but the last: any byte but a backslash, then quote, comma, quote.
    ends = numpy.ndarray((count - 1,), "<u4", array, width + 1, (width + 3,))
    wrong = ends ^ numpy.uint32(_BETWEEN)
    wrong -= numpy.uint32(1)
    if numpy.count_nonzero(wrong >= 255):
        return None
    pieces = [array] if len(array) <= PIECE else [piece for _, piece in _pieces(array)]
    quotes = sum([numpy.count_nonzero(piece == QUOTE) for piece in pieces])
    return width if quotes == 2 * count else None


def text_ends(array: Bytes) -> Iterator[tuple[Positions, Positions]]:
    """Yield where texts begin and end, piece by piece; raise ``Unproven`` where something else may stand."""
    numpy: Any = needed("numpy", "reading columns")
    last, begun = -1, numpy.empty(0, numpy.intp)
    if len(array) < 4 or array[0] != BRACKET:
        raise Unproven
    for start, piece in _pieces(array):
        quotes = numpy.flatnonzero(piece == QUOTE)
        quotes += start
        if numpy.count_nonzero(array[quotes - 1] == BACKSLASH):
            raise Unproven
        if len(begun):
            quotes = numpy.concatenate([begun, quotes])
        paired = len(quotes) // 2 * 2
        opening, closing, begun = quotes[0:paired:2], quotes[1:paired:2], quotes[paired:]
        if paired:
            if opening[0] != last + 2 or numpy.count_nonzero(opening[1:] - closing[:-1] != 2):
                raise Unproven
            last = int(closing[-1])
            yield opening, closing
    if len(begun) or last != len(array) - 2:
        raise Unproven


def _pieces(array: Bytes) -> Iterator[tuple[int, Bytes]]:
    return ((start, array[start : start + PIECE]) for start in range(0, len(array), PIECE))


def has_backslash(raw: Any) -> bool:
    """Say whether anything in an array is escaped."""
    view = memoryview(raw)
    if len(view) <= PIECE:
        return b"\\" in bytes(view)
    return any((piece == BACKSLASH).any() for _, piece in _pieces(as_array(raw)))


def only_slashes_escaped(raw: Any) -> bool:
    """Say whether every backslash is followed by a slash, so that nothing else is escaped."""
    array = as_array(raw)
    pieces = (array[start : start + PIECE + 1] for start in range(0, len(array), PIECE))
    return not any(((piece[:-1] == BACKSLASH) & (piece[1:] != SLASH)).any() for piece in pieces)
