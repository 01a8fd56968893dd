"""The first page: every operation in one table, and the index for programs that read, llms.txt."""

from __future__ import annotations

from collections.abc import Iterator

from codegen import ir

from .coverage import effect_words, server_words
from .markdown import blocks, code, paragraph, prose, table, text

HEAD = """\
Generated from the description; do not edit. Change the spec, then run `make generate`.

"""


def page(package: ir.Package) -> str:
    """``index.md``."""
    services = (
        [f"[{code(each.name)}]({each.name}/service.md)", prose(each.note.summary), str(len(each.operations))]
        for each in package.services
    )
    rows = (_row(service, each) for service in package.services for each in service.operations)
    parts = [
        f"# {package.name} {text(package.version)}\n\n",
        f"{paragraph(f'**{prose(package.note.summary)}**')}\n",
        HEAD,
        f"{blocks(package.note.doc)}\n" if package.note.doc else "",
        f"{table(['service', 'what', 'operations'], services)}\n",
        "- [Errors](errors.md): every class, what it means, and what may be sent again.\n",
        "- [Corrections](corrections.md): where documents, other clients and servers disagree.\n",
        "- [Coverage](coverage.md): what is known how well, and every recorded answer.\n\n",
        "## Operations\n\n",
        *_legend(),
        table(["operation", "what", "effect", "stability", "servers"], rows),
    ]
    return "".join(parts)


def _legend() -> Iterator[str]:
    yield (
        "*Effect* says what may be sent again: `read` and `bulk` at any time, `dedup` once, `read-once`\n"
        "and `write` never. *Stability* says how an operation is known: documented by the service, observed\n"
        "on a server, or read in a source only.\n\n"
    )


def _row(service: ir.Service, operation: ir.Operation) -> list[str]:
    what = prose(operation.note.summary)
    if operation.deprecated is not None:
        what += " *Deprecated.*"
    name = f"[{code(f'{service.name}.{operation.name}')}]({service.name}/{operation.name}.md)"
    return [name, what, effect_words(operation), operation.stability, server_words(service, operation)]


def llms(package: ir.Package) -> str:
    """``llms.txt``, in the form of llmstxt.org: a title, a summary, and sections of links with notes."""
    parts = [f"# {package.name}\n\n> {prose(package.note.summary)}\n\n"]
    if package.note.doc:
        parts.append(f"{blocks(package.note.doc)}\n")
    parts.append(
        "Every operation has one page: parameters, answers, errors, the request as it is sent, and one\n"
        "example in curl, Python and TypeScript. JSON Schemas of every request and answer are in the folder\n"
        "`jsonschema`, beside that of this file.\n\n"
        "## Overview\n\n"
        "- [All operations](index.md): one table\n"
        "- [Errors](errors.md): every class, what it means, what may be sent again\n"
    )
    for service in package.services:
        parts.append(f"\n## {service.name}\n\n")
        parts.append(
            f"- [Service {service.name}]({service.name}/service.md): {prose(service.note.summary)}\n"
        )
        parts += [
            f"- [{text(each.name)}]({service.name}/{each.name}.md): {prose(each.note.summary)}\n"
            for each in service.operations
        ]
    parts.append(
        "\n## Optional\n\n"
        "- [Corrections](corrections.md): where documents, other clients and servers disagree\n"
        "- [Coverage](coverage.md): evidence for everything, and every recorded answer\n"
    )
    return "".join(parts)
