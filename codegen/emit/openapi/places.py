"""Where operations are: paths, and the servers that paths are joined to.

OpenAPI has one operation for a path and a method, and joins every path to every server. A path here is
that of the endpoint at the first server that has it: below the base URL, or below the host where the
description says so. Where several operations share it, each is told apart by a fragment
(``/jsoc_info#rs_list``), which clients do not send. A server where the endpoint is called otherwise is
not among the path's servers.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from codegen import ir


@dataclass(frozen=True, slots=True)
class Place:
    """Where one operation is."""

    path: str
    """The key among the paths."""
    servers: tuple[str, ...]
    """URLs that the path is joined to."""
    urls: tuple[tuple[str, str], ...]
    """The whole URL by server."""

    @property
    def reached(self) -> tuple[str, ...]:
        """The ids of the servers where the endpoint is what the path says."""
        path = self.path.partition("#")[0]
        return tuple(server for server, url in self.urls if url.endswith(path))


def roots(service: ir.Service) -> tuple[str, ...]:
    """The base URLs, without the slash at their end, each once; the default server's first."""
    return tuple(
        dict.fromkeys(each.base_url.removesuffix("/") for each in _by_rank(service, service.servers))
    )


def places(service: ir.Service) -> dict[str, Place]:
    """Where each operation is, by its name."""
    bare = {each.name: _place(service, each) for each in service.operations}
    shared = Counter(each.path for each in bare.values())
    return {
        name: place if shared[place.path] == 1 else Place(f"{place.path}#{name}", place.servers, place.urls)
        for name, place in bare.items()
    }


def _place(service: ir.Service, operation: ir.Operation) -> Place:
    offering = _by_rank(service, service.offering(operation.endpoint))
    urls = {each.id: _url(each, operation.endpoint) for each in offering}
    path = dict(offering[0].endpoints)[operation.endpoint]
    key = path if path.startswith("/") else f"/{path}"
    servers = dict.fromkeys(url.removesuffix(key) for url in urls.values() if url.endswith(key))
    return Place(key, tuple(servers), tuple(urls.items()))


def _by_rank(service: ir.Service, servers: tuple[ir.Server, ...]) -> list[ir.Server]:
    """The default server first, the others in the order of the description."""
    return sorted(servers, key=lambda each: each.id != service.default_server)


def _url(server: ir.Server, endpoint: str) -> str:
    path = dict(server.endpoints)[endpoint]
    if not path.startswith("/"):
        return server.base_url + path
    scheme, _, rest = server.base_url.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}{path}"
