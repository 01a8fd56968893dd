"""Files of the target: two documents for each operation, a bundle of each service, and an index."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from codegen import ir
from codegen.emit import Assets
from codegen.emit.jsonschema.examples import of_request, of_response
from codegen.emit.jsonschema.shapes import DRAFT, Schema, envelope_schema, request_schema, response_schema
from codegen.literals import is_hidden

README: Final = Path(__file__).resolve().parent / "README.md"


def emit(package: ir.Package, assets: Assets) -> dict[str, str | bytes]:
    """``jsonschema/<service>/<operation>.request.json`` and so on, and what leads there."""
    found = {service.name: dict(_documents(service, assets)) for service in package.services}
    texts = {
        f"jsonschema/{service}/{name}.json": dumped(schema)
        for service, schemas in found.items()
        for name, schema in schemas.items()
    }
    files: dict[str, str | bytes] = {**texts}
    for service in package.services:
        files[f"jsonschema/{service.name}.bundle.json"] = bundle(service, found[service.name], texts)
    files["jsonschema/index.json"] = dumped(index(package, found))
    files["jsonschema/README.md"] = readme(package, found)
    return files


def _documents(service: ir.Service, assets: Assets) -> Iterator[tuple[str, Schema]]:
    """The documents of a service by their names, which are their paths without ``.json``."""
    for operation in service.operations:
        request = request_schema(service, operation)
        yield f"{operation.name}.request", _with(request, of_request(operation))
        response = response_schema(service, operation)
        yield f"{operation.name}.response", _with(response, of_response(service, operation, assets))
    if isinstance(service.transport, ir.JsonRpc):
        yield "envelope", envelope_schema(service)


def _with(schema: Schema, found: list[Any]) -> Schema:
    """A schema with its examples, which stand before the definitions."""
    if not found:
        return schema
    definitions = schema.pop("$defs", None)
    schema["examples"] = found
    return schema if definitions is None else schema | {"$defs": definitions}


def bundle(service: ir.Service, schemas: Mapping[str, Schema], texts: Mapping[str, str]) -> str:
    """All documents of a service in one: each is found by its own ``$id``.

    ``texts``: the documents as they are written, by path; nothing is written out twice.
    """
    head = dumped(
        {
            "$schema": DRAFT,
            "$id": f"urn:{service.name}:bundle",
            "title": f"{service.name}, all schemas",
            "description": "Refer to a schema by its $id; this document itself says nothing of a value.",
        }
    )
    members = [
        f"    {json.dumps(schema['$id'])}: {_indented(texts[f'jsonschema/{service.name}/{name}.json'])}"
        for name, schema in schemas.items()
    ]
    return head.removesuffix("\n}\n") + ',\n  "$defs": {\n' + ",\n".join(members) + "\n  }\n}\n"


def _indented(text: str) -> str:
    """A document as a member two levels down; texts in JSON have no line breaks of their own."""
    return text.rstrip("\n").replace("\n", "\n    ")


def index(package: ir.Package, schemas: Mapping[str, Mapping[str, Schema]]) -> dict[str, Any]:
    """What there is: the files of every operation, and what they are called inside."""
    return {
        "package": package.name,
        "version": package.version,
        "services": [_service(service, schemas[service.name]) for service in package.services],
    }


def _service(service: ir.Service, schemas: Mapping[str, Schema]) -> dict[str, Any]:
    said: dict[str, Any] = {
        "service": service.name,
        "title": service.note.summary,
        "bundle": {"file": f"{service.name}.bundle.json", "id": f"urn:{service.name}:bundle"},
    }
    if "envelope" in schemas:
        said["envelope"] = _entry(service, "envelope", schemas)
    said["operations"] = [_operation(service, each, schemas) for each in service.operations]
    return said


def _operation(service: ir.Service, operation: ir.Operation, schemas: Mapping[str, Schema]) -> dict[str, Any]:
    said: dict[str, Any] = {
        "operation": operation.name,
        "title": operation.note.summary,
        "stability": operation.stability,
    }
    if operation.deprecated is not None:
        said["deprecated"] = operation.deprecated
    if isinstance(operation.result, ir.Plain) and operation.result.body != "json":
        said["body"] = operation.result.body
    return said | {
        side: _entry(service, f"{operation.name}.{side}", schemas) for side in ("request", "response")
    }


def _entry(service: ir.Service, name: str, schemas: Mapping[str, Schema]) -> dict[str, Any]:
    schema = schemas[name]
    return {"file": f"{service.name}/{name}.json", "id": schema["$id"], "title": schema["title"]}


def readme(package: ir.Package, schemas: Mapping[str, Mapping[str, Schema]]) -> str:
    """How to validate in five languages, shown by one schema of this package whose answers are objects."""
    places = [(service.name, each.name) for service in package.services for each in service.operations]
    examples = {place: schemas[place[0]][f"{place[1]}.response"].get("examples", ()) for place in places}
    shown = [place for place in places if any(isinstance(each, dict) for each in examples[place])]
    service, operation = (shown or places)[0]
    text = README.read_text(encoding="utf-8")
    return text.replace("SERVICE", service).replace("OPERATION", operation)


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
