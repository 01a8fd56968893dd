"""``query`` gives what ``drms.Client.query`` 0.9.0 gives: the same frames, and better numbers in them."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl

import drms as peer
import pandas
import pytest

from astrowire import drms
from astrowire_runtime.testing import Recording, StandIn
from tests.recorded.reading import SAMPLES, http_answer

NETDRMS = SAMPLES / "netdrms"
NOT_DOCUMENTED = frozenset({"f", "M", "B", "l"})
RANGE = "hmi.m_mini[2010.05.01/1h]"

TYPES = {
    "ID": "int",
    "KCHAR": "char",
    "KSHORT": "short",
    "KINT": "int",
    "KHEX": "int",
    "KLL": "longlong",
    "KFLT": "float",
    "KFLTG": "float",
    "KDBL": "double",
    "KDBL15": "double",
    "KDBLE": "double",
    "KTAI": "time",
    "KUTC": "time",
    "KISO": "time",
    "KSTR": "string",
    "KSTRW": "string",
    "KCONST": "string",
    "KDEFNAN": "double",
}
"""Keywords of ``su_anchor.types``, whose answer of ``series_struct`` was not recorded."""


def body(name: str) -> bytes:
    """The body of a recorded answer."""
    return http_answer("jsoc_info", (NETDRMS / name).read_bytes())[2]


def structs() -> Iterator[Recording]:
    """What the server says of each series."""
    for series, name in (("hmi.m_mini", "m_mini"), ("hmi.lev1_mini", "lev1_mini")):
        yield Recording("drms", "series_struct", {"ds": series}, body=body(f"series_struct__{name}.http"))
    made = json.loads(body("series_struct__lev1_mini.http"))
    rest = {"recscope": "variable", "defval": "", "units": "none", "note": ""}
    for series, keywords in (
        ("su_anchor.types", TYPES),
        ("su_anchor.empty", TYPES),
        ("aia.lev1_euv_mini", {}),
    ):
        entries = [{"name": name, "type": word, **rest} for name, word in keywords.items()]
        document = {**made, "keywords": entries, "primekeys": ["ID"]}
        yield Recording("drms", "series_struct", {"ds": series}, body=json.dumps(document).encode())


def lists() -> dict[str, dict[str, Any]]:
    """Documented arguments of recorded record lists with an answer, by sample."""
    index = json.loads((NETDRMS / "INDEX.json").read_bytes())
    found: dict[str, dict[str, Any]] = {}
    for name, entry in sorted(index.items()):
        asked = dict(parse_qsl(entry.get("query_string") or ""))
        usual = asked.pop("op", "") == "rs_list" and not NOT_DOCUMENTED & set(asked)
        if usual and name.startswith("rs_list") and json.loads(body(name) or b"{}").get("status") == 0:
            arguments = _documented(asked)
            if arguments is not None:
                found[name] = arguments
    return found


def _documented(asked: dict[str, str]) -> dict[str, Any] | None:
    """The arguments of a query, or None where it is one that no client sends."""
    lists = {name: asked[name].split(",") for name in ("key", "seg", "link") if name in asked}
    limit = asked.get("n", "0")
    if not lists or any("" in names for names in lists.values()) or not limit.lstrip("-").isdigit():
        return None
    given: dict[str, Any] = {"ds": asked["ds"], **lists}
    if "R" in asked:
        given["recinfo"] = True
    if limit != "0":
        given["n"] = int(limit)
    return given


LISTS = lists()


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """A server that has all of them."""
    records = [Recording("drms", "rs_list", given, body=body(name)) for name, given in LISTS.items()]
    with StandIn([*structs(), *records]) as server:
        yield server.url("drms")


def theirs(url: str, **arguments: Any) -> Any:
    """The result of the peer; it reads UTF-8 here, for by default it takes every letter for Latin-1."""
    endpoint = drms.SERVERS["jsoc"].endpoints["jsoc_info"]
    config = peer.ServerConfig(name="stand-in", cgi_baseurl=url, cgi_jsoc_info=endpoint, encoding="utf8")
    return peer.Client(config).query(**arguments)


def ours(url: str, **arguments: Any) -> Any:
    with drms.Client(base_url=url) as client:
        return client.query(**arguments)


def both(url: str, **arguments: Any) -> tuple[Any, Any]:
    return theirs(url, **arguments), ours(url, **arguments)


def as_query(given: dict[str, Any]) -> dict[str, Any]:
    """Arguments of ``query`` for those of ``rs_list``."""
    renamed = dict(given)
    if "recinfo" in renamed:
        renamed["rec_index"] = renamed.pop("recinfo")
    return renamed


def frames(result: Any) -> list[Any]:
    return list(result) if isinstance(result, tuple) else [result]


# Cells.


def numeric(column: Any) -> bool:
    return bool(pandas.api.types.is_numeric_dtype(column.dtype))


def number(raw: str | int) -> int | float | None:
    """What a text of a numeric keyword is; None where it stands for no value."""
    if isinstance(raw, int):
        return raw
    try:
        return int(raw, 16 if raw.lower().startswith("0x") else 10)
    except ValueError:
        pass
    try:
        return float(raw)
    except ValueError:
        return None


def same(left: Any, right: Any) -> bool:
    """Whether two cells are equal; NaN equals NaN, and so do the missing values of pandas."""
    if left is None or left is pandas.NA:
        return right is None or right is pandas.NA
    return bool(left == right) or (left != left and right != right)


def differences(theirs: Any, ours: Any, raw: list[str | int]) -> list[str]:
    """How a column of ours is not what it must be, given the peer's and the texts."""
    if not numeric(ours):
        return [] if list(theirs) == list(ours) == raw else ["other texts"]
    found = [f"row {row}" for row, text in enumerate(raw) if not same(ours.iloc[row], number(text))]
    if numeric(theirs):
        # Where the peer has a number it is this one, but for the last digits, which its parser may miss.
        known = [row for row in range(len(raw)) if theirs.iloc[row] == theirs.iloc[row]]
        found += [f"peer's row {row}" for row in known if not close(theirs.iloc[row], ours.iloc[row])]
        lost = [row for row, text in enumerate(raw) if row not in known and number(text) is not None]
        found += [f"lost row {row}" for row in lost if not _lost_by_the_peer(raw[row])]
    return found


