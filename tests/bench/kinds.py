"""Questions to values of unknown kind, in a form that type checkers understand."""

from __future__ import annotations

from typing import Any, TypeGuard


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Whether it is a JSON array."""
    return isinstance(value, list)


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether it is a JSON object."""
    return isinstance(value, dict)
