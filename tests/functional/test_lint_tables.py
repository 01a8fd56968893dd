"""Wrong descriptions of tables and columns, and the exact list of problems of each."""

# ruff: noqa: E501 - messages are compared whole

from __future__ import annotations

from pathlib import Path

import pytest

from .descriptions import DAYS as DAYS_FILE
from .descriptions import SENSORS, TABLES, changed, problems
from .test_lint import Case

DAYS = "svc/days.yaml"
FLAGS = "flags: {type: array, items: {type: string}"
BYTES = "is kept as bytes, so it must be a required array of {type: string} or {type: [string, integer]} and no more"

CASES = (
    Case(
        "column of another name",
        DAYS,
        "      values: cells\n",
        "      values: cell\n",
        (
            'svc/days.yaml:44: /types/Seen/column/values: column-member: "cell" is no member of this record (did you mean "cells"?)',
        ),
    ),
    Case(
        "column without a name of its own",
        DAYS,
        "title: {type: string, summary: The",
        "title: {type: integer, summary: The",
        (
            'svc/days.yaml:43: /types/Seen/column/name: column-member: "title" must be a required text: the column\'s name',
        ),
    ),
    Case(
        "column whose name may be absent",
        DAYS,
        "required: [title, cells, flags]",
        "required: [cells, flags]",
        (
            'svc/days.yaml:43: /types/Seen/column/name: column-member: "title" must be a required text: the column\'s name',
        ),
    ),
    Case(
        "array that may be absent",
        DAYS,
        "required: [title, cells, flags]",
        "required: [title, cells]",
        (f'svc/days.yaml:45: /types/Seen/column/beside/0: column-member: "flags" {BYTES}',),
    ),
    *(
        Case(
            f"array that {what}",
            DAYS,
            FLAGS,
            f"flags: {{type: array, {shape}",
            (f'svc/days.yaml:45: /types/Seen/column/beside/0: column-member: "flags" {BYTES}',),
        )
        for what, shape in (
            ("has a pattern", "items: {type: string, pattern: '^[a-z]*$'}"),
            ("has a length", "items: {type: string, maxLength: 9}"),
            ("is of integers", "items: {type: integer}"),
            ("is of bounded integers", "items: {type: [string, integer], minimum: 0}"),
            ("has null", 'items: {type: [string, "null"]}'),
            ("is of closed texts", "items: {enum: [good, bad]}"),
            ("has items at least", "minItems: 1, items: {type: string}"),
            ("is null when empty", "null_for_empty: true, items: {type: string}"),
            ("is sorted", "ascending: true, items: {type: string}"),
        )
    ),
    Case(
        "array named twice",
        DAYS,
        "beside: [flags]",
        "beside: [flags, cells]",
        ('svc/days.yaml:45: /types/Seen/column/beside/1: column-member: "cells" is named twice',),
    ),
    Case(
        "unknown kind of column",
        DAYS,
        "kind: number",
        "kind: numbre",
        (
            'svc/days.yaml:46: /types/Seen/column/kind: wrong-value: must be one of text, integer, number, time; here is the text "numbre" (did you mean "number"?)',
        ),
    ),
    Case(
        "unknown key of a column",
        DAYS,
        "missing: [n/a]",
        "misssing: [n/a]",
        (
            'svc/days.yaml:47: /types/Seen/column/misssing: unknown-key: unknown key "misssing" (did you mean "missing"?)',
        ),
    ),
    Case(
        "member in place of a column's bytes",
        DAYS,
        "      title: {",
        "      wire_cells: {type: string, summary: x, source: [doc]}\n      title: {",
        (
            'svc/days.yaml:44: /types/Seen/column/values: name-collides: "wire_cells" becomes wire_cells, the name of the bytes of the array',
        ),
    ),
    Case(
        "table without a number of rows",
        DAYS,
        "count: {type: integer",
        "count: {type: number",
        (
            'svc/days.yaml:22: /types/Days/table/rows: table-member: "count" must be a required integer: the number of rows',
        ),
    ),
    Case(
        "table of no columns",
        DAYS,
        "columns: days",
        "columns: count",
        (
            'svc/days.yaml:23: /types/Days/table/columns: table-member: "count" must be an array of references to an object with column',
            "svc/days.yaml:42: /types/Seen/column: column-astray: Seen is a column, and Days has it outside a table's lists",
        ),
    ),
    Case(
        "table of an unknown member",
        DAYS,
        "beside: [nights]",
        "beside: [nights, evenings]",
        (
            'svc/days.yaml:24: /types/Days/table/beside/1: table-member: "evenings" is no member of this record; known are count, days, nights',
        ),
    ),
    Case(
        "list named twice",
        DAYS,
        "beside: [nights]",
        "beside: [nights, days]",
        ('svc/days.yaml:24: /types/Days/table/beside/1: table-member: "days" is named twice',),
    ),
    Case(
        "member in place of a table",
        DAYS,
        "      count: {",
        "      nights_table: {type: string, summary: x, source: [doc]}\n      count: {",
        (
            'svc/days.yaml:24: /types/Days/table/beside/0: name-collides: "nights_table" becomes nights_table, the name of a table',
        ),
    ),
    Case(
        "column outside a table",
        DAYS,
        "      beside: [nights]\n",
        "",
        (
            "svc/days.yaml:41: /types/Seen/column: column-astray: Seen is a column, and Days has it outside a table's lists",
        ),
    ),
    Case(
        "column as an answer",
        DAYS,
        "result: {ref: Days}",
        "result: {type: array, items: {ref: Seen}}",
        (
            "svc/days.yaml:17: /types/Days: type-unused: no parameter or result uses the type Days; take it out or use it",
            "svc/days.yaml:42: /types/Seen/column: column-astray: Seen is a column, and days has it outside a table's lists",
        ),
    ),
    Case(
        "table below the top",
        DAYS,
        "result: {ref: Days}",
        "result: {type: array, items: {ref: Days}}",
        (
            "svc/days.yaml:21: /types/Days/table: table-place: Days is a table, so it must be the answer of days itself, not a part of one",
        ),
    ),
    Case(
        "table from slices",
        DAYS,
        "shape: {type: integer}}\nquery",
        "shape: {type: array, items: {type: string}}}\nbatch: {argument: year, size: 2}\nquery",
        (
            "svc/days.yaml:11: /batch: table-place: Days is a table, and tables cannot be put together from slices",
            'svc/days.yaml:15: /query/2/argument: codec-shape: the codec integer writes number; "year" can be array',
        ),
    ),
    Case(
        "suffix that is a whole name",
        DAYS,
        "suffix: '_[0-9]+$'",
        "suffix: '^_[0-9]+$'",
        (
            "svc/days.yaml:33: /types/Days/table/types/suffix: table-suffix: a suffix follows a name, so its pattern ends in $ and does not begin with ^",
        ),
    ),
    Case(
        "suffix that ends anywhere",
        DAYS,
        "suffix: '_[0-9]+$'",
        "suffix: '_[0-9]+'",
        (
            "svc/days.yaml:33: /types/Days/table/types/suffix: table-suffix: a suffix follows a name, so its pattern ends in $ and does not begin with ^",
        ),
    ),
    Case(
        "suffix that is no pattern",
        DAYS,
        "suffix: '_[0-9]+$'",
        "suffix: '_\\d+$'",
        (
            'svc/days.yaml:33: /types/Days/table/types/suffix: pattern-syntax: "\\d" at 2: write the characters out, as in [0-9]',
        ),
    ),
    Case(
        "types of an unknown operation",
        DAYS,
        "operation: sensors",
        "operation: senors",
        (
            'svc/days.yaml:26: /types/Days/table/types/operation: types-operation: "senors" is no other operation of this service (did you mean "sensors"?)',
        ),
    ),
    Case(
        "types of the operation itself",
        DAYS,
        "operation: sensors",
        "operation: days",
        (
            'svc/days.yaml:26: /types/Days/table/types/operation: types-operation: "days" is no other operation of this service; known are ping, sensors',
        ),
    ),
    Case(
        "types without what they require",
        DAYS,
        "arguments: {place: place}",
        "arguments: {}",
        (
            'svc/days.yaml:27: /types/Days/table/types/arguments: types-argument: sensors requires "place"; name the parameter that is passed on',
        ),
    ),
    Case(
        "types by unknown arguments",
        DAYS,
        "arguments: {place: place}",
        "arguments: {place: plaice, plot: place}",
        (
            'svc/days.yaml:27: /types/Days/table/types/arguments/place: types-argument: "plaice" is no parameter of days (did you mean "place"?)',
            'svc/days.yaml:27: /types/Days/table/types/arguments/plot: types-argument: "plot" is no parameter of sensors; known are old, place',
        ),
    ),
    Case(
        "types by an argument that may be left out",
        DAYS,
        "arguments: {place: place}",
        "arguments: {place: year}",
        (
            'svc/days.yaml:27: /types/Days/table/types/arguments/place: types-argument: "year" may be left out, and "place" of sensors may not',
        ),
    ),
    Case(
        "types by an argument of another shape",
        DAYS,
        "arguments: {place: place}",
        "arguments: {place: place, old: year}",
        (
            'svc/days.yaml:27: /types/Days/table/types/arguments/old: types-argument: "year" has not the shape that "old" of sensors takes',
        ),
    ),
    Case(
        "types hidden by a parameter",
        DAYS,
        "shape: {type: integer}}\nquery",
        "shape: {type: integer}, aliases: [types]}\nquery",
        (
            'svc/days.yaml:10: /parameters/year: types-hidden: "types" is needed for the types of columns; no parameter can have that name',
        ),
    ),
    Case(
        "types by an operation that a parameter hides",
        DAYS,
        "shape: {type: integer}}\nquery",
        "shape: {type: integer}, aliases: [sensors]}\nquery",
        (
            'svc/days.yaml:10: /parameters/year: types-hidden: "sensors" is needed for the types of columns; no parameter can have that name',
        ),
    ),
    Case(
        "types in an unknown list",
        DAYS,
        "list: sensors",
        "list: sensor",
        (
            'svc/days.yaml:28: /types/Days/table/types/list: types-list: "sensor" is no member in sensors (did you mean "sensors"?)',
        ),
    ),
    Case(
        "types under an unknown name",
        DAYS,
        "type: kind\n",
        "type: knid\n",
        (
            'svc/days.yaml:30: /types/Days/table/types/type: types-list: "knid" is no member in sensors (did you mean "kind"?)',
        ),
    ),
    Case(
        "types in a list that may be absent",
        "svc/sensors.yaml",
        "required: [sensors]",
        "required: []",
        (
            'svc/days.yaml:28: /types/Days/table/types/list: types-list: "sensors" must be a required array of objects with properties',
        ),
    ),
    Case(
        "types that are no words",
        "svc/sensors.yaml",
        "kind: {type: string, known: [int, real, text]",
        "kind: {type: integer",
        (
            'svc/days.yaml:30: /types/Days/table/types/type: types-list: "kind" must be a required text',
            'svc/days.yaml:31: /types/Days/table/types/kinds/int: types-list: "int" is never the type of a column in sensors',
            'svc/days.yaml:31: /types/Days/table/types/kinds/real: types-list: "real" is never the type of a column in sensors',
        ),
    ),
    Case(
        "types in an answer of several kinds",
        "svc/sensors.yaml",
        "result: {ref: Sensors}",
        "result: {type: array, items: {ref: Sensors}}",
        (
            "svc/days.yaml:26: /types/Days/table/types/operation: types-list: sensors must have one kind of answer, an object with properties",
        ),
    ),
    Case(
        "type with the name of a table's class",
        DAYS,
        "result: {ref: Days}\ntypes:\n",
        "result: {ref: Days}\ntypes:\n  Table: {summary: x, type: string}\n",
        (
            'svc/days.yaml:17: /types/Table: type-collides: "Table" is the name of a class that services with tables have already',
            "svc/days.yaml:17: /types/Table: type-unused: no parameter or result uses the type Table; take it out or use it",
        ),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_wrong_table_gives_this_list(case: Case, tmp_path: Path) -> None:
    assert problems(changed(case.file, case.old, case.new, TABLES), tmp_path) == list(case.found)


def test_a_good_table_gives_an_empty_list(tmp_path: Path) -> None:
    assert problems(TABLES, tmp_path) == []


SELECT = """\
result:
  select: status
  arms:
    - {when: [0], shape: {ref: Days}}
    - {when: [1], shape: {ref: Late}MORE}
  else: {shape: {ref: Strange}, error: Unknown}
types:
  Late:
    summary: Another table.
    type: object
    required: [status, size, days]
    table: {rows: size, columns: days}
    properties:
      status: {enum: [1], summary: Late., source: [doc]}
      size: {type: integer, summary: How many., source: [doc]}
      days: {type: array, items: {ref: Seen}, summary: By day., source: [doc]}
  Strange:
    summary: Anything else.
    type: object
    required: [status]
    properties:
      status: {type: [integer, string], summary: Any., source: [doc]}
"""
STATUS = "      status: {enum: [0], summary: Success., source: [doc]}\n      count:"


def selected(more: str) -> dict[str, str]:
    """The description with a second table, as the answer of status 1."""
    text = DAYS_FILE.replace("result: {ref: Days}\ntypes:\n", SELECT.replace("MORE", more))
    text = text.replace("      count:", STATUS, 1).replace("[count, days]", "[status, count, days]")
    return {**TABLES, DAYS: text}


def test_one_operation_has_one_table(tmp_path: Path) -> None:
    assert problems(selected(""), tmp_path) == [
        "svc/days.yaml:26: /types/Late/table: table-place: Late is the second table of days; the first is Days",
        "svc/days.yaml:45: /types/Days/table/types: table-place: with types, Days must be the one answer of days that is no failure",
    ]


@pytest.mark.parametrize("more", [", error: Trouble", ", meaning: pending"])
def test_a_table_is_what_was_asked_for(more: str, tmp_path: Path) -> None:
    found = problems(selected(more), tmp_path)
    place = "svc/days.yaml:26: /types/Late/table: table-place: "
    assert place + "Late is a table, so in days it must mean answer" in found


def test_a_table_beside_failures_is_fine(tmp_path: Path) -> None:
    table = "    table: {rows: size, columns: days}\n"
    listed = "      days: {type: array, items: {ref: Seen}, summary: By day., source: [doc]}\n  Strange"
    files = selected(", error: Trouble")
    text = files[DAYS].replace(table, "").replace("[status, size, days]", "[status, size]")
    assert problems({**files, DAYS: text.replace(listed, "  Strange")}, tmp_path) == []


def test_what_declares_types_declares_its_own(tmp_path: Path) -> None:
    again = DAYS_FILE.replace("operation: sensors", "operation: days").replace(
        "operation: days", "operation: again", 1
    )
    again = again.replace("Days", "Again").replace("Seen", "Meant")
    found = problems({**TABLES, "svc/again.yaml": again}, tmp_path)
    place = "svc/again.yaml:26: /types/Again/table/types/operation: types-operation: "
    assert place + "days takes its own types from elsewhere; name the operation that declares them" in found


def test_a_table_of_shared_types_is_reported_where_it_stands(tmp_path: Path) -> None:
    head, types = DAYS_FILE.split("types:\n", 1)
    shared = "dialect: 1\ntypes:\n" + types
    files = {**TABLES, DAYS: head, "svc/types.yaml": shared}
    assert problems(files, tmp_path / "good") == []
    wrong = {**files, "svc/types.yaml": shared.replace("operation: sensors", "operation: senors")}
    assert problems(wrong, tmp_path / "wrong") == [
        'svc/types.yaml:12: /types/Days/table/types/operation: types-operation: "senors" is no other operation of this service (did you mean "sensors"?)'
    ]


def test_arguments_of_like_shapes_can_be_passed_on(tmp_path: Path) -> None:
    texts = "shape: {type: string, minLength: 1}"
    wider = SENSORS.replace(texts, "shape: {kinds: [{type: string}, {type: array, items: {type: string}}]}")
    wider = wider.replace("argument: place}", "argument: place, codec: words}")
    assert problems({**TABLES, "svc/sensors.yaml": wider}, tmp_path / "wider") == []
    narrower = {**TABLES, "svc/sensors.yaml": SENSORS.replace(texts, "shape: {enum: [here, there]}")}
    assert [line.split(": ")[2] for line in problems(narrower, tmp_path / "narrower")] == ["types-argument"]
