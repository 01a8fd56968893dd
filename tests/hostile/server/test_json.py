"""Texts that are no documents, and documents of another shape, all from the other end of a socket."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import astrowire
from astrowire import crds, drms
from tests.functional.loopback import SUMMARY, answer, outcome, rpc, serving

from .case import happens
from .places import decode, everybody, observatory, solar

Malformed, NotJson, Mismatch = astrowire.Malformed, astrowire.NotJson, astrowire.SchemaMismatch
EXAMPLES = Path(__file__).resolve().parents[3] / "spec/drms/examples"
DEADLINE = 20.0
SLACK = 5.0


def solar_answers(*bodies: bytes, **settings: Any) -> list[Any]:
    """What the DRMS client makes of each body."""
    found: list[Any] = []
    for body in bodies:
        with serving(answer(body)) as server:
            found.append(outcome(lambda: solar(server, **settings).rs_summary("a.b[]")))
    return found


def archive_answers(*results: bytes, **settings: Any) -> list[Any]:
    """What the CRDS client makes of envelopes with these texts as results."""
    found: list[Any] = []
    for result in results:
        body = b'{"error":null,"jsonrpc":"1.0","id":1,"result":' + result + b"}"
        with serving(answer(body)) as server:
            found.append(outcome(lambda: observatory(server, **settings).get_default_context("jwst")))
    return found


def within_time(act: Callable[[], Any]) -> Any:
    """The outcome of a call with a deadline, which must not take much longer."""
    began = time.monotonic()
    found = outcome(act)
    assert time.monotonic() - began <= DEADLINE + SLACK
    return found


@happens(None, Malformed, so="DRMS texts are Latin-1 then, and say so")
def test_J01_bytes_that_are_no_utf8() -> Any:
    """Bytes that are no UTF-8, overlong forms, and surrogates in UTF-8."""
    texts = [b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"caf\xe9"]
    drms_found = solar_answers(*(b'{"count":7,"status":0,"more":"' + text + b'"}' for text in texts))
    for text, each in zip(texts, drms_found, strict=True):
        assert each.charset == "latin-1", each
        assert each.extras["more"] == text.decode("latin-1")
    crds_found = archive_answers(*(b'"' + text + b'"' for text in texts))
    assert all(isinstance(each, Malformed) for each in crds_found), crds_found
    return drms_found + crds_found


@happens(Malformed, NotJson)
def test_J02_other_charsets() -> Any:
    """An answer with a byte order mark, and answers in UTF-16 and UTF-32."""
    text = SUMMARY.decode()
    bodies = [text.encode(name) for name in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")]
    return solar_answers(*bodies) + [decode("get_default_context", body) for body in bodies]


NUMBERS = [
    b"NaN",
    b"Infinity",
    b"-Infinity",
    b"1e999",
    b"-1e999",
    b"01",
    b"+1",
    b".5",
    b"1.",
    b"0x10",
    b"1_000",
    b"--1",
    b"1e",
]


@happens(Malformed)
def test_J03_numbers_that_are_none() -> Any:
    """NaN, infinities, numbers out of range, and spellings that JSON does not know, wherever they stand."""
    found = solar_answers(*(b'{"count":' + each + b',"status":0}' for each in NUMBERS))
    found += solar_answers(*(b'{"count":7,"status":0,"more":[' + each + b"]}" for each in NUMBERS))
    return found + archive_answers(*NUMBERS)


@happens(Malformed, so="in time")
def test_J04_long_numbers() -> Any:
    """Integers of 5,000 and of a million digits, and a fraction with a million."""
    found: list[Any] = []
    for text in (b"9" * 5000, b"9" * 1_000_000, b"1e" + b"9" * 5000):
        body = b'{"count":' + text + b',"status":0}'
        found.append(within_time(lambda body=body: solar_answers(body, deadline=DEADLINE)[0]))
        found.append(within_time(lambda text=text: archive_answers(text, deadline=DEADLINE)[0]))
    fraction = within_time(
        lambda: solar_answers(b'{"count":7,"status":0,"runtime":0.' + b"1" * 1_000_000 + b"}")[0]
    )
    assert fraction.runtime == 1 / 9
    return found


@happens(None, Malformed, so="the last wins; `strict=True` refuses")
def test_J05_members_twice() -> Any:
    """The same member twice, also with an escaped name, a megabyte long, and far down."""
    bodies = [
        b'{"count":1,"count":7,"status":1,"status":0}',
        b'{"count":1,"c\\u006funt":7,"status":0}',
        b'{"count":7,"status":0,"more":{"a":[{"b":1,"b":2}]}}',
        b'{"count":7,"status":0,"' + b"\\u202e" * 100_000 + b'":1,"' + b"\\u202e" * 100_000 + b'":1}',
    ]
    plain = solar_answers(*bodies)
    strict = solar_answers(*bodies, strict=True)
    assert all(each.count == 7 for each in plain), plain
    assert all(isinstance(each, Malformed) for each in strict), strict
    return plain + strict


@happens(Malformed, so="in time, without a RecursionError")
def test_J06_deep_nesting(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Nesting 65, 900, 5,000 and 200,000 deep, closed and not, in known and unknown places, strict or not."""
    found: list[Any] = []
    for depth in (65, 900, 5000, 200_000):
        deep = b"[" * depth + b"]" * depth
        objects = b'{"a":' * depth + b"1" + b"}" * depth
        bodies = [deep, objects, b"[" * depth, b'{"count":7,"status":0,"more":' + deep + b"}"]
        found += solar_answers(*bodies) + solar_answers(bodies[3], strict=True)
        found += archive_answers(deep, objects) + archive_answers(deep, strict=True)
    found += everybody(answer(b"[" * 200_000), monkeypatch)
    return found


