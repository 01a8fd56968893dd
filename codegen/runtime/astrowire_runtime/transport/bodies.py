"""Bodies, read within limits: one way to tell their end, known encodings, so many bytes, so much time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final

import requests
import urllib3

from ..display import value as shown
from ..errors import BodyTooLarge, DeadlineExceeded, EnvelopeMismatch, Malformed
from ..inflate import inflated

ENCODINGS: Final = "gzip, deflate"
"""What a server may send; it is told so."""
_KNOWN: Final = frozenset({"gzip", "x-gzip", "deflate"})
_MOST_LAYERS: Final = 3
_CHUNK: Final = 1 << 18


def pieces_of(
    response: requests.Response, most: int, until: float, clock: Callable[[], float]
) -> Iterator[bytes]:
    """Yield the body of a response piece by piece, none of them beyond the limits.

    Parameters
    ----------
    response : requests.Response
        Its body unread.
    most : int
        Bytes that are accepted, before and after unpacking.
    until : float
        The deadline, on the clock.
    clock : callable
        Monotonic seconds.

    Raises
    ------
    EnvelopeMismatch
        The headers say in more than one way where the body ends.
    BodyTooLarge, Malformed, DeadlineExceeded
        See each class.
    """
    _check_framing(response.raw)
    declared = response.headers.get("Content-Length", "")
    if declared.isascii() and declared.isdigit() and (len(declared) > 18 or int(declared) > most):
        raise BodyTooLarge(f"the body has {shown(declared)} bytes, at most {most} are accepted")
    received = 0
    for piece in _unpacked(response, most):
        received += len(piece)
        if received > most:
            raise BodyTooLarge(f"the body has more than {most} bytes")
        yield piece
        if clock() >= until:
            raise DeadlineExceeded(f"the time was over after {received} bytes of the body")


def _check_framing(raw: Any) -> None:
    """Refuse what proxies and servers could read in two ways, each its own."""
    values = getattr(getattr(raw, "headers", None), "getlist", None)
    if values is None:
        return  # another transport of the caller's session
    lengths = values("Content-Length")
    if len(lengths) > 1 or any("," in each for each in lengths):
        what = f"the answer has several lengths: {shown(', '.join(lengths))}"
        raise EnvelopeMismatch(what, may_have_acted=True)
    if lengths and values("Transfer-Encoding"):
        what = "the answer has a Content-Length and a Transfer-Encoding; only one can be right"
        raise EnvelopeMismatch(what, may_have_acted=True)


def _unpacked(response: requests.Response, most: int) -> Iterator[bytes]:
    raw = response.raw
    if not isinstance(raw, urllib3.HTTPResponse) or raw.closed or not hasattr(raw, "read1"):
        # Another transport of the caller's session, or a hook of it that has read the body already.
        return response.iter_content(_CHUNK)
    pieces: Iterator[bytes] = iter(partial(raw.read1, _CHUNK, decode_content=False), b"")
    for name in reversed(_encodings(response.headers.get("Content-Encoding", ""))):
        is_bare = name == "deflate"
        pieces = inflated(pieces, most, f"the body ({name})", bare=is_bare, several=not is_bare)
    return pieces


def _encodings(header: str) -> list[str]:
    names = [name for each in header.lower().split(",") if (name := each.strip()) not in {"", "identity"}]
    strange = [name for name in names if name not in _KNOWN]
    if strange or len(names) > _MOST_LAYERS:
        what = f"the body is encoded as {shown(header)}; {ENCODINGS} was asked for"
        raise Malformed(what, may_have_acted=True)
    return names