def close(left: Any, right: Any) -> bool:
    """Whether two numbers are the same, but for a rounding."""
    return right is not pandas.NA and math.isclose(left, right, rel_tol=1e-14)


def _lost_by_the_peer(raw: str | int) -> bool:
    """NaN is a value, and with pandas 3 the peer makes NaN of every ``0x...``."""
    return str(raw).startswith("0x") or math.isnan(number(raw) or 0)


SERIES = {
    "hmi.m_mini": json.loads(body("series_struct__m_mini.http"))["keywords"],
    "su_anchor.types": [{"name": name, "type": word} for name, word in TYPES.items()],
}
OF_NUMBERS = ("short", "int", "longlong", "float", "double")


def converted_by_the_peer(name: str, ds: str) -> bool:
    """Whether the series lists a keyword by this very name as numeric."""
    keywords = SERIES.get(ds.partition("[")[0], [])
    listed = {each["name"] for each in keywords if each["type"] in OF_NUMBERS}
    return name in listed or name in ("*recnum*", "*sunum*", "*size*")


RAGGED = {"rs_list__seg_all.http", "rs_list__seg_all_and_key.http"}
"""The peer raises ValueError for these."""


@pytest.mark.parametrize("name", sorted(set(LISTS) - RAGGED))
def test_the_frames_equal_the_peers(name: str, url: str) -> None:
    given = LISTS[name]
    their, our = both(url, **as_query(given))
    assert type(their) is type(our)
    assert len(frames(their)) == len(frames(our))
    members = [member for member in ("key", "seg", "link") if member in given]
    answer = json.loads(body(name))
    for member, left, right in zip(members, frames(their), frames(our), strict=True):
        assert left.shape == right.shape
        assert list(left.columns) == list(right.columns)
        assert list(left.index) == list(right.index)
        assert type(left.index) is type(right.index)
        sent = {"key": "keywords", "seg": "segments", "link": "links"}[member]
        raw = {each["name"]: each["values"] for each in answer.get(sent, [])}
        for column in raw:
            assert differences(left[column], right[column], raw[column]) == []
            if numeric(left[column]) or member != "key":
                assert numeric(left[column]) == numeric(right[column])
            elif numeric(right[column]):
                assert not converted_by_the_peer(column, given["ds"])


