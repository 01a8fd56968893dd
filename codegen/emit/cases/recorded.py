"""Recorded answers of the examples, as bodies with their verdicts."""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Final

from codegen import ir
from codegen.emit import Assets
from codegen.emit.cases.bases import Types
from codegen.emit.cases.texts import broken
from codegen.explain import is_list, is_mapping

Case = dict[str, Any]

NULL_ALONE: Final = re.compile(rb"\[\s*null\s*\]")
NO_DOCUMENT: Final = frozenset({"NotJson", "Malformed"})
REFUSED: Final = frozenset({"SchemaMismatch", "EnvelopeMismatch", "BodyTooLarge"})


def cases(service: ir.Service, operation: ir.Operation, assets: Assets) -> Iterator[Case]:
    """One case for each example that has an answer."""
    for each in operation.examples:
        if each.answer is None:
            continue
        body = assets.read(service.name, each.answer)
        case: Case = {"name": f"recorded.{each.name}", "file": f"{service.name}/{each.answer}"}
        if isinstance(service.transport, ir.JsonRpc):
            case["envelope"] = True
        if each.status != 200:
            case["status"] = each.status
        yield case | _outcome(service, operation, each.expect, body)


def _outcome(service: ir.Service, operation: ir.Operation, expect: str, body: bytes) -> Case:
    if expect in NO_DOCUMENT:
        return {"verdict": "unreadable", "error": expect}
    if expect in REFUSED:
        return {"verdict": "rejected", "error": expect}
    found: Case = {"verdict": "accepted"}
    if expect not in ("answer", "pending"):
        found["error"] = expect
    opaque = isinstance(operation.result, ir.Plain) and operation.result.body != "json"
    if not opaque and broken(operation, body.decode("utf-8", "replace")):
        found["verdict"] = "unreadable"
        return found
    return found if "error" in found else found | _value(service, operation, body)


def _value(service: ir.Service, operation: ir.Operation, body: bytes) -> Case:
    """The canonical value, where it is not the document."""
    types = Types(service, operation)
    result = operation.result
    shape = types.resolved(result.shape) if isinstance(result, ir.Plain) else None
    if isinstance(result, ir.Plain) and result.body != "json":
        return {}
    transport = service.transport
    marker = transport.packed_marker if isinstance(transport, ir.JsonRpc) else None
    is_packed = marker is not None and marker.encode() in body
    is_database = isinstance(shape, ir.Text) and shape.packed is not None
    is_sorted = isinstance(shape, ir.ListOf) and shape.ascending
    if not (is_packed or is_database or is_sorted or NULL_ALONE.search(body)):
        return {}
    value = json.loads(body)
    value = value["result"] if isinstance(transport, ir.JsonRpc) else value
    if isinstance(transport, ir.JsonRpc) and is_mapping(value) and marker in value:
        value = json.loads(unpacked(value[transport.packed_payload or ""]))
        return {"packed": True, "value": canonical(operation.result, value, types)}
    found = canonical(operation.result, value, types)
    return {} if found == value else {"value": found}


def canonical(result: ir.Plain | ir.Select, value: Any, types: Types) -> Any:
    """What decoding gives, in the words of JSON."""
    if isinstance(result, ir.Plain):
        return _canonical(result.shape, value, types)
    tag = value[result.member]
    for arm in result.arms:
        if any(type(each) is type(tag) and each == tag for each in arm.when):
            return _canonical(arm.shape, value, types)
    return _canonical(result.otherwise, value, types)


def _canonical(shape: ir.Shape, value: Any, types: Types) -> Any:
    kinds = (ir.ListOf, ir.TupleOf) if is_list(value) else (ir.MapOf, ir.Record, ir.Text)
    found = types.alternatives(shape)
    shape = next((each for each in found if isinstance(each, kinds)), found[0])
    match shape:
        case ir.Text(packed=str()) if isinstance(value, str):
            return database(value)
        case ir.ListOf() if is_list(value):
            return _canonical_list(shape, value, types)
        case ir.MapOf() if is_mapping(value):
            return {name: _canonical(shape.value, each, types) for name, each in value.items()}
        case ir.Record() if is_mapping(value):
            known = {each.wire: each.shape for each in shape.members}
            return {
                name: _canonical(known[name], each, types) if name in known else each
                for name, each in value.items()
            }
        case _:
            return value


def _canonical_list(shape: ir.ListOf, items: list[Any], types: Types) -> list[Any]:
    if shape.null_for_empty and items == [None]:
        return []
    found = [_canonical(shape.item, each, types) for each in items]
    return sorted(found) if shape.ascending else found


def unpacked(payload: str) -> bytes:
    """What base64 of gzip or zlib holds."""
    return zlib.decompress(binascii.a2b_base64(payload), wbits=47)


def database(text: str) -> Case:
    """How a packed file is told: by its size and its hash."""
    content = unpacked(text)
    return {"bytes": len(content), "sha256": sha256(content).hexdigest()}


def stored(content: bytes) -> bytes:
    """A deflate stream that is stored and not compressed, so that every library gives the same bytes."""
    size = len(content).to_bytes(2, "little")
    return b"\x01" + size + bytes(each ^ 0xFF for each in size) + content


def zlib_packed(content: bytes) -> str:
    """A file as base64 of zlib."""
    check = zlib.adler32(content).to_bytes(4, "big")
    return base64.b64encode(b"\x78\x01" + stored(content) + check).decode()


def gzip_packed(content: bytes) -> str:
    """A document as base64 of gzip."""
    check = zlib.crc32(content).to_bytes(4, "little") + len(content).to_bytes(4, "little")
    return base64.b64encode(b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + stored(content) + check).decode()
