"""The two values that cross the wire. They hold bytes and do nothing."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

Id = int | str
"""What tells the calls of a JSON-RPC service apart."""


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

    Examples
    --------
    >>> request = HttpRequest("GET", "http://127.0.0.1:8000/jsoc_info?op=series_struct&ds=a.b", {})
    >>> request.method, request.body
    ('GET', b'')
    >>> request
    HttpRequest(GET http://127.0.0.1:8000/jsoc_info?..., 0 bytes)
    """

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes = b""

    def __repr__(self) -> str:
        # Arguments may be secrets: an e-mail address stands in a query, a key in a body.
        path, mark, _ = self.url.partition("?")
        return f"HttpRequest({self.method} {path}{mark and '?...'}, {len(self.body)} bytes)"


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

    Examples
    --------
    >>> response = HttpResponse(200, {"Content-Type": "application/json"}, b'{"status":0}')
    >>> response
    HttpResponse(200, 12 bytes)
    """

    status: int
    headers: Mapping[str, str]
    body: bytes

    def __repr__(self) -> str:
        return f"HttpResponse({self.status}, {len(self.body)} bytes)"
