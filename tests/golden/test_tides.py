"""The made-up JSON-RPC service, called: envelopes, slices, packed results, pairs, sentinels and order."""

from __future__ import annotations

import base64
import gzip
import json
import sqlite3
import zlib
from types import ModuleType
from typing import Any

import pytest

from tests.golden.loopback import Loopback


@pytest.fixture
def tides(harbour: ModuleType) -> Any:
    return harbour.tides


@pytest.fixture
def client(tides: Any, server: Loopback) -> Any:
    with tides.Client(base_url=server.url, attempts=1) as made:
        yield made


def packed(value: Any) -> dict[str, Any]:
    payload = base64.b64encode(gzip.compress(json.dumps(value).encode())).decode()
    return {"tides_packed": "json", "tides_payload": payload}


def test_no_server_is_meant_when_none_is_named(tides: Any, harbour: ModuleType) -> None:
    with pytest.raises(harbour.ConfigError, match="give one of east, west"):
        tides.Client()
    assert tides.Client("EAST").server.base_url == "https://east.example.org/"


def test_positions_follow_the_description_and_null_has_a_text(client: Any, server: Loopback) -> None:
    server.will_return([])
    client.predictions("EAST:PIER")
    call = server.calls[0]
    assert server.paths == [f"/rpc/get_predictions/{call['id']}/"]
    assert call == {
        "jsonrpc": "1.0",
        "method": "get_predictions",
        "params": ["newest", "EAST:PIER"],
        "id": call["id"],
    }


def test_ascending_rows_are_sorted_tuples(client: Any, server: Loopback) -> None:
    server.will_return([["b", 2], ["a", 3], ["a", 1.5]])
    assert client.predictions("EAST:PIER", model="m2") == [("a", 1.5), ("a", 3), ("b", 2)]
    assert server.calls[0]["params"] == ["m2", "EAST:PIER"]


def test_last_positions_are_left_out_when_they_are_not_given(client: Any, server: Loopback) -> None:
    server.will_return([], [], [], [])
    client.notices("E:A")
    client.notices("E:A", language="en")
    client.notices("E:A", since=7)
    client.notices("E:A", language="en", since=0)
    assert [call["params"] for call in server.calls] == [
        ["E:A"],
        ["E:A", "en"],
        ["E:A", None, 7],
        ["E:A", "en", 0],
    ]


def test_an_effect_depends_on_an_argument(tides: Any) -> None:
    operation = tides.OPERATIONS["notices"]
    assert operation.effect == "read-once"
    told = [operation.effect_of(given) for given in ({"port": "E:A"}, {"since": None}, {"since": 0})]
    assert told == ["read-once", "read-once", "read"]


def test_what_is_told_once_is_never_asked_for_again(
    tides: Any, server: Loopback, harbour: ModuleType
) -> None:
    with tides.Client(base_url=server.url, attempts=2) as client:
        client._retry.sleep = lambda seconds: None
        server.will_answer("<html>", "<html>", "<html>")
        with pytest.raises(harbour.NotJson):
            client.notices("E:A")
        assert [call["params"] for call in server.calls] == [["E:A"]]
        with pytest.raises(harbour.NotJson):
            client.notices("E:A", since=3)
    assert [call["params"] for call in server.calls] == [["E:A"], *[["E:A", None, 3]] * 2]


def database() -> bytes:
    with sqlite3.connect(":memory:") as made:
        made.executescript(
            "CREATE TABLE levels (port TEXT, metres REAL); INSERT INTO levels VALUES ('A', 1.5)"
        )
        return made.serialize()


def test_a_packed_database_is_read_and_never_written(client: Any, server: Loopback, tides: Any) -> None:
    content = database()
    server.will_return(base64.b64encode(zlib.compress(content)).decode())
    found = client.chart("E:A")
    assert isinstance(found, tides.Database)
    assert found.database == content
    assert b'"result"' in found.raw
    connection = found.connect()
    assert connection.execute("SELECT * FROM levels").fetchall() == [("A", 1.5)]
    with pytest.raises(sqlite3.DatabaseError):
        connection.execute("DELETE FROM levels")
    assert connection.execute("SELECT count(*) FROM levels").fetchone() == (1,)


NO_DATABASES = (
    "",
    "%%%",
    base64.b64encode(b"SQLite format 3\0").decode(),
    base64.b64encode(zlib.compress(b"x" * 1024)).decode(),
    base64.b64encode(zlib.compress(database()[:-1])).decode(),
)


@pytest.mark.parametrize("text", NO_DATABASES)
def test_what_is_no_packed_database_is_refused(
    client: Any, server: Loopback, harbour: ModuleType, text: str
) -> None:
    server.will_return(text)
    with pytest.raises(harbour.Malformed) as caught:
        client.chart("E:A")
    assert caught.value.operation == "tides.chart"
    assert caught.value.request == "chart(port='E:A')"


def test_an_operation_that_there_was_once_is_told(tides: Any) -> None:
    with pytest.raises(KeyError, match=r"removed, 2020\. Heights of one bridge\. Use heights\."):
        tides.OPERATIONS["heights_by_name"]
    assert "moon" not in tides.OPERATIONS
    assert sorted(tides.OPERATIONS.removed) == ["heights_by_name", "moon"]


