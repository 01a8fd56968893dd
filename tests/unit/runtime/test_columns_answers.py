"""Answers that are tables: what recorded answers of ``rs_list`` become, with types and without."""

from __future__ import annotations

import copy
import json
import math
import pickle
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import numpy
import pandas
import pyarrow
import pytest
from astropy.table import MaskedColumn
from astropy.time import Time

import astrowire
from astrowire import drms
from astrowire_runtime.columns import abreast
from astrowire_runtime.errors import RemoteError, RequestInvalid
from astrowire_runtime.testing import Recording, StandIn
from tests.recorded.reading import SAMPLES, http_answer

RANGE = "hmi.m_mini[2010.05.01/1h]"


def recorded(name: str) -> bytes:
    """The body of a recorded answer."""
    status, _, body = http_answer("jsoc_info", (SAMPLES / "netdrms" / f"{name}.http").read_bytes())
    assert status == 200
    return body


def decoded(body: bytes, operation: str = "rs_list") -> Any:
    headers = {"Content-Type": "application/json"}
    return drms.OPERATIONS[operation].decode(astrowire.HttpResponse(200, headers, body))


def sample(name: str) -> Any:
    """A recorded answer of ``rs_list``."""
    return decoded(recorded(name))


def struct() -> Any:
    """What the server says of the series ``hmi.m_mini``."""
    return decoded(recorded("series_struct__m_mini"), "series_struct")


def body_of(count: int, **columns: list[Any]) -> bytes:
    """An answer with these keywords."""
    keywords = [{"name": name, "values": values} for name, values in columns.items()]
    return json.dumps(
        {"keywords": keywords, "segments": [], "links": [], "count": count, "runtime": 0.1, "status": 0}
    ).encode()


# The tables of an answer.


def test_columns_are_reached_by_name() -> None:
    rs = sample("rs_list__types_all")
    assert rs.columns.rows == rs.count == 8
    assert list(rs.columns)[:3] == ["ID", "KCHAR", "KSHORT"]
    assert rs.columns["KTAI"][0] == "2010.05.01_00:00:00_TAI"
    assert rs.keywords[0].name == "ID"
    assert rs.keywords[0].values == ["1", "2", "3", "4", "5", "6", "7", "8"]
    assert rs.columns["ID"] == rs.keywords[0].values


def test_every_value_is_what_the_plain_reader_gives() -> None:
    for name in (
        "rs_list__types_all",
        "rs_list__seg_all_and_key",
        "rs_list__link_two",
        "rs_list__full_1000_all",
    ):
        rs, plain = sample(name), json.loads(recorded(name))
        for member in ("keywords", "segments", "links"):
            records = getattr(rs, member)
            assert [each.name for each in records] == [each["name"] for each in plain[member]]
            for record, truth in zip(records, plain[member], strict=True):
                for attribute in truth:
                    assert getattr(record, attribute) == truth[attribute]


@pytest.mark.filterwarnings("ignore:.*dubious year")  # Astropy has no leap seconds before 1960
def test_hexadecimal_and_longlong_of_a_real_answer() -> None:
    rs = sample("rs_list__types_all")
    hexadecimal = [0xFF, None, None, 0xFFFFFFFF, 0, 2, 0x80000001, 8]
    long = [9007199254740993, None, None, 2**63 - 1, 0, 2, -5, 8]
    arrays, arrow, frame, sky = rs.to_numpy(), rs.to_arrow(), rs.to_pandas(), rs.to_astropy()
    for name, truth in (("KHEX", hexadecimal), ("KLL", long)):
        assert arrays[name].tolist() == truth
        assert arrays[name].dtype == numpy.int64
        assert arrow[name].to_pylist() == truth
        assert arrow[name].type == pyarrow.int64()
        assert str(frame[name].dtype) == "Int64"
        assert [None if each is pandas.NA else each for each in frame[name].tolist()] == truth
        assert sky[name].tolist() == truth
        assert isinstance(sky[name], MaskedColumn)


