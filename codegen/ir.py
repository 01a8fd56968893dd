"""The model of a specification: resolved, frozen, and free of any target language.

``load`` reads YAML, ``document`` checks each file by itself, ``resolve`` joins
the files into the values defined here, and the emitters turn these values into
text. Nothing downstream looks at YAML again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Scalar: TypeAlias = str | int | bool | None
JsonValue: TypeAlias = "str | int | float | bool | None | list[JsonValue] | dict[str, JsonValue]"

Effect = Literal["read", "read-once", "dedup", "write", "bulk"]
Stability = Literal["documented", "observed", "source-only"]
Meaning = Literal["answer", "pending", "failure"]
CodecName = Literal[
    "text",
    "lower",
    "integer",
    "integers",
    "number",
    "flag",
    "words",
    "percent",
    "options",
    "steps",
    "json",
    "file",
]
Body = Literal["json", "text", "bytes"]
ColumnKind = Literal["text", "integer", "number", "time"]
DeclaredKind = Literal["text", "integer", "number", "time", "any"]
Holds = Literal["url", "server", "folder", "text"]
PackedAs = Literal["sqlite"]


# Shapes.


@dataclass(frozen=True, slots=True)
class Note:
    """What every described thing can say of itself, for people."""

    summary: str = ""
    doc: str = ""
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentinel:
    """A class of texts that mean something else than their neighbours.

    Exactly one of ``text`` (compared without regard to case) and ``prefix`` is set.
    """

    name: str
    note: Note
    text: str | None = None
    prefix: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    pattern: str | None = None
    min_length: int | None = None
    max_length: int | None = None
    known: tuple[str, ...] = ()
    sentinels: tuple[Sentinel, ...] = ()
    packed: PackedAs | None = None
    """The text is base64 of zlib of a file of this kind, which is what users get."""


@dataclass(frozen=True, slots=True)
class Integer:
    minimum: int | None = None
    maximum: int | None = None
    known: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Number:
    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class Boolean:
    pass


@dataclass(frozen=True, slots=True)
class Null:
    pass


@dataclass(frozen=True, slots=True)
class Constants:
    """A closed set of scalars; JSON type and value both count (``"1"`` is not ``1``)."""

    values: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    item: Shape
    min_items: int | None = None
    max_items: int | None = None
    null_for_empty: bool = False
    """The server writes ``[null]`` for the empty list."""
    ascending: bool = False
    """The typed value is sorted, whatever the order on the wire."""


@dataclass(frozen=True, slots=True)
class TupleOf:
    items: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class MapOf:
    value: Shape
    min_properties: int | None = None
    max_properties: int | None = None
    by_halves: bool = False
    """Keys are ids of one or two parts joined by ``:`` and are found by either half, in any case."""
    key: Text | None = None
    """What a key must look like; requests only (in answers every key is taken)."""


@dataclass(frozen=True, slots=True)
class Member:
    wire: str
    shape: Shape
    required: bool
    note: Note
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class PresentUnless:
    """``members`` must be there unless ``member`` equals ``value``."""

    member: str
    value: Scalar
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """How a record holds one column: which of its members are what, by their wire names."""

    name: str
    """The member with the column's name."""
    values: str
    """The array with one entry per row."""
    beside: tuple[str, ...] = ()
    """Further arrays, perhaps of other lengths."""
    kind: ColumnKind | None = None
    """What the entries are when nobody declares it; ``None``: their texts tell."""
    missing: tuple[str, ...] = ()
    """Texts that stand for no value."""

    @property
    def arrays(self) -> tuple[str, ...]:
        """The members that are kept as bytes."""
        return (self.values, *self.beside)


@dataclass(frozen=True, slots=True)
class TypesFrom:
    """Where the types of a table's columns are declared: in the answer of another operation."""

    operation: str
    arguments: tuple[tuple[str, str], ...]
    """Parameters of that operation, each with the one of this operation that is passed on."""
    list: str
    """The member of its answer that lists records, one for each column."""
    name: str
    """Their member with the column's name …"""
    type: str
    """… and that with the word for its type."""
    kinds: tuple[tuple[str, DeclaredKind], ...]
    """What the words mean."""
    also: tuple[tuple[str, DeclaredKind], ...] = ()
    """Columns that the list never has."""
    suffix: str | None = None
    """Pattern of what may follow a listed name."""


