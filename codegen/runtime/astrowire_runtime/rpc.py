"""Methods of JSON-RPC services: arguments to an envelope, an envelope to a typed result."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import Any, Final, get_origin

import msgspec

from . import reader
from .containers import WRAPPED
from .display import value as shown
from .envelope import (
    ENVELOPE,
    Fault,
    Protocol,
    RpcFault,
    encode_call,
    envelope_type,
    inflated,
    is_packed,
    opened,
    packed_type,
    unpacked,
)
from .errors import AstrowireError, EnvelopeMismatch, RequestInvalid, ResponseError
from .http import HttpRequest, HttpResponse, Id
from .operation import MAX_BODY, OK, Batch, Effect, EffectBy, Operation, Parameter, Stability, T, with_raw
from .results import Finish, Mismatch, Plain
from .rules import Rule
from .servers import ServerConfig

_NO_PATH: Final = frozenset({"", ".", ".."})
"""Texts that are no part of a path."""


class RpcOperation(Operation[T]):
    """A method of a JSON-RPC service: positional parameters that are always all sent."""

    def __init__(
        self,
        name: str,
        *,
        module: str,
        effect: Effect,
        effect_by: EffectBy | None = None,
        parameters: Sequence[Parameter],
        protocol: Protocol,
        result: Plain,
        stability: Stability = "documented",
        fault: type[RpcFault],
        method: str | None = None,
        null_as: Mapping[str, str] | None = None,
        sent: Sequence[str] | None = None,
        when_given: Sequence[str] = (),
        rules: Sequence[Rule] = (),
        batch: Batch | None = None,
        max_body: int = MAX_BODY,
    ) -> None:
        super().__init__(
            name,
            module=module,
            effect=effect,
            effect_by=effect_by,
            parameters=parameters,
            stability=stability,
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
        self.when_given = frozenset(when_given)

    def encode(self, params: Mapping[str, Any], server: ServerConfig, id: Id = 1) -> HttpRequest:
        from urllib.parse import quote

        self.require_offer(server)
        if isinstance(id, bool) or not isinstance(id, int | str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise RequestInvalid(
                f"the id of a call must be an integer or a text, got {shown(id)}", operation=self.title
            )
        if id in _NO_PATH:
            # Whoever sends it would take it, and the method before it, out of the path.
            raise RequestInvalid(f"{shown(id)} can't be the id of a call", operation=self.title)
        canonical = self._checked(params)
        values = [self._sent(name, canonical[name]) for name in self._positions(canonical)]
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

    def _positions(self, canonical: Mapping[str, Any]) -> Sequence[str]:
        """The arguments that are sent; the last ones may be left out where they are not given."""
        count = len(self.sent)
        while count and self.sent[count - 1] in self.when_given and canonical[self.sent[count - 1]] is None:
            count -= 1
        return self.sent[:count]

    def _sent(self, name: str, value: Any) -> Any:
        return self.null_as.get(name) if value is None else value

    def arguments(self, request: HttpRequest) -> dict[str, Any]:
        """Return the canonical arguments that a request was made from: the inverse of ``encode``."""
        values = msgspec.json.decode(request.body)["params"]
        values += [None] * (len(self.sent) - len(values))
        return {
            name: None if value == self.null_as.get(name) else value
            for name, value in zip(self.sent, values, strict=True)
        }

    @cached_property
    def _quick(
        self,
    ) -> tuple[Callable[[bytes], Any], Callable[[Any], object] | None, Finish | None, type | None]:
        kind, finish = self.result.kind, self.result.finish
        decode = msgspec.json.Decoder(envelope_type(kind, self.protocol.version)).decode
        opened = _of_utf8(decode) if self.result.columns else decode
        return opened, self.result.accepts, finish, None if finish else WRAPPED.get(get_origin(kind) or kind)

    def decode(
        self, response: HttpResponse, request: HttpRequest | None = None, *, strict: bool = False
    ) -> T:
        if response.status != OK or strict:
            return self._slow(response, request, strict=strict)
        opened, accepts, finish, wrap = self._quick
        body = response.body
        try:
            envelope = opened(body)
        except reader.FAILURES:
            return self._packed(response, request)
        if request is not None:
            self._match(request, envelope.id, response)
        value = envelope.result
        # A packed result may look like a valid map of texts, so its marker is looked for first.
        if value.__class__ is dict and self.protocol.marker in value:
            return self._packed(response, request)
        if accepts is not None and not accepts(value):
            return self._slow(response, request, strict=strict)
        if wrap is None:
            try:
                return with_raw(value if finish is None else finish(value), body)  # type: ignore[no-any-return]
            except AstrowireError as error:
                raise self._explained(error, response) from error.__cause__
        value = wrap(value)
        value.raw = body
        return value  # type: ignore[no-any-return]

    @cached_property
    def _quick_packed(self) -> Callable[[bytes], Any] | None:
        if self.protocol.marker is None or self.protocol.payload is None:
            return None
        return msgspec.json.Decoder(packed_type(self.protocol)).decode

    def _packed(self, response: HttpResponse, request: HttpRequest | None) -> T:
        """Decode what the quick way did not take: a packed result is unpacked, and takes it then."""
        if self._quick_packed is None:
            return self._slow(response, request, strict=False)
        try:
            envelope = self._quick_packed(response.body)
        except reader.FAILURES:
            return self._slow(response, request, strict=False)
        if request is not None:
            self._match(request, envelope.id, response)
        try:
            value = self.result.from_bytes(inflated(envelope.result.payload, self.max_body))
        except AstrowireError as error:
            raise self._explained(error, response) from error.__cause__
        except Mismatch:
            return self._slow(response, request, strict=False)
        return with_raw(value, response.body)  # type: ignore[no-any-return]

    def _slow(self, response: HttpResponse, request: HttpRequest | None, *, strict: bool) -> T:
        try:
            if response.status != OK:
                self._refuse_status(response, request)
            value = self._converted(response, request, strict=strict)
        except AstrowireError as error:
            raise self._explained(error, response) from error.__cause__
        return with_raw(value, response.body)  # type: ignore[no-any-return]

    def _converted(self, response: HttpResponse, request: HttpRequest | None, *, strict: bool) -> Any:
        with suppress(Mismatch):
            return self._accepted(response, request, strict=strict)
        # Only now are numbers such as 1.0 made integers: where a float may stand they are left as they came.
        try:
            return self._accepted(response, request, strict=strict, whole=True)
        except Mismatch:
            self._mismatch(self._opened(response, request, strict=False))

    def _accepted(
        self, response: HttpResponse, request: HttpRequest | None, *, strict: bool, whole: bool = False
    ) -> Any:
        from .stripping import Unknown

        unknown = Unknown()
        plain = self._opened(response, request, strict=strict, whole=whole, any_depth=True)
        value = self.result.from_plain(plain, unknown)
        if unknown.nested:  # what is described is no deeper than its types, what is not may be
            self._opened(response, request, strict=False)
        self._count(unknown)
        return value

    def _refuse_status(self, response: HttpResponse, request: HttpRequest | None) -> None:
        from .statuses import refuse_status

        # Some releases of the servers' library send their errors with 400, 404 or 500: the envelope decides.
        with suppress(ResponseError):
            self._opened(response, request, strict=False)
        refuse_status(response)

    def _opened(
        self,
        response: HttpResponse,
        request: HttpRequest | None,
        *,
        strict: bool,
        whole: bool = False,
        any_depth: bool = False,
    ) -> Any:
        """Return the plain, unpacked result, or raise what the envelope says."""
        plain = reader.read(response.body, strict=strict, whole=whole, any_depth=any_depth)
        try:
            fault, call_id, result = opened(self.protocol, plain)
        except EnvelopeMismatch:
            reader.read(response.body)
            raise
        packed = is_packed(self.protocol, result)
        if any_depth and (fault is not None or packed or len(plain) > len(ENVELOPE) or _has_parts(call_id)):
            reader.read(response.body)
        if request is not None:
            self._match(request, call_id, response)
        if fault is not None:
            vars(fault)["raw"] = response.body
            raise self.fault(_fault_text(fault), answer=fault)
        if packed:
            text = unpacked(self.protocol, result, self.max_body)
            return reader.read(text, strict=strict, whole=whole, any_depth=any_depth)
        return result

    def _match(self, request: HttpRequest, call_id: Any, response: HttpResponse) -> None:
        asked = msgspec.json.decode(request.body, type=_Asked).id
        if asked != call_id or isinstance(call_id, bool):
            raise self._explained(
                EnvelopeMismatch(
                    f"the answer has the id {shown(call_id)}, the call had {shown(asked)}",
                    repeats=1,
                    may_have_acted=True,
                ),
                response,
            )

    def plain(self, response: HttpResponse) -> Any:
        import json

        result = json.loads(response.body)["result"]
        if is_packed(self.protocol, result):
            return json.loads(unpacked(self.protocol, result, self.max_body))
        return result


def _of_utf8(decode: Callable[[bytes], Any]) -> Callable[[bytes], Any]:
    """Return a decoder that refuses what is no UTF-8 in parts that are kept as bytes too."""

    def checked(body: bytes) -> Any:
        if not body.isascii():
            body.decode()
        return decode(body)

    return checked


def _has_parts(value: Any) -> bool:
    return isinstance(value, list | dict)


class _Asked(msgspec.Struct):
    id: int | str


def _fault_text(fault: Fault) -> str:
    return (
        fault.message
        if fault.message.startswith(f"{fault.name}:") or not fault.name
        else f"{fault.name}: {fault.message}"
    )
