"""Tables of made-up services: plain answers, over JSON-RPC, and with members named like what tables have."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from codegen.emit.python.naming import RESERVED, RESERVED_COLUMN, RESERVED_TABLE

from .descriptions import ADD, DAYS, TABLES, changed, store
from .making import generate, imported

RPC_DAYS = ADD[: ADD.index("result:")] + "result: {ref: RpcDays}\n" + DAYS[DAYS.index("types:") :]
RPC_DAYS = RPC_DAYS.replace("Days", "RpcDays").replace("Seen", "RpcSeen").replace("RpcRpc", "Rpc")
RPC_DAYS = RPC_DAYS.replace("operation: add", "operation: days").replace(
    RPC_DAYS[RPC_DAYS.index("      types:\n") : RPC_DAYS.index("    properties:\n")], ""
)
ODD = """\
dialect: 1
operation: odd
summary: Members that are named like what tables and columns have.
stability: documented
source: [doc]
effect: read
endpoint: ping
query: [{name: op, value: odd}]
result: {ref: Odd}
failure: {member: declare, ok: "", error: Trouble}
types:
  Odd:
    summary: The table.
    type: object
    required: [declare, to_numpy, table]
    table: {rows: to_numpy, columns: table}
    properties:
      declare: {type: string, summary: What went wrong., source: [doc]}
      to_numpy: {type: integer, summary: Rows., source: [doc]}
      table: {type: array, items: {ref: OddColumn}, summary: Columns., source: [doc]}
      columns: {type: string, maxLength: 3, summary: Another., source: [doc]}
      raw: {type: string, summary: Another., source: [doc]}
  OddColumn:
    summary: A column.
    type: object
    required: [declare, entries]
    column: {name: declare, values: entries}
    properties:
      declare: {type: string, summary: The name., source: [doc]}
      entries: {type: array, items: {type: [integer, string]}, summary: The entries., source: [doc]}
      holds: {type: [integer, string], pattern: '^[0-9]+$', as: number, summary: A number., source: [doc]}
"""
FILES = {**TABLES, "rpc/days.yaml": RPC_DAYS, "svc/odd.yaml": ODD}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    spec = store(FILES, tmp_path_factory.mktemp("tables") / "spec")
    with imported(generate(spec, spec.parent / "out") / "python", "demo") as package:
        yield package


def decode(demo: ModuleType, operation: str, body: bytes) -> Any:
    service, _, name = operation.partition(".")
    found = getattr(demo, service).OPERATIONS[name]
    if service == "rpc":
        body = b'{"error": null, "jsonrpc": "1.0", "id": 1, "result": ' + body + b"}"
    return found.decode(demo.HttpResponse(200, {}, body))


DOCUMENT: dict[str, Any] = {
    "count": 2,
    "days": [{"title": "rain", "cells": ["1.5", 2], "flags": []}],
    "nights": [{"title": "wind", "cells": ["n/a", "é"], "flags": ["?"]}],
}
ANSWERED = ["svc.days", "rpc.days"]


@pytest.mark.parametrize("operation", ANSWERED)
def test_a_table_is_the_same_over_each_transport(demo: ModuleType, operation: str) -> None:
    answer = decode(demo, operation, json.dumps(DOCUMENT, ensure_ascii=False).encode())
    assert (dict(answer.columns), answer.columns["rain"].kind) == ({"rain": ["1.5", 2]}, "number")
    assert answer.nights_table["wind"] == ["n/a", "é"]
    assert answer.nights_table["wind"].words == {0: "n/a", 1: "é"}
    assert answer.days[0].flags == []


@pytest.mark.parametrize("length", [0, 100_000])
@pytest.mark.parametrize("operation", ANSWERED)
def test_bytes_that_are_no_utf_8_are_seen_in_columns_too(
    demo: ModuleType, operation: str, length: int
) -> None:
    pytest.importorskip("numpy")  # which looks at long columns, once it is there
    night = {"title": "wind", "cells": ["n/a", "é", "x" * length], "flags": ["?"]}
    text = json.dumps({**DOCUMENT, "nights": [night]}, ensure_ascii=False, separators=(",", ":"))
    body = text.encode("latin-1")
    if operation.startswith("rpc"):
        with pytest.raises(demo.Malformed):
            decode(demo, operation, body)
    else:
        answer = decode(demo, operation, body)
        assert (answer.charset, answer.nights_table["wind"][1]) == ("latin-1", "é")


@pytest.mark.parametrize("operation", ANSWERED)
@pytest.mark.parametrize("entry", [None, 1.5, True, [], {}])
def test_entries_are_checked_over_each_transport(demo: ModuleType, operation: str, entry: Any) -> None:
    wrong = {**DOCUMENT, "days": [{**DOCUMENT["days"][0], "cells": ["x", entry]}]}
    with pytest.raises(demo.SchemaMismatch, match="/days/0/cells/1"):
        decode(demo, operation, json.dumps(wrong).encode())


def test_whole_numbers_written_as_fractions_are_integers_in_columns(demo: ModuleType) -> None:
    body = json.dumps(DOCUMENT).replace('"1.5", 2]', '"1.5", 2.0]').encode()
    for operation in ANSWERED:
        answer = decode(demo, operation, body)
        assert [type(each) for each in answer.columns["rain"]] == [str, int]


def test_members_named_like_what_tables_have_give_way(demo: ModuleType) -> None:
    column = {"declare": "a", "entries": [1, "2"], "holds": "7"}
    document = {"declare": "", "to_numpy": 2, "table": [column], "columns": "abc", "raw": "r"}
    answer = decode(demo, "svc.odd", json.dumps(document).encode())
    assert (answer.declare_, answer.to_numpy_, answer.columns_, answer.raw_) == ("", 2, "abc", "r")
    assert answer.columns["a"] == [1, "2"]
    assert answer.columns["a"].kind == "integer"
    assert answer.columns.rows == 2
    first = answer.table_[0]
    assert (first.declare_, first.entries_, first.holds_, first.wire_holds_) == ("a", [1, "2"], 7, "7")
    with pytest.raises(demo.svc.Trouble):
        decode(demo, "svc.odd", json.dumps({**document, "declare": "no"}).encode())
    with pytest.raises(demo.SchemaMismatch, match="/columns"):
        decode(demo, "svc.odd", json.dumps({**document, "columns": "abcd"}).encode())


def test_what_tables_have_is_what_members_give_way_to() -> None:
    from astrowire_runtime.columns import ColumnAnswer, TableAnswer
    from astrowire_runtime.values import Answer

    def public(kind: type) -> set[str]:
        return {name for name in dir(kind) if not name.startswith("_") and name == name.lower()}

    assert public(Answer) == RESERVED
    assert public(ColumnAnswer) - public(Answer) == RESERVED_COLUMN
    assert public(TableAnswer) - public(Answer) == RESERVED_TABLE


def test_a_service_without_methods_in_the_runtime_has_the_plain_client(demo: ModuleType) -> None:
    assert [kind.__name__ for kind in demo.svc.Client.__mro__][:2] == ["Client", "BaseClient"]


def test_a_table_without_types_takes_no_such_argument(tmp_path: Path) -> None:
    start, end = DAYS.index("      types:\n"), DAYS.index("    properties:\n")
    files = changed("svc/days.yaml", DAYS[start:end], "", TABLES)
    out = generate(store(files, tmp_path / "spec"), tmp_path / "out")
    text = (out / "python" / "demo" / "svc" / "days.py").read_text(encoding="utf-8")
    assert "class Days(TableAnswer" in text
    assert "types" not in text
    assert "Types" not in text
