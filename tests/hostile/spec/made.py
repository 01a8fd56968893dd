"""The description with a text in every place that takes free text, generated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from codegen.build import build
from codegen.output import Tree
from codegen.output import write as write_tree
from codegen.problems import Problem
from codegen.resolve import load_package

from .description import harmless, mark, place_at, places, write
from .oracles import read, texts


@dataclass
class Made:
    """One description with a text in all places that take it."""

    text: str
    taken: frozenset[str]
    refused: dict[str, list[Problem]]
    tree: Tree

    @cached_property
    def texts(self) -> list[str]:
        """All texts of all files, in order."""
        return [each for path in self.tree for each in texts(path, self.tree[path])]

    def expected(self, text: str) -> str:
        """A text of the harmless output, with what was put into the places."""
        for name in self.taken:
            if mark(name) in text:
                text = text.replace(harmless(name), self.text)
        return text


def make(folder: Path, text: str | None) -> Made:
    """Generate with the text; a place that refuses it gets its harmless word back."""
    spec = folder / "spec"
    taken = {} if text is None else dict.fromkeys(places(), text)
    refused: dict[str, list[Problem]] = {}
    while True:
        write(spec, taken)
        package, problems = load_package(spec)
        if package is not None:
            tree = build(package, spec)
            write_tree(tree, folder / "out")
            return Made(text or "", frozenset(taken), refused, tree)
        at: dict[str | None, list[Problem]] = {}
        for each in problems:
            file = each.file.removeprefix(f"{spec.as_posix()}/")
            at.setdefault(place_at(file, each.line), []).append(each)
        blamed = taken.keys() & at
        assert blamed, f"no place is to blame for {[str(each) for each in problems]}"
        for name in blamed:
            refused[name] = at[name]
            del taken[name]


def differing(plain: Made, hostile: Made) -> list[str]:
    """The files that differ in more than the text, by the parser of their own language."""
    assert list(plain.tree) == list(hostile.tree)
    return [
        path
        for path in plain.tree
        if read(path, plain.tree[path], hostile.expected) != read(path, hostile.tree[path])
    ]


def arrivals(plain: Made, hostile: Made, place: str) -> Iterator[tuple[str, str]]:
    """What should stand where the harmless word of a place stood, and what stands there.

    Docstrings are laid out anew, so blanks and line breaks do not count.
    """
    for before, after in zip(plain.texts, hostile.texts, strict=True):
        if mark(place) in before:
            yield "".join(hostile.expected(before).split()), "".join(after.split())
