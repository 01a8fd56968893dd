"""A quick yes to ordinary arguments, made from the schema that the checker explains them by.

An acceptor says yes only to what the checker finds no problem in. Its no means
nothing: the checker decides then, and explains. So an acceptor may give up
wherever it pleases: on a keyword that it does not know, on subclasses, on
mappings that are no dict.

Acceptors work on columns, that is on all values of one place at once, and leave
the loops to functions of the interpreter: ten thousand headers cost little more
than their own writing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from math import isfinite
from operator import methodcaller
from types import NoneType
from typing import Annotated, Any, Final

import msgspec

from .patterns import MANY, Pattern

Schema = Mapping[str, Any]
Column = list[Any]
Accepts = Callable[[Column], bool]

_WORDS_FOR_PEOPLE: Final = frozenset(
    {"$schema", "$id", "$defs", "title", "description", "default", "deprecated"}
)
_KINDS: Final[Mapping[str, tuple[type, ...]]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (NoneType,),
    "array": (list, tuple),
    "object": (dict,),
}
_values: Final = methodcaller("values")
_TEXT: Final = frozenset({str})


class GivenUp(Exception):
    """The schema has something that acceptors don't know."""


def acceptor(schema: Schema) -> Callable[[object], bool]:
    """Return what says yes to a value only if the checker finds no problem in it.

    >>> accepts = acceptor({"type": "object", "additionalProperties": {"type": "string"}})
    >>> accepts({"FILTER": "F560W"}), accepts({"GAIN": 1.5})
    (True, False)
    """
    try:
        accepts = _Compiler(schema).compile(schema)
    except GivenUp:
        return lambda value: False
    return lambda value: accepts([value])


class _Compiler:
    def __init__(self, root: Schema) -> None:
        self.definitions: Mapping[str, Schema] = root.get("$defs", {})
        self.pending: set[str] = set()

    def compile(self, schema: Schema) -> Accepts:
        """Return the conjunction of what the keywords of a schema ask for."""
        rest = {word: part for word, part in schema.items() if word not in _WORDS_FOR_PEOPLE}
        checks: list[Accepts] = []
        if "$ref" in rest:
            checks.append(self._reference(rest.pop("$ref")))
        if "type" in rest:
            kinds = rest.pop("type")
            checks.append(self._typed([kinds] if isinstance(kinds, str) else kinds, rest))
        if "enum" in rest:
            checks.append(_one_of(rest.pop("enum")))
        if "const" in rest:
            checks.append(_one_of([rest.pop("const")]))
        if "anyOf" in rest:
            checks.append(_any_of([self.compile(each) for each in rest.pop("anyOf")]))
        if rest or not checks:
            raise GivenUp
        return checks[0] if len(checks) == 1 else lambda column: all(check(column) for check in checks)

    def _reference(self, reference: str) -> Accepts:
        name = reference.removeprefix("#/$defs/")
        if name in self.pending:
            raise GivenUp  # a type that holds itself
        self.pending.add(name)
        try:
            return self.compile(self.definitions[name])
        finally:
            self.pending.remove(name)

    def _typed(self, kinds: Sequence[str], rest: dict[str, Any]) -> Accepts:
        """Return the check of all types, and of the keywords that belong to them, which it takes out."""
        types = frozenset(kind for word in kinds for kind in _KINDS[word])
        inner: list[tuple[tuple[type, ...], Accepts]] = []
        if "string" in kinds:
            inner.append(((str,), _texts(rest)))
        if types & {int, float}:
            inner.append(((int, float), _numbers(rest)))
        if "array" in kinds:
            inner.append(((list, tuple), self._arrays(rest)))
        if "object" in kinds:
            inner.append(((dict,), self._objects(rest)))
        if list(kinds) == ["string"]:
            return inner[0][1]
        if len(inner) == 1 and types <= frozenset(inner[0][0]):
            only = inner[0][1]
            return lambda column: types.issuperset(map(type, column)) and only(column)

        def accepts(column: Column) -> bool:
            if not types.issuperset(map(type, column)):
                return False
            for own, check in inner:
                part = [value for value in column if type(value) in own]
                if part and not check(part):
                    return False
            return True

        return accepts

    def _arrays(self, rest: dict[str, Any]) -> Accepts:
        least, most = rest.pop("minItems", 0), rest.pop("maxItems", None)
        items = self.compile(rest.pop("items"))
        long_enough = _lengths(least, most)
        return lambda column: long_enough(column) and items(list(chain.from_iterable(column)))

    def _objects(self, rest: dict[str, Any]) -> Accepts:
        additional: Schema | bool = rest.pop("additionalProperties", True)
        if additional is False:
            return self._records(rest.pop("properties", {}), rest.pop("required", ()))
        if additional is True or "properties" in rest or "required" in rest:
            raise GivenUp
        return self._maps(additional, _key_pattern(rest.pop("propertyNames", {})))

    def _records(self, properties: Mapping[str, Schema], required: Iterable[str]) -> Accepts:
        members = {name: self.compile(each) for name, each in properties.items()}
        needed = frozenset(required)

        def accepts(column: Column) -> bool:
            for record in column:
                if not needed <= record.keys():
                    return False
                for name, value in record.items():
                    # Keys of other classes may equal texts, so that they would be found.
                    if type(name) is not str or name not in members or not members[name]([value]):
                        return False
            return True

        return accepts

    def _maps(self, additional: Schema, key_pattern: str | None) -> Accepts:
        values = self.compile(additional)
        match = Pattern(key_pattern).match if key_pattern is not None else None
        nothing: frozenset[str] = frozenset()

        def accepts(column: Column) -> bool:
            # Exactly texts: other classes may be equal to them, and then they would hide in the set below.
            kinds = list(map(type, chain.from_iterable(column)))
            if kinds.count(str) != len(kinds):
                return False
            # The same few keys come again in map after map.
            if match is not None and not all(map(match, nothing.union(*column))):
                return False
            return values(list(chain.from_iterable(map(_values, column))))

        return accepts


