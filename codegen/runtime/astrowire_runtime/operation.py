"""Operations: arguments to request, response to typed result. They do no I/O."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import Any, Final, Generic, Literal, NoReturn, TypeVar, cast, get_origin

import msgspec

from . import reader
from .codecs import QueryMember, members
from .containers import WRAPPED, ListAnswer, MapAnswer, TextAnswer
from .display import excerpt
from .display import value as shown
from .envelope import Fault, Id, Protocol, RpcFault, encode_call, envelope_type, is_packed, opened, unpacked
from .errors import (
    AstrowireError,
    EnvelopeMismatch,
    HttpStatusError,
    NotJson,
    RateLimited,
    RemoteError,
    RequestInvalid,
    ResponseError,
    SchemaMismatch,
    ServerUnavailable,
)
from .http import HttpRequest, HttpResponse
from .problems import Problem, pointer
from .results import Broken, Finish, Mismatch, Plain, Select
from .rules import Rule
from .schemas import load_schema
from .servers import ServerConfig
from .values import Answer

T = TypeVar("T")
Effect = Literal["read", "read-once", "dedup", "write", "bulk"]

MAX_BODY: Final = 256 * 1024 * 1024
_OK: Final = 200


class Parameter(msgspec.Struct, frozen=True):
    """An argument of an operation, in the order of the documents."""

    name: str
    required: bool = False
    default: Any = None
    secret: bool = False
    aliases: tuple[str, ...] = ()


class Batch(msgspec.Struct, frozen=True):
    """The argument that clients slice when it holds more than ``size`` items."""

    argument: str
    size: int


class Operation(ABC, Generic[T]):
    """One operation of a service, without I/O.

    Attributes
    ----------
    name, service : str
        For example ``rs_list`` and ``drms``.
    effect : str
        ``read``, ``read-once``, ``dedup``, ``write`` or ``bulk``: what may be sent again.
    parameters : tuple of Parameter
        In the order of the documents.
    unknown_members : Counter
        How often answers held members that the description does not know, by pointer.

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
        parameters: Sequence[Parameter],
        rules: Sequence[Rule] = (),
        batch: Batch | None = None,
        max_body: int = MAX_BODY,
    ) -> None:
        self.name = name
        self.module = module
        self.service = module.split(".")[-2]
        self.effect: Effect = effect
        self.parameters = tuple(parameters)
        self.rules = tuple(rules)
        self.batch = batch
        self.max_body = max_body
        self.unknown_members: Counter[str] = Counter()

    def __repr__(self) -> str:
        return f"<operation {self.title}>"

    @property
    def title(self) -> str:
        """Service and name, for messages."""
        return f"{self.service}.{self.name}"

    # ------------------------------------------------------------------ schemas

    @cached_property
    def request_schema(self) -> dict[str, Any]:
        """JSON Schema 2020-12 of the arguments; members in positional order."""
        return load_schema(self.module, f"{self.name}.request.json")

    @cached_property
    def response_schema(self) -> dict[str, Any]:
        """JSON Schema 2020-12 of the answer, failures included (JSON-RPC: of the unpacked result)."""
        return load_schema(self.module, f"{self.name}.response.json")

    @cached_property
    def _arguments_schema(self) -> dict[str, Any]:
        # Rules between arguments are explained by themselves, in words.
        return {name: part for name, part in self.request_schema.items() if name not in {"allOf", "anyOf"}}

    # ------------------------------------------------------------------ requests

    def canonical(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """Return the arguments in their one spelling: defaults filled in, order of the documents."""
        filled = {each.name: arguments.get(each.name, each.default) for each in self.parameters}
        filled = {
            each.name: each.default if filled[each.name] is None else filled[each.name]
            for each in self.parameters
        }
        return filled | {name: value for name, value in arguments.items() if name not in filled}

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
        found = _all_problems(self._arguments_schema, named)
        found += self._refusals(canonical) if not found else []
        found += [problem for rule in self.rules if (problem := rule.problem(canonical))]
        return [self._without_secret(problem, canonical) for problem in found]

    def _without_secret(self, problem: Problem, arguments: Mapping[str, Any]) -> Problem:
        name = problem.pointer.removeprefix("/").partition("/")[0]
        if not any(each.secret and each.name == name for each in self.parameters):
            return problem
        return Problem(
            problem.pointer, problem.rule, problem.message.replace(shown(arguments.get(name)), "***")
        )

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
        """Return the arguments for a message or a log line, without secrets."""
        secret = {each.name for each in self.parameters if each.secret}
        words = (
            f"{name}={'***' if name in secret else shown(value, 60)}"
            for name, value in params.items()
            if value is not None
        )
        return f"{self.name}({', '.join(words)})"

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

    def _explained(self, error: AstrowireError, response: HttpResponse) -> AstrowireError:
        error.operation = self.title
        error.status = response.status
        error.excerpt = error.excerpt or excerpt(response.body)
        if isinstance(error, RemoteError):
            error.response = response
        return error

    def _mismatch(self, value: Any) -> NoReturn:
        raise SchemaMismatch(
            "the answer has another shape than the service promises:",
            problems=_all_problems(self.response_schema, value),
        )

    def _count(self, value: Any) -> None:
        for path in _extras(value, ()):
            self.unknown_members[path] += 1


def _no_mapping(arguments: object) -> list[Problem]:
    if isinstance(arguments, Mapping):
        return []
    message = f"the arguments must be a mapping of names to values, got {shown(arguments)}"
    return [Problem("", "type", message)]


def _extras(value: object, path: tuple[str, ...]) -> list[str]:
    """Return the pointers of all unknown members, with ``*`` for every index and key."""
    found: list[str] = []
    if isinstance(value, Answer):
        found += [pointer((*path, name)) for name in value.extras]
        for name, wire_name in zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True):
            found += _extras(getattr(value, name), (*path, wire_name))
    elif isinstance(value, dict):
        for each in cast("dict[str, object]", value).values():
            found += _extras(each, (*path, "*"))
    elif isinstance(value, list | tuple):
        for each in cast("Sequence[object]", value):
            found += _extras(each, (*path, "*"))
    return found


