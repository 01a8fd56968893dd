"""Arguments of the methods of `RecordSet` as the texts that they stand for."""

from __future__ import annotations

from ...display import value as shown
from ...errors import RequestInvalid
from .times import duration_text, value_text


def one_value(value: object) -> str:
    """Return the text of one value, which holds nothing that would end it."""
    text = value_text(value)
    if not text.strip():
        raise RequestInvalid("the value is empty; skip() lets every value through")
    quoted = text[:1] in {"'", '"'}
    if not quoted and any(mark in text for mark in ",[]"):
        raise RequestInvalid(f"the value {shown(text)} holds a comma or a bracket; put quotes around it")
    return text


def duration(value: object) -> str:
    """Return the text of a length or a step."""
    text = duration_text(value)
    if any(mark in text for mark in ",[]@/"):
        raise RequestInvalid(f'the duration {shown(text)} is no number with a unit, such as "6h"')
    return text


def at_step(every: str | None) -> str:
    """Return a step behind its mark."""
    return "" if every is None else f"@{every}"


def words(what: str, value: object) -> str:
    """Return a text as it is; what is none is refused."""
    if not isinstance(value, str):
        raise RequestInvalid(f"{what} is a text, got {shown(value)}")
    return value


def index(which: object) -> str:
    """Return the text of a record number, or of a range of them."""
    match which:
        case bool():
            pass
        case int() | "^" | "$":
            return f"#{which}"
        case (int() as first, int() as last):
            return f"#{first}-#{last}"
        case _:
            pass
    raise RequestInvalid(f'a record number is a number, "^", "$" or (first, last), got {shown(which)}')
