"""What goes in and out of the stand-in: one request, the answer to it, and both together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

Terms: TypeAlias = dict[str, object]
"""A request in the server's own terms: names and values after all its decoding and defaults."""


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP request as it came in; ``query`` is the raw text after the first ``?``, or ``None``."""

    method: str
    target: str
    path: str
    query: bytes | None
    headers: Mapping[str, str]
    body: bytes

    @property
    def content_type(self) -> str:
        """The media type of the body in lower case, without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class Reply:
    """One HTTP answer."""

    status: int = 200
    content_type: str = "application/json"
    body: bytes = b""


CRASH = Reply(500, "text/html", b"<h1>Internal Server Error</h1>\n")
"""What a web server says when a CGI program died or printed nothing."""

NOT_FOUND = Reply(404, "text/html", b"<h1>Not Found</h1>\n")


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply with what led to it: the operation, the request as understood, the recording used."""

    reply: Reply
    operation: str = ""
    understood: Mapping[str, object] = field(default_factory=dict[str, object])
    recording: str | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """One entry of the journal: what was asked, how it was understood, what was answered.

    ``headers`` have lower-case names. ``operation`` is empty when the request never got as far
    as an operation. ``recording`` names the recording that was replayed; ``None`` means that the
    stand-in made up the answer by the server's rules. Secrets are hidden, unless the stand-in keeps them.
    """

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes
    service: str
    operation: str
    understood: Mapping[str, object]
    recording: str | None
    status: int
    content_type: str
    answer: bytes


class Service(Protocol):
    """One protocol on the shared port."""

    @property
    def name(self) -> str:
        """The name that recordings use in ``service``."""
        ...

    @property
    def secrets(self) -> frozenset[str]:
        """The names of form members that the journal hides."""
        ...

    def base(self, server: str | None) -> str:
        """The path under which a client finds this service; ``ValueError`` for an unknown server."""
        ...

    def answer(self, request: Request) -> Answer | None:
        """The answer, or ``None`` when the path belongs to someone else."""
        ...