def test_infinities_are_values_and_missing_ones_are_not() -> None:
    rs = sample("rs_list__types_all")
    assert rs.to_numpy()["KFLTG"].tolist() == [1e-20, None, None, -math.inf, 0.0, 2.5, 1.23457e08, 8.0]
    assert rs.columns["KFLTG"].words == {1: "MISSING", 2: "MISSING"}


@pytest.mark.filterwarnings("ignore:.*dubious year")  # Astropy has no leap seconds before 1960
def test_times_of_a_real_answer_by_their_zones() -> None:
    sky = sample("rs_list__types_all").to_astropy()
    for name, scale in (("KTAI", "tai"), ("KUTC", "utc"), ("KISO", "utc")):
        assert isinstance(sky[name], Time)
        assert sky[name].scale == scale
        assert sky[name].mask.tolist()[:3] == [False, True, True]
    assert sky["KTAI"][0] == Time("2010-05-01T00:00:00", scale="tai")
    assert abs((sky["KTAI"][5] - sky["KUTC"][5]).to_value("s")) < 1e-6


def test_blanks_and_letters_beyond_ascii_stay_in_texts() -> None:
    rs = sample("rs_list__types_all")
    assert rs.columns["KSTRW"].kind == "text"
    for texts in (rs.to_numpy()["KSTRW"].data.tolist(), list(rs.columns["KSTRW"])):
        assert texts[4] == "  pad   "
    assert rs.to_arrow()["KCONST"][0].as_py() == 'con"st/ant \\ é'
    assert rs.to_pandas()["KCONST"].iloc[0] == 'con"st/ant \\ é'


def test_latin_1_is_read_as_such() -> None:
    rs = decoded(
        '{"keywords":[{"name":"OBSERVER","values":["Zürich"]}],'.encode("latin-1")
        + b'"segments":[],"links":[],"count":1,"status":0}'
    )
    assert rs.charset == "latin-1"
    assert rs.columns["OBSERVER"] == ["Zürich"]
    assert rs.to_arrow()["OBSERVER"].to_pylist() == ["Zürich"]


# No records, no values.


def test_an_empty_record_set_has_no_columns() -> None:
    rs = sample("rs_list__empty_series_all")
    assert rs.count == 0
    for table in (rs.columns, rs.segments_table, rs.links_table):
        assert (dict(table), table.rows, table.unaligned) == ({}, 0, ())
    assert rs.to_numpy() == {}
    assert rs.to_arrow().num_rows == 0
    assert rs.to_pandas().empty
    assert len(rs.to_astropy()) == 0
    assert rs.declare(struct()) is not None


def test_columns_without_entries() -> None:
    rs = decoded(body_of(0, T_REC=[], QUALITY=[])).declare({"QUALITY": "int"})
    assert rs.columns["T_REC"] == []
    assert rs.to_numpy()["QUALITY"].dtype == numpy.int64
    assert rs.to_pandas().shape == (0, 2)


def test_a_record_with_nothing_but_missing_values() -> None:
    rs = sample("rs_list__types_one_missing")
    words = {name: column.words for name, column in rs.columns.items() if column.words}
    assert set(rs.columns) - set(words) == {"ID", "KCHAR", "KCONST"}
    assert set(map(str, words.values())) == {"{0: 'MISSING'}"}
    frame = rs.to_pandas()
    assert frame.isna().sum().sum() == len(words)


def test_an_unknown_keyword_is_no_number() -> None:
    rs = sample("rs_list__key_unknown")
    assert set(rs.columns["NOSUCHKEY"].words.values()) == {"Invalid KeyLink"}
    assert rs.to_arrow()["NOSUCHKEY"].null_count == rs.count


