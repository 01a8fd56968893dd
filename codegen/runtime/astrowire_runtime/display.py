"""Text that came from elsewhere, made safe to print: bounded, on one line, without control characters."""

from __future__ import annotations

from typing import Final

EXCERPT: Final = 200


def shown(text: str, limit: int = EXCERPT) -> str:
    r"""Return ``text`` with everything unprintable escaped and the end cut off.

    >>> shown("a\x1b[31mb\n")
    'a\\x1b[31mb\\n'
    """
    cut = text[:limit]
    safe = "".join(char if char.isprintable() else _escaped(char) for char in cut)
    return safe + ("…" if len(text) > limit else "")


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


def _escaped(char: str) -> str:
    return (
        char.encode("unicode_escape").decode() if not "\ud800" <= char <= "\udfff" else f"\\u{ord(char):04x}"
    )
