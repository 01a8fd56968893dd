"""Straight-line checks of values, made from the schemas that explain their refusals.

A check says yes or no, quickly; what it refuses, the checker of the runtime explains
by the schema.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from codegen.naming import UnsafeName

from . import conditions
from .conditions import Condition, every, refuse, same, says, some
from .layout import Value, array, statement
from .naming import OF_EVERY_OBJECT, type_name, upper
from .quoting import access, scalar, string
from .quoting import pattern as quoted_pattern
from .schemas import Schema, names, referred

FEW = 3
"""Words that are compared one by one; more are looked up in a list."""

Lines = list[str]


def guard(name: str) -> str:
    """The name of the function that checks a named type."""
    return f"is{type_name(name)}"


def counts(schema: object, types: Mapping[str, Schema]) -> bool:
    """Whether a check of the schema counts members that nobody describes."""
    if isinstance(schema, list):
        return any(counts(each, types) for each in cast("list[object]", schema))
    if not isinstance(schema, dict):
        return False
    parts = cast("Schema", schema)
    if (name := referred(parts)) is not None:
        return counts(types[name], types)
    if "properties" in parts and parts.get("additionalProperties") is not False:
        return True
    members = cast("Schema", parts.get("properties", {}))
    rest = [part for word, part in parts.items() if word != "properties"]
    return any(counts(part, types) for part in (*rest, *members.values()))


class Guards:
    """The checks of one module: writes them, and remembers what they need."""

    def __init__(self, types: Mapping[str, Schema]) -> None:
        self.types = types
        self.constants: dict[str, str] = {}
        """What stands before the checks: name to the text of its value."""
        self.helpers: set[str] = set()
        """Functions and types of the runtime that the checks call."""
        self.used: set[str] = set()
        """Named types whose checks are called."""
        self._names: dict[tuple[Value, str, str], str] = {}

    def function(self, name: str, schema: Schema, *, hint: str, predicate: str | None, note: str) -> str:
        """A check of a whole value.

        ``hint``: a word for constants; ``predicate``: the type of what it accepts.
        """
        body = self._body(schema, hint)
        arguments = ["value: unknown"]
        if any("seen" in line for line in body):
            self.helpers |= {"type Seen", "unseen"}
            arguments.append("seen: Seen = unseen()")
        result = "boolean" if predicate is None else f"value is {predicate}"
        head = f"export function {name}({', '.join(arguments)}): {result} {{"
        if len(head) > 100:
            inner = "".join(f"  {each},\n" for each in arguments)
            head = f"export function {name}(\n{inner}): {result} {{"
        return "\n".join([*([f"/** {note} */"] if note else []), head, *body, "}"]) + "\n"

    def _body(self, schema: Schema, hint: str) -> Lines:
        simple = self._simple(schema, "value", hint)
        if simple is not None:
            return conditions.give(simple, 2)
        return [*self._check(schema, "value", 2, hint, 1), "  return true;"]

    # Conditions.

    def _simple(self, schema: Schema, value: str, hint: str) -> Condition | None:
        """The condition for a value that needs no statements."""
        if (name := referred(schema)) is not None:
            return self._call(name, value)
        if "anyOf" in schema and "type" not in schema:
            options = [self._simple(each, value, hint) for each in schema["anyOf"]]
            found = [each for each in options if each is not None]
            return some(*found) if len(found) == len(options) else None
        if "const" in schema:
            return self._constant(schema["const"], value)
        if "enum" in schema:
            return self._words(schema["enum"], value, hint)
        kinds = _kinds(schema)
        if not kinds or {"array", "object"} & set(kinds):
            return None
        return some(*(self._scalar(kind, schema, value, hint) for kind in kinds))

    def _call(self, name: str, value: str) -> Condition:
        self.used.add(name)
        more = ", seen" if counts(self.types[name], self.types) else ""
        return says(f"{guard(name)}({value}{more})")

    def _constant(self, constant: Any, value: str) -> Condition:
        if isinstance(constant, list):
            self.helpers.add("isNullAlone")
            return says(f"isNullAlone({value})")
        return same(value, scalar(constant))

    def _words(self, words: Sequence[Any], value: str, hint: str) -> Condition:
        if len(words) <= FEW:
            return some(*(same(value, scalar(each)) for each in words))
        listed = array([scalar(each) for each in words])
        name = self._named(hint, "WORDS", ": readonly unknown[]", listed)
        return says(f"{name}.includes({value})")

    def _scalar(self, kind: str, schema: Schema, value: str, hint: str) -> Condition:
        match kind:
            case "string":
                return every(*self._text(schema, value, hint))
            case "integer" | "number":
                return every(*self._number(kind, schema, value))
            case "null":
                return same(value, "null")
            case _:
                return same(f"typeof {value}", '"boolean"')

    def _text(self, schema: Schema, value: str, hint: str) -> list[Condition]:
        found: list[Condition] = [same(f"typeof {value}", '"string"')]
        for word, sign in (("minLength", ">="), ("maxLength", "<=")):
            if word in schema:
                self.helpers.add("lengthOf")
                against = "<" if sign == ">=" else ">"
                call = f"lengthOf({value})"
                found.append(
                    conditions.Atom(f"{call} {sign} {schema[word]}", f"{call} {against} {schema[word]}")
                )
        if "pattern" in schema:
            text = schema["pattern"]
            name = self._named(hint, "PATTERN", "", quoted_pattern(text))
            found.append(says(f"{name}.test({value})"))
            # A line break can only be in what the pattern lets through.
            if "not" in schema and ("[^" in text or "\\n" in text):
                call = f'{value}.includes("\\n")'
                found.append(conditions.Atom(f"!{call}", call))
        return found

    def _number(self, kind: str, schema: Schema, value: str) -> list[Condition]:
        helper = "isInteger" if kind == "integer" else "isNumber"
        self.helpers.add(helper)
        found: list[Condition] = [says(f"{helper}({value})")]
        for word, sign, against in (("minimum", ">=", "<"), ("maximum", "<=", ">")):
            if word in schema:
                limit = schema[word]
                found.append(conditions.Atom(f"{value} {sign} {limit}", f"{value} {against} {limit}"))
        return found

    def _named(self, hint: str, end: str, annotation: str, value: Value) -> str:
        """The constant with a value, one for members of the same name that have the same."""
        if (value, hint, end) not in self._names:
            base = f"{_constant_name(hint)}_{end}"
            name, number = base, 1
            while name in self.constants:
                number += 1
                name = f"{base}_{number}"
            self.constants[name] = statement(f"const {name}{annotation} = ", value)
            self._names[value, hint, end] = name
        return self._names[value, hint, end]

    # Statements.

    def _check(self, schema: Schema, value: str, indent: int, hint: str, depth: int) -> Lines:
        """Statements that end the check where a value is not of the schema."""
        simple = self._simple(schema, value, hint)
        if simple is not None:
            return refuse(simple, indent)
        if "anyOf" in schema and "type" not in schema:
            return self._alternatives(schema["anyOf"], value, indent, hint, depth)
        kinds = _kinds(schema)
        if len(kinds) > 1:
            parts = [{**schema, "type": each} for each in kinds if each in ("array", "object")]
            rest = [each for each in kinds if each not in ("array", "object")]
            return self._alternatives([*parts, {**schema, "type": rest}], value, indent, hint, depth)
        head = self._head(schema, value)
        return [*refuse(head, indent), *self._inside(schema, value, indent, hint, depth)]

    def _alternatives(
        self, schemas: Sequence[Schema], value: str, indent: int, hint: str, depth: int
    ) -> Lines:
        """One statement that goes by what alternatives begin with, which is different for each."""
        alone = [each for each in schemas if isinstance(each.get("const"), list)]
        if alone:
            rest = [each for each in schemas if each not in alone]
            unless = conditions.opposite(self._constant(alone[0]["const"], value))
            inner = {"anyOf": rest} if len(rest) > 1 else rest[0]
            body = self._check(inner, value, indent + 2, hint, depth)
            return [*conditions.opening(unless, indent), *body, f"{' ' * indent}}}"]
        lines: Lines = []
        last: list[Condition] = []
        for each in schemas:
            simple = self._simple(each, value, hint)
            if simple is not None:
                last.append(simple)
                continue
            lines += conditions.opening(self._head(each, value), indent, also=bool(lines))
            lines += self._inside(each, value, indent + 2, hint, depth)
        if last:
            lines += conditions.opening(conditions.opposite(some(*last)), indent, also=True)
        else:
            lines.append(f"{' ' * indent}}} else {{")
        return [*lines, f"{' ' * indent}  return false;", f"{' ' * indent}}}"]

    def _head(self, schema: Schema, value: str) -> Condition:
        """What tells an array or an object from other values: its kind, its size, its tag."""
        helper = "isArray" if _kinds(schema) == ["array"] else "isObject"
        self.helpers.add(helper)
        found: list[Condition] = [says(f"{helper}({value})")]
        first = schema.get("prefixItems")
        if first is not None:
            found.append(same(f"{value}.length", str(len(first))))
            if "const" in first[0]:
                found.append(same(f"{value}[0]", scalar(first[0]["const"])))
            return every(*found)
        size = f"{value}.length" if helper == "isArray" else f"sizeOf({value})"
        least, most = ("minItems", "maxItems") if helper == "isArray" else ("minProperties", "maxProperties")
        if helper == "isObject" and {least, most} & schema.keys():
            self.helpers.add("sizeOf")
        if least in schema:
            found.append(conditions.Atom(f"{size} >= {schema[least]}", f"{size} < {schema[least]}"))
        if most in schema:
            found.append(conditions.Atom(f"{size} <= {schema[most]}", f"{size} > {schema[most]}"))
        return every(*found)

    def _inside(self, schema: Schema, value: str, indent: int, hint: str, depth: int) -> Lines:
        if _kinds(schema) == ["object"]:
            return self._object(schema, value, indent, hint, depth)
        first = schema.get("prefixItems")
        if first is not None:
            return [
                line
                for number, each in enumerate(first)
                if number or "const" not in each
                for line in self._check(each, f"{value}[{number}]", indent, hint, depth)
            ]
        item = f"item{depth if depth > 1 else ''}"
        body = self._check(schema["items"], item, indent + 2, hint, depth + 1)
        margin = " " * indent
        return [f"{margin}for (const {item} of {value}) {{", *body, f"{margin}}}"]

    def _object(self, schema: Schema, value: str, indent: int, hint: str, depth: int) -> Lines:
        if "properties" in schema:
            return self._record(schema, value, indent, hint, depth)
        margin = " " * indent
        name, item = (f"{each}{depth if depth > 1 else ''}" for each in ("key", "item"))
        body: Lines = []
        if "propertyNames" in schema:
            keys = quoted_pattern(schema["propertyNames"]["pattern"])
            pattern = self._named(f"{hint} key", "PATTERN", "", keys)
            body += refuse(says(f"{pattern}.test({name})"), indent + 2)
        body.append(f"{margin}  const {item} = {value}[{name}];")
        body += self._check(schema["additionalProperties"], item, indent + 2, hint, depth + 1)
        return [f"{margin}for (const {name} in {value}) {{", *body, f"{margin}}}"]

    def _record(self, schema: Schema, value: str, indent: int, hint: str, depth: int) -> Lines:
        margin = " " * indent
        required = schema.get("required", ())
        optional = [name for name in schema["properties"] if name not in required]
        known = f"known{depth if depth > 1 else ''}"
        count = known if optional else str(len(required))
        lines = [f"{margin}let {known} = {len(required)};"] if optional else []
        for name, each in schema["properties"].items():
            lines += self._member(value, name, each, indent, depth, None if name in required else known)
        lines += self._present_unless(schema, value, indent)
        size = f"sizeOf({value})"
        self.helpers.add("sizeOf")
        if schema.get("additionalProperties") is False:
            return [*lines, *refuse(same(size, count), indent)]
        return [*lines, f"{margin}seen.unknown += {size} - {count};"]

    def _member(
        self, owner: str, name: str, schema: Schema, indent: int, depth: int, known: str | None
    ) -> Lines:
        """The statements for one member; ``known``: the count of those that may be absent."""
        margin = " " * indent
        value = access(owner, name)
        before: Lines = []
        if name in OF_EVERY_OBJECT:
            self.helpers.add("own")
            value = f"own{depth}{_constant_name(name).title().replace('_', '')}"
            before = [f"{margin}const {value} = own({owner}, {string(name)});"]
        if known is None:
            return [*before, *self._check(schema, value, indent, name, depth)]
        return [
            *before,
            f"{margin}if ({value} !== undefined) {{",
            *self._check(schema, value, indent + 2, name, depth),
            f"{margin}  {known} += 1;",
            f"{margin}}}",
        ]

    def _present_unless(self, schema: Schema, value: str, indent: int) -> Lines:
        """Members that must be there unless another has a certain value."""
        if "anyOf" not in schema:
            return []
        empty, full = sorted(schema["anyOf"], key=lambda each: "required" in each)
        ((name, told),) = empty["properties"].items()
        present = [_is_there(value, each) for each in full["required"]]
        unless: list[Condition] = [same(access(value, name), scalar(told["const"]))]
        if name not in schema.get("required", ()):
            unless.append(conditions.opposite(_is_there(value, name)))
        return refuse(some(*unless, every(*present)), indent)


def _is_there(value: str, name: str) -> Condition:
    member = access(value, name)
    return conditions.Atom(f"{member} !== undefined", f"{member} === undefined")


def _kinds(schema: Schema) -> list[str]:
    kinds = schema.get("type", [])
    return [kinds] if isinstance(kinds, str) else list(kinds)


def _constant_name(hint: str) -> str:
    try:
        name = upper(hint)
    except UnsafeName:
        return "MEMBER"
    return f"N{name}" if name[0].isdigit() else name


__all__ = ["Guards", "counts", "guard", "names"]
