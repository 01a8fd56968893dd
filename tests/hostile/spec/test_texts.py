"""Hostile texts in every place that takes free text: refused with a message, or arrived as data.

A harmless description with a word of its own in every place is generated once.
With a hostile text in those places the modules must be the same syntax trees,
and the JSON files the same documents, but for that text where the words stood.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from .description import places
from .lab import Lab, audited
from .oracles import read
from .texts import BREAKS, TEXTS

CLOSED = {
    "environment.variable", "member.name", "option.wire", "package.version", "rpc.path", "select.member",
    "server.base_url", "server.endpoint", "undescribed.url",
}  # fmt: skip
"""Places where only names or paths may stand: every hostile text is refused there."""

ONE_LINE = {
    "correction.evidence", "correction.title", "example.origin", "limit.text", "operation.deprecated",
    "operation.since", "recording.asked", "recording.file", "removed.until", "server.title", "source.tag",
    "source.text", "variable.example",
}  # fmt: skip
"""The places, besides all summaries, that take one line only."""

# What arrives.


@pytest.mark.parametrize("name", TEXTS)
def test_files_differ_in_nothing_but_the_text(lab: Lab, name: str) -> None:
    assert len(lab.made(name).tree) > 20
    assert lab.differing(name) == []


@pytest.mark.parametrize("path", ["python/hostile/shop/order.py", "typescript/shop/order.ts"])
def test_a_text_that_became_code_would_be_noticed(lab: Lab, path: str) -> None:
    """The comparison is no formality: one place more or less, or one statement more, and it differs."""
    plain, hostile = lab.made(None).tree[path], lab.made("single quotes")
    fewer = replace(hostile, taken=hostile.taken - {"query.value"})
    wanted = read(path, plain, hostile.expected)
    assert wanted == read(path, hostile.tree[path])
    assert wanted != read(path, hostile.tree[path] + b"\nimport os\n")
    assert wanted != read(path, plain, fewer.expected)


# What is refused.


@pytest.mark.parametrize("name", TEXTS)
def test_a_refusal_has_a_message(lab: Lab, name: str) -> None:
    hostile = lab.made(name)
    assert hostile.taken | hostile.refused.keys() == set(places())
    assert all(problems and all(each.message for each in problems) for problems in hostile.refused.values())


@pytest.mark.parametrize("name", TEXTS)
def test_only_what_must_be_is_refused(lab: Lab, name: str) -> None:
    """Names, paths and patterns have a form of their own; summaries are one line; all else takes any text."""
    free = {place for place in places() if place not in CLOSED and not _is_pattern(place)}
    one_line = {place for place in free if place in ONE_LINE or place.endswith(".summary")}
    assert free - lab.made(name).taken == (one_line if name in BREAKS else set())


def _is_pattern(place: str) -> bool:
    return place.endswith((".pattern", ".match", ".suffix"))


def test_names_and_paths_take_none_of_them(lab: Lab) -> None:
    for name in TEXTS:
        assert lab.made(name).refused.keys() >= CLOSED, name


def test_a_pattern_of_quotes_and_braces_arrives(lab: Lab) -> None:
    patterns = {place for place in places() if place.endswith(".pattern")}
    assert len(patterns) == 4
    assert patterns <= lab.made("a pattern").taken


# What an import does.


@pytest.mark.parametrize("name", TEXTS)
def test_importing_does_nothing(lab: Lab, name: str) -> None:
    assert lab.imports(name) == []
    assert lab.imported > 10 * len(TEXTS)


def test_nothing_was_left_behind(lab: Lab) -> None:
    assert not list(lab.home.rglob("owned*"))


@pytest.mark.parametrize(
    ("code", "event"),
    [
        ("import os; os.system('true')", "os.system"),
        ("import subprocess; subprocess.Popen(['true']).wait()", "subprocess.Popen"),
        ("import socket; socket.socket().close()", "socket.__new__"),
        ("open('/etc/hostname').close()", "open '/etc/hostname'"),
        ("open('owned', 'w').close()", "open 'owned'"),
        ("import os; os.mkdir('owned')", "os.mkdir"),
        ("exec('x = 1')", "exec"),
        ("compile('x = 1', 'x', 'exec')", "compile"),
        ("eval('1 + 1')", "exec"),
        ("import os; os.environ['X'] = '1'; os.putenv('X', '2')", "os.putenv"),
    ],
)
def test_an_import_that_does_something_is_noticed(tmp_path: Path, code: str, event: str) -> None:
    (tmp_path / "hostile").mkdir()
    (tmp_path / "hostile" / "__init__.py").write_text(code + "\n", encoding="utf-8")
    (seen,) = audited(tmp_path, tmp_path)["seen"].values()
    assert [each for each in seen if each.startswith(event)]