@dataclass(frozen=True, slots=True)
class TableLayout:
    """How an answer is a table: which of its members are what, by their wire names."""

    rows: str
    """The integer with the number of rows."""
    columns: str
    """The list of columns that the answer stands for."""
    beside: tuple[str, ...] = ()
    """Lists of columns of further tables of the same rows."""
    types: TypesFrom | None = None

    @property
    def lists(self) -> tuple[str, ...]:
        """The members that list columns."""
        return (self.columns, *self.beside)


@dataclass(frozen=True, slots=True)
class Record:
    """An object with named members; ``open``: unknown members are kept as extras."""

    members: tuple[Member, ...]
    open: bool = True
    present_unless: PresentUnless | None = None
    column: ColumnLayout | None = None
    """It holds one column of a table."""
    table: TableLayout | None = None
    """It is a table."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """One of several shapes of different JSON kinds.

    ``as_number``: an integer or a numeric text, offered to users as a number.
    """

    alternatives: tuple[Shape, ...]
    as_number: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """``[true, value]`` or ``[false, text]``; ``plain``: the value may come without its pair."""

    when_true: Shape
    when_false: Shape
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Ref:
    """A named type; ``TypeDef`` of that name is in the operation's or the service's types."""

    name: str


Shape: TypeAlias = (
    Text
    | Integer
    | Number
    | Boolean
    | Null
    | Constants
    | ListOf
    | TupleOf
    | MapOf
    | Record
    | Kinds
    | Pair
    | Ref
)


@dataclass(frozen=True, slots=True)
class TypeDef:
    """A named shape. Records and pairs become classes, the rest become aliases."""

    name: str
    shape: Shape
    note: Note


# Requests.


@dataclass(frozen=True, slots=True)
class Language:
    """A language with a grammar of its own, in which texts are written."""

    name: str
    without: tuple[str, ...] = ()
    """What of the language the server does not survive here."""
    also: tuple[str, ...] = ()
    """Texts that are not of the language and are taken as they are."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument of an operation, in the order of the documents."""

    name: str
    shape: Shape
    required: bool
    note: Note
    default: Scalar = None
    """What is meant when the argument is not given; ``None``: nothing is sent (or null)."""
    secret: bool = False
    aliases: tuple[str, ...] = ()
    """Deprecated names, accepted by the face only."""
    language: Language | None = None
    """Texts are written in it; the typed client checks them."""
    in_face: bool = True
    """Whether the interface of the documents has it."""
    confirms: bool = False
    """It is not sent: who gives it says that the call is meant."""


@dataclass(frozen=True, slots=True)
class OptionField:
    """One ``name=value`` of the ``options`` codec."""

    name: str
    wire: str
    shape: Shape
    default: Scalar
    note: Note


@dataclass(frozen=True, slots=True)
class DefaultBefore:
    """Default: the part of another argument before ``separator``."""

    argument: str
    separator: str


@dataclass(frozen=True, slots=True)
class DefaultByCase:
    """Default chosen by the value of another argument."""

    argument: str
    cases: tuple[tuple[str, str], ...]
    otherwise: str


@dataclass(frozen=True, slots=True)
class QueryMember:
    """One member of a CGI query, in wire order: exactly one of value, setting, argument is set."""

    name: str
    value: str | None = None
    setting: str | None = None
    optional: bool = False
    """A setting that servers may lack: then nothing is sent."""
    argument: str | None = None
    codec: CodecName = "text"
    default: DefaultBefore | DefaultByCase | None = None
    false_omits: bool = False
    companion: str | None = None
    """``options``: the argument holding the options; ``steps``: the argument holding the limit."""
    only_for: tuple[str, ...] = ()
    """``options``: the words that take options."""
    options: tuple[OptionField, ...] = ()
    steps: tuple[str, ...] = ()
    """``steps``: the step names that are known (a closed set)."""


@dataclass(frozen=True, slots=True)
class RpcParam:
    """One position of a JSON-RPC call; ``null_as``: the text that is sent for null."""

    argument: str
    null_as: str | None = None
    when_given: bool = False
    """The position is left out where the argument is; only the last ones may be."""


@dataclass(frozen=True, slots=True)
class AtLeastOneOf:
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AtMostOneOf:
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoesWith:
    """``argument`` may be given only together with ``other``."""

    argument: str
    other: str


