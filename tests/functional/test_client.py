"""The typed clients: which server is meant, what the settings do, and what answers and errors look like."""

from __future__ import annotations

import base64
import copy
import gzip
import json
import logging
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import msgspec
import pytest

import astrowire
from astrowire import crds, drms
from tests.functional.loopback import Asked, Loopback, answer, outcome, rpc, serving

ROOT = Path(__file__).resolve().parents[2]
OK = {"Content-Type": "application/json"}
MORE = b'{"count":3,"runtime":0.5,"status":0,"tomorrow":{"a":[1]},"next":null}'
JOB = {"ds": "hmi.m_720s[$]", "notify": "name@example.com"}
IDS = [f"JW{number:011d}_02101_00001.MIRIFUSHORT" for number in range(450)]


def decode(operation: str, body: bytes | str, **settings: Any) -> Any:
    """What an operation makes of a body: its result, or the exception."""
    op: Any = drms.OPERATIONS.get(operation) or crds.OPERATIONS[operation]
    data = body.encode() if isinstance(body, str) else body
    return outcome(lambda: op.decode(astrowire.HttpResponse(200, OK, data), **settings))


def envelope(result: Any = None, error: Any = None, **members: Any) -> bytes:
    return json.dumps({"error": error, "jsonrpc": "1.0", "id": 1, "result": result} | members).encode()


def observatory(server: Loopback, **settings: Any) -> crds.Client:
    client = crds.Client("jwst", base_url=server.origin, **settings)
    client._retry.sleep = lambda seconds: None
    return client


# Which server.


@pytest.mark.parametrize("name", ["jsoc", "JSOC", "Jsoc", None])
def test_a_server_is_named_in_any_case(name: str | None) -> None:
    assert drms.Client(name).server == drms.SERVERS["jsoc"]
    assert drms.Client("KIS").server.title == "KIS"


def test_a_server_may_be_a_configuration() -> None:
    mine = astrowire.ServerConfig("mine", "Mine", "http://127.0.0.1:9/x", endpoints={"jsoc_info": "info"})
    assert drms.Client(mine).server is mine
    assert mine.base_url == "http://127.0.0.1:9/x/"


def test_a_base_url_may_stand_for_the_server() -> None:
    named = drms.Client("http://127.0.0.1:8000/cgi-bin/ajax")
    assert named.server.base_url == "http://127.0.0.1:8000/cgi-bin/ajax/"
    assert named.server == drms.Client(base_url="http://127.0.0.1:8000/cgi-bin/ajax/").server
    assert named.server.endpoints == drms.SERVERS["jsoc"].endpoints
    assert crds.Client("https://crds.example.org").server.base_url == "https://crds.example.org/"
    assert crds.Client(base_url="https://crds.example.org").server.base_url == "https://crds.example.org/"


def test_a_base_url_replaces_that_of_a_named_server() -> None:
    kis = drms.Client("kis", base_url="http://127.0.0.1:1/").server
    assert (kis.base_url, kis.endpoints) == ("http://127.0.0.1:1/", drms.SERVERS["kis"].endpoints)
    mine = drms.Client(drms.SERVERS["jsoc"], base_url="http://127.0.0.1:1/").server
    assert mine.base_url == "http://127.0.0.1:1/"