@pytest.mark.parametrize(
    ("name", "table", "column", "word"),
    [
        ("rs_list__seg_unknown", "segments_table", "nosuchseg", "InvalidSegName"),
        ("rs_list__seg_offline_and_nosu", "segments_table", "magnetogram", "NoDataDirectory"),
        ("rs_list__link_static", "links_table", "STATSRC", "Invalid_Link"),
    ],
)
def test_words_of_segments_and_links_are_masked_and_reachable(
    name: str, table: str, column: str, word: str
) -> None:
    rs = sample(name)
    found = getattr(rs, table)[column]
    rows = [row for row, text in enumerate(found) if text == word]
    assert rows
    assert found.words == dict.fromkeys(rows, word)
    assert [row for row, null in enumerate(found.to_arrow().is_null().to_pylist()) if null] == rows
    assert found.to_numpy().data.tolist() == list(found)


def test_segments_and_links_are_texts_whatever_they_look_like() -> None:
    body = json.loads(body_of(2))
    beside = {"dims": ["1", "2"], "cparms": [], "bzeros": ["0", "0"], "bscales": ["1", "1"]}
    body["segments"] = [{"name": "seg", "values": ["1", "2"], **beside}]
    body["links"] = [{"name": "link", "values": ["1", "2"]}]
    rs = decoded(json.dumps(body).encode())
    assert rs.segments_table["seg"].kind == rs.links_table["link"].kind == "text"
    assert rs.segments_table.to_numpy()["seg"].tolist() == ["1", "2"]


# Arrays of other lengths.


def test_ragged_arrays_are_kept_and_marked() -> None:
    rs = sample("rs_list__seg_all")
    table = rs.segments_table
    assert list(table) == ["magnetogram", "mask", "src_image", "log"]
    assert (table.rows, len(table["src_image"]), len(table["mask"])) == (10, 5, 10)
    assert "src_image" in table.unaligned
    assert "mask.cparms" in table.unaligned
    assert "src_image.dims" in table.unaligned
    assert "magnetogram" not in table.unaligned
    assert "mask.dims" not in table.unaligned
    assert rs.segments[1].cparms == []
    assert rs.segments[2].values[2] == "NoDataDirectory"


@pytest.mark.parametrize("conversion", ["to_numpy", "to_arrow", "to_pandas", "to_astropy"])
def test_ragged_arrays_warn_and_do_not_raise(conversion: str) -> None:
    rs = sample("rs_list__seg_all")
    with pytest.warns(UserWarning, match="src_image") as caught:
        made = getattr(rs.segments_table, conversion)()
    assert len(caught) == 1
    assert caught[0].filename == __file__
    names = {"to_arrow": "column_names", "to_astropy": "colnames"}.get(conversion)
    assert list(getattr(made, names) if names else made) == ["magnetogram", "mask", "log"]


