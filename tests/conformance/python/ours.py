"""What our own package makes of a case: its decoder, its checker, its encoder."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

import msgspec

import astrowire
from astrowire import crds, drms
from tests.conformance.casefiles import CaseFile

PARTS = "multipart/form-data; boundary="
SERVICES: dict[str, Any] = {"drms": drms, "crds": crds}
"""The packages by service."""


def operation(file: CaseFile) -> Any:
    """The operation of a file."""
    return SERVICES[file.service].OPERATIONS[file.operation]


def body_disagreements(file: CaseFile, case: dict[str, Any], document: Any) -> Iterator[str]:
    """What decoding says otherwise than the case; ``document`` is its plain value, where it has one."""
    body = file.received(case)
    if file.is_result and not case.get("envelope"):
        body = b'{"error": null, "id": 1, "jsonrpc": "1.0", "result": ' + body + b"}"
    response = astrowire.HttpResponse(case.get("status", 200), {}, body)
    try:
        result = operation(file).decode(response)
    except astrowire.AstrowireError as error:
        yield from _raised(case, error, document)
        return
    except Exception as error:
        yield f"{error!r} left the decoder"
        return
    if "error" in case or case["verdict"] != "accepted":
        yield f"decoded to {result!r}"[:500]
        return
    value = file.value(case, document)
    yield from differences(result, value, "")


def _raised(case: dict[str, Any], error: astrowire.AstrowireError, document: Any) -> Iterator[str]:
    if type(error).__name__ != case.get("error"):
        yield f"raised {error!r}"[:500]
        return
    if isinstance(error, astrowire.SchemaMismatch) and "pointer" in case:
        found = {(each.pointer, each.rule) for each in error.problems}
        if (case["pointer"], case["rule"]) not in found:
            yield f"found problems at {sorted(found)}"
    if isinstance(error, astrowire.RemoteError) and "base" in case and case["verdict"] == "accepted":
        yield from differences(error.answer, document, "")


def differences(typed: Any, value: Any, path: str) -> Iterator[str]:
    """Where a typed result is not its canonical value."""
    match value:
        case dict():
            yield from _of_object(typed, value, path)
        case list():
            yield from _of_array(typed, value, path)
        case _ if _same(typed, value):
            return
        case _:
            yield f"{path or 'the whole'} is {typed!r} and should be {value!r}"[:500]


def _same(typed: Any, value: Any) -> bool:
    if isinstance(value, bool) or value is None:
        return typed is value
    if isinstance(value, str):
        return isinstance(typed, str) and str(typed) == value
    if isinstance(value, bytes):
        return isinstance(typed, bytes) and typed == value
    whole = isinstance(value, int) or value.is_integer()
    is_number = isinstance(typed, int | float) and not isinstance(typed, bool)
    return is_number and typed == value and (not whole or isinstance(value, float) or isinstance(typed, int))


def _of_object(typed: Any, value: Mapping[str, Any], path: str) -> Iterator[str]:
    if isinstance(typed, tuple) and len(typed) == 2 and typed[0] is True:
        typed = typed[1]  # a value that came without its [true, value]
    members = _members(typed)
    if members is None or members.keys() != value.keys():
        yield f"{path or 'the whole'} has {typed!r} and should have the members {list(value)}"[:500]
        return
    for name, each in value.items():
        yield from differences(members[name], each, f"{path}/{name}")


def _members(typed: Any) -> dict[str, Any] | None:
    """A record or a map by its names on the wire."""
    if hasattr(typed, "database"):
        return {"bytes": len(typed.database), "sha256": sha256(typed.database).hexdigest()}
    if isinstance(typed, Mapping):
        return dict(typed.items())
    if not isinstance(typed, msgspec.Struct):
        return None
    names = zip(typed.__struct_fields__, typed.__struct_encode_fields__, strict=True)
    known = {wire: getattr(typed, name) for name, wire in names}
    extras: dict[str, Any] = getattr(typed, "extras", {})
    return {name: each for name, each in known.items() if each is not msgspec.UNSET} | extras


def _of_array(typed: Any, value: Sequence[Any], path: str) -> Iterator[str]:
    if isinstance(typed, msgspec.Raw):
        typed = json.loads(bytes(typed))  # columns keep their bytes
    if not isinstance(typed, list | tuple) or len(typed) != len(value):
        yield f"{path or 'the whole'} is {typed!r} and should be {value!r}"[:500]
        return
    for index, each in enumerate(value):
        yield from differences(typed[index], each, f"{path}/{index}")


def request_disagreements(file: CaseFile, case: dict[str, Any]) -> Iterator[str]:
    """What encoding says otherwise than the case."""
    servers = SERVICES[file.service].SERVERS
    try:
        sent = operation(file).encode(case["arguments"], servers[case["server"]], **_id(case))
    except astrowire.AstrowireError as error:
        if type(error).__name__ != case.get("error"):
            yield f"raised {error!r}"[:500]
        elif "pointer" in case:
            found = {(each.pointer, each.rule) for each in getattr(error, "problems", ())}
            if (case["pointer"], case["rule"]) not in found:
                yield f"found problems at {sorted(found)}"
        return
    if "wire" not in case:
        yield f"sent {sent.method} {sent.url} {sent.body!r}"[:500]
        return
    found, wanted = _wire(sent), case["wire"]
    yield from (
        f"{name}: sent {found.get(name)!r}"[:500]
        for name in {*found, *wanted}
        if found.get(name) != wanted.get(name)
    )


def _id(case: dict[str, Any]) -> dict[str, Any]:
    return {"id": case["id"]} if "id" in case else {}


def _wire(sent: Any) -> dict[str, Any]:
    found: dict[str, Any] = {"method": sent.method, "url": sent.url, "headers": dict(sent.headers)}
    kind = found["headers"].get("Content-Type", "")
    if kind.startswith(PARTS):
        del found["headers"]["Content-Type"]
        found["parts"] = list(_parts(sent.body.decode(), kind.removeprefix(PARTS)))
    elif sent.body:
        found["body"] = sent.body.decode()
    return found


def _parts(body: str, boundary: str) -> Iterator[dict[str, Any]]:
    """The parts of a form, as a case lists them."""
    for part in body.split(f"--{boundary}")[1:-1]:
        head, _, text = part.removeprefix("\r\n").partition("\r\n\r\n")
        name = head.partition('name="')[2].partition('"')[0]
        yield {"name": name, "text": text.removesuffix("\r\n"), "file": "filename=" in head}