@pytest.mark.parametrize(
    ("make", "word"),
    [
        (lambda: drms.Client("jsok"), "jsoc, jsoc_ext, jsoc_internal, kis"),
        (lambda: drms.Client(""), "jsoc, jsoc_ext, jsoc_internal, kis"),
        (lambda: drms.Client(5), "5"),
        (lambda: drms.Client("http://a/", base_url="http://b/"), "give one"),
        (lambda: drms.Client(base_url="jsoc.stanford.edu"), "http://host/path/"),
        (lambda: drms.Client(base_url="ftp://host/"), "http"),
        (lambda: drms.Client(base_url=""), "http"),
        (lambda: drms.Client(base_url=5), "5"),
        (lambda: drms.Client(base_url="http://host:99999/"), "http://host:99999/"),
        (lambda: drms.Client(base_url="http://host/?a=1"), "query"),
        (lambda: drms.Client(base_url="http://host/ a/"), "blanks"),
        (lambda: drms.Client(base_url="http://[bad/"), "[bad"),
        (lambda: drms.Client(base_url="http://me:secret@host/"), "session"),
        (lambda: drms.Client(base_url="http://me:secret@host/?q"), "session"),
        (crds.Client, "hst, jwst, roman"),
        (lambda: crds.Client("hubble"), "hst, jwst, roman"),
        (lambda: drms.Client(deadline=0), "deadline"),
        (lambda: drms.Client(deadline="1"), "deadline"),
        (lambda: drms.Client(deadline=float("nan")), "deadline"),
        (lambda: drms.Client(deadline=True), "deadline"),
        (lambda: drms.Client(timeout=5), "timeout"),
        (lambda: drms.Client(timeout=(1, 2, 3)), "timeout"),
        (lambda: drms.Client(timeout=(None, 5)), "timeout"),
        (lambda: drms.Client(timeout=(1, -5)), "timeout"),
        (lambda: drms.Client(attempts=0), "attempts"),
        (lambda: drms.Client(attempts=1.5), "attempts"),
        (lambda: drms.Client(attempts=True), "attempts"),
        (lambda: drms.Client(session=cast("Any", "JSESSIONID=1")), "requests.Session"),
    ],
)
def test_a_wrong_setting_is_refused(make: Callable[[], Any], word: str) -> None:
    found = outcome(make)
    assert isinstance(found, astrowire.ConfigError)
    assert isinstance(found, ValueError)
    assert word in str(found).lower() or word in str(found)
    assert "secret" not in str(found)


def test_settings_go_by_name_only() -> None:
    found = outcome(lambda: drms.Client("jsoc", "http://127.0.0.1/"))  # type: ignore[misc]
    assert isinstance(found, TypeError)


@pytest.mark.parametrize("operation", ["rs_summary", "get_dataset_headers_by_id"])
def test_arguments_that_are_no_mapping_are_refused(operation: str) -> None:
    op: Any = drms.OPERATIONS.get(operation) or crds.OPERATIONS[operation]
    client: Any = drms.Client() if operation in drms.OPERATIONS else crds.Client("jwst")
    found = outcome(lambda: client.call(op, 7))
    assert isinstance(found, astrowire.RequestInvalid)
    assert "7" in str(found)


def test_the_defaults_are_the_documented_ones() -> None:
    client = drms.Client()
    assert (client.deadline, client.timeout, client.strict) == (120.0, (10.0, 60.0), False)
    assert client._retry.attempts == 3


# Many ids.


def test_the_client_slices_and_merges() -> None:
    def by_id(connection: Any, request: Asked) -> None:
        ids = request.call["params"][1]
        step = rpc({name: {"INSTRUME": name[2:13]} for name in ids})
        assert callable(step)
        step(connection, request)

    with serving(by_id) as server:
        found = observatory(server).get_dataset_headers_by_id("2016-01-01", IDS)
    assert [len(each.call["params"][1]) for each in server.asked] == [200, 200, 50]
    assert list(found) == IDS
    assert found[IDS[449].lower()] == {"INSTRUME": "00000000449"}


def test_merged_answers_keep_their_sentinels() -> None:
    def step(connection: Any, request: Asked) -> None:
        inner = rpc({name: [False, "NOT FOUND no"] for name in request.call["params"][1]})
        assert callable(inner)
        inner(connection, request)

    with serving(step) as server:
        found = observatory(server).get_aui_best_references("2016-01-01", IDS[:201])
    assert len(found) == 201


# JSON-RPC envelopes.


def asked(call_id: Any = 1) -> astrowire.HttpRequest:
    return crds.OPERATIONS["get_default_context"].encode(
        {"observatory": "jwst"}, crds.SERVERS["jwst"], id=call_id
    )


