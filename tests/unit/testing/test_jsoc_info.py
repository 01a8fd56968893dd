"""jsoc_info: what the wire means to the C program."""

from __future__ import annotations

import pytest

from astrowire_runtime.testing import StandIn

from .conftest import ask, body_of

BASE = "/cgi-bin/ajax/jsoc_info"
DS = "hmi.M_45s%5B2012.01.01_01%3A01%3A10_TAI-2012.01.01_01%3A01%3A12_TAI%5D"
KEYS = "T_REC%2CTELESCOP%2CINSTRUME%2CWAVELNTH%2CCAR_ROT"
RECORDED = body_of("rs_list__hmi_m_45s_1rec_5keys.json")


@pytest.mark.parametrize(
    "query",
    [
        f"op=rs_list&ds={DS}&key={KEYS}",
        f"key={KEYS}&ds={DS}&op=rs_list",
        # brackets, colons and commas need no encoding
        (
            "op=rs_list&ds=hmi.M_45s[2012.01.01_01:01:10_TAI-2012.01.01_01:01:12_TAI]"
            "&key=T_REC,TELESCOP,INSTRUME,WAVELNTH,CAR_ROT"
        ),
        # the first duplicate wins
        f"op=rs_list&ds={DS}&key={KEYS}&key=FSN&op=rs_summary",
        # key is decoded twice, and may be encoded twice
        f"op=rs_list&ds={DS}&key={KEYS.replace('%2C', '%252C')}",
        # names are decoded and trimmed, unknown ones are ignored
        f"%6Fp=rs_list&+ds+={DS}&key={KEYS}&nosuch=1",
        # outer blanks and the case of the series name make no difference
        f"op=rs_list&ds=+{DS.replace('hmi.M', 'HMI.m')}+&key={KEYS}",
        # empty items of a list are skipped; flags that are 0 are not set; n=0 is no limit
        f"op=rs_list&ds={DS}&key={KEYS}%2C%2C&R=0&n=0&f=0",
        # who asks makes no difference
        f"op=rs_list&ds={DS}&key={KEYS}&userhandle=20240101_00001_17",
    ],
)
def test_understood_as_the_recorded_request(server: StandIn, query: str) -> None:
    got = ask(server, f"{BASE}?{query}")
    assert (got.status, got.type, got.body) == (200, "application/json", RECORDED)
    assert server.saw("rs_list") == 1
    assert server.journal[0].recording == "rs_list__hmi_m_45s_1rec_5keys.json"


@pytest.mark.parametrize(
    "query",
    [
        f"op=rs_list&ds={DS}&key=FSN&key={KEYS}",
        f"op=rs_list&ds={DS}&key=TELESCOP%2CT_REC%2CINSTRUME%2CWAVELNTH%2CCAR_ROT",
        f"op=rs_list&ds={DS}&key={KEYS}%2C%2A%2ANONE%2A%2A",
        f"op=rs_list&ds={DS}&key={KEYS}&R=1",
        f"op=rs_list&ds={DS}&key={KEYS}&R=true",
        f"op=rs_list&ds={DS}&key={KEYS}&n=2",
        f"op=rs_list&ds={DS}&key={KEYS}&f=1",
        f"op=rs_list&ds={DS}&key={KEYS.replace('%2C', '+')}",
        # ds is decoded once only
        f"op=rs_list&ds={DS.replace('%', '%25')}&key={KEYS}",
    ],
)
def test_a_different_request_gets_no_recording(server: StandIn, query: str) -> None:
    got = ask(server, f"{BASE}?{query}")
    assert got.status == 200
    assert got.body.startswith(b'{"status":1,"error":')
    assert server.journal[0].recording is None


def test_a_posted_form_beats_the_query_string(server: StandIn) -> None:
    form = f"op=rs_list&ds={DS}&key={KEYS}".encode()
    got = ask(server, f"{BASE}?op=series_struct&ds=hmi.nosuch", method="POST", body=form)
    assert got.body == RECORDED


def test_a_multipart_form_is_read_too(server: StandIn) -> None:
    members = {
        "op": "rs_list",
        "ds": "hmi.M_45s[2012.01.01_01:01:10_TAI-2012.01.01_01:01:12_TAI]",
        "key": "T_REC,TELESCOP,INSTRUME,WAVELNTH,CAR_ROT",
    }
    part = '--x\r\nContent-Disposition: form-data; name="{}"\r\n\r\n{}\r\n'
    body = "".join(part.format(name, value) for name, value in members.items()) + "--x--\r\n"
    got = ask(server, BASE, method="POST", body=body.encode(), content_type="multipart/form-data; boundary=x")
    assert got.body == RECORDED


def test_plus_is_a_blank(server: StandIn) -> None:
    ask(server, f"{BASE}?op=rs_summary&ds=hmi.m_45s[?+camera%2B1=2+?]")
    assert server.journal[0].understood["ds"] == "hmi.m_45s[? camera+1=2 ?]"


def test_the_limit_and_flags_as_understood(server: StandIn) -> None:
    ask(server, f"{BASE}?op=rs_list&ds=hmi.m_45s&n=-3.7&R=yes&l=1&seg=a%2Cb&link=c")
    understood = server.journal[0].understood
    assert understood["n"] == -3
    assert understood["R"] is True
    assert understood["flags"] == ["l"]
    assert (understood["seg"], understood["link"], understood["key"]) == (["a", "b"], ["c"], [])


@pytest.mark.parametrize("ds", ["hmi.m_%C3%A9", "x" * 9000, ".m_45s", "hmi.m_45s;ls|cat", "hmi.m_45s%25"])
def test_texts_on_which_the_program_dies(server: StandIn, ds: str) -> None:
    got = ask(server, f"{BASE}?op=rs_list&ds={ds}&key=T_REC")
    assert got.status == 500


def test_a_record_set_of_a_known_series_that_nobody_recorded_is_still_an_error(server: StandIn) -> None:
    got = ask(server, f"{BASE}?op=rs_list&ds=hmi.m_45s[2020.01.01]&key=T_REC")
    assert got.body == b'{"status":1,"error":"unable to open records"}\n'


def test_the_other_sites_base(server: StandIn) -> None:
    query = "op=rs_summary&ds=hmi.v_45s%5B2016.04.01_TAI%2F1d%406h%5D"
    assert ask(server, f"/cgi-bin/jsoc_info?{query}").body == body_of("rs_summary__count_RECON.json")
    assert ask(server, "/cgi-bin/jsoc_fetch?op=exp_status&requestid=JSOC_20200410_003").status == 404