@dataclass(frozen=True, slots=True)
class Never:
    """A list of names, or a text of them, that must not hold one, in any case."""

    argument: str
    word: str
    because: str


@dataclass(frozen=True, slots=True)
class Needs:
    """``argument`` needs ``other`` to be one of ``values``, always or only when it equals ``value``.

    ``face_sends``: what the face sends in its place, where the documents' client repairs silently.
    """

    argument: str
    value: str | None
    other: str
    values: tuple[str, ...]
    face_sends: str | None = None


Rule: TypeAlias = AtLeastOneOf | AtMostOneOf | GoesWith | Never | Needs


# Results.


@dataclass(frozen=True, slots=True)
class KnownText:
    text: str
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arm:
    """The shape of an answer whose selected member is one of ``when``."""

    when: tuple[Scalar, ...]
    shape: Ref
    meaning: Meaning
    error: str | None
    """Name of the error class, for failures."""
    texts: tuple[KnownText, ...] = ()


@dataclass(frozen=True, slots=True)
class Select:
    """Answers told apart by one member; ``otherwise`` takes every value that no arm lists."""

    member: str
    arms: tuple[Arm, ...]
    otherwise: Ref
    otherwise_error: str


@dataclass(frozen=True, slots=True)
class FailureMember:
    """The answer means failure when ``member`` is not ``ok``; where ``is_bad``, when it is that."""

    member: str
    ok: Scalar
    error: str
    texts: tuple[KnownText, ...] = ()
    is_bad: bool = False


@dataclass(frozen=True, slots=True)
class Plain:
    """One shape for every answer; a body that is no JSON is a text here, and ``body`` says so."""

    shape: Shape
    failure: FailureMember | None = None
    body: Body = "json"
    summary: str = ""
    """What a body that is no JSON holds."""


@dataclass(frozen=True, slots=True)
class BrokenBody:
    """A body that is not JSON but is known: group 1 (or ``text``) is the message."""

    pattern: str
    error: str
    answer: Ref
    """The failure record that the body stands for."""
    values: tuple[tuple[str, Scalar], ...]
    message_member: str
    text: str | None
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A known error of a JSON-RPC method: its name and text, for documentation."""

    name: str
    text: str
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    argument: str
    size: int


@dataclass(frozen=True, slots=True)
class Unsent:
    """A member that the server reads and this description does not send."""

    name: str
    note: Note


@dataclass(frozen=True, slots=True)
class Limit:
    text: str
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    name: str
    summary: str
    arguments: tuple[tuple[str, JsonValue], ...]
    server: str
    answer: str | None
    """Path of the recorded bytes below the service's folder."""
    status: int
    content_type: str
    expect: str
    """``answer``, ``pending`` or the name of an error class."""
    origin: str


@dataclass(frozen=True, slots=True)
class EffectBy:
    """An effect that depends on whether an argument is given."""

    argument: str
    given: Effect
    otherwise: Effect


@dataclass(frozen=True, slots=True)
class Operation:
    name: str
    note: Note
    effect: Effect
    """Of a call without the argument that ``effect_by`` names, if there is one."""
    stability: Stability
    endpoint: str
    """CGI: the endpoint's key in ``Server.endpoints``; JSON-RPC: the method's name."""
    parameters: tuple[Parameter, ...]
    query: tuple[QueryMember, ...]
    """CGI only."""
    params: tuple[RpcParam, ...]
    """JSON-RPC only."""
    rules: tuple[Rule, ...]
    result: Plain | Select
    types: tuple[TypeDef, ...]
    """Types of this operation alone, in file order."""
    broken: tuple[BrokenBody, ...] = ()
    faults: tuple[Fault, ...] = ()
    unsent: tuple[Unsent, ...] = ()
    limits: tuple[Limit, ...] = ()
    batch: Batch | None = None
    corrections: tuple[int, ...] = ()
    examples: tuple[Example, ...] = ()
    since: str | None = None
    deprecated: str | None = None
    max_body: int | None = None
    """Bytes; ``None``: the runtime's default."""
    in_face: bool = True
    """Whether the interface of the documents has it."""
    post_over: int | None = None
    """CGI: characters of a URL above which the query is sent as a form by POST; ``None``: never."""
    path: str = ""
    """``spec/drms/rs_list.yaml``: for the first line of every output."""
    effect_by: EffectBy | None = None


