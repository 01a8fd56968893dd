"""Columns of numbers as NumPy arrays, straight from the bytes.

Every quick way here gives exactly what ``cells.read`` gives, or None where it
can't tell; then the next one is tried, and at last ``cells.read`` itself.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from . import cells, scan
from .layout import Kind
from .libraries import loaded, needed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ARROW_ROWS: Final = 4096
"""Rows from which Arrow's parser of numbers is quicker, if it is loaded."""
FIXED_DIGITS: Final = 18
"""Digits of an integer that always fit 64 bits."""


_STAND_IN: Final = float(2**1000)
_WHOLE_STAND_IN: Final = 3 - 2**63
"""Numbers that no server sends, read where there is no value; should one be sent, their count shows it."""
_NEGATIVE_ZERO: Final = re.compile(rb'"-(?:0(?:\.0*)?"|[^"]*[eE])')
"""A text that may be a zero with a sign."""
_HEX_DIGITS: Final = bytes(
    int(char, 16) if char in "0123456789abcdefABCDEF" else 255 for char in map(chr, range(256))
)


class Numbers(NamedTuple):
    """A column of numbers: ``mask`` is True where there is no value, or None if all rows have one."""

    kind: Kind
    data: NDArray[Any]
    mask: NDArray[np.bool_] | None = None
    words: dict[int, str] | None = None
    """The masked texts by row, where they may be others than those that stand for no value."""


def numbers(raw: Any, missing: frozenset[str], declared: Kind | None) -> Numbers | None:
    """Return a column's numbers by one of the quick ways, or None if they can't tell.

    Parameters
    ----------
    raw : bytes-like
        A JSON array of texts and integers, checked already.
    missing, declared
        As for ``cells.read``; ``declared`` is no kind of text.
    """
    if scan.has_backslash(raw) or _tokens(missing) is None:
        return None
    seen = _first_text(raw, missing)
    kind = declared or _guess(seen)
    found = _integers(raw, seen, missing, declared) if kind == "integer" else None
    if kind == "number" or (not found and not declared and kind and _more_than_integers(raw, missing)):
        found = _floats(raw, missing, declared)
    # What nobody declares, and what has no value at all, is no column of numbers.
    if found and not declared and (len(found.data) == 0 or (found.mask is not None and found.mask.all())):
        return None
    return found


def surely_texts(raw: Any, missing: frozenset[str]) -> bool:
    """Say whether a glance at a column shows that it holds more than numbers."""
    seen = _first_text(raw, missing)
    return seen is not None and _guess(seen) is None


def surely_present(raw: Any, missing: frozenset[str]) -> bool:
    """Say whether the bytes of a column show that none of these texts is an entry."""
    tokens = _tokens(missing)
    if tokens is None or scan.has_backslash(raw):
        return not missing
    body = bytes(raw)
    return not any(token[1:2] in body and token in body for token in tokens)


def _first_text(raw: Any, missing: frozenset[str]) -> str | None:
    """The first text that is a value, if it is among the first few."""
    head = bytes(memoryview(raw)[: scan.GLANCE])
    start = 0
    for _ in range(4):
        opening = head.find(b'"', start)
        closing = head.find(b'"', opening + 1)
        if opening < 0 or closing < 0 or b"\\" in head[opening:closing]:
            return None
        text = head[opening + 1 : closing].decode(errors="replace")
        if text not in missing:
            return text
        start = closing + 1
    return None


def _guess(seen: str | None) -> Kind | None:
    """The kind that a column has if it is one of numbers; integers may turn out to be numbers later."""
    if seen is None or cells.integer(seen) is not None:
        return "integer"
    return "number" if cells.number(seen) is not None else None


def _more_than_integers(raw: Any, missing: frozenset[str]) -> bool:
    """Whether a column whose texts are all numbers holds one that is no integer."""
    plain, _ = _replaced(bytes(raw), missing, b"")
    return any(sign in plain for sign in b".eEnN")


# Integers.


def _integers(raw: Any, seen: str | None, missing: frozenset[str], declared: Kind | None) -> Numbers | None:
    array = scan.as_array(raw)
    width = scan.fixed_width(array)
    if width is not None:
        rows = array[1:].reshape(-1, width + 3)[:, 1 : width + 1]
        found = _fixed_hex(rows) if seen and seen[1:2] in ("x", "X") else _fixed_decimal(rows, declared)
        if found is not None:
            return Numbers("integer", found)
    return _parsed(bytes(raw), missing, whole=True)


def _fixed_hex(rows: NDArray[np.uint8]) -> NDArray[Any] | None:
    """Hexadecimal texts of one length: ``0x`` and at most 16 digits."""
    numpy: Any = needed("numpy", "reading columns")
    count, width = rows.shape[0], rows.shape[1] - 2
    marks = (rows[:, 0] == ord("0")) & ((rows[:, 1] | 0x20) == ord("x"))
    if not 0 < width <= 16 or numpy.count_nonzero(marks) != count:
        return None
    digits = numpy.frombuffer(rows[:, 2:].tobytes().translate(_HEX_DIGITS), numpy.uint8).reshape(count, width)
    if numpy.count_nonzero(digits > 15):
        return None
    size = next(size for size in (1, 2, 4, 8) if 2 * size >= width)
    if width < 2 * size:
        digits = numpy.hstack([numpy.zeros((count, 2 * size - width), numpy.uint8), digits])
    total = ((digits[:, 0::2] << 4) | digits[:, 1::2]).view(f">u{size}").reshape(-1)
    unsigned = size == 8 and bool((digits[:, 0] > 7).any())
    values: NDArray[Any] = total.astype(numpy.uint64 if unsigned else numpy.int64)
    return values


