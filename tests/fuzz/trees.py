"""Small changes to plain values and to the texts that stand for them."""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence
from random import Random
from typing import Any

VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2, 1.0, 1.5, -0.0, 1e22, 2**31, 2**63, -(2**63) - 1, 2**64, 10**350),
    *("", "0", "1", "null", "true", "a", " ", "é", "\u2028", "\0", "\x1b[2J", "\U0001f600", "\udc00"),
    *("NOT FOUND n/a", "NOT FOUND No match found.", "MISSING", "Invalid KeyLink", "nan", "-inf", "1e400"),
    *("0x7fffffff", "0xFFFFFFFFFFFFFFFF", "007", "1.50", "2024.01.01_00:00:00_TAI", "$", "^a+$", "(a|b)*"),
    *([], [None], [[]], {}, {"": None}, ["a", 1], [False, "why"], {"a": {"b": []}}),
)
"""Put in the place of others."""

TOKENS = (
    *rb'1.0 -0 1e2 1E-400 1e999 NaN -Infinity 01 .5 1. +1 null true [] {} "" [ ] { } , : // \ "'.split(),
    *rb'"\ud800" "\ud83d\ude00" "\u0000" "\x"'.split(),
    *(b" ", b"\n", b"\t", b"\r\n", b"\x00", b"\xff", b"\xe9", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf"),
)
"""Put between the others, as they are."""

DEEPEST = 90


def changed(tree: Any, random: Random, donors: Sequence[Any]) -> Any:
    """A copy with one to four parts replaced, removed, doubled, renamed or wrapped."""
    root = [copy.deepcopy(tree)]
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        holder, key = random.choice(places(root))
        _change(holder, key, random, donors)
    return root[0]


def places(root: list[Any]) -> list[tuple[Any, Any]]:
    """Every part of a tree, as the list or the object that holds it and where it stands there."""
    found: list[tuple[Any, Any]] = []
    waiting: list[Any] = [root]
    while waiting and len(found) < 3000:
        holder = waiting.pop()
        for key in holder if isinstance(holder, dict) else range(len(holder)):
            found.append((holder, key))
            if isinstance(holder[key], dict | list):
                waiting.append(holder[key])
    return found


def _change(holder: Any, key: Any, random: Random, donors: Sequence[Any]) -> None:
    if isinstance(holder, dict) and key not in holder:
        return
    if isinstance(holder, list) and key >= len(holder):
        return
    match random.randrange(8):
        case 0 | 1:
            holder[key] = copy.deepcopy(random.choice(VALUES))
        case 2:
            donor, part = random.choice(places([random.choice(donors)]))
            holder[key] = copy.deepcopy(donor[part])
        case 3 if len(holder) > 1:
            del holder[key]
        case 4 if isinstance(holder, list):
            holder[key:key] = [copy.deepcopy(holder[key])] * random.choice((1, 1, 2, 40))
        case 4:
            holder[_name(random, donors)] = copy.deepcopy(holder[key])
        case 5 if isinstance(holder, dict):
            holder[_name(random, donors)] = holder.pop(key)
        case 6:
            for _ in range(random.choice((1, 1, 2, DEEPEST))):
                holder[key] = random.choice(([holder[key]], {"a": holder[key]}))
        case _:
            holder[key] = _near(holder[key], random)


def _name(random: Random, donors: Sequence[Any]) -> str:
    """A name that means something somewhere, or none."""
    names = [key for _, key in places([random.choice(donors)]) if isinstance(key, str)]
    return random.choice([*names, "", "a", "crds_encoded", "status"])


def _near(value: Any, random: Random) -> Any:
    """A value that is nearly the same."""
    match value:
        case bool() | None:
            return not value
        case int():
            return random.choice((value + 1, -value, float(value) if abs(value) < 2**60 else 0, str(value)))
        case float():
            return random.choice((-value, value / 2, str(value)))
        case str():
            at = random.randrange(len(value) + 1)
            more = random.choice(('"', "\\", "'", "\n", " ", "é", "\x7f", "{", "0", "a" * 300))
            return random.choice((value[:at], value[:at] + more + value[at:], value.swapcase(), value * 2))
        case _:
            return [value]


def text(tree: Any, random: Random) -> bytes:
    """One of several JSON texts of a tree."""
    layout = random.choice(({}, {"separators": (",", ":")}, {"indent": 1}, {"indent": 0}))
    written = json.dumps(tree, ensure_ascii=random.random() < 0.7, **layout)
    return written.encode("utf-8", "surrogatepass")


def sprinkled(text: bytes, random: Random) -> bytes:
    """A text with a token put somewhere, over nothing or over a piece of it."""
    at = random.randrange(len(text) + 1)
    over = random.choice((0, 0, 1, 4))
    return text[:at] + random.choice(TOKENS) + text[at + over :]
