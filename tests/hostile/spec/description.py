"""A description with a marker in every place that takes free text.

``<<name>>`` marks a place; ``"<<name>>"`` is the whole value or key, so that any
text can be written there with YAML's escapes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

PACKAGE = """\
dialect: 1
package: hostile
version: "<<package.version>>"
summary: "<<package.summary>>"
doc: "<<package.doc>>"
"""

CORRECTIONS = """\
dialect: 1
corrections:
  - id: 1
    title: "<<correction.title>>"
    service: shop
    operations: [order]
    documents: "<<correction.documents>>"
    servers: "<<correction.servers>>"
    decision: "<<correction.decision>>"
    evidence: ["<<correction.evidence>>"]
"""

RECORDINGS = """\
dialect: 1
recordings:
  shop:
    operations:
      order:
        "<<recording.file>>": {outcome: NotJson, asked: "<<recording.asked>>"}
"""

SHOP = """\
dialect: 1
service: shop
summary: "<<service.summary>>"
doc: "<<service.doc>>"
sources: {book: "<<source.text>>", "<<source.tag>>": a source with an odd name}
transport: {kind: cgi, charset: latin-1}
servers:
  here:
    title: "<<server.title>>"
    summary: "<<server.summary>>"
    doc: "<<server.doc>>"
    base_url: "<<server.base_url>>"
    endpoints: {desk: "<<server.endpoint>>"}
    settings: {shelf: "<<server.setting>>"}
errors:
  Refused:
    summary: "<<error.summary>>"
    doc: "<<error.doc>>"
    extract:
      ids: {member: error, pattern: "<<extract.pattern>>", summary: "<<extract.summary>>", doc: "<<extract.doc>>"}
  Unknown: {summary: None of the others.}
face: {style: class, name: Shop, summary: "<<face.summary>>", doc: "<<face.doc>>"}
removed: {barter: {summary: "<<removed.summary>>", doc: "<<removed.doc>>", until: "<<removed.until>>", source: [book]}}
undescribed: [{url: "<<undescribed.url>>", summary: "<<undescribed.summary>>", source: [book]}]
"""  # noqa: E501

ORDER = """\
dialect: 1
operation: order
summary: "<<operation.summary>>"
doc: "<<operation.doc>>"
stability: documented
since: "<<operation.since>>"
deprecated: "<<operation.deprecated>>"
source: [book, "<<source.tag>>"]
effect: read
endpoint: desk
parameters:
  what: {summary: "<<parameter.summary>>", doc: "<<parameter.doc>>", source: [book], shape: {ref: Ware}, default: "<<parameter.default>>"}
  how: {summary: A word., source: [book], shape: {enum: ["<<argument.enum>>", fast]}, default: fast}
  form: {summary: A form., source: [book], shape: {enum: [plain, fancy]}, default: plain}
  look: {summary: How a form looks., source: [book], shape: {ref: Look}}
  steps: {summary: What is done., source: [book], shape: {type: object, additionalProperties: {type: object, additionalProperties: {type: string}}}}
  most: {summary: A limit., source: [book], shape: {type: integer}}
  who: {summary: A name., source: [book], shape: {type: string, known: ["<<argument.known>>"]}}
  code: {summary: A code., source: [book], shape: {type: string, pattern: "<<argument.pattern>>"}}
query:
  - {name: "<<query.name>>", value: "<<query.value>>"}
  - {name: shelf, setting: shelf}
  - {name: what, argument: what, default: {by: form, cases: {plain: "<<default.case>>"}, else: "<<default.else>>"}}
  - {name: how, argument: how}
  - name: form
    argument: form
    codec: options
    with: look
    only_for: [fancy]
    options: {colour: {wire: "<<option.wire>>", summary: "<<option.summary>>", shape: {type: string}, default: "<<option.default>>"}}
  - {name: steps, argument: steps, codec: steps, with: most, steps: ["<<steps.word>>"]}
  - {name: who, argument: who, default: {before: "<<default.before>>", of: what}}
  - {name: code, argument: code}
rules:
  - {argument: what, is: "<<rule.is>>", needs: {how: [fast]}, face_sends: "<<rule.face_sends>>"}
result:
  select: "<<select.member>>"
  arms:
    - {when: [0, "<<arm.when>>"], shape: {ref: Done}}
    - {when: [1], shape: {ref: No}, error: Refused, texts: [{text: "<<arm.text>>", source: [book]}]}
  else: {shape: {ref: Other}, error: Unknown}
