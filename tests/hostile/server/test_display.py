"""What servers write for terminals and browsers: shown with escapes, bounded, on one line, or as data."""

from __future__ import annotations

import html
import json
import logging
import warnings
from collections.abc import Iterator
from typing import Any

import pytest

import astrowire
from astrowire import crds, drms
from tests.functional.loopback import answer, outcome, redirect, rpc, serving

from .case import happens
from .places import decode, observatory, solar

TEXTS = {
    "ansi": "\x1b[31mred\x1b[0m\x1b[2J\x1b[1;1H",
    "link": "\x1b]8;;http://evil.example/\x1b\\click\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;ZXZpbA==\x07",
    "title": "\x1b]0;title\x07\x1bP\x1b\\",
    "c1": "\x9b31m\x9d52;c;ZXZpbA==\x9c\x85",
    "bidi": "\u202eevil\u202c\u2066x\u2069\u200f\u061c",
    "hidden": "a\u200bb\ufeffc\u00ad\u2060\U000e0041",
    "lines": "first\r\nERROR: forged\nsecond\u2028third\u2029\x0b\x0c",
    "overwriting": "evil\rgood\x08\x08\x08\x7f",
    "nul": "a\x00b",
    "private": "\ue000\U000f0000",
}
LONG = "x" * 1_000_000
SHORT = 5000
Fault = crds.CrdsFault


def body(**members: Any) -> bytes:
    return json.dumps(members).encode()


def envelope(error: Any) -> bytes:
    return body(error=error, jsonrpc="1.0", id=1, result=None)


@pytest.fixture
def lines() -> Iterator[list[str]]:
    """Every line that is logged, as a handler writes it."""
    written: list[str] = []

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            written.append(self.format(record))

    handler = Handler(logging.DEBUG)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield written
    root.removeHandler(handler)
    root.setLevel(level)


@happens(drms.SeriesError, drms.ExportFailed, so="with escapes")
def test_D01_error_texts_of_drms() -> Any:
    """Escape sequences, links, clipboard writes, bidi marks and line breaks in DRMS error texts."""
    found: list[Any] = []
    for text in TEXTS.values():
        with serving(answer(body(status=1, error=text))) as server:
            found.append(outcome(lambda server=server: solar(server).rs_summary("a.b[]")))
        found.append(decode("exp_status", body(status=4, error=text)))
        assert found[-1].answer.error == text
    return found


@happens(Fault, so="with escapes")
def test_D02_errors_of_crds() -> Any:
    """The same in message, name, data and unknown members of CRDS errors, and as the whole error."""
    found: list[Any] = []
    for text in TEXTS.values():
        errors: list[Any] = [
            {"name": "OtherError", "code": 500, "message": text, "data": None},
            {"name": text, "code": 500, "message": "x", "data": None},
            {"name": "x", "code": text, "message": {"a": text}, "data": text, text: text},
            text,
            [text],
        ]
        found += [decode("get_default_context", envelope(error)) for error in errors]
    return found


@happens(Fault, so="un-escaped once, then shown like any other")
def test_D03_entities() -> Any:
    """Control characters, bidi marks and tags as HTML entities, also escaped twice, in CRDS errors."""
    found: list[Any] = []
    for text in (*TEXTS.values(), "<script>alert(1)</script>"):
        numbers = "".join(f"&#{ord(char)};&#x{ord(char):x}" for char in text)
        messages = (numbers, html.escape(text), html.escape(html.escape(text)))
        errors = ({"name": "x", "code": 1, "message": message} for message in messages)
        found += [decode("get_default_context", envelope(error)) for error in errors]
    assert "&lt;script&gt;" in str(found[-1])
    assert "<script>" in str(found[-2])
    return found


@happens(
    astrowire.NotJson,
    astrowire.Malformed,
    astrowire.ServerUnavailable,
    astrowire.HttpStatusError,
    so="with escapes",
)
def test_D04_pages() -> Any:
    """Pages, plain texts and broken documents full of escape sequences, with status 200, 404 and 503."""
    found: list[Any] = []
    for text in TEXTS.values():
        for status in (200, 404, 503):
            for page in (f"<html>{text}", f"{{{text}", f'{{"status":0,"a":"{text}'):
                with serving(answer(page.encode(), status)) as server:
                    found.append(outcome(lambda server=server: solar(server).rs_summary("a.b[]")))
    return found


@happens(astrowire.SchemaMismatch, drms.UnknownStatus, astrowire.EnvelopeMismatch, so="with escapes")
def test_D05_values_of_another_type() -> Any:
    """Hostile texts as values where others belong: counts, statuses, ids, versions, names of files."""
    found: list[Any] = []
    for text in TEXTS.values():
        found += [
            decode("rs_summary", body(count=text, status=0)),
            decode("rs_summary", body(count={text: [text]}, status=0)),
            decode("rs_summary", body(count=1, status=text)),
            decode("get_default_context", body(error=None, jsonrpc=text, id=1, result="jwst_0565.pmap")),
            decode("get_default_context", body(error=None, jsonrpc="1.0", id=1, result=text)),
        ]
        with serving(rpc("jwst_0565.pmap", id=text)) as server:
            found.append(outcome(lambda server=server: observatory(server).get_default_context("jwst")))
    return found


