"""Files of the target: one for each operation, and what says how they are read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from codegen import ir
from codegen.emit import Assets
from codegen.emit.cases import others, recorded
from codegen.emit.cases.answers import Bodies, Body, Engine, edited
from codegen.emit.cases.bases import Edit, Types
from codegen.emit.cases.dice import Dice
from codegen.emit.cases.requests import Calls
from codegen.emit.cases.scalars import quoted_text

HERE: Final = Path(__file__).resolve().parent
PROMISED: Final = 200
"""Bodies of each verdict; where there are fewer, the file says so."""

_line = json.JSONEncoder(separators=(", ", ": ")).encode


def emit(package: ir.Package, assets: Assets) -> dict[str, str | bytes]:
    """``cases/<service>/<operation>.json``, and ``cases/README.md`` with ``cases/case.schema.json``."""
    files: dict[str, str | bytes] = {
        "cases/README.md": (HERE / "README.md").read_text(encoding="utf-8"),
        "cases/case.schema.json": (HERE / "case.schema.json").read_text(encoding="utf-8"),
    }
    for service in package.services:
        for operation in service.operations:
            path = f"cases/{service.name}/{operation.name}.json"
            files[path] = "".join(_file(service, operation, assets))
    return files


def _file(service: ir.Service, operation: ir.Operation, assets: Assets) -> Iterator[str]:
    """The text of a file, one case a line."""
    body = operation.result.body if isinstance(operation.result, ir.Plain) else "json"
    schema = f"jsonschema/{service.name}/{operation.name}"
    head: dict[str, Any] = {
        "service": service.name,
        "operation": operation.name,
        "request_schema": f"{schema}.request.json",
        "response_schema": f"{schema}.response.json",
        "transport": "cgi" if isinstance(service.transport, ir.Cgi) else "json-rpc",
        "body": body,
        "charset": _charset(service),
    }
    documents: list[str] = []
    bodies: list[str] = [_line(each) for each in recorded.cases(service, operation, assets)]
    if body == "json":
        engine = Engine(service, operation)
        made = engine.bodies()
        few = {
            verdict: len(found)
            for verdict, found in (("accepted", made.right), ("rejected", made.wrong))
            if len(found) < PROMISED
        }
        if few:
            head["fewer"] = few
        documents = [base.text for base in made.bases]
        bodies += _made(made, _sorted_by(service, operation))
        bodies += map(_line, _others(service, operation, engine, made))
    else:
        dice = Dice(f"{service.name}.{operation.name} {body}")
        bodies += map(_line, others.opaque(operation, body, dice))
    yield "{\n"
    yield from (f"{quoted_text(name)}: {_line(value)},\n" for name, value in head.items())
    yield _lines("requests", map(_line, _numbered(Calls(service, operation).cases()))) + ",\n"
    yield _lines("documents", map(quoted_text, documents)) + ",\n"
    yield _lines("bodies", bodies) + "\n}\n"


def _charset(service: ir.Service) -> str | None:
    """What a body is read in that is no UTF-8."""
    transport = service.transport
    return transport.charset if isinstance(transport, ir.Cgi) and transport.charset != "utf-8" else None


def _numbered(cases: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Cases whose names are told apart by a number."""
    yield from (case | {"name": f"{case['name']}.{number}"} for number, case in enumerate(cases))


def _lines(name: str, lines: Iterable[str]) -> str:
    return f'"{name}": [\n' + ",\n".join(lines) + "\n]"


def _sorted_by(service: ir.Service, operation: ir.Operation) -> bool:
    """Whether users get the answer in another order than it came in."""
    result = operation.result
    shape = Types(service, operation).resolved(result.shape) if isinstance(result, ir.Plain) else None
    return isinstance(shape, ir.ListOf) and shape.ascending


def _made(made: Bodies, is_sorted: bool) -> Iterator[str]:
    """The lines of the bodies that were made from base documents."""
    number = 0
    every = {"accepted": made.right, "rejected": made.wrong, "unreadable": made.unreadable}
    for verdict, bodies in every.items():
        for body in bodies:
            base, (name, edit, pointer, rule, value_edit), error = body
            line = f'{{"name": "{name}.{number}", "base": {base}, "edits": {_edits(edit)}'
            line += f', "verdict": "{verdict}"'
            if rule:
                line += f', "pointer": {quoted_text(pointer)}, "rule": "{rule}"'
            if error:
                line += f', "error": "{error}"'
            elif value_edit is not None:
                line += f', "value_edits": {_edits(value_edit)}'
            elif is_sorted and verdict == "accepted":
                line += _in_order(made, body)
            number += 1
            yield line + "}"


def _edits(edit: Edit | None) -> str:
    return f"[[{edit[0]},{edit[1]},{quoted_text(edit[2])}]]" if edit else "[]"


def _in_order(made: Bodies, body: Body) -> str:
    """The canonical value of a list that users get sorted, where it did not come so."""
    value = json.loads(edited(made.bases[body[0]].text, body[1].edit))
    found = sorted(value)
    return "" if found == value else f', "value": {_line(found)}'


def _others(
    service: ir.Service, operation: ir.Operation, engine: Engine, made: Bodies
) -> Iterator[dict[str, Any]]:
    """Bodies that are no changed base document."""
    transport = service.transport
    if isinstance(transport, ir.Cgi):
        yield from others.not_utf8(engine, _charset(service))
        return
    yield from others.not_utf8(engine, None)
    if engine.is_packed:
        yield from others.databases(Dice(f"{service.name}.{operation.name} databases"))
    texts = [base.text for base in made.bases[:2]]
    if _sorted_by(service, operation):
        texts = [_line(sorted(json.loads(text))) for text in texts]
    dice = Dice(f"{service.name}.{operation.name} envelopes")
    if not engine.is_packed:
        for each in (*others.envelopes(transport, texts[0], dice), *others.packed_results(transport, texts)):
            yield each | {"envelope": True}
