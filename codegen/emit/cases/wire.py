"""The wire form of a call: a second, independent reading of the closed set of codecs.

Written from the dialect's own words, it shares nothing with the runtime, so that
the two can be held against each other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final, TypeAlias
from urllib.parse import quote

from codegen import ir
from codegen.emit.cases.bases import escaped
from codegen.emit.cases.judge import Complaint
from codegen.explain import is_list

Arguments: TypeAlias = dict[str, Any]
Wire: TypeAlias = dict[str, Any]

FORM: Final = "application/x-www-form-urlencoded"
ACCEPT: Final[Mapping[str, str]] = {"json": "application/json", "text": "text/plain", "bytes": "*/*"}


def canonical(operation: ir.Operation, given: Mapping[str, Any], *, emptied: bool = True) -> Arguments:
    """The arguments with everything filled in that is meant when they are not given.

    ``emptied``: what says nothing, as no steps and a limit of 0, is not given.
    """
    found: Arguments = {}
    for each in operation.parameters:
        value = given.get(each.name)
        found[each.name] = each.default if value is None else value
    for member in operation.query:
        if member.argument is not None:
            _settle(member, found, emptied)
    return found


def _settle(member: ir.QueryMember, found: Arguments, emptied: bool) -> None:
    """One member's argument in its one spelling."""
    name = member.argument or ""
    value = found[name]
    match member.codec:
        case "lower" | "options" if isinstance(value, str):
            found[name] = value.lower()
        case "words" if isinstance(value, str):
            found[name] = [each for each in re.split(r"[ \t\n\r\f\v,]+", value) if each]
        case "flag":
            found[name] = bool(value)
        case "steps" if emptied:
            found[name] = value or None
            found[member.companion or ""] = found[member.companion or ""] or None
        case _:
            pass
    if found[name] is None and member.default is not None:
        found[name] = _default(member.default, found)
    if member.codec == "options" and found[name] in member.only_for:
        options: Arguments = found[member.companion or ""] or {}
        filled = {each.name: options.get(each.name) for each in member.options}
        found[member.companion or ""] = {
            each.name: each.default if filled[each.name] is None else filled[each.name]
            for each in member.options
        }


def _default(default: ir.DefaultBefore | ir.DefaultByCase, found: Arguments) -> Any:
    other = found.get(default.argument)
    if isinstance(default, ir.DefaultBefore):
        return other.partition(default.separator)[0] if isinstance(other, str) else None
    cases = dict(default.cases)
    return cases.get(other.lower() if isinstance(other, str) else "", default.otherwise)


def broken_rule(operation: ir.Operation, found: Arguments) -> Complaint | None:
    """The first rule between arguments that does not hold; the arguments are canonical."""
    for rule in operation.rules:
        complaint = _broken(rule, found)
        if complaint is not None:
            return complaint
    return None


def _broken(rule: ir.Rule, found: Arguments) -> Complaint | None:
    match rule:
        case ir.AtLeastOneOf(arguments):
            return None if any(found[each] is not None for each in arguments) else ("", "at_least_one_of")
        case ir.AtMostOneOf(arguments):
            given = [each for each in arguments if found[each] is not None]
            return (f"/{given[-1]}", "at_most_one_of") if len(given) > 1 else None
        case ir.GoesWith(argument, other):
            return (
                (f"/{argument}", "goes_with")
                if found[argument] is not None and found[other] is None
                else None
            )
        case ir.Never(argument, word, _):
            value = found[argument]
            several: list[Any] = value if is_list(value) else [value]
            holds = any(isinstance(each, str) and word.lower() in each.lower() for each in several)
            return (f"/{argument}", "never") if holds else None
        case ir.Needs(argument, value, other, values, _):
            given = found[argument]
            is_meant = given is not None and (value is None or given == value)
            return (f"/{argument}", "needs") if is_meant and found[other] not in values else None


def bad_name(operation: ir.Operation, found: Arguments) -> Complaint | None:
    """Something that a codec could not give back and that no keyword of a schema tells."""
    for member in operation.query:
        if member.codec == "steps":
            steps: Mapping[str, Arguments] = found[member.argument or ""] or {}
            for step, options in steps.items():
                for name in options:
                    if re.search("[|,=]", name):
                        return (f"/{member.argument}/{escaped(step)}/{escaped(name)}", "steps")
    return None


