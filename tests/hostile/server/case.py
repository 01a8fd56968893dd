"""One case of the suite: what a hostile server tries, and what becomes of it.

A case is a test whose name begins with its id and whose docstring says what is
tried. It returns what came of it, one outcome or several, and its decorator
says which kinds these must be::

    @happens(astrowire.RedirectRefused, so="nobody else is asked")
    def test_R04_elsewhere() -> Any:
        \"\"\"A redirect to another host.\"\"\"

Whatever a case is about, an exception must be exactly of a class that it names,
and all that it shows to people must be printable and of bounded length.
"""

from __future__ import annotations

import functools
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import astrowire

LONGEST = 25_000
"""Characters of a message: 2000 of a server's text, ten for each that can't be shown, and our own words."""
LONGEST_TRACEBACK = 100_000

Test = Callable[..., Any]
Kind = type[Exception] | None


@dataclass(frozen=True)
class Case:
    """A row of the table."""

    id: str
    tried: str
    becomes: str


def happens(*kinds: Kind, so: str = "") -> Callable[[Test], Test]:
    """Say what kinds of outcome a test returns, all of which must occur: ``None`` is an answer.

    Parameters
    ----------
    kinds : exception classes or None
        None at all: the test looks at no client, and says all by itself.
    so : str
        What else is so, in a few words.
    """

    def decorate(test: Test) -> Test:
        @functools.wraps(test)
        def checked(*args: Any, **settings: Any) -> None:
            found = test(*args, **settings)
            check(list(found) if isinstance(found, list | tuple) else [] if found is None else [found], kinds)

        id_ = test.__name__.split("_")[1]
        checked.case = Case(id_, " ".join((test.__doc__ or "").split()), _words(kinds, so))  # type: ignore[attr-defined]
        return checked

    return decorate


def _words(kinds: tuple[Kind, ...], so: str) -> str:
    names = " or ".join("answer" if kind is None else kind.__name__ for kind in kinds)
    return "; ".join(part for part in (names, so) if part)


def check(outcomes: list[Any], kinds: tuple[Kind, ...]) -> None:
    """Fail unless the outcomes are of these kinds, all of them, and fit to be shown."""
    for each in outcomes:
        if isinstance(each, Exception):
            assert isinstance(each, astrowire.AstrowireError), f"foreign: {each!r}"
            assert type(each) in kinds, f"{type(each).__name__}: {each}"
            check_shown(each)
        else:
            assert None in kinds, f"accepted: {each!r:.200}"
    seen = {type(each) if isinstance(each, Exception) else None for each in outcomes}
    missing = [kind for kind in kinds if kind not in seen]
    assert not missing, f"never seen: {missing}"


def check_shown(error: astrowire.AstrowireError) -> None:
    """Fail unless everything that an error shows is printable and bounded."""
    for text in shown_by(error):
        strange = {char for char in text if not (char.isprintable() or char == "\n")}
        assert not strange, f"{sorted(strange)!r} in {text!r:.300}"
    assert len(str(error)) <= LONGEST, len(str(error))
    assert len(repr(error)) <= LONGEST
    assert len(formatted(error)) <= LONGEST_TRACEBACK, len(formatted(error))


def shown_by(error: BaseException) -> Iterator[str]:
    """All texts by which an error may come before the eyes of people."""
    yield str(error)
    yield repr(error)
    yield formatted(error)
    if isinstance(error, astrowire.AstrowireError):
        yield from (error.message, error.excerpt, error.request or "")
        yield from (str(problem) for problem in getattr(error, "problems", [])[:100])


def formatted(error: BaseException) -> str:
    """The traceback with the whole chain of causes."""
    return "".join(traceback.format_exception(error))
