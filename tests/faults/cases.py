"""What a case of the fault matrix is, and the ways in which calls end.

Numbers of sends stand for three operations that differ in their effect alone:
one that reads, one whose repetition the server recognises (``dedup``), and one
that writes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import astrowire

from .places import Where

EFFECTS = ("read", "dedup", "write")
PROTOCOLS = ("drms", "crds")

Kind = type[astrowire.AstrowireError] | None
"""The class of the error, None for an answer."""


@dataclass(frozen=True)
class Ending:
    """How a call ends, and how often it was sent until then."""

    kind: Kind
    sends: int


Endings = Mapping[str, Ending]
"""By effect."""


@dataclass(frozen=True, eq=False)
class Case:
    """One fault of a row.

    Attributes
    ----------
    row, fault : str
        Number of the row, and the fault in words.
    where : callable
        Where it happens.
    drms, crds : mapping or None
        The endings; None: the fault does not exist in this protocol.
    settings : mapping
        Of the client.
    real_time : bool
        The clock is the real one, and waits are real.
    max_body : int or None
        In place of the operation's own.
    reads : str
        The DRMS operation that reads; ``exp_request``, with the effect of a read, where the fault is its own.
    pointer : str or None
        The place that a schema mismatch must name.
    """

    row: str
    fault: str
    where: Where
    drms: Endings | None
    crds: Endings | None
    settings: Mapping[str, Any] = field(default_factory=dict[str, Any])
    real_time: bool = False
    max_body: int | None = None
    reads: str = "rs_summary"
    pointer: str | None = None

    def __str__(self) -> str:
        return f"{self.row} {self.fault}"

    def endings(self, protocol: str) -> Endings | None:
        """The endings in a protocol."""
        found: Endings | None = getattr(self, protocol)
        return found


@dataclass(frozen=True)
class Waiting:
    """A row, or a part of one, that no feature of today can meet."""

    row: str
    fault: str
    waits_for: str


def ending(kind: Kind, read: int, dedup: int, write: int) -> Endings:
    """The same ending, after so many sends."""
    return {"read": Ending(kind, read), "dedup": Ending(kind, dedup), "write": Ending(kind, write)}


def answered(sends: int = 1) -> Endings:
    """An answer."""
    return ending(None, sends, sends, sends)


def unsent(kind: Kind) -> Endings:
    """Nothing went out, so that all may be tried three times."""
    return ending(kind, 3, 3, 3)


def once(kind: Kind) -> Endings:
    """Sending again would not help."""
    return ending(kind, 1, 1, 1)


def passing(kind: Kind) -> Endings:
    """A read is repeated; of the others the server may have done what it was asked."""
    return ending(kind, 3, 2, 1)


def odd(kind: Kind) -> Endings:
    """As before, but a read is repeated only once."""
    return ending(kind, 2, 2, 1)


def useless(kind: Kind) -> Endings:
    """A read is not repeated, it would end the same; a recognised order is, to find out about it."""
    return ending(kind, 1, 2, 1)


def both(row: str, fault: str, where: Where, endings: Endings, **more: Any) -> Case:
    """A fault that ends the same in both protocols."""
    return Case(row, fault, where, endings, endings, **more)


def drms_only(row: str, fault: str, where: Where, endings: Endings, **more: Any) -> Case:
    """A fault of CGI programs."""
    return Case(row, fault, where, endings, None, **more)


def crds_only(row: str, fault: str, where: Where, endings: Endings, **more: Any) -> Case:
    """A fault of JSON-RPC services."""
    return Case(row, fault, where, None, endings, **more)
