"""Compressed answers: what grows too large, what is no stream, what nobody asked for."""

from __future__ import annotations

import base64
import gzip
import json
import tracemalloc
import zlib
from typing import Any

import pytest

import astrowire
from astrowire import crds, drms
from tests.functional.loopback import SUMMARY, answer, outcome, rpc, serving

from .case import happens
from .places import decode, everybody, observatory, solar

MIB = 1 << 20


def sent(body: bytes, encoding: str, **settings: Any) -> Any:
    """What becomes of a body under this Content-Encoding."""
    with serving(answer(body, Content_Encoding=encoding)) as server:
        return outcome(lambda: solar(server, **settings).rs_summary("a.b[]"))


def bare(body: bytes) -> bytes:
    """Deflate without a header, as some servers send it."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


def packed(body: bytes, **members: Any) -> dict[str, Any]:
    """A packed result."""
    return {"crds_encoded": "1.0", "crds_payload": base64.b64encode(body).decode()} | members


def bomb(size: int, *, layers: int = 1, head: bytes = b"") -> bytes:
    """So many blanks, packed."""
    packer = zlib.compressobj(9, wbits=31)
    pieces = [packer.compress(head)]
    pieces += [packer.compress(b" " * MIB) for _ in range(size // MIB)]
    body = b"".join([*pieces, packer.flush()])
    for _ in range(layers - 1):
        body = gzip.compress(body)
    return body


@happens(None)
def test_Z01_small_answers() -> Any:
    """Small answers in gzip, x-gzip, deflate with and without its header, and in any case of the word."""
    found = [
        sent(gzip.compress(SUMMARY), "gzip"),
        sent(gzip.compress(SUMMARY), "x-gzip"),
        sent(gzip.compress(SUMMARY), "GZip"),
        sent(zlib.compress(SUMMARY), "deflate"),
        sent(bare(SUMMARY), "deflate"),
        sent(SUMMARY, "identity"),
    ]
    assert all(each.count == 7 for each in found), found
    return found


@happens(astrowire.Malformed, so="whatever the machine could unpack")
def test_Z02_what_nobody_asked_for() -> Any:
    """Brotli, Zstandard, compress and an encoding that does not exist, which nobody asked for."""
    brotli = bytes.fromhex(BROTLI)
    zstandard = bytes.fromhex(ZSTANDARD)
    return [
        sent(brotli, "br"),
        sent(zstandard, "zstd"),
        sent(b"\x1f\x9d\x90\x7b", "compress"),
        sent(SUMMARY, "x-unheard-of"),
        sent(gzip.compress(brotli), "br, gzip"),
    ]


@happens(None, so="three layers at most")
def test_Z03_layers() -> Any:
    """An answer packed twice and three times, as the header says."""
    twice = gzip.compress(zlib.compress(SUMMARY))
    found = [sent(twice, "deflate, gzip"), sent(gzip.compress(twice), "deflate, gzip, gzip")]
    assert all(each.count == 7 for each in found), found
    return found


@happens(astrowire.Malformed, so="refused before anything is unpacked")
def test_Z04_many_layers() -> Any:
    """An answer packed four, ten and a thousand times, as the header says."""
    found: list[Any] = []
    for layers in (4, 10, 1000):
        body = SUMMARY
        for _ in range(layers):
            body = gzip.compress(body, 0)
        found.append(sent(body, ", ".join(["gzip"] * layers)))
    return found


@happens(astrowire.BodyTooLarge, so="at a hundred times its size, with a few MiB held at most")
def test_Z05_bombs(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A body of 100 KiB that grows to 100 MiB: once and twice packed, gzip and deflate, for every client."""
    body = bomb(100 * MIB, head=SUMMARY)
    tracemalloc.start()
    try:
        found = [
            *everybody(answer(body, Content_Encoding="gzip"), monkeypatch),
            sent(bomb(100 * MIB, layers=2), "gzip, gzip"),
            sent(zlib.compress(b" " * (8 * MIB)), "deflate"),
        ]
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(body) < 150_000
    assert peak < 40 * MIB, peak
    return found