def _all_problems(schema: Mapping[str, Any], value: object) -> list[Problem]:
    from .checker import problems  # needed to explain and to send, not to decode

    return problems(schema, value)


def refuse_status(response: HttpResponse) -> None:
    """Raise what an HTTP status other than 200 deserves."""
    status = response.status
    seen = excerpt(response.body)
    text = f"the server answered HTTP {status}" + (f": {seen}" if seen else " with an empty body")
    facts: dict[str, Any] = {"status": status, "excerpt": seen}
    wait = _retry_after(response.headers)
    if status == 204:
        raise NotJson("the server answered HTTP 204, without a body", **facts)
    if status == 429:
        raise RateLimited(text, retry_after=wait, retry_safe=True, **facts)
    if status >= 500:
        raise ServerUnavailable(text, retry_after=wait, **facts)
    raise HttpStatusError(text, **facts)


def _retry_after(headers: Mapping[str, str]) -> float | None:
    text = next((text for name, text in headers.items() if name.lower() == "retry-after"), None)
    if text is None or not text.strip().isascii():
        return None
    if text.strip().isdigit():
        return float(text) if len(text.strip()) < 10 else None
    from email.utils import parsedate_to_datetime

    try:
        from datetime import UTC, datetime

        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError, OverflowError):
        return None


