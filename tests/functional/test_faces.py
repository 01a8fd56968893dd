"""The interfaces of the two documents: the same names and arguments, and plain results."""

from __future__ import annotations

import inspect
import json
import warnings
from collections.abc import Iterator
from typing import Any

import pytest

import astrowire
from astrowire import crds, drms
from tests.functional.loopback import Asked, Loopback, answer, hang_up, outcome, rpc, serving, unused_port

JOB = {"ds": "hmi.m_720s[$]", "notify": "name@example.com"}
NULLS = (
    b'{"status":0,"runtime":"0.5","count":1,"keywords":[{"name":"T_REC","values":["MISSING"],"new":1}],'
    b'"segments":[],"links":[],"tomorrow":{"b":1.0}}'
)


@pytest.fixture
def server() -> Iterator[Loopback]:
    with serving(answer()) as running:
        yield running


def face(server: Loopback, *, debug: bool = False) -> drms.HttpJsonClient:
    found = drms.HttpJsonClient(server.url, debug)
    found._client._retry.sleep = lambda seconds: None
    return found


# HttpJsonClient.

SIGNATURES = {
    "__init__": "server='jsoc', debug=False",
    "check_address": "email",
    "exp_status": "requestid",
    "rs_list": "ds, key=None, seg=None, link=None, recinfo=False, n=None, uid=None",
    "rs_summary": "ds",
    "series_struct": "ds",
    "show_series": "ds_filter=None",
    "show_series_wrapper": "ds_filter=None, info=False",
}


@pytest.mark.parametrize("name", SIGNATURES)
def test_signatures_are_those_of_the_document(name: str) -> None:
    parameters = list(inspect.signature(getattr(drms.HttpJsonClient, name)).parameters.values())[1:]
    plain = [
        each.name if each.default is each.empty else f"{each.name}={each.default!r}" for each in parameters
    ]
    assert ", ".join(plain) == SIGNATURES[name]
    assert all(each.kind is each.POSITIONAL_OR_KEYWORD for each in parameters)


def test_exp_request_takes_its_arguments_by_position_too(server: Loopback) -> None:
    names = list(inspect.signature(drms.HttpJsonClient.exp_request).parameters)[1:]
    assert names[:9] == [
        "ds",
        "notify",
        "method",
        "protocol",
        "protocol_args",
        "filenamefmt",
        "process",
        "n",
        "requestor",
    ]
    server.steps = (answer(b'{"status":4,"error":"no"}'),)
    face(server).exp_request(
        "a.b[]", "me@x.org", "url", "fits", None, "{T_REC}", {"rebin": {"scale": 2}}, 3, "me"
    )
    query = server.asked[0].query
    assert (query["method"], query["protocol"], query["requestor"]) == ("url", "fits", "me")
    assert query["process"] == "n=3|rebin,scale=2"


def test_attributes_are_those_of_the_document() -> None:
    client = drms.HttpJsonClient()
    assert (client.server.id, client.debug) == ("jsoc", False)
    assert drms.HttpJsonClient("KIS", True).debug is True
    assert drms.HttpJsonClient(drms.SERVERS["kis"]).server is drms.SERVERS["kis"]
    assert drms.HttpJsonClient("Kis").server.id == "kis"
    assert repr(drms.HttpJsonClient("jsoc")) == "<HttpJsonClient 'JSOC'>"


def test_an_unknown_server_is_refused() -> None:
    assert isinstance(outcome(lambda: drms.HttpJsonClient("jsok")), astrowire.ConfigError)


def test_the_answer_is_the_dictionary_that_the_server_sent(server: Loopback) -> None:
    body = b'{"count":7,"runtime":0.250,"status":0,"tomorrow":{"b":1.0},"null":null}'
    server.steps = (answer(body),)
    found = face(server).rs_summary("a.b[]")
    assert type(found) is dict
    assert json.dumps(found) == json.dumps(json.loads(body))


