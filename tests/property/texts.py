"""JSON texts: many spellings of one value, and texts that are no document."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from .strategies import SCALAR_VALUES

BLANKS = st.sampled_from(["", "", "", " ", "\n", "\t", " \r\n "])


@st.composite
def spelled(draw: st.DrawFn, value: Any) -> bytes:
    """One of the many texts of a value: blanks, escapes, and earlier duplicates that do not count."""
    lively = draw(st.booleans())
    if not lively:
        return json.dumps(value, ensure_ascii=draw(st.booleans())).encode("utf-8")
    return (draw(BLANKS) + _spell(draw, value) + draw(BLANKS)).encode("utf-8")


def _spell(draw: st.DrawFn, value: Any) -> str:
    if isinstance(value, dict):
        members = [
            f"{_quote(draw, name)}{draw(BLANKS)}:{_spell(draw, inner)}" for name, inner in value.items()
        ]
        if members and draw(st.integers(0, 3)) == 0:
            members = [_duplicate(draw, value), *members]
        return "{" + draw(BLANKS) + f",{draw(BLANKS)}".join(members) + "}"
    if isinstance(value, list):
        return (
            "["
            + draw(BLANKS)
            + f",{draw(BLANKS)}".join(_spell(draw, inner) for inner in value)
            + draw(BLANKS)
            + "]"
        )
    if isinstance(value, str):
        return _quote(draw, value)
    return json.dumps(value)


def _duplicate(draw: st.DrawFn, value: dict[str, Any]) -> str:
    name = draw(st.sampled_from(list(value)))
    return f"{_quote(draw, name)}:{json.dumps(draw(SCALAR_VALUES))}"


def _quote(draw: st.DrawFn, text: str) -> str:
    way = draw(st.sampled_from(["ascii", "raw", "slash", "hex"]))
    if way == "hex":
        return '"' + "".join(f"\\u{unit:04x}" for unit in _utf16_units(text)) + '"'
    quoted = json.dumps(text, ensure_ascii=way == "ascii")
    return quoted.replace("/", "\\/") if way == "slash" else quoted


def _utf16_units(text: str) -> list[int]:
    data = text.encode("utf-16-be")
    return [int.from_bytes(data[start : start + 2], "big") for start in range(0, len(data), 2)]


def nested(depth: int) -> str:
    """A value of that many containers, one in the other."""
    return "[" * depth + "]" * depth


@st.composite
def no_document(draw: st.DrawFn, body: bytes) -> bytes:
    """A text near ``body`` (an object in JSON) that is no document."""
    body = body.strip()
    ways = {
        "truncated": lambda: body[: draw(st.integers(0, len(body) - 1))],
        "trailing": lambda: (
            body + draw(st.sampled_from([b"x", b"{}", b",", b"\x00", b"]", b"1", b"\n" + body]))
        ),
        "leading": lambda: (
            draw(st.sampled_from([b"x", b"\xef\xbb\xbf", b"\x00", b",", b"Content-type: text/plain\n\n"]))
            + body
        ),
        "value": lambda: _with_value(body, draw(st.sampled_from(BAD_VALUES))),
        "utf16": lambda: body.decode("utf-8").encode("utf-16"),
        "nothing": lambda: draw(st.sampled_from([b"", b" ", b"\n\n"])),
    }
    return ways[draw(st.sampled_from(list(ways)))]()


BAD_VALUES = (
    b"NaN",
    b"Infinity",
    b"-Infinity",
    b"1e999",
    b"-1e999",
    b'"\\ud800"',
    b'"\\udc00\\ud800"',
    b'"\\x41"',
    b'"tab\there"',
    b"01",
    b"1.",
    b".5",
    b"+1",
    b"'a'",
    b"undefined",
    b"True",
    b"None",
    b"[1,]",
    b'{"a":1,}',
    b"{a:1}",
    b"/* */ 1",
    b"1" * 5000,
    nested(65).encode(),
    nested(3000).encode(),
    nested(200_000).encode(),
    b'{"a":' * 2000 + b"1" + b"}" * 2000,
)
"""Texts in the place of a value that no strict reader takes."""


def _with_value(body: bytes, text: bytes) -> bytes:
    """The object with one more member of that text."""
    comma = b"," if body[1:-1].strip() else b""
    return b'{"x_bad":' + text + comma + body[1:]
