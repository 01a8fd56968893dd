"""The other tools, each as it is used: a contender, or the reason why it can't take part."""

from __future__ import annotations

import functools
import gzip
import importlib
import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from types import ModuleType
from typing import Any

import msgspec

from tests.bench.timing import NOT_INSTALLED, Call, Contender

Reader = Callable[[bytes], Any]


@functools.cache
def module(name: str) -> ModuleType | None:
    """A module of a peer, or ``None`` where it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def quickest_reader() -> Reader:
    """The fastest untyped reader at hand, for peers that need plain values."""
    orjson = module("orjson")
    return orjson.loads if orjson else json.loads


def plain_readers(body: bytes) -> dict[str, Contender]:
    """Readers that check nothing, and the floor: looking at every byte, copying every byte."""
    orjson = module("orjson")
    raw = msgspec.json.Decoder(msgspec.Raw)
    untyped = msgspec.json.Decoder()
    return {
        "json.loads": lambda: json.loads(body.decode()),
        "orjson": (lambda: orjson.loads(body)) if orjson else NOT_INSTALLED,
        "msgspec untyped": lambda: untyped.decode(body),
        "raw scan": lambda: raw.decode(body),
        "memcpy": lambda: bytes(memoryview(body)),
    }


def drms_client(answers: Callable[[str], bytes]) -> Any:
    """A ``drms.Client`` of the usual package whose transport alone is replaced.

    ``answers`` returns the body for a URL; reading it as text and as JSON is the
    package's own code.
    """
    drms, protocol = module("drms"), module("drms.json")
    if drms is None or protocol is None:
        raise ModuleNotFoundError(NOT_INSTALLED)
    client = drms.Client("jsoc")
    encoding = client._json.server.encoding

    def request(url: str) -> object:
        made = protocol.HttpJsonRequest.__new__(protocol.HttpJsonRequest)
        made._encoding, made._data_str, made._data = encoding, answers(url), None
        return made

    client._json._json_request = request
    return client


def drms_query(body: bytes, struct: bytes, segments: bool = True) -> Contender:
    """``drms.Client.query`` for a body; the series' description is read once, before, as in a session."""
    if module("drms") is None:
        return NOT_INSTALLED
    client = drms_client(lambda url: struct if "op=series_struct" in url else body)
    seg = "**ALL**" if segments else None
    return lambda: client.query("a.b[]", key="**ALL**", seg=seg)


def crds_call(body: bytes, method: str) -> Contender:
    """The usual CRDS client's call of a method, its transport replaced: text, JSON, unpacking."""
    proxy = module("crds.client.proxy")
    if proxy is None:
        return NOT_INSTALLED
    binding = proxy.ServiceCallBinding("http://127.0.0.1/json/", method)

    def answer(_parameters: str, _url: str) -> str:
        return body.decode("utf-8")

    binding._call_service = answer
    call: Call = binding
    return call


def crds_request(method: str, arguments: list[object]) -> Contender:
    """What the usual CRDS client does to write a request, the sending aside."""
    proxy = module("crds.client.proxy")
    if proxy is None:
        return NOT_INSTALLED
    binding = proxy.ServiceCallBinding("http://127.0.0.1/json/", method)
    written: list[bytes] = []

    def keep(parameters: str, _url: str) -> str:
        written[:] = [parameters.encode("utf-8")]
        return '{"error":null,"result":null}'

    binding._call_service = keep
    return lambda: (binding(*arguments), written[0])[1]


def packed(value: object) -> dict[str, str]:
    """A result as CRDS servers pack large ones, in gzip and base64; the same value gives the same bytes."""
    text = json.dumps(value, separators=(",", ":")).encode()
    return {
        "crds_encoded": "1.0",
        "crds_payload": b64encode(gzip.compress(text, mtime=0)).decode("ascii"),
    }


def unpacked(result: dict[str, str]) -> bytes:
    """The JSON inside a packed result."""
    return gzip.decompress(b64decode(result["crds_payload"]))
