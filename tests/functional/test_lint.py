"""Wrong descriptions, and the exact list of problems of each."""

# ruff: noqa: E501 - messages are compared whole

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from codegen.rules import RULES

from .descriptions import BASE, PING, changed, problems


@dataclass(frozen=True)
class Case:
    """``old`` in ``file`` of the good description becomes ``new``; a new file has no ``old``."""

    name: str
    file: str
    old: str
    new: str
    found: tuple[str, ...]


PONG = "svc/ping.yaml"

CASES = (
    Case(
        "misspelt key",
        PONG,
        "summary: Ask",
        "sumary: Ask",
        (
            'svc/ping.yaml:1: /: missing-key: the key "summary" is missing',
            'svc/ping.yaml:3: /sumary: unknown-key: unknown key "sumary" (did you mean "summary"?)',
        ),
    ),
    Case(
        "unknown key",
        PONG,
        "effect: read\n",
        "effect: read\ncolour: red\n",
        (
            'svc/ping.yaml:7: /colour: unknown-key: unknown key "colour"; known here: batch, broken, corrections, deprecated, dialect, doc, effect, endpoint, examples, face, failure, faults, limits, max_body, operation, parameters, params, post_over, query, result, rules, since, source, stability, summary, types, unsent',
        ),
    ),
    Case(
        "json schema keyword",
        PONG,
        "type: string, summary: What",
        "oneOf: [{type: string}], summary: What",
        (
            'svc/ping.yaml:33: /types/Pong/properties/text: shape-unclear: a shape has one of ref, kinds, pair, tuple, const, enum, type; here is "oneOf": write kinds, or select in a result',
        ),
    ),
    Case(
        "keyword of another type",
        PONG,
        "type: string, summary: What",
        "type: integer, pattern: a, summary: What",
        (
            'svc/ping.yaml:33: /types/Pong/properties/text/pattern: unknown-key: unknown key "pattern"; with type go minimum, maximum, known, summary, doc, source, deprecated',
        ),
    ),
    Case(
        "missing key",
        PONG,
        "effect: read\n",
        "",
        ('svc/ping.yaml:1: /: missing-key: the key "effect" is missing',),
    ),
    Case(
        "wrong kind",
        PONG,
        "source: [doc]\neffect",
        "source: doc\neffect",
        ('svc/ping.yaml:5: /source: wrong-kind: must be a list; here is the text "doc"; write [doc]',),
    ),
    Case(
        "number for text",
        "package.yaml",
        "version: 0.1.0",
        "version: 0.1",
        ("package.yaml:3: /version: wrong-kind: must be text; here is the number 0.1; put it in quotes",),
    ),
    Case(
        "other dialect",
        PONG,
        "dialect: 1",
        "dialect: 2",
        ("svc/ping.yaml:1: /dialect: wrong-value: must be 1; here is the number 2",),
    ),
    Case(
        "word outside a closed set",
        PONG,
        "effect: read\n",
        "effect: raed\n",
        (
            'svc/ping.yaml:6: /effect: wrong-value: must be one of read, read-once, dedup, write, bulk; here is the text "raed" (did you mean "read"?)',
        ),
    ),
    Case(
        "yes is a text",
        PONG,
        "required: true",
        "required: yes",
        (
            'svc/ping.yaml:9: /parameters/name/required: wrong-kind: must be true or false; here is the text "yes"',
        ),
    ),
    Case(
        "two lines in a summary",
        PONG,
        "summary: Ask whether somebody is there.",
        'summary: "Ask\\nthem."',
        ("svc/ping.yaml:3: /summary: wrong-value: must be one line; longer text goes into doc",),
    ),
    Case(
        "syntax",
        "package.yaml",
        "package: demo",
        "package: [demo",
        (
            "package.yaml:3: /: yaml-syntax: not YAML: while parsing a flow sequence, did not find expected ',' or ']' (column 8)",
        ),
    ),
    Case(
        "duplicate key",
        PONG,
        "effect: read\n",
        "effect: read\neffect: read\n",
        ('svc/ping.yaml:7: /effect: yaml-duplicate: the key "effect" is there already, in line 6',),
    ),
    Case(
        "anchor and alias",
        PONG,
        "summary: Ask whether somebody is there.\nstability: documented",
        "summary: &a Ask.\nstability: *a",
        (
            "svc/ping.yaml:3: /summary: yaml-alias: the anchor &a may not stand here; write values out",
            "svc/ping.yaml:4: /stability: wrong-value: must be one of documented, observed, source-only; here is null",
            "svc/ping.yaml:4: /stability: yaml-alias: the alias *a is not followed; write the value out",
        ),
    ),
    Case(
        "tag",
        PONG,
        "operation: ping",
        "operation: !!str ping",
        (
            "svc/ping.yaml:2: /operation: yaml-tag: the tag tag:yaml.org,2002:str may not stand here; quote texts instead",
        ),
    ),
    Case(
        "merge key",
        PONG,
        "effect: read\n",
        "effect: read\n<<: {}\n",
        ("svc/ping.yaml:7: /: yaml-merge: the merge key << is not followed; write the members out",),
    ),
    Case(
        "tab",
        PONG,
        "effect: read",
        "effect:\tread",
        (
            'svc/ping.yaml:6: /: yaml-character: a tab stands here; indent with blanks, and write "\\t" in double quotes for a tab in a text',
        ),
    ),
    Case(
        "second document",
        PONG,
        "dialect: 1",
        "dialect: 1\n---\ndialect: 1",
        (
            'svc/ping.yaml:1: /: missing-key: the key "effect" is missing',
            'svc/ping.yaml:1: /: missing-key: the key "endpoint" is missing; a cgi operation names one of the endpoints',
            'svc/ping.yaml:1: /: missing-key: the key "operation" is missing',
            'svc/ping.yaml:1: /: missing-key: the key "result" is missing',
            'svc/ping.yaml:1: /: missing-key: the key "source" is missing',
            'svc/ping.yaml:1: /: missing-key: the key "stability" is missing',
            'svc/ping.yaml:1: /: missing-key: the key "summary" is missing',
            "svc/ping.yaml:2: /: yaml-documents: a second document starts here; one per file",
        ),
    ),
    Case(
        "file name",
        PONG,
        "operation: ping",
        "operation: pong",
        ('svc/ping.yaml:2: /operation: file-name: the operation "pong" belongs into a file pong.yaml',),
    ),
    Case(
        "no service file",
        "new/ping.yaml",
        "",
        "dialect: 1\n",
        (
            'new/ping.yaml:1: /: missing-key: the key "effect" is missing',
            'new/ping.yaml:1: /: missing-key: the key "operation" is missing',
            'new/ping.yaml:1: /: missing-key: the key "result" is missing',
            'new/ping.yaml:1: /: missing-key: the key "source" is missing',
            'new/ping.yaml:1: /: missing-key: the key "stability" is missing',
            'new/ping.yaml:1: /: missing-key: the key "summary" is missing',
            "new/service.yaml:1: /: file-missing: a folder with descriptions needs a service.yaml",
        ),
    ),
    Case(
        "unknown reference",
        PONG,
        "{ref: Pong}",
        "{ref: Pogn}",
        (
            'svc/ping.yaml:23: /result/arms/0/shape/ref: ref-unknown: "Pogn" is no type of this operation or service (did you mean "Pong"?)',
        ),
    ),
    Case(
        "unused type",
        PONG,
        "  Other:\n",
        "  Spare: {summary: Nobody needs me., type: string}\n  Other:\n",
        (
            "svc/ping.yaml:41: /types/Spare: type-unused: no parameter or result uses the type Spare; take it out or use it",
        ),
    ),
    Case(
        "recursion",
        PONG,
        "type: string, summary: What",
        "ref: Pong, summary: What",
        (
            "svc/ping.yaml:27: /types/Pong: ref-recursive: Pong contains itself through Pong; a type cannot be recursive",
        ),
    ),
    Case(
        "equal kinds",
        PONG,
        "type: string, summary: What",
        "kinds: [{type: string}, {const: NA}], summary: What",
        (
            "svc/ping.yaml:33: /types/Pong/properties/text/kinds: kinds-equal: alternatives 1 and 2 are both of the JSON kind string; one shape must serve for both",
        ),
    ),
    Case(
        "integer and number",
        PONG,
        "type: string, summary: What",
        "type: [integer, number], summary: What",
        (
            "svc/ping.yaml:33: /types/Pong/properties/text/type: types-number: integer and number overlap; write number alone",
        ),
    ),
    Case(
        "inline record",
        PONG,
        "type: string, summary: What",
        "type: array, items: {type: object, properties: {}}, summary: What",
        (
            "svc/ping.yaml:33: /types/Pong/properties/text/items: shape-inline: an object with properties needs a name: move it to types and write {ref: Name}",
        ),
    ),
    Case(
        "lost summary",
        PONG,
        "type: string, summary: What",
        "type: array, items: {type: string, summary: Lost.}, summary: What",
        (
            "svc/ping.yaml:33: /types/Pong/properties/text/items/summary: note-lost: summary is lost here; give the value a named type, or say it at the member around it",
        ),
    ),
    Case(
        "arm and enum differ",
        PONG,
        "when: [0]",
        "when: [0, 2]",
        (
            'svc/ping.yaml:23: /result/arms/0/shape: select-member: "status" in Pong must be the enum of what its arms list: 0, 2',
        ),
    ),
    Case(
        "arm twice",
        PONG,
        "when: [1]",
        "when: [0]",
        (
            'svc/ping.yaml:24: /result/arms/1/shape: select-member: "status" in Failed must be the enum of what its arms list: 0',
            "svc/ping.yaml:24: /result/arms/1/when: arm-duplicate: 0 leads to an earlier arm already",
        ),
    ),
    Case(
        "selected member optional",
        PONG,
        "required: [status, text]",
        "required: [text]",
        (
            'svc/ping.yaml:23: /result/arms/0/shape: select-member: Pong does not require the member "status" that tells the arms apart',
        ),
    ),
    Case(
        "else with a closed set",
        PONG,
        "status: {type: [integer, string], summary: Any",
        "status: {enum: [7], summary: Any",
        (
            'svc/ping.yaml:25: /result/else/shape: select-else: "status" in Other must be {type: [integer, string]}, open for every other value',
        ),
    ),
    Case(
        "failure without error",
        PONG,
        "{ref: Failed}, error: Trouble}",
        "{ref: Failed}, meaning: failure}",
        (
            "svc/ping.yaml:24: /result/arms/1: arm-error: an arm that means failure names its error class: error: Name",
        ),
    ),
    Case(
        "pending with error",
        PONG,
        "error: Trouble}",
        "error: Trouble, meaning: pending}",
        (
            "svc/ping.yaml:24: /result/arms/1/error: arm-error: an arm that means pending raises no error; take error out",
        ),
    ),
    Case(
        "unknown error class",
        PONG,
        "error: Trouble}",
        "error: Troubel}",
        (
            'svc/ping.yaml:24: /result/arms/1/error: error-unknown: "Troubel" is no error class of this service (did you mean "Trouble"?)',
        ),
    ),
    Case(
        "unknown source",
        PONG,
        "source: [doc]\neffect",
        "source: [dok]\neffect",
        (
            'svc/ping.yaml:5: /source/0: source-unknown: "dok" is no source of this service (did you mean "doc"?)',
        ),
    ),
    Case(
        "unknown endpoint",
        PONG,
        "endpoint: ping",
        "endpoint: pong",
        (
            'svc/ping.yaml:7: /endpoint: endpoint-unknown: "pong" is no endpoint of any server (did you mean "ping"?)',
        ),
    ),
    Case(
        "unknown setting",
        PONG,
        "setting: host",
        "setting: hots",
        (
            'svc/ping.yaml:14: /query/1/setting: setting-unknown: the server main, which has this endpoint, lacks the setting "hots"',
        ),
    ),
    Case(
        "unknown argument",
        PONG,
        "{name: name, argument: name}",
        "{name: name, argument: nam}",
        (
            'svc/ping.yaml:15: /query/2/argument: argument-unknown: "nam" is no parameter of this operation (did you mean "name"?)',
        ),
    ),
    Case(
        "argument sent twice",
        PONG,
        "  - {name: n, argument: count, codec: integer}\n",
        "  - {name: n, argument: count, codec: integer}\n  - {name: k, argument: count, codec: integer}\n",
        ('svc/ping.yaml:18: /query/5/argument: argument-twice: "count" is sent already, in line 17',),
    ),
    Case(
        "member twice",
        PONG,
        "{name: m, argument",
        "{name: op, argument",
        ('svc/ping.yaml:16: /query/3/name: query-duplicate: "op" is in the query already',),
    ),
    Case(
        "value and argument",
        PONG,
        "{name: op, value: ping}",
        "{name: op, value: ping, argument: name}",
        (
            "svc/ping.yaml:13: /query/0: one-of-keys: needs exactly one of the keys value, setting, argument; here are value and argument",
            'svc/ping.yaml:15: /query/2/argument: argument-twice: "name" is sent already, in line 13',
        ),
    ),
    Case(
        "codec and shape",
        PONG,
        "argument: count, codec: integer",
        "argument: count, codec: flag",
        (
            'svc/ping.yaml:17: /query/4/argument: codec-shape: the codec flag writes boolean; "count" can be number',
        ),
    ),
    Case(
        "option of another codec",
        PONG,
        "codec: lower",
        "codec: lower, steps: [a]",
        (
            "svc/ping.yaml:16: /query/3/steps: codec-option: steps goes with the codec steps; here it is lower",
        ),
    ),
    Case(
        "codec lacks its options",
        PONG,
        "argument: count, codec: integer",
        "argument: count, codec: steps",
        (
            "svc/ping.yaml:17: /query/4: codec-option: the codec steps needs the key steps",
            "svc/ping.yaml:17: /query/4: codec-option: the codec steps needs the key with",
            'svc/ping.yaml:17: /query/4/argument: codec-shape: the codec steps writes object; "count" can be number',
        ),
    ),
    Case(
        "rule about an impossible value",
        PONG,
        "needs: {mode: [slow]}",
        "needs: {mode: [slwo]}",
        ('svc/ping.yaml:19: /rules/0/needs/mode/0: rule-unknown: "mode" can never be "slwo"',),
    ),
    Case(
        "batch over a number",
        PONG,
        "effect: read\n",
        "effect: read\nbatch: {argument: count, size: 5}\n",
        (
            'svc/ping.yaml:7: /batch/argument: batch-argument: "count" is neither an array nor a map, so it cannot be sliced',
        ),
    ),
    Case(
        "correction",
        PONG,
        "effect: read\n",
        "effect: read\ncorrections: [4]\n",
        ("svc/ping.yaml:7: /corrections/0: correction-unknown: corrections.yaml has no number 4",),
    ),
    Case(
        "recorded answer of no service",
        "recordings.yaml",
        "",
        "dialect: 1\nrecordings:\n  scv: {operations: {ping: {a.json: answer}}}\n",
        (
            'recordings.yaml:3: /recordings/scv: recording-unknown: there is no service "scv" (did you mean "svc"?)',
        ),
    ),
    Case(
        "recorded answer of no operation",
        "recordings.yaml",
        "",
        "dialect: 1\nrecordings:\n  svc:\n    operations:\n      pnig:\n        a.json: answer\n",
        (
            'recordings.yaml:6: /recordings/svc/operations/pnig/a.json: recording-unknown: svc has no operation "pnig" (did you mean "ping"?)',
        ),
    ),
    Case(
        "recorded answer with an unknown outcome",
        "recordings.yaml",
        "",
        "dialect: 1\nrecordings:\n  svc:\n    operations:\n      ping:\n        a.json: Troubel\n        b.json: {outcome: NotJsn, asked: a page}\n",
        (
            'recordings.yaml:6: /recordings/svc/operations/ping/a.json: recording-unknown: "Troubel" is no outcome and no error class (did you mean "Trouble"?)',
            'recordings.yaml:7: /recordings/svc/operations/ping/b.json/outcome: recording-unknown: "NotJsn" is no outcome and no error class (did you mean "NotJson"?)',
        ),
    ),
    Case(
        "recorded answer twice",
        "recordings.yaml",
        "",
        "dialect: 1\nrecordings:\n  svc:\n    every_operation: {a.json: answer}\n    operations:\n      ping:\n        a.json: Trouble\n",
        (
            'recordings.yaml:7: /recordings/svc/operations/ping/a.json: recording-duplicate: "a.json" is listed already, for every operation',
        ),
    ),
    Case(
        "recorded answer without a word",
        "recordings.yaml",
        "",
        "dialect: 1\nrecordings:\n  svc:\n    operations:\n      ping:\n        a.json: 3\n        b.json: {outcome: NotJson}\n",
        (
            "recordings.yaml:6: /recordings/svc/operations/ping/a.json: wrong-kind: must be text; here is the number 3; put it in quotes",
            'recordings.yaml:7: /recordings/svc/operations/ping/b.json: missing-key: the key "asked" is missing',
        ),
    ),
    Case(
        "required after optional",
        PONG,
        "minimum: 1}}",
        "minimum: 1}, required: true}",
        (
            'svc/ping.yaml:11: /parameters/count: parameter-order: the required "count" comes after the optional "mode"; required ones come first',
        ),
    ),
    Case(
        "default outside its shape",
        PONG,
        "default: fast",
        "default: quick",
        (
            "svc/ping.yaml:10: /parameters/mode/default: default-misfit: 'quick' does not fit the shape of this parameter",
        ),
    ),
    Case(
        "language of a number",
        PONG,
        "minimum: 1}}",
        "minimum: 1}, language: {name: record-set}}",
        (
            "svc/ping.yaml:11: /parameters/count/language: language-misfit: only a text is written in a language",
        ),
    ),
    Case(
        "keyword as a parameter",
        PONG,
        "  count: {",
        "  lambda: {summary: x, source: [doc], shape: {type: string}}\n  count: {",
        (
            'svc/ping.yaml:11: /parameters/lambda: argument-unsent: "lambda" is never sent; add it to the request',
            'svc/ping.yaml:11: /parameters/lambda: name-unsafe: "lambda" is a word of the Python language; choose another name',
        ),
    ),
    Case(
        "builtin as a parameter",
        PONG,
        "  count: {",
        "  format: {summary: x, source: [doc], shape: {type: string}}\n  count: {",
        (
            'svc/ping.yaml:11: /parameters/format: argument-unsent: "format" is never sent; add it to the request',
            'svc/ping.yaml:11: /parameters/format: name-unsafe: "format" would hide the builtin function of that name; choose another name',
        ),
    ),
    Case(
        "two wire names, one identifier",
        PONG,
        "      size: {",
        "      Text: {type: string, summary: Again., source: [doc]}\n      size: {",
        ('svc/ping.yaml:34: /types/Pong/properties/Text: name-collides: "Text" and "text" both become text',),
    ),
    Case(
        "wire name with odd characters",
        PONG,
        "      size: {",
        '      "a$b": {type: string, summary: Odd., source: [doc]}\n      size: {',
        (
            'svc/ping.yaml:34: /types/Pong/properties/a$b: name-unsafe: "a$b" has characters other than ASCII letters, digits, blank and _ - . /',
        ),
    ),
    Case(
        "type named like an error",
        PONG,
        "  Failed:\n    summary: Trouble.",
        "  Trouble:\n    summary: Trouble.",
        (
            'svc/ping.yaml:24: /result/arms/1/shape/ref: ref-unknown: "Failed" is no type of this operation or service; known are Other, Pong, Trouble',
            'svc/ping.yaml:35: /types/Trouble: type-collides: "Trouble" is the name of an error class of this service already',
        ),
    ),
    Case(
        "type named like a builtin",
        PONG,
        "  Other:\n",
        "  Exception: {summary: x, type: string}\n  Other:\n",
        (
            'svc/ping.yaml:41: /types/Exception: name-unsafe: "Exception" means something else in Python; choose another name',
            "svc/ping.yaml:41: /types/Exception: type-unused: no parameter or result uses the type Exception; take it out or use it",
        ),
    ),
    Case(
        "required name not in properties",
        PONG,
        "required: [status, text]",
        "required: [status, txet]",
        (
            'svc/ping.yaml:30: /types/Pong/required/1: required-unknown: "txet" is no member in properties (did you mean "text"?)',
        ),
    ),
    Case(
        "present unless an optional member",
        PONG,
        "    required: [status, text]\n",
        "    required: [status]\n    present_unless: {member: size, is: 0, members: [text, status]}\n",
        (
            'svc/ping.yaml:31: /types/Pong/present_unless/member: present-unless: "size" decides, so it must be in required',
            'svc/ping.yaml:31: /types/Pong/present_unless/members/1: present-unless: "status" is required anyway; take it out of required',
        ),
    ),
    Case(
        "pattern outside the subset",
        PONG,
        "type: string, summary: What",
        "type: string, pattern: '^\\d+$', summary: What",
        (
            'svc/ping.yaml:33: /types/Pong/properties/text/pattern: pattern-syntax: "\\d" at 2: write the characters out, as in [0-9]',
        ),
    ),
    Case(
        "nested repeats",
        PONG,
        "type: string, summary: What",
        "type: string, pattern: '^(a+)+$', summary: What",
        (
            "svc/ping.yaml:33: /types/Pong/properties/text/pattern: pattern-slow: one text can go round a repeat in several ways (exponential time); make neighbouring repeats start with different characters",
        ),
    ),
    Case(
        "pattern that takes a line break",
        PONG,
        "type: string, summary: What",
        "type: string, pattern: '^[^,]+$', summary: What",
        (
            "svc/ping.yaml:33: /types/Pong/properties/text/pattern: pattern-line-break: a pattern that ends in $ must not take a line break; add \\n to its negated classes",
        ),
    ),
    Case(
        "empty bounds",
        PONG,
        "type: string, summary: What",
        "type: integer, minimum: 2, maximum: 1, summary: What",
        (
            "svc/ping.yaml:33: /types/Pong/properties/text/minimum: bounds-empty: minimum 2 is above maximum 1",
        ),
    ),
    Case(
        "number text without a pattern",
        PONG,
        "type: string, summary: What",
        "type: [integer, string], as: number, summary: What",
        (
            "svc/ping.yaml:33: /types/Pong/properties/text/as: as-number: as: number needs type: [integer, string] and a pattern ^...$ of digits and the signs . + - e E",
        ),
    ),
    Case(
        "plain pair of arrays",
        PONG,
        "  Other:\n",
        "  Two: {summary: x, pair: {true: {type: array, items: {type: string}}, false: {type: string}}, plain: true}\n  Other:\n",
        (
            "svc/ping.yaml:41: /types/Two: pair-plain: a plain value that is an array cannot be told from the pair; leave plain out",
            "svc/ping.yaml:41: /types/Two: type-unused: no parameter or result uses the type Two; take it out or use it",
        ),
    ),
    Case(
        "key in an answer",
        PONG,
        "type: string, summary: What",
        "type: object, additionalProperties: {type: string}, key: {pattern: '^a$'}, summary: What",
        (
            "svc/ping.yaml:33: /types/Pong/properties/text: map-keyword: key constrains requests only; in answers every key is taken",
        ),
    ),
    Case(
        "example without file, with wrong arguments",
        PONG,
        "types:\n",
        "examples:\n  - {name: one, summary: x, arguments: {nmae: 1}, answer: examples/none.json, expect: Trubble, origin: made up}\ntypes:\n",
        (
            "svc/ping.yaml:27: /examples/0/answer: example-file: there is no file svc/examples/none.json",
            'svc/ping.yaml:27: /examples/0/arguments: example-arguments: the required argument "name" is missing',
            'svc/ping.yaml:27: /examples/0/arguments/nmae: example-arguments: "nmae" is no parameter of this operation (did you mean "name"?)',
            'svc/ping.yaml:27: /examples/0/expect: example-expect: "Trubble" is no outcome of this operation (did you mean "Trouble"?)',
        ),
    ),
    Case(
        "select in json-rpc",
        "rpc/add.yaml",
        "result: {type: integer}",
        "result: {select: a, arms: [{when: [1], shape: {ref: X}}], else: {shape: {ref: X}, error: Fault}}",
        (
            "rpc/add.yaml:11: /result: result-transport: select belongs to cgi; a json-rpc failure is in the envelope",
            'rpc/add.yaml:11: /result/arms/0/shape/ref: ref-unknown: "X" is no type of this operation or service; there are none',
            'rpc/add.yaml:11: /result/else/shape/ref: ref-unknown: "X" is no type of this operation or service; there are none',
        ),
    ),
    Case(
        "confirmation that is sent, of a read, and anything",
        PONG,
        "  count: {summary: How often., source: [doc], shape: {type: integer, minimum: 1}}",
        "  count: {summary: How often., source: [doc], shape: {type: integer, minimum: 1}, confirms: true}",
        (
            'svc/ping.yaml:11: /parameters/count: confirmation: "count" confirms that something is written; the effect is read',
            'svc/ping.yaml:11: /parameters/count: confirmation: "count" confirms, so it is required: true with the shape {const: true}',
            'svc/ping.yaml:17: /query/4/argument: confirmation: "count" confirms, so it is not sent',
        ),
    ),
    Case(
        "optional argument of the query",
        PONG,
        "name: m, argument: mode",
        "name: m, optional: true, argument: mode",
        ("svc/ping.yaml:16: /query/3/optional: codec-option: optional goes with setting",),
    ),
    Case(
        "setting that no server has, and need not",
        PONG,
        "name: host, setting: host",
        "name: host, setting: hots, optional: true",
        (),
    ),
    Case(
        "file of numbers",
        PONG,
        "argument: count, codec: integer",
        "argument: count, codec: file",
        (
            'svc/ping.yaml:17: /query/4/argument: codec-shape: the codec file writes string; "count" can be number',
        ),
    ),
    Case(
        "rules about arguments that there are not",
        PONG,
        "  - {argument: count, needs: {mode: [slow]}}",
        "  - {at_most_one_of: [count, mdoe]}\n  - {argument: cuont, goes_with: name}",
        (
            'svc/ping.yaml:19: /rules/0/at_most_one_of/1: argument-unknown: "mdoe" is no parameter of this operation (did you mean "mode"?)',
            'svc/ping.yaml:20: /rules/1/argument: argument-unknown: "cuont" is no parameter of this operation (did you mean "count"?)',
        ),
    ),
    Case(
        "a word that a number never is",
        PONG,
        "needs: {mode: [slow]}",
        "never: '*', because: it hurts",
        (
            'svc/ping.yaml:19: /rules/0/argument: rule-unknown: never is said of names; "count" is neither a text nor a list',
        ),
    ),
    Case(
        "text with a failure member",
        "rpc/add.yaml",
        "result: {type: integer}",
        "result: {body: text, summary: Lines.}\nfailure: {member: error, ok: '', error: Fault}",
        (
            "rpc/add.yaml:11: /result: result-transport: body belongs to cgi; this service is json-rpc",
            "rpc/add.yaml:12: /failure: result-transport: failure belongs to cgi; this service is json-rpc",
            "rpc/add.yaml:12: /failure: result-transport: failure names a member; a body that is no JSON has none",
        ),
    ),
    Case(
        "body of another kind",
        PONG,
        "result:\n  select: status",
        "result:\n  body: picture\n  summary: x\n  select: status",
        (
            'svc/ping.yaml:21: /result/body: unknown-key: unknown key "body"; known here: arms, else, select',
            'svc/ping.yaml:22: /result/summary: unknown-key: unknown key "summary"; known here: arms, else, select',
        ),
    ),
    Case(
        "text in json-rpc",
        "rpc/add.yaml",
        "result: {type: integer}",
        "result: {body: text, summary: Lines.}",
        ("rpc/add.yaml:11: /result: result-transport: body belongs to cgi; this service is json-rpc",),
    ),
    Case(
        "posting in json-rpc",
        "rpc/add.yaml",
        "params:",
        "post_over: 9\nparams:",
        ("rpc/add.yaml:10: /post_over: query-transport: post_over belongs to cgi; this service is json-rpc",),
    ),
    Case(
        "undescribed without a place",
        "svc/service.yaml",
        "errors:\n",
        "undescribed: [{url: nowhere, summary: x, source: [doc]}]\nerrors:\n",
        (
            'svc/service.yaml:14: /undescribed/0/url: wrong-value: "nowhere" must look like ^(https?://[A-Za-z0-9.:_-]+)?/[A-Za-z0-9._~/-]*$',
        ),
    ),
    Case(
        "query in json-rpc",
        "rpc/add.yaml",
        "params:",
        "query: [{name: a, value: b}]\nparams:",
        ("rpc/add.yaml:10: /query: query-transport: query belongs to cgi; this service is json-rpc",),
    ),
    Case(
        "parameter not sent",
        "rpc/add.yaml",
        'params: [left, {argument: right, null_as: "null"}]',
        "params: [left]",
        ('rpc/add.yaml:9: /parameters/right: argument-unsent: "right" is never sent; add it to the request',),
    ),
    Case(
        "a position that may be left out, before one that may not",
        "rpc/add.yaml",
        'params: [left, {argument: right, null_as: "null"}]',
        "params: [{argument: right, when_given: true}, left]",
        (
            'rpc/add.yaml:10: /params/1: params-gap: "left" stands behind "right", whose position may be left out',
        ),
    ),
    Case(
        "a position that is filled and left out",
        "rpc/add.yaml",
        'null_as: "null"}',
        'null_as: "null", when_given: true}',
        (
            "rpc/add.yaml:10: /params/1/when_given: params-gap: when_given leaves the position out, null_as fills it; choose one of them",
        ),
    ),
    Case(
        "a position of a required argument that may be left out",
        "rpc/add.yaml",
        'params: [left, {argument: right, null_as: "null"}]',
        "params: [right, {argument: left, when_given: true}]",
        (
            'rpc/add.yaml:10: /params/1/when_given: params-gap: "left" always has a value, so its position is never left out',
        ),
    ),
    Case(
        "an effect by an argument that is always there",
        "svc/ping.yaml",
        "effect: read",
        "effect: {by: mode, given: read, else: write}",
        (
            'svc/ping.yaml:6: /effect/by: effect-by: "mode" always has a value, so nothing depends on whether it is given',
        ),
    ),
    Case(
        "an effect that is the same either way",
        "svc/ping.yaml",
        "effect: read",
        "effect: {by: count, given: read, else: read}",
        ("svc/ping.yaml:6: /effect/given: effect-by: the effect is read either way; say effect: read",),
    ),
    Case(
        "an effect by nothing that there is",
        "svc/ping.yaml",
        "effect: read",
        "effect: {by: cuont, given: read, else: write}",
        (
            'svc/ping.yaml:6: /effect/by: argument-unknown: "cuont" is no parameter of this operation (did you mean "count"?)',
        ),
    ),
    Case(
        "a packed text inside an answer",
        "svc/ping.yaml",
        "text: {type: string,",
        "text: {type: string, packed: sqlite,",
        (
            "svc/ping.yaml:33: /types/Pong/properties/text: packed-text: packed is for the answer as a whole; this text is a part of one",
        ),
    ),
    Case(
        "a packed argument",
        "rpc/add.yaml",
        "items: {type: string}",
        "items: {type: string, packed: sqlite}",
        (
            "rpc/add.yaml:9: /parameters/right/shape/items: packed-text: packed is about an answer as a whole, not about arguments",
        ),
    ),
    Case(
        "a packed text with a pattern",
        "rpc/add.yaml",
        "result: {type: integer}",
        "result: {type: string, packed: sqlite, pattern: '^x$'}",
        (
            "rpc/add.yaml:11: /result/pattern: packed-text: pattern would speak of the base64 text, which nobody sees; take it out",
        ),
    ),
    Case(
        "a removed operation that is described",
        "rpc/service.yaml",
        "errors:\n  Fault",
        "removed:\n  add: {summary: Adding., until: then, source: [doc]}\nerrors:\n  Fault",
        (
            'rpc/service.yaml:9: /removed/add: removed-operation: "add" is described in add.yaml; it is not removed',
        ),
    ),
    Case(
        "a removed operation with an unknown one in its place",
        "rpc/service.yaml",
        "errors:\n  Fault",
        "removed:\n  plus: {summary: Adding., until: then, instead: addd, source: [doc]}\nerrors:\n  Fault",
        (
            'rpc/service.yaml:9: /removed/plus/instead: removed-operation: "addd" is no operation of this service (did you mean "add"?)',
        ),
    ),
    Case(
        "unknown default server",
        "svc/service.yaml",
        "default_server: main",
        "default_server: mian",
        (
            'svc/service.yaml:6: /default_server: server-unknown: "mian" is no server of this service (did you mean "main"?)',
        ),
    ),
    Case(
        "error of every package",
        "svc/service.yaml",
        "  Trouble:",
        "  NotJson: {summary: x}\n  Trouble:",
        (
            "svc/service.yaml:15: /errors/NotJson: error-collides: every package has an error NotJson; choose another name",
        ),
    ),
    Case(
        "parameter like the first one of functions",
        PONG,
        "rules:\n",
        "  - {name: c, argument: client}\nrules:\n",
        (
            'svc/ping.yaml:18: /query/5/argument: argument-unknown: "client" is no parameter of this operation; known are count, mode, name',
        ),
    ),
    Case(
        "package like a module of Python",
        "package.yaml",
        "package: demo",
        "package: json",
        (
            'package.yaml:2: /package: name-unsafe: a package "json" would hide the module of that name; choose another name',
        ),
    ),
    Case(
        "face in the place of a module",
        "svc/service.yaml",
        "errors:\n",
        "face: {style: class, name: Errors, summary: x}\nerrors:\n",
        (
            'svc/service.yaml:14: /face/name: face-misuse: "Errors" would stand in the place of the module "errors" of every service; choose another name',
        ),
    ),
    Case(
        "number that not every language reads",
        PONG,
        "type: integer, minimum: 1",
        "type: integer, minimum: 9007199254740992",
        (
            "svc/ping.yaml:11: /parameters/count/shape/minimum: wrong-value: must not be above 9007199254740991",
        ),
    ),
    Case(
        "one of its own alternatives",
        PONG,
        "  Other:\n",
        "  Odd: {summary: x, kinds: [{ref: Odd}, {type: integer}]}\n  Other:\n",
        (
            "svc/ping.yaml:41: /types/Odd: ref-recursive: Odd contains itself through Odd; a type cannot be recursive",
        ),
    ),
    Case(
        "lists in lists",
        PONG,
        "type: string, summary: What",
        f"{'type: array, items: {' * 30}type: string{'}' * 30}, summary: What",
        (
            "svc/ping.yaml:27: /types/Pong: shape-size: Pong is 31 levels deep; 20 are the most, references followed",
        ),
    ),
    Case(
        "pattern without a beginning",
        PONG,
        "type: string, summary: What",
        "type: string, pattern: '[a-z]+$', summary: What",
        (
            "svc/ping.yaml:33: /types/Pong/properties/text/pattern: pattern-slow: without ^ it is tried from every character, whose repeats overlap (quadratic time); make neighbouring repeats start with different characters",
        ),
    ),
    Case(
        "unknown transport",
        "svc/service.yaml",
        "kind: cgi",
        "kind: soap",
        (
            "svc/service.yaml:5: /transport: shape-unclear: a transport is a mapping with kind: cgi or kind: json-rpc",
        ),
    ),
    Case(
        "unknown broken answer",
        PONG,
        "types:\n",
        "broken:\n  - {match: 'oops', error: Trouble, answer: {ref: Failed}, message: text, source: [doc]}\ntypes:\n",
        (
            'svc/ping.yaml:27: /broken/0: broken-body: the required member "status" of Failed gets no value',
            "svc/ping.yaml:27: /broken/0/match: broken-body: the message is group 1 of the pattern, or text; here is neither",
            "svc/ping.yaml:27: /broken/0/match: broken-body: the pattern must match the whole body: ^...$",
            'svc/ping.yaml:27: /broken/0/message: broken-body: "text" is no text member of Failed',
        ),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_wrong_description_gives_this_list(case: Case, tmp_path: Path) -> None:
    assert problems(changed(case.file, case.old, case.new), tmp_path) == list(case.found)


RPC = "rpc/service.yaml"
END = "errors:\n  Fault: {summary: The server answered with an error.}\n"
FACE = (
    "face: {style: functions, name: client, summary: x, environment: {base_url: RPC_URL, server: RPC_ID}}\n"
)


@pytest.mark.parametrize(
    ("more", "found"),
    [
        (FACE, ()),
        (FACE + "environment: {RPC_URL: {holds: url, summary: x, example: 'http://h/'}}\n", ()),
        ("environment: {RPC_DAY: {holds: text, summary: x, example: '12', pattern: '^[0-9]+$'}}\n", ()),
        (
            FACE + "environment: {RPC_URL: {holds: text, summary: x, example: y}}\n",
            (
                "/environment/RPC_URL/holds: variable-use: the face reads RPC_URL as its base_url, so it holds url",
            ),
        ),
        (
            "environment: {RPC_DIR: {holds: folder, summary: x, example: /y, pattern: '^/'}}\n",
            (
                "/environment/RPC_DIR/pattern: variable-use: a pattern stands beside holds: text; what a folder",
            ),
        ),
        (
            "environment: {RPC_URL: {holds: url, summary: x, example: h}}\n",
            ('/environment/RPC_URL/example: variable-example: "h" is no URL like http://host/path/',),
        ),
        (
            "environment: {RPC_ID: {holds: server, summary: x, example: mian}}\n",
            (
                '/environment/RPC_ID/example: variable-example: "mian" is no server of this service (did you mean',
            ),
        ),
        (
            "environment: {RPC_DAY: {holds: text, summary: x, example: y, pattern: '^[0-9]+$'}}\n",
            ('/environment/RPC_DAY/example: variable-example: "y" does not have the pattern',),
        ),
        (
            "environment: {rpc_day: {holds: text, summary: x, example: y}}\n",
            ("/environment/rpc_day: wrong-value: ",),
        ),
        (
            "environment: {RPC_DAY: {holds: txt, summary: x, example: y}}\n",
            ("/environment/RPC_DAY/holds: wrong",),
        ),
        (
            "probe: ad\n",
            ('/probe: probe-operation: "ad" is no operation of this service (did you mean "add"?)',),
        ),
        ("probe: add\n", ("/probe: probe-operation: add has no example, which says what to ask",)),
        (
            "face: {style: class, name: Old, summary: x, environment: {base_url: RPC_URL}}\n",
            ("/face/environment: face-misuse: a class is told its server; only functions read it",),
        ),
    ],
)
def test_variables_and_the_probe_are_checked(more: str, found: tuple[str, ...], tmp_path: Path) -> None:
    told = [line.split(": ", 1)[1] for line in problems(changed(RPC, END, END + more), tmp_path)]
    assert len(told) == len(found)
    assert all(line.startswith(start) for line, start in zip(told, found, strict=True)), told


def test_a_probe_only_reads(tmp_path: Path) -> None:
    files = changed(
        "rpc/add.yaml", "effect: read\n", "effect: write\n", changed(RPC, END, END + "probe: add\n")
    )
    found = problems(files, tmp_path)
    assert "add does more than read (effect: write); choose another operation" in found[0]


def test_a_good_description_gives_an_empty_list(tmp_path: Path) -> None:
    assert problems(BASE, tmp_path) == []


def test_every_rule_that_is_broken_here_is_in_the_table() -> None:
    broken = {line.split(": ")[2] for case in CASES for line in case.found}
    assert broken <= RULES.keys()
    assert len(broken) >= 45


def test_every_rule_id_in_the_code_is_in_the_table_and_the_reverse() -> None:
    folder = Path(__file__).resolve().parents[2] / "codegen"
    files = [*(folder / "resolve").glob("*.py"), folder / "load.py", folder / "explain.py"]
    code = "\n".join(file.read_text(encoding="utf-8") for file in files)
    assert [rule for rule in RULES if f'"{rule}"' not in code] == []


def test_kinds_are_compared_through_references(tmp_path: Path) -> None:
    text = "text: {type: string, summary"
    files = changed(PONG, text, "text: {kinds: [{type: array, items: {type: string}}, {ref: Names}], summary")
    files = changed(PONG, "  Other:\n", "  Names: {summary: x, tuple: [{type: string}]}\n  Other:\n", files)
    place = "svc/ping.yaml:33: /types/Pong/properties/text/kinds: kinds-equal: "
    message = "alternatives 1 and 2 are both of the JSON kind array; one shape must serve for both"
    assert problems(files, tmp_path) == [place + message]


def test_sentinels_are_for_answers_through_references(tmp_path: Path) -> None:
    kept = "  Kept: {summary: x, type: string, sentinels: {Gone: {text: gone, summary: x}}}\n"
    files = changed(PONG, "required: true, shape: {type: string}", "required: true, shape: {ref: Kept}")
    files = changed(PONG, "  Other:\n", kept + "  Other:\n", files)
    place = "svc/ping.yaml:41: /types/Kept: answer-only: "
    assert problems(files, tmp_path) == [place + "pairs and sentinels are for answers; an argument has none"]


def test_all_files_are_reported_at_once_and_sorted(tmp_path: Path) -> None:
    files = changed(PONG, "effect: read\n", "effect: reed\n")
    files = changed("package.yaml", "dialect: 1", "dialect: [1", files)
    files = changed("rpc/add.yaml", "{type: integer}}\n", "{type: intger}}\n", files)
    places = [line.rsplit(": ", 2)[0].split(": ")[0] for line in problems(files, tmp_path)]
    assert places == ["package.yaml:2", "rpc/add.yaml:8", "svc/ping.yaml:6"]


def test_an_unreadable_types_file_does_not_make_its_names_unknown(tmp_path: Path) -> None:
    files = {**BASE, "svc/types.yaml": "dialect: 1\ntypes: {"}
    files = changed(
        PONG, "required: true, shape: {type: string}", "required: true, shape: {ref: Elsewhere}", files
    )
    assert [line.split(": ")[2] for line in problems(files, tmp_path)] == ["yaml-syntax"]


def test_two_operations_cannot_give_their_types_one_name(tmp_path: Path) -> None:
    second = PING.replace("operation: ping", "operation: again")
    found = problems({**BASE, "svc/again.yaml": second}, tmp_path)
    assert [line.split(": ")[2] for line in found] == ["type-collides"] * 3
    assert found[0].startswith("svc/ping.yaml:27: /types/Pong")


def test_a_canary_that_a_wrong_expectation_fails(tmp_path: Path) -> None:
    assert problems(changed(PONG, "effect: read\n", "effect: reed\n"), tmp_path) != []
