"""The CRDS side of the stand-in: one server per observatory, its methods, checks and error texts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..exchange import NOT_FOUND, Answer, Request
from ..recording import Recording
from .checks import INSTRUMENTS
from .server import Server

_PATH = re.compile(r"/crds/([a-z]+)/json/.*")


class Crds:
    """The CRDS servers of all observatories over one set of recordings."""

    name = "crds"
    secrets: frozenset[str] = frozenset()

    def __init__(self, recordings: Iterable[Recording]) -> None:
        kept = list(recordings)
        self._servers = {observatory: Server(observatory, kept) for observatory in INSTRUMENTS}

    def base(self, server: str | None) -> str:
        """The path of one observatory's server."""
        key = (server or "").lower()
        if key not in self._servers:
            raise ValueError(f"the stand-in has no CRDS server {server!r}; it has {', '.join(self._servers)}")
        return f"/crds/{key}/"

    def answer(self, request: Request) -> Answer | None:
        if not request.path.startswith("/crds/"):
            return None
        found = _PATH.fullmatch(request.path)
        server = self._servers.get(found.group(1)) if found else None
        return server.answer(request) if server else Answer(NOT_FOUND)