class CgiOperation(Operation[T]):
    """An operation of a CGI program: a query string out, JSON in, errors inside HTTP 200."""

    def __init__(
        self,
        name: str,
        *,
        module: str,
        effect: Effect,
        parameters: Sequence[Parameter],
        endpoint: str,
        query: Sequence[QueryMember],
        result: Plain | Select,
        charset: str | None = None,
        broken: Sequence[Broken] = (),
        rules: Sequence[Rule] = (),
        batch: Batch | None = None,
        max_body: int = MAX_BODY,
    ) -> None:
        super().__init__(
            name,
            module=module,
            effect=effect,
            parameters=parameters,
            rules=rules,
            batch=batch,
            max_body=max_body,
        )
        self.endpoint = endpoint
        self.query = tuple(query)
        self.result = result
        self.charset = charset
        self.broken = tuple(broken)

    def canonical(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        filled = super().canonical(arguments)
        for member in self.query:
            member.canonical(filled)
        return filled

    def _refusals(self, canonical: Mapping[str, Any]) -> list[Problem]:
        return [problem for member in self.query for problem in member.refusals(canonical)]

    def require_offer(self, server: ServerConfig) -> None:
        super().require_offer(server)
        if self.endpoint not in server.endpoints:
            raise RequestInvalid(
                f"the server {server.title} does not offer {self.name}: it has no {self.endpoint}",
                operation=self.title,
            )

    def encode(self, params: Mapping[str, Any], server: ServerConfig, id: Id = 1) -> HttpRequest:
        from urllib.parse import quote

        self.require_offer(server)
        canonical = self._checked(params)
        # Blanks become %20, never "+": not every program undoes the plus.
        try:
            pairs = members(self.query, canonical, server)
        except ValueError as error:  # an integer of more digits than Python writes
            raise RequestInvalid(f"the arguments can't be written: {error}", operation=self.title) from error
        query = "&".join(f"{quote(name, safe='')}={quote(text, safe='')}" for name, text in pairs)
        url = server.base_url + server.endpoints[self.endpoint] + (f"?{query}" if query else "")
        return HttpRequest("GET", url, {"Accept": "application/json"})

    def arguments(self, request: HttpRequest) -> dict[str, Any]:
        """Return the canonical arguments that a request was made from: the inverse of ``encode``."""
        from urllib.parse import parse_qsl, urlsplit

        found = dict(parse_qsl(urlsplit(request.url).query, keep_blank_values=True, strict_parsing=False))
        arguments: dict[str, Any] = {each.name: None for each in self.parameters}
        for member in self.query:
            member.decode(found.get(member.name), arguments)
        return arguments

    def decode(
        self, response: HttpResponse, request: HttpRequest | None = None, *, strict: bool = False
    ) -> T:
        if response.status == _OK and not strict:
            body = response.body
            try:
                value, error = self.result.first(body)
            except Mismatch:
                pass
            else:
                if error is None:
                    if isinstance(value, Answer):
                        vars(value)["raw"] = body
                        return value  # type: ignore[return-value]
                    return _with_raw(value, body)  # type: ignore[no-any-return]
        return self._slow(response, strict=strict)

    def _slow(self, response: HttpResponse, *, strict: bool) -> T:
        try:
            if response.status != _OK:
                refuse_status(response)
            value, error, charset = self._read(response.body, strict=strict)
            value = _with_raw(value, response.body)
            if isinstance(value, Answer):
                vars(value)["charset"] = charset
            if error is not None:
                raise error(self._failure_text(value), answer=value)
        except AstrowireError as error:
            raise self._explained(error, response) from error.__cause__
        return value  # type: ignore[no-any-return]

    def _read(self, received: bytes, *, strict: bool) -> tuple[Any, type[RemoteError] | None, str]:
        body, charset = reader.utf8(received, self.charset)
        try:
            plain = reader.read(body, strict=strict)
        except ResponseError:
            for broken in self.broken:
                answer = broken.answer(body.decode(errors="replace"))
                if answer is not None:
                    return answer, broken.error, charset
            raise
        if body is not received and not strict:
            # In UTF-8 now, the bytes may be taken the short way, which was tried in vain before.
            with suppress(Mismatch):
                return *self.result.first(body), charset
        try:
            value, error = self.result.second(plain)
        except Mismatch:
            value, error = self._whole(body)
        self._count(value)
        return value, error, charset

    def _whole(self, body: bytes) -> tuple[Any, type[RemoteError] | None]:
        # Only now are numbers such as 1.0 made integers: where a float may stand they are left as they came.
        try:
            return self.result.second(reader.read(body, whole=True))
        except Mismatch:
            self._mismatch(reader.read(body))

    def _failure_text(self, answer: Any) -> str:
        texts = (getattr(answer, name, None) for name in ("error", "errmsg", "err_msg", "msg", "message"))
        text = next((text for text in texts if isinstance(text, str) and text), "no reason was given")
        status = getattr(answer, "status", None)
        return excerpt(text.strip().encode(errors="replace"), 2000) + (
            f" [status {shown(status)}]" if status is not None else ""
        )

    def plain(self, response: HttpResponse) -> Any:
        import json

        return json.loads(reader.utf8(response.body, self.charset)[0])

    def is_answer(self, failure: HttpResponse) -> bool:
        text = reader.utf8(failure.body, self.charset)[0].decode(errors="replace")
        return all(broken.answer(text) is None for broken in self.broken)


class RpcOperation(Operation[T]):
    """A method of a JSON-RPC service: positional parameters that are always all sent."""

    def __init__(
        self,
        name: str,
        *,
        module: str,
        effect: Effect,
        parameters: Sequence[Parameter],
        protocol: Protocol,
        result: Plain,
        fault: type[RpcFault],
        method: str | None = None,
        null_as: Mapping[str, str] | None = None,
        sent: Sequence[str] | None = None,
        rules: Sequence[Rule] = (),
        batch: Batch | None = None,
        max_body: int = MAX_BODY,
    ) -> None:
        super().__init__(
            name,
            module=module,
            effect=effect,
            parameters=parameters,
            rules=rules,
            batch=batch,
            max_body=max_body,
        )
        self.method = method or name
        self.protocol = protocol
        self.result = result
        self.fault = fault
        self.null_as = dict(null_as or {})
        self.sent = tuple(sent or (each.name for each in parameters))

    def encode(self, params: Mapping[str, Any], server: ServerConfig, id: Id = 1) -> HttpRequest:
        from urllib.parse import quote

        self.require_offer(server)
        if isinstance(id, bool) or not isinstance(id, int | str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise RequestInvalid(
                f"the id of a call must be an integer or a text, got {shown(id)}", operation=self.title
            )
        canonical = self._checked(params)
        values = [self._sent(name, canonical[name]) for name in self.sent]
        try:
            body = encode_call(self.protocol, self.method, values, id)
            path = f"{self.protocol.path}{quote(self.method, safe='')}/{quote(str(id), safe='')}/"
        except (TypeError, ValueError, OverflowError) as error:
            raise RequestInvalid(f"the arguments have no JSON form: {error}", operation=self.title) from error
        return HttpRequest(
            "POST",
            server.base_url + path,
            {"Accept": "application/json", "Content-Type": "application/json"},
            body,
        )

    def _sent(self, name: str, value: Any) -> Any:
        return self.null_as.get(name) if value is None else value

    def arguments(self, request: HttpRequest) -> dict[str, Any]:
        """Return the canonical arguments that a request was made from: the inverse of ``encode``."""
        values = msgspec.json.decode(request.body)["params"]
        return {
            name: None if value == self.null_as.get(name) else value
            for name, value in zip(self.sent, values, strict=True)
        }

    @cached_property
    def _quick(
        self,
    ) -> tuple[Callable[[bytes], Any], Callable[[Any], object] | None, Finish | None, type | None]:
        kind, finish = self.result.kind, self.result.finish
        opened = msgspec.json.Decoder(envelope_type(kind, self.protocol.version)).decode
        return opened, self.result.accepts, finish, None if finish else WRAPPED.get(get_origin(kind) or kind)

    def decode(
        self, response: HttpResponse, request: HttpRequest | None = None, *, strict: bool = False
    ) -> T:
        if response.status != _OK or strict:
            return self._slow(response, request, strict=strict)
        opened, accepts, finish, wrap = self._quick
        body = response.body
        try:
            envelope = opened(body)
        except reader.FAILURES:
            return self._slow(response, request, strict=strict)
        if request is not None:
            self._match(request, envelope.id, response)
        value = envelope.result
        # A packed result may look like a valid map of texts, so its marker is looked for first.
        if value.__class__ is dict and self.protocol.marker in value:
            return self._slow(response, request, strict=strict)
        if accepts is not None and not accepts(value):
            return self._slow(response, request, strict=strict)
        if wrap is None:
            return _with_raw(value if finish is None else finish(value), body)  # type: ignore[no-any-return]
        value = wrap(value)
        value.raw = body
        return value  # type: ignore[no-any-return]

    def _slow(self, response: HttpResponse, request: HttpRequest | None, *, strict: bool) -> T:
        try:
            if response.status != _OK:
                self._refuse_status(response, request)
            value = self._converted(response, request, strict=strict)
        except AstrowireError as error:
            raise self._explained(error, response) from error.__cause__
        self._count(value)
        return _with_raw(value, response.body)  # type: ignore[no-any-return]

    def _converted(self, response: HttpResponse, request: HttpRequest | None, *, strict: bool) -> Any:
        with suppress(Mismatch):
            return self.result.from_plain(self._opened(response, request, strict=strict))
        # Only now are numbers such as 1.0 made integers: where a float may stand they are left as they came.
        try:
            return self.result.from_plain(self._opened(response, request, strict=strict, whole=True))
        except Mismatch:
            self._mismatch(self._opened(response, request, strict=False))

    def _refuse_status(self, response: HttpResponse, request: HttpRequest | None) -> None:
        # Some releases of the servers' library send their errors with 400, 404 or 500: the envelope decides.
        with suppress(ResponseError):
            self._opened(response, request, strict=False)
        refuse_status(response)

    def _opened(
        self, response: HttpResponse, request: HttpRequest | None, *, strict: bool, whole: bool = False
    ) -> Any:
        """Return the plain, unpacked result, or raise what the envelope says."""
        plain = reader.read(response.body, strict=strict, whole=whole)
        fault, call_id, result = opened(self.protocol, plain)
        if request is not None:
            self._match(request, call_id, response)
        if fault is not None:
            vars(fault)["raw"] = response.body
            raise self.fault(_fault_text(fault), answer=fault)
        if is_packed(self.protocol, result):
            return reader.read(unpacked(self.protocol, result, self.max_body), strict=strict, whole=whole)
        return result

    def _match(self, request: HttpRequest, call_id: Any, response: HttpResponse) -> None:
        asked = msgspec.json.decode(request.body, type=_Asked).id
        if asked != call_id or isinstance(call_id, bool):
            raise self._explained(
                EnvelopeMismatch(f"the answer has the id {shown(call_id)}, the call had {shown(asked)}"),
                response,
            )

    def plain(self, response: HttpResponse) -> Any:
        import json

        result = json.loads(response.body)["result"]
        if is_packed(self.protocol, result):
            return json.loads(unpacked(self.protocol, result, self.max_body))
        return result


def _with_raw(value: Any, body: bytes) -> Any:
    wrap = WRAPPED.get(value.__class__)
    if wrap is not None:
        value = wrap(value)
    kind: type = value.__class__
    if issubclass(kind, TextAnswer | ListAnswer | MapAnswer):
        value.raw = body
    elif issubclass(kind, Answer):
        vars(value)["raw"] = body
    return value


class _Asked(msgspec.Struct):
    id: int | str


def _fault_text(fault: Fault) -> str:
    return (
        fault.message
        if fault.message.startswith(f"{fault.name}:") or not fault.name
        else f"{fault.name}: {fault.message}"
    )
