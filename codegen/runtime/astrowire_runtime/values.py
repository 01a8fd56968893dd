"""Building blocks of typed answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, overload

import msgspec
from msgspec import UNSET, UnsetType

T = TypeVar("T")

__all__ = [
    "UNSET",
    "Answer",
    "ByHalves",
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
        return _rebuild(type(self), _members(self), dict(self.__dict__))

    def __reduce__(self) -> tuple[Any, ...]:
        return (_rebuild, (type(self), _members(self), dict(self.__dict__)))


class ClosedAnswer(Answer, frozen=True):
    """An answer object whose members are all known: anything else is refused."""


def _members(answer: Answer) -> dict[str, Any]:
    return {name: getattr(answer, name) for name in answer.__struct_fields__}


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
    return float(text) if "." in text else int(text)


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


class Finishing(dict[str, T]):
    """Answers by key that get the form that users see when they are looked at.

    An answer may hold a hundred thousand values of which few are looked at; each
    is finished on its way out, once. Everything else is a plain ``dict``.

    Parameters
    ----------
    values : dict
        As decoded.
    finish : callable
        Returns a value in its last form; on a finished value it changes nothing.
    """

    def __init__(self, values: dict[str, Any], finish: Callable[[Any], T]) -> None:
        super().__init__(values)
        self._finish: Callable[[Any], T] | None = finish

    def _finished(self) -> dict[str, T]:
        if self._finish is not None:
            for key, value in super().items():
                super().__setitem__(key, self._finish(value))
            self._finish = None
        return self

    def __getitem__(self, key: str) -> T:
        value = super().__getitem__(key)
        return value if self._finish is None else self._finish(value)

    def get(self, key: str, default: Any = None) -> Any:
        """Return the value of a key, else ``default``."""
        try:
            return self[key]
        except KeyError:
            return default

    def values(self) -> Any:
        """Return the values, all of them finished."""
        self._finished()
        return super().values()

    def items(self) -> Any:
        """Return the keys and values, all of them finished."""
        self._finished()
        return super().items()

    def pop(self, key: str, *default: Any) -> Any:
        """Remove a key and return its value."""
        self._finished()
        return super().pop(key, *default)

    def __iter__(self) -> Iterator[str]:
        # An own iterator makes dict(answer) and {**answer} take the values through __getitem__.
        return super().__iter__()

    def __eq__(self, other: object) -> bool:
        self._finished()
        return super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        self._finished()
        return super().__ne__(other)

    def __repr__(self) -> str:
        self._finished()
        return super().__repr__()

    def __copy__(self) -> dict[str, T]:
        return dict(self._finished())

    def copy(self) -> dict[str, T]:
        """Return a plain dictionary of the finished values."""
        return dict(self._finished())

    def __reduce__(self) -> tuple[Any, ...]:
        return (dict, (dict(self._finished()),))


class ByHalves(dict[str, T]):
    """Answers by dataset id, found by the whole id or by either half, in any case.

    The server upper-cases ids and answers with ids of two parts, ``a:b``, also
    when one part was asked.

    >>> found = ByHalves({"U20L0U01T:U20L0U01T": 1})
    >>> found["u20l0u01t"]
    1
    >>> "U20L0U01T" in found, len(found)
    (True, 1)
    """

    def matches(self, asked: str) -> dict[str, T]:
        """Return every entry that ``asked`` means: itself, or those it is a half of."""
        if super().__contains__(asked):
            return {asked: super().__getitem__(asked)}
        wanted = _folded(asked)
        whole = {key: value for key, value in self.items() if _folded(key) == wanted}
        return whole or {
            key: value for key, value in self.items() if wanted in {_folded(half) for half in key.split(":")}
        }

    def __missing__(self, asked: str) -> T:
        found = self.matches(asked)
        if len(found) == 1:
            return next(iter(found.values()))
        if found:
            raise KeyError(f"{asked!r} stands for {len(found)} ids, ask for one: {', '.join(found)}")
        raise KeyError(asked)

    def __contains__(self, asked: object) -> bool:
        return super().__contains__(asked) or (isinstance(asked, str) and bool(self.matches(asked)))

    def get(self, asked: str, default: Any = None) -> Any:
        """Return the one entry that ``asked`` means, else ``default``."""
        try:
            return self[asked]
        except KeyError:
            return default

    def __iter__(self) -> Iterator[str]:
        return super().__iter__()


def _folded(dataset_id: str) -> str:
    # Servers take lower case, and an underscore before the detector, for the same id.
    return dataset_id.upper().replace("_", ".")
