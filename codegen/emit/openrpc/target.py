"""Files of the target: a document for each JSON-RPC service, and a page on what it can't say."""

from __future__ import annotations

from typing import Any

from codegen import ir
from codegen.emit import Assets
from codegen.emit.jsonschema.shapes import envelope_schema
from codegen.emit.openrpc.draft_7 import Draft7
from codegen.emit.openrpc.losses import HEAD, LOSSES
from codegen.emit.openrpc.methods import methods
from codegen.interchange.facts import service_facts
from codegen.interchange.members import members, plain
from codegen.interchange.page import files

VERSION = "1.3.2"


def emit(package: ir.Package, assets: Assets) -> dict[str, str | bytes]:
    """``openrpc/<service>.json`` for JSON-RPC services, and ``openrpc/README.md``."""
    documents = {
        each.name: document(package, each, each.transport, assets)
        for each in package.services
        if isinstance(each.transport, ir.JsonRpc)
    }
    return files("openrpc", HEAD, LOSSES, documents)


def document(
    package: ir.Package, service: ir.Service, transport: ir.JsonRpc, assets: Assets
) -> dict[str, Any]:
    """The document of one service."""
    components = Draft7(service)
    found = list(methods(service, components, assets))
    envelope = envelope_schema(service)
    del envelope["$schema"], envelope["$id"]
    return {
        "openrpc": VERSION,
        "info": {
            "title": service.name,
            "version": package.version,
            "description": "\n\n".join(filter(None, [service.note.summary, service.note.doc.rstrip("\n")])),
            **plain(license=package.license and {"name": package.license}),
        },
        "servers": [_server(each, transport) for each in service.servers],
        "methods": found,
        "components": {"schemas": components.schemas},
        **members(transport=_transport(transport), envelope=envelope),
        **service_facts(package, service),
    }


def _server(server: ir.Server, transport: ir.JsonRpc) -> dict[str, Any]:
    return {
        "name": server.id,
        "url": server.base_url + transport.path,
        "summary": f"{server.title}: {server.note.summary}",
        **plain(description=server.note.doc.rstrip("\n")),
    }


def _transport(transport: ir.JsonRpc) -> dict[str, Any]:
    return plain(
        kind="json-rpc",
        version=transport.version,
        path=transport.path,
        address=f"{{base_url}}{transport.path}{{method}}/{{id}}/",
        fault=transport.fault,
        packed=plain(marker=transport.packed_marker, payload=transport.packed_payload),
        html_escaped=transport.html_escaped,
    )