broken:
  - {match: "<<broken.match>>", error: Refused, answer: {ref: No}, values: {"<<select.member>>": 1}, message: error, text: "<<broken.text>>", source: [book]}
unsent: [{name: "<<unsent.name>>", summary: "<<unsent.summary>>", doc: "<<unsent.doc>>", source: [book]}]
limits: [{text: "<<limit.text>>", source: [book]}]
corrections: [1]
types:
  Ware: {summary: "<<alias.summary>>", doc: "<<alias.doc>>", type: string}
  Look:
    summary: How it looks.
    type: object
    properties: {colour: {summary: A colour., source: [book], type: string}}
  Done:
    summary: "<<type.summary>>"
    doc: "<<type.doc>>"
    type: object
    required: ["<<select.member>>"]
    properties:
      "<<select.member>>": {summary: "<<member.summary>>", doc: "<<member.doc>>", source: [book], enum: [0, "<<arm.when>>"]}
      "<<member.name>>": {summary: A member., source: [book], const: "<<member.const>>"}
      colour: {summary: A colour., source: [book], type: string, pattern: "<<member.pattern>>"}
      kinds: {summary: Several., source: [book], kinds: [{enum: ["<<member.enum>>"]}, {type: integer}]}
  No:
    summary: No.
    type: object
    required: ["<<select.member>>", error]
    properties:
      "<<select.member>>": {summary: Always 1., source: [book], enum: [1]}
      error: {summary: Why., source: [book], type: string, known: ["<<member.known>>"]}
  Other:
    summary: Other.
    type: object
    required: ["<<select.member>>"]
    properties: {"<<select.member>>": {summary: Any., source: [book], type: [integer, string]}}
examples:
  - name: one
    summary: "<<example.summary>>"
    arguments: {what: "<<example.argument>>", who: me, steps: {"<<example.key>>": {}}}
    expect: answer
    origin: "<<example.origin>>"
"""  # noqa: E501

COUNT = """\
dialect: 1
operation: count
summary: Count.
stability: documented
source: [book]
effect: read
endpoint: desk
result: {ref: Counted}
failure: {member: msg, ok: "<<failure.ok>>", error: Refused, texts: [{text: "<<failure.text>>", source: [book]}]}
types:
  Counted:
    summary: Counted.
    type: object
    required: [msg, error]
    present_unless: {member: msg, is: "<<present_unless.is>>", members: [n]}
    properties:
      msg: {summary: A text., source: [book], type: string}
      n: {summary: A number., source: [book], type: integer}
      error: {summary: A text., source: [book], type: string}
"""  # noqa: E501

ROWS = """\
dialect: 1
operation: rows
summary: What was sold, column by column.
stability: documented
source: [book]
effect: read
endpoint: desk
result: {ref: Rows}
types:
  Rows:
    summary: A table.
    type: object
    required: [n, wares]
    table:
      rows: n
      columns: wares
      types:
        operation: wares
        arguments: {}
        list: wares
        name: name
        type: kind
        kinds: {"<<table.word>>": integer}
        also: {"<<table.also>>": number}
        suffix: "<<table.suffix>>"
    properties:
      n: {summary: Rows., source: [book], type: integer}
      wares: {summary: Wares., source: [book], type: array, items: {ref: WareColumn}}
  WareColumn:
    summary: A column.
    type: object
    required: [name, sold]
    column: {name: name, values: sold, missing: ["<<column.missing>>"]}
    properties:
      name: {summary: A name., source: [book], type: string}
      sold: {summary: "<<column.summary>>", doc: "<<column.doc>>", source: [book], type: array, items: {type: string}}
"""  # noqa: E501

WARES = """\
dialect: 1
operation: wares
summary: What there is.
stability: documented
source: [book]
effect: read
endpoint: desk
result: {ref: Wares}
types:
  Wares:
    summary: Wares.
    type: object
    required: [wares]
    properties: {wares: {summary: Wares., source: [book], type: array, items: {ref: Listed}}}
  Listed:
    summary: One.
    type: object
    required: [name, kind]
    properties:
      name: {summary: A name., source: [book], type: string}
      kind: {summary: What it is., source: [book], type: string}
"""

DESK = """\
dialect: 1
service: desk
summary: A desk.
sources: {book: a book}
transport:
  kind: json-rpc
  version: "1.0"
  path: "<<rpc.path>>"
  fault: Fault
  packed: {marker: "<<packed.marker>>", payload: "<<packed.payload>>"}
