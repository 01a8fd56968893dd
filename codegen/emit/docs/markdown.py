"""The only module of this target that quotes: texts of a description become Markdown here and nowhere else.

Pages are tables, so every text stands in a cell: on one line, where nothing of it
is syntax. Characters that can't be seen are shown by their codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from codegen.literals import visible

_BREAKS = re.compile(r"[ \t\r\n]+")
_SYNTAX = re.compile(r"[\\`*_\[\]<>|~&$#!@]|(?<=[a-zA-Z]):(?=//)|(?<=[wW]{3})\.")
_FENCE = re.compile(r"`+")


def text(value: str) -> str:
    r"""A free text, for a cell: what Markdown, HTML and links are made of stands for itself.

    >>> text("a|b\n<i>*c*</i> `d` http://e.example")
    'a\\|b \\<i\\>\\*c\\*\\</i\\> \\`d\\` http\\://e.example'
    """
    return _SYNTAX.sub(lambda found: f"\\{found[0]}", _line(value))


def code(value: str) -> str:
    r"""A name or an address, for a cell: in the type of a machine, whatever it is made of.

    >>> code("rs_list"), code("a`b|c"), code("`")
    ('`rs_list`', '``a`b\\|c``', '`` ` ``')
    """
    line = _line(value)
    fence = "`" * (1 + max((len(each) for each in _FENCE.findall(line)), default=0))
    blank = " " if line.startswith("`") or line.endswith("`") or not line else ""
    return f"{fence}{blank}{line}{blank}{fence}".replace("|", "\\|")


def link(name: str, path: str) -> str:
    """A name that leads to a file; both are made of letters, digits and underscores, and slashes and dots.

    >>> link("rs_list", "../../spec/drms/rs_list.yaml")
    '[`rs_list`](../../spec/drms/rs_list.yaml)'
    """
    return f"[{code(name)}]({path})"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; the cells are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _line(value: str) -> str:
    return "".join(map(visible, _BREAKS.sub(" ", value).strip(" ")))
