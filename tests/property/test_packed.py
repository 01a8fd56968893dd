"""Packed results: the same verdict and value as the result by itself, and no more memory than allowed."""

from __future__ import annotations

import base64
import gzip
import json
import random
import tracemalloc
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import astrowire
from astrowire import crds
from astrowire_runtime.envelope import inflated
from astrowire_runtime.rpc import RpcOperation

from .answers import EVERY_OPERATION, body, decide, valid_documents, wire_text
from .places import one_change
from .texts import spelled

CRDS = [title for title in EVERY_OPERATION if title.startswith("crds.")]
Pack = Callable[[bytes], bytes]


def packed(text: bytes, pack: Pack = gzip.compress, **more: object) -> bytes:
    """The text of a packed result."""
    payload = base64.b64encode(pack(text)).decode()
    return json.dumps({"crds_encoded": "1.0", "crds_payload": payload, **more}).encode()


@pytest.mark.parametrize("title", CRDS)
@given(data=st.data())
def test_packing_changes_neither_verdict_nor_value(title: str, data: st.DataObject) -> None:
    document = data.draw(valid_documents(title) | valid_documents(title).flatmap(one_change))
    if isinstance(document, dict) and "crds_encoded" in document:
        return
    text = data.draw(spelled(document))
    pack = data.draw(st.sampled_from([gzip.compress, zlib.compress]))
    more = data.draw(st.sampled_from([{}, {"crds_version": "2"}, {"crds_encoded": None}]))
    alone, inside = (decide(title, wire_text(title, each)) for each in (text, packed(text, pack, **more)))
    assert (alone.accepted, type(alone.error)) == (inside.accepted, type(inside.error)), inside.error
    assert alone.result == inside.result
    assert type(alone.result) is type(inside.result)
    if inside.accepted and not isinstance(inside.result, bool | int | float | None):  # these keep no bytes
        assert inside.result.raw == wire_text(title, packed(text, pack, **more))


@pytest.mark.parametrize("title", CRDS)
def test_a_packed_result_takes_the_quick_way(title: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else what the property finds would be found in the long way alone."""
    found: list[Any] = []

    @given(document=valid_documents(title))
    def collect(document: Any) -> None:
        found.append(decide(title, body(title, document)))
        text = wire_text(title, packed(json.dumps(document).encode()))
        with monkeypatch.context() as patched:
            patched.setattr(RpcOperation, "_slow", refused)
            found.append(decide(title, text))

    def refused(*_: object, **__: object) -> None:
        raise astrowire.Malformed("the long way")

    collect()
    quick = [inside for alone, inside in zip(found[::2], found[1::2], strict=True) if inside.accepted]
    assert len(quick) >= 0.25 * len(found) / 2


# Payloads.


def outcome(payload: str, most: int = 100_000) -> bytes | astrowire.AstrowireError:
    """What comes of a payload."""
    try:
        return inflated(payload, most)
    except astrowire.AstrowireError as error:
        return error


def in_base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
@given(
    data=st.binary(min_size=1, max_size=300), cut=st.integers(1, 40), more=st.binary(min_size=1, max_size=40)
)
def test_a_cut_and_a_continued_payload_are_told(pack: Pack, data: bytes, cut: int, more: bytes) -> None:
    whole = pack(data)
    assert outcome(in_base64(whole)) == data
    assert isinstance(outcome(in_base64(whole[:-cut])), astrowire.Malformed)
    assert isinstance(outcome(in_base64(whole + more)), astrowire.Malformed)
    assert isinstance(outcome(in_base64(whole + whole)), astrowire.Malformed)


@given(data=st.binary(max_size=60), junk=st.sampled_from(["!", "=", "A", "é", "\x00", " ", "-", "_", "QUJD"]))
def test_what_is_no_base64_of_it_is_told(data: bytes, junk: str) -> None:
    whole = in_base64(gzip.compress(data))
    assert isinstance(outcome(whole + junk), astrowire.Malformed)
    assert isinstance(outcome(whole[:10] + "!" + whole[10:]), astrowire.Malformed)


def test_one_wrong_bit_is_told() -> None:
    whole = bytearray(gzip.compress(b"abcdefgh" * 40))
    for place in range(10, len(whole)):
        whole[place] ^= 4
        assert isinstance(outcome(in_base64(bytes(whole))), astrowire.Malformed), place
        whole[place] ^= 4


def test_base64_in_lines_is_read() -> None:
    data = bytes(range(256)) * 10
    assert outcome(base64.encodebytes(gzip.compress(data)).decode()) == data
    assert outcome(base64.encodebytes(gzip.compress(data)).decode().replace("\n", "\r\n")) == data


@pytest.mark.parametrize("size", [1 << 20, (1 << 20) + 1, 3 << 20, 5_000_000])
@pytest.mark.parametrize("level", [0, 9])
def test_the_cap_is_exact_for_every_size(size: int, level: int) -> None:
    # A tenth of it can't be packed, or it would be taken for a bomb.
    data = (random.Random(size).randbytes(size // 10) + bytes(size))[:size]
    payload = in_base64(zlib.compress(data, level))
    assert outcome(payload, size) == data
    assert isinstance(outcome(payload, size - 1), astrowire.BodyTooLarge)


def test_what_follows_an_end_between_two_blocks_is_told() -> None:
    block = 1 << 20
    made = (zlib.compress(bytes(size), 0) for size in range(block - 200, block))
    whole = next(each for each in made if len(each) == block)
    assert outcome(in_base64(whole), block) == zlib.decompress(whole)
    assert isinstance(outcome(in_base64(whole + b"more"), block), astrowire.Malformed)


def test_a_bomb_never_takes_more_memory_than_a_few_blocks() -> None:
    payload = in_base64(gzip.compress(gzip.compress(bytes(0)) + bytes(300_000_000), 9))
    tracemalloc.start()
    try:
        found = outcome(payload, 2_000_000)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert isinstance(found, astrowire.BodyTooLarge)
    assert peak < 12_000_000 + 3 * len(payload)


def test_a_bomb_behind_the_quick_way_is_stopped_too(monkeypatch: pytest.MonkeyPatch) -> None:
    one = crds.OPERATIONS["get_file_info_map"]
    monkeypatch.setattr(one, "max_body", 1_000_000)
    for more in ({}, {"other": 1}):
        text = packed(b'{"a.fits": {"comment": "' + b"x" * 20_000_000 + b'"}}', **more)
        found = decide("crds.get_file_info_map", wire_text("crds.get_file_info_map", text))
        assert isinstance(found.error, astrowire.BodyTooLarge)
        assert found.error.operation == "crds.get_file_info_map"
        assert found.error.excerpt
