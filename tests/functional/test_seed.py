"""What the two documents print: their requests, their answers, their names and the order of their arguments.

The answers in ``seed/`` are the documents' own, the line wrapping of their
printing undone.
"""

from __future__ import annotations

import inspect
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

import astrowire
from astrowire import crds, drms
from tests.differential.wiretap import Wiretap, wiretap
from tests.recorded.compare import differences
from tests.recorded.reading import CRDS_OPERATIONS, DRMS_FACE, SAMPLES

SEED = Path(__file__).with_name("seed")
GENERIC = '{"jsonrpc": "1.0", "method": "get_default_context", "params": ["jwst"], "id": 1}'
AUI = (
    '{"jsonrpc": "1.0", "method": "get_aui_best_references", "params": ["2016-01-01", '
    '["JW80500017001_02101_00001.MIRIFUSHORT"]], "id": 1}'
)
VERSIONS = (
    '{"jsonrpc": "1.0", "method": "get_system_versions", "params": ["0.6.0noop.dev307","null"], "id": 1}  '
)
DEMO_FITS = (
    '{"id":"jsonrpc", "params":["jwst_0000.pmap", '
    '{"INSTRUME":"FGS", "DETECTOR":"FGS1", "FILTER":"ANY"}, null], '
    '"method":"get_best_references", "jsonrpc":"1.0"}'
)
DEMO_MODEL = (
    '{"id":"jsonrpc", "params":["jwst_0000.pmap", '
    '{"META.INSTRUMENT.TYPE":"FGS","META.INSTRUMENT.DETECTOR":"FGS1","META.INSTRUMENT.FILTER":"ANY"}, null], '
    '"method":"get_best_references", "jsonrpc":"1.0"}'
)
CALLS: list[tuple[str, dict[str, Any], str, str]] = [
    ("get_default_context", {"observatory": "jwst"}, GENERIC, "default_context.json"),
    (
        "get_aui_best_references",
        {"date": "2016-01-01", "ids": ["JW80500017001_02101_00001.MIRIFUSHORT"]},
        AUI,
        "aui_best_references.json",
    ),
    (
        "get_system_versions",
        {"master_version": "0.6.0noop.dev307", "context": "null"},
        VERSIONS,
        "system_versions.json",
    ),
    ("get_system_versions", {"master_version": "0.6.0noop.dev307"}, VERSIONS, "system_versions.json"),
    (
        "get_best_references",
        {"context": "jwst_0000.pmap", "header": {"INSTRUME": "FGS", "DETECTOR": "FGS1", "FILTER": "ANY"}},
        DEMO_FITS,
        "best_references_demo.json",
    ),
    (
        "get_best_references",
        {
            "context": "jwst_0000.pmap",
            "header": {
                "META.INSTRUMENT.TYPE": "FGS",
                "META.INSTRUMENT.DETECTOR": "FGS1",
                "META.INSTRUMENT.FILTER": "ANY",
            },
        },
        DEMO_MODEL,
        "best_references_demo.json",
    ),
]
call = pytest.mark.parametrize(
    ("operation", "arguments", "curl", "answer"), CALLS, ids=lambda value: str(value)[:40]
)


def response(name: str) -> astrowire.HttpResponse:
    return astrowire.HttpResponse(200, {"Content-Type": "application/json-rpc"}, (SEED / name).read_bytes())


@pytest.fixture(scope="module")
def tap() -> Iterator[Wiretap]:
    with wiretap() as running:
        yield running


# The CRDS document: curl.


@call
def test_the_body_is_the_documents_json(
    operation: str, arguments: dict[str, Any], curl: str, answer: str
) -> None:
    wanted = json.loads(curl)
    request = crds.OPERATIONS[operation].encode(arguments, crds.SERVERS["jwst"], id=wanted["id"])
    assert request.method == "POST"
    assert request.url.startswith("https://jwst-crds.stsci.edu/json/")
    assert json.loads(request.body) == wanted