@happens(Malformed, so="also where little of the stack is left")
def test_J07_deep_nesting_far_down_the_stack() -> Any:
    """Nesting 900 deep, decoded by a program that is 700 calls deep itself."""

    def down(calls: int, body: bytes, strict: bool) -> Any:
        return down(calls - 1, body, strict) if calls else decode("rs_summary", body, strict=strict)

    body = b'{"count":7,"status":0,"more":' + b"[" * 900 + b"]" * 900 + b"}"
    return [down(700, body, False), down(700, body, True)]


@happens(Malformed)
def test_J08_texts_that_are_none() -> Any:
    """Lone surrogates, raw control characters, bad escapes, trailing data, comments, needless commas."""
    texts = [
        b'"\\ud800"',
        b'"\\udc00\\ud800"',
        b'"\\ud800\\u0041"',
        b'"a\nb"',
        b'"a\x00b"',
        b'"a\x1bb"',
        b'"\\x41"',
        b'"\\u12"',
        b'"open',
        b"[1,]",
        b"[1 2]",
        b'{"a":1,}',
        b"{a:1}",
        b"{'a':1}",
        b'"a" "b"',
        b"nul",
        b"/**/1",
    ]
    members = (b'{"count":7,"status":0,"more":' + each + b"}" for each in texts)
    after = [SUMMARY + more for more in (b"x", b"{}", b"\0", b"//", b",", b"\x1a", SUMMARY)]
    return solar_answers(*members, *after) + archive_answers(*texts)


