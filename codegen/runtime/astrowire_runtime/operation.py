"""What all operations have in common: arguments to request, response to typed result, without I/O.

Those of CGI programs are in ``cgi``, the methods of JSON-RPC services in ``rpc``.
"""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, NoReturn, TypeVar

import msgspec

from .containers import WRAPPED, ListAnswer, MapAnswer, TextAnswer
from .display import excerpt
from .display import value as shown
from .errors import AstrowireError, RemoteError, RequestInvalid, SchemaMismatch
from .http import HttpRequest, HttpResponse, Id
from .problems import Problem, pointer
from .rules import Rule
from .servers import ServerConfig
from .values import Answer

if TYPE_CHECKING:
    from .sinks import Sink

T = TypeVar("T")
Effect = Literal["read", "read-once", "dedup", "write", "bulk"]
Stability = Literal["documented", "observed", "source-only"]

MAX_BODY: Final = 256 * 1024 * 1024
HIDDEN: Final = "***"
"""Stands for a secret in what is said."""
MOST_PROBLEMS: Final = 1000
"""Differences that an error keeps; ``validate_response`` finds all."""
MOST_UNKNOWN: Final = 1000
"""Unknown members that are counted for drift, by pointer; none longer than ``LONGEST_UNKNOWN``."""
LONGEST_UNKNOWN: Final = 500
OK: Final = 200
"""The HTTP status of answers; those that mean failure have it too."""


class Parameter(msgspec.Struct, frozen=True):
    """An argument of an operation, in the order of the documents."""

    name: str
    required: bool = False
    default: Any = None
    secret: bool = False
    aliases: tuple[str, ...] = ()
    language: str = ""
    """The class, in the package of the service, for what texts are written in."""
    without: tuple[str, ...] = ()
    """What of the language can't be sent."""
    also: tuple[str, ...] = ()
    """Texts that are not of the language and are taken as they are."""
    confirms: bool = False
    """It is not sent: who gives it says that the call is meant."""


class Batch(msgspec.Struct, frozen=True):
    """The argument that clients slice when it holds more than ``size`` items."""

    argument: str
    size: int


class EffectBy(msgspec.Struct, frozen=True):
    """Another effect of calls that have this argument."""

    argument: str
    given: Effect


