"""The fault matrix as data: each fault, where it happens, and how a call must end."""

from __future__ import annotations

import json
import socket
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import astrowire
from astrowire import crds, drms
from tests.functional.loopback import Asked, OnAccept, answer, hang_up, reset

from . import places, server
from .cases import (
    EFFECTS,
    Case,
    Ending,
    Kind,
    Waiting,
    answered,
    both,
    crds_only,
    drms_only,
    ending,
    odd,
    once,
    passing,
    unsent,
    useless,
)
from .places import Where, proxied, relative, served, signed
from .server import (
    CHUNKED,
    DRIPPING,
    HEAD,
    MIB,
    by_protocol,
    chunked,
    cut_chunk,
    enveloped,
    member,
    padded,
    raw,
    refusing,
    spoiled,
    whole,
    zipped,
)

# Shorthand for what the rows below are made of.

NOT_SENT = unsent(astrowire.NotSent)
AMBIGUOUS = passing(astrowire.Ambiguous)
TLS = once(astrowire.TlsError)
REFUSED = once(astrowire.RedirectRefused)
MALFORMED = once(astrowire.Malformed)
MISMATCH = once(astrowire.SchemaMismatch)
UNAVAILABLE = passing(astrowire.ServerUnavailable)
TOO_LARGE = useless(astrowire.BodyTooLarge)
OVER = once(astrowire.DeadlineExceeded)
LIMITED = ending(astrowire.RateLimited, 3, 1, 1)
NO_JSON = odd(astrowire.NotJson)
ENVELOPE = once(astrowire.EnvelopeMismatch)
FAULT = once(crds.CrdsFault)

SHORT: dict[str, Any] = {"timeout": (0.1, 0.1)}
SLOW: dict[str, Any] = {"real_time": True, "settings": {"deadline": 0.3, "timeout": (60, 60)}}
PAGE = b"<!DOCTYPE html><html><title>Down for maintenance</title></html>"
TELLS_LATIN_1 = "application/json; charset=latin-1"


def page(status: int, **headers: str) -> Where:
    """A page with a status."""
    return served(answer(PAGE, status, Content_Type="text/html", **headers))


def half_a_minute(connection: socket.socket, request: Asked) -> None:
    """HTTP 429 with a date that is half a minute away."""
    moment = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    connection.sendall(answer(b"", 429, Retry_After=moment))


def by_operation(summary: bytes, export: bytes, result: object = None) -> Where:
    """Bodies of rs_summary and exp_request, and a result of CRDS."""
    return served(by_protocol(summary, export, result))


def exports(number: int, text: str = "no reason") -> Where:
    """An export with this status."""
    body = json.dumps({"status": number, "error": text}).encode()
    return by_operation(body, body)


def status(number: int, kind: Kind, text: str = "no reason") -> Case:
    """A status of an export that means failure."""
    return drms_only("F44", f"status {number}", exports(number, text), once(kind), reads="exp_request")


def with_member(text: bytes) -> Where:
    """A good answer with something in front of all members."""
    return served(spoiled(member(text)))


IN_TEST_MODE = server.PENDING.replace(b'"status":2', b'"status":12')

