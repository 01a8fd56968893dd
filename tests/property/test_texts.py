"""Texts that are no documents have no verdict: they are refused as such, and nothing foreign is raised."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import astrowire

from .answers import EVERY_WITH_DOCUMENTS, body, decide, documents, wire_text
from .texts import BAD_VALUES, nested, no_document

each_operation = pytest.mark.parametrize("title", EVERY_WITH_DOCUMENTS)
DRMS = [title for title in EVERY_WITH_DOCUMENTS if title.startswith("drms.")]
CRDS = [title for title in EVERY_WITH_DOCUMENTS if title.startswith("crds.")]
NO_DOCUMENT = (astrowire.NotJson, astrowire.Malformed)


def complaint(title: str, text: bytes) -> str | None:
    """Say what is wrong with the way a text that is no document was taken; None when nothing is."""
    found = decide(title, text)
    if found.accepted or not isinstance(found.error, NO_DOCUMENT):
        return f"{title}: {found} for {text[:200]!r}"
    return None


@each_operation
@given(data=st.data())
def test_a_text_that_is_no_document_is_refused_as_such(title: str, data: st.DataObject) -> None:
    good = body(title, data.draw(documents(title)))
    assert complaint(title, data.draw(no_document(good))) is None


@each_operation
@pytest.mark.parametrize("text", BAD_VALUES, ids=lambda text: repr(text[:20]))
def test_bad_values_inside_a_document(title: str, text: bytes) -> None:
    assert complaint(title, wire_text(title, b'{"status": 0, "x": ' + text + b"}")) is None
    assert complaint(title, wire_text(title, text)) is None


@each_operation
@given(text=st.binary(max_size=60))
def test_random_bytes_raise_nothing_foreign(title: str, text: bytes) -> None:
    found = decide(title, text)
    assert not found.foreign, repr(found.error)
    assert not found.accepted
    assert isinstance(found.error, astrowire.ResponseError)


ENVELOPES = {
    "id": '{"error": null, "jsonrpc": "1.0", "id": %s, "result": "jwst_0565.pmap"}',
    "more": '{"error": null, "jsonrpc": "1.0", "id": 1, "result": "jwst_0565.pmap", "more": %s}',
    "beside the payload": '{"error": null, "jsonrpc": "1.0", "id": 1, "result": '
    '{"crds_encoded": %s, "crds_payload": "eJxTyiovLok3MDUz1SvITSxQAgAsQQUY"}}',
}
"""Good answers with a place in the envelope for anything."""


@pytest.mark.parametrize(("place", "envelope"), ENVELOPES.items(), ids=ENVELOPES)
def test_the_envelope_is_no_deeper_than_a_document_may_be(place: str, envelope: str) -> None:
    deepest = 62 if place == "beside the payload" else 63
    found = {
        depth: decide("crds.get_default_context", (envelope % nested(depth)).encode())
        for depth in (1, deepest, deepest + 1, 500)
    }
    assert {depth: each.accepted for depth, each in found.items()} == {
        1: True,
        deepest: True,
        deepest + 1: False,
        500: False,
    }
    assert isinstance(found[deepest + 1].error, astrowire.Malformed)


@pytest.mark.parametrize("title", CRDS)
@pytest.mark.parametrize(
    "text", [b'{"x": "\xff"}', b'"\xed\xa0\x80"', b'{"\xc3": 1}', b'["\xf8\x88\x80\x80\x80"]']
)
def test_bad_utf8_is_no_document_in_crds(title: str, text: bytes) -> None:
    assert complaint(title, wire_text(title, text)) is None


@pytest.mark.parametrize("title", DRMS)
@given(data=st.data())
def test_drms_reads_bad_utf8_as_latin_1(title: str, data: st.DataObject) -> None:
    document = data.draw(documents(title))
    as_utf8 = json.dumps(document).encode("ascii")
    with_latin = as_utf8[:-1] + (b", " if document else b"") + b'"x_latin": "caf\xe9 \xff"}'
    in_utf8 = with_latin.decode("latin-1").encode("utf-8")
    latin, utf8 = decide(title, with_latin), decide(title, in_utf8)
    assert not latin.foreign
    assert not utf8.foreign
    assert (latin.accepted, type(latin.error)) == (utf8.accepted, type(utf8.error))
    assert latin.result == utf8.result
    if latin.accepted:
        assert (latin.result.charset, utf8.result.charset) == ("latin-1", "utf-8")
        # In a map the new member is one of its keys.
        kept = latin.result if isinstance(latin.result, dict) else latin.result.extras
        assert kept["x_latin"] == "café ÿ"


def test_nesting_is_allowed_to_64_and_no_further() -> None:
    inside = {depth: decide("drms.rs_summary", _summary(nested(depth - 1))) for depth in (2, 63, 64, 65, 66)}
    assert {depth: found.accepted for depth, found in inside.items()} == {
        2: True,
        63: True,
        64: True,
        65: False,
        66: False,
    }
    assert all(isinstance(inside[depth].error, NO_DOCUMENT) for depth in (65, 66))


def test_nesting_does_not_depend_on_the_callers_own_depth() -> None:
    def deeper(left: int) -> bool:
        return decide("drms.rs_summary", _summary(nested(60))).accepted if left == 0 else deeper(left - 1)

    assert deeper(700)


def _summary(extra: str) -> bytes:
    return b'{"count": 1, "runtime": 0.1, "status": 0, "x": ' + extra.encode() + b"}"


# The tests can fail.


def test_canary_a_good_document_is_complained_of() -> None:
    assert complaint("drms.rs_summary", b'{"count": 1, "runtime": 0.1, "status": 0}') is not None


def test_canary_another_shape_is_complained_of() -> None:
    assert complaint("drms.rs_summary", b'{"count": "many"}') is not None
