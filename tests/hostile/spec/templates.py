"""C: syntax of templates, in every place at once, as value and as key."""

from __future__ import annotations

from functools import partial

from .cases import numbered
from .description import places
from .lab import Lab
from .literals import SINKS, tried
from .texts import TEMPLATES


def everywhere(lab: Lab, text: str) -> str:
    """The text arrives unchanged in all places of free text, and nothing of it is evaluated."""
    for kind in SINKS:
        tried(lab, text, kind)
    assert len(lab.made(text).taken) > len(places()) / 3
    return "data or refused"


CASES = numbered(
    "C",
    [
        (f"template syntax in all places: {name}", "data or refused", partial(everywhere, text=name))
        for name in TEMPLATES
    ],
)