@happens(astrowire.BodyTooLarge, so="at the operation's own limit")
def test_Z06_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A body that packs badly and grows beyond the limit of its operation; a packed result that does."""
    monkeypatch.setattr(drms.OPERATIONS["rs_summary"], "max_body", 100_000)
    monkeypatch.setattr(crds.OPERATIONS["get_default_context"], "max_body", 100_000)
    import random

    noise = random.Random(1).randbytes(60_000).hex().encode()
    with serving(rpc(packed(gzip.compress(b'"' + noise + b'"')))) as server:
        result = outcome(lambda: observatory(server).get_default_context("jwst"))
    return [sent(gzip.compress(noise), "gzip"), result]


@happens(astrowire.BodyTooLarge, so="at a hundred times its size")
def test_Z07_a_packed_bomb() -> Any:
    """A packed result of 100 KiB that grows to 64 MiB, in gzip and in zlib."""
    blanks = b'"' + b" " * (64 * MIB) + b'"'
    found: list[Any] = []
    for body in (gzip.compress(blanks, 9), zlib.compress(blanks, 9)):
        with serving(rpc(packed(body))) as server:
            found.append(outcome(lambda: observatory(server).get_default_context("jwst")))
    return found


@happens(astrowire.Malformed, astrowire.NotJson, astrowire.SchemaMismatch)
def test_Z08_packed_results_that_are_none() -> Any:
    """A payload that is no base64, cut off, followed by more, packed twice, a pickle, null, or a number."""
    good = gzip.compress(b'"jwst_0565.pmap"')
    payloads: list[Any] = [
        "!!!!",
        "\u00e9\u00e9\u00e9\u00e9",
        base64.b64encode(good).decode()[:-4],
        base64.b64encode(good[:-9]).decode(),
        base64.b64encode(good + b"more").decode(),
        base64.b64encode(gzip.compress(good)).decode(),
        base64.b64encode(gzip.compress(b"\x80\x04cos\nsystem\n.")).decode(),
        base64.b64encode(gzip.compress(b"")).decode(),
        base64.b64encode(gzip.compress(json.dumps(packed(good)).encode())).decode(),
        "",
        None,
        7,
    ]
    found: list[Any] = []
    for payload in payloads:
        body = {"error": None, "jsonrpc": "1.0", "id": 1, "result": packed(b"", crds_payload=payload)}
        found.append(decode("get_default_context", json.dumps(body)))
    return found


@happens(astrowire.Malformed)
def test_Z09_streams_that_are_none() -> Any:
    """A gzip body that is cut off, has a wrong checksum or length, ends in junk, is empty, or is plain."""
    good = gzip.compress(SUMMARY)
    return [
        sent(good[:-1], "gzip"),
        sent(good[: len(good) // 2], "gzip"),
        sent(good[:3], "gzip"),
        sent(b"", "gzip"),
        sent(good[:-8] + b"\0\0\0\0" + good[-4:], "gzip"),
        sent(good[:-4] + b"\0\0\0\1", "gzip"),
        sent(good + b"junk", "gzip"),
        sent(SUMMARY, "gzip"),
        sent(SUMMARY, "deflate"),
    ]


@happens(None, so="as the rules of gzip say")
def test_Z10_several_members() -> Any:
    """A gzip body of several members, some of them empty."""
    halves = [gzip.compress(SUMMARY[:9]), gzip.compress(b""), gzip.compress(SUMMARY[9:])]
    found = sent(b"".join(halves), "gzip")
    assert found.count == 7, found
    return found


@happens(astrowire.NotJson, so="never guessed")
def test_Z11_packed_without_a_word() -> Any:
    """A gzip body without a Content-Encoding, and one that is called identity."""
    with serving(answer(gzip.compress(SUMMARY))) as server:
        silent = outcome(lambda: solar(server).rs_summary("a.b[]"))
    return [silent, sent(gzip.compress(SUMMARY), "identity")]


# The text SUMMARY, packed by other programs.
BROTLI = "0b12807b22636f756e74223a372c2272756e74696d65223a302e32352c22737461747573223a307d03"
ZSTANDARD = "28b52ffd20252901007b22636f756e74223a372c2272756e74696d65223a302e32352c22737461747573223a307d"