@call
def test_the_answer_is_what_the_document_prints(
    operation: str, arguments: dict[str, Any], curl: str, answer: str
) -> None:
    op = crds.OPERATIONS[operation]
    request = op.encode(arguments, crds.SERVERS["jwst"], id=json.loads(curl)["id"])
    printed = json.loads((SEED / answer).read_bytes())["result"]
    assert differences(op.decode(response(answer), request), printed) == []
    assert op.validate_response(printed) == []


@call
def test_the_face_gives_the_same(
    tap: Wiretap, operation: str, arguments: dict[str, Any], curl: str, answer: str
) -> None:
    printed = json.loads((SEED / answer).read_bytes())["result"]
    tap.answer = json.dumps({"error": None, "jsonrpc": "1.0", "id": 1, "result": printed}).encode()
    crds_client = _fresh_face(tap)
    assert getattr(crds_client, operation)(*arguments.values()) == printed
    assert json.loads(tap.asked[-1][1])["params"] == json.loads(curl)["params"]


def _fresh_face(tap: Wiretap) -> Any:
    """The module of functions, pointed to the wiretap."""
    os.environ["CRDS_SERVER_URL"] = tap.url
    return crds.client


@pytest.fixture(autouse=True)
def _environment() -> Iterator[None]:
    with mock.patch.dict(os.environ):
        yield


def test_another_id_is_not_the_answer() -> None:
    op = crds.OPERATIONS["get_default_context"]
    request = op.encode({"observatory": "jwst"}, crds.SERVERS["jwst"], id=2)
    outcome: BaseException | None = None
    try:
        op.decode(response("default_context.json"), request)
    except Exception as error:
        outcome = error
    assert isinstance(outcome, astrowire.EnvelopeMismatch)
    assert op.decode(response("default_context.json")) == "jwst_0000.pmap"


def test_the_documents_error() -> None:
    outcome: Any = None
    try:
        crds.OPERATIONS["get_system_versions"].decode(response("system_versions_error.json"))
    except Exception as error:
        outcome = error
    text = "Invalid version string,  must be 1-128 chars of A-Z, a-z, 0-9, ., -, _"
    assert isinstance(outcome, crds.CrdsFault)
    assert isinstance(outcome, astrowire.RemoteError)
    assert outcome.answer.name == "OtherError"
    assert outcome.answer.code == 500
    assert outcome.answer.message == f"OtherError: {text}"
    assert text in str(outcome)


def test_the_documents_wrong_version_is_not_even_sent() -> None:
    outcome: BaseException | None = None
    try:
        arguments = {"master_version": "an,invalid(version)", "context": "null"}
        crds.OPERATIONS["get_system_versions"].encode(arguments, crds.SERVERS["jwst"])
    except Exception as error:
        outcome = error
    assert isinstance(outcome, astrowire.RequestInvalid)
    assert "master_version" in str(outcome)


def test_system_versions_as_printed() -> None:
    found: Any = crds.OPERATIONS["get_system_versions"].decode(response("system_versions.json"))
    assert found.cal_ver == "0.6.0noop.dev307"
    assert found.author == "Warren J. Hack"
    assert found.descrip == "JWST calibration processing step version reference file"
    assert found.history == "Created by cal_ver_steps version 0.7.0.dev"
    assert (found.instrument, found.reftype) == ("SYSTEM", "CALVER")
    assert found.versions["AmiAnalyzeStep"] == "0.7.0.dev"
    assert found.versions["AlignRefsStep"] is None
    assert len(found.versions) == 40


# The CRDS document: Python.


def _face_result(tap: Wiretap, operation: str, arguments: tuple[Any, ...], sample: str) -> Any:
    tap.answer = (SAMPLES / "crds" / sample).read_bytes()
    return getattr(_fresh_face(tap), operation)(*arguments)


def test_default_context_as_printed(tap: Wiretap) -> None:
    assert (
        _face_result(tap, "get_default_context", ("hst",), "get_default_context__hst.json") == "hst_1006.pmap"
    )


