"""Record-set texts, as far as their reading decides between answers."""

from __future__ import annotations

import re

_NAME = re.compile(r"[^\s\[\]{},;#]+")
SEGMENTS = re.compile(r"\{[^{}]*\}")


def _split_sets(ds: str) -> list[str] | None:
    """The elements of a record set; commas inside brackets do not separate. ``None``: a bracket is open."""
    elements, start, at = [""], 0, 0
    while at < len(ds):
        char = ds[at]
        if char in "[{":
            closer = "}" if char == "{" else ds[at + 1] + "]" if ds[at + 1 : at + 2] in ("?", "!") else "]"
            end = ds.find(closer, at + 2 if len(closer) == 2 else at + 1)
            if end < 0:
                return None
            at = end + len(closer)
            continue
        if char in ",;\n":
            elements[-1] = ds[start:at]
            elements.append("")
            start = at + 1
        at += 1
    elements[-1] = ds[start:]
    return elements


def record_sets(ds: str) -> list[tuple[str, str]] | None:
    """Each element as lower-case series name and the rest; ``None`` when the text cannot be parsed."""
    elements = _split_sets(ds.strip())
    if elements is None:
        return None
    sets: list[tuple[str, str]] = []
    for element in elements:
        name = _NAME.match(element.strip())
        if name is None:
            return None
        rest = element.strip()[name.end() :].lstrip()
        if (rest and rest[0] not in "[{") or "]" in _outside(rest):
            return None
        sets.append((name.group().lower(), rest))
    return sets


def _outside(rest: str) -> str:
    """What is left of filters and segment list when every bracket with its content is taken out."""
    rest = re.sub(r"\[\?.*?\?\]|\[!.*?!\]", "", rest, flags=re.DOTALL)
    return re.sub(r"\[[^\]]*\]|\{[^}]*\}", "", rest)


def canonical(ds: str) -> str:
    """A record set with the differences removed that make none: outer blanks, case of series names."""
    sets = record_sets(ds)
    return ds.strip() if sets is None else ",".join(name + rest for name, rest in sets)


def crashes(ds: str) -> bool:
    """Whether the text is one of those on which the C programs are known to die."""
    sets = record_sets(ds) or []
    wild = any(name.startswith(".") or "|" in name or name.endswith("%") for name, _ in sets)
    return wild or not ds.isascii() or len(ds) >= 8192
