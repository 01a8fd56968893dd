"""What users and servers' texts bring into requests: it arrives as data or is refused, and splits nothing."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
import requests

import astrowire
from astrowire import crds, drms
from tests.functional.loopback import Asked, Loopback, answer, outcome, rpc, serving

from .case import happens
from .places import asked_nothing, observatory, solar

Refused, Config = astrowire.RequestInvalid, astrowire.ConfigError
ADDRESS = b'{"status":2,"msg":"registered"}'
PENDING = (
    b'{"status":2,"requestid":"JSOC_20240101_123","method":"url","wait":10,'
    b'"protocol":"fits","rcount":1,"size":1}'
)
MARKS = "a&b=c#d%41%0d%0a+;?e=/\\\"'<>{}|^`~"
CONTROLS = ["\x00", "\t", "\x0b", "\x1b[31m", "\x7f", "\x85"]
BREAKS = ["\r\nX-Evil: 1", "\n", "\r", "a\r\n\r\nGET / HTTP/1.1"]
FOREIGN = ["é", "日本", "\u202e", "\U0001f52d", "\ufeff", "ﬀ"]


def one_request(server: Loopback) -> Asked:
    """The only request that came; nothing was split off from it."""
    (asked,) = server.asked
    assert server.connections == 1
    assert "x-evil" not in asked.headers
    assert " " not in asked.target
    assert asked.target.isascii()
    return asked


def arrives(member: str, text: str, call: Any, body: bytes) -> Any:
    """What becomes of a call whose argument must arrive in this member, and no other, as it was given."""
    with serving(answer(body)) as server:
        found = outcome(lambda: call(solar(server)))
        if isinstance(found, Exception):
            assert asked_nothing(server), found
        else:
            asked = one_request(server)
            assert asked.query[member] == text, asked.target
            assert len(asked.query) == asked.target.count("=") == asked.target.count("&") + 1
    return found


def orders(member: str, text: str, **others: Any) -> Any:
    """The same for an argument of ``exp_request``."""
    given = {"ds": "a.b[]", "notify": "me@example.com", "method": "url", "protocol": "fits"} | others
    return arrives(member, text, lambda client: client.exp_request(**given), PENDING)


@happens(None, so="arrive as data")
def test_I01_marks_in_a_record_set() -> Any:
    """`&`, `=`, `#`, `%41`, `+`, `;` and other marks of URLs in a record set."""
    body = b'{"count":7,"status":0}'
    return [
        arrives("ds", text, lambda client, text=text: client.rs_summary(drms.RecordSet.raw(text)), body)
        for text in (MARKS, "a.b[? x=1 & y=2 ?]", "a.b[]&op=exp_request", "a.b[]#", "%", "%%00", "a b")
    ]


@happens(None, so="arrive as data")
def test_I02_controls_in_a_record_set() -> Any:
    """NUL, escape sequences, CR and LF in a record set."""
    body = b'{"count":7,"status":0}'
    return [
        arrives("ds", text, lambda client, text=text: client.rs_summary(drms.RecordSet.raw(text)), body)
        for text in (f"a.b[{each}]" for each in CONTROLS + BREAKS)
    ]


@happens(None, Refused, so="line breaks are refused, the rest arrives as data")
def test_I03_marks_and_controls_in_an_address() -> Any:
    """Marks of URLs, NUL, CR and LF in the address of `check_address`, which is decoded twice."""
    found: list[Any] = []
    for text in [MARKS, "me&checkonly=0@example.com", *CONTROLS, *BREAKS]:
        with serving(answer(ADDRESS)) as server:
            found.append(outcome(lambda text=text: solar(server).check_address(text)))
            if isinstance(found[-1], Exception):
                assert asked_nothing(server)
                continue
            query = one_request(server).query
            assert unquote(query["address"]) == text
            assert {**query, "address": ""} == {"address": "", "checkonly": "1"}
    return found


@happens(None, Refused, so="line breaks are refused, the rest arrives as data")
def test_I04_arguments_of_an_order() -> Any:
    """The same in the address, the requester, the file names and the record set of an export."""
    found: list[Any] = []
    for text in [MARKS, *CONTROLS, *BREAKS]:
        found += [
            orders("notify", text, notify=text, requestor="me"),
            orders("requestor", text, requestor=text),
            orders("filenamefmt", text, filenamefmt=text),
            orders("ds", text, ds=text),
        ]
    return found


@happens(None, Refused, so="what would become another option is refused")
def test_I05_options_inside_one_member() -> Any:
    """Commas, bars and equal signs in processing steps, their options and the options of images."""
    steps: list[Any] = [
        {"rebin": {"scale": "1|no_op"}},
        {"rebin": {"scale": "1,method=x"}},
        {"rebin": {"scale,x": "1"}},
        {"rebin": {"scale=x": "1"}},
        {"rebin": {"scale|x": "1"}},
        {"rebin|no_op": {"scale": "1"}},
        {"rebin,scale=2": {"scale": "1"}},
        {"rebin|no_op": {}},
        {"n=5": {}},
        {"": {"scale": "1"}},
        {"rebin": {"": "1"}},
    ]
    given = {"ds": "a.b[]", "notify": "me@example.com", "method": "url"}
    found: list[Any] = []
    for each in steps:
        with serving(answer(PENDING)) as server:
            found.append(outcome(lambda each=each: solar(server).exp_request(**given, process=each)))
            assert asked_nothing(server), server.asked[0].query["process"]
    for text in ("a,size=2", "a|b", "a=b", "a&b"):
        with serving(answer(PENDING)) as server:
            images: Any = {"protocol": "jpg", "protocol_args": {"ct": text}}
            found.append(outcome(lambda images=images: solar(server).exp_request(**given, **images)))
            if not isinstance(found[-1], Exception):
                assert one_request(server).query["protocol"].count(",") == 3
    good = orders("process", "n=0|rebin,scale=0.5", process={"rebin": {"scale": 0.5}})
    return [*found, good]


@happens(None, Refused, so="a name with a comma is refused")
def test_I06_names_in_a_list() -> Any:
    """Commas, marks and blanks in the names of keywords and segments."""
    body = b'{"status":0,"count":0,"runtime":0.1,"keywords":[],"segments":[],"links":[]}'
    found: list[Any] = []
    for names in (["A,B"], ["A&B=1"], ["A\x00"], ["A\r\n"], ["A B"], [""], ["A#"]):
        with serving(answer(body)) as server:
            call = outcome(lambda names=names: solar(server).rs_list("a.b[]", key=names))
            if isinstance(call, Exception):
                assert asked_nothing(server)
            else:
                assert one_request(server).query["key"] == names[0]
            found.append(call)
    return found


@happens(None, Refused, so="in UTF-8; halves of characters are refused")
def test_I07_other_scripts() -> Any:
    """Letters of other scripts, bidi marks and lone surrogates in record sets, addresses and file names."""
    found: list[Any] = []
    for text in [*FOREIGN, "\ud800", "a\udcff"]:
        found += [
            orders("ds", text, ds=text),
            orders("notify", text, notify=text, requestor="me"),
            orders("filenamefmt", text, filenamefmt=text),
        ]
    return found


@happens(None, Refused)
def test_I08_request_ids() -> Any:
    """Marks, line breaks, NUL and other scripts in the id of an export."""
    body = PENDING
    return [
        arrives("requestid", text, lambda client, text=text: client.exp_status(text), body)
        for text in ["JSOC_1", MARKS, "JSOC_1&op=exp_request", "../../x", *CONTROLS, *BREAKS, *FOREIGN]
    ]


@happens(None, Refused, so="the path keeps its parts")
def test_I09_ids_of_calls_in_the_path() -> Any:
    """Ids of JSON-RPC calls that are paths, queries, dots, line breaks, other scripts, or nothing."""
    operation = crds.OPERATIONS["get_default_context"]
    ids: list[Any] = [
        "a/../../admin",
        "?x=1",
        "#x",
        "a b",
        "\r\nX-Evil: 1",
        "\x00",
        "é",
        "%2e%2e",
        "..%2f",
        "a;b",
    ]
    ids += [".", "..", "", "\ud800", -1, 10**30, True, None, 1.5]
    found: list[Any] = []
    for each in ids:
        with serving(rpc("jwst_0565.pmap")) as server:
            config = crds.Client("jwst", base_url=server.origin).server
            made = outcome(
                lambda each=each, config=config: operation.encode({"observatory": "jwst"}, config, id=each)
            )
            found.append(made)
            if isinstance(made, Exception):
                continue
            sent = requests.post(made.url, data=made.body, headers=dict(made.headers), timeout=10)
            (asked,) = server.asked
            assert sent.status_code == 200
        assert "x-evil" not in asked.headers
        assert asked.call["id"] == each
        parts = urlsplit(asked.target)
        assert (parts.query, parts.fragment) == ("", "")
        assert [unquote(part) for part in parts.path.split("/")] == [
            *("", "json", "get_default_context"),
            str(each),
            "",
        ]
    return found


@happens(Config, astrowire.TransportError, so="nothing is sent")
def test_I10_headers_of_the_program() -> Any:
    """CR, LF, NUL and other scripts in a client's USER_AGENT and in the headers of a caller's session."""
    found: list[Any] = []
    for text in ("me\r\nX-Evil: 1", "me\nX-Evil: 1", "me\r\n Folded: 1", "日本", " me"):

        class Client(drms.Client):
            USER_AGENT = text

        session = requests.Session()
        session.headers["X-Mine"] = text
        with serving(answer()) as server:
            own = Client(base_url=server.url, attempts=1)
            found.append(outcome(lambda own=own: own.rs_summary("a.b[]")))
            mine = solar(server, session=session)
            found.append(outcome(lambda mine=mine: mine.rs_summary("a.b[]")))
            assert not server.asked
    return found


@happens(Config, so="before any traffic")
def test_I11_addresses_of_servers(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Base URLs with line breaks, blanks, NUL, queries, fragments, other scripts and schemes."""
    found: list[Any] = []
    for text in (
        "http://127.0.0.1:1/\r\nX-Evil: 1/",
        "http://127.0.0.1:1/a b/",
        "http://127.0.0.1:1/\x00/",
        "http://127.0.0.1:1/?x=1",
        "http://127.0.0.1:1/#x",
        "http://127.0.0.1:1/é/",
        "http://日本.example/",
        "file:///etc/passwd",
        "http:///x",
        "http://127.0.0.1:99999/",
        "http://[::1/",
        "javascript://x/",
        "http://127.0.0.1\t:1/",
    ):
        found.append(outcome(lambda text=text: drms.Client(base_url=text)))
        found.append(outcome(lambda text=text: drms.Client(text)))
        if "\x00" not in text:
            monkeypatch.setenv("CRDS_SERVER_URL", text)
            found.append(outcome(lambda: crds.client.get_default_context("jwst")))
    return found


