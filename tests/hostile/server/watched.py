"""Decodes hostile answers while watching what the interpreter does; run as a program of its own.

The first round loads what decoding needs; what happens in the second is printed
as JSON. A third round, a canary, does what no answer may lead to.
"""

from __future__ import annotations

import base64
import gzip
import json
import pickle
import sys
from typing import Any

import astrowire
from astrowire import crds, drms

PICKLE = pickle.dumps(print, 0)
TEXTS = [
    "__import__('os').system('true')",
    "cos\nsystem\n(S'true'\ntR.",
    "!!python/object/apply:os.system ['true']",
    "{{7*7}}{% import os %}${jndi:ldap://127.0.0.1/x}",
    "{0.__class__.__mro__}%(x)s%n$(true)`true`;true|true",
    "=cmd|' /C calc'!A0",
    "file:///etc/passwd",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
    PICKLE.decode("latin-1"),
]
BENIGN = ("sys.", "object.", "builtins.id", "gc.", "code.__new__", "cpython.")

seen: list[str] = []
watching = False


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """The audit hook."""
    if watching and not event.startswith(BENIGN):
        seen.append(f"{event} {arguments!r:.80}")


def bodies() -> list[tuple[str, bytes]]:
    """Answers that hold such texts in every place where they may stand, and where they may not."""
    found: list[tuple[str, Any]] = []
    for text in TEXTS:
        typed = {
            "__class__": text,
            "__reduce__": ["os.system", "true"],
            "py/object": "os.system",
            "$type": text,
        }
        packed = base64.b64encode(gzip.compress(PICKLE)).decode()
        for result in (
            {"flat": text},
            typed,
            {"crds_encoded": text, "crds_payload": packed},
            {"crds_encoded": "pickle", "crds_payload": text},
            {"crds_encoded": "1.0", "crds_payload": packed},
        ):
            envelope = {"error": None, "jsonrpc": "1.0", "id": 1, "result": result}
            found.append(("get_best_references", envelope))
        found += [
            ("rs_summary", {"status": 0, "count": 1, "more": text, **typed}),
            ("rs_summary", {"status": 1, "error": text}),
            ("rs_summary", {"status": 0, "count": text}),
            ("get_default_context", {"error": {"name": text, "message": text}, "jsonrpc": "1.0", "id": 1}),
        ]
    return [(name, json.dumps(each).encode()) for name, each in found] + [("rs_summary", PICKLE)]


def decode_all() -> list[str]:
    """Decode all; return the kinds of what came of it."""
    kinds: list[str] = []
    for name, body in bodies():
        operation: Any = drms.OPERATIONS.get(name) or crds.OPERATIONS[name]
        try:
            found = operation.decode(astrowire.HttpResponse(200, {}, body))
        except astrowire.AstrowireError as error:
            found = error
        kinds.append(f"{type(found).__module__}.{type(found).__name__}")
        str(found)
        repr(found)
    return kinds


def main() -> None:
    """Watch one round."""
    global watching
    sys.addaudithook(watch)
    decode_all()
    watching = True
    kinds = decode_all()
    watching = False
    first, seen[:] = list(seen), []
    watching = True
    pickle.loads(PICKLE)
    eval("1")
    watching = False
    print(json.dumps({"seen": first, "kinds": sorted(set(kinds)), "canary": len(seen)}))


if __name__ == "__main__":
    main()