@pytest.mark.parametrize("call_id", [1, "abc", "1", -7, 2**40])
def test_the_id_of_the_call_is_accepted(call_id: Any) -> None:
    assert decode("get_default_context", envelope("jwst_0001.pmap", id=call_id), request=asked(call_id)) == (
        "jwst_0001.pmap"
    )


@pytest.mark.parametrize("other", [2, "1", None, True, [1], {"a": 1}, 1.5, ""])
def test_an_answer_to_another_call_is_refused(other: Any) -> None:
    found = decode("get_default_context", envelope("jwst_0001.pmap", id=other), request=asked())
    assert isinstance(found, astrowire.EnvelopeMismatch)
    assert found.operation == "crds.get_default_context"
    assert not isinstance(decode("get_default_context", envelope("jwst_0001.pmap", id=other)), Exception)


def test_an_answer_to_another_call_is_asked_for_once_more() -> None:
    with serving(rpc("jwst_0001.pmap", id="other"), rpc("jwst_0002.pmap")) as server:
        assert observatory(server).get_default_context("jwst") == "jwst_0002.pmap"


@pytest.mark.parametrize(
    "body",
    [
        envelope("a", error={"name": "X", "code": 1, "message": "X: y"}),
        b'{"jsonrpc":"1.0","id":1,"result":"jwst_0001.pmap"}',
        b'{"error":null,"id":1,"result":"jwst_0001.pmap"}',
        b'{"error":null,"jsonrpc":"1.0","result":"jwst_0001.pmap"}',
        b'{"error":null,"jsonrpc":"1.0","id":1}',
        envelope("jwst_0001.pmap", jsonrpc="2.0"),
        envelope("jwst_0001.pmap", jsonrpc=1.0),
        b"[]",
        b"5",
        b"null",
        b'"jwst_0001.pmap"',
    ],
)
def test_a_wrong_envelope_is_refused(body: bytes) -> None:
    found = decode("get_default_context", body, request=asked())
    assert isinstance(found, astrowire.EnvelopeMismatch)


def test_a_fault_says_what_the_server_said() -> None:
    fault = {
        "name": "InvalidObservatoryError",
        "code": 500,
        "message": "InvalidObservatoryError: it&#39;s &lt;x&gt;",
    }
    found = decode("get_default_context", envelope(error=fault), request=asked())
    assert isinstance(found, astrowire.CrdsFault)
    assert isinstance(found, astrowire.RemoteError)
    assert (found.name, found.code, found.data) == ("InvalidObservatoryError", 500, None)
    assert found.message == "InvalidObservatoryError: it's <x>"
    assert found.answer.raw == envelope(error=fault)
    assert not found.retry_safe


@pytest.mark.parametrize("error", ["it broke\x1b[31m", {"message": "it broke\x1b[31m"}])
def test_a_fault_may_be_a_text(error: Any) -> None:
    found = decode("get_default_context", envelope(error=error))
    assert isinstance(found, astrowire.CrdsFault)
    assert found.message == "it broke\\x1b[31m"
    assert (found.name, found.code) == ("", None)


@pytest.mark.parametrize("error", [5, [], {"name": 5, "code": "x", "message": None}, True])
def test_a_fault_of_any_shape_is_a_fault(error: Any) -> None:
    assert isinstance(decode("get_default_context", envelope(error=error)), astrowire.CrdsFault)


def packed(value: Any, **members: Any) -> dict[str, Any]:
    payload = base64.b64encode(gzip.compress(json.dumps(value).encode())).decode()
    return {"crds_encoded": "1.0", "crds_payload": payload} | members


def test_a_packed_result_is_unpacked() -> None:
    found = decode("get_best_references", envelope(packed({"flat": "a.fits", "dark": "NOT FOUND n/a"})))
    assert found["flat"] == "a.fits"
    assert isinstance(found["dark"], crds.NotApplicable)
    assert decode("get_default_context", envelope(packed("jwst_0001.pmap"))) == "jwst_0001.pmap"