class Operation(ABC, Generic[T]):
    """One operation of a service, without I/O.

    Attributes
    ----------
    name, service : str
        For example ``rs_list`` and ``drms``.
    effect : str
        ``read``, ``read-once``, ``dedup``, ``write`` or ``bulk``: what may be sent again. Where an argument
        decides, that of a call without it; ``effect_of`` tells that of each call.
    stability : str
        ``documented``, ``observed`` or ``source-only``: where the knowledge of it comes from.
    parameters : tuple of Parameter
        In the order of the documents.
    unknown_members : Counter
        How often answers held members that the description does not know, by pointer.
    into : Sink or None
        What takes the bodies of good answers while they arrive, in place of memory.
    extra_time : float
        Seconds that a call may take beyond the deadline of the client.

    Examples
    --------
    With any transport (``drms`` is the generated package of a service)::

        operation = drms.OPERATIONS["rs_summary"]
        request = operation.encode({"ds": "hmi.m_720s[$]"}, drms.SERVERS["jsoc"])
        result = operation.decode(HttpResponse(200, {}, b'{"count":1,"status":0}'), request)
    """

    def __init__(
        self,
        name: str,
        *,
        module: str,
        effect: Effect,
        effect_by: EffectBy | None = None,
        parameters: Sequence[Parameter],
        stability: Stability = "documented",
        rules: Sequence[Rule] = (),
        batch: Batch | None = None,
        max_body: int = MAX_BODY,
    ) -> None:
        self.name = name
        self.module = module
        self.service = module.split(".")[-2]
        self.effect: Effect = effect
        self.stability: Stability = stability
        self.effect_by = effect_by
        self.parameters = tuple(parameters)
        self.rules = tuple(rules)
        self.batch = batch
        self.max_body = max_body
        self.into: Sink | None = None
        self.extra_time = 0.0
        self.unknown_members: Counter[str] = Counter()

    def __repr__(self) -> str:
        return f"<operation {self.title}>"

    @property
    def title(self) -> str:
        """Service and name, for messages."""
        return f"{self.service}.{self.name}"

    def effect_of(self, arguments: Mapping[str, Any]) -> Effect:
        """Return the effect of a call with these arguments."""
        by = self.effect_by
        return by.given if by and arguments.get(by.argument) is not None else self.effect

    # ------------------------------------------------------------------ schemas

    @cached_property
    def request_schema(self) -> dict[str, Any]:
        """JSON Schema 2020-12 of the arguments; members in positional order."""
        from .schemas import load_schema

        return load_schema(self.module, f"{self.name}.request.json")

    @cached_property
    def response_schema(self) -> dict[str, Any]:
        """JSON Schema 2020-12 of the answer, failures included (JSON-RPC: of the unpacked result)."""
        from .schemas import load_schema

        return load_schema(self.module, f"{self.name}.response.json")

    @cached_property
    def _arguments_schema(self) -> dict[str, Any]:
        # Rules between arguments are explained by themselves, in words.
        return {name: part for name, part in self.request_schema.items() if name not in {"allOf", "anyOf"}}

    @cached_property
    def _accepts(self) -> Callable[[object], bool]:
        """Says yes to arguments only if the checker has no complaint; tried first, because it is quick."""
        from .acceptor import acceptor

        return acceptor(self._arguments_schema)

    # ------------------------------------------------------------------ requests

    def canonical(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """Return the arguments in their one spelling: defaults filled in, order of the documents."""
        filled = {each.name: arguments.get(each.name, each.default) for each in self.parameters}
        filled = {
            each.name: each.default if filled[each.name] is None else filled[each.name]
            for each in self.parameters
        }
        return filled | {name: value for name, value in arguments.items() if name not in filled}

    def spoken(self, arguments: Mapping[str, Any], described: object = None) -> Mapping[str, Any]:
        """Return the arguments with those that are written in a language of the service checked, and as text.

        Parameters
        ----------
        arguments : mapping
            By name.
        described : object
            What the service says of the things that the arguments name, if it is at hand.

        Raises
        ------
        RequestInvalid
            A text can't be read, or the server would not survive it.
        """
        if _no_mapping(arguments):
            return arguments  # which encoding refuses
        given = [
            each
            for each in self.parameters
            if each.language and arguments.get(each.name) not in (None, *each.also)
        ]
        if not given:
            return arguments
        package = sys.modules[self.module.rpartition(".")[0]]
        sent: dict[str, Any] = {}
        problems: list[Problem] = []
        for each in given:
            language, value = getattr(package, each.language), arguments[each.name]
            try:
                sent[each.name] = language.as_argument(value, without=each.without, described=described)
            except RequestInvalid as error:
                said = HIDDEN if each.secret else error.message
                problems.append(Problem(pointer([each.name]), "language", said))
        if problems:
            raise RequestInvalid("these arguments can't be sent:", problems=problems, operation=self.title)
        return {**arguments, **sent}

    def validate_request(self, params: Mapping[str, Any]) -> list[Problem]:
        """Return every problem of the arguments, ``[]`` if they are valid.

        Parameters
        ----------
        params : mapping
            Arguments by name.
        """
        return _no_mapping(params) or self._problems(self.canonical(params), params)

    def _problems(self, canonical: Mapping[str, Any], given: Mapping[str, Any]) -> list[Problem]:
        optional = {each.name for each in self.parameters if not each.required or each.name not in given}
        named = {
            name: value for name, value in canonical.items() if value is not None or name not in optional
        }
        found = [] if self._accepts(named) else _all_problems(self._arguments_schema, named)
        found += self._refusals(canonical) if not found else []
        found += [problem for rule in self.rules if (problem := rule.problem(canonical))]
        if not any(each.secret for each in self.parameters):
            return found
        # What was not given is a default, which may be made from a secret.
        hidden = {each.name for each in self.parameters if each.secret or given.get(each.name) is None}
        return [
            _without_secret(problem, canonical) if _top(problem) in hidden else problem for problem in found
        ]

    def _refusals(self, canonical: Mapping[str, Any]) -> list[Problem]:
        return []

    def _checked(self, params: Mapping[str, Any]) -> dict[str, Any]:
        problems = _no_mapping(params)
        canonical = {} if problems else self.canonical(params)
        problems = problems or self._problems(canonical, params)
        if problems:
            raise RequestInvalid("these arguments can't be sent:", problems=problems, operation=self.title)
        return canonical

    def require_offer(self, server: ServerConfig) -> None:
        """Raise ``RequestInvalid`` if the server does not offer this operation, or is no server."""
        if not isinstance(server, ServerConfig):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise RequestInvalid(
                f"a server is a ServerConfig, such as SERVERS['name'], got {shown(server)}",
                operation=self.title,
            )

    @abstractmethod
    def encode(self, params: Mapping[str, Any], server: ServerConfig, id: Id = 1) -> HttpRequest:
        """Return the request for these arguments.

        Parameters
        ----------
        params : mapping
            Arguments by name.
        server : ServerConfig
            For example ``SERVERS["jsoc"]``.
        id : int or str
            Of the call; JSON-RPC only.

        Raises
        ------
        RequestInvalid
            Arguments are wrong, or the server lacks the operation; every problem is listed.
        """

    def redacted(self, params: Mapping[str, Any]) -> str:
        """Return the arguments for a message or a log line, without secrets and what is as usual."""
        if _no_mapping(params):
            return f"{self.name}(...)"
        # What stands under a name that is unknown may be a secret under a misspelt one.
        open_names = {
            name for each in self.parameters if not each.secret for name in (each.name, *each.aliases)
        }
        usual = {each.name: each.default for each in self.parameters}
        words = (
            f"{name}={shown(value, 60) if name in open_names else HIDDEN}"
            for name, value in params.items()
            if value is not None and (name not in usual or value is not usual[name])
        )
        return f"{self.name}({', '.join(words)})"

    def secrets(self, params: Mapping[str, Any]) -> list[str]:
        """Return the texts that must not be shown, as they are and as they travel."""
        from urllib.parse import quote

        values = [params.get(each.name) for each in self.parameters if each.secret]
        texts = [value for value in values if isinstance(value, str) and value]
        return [
            form
            for text in texts
            for form in (text, quote(text, safe=""), quote(quote(text, safe=""), safe=""))
        ]

    # ------------------------------------------------------------------ answers

    def validate_response(self, obj: object) -> list[Problem]:
        """Return every problem of an answer that was read as plain JSON values, ``[]`` if it is valid.

        Parameters
        ----------
        obj : object
            What ``json.loads`` reads: of a CGI the whole body, of a JSON-RPC service the unpacked ``result``.
        """
        return _all_problems(self.response_schema, obj)

    @abstractmethod
    def decode(
        self, response: HttpResponse, request: HttpRequest | None = None, *, strict: bool = False
    ) -> T:
        """Return the typed result of a response.

        Parameters
        ----------
        response : HttpResponse
            As received.
        request : HttpRequest, optional
            The request it answers; a JSON-RPC id must then match.
        strict : bool
            Refuse duplicate members too.

        Raises
        ------
        RemoteError
            The service says no.
        ResponseError, HttpStatusError
            The response is not what the service promises.
        """

    @abstractmethod
    def plain(self, response: HttpResponse) -> Any:
        """Return an answer that was found valid as the server sent it: plain values, nothing renamed."""

    def is_answer(self, failure: HttpResponse) -> bool:
        """Say whether a response that means failure holds a plain answer all the same."""
        return False

    def _count(self, unknown: Mapping[str, int]) -> None:
        """Count unknown members for drift; a server that makes names up does not fill the memory."""
        counted = self.unknown_members
        for place, count in unknown.items():
            if place in counted or (len(counted) < MOST_UNKNOWN and len(place) <= LONGEST_UNKNOWN):
                counted[place] += count

    def _explained(self, error: AstrowireError, response: HttpResponse) -> AstrowireError:
        error.operation = self.title
        error.status = response.status
        error.excerpt = error.excerpt or excerpt(response.body)
        if isinstance(error, RemoteError):
            error.response = response
        return error

    def _mismatch(self, value: Any) -> NoReturn:
        # A server may get a million things wrong at once; nobody reads them, and to find them takes minutes.
        found = _all_problems(self.response_schema, value, MOST_PROBLEMS)
        more = f" (the first {MOST_PROBLEMS} differences are kept)" if len(found) == MOST_PROBLEMS else ""
        raise SchemaMismatch(f"the answer has another shape than the service promises{more}:", problems=found)


def _top(problem: Problem) -> str:
    return problem.pointer.removeprefix("/").partition("/")[0]


def _without_secret(problem: Problem, arguments: Mapping[str, Any]) -> Problem:
    value = arguments.get(_top(problem))
    message = problem.message.replace(shown(value), HIDDEN)
    return Problem(problem.pointer, problem.rule, message.replace(repr(str(value)), HIDDEN))


def _no_mapping(arguments: object) -> list[Problem]:
    if isinstance(arguments, Mapping):
        return []
    message = f"the arguments must be a mapping of names to values, got {shown(arguments)}"
    return [Problem("", "type", message)]


def _all_problems(schema: Mapping[str, Any], value: object, most: int | None = None) -> list[Problem]:
    from .checker import problems  # needed to explain and to send, not to decode

    return problems(schema, value, most)


def with_raw(value: Any, body: bytes) -> Any:
    """Return an answer with the bytes that it came from, in a class that can keep them."""
    wrap = WRAPPED.get(value.__class__)
    if wrap is not None:
        value = wrap(value)
    kind: type = value.__class__
    if issubclass(kind, TextAnswer | ListAnswer | MapAnswer):
        value.raw = body
    elif issubclass(kind, Answer):
        vars(value)["raw"] = body
    return value
