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

BASE: Mapping[str, str] = {
    "package.yaml": PACKAGE,
    "svc/service.yaml": SERVICE,
    "svc/ping.yaml": PING,
    "rpc/service.yaml": RPC_SERVICE,
    "rpc/add.yaml": ADD,
}


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
