"""F: references that lead out of the folder, to the network, in circles, or very far."""

# ruff: noqa: E501 - one line for each case

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from tests.functional.descriptions import BASE, changed
from tests.functional.making import python

from .cases import Run, numbered
from .changes import PING, SERVICE, change, files, shape, types
from .lab import Lab

WATCH = Path(__file__).with_name("watch.py")
WRONG = "refused: ref-unknown, wrong-value"
EXAMPLE = "examples:\n  - {name: one, summary: One., arguments: {name: a}, expect: answer, origin: made up, answer: %s}\n"


def base_url(url: str) -> Run:
    """A case of a server with this address."""
    return change(SERVICE, "base_url: http://example.invalid/cgi/", f'base_url: "{url}"')


def endpoint(path: str) -> Run:
    """A case of an endpoint with this path."""
    return change(SERVICE, "ping: ping.cgi", f'ping: "{path}"')


def example(answer: str) -> dict[str, str]:
    """The description with an example whose recorded answer is this file."""
    return {**BASE, PING: BASE[PING] + EXAMPLE % answer}


def chain(count: int, form: str) -> dict[str, str]:
    """Types of which each refers to the next."""
    links = "".join(f"  T{at}: {{summary: A., {form % f'{{ref: T{at + 1}}}'}}}\n" for at in range(count))
    return types(f"{links}  T{count}: {{summary: A., type: string}}\n")


def plain_chain(count: int) -> dict[str, str]:
    """Types of which each is another name of the next."""
    links = "".join(f"  T{at}: {{summary: A., ref: T{at + 1}}}\n" for at in range(count))
    return types(f"{links}  T{count}: {{summary: A., type: string}}\n")


def doubling(count: int, form: str) -> dict[str, str]:
    """Types of which each refers to the next twice."""
    links = "".join(
        f"  T{at}: {{summary: A., {form.replace('NEXT', f'ref: T{at + 1}')}}}\n" for at in range(count)
    )
    return types(f"{links}  T{count}: {{summary: A., type: string, pattern: '^a$'}}\n")


def linked(lab: Lab, path: str, target: str) -> str:
    """A file of the description is a link to somewhere else."""
    description = example("examples/a.json") if path.startswith("svc/examples") else BASE
    spec = lab.store(description)
    place = spec / path
    place.parent.mkdir(parents=True, exist_ok=True)
    outside = lab.folder() / "outside.yaml"
    outside.write_text(BASE.get(path, "{}"), encoding="utf-8")
    place.unlink(missing_ok=True)
    os.symlink(outside if target == "outside" else target, place)
    return lab.verdict(spec)


def looped_folder(lab: Lab) -> str:
    """A folder of the description is a link to the folder above it."""
    spec = lab.store(BASE)
    os.symlink("..", spec / "svc" / "again")
    os.symlink(".", spec / "self")
    return lab.verdict(spec)


def watched(lab: Lab, arguments: tuple[str, ...]) -> str:
    """No socket is made, and no file outside the folders is opened, while a description is read."""
    spec = lab.store(example("examples/a.json"))
    lab.store({"svc/examples/a.json": "{}"}, spec)
    done = python("-I", WATCH, spec, *arguments, cwd=lab.home)
    assert (done.status, done.err) == (0, "")
    assert done.out[0].endswith("no problems")
    assert done.out[1:] == []
    return "nothing is opened outside, no connection is made"