def _fixed_decimal(rows: NDArray[np.uint8], declared: Kind | None) -> NDArray[Any] | None:
    """Decimal texts of one length, digits only."""
    numpy: Any = needed("numpy", "reading columns")
    width = rows.shape[1]
    digits = rows - numpy.uint8(ord("0"))
    if not 0 < width <= FIXED_DIGITS or numpy.count_nonzero(digits > 9):
        return None
    if not declared and width > 1 and (digits[:, 0] == 0).any():
        return None
    total: NDArray[Any] = numpy.zeros(len(rows), numpy.int64)
    for place in range(width):
        total *= 10
        total += digits[:, place]
    return total


# Floats.


def _floats(raw: Any, missing: frozenset[str], declared: Kind | None) -> Numbers | None:
    if loaded("pyarrow") and _rows_at_least(raw, ARROW_ROWS):
        from .arrow import floats

        found = floats(raw, missing, declared)
        if found is not None:
            return Numbers("number", *found)
    return _parsed(bytes(raw), missing, whole=False)


def _rows_at_least(raw: Any, rows: int) -> bool:
    """Whether an array is about so long, by the length of its first elements."""
    view = memoryview(raw)
    head = bytes(view[: scan.GLANCE])
    return len(view) * head.count(b'","') >= rows * len(head)


# Both, by the parser that reads numbers from texts.


def _parsed(body: bytes, missing: frozenset[str], *, whole: bool) -> Numbers | None:
    """The parser takes numbers as JSON writes them, inside texts too, and the specials of floats."""
    numpy: Any = needed("numpy", "reading columns")
    stand_in = _WHOLE_STAND_IN if whole else _STAND_IN
    plain, absent = _replaced(body, missing, b'"%d"' % int(stand_in))
    if whole and any(sign in plain for sign in b".eE"):
        return None  # "1.0" and "1e3" are integers for the parser, and none here
    try:
        values = _decoder(int if whole else float).decode(plain)
    except msgspec.MsgspecError:
        return None
    found = _whole(numpy, values) if whole else Numbers("number", numpy.fromiter(values, float, len(values)))
    if found is None or (b"-" in plain and not whole and _may_lose_sign(numpy, found.data, plain)):
        return None
    if not absent:
        return found
    mask = found.data == stand_in
    if numpy.count_nonzero(mask) != absent:
        return None  # an entry is that very number
    found.data[mask] = 0 if whole else numpy.nan
    return found._replace(mask=mask)


def _may_lose_sign(numpy: Any, data: NDArray[Any], plain: bytes) -> bool:
    """Whether there may be a ``-0``, of which the parser loses the sign."""
    return numpy.count_nonzero(data) < len(data) and _NEGATIVE_ZERO.search(plain) is not None


def _replaced(body: bytes, missing: frozenset[str], by: bytes) -> tuple[bytes, int]:
    """The array with a number in place of the texts that stand for no value, and how many they were."""
    absent = 0
    for token in _tokens(missing) or ():
        # To look for one letter is quicker than to look for a text, and settles it for most columns.
        if token[1:2] in body and (found := body.count(token)):
            absent += found
            body = body.replace(token, by)
    return body, absent


@lru_cache
def _tokens(missing: frozenset[str]) -> tuple[bytes, ...] | None:
    """Texts as they stand in an array, or None if that may be in more than one way."""
    if any('"' in word or "\\" in word for word in missing):
        return None
    return tuple(b'"%b"' % word.encode() for word in sorted(missing))


def _whole(numpy: Any, values: list[int]) -> Numbers | None:
    try:
        return Numbers("integer", numpy.fromiter(values, numpy.int64, len(values)))
    except OverflowError:
        if min(values) < 0 or max(values) >= 2**64:
            return None
        return Numbers("integer", numpy.fromiter(values, numpy.uint64, len(values)))


@lru_cache
def _decoder(kind: type) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(list[kind], strict=False)  # type: ignore[valid-type]


def arrays(read: cells.Read) -> Numbers | None:
    """Return the arrays of a column that was read entry by entry, or None if it is one of texts."""
    numpy: Any = needed("numpy", "reading columns")
    if read.kind not in ("integer", "number"):
        return None
    mask = None
    if read.words:
        mask = numpy.zeros(len(read.values), bool)
        mask[list(read.words)] = True
    if read.kind == "number":
        return Numbers("number", numpy.array(read.values, float), mask, read.words)
    found = _whole(numpy, [0 if value is None else int(value) for value in read.values])
    return found and found._replace(mask=mask, words=read.words)