def test_many_samples_are_compared() -> None:
    assert len(LISTS) > 60
    assert set(LISTS) >= RAGGED
    assert sum("seg" in each for each in LISTS.values()) > 8
    assert sum("link" in each for each in LISTS.values()) > 4
    assert sum("recinfo" in each for each in LISTS.values()) > 3


# The documented differences, one by one.


def test_hexadecimal_numbers_are_right(url: str) -> None:
    their, our = both(url, **LISTS["rs_list__key_multi.http"])
    assert our["QUALITY"].tolist()[:3] == [2, 2, 0]
    assert str(our["QUALITY"].dtype) == "int64"
    assert their["QUALITY"].isna().all() == (int(pandas.__version__.partition(".")[0]) >= 3)


def test_longlong_beside_a_missing_value_keeps_its_last_digit(url: str) -> None:
    their, our = both(url, ds="su_anchor.types", key="**ALL**")
    assert their["KLL"].iloc[0] == 9007199254740992
    assert our["KLL"].iloc[0] == 9007199254740993
    assert our["KLL"].iloc[3] == 2**63 - 1
    assert our["KLL"].iloc[1] is pandas.NA


def test_keywords_in_other_letters_and_of_one_segment_are_converted(url: str) -> None:
    their, our = both(url, **LISTS["rs_list__key_lowercase.http"])
    assert (numeric(their["camera"]), numeric(our["camera"])) == (False, True)
    their, our = both(url, **LISTS["rs_list__key_perseg_indexed.http"])
    assert not any(numeric(their[name]) for name in their)
    assert all(numeric(our[name]) for name in our)


def test_ragged_segments_are_left_out_with_a_warning_where_the_peer_raises(url: str) -> None:
    arguments = LISTS["rs_list__seg_all_and_key.http"]
    refused: BaseException | None = None
    try:
        theirs(url, **arguments)
    except ValueError as error:
        refused = error
    assert refused is not None
    with pytest.warns(UserWarning, match="src_image"):
        keywords, segments = ours(url, **arguments)
    assert list(keywords.columns) == ["T_REC", "DATAMEAN"]
    assert list(segments.columns) == ["magnetogram", "mask", "log"]
    assert len(keywords) == len(segments) == 10


# Options.


def test_names_may_be_one_text(url: str) -> None:
    their, our = both(url, ds=RANGE, key="T_REC, CAMERA  CRVAL1,QUALITY")
    assert list(our.columns) == list(their.columns) == ["T_REC", "CAMERA", "CRVAL1", "QUALITY"]


def test_without_conversion_all_texts_stay(url: str) -> None:
    their, our = both(url, ds=RANGE, key=["T_REC", "CAMERA", "CRVAL1", "QUALITY"], convert_numeric=False)
    pandas.testing.assert_frame_equal(their, our)


def test_without_conversion_numbers_that_came_as_numbers_stay_numbers(url: str) -> None:
    their, our = both(url, convert_numeric=False, **LISTS["rs_list__pseudo_sunum.http"])
    pandas.testing.assert_frame_equal(their, our)


@pytest.mark.parametrize("skipped", ["CAMERA", ["CAMERA", "QUALITY"], ["NOT_ASKED_FOR"], []])
def test_conversion_can_be_skipped(url: str, skipped: Any) -> None:
    arguments = {"ds": RANGE, "key": ["T_REC", "CAMERA", "CRVAL1", "QUALITY"]}
    their, our = both(url, skip_conversion=skipped, **arguments)
    assert [numeric(their[name]) for name in their] == [numeric(our[name]) for name in our]
    for name in [skipped] if isinstance(skipped, str) else skipped:
        if name in our:
            pandas.testing.assert_series_equal(their[name], our[name])


