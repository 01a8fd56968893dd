"""Calls with their requests, and calls that are refused before any request."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any, Final

from codegen import ir
from codegen.emit.cases import wire
from codegen.emit.cases.answers import edited
from codegen.emit.cases.bases import Fill, Maker, Site, TooLarge, Types
from codegen.emit.cases.dice import Dice
from codegen.emit.cases.mutations import Change, Scene
from codegen.emit.cases.scalars import quoted
from codegen.emit.cases.wrong import able, missing, unknown

Case = dict[str, Any]

FILLS: Final[tuple[Fill, ...]] = ("least", "full", "some", "some", "some", "some")
MOST_REFUSED: Final = 16
MOST_ALONE: Final = 100
"""Parameters that are tried one by one."""
IDS: Final[tuple[int | str, ...]] = (1, 2, 77, "abc-1", "a b/c", "\u00e9", 9007199254740991)
ONE_WORD: Final = ir.Text(pattern="^[^,]+$")


class Calls:
    """Makes the calls of one operation."""

    def __init__(self, service: ir.Service, operation: ir.Operation, seed: str = "") -> None:
        self._service = service
        self._operation = operation
        self._types = Types(service, operation)
        self._dice = Dice(f"{service.name}.{operation.name} requests{seed}")
        self._scene = Scene(self._types, self._dice, None)
        self._servers = service.offering(operation.endpoint)
        self._said: set[str] = set()
        self._shape = ir.Record(tuple(map(self._member, operation.parameters)), open=False)

    def cases(self) -> Iterator[Case]:
        """All of them: the examples of the description, calls of every kind, refusals."""
        for each in self._operation.examples:
            yield from self._told(f"example-{each.name}", dict(each.arguments), self._server(each.server))
        good: list[tuple[str, list[Site]]] = []
        stages = (
            self._whole(good),
            self._one_by_one(),
            self._spelled_otherwise(),
            self._refused(good),
            self._not_offered(),
        )
        for stage in stages:
            with suppress(TooLarge):
                yield from stage

    def _whole(self, good: list[tuple[str, list[Site]]]) -> Iterator[Case]:
        """Calls with all arguments, with few and with some; those that are sent are kept in ``good``."""
        for fill in FILLS:
            text, sites = Maker(self._types, self._dice, fill).made(self._shape)
            for case in self._called(fill, text):
                good += [(text, sites)] if "wire" in case else []
                yield case

    def _server(self, name: str) -> ir.Server:
        return next(each for each in self._service.servers if each.id == name)

    def _member(self, parameter: ir.Parameter) -> ir.Member:
        """A parameter as the member of an object; an optional one is null as well."""
        codecs = {each.codec for each in self._operation.query if each.argument == parameter.name}
        shape = self._types.resolved(parameter.shape)
        if "words" in codecs:
            shape = _joined(shape)
        if "lower" in codecs and isinstance(shape, ir.Constants):
            words = (each.lower() if isinstance(each, str) else each for each in shape.values)
            shape = ir.Constants(tuple(dict.fromkeys(words)))
        if not parameter.required:
            # The schema of a set that is written out lists null, too; beside one with a name it stands apart.
            apart = isinstance(parameter.shape, ir.Ref)
            shape = ir.Kinds((shape, ir.Null())) if apart else _or_null(shape)
        return ir.Member(parameter.name, shape, parameter.required, ir.Note())

    def _called(self, name: str, text: str) -> Iterator[Case]:
        if text in self._said:
            return
        self._said.add(text)
        yield from self._told(name, json.loads(text), self._dice.pick(self._servers))

    def _told(self, name: str, arguments: Mapping[str, Any], server: ir.Server) -> Iterator[Case]:
        """A call whose arguments are right one by one: its request, or the rule that it breaks."""
        found = wire.canonical(self._operation, arguments)
        case: Case = {"name": name, "arguments": arguments, "server": server.id}
        broken = wire.bad_name(self._operation, found) or wire.broken_rule(self._operation, found)
        if self._is_beyond_schema(arguments, broken is None):
            case["beyond_schema"] = True
        if broken is not None:
            yield case | {"error": "RequestInvalid", "pointer": broken[0], "rule": broken[1]}
            return
        transport = self._service.transport
        if isinstance(transport, ir.Cgi):
            yield case | {"wire": wire.cgi_request(self._operation, server, found)}
        else:
            call_id = self._dice.pick(IDS)
            sent = wire.rpc_request(transport, self._operation, server, found, call_id)
            yield case | {"id": call_id, "wire": sent}

    def _is_beyond_schema(self, arguments: Mapping[str, Any], is_sent: bool) -> bool:
        """Whether the schema of arguments that are right one by one says otherwise than we do."""
        as_given = wire.canonical(self._operation, arguments, emptied=False)
        return (wire.broken_rule(self._operation, as_given) is None) is not is_sent

    def _one_by_one(self) -> Iterator[Case]:
        """Every parameter by itself, beside those that must be given, and as null."""
        needed = {
            each.wire: self._scene.fragment(each.shape) for each in self._shape.members if each.required
        }
        for member in self._shape.members[:MOST_ALONE]:
            own = self._types.resolved(member.shape)
            some = self._scene.fragment(own)
            for value in [some] if member.required else [some, "null"]:
                yield from self._called(member.wire, _object({**needed, member.wire: value}))

    def _spelled_otherwise(self) -> Iterator[Case]:
        """Words in capitals where any case is taken; the schema knows the one spelling that is sent."""
        needed = {
            each.wire: self._scene.fragment(each.shape) for each in self._shape.members if each.required
        }
        for member in self._operation.query:
            if member.codec not in ("lower", "options"):
                continue
            value = self._scene.fragment(self._parameter(member.argument or "").shape)
            text = _object({**needed, member.argument or "": value.upper()})
            if value != value.upper():
                for case in self._called("capitals", text):
                    yield case | {"beyond_schema": True}

    def _parameter(self, name: str) -> ir.Parameter:
        return next(each for each in self._operation.parameters if each.name == name)

    def _refused(self, good: Sequence[tuple[str, list[Site]]]) -> Iterator[Case]:
        """Good calls with one thing wrong."""
        planned = [
            (text, site, mutation) for text, sites in good for site in sites[1:] for mutation in able(site)
        ]
        count = 0
        met: set[tuple[str, str]] = set()
        # What is wrong with the call as a whole comes first.
        whole = [(text, sites[0], each) for text, sites in good[:1] for each in (missing, unknown)]
        for text, site, mutation in (*whole, *self._dice.mixed(planned)):
            if count >= MOST_REFUSED:
                return
            change = mutation(site, self._scene)
            if change is None or (site.where, change.name) in met or self._is_no_refusal(text, change):
                continue
            met.add((site.where, change.name))
            case = self._refusal(edited(text, change.edit), change)
            if case is not None:
                count += 1
                yield case

    def _is_no_refusal(self, text: str, change: Change) -> bool:
        """Whether no caller could make a change, or it is undone: words in any case, null options."""
        if change.edit is None or change.name == "duplicate-bad-last":
            return True
        at, drop, put = change.edit
        options = [each for each in self._operation.query if each.codec == "options"]
        names = {f"/{each.companion}/{one.name}" for each in options for one in each.options}
        if put == "null" and change.pointer in names:
            return True
        in_any_case = options or any(each.codec == "lower" for each in self._operation.query)
        return bool(in_any_case) and text[at : at + drop].lower() == put.lower()

    def _refusal(self, text: str, change: Change) -> Case | None:
        if text in self._said:
            return None
        self._said.add(text)
        case: Case = {"name": change.name, "arguments": json.loads(text)}
        case |= {"server": self._dice.pick(self._servers).id, "error": "RequestInvalid"}
        case |= {"pointer": change.pointer, "rule": change.rule}
        is_beyond = change.rule == "key" and self._is_beyond_schema(case["arguments"], False)
        return case | {"beyond_schema": True} if is_beyond else case

    def _not_offered(self) -> Iterator[Case]:
        """A server that lacks the operation."""
        for server in self._service.servers:
            if server not in self._servers:
                text, _ = Maker(self._types, self._dice, "least").made(self._shape)
                case: Case = {"name": "not-offered", "arguments": json.loads(text), "server": server.id}
                case["error"] = "RequestInvalid"
                is_beyond = self._is_beyond_schema(case["arguments"], False)
                yield case | {"beyond_schema": True} if is_beyond else case
                return


def _object(members: Mapping[str, str]) -> str:
    return "{" + ",".join(f"{quoted(name)}:{value}" for name, value in members.items()) + "}"


def _joined(shape: ir.Shape) -> ir.Shape:
    """Names that are joined with commas: none of them holds one."""
    match shape:
        case ir.ListOf(ir.Text()):
            return replace(shape, item=ONE_WORD)
        case ir.Kinds(alternatives):
            return replace(shape, alternatives=tuple(map(_joined, alternatives)))
        case _:
            return shape


def _or_null(shape: ir.Shape) -> ir.Shape:
    if isinstance(shape, ir.Constants):
        return ir.Constants((*shape.values, None))
    if isinstance(shape, ir.Kinds):
        return replace(shape, alternatives=(*shape.alternatives, ir.Null()))
    return ir.Kinds((shape, ir.Null()))