def cgi_request(operation: ir.Operation, server: ir.Server, found: Arguments) -> Wire:
    """The request of a CGI program, exactly."""
    pairs: list[tuple[str, str]] = []
    files: set[str] = set()
    settings = dict(server.settings)
    for member in operation.query:
        text = _member_text(member, settings, found)
        if text is not None:
            pairs.append((member.name, text))
            files |= {member.name} if member.codec == "file" else set()
    url = _program(server.base_url, dict(server.endpoints)[operation.endpoint])
    body = operation.result.body if isinstance(operation.result, ir.Plain) else "json"
    headers = {"Accept": ACCEPT[body]}
    if files:
        parts = [{"name": name, "text": text, "file": name in files} for name, text in pairs]
        return {"method": "POST", "url": url, "headers": headers, "parts": parts}
    query = "&".join(f"{quote(name, safe='')}={quote(text, safe='')}" for name, text in pairs)
    whole = f"{url}?{query}" if query else url
    if operation.post_over is not None and len(whole) > operation.post_over:
        return {"method": "POST", "url": url, "headers": headers | {"Content-Type": FORM}, "body": query}
    return {"method": "GET", "url": whole, "headers": headers}


def _program(base_url: str, path: str) -> str:
    if not path.startswith("/"):
        return base_url + path
    return "/".join(base_url.split("/")[:3]) + path


def _member_text(member: ir.QueryMember, settings: Mapping[str, str], found: Arguments) -> str | None:
    """What is sent for a member; None: it is not sent."""
    if member.value is not None:
        return member.value
    if member.setting is not None:
        return settings.get(member.setting)
    value = found[member.argument or ""]
    if member.codec == "steps":
        return _steps(value or {}, found[member.companion or ""])
    if value is None or value is False:
        return None
    match member.codec:
        case "text" | "lower" | "file":
            return str(value)
        case "integer":
            return str(int(value))
        case "integers":
            return ",".join(str(int(each)) for each in value)
        case "number":
            return printed(value)
        case "flag":
            return "1"
        case "words":
            return ",".join(value)
        case "percent":
            return quote(value, safe="")
        case "json":
            return json.dumps(value, separators=(",", ":"))
        case "options":
            return _options(member, value, found)


def _options(member: ir.QueryMember, word: str, found: Arguments) -> str:
    options: Arguments = found[member.companion or ""] or {}
    given = [(each.wire, options.get(each.name)) for each in member.options]
    return ",".join([word, *(f"{name}={printed(value)}" for name, value in given if value is not None)])


def _steps(steps: Mapping[str, Mapping[str, Any]], limit: Any) -> str:
    parts = [f"n={int(limit or 0)}"]
    for step, options in steps.items():
        parts.append(",".join([step, *(f"{name}={printed(value)}" for name, value in options.items())]))
    return "|".join(parts)


def printed(value: Any) -> str:
    """A value inside of a text: six digits of a fraction where they are all that it has, else all."""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float):
        short = f"{value:g}"
        return short if float(short) == value else repr(value)
    return str(value)


def rpc_request(
    rpc: ir.JsonRpc, operation: ir.Operation, server: ir.Server, found: Arguments, call_id: int | str
) -> Wire:
    """The request of a JSON-RPC method, exactly: JSON without blanks, not escaped beyond need."""
    sent = list(operation.params)
    while sent and sent[-1].when_given and found[sent[-1].argument] is None:
        sent.pop()
    values = [each.null_as if found[each.argument] is None else found[each.argument] for each in sent]
    call = {"jsonrpc": rpc.version, "method": operation.endpoint, "params": values, "id": call_id}
    path = f"{rpc.path}{quote(operation.endpoint, safe='')}/{quote(str(call_id), safe='')}/"
    return {
        "method": "POST",
        "url": server.base_url + path,
        "headers": {"Accept": "application/json", "Content-Type": "application/json"},
        "body": json.dumps(call, separators=(",", ":"), ensure_ascii=False),
    }


def offers(service: ir.Service, operation: ir.Operation, server: ir.Server) -> bool:
    """Whether a server has the operation."""
    return server in service.offering(operation.endpoint)
