"""Record sets in use: `Client` takes text or `RecordSet`, and sends nothing that kills a server."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import astrowire
import astrowire_runtime.drms
from astrowire import drms
from astrowire.drms import RecordSet
from astrowire_runtime.testing import Recording, StandIn
from tests.functional.loopback import answer, outcome, serving
from tests.functional.making import SPEC, generate
from tests.recorded.reading import SAMPLES, http_answer

SERIES = "hmi.m_mini"
HOUR = f"{SERIES}[2010.05.01/1h]"


def body(sample: str) -> bytes:
    """The body of a recorded answer."""
    return http_answer("jsoc_info", (SAMPLES / "netdrms" / sample).read_bytes())[2]


LIST = body("rs_list__key_one.http")
STRUCT = body("series_struct__m_mini.http")

CALLS: dict[str, dict[str, Any]] = {
    "rs_summary": {},
    "rs_list": {"key": "T_REC"},
    "series_struct": {},
    "exp_request": {"notify": "name@example.com"},
    "query": {"key": "T_REC"},
}
"""Every method of the client that takes a record set, with what else it needs."""


@pytest.mark.parametrize("method", CALLS)
@pytest.mark.parametrize("ds", [f"{SERIES}[notatime]", f"{SERIES}[2010", f"{SERIES},", "é"])
def test_what_a_server_would_not_survive_is_never_sent(method: str, ds: str) -> None:
    with serving(answer()) as server, drms.Client(base_url=server.url) as client:
        found = outcome(lambda: getattr(client, method)(ds, **CALLS[method]))
    assert isinstance(found, astrowire.RequestInvalid), found
    if method != "query":  # which is no operation
        assert ([each.pointer for each in found.problems], found.operation) == (["/ds"], f"drms.{method}")
    assert server.asked == []


@pytest.mark.parametrize("ds", [f"{SERIES}{{magnetogram}}", f"{SERIES},aia.lev1_euv_mini"])
def test_a_summary_is_of_one_series_and_no_segments(ds: str) -> None:
    with serving(answer()) as server, drms.Client(base_url=server.url) as client:
        found = outcome(lambda: client.rs_summary(ds))
        listed = outcome(lambda: client.rs_list(ds, key="T_REC"))
    assert isinstance(found, astrowire.RequestInvalid), found
    assert [each.query["op"] for each in server.asked] == ["rs_list"], "for rs_list it is fine"
    assert isinstance(listed, astrowire.SchemaMismatch), "an answer of rs_summary is none of rs_list"


def test_raw_text_is_sent_as_it_is() -> None:
    with serving(answer()) as server, drms.Client(base_url=server.url) as client:
        client.rs_summary(RecordSet.raw(f"{SERIES}[notatime]"))
    assert server.asked[0].query["ds"] == f"{SERIES}[notatime]"


def test_a_text_is_sent_as_it_was_written_and_a_value_as_its_text() -> None:
    with serving(answer()) as server, drms.Client(base_url=server.url) as client:
        client.rs_summary(f" {SERIES}[ 2010.05.01 / 1h ] ")
        client.rs_summary(RecordSet(SERIES).at("2010.05.01").for_("1h"))
    assert [each.query["ds"] for each in server.asked] == [f" {SERIES}[ 2010.05.01 / 1h ] ", HOUR]


def test_an_unfinished_value_is_not_sent() -> None:
    with serving(answer()) as server, drms.Client(base_url=server.url) as client:
        found = outcome(lambda: client.rs_summary(RecordSet(SERIES).at("2010.05.01").every("1h")))
    assert isinstance(found, astrowire.RequestInvalid)
    assert "needs a range" in str(found)
    assert server.asked == []


def test_the_face_and_encode_pass_every_text() -> None:
    with serving(answer()) as server:
        summary = drms.HttpJsonClient(server.url).rs_summary(f"{SERIES}[notatime]")
    assert summary["count"] == 7
    assert server.asked[0].query["ds"] == f"{SERIES}[notatime]"
    request = drms.OPERATIONS["rs_summary"].encode({"ds": "é"}, drms.SERVERS["jsoc"])
    assert request.url.endswith("ds=%C3%A9")


def test_types_that_are_at_hand_check_the_filters() -> None:
    with serving(answer(STRUCT), answer(LIST)) as server, drms.Client(base_url=server.url) as client:
        struct = client.series_struct(SERIES)
        found = outcome(lambda: client.rs_list(f"{SERIES}[][two]", key="T_REC", types=struct))
        assert isinstance(found, astrowire.RequestInvalid), found
        assert "'two' is no whole number, as CAMERA is" in str(found)
        assert len(client.rs_list(HOUR, key="T_REC", types=struct).keywords) == 1
    assert [each.query["op"] for each in server.asked] == ["series_struct", "rs_list"]


def test_types_that_are_fetched_check_them_too() -> None:
    with serving(answer(STRUCT)) as server, drms.Client(base_url=server.url) as client:
        found = outcome(lambda: client.rs_list(f"{SERIES}[][][1]", key="T_REC", types="fetch"))
    assert isinstance(found, astrowire.RequestInvalid), found
    assert "prime key 3" in str(found)
    assert [each.query["op"] for each in server.asked] == ["series_struct"]


def test_words_for_types_check_nothing() -> None:
    with serving(answer(LIST)) as server, drms.Client(base_url=server.url) as client:
        client.rs_list(f"{SERIES}[][two]", key="T_REC", types={"T_REC": "time"})
    assert len(server.asked) == 1


def test_the_stand_in_answers_a_value_as_it_answers_its_text() -> None:
    recordings = [
        Recording("drms", "rs_list", {"ds": HOUR, "key": "T_REC"}, body=LIST),
        Recording("drms", "series_struct", {"ds": SERIES}, body=STRUCT),
    ]
    value = RecordSet(SERIES).at("2010.05.01").for_("1h")
    with StandIn(recordings) as server, drms.Client(base_url=server.url("drms", "jsoc")) as client:
        listed = client.rs_list(value, key="T_REC")
        assert listed == client.rs_list(str(value), key="T_REC")
        assert listed.count == 10
        frame = client.query(value, key="T_REC")
        assert len(frame) == 10
        value.check(client.series_struct(RecordSet(SERIES)))


def test_the_service_has_the_class_and_loads_it_late() -> None:
    assert drms.RecordSet is astrowire_runtime.drms.RecordSet
    assert "RecordSet" in drms.__all__
    program = (
        "import sys\nfrom astrowire import drms\n"
        "[drms.OPERATIONS[name].parameters for name in drms.OPERATIONS]; drms.Client\n"
        "early = [name for name in sys.modules if 'recordsets' in name]\n"
        "drms.RecordSet\n"
        "late = [name for name in sys.modules if 'recordsets' in name]\n"
        "print(early, len(late) > 3)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.stderr, done.stdout) == ("", "[] True\n")


def test_a_record_set_that_a_description_says_nothing_of_is_a_text(tmp_path: Path) -> None:
    spec = tmp_path / "spec"
    shutil.copytree(SPEC, spec)
    path = spec / "drms" / "rs_summary.yaml"
    text, count = re.subn(r"\n    language: .*", "", path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    out = generate(spec, tmp_path / "out")
    module = (out / "python" / "astrowire" / "drms" / "rs_summary.py").read_text(encoding="utf-8")
    assert count == 1
    assert "client: BaseClient, ds: str, *" in module
    assert "RecordSet" not in module
