"""The JSON-RPC envelope: written, opened, unpacked."""

from __future__ import annotations

import base64
import gzip
import json
import random
import zlib
from collections import OrderedDict
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from astrowire_runtime.envelope import Protocol, encode_call, is_packed, opened, unpacked
from astrowire_runtime.errors import AstrowireError, BodyTooLarge, EnvelopeMismatch, Malformed
from astrowire_runtime.values import Sentinel

PROTOCOL = Protocol("1.0", "json/", marker="packed", payload="data", html_escaped=True)
GOOD = {"error": None, "jsonrpc": "1.0", "id": 1, "result": [1]}
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text("ab", max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab"), inner, max_size=3),
    max_leaves=6,
)


def outcome(plain: Any) -> Any:
    try:
        return opened(PROTOCOL, plain)
    except Exception as error:
        return error


def unpack(payload: Any, most: int = 10_000) -> Any:
    try:
        return unpacked(PROTOCOL, {"packed": 1, "data": payload}, most)
    except Exception as error:
        return error


@given(st.lists(VALUES, max_size=3), st.integers() | st.text("ab1"))
def test_a_call_is_written_as_the_documents_write_it(params: list[Any], call_id: int | str) -> None:
    body = json.loads(encode_call(PROTOCOL, "go", params, call_id))
    assert list(body.items()) == [("jsonrpc", "1.0"), ("method", "go"), ("params", params), ("id", call_id)]


def test_other_mappings_and_texts_of_answers_can_be_sent_back() -> None:
    class Word(Sentinel):
        TEXT = "x"

    values: list[Any] = [OrderedDict(a=1), MappingProxyType({"b": Word("x")}), (1, 2)]
    assert json.loads(encode_call(PROTOCOL, "go", values, 1))["params"] == [{"a": 1}, {"b": "x"}, [1, 2]]


@given(VALUES)
def test_any_value_is_an_envelope_or_a_mismatch(value: Any) -> None:
    found = outcome(value)
    assert isinstance(found, EnvelopeMismatch)
    changed = outcome(GOOD | {"result": value})
    assert changed == (None, 1, value)


@pytest.mark.parametrize("name", GOOD)
def test_a_member_that_lacks_is_named(name: str) -> None:
    found = outcome({key: value for key, value in GOOD.items() if key != name})
    assert isinstance(found, EnvelopeMismatch)
    assert name in str(found)


@given(VALUES.filter(lambda value: value is not None))
def test_an_error_of_any_shape_is_a_fault(error: Any) -> None:
    found = outcome(GOOD | {"error": error, "result": None})
    assert not isinstance(found, Exception)
    assert found[0] is not None
    assert isinstance(outcome(GOOD | {"error": error}), EnvelopeMismatch)


def test_error_texts_are_unescaped_once_and_printable() -> None:
    fault, _, _ = outcome(GOOD | {"error": {"message": "&amp;lt; &#39;\x1b\n"}, "result": None})
    assert fault.message == "&lt; '\\x1b\\n"


def test_what_else_an_error_says_is_kept() -> None:
    error = {"name": "A", "code": 5, "message": "A: x", "data": None, "stack": ["f"]}
    fault, _, _ = outcome(GOOD | {"error": error, "result": None})
    assert fault.extras == {"stack": ["f"]}
    assert fault == outcome(GOOD | {"error": {**error, "stack": []}, "result": None})[0]


@given(st.binary(max_size=200))
def test_what_is_packed_is_unpacked(data: bytes) -> None:
    for pack in (gzip.compress, zlib.compress):
        assert unpack(base64.b64encode(pack(data)).decode()) == data
    assert is_packed(PROTOCOL, {"packed": "1.0"})
    assert not is_packed(PROTOCOL, ["packed"])
    assert not is_packed(Protocol("1.0", ""), {"packed": "1.0"})


@given(st.text(max_size=30) | st.none() | st.integers() | st.lists(st.integers(), max_size=2))
def test_no_foreign_exception_comes_from_a_payload(payload: Any) -> None:
    found = unpack(payload)
    assert isinstance(found, bytes | AstrowireError)


def test_a_bomb_is_stopped_and_a_cut_payload_told() -> None:
    text = random.Random(7).randbytes(50_000) * 20
    long = base64.b64encode(gzip.compress(text)).decode()
    assert isinstance(unpack(long, 999_999), BodyTooLarge)
    assert unpack(long, 1_000_000) == text
    bomb = base64.b64encode(gzip.compress(bytes(5_000_000))).decode()
    assert isinstance(unpack(bomb, 5_000_000), BodyTooLarge)
    assert unpack(base64.b64encode(gzip.compress(bytes(1_000_000))).decode(), 5_000_000) == bytes(1_000_000)
    cut = base64.b64encode(gzip.compress(b"abcdefgh" * 20)[:-10]).decode()
    assert isinstance(unpack(cut), Malformed)
    assert isinstance(unpack(""), Malformed)
