"""Bodies that are no changed base document: envelopes, other charsets, no JSON at all, packed files."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any, Final

from codegen import ir
from codegen.emit.cases import scalars
from codegen.emit.cases.answers import Engine
from codegen.emit.cases.bases import Site
from codegen.emit.cases.dice import Dice
from codegen.emit.cases.recorded import database, gzip_packed, zlib_packed
from codegen.emit.cases.scalars import quoted
from codegen.emit.cases.texts import broken

Case = dict[str, Any]

ENVELOPES: Final = 5
"""Envelopes of each verdict for one operation; another one has others."""
OPAQUE: Final = 40
"""Bodies of an operation that answers with no JSON."""
DATABASES: Final = 12
PAGE: Final = 512
"""Bytes of the smallest SQLite file: one page without a table."""
LATIN: Final = "\u00e9\u00fc\u00df\u00b0"


def not_utf8(made: Engine, charset: str | None) -> Iterator[Case]:
    """A text with bytes that are no UTF-8: read in the service's charset, if it has one."""
    sites = [(base, site) for base in made.bases for site in base.sites if _is_free(site)]
    for number, (base, site) in enumerate(sites[:3]):
        text = f'{base.text[: site.start]}"x{LATIN[number]}"{base.text[site.end :]}'
        case: Case = {
            "name": f"no-utf-8.{number}",
            "base64": base64.b64encode(text.encode("latin-1")).decode(),
        }
        if charset is None:
            yield case | {"verdict": "unreadable", "error": "Malformed"}
        else:
            error = made.error_of(base, text)
            yield (
                case | {"verdict": "accepted"} | ({"error": error} if error else {"value": json.loads(text)})
            )


def _is_free(site: Site) -> bool:
    """Whether any text may stand there."""
    shape = site.chosen
    if not isinstance(shape, ir.Text) or shape.pattern is not None or shape.packed is not None:
        return False
    return (shape.min_length or 0) <= 2 and (shape.max_length is None or shape.max_length >= 2)


def envelopes(rpc: ir.JsonRpc, result: str, dice: Dice) -> Iterator[Case]:
    """Whole envelopes around a good result, and what else may arrive in its place: some for each operation.

    Parameters
    ----------
    result : str
        The text of a good result.
    """
    good = {"error": "null", "id": "1", "jsonrpc": quoted(rpc.version), "result": result}
    text = dice.pick(("no such context", "a &lt; b", "x"))
    fault = f'{{"code":500,"data":null,"message":{quoted(text)},"name":"OtherError"}}'
    bad = good | {"error": fault, "result": "null"}
    accepted = {
        "whole": (good, ""),
        "other-id": (good | {"id": dice.pick(('"abc"', "7", "null"))}, ""),
        "unknown-member": (good | {"more": "[1]"}, ""),
        "fault": (bad, rpc.fault),
        "fault-without-result": (_without(bad, "result"), rpc.fault),
        "fault-without-version": (_without(bad, "jsonrpc"), rpc.fault),
        "fault-as-text": (bad | {"error": quoted(text)}, rpc.fault),
        "fault-of-nothing": (bad | {"error": "{}"}, rpc.fault),
    }
    for name, (members, error) in dice.mixed(list(accepted.items()))[:ENVELOPES]:
        case: Case = {"name": f"envelope.{name}", "text": _object(members), "verdict": "accepted"}
        yield case | ({"error": error} if error else {})
    rejected = {
        **{f"no-{name}": _without(good, name) for name in good},
        "fault-without-id": _without(bad, "id"),
        "fault-as-text-alone": _without(bad | {"error": quoted(text)}, "result"),
        "fault-beside-result": good | {"error": fault, "result": "1"},
        "other-version": good | {"jsonrpc": '"2.0"'},
        "version-as-number": good | {"jsonrpc": "1.0"},
    }
    texts = {name: _object(members) for name, members in rejected.items()} | {"array": "[]"}
    for name, body in dice.mixed(list(texts.items()))[:ENVELOPES]:
        case = {"name": f"envelope.{name}", "text": body, "verdict": "rejected"}
        yield case | {"error": "EnvelopeMismatch"}


