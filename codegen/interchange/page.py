"""The page beside the documents of a target: what is written how, what is lost, what each member says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from codegen.interchange.members import MEMBERS, PREFIX
from codegen.interchange.text import dumped

_OURS = re.compile(rf'"{PREFIX}([a-z-]+)":')
"""A name of ours where names stand: in a text its quotation marks would be escaped."""

NOTHING = "There is nothing here: no service of the description has this transport.\n"


def files(
    target: str, head: str, losses: Sequence[tuple[str, str]], documents: Mapping[str, dict[str, Any]]
) -> dict[str, str | bytes]:
    """The documents of a target, and the page beside them, by their paths.

    Parameters
    ----------
    target : str
        The name of the target, which is the folder.
    head : str
        What the page says first, in Markdown.
    losses : sequence of (str, str)
        What the language of the documents has no word for, and how it is said here; both in Markdown.
    documents : mapping of str to dict
        The documents by the names of their services.
    """
    texts = {name: dumped(each) for name, each in documents.items()}
    made: dict[str, str | bytes] = {f"{target}/{name}.json": text for name, text in texts.items()}
    return made | {f"{target}/README.md": _page(head, losses, documents, texts.values())}


def _page(
    head: str,
    losses: Sequence[tuple[str, str]],
    documents: Mapping[str, Mapping[str, Any]],
    texts: Iterable[str],
) -> str:
    if not documents:
        return f"{head}\n{NOTHING}"
    used = Counter(name for text in texts for name in _OURS.findall(text))
    meanings = ((f"`{PREFIX}{name}`", text, str(used[name])) for name, text in MEMBERS.items() if used[name])
    parts = [
        head,
        "\n## Documents\n\n",
        _table(["file", "service", "operations", "types"], (_row(*each) for each in documents.items())),
        "\n## What is lost\n\n",
        "There is no word for the first column. A tool that does not know the second one loses it.\n\n",
        _table(["what", "how it is said here"], losses),
        f"\n## Members that begin with {PREFIX}\n\n",
        "Any tool may pass over them. One that is left out is false, null or empty.\n\n",
        _table(["member", "says", "times"], meanings),
    ]
    return "".join(parts)


def _row(name: str, document: Mapping[str, Any]) -> list[str]:
    operations = document["paths"] if "paths" in document else document["methods"]
    types = document["components"]["schemas"]
    return [f"`{name}.json`", f"`{name}`", str(len(operations)), str(len(types))]


def _table(head: Sequence[str], rows: Iterator[Sequence[str]] | Sequence[Sequence[str]]) -> str:
    return "".join(f"| {' | '.join(cells)} |\n" for cells in [head, ["---"] * len(head), *rows])
