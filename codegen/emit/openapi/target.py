"""Files of the target: a document for each service of CGI programs, and a page on what it can't say."""

from __future__ import annotations

from typing import Any

from codegen import ir
from codegen.emit import Assets
from codegen.emit.openapi.answers import response
from codegen.emit.openapi.losses import HEAD, LOSSES
from codegen.emit.openapi.operations import path_items
from codegen.emit.openapi.places import places, roots
from codegen.interchange.components import Components
from codegen.interchange.facts import service_facts
from codegen.interchange.members import members, plain
from codegen.interchange.page import files

VERSION = "3.1.0"


def emit(package: ir.Package, assets: Assets) -> dict[str, str | bytes]:
    """``openapi/<service>.json`` for services of CGI programs, and ``openapi/README.md``."""
    documents = {
        each.name: document(package, each, each.transport, assets)
        for each in package.services
        if isinstance(each.transport, ir.Cgi)
    }
    return files("openapi", HEAD, LOSSES, documents)


def document(package: ir.Package, service: ir.Service, transport: ir.Cgi, assets: Assets) -> dict[str, Any]:
    """The document of one service."""
    components = Components(service)
    bases, where = roots(service), places(service)
    operations = sorted(service.operations, key=lambda each: where[each.name].path)
    paths: dict[str, Any] = {}
    for each in operations:
        paths |= path_items(service, each, where[each.name], bases, components)
    responses = {each.name: response(service, each, components, assets) for each in service.operations}
    return {
        "openapi": VERSION,
        "info": {
            "title": service.name,
            "version": package.version,
            "summary": service.note.summary,
            "description": service.note.doc.rstrip("\n"),
            **plain(license=package.license and {"name": package.license, "identifier": package.license}),
        },
        "servers": [{"url": each, "description": _titles(service, each)} for each in bases],
        "tags": [{"name": service.name, "description": service.note.summary}],
        "security": [],
        "paths": paths,
        "components": {"responses": responses, "schemas": components.schemas},
        **members(transport={"kind": "cgi", "charset": transport.charset}),
        **service_facts(package, service),
    }


def _titles(service: ir.Service, base: str) -> str:
    """The titles of the servers with a base URL."""
    titles = [each.title for each in service.servers if each.base_url.removesuffix("/") == base]
    return "; ".join(titles)