@pytest.mark.parametrize(
    ("result", "kind"),
    [
        (packed({}, crds_payload="no base64!"), astrowire.Malformed),
        (packed({}, crds_payload="é"), astrowire.Malformed),
        (packed({}, crds_payload=None), astrowire.Malformed),
        ({"crds_encoded": "1.0"}, astrowire.Malformed),
        (packed({}, crds_payload=packed([1] * 1000)["crds_payload"][:20]), astrowire.Malformed),
        (packed(["not", "a", "map"]), astrowire.SchemaMismatch),
    ],
)
def test_a_badly_packed_result_is_refused(result: Any, kind: type[Exception]) -> None:
    assert type(decode("get_best_references", envelope(result))) is kind


def test_a_packed_bomb_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crds.OPERATIONS["get_best_references"], "max_body", 1_000_000)
    found = decode("get_best_references", envelope(packed({"a": "x" * 30_000_000})))
    assert isinstance(found, astrowire.BodyTooLarge)


# Typed answers.


def test_answers_are_found_by_either_half_in_any_case() -> None:
    whole = "JW80500017001_02101_00001.MIRIFUSHORT:JW80500017001_02101_00001.MIRIFUSHORT"
    found = decode(
        "get_dataset_headers_by_id", envelope({whole: {"A": "1"}, "I9ZF01010:I9ZF01DZQ": {"B": "2"}})
    )
    for asked_for in (whole, whole.lower(), whole.partition(":")[0], "jw80500017001_02101_00001_mirifushort"):
        assert found[asked_for] == {"A": "1"}
        assert asked_for in found
        assert found.get(asked_for) == {"A": "1"}
    assert found["i9zf01dzq"] == found["I9ZF01010"] == {"B": "2"}
    assert "elsewhere" not in found
    assert found.get("elsewhere", 5) == 5
    assert list(found) == [whole, "I9ZF01010:I9ZF01DZQ"]


def test_half_an_id_that_means_several_is_refused_with_all_of_them() -> None:
    found = decode("get_dataset_headers_by_id", envelope({"I9ZF01010:A": {}, "I9ZF01010:B": {}}))
    error = outcome(lambda: found["I9ZF01010"])
    assert isinstance(error, KeyError)
    assert "I9ZF01010:A, I9ZF01010:B" in str(error)
    assert list(found.matches("i9zf01010")) == ["I9ZF01010:A", "I9ZF01010:B"]


HISTORY = [["2014-03-19 10:51:19", "jwst_0012.pmap", "b"], ["2012-09-06 00:00:00", "jwst.pmap", "a"]]


def test_history_is_oldest_first_as_tuples() -> None:
    with serving(rpc(HISTORY)) as server:
        found = observatory(server).get_context_history("jwst")
    assert [tuple(each) for each in found] == [tuple(each) for each in reversed(HISTORY)]
    assert all(isinstance(each, tuple) for each in found)


def test_not_found_and_not_applicable_are_told_apart() -> None:
    result = {
        "a": "NOT FOUND n/a",
        "b": "NOT FOUND No match found.",
        "c": "x.fits",
        "d": ["y.fits"],
        "e": {"k": "z"},
    }
    found = decode("get_best_references", envelope(result))
    assert [type(found[key]) for key in "abcde"][:3] == [crds.NotApplicable, crds.NotFound, str]
    assert found["b"].reason == "No match found."
    assert found["a"] == "NOT FOUND n/a"
    assert (found["d"], found["e"]) == (["y.fits"], {"k": "z"})
    assert found == result
    assert json.loads(json.dumps(found)) == result


def test_a_header_map_has_one_shape_from_both_wire_forms() -> None:
    bare = decode("get_best_references_by_header_map", envelope({"id": {"flat": "NOT FOUND n/a"}}))
    pair = decode("get_best_references_by_header_map", envelope({"id": [True, {"flat": "NOT FOUND n/a"}]}))
    assert type(bare["id"]) is type(pair["id"])
    assert bare["id"] == pair["id"]
    failed = decode("get_best_references_by_header_map", envelope({"id": [False, "no such thing"]}))
    assert type(failed["id"]) is type(bare["id"])


# Unknown members.


