"""Recorded answers, and the shelf where the one that fits a request is found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .exchange import Reply, Terms


@dataclass(frozen=True, slots=True)
class Recording:
    """One recorded answer and the documented arguments that lead to it.

    ``arguments`` go by the documented parameter names, not by those of the wire. ``body`` is kept
    and served as bytes. ``server`` says which of a service's servers answered; empty fits all.
    """

    service: str
    operation: str
    arguments: Mapping[str, object] = field(default_factory=dict[str, object])
    status: int = 200
    content_type: str = "application/json"
    body: bytes = b""
    name: str = ""
    server: str = ""

    @property
    def reply(self) -> Reply:
        """The answer as it goes over the wire."""
        return Reply(self.status, self.content_type, self.body)

    @property
    def label(self) -> str:
        """A name for people, also for recordings that were given none."""
        return self.name or self.operation


@dataclass(frozen=True, slots=True)
class Filed:
    """A recording together with its arguments in the server's own terms."""

    recording: Recording
    terms: Terms


class Shelf:
    """Recordings by operation, found by comparing terms."""

    def __init__(self) -> None:
        self._filed: dict[str, list[Filed]] = {}

    def add(self, recording: Recording, terms: Terms) -> None:
        """File one recording; of several with equal terms the first one is served."""
        self._filed.setdefault(recording.operation, []).append(Filed(recording, terms))

    def of(self, operation: str) -> list[Filed]:
        """Every recording of an operation, in the order given."""
        return self._filed.get(operation, [])

    def find(
        self, operation: str, terms: Terms, minor: Iterable[str] = (), server: str = ""
    ) -> Recording | None:
        """The recording with exactly these terms, else one that differs only in ``minor`` terms."""
        fitting = [filed for filed in self.of(operation) if _same_server(filed.recording, server)]
        for ignored in (frozenset[str](), frozenset(minor)):
            wanted = _without(terms, ignored)
            for filed in fitting:
                if _without(filed.terms, ignored) == wanted:
                    return filed.recording
        return None


def _same_server(recording: Recording, server: str) -> bool:
    return not server or not recording.server or recording.server == server


def _without(terms: Terms, ignored: frozenset[str]) -> Terms:
    return {name: value for name, value in terms.items() if name not in ignored}
