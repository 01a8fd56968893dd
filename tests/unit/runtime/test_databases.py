"""Databases in an answer: verified when they are unpacked, readable, and never written to."""

from __future__ import annotations

import base64
import pickle
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from astrowire_runtime.databases import Database
from astrowire_runtime.errors import BodyTooLarge, Malformed


def made(*statements: str) -> bytes:
    with sqlite3.connect(":memory:") as connection:
        for each in ("CREATE TABLE files (name TEXT)", "INSERT INTO files VALUES ('a')", *statements):
            connection.execute(each)
        connection.commit()
        return connection.serialize()


def packed(content: bytes) -> str:
    return base64.b64encode(zlib.compress(content)).decode("ascii")


def outcome(act: Callable[[], Any]) -> Any:
    try:
        return act()
    except Exception as error:
        return error


GOOD = made()


def test_what_was_packed_comes_back() -> None:
    found = Database.unpacked(packed(GOOD))
    assert found.database == GOOD
    assert repr(found) == f"Database({len(GOOD)} bytes)"
    assert pickle.loads(pickle.dumps(found)) == found
    assert found.connect().execute("SELECT name FROM files").fetchall() == [("a",)]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no SQLite database"),
        (b"SQLite format 3", "no SQLite database"),
        (b"PK\3\4" + bytes(2000), "no SQLite database"),
        (GOOD[:50], "cut off or damaged"),
        (GOOD[:-1], "cut off or damaged"),
        (GOOD + b"x", "cut off or damaged"),
        (GOOD[:16] + b"\0\3" + GOOD[18:], "cut off or damaged"),
        (GOOD[:16] + b"\0\0" + GOOD[18:], "cut off or damaged"),
    ],
)
def test_bytes_that_are_no_whole_database_are_refused(content: bytes, words: str) -> None:
    found = outcome(lambda: Database.unpacked(packed(content)))
    assert isinstance(found, Malformed)
    assert words in str(found)


@pytest.mark.parametrize("text", ["", "x", "é", "====", packed(GOOD)[:-4], packed(GOOD) + "AAAA"])
def test_texts_that_are_not_packed_are_refused(text: str) -> None:
    assert isinstance(outcome(lambda: Database.unpacked(text)), Malformed)


def test_what_grows_beyond_all_measure_is_refused() -> None:
    bomb = packed(GOOD[:512] + bytes(1 << 24))
    assert isinstance(outcome(lambda: Database.unpacked(bomb)), BodyTooLarge)


def test_a_damaged_table_of_contents_is_told_when_it_is_opened() -> None:
    damaged = GOOD[:100] + b"\xff" * 400 + GOOD[500:]
    database = Database.unpacked(packed(damaged))
    found = outcome(database.connect)
    assert isinstance(found, Malformed)
    assert isinstance(found.cause, sqlite3.Error)


def test_a_database_with_a_log_beside_it_can_be_read(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "x") as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE files (name TEXT)")
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = (tmp_path / "x").read_bytes()
    assert content[18:20] == b"\2\2"
    found = Database.unpacked(packed(content))
    assert found.connect().execute("SELECT * FROM files").fetchall() == []
    assert found.database == content


WRITES = (
    "INSERT INTO files VALUES ('b')",
    "UPDATE files SET name = 'b'",
    "DELETE FROM files",
    "DROP TABLE files",
    "CREATE TABLE more (x)",
    "CREATE TEMP TABLE more (x)",
    "ATTACH DATABASE ':memory:' AS other",
    "VACUUM",
    "PRAGMA query_only = OFF",
    "PRAGMA writable_schema = ON",
    "PRAGMA user_version = 7",
    "SELECT load_extension('x')",
)


@pytest.mark.parametrize("statement", WRITES)
def test_nothing_is_written(statement: str) -> None:
    database = Database.unpacked(packed(GOOD))
    connection = database.connect()
    found = outcome(lambda: connection.execute(statement))
    assert isinstance(found, sqlite3.Error)
    assert connection.execute("SELECT name FROM files").fetchall() == [("a",)]
    assert database.database == GOOD


def test_no_file_is_made(tmp_path: Path) -> None:
    connection = Database.unpacked(packed(GOOD)).connect()
    for statement in (f"VACUUM INTO '{tmp_path}/x'", f"ATTACH DATABASE '{tmp_path}/x' AS other"):
        assert isinstance(outcome(lambda each=statement: connection.execute(each)), sqlite3.Error)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "question",
    [
        "SELECT count(*), max(name), upper(name) FROM files",
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION SELECT x + 1 FROM n WHERE x < 3) SELECT sum(x) FROM n",
        "SELECT name FROM sqlite_master",
        "PRAGMA table_info(files)",
        "PRAGMA user_version",
    ],
)
def test_questions_are_answered(question: str) -> None:
    assert Database.unpacked(packed(GOOD)).connect().execute(question).fetchall() != []


def test_each_connection_is_of_its_own() -> None:
    database = Database.unpacked(packed(GOOD))
    one, other = database.connect(), database.connect()
    one.close()
    assert other.execute("SELECT name FROM files").fetchall() == [("a",)]