def _key_pattern(names: Schema) -> str | None:
    """What keys look like. That ``$`` means the end, which ``not`` adds for others, holds here anyway."""
    if not names.keys() <= {"pattern", "not"}:
        raise GivenUp
    _forbids_line_breaks(names.get("not"))
    pattern: str | None = names.get("pattern")
    return pattern


def _any_of(checks: Sequence[Accepts]) -> Accepts:
    def accepts(column: Column) -> bool:
        if any(check(column) for check in checks):
            return True
        return len(column) > 1 and all(any(check([value]) for check in checks) for value in column)

    return accepts


def _one_of(words: Sequence[object]) -> Accepts:
    # True and 1 are equal in Python and differ in JSON, so the classes are looked at too.
    types = frozenset(map(type, words))
    if not (types <= {str, bool, NoneType} or types <= {str, int, NoneType}):
        raise GivenUp
    allowed = frozenset(words)
    return lambda column: types.issuperset(map(type, column)) and allowed.issuperset(column)


def _numbers(rest: dict[str, Any]) -> Accepts:
    least, most = rest.pop("minimum", None), rest.pop("maximum", None)

    def accepts(column: Column) -> bool:
        if not all(isfinite(value) for value in column if type(value) is float):
            return False
        if not column:
            return True
        return (least is None or min(column) >= least) and (most is None or max(column) <= most)

    return accepts


def _texts(rest: dict[str, Any]) -> Accepts:
    least, most = rest.pop("minLength", 0), rest.pop("maxLength", None)
    pattern, on_one_line = rest.pop("pattern", None), _forbids_line_breaks(rest.pop("not", None))
    shape = Pattern(pattern).shape if pattern is not None else None
    few = many = _each_fits(pattern, _texts_of(least, most))
    # Where words are allowed besides, each text is asked. Else characters are looked at in all texts at once,
    # and only lengths are left to look at.
    if shape is not None and not shape.words:
        bounds = [each for each in (most, shape.most) if each is not None]
        many = _texts_of(max(least, shape.least), min(bounds, default=None))
    else:
        shape = None

    def accepts(column: Column) -> bool:
        if not (few if len(column) < MANY else many)(column):
            return False
        whole = "".join(column)
        if not whole.isascii() and _has_surrogates(whole):
            return False
        if on_one_line and "\n" in whole:
            return False
        return shape is None or shape.fits(whole)

    return accepts


def _texts_of(least: int, most: int | None) -> Accepts:
    """Return the check that all of a column are texts of some length."""
    kind = list[Annotated[str, msgspec.Meta(min_length=least, max_length=most)]]
    long_enough = _lengths(least, most)

    def accepts(column: Column) -> bool:
        if len(column) < MANY:
            return _TEXT.issuperset(map(type, column)) and long_enough(column)
        try:
            msgspec.convert(column, kind)
        except msgspec.ValidationError:
            return False
        return True

    return accepts


def _each_fits(pattern: str | None, are_texts: Accepts) -> Accepts:
    if pattern is None:
        return are_texts
    match = Pattern(pattern).match
    return lambda column: are_texts(column) and all(map(match, column))


def _lengths(least: int, most: int | None) -> Accepts:
    """Return the check of the lengths of texts or arrays."""
    if not least and most is None:
        return lambda column: True

    def accepts(column: Column) -> bool:
        lengths = set(map(len, column))
        return not lengths or (min(lengths) >= least and (most is None or max(lengths) <= most))

    return accepts


def _forbids_line_breaks(schema: Schema | None) -> bool:
    """Say whether a schema beside ``not`` is there, and about line breaks."""
    if schema is not None and schema != {"type": "string", "pattern": r"\n"}:
        raise GivenUp
    return schema is not None


def _has_surrogates(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