def test_null_lists_and_number_texts_stay(server: Loopback) -> None:
    text = "JSOC_20240101_1"
    done = {
        "status": "0",
        "requestid": text,
        "method": "url",
        "protocol": "fits",
        "count": "1",
        "size": "2.5",
        "exptime": "2024.01.01_00:00:00_UT",
        "dir": "/SUM1/D1/S00000",
        "wait": "0",
        "keywords": "x",
        "data": [{"record": "a.b[1]", "filename": "a.fits"}],
    }
    server.steps = (answer(json.dumps(done).encode()),)
    assert face(server).exp_status(text) == done


def test_number_texts_are_numbers_to_the_typed_client(server: Loopback) -> None:
    done = {"status": "0", "requestid": "JSOC_20240101_1", "method": "url", "protocol": "fits", "data": []}
    server.steps = (answer(json.dumps(done | {"count": "1", "size": "2.5", "wait": 0}).encode()),)
    typed = drms.Client(server.url).exp_status("JSOC_20240101_1")
    assert isinstance(typed, drms.ExportDone)
    assert (typed.count, typed.size, typed.wait, typed.rcount) == (1, 2.5, 0, astrowire.UNSET)


@pytest.mark.parametrize(
    ("method", "arguments", "body"),
    [
        ("rs_summary", ("a.b[]",), {"status": 1, "error": "no such series"}),
        ("rs_summary", ("a.b[]",), {"status": 99, "error": "?", "more": [1]}),
        ("exp_request", ("a.b[]", "me@x.org"), {"status": 4, "error": "bad"}),
        ("exp_request", ("a.b[]", "me@x.org"), {"status": 7, "error": "wait for JSOC_20240101_1"}),
        ("exp_status", ("JSOC_20240101_1",), {"status": 6, "error": "no such id"}),
        ("check_address", ("me@x.org",), {"status": 4, "msg": "not registered"}),
        ("show_series", (), {"status": 1, "errmsg": "no database"}),
        ("show_series_wrapper", (), {"errMsg": "no database", "seriesList": []}),
    ],
)
def test_a_failure_status_is_returned(
    server: Loopback, method: str, arguments: tuple[str, ...], body: dict[str, Any]
) -> None:
    server.steps = (answer(json.dumps(body).encode()),)
    found = outcome(lambda: getattr(face(server), method)(*arguments))
    assert found == body


@pytest.mark.parametrize("body", [b"<html>", b"", b"[]", b'{"status":0}', b'{"count":', b"5"])
def test_what_is_no_valid_dictionary_is_raised(server: Loopback, body: bytes) -> None:
    server.steps = (answer(body),)
    assert isinstance(outcome(lambda: face(server).rs_summary("a.b[]")), astrowire.ResponseError)


def test_a_known_broken_body_is_raised(server: Loopback) -> None:
    server.steps = (answer(b'{"status":1,"errmsg":cannot connect}\n'),)
    assert isinstance(outcome(lambda: face(server).show_series()), astrowire.RemoteError)


def test_transport_errors_are_raised(server: Loopback) -> None:
    server.steps = (hang_up,)
    assert isinstance(outcome(lambda: face(server).rs_summary("a.b[]")), astrowire.Ambiguous)
    assert server.connections == 3


def test_latin_1_texts_are_read(server: Loopback) -> None:
    server.steps = (answer(b'{"status":1,"error":"H\xe9lio"}'),)
    assert face(server).rs_summary("a.b[]") == {"status": 1, "error": "H\xe9lio"}


def test_debug_prints_the_url(server: Loopback, capsys: pytest.CaptureFixture[str]) -> None:
    client = face(server, debug=True)
    client.rs_summary("a.b[$]")
    assert capsys.readouterr().out == f"{server.url}jsoc_info?op=rs_summary&ds=a.b%5B%24%5D\n"
    client.debug = False
    client.rs_summary("a.b[$]")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("debug", [False, True])