@pytest.mark.parametrize("rows", [abreast.ROWS, 0], ids=["one by one", "several at a time"])
@pytest.mark.parametrize("conversion", ["to_numpy", "to_arrow", "to_pandas", "to_astropy"])
def test_warnings_point_at_the_users_line(
    conversion: str, rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(abreast, "ROWS", rows)
    rs = decoded(body_of(2, SHORT=["1"], SIZE=["1", "odd"])).declare({"SIZE": "int"})
    with pytest.warns(UserWarning, match=r"SHORT|SIZE") as caught:
        getattr(rs, conversion)()
    assert [each.filename for each in caught] == [__file__, __file__]


def test_keywords_of_a_ragged_answer_convert_without_a_warning() -> None:
    rs = sample("rs_list__seg_all_and_key")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert list(rs.to_pandas().columns) == ["T_REC", "DATAMEAN"]


# Types.


def test_quality_is_an_integer_because_the_series_says_so() -> None:
    texts = body_of(2, QUALITY=["12", "oops"], T_REC=["2010.05.01_00:00:00_TAI"] * 2)
    assert decoded(texts).columns["QUALITY"].kind == "text"
    rs = decoded(texts).declare(struct())
    assert rs.columns["QUALITY"].kind == "integer"
    assert rs.columns["T_REC"].kind == "time"
    with pytest.warns(UserWarning, match="QUALITY"):
        assert rs.to_numpy()["QUALITY"].tolist() == [12, None]
    assert rs.columns["QUALITY"].words == {1: "oops"}


def test_a_text_that_looks_like_a_number_is_a_text_if_the_series_says_so() -> None:
    rs = decoded(body_of(1, HISTORY=["12"], CODEVER0=["1.5"])).declare(struct())
    assert rs.to_numpy()["HISTORY"].tolist() == ["12"]
    assert rs.columns["CODEVER0"].kind == "text"


def test_a_number_of_the_series_is_one_though_all_of_them_are_whole() -> None:
    rs = decoded(body_of(2, CRVAL1=["1", "2"])).declare(struct())
    assert rs.to_numpy()["CRVAL1"].dtype == numpy.float64


def test_names_in_other_letters_are_the_same_keywords() -> None:
    rs = sample("rs_list__key_lowercase").declare(struct())
    assert list(rs.columns) == ["t_rec", "camera"]
    assert rs.columns["t_rec"].kind == "time"
    assert rs.columns["camera"].kind == "integer"


def test_names_of_one_segment_are_the_keyword_of_all() -> None:
    rs = sample("rs_list__key_perseg_indexed").declare(struct())
    assert {name: column.kind for name, column in rs.columns.items()} == {
        "DATAMEAN[0]": "number",
        "DATAMEAN_000": "number",
        "DATAVALS_000": "integer",
    }
    whole = decoded(body_of(1, **{"DATAMEAN_001": ["7"], "DATAMEAN[1]": ["7"], "DATAMEAN_1": ["7"]}))
    kinds = {name: column.kind for name, column in whole.declare(struct()).columns.items()}
    assert kinds == {"DATAMEAN_001": "number", "DATAMEAN[1]": "number", "DATAMEAN_1": "integer"}


def test_what_no_series_lists_is_known_all_the_same() -> None:
    rs = decoded(body_of(2, **{"*size*": ["57599", "NA"], "*recnum*": [1, 2], "*sunum*": [-1, 5]}))
    rs.declare(struct())
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        arrays = rs.to_numpy()
    assert arrays["*size*"].tolist() == [57599, None]
    assert rs.columns["*size*"].words == {1: "NA"}
    assert arrays["*sunum*"].tolist() == [-1, 5]


def test_a_keyword_that_the_series_does_not_list_is_judged_by_its_texts() -> None:
    rs = decoded(body_of(1, NOSUCH=["7"])).declare(struct())
    assert rs.columns["NOSUCH"].kind == "integer"


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("short", "integer"),
        ("int", "integer"),
        ("longlong", "integer"),
        ("float", "number"),
        ("double", "number"),
        ("time", "time"),
        ("string", "text"),
    ],
)
def test_types_may_be_given_by_hand(word: str, kind: str) -> None:
    rs = decoded(body_of(1, QUALITY=["12"], OTHER=["12"])).declare({"quality": word})
    assert rs.columns["QUALITY"].kind == kind
    assert rs.columns["OTHER"].kind == "integer"


def test_a_word_that_is_no_type_is_refused() -> None:
    with pytest.raises(RequestInvalid, match=r"complex.*int"):
        decoded(body_of(1, QUALITY=["12"])).declare({"QUALITY": "complex"})


WRONG_TYPES: list[Any] = [
    {"A": int},
    {"A": int, "B": "complex"},
    {"A": ["int"]},
    {"A": None},
    {"A": "INT"},
    "all",
    7,
    ["int"],
    ("A", "int"),
]


@pytest.mark.parametrize("types", WRONG_TYPES, ids=repr)
@pytest.mark.parametrize("count", [0, 1])
def test_whatever_else_types_are_is_refused(types: Any, count: int) -> None:
    rs = decoded(body_of(1, A=["1"])) if count else sample("rs_list__empty_series_all")
    with pytest.raises(RequestInvalid, match="types"):
        rs.declare(types)


