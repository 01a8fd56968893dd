"""Parts of the documents for foreign tools: how JSON is laid out, and which recorded answers are examples."""

from __future__ import annotations

import dataclasses
import doctest
import importlib
import json

import pytest

from codegen import ir
from codegen.emit import Assets
from codegen.emit.openapi.places import places, roots
from codegen.interchange import recorded
from codegen.interchange.text import dumped
from tests.functional.making import GOLDEN_SPEC
from tests.stand_in import description


@pytest.mark.parametrize("name", ["members", "text"])
def test_examples_in_docstrings_hold(name: str) -> None:
    found = doctest.testmod(importlib.import_module(f"codegen.interchange.{name}"))
    assert found.attempted
    assert found.failed == 0


def test_short_things_stand_on_one_line_and_long_ones_do_not() -> None:
    text = dumped({"short": [1, True, None], "long": ["word " * 12, "word " * 12]})
    assert text.splitlines() == [
        "{",
        '  "short": [1, true, null],',
        '  "long": [',
        f'    "{"word " * 12}",',
        f'    "{"word " * 12}"',
        "  ]",
        "}",
    ]


@pytest.mark.parametrize(
    "value",
    [
        {},
        [],
        [[], {}],
        {"": [0, -1, 2**53, 1.5, 1e300, True, False, None]},
        {'"\\/\b\f\n\r\t\x00\x1f\x7f': "\u2028\u202e\ufeff\xa0é\U0001f600\ud800"},
        "text",
        None,
    ],
)
def test_a_text_says_what_was_written_and_hides_nothing(value: ir.JsonValue) -> None:
    text = dumped(value)
    assert json.loads(text) == value
    assert [each for each in text if each != "\n" and not each.isprintable()] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": [1.5, null]}', {"a": [1.5, None]}),
        ("{", None),
        ("NaN", None),
        ('{"a": -Infinity}', None),
        ("[1e400]", None),
        ("[" * 90 + "]" * 90, json.loads("[" * 90 + "]" * 90)),
        ("[" * 499 + "]" * 499, None),
        ("[" * 999, None),
    ],
)
def test_a_recorded_answer_is_an_example_where_every_language_reads_it(
    text: str, value: ir.JsonValue
) -> None:
    assert recorded.document(text) == value


def test_a_recorded_answer_is_read_by_the_rule_for_charsets(monkeypatch: pytest.MonkeyPatch) -> None:
    service = description(GOLDEN_SPEC).service("weather")
    example = next(each for one in service.operations for each in one.examples if each.answer is not None)
    bodies = {b"caf\xc3\xa9": "café", b"caf\xe9": "café", b"x" * 1001: None}
    for body, text in bodies.items():
        monkeypatch.setattr(Assets, "read", lambda *_, body=body: body)
        assert recorded.text(service, example, Assets(GOLDEN_SPEC)) == text
    failed = dataclasses.replace(example, status=500)
    assert recorded.text(service, failed, Assets(GOLDEN_SPEC)) is None


def served(**endpoints: dict[str, str]) -> ir.Service:
    """The golden service with servers of other endpoints, the first of which is the default."""
    service = description(GOLDEN_SPEC).service("weather")
    servers = [
        dataclasses.replace(
            service.servers[0],
            id=name,
            base_url=f"http://{name}.example/cgi/",
            endpoints=tuple(found.items()),
        )
        for name, found in endpoints.items()
    ]
    return dataclasses.replace(service, servers=tuple(servers), default_server=next(iter(endpoints)))


def asked(service: ir.Service, **operations: str) -> ir.Service:
    """The service with operations of these names on these endpoints."""
    first = service.operations[0]
    made = [dataclasses.replace(first, name=name, endpoint=key) for name, key in operations.items()]
    return dataclasses.replace(service, operations=tuple(made))


def test_operations_on_one_endpoint_have_paths_of_their_own() -> None:
    service = asked(served(a={"one": "one", "two": "/two"}), first="one", second="one", third="two")
    found = places(service)
    assert {name: each.path for name, each in found.items()} == {
        "first": "/one#first",
        "second": "/one#second",
        "third": "/two",
    }
    assert roots(service) == ("http://a.example/cgi",)
    assert found["third"].servers == ("http://a.example",)


def test_an_endpoint_below_the_host_is_not_one_of_the_same_name_below_the_base() -> None:
    found = places(asked(served(a={"one": "x", "two": "/x"}), first="one", second="two"))
    assert [(each.path, each.servers) for each in found.values()] == [
        ("/x#first", ("http://a.example/cgi",)),
        ("/x#second", ("http://a.example",)),
    ]


def test_a_server_where_the_endpoint_is_called_otherwise_is_not_reached() -> None:
    service = asked(served(a={"one": "x"}, b={"one": "y"}, c={"one": "x"}), first="one")
    place = places(service)["first"]
    assert place.servers == ("http://a.example/cgi", "http://c.example/cgi")
    assert place.reached == ("a", "c")
    assert dict(place.urls)["b"] == "http://b.example/cgi/y"
