"""H: a great many of something, and numbers that are too large."""

# ruff: noqa: E501 - one line for each case

from __future__ import annotations

from tests.functional.descriptions import BASE

from .cases import Run, numbered
from .changes import PING, change, files, shape, types

SIZE = "refused: yaml-size"
VALUE = "refused: wrong-value"


def properties(count: int) -> Run:
    """A case of a record with many members."""
    members = "".join(f"      p{at}: {{type: boolean, summary: S., source: [doc]}}\n" for at in range(count))
    return files(types(f"  T0:\n    summary: A.\n    type: object\n    properties:\n{members}"))


def words(count: int, text: str = "w{}") -> Run:
    """A case of an enum with many words."""
    return files(
        types(f"  T0: {{summary: A., enum: [{', '.join(text.format(at) for at in range(count))}]}}\n")
    )


def maximum(number: str) -> Run:
    """A case of a bound."""
    return shape(f"type: integer, maximum: {number}")


def parameters(count: int) -> Run:
    """A case of an operation with many parameters."""
    said = "".join(
        f"  q{at}: {{summary: S., source: [doc], shape: {{type: string}}}}\n" for at in range(count)
    )
    sent = "".join(f"  - {{name: q{at}, argument: q{at}}}\n" for at in range(count))
    text = BASE[PING].replace("query:\n", f"{said}query:\n").replace("rules:\n", f"{sent}rules:\n")
    return files({**BASE, PING: text})


CASES = numbered(
    "H",
    [
        ("100 000 members in one record", "refused: file-too-large", properties(100_000)),
        ("10 000 members in one record", SIZE, properties(10_000)),
        ("3 000 members in one record", "data", properties(3_000)),
        ("an enum of 100 000 words", SIZE, words(100_000)),
        ("an enum of 10 000 words", "data", words(10_000)),
        ("an enum of numbers, words and true, 10 000 of each", SIZE, words(10_000, "{0}, x{0}, 'y{0}'")),
        ("an enum of numbers and words mixed with true", "data", files(types(f"  T0: {{summary: A., enum: [true, {', '.join(f'{at}, x{at}' for at in range(4000))}]}}\n"))),
        ("an enum whose words stand twice, 4 000 times", "refused: duplicate-item", words(4_000, "w{0}, w{0}")),
        ("3 000 keys that nobody knows", "refused: unknown-key", change(PING, "effect: read\n", "effect: read\n" + "".join(f"k{at}: 1\n" for at in range(3000)))),
        ("3 000 references that lead nowhere", "refused: ref-unknown", files(types("".join(f"  T{at}: {{summary: A., type: array, items: {{ref: X{at}}}}}\n" for at in range(3000))))),
        ("a shape that is nested 5 000 deep", "refused: yaml-depth", shape("type: array, items: {" * 5000 + "type: string" + "}" * 5000 + ", minItems: 0")),
        ("a shape that is nested 30 deep", "refused: shape-size", shape("type: array, items: {" * 30 + "type: string" + "}" * 30)),
        ("a shape that is nested 18 deep", "data", shape("type: array, items: {" * 18 + "type: string, pattern: '^a$'" + "}" * 18)),
        ("a maxLength of 1e18", "refused: wrong-kind, wrong-value", shape("type: string, maxLength: 1e18")),
        ("a maxLength of 10 ** 18", VALUE, shape(f"type: string, maxLength: {10**18}")),
        ("a maxLength that every language can count to", "data", shape(f"type: string, maxLength: {2**53 - 1}")),
        ("a maxLength below zero", VALUE, shape("type: string, maxLength: -1")),
        ("a minLength above its maxLength", "refused: bounds-empty", shape("type: string, minLength: 2, maxLength: 1")),
        ("a bound of 1e400", "refused: wrong-kind, yaml-number", maximum("1e400")),
        ("a bound of -1e400", "refused: wrong-kind, yaml-number", maximum("-1e400")),
        ("a bound of 400 digits", VALUE, maximum("9" * 400)),
        ("a bound of 5 000 digits", "refused: yaml-number", maximum("9" * 5000)),
        ("a bound of 2 ** 53, which JavaScript cannot tell from the next", VALUE, maximum(str(2**53))),
        ("a constant of 2 ** 64", VALUE, shape(f"const: {2**64}")),
        ("an enum of a number that JavaScript cannot tell from the next", VALUE, shape(f"enum: [{2**53 + 1}, 1]")),
        ("a fraction as a bound", "refused: wrong-kind", maximum("1.5")),
        ("a hexadecimal bound of 400 digits", VALUE, maximum("0x" + "f" * 390)),
        ("a summary of 100 000 characters", VALUE, change(PING, "summary: Ask whether", f"summary: {'a' * 100_000} Ask whether")),
        ("a doc of a million characters", "data", change(PING, "effect: read\n", f"effect: read\ndoc: {'word ' * 200_000}\n")),
        ("a doc of one word of 100 000 characters", "data", change(PING, "effect: read\n", f"effect: read\ndoc: {'w' * 100_000}\n")),
        ("1 000 parameters that are sent", "data", parameters(1000)),
    ],
)  # fmt: skip
