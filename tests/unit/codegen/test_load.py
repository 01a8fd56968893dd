"""YAML as the dialect reads it: 1.2 core rules, and every oddity refused with its line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from codegen.load import MAX_BYTES, Data, load_bytes, load_file, load_text
from codegen.problems import Problems


def read(text: str) -> Data:
    problems = Problems()
    document = load_text(text, "x.yaml", problems)
    assert problems.sorted() == []
    return document.data


def rules(content: bytes | str) -> list[str]:
    problems = Problems()
    load_bytes(content if isinstance(content, bytes) else content.encode("utf-8"), "x.yaml", problems)
    return [f"{each.line} {each.rule}" for each in problems.sorted()]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on", "on"),
        ("yes", "yes"),
        ("No", "No"),
        ("12:30:45", "12:30:45"),
        ("1_000", "1_000"),
        ("2024-01-01", "2024-01-01"),
        ("0b1", "0b1"),
        ("=", "="),
        ("0o17", 15),
        ("0x1F", 31),
        ("-7", -7),
        ("+7", 7),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("true", True),
        ("FALSE", False),
        ("tRue", "tRue"),
        ("~", None),
        ("", None),
        ("null", None),
        ("'true'", "true"),
        ('"1"', "1"),
        ('"\\u2028"', "\u2028"),
        ("1.2.3", "1.2.3"),
    ],
)
def test_plain_scalars_follow_the_core_schema(text: str, value: Data) -> None:
    found = read(f"a: {text}\n")
    assert found == {"a": value}
    assert isinstance(found, dict)
    assert type(found["a"]) is type(value)


def test_keys_are_texts() -> None:
    assert read("{true: 1, 7: 2, on: 3}") == {"true": 1, "7": 2, "on": 3}


def test_block_texts_keep_their_lines() -> None:
    assert read("a: |\n  one\n  two\n") == {"a": "one\ntwo\n"}


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("a: 1\na: 2\n", ["2 yaml-duplicate"]),
        ("a: &x 1\nb: *x\n", ["1 yaml-alias", "2 yaml-alias"]),
        ("<<: {a: 1}\n", ["1 yaml-merge"]),
        ("a: !!int 1\nb: !x 2\n", ["1 yaml-tag", "2 yaml-tag"]),
        ("a: 1\n---\nb: 2\n", ["2 yaml-documents"]),
        ("%YAML 1.1\n---\na: 1\n", ["1 yaml-directive"]),
        ("\n# nothing\n", ["1 yaml-empty"]),
        ("a: 1\nb:\tc\n", ["2 yaml-character"]),
        ("\ufeffa: 1\n", ["1 yaml-character"]),
        ("a: x\u2028y\n", ["1 yaml-character"]),
        ("a: x\x85y\n", ["1 yaml-character"]),
        ("a: x\x00y\n", ["1 yaml-character"]),
        (b"a: 1\nb: \xff\n", ["2 file-encoding"]),
        (b"\xff\xfea\x00:\x00", ["1 file-encoding"]),
        (b"a: \xed\xa0\x80\n", ["1 file-encoding"]),
        ("? [a]\n: 1\n", ["1 yaml-key"]),
        ("? {a: 1}\n: 1\n", ["1 yaml-key"]),
        ("? ~\n: 1\n", ["1 yaml-key"]),
        ("a: .inf\nb: .NaN\nc: 1e999\n", ["1 yaml-number", "2 yaml-number", "3 yaml-number"]),
        (f"a: {'9' * 500}\n", ["1 yaml-number"]),
        ("a: [1\nb: 2\n", ["2 yaml-syntax"]),
        ('a: "\\ud800"\n', ["1 yaml-syntax"]),
        ("a: b: c\n", ["1 yaml-syntax"]),
        ("[" * 70 + "]" * 70, ["1 yaml-depth"]),
        (f"a:\n{'- 1' + chr(10)}" + "- 1\n" * 20_000, ["20000 yaml-size"]),
        (f"? {'a' * 3000}\n: 1\n", ["2 yaml-size"]),
        ("a:\n" + "\t\n" * 100, [f"{line} yaml-character" for line in range(2, 22)]),
    ],
    ids=lambda value: ascii(value)[:24] if isinstance(value, (str, bytes)) else None,
)
def test_surprises_are_refused_with_their_line(content: bytes | str, found: list[str]) -> None:
    assert rules(content) == found


def test_nesting_up_to_the_limit_is_read() -> None:
    assert rules("[" * 64 + "]" * 64) == []


def test_reading_goes_on_after_a_problem() -> None:
    assert rules("a: !x 1\na: 2\nb: &y 3\n") == ["1 yaml-tag", "2 yaml-duplicate", "3 yaml-alias"]


def test_every_value_has_its_line() -> None:
    document = load_text("a:\n  b: 1\n  c:\n    - x\n    - y/z: 2\n", "x.yaml", Problems())
    place = document.place / "a" / "c" / 1 / "y/z"
    assert (place.pointer, place.line) == ("/a/c/1/y~1z", 5)
    assert (place / "missing").line == 5


def test_large_files_are_not_read(tmp_path: Path) -> None:
    file = tmp_path / "big.yaml"
    file.write_bytes(b"#" * (MAX_BYTES + 1))
    problems = Problems()
    assert not load_file(file, "big.yaml", problems).readable
    assert [each.rule for each in problems.sorted()] == ["file-too-large"]


def test_what_never_ends_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        problems = Problems()
        assert not load_file(path, "x.yaml", problems).readable
        assert [each.rule for each in problems.sorted()] == ["file-unreadable"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    problems = Problems()
    assert not load_file(tmp_path, "folder", problems).readable
    assert [each.rule for each in problems.sorted()] == ["file-unreadable"]
