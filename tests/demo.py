"""``python -m tests.demo``: calls every operation through the generated client, over real HTTP.

A stand-in server on a free loopback port answers with recorded bytes. Each
typed result is compared with what ``json.loads`` reads from the same bytes.
"""

from __future__ import annotations

import base64
import json
import sys
import time
import zlib
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote, urlsplit

import msgspec

import astrowire
from astrowire import crds, drms
from codegen import ir
from tests.stand_in import description, recorded, stand_in

WIDTHS = (33, 44, 42)


def main() -> int:
    """Run the demonstration; 0 only if every call gave what was expected."""
    package = description()
    started = time.perf_counter()
    failures = 0
    with stand_in(package) as server:
        clients: dict[str, Callable[[str], Any]] = {
            "drms": lambda _: drms.Client(base_url=server.url("drms")),
            "crds": lambda name: crds.Client(base_url=server.url("crds", name)),
        }
        print(f"a stand-in server answers at {server.url('drms')} and {server.url('crds', 'jwst')}\n")
        _row("operation", "wire request", "typed result", "time")
        _row(*("-" * width for width in WIDTHS), "-------")
        for service in sorted(package.services, key=lambda each: each.name, reverse=True):
            for operation in service.operations:
                failures += not _call(service, operation, clients[service.name], server)
        print("\nwrong requests, refused:")
        unknown_series = {"ds": "hmi.no_such_series"}
        unknown_file = {"pipeline_context": "jwst", "filename": "no_such.fits"}
        nothing_asked_for = {"ds": "hmi.m_720s[$]"}
        failures += not _refused(drms.SeriesError, clients["drms"](""), "series_struct", unknown_series)
        failures += not _refused(crds.CrdsFault, clients["crds"]("jwst"), "get_file_info", unknown_file)
        failures += not _refused(astrowire.RequestInvalid, clients["drms"](""), "rs_list", nothing_asked_for)
    operations = sum(len(service.operations) for service in package.services)
    verdict = "all as recorded" if not failures else f"{failures} NOT as expected"
    print(f"\n{operations} operations, {verdict}, in {time.perf_counter() - started:.2f} s")
    return 1 if failures else 0


def _call(service: ir.Service, operation: ir.Operation, client_of: Callable[[str], Any], server: Any) -> bool:
    good = [example for example in operation.examples if example.expect in {"answer", "pending"}]
    if not good:  # there are operations that every server refuses
        example = operation.examples[0]
        kind = getattr(drms, example.expect)
        return _refused(kind, client_of(example.server), operation.name, dict(example.arguments))
    example = good[0]
    expected = answer_of(service, operation, example)
    if isinstance(service.transport, ir.JsonRpc):
        expected = expected["result"]
    with client_of(example.server) as client:
        begun = time.perf_counter()
        result = getattr(client, operation.name)(**dict(example.arguments))
        elapsed = time.perf_counter() - begun
    exchange = list(server.journal)[-1]
    right = same(result, expected)
    words = _words(result) if right else f"DIFFERS from the recorded answer: {_words(result)}"
    _row(f"{service.name}.{operation.name}", _wire(exchange), words, f"{elapsed * 1e3:5.1f} ms")
    return right


def answer_of(service: ir.Service, operation: ir.Operation, example: ir.Example) -> Any:
    """The plain value of a recorded answer."""
    body = recorded(service, example)
    if isinstance(operation.result, ir.Plain) and operation.result.body != "json":
        return body if operation.result.body == "bytes" else body.decode()
    return json.loads(body.decode("utf-8", "surrogateescape"))


def _refused(kind: type[Exception], client: Any, name: str, arguments: dict[str, Any]) -> bool:
    """Make a call that must end in an error of this class, and show the error."""
    try:
        with client:
            outcome: Any = getattr(client, name)(**arguments)
    except astrowire.AstrowireError as error:
        outcome = error
    where = "by the server" if issubclass(kind, astrowire.RemoteError) else "here, unsent"
    text = " ".join(str(outcome).split())
    if type(outcome) is kind:
        print(f"  {where:14}{kind.__name__}: {text}")
        return True
    print(f"  NOT REFUSED {where}: {name}{arguments} gave {type(outcome).__name__}: {text}")
    return False


def same(typed: Any, plain: Any) -> bool:
    """Say whether a typed result holds just what the plain JSON values say."""
    if isinstance(plain, str) and hasattr(typed, "database"):
        return bool(typed.database == zlib.decompress(base64.b64decode(plain)))
    if isinstance(typed, msgspec.Struct):
        members = {
            field.encode_name: getattr(typed, field.name) for field in msgspec.structs.fields(type(typed))
        }
        present = {name: value for name, value in members.items() if value is not astrowire.UNSET}
        present |= getattr(typed, "extras", {})
        return present.keys() == plain.keys() and all(same(present[name], plain[name]) for name in plain)
    if isinstance(typed, msgspec.Raw):
        return same(json.loads(bytes(typed)), plain)
    if isinstance(typed, dict):
        return typed.keys() == plain.keys() and all(same(value, plain[key]) for key, value in typed.items())
    if isinstance(typed, tuple) and hasattr(typed, "ok") and isinstance(plain, dict):
        return bool(typed.ok) and same(typed.value, plain)
    if isinstance(typed, list | tuple):
        items = [] if plain == [None] else plain
        return len(typed) == len(items) and (all(map(same, typed, items)) or _same_sorted(typed, items))
    return typed == plain and isinstance(typed, bool) is isinstance(plain, bool)


def _same_sorted(typed: Any, items: list[Any]) -> bool:
    # The context history: newest first on the wire, oldest first for users.
    return list(typed) == sorted(typed) and all(map(same, typed, sorted(items)))


def _wire(exchange: Any) -> str:
    target = urlsplit(exchange.target)
    if exchange.method == "POST" and exchange.service == "crds":
        call = json.loads(exchange.body)
        return f"{call['method']} {json.dumps(call['params'])}"
    return unquote(
        f"{target.path.rpartition('/')[2]}?{target.query}" if target.query else target.path.rpartition("/")[2]
    )


def _words(result: Any) -> str:
    """Return a typed result in a few words."""
    if isinstance(result, msgspec.Struct):
        name = type(result).__name__
        shown: list[str] = []
        for field in msgspec.structs.fields(type(result)):
            value = getattr(result, field.name)
            if isinstance(value, list) and value:
                shown.append(f"{len(value)} {field.name}")
            elif isinstance(value, str | int) and not isinstance(value, bool):
                shown.append(f"{field.encode_name}={value!r}")
        return f"{name}: {', '.join(shown)}"
    if isinstance(result, dict):
        key, value = next(iter(result.items()), ("", ""))
        return f"{len(result)} by key, {key}: {type(value).__name__}"
    if isinstance(result, list):
        return f"{len(result)} in a list, first {result[0]!r}" if result else "an empty list"
    return repr(result)


def _row(*cells: str) -> None:
    cut = [
        cell if len(cell) <= width else cell[: width - 1] + "…"
        for cell, width in zip(cells, WIDTHS, strict=False)
    ]
    print("  ".join([*(cell.ljust(width) for cell, width in zip(cut, WIDTHS, strict=True)), cells[-1]]))


if __name__ == "__main__":
    sys.exit(main())
