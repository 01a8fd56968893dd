"""Keeps out of the journal what nobody wants to find in a test's output: addresses, passwords, tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from .exchange import Exchange

HIDDEN = "***"
_HEADERS = frozenset({"authorization", "proxy-authorization", "cookie"})


def discreet(exchange: Exchange, members: Iterable[str]) -> Exchange:
    """An exchange in which the headers that identify people, and these members of its form, are hidden."""
    headers = {name: HIDDEN if name in _HEADERS else text for name, text in exchange.headers.items()}
    names = sorted(members)
    if not names:
        return replace(exchange, headers=headers)
    return replace(
        exchange,
        headers=headers,
        target=_query(exchange.target, names),
        body=_form(exchange.body, names),
        understood=_terms(exchange.understood, names),
    )


def _query(target: str, names: list[str]) -> str:
    return re.sub(rf"(?<=[?&])({'|'.join(names)})=[^&#]+", rf"\1={HIDDEN}", target)


def _form(body: bytes, names: list[str]) -> bytes:
    words = "|".join(names)
    text = re.sub(rf"(?:(?<=&)|(?<![\s\S]))({words})=[^&]+", rf"\1={HIDDEN}", body.decode("latin-1"))
    part = rf'(name="?(?:{words})"?[^\r\n]*(?:\r?\n[^\r\n]+)*\r?\n\r?\n)[\s\S]*?(?=\r?\n--)'
    return re.sub(part, rf"\g<1>{HIDDEN}", text).encode("latin-1")


def _terms(understood: Mapping[str, object], names: list[str]) -> dict[str, object]:
    return {name: HIDDEN if name in names and value else value for name, value in understood.items()}
