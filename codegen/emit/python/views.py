"""What a Python module shows, ready to print: every decision is taken before, templates only lay out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a class body, and what it means."""

    text: str
    doc: str


@dataclass(frozen=True, slots=True)
class Property:
    """A member offered as another type than it has on the wire."""

    name: str
    annotation: str
    expression: str
    doc: str


@dataclass(frozen=True, slots=True)
class Class:
    """A class statement."""

    head: str
    doc: str
    constants: tuple[str, ...] = ()
    """Lines before the fields."""
    fields: tuple[Field, ...] = ()
    properties: tuple[Property, ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """A named type that is no class."""

    text: str
    doc: str


@dataclass(frozen=True, slots=True)
class Function:
    """A check, or what gives values their last form."""

    head: str
    doc: str
    body: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Constant:
    """A module-level name with a value."""

    text: str


Statement = Class | Alias | Function | Constant


@dataclass(frozen=True, slots=True)
class Declarations:
    """The named types of one module, in an order in which each stands after those it needs."""

    patterns: tuple[str, ...]
    statements: tuple[Statement, ...]
    names: tuple[str, ...]
    """Public names: classes and aliases."""
    helpers: tuple[str, ...]
    """Functions and constants that operations may use."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation's module."""

    name: str
    path: str
    doc: str
    """Of the module."""
    declarations: Declarations
    functions: tuple[Function, ...]
    patterns: tuple[str, ...]
    kind: str
    """``CgiOperation`` or ``RpcOperation``."""
    annotation: str
    """Of the typed result."""
    keywords: tuple[tuple[str, str], ...]
    """Arguments of the operation's value, as Python text."""
    signature: str
    function_doc: str
    body: tuple[str, ...]
    """The statements of the function."""
    neighbours: tuple[tuple[str, tuple[str, ...]], ...]
    """Modules of other operations that the function calls, and what it needs of them."""
    languages: tuple[str, ...]
    """Classes of the runtime's own folder for the service that arguments may be of."""
    service: str
    """The service's name, which is that folder's."""
    has_tables: bool
    """Its answer is a table."""
    in_face: bool
    """The interface of the documents has it."""
    face_signature: str
    face_arguments: str
    face_doc: str
    face_plain: str
    face_annotation: str