def test_remote_context_as_printed(tap: Wiretap) -> None:
    found = _face_result(
        tap, "get_remote_context", ("jwst", "jwst-ops-pipeline"), "get_remote_context__jwst.json"
    )
    assert found == "jwst_0101.pmap"


def test_context_history_is_oldest_first_and_of_tuples(tap: Wiretap) -> None:
    found = _face_result(tap, "get_context_history", ("jwst",), "get_context_history__jwst_2019.json")
    printed = [
        ("2012-09-06 00:00:00", "jwst.pmap", "Bootstrap mappings"),
        (
            "2012-09-27 00:00:00",
            "jwst_0000.pmap",
            "First rules and references from jwst_gentools stub development cloning.",
        ),
        ("2013-04-13 00:00:00", "jwst_0001.pmap", "Linearity and dark files."),
        ("2013-07-31 00:00:00", "jwst_0002.pmap", "Dark and Mask files."),
    ]
    assert found[: len(printed)] == printed
    assert found == sorted(found)
    assert type(found) is list
    assert all(type(entry) is tuple for entry in found)
    assert (
        "2014-03-19 10:51:19",
        "jwst_0012.pmap",
        (
            "Updated for META.INSTRUMENT.TYPE switch to META.INSTRUMENT.NAME\r\n"
            "New linearity files for all instruments\r\n"
            "New saturation files and rmaps for all instruments"
        ),
    ) in found


def test_the_typed_history_is_in_the_same_order() -> None:
    body = (SAMPLES / "crds" / "get_context_history__jwst_2019.json").read_bytes()
    found: Any = crds.OPERATIONS["get_context_history"].decode(astrowire.HttpResponse(200, {}, body))
    assert tuple(found[0]) == ("2012-09-06 00:00:00", "jwst.pmap", "Bootstrap mappings")
    assert list(found) == sorted(found)
    assert isinstance(found[0], tuple)


def test_file_info_as_printed(tap: Wiretap) -> None:
    found = _face_result(
        tap, "get_file_info", ("jwst", "jwst_miri_flat_0023.fits"), "get_file_info__jwst_seed.json"
    )
    assert found["sha1sum"] == "3f0c92aae539cb67f8e8823cc6815130018948f7"
    assert found["useafter_date"] == "2050-01-01 00:00:00"
    assert len(found) == 24


def test_a_missing_dataset_is_a_pair_not_a_failure(tap: Wiretap) -> None:
    dataset = "JW96090001004_03101_00001.NRCB5"
    found = _face_result(
        tap, "get_aui_best_references", ("2016-01-01", [dataset]), "get_aui_best_references__not_found.json"
    )
    assert found == {dataset: [False, f"NOT FOUND dataset ID does not exist '{dataset}'"]}


def test_dataset_ids_as_printed(tap: Wiretap) -> None:
    for context in ("2016-01-01T00:00:00", "jwst-operational"):
        found = _face_result(tap, "get_dataset_ids", (context, "miri"), "get_dataset_ids__miri_seed.json")
        assert len(found) == 10
        assert found[0] == "JW80500017001_02101_00001.MIRIFUSHORT:JW80500017001_02101_00001.MIRIFUSHORT"
        assert json.loads(tap.asked[-1][1])["params"] == [context, "miri"]


