"""The page of errors: the whole tree, what each class means, and what may be sent again."""

from __future__ import annotations

from collections.abc import Iterator

from codegen import ir

from .answers import error_names
from .failures import FAILURES
from .markdown import blocks, bullets, code, fence, paragraph, prose

HEAD = """\
# Errors

Generated from the description; do not edit. Change the spec, then run `make generate`.

Every failure of a call is an exception below `AstrowireError`, and no exception of another library gets out.
The class says what to do:

| what happened | class | was it sent? |
| --- | --- | --- |
| arguments or settings are wrong | [`RequestInvalid`](#requestinvalid), [`ConfigError`](#configerror) | no |
| the network failed | [`NotSent`](#notsent), [`TlsError`](#tlserror) | no |
| the network failed on the way | [`Ambiguous`](#ambiguous) | perhaps |
| time is over | [`DeadlineExceeded`](#deadlineexceeded) | perhaps |
| the web server refused | [`HttpStatusError`](#httpstatuserror) and below | yes |
| the answer is none | [`ResponseError`](#responseerror) and below | yes |
| the service says no | [`RemoteError`](#remoteerror) and below | yes, and understood |

"""

FACTS = """\
## What every error carries

| attribute | what |
| --- | --- |
| `message` | what was wrong, where, and what to do |
| `operation` | such as `service.operation` |
| `request` | the request in short, without secrets |
| `status` | the HTTP status, when there was an answer |
| `excerpt` | the beginning of the body, made printable |
| `retry_safe` | true: sending the same request again can do no harm |
| `cause` | the exception underneath, of whatever library |

`RequestInvalid` and `SchemaMismatch` have `problems`, each with a JSON pointer, a rule and a message.
`RemoteError` has `answer`, the validated answer that means failure.

## What may be sent again

`retry_safe` is true when nothing reached the server, or when the operation only reads (effect `read` or
`bulk`). The client does not wait for you: within `attempts=` and `deadline=` it sends again by itself what
may be sent again, after a pause. An error that you see is what was left in the end.

| effect | after a broken exchange |
| --- | --- |
| `read`, `bulk` | sent again, after a pause that grows |
| `dedup` | the identical request once more, after 5 seconds: the server knows it again |
| `read-once`, `write` | never sent again, unless nothing was sent |

"""


def page(package: ir.Package) -> str:
    """``errors.md``."""
    parts = [HEAD, FACTS, "## The tree\n\n", fence("text", "\n".join(_tree(package))), "\n## Classes\n"]
    parts += [part for name in FAILURES for part in _failure(name)]
    return "".join([*parts, *(part for service in package.services for part in _service(service))])


def _tree(package: ir.Package, name: str = "AstrowireError", indent: str = "") -> Iterator[str]:
    yield f"{indent}{name}"
    below = indent + "  "
    for each, failure in FAILURES.items():
        if failure.parent == name:
            yield from _tree(package, each, below)
    if name == "RemoteError":
        for service in package.services:
            yield from (f"{below}{service.name}.{each.name}" for each in service.errors)


def _failure(name: str) -> Iterator[str]:
    failure = FAILURES[name]
    yield f"\n### {code(name)}\n\n"
    parent = "" if failure.parent is None else f" Below [{code(failure.parent)}](#{failure.parent.lower()})."
    repeats = " Repeated by the client where the effect allows it." if failure.repeats else ""
    yield paragraph(f"{failure.means}{parent}")
    yield f"\n{paragraph(f'{failure.advice}{repeats}')}"


def _service(service: ir.Service) -> Iterator[str]:
    yield f"\n## Errors of {service.name}\n\n"
    yield "All below [`RemoteError`](#remoteerror).\n"
    for each in service.errors:
        yield f"\n### {code(each.name)} ({service.name})\n\n"
        yield paragraph(prose(each.note.summary))
        if each.note.doc:
            yield f"\n{blocks(each.note.doc)}"
        found = [f"{code(extract.name)}: {prose(extract.note.summary)}" for extract in each.extract]
        if found:
            yield f"\nIt has, read from its text:\n\n{bullets(found)}"
        raising = [
            f"[{code(operation.name)}]({service.name}/{operation.name}.md)"
            for operation in service.operations
            if each.name in error_names(service, operation)
        ]
        if len(raising) == len(service.operations) > 1:
            yield "\nAny operation can raise it.\n"
        elif raising:
            yield "\n" + paragraph("Raised by " + ", ".join(raising) + ".")
