"""What an operation's answer may be: one shape, or arms told apart by a member.

Decoding climbs rungs over one set of closed types. First one cached decoder
straight from the bytes, then generated checks of what types can't say. Only
what fails there is read again as plain values, loses its unknown members to
the extras, and is converted to the same types with the same checks. Only what
fails that too is explained, problem by problem, by the checker.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal

import msgspec

from .containers import BytesAnswer, Finishing, TextAnswer
from .errors import RemoteError
from .patterns import Pattern, compiled
from .reader import FAILURES

if TYPE_CHECKING:
    from .stripping import Unknown

Check = Callable[[Any], bool]
Finish = Callable[[Any], Any]
Meaning = Literal["answer", "pending", "failure"]

_SMALL: Final = 2048
"""Bytes below which it is cheaper to look at the selecting member first."""


class Mismatch(Exception):
    """The value is not of the shape; the operation turns this into a ``SchemaMismatch``."""


class Shape:
    """One typed shape: its decoder, the checks beside it, and the last touch to its values.

    Parameters
    ----------
    kind
        The type that msgspec decodes to.
    check
        Says of a decoded value whether it also has what types can't say.
    finish
        Returns the value as users see it.
    columns
        Whether it holds arrays that are kept as bytes.
    """

    def __init__(
        self, kind: Any, *, check: Check | None = None, finish: Finish | None = None, columns: bool = False
    ) -> None:
        self.kind = kind
        self.check = check
        self.finish = finish
        self.columns = columns

    @cached_property
    def decoder(self) -> msgspec.json.Decoder[Any]:
        return msgspec.json.Decoder(self.kind)

    @cached_property
    def accepts(self) -> Callable[[Any], object] | None:
        """The check in its quickest form."""
        return self.check.match if isinstance(self.check, Pattern) else self.check

    @cached_property
    def _convert(self) -> Callable[[Any, Unknown], Any]:
        from .stripping import converter  # not needed until an answer holds something new

        return converter(self.kind)

    def from_bytes(self, body: bytes) -> Any:
        """First rung: bytes to value, or ``Mismatch``."""
        try:
            if self.columns and not body.isascii():
                body.decode()  # what is kept as bytes is not looked at by the decoder
            value = self.decoder.decode(body)
        except FAILURES:
            raise Mismatch from None
        if self.accepts and not self.accepts(value):
            raise Mismatch
        return self.finish(value) if self.finish else value

    def from_plain(self, plain: Any, unknown: Unknown) -> Any:
        """Second rung: plain value (which is used up) to value with extras, or ``Mismatch``.

        ``unknown`` counts the members that are not described.
        """
        try:
            value = self._convert(plain, unknown)
        except FAILURES:
            raise Mismatch from None
        if self.accepts and not self.accepts(value):
            raise Mismatch
        return self.finish(value) if self.finish else value


class Arm(Shape):
    """The shape of the answers whose selecting member is one of ``when``.

    Parameters
    ----------
    when
        Values of the selecting member; JSON type and value both count.
    kind, check, finish, columns
        As in ``Shape``.
    meaning
        ``answer``, ``pending``, or ``failure``.
    error
        For failures: the class of ``RemoteError`` to raise.
    """

    def __init__(
        self,
        when: Sequence[Any],
        kind: Any,
        *,
        check: Check | None = None,
        finish: Finish | None = None,
        columns: bool = False,
        error: type[RemoteError] | None = None,
        meaning: Meaning | None = None,
    ) -> None:
        super().__init__(kind, check=check, finish=finish, columns=columns)
        self.when = tuple(when)
        self.error = error
        self.meaning: Meaning = meaning or ("failure" if error else "answer")


class Plain(Shape):
    """One shape for every answer; ``failure`` names the member that makes it an error.

    Parameters
    ----------
    kind, check, finish, columns
        As in ``Shape``.
    failure
        ``(attribute, value when all is well, error class)``, if answers can mean failure.
    bad
        ``(attribute, value that means failure, error class)``, likewise.
    """

    def __init__(
        self,
        kind: Any,
        *,
        check: Check | None = None,
        finish: Finish | None = None,
        columns: bool = False,
        failure: tuple[str, Any, type[RemoteError]] | None = None,
        bad: tuple[str, Any, type[RemoteError]] | None = None,
    ) -> None:
        super().__init__(kind, check=check, finish=finish, columns=columns)
        self.failure = failure or bad
        self._is_bad = bad is not None

    def first(self, body: bytes) -> tuple[Any, type[RemoteError] | None]:
        """First rung: the value, and the error class if it means failure."""
        value = self.from_bytes(body)
        return value, self._error(value)

    def second(self, plain: Any, unknown: Unknown) -> tuple[Any, type[RemoteError] | None]:
        """Second rung: the same from a plain value."""
        value = self.from_plain(plain, unknown)
        return value, self._error(value)

    def _error(self, value: Any) -> type[RemoteError] | None:
        if self.failure is None:
            return None
        attribute, told, error = self.failure
        is_map = issubclass(value.__class__, dict)
        found = value.get(attribute) if is_map else getattr(value, attribute)
        return error if (found == told) is self._is_bad else None


class Opaque:
    """An answer that is no JSON: a text, or bytes.

    Parameters
    ----------
    kind
        ``TextAnswer`` or ``BytesAnswer``.
    """

    def __init__(self, kind: type[TextAnswer | BytesAnswer]) -> None:
        self.kind = kind

    def first(self, body: bytes) -> tuple[Any, type[RemoteError] | None]:
        """Never: bodies that are known to mean failure are looked for before."""
        raise Mismatch

    def second(self, plain: Any, unknown: Unknown) -> tuple[Any, type[RemoteError] | None]:
        """Never: there are no plain values."""
        raise Mismatch


class Select:
    """Answers told apart by the value of one member.

    Parameters
    ----------
    member : str
        Wire name of the selecting member.
    arms : sequence of Arm
        The first is the most frequent one.
    otherwise : Arm
        Takes every value that no arm lists; always a failure.
    """

    def __init__(self, member: str, arms: Sequence[Arm], *, otherwise: Arm) -> None:
        self.member = member
        self.arms = tuple(arms)
        self.otherwise = otherwise
        self._by_value: Mapping[Any, Arm] = {value: arm for arm in arms for value in arm.when}
        self._one_answer = sum(arm.meaning != "failure" for arm in arms) == 1

    @cached_property
    def _peek(self) -> msgspec.json.Decoder[Any]:
        kind = msgspec.defstruct("Peek", [("value", int | str)], rename={"value": self.member})
        return msgspec.json.Decoder(kind)

    def first(self, body: bytes) -> tuple[Any, type[RemoteError] | None]:
        """First rung: the value, and the error class if its arm means failure.

        Where one arm alone is no failure, nothing else is tried.
        """
        tried = None
        if self._one_answer or len(body) >= _SMALL:
            tried = self.arms[0]
            try:
                return tried.from_bytes(body), tried.error
            except Mismatch:
                if self._one_answer:
                    raise
        try:
            arm = self._by_value.get(self._peek.decode(body).value)
        except FAILURES:
            raise Mismatch from None
        if arm is None or arm is tried:
            raise Mismatch
        return arm.from_bytes(body), arm.error

    def second(self, plain: Any, unknown: Unknown) -> tuple[Any, type[RemoteError] | None]:
        """Second rung. The selecting member is looked at anew: ``1.0`` has become ``1`` by now."""
        if plain.__class__ is not dict:
            raise Mismatch
        value = plain.get(self.member)
        if isinstance(value, bool) or not isinstance(value, int | str):
            raise Mismatch
        arm = self._by_value.get(value, self.otherwise)
        return arm.from_plain(plain, unknown), arm.error


class Broken:
    """A body that is not JSON and yet is known: what it stands for.

    Parameters
    ----------
    pattern : str
        Of the whole body; group 1 is the message unless ``text`` is given.
    error
        The class of ``RemoteError`` to raise.
    kind
        The failure record that the body stands for.
    values : mapping
        Its members, apart from the message.
    message : str
        Attribute of ``kind`` that takes the message.
    text : str, optional
        The message, where the body has none.
    """

    def __init__(
        self,
        pattern: str,
        error: type[RemoteError],
        kind: Any,
        *,
        values: Mapping[str, Any],
        message: str,
        text: str | None = None,
    ) -> None:
        self.pattern = pattern
        self.error = error
        self.kind = kind
        self.values = values
        self.message = message
        self.text = text

    def answer(self, body: str) -> Any | None:
        """Return the failure record, or None if the body is another one."""
        found = compiled(self.pattern).search(body)
        if not found:
            return None
        return self.kind(**self.values, **{self.message: found[1] if self.text is None else self.text})


def finished(touch: Callable[[Any], None]) -> Finish:
    """Return a last touch that hands its value back, made of one that works in place."""

    def finish(value: Any) -> Any:
        touch(value)
        return value

    return finish


def one_by_one(finish: Finish) -> Finish:
    """Return a last touch for maps that finishes each value when it is looked at."""

    def finish_all(values: dict[str, Any]) -> Finishing[Any]:
        return Finishing(values, finish)

    return finish_all
