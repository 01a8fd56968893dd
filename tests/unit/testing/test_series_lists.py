"""show_series and showextseries: two readings of a filter."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from astrowire_runtime.testing import Recording, StandIn

from .conftest import ask, body_of

SHOW = "/cgi-bin/ajax/show_series"
WRAPPER = "/cgi-bin/ajax/showextseries"


@pytest.fixture(scope="module")
def lists() -> Iterator[StandIn]:
    every = Recording("drms", "show_series", body=body_of("show_series_all.json"))
    with StandIn([every]) as running:
        yield running


def names(server: StandIn, query: str) -> list[str]:
    found = json.loads(ask(server, f"{SHOW}?{query}").body)
    assert found["n"] == len(found["names"])
    return [entry["name"] for entry in found["names"]]


def test_an_exact_recording_is_served_as_it_is(server: StandIn) -> None:
    assert ask(server, rf"{SHOW}?filter=hmi%5C.m_").body == body_of("show_series__two_RECON.json")


def test_otherwise_the_recorded_list_is_filtered(lists: StandIn) -> None:
    assert names(lists, "filter=LEV1") == ["aia.lev1_euv_mini", "hmi.lev1_mini"]
    assert names(lists, "filter=%5Ehmi.*mini%24") == ["hmi.lev1_mini", "hmi.m_mini"]
    assert len(names(lists, "")) == 9


def test_everything_after_the_first_equals_sign_is_the_filter(lists: StandIn) -> None:
    assert names(lists, "whatever=hmi") == ["hmi.lev1_mini", "hmi.m_mini"]
    assert names(lists, "filter=hmi&n=1") == []
    assert lists.journal[-1].understood["filter"] == "hmi&n=1"
    assert names(lists, "filter=NOT%20mini%7Cjsoc%7Csu") == []


def test_plus_stays_plus(lists: StandIn) -> None:
    assert len(names(lists, "filter=NOT%20hmi")) == 7
    assert names(lists, "filter=NOT+hmi") == []
    assert lists.journal[-1].understood["filter"] == "NOT+hmi"


def test_a_posted_body_is_not_read(lists: StandIn) -> None:
    assert json.loads(ask(lists, SHOW, method="POST", body=b"filter=hmi").body)["n"] == 9


def test_broken_bodies(lists: StandIn) -> None:
    got = ask(lists, f"{SHOW}?filter=(")
    assert (got.status, got.type) == (200, "text/plain")
    assert got.body == b'{"status":1,"errmsg":Series filter format error}\n'
    assert ask(lists, f"{SHOW}?filter=%5Ehmi%5C.").body == b'{"status":1,"errmsg":Cant find DRMS}\n'
    assert ask(lists, f"{SHOW}?hmi").status == 500
    with StandIn() as empty:
        assert ask(empty, SHOW).body == b'],\n"n":0}\n'


def test_the_wrapper_reads_an_ordinary_form(lists: StandIn) -> None:
    for query in ("dbhost=hmidb2&filter=NOT+hmi", "H=hmidb2&f=NOT%20hmi&i=0"):
        found = json.loads(ask(lists, f"{WRAPPER}?{query}").body)
        assert found["errMsg"] == ""
        assert len(found["seriesList"]) == 7
    body = b"dbhost=hmidb2&filter=m_mini&info=1"
    found = json.loads(ask(lists, WRAPPER, method="POST", body=body).body)
    note = "HMI Magnetograms / cadence 720 s (anchor): a quoted note"
    assert found["seriesList"] == [{"hmi.m_mini": {"description": note}}]


def test_an_exact_recording_of_the_wrapper(server: StandIn) -> None:
    recorded = body_of("show_series_wrapper__info_RECON.json")
    assert ask(server, rf"{WRAPPER}?dbhost=hmidb2&filter=hmi%5C.m_&info=1").body == recorded
    plain = json.loads(ask(server, rf"{WRAPPER}?dbhost=hmidb2&filter=hmi%5C.m_").body)
    assert plain == {"errMsg": "", "seriesList": ["hmi.M_45s", "hmi.M_720s"]}


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("filter=hmi", "Unable to parse arguments. Missing required argument 'dbhost'."),
        ("dbhost=", "Unable to parse arguments. Missing required argument 'dbhost'."),
        ("dbhost=hmidb2&info=true", "Unable to parse arguments. Invalid arguments."),
        ("dbhost=hmidb2&dbhost=hmidb2", "Unable to parse arguments. Invalid arguments."),
        (
            "dbhost=hmidb",
            "Unable to parse arguments. Host specified is the internal server. Must select an external one.",
        ),
        ("dbhost=hmidb2&filter=(", "Command 'show_series -qz (' returned non-zero status code 1"),
    ],
)
def test_wrapper_errors(lists: StandIn, query: str, text: str) -> None:
    got = ask(lists, f"{WRAPPER}?{query}")
    assert got.status == 200
    assert json.loads(got.body) == {"errMsg": text, "seriesList": []}