servers: {here: {title: Here, summary: Here., base_url: "http://here.example.org/"}}
errors: {Fault: {summary: A fault.}}
face: {style: functions, name: window, summary: "<<functions.summary>>", doc: "<<functions.doc>>", environment: {base_url: "<<environment.variable>>", server: DESK_SERVER}}
environment: {DESK_NOTE: {holds: text, summary: "<<variable.summary>>", doc: "<<variable.doc>>", example: "<<variable.example>>"}}
"""  # noqa: E501

ASK = """\
dialect: 1
operation: ask
summary: Ask.
stability: documented
source: [book]
effect: read
endpoint: "<<rpc.method>>"
parameters:
  key: {summary: Keys., source: [book], required: true, shape: {type: object, key: {pattern: "<<key.pattern>>"}, additionalProperties: {type: string}}}
  who: {summary: A name., source: [book], shape: {type: string}}
params: [key, {argument: who, null_as: "<<rpc.null_as>>"}]
result: {type: array, items: {ref: Reply}}
faults: [{name: Odd, text: "<<fault.text>>", source: [book]}]
types:
  Reply:
    summary: A reply.
    type: string
    sentinels:
      Nobody: {text: "<<sentinel.text>>", summary: "<<sentinel.summary>>", doc: "<<sentinel.doc>>"}
      Nowhere: {prefix: "<<sentinel.prefix>>", summary: Nowhere.}
"""  # noqa: E501

FILES = {
    "package.yaml": PACKAGE,
    "corrections.yaml": CORRECTIONS,
    "recordings.yaml": RECORDINGS,
    "shop/service.yaml": SHOP,
    "shop/order.yaml": ORDER,
    "shop/count.yaml": COUNT,
    "shop/rows.yaml": ROWS,
    "shop/wares.yaml": WARES,
    "desk/service.yaml": DESK,
    "desk/ask.yaml": ASK,
}

HARMLESS_FORMS = {
    "package.version": "1.0.0+{}",
    "server.base_url": "http://{}.example.org/",
    "environment.variable": "{}",
    "rpc.path": "{}/",
    "undescribed.url": "/{}",
    "broken.match": "^{}$",
    "table.suffix": "{}$",
}
"""Places whose harmless text must have a form of its own."""

MARGIN = " " * 16
PLACE = re.compile(r'((?:[a-z_]+: \[?)?)"<<([a-z_.]+)>>"')


@cache
def places() -> list[str]:
    """The names of all places, in the order of the files."""
    return list(dict.fromkeys(name for text in FILES.values() for _, name in PLACE.findall(text)))


@cache
def harmless(name: str) -> str:
    """A word that stands nowhere else: ``ZQ17Z`` for the 17th place."""
    return HARMLESS_FORMS.get(name, "{}").format(mark(name))


@cache
def mark(name: str) -> str:
    """The part of a harmless word that tells its place."""
    found = f"ZQ{places().index(name) + 10}Z"
    return found.lower() if name == "package.version" else found


def render(texts: Mapping[str, str]) -> dict[str, str]:
    """The files with these texts in their places, and harmless words in the others.

    Every place stands on a line of its own, so that a problem's line tells its place.
    """
    return {path: PLACE.sub(lambda found: _written(found, texts), file) for path, file in FILES.items()}


def _written(found: re.Match[str], texts: Mapping[str, str]) -> str:
    line = found.string[found.string.rfind("\n", 0, found.start()) + 1 : found.start()]
    rest = found.string[found.end() : found.string.find("\n", found.end())]
    before = f"\n{MARGIN}" if line.strip() else ""
    after = f"\n{MARGIN}" if rest and not rest.startswith(":") else ""
    return f"{before}{found[1]}{_quoted(texts.get(found[2], harmless(found[2])))}{after}"


def _quoted(text: str) -> str:
    """The text in double quotes, everything but letters and digits as an escape of YAML."""
    return (
        '"'
        + "".join(each if each.isascii() and each.isalnum() else f"\\U{ord(each):08x}" for each in text)
        + '"'
    )


def place_at(path: str, line: int) -> str | None:
    """The place that stands in a line of a file, whatever text is in it."""
    shown = render({})[path].splitlines()[line - 1]
    return next((name for name in places() if mark(name) in shown), None)


def write(spec: Path, texts: Mapping[str, str]) -> None:
    """Write the description with these texts."""
    for path, content in render(texts).items():
        (spec / path).parent.mkdir(parents=True, exist_ok=True)
        (spec / path).write_text(content, encoding="utf-8")
