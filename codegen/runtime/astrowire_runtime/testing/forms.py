"""Reading form data the way old CGI programs do, as bytes and with their leniency."""

from __future__ import annotations

import re
from collections.abc import Iterable
from email.parser import BytesParser
from email.policy import HTTP

from .exchange import Request

_ESCAPE = re.compile(rb"%([0-9A-Fa-f]{2})")
_INTEGER = re.compile(r"[ \t\r\n\v\f]*([+-]?[0-9]+)")
_INT_MAX = 2**31 - 1

Pair = tuple[str, str]


def text(data: bytes) -> str:
    """Bytes as text that turns back into the same bytes with :func:`raw`."""
    return data.decode("utf-8", "surrogateescape")


def raw(value: str) -> bytes:
    """The bytes of a text made by :func:`text`."""
    return value.encode("utf-8", "surrogateescape")


def percent(data: bytes) -> bytes:
    """Decode every well-formed ``%XX``; a malformed one stays as it is, and ``+`` stays ``+``."""
    return _ESCAPE.sub(lambda match: bytes.fromhex(match.group(1).decode("ascii")), data)


def fields(data: bytes) -> list[Pair]:
    """Split at ``&`` and at the first ``=``; ``+`` is a blank; names and values are decoded.

    ``;`` separates nothing. Names are trimmed. A piece without ``=`` is a name with an empty value.
    """
    pairs: list[Pair] = []
    for piece in data.split(b"&"):
        name, _, value = piece.partition(b"=")
        key = text(percent(name.replace(b"+", b" "))).strip()
        if key:
            pairs.append((key, text(percent(value.replace(b"+", b" ")))))
    return pairs


def posted(request: Request) -> list[Pair]:
    """The members of a form body, urlencoded or multipart; empty for other methods and bodies."""
    if request.method != "POST":
        return []
    if request.content_type == "multipart/form-data":
        return _multipart(request)
    if request.content_type in ("application/x-www-form-urlencoded", ""):
        return fields(request.body)
    return []


def _multipart(request: Request) -> list[Pair]:
    head = f"Content-Type: {request.headers.get('content-type', '')}\r\n\r\n".encode("latin-1")
    message = BytesParser(policy=HTTP).parsebytes(head + request.body)
    pairs: list[Pair] = []
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        if isinstance(name, str) and isinstance(content, bytes):
            pairs.append((name.strip(), text(content)))
    return pairs


def first_wins(pairs: Iterable[Pair]) -> dict[str, str]:
    """Members by name; of duplicates the first one counts."""
    members: dict[str, str] = {}
    for name, value in pairs:
        members.setdefault(name, value)
    return members


def integer(value: str) -> int | None:
    """The number at the start of a text, as C reads it; ``None`` when there is none or it overflows."""
    found = _INTEGER.match(value)
    if found is None:
        return None
    number = int(found.group(1)) if len(found.group(1)) < 20 else _INT_MAX + 1
    return number if abs(number) <= _INT_MAX else None
