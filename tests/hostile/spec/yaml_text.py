"""E: YAML that surprises: refused with its line, or read by the core rules of YAML 1.2."""

# ruff: noqa: E501 - one line for each case

from __future__ import annotations

import json
import os
from functools import partial

from codegen.load import MAX_BYTES
from tests.functional.descriptions import BASE, changed

from .cases import Run, numbered
from .changes import MEMBER, PING, change, files
from .lab import Lab

TOP = "effect: read\n"


def constant(lab: Lab, written: str) -> str:
    """What a plain scalar is read as: the schema of the answer says it as JSON."""
    spec = lab.store(changed(PING, MEMBER, f"text: {{const: {written}, summary: What"))
    said = lab.generate(spec, spec.parent / "out", "--target", "jsonschema")
    assert (said.status, said.err) == (0, ""), said
    schema = json.loads((spec.parent / "out/jsonschema/svc/ping.response.json").read_bytes())
    return f"data: {json.dumps(schema['$defs']['Pong']['properties']['text']['const'])}"


def read_as(written: str) -> Run:
    """A case of a plain scalar."""
    return partial(constant, written=written)


def top(text: str | bytes) -> Run:
    """A case of more lines in an operation's file."""
    old, new = TOP.encode(), TOP.encode() + (text if isinstance(text, bytes) else text.encode())
    return files({**BASE, PING: BASE[PING].encode().replace(old, new)})


def whole(text: str | bytes) -> Run:
    """A case of another operation's file."""
    return files({**BASE, PING: text})


def bombs() -> str:
    """Nine levels of nine aliases each: 9 ** 9 values, if they were followed."""
    levels = "".join(f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]\n" for at in range(1, 10))
    return f"a0: &a0 lol\n{levels}"


def huge(lab: Lab, size: int) -> str:
    """A file of many bytes, which takes no room on the disk."""
    spec = lab.store(BASE)
    os.truncate(spec / PING, size)
    return lab.verdict(spec)


def pipe(lab: Lab) -> str:
    """A pipe in the place of a file, which nobody writes to."""
    spec = lab.store(BASE)
    os.mkfifo(spec / "svc" / "more.yaml")
    return lab.verdict(spec)


ALIAS = "refused: yaml-alias"
CHARACTER = "refused: yaml-character"
SYNTAX = "refused: yaml-syntax"
TAG = "refused: yaml-tag"