@pytest.fixture(scope="module")
def small() -> Iterator[str]:
    """A server with the few records that prime keys and record names are tried with."""
    prime = {"ds": RANGE, "key": ["T_REC", "CAMERA"]}
    more = {"ds": RANGE, "key": ["T_REC", "CAMERA", "QUALITY"], "n": 2}
    few = json.loads(body("rs_list__key_multi.http"))
    few["keywords"] = [
        {"name": each["name"], "values": each["values"][:2]}
        for each in few["keywords"]
        if each["name"] != "CRVAL1"
    ]
    few["count"] = 2
    answers = [
        *structs(),
        Recording(
            "drms", "rs_list", prime, body=json.dumps({**few, "keywords": few["keywords"][:2]}).encode()
        ),
        Recording("drms", "rs_list", more, body=json.dumps(few).encode()),
        Recording("drms", "rs_list", {"ds": "su_anchor.empty[]", "key": ["ID"]}, body=EMPTY),
    ]
    with StandIn(answers) as server:
        yield server.url("drms")


EMPTY = b'{"count":0,"runtime":0.003,"status":0}'


@pytest.mark.parametrize("key", [None, "CAMERA", ["CAMERA", "T_REC"]])
def test_prime_keys_come_first_and_once(small: str, key: Any) -> None:
    their, our = both(small, ds=RANGE, key=key, pkeys=True)
    assert list(our.columns) == list(their.columns) == ["T_REC", "CAMERA"]
    pandas.testing.assert_frame_equal(their, our)


@pytest.mark.parametrize("key", ["QUALITY", ["QUALITY", "CAMERA"], "CAMERA, QUALITY"])
def test_other_keywords_follow_prime_keys(small: str, key: Any) -> None:
    their, our = both(small, ds=RANGE, key=key, pkeys=True, n=2)
    assert list(our.columns) == list(their.columns) == ["T_REC", "CAMERA", "QUALITY"]
    assert our.shape == their.shape == (2, 3)


def test_an_empty_record_set_is_an_empty_frame(small: str) -> None:
    their, our = both(small, ds="su_anchor.empty[]", key="ID")
    pandas.testing.assert_frame_equal(their, our)


def test_record_names_are_the_index(url: str) -> None:
    their, our = both(url, **as_query(LISTS["rs_list__R1_seg.http"]))
    assert isinstance(our, tuple)
    for left, right in zip(their, our, strict=True):
        assert list(left.index) == list(right.index)
        assert right.index[0].startswith("hmi.m_mini[")


@pytest.mark.parametrize("arguments", [{"key": "T_REC"}, {"pkeys": True}])
def test_a_series_that_does_not_exist_is_an_error_of_both(small: str, arguments: dict[str, Any]) -> None:
    refused: BaseException | None = None
    try:
        theirs(small, ds="hmi.nosuch[]", **arguments)
    except peer.DrmsQueryError as error:
        refused = error
    assert refused is not None
    with pytest.raises(drms.SeriesError):
        ours(small, ds="hmi.nosuch[]", **arguments)


def test_nothing_asked_for_is_an_error_of_both(small: str) -> None:
    for query in (theirs, ours):
        with pytest.raises(ValueError, match="key"):
            query(small, ds=RANGE)


# The tests can fail.


def test_canary_other_cells_are_complained_of() -> None:
    raw: list[str | int] = ["0x10", "MISSING", "3"]
    good = pandas.Series([16, None, 3], dtype="Int64")
    peers = pandas.Series([math.nan, math.nan, 3.0])
    assert differences(peers, good, raw) == []
    assert differences(peers, pandas.Series([17, None, 3], dtype="Int64"), raw) == ["row 0"]
    assert differences(peers, pandas.Series([16, 0, 3]), raw) == ["row 1"]
    assert differences(pandas.Series([16.0, math.nan, 4.0]), good, raw) == ["peer's row 2"]
    assert differences(pandas.Series(["a", "b"]), pandas.Series(["a", "c"]), ["a", "b"]) == ["other texts"]