def test_unknown_members_are_kept_as_extras() -> None:
    found = decode("rs_summary", MORE)
    assert found.extras == {"tomorrow": {"a": [1]}, "next": None}
    assert found.raw == MORE
    plain = decode("rs_summary", b'{"count":3,"runtime":0.5,"status":0}')
    assert plain.extras == {}
    assert plain == found
    assert msgspec.json.encode(found) == msgspec.json.encode(plain)


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
def test_copies_and_pickles_keep_the_extras(again: Callable[[Any], Any]) -> None:
    found = decode("rs_summary", MORE)
    twin = again(found)
    assert twin == found
    assert (twin.extras, twin.raw, twin.charset) == (found.extras, found.raw, found.charset)


@pytest.mark.parametrize(
    ("operation", "result", "kind"),
    [
        ("get_default_context", "jwst_0001.pmap", str),
        ("get_context_history", HISTORY, list),
        ("get_file_info", {"name": "a.fits"}, crds.FileInfo),
        ("get_file_info_map", {"a.fits": {"name": "a.fits"}}, dict),
        ("get_best_references", {"flat": "NOT FOUND n/a"}, dict),
        ("get_dataset_headers_by_id", {"A:B": {"C": "1"}}, dict),
    ],
)
def test_every_answer_carries_its_bytes(operation: str, result: Any, kind: type) -> None:
    for body in (
        envelope(result),
        envelope(packed(result)),
        envelope(result).replace(b'"id": 1', b'"id": 1.0'),
    ):
        found = decode(operation, body)
        assert isinstance(found, kind)
        assert found.raw == body
        assert copy.deepcopy(found) == found == pickle.loads(pickle.dumps(found))


def test_extras_deep_inside_are_kept_and_counted() -> None:
    op = drms.OPERATIONS["rs_list"]
    op.unknown_members.clear()
    body = {
        "count": 1,
        "status": 0,
        "segments": [],
        "links": [],
        "keywords": [{"name": "A", "values": ["1"], "new": 5}],
    }
    found = decode("rs_list", json.dumps(body | {"top": 1}))
    assert found.keywords[0].extras == {"new": 5}
    decode("rs_list", json.dumps(body))
    assert dict(op.unknown_members) == {"/top": 1, "/keywords/*/new": 2}


def test_an_answer_can_not_be_changed() -> None:
    found = decode("rs_summary", MORE)

    def change() -> None:
        found.count = 5

    assert isinstance(outcome(change), AttributeError)


def test_latin_1_is_read_and_said() -> None:
    body = '{"status":0,"errMsg":"","n":1,"names":[{"name":"a.b","primekeys":"","note":"H\xe9lio"}]}'
    for charset, data in (("latin-1", body.encode("latin-1")), ("utf-8", body.encode())):
        found = decode("show_series", data)
        if isinstance(found, Exception):
            raise found
        assert (found.charset, found.raw) == (charset, data)
        assert found.names[0].note == "H\xe9lio"


# Strict, pending, failures.


def test_the_last_duplicate_wins_unless_strict() -> None:
    body = b'{"count":1,"count":2,"status":0}'
    assert decode("rs_summary", body).count == 2
    found = decode("rs_summary", body, strict=True)
    assert isinstance(found, astrowire.Malformed)
    assert "'count'" in str(found)
    with serving(answer(body)) as server:
        assert drms.Client(base_url=server.url).rs_summary("a.b[]").count == 2
        refused = outcome(lambda: drms.Client(base_url=server.url, strict=True).rs_summary("a.b[]"))
    assert isinstance(refused, astrowire.Malformed)


def test_strict_takes_what_has_no_duplicates() -> None:
    assert decode("rs_summary", MORE, strict=True).extras["next"] is None
    assert decode("get_default_context", envelope("jwst_0001.pmap"), strict=True) == "jwst_0001.pmap"
    twice = envelope("jwst_0001.pmap")[:-1] + b', "id": 1}'
    assert isinstance(decode("get_default_context", twice, strict=True), astrowire.Malformed)


