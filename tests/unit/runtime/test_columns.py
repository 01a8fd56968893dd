"""Columns and tables: what users are promised of them, sentence by sentence."""

from __future__ import annotations

import copy
import json
import math
import operator
import pickle
import subprocess
import sys
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import numpy
import pandas
import pyarrow
import pytest
from astropy.table import MaskedColumn
from astropy.time import Time

from astrowire_runtime.columns import Column, ColumnLayout, Table
from astrowire_runtime.errors import ConfigError

MISSING = ("MISSING", "Invalid KeyLink")
LAYOUT = ColumnLayout(name="name", values="values", missing=MISSING)
TEXTS = ColumnLayout(name="name", values="values", kind="text", missing=("NoDataDirectory", "InvalidSegName"))


def column(
    values: Sequence[Any], declared: Any = None, *, name: str = "KEY", layout: ColumnLayout = LAYOUT
) -> Column[Any]:
    """A column as a server writes it."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":")).replace("/", "\\/")
    return Column(name, text.encode(), layout, declared=declared)


def table(rows: int, columns: Mapping[str, Sequence[Any]]) -> Table:
    return Table([column(values, name=name) for name, values in columns.items()], rows)


# A column is a list to its readers.


def test_a_column_is_a_list_of_what_was_sent() -> None:
    found = column(["a/b", 7, "é", ""])
    assert list(found) == ["a/b", 7, "é", ""]
    assert (len(found), found[0], found[-1], found[1:3]) == (4, "a/b", "", [7, "é"])
    assert 7 in found
    assert found.index("é") == 2
    assert found.count(7) == 1
    assert list(reversed(found)) == ["", "é", 7, "a/b"]
    assert found.raw == '["a\\/b",7,"é",""]'.encode()
    with pytest.raises(IndexError):
        found[4]


def test_tolist_gives_a_list_of_ones_own() -> None:
    found = column(["a", "b"])
    found.tolist().append("c")
    assert list(found) == ["a", "b"]


def test_a_column_equals_any_sequence_of_the_same_entries() -> None:
    found = column(["a", 1])
    assert found == ["a", 1]
    assert found == ("a", 1)
    assert found == column(["a", 1], name="OTHER")
    assert operator.eq(["a", 1], found)
    assert found != ["a", "1"]
    assert found != ["a"]
    assert found != "a1"
    assert found != 7
    assert column(["a"]) != "a"


def test_a_column_that_is_spelt_otherwise_is_equal() -> None:
    plain = Column("K", b'["a/b"]', LAYOUT)
    assert plain == Column("K", b'[ "\\u0061\\/b" ]', LAYOUT)


def test_a_column_shows_itself_shortly() -> None:
    shown = repr(column([str(each) for each in range(100_000)], name="T_REC"))
    assert "T_REC" in shown
    assert "100000" in shown
    assert len(shown) < 200


@pytest.mark.parametrize("clone", [copy.copy, copy.deepcopy, lambda each: pickle.loads(pickle.dumps(each))])
def test_copies_and_pickles_are_the_same_column(clone: Any) -> None:
    found = column(["0x10", "MISSING"], "integer")
    again = clone(found)
    assert again == found
    assert (again.name, again.kind, again.words, again.raw) == ("KEY", "integer", {1: "MISSING"}, found.raw)
    assert again.to_numpy().tolist() == [16, None]


def test_a_column_of_raw_bytes_of_an_answer_outlives_the_answer() -> None:
    body = msgspec.json.decode(b'{"a":["1","2"]}', type=dict[str, msgspec.Raw])
    found = Column("K", body.pop("a"), LAYOUT)
    del body
    assert pickle.loads(pickle.dumps(found)) == ["1", "2"]


# Integers.

QUALITY = ["0x00000400", "0x80000000", "0x00000000", "0xffffffff"]
AS_NUMBERS = [0x400, 0x80000000, 0, 0xFFFFFFFF]


def test_hexadecimal_quality_is_right_everywhere() -> None:
    found = column(QUALITY)
    assert found.kind == "integer"
    assert found.to_numpy().tolist() == AS_NUMBERS
    assert found.to_arrow().to_pylist() == AS_NUMBERS
    frame = Table([found], 4).to_pandas()
    assert frame["KEY"].tolist() == AS_NUMBERS
    assert str(frame["KEY"].dtype) == "int64"
    assert (frame["KEY"] & 0x400).tolist() == [0x400, 0, 0, 0x400]
    assert Table([found], 4).to_astropy()["KEY"].tolist() == AS_NUMBERS


def test_hexadecimal_of_64_bits_is_unsigned() -> None:
    found = column(["0x8000000000000000", "0x0000000000000001"]).to_numpy()
    assert found.dtype == numpy.uint64
    assert found.tolist() == [2**63, 1]


LONG = [9007199254740993, -9007199254740993, 2**63 - 1, -(2**63)]


def test_longlong_keeps_its_bits_beside_a_missing_value() -> None:
    found = column([*map(str, LONG), "MISSING"], "integer")
    array = found.to_numpy()
    assert array.dtype == numpy.int64
    assert array.tolist() == [*LONG, None]
    assert found.to_arrow().to_pylist() == [*LONG, None]
    assert found.to_arrow().type == pyarrow.int64()
    series = Table([found], 5).to_pandas()["KEY"]
    assert str(series.dtype) == "Int64"
    assert series.iloc[:4].tolist() == LONG
    assert series.iloc[4] is pandas.NA
    cells = Table([found], 5).to_astropy()["KEY"]
    assert isinstance(cells, MaskedColumn)
    assert cells.tolist() == [*LONG, None]


def test_unsigned_64_bits_stay_beside_a_missing_value() -> None:
    found = column([str(2**64 - 1), "Invalid KeyLink", "0"])
    assert found.to_numpy().dtype == numpy.uint64
    assert found.to_arrow().to_pylist() == [2**64 - 1, None, 0]
    assert str(Table([found], 3).to_pandas()["KEY"].dtype) == "UInt64"


@pytest.mark.parametrize("values", [["18446744073709551616", "1"], ["-1", "9223372036854775808"]])
def test_declared_integers_that_fit_no_type_stay_texts(values: list[str]) -> None:
    found = column(values, "integer")
    assert found.kind == "text"
    assert found.to_numpy().tolist() == values


def test_json_integers_are_integers() -> None:
    found = column([700100, -1, 2**53 + 1])
    assert list(found) == [700100, -1, 2**53 + 1]
    assert found.to_numpy().dtype == numpy.int64
    assert found.to_numpy().tolist() == [700100, -1, 2**53 + 1]


def test_json_integers_among_texts_are_texts_in_tables() -> None:
    found = column(["a", 7])
    assert list(found) == ["a", 7]
    assert found.to_numpy().tolist() == ["a", "7"]
    assert found.to_arrow().to_pylist() == ["a", "7"]


# Numbers.


def test_numbers_are_those_that_python_reads() -> None:
    texts = ["1.5", "-0.000000", "1e-20", "6.022141e+23", "123456789.123457", "   -7.25 ", "5."]
    array = column(texts).to_numpy()
    assert array.dtype == numpy.float64
    assert array.tolist() == [float(text) for text in texts]
    assert math.copysign(1, array[1]) == -1


def test_nan_and_infinities_are_values() -> None:
    found = column(["nan", "-nan", "inf", "-inf", "1.0"])
    assert found.kind == "number"
    assert found.words == {}
    array = found.to_numpy()
    assert not isinstance(array, numpy.ma.MaskedArray)
    assert numpy.isnan(array).tolist() == [True, True, False, False, False]
    assert array[2:].tolist() == [math.inf, -math.inf, 1.0]
    assert found.to_arrow().null_count == 0


def test_nan_and_missing_are_told_apart() -> None:
    found = column(["nan", "MISSING", "1.5"])
    array = found.to_numpy()
    assert numpy.ma.getmaskarray(array).tolist() == [False, True, False]
    assert math.isnan(array[0])
    assert found.to_arrow().is_null().to_pylist() == [False, True, False]
    assert math.isnan(found.to_arrow()[0].as_py())
    series = Table([found], 3).to_pandas()["KEY"]
    assert str(series.dtype) == "Float64"
    assert series.isna().tolist() == [False, True, False]
    assert math.isnan(series.iloc[0])
    assert Table([found], 3).to_astropy()["KEY"].mask.tolist() == [False, True, False]


# Words for no value.


def test_each_word_is_told_apart() -> None:
    found = column(["1", "MISSING", "Invalid KeyLink", "2", "MISSING"])
    assert found.kind == "integer"
    assert found.words == {1: "MISSING", 2: "Invalid KeyLink", 4: "MISSING"}
    assert found.to_numpy().tolist() == [1, None, None, 2, None]
    assert found.to_arrow().to_pylist() == [1, None, None, 2, None]


def test_words_are_masked_among_texts_and_kept() -> None:
    found = column(["/SUM0/D1", "NoDataDirectory", "InvalidSegName"], layout=TEXTS)
    assert found.kind == "text"
    assert found.words == {1: "NoDataDirectory", 2: "InvalidSegName"}
    assert list(found) == ["/SUM0/D1", "NoDataDirectory", "InvalidSegName"]
    array = found.to_numpy()
    assert array.mask.tolist() == [False, True, True]
    assert array.data.tolist() == ["/SUM0/D1", "NoDataDirectory", "InvalidSegName"]
    assert found.to_arrow().to_pylist() == ["/SUM0/D1", None, None]
    assert Table([found], 3).to_pandas()["KEY"].isna().tolist() == [False, True, True]


def test_only_the_whole_word_is_a_word() -> None:
    found = column(["MISSING ", "missing", "MISSINGS"])
    assert found.words == {}
    assert not isinstance(found.to_numpy(), numpy.ma.MaskedArray)


def test_a_column_without_any_value_is_one_of_texts() -> None:
    found = column(["MISSING"] * 3)
    assert found.kind == "text"
    assert found.to_numpy().mask.tolist() == [True] * 3
    assert found.to_arrow().to_pylist() == [None] * 3


def test_declared_types_hold_where_nothing_has_a_value() -> None:
    array = column(["MISSING"] * 3, "integer").to_numpy()
    assert array.dtype == numpy.int64
    assert array.mask.tolist() == [True] * 3
    assert column(["MISSING"], "number").to_arrow().type == pyarrow.float64()


def test_an_inferred_column_masks_nothing_else() -> None:
    found = column(["1", "2", "NA"])
    assert found.kind == "text"
    assert found.words == {}
    assert found.to_numpy().tolist() == ["1", "2", "NA"]


def conversions(found: Column[Any]) -> dict[str, Any]:
    whole = Table([found], len(found))
    return {
        "Column.to_numpy": found.to_numpy,
        "Column.to_arrow": found.to_arrow,
        "to_numpy": whole.to_numpy,
        "to_arrow": whole.to_arrow,
        "to_pandas": whole.to_pandas,
        "to_astropy": whole.to_astropy,
    }


@pytest.mark.parametrize("conversion", conversions(column([])))
def test_strangers_in_a_declared_column_are_masked_with_a_warning(conversion: str) -> None:
    found = column(["57599", "NA", "12", "MISSING", "N/A"], "integer", name="*size*")
    with pytest.warns(UserWarning, match="declared integer") as caught:
        conversions(found)[conversion]()
    assert len(caught) == 1
    text = str(caught[0].message)
    assert "*size*" in text
    assert " 2 " in text
    assert "'NA'" in text
    assert found.words == {1: "NA", 3: "MISSING", 4: "N/A"}


@pytest.mark.parametrize("conversion", conversions(column([])))
def test_the_warning_points_at_the_line_of_the_caller(conversion: str) -> None:
    convert = conversions(column(["1", "NA"], "integer"))[conversion]
    with pytest.warns(UserWarning, match="declared integer") as caught:
        convert()
    assert caught[0].filename == __file__


def test_known_words_do_not_warn() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for convert in conversions(column(["1", "MISSING", "Invalid KeyLink"], "number")).values():
            convert()


def test_texts_to_be_expected_in_numbers_are_masked_without_a_warning() -> None:
    layout = ColumnLayout(name="name", values="values", missing=MISSING, known=("NA",))
    declared, inferred = (column(["57599", "NA"], kind, layout=layout) for kind in ("integer", None))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert declared.to_numpy().tolist() == [57599, None]
    assert declared.words == {1: "NA"}
    assert inferred.kind == "text"
    assert inferred.words == {}


# What a column is when nobody says so.


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([], "text"),
        (["a"], "text"),
        ([""], "text"),
        (["1", "-2", "+3", " 4 ", "0"], "integer"),
        (["0x1", "10"], "integer"),
        ([1, "2"], "integer"),
        (["1", "2.5"], "number"),
        ([1, "2.5"], "number"),
        (["0x1", "2.5"], "text"),
        (["007"], "text"),
        (["1", "00"], "text"),
        (["1.5", "00.5"], "text"),
        (["0.5", "-0", "0"], "number"),
        (["1.0e-05"], "number"),
        (["1e400"], "text"),
        (["1_000"], "text"),
        (["\u0661"], "text"),
        (["\t1"], "text"),
        (["nan"], "number"),
        (["2010.05.01_00:00:00_TAI", "2010-05-01T00:00:00Z"], "time"),
        (["2010.05.01_00:00:00_TAI", "MISSING"], "time"),
        (["2010.05.01_00:00:00_TAI", "x"], "text"),
        (["2010.05.01_00:00:00_TAI", 7], "text"),
    ],
)
def test_kinds_are_inferred(values: list[Any], kind: str) -> None:
    assert column(values).kind == kind


def test_a_column_declared_a_text_is_one() -> None:
    found = column(["1", "MISSING", 3], "text")
    assert found.kind == "text"
    assert found.to_numpy().data.tolist() == ["1", "MISSING", "3"]


def test_declared_numbers_may_have_leading_zeros() -> None:
    assert column(["007", "08"], "integer").to_numpy().tolist() == [7, 8]
    assert column(["007.5", "08"], "number").to_numpy().tolist() == [7.5, 8.0]


@pytest.mark.parametrize(
    ("declared", "kind"),
    [(None, "text"), ("integer", "integer"), ("number", "number"), ("text", "text"), ("time", "time")],
)
def test_an_empty_column_is_of_its_declared_kind(declared: Any, kind: str) -> None:
    found = column([], declared)
    assert found.kind == kind
    dtypes = {"integer": numpy.int64, "number": numpy.float64}
    assert found.to_numpy().dtype == dtypes.get(kind, object)
    whole = Table([found], 0)
    assert len(found.to_arrow()) == len(whole.to_pandas()) == len(whole.to_astropy()["KEY"]) == 0


# Times.

TAI = ["2010.05.01_00:00:00_TAI", "MISSING", "-4712.01.01_11:59:28_TAI", "2028.02.02_00:00:00.250_TAI"]


def test_times_stay_texts() -> None:
    found = column(TAI)
    assert found.kind == "time"
    assert found.to_numpy().data.tolist() == TAI
    assert found.to_arrow().to_pylist() == [TAI[0], None, *TAI[2:]]
    assert Table([found], 4).to_pandas()["KEY"].isna().tolist() == [False, True, False, False]


def test_tai_is_tai_and_the_year_minus_4712_is_missing_in_astropy() -> None:
    times = Table([column(TAI)], 4).to_astropy()["KEY"]
    assert isinstance(times, Time)
    assert times.scale == "tai"
    assert times.mask.tolist() == [False, True, True, False]
    assert times[0] == Time("2010-05-01T00:00:00", scale="tai")
    assert abs((times[3] - Time("2028-02-02T00:00:00.250", scale="tai")).to_value("s")) < 1e-9


@pytest.mark.parametrize(
    ("texts", "scale"),
    [
        (["2016.12.31_23:59:60_UTC", "2017.01.01_00:00:00_UTC"], "utc"),
        (["2016-12-31T23:59:60.5Z", "2017-01-01T00:00:00Z"], "utc"),
        (["2012.01.01_00:00:00_UT"], "utc"),
        (["2012.01.01_00:00:00_TT"], "tt"),
        (["2012.01.01_00:00:00_TDT"], "tt"),
        (["2012-01-01T00:00:00_TAI"], "tai"),
    ],
)
def test_the_zone_says_the_scale(texts: list[str], scale: str) -> None:
    times = Table([column(texts)], len(texts)).to_astropy()["KEY"]
    assert isinstance(times, Time)
    assert times.scale == scale


def test_times_of_many_decimals_are_times() -> None:
    times = Table([column(["2012.01.01_00:00:00.123456789012_TAI"])], 1).to_astropy()["KEY"]
    truth = Time("2012-01-01T00:00:00", scale="tai")
    assert abs((times[0] - truth).to_value("s") - 0.123456789012) < 1e-11


def test_the_decimals_of_times_are_shown() -> None:
    times = Table([column(["2012.01.01_00:00:00.250_TAI", "2012.01.01_00:00:01_TAI"])], 2).to_astropy()["KEY"]
    assert times.isot.tolist() == ["2012-01-01T00:00:00.250", "2012-01-01T00:00:01.000"]
    whole = Table([column(["2012.01.01_00:00:00_TAI"])], 1).to_astropy()["KEY"]
    assert whole.isot.tolist() == ["2012-01-01T00:00:00"]


def test_a_leap_second_is_a_second() -> None:
    times = Table([column(["2016.12.31_23:59:60_UTC", "2017.01.01_00:00:00_UTC"])], 2).to_astropy()["KEY"]
    assert abs((times[1] - times[0]).to_value("s") - 1) < 1e-9


@pytest.mark.parametrize(
    "texts",
    [
        ["2010.05.01_00:00:00_TAI", "2010.05.01_00:00:00_UTC"],
        ["2010.05.01_00:00:00_XYZ"],
        ["2010.13.45_25:61:61_TAI"],
        ["2010.02.30_00:00:00_TAI"],
    ],
    ids=["two zones", "unknown zone", "no such month", "no such day"],
)
def test_times_that_astropy_cant_have_stay_texts_with_a_warning(texts: list[str]) -> None:
    with pytest.warns(UserWarning, match="KEY"):
        found = Table([column(texts)], len(texts)).to_astropy()["KEY"]
    assert not isinstance(found, Time)
    assert found.tolist() == texts


def test_declared_times_that_are_none_stay_texts_with_a_warning() -> None:
    with pytest.warns(UserWarning, match="KEY"):
        found = Table([column(["2010.05.01_00:00:00_TAI", "soon"], "time")], 2).to_astropy()["KEY"]
    assert found.tolist() == ["2010.05.01_00:00:00_TAI", "soon"]


def test_declared_times_without_any_value_are_all_missing() -> None:
    found = Table([column(["MISSING", "-4712.01.01_11:59:28_TAI"], "time")], 2).to_astropy()["KEY"]
    assert isinstance(found, Time)
    assert found.mask.tolist() == [True, True]


# Tables.


def test_a_table_is_a_mapping_of_columns() -> None:
    found = table(2, {"T_REC": ["a", "b"], "CAMERA": ["1", "2"]})
    assert list(found) == ["T_REC", "CAMERA"]
    assert len(found) == 2
    assert "CAMERA" in found
    assert "camera" not in found
    assert dict(found)["CAMERA"] == ["1", "2"]
    assert found.rows == 2
    assert found.unaligned == ()
    with pytest.raises(KeyError, match="T_REC"):
        found["T_OBS"]
    assert found.get("T_OBS") is None


def test_of_a_name_that_comes_twice_the_last_counts() -> None:
    both = Table([column(["1"], name="K"), column(["2"], name="K")], 1)
    assert both["K"] == ["2"]
    assert both.to_numpy()["K"].tolist() == [2]


def test_columns_of_other_lengths_are_kept_and_marked() -> None:
    found = table(3, {"A": ["1", "2", "3"], "SHORT": ["1"], "NONE": []})
    assert found.unaligned == ("SHORT", "NONE")
    assert found["SHORT"] == ["1"]


@pytest.mark.parametrize("conversion", ["to_numpy", "to_arrow", "to_pandas", "to_astropy"])
def test_conversions_leave_them_out_with_a_warning_that_names_them(conversion: str) -> None:
    found = table(3, {"A": ["1", "2", "3"], "SHORT": ["1"], "NONE": []})
    with pytest.warns(UserWarning, match="left out") as caught:
        made = getattr(found, conversion)()
    assert len(caught) == 1
    assert "SHORT" in str(caught[0].message)
    assert "NONE" in str(caught[0].message)
    assert caught[0].filename == __file__
    names = {"to_arrow": "column_names", "to_astropy": "colnames"}.get(conversion)
    assert list(getattr(made, names) if names else made) == ["A"]


def test_arrays_beside_the_values_are_marked_and_do_not_disturb() -> None:
    beside = {
        "seg.dims": column(["4096x4096"] * 2, name="seg.dims"),
        "seg.cparms": column([], name="seg.cparms"),
    }
    found = Table([column(["a", "b"], name="seg")], 2, beside)
    assert found.unaligned == ("seg.cparms",)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert list(found.to_pandas().columns) == ["seg"]


@pytest.mark.parametrize("rows", [0, 3])
def test_a_table_without_columns_converts(rows: int) -> None:
    found = Table([], rows)
    assert found.to_numpy() == {}
    assert found.to_arrow().num_columns == 0
    assert found.to_pandas().shape == (rows, 0)
    assert found.to_astropy().colnames == []


def test_names_of_all_sorts_become_columns() -> None:
    names = ["*recnum*", "DATAMEAN[0]", "É", " CAMERA", "a.b", "index"]
    found = table(1, {name: ["1"] for name in names})
    assert list(found.to_pandas().columns) == names
    assert found.to_arrow().column_names == names
    assert found.to_astropy().colnames == names
    assert list(found.to_numpy()) == names


def test_what_was_converted_can_be_changed_without_harm_to_the_answer() -> None:
    found = table(2, {"A": ["1", "2"], "B": ["1.5", "MISSING"], "C": ["x", "y"]})
    for name in ("A", "B", "C"):
        array = found[name].to_numpy()
        array[0] = array[1]
        array = found.to_numpy()[name]
        array[0] = array[1]
    frame = found.to_pandas()
    frame.loc[0, "A"] = 7
    frame["A"] += 1
    sky = found.to_astropy()
    sky["A"][0] = 9
    assert found["A"].to_numpy().tolist() == [1, 2]
    assert found["B"].to_numpy().tolist() == [1.5, None]
    assert found["C"].to_numpy().tolist() == ["x", "y"]


# Libraries.

EXTRAS = {
    "to_numpy": ("numpy", "numpy"),
    "to_arrow": ("pyarrow", "arrow"),
    "to_pandas": ("pandas", "pandas"),
    "to_astropy": ("astropy", "astropy"),
}


@pytest.mark.parametrize("function", EXTRAS)
def test_a_missing_library_is_an_error_that_names_the_extra(
    function: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, extra = EXTRAS[function]
    for module in [library, *(name for name in sys.modules if name.startswith(f"{library}."))]:
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ConfigError) as caught:
        getattr(table(1, {"A": ["1"]}), function)()
    assert function in str(caught.value)
    assert library in str(caught.value)
    assert f"pip install 'astrowire[{extra}]'" in str(caught.value)


@pytest.mark.parametrize("function", ["to_numpy", "to_arrow"])
def test_so_it_is_for_a_single_column(function: str, monkeypatch: pytest.MonkeyPatch) -> None:
    library, extra = EXTRAS[function]
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ConfigError, match=rf"astrowire\[{extra}\]"):
        getattr(column(["1"]), function)()


def without(*libraries: str, script: str) -> str:
    """What a script prints in an interpreter that has not these libraries."""
    blocked = "\n".join(f"sys.modules[{name!r}] = None" for name in libraries)
    found = subprocess.run(
        [sys.executable, "-W", "error", "-c", f"import sys\n{blocked}\n{PRELUDE}\n{script}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stderr
    return found.stdout.strip()


PRELUDE = """
from astrowire_runtime.columns import Column, ColumnLayout, Table
layout = ColumnLayout(name="name", values="values", missing=("MISSING",))
texts = Column("K", b'["0x10","MISSING","7"]' , layout)
words = Column("W", b'["a","MISSING","b"]' , layout)
table = Table([texts, words], 3)
"""


def test_lists_kinds_and_words_need_no_library() -> None:
    script = "print(texts.kind, texts.words, list(texts), len(table), texts == ['0x10', 'MISSING', '7'])"
    expected = "integer {1: 'MISSING'} ['0x10', 'MISSING', '7'] 2 True"
    assert without("numpy", "pandas", "pyarrow", "astropy", script=script) == expected


def test_pandas_needs_no_arrow() -> None:
    script = """
frame = table.to_pandas()
print(str(frame["K"].dtype), frame["K"].iloc[0], frame["K"].isna().tolist(), frame["W"].isna().tolist())
"""
    assert without("pyarrow", script=script) == "Int64 16 [False, True, False] [False, True, False]"


def test_reading_a_column_imports_nothing_heavy() -> None:
    script = """
list(texts)
heavy = {"numpy", "pandas", "pyarrow", "astropy"} & set(sys.modules)
print(sorted(heavy))
"""
    assert without(script=script) == "[]"