def test_the_old_name_of_requestor_warns_where_it_is_called(server: Loopback, debug: bool) -> None:
    server.steps = (answer(b'{"status":4,"error":"no"}'),)
    client = face(server, debug=debug)
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        client.exp_request(**JOB, requester="me")
        client.exp_request(**JOB, requestor="you")
        client.exp_request(**JOB, requestor="you", requester="me")
        client.exp_request(**JOB)
        client.exp_request(**JOB, requestor=False)
    assert [each.category for each in seen] == [DeprecationWarning]
    assert seen[0].filename == __file__
    assert "requestor" in str(seen[0].message)
    sent = [each.query.get("requestor") for each in server.asked]
    assert sent == ["me", "you", "you", "name", None]


def test_the_old_name_may_be_false(server: Loopback) -> None:
    server.steps = (answer(b'{"status":4,"error":"no"}'),)
    with pytest.deprecated_call():
        face(server).exp_request(**JOB, requester=False)
    assert "requestor" not in server.asked[0].query


def test_url_quick_with_another_protocol_is_sent_as_url(server: Loopback) -> None:
    server.steps = (answer(b'{"status":4,"error":"no"}'),)
    client = face(server)
    client.exp_request(**JOB, method="url_quick", protocol="fits")
    client.exp_request(**JOB, method="URL_QUICK", protocol="FITS")  # type: ignore[arg-type]
    client.exp_request(**JOB, method="url_quick", protocol="as-is")
    client.exp_request(**JOB, protocol="fits")
    client.exp_request(**JOB)
    assert [each.query["method"] for each in server.asked] == ["url", "url", "url_quick", "url", "url_quick"]


def test_wrong_arguments_are_refused_before_any_traffic(server: Loopback) -> None:
    client = face(server)
    for act in (
        lambda: client.rs_list("a.b[]"),
        lambda: client.rs_list("a.b[]", ["A,B"]),
        lambda: client.exp_request(**JOB, protocol="fitz"),
        lambda: client.exp_request(**JOB, protocol="fits", protocol_args={"ct": "grey.sao"}),
        lambda: drms.HttpJsonClient("kis").exp_status("JSOC_20240101_1"),
    ):
        assert isinstance(outcome(act), astrowire.RequestInvalid)
    assert server.connections == 0


def test_a_list_of_names_may_be_a_text(server: Loopback) -> None:
    server.steps = (answer(NULLS.replace(b'"0.5"', b"0.5")),)
    found = face(server).rs_list("a.b[]", "T_REC, DATAMEAN", n=-3)
    assert server.asked[0].query["key"] == "T_REC,DATAMEAN"
    assert server.asked[0].query["n"] == "-3"
    assert found["keywords"][0]["new"] == 1


# Crds.client.


