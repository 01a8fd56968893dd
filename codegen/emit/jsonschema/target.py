"""Files of the target: two documents for each operation, one for each JSON-RPC service."""

from __future__ import annotations

import json

from codegen import ir
from codegen.emit import Assets
from codegen.emit.jsonschema.shapes import Schema, envelope_schema, request_schema, response_schema
from codegen.literals import is_hidden


def emit(package: ir.Package, assets: Assets) -> dict[str, str | bytes]:
    """``jsonschema/<service>/<operation>.request.json`` and so on."""
    del assets
    files: dict[str, str | bytes] = {}
    for service in package.services:
        folder = f"jsonschema/{service.name}"
        for operation in service.operations:
            files[f"{folder}/{operation.name}.request.json"] = dumped(request_schema(service, operation))
            files[f"{folder}/{operation.name}.response.json"] = dumped(response_schema(service, operation))
        if isinstance(service.transport, ir.JsonRpc):
            files[f"{folder}/envelope.json"] = dumped(envelope_schema(service))
    return files


def dumped(schema: Schema) -> str:
    """JSON for people: indented, in the order of the description, invisible characters escaped."""
    text = json.dumps(schema, indent=2, ensure_ascii=False)
    if not (text.isascii() and "\x7f" not in text):
        text = "".join(_escaped(character) for character in text)
    return text + "\n"


def _escaped(character: str) -> str:
    if character == "\n" or not is_hidden(character):
        return character
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
