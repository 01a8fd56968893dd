"""Unpacking within limits: the same bytes as zlib's, whatever the pieces, or a refusal."""

from __future__ import annotations

import gzip
import random
import tracemalloc
import zlib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from astrowire_runtime.errors import BodyTooLarge, Malformed
from astrowire_runtime.inflate import BLOCK, FREE, RATIO, inflated

MOST = 1 << 28


def outcome(packed: bytes, most: int = MOST, size: int = 1 << 16, **settings: Any) -> Any:
    pieces = (packed[start : start + size] for start in range(0, len(packed), size))
    try:
        return b"".join(inflated(pieces, most, "the body", **settings))
    except Exception as error:
        return error


def bare(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@given(st.lists(st.binary(max_size=400), min_size=1, max_size=3), st.integers(1, 50))
def test_every_way_of_packing_comes_back(texts: list[bytes], size: int) -> None:
    whole = b"".join(texts)
    assert outcome(b"".join(map(gzip.compress, texts)), size=size, several=True) == whole
    assert outcome(zlib.compress(whole), size=size) == whole
    assert outcome(bare(whole), size=size, bare=True) == whole


def test_blocks_are_joined_where_much_comes_of_little() -> None:
    data = random.Random(1).randbytes(100_000) * 40
    packed = zlib.compress(data, 9)
    assert all(outcome(packed, size=size) == data for size in (7, 4096, len(packed)))


@given(st.binary(min_size=1, max_size=200), st.integers(1, 50), st.binary(min_size=1, max_size=4))
def test_what_is_cut_off_or_goes_on_is_refused(data: bytes, size: int, more: bytes) -> None:
    for packed in (gzip.compress(data), zlib.compress(data)):
        assert isinstance(outcome(packed[:-1], size=size), Malformed)
        assert isinstance(outcome(packed + b"x" + more, size=size), Malformed)
        assert isinstance(outcome(packed[:1], size=size), Malformed)
    assert isinstance(outcome(b""), Malformed)


def test_a_second_stream_must_be_allowed() -> None:
    assert isinstance(outcome(gzip.compress(b"{}") * 2), Malformed)
    assert outcome(gzip.compress(b"{}") * 2, several=True) == b"{}{}"


def test_deflate_without_a_header_must_be_allowed() -> None:
    assert isinstance(outcome(bare(b"{}")), Malformed)
    assert outcome(bare(b"{}"), bare=True) == b"{}"


def test_the_cap_is_exact() -> None:
    data = random.Random(2).randbytes(3_000_000)
    packed = zlib.compress(data)
    assert outcome(packed, most=3_000_000) == data
    found = outcome(packed, most=2_999_999)
    assert isinstance(found, BodyTooLarge)
    assert "2999999" in str(found)


def test_the_ratio_counts_beyond_the_first_part_only() -> None:
    assert outcome(zlib.compress(bytes(FREE))) == bytes(FREE)
    found = outcome(zlib.compress(bytes(FREE + 1)))
    assert isinstance(found, BodyTooLarge)
    assert str(RATIO) in str(found)


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_a_bomb_is_told_before_it_has_grown(pack: Any) -> None:
    packed = pack(bytes(200_000_000))

    def pieces() -> Iterator[bytes]:
        yield from (packed[start : start + 4096] for start in range(0, len(packed), 4096))

    tracemalloc.start()
    try:
        size = 0
        found: Any = None
        try:
            for block in inflated(pieces(), MOST, "the body"):
                size += len(block)
        except BodyTooLarge as error:
            found = error
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert isinstance(found, BodyTooLarge)
    assert size <= FREE + BLOCK
    assert peak < 4 * BLOCK
