"""What an operation sends for the arguments of an example, written from the description alone.

The client has its own way from arguments to bytes; a test holds that both give the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import quote, urlsplit

from codegen import ir

Arguments = Mapping[str, Any]
Types = Mapping[str, ir.TypeDef]


@dataclass(frozen=True, slots=True)
class Request:
    """A request: ``pairs`` of a CGI query, ``body`` of a JSON-RPC call."""

    method: str
    address: str
    """Without a query."""
    pairs: tuple[tuple[str, str], ...] = ()
    files: frozenset[str] = frozenset()
    """Members that are uploaded as files."""
    body: str = ""

    @property
    def query(self) -> str:
        """The members of the query, encoded."""
        return "&".join(f"{_quoted(name)}={_quoted(text)}" for name, text in self.pairs)

    @property
    def url(self) -> str:
        """The whole address."""
        return f"{self.address}?{self.query}" if self.method == "GET" and self.pairs else self.address

    @property
    def head(self) -> tuple[str, str]:
        """The first line, and the host."""
        parts = urlsplit(self.url)
        path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        return f"{self.method} {path} HTTP/1.1", parts.netloc


def request(service: ir.Service, operation: ir.Operation, example: ir.Example) -> Request:
    """The request of an example."""
    server = next(each for each in service.servers if each.id == example.server)
    arguments = _filled(operation, dict(example.arguments))
    if isinstance(service.transport, ir.JsonRpc):
        return _call(service.transport, operation, server, arguments)
    return _query(
        operation, server, arguments, {each.name: each for each in (*service.types, *operation.types)}
    )


def program(server: ir.Server, endpoint: str) -> str:
    """Where a program is: below the base URL, or below the host if its path begins with a slash."""
    path = dict(server.endpoints)[endpoint]
    if not path.startswith("/"):
        return server.base_url + path
    scheme, _, rest = server.base_url.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}{path}"


def method_url(protocol: ir.JsonRpc, server: ir.Server, method: str, call_id: str) -> str:
    """Where a call goes; the server believes the body, the path is for its log."""
    return f"{server.base_url}{protocol.path}{method}/{call_id}/"


def _call(
    protocol: ir.JsonRpc, operation: ir.Operation, server: ir.Server, arguments: dict[str, Any]
) -> Request:
    sent = list(operation.params)
    while sent and sent[-1].when_given and arguments[sent[-1].argument] is None:
        sent.pop()
    values = [each.null_as if arguments[each.argument] is None else arguments[each.argument] for each in sent]
    body = {"jsonrpc": protocol.version, "method": operation.endpoint, "params": values, "id": 1}
    address = method_url(protocol, server, _quoted(operation.endpoint), "1")
    return Request("POST", address, body=json.dumps(body, ensure_ascii=False, separators=(",", ":")))


def _query(operation: ir.Operation, server: ir.Server, arguments: dict[str, Any], types: Types) -> Request:
    for member in operation.query:
        _settle(member, arguments, types)
    written = [(each.name, _written(each, arguments, dict(server.settings))) for each in operation.query]
    pairs = tuple((name, text) for name, text in written if text is not None)
    files = frozenset(each.name for each in operation.query if each.codec == "file") & dict(pairs).keys()
    found = Request("GET", program(server, operation.endpoint), pairs, frozenset(files))
    too_long = operation.post_over is not None and len(found.url) > operation.post_over
    return Request("POST", found.address, pairs, found.files) if too_long or files else found


def _filled(operation: ir.Operation, given: Arguments) -> dict[str, Any]:
    """All arguments, those that are not given with their defaults."""
    found = {each.name: given.get(each.name) for each in operation.parameters}
    return {
        each.name: each.default if found[each.name] is None else found[each.name]
        for each in operation.parameters
    }


def _settle(member: ir.QueryMember, arguments: dict[str, Any], types: Types) -> None:
    """Brings the arguments of a member to their one spelling."""
    name = member.argument or ""
    value = arguments.get(name)
    if member.codec in ("lower", "options") and isinstance(value, str):
        arguments[name] = value = value.lower()
    if value is None and member.default is not None:
        arguments[name] = _default(member.default, arguments)
    if member.companion is not None and value in member.only_for:
        given: Arguments = arguments.get(member.companion) or {}
        filled = {each.name: _spelled(given.get(each.name), each, types) for each in member.options}
        arguments[member.companion] = {key: each for key, each in filled.items() if each is not None}


def _spelled(value: Any, option: ir.OptionField, types: Types) -> Any:
    """The value of an option: by default, or a word as the description spells it."""
    if not isinstance(value, str):
        return option.default if value is None else value
    shape = option.shape
    while isinstance(shape, ir.Ref):
        shape = types[shape.name].shape
    listed = shape.values if isinstance(shape, ir.Constants) else ()
    return next((each for each in listed if str(each).lower() == value.lower()), value)


def _default(default: ir.DefaultBefore | ir.DefaultByCase, arguments: Arguments) -> str | None:
    other = arguments.get(default.argument)
    if isinstance(default, ir.DefaultBefore):
        return other.partition(default.separator)[0] if isinstance(other, str) else None
    return dict(default.cases).get(str(other).lower(), default.otherwise)


def _written(member: ir.QueryMember, arguments: Arguments, settings: Mapping[str, str]) -> str | None:
    """The text of a member, or ``None`` where nothing is sent."""
    if member.value is not None or member.setting is not None:
        return member.value if member.setting is None else settings.get(member.setting)
    value = arguments.get(member.argument or "")
    if member.codec == "steps":
        return _steps(arguments.get(member.companion or ""), value or {})
    return None if value is None or value is False else _one(member, value, arguments)


def _one(member: ir.QueryMember, value: Any, arguments: Arguments) -> str | None:
    match member.codec:
        case "words":
            return ",".join(value.replace(",", " ").split() if isinstance(value, str) else value)
        case "integers":
            return ",".join(map(str, value))
        case "flag":
            return "1" if value else None
        case "percent":
            return _quoted(value)
        case "json":
            return json.dumps(value, separators=(",", ":"))
        case "options":
            values: Arguments = arguments.get(member.companion or "") or {}
            given = [each for each in member.options if values.get(each.name) is not None]
            return ",".join([value, *(f"{each.wire}={_printed(values[each.name])}" for each in given)])
        case _:
            return _printed(value)


def _steps(limit: Any, steps: Mapping[str, Arguments]) -> str:
    parts = [f"n={limit or 0}"]
    for step, options in steps.items():
        parts.append(",".join([step, *(f"{name}={_printed(value)}" for name, value in options.items())]))
    return "|".join(parts)


def _printed(value: Any) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        short = f"{value:g}"
        return short if float(short) == value else repr(value)
    return str(cast("object", value))


def _quoted(text: str) -> str:
    return quote(text, safe="")
