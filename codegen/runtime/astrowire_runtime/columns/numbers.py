"""Columns of numbers as NumPy arrays, straight from the bytes.

Every quick way here gives exactly what ``cells.read`` gives, or None where it
can't tell; then the next one is tried, and at last ``cells.read`` itself.
"""

from __future__ import annotations

import re
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
    body = bytes(raw)
    if b"\\" in body or any('"' in word or "\\" in word for word in missing):
        return None
    seen = _first_text(body, missing)
    kind = declared or _guess(seen)
    found = _integers(body, seen, missing, declared) if kind == "integer" else None
    if kind == "number" or (not found and not declared and kind and _more_than_integers(body, missing)):
        found = _floats(body, missing, declared)
    # What nobody declares, and what has no value at all, is no column of numbers.
    if found and not declared and (len(found.data) == 0 or (found.mask is not None and found.mask.all())):
        return None
    return found


def surely_texts(raw: Any, missing: frozenset[str]) -> bool:
    """Say whether a glance at a column shows that it holds more than numbers."""
    seen = _first_text(bytes(memoryview(raw)[: scan.GLANCE]), missing)
    return seen is not None and _guess(seen) is None


def _first_text(body: bytes, missing: frozenset[str]) -> str | None:
    """The first text that is a value, if it is among the first few."""
    start = 0
    for _ in range(4):
        opening = body.find(b'"', start, scan.GLANCE)
        closing = body.find(b'"', opening + 1, scan.GLANCE)
        if opening < 0 or closing < 0 or b"\\" in body[opening:closing]:
            return None
        text = body[opening + 1 : closing].decode(errors="replace")
        if text not in missing:
            return text
        start = closing + 1
    return None


def _guess(seen: str | None) -> Kind | None:
    """The kind that a column has if it is one of numbers; integers may turn out to be numbers later."""
    if seen is None or cells.integer(seen) is not None:
        return "integer"
    return "number" if cells.number(seen) is not None else None


def _more_than_integers(body: bytes, missing: frozenset[str]) -> bool:
    """Whether a column whose texts are all numbers holds one that is no integer."""
    plain = _with_nulls(body, missing)[0].replace(b"null", b"")
    return any(sign in plain for sign in b".eEnN")


# Integers.


def _integers(
    body: bytes, seen: str | None, missing: frozenset[str], declared: Kind | None
) -> Numbers | None:
    array = scan.as_array(body)
    width = scan.fixed_width(array)
    if width is not None:
        rows = array[1:].reshape(-1, width + 3)[:, 1 : width + 1]
        found = _fixed_hex(rows) if seen and seen[1:2] in ("x", "X") else _fixed_decimal(rows, declared)
        if found is not None:
            return Numbers("integer", found)
    return _parsed(body, missing, whole=True)


def _fixed_hex(rows: NDArray[np.uint8]) -> NDArray[Any] | None:
    """Hexadecimal texts of one length: ``0x`` and at most 16 digits."""
    numpy: Any = needed("numpy", "reading columns")
    count, width = rows.shape[0], rows.shape[1] - 2
    if not 0 < width <= 16 or (rows[:, 0] != ord("0")).any() or ((rows[:, 1] | 0x20) != ord("x")).any():
        return None
    digits = numpy.frombuffer(rows[:, 2:].tobytes().translate(_HEX_DIGITS), numpy.uint8).reshape(count, width)
    if (digits > 15).any():
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
    if not 0 < width <= FIXED_DIGITS or (digits > 9).any():
        return None
    if not declared and width > 1 and (digits[:, 0] == 0).any():
        return None
    total: NDArray[Any] = numpy.zeros(len(rows), numpy.int64)
    for place in range(width):
        total *= 10
        total += digits[:, place]
    return total


# Floats.


def _floats(body: bytes, missing: frozenset[str], declared: Kind | None) -> Numbers | None:
    if loaded("pyarrow") and _rows_at_least(body, ARROW_ROWS):
        from .arrow import floats

        found = floats(body, missing, declared)
        if found is not None:
            return Numbers("number", *found)
    return _parsed(body, missing, whole=False)


def _rows_at_least(body: bytes, rows: int) -> bool:
    """Whether an array is about so long, by the length of its first elements."""
    head = body[: scan.GLANCE]
    return len(body) * head.count(b'","') >= rows * len(head)


# Both, by the parser that reads numbers from texts.


def _parsed(body: bytes, missing: frozenset[str], *, whole: bool) -> Numbers | None:
    """The parser takes numbers as JSON writes them, inside texts too, and the specials of floats."""
    numpy: Any = needed("numpy", "reading columns")
    plain, nulls = _with_nulls(body, missing)
    if whole and any(sign in plain for sign in b".eE"):
        return None  # "1.0" and "1e3" are integers for the parser, and none here
    try:
        values = _decoder(whole, nulls > 0).decode(plain)
    except msgspec.MsgspecError:
        return None
    mask = None
    if nulls:
        mask = numpy.fromiter((value is None for value in values), bool, len(values))
        if numpy.count_nonzero(mask) != nulls:
            return None  # the parser takes the text "null" for a null, too
    if whole:
        found = _whole(numpy, [0 if value is None else value for value in values] if nulls else values)
        return found and found._replace(mask=mask)
    data = numpy.array(values, float) if nulls else numpy.fromiter(values, float, len(values))
    # The parser loses the sign of "-0".
    lost = b"-" in plain and not data.all() and _NEGATIVE_ZERO.search(plain)
    return None if lost else Numbers("number", data, mask)


def _with_nulls(body: bytes, missing: frozenset[str]) -> tuple[bytes, int]:
    """The array with null for the texts that stand for no value, and how many they were."""
    nulls = 0
    for word in missing:
        token = b'"%b"' % word.encode()
        # To look for one letter is quicker than to look for a text, and settles it for most columns.
        if token[1:2] in body and (found := body.count(token)):
            nulls += found
            body = body.replace(token, b"null")
    return body, nulls


def _whole(numpy: Any, values: list[int]) -> Numbers | None:
    try:
        return Numbers("integer", numpy.fromiter(values, numpy.int64, len(values)))
    except OverflowError:
        if min(values) < 0 or max(values) >= 2**64:
            return None
        return Numbers("integer", numpy.fromiter(values, numpy.uint64, len(values)))


_decoders: dict[tuple[bool, bool], msgspec.json.Decoder[Any]] = {}


def _decoder(whole: bool, nullable: bool) -> msgspec.json.Decoder[Any]:
    key = (whole, nullable)
    if key not in _decoders:
        item: Any = int if whole else float
        kind: Any = list[item | None] if nullable else list[item]
        _decoders[key] = msgspec.json.Decoder(kind, strict=False)
    return _decoders[key]


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
