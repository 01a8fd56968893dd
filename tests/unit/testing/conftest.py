"""A stand-in filled with a few recordings, and two ways to talk to it without any client of ours."""

from __future__ import annotations

import http.client
import socket
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from astrowire_runtime.testing import Recording, StandIn

DATA = Path(__file__).parent / "data"
FORM = "application/x-www-form-urlencoded"


def body_of(name: str) -> bytes:
    return (DATA / name).read_bytes()


FIVE_KEYS = {
    "ds": "hmi.M_45s[2012.01.01_01:01:10_TAI-2012.01.01_01:01:12_TAI]",
    "key": ["T_REC", "TELESCOP", "INSTRUME", "WAVELNTH", "CAR_ROT"],
}
EXPORT = {
    "ds": "hmi.M_45s[2012.01.01_01:01:10_TAI-2012.01.01_01:01:12_TAI]",
    "notify": "name@example.com",
    "method": "url",
    "protocol": "fits",
    "filenamefmt": "hmi.m_45s.{T_REC:A}.{CAMERA}.{segment}",
}
FGS_HEADER = {"INSTRUME": "FGS", "DETECTOR": "FGS1", "FILTER": "ANY"}

RECORDED: list[tuple[str, str, Mapping[str, object], str]] = [
    ("drms", "rs_list", FIVE_KEYS, "rs_list__hmi_m_45s_1rec_5keys.json"),
    ("drms", "rs_summary", {"ds": "hmi.v_45s[2016.04.01_TAI/1d@6h]"}, "rs_summary__count_RECON.json"),
    ("drms", "exp_request", EXPORT, "exp_request__url_fits_queued_JSOC_20200410_003.json"),
    (
        "drms",
        "exp_request",
        {"ds": EXPORT["ds"], "notify": "name@example.com"},
        "exp_request__url_quick_as_is_ok.json",
    ),
    (
        "drms",
        "exp_status",
        {"requestid": "JSOC_20200410_003"},
        "exp_status__url_fits_done_JSOC_20200410_003.json",
    ),
    ("drms", "show_series", {"ds_filter": r"hmi\.m_"}, "show_series__two_RECON.json"),
    (
        "drms",
        "show_series_wrapper",
        {"ds_filter": r"hmi\.m_", "info": True},
        "show_series_wrapper__info_RECON.json",
    ),
    ("drms", "check_address", {"email": "name@example.com"}, "check_address__registered_status_first.json"),
    ("drms", "check_address", {"email": "wait%40@example.com"}, "check_address__pending_3_RECON.json"),
    ("drms", "check_address", {"email": ""}, "check_address__empty_address_status_m2.json"),
    ("crds", "get_default_context", {"observatory": "jwst"}, "get_default_context__jwst_envelope.json"),
    (
        "crds",
        "get_best_references",
        {"context": "jwst_0000.pmap", "header": FGS_HEADER, "reftypes": None},
        "get_best_references__jwst_demo_fits_keys.json",
    ),
    (
        "crds",
        "get_aui_best_references",
        {
            "date": "2016-01-01",
            "ids": ["JW82500001003_02102_00001.NRCA1", "JW82500001003_02102_00001.NRCA3"],
        },
        "get_aui_best_references__nircam_seed.json",
    ),
    (
        "crds",
        "get_file_info",
        {"pipeline_context": "jwst", "filename": "jwst_miri_flat_0023.fits"},
        "get_file_info__jwst_seed.json",
    ),
    (
        "crds",
        "get_file_info_map",
        {
            "observatory": "hst",
            "files": ["lcb12060j_drk.fits", "n3o1022fj_drk.fits"],
            "fields": ["sha1sum", "size", "state"],
        },
        "get_file_info_map__hst_fields_doc.json",
    ),
    (
        "crds",
        "get_dataset_headers_by_id",
        {"context_specifier": "hst.pmap", "ids": ["U20L0U01T:U20L0U01T"], "datasets_since": None},
        "get_dataset_headers_by_id__hst_wfpc2_test.json",
    ),
    (
        "crds",
        "get_remote_context",
        {"observatory": "jwst", "pipeline_name": "jwst-ops-pipeline"},
        "get_remote_context__jwst.json",
    ),
    (
        "crds",
        "get_dataset_ids",
        {"context": "jwst-operational", "instrument": "miri"},
        "get_dataset_ids__miri_seed.json",
    ),
]


def recordings() -> list[Recording]:
    return [
        Recording(
            service,
            operation,
            arguments,
            content_type="application/json-rpc" if service == "crds" else "application/json",
            body=body_of(name),
            name=name,
        )
        for service, operation, arguments, name in RECORDED
    ]


@dataclass(frozen=True)
class Got:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def type(self) -> str:
        return self.headers.get("content-type", "")


Ask = Callable[..., Got]


def ask(
    server: StandIn, target: str, *, method: str = "GET", body: bytes | None = None, content_type: str = FORM
) -> Got:
    """One request with the standard library's client, as plain as can be."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    try:
        headers = {} if body is None else {"Content-Type": content_type}
        connection.request(method, target, body=body, headers=headers)
        answer = connection.getresponse()
        return Got(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
    finally:
        connection.close()


def speak(server: StandIn, text: bytes) -> bytes:
    """Raw bytes to the port; everything that comes back until the server closes."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall(text)
        pieces: list[bytes] = []
        while piece := connection.recv(65536):
            pieces.append(piece)
    return b"".join(pieces)


@pytest.fixture
def server() -> Iterator[StandIn]:
    with StandIn(recordings()) as running:
        yield running
