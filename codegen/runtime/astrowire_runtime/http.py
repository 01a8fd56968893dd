"""The two values that cross the wire. They hold bytes and do nothing."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class HttpRequest(Struct, frozen=True):
    """An HTTP request, ready to be sent by any transport.

    Parameters
    ----------
    method : str
        ``GET`` or ``POST``.
    url : str
        Absolute URL, percent-encoded.
    headers : mapping of str to str
        Only the headers that the protocol needs.
    body : bytes
        Empty for ``GET``.
    """

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes = b""


class HttpResponse(Struct, frozen=True):
    """An HTTP response, read to its end and with transfer and content encodings undone.

    Parameters
    ----------
    status : int
        For example 200.
    headers : mapping of str to str
        Looked at only to explain a failure.
    body : bytes
        The answer.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
