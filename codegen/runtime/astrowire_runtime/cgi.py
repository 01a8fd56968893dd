"""Operations of CGI programs: arguments to a query string, a JSON body to a typed result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from . import reader
from .codecs import File, QueryMember, members
from .containers import BytesAnswer, ListAnswer, MapAnswer, TextAnswer
from .display import excerpt
from .display import value as shown
from .errors import AstrowireError, RemoteError, RequestInvalid, ResponseError
from .http import HttpRequest, HttpResponse, Id
from .operation import MAX_BODY, OK, Batch, Effect, EffectBy, Operation, Parameter, Stability, T, with_raw
from .problems import Problem
from .results import Broken, Mismatch, Opaque, Plain, Select
from .rules import Rule
from .servers import ServerConfig
from .values import Answer

if TYPE_CHECKING:
    from .stripping import Unknown


_LONGEST_REFUSAL: Final = 64 * 1024
"""Bytes: what means failure where bytes are expected is a text, and a short one."""


class CgiOperation(Operation[T]):
    """An operation of a CGI program: a query string out, JSON in, errors inside HTTP 200."""

    def __init__(
        self,
        name: str,
        *,
        module: str,
        effect: Effect,
        effect_by: EffectBy | None = None,
        parameters: Sequence[Parameter],
        endpoint: str,
        query: Sequence[QueryMember],
        result: Plain | Select | Opaque,
        stability: Stability = "documented",
        charset: str | None = None,
        broken: Sequence[Broken] = (),
        rules: Sequence[Rule] = (),
        batch: Batch | None = None,
        max_body: int = MAX_BODY,
        post_over: int | None = None,
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
        self.endpoint = endpoint
        self.query = tuple(query)
        self.result = result
        self.charset = charset
        self.broken = tuple(broken)
        self.post_over = post_over
        self._files = frozenset(each.name for each in self.query if isinstance(each, File))

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
        from . import posting

        self.require_offer(server)
        canonical = self._checked(params)
        try:
            pairs = members(self.query, canonical, server)
        except ValueError as error:  # an integer of more digits than Python writes
            raise RequestInvalid(f"the arguments can't be written: {error}", operation=self.title) from error
        url = posting.program_url(server.base_url, server.endpoints[self.endpoint])
        return posting.request(url, pairs, files=self._files, post_over=self.post_over, accept=self._accepted)

    @property
    def _accepted(self) -> str:
        if not isinstance(self.result, Opaque):
            return "application/json"
        return "text/plain" if self.result.kind is TextAnswer else "*/*"

    def arguments(self, request: HttpRequest) -> dict[str, Any]:
        """Return the canonical arguments that a request was made from: the inverse of ``encode``."""
        from . import posting

        found = posting.members(request)
        # Who sent the request has confirmed it.
        arguments: dict[str, Any] = {each.name: True if each.confirms else None for each in self.parameters}
        for member in self.query:
            member.decode(found.get(member.name), arguments)
        return arguments

    def decode(
        self, response: HttpResponse, request: HttpRequest | None = None, *, strict: bool = False
    ) -> T:
        if response.status == OK and not strict:
            body = response.body
            try:
                value, error = self.result.first(body)
            except Mismatch:
                pass
            except AstrowireError as wrong:  # what is packed in the answer is not what it should be
                raise self._explained(wrong, response) from wrong.__cause__
            else:
                if error is None:
                    if isinstance(value, Answer):
                        vars(value)["raw"] = body
                        return value  # type: ignore[return-value]
                    return with_raw(value, body)  # type: ignore[no-any-return]
        return self._slow(response, strict=strict)

    def _slow(self, response: HttpResponse, *, strict: bool) -> T:
        try:
            if response.status != OK:
                from .statuses import refuse_status

                refuse_status(response)
            read = self._opaque if isinstance(self.result, Opaque) else self._read
            value, error, charset = read(response, strict=strict)
            value = with_raw(value, response.body)
            if isinstance(value, Answer):
                vars(value)["charset"] = charset
            elif issubclass(value.__class__, TextAnswer | ListAnswer | MapAnswer):
                value.came_in = charset
            if error is not None:
                raise error(self._failure_text(value), answer=value)
        except AstrowireError as error:
            raise self._explained(error, response) from error.__cause__
        return value  # type: ignore[no-any-return]

    def _opaque(self, response: HttpResponse, *, strict: bool) -> tuple[Any, type[RemoteError] | None, str]:
        """A body that is no JSON, unless it is one that is known to mean failure."""
        del strict  # of duplicate members, which there are none of
        received = response.body
        if not received:
            reader.refuse(received, ValueError())
        is_text = isinstance(self.result, Opaque) and self.result.kind is TextAnswer
        body, charset = reader.utf8(received, self.charset) if is_text else (received, reader.UTF_8)
        text = body.decode(errors="replace") if is_text or len(body) <= _LONGEST_REFUSAL else ""
        for broken in self.broken:
            answer = broken.answer(text)
            if answer is not None:
                return answer, broken.error, charset
        if is_text:
            return TextAnswer(text), None, charset
        found = BytesAnswer(received)
        found.content_type = next(
            (value for name, value in response.headers.items() if name.lower() == "content-type"), ""
        )
        return found, None, charset

    def _read(self, response: HttpResponse, *, strict: bool) -> tuple[Any, type[RemoteError] | None, str]:
        received = response.body
        body, charset = reader.utf8(received, self.charset)
        try:
            plain = reader.read(body, strict=strict, any_depth=True)
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
        return *self._converted(plain, body), charset

    def _converted(self, plain: Any, body: bytes) -> tuple[Any, type[RemoteError] | None]:
        from .stripping import Unknown

        unknown = Unknown()
        try:
            found = self.result.second(plain, unknown)
        except Mismatch:
            unknown = Unknown()
            found = self._whole(body, unknown)
        if unknown.nested:
            reader.read(body)  # what is described is no deeper than its types, what is not may be
        self._count(unknown)
        return found

    def _whole(self, body: bytes, unknown: Unknown) -> tuple[Any, type[RemoteError] | None]:
        # Only now are numbers such as 1.0 made integers: where a float may stand they are left as they came.
        try:
            return self.result.second(reader.read(body, whole=True, any_depth=True), unknown)
        except Mismatch:
            self._mismatch(reader.read(body))

    def _failure_text(self, answer: Any) -> str:
        if issubclass(answer.__class__, dict) and isinstance(self.result, Plain) and self.result.failure:
            texts = [answer.get(self.result.failure[0])]
        else:
            names = ("error", "errmsg", "err_msg", "msg", "message")
            texts = [getattr(answer, name, None) for name in names]
        text = next((text for text in texts if isinstance(text, str) and text), "no reason was given")
        status = getattr(answer, "status", None)
        return excerpt(text.strip().encode(errors="replace"), 2000) + (
            f" [status {shown(status)}]" if status is not None else ""
        )

    def plain(self, response: HttpResponse) -> Any:
        import json

        if isinstance(self.result, Opaque):
            return self.decode(response)
        return json.loads(reader.utf8(response.body, self.charset)[0])

    def is_answer(self, failure: HttpResponse) -> bool:
        text = reader.utf8(failure.body, self.charset)[0].decode(errors="replace")
        return all(broken.answer(text) is None for broken in self.broken)