CONNECTIONS = [
    both("F01", "name not known", places.nowhere, NOT_SENT),
    both("F02", "connection refused", places.refused, NOT_SENT),
    both("F03", "connection not taken in time", places.black_hole, NOT_SENT, settings=SHORT),
    both("F04", "certificate signed by itself", places.self_signed, TLS),
    both("F04", "certificate signed by a stranger", places.signed_by_a_stranger, TLS),
    both("F04", "certificate expired", signed("127.0.0.1", days=-3), TLS),
    both("F04", "certificate of another host", signed("elsewhere.example", days=30), TLS),
    both("F04", "no TLS at all", places.no_tls, TLS),
    both("F05", "dead proxy", proxied(None), NOT_SENT),
    both("F05", "dead proxy at a port with 407 in it", proxied(None, port="407"), NOT_SENT),
    both("F05", "dead proxy, https", proxied(None, scheme="https"), NOT_SENT),
    both("F05", "proxy answers 407", proxied(answer(b"", 407)), once(astrowire.NotSent)),
    both(
        "F05", "proxy answers 407, https", proxied(answer(b"", 407), scheme="https"), once(astrowire.NotSent)
    ),
    both("F05", "dead proxy that NO_PROXY leads around", places.past_the_proxy, answered()),
    both("F06", "reset when accepted", served(OnAccept(server.reset_soon)), AMBIGUOUS),
    both("F06", "reset after the request", served(reset), AMBIGUOUS),
    both("F07", "closed without an answer", served(hang_up), AMBIGUOUS),
    both("F08", "kept connection closed before the call", places.stale, answered()),
    both(
        "F08",
        "kept connection closed during the call",
        places.stale_in_use,
        {"read": Ending(None, 2), "dedup": Ending(None, 2), "write": Ending(astrowire.Ambiguous, 1)},
    ),
    both("F09", "silence longer than the timeout", served(server.quiet), AMBIGUOUS, settings=SHORT),
    both("F09", "silence in the body", served(server.quiet_in_the_body), AMBIGUOUS, settings=SHORT),
    *(
        both("F10", f"slow drip of the {name}", served(step), OVER, **SLOW)
        for name, step in DRIPPING.items()
        if name != "TLS handshake"
    ),
    both("F10", "slow drip of the TLS handshake", places.secure_drip, OVER, **SLOW),
    both("F10", "slow drip of the proxy's answer", proxied(DRIPPING["header"], scheme="https"), OVER, **SLOW),
    both("F11", "reset in the body", served(server.reset_in_the_body), AMBIGUOUS),
    both("F12", "body shorter than announced", served(server.length_of_more), AMBIGUOUS),
    both("F13", "chunk cut", served(raw(CHUNKED, body=cut_chunk)), AMBIGUOUS),
    both("F13", "last chunk missing", served(raw(CHUNKED, body=chunked)), AMBIGUOUS),
]

TWO_LENGTHS = b"Content-Length: 2\r\nContent-Length: 40\r\n"

