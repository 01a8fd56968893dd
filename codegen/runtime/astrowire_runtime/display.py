"""Text that came from elsewhere, made safe to print: bounded, on one line, without control characters."""

from __future__ import annotations

import re
from typing import Final

EXCERPT: Final = 200
CUT: Final = "…"
"""Stands for the rest of a text."""

_ATS: Final = "@\uff20\ufe6b"
"""What stands between a user name and a host, and what some programs take for it."""

_SCHEME: Final = re.compile(r"[\s\"']*[A-Za-z][A-Za-z0-9+.-]*://")


def shown(text: str, limit: int = EXCERPT) -> str:
    r"""Return ``text`` with everything unprintable escaped and the end cut off.

    >>> shown("a\x1b[31mb\n")
    'a\\x1b[31mb\\n'
    """
    cut = text[:limit]
    safe = "".join(char if char.isprintable() else _escaped(char) for char in cut)
    return safe + (CUT if len(text) > limit else "")


def excerpt(body: bytes, limit: int = EXCERPT) -> str:
    r"""Return the beginning of a body, readable whatever its bytes are.

    >>> excerpt(b"\xff<html>")
    'ÿ<html>'
    """
    head = body[: limit + 4]
    try:
        text = head.decode()
    except UnicodeDecodeError:
        text = head.decode("latin-1")
    return shown(text, limit)


def value(found: object, limit: int = 80) -> str:
    """Return a short, safe ``repr`` of a value, for messages.

    >>> value("x" * 5)
    "'xxxxx'"
    """
    if isinstance(found, str):
        return shown(repr(found[: limit * 2]), limit)
    if isinstance(found, int) and not isinstance(found, bool) and found.bit_length() > 256:
        return "an integer of more than 77 digits"
    try:
        return shown(repr(found), limit)
    except Exception:  # noqa: BLE001  # a user's object may do anything in its repr
        return f"a {type(found).__name__}"


def address(found: object, limit: int = 80) -> str:
    """Return what is, or should be, a URL as ``value`` does, without secrets.

    >>> address("http://me:secret@127.0.0.1/x?token=y")
    "'http://***@127.0.0.1/x?***'"
    """
    if isinstance(found, bytes):
        found = found.decode("latin-1")
    return value(without_secrets(found) if isinstance(found, str) else found, limit)


def without_secrets(text: str) -> str:
    """Return a URL without user name, password and query, however badly it is written.

    >>> without_secrets("me:p/w?@host/x"), without_secrets("https://host/x")
    ('***@host/x', 'https://host/x')
    """
    at = max(text.rfind(each) for each in _ATS)
    if at >= 0:
        start = _SCHEME.match(text[:at])
        text = f"{start[0] if start else ''}***{text[at:]}"
    path, mark, query = text.partition("?")
    return f"{path}?***" if mark and query else text


def _escaped(char: str) -> str:
    return (
        char.encode("unicode_escape").decode() if not "\ud800" <= char <= "\udfff" else f"\\u{ord(char):04x}"
    )
