"""Templates: ours only, strict about what they are given, with every value quoted."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from codegen.literals import literal


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("codegen.emit.python", "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters["lit"] = literal
    macros: Any = environment.get_template("macros.jinja").module
    for name in ("statements", "define"):
        environment.globals[name] = getattr(macros, name)
    return environment


def render(template: str, values: Mapping[str, object]) -> str:
    """The text of a template."""
    return _environment().get_template(template).render(**values)
