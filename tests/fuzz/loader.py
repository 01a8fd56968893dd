"""The loader of descriptions: arbitrary bytes in the place of one file come to problems or to a package.

The first byte of an input is the file, of one of several small descriptions; all
other files of that description are good.
"""

from __future__ import annotations

import atexit
import functools
import json
import re
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

import yaml

from codegen import ir
from codegen.load import load_bytes
from codegen.problems import Problem, Problems
from codegen.resolve import load_package
from tests.hostile.spec.description import render

from . import trees
from .findings import Finding, Plainly

CORPUS = Path(__file__).parent / "corpus" / "loader.jsonl"
GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "spec"
REAL = Path(__file__).resolve().parents[2] / "spec"
LONGEST_PROBLEM = 20_000
SCRAPS = (
    *("? ", "- ", ": ", "{", "}", "[", "]", "&a ", "*a", "!!python/object:os.system ", "<<: ", "%YAML 1.1"),
    *("---", "...", "|", ">-", "'", '"', "#", "\t", "\ufeff", "\x85", "\u2028", "\0", "0o17", "0x1F", ".inf"),
    *("1e999", "9" * 500, "~", "on", "12:30", "true", '"\\u2028"', '"\\ud800"', '"\\0"', "{a: {a: {a: 1}}}"),
)
"""Pieces of YAML that mean something."""


DESCRIPTIONS = {
    "levels": ("tides", "levels", "report"),
    "heights": ("tides", "heights", "predictions", "levels"),
    "order": ("weather", "order"),
    "readings": ("weather", "readings", "sensors"),
    "stations": ("weather", "stations", "observations"),
    "odd order": ("shop", "order"),
    "odd count": ("shop", "count"),
    "odd rows": ("shop", "rows", "wares"),
    "odd ask": ("desk", "ask"),
}
"""A service and a few of its operations, because small is quick; odd ones have something in every place."""


@functools.cache
def files() -> dict[str, bytes]:
    """Every file of the descriptions, as ``description/path``."""
    golden = {
        path.relative_to(GOLDEN).as_posix(): path.read_bytes()
        for path in sorted(GOLDEN.rglob("*"))
        if path.is_file()
    }
    odd = {path: text.encode() for path, text in render({}).items()}
    found = {f"whole/{path}": content for path, content in odd.items()}
    for title, (service, *operations) in DESCRIPTIONS.items():
        for path, content in (odd if title.startswith("odd") else golden).items():
            if _belongs(path, service, operations):
                found[f"{title}/{path}"] = re.sub(rb"(?m)^corrections: .*\n", b"", content)
    return found


def _belongs(path: str, service: str, operations: list[str]) -> bool:
    """Corrections do not: they name services and operations that are not there."""
    folder, _, name = path.rpartition("/")
    if folder == "":
        return name == "package.yaml"
    others = not name.endswith(".yaml") or name in ("service.yaml", "types.yaml")
    return folder.split("/")[0] == service and (others or name.removesuffix(".yaml") in operations)


@functools.cache
def names() -> list[str]:
    """The files that an input may stand for."""
    of_services = [name for name in files() if name.count("/") == 2 and name.endswith(".yaml")]
    small = [name for name in of_services if not name.startswith("whole/")]
    return ["whole/package.yaml", "whole/corrections.yaml", *small]


# Inputs.


def made(name: str, text: bytes) -> bytes:
    """One input."""
    return bytes([names().index(name)]) + text


def parts(data: bytes) -> tuple[str, bytes]:
    """File and text of an input, whatever its bytes are."""
    return names()[(data[:1] or b"\0")[0] % len(names())], data[1:]


def written(data: bytes) -> dict[str, object]:
    name, text = parts(data)
    return {"file": name, "text": text.decode("utf-8", "surrogateescape")}


def read(line: dict[str, Any]) -> bytes:
    return made(line["file"], line["text"].encode("utf-8", "surrogateescape"))


def seeds() -> Iterable[bytes]:
    """Each file as it is."""
    return [made(name, files()[name]) for name in names()]


