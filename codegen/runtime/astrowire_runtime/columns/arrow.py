"""Columns as Arrow arrays, straight from the bytes: no Python text is made.

What Arrow is given first are the bytes as they are: as an array whose elements
are, in turn, a text and what stands between it and the next one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from . import cells, scan
from .layout import Kind
from .libraries import needed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SMALL_OFFSETS: Final = 2**31 - 1
"""Bytes of text that Arrow's ordinary string arrays can hold."""


def strings(raw: Any, function: str = "to_arrow") -> Any | None:
    """Return the texts of a JSON array as an Arrow array, or None where only a parser can tell.

    Escaped slashes, which some servers write for every slash, are undone; any
    other escape is left to a parser.

    Parameters
    ----------
    raw : bytes-like
        A JSON array of texts and integers, checked already.
    function : str
        What the user called, for the message that names a missing library.
    """
    pyarrow: Any = needed("pyarrow", function)
    numpy: Any = needed("numpy", function)
    if scan.has_backslash(raw):
        if not scan.only_slashes_escaped(raw):
            return None
        raw = bytes(raw).translate(None, b"\\")
    array = scan.as_array(raw)
    width = scan.fixed_width(array)
    if width is not None and len(array) <= SMALL_OFFSETS:
        rows = array[1:].reshape(-1, width + 3)[:, 1 : width + 1]
        offsets = numpy.arange(len(rows) + 1, dtype=numpy.int32) * width
        data = [None, pyarrow.py_buffer(offsets), pyarrow.py_buffer(numpy.ascontiguousarray(rows))]
        return pyarrow.Array.from_buffers(pyarrow.string(), len(rows), data)
    found = scan.spans(array)
    if found is None:
        return None
    texts = _with_gaps(pyarrow, numpy, array, *found)
    return texts.take(pyarrow.array(numpy.arange(0, len(texts), 2)))


def _with_gaps(pyarrow: Any, numpy: Any, array: Any, starts: Any, stops: Any, present: Any = None) -> Any:
    """The bytes as they are, as an array of texts and of what stands between them; nothing is moved.

    ``present`` says which of the texts are no nulls; given, what stands between them is null.
    """
    small = len(array) <= SMALL_OFFSETS
    offsets = numpy.empty(2 * len(starts), numpy.int32 if small else numpy.int64)
    offsets[0::2], offsets[1::2] = starts, stops
    validity = None
    if present is not None:
        valid = numpy.zeros(len(offsets), bool)
        valid[0::2] = present
        validity = pyarrow.py_buffer(numpy.packbits(valid, bitorder="little"))
    kind = pyarrow.string() if small else pyarrow.large_string()
    buffers = [validity, pyarrow.py_buffer(offsets), pyarrow.py_buffer(array)]
    return pyarrow.Array.from_buffers(kind, len(offsets) - 1, buffers)


def _buffers(pyarrow: Any, numpy: Any, texts: Any) -> tuple[Any, Any]:
    """The ends of the texts, after a first 0, and their bytes."""
    _, offsets, data = texts.buffers()
    large = pyarrow.types.is_large_string(texts.type)
    ends = numpy.frombuffer(offsets, numpy.int64 if large else numpy.int32)[: len(texts) + 1]
    return ends, numpy.frombuffer(data or b"", numpy.uint8)[: ends[-1]]


def with_nulls(texts: Any, missing: frozenset[str]) -> Any:
    """Return an array of texts with null for those that stand for no value; their bytes are shared."""
    numpy: Any = needed("numpy", "to_arrow")
    pyarrow: Any = needed("pyarrow", "to_arrow")
    ends, data = _buffers(pyarrow, numpy, texts)
    mask = _absent(numpy, data, ends[:-1], numpy.diff(ends), missing)
    if mask is None:
        return texts
    _, *buffers = texts.buffers()
    present = pyarrow.py_buffer(numpy.packbits(~mask, bitorder="little"))
    return pyarrow.Array.from_buffers(texts.type, len(texts), [present, *buffers])


def _absent(numpy: Any, data: Any, starts: Any, lengths: Any, missing: frozenset[str]) -> Any | None:
    """Where a text stands for no value, or None if none does: rows of a word's length, letter by letter."""
    mask = None
    for word in missing:
        encoded = word.encode()
        rows = numpy.flatnonzero(lengths == len(encoded))
        for place, char in enumerate(encoded):
            rows = rows[data[starts[rows] + place] == char]
        if len(rows):
            mask = numpy.zeros(len(starts), bool) if mask is None else mask
            mask[rows] = True
    return mask


def floats(
    raw: Any, missing: frozenset[str], declared: Kind | None
) -> tuple[NDArray[np.float64], NDArray[np.bool_] | None] | None:
    """Return the numbers of a column and the mask of missing ones, or None where this can't tell."""
    pyarrow: Any = needed("pyarrow", "reading columns")
    numpy: Any = needed("numpy", "reading columns")
    array = scan.as_array(raw)
    found = scan.spans(array)
    if found is None:
        return None
    starts, stops = found
    if declared is None and _leading_zeros(numpy, array, starts, stops):
        return None
    mask = _absent(numpy, array, starts, stops - starts, missing)
    values = _cast(pyarrow, _with_gaps(pyarrow, numpy, array, *found, True if mask is None else ~mask))
    if values is None:
        return None
    data = numpy.frombuffer(values.buffers()[1], float)[: 2 * len(starts) : 2].copy()
    if mask is not None:
        data[mask] = numpy.nan
    return (data, mask) if _specials_agree(numpy, array, found, data, mask) else None


def _cast(pyarrow: Any, texts: Any) -> Any | None:
    for trimmed in (False, True):
        if trimmed:
            # Print formats with a width pad with blanks.
            compute: Any = needed("pyarrow.compute", "reading columns")
            texts = compute.ascii_trim(texts, characters=" ")
        try:
            return texts.cast(pyarrow.float64())
        except pyarrow.ArrowInvalid:
            continue
    return None


def _specials_agree(numpy: Any, array: Any, spans: Any, data: Any, mask: Any) -> bool:
    """Whether all that is not finite is a value by our rules; Arrow also takes ``nan(1)`` and ``1e400``."""
    odd = ~numpy.isfinite(data)
    if mask is not None:
        odd &= ~mask
    starts, stops = (ends[odd].tolist() for ends in spans)
    return all(
        cells.number(array[start:stop].tobytes().decode()) is not None
        for start, stop in zip(starts, stops, strict=True)
    )


def _leading_zeros(numpy: Any, array: Any, starts: Any, stops: Any) -> bool:
    """Whether a text may begin with a zero that numbers don't need, or with a blank."""
    begins = array[starts]
    if (begins == ord(" ")).any():
        return True
    first = starts + ((begins == ord("-")) | (begins == ord("+")))
    # Behind the last text stands a quote and a bracket, so both places are inside the array.
    digit = array[first + 1] - numpy.uint8(ord("0")) <= 9
    return bool(((array[first] == ord("0")) & digit & (first + 1 < stops)).any())
