"""The strict reader: which bytes are a document, and which value they stand for.

A document is JSON in valid UTF-8 (or the service's own charset), without NaN,
infinities or numbers out of range, without lone surrogates, nested at most 64
deep. Of duplicate members the last wins, as in every language's parser. All
other texts have no value: they are ``NotJson`` or ``Malformed``.
"""

from __future__ import annotations

import math
from itertools import chain
from typing import Any, Final, NoReturn

import msgspec

from .display import excerpt
from .display import value as shown
from .errors import Malformed, NotJson

DEPTH: Final = 64
UTF_8: Final = "utf-8"
FAILURES: Final = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""All that the reader underneath can raise."""

_JSON_BEGINS: Final = frozenset(b'{["-0123456789tfnNI\xef\xfe\xff')
_BLANKS: Final = b" \t\r\n"
_CONTAINERS: Final[frozenset[type]] = frozenset({dict, list})


def utf8(body: bytes, charset: str | None) -> tuple[bytes, str]:
    """Return the body in UTF-8, and the charset that it came in.

    Parameters
    ----------
    body : bytes
        As received.
    charset : str or None
        What a body that is not UTF-8 is read as; None, or UTF-8: it is left as it is.
    """
    if charset is None or charset == UTF_8 or body.isascii():
        return body, UTF_8
    try:
        body.decode()
    except UnicodeDecodeError:
        return body.decode(charset).encode(), charset
    return body, UTF_8


def read(body: bytes, *, strict: bool = False, whole: bool = False, any_depth: bool = False) -> Any:
    """Return the plain value of a document.

    Parameters
    ----------
    body : bytes
        In UTF-8.
    strict : bool
        Refuse duplicate members.
    whole : bool
        Read numbers such as ``1.0`` as the integers that they are.
    any_depth : bool
        Leave it to the caller to look how deep it is nested.

    Raises
    ------
    NotJson, Malformed
        The body is no document.
    """
    try:
        value = (msgspec.json.Decoder(float_hook=_number) if whole else msgspec.json.Decoder()).decode(body)
    except FAILURES as error:
        refuse(body, error)
    if not any_depth and _too_deep(value):
        refuse(body, RecursionError())
    if strict:
        _refuse_duplicates(body)
    return value


def refuse(body: bytes, error: BaseException) -> NoReturn:
    """Raise what a body that is no document deserves."""
    text = body.lstrip(_BLANKS)
    seen = excerpt(body)
    if not text:
        raise NotJson("the body is empty; the server probably died while answering") from error
    if text[0] not in _JSON_BEGINS:
        raise NotJson(f"the body is not JSON; it begins {seen!r}", excerpt=seen) from error
    raise Malformed(
        f"the body is not a JSON document: {_reason(error)}; it begins {seen!r}", excerpt=seen
    ) from error


def _reason(error: BaseException) -> str:
    match error:
        case RecursionError():
            return f"it is nested more than {DEPTH} deep"
        case UnicodeDecodeError():
            return f"its text is not valid UTF-8 at byte {error.start}"
        case _:
            return str(error).removeprefix("JSON is malformed: ")


def _number(text: str) -> int | float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError("number out of range")
    return int(value) if value.is_integer() else value


def _too_deep(value: Any) -> bool:
    level: list[Any] = [value] if value.__class__ in _CONTAINERS else []
    for _ in range(DEPTH):
        parts = [each.values() if each.__class__ is dict else each for each in level]
        below = list(chain.from_iterable(parts))
        # Most levels are the last one, which a look at all classes at once shows.
        if _CONTAINERS.isdisjoint(map(type, below)):
            return False
        level = [each for each in below if each.__class__ in _CONTAINERS]
    return True


def _refuse_duplicates(body: bytes) -> None:
    import json

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(pairs)
        if len(members) != len(pairs):
            from collections import Counter

            ((twice, _),) = Counter(name for name, _ in pairs).most_common(1)
            raise Malformed(f"the member {shown(twice)} stands twice in one object", excerpt=excerpt(body))
        return members

    json.loads(body, object_pairs_hook=unique)