def test_long_calls_are_sliced_and_their_answers_merged(client: Any, server: Loopback) -> None:
    server.will_return({"E:A": [True, {"metres": 1}], "E:B": [False, "dry"]}, {"E:C": {"metres": 2}})
    found = client.levels(["e:a", "e:b", "e:c"])
    assert [call["params"] for call in server.calls] == [[["e:a", "e:b"]], [["e:c"]]]
    assert sorted(found) == ["E:A", "E:B", "E:C"]


def test_pairs_have_one_form_and_are_found_by_halves(client: Any, server: Loopback, tides: Any) -> None:
    server.will_return(
        {"E:A": [True, {"metres": 1, "new": 0}], "W:B": [False, "dry"], "N:C": {"metres": 2.5}}
    )
    found = client.levels(["x", "y"])
    assert (found["e:a"].ok, found["A"].value.metres, found["a"].value.extras) == (True, 1, {"new": 0})
    assert found["b"] == tides.LevelOrReason(False, "dry")
    assert found["n"] == tides.LevelOrReason(True, tides.Level(metres=2.5))
    assert "c" in found
    assert "d" not in found


@pytest.mark.parametrize(
    ("level", "pointer"),
    [([True, "dry"], "/x/1"), ([False, {"metres": 1}], "/x/1"), ([True], "/x"), ({}, "/x"), ("dry", "/x")],
)
def test_a_pair_whose_halves_do_not_belong_together_is_refused(
    client: Any, server: Loopback, harbour: ModuleType, level: Any, pointer: str
) -> None:
    server.will_return({"x": level})
    with pytest.raises(harbour.SchemaMismatch) as caught:
        client.levels(["x"])
    assert [each.pointer[: len(pointer)] for each in caught.value.problems] == [pointer]


def test_a_pair_that_may_not_be_plain(client: Any, server: Loopback, harbour: ModuleType, tides: Any) -> None:
    server.will_return([True, 17], [False, "too high"], 17)
    assert client.report("E:A", 1.5) == tides.Receipt(True, 17)
    assert client.report("E:A", 19) == (False, "too high")
    with pytest.raises(harbour.SchemaMismatch):
        client.report("E:A", 0)


def test_sentinels_are_texts_with_a_class(client: Any, server: Loopback, tides: Any) -> None:
    server.will_return({"a": "12.5", "b": "no bridge", "c": "UNMEASURED since 1990"})
    found = client.heights({"a": "x", "b": "y", "c": "z"})
    assert type(found["a"]) is str
    assert isinstance(found["b"], tides.NoBridge)
    assert isinstance(found["c"], tides.Unmeasured)
    assert (found["b"], found["c"].reason) == ("no bridge", "since 1990")


def test_a_packed_result_is_unpacked_before_the_shape_applies(
    client: Any, server: Loopback, tides: Any
) -> None:
    server.will_return(packed({"a": "NO BRIDGE"}))
    assert isinstance(client.heights({"a": "x"})["a"], tides.NoBridge)


def test_a_fault_is_an_error_with_its_text_unescaped(
    client: Any, server: Loopback, harbour: ModuleType
) -> None:
    error = {"name": "PortError", "code": 500, "message": "no &lt;port&gt; &amp; no pier", "data": {"x": 1}}
    server.will_return(None, error=error)
    with pytest.raises(harbour.TideFault, match="PortError: no <port> & no pier") as caught:
        client.predictions("E:A")
    assert (caught.value.name, caught.value.code, caught.value.data) == ("PortError", 500, {"x": 1})


@pytest.mark.parametrize(
    ("name", "arguments", "pointer"),
    [
        ("levels", {"ports": "E:A"}, "/ports"),
        ("levels", {"ports": [""]}, "/ports/0"),
        ("levels", {"ports": ["x" * 41]}, "/ports/0"),
        ("heights", {"bridges": {"Tower": "x"}}, "/bridges"),
        ("heights", {"bridges": {"tower": None}}, "/bridges/tower"),
        ("heights", {"bridges": {}}, "/bridges"),
        ("heights", {"bridges": dict.fromkeys("abcd", "x")}, "/bridges"),
        ("report", {"port": "E:A", "metres": 20.5}, "/metres"),
        ("report", {"port": "E:A"}, ""),
    ],
)
def test_wrong_arguments_are_refused_with_their_place(
    tides: Any, name: str, arguments: dict[str, Any], pointer: str
) -> None:
    found = tides.OPERATIONS[name].validate_request(arguments)
    assert [each.pointer for each in found] == [pointer]


def test_the_functions_find_their_server_in_the_environment(
    tides: Any, server: Loopback, harbour: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TIDES_URL", raising=False)
    monkeypatch.delenv("TIDES_COAST", raising=False)
    with pytest.raises(harbour.ConfigError, match=r"set TIDES_URL .* or TIDES_COAST"):
        tides.tide_client.heights({})
    monkeypatch.setenv("TIDES_COAST", "north")
    with pytest.raises(harbour.ConfigError, match="TIDES_COAST is 'north'"):
        tides.tide_client.heights({})
    monkeypatch.setenv("TIDES_URL", server.url)
    server.will_return({"a": [False, "dry"]}, [["b", 2], ["a", 1]])
    assert tides.tide_client.levels(["a"]) == {"a": [False, "dry"]}
    assert tides.tide_client.predictions("E:A") == [("a", 1), ("b", 2)]
