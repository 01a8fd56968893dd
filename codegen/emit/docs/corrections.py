"""The page of corrections: each place where documents, peers and servers disagree, in full."""

from __future__ import annotations

from collections.abc import Iterator

from codegen import ir

from .markdown import code, prose, table

HEAD = """\
# Corrections

Generated from the description; do not edit. Change the spec, then run `make generate`.

Where the services' documents, the clients that people use, and the real servers disagree: what each says,
what was decided, and on which evidence. The pages of operations name the corrections that concern them.
"""


def page(package: ir.Package) -> str:
    """``corrections.md``."""
    return "".join([HEAD, *(part for each in package.corrections for part in _correction(each))])


def _correction(each: ir.Correction) -> Iterator[str]:
    yield f"\n## Correction {each.id}\n\n"
    where = ", ".join(f"[{code(name)}]({each.service}/{name}.md)" for name in each.operations)
    facts = [
        ["what", prose(each.title)],
        ["concerns", where or f"[{code(each.service)}]({each.service}/service.md)"],
        ["documents", prose(each.documents)],
        ["servers", prose(each.servers)],
        ["decision", prose(each.decision)],
        ["evidence", ", ".join(map(code, each.evidence))],
    ]
    yield table(["", ""], facts)