@functools.cache
def _donors() -> tuple[Any, ...]:
    """What parts are taken from: the same files, and the real descriptions."""
    texts = [*(parts(each)[1] for each in seeds()), *(path.read_bytes() for path in REAL.glob("*/*.yaml"))]
    return tuple(yaml.load(each, Loader=yaml.CBaseLoader) for each in sorted(texts))


def mutated(data: bytes, random: Random, plainly: Plainly) -> bytes:
    head, text = data[:1] or b"\0", data[1:]
    if random.random() < 0.03:
        head = bytes([random.randrange(len(names()))])
    kind = random.random()
    if kind < 0.2:
        return head + plainly(text)
    if kind < 0.55:
        return head + _other_lines(text, random)
    try:
        tree = load_bytes(text, "", Problems()).data
    except RecursionError:
        tree = None
    if not isinstance(tree, dict | list) or not tree:
        return head + _other_lines(text, random)
    return head + trees.text(trees.changed(tree, random, _donors()), random)


def _other_lines(text: bytes, random: Random) -> bytes:
    lines = text.split(b"\n")
    for _ in range(random.choice((1, 1, 2, 4))):
        at = random.randrange(len(lines))
        match random.randrange(6):
            case 0:
                del lines[at : at + random.choice((1, 1, 3))]
            case 1:
                lines[at:at] = lines[at : at + random.choice((1, 1, 3, 20))]
            case 2:
                lines[at] = random.choice((b" ", b"  ", b"    ")) + lines[at]
            case 3:
                lines[at] = lines[at].removeprefix(b"  ")
            case 4:
                donor = random.choice(list(files().values())).split(b"\n")
                start = random.randrange(len(donor))
                lines[at:at] = donor[start : start + random.choice((1, 2, 6))]
            case _:
                lines[at] = _with_scrap(lines[at], random)
        lines = lines or [b""]
    return b"\n".join(lines)


def _with_scrap(line: bytes, random: Random) -> bytes:
    scrap = random.choice(SCRAPS).encode()
    name, colon, _ = line.partition(b": ")
    if colon and random.random() < 0.6:
        return name + colon + scrap
    at = random.randrange(len(line) + 1)
    return line[:at] + scrap + line[at:]


# Trying.


@functools.cache
def _folder() -> Path:
    """The descriptions, in a folder of their own: each with one service, and whole."""
    folder = Path(tempfile.mkdtemp(prefix="descriptions-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name, content in files().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def load(name: str, text: bytes) -> tuple[ir.Package | None, list[Problem]]:
    """Load the description with this text in the place of one file."""
    path = _folder() / name
    try:
        path.write_bytes(text)
        return load_package(_folder() / name.partition("/")[0])
    finally:
        path.write_bytes(files()[name])


def run(data: bytes) -> tuple[ir.Package | None, list[Problem]]:
    """Load one input."""
    name, text = parts(data)
    _same_as_json(text)
    package, problems = load(name, text)
    check(package, problems)
    return package, problems


def marks(data: bytes) -> set[object]:
    """Try an input, and say what sort it is of; one of each sort is kept."""
    package, problems = run(data)
    return {each.rule for each in problems} | {(parts(data)[0], package is None)}


def check(package: ir.Package | None, problems: list[Problem]) -> None:
    """Complain unless there is a package or a list of problems with places that are there."""
    if (package is None) == (not problems):
        raise Finding(f"{package!r:.200} with {len(problems)} problems")
    for each in problems:
        path = Path(each.file)
        exists = path.is_file() or each.rule == "file-missing"
        if not exists or each.line < 1 or not each.message or len(str(each)) > LONGEST_PROBLEM:
            raise Finding(f"no place, or not said readably: {each!r:.600}")


def _same_as_json(text: bytes) -> None:
    """Complain if a text is JSON and is read as something else."""
    problems = Problems()
    found = load_bytes(text, "", problems)
    if len(problems) or not found.readable:
        return
    try:
        value = json.loads(text, parse_constant=_no_json)
    except (ValueError, RecursionError):
        return
    if found.data != value:
        raise Finding(f"{text[:200]!r} is read as {found.data!r:.200}")


def _no_json(word: str) -> None:
    raise ValueError(word)
