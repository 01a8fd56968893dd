"""The reader of record sets: any text is read, and then written and read as the same, or refused in words.

An input is the text; bytes that are no UTF-8 stand for characters that no text of a user has.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import parse_qs

import astrowire
from astrowire.drms import RecordSet

from .findings import Finding, Plainly

CORPUS = Path(__file__).parent / "corpus" / "recordset.jsonl"
SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "netdrms"
WITHOUT = ("several-series", "segment-list", "semicolon", "odd-quote")
"""What some server does not survive: all of it is asked for."""
SCRAPS = (
    *(
        "[",
        "]",
        "{",
        "}",
        "[]",
        "[?",
        "?]",
        "[!",
        "!]",
        "[:#",
        "#",
        "^",
        "$",
        "@",
        "/",
        "-",
        ",",
        ";",
        ":",
        "=",
    ),
    *(
        "'",
        '"',
        "%",
        "\\",
        " ",
        "\n",
        "\t",
        "\0",
        "é",
        "\u2028",
        "1d",
        "90.0s",
        "2u",
        "1e999",
        "0" * 400,
        "-1",
    ),
    *(
        "2024.01.01_TAI",
        "2024-01-01T00:00:00Z",
        "JD_2455000.5",
        "a.b",
        "{seg,seg}",
        "[? Q = 'x' ?]",
        "[! 1=1 !]",
    ),
    *("[T_REC=2010.05.01_00:00:00_TAI/1h@45s]", "[:#1-#5@2]", "$(2010.05.01)", "# comment\n", "[304,171]"),
)
"""Pieces of record sets that mean something."""


# Inputs.


def written(data: bytes) -> dict[str, object]:
    return {"text": data.decode("utf-8", "surrogateescape")}


def read(line: dict[str, Any]) -> bytes:
    text: str = line["text"]
    return text.encode("utf-8", "surrogateescape")


@functools.cache
def _seeds() -> tuple[bytes, ...]:
    index: dict[str, dict[str, Any]] = json.loads((SAMPLES / "INDEX.json").read_bytes())
    queries = (parse_qs(entry.get("query_string") or "") for entry in index.values())
    asked = {each for query in queries for each in query.get("ds", []) if len(each) < 300}
    own = {"a.b", "a.b[]", "a.b[^][$]", *(f"a.b{each}" for each in SCRAPS)}
    return tuple(each.encode("utf-8", "surrogateescape") for each in sorted(asked | own))


def seeds() -> Iterable[bytes]:
    """Record sets that were asked for, and small ones with each piece."""
    return _seeds()


def mutated(data: bytes, random: Random, plainly: Plainly) -> bytes:
    if random.random() < 0.3:
        return plainly(data)
    for _ in range(random.choice((1, 1, 2, 4))):
        at = random.randrange(len(data) + 1)
        match random.randrange(4):
            case 0:
                data = data[:at] + data[at + random.choice((1, 1, 2, 8)) :]
            case 1:
                data = data[:at] + data[at : at + random.choice((1, 3, 12))] * 2 + data[at:]
            case 2:
                donor = random.choice(_seeds())
                start = random.randrange(len(donor) + 1)
                data = data[:at] + donor[start : start + random.choice((2, 6, 30))] + data[at:]
            case _:
                data = data[:at] + random.choice(SCRAPS).encode() + data[at:]
    return data


# Trying.


def run(data: bytes) -> tuple[RecordSet | None, str]:
    """Read one input, and check it as a client does; return what it is, or why it is nothing."""
    text = data.decode("utf-8", "surrogateescape")
    found = _outcome(RecordSet.parse, text)
    sent = _outcome(RecordSet.as_argument, text, without=WITHOUT)
    check(text, found, sent)
    return (found, "") if isinstance(found, RecordSet) else (None, _kind(found))


def marks(data: bytes) -> set[object]:
    """Try an input, and say what sort it is of; one of each sort is kept."""
    found, why = run(data)
    return {(found is None, why)}


def _kind(error: object) -> str:
    """A refusal without what is particular to its text."""
    return str(error).rpartition(":")[2].partition(",")[0][:60]


def _outcome(call: Any, *arguments: Any, **named: Any) -> Any:
    try:
        return call(*arguments, **named)
    except astrowire.RequestInvalid as error:
        return error


def check(text: str, found: object, sent: object) -> None:
    """Complain unless it is a record set, written and read as the same, or refused in bounded words."""
    if isinstance(found, RecordSet) and RecordSet.parse(str(found)) != found:
        raise Finding(f"{text!r:.200} is written {str(found)!r:.200} and read as something else")
    if sent is not None and isinstance(found, astrowire.RequestInvalid) and isinstance(sent, str):
        raise Finding(f"{text!r:.200} is refused and sent all the same")
    for each in (found, sent):
        if isinstance(each, astrowire.RequestInvalid) and not (
            str(each).replace("\n", "").isprintable() and len(str(each)) < 2000
        ):
            raise Finding(f"{str(each)!r:.300} is no message for people")
