"""What every generated module is made of: a head, imports, constants, and its parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from codegen import ir

from . import schemas
from .guards import Guards, guard
from .layout import imports, statement
from .naming import type_name
from .quoting import comment, prose, string
from .quoting import pattern as quoted_pattern
from .schemas import Schema
from .types import Types, form


@dataclass(frozen=True, slots=True)
class Written:
    """A module: its text, and the names that it exports."""

    text: str
    exports: tuple[str, ...]


class Module:
    """A module while it is written: remembers what is to be imported.

    ``definitions``: schemas of named types; ``shapes``: those types; ``own``: those that the module
    declares itself.
    """

    def __init__(
        self,
        path: str,
        definitions: Mapping[str, Schema],
        shapes: Mapping[str, ir.Shape],
        own: Sequence[str],
    ) -> None:
        self.path = path
        self.shapes = shapes
        self.types = Types()
        self.guards = Guards(definitions)
        self._own = set(own)
        self._imports: dict[str, set[str]] = {}
        self._whole: dict[str, str] = {}
        self._schemas: set[str] = set()

    def uses(self, module: str, name: str) -> None:
        """Import a name; ``type X``: a type."""
        self._imports.setdefault(module, set()).add(name)

    def uses_all(self, module: str, name: str) -> None:
        """Import a module as a whole."""
        self._whole[module] = name

    def checks(self, name: str) -> None:
        """The check of a named type is mentioned."""
        self.guards.used.add(name)

    def mentions(self, schema: Schema) -> None:
        """The schemas of named types are mentioned."""
        self._schemas |= set(schemas.names({word: part for word, part in schema.items() if word != "$defs"}))

    def pattern(self, text: str) -> str:
        """A pattern in place."""
        return quoted_pattern(text)

    def written(self, parts: Sequence[str], exports: Sequence[str]) -> Written:
        """The whole module."""
        constants = "".join(self.guards.constants.values())
        aliases = list(self.types.aliases.values())
        body = [each for each in (constants, *aliases, *parts) if each]
        text = "\n".join([head(self.path), *([found] if (found := self._imported()) else []), *body])
        own = [type_name(each) for each in self._own]
        return Written(text, (*exports, *own, *self.types.aliases))

    def _imported(self) -> str:
        found = {module: set(names) for module, names in self._imports.items()}
        found.setdefault("./types.js", set()).update(self._of_types())
        for each in self.guards.helpers:
            found.setdefault("../runtime/guards.js", set()).add(each)
        for each in self.types.helpers:
            found.setdefault("../runtime/schema.js", set()).add(f"type {each}")
        return import_block(found, self._whole)

    def _of_types(self) -> set[str]:
        names = {f"type {type_name(each)}" for each in self.types.used - self._own}
        names |= {guard(each) for each in self.guards.used - self._own}
        return names | {schemas.constant(each) for each in self._schemas - self._own}


def import_block(names: Mapping[str, set[str]], whole: Mapping[str, str] | None = None) -> str:
    """The imports of names, and of modules as a whole, ordered by module."""
    lines = [(module, imports(module, each)) for module, each in names.items() if each]
    lines += [(module, f'import * as {name} from "{module}";\n') for module, name in (whole or {}).items()]
    return "".join(text for _, text in sorted(lines))


def head(path: str) -> str:
    """The first lines of a module: where it comes from."""
    return f"// Generated from {path}; do not edit.\n// Change the spec, then run `make generate`.\n"


def declarations(module: Module, types: Sequence[ir.TypeDef], definitions: Mapping[str, Schema]) -> list[str]:
    """The declarations of named types: those that answers or arguments need have checks and schemas.

    Schemas come last, each behind those that it mentions.
    """
    found: list[str] = []
    for each in types:
        found.append(module.types.declaration(each))
        found += _sentinels(each)
        if each.name in definitions:
            found.append(_check(module, each, definitions[each.name]))
    own = {each.name: definitions[each.name] for each in types if each.name in definitions}
    return [*found, *(_schema(module, name, own[name]) for name in _in_order(own))]


def _in_order(own: Mapping[str, Schema]) -> list[str]:
    """The names, each behind those that its schema mentions; no type holds itself."""
    found: dict[str, None] = {}

    def put(name: str) -> None:
        for each in schemas.names(own[name]):
            if each in own:
                put(each)
        found[name] = None

    for name in own:
        put(name)
    return list(found)


def _check(module: Module, each: ir.TypeDef, schema: Schema) -> str:
    name = type_name(each.name)
    predicate = None if form(each.shape, module.shapes) else name
    note = f"Whether a value is of the type `{name}`."
    return module.guards.function(guard(each.name), schema, hint=name, predicate=predicate, note=note)


def _schema(module: Module, name: str, schema: Schema) -> str:
    module.uses("../runtime/schema.js", "type Schema")
    module.mentions(schema)
    doc = comment([[f"Explains why a value is not of the type `{type_name(name)}`."]])
    keeps = {word: part for word, part in schema.items() if word != "description" or "pattern" in schema}
    return doc + statement(f"export const {schemas.constant(name)}: Schema = ", schemas.value(keeps))


def _sentinels(each: ir.TypeDef) -> list[str]:
    """A function that tells texts of a type that mean something else."""
    if not isinstance(each.shape, ir.Text) or not each.shape.sentinels:
        return []
    name = type_name(each.name)
    kinds = " | ".join(string(sentinel.name) for sentinel in each.shape.sentinels)
    doc = comment(
        [
            ["Which of the texts that stand for something else a text is, or `null`."],
            *(
                [f"`{sentinel.name}`: {line}"]
                for sentinel in each.shape.sentinels
                for line in [_one(sentinel)]
            ),
        ]
    )
    body = "".join(
        f"  if ({_fits(sentinel)}) {{\n    return {string(sentinel.name)};\n  }}\n"
        for sentinel in each.shape.sentinels
    )
    return [f"{doc}export function tell{name}(text: string): {kinds} | null {{\n{body}  return null;\n}}\n"]


def _one(sentinel: ir.Sentinel) -> str:
    return " ".join(line for block in prose(sentinel.note.summary, 10_000) for line in block)


def _fits(sentinel: ir.Sentinel) -> str:
    if sentinel.prefix is not None:
        return f"text.startsWith({string(sentinel.prefix)})"
    return f"text.toLowerCase() === {string(sentinel.text or '')}.toLowerCase()"
