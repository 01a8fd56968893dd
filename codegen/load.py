"""YAML text to plain data, with the line of every value.

The rules are those of the YAML 1.2 core schema: ``on`` and ``12:30`` are texts,
only ``true`` and ``false`` are booleans, a quoted scalar is always text. What
surprises readers is refused with its line: tags, anchors, merge keys, duplicate
keys, tabs, several documents. Members of a mapping are named by text, as in JSON:
the key ``true`` is the text "true".
"""

from __future__ import annotations

import math
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from codegen.problems import Place, Problems, escape

Data: TypeAlias = "str | int | float | bool | None | list[Data] | dict[str, Data]"

MAX_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 64
MAX_DIGITS = 400
MAX_VALUES = 20_000
MAX_POINTER = 2_000
MAX_ODD = 20
"""Odd characters that are told one by one."""

_INTEGER = re.compile(r"[-+]?[0-9]+\Z|0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_NOT_A_JSON_NUMBER = re.compile(r"[-+]?\.(inf|Inf|INF)\Z|\.(nan|NaN|NAN)\Z")
_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_ODD = re.compile("[\t\ufeff\u0085\u2028\u2029\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


class _Loader(yaml.CSafeLoader):
    """The C scanner, without the implicit types of YAML 1.1."""


_Loader.yaml_implicit_resolvers = {}


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its data, or ``None`` where it could not be read, and its places."""

    file: str
    data: Data
    lines: dict[str, int] = field(repr=False)
    readable: bool = True

    @property
    def place(self) -> Place:
        return Place(self.file, self.lines)


def load_file(path: Path, shown: str, problems: Problems) -> Document:
    """Read one file; ``shown`` is its name in messages."""
    content = _content(path, shown, problems)
    return load_bytes(content, shown, problems) if content is not None else _unreadable(shown)


def _content(path: Path, shown: str, problems: Problems) -> bytes | None:
    """The bytes of a plain file; a pipe or a device might never end."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            problems.report(Place(shown, {}), "file-unreadable", "cannot be read: it is no plain file")
            return None
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
            size = max(len(content), path.stat().st_size)
    except OSError as error:
        problems.report(Place(shown, {}), "file-unreadable", f"cannot be read: {error.strerror or error}")
        return None
    if len(content) > MAX_BYTES:
        message = f"has {size} bytes; at most {MAX_BYTES} (4 MiB) are read: split it"
        problems.report(Place(shown, {}), "file-too-large", message)
        return None
    return content


def _unreadable(shown: str) -> Document:
    return Document(shown, None, {}, readable=False)


def load_bytes(content: bytes, shown: str, problems: Problems) -> Document:
    """Read the bytes of one file."""
    before = len(problems)
    text = _text(content, shown, problems)
    if text is None or len(problems) > before:
        return _unreadable(shown)
    return _Builder(shown, problems).document(text)


def load_text(text: str, shown: str, problems: Problems) -> Document:
    """Read YAML text; for tests and tools.

    >>> load_text("a: [1, on, 12:30, '2']", "x.yaml", Problems()).data
    {'a': [1, 'on', '12:30', '2']}
    """
    return load_bytes(text.encode("utf-8", "surrogatepass"), shown, problems)


def _text(content: bytes, shown: str, problems: Problems) -> str | None:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"byte {content[error.start]:#04x} is not UTF-8; save the file as UTF-8"
        problems.report(Place(shown, {"": line}), "file-encoding", message)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for found in islice(_ODD.finditer(text), MAX_ODD):
        line = text.count("\n", 0, found.start()) + 1
        problems.report(Place(shown, {"": line}), "yaml-character", _about_odd(found.group()))
    return text


def _about_odd(character: str) -> str:
    if character == "\t":
        return 'a tab stands here; indent with blanks, and write "\\t" in double quotes for a tab in a text'
    if character == "\ufeff":
        return "a byte order mark (U+FEFF) stands here; save the file without it"
    code = f"\\x{ord(character):02x}" if ord(character) < 256 else f"\\u{ord(character):04x}"
    return (
        f'the character U+{ord(character):04X} may not stand here as it is; write "{code}" in double quotes'
    )


class _Stop(Exception):
    """The rest of this file is not worth reading."""


class _Builder:
    """Puts the parser's events together to data, and notes every line on the way."""

    def __init__(self, shown: str, problems: Problems) -> None:
        self._shown = shown
        self._problems = problems
        self._lines: dict[str, int] = {}
        self._values = 0

    def document(self, text: str) -> Document:
        try:
            data = self._stream(iter(yaml.parse(text, Loader=_Loader)))
        except yaml.YAMLError as error:
            self._syntax(error)
        except _Stop:
            pass
        else:
            return Document(self._shown, data, self._lines)
        return Document(self._shown, None, self._lines, readable=False)

    def _syntax(self, error: yaml.YAMLError) -> None:
        mark: Any = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        said = [
            getattr(error, "context", None),
            getattr(error, "problem", None) or getattr(error, "reason", None),
        ]
        message = ", ".join(str(part) for part in said if part) or "cannot be read"
        column = f" (column {mark.column + 1})" if mark is not None else ""
        self._report(
            "", mark.line + 1 if mark is not None else 1, "yaml-syntax", f"not YAML: {message}{column}"
        )

    def _report(self, pointer: str, line: int, rule: str, message: str) -> None:
        self._problems.report(Place(self._shown, {pointer: line}, pointer), rule, message)

    def _stream(self, events: Iterator[Any]) -> Data:
        next(events)
        start = next(events)
        if isinstance(start, yaml.StreamEndEvent):
            self._report("", 1, "yaml-empty", "the file is empty")
            raise _Stop
        if start.version or start.tags:
            self._report(
                "", start.start_mark.line + 1, "yaml-directive", "directives (%YAML, %TAG) are not read"
            )
        data = self._value(next(events), events, "", 0)
        next(events)
        after = next(events)
        if not isinstance(after, yaml.StreamEndEvent):
            self._report(
                "", after.start_mark.line + 1, "yaml-documents", "a second document starts here; one per file"
            )
        return data

    def _value(self, event: Any, events: Iterator[Any], pointer: str, depth: int) -> Data:
        line = event.start_mark.line + 1
        self._lines.setdefault(pointer, line)
        if depth > MAX_DEPTH:
            self._report(pointer, line, "yaml-depth", f"nested more than {MAX_DEPTH} levels deep")
            raise _Stop
        self._count(pointer, line)
        if isinstance(event, yaml.AliasEvent):
            self._report(
                pointer, line, "yaml-alias", f"the alias *{event.anchor} is not followed; write the value out"
            )
            return None
        self._undecorated(event, pointer, line)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, pointer, line)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, pointer, depth)
        return self._mapping(events, pointer, depth)

    def _count(self, pointer: str, line: int) -> None:
        """Every value is noted with its pointer, so neither many nor long ones may fill the memory."""
        self._values += 1
        if self._values > MAX_VALUES:
            self._report("", line, "yaml-size", f"a file has at most {MAX_VALUES} values: split it")
            raise _Stop
        if len(pointer) > MAX_POINTER:
            message = f"the keys that lead here have more than {MAX_POINTER} characters together"
            self._report("", line, "yaml-size", f"{message}; shorten them")
            raise _Stop

    def _undecorated(self, event: Any, pointer: str, line: int) -> None:
        if event.anchor is not None:
            self._report(
                pointer,
                line,
                "yaml-alias",
                f"the anchor &{event.anchor} may not stand here; write values out",
            )
        if event.tag is not None:
            self._report(
                pointer, line, "yaml-tag", f"the tag {event.tag} may not stand here; quote texts instead"
            )

    def _sequence(self, events: Iterator[Any], pointer: str, depth: int) -> list[Data]:
        items: list[Data] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._value(event, events, f"{pointer}/{len(items)}", depth + 1))
        return items

    def _mapping(self, events: Iterator[Any], pointer: str, depth: int) -> dict[str, Data]:
        members: dict[str, Data] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            line = event.start_mark.line + 1
            key = self._key(event, events, pointer, depth)
            below = f"{pointer}/{escape(key)}" if key is not None else f"{pointer}/?"
            if key is not None and key in members:
                first = self._lines.get(below, line)
                self._report(
                    below, line, "yaml-duplicate", f'the key "{key}" is there already, in line {first}'
                )
            self._lines.setdefault(below, line)
            value = self._value(next(events), events, below, depth + 1)
            if key is not None:
                members.setdefault(key, value)
        return members

    def _key(self, event: Any, events: Iterator[Any], pointer: str, depth: int) -> str | None:
        line = event.start_mark.line + 1
        if not isinstance(event, yaml.ScalarEvent):
            self._report(
                pointer, line, "yaml-key", "a key must be a plain text, not a list, mapping or alias"
            )
            self._value(event, events, f"{pointer}/?", depth + 1)
            return None
        self._undecorated(event, pointer, line)
        plain = not event.style
        if plain and event.value == "<<":
            self._report(
                pointer, line, "yaml-merge", "the merge key << is not followed; write the members out"
            )
            return None
        if plain and event.value in ("", "~"):
            self._report(pointer, line, "yaml-key", "a key is missing before the colon")
            return None
        return str(event.value)

    def _scalar(self, event: Any, pointer: str, line: int) -> Data:
        text = str(event.value)
        if event.style:
            return text
        if text in _WORDS:
            return _WORDS[text]
        if _INTEGER.match(text):
            return self._integer(text, pointer, line)
        if _NOT_A_JSON_NUMBER.match(text):
            self._report(
                pointer, line, "yaml-number", f'{text} is no JSON number; write "{text}" for the text'
            )
            return None
        return self._float(text, pointer, line) if _FLOAT.match(text) else text

    def _integer(self, text: str, pointer: str, line: int) -> int:
        if len(text) > MAX_DIGITS:
            self._report(
                pointer, line, "yaml-number", f"a number of more than {MAX_DIGITS} digits is not read"
            )
            return 0
        return int(text, 0) if text[:2] in ("0x", "0o") else int(text)

    def _float(self, text: str, pointer: str, line: int) -> float:
        number = float(text)
        if math.isinf(number):
            self._report(pointer, line, "yaml-number", f"{text} is out of the range of numbers")
            return 0.0
        return number