@happens(Mismatch, astrowire.EnvelopeMismatch)
def test_J09_other_values_at_the_top(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A list, null, a number, a text, true, an empty object where an answer should be."""
    found: list[Any] = []
    for body in (b"[]", b"null", b"7", b'"x"', b"true", b"{}", b"[{}]", SUMMARY[:-1] + b',"count":null}'):
        found += everybody(answer(body), monkeypatch)
    return found


@happens(Mismatch, drms.UnknownStatus)
def test_J10_other_types() -> Any:
    """Members and results of another type, null or missing: refused, never repaired."""
    bodies = [
        b'{"count":"x","status":0}',
        b'{"count":null,"status":0}',
        b'{"count":[7],"status":0}',
        b'{"count":{"count":7},"status":0}',
        b'{"count":7.5,"status":0}',
        b'{"count":true,"status":0}',
        b'{"count":7,"status":"zero"}',
        b'{"count":7,"status":false}',
        b'{"count":7,"status":null}',
        b'{"count":7}',
        b'{"status":0}',
    ]
    return solar_answers(*bodies) + archive_answers(b"7", b"null", b"[]", b"{}", b"true")


NAMES = [
    "__class__",
    "__proto__",
    "__dict__",
    "__init__",
    "__reduce__",
    "__struct_fields__",
    "__cause__",
    "constructor",
    "prototype",
    "self",
    "raw",
    "extras",
    "charset",
    "_finish",
    "",
    "\x00",
    "a/b",
    "~0",
]


@happens(None, so="names like any other: kept apart, they change nothing")
def test_J11_names_of_the_inside() -> Any:
    """Members called `__class__`, `__proto__`, `__dict__`, `raw`, `extras`, `self` and the like."""
    members = dict.fromkeys(NAMES, "hostile")
    body = json.dumps({"count": 7, "status": 0, **members}).encode()
    (summary,) = solar_answers(body)
    assert (type(summary), summary.count, summary.raw, summary.charset) == (drms.RsSummary, 7, body, "utf-8")
    assert summary.extras == members
    with serving(rpc(dict.fromkeys(NAMES, "x.fits"))) as server:
        found = outcome(lambda: observatory(server).get_best_references("jwst_0565.pmap", {"A": "b"}))
    assert isinstance(found, dict), found
    assert dict(found) == dict.fromkeys(NAMES, "x.fits")
    assert found.raw.startswith(b'{"error"')
    assert type(found.get("__class__")) is str
    return [summary, found]


def keys(count: int) -> bytes:
    """So many members of names that begin alike, have one length, and one value."""
    return b",".join(b'"aaaaaaaaaaaaaaaaaaaaaaaa%07d":0' % number for number in range(count))


@happens(None, Mismatch, so="in time")
def test_J12_a_million_names(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A million names that begin alike, where they may stand and where they may not; new ones per record."""
    counted: Counter[str] = Counter()
    for operation in ("rs_summary", "series_struct"):
        monkeypatch.setattr(drms.OPERATIONS[operation], "unknown_members", counted)
    body = b'{"count":7,"status":0,' + keys(1_000_000) + b"}"
    with serving(answer(body)) as server:
        client = solar(server, deadline=DEADLINE)
        found = [within_time(lambda: client.rs_summary("a.b[]"))]
    assert len(found[0].extras) == 1_000_000
    described = json.loads((EXAMPLES / "series_struct__hmi_v_45s.json").read_bytes())
    keyword = described["keywords"][0]
    rows = ({f"{place}_{number}": 0 for number in range(400)} for place in range(400))
    described["keywords"] = [keyword | row for row in rows]
    with serving(answer(json.dumps(described).encode())) as server:
        found.append(within_time(lambda: solar(server, deadline=DEADLINE).series_struct("a.b")))
    assert len(found[1].keywords[399].extras) == 400
    assert len(counted) <= 1000
    wrong = b'{"error":null,"jsonrpc":"1.0","id":1,"result":{' + keys(200_000) + b"}}"
    with serving(answer(wrong)) as server:
        archive = observatory(server, deadline=DEADLINE)
        found.append(within_time(lambda: archive.get_best_references("jwst_0565.pmap", {"A": "b"})))
    return found


@happens(Malformed, so="in time")
def test_J13_many_names_and_one_of_them_twice() -> Any:
    """Three hundred thousand names of which the last two are equal, for a client that refuses that."""
    body = b'{"count":7,"status":0,' + keys(300_000) + b',"last":1,"last":2}'
    with serving(answer(body)) as server:
        client = solar(server, deadline=DEADLINE, strict=True)
        return within_time(lambda: client.rs_summary("a.b[]"))


@happens(Mismatch, so="in time and in few words")
def test_J14_huge_texts() -> Any:
    """Texts and names of ten megabytes where a number, a pattern or another name belongs."""
    big = b'"' + b"x" * 10_000_000 + b'"'
    with serving(answer(b'{"count":' + big + b',"status":0}')) as server:
        first = within_time(lambda: solar(server, deadline=DEADLINE).rs_summary("a.b[]"))
    with serving(answer(b'{"error":null,"jsonrpc":"1.0","id":1,"result":{' + big + b":7}}")) as server:
        client = observatory(server, deadline=DEADLINE)
        second = within_time(lambda: client.get_best_references("jwst_0565.pmap", {"A": "b"}))
    assert max(len(str(each)) for each in (first, second)) < 4000
    return [first, second]


@happens(astrowire.EnvelopeMismatch, so="an answer is only for the call that asked")
def test_J15_envelopes_of_other_calls(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Envelopes with the id of another call, as text, fraction, true, null, or of another version."""
    found: list[Any] = []
    for members in (
        {"id": 2},
        {"id": "1"},
        {"id": 1.5},
        {"id": True},
        {"id": None},
        {"id": [1]},
        {"jsonrpc": "2.0"},
        {"jsonrpc": None},
        {"error": {"name": "x", "message": "y", "code": 1}},
    ):
        with serving(rpc("jwst_0565.pmap", **members)) as server:
            found.append(outcome(lambda: observatory(server).get_default_context("jwst")))
    return found


@happens(None, so="as every reader of JSON takes them")
def test_J16_odd_documents() -> Any:
    """Documents that look odd and are fine: blanks around, 64 deep, integral fractions, escapes."""
    deep = b"[" * 62 + b"]" * 62
    found = solar_answers(
        b" \r\n\t" + SUMMARY + b"\n\n ",
        b'{"count":7,"status":0,"more":[' + deep + b"]}",
        b'{"count":7.0,"status":0}',
        b'{"count":70e-1,"status":-0}',
        b'{"\\u0063\\u006f\\u0075\\u006e\\u0074":7,"status":0}',
        b'{"count":7,"status":0,"more":1e-999999}',
    )
    assert all(not isinstance(each, Exception) and each.count == 7 for each in found), found
    return found


@happens(None, so="the canary")
def test_J00_a_good_answer() -> Any:
    """Good answers in the places where the others are bad."""
    found = solar_answers(SUMMARY) + archive_answers(b'"jwst_0565.pmap"')
    assert (found[0].count, found[1]) == (7, "jwst_0565.pmap")
    assert within_time(lambda: crds.OPERATIONS["get_default_context"].name) == "get_default_context"
    return found
