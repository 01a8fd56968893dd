"""Building blocks of typed answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, overload

import msgspec
from msgspec import UNSET, UnsetType

T = TypeVar("T")

__all__ = [
    "UNSET",
    "Answer",
    "ClosedAnswer",
    "ListOrNull",
    "Sentinel",
    "UnsetType",
    "number",
    "sentinels",
]


class Answer(msgspec.Struct, frozen=True, dict=True, forbid_unknown_fields=True, kw_only=True):
    """A JSON object of an answer.

    Members that the description does not know are kept in ``extras``; they take
    no part in ``==`` and in encoding. Comparison, copies and pickles work.
    """

    @property
    def extras(self) -> dict[str, Any]:
        """Members that the description does not know, as plain JSON values."""
        found: dict[str, Any] = self.__dict__.get("extras", {})
        return found

    @property
    def raw(self) -> bytes:
        """The bytes of the answer that this is the root of (``b""`` for the parts of an answer)."""
        body: bytes = self.__dict__.get("raw", b"")
        return body

    @property
    def charset(self) -> str:
        """The charset that the answer's bytes were read in: ``utf-8`` or the service's own."""
        name: str = self.__dict__.get("charset", "utf-8")
        return name

    def __copy__(self) -> Answer:
        return _rebuild(type(self), _members(self), _kept(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return (_rebuild, (type(self), _members(self), _kept(self)))


class ClosedAnswer(Answer, frozen=True):
    """An answer object whose members are all known: anything else is refused."""


def _members(answer: Answer) -> dict[str, Any]:
    return {name: getattr(answer, name) for name in answer.__struct_fields__}


def _kept(answer: Answer) -> dict[str, Any]:
    """What belongs to the answer beside its members; what was only made from them is made again."""
    return {name: value for name, value in answer.__dict__.items() if not name.startswith("_")}


def _rebuild(kind: type[Answer], members: dict[str, Any], state: dict[str, Any]) -> Answer:
    answer = kind(**members)
    vars(answer).update(state)
    return answer


class Sentinel(str):
    """A text in an answer that stands where another kind of value was asked for.

    It equals its text, so code that compares texts keeps working; its class tells it apart.
    Exactly one of ``TEXT`` (compared without regard to case) and ``PREFIX`` is set.
    """

    __slots__ = ()
    TEXT: ClassVar[str] = ""
    PREFIX: ClassVar[str] = ""

    @property
    def reason(self) -> str:
        """What follows the prefix: why it stands there."""
        return self[len(self.PREFIX) :].strip() if self.PREFIX else str(self)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str.__repr__(self)})"


def sentinels(*kinds: type[Sentinel]) -> Callable[[str], str]:
    """Return what gives a text the first of the classes that fits it, or leaves it as it is.

    >>> class Nothing(Sentinel):
    ...     TEXT = "n/a"
    >>> tell = sentinels(Nothing)
    >>> tell("N/A"), tell("x.fits")
    (Nothing('N/A'), 'x.fits')
    """

    def tell(text: str) -> str:
        for kind in kinds:
            if text.startswith(kind.PREFIX) if kind.PREFIX else text.lower() == kind.TEXT.lower():
                return kind(text)
        return text

    return tell


@overload
def number(text: int | str) -> int | float: ...
@overload
def number(text: int | str | UnsetType) -> int | float | UnsetType: ...
def number(text: int | str | UnsetType) -> int | float | UnsetType:
    """Return the number that a member holds, whether it came as a number or as text.

    >>> number("-3"), number("1.234"), number(7)
    (-3, 1.234, 7)
    """
    if isinstance(text, int | UnsetType):
        return text
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return float(text)  # more digits than Python makes an integer of


if TYPE_CHECKING:
    ListOrNull = list
else:

    class ListOrNull:
        """``list[T]`` to its readers; on the wire the empty list is written ``[null]``."""

        def __class_getitem__(cls, item: Any) -> Any:
            return list[item | None]


def null_for_empty(values: list[Any]) -> bool:
    """Say whether a list has no null, or nothing but one: then it is emptied, as that is what it stands for.

    >>> names = [None]
    >>> null_for_empty(names), names
    (True, [])
    """
    if None not in values:
        return True
    if len(values) > 1:
        return False
    values.clear()
    return True
