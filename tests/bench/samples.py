"""Recorded answers of real servers, the largest of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.bench.payloads import Payload
from tests.bench.table import Goal

FOLDER = Path(__file__).resolve().parents[1] / "samples"

RECORDED = {
    "netdrms/rs_list__full_1000_all.http": ("drms", "rs_list", ()),
    "jsoc/rs_list__sharp_cea_seglist_in_ds.json": ("drms", "rs_list", ()),
    "jsoc/rs_list__aia_304_ALLkeys_recinfo.json": ("drms", "rs_list", ()),
    "jsoc/series_struct__hmi_sharp_cea_720s.json": (
        "drms",
        "series_struct",
        (Goal("json.loads", at_most=1.0),),
    ),
    "crds/get_context_history__hst_2019.json": ("crds", "get_context_history", ()),
}
"""Service, operation and goals of each."""

LISTED = "netdrms/rs_list__full_1000_all.http"
"""A thousand records of a series, all 33 keywords."""
STRUCT = "netdrms/series_struct__m_mini.http"
"""What the server says of that series."""


def body(name: str) -> bytes:
    """The bytes of an answer, without the header lines that some records begin with."""
    recorded = (FOLDER / name).read_bytes()
    return recorded.partition(b"\n\n")[2] if recorded[:13].lower() == b"content-type:" else recorded


def answers() -> Iterator[tuple[Payload, bytes]]:
    """Each recorded answer with what it answers."""
    for name, (service, operation, goals) in RECORDED.items():
        title = "real " + name.rpartition("/")[2].partition(".")[0].replace("__", " ")
        yield Payload(title, service, operation, lambda rng, sizes: None, goals), body(name)