HTTP = [
    both(
        "F14",
        "length and chunks",
        served(raw(CHUNKED + b"Content-Length: 5\r\n", body=lambda it: chunked(it) + b"0\r\n\r\n")),
        useless(astrowire.EnvelopeMismatch),
    ),
    both("F14", "two lengths", served(raw(HEAD + TWO_LENGTHS)), useless(astrowire.EnvelopeMismatch)),
    both(
        "F14",
        "the right length, twice",
        served(server.same_length_twice),
        useless(astrowire.EnvelopeMismatch),
    ),
    both("F15", "a mail server", served(b"220 smtp.example.org ESMTP\r\n"), odd(astrowire.TransportError)),
    both("F15", "garbage", served(b"\x00\xff\x80 garbage\r\n\r\n"), odd(astrowire.TransportError)),
    both(
        "F16",
        "more than 100 headers",
        served(raw(HEAD + b"X: y\r\n" * 120)),
        useless(astrowire.ResponseError),
    ),
    both(
        "F16",
        "header of more than 64 KiB",
        served(raw(HEAD + b"X: " + b"y" * 70_000 + b"\r\n")),
        useless(astrowire.ResponseError),
    ),
    both("F17", "204", served(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"), NO_JSON),
    both("F17", "empty 200", served(answer(b"")), NO_JSON),
    both("F18", "page with status 200", page(200), NO_JSON),
    both("F19", "JSON as text/html", served(spoiled(whole, Content_Type="text/html")), answered()),
    both("F19", "JSON as text/plain", served(spoiled(whole, Content_Type="text/plain")), answered()),
    *(both("F20", f"{number}", page(number), once(astrowire.HttpStatusError)) for number in (400, 404, 410)),
    *(both("F21", f"{number}", page(number), once(astrowire.HttpStatusError)) for number in (401, 403)),
    both("F22", "429", page(429), LIMITED),
    both("F22", "429, Retry-After in seconds", page(429, Retry_After="3"), LIMITED),
    both("F22", "429, Retry-After as a date", served(half_a_minute), LIMITED),
    both("F22", "429, Retry-After negative", page(429, Retry_After="-5"), LIMITED),
    both("F22", "429, Retry-After of 1e9", page(429, Retry_After="1000000000"), once(astrowire.RateLimited)),
    both("F22", "429, Retry-After of junk", page(429, Retry_After="soon"), LIMITED),
    *(both("F23", f"{number}", page(number), UNAVAILABLE) for number in (500, 502, 504)),
    both("F24", "503, Retry-After in seconds", page(503, Retry_After="3"), UNAVAILABLE),
    both("F25", "308 within the origin", relative((308, "/new/")), answered(2)),
    both("F25", "three redirects", relative((307, "/a/"), (308, "b/"), (307, "{origin}/c/")), answered(4)),
    both("F25", "http to https of the host", places.to_https, answered(2)),
    drms_only(
        "F25",
        "302 within the origin",
        relative((302, "/new/")),
        {"read": Ending(None, 2), **{it: Ending(astrowire.RedirectRefused, 1) for it in EFFECTS[1:]}},
    ),
    crds_only("F25", "302 would turn a POST into a GET", relative((302, "/new/")), REFUSED),
    both("F26", "to another host", relative((307, "http://elsewhere.example/")), REFUSED),
    both("F26", "to another port", relative((307, "http://127.0.0.1:1/")), REFUSED),
    both("F26", "http to https at another port", places.to_https_elsewhere, REFUSED),
    both("F26", "to another host without a scheme", relative((307, "//elsewhere.example/")), REFUSED),
    both(
        "F26",
        "to a user's password",
        relative((307, "http://me:hunter2@127.0.0.1:{port}/")),
        REFUSED,
    ),
    both("F27", "https to http", places.from_https, REFUSED),
    both("F27", "file:", relative((307, "file:///etc/passwd")), REFUSED),
    both("F27", "ftp:", relative((307, "ftp://127.0.0.1/")), REFUSED),
    both("F27", "data:", relative((307, "data:application/json,1")), REFUSED),
    both(
        "F28", "redirect loop", relative(*[(307, "/again/")] * 9), ending(astrowire.RedirectRefused, 4, 4, 4)
    ),
]

DEEP = b"[" * 200_000 + b"]" * 200_000

BODIES = [
    both("F29", "gzip", served(spoiled(zipped, Content_Encoding="gzip")), answered()),
    both(
        "F29",
        "encoding that was not asked for",
        served(spoiled(whole, Content_Encoding="br")),
        useless(astrowire.Malformed),
    ),
    both(
        "F29",
        "gzip of gzip",
        served(spoiled(lambda it: zipped(zipped(it)), Content_Encoding="gzip, gzip")),
        answered(),
    ),
    both(
        "F29",
        "gzip of gzip of much",
        served(spoiled(lambda it: zipped(zipped(padded(16 * MIB)(it))), Content_Encoding="gzip, gzip")),
        TOO_LARGE,
    ),
    both(
        "F30",
        "bomb of gzip",
        served(spoiled(lambda it: zipped(padded(16 * MIB)(it)), Content_Encoding="gzip")),
        TOO_LARGE,
    ),
    crds_only("F30", "bomb in crds_payload", served(server.packed_bomb(32 * MIB)), TOO_LARGE),
    both("F31", "huge body, length known", served(spoiled(padded(4 * MIB))), TOO_LARGE, max_body=MIB),
    both(
        "F31", "huge body, length unknown", served(raw(HEAD, body=padded(4 * MIB))), TOO_LARGE, max_body=MIB
    ),
    Case("F32", "not UTF-8", with_member(b'"x":"caf\xe9"'), answered(), MALFORMED),
    both(
        "F32",
        "UTF-8 that is said to be Latin-1",
        served(spoiled(member('"x":"café"'.encode()), Content_Type=TELLS_LATIN_1)),
        answered(),
    ),
    both("F32", "byte order mark", served(spoiled(lambda it: b"\xef\xbb\xbf" + it)), MALFORMED),
    Case(
        "F32",
        "UTF-16",
        served(spoiled(lambda it: it.decode().encode("utf-16"))),
        NO_JSON,  # read as Latin-1, as every body of DRMS that is not UTF-8
        MALFORMED,
    ),
    *(
        both("F33", text.decode(), with_member(b'"x":' + text), MALFORMED)
        for text in (b"NaN", b"Infinity", b"-Infinity", b"1e999")
    ),
    both("F33", "integer of 5000 digits", with_member(b'"x":' + b"9" * 5000), MALFORMED),
    both("F34", "member that stands twice", with_member(b'"x":1,"x":2'), answered()),
    both(
        "F34",
        "member that stands twice, strict",
        with_member(b'"x":1,"x":2'),
        MALFORMED,
        settings={"strict": True},
    ),
    both("F35", "nested 200,000 deep", served(spoiled(lambda it: DEEP)), MALFORMED),
    both("F35", "nested 200,000 deep in a member", with_member(b'"x":' + DEEP), MALFORMED),
    both("F36", "lone surrogate", with_member(b'"x":"\\ud800"'), MALFORMED),
    both("F36", "control character in a text", with_member(b'"x":"\x01"'), MALFORMED),
    both("F36", "something after the end", served(spoiled(lambda it: it + b"{}")), MALFORMED),
    *(
        both("F37", text.decode(), by_operation(text, text, value), MISMATCH, pointer="")
        for text, value in ((b"[]", []), (b"null", None), (b"5", 5))
    ),
    crds_only("F37", "no envelope", served(spoiled(lambda it: b"[]")), ENVELOPE),
    both(
        "F38",
        "number as a word",
        by_operation(
            b'{"count":"seven","status":0}',
            server.PENDING.replace(b'"size":1', b'"size":"seven"'),
            7,
        ),
        MISMATCH,
    ),
    drms_only(
        "F39",
        "required member missing",
        by_operation(b'{"status":0}', b'{"status":2}'),
        MISMATCH,
    ),
    both("F40", "unknown member", with_member(b'"new":{"a":1}'), answered()),
    drms_only(
        "F40",
        "unknown status",
        exports(99),
        once(drms.UnknownStatus),
        reads="exp_request",
    ),
]

SERVICES = [
    crds_only("F41", "another id", served(enveloped(id="another")), odd(astrowire.EnvelopeMismatch)),
    crds_only("F41", "no id", served(enveloped(id=...)), odd(astrowire.EnvelopeMismatch)),
    crds_only("F42", "error and result", served(enveloped(error={"message": "no"})), ENVELOPE),
    crds_only("F42", "error is a text", served(enveloped(error="no", result=None)), FAULT),
    crds_only("F42", "error without a message", served(enveloped(error={"code": 1}, result=None)), FAULT),
    crds_only("F42", "no member error", served(enveloped(error=...)), ENVELOPE),
    *(
        Case("F43", words, served(refusing(text)), once(drms.ExportFailed), FAULT, reads="exp_request")
        for words, text in (
            ("escaped error text", "a &lt;b&gt; &amp;amp; c"),
            ("error text of 1 MB", "long " * 200_000),
            ("error text for terminals", "\x1b]0;title\x07\x1b[31mred\r\n\u202eback"),
        )
    ),
    status(3, drms.ExportTooLarge),
    status(4, drms.ExportFailed),
    status(5, drms.ExportExpired),
    status(6, drms.ExportNotFound),
    status(7, drms.PendingLimit, "already pending: JSOC_20240101_001, JSOC_20240101_002"),
    status(25, drms.ExportOffline),
    drms_only("F44", "status 12", by_operation(IN_TEST_MODE, IN_TEST_MODE), answered(), reads="exp_request"),
]

MATRIX = [*CONNECTIONS, *HTTP, *BODIES, *SERVICES]

BY_HAND = {
    "F46": (
        "files: length, hash, kind, full disk, kill in the middle, cache that is only read",
        "test_files.py, ../functional/test_crds_cache.py",
    ),
    "F47": ("two processes or eight threads fetch one file; stale lock; no locks", "test_files.py"),
    "F48": (
        "clock jump, fork after use, spawn, interrupt in the body and in a file, eight threads",
        "test_process.py, test_load.py, test_files.py",
    ),
}
"""Rows that are no fault of a server: what happens, and where it is tested."""

WAITING = [
    Waiting("F26", "other hosts that are allowed", "a setting that lists them"),
    Waiting("F30", "bomb in the catalogue file", "the description of get_sqlite_db"),
    Waiting(
        "F44", "status 6 asked again within its grace; order matched after status 7", "a waiter for exports"
    ),
    Waiting("F45", "export that never finishes", "a waiter for exports"),
    Waiting("F48", "the journal after an interrupt", "a journal of exports"),
    Waiting("F48", "cancelled by an event loop", "an asynchronous client"),
]