def test_an_answer_that_declares_no_types_is_refused() -> None:
    summary = decoded(b'{"count":1,"runtime":0.1,"status":0}', "rs_summary")
    for other in (summary, sample("rs_list__types_all"), sample("rs_list__empty_series_all")):
        with pytest.raises(RequestInvalid, match="types"):
            decoded(body_of(1, A=["1"])).declare(other)


def test_types_can_be_taken_back() -> None:
    rs = decoded(body_of(1, QUALITY=["12"])).declare({"QUALITY": "string"})
    assert rs.columns["QUALITY"].kind == "text"
    assert rs.declare({}).columns["QUALITY"].kind == "integer"


# Types asked of the server.

MULTI = {"ds": RANGE, "key": ["T_REC", "CAMERA", "CRVAL1", "QUALITY"]}
FILED = (
    Recording("drms", "series_struct", {"ds": "hmi.m_mini"}, body=recorded("series_struct__m_mini")),
    Recording("drms", "rs_list", MULTI, body=recorded("rs_list__key_multi")),
    Recording("drms", "rs_list", {"ds": RANGE, "key": ["NUMB"]}, body=body_of(1, NUMB=["1"])),
)


@pytest.fixture
def server() -> Iterator[StandIn]:
    """A server that knows the series and some records of it."""
    with StandIn(FILED) as running:
        yield running


def test_types_can_be_fetched(server: StandIn) -> None:
    with drms.Client(base_url=server.url("drms")) as client:
        rs = client.rs_list(**MULTI, types="fetch")
    assert {name: column.kind for name, column in rs.columns.items()} == {
        "T_REC": "time",
        "CAMERA": "integer",
        "CRVAL1": "number",
        "QUALITY": "integer",
    }
    assert server.saw("series_struct") == server.saw("rs_list") == 1


def test_types_can_be_given_to_the_call(server: StandIn) -> None:
    with drms.Client(base_url=server.url("drms")) as client:
        by_struct = client.rs_list(**MULTI, types=client.series_struct(RANGE))
        by_hand = client.rs_list(**MULTI, types={"CAMERA": "string"})
        by_text = client.rs_list(**MULTI)
    kinds = [each.columns["CAMERA"].kind for each in (by_struct, by_hand, by_text)]
    assert kinds == ["integer", "text", "integer"]
    assert server.saw("series_struct") == 1


def test_where_types_cannot_be_fetched_no_records_are_asked_for(server: StandIn) -> None:
    with drms.Client(base_url=server.url("drms")) as client, pytest.raises(RemoteError):
        client.rs_list("hmi.nosuch[]", key="QUALITY", types="fetch")
    assert server.saw("rs_list") == 0


@pytest.mark.parametrize("types", [{"CAMERA": "complex"}, {"CAMERA": int}, "all", 7], ids=repr)
def test_what_is_no_type_is_refused_before_anything_is_sent(server: StandIn, types: Any) -> None:
    with drms.Client(base_url=server.url("drms")) as client, pytest.raises(RequestInvalid, match="types"):
        client.rs_list(**MULTI, types=types)
    assert server.saw("rs_list") == 0


# Copies, comparison, encoding.

CLONES: dict[str, Callable[[Any], Any]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "pickle": lambda value: pickle.loads(pickle.dumps(value)),
}
each_clone = pytest.mark.parametrize("clone", CLONES.values(), ids=CLONES)
SAMPLED = ("rs_list__types_all", "rs_list__seg_all_and_key", "rs_list__link_two", "rs_list__empty_series_all")


