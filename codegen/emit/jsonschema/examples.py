"""Examples beside a schema: small recorded answers, and the arguments of calls.

They are notes for people and tools, and only files of this target have them: in the
Python package they would be weight without use.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode
from collections.abc import Iterator
from typing import Any, Final, cast

from codegen import ir
from codegen.emit import Assets

SMALL: Final = 1000
"""Characters, without blanks, of the longest example that is shown."""
MOST: Final = 4
LARGE: Final = 4 * SMALL
"""Bytes of a recorded body that is not even read as JSON."""


def of_request(operation: ir.Operation) -> list[Any]:
    """The arguments of the operation's examples, each once."""
    return _chosen(dict(each.arguments) for each in operation.examples)


def of_response(service: ir.Service, operation: ir.Operation, assets: Assets) -> list[Any]:
    """Recorded answers that are documents, the shortest of each outcome.

    Of a JSON-RPC service the document is the unpacked result; an error there, a body that is
    known to be broken, and one that is refused is none.
    """
    if isinstance(operation.result, ir.Plain) and operation.result.body != "json":
        return []
    outcomes = {"answer", "pending", *(each.name for each in service.errors)}
    found: dict[str, list[Any]] = {}
    for each in operation.examples:
        if each.answer is None or each.expect not in outcomes:
            continue
        body = assets.read(service.name, each.answer)
        if len(body) <= LARGE:
            found.setdefault(each.expect, []).extend(_document(service, body))
    return _chosen(min(each, key=_size) for each in found.values() if each)


def _chosen(values: Iterator[Any]) -> list[Any]:
    """The first few that are small, without repetitions."""
    different = {_text(each): each for each in values}
    return [each for text, each in different.items() if len(text) <= SMALL][:MOST]


def _document(service: ir.Service, body: bytes) -> Iterator[Any]:
    """The document that a body holds, if it holds one."""
    transport = service.transport
    charset = transport.charset if isinstance(transport, ir.Cgi) else "utf-8"
    try:
        value = json.loads(_decoded(body, charset))
        if isinstance(transport, ir.Cgi):
            yield value
        elif isinstance(value, dict) and "error" in value and value["error"] is None:
            yield _unpacked(transport, value["result"])
    except (ValueError, zlib.error):
        return


def _decoded(body: bytes, charset: str) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode(charset)


def _unpacked(transport: ir.JsonRpc, result: Any) -> Any:
    marker, payload = transport.packed_marker, transport.packed_payload
    if marker is None or payload is None or not isinstance(result, dict) or marker not in result:
        return cast(Any, result)
    packed = cast("dict[str, Any]", result)[payload]
    return json.loads(zlib.decompress(b64decode(packed), wbits=zlib.MAX_WBITS | 16))


def _text(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))


def _size(value: Any) -> int:
    return len(_text(value))