CRDS_SIGNATURES = {
    "get_default_context": "observatory=None state=None",
    "get_remote_context": "observatory pipeline_name",
    "get_context_history": "observatory",
    "get_file_info": "pipeline_context filename",
    "get_file_info_map": "observatory files=None fields=None",
    "get_best_references": "context header reftypes=None",
    "get_best_references_by_header_map": "context header_map reftypes=None",
    "get_required_parkeys": "context",
    "get_dataset_ids": "context instrument datasets_since=None",
    "get_dataset_headers_by_id": "context_specifier ids datasets_since=None",
    "get_aui_best_references": "date ids",
    "get_system_versions": "master_version context=None",
    # beyond the document, as the public client has them
    "get_server_info": "",
    "get_build_context": "observatory=None",
    "get_context_by_date": "date observatory=None",
    "push_remote_context": "observatory kind key context",
    "list_mappings": "observatory=None glob_pattern='*'",
    "list_references": "observatory=None glob_pattern='*'",
    "get_mapping_names": "pipeline_context",
    "get_reference_names": "pipeline_context",
    "get_url": "pipeline_context filename",
    "get_mapping_url": "pipeline_context mapping",
    "get_reference_url": "pipeline_context reference",
    "get_sqlite_db": "observatory",
    "get_best_references_by_ids": "context dataset_ids reftypes=None include_headers=False",
    "get_affected_datasets": "observatory old_context=None new_context=None",
    "jpoll_pull_messages": "key since_id=None",
    "jpoll_abort": "key",
    # which the public client does not have
    "file_exists": "filename",
    "get_submission_info": "observatory username",
    "get_delivery_status": "since",
    "system_describe": "",
}


def in_words(function: Any) -> str:
    """A signature as names, with the defaults."""
    found = [
        name if parameter.default is parameter.empty else f"{name}={parameter.default!r}"
        for name, parameter in inspect.signature(function).parameters.items()
        if name not in ("self", "requester")
    ]
    return " ".join(found)


@pytest.mark.parametrize("operation", CRDS_OPERATIONS)
def test_crds_arguments_stand_in_the_documents_order(operation: str) -> None:
    function = getattr(crds.client, operation)
    assert in_words(function) == CRDS_SIGNATURES[operation]
    assert all(
        each.kind is each.POSITIONAL_OR_KEYWORD for each in inspect.signature(function).parameters.values()
    )


def test_no_server_named_is_a_config_error_that_names_both_variables() -> None:
    os.environ.pop("CRDS_SERVER_URL", None)
    os.environ.pop("CRDS_OBSERVATORY", None)
    outcome: BaseException | None = None
    try:
        crds.client.get_default_context("hst")
    except Exception as error:
        outcome = error
    assert isinstance(outcome, astrowire.ConfigError)
    assert "CRDS_SERVER_URL" in str(outcome)
    assert "CRDS_OBSERVATORY" in str(outcome)


# The DRMS document.