def test_the_url_in_the_environment_is_read_at_call_time(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(rpc("jwst_0001.pmap")) as one, serving(rpc("jwst_0002.pmap")) as two:
        monkeypatch.setenv("CRDS_SERVER_URL", one.origin)
        assert crds.client.get_default_context("jwst") == "jwst_0001.pmap"
        monkeypatch.setenv("CRDS_SERVER_URL", f" {two.origin}/ ")
        assert crds.client.get_default_context("jwst") == "jwst_0002.pmap"
        assert (one.connections, two.connections) == (1, 1)
        assert two.asked[0].path.startswith("/json/get_default_context/")


@pytest.mark.parametrize("name", ["hst", "JWST", " Roman "])
def test_the_observatory_in_the_environment_names_its_server(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CRDS_OBSERVATORY", name)
    found = crds.client._face.client()
    assert found.server == crds.SERVERS[name.strip()]


def test_the_url_comes_before_the_observatory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRDS_OBSERVATORY", "hst")
    monkeypatch.setenv("CRDS_SERVER_URL", "http://127.0.0.1:1")
    assert crds.client._face.client().server.base_url == "http://127.0.0.1:1/"
    monkeypatch.setenv("CRDS_SERVER_URL", "")
    assert crds.client._face.client().server == crds.SERVERS["hst"]


def test_neither_is_an_error_that_names_both() -> None:
    found = outcome(lambda: crds.client.get_default_context("hst"))
    assert isinstance(found, astrowire.ConfigError)
    assert "CRDS_SERVER_URL" in str(found)
    assert "CRDS_OBSERVATORY" in str(found)


@pytest.mark.parametrize(
    ("variable", "text"),
    [
        ("CRDS_OBSERVATORY", "hubble"),
        ("CRDS_SERVER_URL", "crds.example.org"),
        ("CRDS_SERVER_URL", "ftp://x/"),
    ],
)
def test_a_wrong_setting_is_named(variable: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, text)
    found = outcome(lambda: crds.client.get_default_context("hst"))
    assert isinstance(found, astrowire.ConfigError)
    assert variable in str(found)
    assert text in str(found)


@pytest.mark.parametrize(
    ("misspelt", "meant"),
    [
        ("CRDS_SERVER_URI", "CRDS_SERVER_URL"),
        ("CRDS_SERVER", "CRDS_SERVER_URL"),
        ("CRDS_URL", "CRDS_SERVER_URL"),
        ("CDRS_SERVER_URL", "CRDS_SERVER_URL"),
        ("crds_server_url", "CRDS_SERVER_URL"),
        ("CRDS_OBSERVATRY", "CRDS_OBSERVATORY"),
        ("CRDS_OBS", "CRDS_OBSERVATORY"),
    ],
)
def test_a_misspelt_setting_is_found(misspelt: str, meant: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(misspelt, "secret")
    found = outcome(lambda: crds.client.get_default_context("hst"))
    assert isinstance(found, astrowire.ConfigError)
    assert f"{meant} is not set, but {misspelt} is (did you mean {meant}?)" in str(found)
    assert "secret" not in str(found)


@pytest.mark.parametrize(
    "other", ["CRDS_PATH", "CRDS_MAPPATH", "SERVER_URL", "CRDS_TEST_ROOT", "OBSERVATORY"]
)
def test_another_setting_is_not_taken_for_a_misspelt_one(other: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(other, "x")
    found = outcome(lambda: crds.client.get_default_context("hst"))
    assert "neither CRDS_SERVER_URL nor CRDS_OBSERVATORY is set; set" in str(found)
    assert "python -m astrowire doctor shows every setting" in str(found)


@pytest.mark.parametrize(
    ("variable", "text", "words"),
    [
        ("CRDS_SERVER_URL", "hst-crds.stsci.edu", "it has no scheme; write it with http:// or https://"),
        ("CRDS_SERVER_URL", "'https://hst-crds.stsci.edu'", "it has quotation marks in it; quote it once"),
        ("CRDS_SERVER_URL", "http://me:pw@127.0.0.1/", "is 'http://***@127.0.0.1/': it holds a user name"),
        ("CRDS_SERVER_URL", "me:pw@127.0.0.1", "is '***@127.0.0.1': it has no scheme"),
        ("CRDS_SERVER_URL", "http://me:p/pw@127.0.0.1/", "is 'http://***@127.0.0.1/': it is no valid URL"),
        ("CRDS_SERVER_URL", "http://127.0.0.1/?key=pw", "is 'http://127.0.0.1/?***': it can't be a base URL"),
        ("CRDS_SERVER_URL", "http://jsoc.stanford.edu:80/x", "it is a server of drms, which is another"),
        ("CRDS_SERVER_URL", "http://\x1b[2J", r"is 'http://\x1b[2J': it"),
        ("CRDS_OBSERVATORY", "jsct", "it names no server (did you mean 'jwst'?); known are hst, jwst, roman"),
        ("CRDS_OBSERVATORY", "hst-crds.stsci.edu", "or set CRDS_SERVER_URL to a URL"),
        ("CRDS_OBSERVATORY", "x" * 500, "is 'xxxxx"),
    ],
)
def test_a_wrong_setting_is_shown_with_a_remedy(
    variable: str, text: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, text)
    found = outcome(lambda: crds.client.get_default_context("hst"))
    assert isinstance(found, astrowire.ConfigError)
    assert str(found).startswith(f"the environment variable {variable} is ")
    assert words in str(found)
    assert "pw" not in str(found)
    assert str(found).isprintable()
    assert len(str(found)) < 400


def test_a_changed_environment_counts_and_a_client_keeps_its_server(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(rpc("jwst_0001.pmap")) as one, serving(rpc("jwst_0002.pmap")) as two:
        monkeypatch.setenv("CRDS_SERVER_URL", one.origin)
        before = crds.client._face.client()
        monkeypatch.setenv("CRDS_SERVER_URL", two.origin)
        assert crds.client.get_default_context("jwst") == "jwst_0002.pmap"
        assert (
            before.call(crds.OPERATIONS["get_default_context"], {"observatory": "jwst"}) == "jwst_0001.pmap"
        )
        assert repr(before) == f"astrowire.crds.Client('{one.origin}/')"
        assert repr(crds.client._face.client()) == f"astrowire.crds.Client('{two.origin}/')"
        monkeypatch.delenv("CRDS_SERVER_URL")
        assert isinstance(outcome(lambda: crds.client.get_default_context("jwst")), astrowire.ConfigError)


@pytest.fixture
def archive(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    with serving(rpc(None)) as running:
        monkeypatch.setenv("CRDS_SERVER_URL", running.origin)
        yield running


def test_history_is_oldest_first_as_plain_tuples(archive: Loopback) -> None:
    rows = [["2014-03-19 10:51:19", "jwst_0012.pmap", "b"], ["2012-09-06 00:00:00", "jwst.pmap", "a"]]
    archive.steps = (rpc(rows),)
    found = crds.client.get_context_history("jwst")
    assert found == [tuple(rows[1]), tuple(rows[0])]
    assert [type(each) for each in found] == [tuple, tuple]


def test_results_are_plain(archive: Loopback) -> None:
    result = {"flat": "NOT FOUND n/a", "dark": ["a", "b"], "mask": {"x": "y"}}
    archive.steps = (rpc(result),)
    found = crds.client.get_best_references("jwst_0000.pmap", {"INSTRUME": "FGS"}, None)
    assert found == result
    assert type(found) is dict
    assert type(found["flat"]) is str
    assert archive.asked[0].call["params"] == ["jwst_0000.pmap", {"INSTRUME": "FGS"}, None]


def test_a_fault_is_raised(archive: Loopback) -> None:
    archive.steps = (rpc(None, error={"name": "X", "code": 0, "message": "X: y"}),)
    assert isinstance(outcome(lambda: crds.client.get_default_context("hst")), astrowire.CrdsFault)


def test_the_face_refuses_too_many_ids(archive: Loopback) -> None:
    ids = [f"JW{number:011d}_02101_00001.MIRIFUSHORT" for number in range(201)]
    found = outcome(lambda: crds.client.get_aui_best_references("2016-01-01", ids))
    assert isinstance(found, astrowire.RequestInvalid)
    assert "at most 200" in str(found)
    assert archive.connections == 0


def test_no_context_is_sent_as_the_text_null(archive: Loopback) -> None:
    def versions(connection: Any, request: Asked) -> None:
        step = rpc({})
        assert callable(step)
        step(connection, request)

    archive.steps = (versions,)
    outcome(lambda: crds.client.get_system_versions("0.6.0"))
    outcome(lambda: crds.client.get_system_versions("0.6.0", "null"))
    assert [each.call["params"] for each in archive.asked] == [["0.6.0", "null"]] * 2


def test_a_server_that_is_down_is_a_transport_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRDS_SERVER_URL", f"http://127.0.0.1:{unused_port()}")
    crds.client._face.client()._retry.sleep = lambda seconds: None
    assert isinstance(outcome(lambda: crds.client.get_default_context("hst")), astrowire.NotSent)
