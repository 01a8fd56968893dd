"""A strict reader of its own: which bytes are a document, and which value they stand for.

It stands on ``json`` alone, and so shares no mistake with the reader of the
package. Bytes that are not UTF-8 are Latin-1, as one of the services has it.
"""

from __future__ import annotations

import json
import math
from typing import Any

DEEPEST = 64


class NoDocument(ValueError):
    """The bytes have no value."""


def document(body: bytes) -> Any:
    """The value of a body, or ``NoDocument``."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        text = body.decode("latin-1")
    try:
        value = json.loads(
            text, parse_constant=_refused, parse_float=_finite, object_pairs_hook=_with_all_members
        )
    except (ValueError, RecursionError) as error:
        raise NoDocument(str(error)) from error
    _check(value, DEEPEST)
    return _last_members(value)


class _Members:
    """An object with all its members, also those that do not count because a later one has the same name."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        self.pairs = pairs


def _with_all_members(pairs: list[tuple[str, Any]]) -> _Members:
    return _Members(pairs)


def _refused(name: str) -> Any:
    raise NoDocument(name)


def _finite(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise NoDocument(f"{text} is out of range")
    return value


def _check(value: Any, depth: int) -> None:
    """Refuse lone surrogates, and containers that are nested too deep."""
    if isinstance(value, str):
        if any("\ud800" <= letter <= "\udfff" for letter in value):
            raise NoDocument("a lone surrogate")
        return
    if isinstance(value, list | _Members) and depth == 0:
        raise NoDocument("nested too deep")
    if isinstance(value, list):
        for each in value:
            _check(each, depth - 1)
    elif isinstance(value, _Members):
        for name, each in value.pairs:
            _check(name, depth)
            _check(each, depth - 1)


def _last_members(value: Any) -> Any:
    if isinstance(value, list):
        return [_last_members(each) for each in value]
    if isinstance(value, _Members):
        return {name: _last_members(each) for name, each in value.pairs}
    return value
