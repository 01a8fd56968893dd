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
    import numpy as np
    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]
    Positions = NDArray[np.intp]

BRACKET, QUOTE, COMMA, BACKSLASH, SLASH = b'[",\\/'

_BETWEEN = int.from_bytes(b'\\","', "little")
GLANCE = 512
"""Bytes at the beginning of an array by which it is judged first."""


def as_array(raw: Any) -> Bytes:
    """Return the bytes as an array of numbers, without a copy."""
    numpy: Any = needed("numpy", "reading columns")
    array: Bytes = numpy.frombuffer(raw, numpy.uint8)
    return array


def count_texts(raw: Any) -> int | None:
    """Return the number of elements if all of them are proven texts, else None.

    None does not mean that some are no texts: white space between elements, or a
    backslash before a quote, leave the matter to a parser.
    """
    array = as_array(raw)
    width = fixed_width(array)
    if width is not None:
        return (len(array) - 1) // (width + 3)
    ends = text_ends(array, array == QUOTE)
    return None if ends is None else len(ends[0])


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
    if (count > 1 and wrong.max() >= 255) or int(numpy.count_nonzero(array == QUOTE)) != 2 * count:
        return None
    return width


def text_ends(array: Bytes, is_quote: NDArray[np.bool_]) -> tuple[Positions, Positions] | None:
    """Return the positions of the opening and of the closing quotes, if all elements are proven texts."""
    numpy: Any = needed("numpy", "reading columns")
    quotes = numpy.flatnonzero(is_quote)
    if len(quotes) == 0 or len(quotes) % 2 or array[0] != BRACKET:
        return None
    if quotes[0] != 1 or quotes[-1] != len(array) - 2:
        return None
    opening, closing = quotes[0::2], quotes[1::2]
    if (opening[1:] - closing[:-1] != 2).any() or (array[quotes - 1] == BACKSLASH).any():
        return None
    return opening, closing


def spans(array: Bytes) -> tuple[Positions, Positions] | None:
    """Return where each text begins and ends, if all elements are proven texts."""
    numpy: Any = needed("numpy", "reading columns")
    width = fixed_width(array)
    if width is not None:
        starts = numpy.arange(2, len(array), width + 3)
        return starts, starts + width
    ends = text_ends(array, array == QUOTE)
    return None if ends is None else (ends[0] + 1, ends[1])
