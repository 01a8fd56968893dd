"""Which texts are documents, and what those that are none are called."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from astrowire_runtime import reader
from astrowire_runtime.errors import Malformed, NotJson, ResponseError

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abc\u00e9"), inner, max_size=4),
    max_leaves=20,
)


def outcome(body: bytes, *, strict: bool = False) -> Any:
    """The value of a body, or the exception."""
    try:
        return reader.read(body, strict=strict)
    except Exception as error:
        return error


@given(VALUES, st.booleans(), st.booleans())
def test_every_document_has_its_value(value: Any, ascii_only: bool, strict: bool) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only)
    assert outcome(text.encode(), strict=strict) == value


@given(st.binary(max_size=40))
def test_any_bytes_are_a_document_or_a_response_error(body: bytes) -> None:
    found = outcome(body)
    assert not isinstance(found, Exception) or isinstance(found, ResponseError)


@given(st.text('{}[]",:0123456789.eE+-truefalsn\\u \n', max_size=30))
def test_what_we_take_python_takes_too(text: str) -> None:
    found = outcome(text.encode())
    if not isinstance(found, Exception):
        assert found == json.loads(text)


@pytest.mark.parametrize("text", ["1.0", "-0.0", "1e3", "12345678901234567890.0", "0.5"])
def test_integral_numbers_are_integers_where_that_is_asked_for(text: str) -> None:
    assert isinstance(reader.read(text.encode()), float)
    found = reader.read(text.encode(), whole=True)
    assert found == float(text)
    assert isinstance(found, int) is float(text).is_integer()


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", NotJson),
        (b" \n\t", NotJson),
        (b"<html>", NotJson),
        (b"Status: 500", NotJson),
        (b"\x00", NotJson),
        (b"{", Malformed),
        (b'{"a":1}x', Malformed),
        (b'{"a":1,}', Malformed),
        (b"{'a':1}", Malformed),
        (b"[1 2]", Malformed),
        (b"NaN", Malformed),
        (b"[Infinity]", Malformed),
        (b"-Infinity", Malformed),
        (b"1e999", Malformed),
        (b"-1e999", Malformed),
        (b"01", Malformed),
        (b"+1", NotJson),
        (b'"\xff"', Malformed),
        (b'"\\ud800"', Malformed),
        (b'"\\udc00\\ud800"', Malformed),
        (b'"\xed\xa0\x80"', Malformed),
        (b'"a\nb"', Malformed),
        (b'"\\x41"', Malformed),
        (b"\xef\xbb\xbf{}", Malformed),
        ("{}".encode("utf-16"), Malformed),
        (b"[" * 100_000, Malformed),
        (b"[" * 65 + b"]" * 65, Malformed),
        (b'{"a":' * 65 + b"1" + b"}" * 65, Malformed),
        (b"tru", Malformed),
    ],
)
def test_what_is_no_document_is_called_by_its_name(body: bytes, kind: type[Exception]) -> None:
    found = outcome(body)
    assert type(found) is kind
    assert len(str(found)) < 500
    assert str(found).isprintable()


def test_nesting_up_to_the_limit_is_read() -> None:
    assert isinstance(outcome(b"[" * 64 + b"]" * 64), list)


def test_the_last_duplicate_wins_unless_strict() -> None:
    body = b'{"a":1,"b":{"c":1,"c":2},"a":3}'
    assert outcome(body) == {"a": 3, "b": {"c": 2}}
    found = outcome(body, strict=True)
    assert isinstance(found, Malformed)
    assert outcome(b'{"a":1,"b":{"a":1}}', strict=True) == {"a": 1, "b": {"a": 1}}


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_utf_8_is_left_as_it_is(text: str) -> None:
    assert reader.utf8(text.encode(), "latin-1") == (text.encode(), "utf-8")


@given(st.binary())
def test_other_bytes_are_read_in_the_services_charset(body: bytes) -> None:
    data, charset = reader.utf8(body, "latin-1")
    assert data.decode() == body.decode(charset)
    assert reader.utf8(body, None) == (body, "utf-8")