# Services.


@dataclass(frozen=True, slots=True)
class Server:
    id: str
    title: str
    note: Note
    base_url: str
    endpoints: tuple[tuple[str, str], ...]
    """CGI: endpoint key to path below ``base_url``; an operation on another endpoint is not offered."""
    settings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cgi:
    charset: str
    """The charset of a body that is not UTF-8."""


@dataclass(frozen=True, slots=True)
class JsonRpc:
    version: str
    path: str
    """Below the server's base URL, with a trailing slash; method and id follow it."""
    fault: str
    """Name of the error class for the envelope's ``error``."""
    packed_marker: str | None
    """A result that is an object with this member is packed …"""
    packed_payload: str | None
    """… in this member: base64 of gzip of JSON."""
    html_escaped: bool


@dataclass(frozen=True, slots=True)
class Extract:
    """An attribute of an error class, read from a text of its answer."""

    name: str
    member: str
    pattern: str
    every: bool
    note: Note


@dataclass(frozen=True, slots=True)
class ErrorClass:
    name: str
    note: Note
    extract: tuple[Extract, ...] = ()


@dataclass(frozen=True, slots=True)
class Face:
    """The interface of the documents: one class, or one module of functions."""

    style: Literal["class", "functions"]
    name: str
    note: Note


@dataclass(frozen=True, slots=True)
class Variable:
    """An environment variable that users of a service set."""

    name: str
    holds: Holds
    note: Note
    example: str = ""
    pattern: str | None = None
    secret: bool = False
    sets: Literal["base_url", "server"] | None = None
    """What the face reads it as; ``None``: only other programs read it."""


@dataclass(frozen=True, slots=True)
class Undescribed:
    """Something that the service is known to offer, and of which too little is known to call it."""

    url: str
    """Absolute, or a path on every server."""
    note: Note


@dataclass(frozen=True, slots=True)
class Removed:
    """An operation that there was once, for the record."""

    name: str
    note: Note
    until: str
    """When it went."""
    instead: str | None = None
    """The operation to call in its place."""


@dataclass(frozen=True, slots=True)
class Service:
    name: str
    note: Note
    transport: Cgi | JsonRpc
    servers: tuple[Server, ...]
    default_server: str | None
    errors: tuple[ErrorClass, ...]
    face: Face | None
    types: tuple[TypeDef, ...]
    operations: tuple[Operation, ...]
    """By name."""
    sources: tuple[tuple[str, str], ...]
    environment: tuple[Variable, ...] = ()
    """By name; those that the face reads are among them."""
    undescribed: tuple[Undescribed, ...] = ()
    probe: str | None = None
    """The operation whose first example is asked to see whether a server answers."""
    removed: tuple[Removed, ...] = ()
    """By name."""
    path: str = ""

    def operation(self, name: str) -> Operation:
        return next(each for each in self.operations if each.name == name)

    def offering(self, endpoint: str) -> tuple[Server, ...]:
        """The servers that have an endpoint: of JSON-RPC all."""
        if isinstance(self.transport, JsonRpc):
            return self.servers
        return tuple(each for each in self.servers if any(key == endpoint for key, _ in each.endpoints))


@dataclass(frozen=True, slots=True)
class Correction:
    id: int
    title: str
    service: str
    operations: tuple[str, ...]
    documents: str
    """What the documents (or a peer) say."""
    servers: str
    """What was observed."""
    decision: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recording:
    """An answer that was recorded, and what the package makes of it."""

    service: str
    operation: str | None
    """``None``: any operation, which all make the same of it."""
    file: str
    """Its name; ``file#part`` where one file has several answers."""
    outcome: str
    """``answer``, ``pending`` or the name of an error class."""
    asked: str | None = None
    """What was asked for, where no operation asks for it."""


@dataclass(frozen=True, slots=True)
class Package:
    """Everything that one run of the generator knows."""

    name: str
    version: str
    note: Note
    services: tuple[Service, ...]
    corrections: tuple[Correction, ...] = field(default=())
    recordings: tuple[Recording, ...] = ()
    """By service, operation and file; those of all operations first."""
    license: str | None = None
    """An SPDX expression."""

    def service(self, name: str) -> Service:
        return next(each for each in self.services if each.name == name)