DRMS_SIGNATURES = {
    "check_address": "email",
    "exp_status": "requestid",
    "rs_list": "ds key=None seg=None link=None recinfo=False n=None uid=None",
    "rs_summary": "ds",
    "series_struct": "ds",
    "show_series": "ds_filter=None",
    "show_series_wrapper": "ds_filter=None info=False",
}
EXPORT_ORDER = [
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


@pytest.mark.parametrize("operation", [name for name in DRMS_FACE if name != "exp_request"])
def test_drms_arguments_stand_in_the_documents_order(operation: str) -> None:
    function = getattr(drms.HttpJsonClient, operation)
    assert in_words(function) == DRMS_SIGNATURES[operation]
    parameters = list(inspect.signature(function).parameters.values())
    assert all(each.kind is each.POSITIONAL_OR_KEYWORD for each in parameters)


def test_export_arguments_stand_in_the_documents_order() -> None:
    parameters = inspect.signature(drms.HttpJsonClient.exp_request).parameters
    names = [name for name in parameters if name not in ("self", "requester")]
    assert names == EXPORT_ORDER
    assert [name for name in names if parameters[name].default is inspect.Parameter.empty] == ["ds", "notify"]


def test_the_class_takes_server_and_debug() -> None:
    assert in_words(drms.HttpJsonClient) == "server='jsoc' debug=False"
    face = drms.HttpJsonClient()
    assert face.debug is False
    assert face.server.base_url == "http://jsoc.stanford.edu/cgi-bin/ajax/"
    assert drms.HttpJsonClient("KIS", True).debug is True


def drms_face(tap: Wiretap, sample: str) -> drms.HttpJsonClient:
    tap.answer = (SAMPLES / "jsoc" / sample).read_bytes()
    return drms.HttpJsonClient(server=tap.url)


def test_the_documents_record_sets_arrive_as_written(tap: Wiretap) -> None:
    face = drms_face(tap, "rs_summary__count_RECON.json")
    found = face.rs_summary("hmi.v_45s[2016.04.01_TAI/1d@6h]")
    assert set(found) == {"count", "runtime", "status"}
    assert tap.asked[-1][0] == "/jsoc_info?op=rs_summary&ds=hmi.v_45s%5B2016.04.01_TAI%2F1d%406h%5D"


RETURNED = [
    ("check_address", ("name@example.com",), "check_address__registered_status_first.json"),
    ("check_address", ("x",), "check_address__invalid_m2_RECON.json"),
    ("exp_status", ("JSOC_20200410_003",), "exp_status__url_fits_done_JSOC_20200410_003.json"),
    ("exp_status", ("JSOC_20200410_003",), "exp_status__failed_4_RECON.json"),
    ("exp_status", ("JSOC_20200410_003",), "exp_status__notfound_6_older_server_RECON.json"),
    ("exp_status", ("JSOC_20200410_003",), "exp_status__done_mp4_reqid_dupkey_RECON.json"),
    ("exp_request", ("hmi.m_45s[$]", "name@example.com"), "exp_request__url_quick_as_is_ok.json"),
    ("exp_request", ("hmi.m_45s[$]", "name@example.com"), "exp_request__pending_limit_7_RECON.json"),
    ("exp_request", ("hmi.m_45s[$]", "name@example.com"), "exp_request__offline_25_RECON.json"),
    ("series_struct", ("hmi.m_45s",), "series_struct__hmi_m_45s.json"),
    ("series_struct", ("hmi.m_45s",), "series_struct__series_not_found_RECON.json"),
    ("rs_list", ("hmi.m_45s[$]", "T_REC"), "rs_list__hmi_m_45s_2rec_5keys.json"),
    ("rs_list", ("hmi.m_45s[$]", "T_REC"), "rs_list__killed_RECON.json"),
    ("show_series", ("hmi",), "show_series__two_RECON.json"),
    ("show_series_wrapper", ("hmi", True), "show_series_wrapper__info_RECON.json"),
    ("show_series_wrapper", (), "show_series_wrapper__missing_dbhost_RECON.json"),
]


@pytest.mark.parametrize(("operation", "arguments", "sample"), RETURNED, ids=lambda value: str(value)[:60])
def test_the_face_returns_the_dictionary_as_it_was_sent(
    tap: Wiretap, operation: str, arguments: tuple[Any, ...], sample: str
) -> None:
    found = getattr(drms_face(tap, sample), operation)(*arguments)
    assert type(found) is dict
    assert found == json.loads((SAMPLES / "jsoc" / sample).read_bytes().decode("latin-1"))


def test_the_face_keeps_null_lists_and_bytes(tap: Wiretap) -> None:
    output = (SAMPLES / "netdrms" / "series_struct__noprime.http").read_bytes()
    tap.answer = output.partition(b"\n\n")[2]
    found = drms.HttpJsonClient(server=tap.url).series_struct("su_anchor.noprime")
    assert found["primekeys"] == [None]
    assert found == json.loads(tap.answer)


BROKEN = ["show_series__regex_error_INVALID_JSON_RECON.txt", "show_series__empty_db_INVALID_JSON_RECON.txt"]


@pytest.mark.parametrize("sample", BROKEN)
def test_the_face_raises_when_there_is_no_dictionary(tap: Wiretap, sample: str) -> None:
    outcome: BaseException | None = None
    try:
        drms_face(tap, sample).show_series("(")
    except Exception as error:
        outcome = error
    assert isinstance(outcome, astrowire.AstrowireError)


def test_canary_a_face_that_gives_another_value_is_noticed(tap: Wiretap) -> None:
    found = drms_face(tap, "rs_summary__count_RECON.json").rs_summary("a.b")
    found["count"] += 1
    assert found != json.loads((SAMPLES / "jsoc" / "rs_summary__count_RECON.json").read_bytes())