@each_clone
@pytest.mark.parametrize("name", SAMPLED)
@pytest.mark.parametrize("read_before", [False, True], ids=["unread", "read"])
def test_copies_and_pickles_are_equal(name: str, clone: Callable[[Any], Any], read_before: bool) -> None:
    rs = sample(name)
    if read_before:
        for table in (rs.columns, rs.segments_table, rs.links_table):
            [list(column) for column in table.values()]
    again = clone(rs)
    assert again == rs
    assert again.raw == rs.raw
    assert dict(again.columns) == dict(rs.columns)
    assert msgspec.json.encode(again) == msgspec.json.encode(rs)


@each_clone
def test_copies_keep_declared_types(clone: Callable[[Any], Any]) -> None:
    rs = decoded(body_of(1, CAMERA=["7"])).declare({"CAMERA": "string"})
    again = clone(rs)
    assert again.columns["CAMERA"].kind == "text"
    assert again.keywords[0].values.kind == "text"


def test_a_deep_copy_is_declared_by_itself() -> None:
    rs = decoded(body_of(1, CAMERA=["7"]))
    again = copy.deepcopy(rs)
    again.declare({"CAMERA": "string"})
    assert (rs.columns["CAMERA"].kind, again.columns["CAMERA"].kind) == ("integer", "text")


def test_answers_are_equal_whatever_the_spelling() -> None:
    first = decoded(body_of(1, A=["a/b"], B=[1]))
    spelt = body_of(1, A=["a/b"], B=[1]).replace(b"a/b", b"\\u0061\\/b").replace(b"[1]", b"[ 1.0 ]")
    other = decoded(spelt)
    assert other == first
    assert other.declare({"A": "string"}) == first
    assert decoded(body_of(1, A=["a/c"], B=[1])) != first
    assert decoded(body_of(1, A=["a/b"], B=["1"])) != first
    assert decoded(body_of(1, C=["a/b"], B=[1])) != first


@pytest.mark.parametrize("name", SAMPLED)
def test_an_answer_encoded_again_is_the_same_document(name: str) -> None:
    rs = sample(name)
    encoded = msgspec.json.encode(rs)
    assert json.loads(encoded) == json.loads(recorded(name))
    assert decoded(encoded) == rs


def test_whole_numbers_written_as_fractions_are_integers() -> None:
    rs = decoded(body_of(2).replace(b'"keywords": []', b'"keywords":[{"name":"K","values":["1",2.0]}]'))
    assert rs.columns["K"] == ["1", 2]
    assert [type(each) for each in rs.columns["K"]] == [str, int]
    assert json.loads(rs.columns["K"].raw) == ["1", 2]
    assert rs.to_numpy()["K"].dtype == numpy.int64


@each_clone
def test_unknown_members_of_a_column_are_kept_beside_it(clone: Callable[[Any], Any]) -> None:
    grown = body_of(1, K=["1"]).replace(b'"name": "K"', b'"name": "K", "unit": "m"')
    rs = decoded(grown)
    assert rs.keywords[0].extras == {"unit": "m"}
    assert rs == decoded(body_of(1, K=["1"]))
    assert clone(rs).keywords[0].extras == {"unit": "m"}
    assert rs.columns["K"].to_numpy().tolist() == [1]


def test_the_way_an_answer_shows_itself_is_short_and_the_same_each_time() -> None:
    body = body_of(50_000, K=["1"] * 50_000)
    assert repr(decoded(body)) == repr(decoded(body))
    assert repr(decoded(body).columns) == repr(decoded(body).columns)
    assert len(repr(decoded(body).columns)) < 200


def test_the_face_still_gives_plain_lists(server: StandIn) -> None:
    jsoc = drms.SERVERS["jsoc"]
    standing = type(jsoc)(jsoc.id, jsoc.title, server.url("drms"), jsoc.endpoints, jsoc.settings)
    answer = drms.HttpJsonClient(server=standing).rs_list(RANGE, key=MULTI["key"])
    assert answer == json.loads(recorded("rs_list__key_multi"))
    assert type(answer["keywords"][0]["values"]) is list
