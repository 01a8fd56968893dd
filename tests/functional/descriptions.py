"""A small description to change in tests, and the ways to look at it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from codegen import ir
from codegen.resolve import load_package

PACKAGE = """\
dialect: 1
package: demo
version: 0.1.0
summary: A made-up package.
"""

SERVICE = """\
dialect: 1
service: svc
summary: A made-up service.
sources: {doc: the document, seen: observed}
transport: {kind: cgi, charset: latin-1}
default_server: main
servers:
  main:
    title: Main
    summary: The main server.
    base_url: http://example.invalid/cgi/
    endpoints: {ping: ping.cgi}
    settings: {host: db}
errors:
  Trouble: {summary: The server has trouble.}
  Unknown: {summary: An unknown status.}
"""

PING = """\
dialect: 1
operation: ping
summary: Ask whether somebody is there.
stability: documented
source: [doc]
effect: read
endpoint: ping
parameters:
  name: {summary: Who asks., source: [doc], required: true, shape: {type: string}}
  mode: {summary: How., source: [doc], shape: {enum: [fast, slow]}, default: fast}
  count: {summary: How often., source: [doc], shape: {type: integer, minimum: 1}}
query:
  - {name: op, value: ping}
  - {name: host, setting: host}
  - {name: name, argument: name}
  - {name: m, argument: mode, codec: lower}
  - {name: n, argument: count, codec: integer}
rules:
  - {argument: count, needs: {mode: [slow]}}
result:
  select: status
  arms:
    - {when: [0], shape: {ref: Pong}}
    - {when: [1], shape: {ref: Failed}, error: Trouble}
  else: {shape: {ref: Other}, error: Unknown}
types:
  Pong:
    summary: Somebody is there.
    type: object
    required: [status, text]
    properties:
      status: {enum: [0], summary: Success., source: [doc]}
      text: {type: string, summary: What they say., source: [doc]}
      size: {type: integer, summary: Size in bytes., source: [doc]}
  Failed:
    summary: Trouble.
    type: object
    required: [status]
    properties:
      status: {enum: [1], summary: Failure., source: [doc]}
  Other:
    summary: Anything else.
    type: object
    required: [status]
    properties:
      status: {type: [integer, string], summary: Any status., source: [doc]}
"""

RPC_SERVICE = """\
dialect: 1
service: rpc
summary: A made-up JSON-RPC service.
sources: {doc: the document}
transport: {kind: json-rpc, version: "1.0", path: json/, fault: Fault}
servers:
  main: {title: Main, summary: The main server., base_url: "https://example.invalid/"}
errors:
  Fault: {summary: The server answered with an error.}
"""

ADD = """\
dialect: 1
operation: add
summary: Add numbers.
stability: documented
source: [doc]
effect: read
parameters:
  left: {summary: One., source: [doc], required: true, shape: {type: integer}}
  right: {summary: Another., source: [doc], shape: {type: array, items: {type: string}}}
params: [left, {argument: right, null_as: "null"}]
result: {type: integer}
"""

DAYS = """\
dialect: 1
operation: days
summary: What was seen, column by column.
stability: documented
source: [doc]
effect: read
endpoint: ping
parameters:
  place: {summary: Where., source: [doc], required: true, shape: {type: string}}
  year: {summary: When., source: [doc], shape: {type: integer}}
query:
  - {name: op, value: days}
  - {name: place, argument: place}
  - {name: year, argument: year, codec: integer}
result: {ref: Days}
types:
  Days:
    summary: The days.
    type: object
    required: [count, days]
    table:
      rows: count
      columns: days
      beside: [nights]
      types:
        operation: sensors
        arguments: {place: place}
        list: sensors
        name: title
        type: kind
        kinds: {int: integer, real: number}
        also: {"*id*": integer}
        suffix: '_[0-9]+$'
    properties:
      count: {type: integer, summary: How many., source: [doc]}
      days: {type: array, items: {ref: Seen}, summary: By day., source: [doc]}
      nights: {type: array, items: {ref: Seen}, summary: By night., source: [doc]}
  Seen:
    summary: What one sensor saw.
    type: object
    required: [title, cells, flags]
    column:
      name: title
      values: cells
      beside: [flags]
      kind: number
      missing: [n/a]
    properties:
      title: {type: string, summary: The sensor., source: [doc]}
      cells: {type: array, items: {type: [string, integer]}, summary: What it saw., source: [doc]}
      flags: {type: array, items: {type: string}, summary: How sure it was., source: [doc]}
"""

SENSORS = """\
dialect: 1
operation: sensors
summary: What sensors there are.
stability: documented
source: [doc]
effect: read
endpoint: ping
parameters:
  place: {summary: Where., source: [doc], required: true, shape: {type: string, minLength: 1}}
  old: {summary: Old ones too., source: [doc], shape: {type: boolean}}
query:
  - {name: op, value: sensors}
  - {name: place, argument: place}
  - {name: old, argument: old, codec: flag}
result: {ref: Sensors}
types:
  Sensors:
    summary: The sensors.
    type: object
    required: [sensors]
    properties:
      sensors: {type: array, items: {ref: Sensor}, summary: All of them., source: [doc]}
  Sensor:
    summary: One sensor.
    type: object
    required: [title, kind, unit]
    properties:
      title: {type: string, summary: Its name., source: [doc]}
      kind: {type: string, known: [int, real, text], summary: What it sees., source: [doc]}
      unit: {type: string, summary: In which unit., source: [doc]}
"""

BASE: Mapping[str, str] = {
    "package.yaml": PACKAGE,
    "svc/service.yaml": SERVICE,
    "svc/ping.yaml": PING,
    "rpc/service.yaml": RPC_SERVICE,
    "rpc/add.yaml": ADD,
}

TABLES: Mapping[str, str] = {**BASE, "svc/days.yaml": DAYS, "svc/sensors.yaml": SENSORS}
"""The same with an operation that is answered by a table, and one that declares the types of its columns."""


def changed(file: str, old: str, new: str, base: Mapping[str, str] = BASE) -> dict[str, str]:
    """The description with one text of one file replaced; the text must be there once."""
    text = base.get(file, "")
    assert text.count(old) == 1 or (not old and not text), f"{old!r} is in {file} {text.count(old)} times"
    return {**base, file: text.replace(old, new) if old else new}


def store(files: Mapping[str, str], folder: Path) -> Path:
    """Write a description."""
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode("utf-8"))
    return folder


def problems(files: Mapping[str, str], folder: Path) -> list[str]:
    """What is wrong with a description, files named as if it were the working directory."""
    _, found = load_package(store(files, folder))
    return [str(each).removeprefix(f"{folder.as_posix()}/") for each in found]


def package(files: Mapping[str, str], folder: Path) -> ir.Package:
    """The package of a description that is in order."""
    found, wrong = load_package(store(files, folder))
    assert found is not None, "\n".join(map(str, wrong))
    return found
