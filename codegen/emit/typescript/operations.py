"""The module of one operation: types, checks, and the operation as a value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from codegen import ir
from codegen.emit.jsonschema.shapes import request_schema, response_schema

from . import queries, schemas
from .docs import operation_comment
from .layout import Value, array, call, laid_out, members, statement
from .modules import Module, Written, declarations
from .naming import camel, pascal, type_name
from .quoting import WIDTH, comment, prose, scalar, string
from .schemas import Schema
from .types import alias, either, form


@dataclass(frozen=True, slots=True)
class Names:
    """What an operation and its types are called."""

    operation: str
    arguments: str
    result: str
    guard: str
    """The checks of arguments and of results, behind ``is``."""


def names(service: ir.Service, operation: ir.Operation) -> Names:
    """The names of an operation, different from those of described types."""
    taken = {type_name(each.name) for each in (*service.types, *operation.types)}
    base = pascal(operation.name).removesuffix("_")
    while {f"{base}Arguments", f"{base}Result"} & taken:
        base += "_"
    return Names(camel(operation.name), f"{base}Arguments", f"{base}Result", base)


def definitions(operation_schemas: Sequence[Schema]) -> dict[str, Schema]:
    """The schemas of the named types that some schemas mention."""
    return {name: each for schema in operation_schemas for name, each in schema.get("$defs", {}).items()}


class OperationModule:
    """Writes the module of one operation."""

    def __init__(self, package: ir.Package, service: ir.Service, operation: ir.Operation) -> None:
        self.package, self.service, self.operation = package, service, operation
        self.types = {each.name: each.shape for each in (*service.types, *operation.types)}
        self.request = request_schema(service, operation)
        self.response = response_schema(service, operation)
        self.definitions = definitions([self.request, self.response])
        self.names = names(service, operation)

    def written(self) -> Written:
        """The module."""
        own = self.operation.types
        module = Module(self.operation.path, self.definitions, self.types, [each.name for each in own])
        parts = declarations(module, own, self.definitions)
        parts += [self._arguments(module), self._result(module)]
        definition = self._definition(module, parts)
        parts.append(self._operation(module, definition))
        return module.written(parts, [self.names.operation, self.names.arguments, self.names.result])

    def _arguments(self, module: Module) -> str:
        doc = comment(prose(f"Arguments of `{self.names.operation}`.", 90))
        name = self.names.arguments
        body = module.types.arguments(self.names.guard, self.operation.parameters)
        if not body:
            return f"{doc}export type {name} = Readonly<Record<string, never>>;\n"
        return f"{doc}export interface {name} {{\n{body}}}\n"

    def _result(self, module: Module) -> str:
        doc = comment(prose(f"What `{self.names.operation}` comes to.", 90))
        return doc + alias(self.names.result, either(self._result_options(module)))

    def _result_options(self, module: Module) -> list[Value]:
        result = self.operation.result
        if isinstance(result, ir.Plain):
            if result.body != "json":
                return ["string" if result.body == "text" else "Uint8Array"]
            return module.types.options(result.shape, f"{self.names.guard}Word")
        answers = [arm.shape for arm in result.arms if arm.meaning != "failure"]
        found = [option for each in answers for option in module.types.options(each, "")]
        return list(dict.fromkeys(found)) or ["never"]

    # The operation itself.

    def _operation(self, module: Module, definition: Value) -> str:
        kind = "cgi" if isinstance(self.service.transport, ir.Cgi) else "rpc"
        module.uses(f"../runtime/{kind}.js", f"{kind}Operation")
        doc = operation_comment(self.package, self.service, self.operation)
        types = f"{self.names.arguments}, {self.names.result}"
        head = f"export const {self.names.operation} = /* @__PURE__ */ {kind}Operation<{types}>("
        if len(head) == WIDTH:
            return f"{doc}{head}\n  {laid_out(definition, 2)},\n);\n"
        if len(head) > WIDTH:
            inner = f"\n  {self.names.arguments},\n  {self.names.result}\n"
            head = head.replace(types, inner)
        return f"{doc}{head}{laid_out(definition, 0)});\n"

    def _definition(self, module: Module, parts: list[str]) -> Value:
        operation = self.operation
        found: list[tuple[str, Value]] = [
            ("service", string(self.service.name)),
            ("name", string(operation.name)),
            ("effect", string(operation.effect)),
        ]
        if operation.effect_by is not None:
            by = operation.effect_by
            found.append(
                ("effectBy", members([("argument", string(by.argument)), ("given", string(by.given))]))
            )
        found.append(("parameters", array([_parameter(each) for each in operation.parameters])))
        found += self._request(module)
        if operation.rules:
            module.uses_all("../runtime/rules.js", "rules")
            found.append(("rules", array([queries.rule(each) for each in operation.rules])))
        if operation.batch is not None:
            size = ("size", str(operation.batch.size))
            found.append(("batch", members([("argument", string(operation.batch.argument)), size])))
        if operation.max_body is not None:
            found.append(("maxBody", str(operation.max_body)))
        if operation.broken:
            found.append(("broken", array([self._broken(module, each) for each in operation.broken])))
        found.append(("request", self._request_check(module, parts)))
        found.append(("result", self._result_value(module, parts)))
        return members(found, broken=True)

    def _request(self, module: Module) -> list[tuple[str, Value]]:
        """How arguments are written."""
        operation, transport = self.operation, self.service.transport
        if isinstance(transport, ir.Cgi):
            if operation.query:
                module.uses_all("../runtime/codecs.js", "codecs")
            query = array([queries.member(each, self.types) for each in operation.query])
            found: list[tuple[str, Value]] = [
                ("endpoint", string(operation.endpoint)),
                ("query", query),
                ("charset", string(transport.charset)),
            ]
            if operation.post_over is not None:
                found.append(("postOver", str(operation.post_over)))
            return found
        module.uses("./servers.js", "PROTOCOL")
        module.uses("./errors.js", transport.fault)
        found = [("protocol", "PROTOCOL"), ("fault", transport.fault)]
        if operation.endpoint != operation.name:
            found.append(("method", string(operation.endpoint)))
        sent = [each.argument for each in operation.params]
        if sent != [each.name for each in operation.parameters]:
            found.append(("sent", array([string(each) for each in sent])))
        given = [string(each.argument) for each in operation.params if each.when_given]
        if given:
            found.append(("whenGiven", array(given)))
        nulls = [
            (each.argument, string(each.null_as)) for each in operation.params if each.null_as is not None
        ]
        if nulls:
            found.append(("nullAs", members(nulls)))
        return found

    def _broken(self, module: Module, broken: ir.BrokenBody) -> Value:
        module.uses("./errors.js", broken.error)
        found: list[tuple[str, Value]] = [
            ("pattern", module.pattern(broken.pattern)),
            ("error", broken.error),
            ("values", members([(name, scalar(value)) for name, value in broken.values])),
            ("message", string(broken.message_member)),
        ]
        if broken.text is not None:
            found.append(("text", string(broken.text)))
        return members(found)

    def _request_check(self, module: Module, parts: list[str]) -> Value:
        schema = {word: part for word, part in self.request.items() if word not in ("allOf", "anyOf")}
        name = f"is{self.names.arguments}"
        note = f"Whether a value is arguments of `{self.names.operation}`, rules between them apart."
        predicate = None if not self.operation.parameters else self.names.arguments
        parts.append(module.guards.function(name, schema, hint="argument", predicate=predicate, note=note))
        parts.append(self._constant(module, "REQUEST", schema))
        return members([("accepts", name), ("schema", "REQUEST")])

    def _constant(self, module: Module, name: str, schema: Schema) -> str:
        module.uses("../runtime/schema.js", "type Schema")
        module.mentions(schema)
        return statement(f"const {name}: Schema = ", schemas.value(schema))

    def _result_value(self, module: Module, parts: list[str]) -> Value:
        result = self.operation.result
        if isinstance(result, ir.Select):
            return self._select(module, parts, result)
        if result.body != "json":
            return members([("kind", '"opaque"'), ("form", string(result.body))])
        found: list[tuple[str, Value]] = [("kind", '"plain"')]
        if isinstance(result.shape, ir.Ref):
            module.mentions(self.response)
            module.checks(result.shape.name)
            found += [
                ("schema", schemas.constant(result.shape.name)),
                ("accepts", f"is{type_name(result.shape.name)}"),
            ]
        else:
            parts.append(self._constant(module, "RESPONSE", self.response))
            parts.append(self._result_check(module, result))
            found += [("schema", "RESPONSE"), ("accepts", f"is{self.names.result}")]
        if result.failure is not None:
            found.append(("failure", self._failure(module, result.failure)))
        found += self._finish(module, [result.shape])
        return members(found)

    def _result_check(self, module: Module, result: ir.Plain) -> str:
        predicate = None if form(result.shape, self.types) else self.names.result
        note = f"Whether a value is as `{self.names.operation}` promises."
        return module.guards.function(
            f"is{self.names.result}", self.response, hint="result", predicate=predicate, note=note
        )

    def _failure(self, module: Module, failure: ir.FailureMember) -> Value:
        module.uses("./errors.js", failure.error)
        return members(
            [
                ("member", string(failure.member)),
                ("told", scalar(failure.ok)),
                ("isBad", scalar(failure.is_bad)),
                ("error", failure.error),
            ]
        )

    def _select(self, module: Module, parts: list[str], result: ir.Select) -> Value:
        parts.append(self._constant(module, "RESPONSE", self.response))
        arms: list[Value] = []
        for arm in result.arms:
            found = [
                ("when", array([scalar(each) for each in arm.when])),
                *self._arm(module, arm.shape, arm.error),
            ]
            arms.append(members(found))
        otherwise = members(self._arm(module, result.otherwise, result.otherwise_error))
        shapes: list[ir.Shape] = [*(arm.shape for arm in result.arms), result.otherwise]
        return members(
            [
                ("kind", '"select"'),
                ("member", string(result.member)),
                ("schema", "RESPONSE"),
                ("arms", array(arms)),
                ("otherwise", otherwise),
                *self._finish(module, shapes),
            ]
        )

    def _arm(self, module: Module, shape: ir.Ref, error: str | None) -> list[tuple[str, Value]]:
        module.checks(shape.name)
        found: list[tuple[str, Value]] = [("accepts", f"is{type_name(shape.name)}")]
        if error is not None:
            module.uses("./errors.js", error)
            found.append(("error", error))
        return found

    def _finish(self, module: Module, shapes: Sequence[ir.Shape]) -> list[tuple[str, Value]]:
        forms: list[Value] = []
        for shape in shapes:
            found = form(shape, self.types)
            if found is not None and found not in forms:
                forms.append(found)
        if not forms:
            return []
        module.uses_all("../runtime/finishing.js", "finishing")
        return [("finish", call("finishing.inOrder", forms) if len(forms) > 1 else forms[0])]


def _parameter(each: ir.Parameter) -> Value:
    found: list[tuple[str, Value]] = [("name", string(each.name))]
    if each.required:
        found.append(("required", "true"))
    if each.default is not None:
        found.append(("default", scalar(each.default)))
    if each.secret:
        found.append(("secret", "true"))
    if each.confirms:
        found.append(("confirms", "true"))
    return members(found)