def _without(members: dict[str, str], name: str) -> dict[str, str]:
    return {each: value for each, value in members.items() if each != name}


def packed_results(rpc: ir.JsonRpc, results: list[str]) -> Iterator[Case]:
    """Good results as they come packed, and one that can't be unpacked."""
    if rpc.packed_marker is None or rpc.packed_payload is None:
        return
    good = {"error": "null", "id": "1", "jsonrpc": quoted(rpc.version)}
    for number, result in enumerate(results):
        inside = {rpc.packed_marker: quoted("1.0"), rpc.packed_payload: quoted(gzip_packed(result.encode()))}
        text = _object(good | {"result": _object(inside)})
        yield {
            "name": f"packed.{number}", "text": text, "verdict": "accepted", "packed": True,
            "value": json.loads(result),
        }  # fmt: skip


def _object(members: dict[str, str]) -> str:
    return "{" + ", ".join(f"{quoted(name)}: {value}" for name, value in members.items()) + "}"


def opaque(operation: ir.Operation, body: ir.Body, dice: Dice) -> Iterator[Case]:
    """Bodies of an operation whose answer is a text, or bytes: whatever arrives is one, but nothing.

    Those that are known to mean failure are accepted as such.
    """
    for case, raw in _opaque(body, dice):
        error = broken(operation, raw.decode("utf-8", "replace"))
        case["verdict"] = "accepted"
        yield case | {"error": error} if error else case
    yield {"name": "nothing.0", "text": "", "verdict": "unreadable", "error": "NotJson"}


def _opaque(body: ir.Body, dice: Dice) -> Iterator[tuple[Case, bytes]]:
    for number in range(OPAQUE):
        lines = [
            "\t".join([scalars.word(dice) for _ in range(1 + dice.below(3))])
            for _ in range(1 + dice.below(3))
        ]
        text = "\n".join(lines) + "\n" * dice.below(2)
        if not text:
            continue
        if body == "bytes":
            raw = bytes(dice.below(256) for _ in range(1 + dice.below(40)))
            yield {"name": f"bytes.{number}", "base64": base64.b64encode(raw).decode()}, raw
        elif number % 8:
            yield {"name": f"text.{number}", "text": text}, text.encode()
        else:
            raw = ("\u00e9" + text.encode("ascii", "ignore").decode()).encode("latin-1")
            case: Case = {"name": f"no-utf-8.{number}", "base64": base64.b64encode(raw).decode()}
            yield case | {"value": raw.decode("latin-1")}, raw


def databases(dice: Dice) -> Iterator[Case]:
    """The smallest SQLite databases, each with another user version."""
    for number in range(DATABASES):
        text = zlib_packed(_database(dice.below(1 << 30)))
        yield {
            "name": f"database.{number}", "text": json.dumps(text), "verdict": "accepted",
            "value": database(text),
        }  # fmt: skip
    whole = _database(1)
    for name, content in (("cut-off", whole[:300]), ("no-database", b"x" * PAGE), ("empty", b"")):
        yield {
            "name": f"database.{name}", "text": json.dumps(zlib_packed(content)), "verdict": "accepted",
            "error": "Malformed",
        }  # fmt: skip


def _database(version: int) -> bytes:
    """A SQLite file without tables; the layout is https://www.sqlite.org/fileformat.html."""
    header = bytearray(PAGE)
    header[:16] = b"SQLite format 3\0"
    header[16:18] = PAGE.to_bytes(2, "big")
    header[18:24] = bytes((1, 1, 0, 64, 32, 32))
    header[24:28] = header[92:96] = (1).to_bytes(4, "big")
    header[28:32] = (1).to_bytes(4, "big")
    header[44:48] = (4).to_bytes(4, "big")
    header[56:60] = (1).to_bytes(4, "big")
    header[60:64] = version.to_bytes(4, "big")
    header[96:100] = (3_040_000).to_bytes(4, "big")
    header[100] = 13
    header[105:107] = PAGE.to_bytes(2, "big")
    return bytes(header)
