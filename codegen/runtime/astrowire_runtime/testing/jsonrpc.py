"""The JSON-RPC library under a server: envelope, versions, notifications, batches and faults.

It knows no method by itself. What a method does is a function from positional
values to a result, given by the service.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias, cast

from .exchange import Answer, Reply, Request

CONTENT_TYPE = "application/json-rpc"
Result: TypeAlias = "object | Replay"
Call: TypeAlias = "Callable[[str, list[object]], Result]"


class Fault(Exception):
    """An error that the server reports inside the envelope; ``status`` is the HTTP status."""

    def __init__(self, name: str, text: str, code: int = 0, status: int = 200) -> None:
        super().__init__(text)
        self.name = name
        self.code = code
        self.status = status
        self.message = f"{name}: {text}"

    @property
    def error(self) -> dict[str, object]:
        """The error object of the envelope."""
        return {"name": self.name, "code": self.code, "message": self.message, "data": None}


def other_error(text: str) -> Fault:
    """Anything that went wrong in a method without being one of the server's own errors."""
    return Fault("OtherError", text, code=500)


class Replay:
    """The result of a method that was recorded: the whole envelope as bytes."""

    def __init__(self, reply: Reply, name: str) -> None:
        self.reply = reply
        self.name = name


def answer(request: Request, methods: Iterable[str], call: Call) -> Answer:
    """Read one POST body, call what it names, and wrap the outcome."""
    if request.method != "POST":
        text = "The method you are trying to access is not availble by GET requests"
        return _failed(Fault("InvalidRequestError", text, -32600, 400), None)
    try:
        asked: object = json.loads(request.body.decode("utf-8"))
    except (ValueError, RecursionError):
        return _failed(Fault("InvalidRequestError", "Invalid Request.", -32600, 400), None)
    known = list(methods)
    if isinstance(asked, list):
        return _batch(cast("list[object]", asked), known, call)
    if not isinstance(asked, dict):
        return _failed(other_error(f"argument of type '{type(asked).__name__}' is not iterable"), None)
    return _single(cast("dict[str, object]", asked), known, call)


def _batch(asked: list[object], methods: list[str], call: Call) -> Answer:
    answers = [answer_to(item, methods, call) for item in asked]
    body = b"[" + b", ".join(one.reply.body or b"null" for one in answers) + b"]"
    return Answer(Reply(200, CONTENT_TYPE, body), "batch", {"requests": asked})


def answer_to(item: object, methods: list[str], call: Call) -> Answer:
    """The answer to one request of a batch, where a notification is an invalid request."""
    if not isinstance(item, dict) or cast("dict[str, object]", item).get("id") is None:
        return _failed(Fault("InvalidRequestError", "Invalid Request.", -32600, 400), None)
    return _single(cast("dict[str, object]", item), methods, call)


def _single(asked: dict[str, object], methods: list[str], call: Call) -> Answer:
    name, version = asked.get("method"), str(asked.get("jsonrpc", "1.0"))
    understood: dict[str, object] = {"method": name, "params": asked.get("params"), "id": asked.get("id")}
    operation = name if isinstance(name, str) else ""
    if "method" not in asked:
        text = 'Request requires str:"method" and list:"params"'
        return _failed(Fault("InvalidParamsError", text, -32602), None, operation, understood)
    if operation not in methods:
        text = "Method not found. Available methods: " + "\n".join(methods)
        return _failed(Fault("MethodNotFoundError", text, -32601, 404), None, operation, understood)
    if version not in ("1.0", "1.1", "2.0"):
        fault = Fault("InvalidRequestError", f"JSON-RPC version {version} not supported.", -32600, 400)
        return _failed(fault, None, operation, understood)
    number = asked.get("id")
    try:
        outcome = call(operation, _positions(operation, asked.get("params", [])))
    except Fault as fault:
        return _failed(fault, number, operation, understood, version)
    if number is None:
        return Answer(Reply(204, CONTENT_TYPE, b""), operation, understood)
    if isinstance(outcome, Replay):
        body = with_id(outcome.reply.body, number)
        reply = Reply(outcome.reply.status, outcome.reply.content_type, body)
        return Answer(reply, operation, understood, outcome.name)
    return Answer(_reply(200, version, number, None, outcome), operation, understood)


def _positions(method: str, params: object) -> list[object]:
    """Version 1.0 spreads whatever ``params`` is over the positions: of an object that means its names."""
    if isinstance(params, list):
        return cast("list[object]", params)
    if isinstance(params, (dict, str)):
        return list(cast("Iterable[object]", params))
    raise other_error(f"{method}() argument after * must be an iterable, not {type(params).__name__}")


def _failed(
    fault: Fault,
    number: object,
    operation: str = "",
    understood: Mapping[str, object] | None = None,
    version: str = "1.0",
) -> Answer:
    return Answer(_reply(fault.status, version, number, fault.error, None), operation, understood or {})


def _reply(status: int, version: str, number: object, error: object, result: object) -> Reply:
    envelope: dict[str, object] = {"error": error, "jsonrpc": version, "id": number, "result": result}
    if version != "1.0":
        envelope.pop("error" if error is None else "result")
    return Reply(status, CONTENT_TYPE, json.dumps(envelope).encode("ascii"))


def with_id(body: bytes, number: object) -> bytes:
    """A recorded envelope with the ``id`` of this request in it; every other byte stays.

    >>> with_id(b'{"id": 1, "result": [1.50]}', "a")
    b'{"id": "a", "result": [1.50]}'
    """
    try:
        text = body.decode("utf-8")
        span = _span_of_id(text)
    except ValueError:
        return body
    if span is None:
        return body
    start, end = span
    return (text[:start] + json.dumps(number) + text[end:]).encode("utf-8")


def _span_of_id(text: str) -> tuple[int, int] | None:
    """Where the value of the last top-level member ``id`` stands; ``ValueError`` if this is no object."""
    decoder = json.JSONDecoder()
    at = _blank(text, 0)
    if text[at : at + 1] != "{":
        raise ValueError("not an object")
    found: tuple[int, int] | None = None
    at = _blank(text, at + 1)
    while text[at : at + 1] == '"':
        name, at = cast("tuple[object, int]", decoder.raw_decode(text, at))
        start = _blank(text, _blank(text, at) + 1)
        _, end = cast("tuple[object, int]", decoder.raw_decode(text, start))
        if name == "id":
            found = (start, end)
        at = _blank(text, end)
        if text[at : at + 1] == ",":
            at = _blank(text, at + 1)
    return found


def _blank(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at