CASES = numbered(
    "E",
    [
        ("a tag that makes objects: !!python/object/apply", "refused: wrong-kind, yaml-tag", change(PING, "summary: Ask whether somebody is there.", "summary: !!python/object/apply:os.system [touch owned]")),
        ("a tag that imports: !!python/name", TAG, change(PING, "operation: ping", "operation: !!python/name:os.system ping")),
        ("a tag of one's own", TAG, change(PING, "effect: read", "effect: !mine read")),
        ("a tag that says what is so anyway: !!str", TAG, change(PING, "effect: read", "effect: !!str read")),
        ("binary data: !!binary", "refused: wrong-value, yaml-tag", change(PING, "effect: read", "effect: !!binary cmVhZA==")),
        ("an alias bomb of 9 levels", "refused: unknown-key, yaml-alias", top(bombs())),
        ("an alias inside its own anchor", "refused: unknown-key, yaml-alias", top("a: &a [*a]\n")),
        ("an anchor that nobody uses", ALIAS, change(PING, "effect: read", "effect: &a read")),
        ("an alias of nothing", "refused: unknown-key, yaml-alias", top("a: *none\n")),
        ("a merge key", "refused: yaml-merge", top("<<: {effect: write}\n")),
        ("the same key twice", "refused: yaml-duplicate", top("effect: write\n")),
        ("the same key twice, once in quotes", "refused: yaml-duplicate", top('"effect": write\n')),
        ("a key that is a list", "refused: yaml-key", top("? [a]\n: 1\n")),
        ("a key that is empty", "refused: yaml-key", top("? \n: 1\n")),
        ("yes is a text", 'data: "yes"', read_as("yes")),
        ("no is a text", 'data: "no"', read_as("no")),
        ("on is a text", 'data: "on"', read_as("on")),
        ("n is a text", 'data: "n"', read_as("n")),
        ("true is true", "data: true", read_as("true")),
        ("a null of YAML", "data: null", read_as("~")),
        ("an old octal number is a decimal one", "data: 17", read_as("017")),
        ("a new octal number", "data: 15", read_as("0o17")),
        ("a hexadecimal number", "data: 31", read_as("0x1F")),
        ("a binary number of YAML 1.1 is a text", 'data: "0b11"', read_as("0b11")),
        ("digits with underscores are a text", 'data: "1_000"', read_as("1_000")),
        ("a sexagesimal number is a text", 'data: "12:30:45"', read_as("'12:30:45'")),
        ("a sexagesimal number without quotes is a text", 'data: "190:20:30"', read_as("190:20:30")),
        ("a date is a text", 'data: "2024-01-01"', read_as("2024-01-01")),
        ("a time with a zone is a text", 'data: "2001-12-14t21:59:43.10-05:00"', read_as("2001-12-14t21:59:43.10-05:00")),
        ("the value key of YAML 1.1 is a text", 'data: "="', read_as('"="')),
        ("a number in quotes is a text", 'data: "1"', read_as('"1"')),
        ("infinity", "refused: yaml-number", change(PING, MEMBER, "text: {const: .inf, summary: What")),
        ("not a number", "refused: yaml-number", change(PING, MEMBER, "text: {const: .nan, summary: What")),
        ("a byte order mark", CHARACTER, whole(b"\xef\xbb\xbf" + BASE[PING].encode())),
        ("UTF-16", "refused: file-encoding", whole(BASE[PING].encode("utf-16"))),
        ("Latin-1", "refused: file-encoding", top(b"doc: caf\xe9\n")),
        ("half of a surrogate pair", "refused: file-encoding", top(b"doc: \xed\xa0\x80\n")),
        ("half of a surrogate pair as an escape", SYNTAX, top('doc: "\\ud800"\n')),
        ("a tab for indentation", CHARACTER, top("doc:\n\tx\n")),
        ("a million tabs", CHARACTER, top("doc: |\n" + "  \tx\n" * 200_000)),
        ("a NUL", CHARACTER, top("doc: a\x00b\n")),
        ("an escape of a terminal", CHARACTER, top("doc: a\x1b[2Jb\n")),
        ("NEL, a line break of YAML 1.1", CHARACTER, top("doc: a\u0085effect: write\n")),
        ("line and paragraph separators", CHARACTER, top("doc: a\u2028effect: write\n")),
        ("two documents", "refused: yaml-documents", files({**BASE, PING: BASE[PING] + "---\na: 1\n"})),
        ("a directive", "refused: yaml-directive", whole("%YAML 1.1\n---\n" + BASE[PING])),
        ("a file without anything", "refused: yaml-empty", whole("")),
        ("a file of comments", "refused: yaml-empty", whole("# nothing\n")),
        ("a list in place of a mapping", "refused: missing-key, wrong-kind", whole("- 1\n")),
        ("a text in place of a mapping", "refused: missing-key, wrong-kind", whole("hello\n")),
        ("a bracket that is never closed", SYNTAX, whole("a: [1\nb: 2\n")),
        ("a hundred thousand opened brackets", SYNTAX, whole("[" * 100_000)),
        ("nested 5 000 deep in blocks", "refused: yaml-depth", whole("".join(" " * at + "a:\n" for at in range(2500)))),
        ("nested 70 deep in brackets", "refused: yaml-depth", whole("a: " + "[" * 70 + "]" * 70)),
        ("keys of 100 000 characters above thousands of values", "refused: yaml-size", whole(f"? {'a' * 100_000}\n: [{'1,' * 10_000}]\n")),
        ("one more byte than 4 MiB", "refused: file-too-large", partial(huge, size=MAX_BYTES + 1)),
        ("a file of 100 MB", "refused: file-too-large", partial(huge, size=100_000_000)),
        ("a pipe that nobody writes to", "refused: file-unreadable", pipe),
        ("a comment that ends at a carriage return", "refused: unknown-key", top("# note\rhandler: os.system\n")),
    ],
)  # fmt: skip