@happens(astrowire.SchemaMismatch, astrowire.Malformed, so="with escapes")
def test_D06_names_of_members() -> Any:
    """Hostile texts as names of members, where the value is wrong, the member twice, and in validations."""
    found: list[Any] = []
    for text in TEXTS.values():
        wrong = {"error": None, "jsonrpc": "1.0", "id": 1, "result": {text: 7}}
        found.append(decode("get_best_references", json.dumps(wrong)))
        name = json.dumps(text)
        found.append(decode("rs_summary", f'{{"count":1,"status":0,{name}:1,{name}:2}}', strict=True))
        problems = crds.OPERATIONS["get_best_references"].validate_response({text: 7})
        assert all(str(each).isprintable() for each in problems)
        assert text in problems[0].pointer.replace("~1", "/")
    return found


@happens(drms.SeriesError, astrowire.NotJson, so="with escapes")
def test_D07_latin_1() -> Any:
    """Control characters of Latin-1, as single bytes, in DRMS texts and pages."""
    controls = bytes(range(0x80, 0xA0)) + b"\xad"
    return [
        decode("rs_summary", b'{"status":1,"error":"' + controls + b'"}'),
        decode("rs_summary", b"<html>" + controls),
        decode("rs_summary", controls),
    ]


@happens(
    drms.SeriesError,
    Fault,
    astrowire.NotJson,
    astrowire.Malformed,
    astrowire.SchemaMismatch,
    astrowire.RedirectRefused,
    astrowire.ServerUnavailable,
    so="a few thousand characters at most",
)
def test_D08_long_texts() -> Any:
    """Texts of a million characters in errors, names, pages, values, names of members and redirects."""
    found = [
        decode("rs_summary", body(status=1, error=LONG)),
        decode("get_default_context", envelope({"name": LONG, "code": 1, "message": LONG, "data": LONG})),
        decode("get_default_context", envelope(LONG)),
        decode("rs_summary", f"<html>{LONG}"),
        decode("rs_summary", f'{{"{LONG}'),
        decode("rs_summary", body(count=LONG, status=0)),
        decode("rs_summary", body(count=[LONG] * 9, status=0)),
        decode("get_best_references", body(error=None, jsonrpc="1.0", id=1, result={LONG: 7})),
        decode("rs_summary", f'{{"count":1,"status":0,"{LONG}":1,"{LONG}":2}}', strict=True),
    ]
    for step in (redirect(302, "http://" + LONG[:60_000] + "/"), answer(LONG.encode(), 500)):
        with serving(step) as server:
            found.append(outcome(lambda server=server: solar(server).rs_summary("a.b[]")))
    assert max(len(str(each)) for each in found) <= SHORT
    return found


@happens(
    astrowire.ServerUnavailable, drms.SeriesError, astrowire.DeadlineExceeded, so="one printable line each"
)
def test_D09_log_lines(lines: list[str]) -> Any:
    """Hostile texts from servers and hostile arguments in log lines of every level, with repetitions."""
    found: list[Any] = []
    for text in TEXTS.values():
        with serving(answer(text.encode(), 503), answer(body(status=1, error=text))) as server:
            client = solar(server, attempts=2)
            client._retry.sleep = lambda seconds: None
            found.append(
                outcome(
                    lambda client=client, text=text: client.rs_summary(drms.RecordSet.raw(f"a.b[{text}%s%n]"))
                )
            )
        with serving(answer(text.encode(), 503, Retry_After="9")) as server:
            client = solar(server, attempts=2, deadline=5)
            found.append(outcome(lambda client=client: client.rs_summary("a.b[]")))
        with serving(answer(text.encode(), 503)) as server:
            found.append(outcome(lambda server=server: solar(server).rs_summary("a.b[]")))
    assert len([each for each in lines if "attempt 1 failed" in each]) >= len(TEXTS)
    assert all(each.isprintable() for each in lines), [each for each in lines if not each.isprintable()][:2]
    assert max(map(len, lines)) < SHORT
    return found


@happens(None, so="as data, unchanged; printable in `repr`")
def test_D10_good_answers() -> Any:
    """Hostile texts where texts belong: values of keywords, names of series, of files, in extras."""
    found: list[Any] = []
    for name, text in TEXTS.items():
        columns = [{"name": f"K{text}", "values": [text, text]}]
        listed = {"status": 0, "count": 2, "runtime": 0.1, "keywords": columns, "segments": [], "links": []}
        table = decode("rs_list", body(**listed))
        assert table.columns[f"K{text}"].tolist() == [text, text], name
        summary = decode("rs_summary", body(count=7, status=0, **{text: text}))
        assert summary.extras == {text: text}
        refs = decode("get_best_references", body(error=None, jsonrpc="1.0", id=1, result={"flat": text}))
        assert refs["flat"] == text
        found += [table, summary, refs]
    assert all(repr(each).isprintable() for each in found), [repr(each) for each in found]
    return found


@happens(None, so="printable and few")
def test_D11_warnings() -> Any:
    """Hostile texts in columns of numbers, which are warned about when they become arrays."""
    found: list[Any] = []
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        for text in TEXTS.values():
            columns = [{"name": f"K{text}", "values": ["1", text, "2"]}]
            listed = {
                "status": 0,
                "count": 3,
                "runtime": 0.1,
                "keywords": columns,
                "segments": [],
                "links": [],
            }
            table = decode("rs_list", body(**listed))
            found.append(table)
            array = outcome(table.to_numpy)
            assert not isinstance(array, Exception) or isinstance(array, astrowire.AstrowireError), array
    assert all(str(each.message).isprintable() for each in seen), [str(each.message) for each in seen]
    return found


@happens(drms.SeriesError, so="letter for letter, with escapes where needed")
def test_D00_the_canary() -> Any:
    """An ordinary text of other scripts is shown as it is."""
    found = decode("rs_summary", body(status=1, error="Série inconnue — 日本 🔭"))
    assert "Série inconnue — 日本 🔭" in str(found)
    return found
