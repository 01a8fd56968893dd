"""jsoc_fetch: what an export request means to the C program."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import pytest

from astrowire_runtime.testing import Recording, StandIn

from .conftest import EXPORT, ask, body_of

BASE = "/cgi-bin/ajax/jsoc_fetch"
QUEUED = body_of("exp_request__url_fits_queued_JSOC_20200410_003.json")
IMMEDIATE = body_of("exp_request__url_quick_as_is_ok.json")
NO_FILES = b'{"status":4,"error":"There are no files in this RecordSet"}\n'
WIRE = {
    "op": "exp_request",
    "format": "json",
    "ds": EXPORT["ds"],
    "notify": "name@example.com",
    "method": "url",
    "protocol": "fits",
    "filenamefmt": EXPORT["filenamefmt"],
    "process": "n=0|no_op",
    "requestor": "name",
}


def without(*names: str, **changed: str) -> str:
    return urlencode({name: value for name, value in {**WIRE, **changed}.items() if name not in names})


@pytest.mark.parametrize(
    "query",
    [
        without(),
        without("process", "requestor", "format"),
        # a parameter named process=n is none that the program reads
        without("process") + "&process%3Dn=2",
        # method not given is url
        without("method"),
        # requester is not read either; who asks makes no difference
        without("requestor") + "&requester=other",
        # the first duplicate wins
        without() + "&ds=hmi.other",
    ],
)
def test_understood_as_the_recorded_request(server: StandIn, query: str) -> None:
    assert ask(server, f"{BASE}?{query}").body == QUEUED
    assert ask(server, BASE, method="POST", body=query.encode()).body == QUEUED
    assert server.saw("exp_request") == 2


@pytest.mark.parametrize(
    "query",
    [
        without(process="n=2"),
        without(process="n=0|im_patch,t=0"),
        without(protocol="fits,compress Rice"),
        without("filenamefmt"),
        without(method="url-tar"),
        without() + "&processing=%7B%7D",
    ],
)
def test_a_different_request_gets_no_recording(server: StandIn, query: str) -> None:
    assert ask(server, f"{BASE}?{query}").body == NO_FILES


def test_immediate_exports_have_no_file_name_format(server: StandIn) -> None:
    for names in ((), ("filenamefmt",)):
        query = without(*names, method="url_quick", protocol="as-is")
        assert ask(server, f"{BASE}?{query}").body == IMMEDIATE


def test_image_protocol_options_come_in_any_order_and_spelling() -> None:
    arguments = {
        "ds": "hmi.m_720s[2016.04.01_TAI/1d@6h]{magnetogram}",
        "notify": "name@example.com",
        "method": "url",
        "protocol": "mp4",
        "protocol_args": {
            "ct": "HMI_mag.lut",
            "scaling": "MINMAXGIVEN",
            "size": 2,
            "min": -1500,
            "max": 1500.0,
        },
        "n": 10,
        "process": {"im_patch": {"t_ref": "2025-01-01T04:33:30.000", "x": -517.2, "y": -246}, "rebin": {}},
    }
    process = "n=10|im_patch,t_ref=2025-01-01T04:33:30.000,x=-517.2,y=-246.0|rebin"
    wire = {
        "op": "exp_request",
        "ds": arguments["ds"],
        "notify": "name@example.com",
        "protocol": "mp4,min=-1500,max=1500,CT=HMI_mag.lut,scaling=MINMAXGIVEN,size=2",
        "process": process,
    }
    with StandIn([Recording("drms", "exp_request", arguments, body=QUEUED)]) as server:
        assert ask(server, f"{BASE}?{urlencode(wire)}").body == QUEUED
        wire["process"] = process.replace("n=10|", "n=10|rebin|").removesuffix("|rebin")
        assert ask(server, f"{BASE}?{urlencode(wire)}").body == NO_FILES


def test_process_needs_its_limit_first() -> None:
    arguments = {"ds": "hmi.m_720s[]", "notify": "name@example.com", "n": 3}
    quick = {
        "op": "exp_request",
        "ds": "hmi.m_720s[]",
        "notify": "name@example.com",
        "method": "url_quick",
    }
    with StandIn([Recording("drms", "exp_request", arguments, body=IMMEDIATE)]) as server:
        assert ask(server, f"{BASE}?{urlencode({**quick, 'process': 'n=3'})}").body == IMMEDIATE
        assert ask(server, f"{BASE}?{urlencode({**quick, 'process': '3'})}").body == NO_FILES
        assert server.journal[1].understood["limit"] == 0


def test_single_quotes_become_double_quotes(server: StandIn) -> None:
    query = without(ds="hmi.M_45s[? camera='2' ?]")
    ask(server, f"{BASE}?{query}")
    assert server.journal[0].understood["ds"] == 'hmi.m_45s[? camera="2" ?]'


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"notify": "other@example.com"}, "Cannot process your request. email address has been neither"),
        ({"notify": "x"}, "Cannot process your request. Not a valid email address."),
        ({"notify": ""}, "Email address for notification was not specfied. It is required."),
        ({"ds": "hmi.nosuch[]"}, "Cannot export series 'hmi.nosuch' - it does not exist.\\n"),
        ({"ds": "hmi.M_45s["}, "Bad record-set query 'hmi.M_45s['.\\n"),
        ({"ds": "hmi.M_45s{a}", "seg": "b"}, "cannot provide both the `seg` argument"),
    ],
)
def test_refusals(server: StandIn, changed: dict[str, str], error: str) -> None:
    got = ask(server, f"{BASE}?{without(**changed)}")
    assert got.status == 200
    assert got.body.decode().startswith('{"status":4,"error":"' + error)


def test_seg_is_the_same_as_a_segment_list() -> None:
    arguments = {"ds": "hmi.m_45s[$]{magnetogram}", "notify": "name@example.com", "method": "url"}
    with StandIn([Recording("drms", "exp_request", arguments, body=QUEUED)]) as server:
        wire = {"op": "exp_request", "ds": "hmi.m_45s[$]", "seg": "magnetogram", "notify": "name@example.com"}
        assert ask(server, f"{BASE}?{urlencode(wire)}").body == QUEUED


def test_a_registered_user_may_ask_for_what_another_one_asked() -> None:
    known = [
        Recording("drms", "exp_request", EXPORT, body=QUEUED),
        Recording(
            "drms", "check_address", {"email": "second@example.com"}, body=b'{"status": 2, "msg": "ok"}'
        ),
    ]
    with StandIn(known) as server:
        assert ask(server, f"{BASE}?{without(notify='Second@example.com')}").body == QUEUED


def test_status(server: StandIn) -> None:
    done = body_of("exp_status__url_fits_done_JSOC_20200410_003.json")
    assert ask(server, f"{BASE}?op=exp_status&requestid=JSOC_20200410_003").body == done
    unknown = ask(server, f"{BASE}?op=exp_status&requestid=JSOC_20200410_004").body
    assert unknown == b'{"status":4,"error":"invalid export DRMS record for ID `%s`JSOC_20200410_004"}\n'
    assert server.saw("exp_status") == 2


def test_another_format_is_lines_of_text(server: StandIn) -> None:
    got = ask(server, f"{BASE}?op=exp_status&requestid=x&format=txt")
    assert (got.type, got.body) == ("text/plain", b"status=4\nerror=Bad RequestID 'x' provided.\n")


def test_illegal_text(server: StandIn) -> None:
    got = ask(server, f"{BASE}?{without(ds='hmi.m_45s[];drop')}")
    assert (got.type, got.body) == ("text/plain", b"status=4\nerror=Illegal text in arg: ';' not allowed\n")
    got = ask(server, f"{BASE}?op=exp_status&requestid={quote(chr(39))}")
    assert got.body.count(b"status") == 2


def test_other_ops(server: StandIn) -> None:
    disabled = ask(server, f"{BASE}?op=exp_repeat&requestid=JSOC_20200410_003").body
    assert disabled == b'{"status":4,"error":"Re-Export requests temporarily disabled."}\n'