@happens(None, Refused, so="values are JSON strings with escapes; names and line breaks are refused")
def test_I12_texts_in_a_call() -> Any:
    """Quotes, line breaks, NUL, brackets and other scripts in the names and values of a CRDS header."""
    found: list[Any] = []
    for text in ['"}],"id":9', "\r\n\r\n", "\x00", "\\", "</script>", "\u2028", *FOREIGN, "\ud800"]:
        for header in ({"KEY": text}, {f"K{text}": "x"}):
            with serving(rpc({"flat": "x.fits"})) as server:
                client = observatory(server)
                call = outcome(
                    lambda client=client, header=header: client.get_best_references("jwst_0565.pmap", header)
                )
                if isinstance(call, Exception):
                    assert asked_nothing(server)
                else:
                    (asked,) = server.asked
                    assert asked.call["params"] == ["jwst_0565.pmap", header, None]
                found.append(call)
    return found


@happens(None, so="in the member that it belongs to")
def test_I13_settings_of_a_server() -> Any:
    """A server's setting with marks of URLs in it."""
    with serving(answer(b'{"errMsg":"","seriesList":[]}')) as server:
        endpoints = drms.SERVERS["jsoc"].endpoints
        mine = astrowire.ServerConfig("mine", "Mine", server.url, endpoints, {"dbhost": MARKS})
        client = drms.Client(mine, attempts=1)
        found = outcome(lambda: client.show_series_wrapper())
        assert one_request(server).query["dbhost"] == MARKS
    return found
