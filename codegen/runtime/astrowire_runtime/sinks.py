"""What takes a body piece by piece, in place of memory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class Sink(Protocol):
    """Takes the body of the answer to one request, which may be sent several times."""

    def headers(self) -> Mapping[str, str]:
        """Return what the request is to say beside its own headers, when it is sent now."""
        ...

    def takes(self, status: int, headers: Mapping[str, str]) -> bool:
        """Say whether this body belongs here; one that does not is read like any other.

        Raises
        ------
        AstrowireError
            It is none that could be used.
        """
        ...

    def write(self, piece: bytes) -> None:
        """Take the next piece.

        Raises
        ------
        AstrowireError
            It can't be kept, or is more than there may be.
        """
        ...
