"""The stand-in answers odd requests with the same bytes as the real DRMS programs did."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TypedDict

import pytest

from astrowire_runtime.testing import Recording, StandIn

from .conftest import DATA, ask, body_of


class Row(TypedDict):
    sample: str
    program: str
    method: str
    query: str | None
    form: str | None
    status: int
    content_type: str
    body: str


ROWS: list[Row] = json.loads((DATA / "real_programs.json").read_text("ascii"))
PENDING = (
    b'{"status": 3, "msg": "Email-address registration is pending. Please wait and try again later.",'
    b' "user_id": 1}\n'
)


@pytest.fixture(scope="module")
def real() -> Iterator[StandIn]:
    """What the test database held, as far as refusals depend on it: its series and two users."""
    registered = next(row["body"] for row in ROWS if row["sample"] == "checkAddress__registered_upper")
    known = [
        Recording("drms", "show_series", body=body_of("show_series_all.json")),
        Recording(
            "drms", "check_address", {"email": "reg.user@example.org"}, body=registered.encode("latin-1")
        ),
        Recording("drms", "check_address", {"email": "pending@example.org"}, body=PENDING),
    ]
    with StandIn(known) as running:
        yield running


@pytest.mark.parametrize("row", ROWS, ids=[row["sample"] for row in ROWS])
def test_same_answer_as_the_real_program(real: StandIn, row: Row) -> None:
    target = f"/cgi-bin/ajax/{row['program']}" + ("" if row["query"] is None else f"?{row['query']}")
    body = None if row["form"] is None else row["form"].encode()
    got = ask(real, target, method=row["method"], body=body)
    assert got.status == row["status"]
    if row["status"] == 200:
        assert got.body == row["body"].encode("latin-1")
        assert got.type.lower() == row["content_type"].lower()


def test_the_rows_cover_every_program() -> None:
    assert {row["program"] for row in ROWS} == {
        "show_series",
        "showextseries",
        "jsoc_info",
        "jsoc_fetch",
        "checkAddress.sh",
    }
    assert len(ROWS) > 80
