"""Values of a description, such as the arguments of an example, as values of TypeScript."""

from __future__ import annotations

from typing import Any, cast

from .layout import Value, array, members
from .quoting import scalar


def literal(value: Any) -> Value:
    """The value, laid out by ``layout``."""
    if isinstance(value, dict):
        return members([(name, literal(each)) for name, each in cast("dict[str, Any]", value).items()])
    if isinstance(value, list | tuple):
        return array([literal(each) for each in cast("list[Any]", value)])
    return scalar(value)
