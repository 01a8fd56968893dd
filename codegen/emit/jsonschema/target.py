"""Files of the target: two documents for each operation, one for each JSON-RPC service."""

from __future__ import annotations

import json
import re

from codegen import ir
from codegen.emit import Assets
from codegen.emit.jsonschema.shapes import Schema, envelope_schema, request_schema, response_schema

_ODD = re.compile(
    "[\u0080-\u00a0\u00ad\u0600-\u0605\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]"
)


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
    return _ODD.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n"
