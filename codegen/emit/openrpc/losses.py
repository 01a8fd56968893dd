"""What the page beside the documents says: how things are written, and what OpenRPC has no word for."""

from __future__ import annotations

HEAD = """\
# OpenRPC

Generated from the description; do not edit. Change the spec, then run `make generate`.

One OpenRPC 1.3 document for each JSON-RPC service.

## How it is written

- *Methods* have the names that are sent, and positions in their order. A position that is always sent
  is `required`; where the argument may be left out its schema takes null, which is what is sent then,
  unless there is a default.
- *Servers* are the addresses below which calls go. What stands behind that in the path, the method
  and the id, is in `x-astrowire-transport`.
- *Results* are described as they are once their envelope is opened and, where they are packed,
  unpacked.
- *Schemas* are JSON Schema draft 7, as OpenRPC has it, and accept what those of `jsonschema/` accept:
  tuples are lists of `items`, and a reference with a description beside it stands in `allOf`.
- *Examples* are what the examples of the description send and get, where that is small and an answer.
"""

LOSSES: tuple[tuple[str, str], ...] = (
    (
        "JSON-RPC 1.0, where an answer has `error` and `result` both",
        "`x-astrowire-transport`, `x-astrowire-envelope`",
    ),
    ("Method and id in the path", "`x-astrowire-transport`"),
    ("Positions that are all sent, null for what is not given", "`required`, and schemas that take null"),
    (
        "A text in the place of null; last positions that are left out",
        "`x-astrowire-null-as`, `x-astrowire-when-given`",
    ),
    (
        "Errors, which OpenRPC knows by numbers that this service does not promise",
        "`x-astrowire-faults`, `x-astrowire-errors`",
    ),
    ("Results that are packed; error texts that are HTML", "`x-astrowire-transport`"),
    ("Examples that end in an error", "`x-astrowire-examples`"),
    ("Answers that mean failure, or are pending", "`x-astrowire-arms`, `x-astrowire-failure`"),
    (
        "Arguments that are not sent, aliases, languages, secrets",
        "`x-astrowire-arguments`, `x-astrowire-secret`",
    ),
    ("Rules across arguments", "`x-astrowire-rules`"),
    ("What may be repeated; confirmation of what may not", "`x-astrowire-effect`, `x-astrowire-arguments`"),
    ("Slices of long calls", "`x-astrowire-batch`"),
    ("Limits of servers and of answers", "`x-astrowire-limits`, `x-astrowire-max-body`"),
    ("Keys found by halves, texts with a meaning of their own, packed databases", "members of schemas"),
    ("Environment variables", "`x-astrowire-environment`"),
    (
        "How well things are known, and from where",
        "`x-astrowire-stability`, `x-astrowire-source`, and others",
    ),
    ("Methods that are gone, or known and not described", "`x-astrowire-removed`, `x-astrowire-undescribed`"),
    ("What every recorded answer ends in", "`docs/coverage.md`"),
)
"""What OpenRPC has no word for, and how it is said."""
