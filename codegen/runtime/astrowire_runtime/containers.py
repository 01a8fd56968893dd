"""Answers that are a text, a list, or a map: as the built-in types, and with the bytes they came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeVar

T = TypeVar("T")


class TextAnswer(str):
    """A text; ``raw`` holds the bytes of the answer.

    >>> TextAnswer("jwst_0565.pmap") == "jwst_0565.pmap"
    True
    """

    __slots__ = ("came_in", "raw")
    raw: bytes
    came_in: str

    @property
    def charset(self) -> str:
        """The charset that the answer came in."""
        return getattr(self, "came_in", "utf-8")

    def rows(self, separator: str = "\t") -> list[list[str]]:
        """Return the lines, each split into cells; a line break inside of a cell ends its line too.

        >>> TextAnswer("T_REC\\tCAMERA\\n2010.05.01\\t1\\n").rows()
        [['T_REC', 'CAMERA'], ['2010.05.01', '1']]
        """
        lines = self.split("\n")
        return [line.split(separator) for line in (lines if lines[-1] else lines[:-1])]


class BytesAnswer(bytes):
    """Bytes that are no text; they stay in memory, and whoever wants a file writes one.

    Attributes
    ----------
    content_type : str
        What the server says they are; empty if it does not say.

    >>> BytesAnswer(b"SIMPLE  =").startswith(b"SIMPLE")
    True
    """

    content_type: str = ""

    @property
    def raw(self) -> bytes:
        """The same bytes."""
        return bytes(self)

    def __repr__(self) -> str:
        return f"<{len(self)} bytes{self.content_type and f' of {self.content_type}'}>"


class ListAnswer(list[T]):
    """A list; ``raw`` holds the bytes of the answer.

    >>> ListAnswer(["a", "b"]) == ["a", "b"]
    True
    """

    __slots__ = ("came_in", "raw")
    raw: bytes
    came_in: str

    @property
    def charset(self) -> str:
        """The charset that the answer came in."""
        return getattr(self, "came_in", "utf-8")


class MapAnswer(dict[str, T]):
    """A map; ``raw`` holds the bytes of the answer.

    >>> MapAnswer({"flat": "x.fits"})["flat"]
    'x.fits'
    """

    __slots__ = ("came_in", "raw")
    raw: bytes
    came_in: str

    @property
    def charset(self) -> str:
        """The charset that the answer came in."""
        return getattr(self, "came_in", "utf-8")


WRAPPED: Final[dict[type, type]] = {str: TextAnswer, list: ListAnswer, dict: MapAnswer}
"""What plain values become at the root of an answer."""


class Finishing(MapAnswer[T]):
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

    def popitem(self) -> tuple[str, T]:
        """Remove the last key and return it with its value."""
        self._finished()
        return super().popitem()

    def setdefault(self, key: str, default: Any = None) -> Any:
        """Return the value of a key, which becomes ``default`` if there is none."""
        self._finished()
        return super().setdefault(key, default)

    def __iter__(self) -> Iterator[str]:
        # An own iterator makes dict(answer) and {**answer} take the values through __getitem__.
        return super().__iter__()

    def __eq__(self, other: object) -> bool:
        return super().__eq__(self._beside(other))

    def __ne__(self, other: object) -> bool:
        return super().__ne__(self._beside(other))

    def _beside(self, other: Any) -> Any:
        """Return the other side of a comparison, both sides finished."""
        self._finished()
        if issubclass(other.__class__, Finishing):
            other._finished()
        return other

    def __repr__(self) -> str:
        self._finished()
        return super().__repr__()

    def __copy__(self) -> MapAnswer[T]:
        return _restored(dict(self._finished()), getattr(self, "raw", b""))

    def copy(self) -> dict[str, T]:
        """Return a plain dictionary of the finished values."""
        return dict(self._finished())

    def __reduce__(self) -> tuple[Any, ...]:
        return (_restored, (dict(self._finished()), getattr(self, "raw", b"")))


def _restored(values: dict[str, T], raw: bytes) -> MapAnswer[T]:
    answer = MapAnswer(values)
    answer.raw = raw
    return answer


class ByHalves(MapAnswer[T]):
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