CASES = numbered(
    "F",
    [
        ("a reference to a file address", WRONG, shape('ref: "file:///etc/passwd"')),
        ("a reference to a web address", WRONG, shape('ref: "http://127.0.0.1:9/types.yaml"')),
        ("a reference without a scheme to another host", WRONG, shape('ref: "//127.0.0.1/types.yaml"')),
        ("a reference to the folder above", WRONG, shape('ref: "../../types.yaml#/types/A"')),
        ("a reference to an absolute path", WRONG, shape("ref: /etc/passwd")),
        ("a reference in percent signs", WRONG, shape('ref: "%2e%2e%2fPong"')),
        ("a JSON pointer as a reference", WRONG, shape('ref: "#/types/Pong"')),
        ("$ref in place of ref", "refused: shape-unclear", shape('$ref: "#/types/Pong"')),
        ("$dynamicRef", "refused: shape-unclear", shape('$dynamicRef: "#node"')),
        ("$id that gives references another base", "refused: ref-recursive, unknown-key", shape('ref: Pong, $id: "http://x.invalid/"')),
        ("$anchor at a type", "refused: unknown-key", shape("type: string, $anchor: here")),
        ("a reference to a type of another operation", "refused: ref-unknown", files(changed("rpc/add.yaml", "result: {type: integer}", "result: {ref: Pong}"))),
        ("a type that refers to itself", "refused: ref-recursive", files(types("  T0: {summary: A., ref: T0}\n"))),
        ("a type that contains itself in a list", "refused: ref-recursive", files(types("  T0: {summary: A., type: array, items: {ref: T0}}\n"))),
        ("a type that is one of its own alternatives", "refused: ref-recursive", files(types('  T0: {summary: A., kinds: [{ref: T0}, {type: "null"}]}\n'))),
        ("two types that are alternatives of each other", "refused: ref-recursive", files(types('  T0: {summary: A., kinds: [{ref: T1}, {type: "null"}]}\n  T1: {summary: A., kinds: [{ref: T0}, {type: string}]}\n'))),
        ("a circle of a thousand types", "refused: ref-recursive", files(types("".join(f"  T{at}: {{summary: A., ref: T{(at + 1) % 1000}}}\n" for at in range(1000))))),
        ("a chain of 5 000 references", "refused: shape-size", files(plain_chain(5000))),
        ("a chain of 10 000 references", "refused: yaml-size", files(plain_chain(10_000))),
        ("a chain of 300 lists in lists", "refused: shape-size", files(chain(300, "type: array, items: %s"))),
        ("a chain of 15 lists in lists", "data", files(chain(15, "type: array, items: %s"))),
        ("tuples of tuples that double 18 times", "refused: shape-size", files(doubling(18, "tuple: [{NEXT}, {NEXT}]"))),
        ("records of records that double 18 times", "data", files(doubling(18, "type: object, properties: {a: {NEXT, summary: S., source: [doc]}, b: {NEXT, summary: S., source: [doc]}}"))),
        ("an example in the folder above", "refused: example-file, wrong-value", files(example("examples/../../package.yaml"))),
        ("an example that is the folder above", "refused: example-file", files(example("examples/.."))),
        ("an example at an absolute path", "refused: example-file, wrong-value", files(example("/etc/passwd"))),
        ("an example that is not there", "refused: example-file", files(example("examples/none.json"))),
        ("an example that is a link out of the folder", "refused: example-file", partial(linked, path="svc/examples/a.json", target="outside")),
        ("an example that is a device", "refused: example-file", partial(linked, path="svc/examples/a.json", target="/dev/zero")),
        ("an operation's file that is a link out of the folder", "refused: file-outside", partial(linked, path=PING, target="outside")),
        ("package.yaml that is a link out of the folder", "refused: file-outside", partial(linked, path="package.yaml", target="outside")),
        ("an operation's file that is an endless device", "refused: file-outside", partial(linked, path=PING, target="/dev/zero")),
        ("an operation's file that is a link to itself", "refused: file-outside", partial(linked, path=PING, target="ping.yaml")),
        ("folders that are links to the folders above them", "refused: file-missing, file-name, missing-key, unknown-key", looped_folder),
        ("reading a description, with an audit hook on sockets and files", "nothing is opened outside, no connection is made", partial(watched, arguments=("lint-spec",))),
        ("a server with a port that there is not", "refused: wrong-value", base_url("http://example.invalid:99999/")),
        ("a server without a host", "refused: wrong-value", base_url("http://:80/")),
        ("a server with a user and a password", "refused: wrong-value", base_url("http://me:secret@example.invalid/")),
        ("a server whose path leads up", "refused: wrong-value", base_url("http://example.invalid/a/../b/")),
        ("a server with a query", "refused: wrong-value", base_url("http://example.invalid/?a=b/")),
        ("a server of another scheme", "refused: wrong-value", base_url("file:///etc/")),
        ("an endpoint that leads up", "refused: wrong-value", endpoint("../../admin")),
        ("an endpoint of another host", "refused: wrong-value", endpoint("//evil.invalid/x")),
        ("an endpoint with an address", "refused: wrong-value", endpoint("http://evil.invalid/x")),
        ("an endpoint with a query", "refused: wrong-value", endpoint("ping.cgi?op=drop")),
    ],
)  # fmt: skip