def test_a_failure_is_raised_with_its_validated_answer() -> None:
    found = decode("rs_summary", b'{"status":1,"error":"no such series\\n"}')
    assert isinstance(found, astrowire.SeriesError)
    assert (found.answer.status, found.answer.error) == (1, "no such series\n")
    assert found.message == "no such series [status 1]"
    assert found.answer.raw == b'{"status":1,"error":"no such series\\n"}'


def test_an_unlisted_status_is_raised_with_the_whole_answer() -> None:
    for status in ("77", '"odd"'):
        found = decode("rs_summary", f'{{"status":{status},"error":"?","other":[1]}}')
        assert isinstance(found, astrowire.UnknownStatus)
        assert found.answer.status == json.loads(status)
        assert found.answer.extras == {"other": [1]}


def test_a_body_that_is_known_to_be_broken_is_an_error_of_the_server() -> None:
    found = decode("show_series", b'{"status":1,"errmsg":cannot connect to server}\n')
    assert isinstance(found, astrowire.RemoteError)
    assert "cannot connect to server" in str(found)


# Errors.


def errors() -> dict[str, astrowire.AstrowireError]:
    """One error of each kind, as users get them."""
    with serving(answer(b"<html>", 503, Retry_After="1")) as server:
        client = drms.Client(base_url=server.url, attempts=1)
        found = {
            "unavailable": outcome(lambda: client.rs_summary("a.b[]")),
            "refused": outcome(lambda: client.rs_list("a.b[]")),
            "not sent": outcome(
                lambda: drms.Client(base_url="http://127.0.0.1:1/", attempts=1).exp_request(**JOB)
            ),
        }
    found["config"] = outcome(lambda: drms.Client("x"))
    found["series"] = decode("rs_summary", b'{"status":1,"error":"no"}')
    found["limit"] = decode(
        "exp_request", b'{"status":7,"error":"pending: JSOC_20240101_1, JSOC_20240101_2"}'
    )
    found["fault"] = decode(
        "get_default_context", envelope(error={"name": "X", "code": 1, "message": "X: y"})
    )
    found["shape"] = decode("rs_summary", b'{"status":0}')
    found["not json"] = decode("rs_summary", b"<html>")
    found["malformed"] = decode("rs_summary", b'{"status":')
    return found


ERRORS = errors()


@pytest.mark.parametrize("name", ERRORS)
def test_errors_survive_a_pickle(name: str) -> None:
    error = ERRORS[name]
    assert isinstance(error, astrowire.AstrowireError)
    twin = pickle.loads(pickle.dumps(error))
    assert type(twin) is type(error)
    assert str(twin) == str(error)
    facts = ("operation", "request", "status", "excerpt", "retry_safe", "message")
    assert [getattr(twin, fact) for fact in facts] == [getattr(error, fact) for fact in facts]
    for more in ("problems", "answer", "retry_after", "request_ids"):
        assert getattr(twin, more, None) == getattr(error, more, None)


def test_errors_carry_the_facts() -> None:
    error = ERRORS["unavailable"]
    assert error.operation == "drms.rs_summary"
    assert error.request == "rs_summary(ds='a.b[]')"
    assert (error.status, error.excerpt, error.retry_safe) == (503, "<html>", True)
    assert str(error).startswith("drms.rs_summary: ")
    not_sent = ERRORS["not sent"]
    assert "name@example.com" not in f"{not_sent} {not_sent.request}"
    assert "notify=***" in str(not_sent.request)
    assert isinstance(not_sent.cause, OSError)
    assert ERRORS["limit"].request_ids == ["JSOC_20240101_1", "JSOC_20240101_2"]  # type: ignore[attr-defined]
    assert ERRORS["malformed"].cause is not None


@pytest.mark.parametrize(
    ("base", "names"),
    [
        ("TransportError", "NotSent Ambiguous"),
        ("HttpStatusError", "RateLimited ServerUnavailable"),
        ("ResponseError", "NotJson Malformed BodyTooLarge SchemaMismatch EnvelopeMismatch"),
        ("RemoteError", "SeriesError ExportTooLarge ExportFailed ExportExpired ExportNotFound PendingLimit"),
        ("RemoteError", "ExportOffline UnknownStatus CrdsFault"),
        ("AstrowireError", "RequestInvalid ConfigError TransportError TlsError DeadlineExceeded"),
        ("AstrowireError", "RedirectRefused HttpStatusError ResponseError RemoteError DownloadError"),
        ("ValueError", "RequestInvalid ConfigError"),
    ],
)
def test_error_classes_stand_in_their_documented_order(base: str, names: str) -> None:
    above: type = ValueError if base == "ValueError" else getattr(astrowire, base)
    wrong = [name for name in names.split() if not issubclass(getattr(astrowire, name), above)]
    assert wrong == []


# Logging, processes.


def test_nothing_is_logged_unless_asked_for(caplog: pytest.LogCaptureFixture) -> None:
    with serving(answer(b"", 503), answer(b'{"status":4,"error":"no"}')) as server:
        client = drms.Client(base_url=server.url)
        client._retry.sleep = lambda seconds: None
        with caplog.at_level(logging.DEBUG, logger="astrowire"):
            outcome(lambda: client.rs_summary("a.b[]"))
            outcome(lambda: client.exp_request(**JOB))
    assert "attempt 1 failed (ServerUnavailable)" in caplog.text
    assert "name@example.com" not in "".join(
        record.getMessage() for record in caplog.records if record.name == "astrowire"
    )
    mine = logging.getLogger("astrowire")
    assert [type(each) for each in mine.handlers] == [logging.NullHandler]
    assert mine.level == logging.NOTSET


def test_the_root_logger_is_left_alone() -> None:
    program = (
        "import logging\n"
        "from astrowire import drms\n"
        "try: drms.Client(base_url='http://127.0.0.1:1/', attempts=1).rs_summary('a.b[]')\n"
        "except Exception as error: print(type(error).__name__)\n"
        "print(logging.root.handlers, logging.root.level)\n"
    )
    paths = os.pathsep.join([str(ROOT / "generated" / "python"), str(ROOT / "codegen" / "runtime")])
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert (done.stdout, done.stderr) == ("NotSent\n[] 30\n", "")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no forks here")
def test_a_forked_process_opens_its_own_connections() -> None:
    with serving(answer()) as server:
        client = drms.Client(base_url=server.url)
        client.rs_summary("a.b[]")
        before = dict(client._transports)
        child = os.fork()
        if child == 0:  # pragma: no cover
            fresh = outcome(lambda: client.rs_summary("a.b[]").count) == 7
            os._exit(0 if fresh and len(client._transports) == 2 else 1)
        _, status = os.waitpid(child, 0)
        assert client._transports == before
    assert os.waitstatus_to_exitcode(status) == 0


def test_a_client_says_where_it_goes() -> None:
    assert repr(drms.Client()) == "astrowire.drms.Client('http://jsoc.stanford.edu/cgi-bin/ajax/')"


def test_a_count_of_absurdly_many_digits_is_refused_not_raised_later() -> None:
    index = {"status": "0", "method": "url", "protocol": "fits", "dir": "/x", "data": [], "size": "1"}
    assert decode("exp_status", json.dumps(index | {"count": "9" * 300})).count == int("9" * 300)
    found = decode("exp_status", json.dumps(index | {"count": "9" * 5000}))
    assert isinstance(found, astrowire.SchemaMismatch)
    assert [problem.pointer for problem in found.problems] == ["/count"]


SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "jsoc"


def test_an_unknown_member_leaves_the_numbers_beside_it_as_they_came() -> None:
    operation = drms.OPERATIONS["series_struct"]
    body = (SAMPLES / "series_struct__hmi_m_45s.json").read_bytes().rstrip().removesuffix(b"}")
    body += b', "processing_size_ratio": 1.0'
    known = operation.decode(astrowire.HttpResponse(200, {}, body + b"}"))
    more = operation.decode(astrowire.HttpResponse(200, {}, body + b', "new": 2.0}'))
    assert repr(more.processing_size_ratio) == repr(known.processing_size_ratio) == "1.0"
    assert repr(more.extras) == "{'new': 2.0}"
