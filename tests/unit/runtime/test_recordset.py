"""`RecordSet`: reading, pointing at what is wrong, building, what is refused, and checking by a series."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from astropy.time import Time, TimeDelta

import astrowire
from astrowire import drms
from astrowire.drms import RecordSet
from astrowire_runtime.drms.recordsets.parts import (
    Between,
    Condition,
    Count,
    Keyed,
    Lasting,
    Number,
    Numbers,
    Positional,
    Recnums,
    ServerFile,
    Value,
)

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def refusal(call: Any, *arguments: Any, **named: Any) -> str:
    """What is said against a call; empty if nothing is."""
    try:
        call(*arguments, **named)
    except astrowire.RequestInvalid as error:
        return str(error)
    return ""


# Reading.


READ = {
    "[2024.01.01_TAI/1d@6h]": Positional((Lasting("2024.01.01_TAI", "1d", "6h"),)),
    "[2012.01.01_00:00:34_TAI-2012.01.01_00:02:04_TAI@90.0s]": Positional(
        (Between("2012.01.01_00:00:34_TAI", "2012.01.01_00:02:04_TAI", "90.0s"),)
    ),
    "[2021-07-03T14:25:00Z-2021-07-03T14:35:00Z]": Positional(
        (Between("2021-07-03T14:25:00Z", "2021-07-03T14:35:00Z"),)
    ),
    "[2021-07-03T14:25:00Z]": Positional((Value("2021-07-03T14:25:00Z"),)),
    "[2010.05.01_00:00+0800]": Positional((Value("2010.05.01_00:00+0800"),)),
    "[JD_2455317.5/1h]": Positional((Lasting("JD_2455317.5", "1h"),)),
    "[3000d/10u]": Positional((Lasting("3000d", "10u"),)),
    "[-4712.01.01_11:59:28_TAI]": Positional((Value("-4712.01.01_11:59:28_TAI"),)),
    "[1,3,5-9@2]": Positional((Value("1"), Value("3"), Between("5", "9", "2"))),
    "[-5--3]": Positional((Between("-5", "-3"),)),
    "[^]": Positional((Value("^"),)),
    "[]": Positional(),
    "[ ]": Positional(),
    "[\x0c]": Positional((Value("\x0c"),)),
    "[\x0c?]": Positional((Value("\x0c?"),)),
    "[aia_lev1-old/new@home]": Positional((Value("aia_lev1-old/new@home"),)),
    "['a,b]'-\"c\"]": Positional((Between("'a,b]'", '"c"'),)),
    "['it''s']": Positional((Value("'it''s'"),)),
    "[#0]": Positional((Number(0),)),
    "[#5-#9@2,#^]": Positional((Numbers(5, 9, 2), Number("^"))),
    "[ID=1-3]": Keyed("ID", (Between("1", "3"),)),
    "[ T_REC = $ ]": Keyed("T_REC", (Value("$"),)),
    "[:#$]": Recnums((Number("$"),)),
    "[:#5-#,#-#9,#7/2]": Recnums((Numbers(5, None), Numbers(None, 9), Count(7, 2))),
    "[? t_rec > $(2010.05.04_TAI) and h like '%?]%' ?]": Condition(
        "t_rec > $(2010.05.04_TAI) and h like '%?]%'"
    ),
    "[! 1=1 !]": Condition("1=1", versions=True),
}


@pytest.mark.parametrize("text", READ)
def test_a_filter_is_read(text: str) -> None:
    assert RecordSet(f"hmi.m_720s{text}").filters == (READ[text],)


def test_blanks_case_and_separators_make_one_text() -> None:
    found = RecordSet(" hmi.M_720s[ 2024.01.01 / 1d @ 6h ]{ a ; b:c } ;\n mdi.fd # the other\n")
    assert str(found) == "hmi.M_720s[2024.01.01/1d@6h]{a,b,c},mdi.fd"


def test_what_only_the_server_can_read_is_kept() -> None:
    found = RecordSet("@/tmp/sets.txt\n{prog:old},a.b")
    assert found.sets[:2] == (ServerFile("@/tmp/sets.txt"), ServerFile("{prog:old}"))
    assert "only the server knows" in refusal(RecordSet("@x").at, 1)


POINTED_AT = {
    "": 1,
    "hmi.m_720s[2024": 11,
    "hmi.m_720s[1,,2]": 14,
    "hmi.m_720s[1][2}": 14,
    "hmi.m_720s,": 11,
    "hmi.m_720s]": 11,
    "hmi.m 720s": 7,
    ".m_720s": 1,
    "hmi.m_720s%": 11,
    "hmi.m_720s[:5]": 13,
    "hmi.m_720s[:#5-9]": 15,
    "hmi.m_720s[? a ? b ?]": 16,
    "hmi.m_720s[? 'a ?]": 14,
    "hmi.m_720s[ID=]": 15,
    "hmi.m_720s['a]": 12,
    "hmi.m_720s[ ? a=1 ?]": 13,
    "hmi.m_720s[ !]": 13,
    "hmi.m_720s[ :#5]": 13,
    "hmi.m_720s[1[2]": 13,
    "hmi.m_720s{a b}": 14,
    "hmi.m_720s{a}[1]": 14,
    "hmi.m_720s[:#9223372036854775808]": 14,
}


@pytest.mark.parametrize("text", POINTED_AT)
def test_the_error_points_at_the_character(text: str) -> None:
    assert refusal(RecordSet, text).startswith(f"character {POINTED_AT[text]}, ")


def test_names_have_the_lengths_of_the_servers() -> None:
    names = [("{}", 63), ("a.b[{}=1]", 31), ("a.b{{{}}}", 31)]
    for layout, most in names:
        assert refusal(RecordSet, layout.format("a" * most)) == ""
        assert f"at most {most}" in refusal(RecordSet, layout.format("a" * (most + 1)))


@pytest.mark.parametrize("value", [None, 5, b"hmi.m_720s", ["hmi.m_720s"]])
def test_only_texts_are_read(value: Any) -> None:
    assert "read from a text" in refusal(RecordSet, value)


# Values.


def test_it_is_a_value() -> None:
    one = RecordSet("hmi.m_720s[$]")
    assert (
        one == RecordSet(" hmi.m_720s[ $ ]"),
        one == "hmi.m_720s[$]",
        one == RecordSet("hmi.m_720s[^]"),
    ) == (
        True,
        False,
        False,
    )
    assert len({one, RecordSet("hmi.m_720s[$]"), RecordSet.raw("hmi.m_720s[$]")}) == 2
    assert RecordSet(one) is one
    assert repr(one) == "RecordSet('hmi.m_720s[$]')"
    assert pickle.loads(pickle.dumps(one)) == copy.copy(one) == one


@pytest.mark.parametrize("name", ["series", "_sets", "other"])
def test_it_never_changes(name: str) -> None:
    one = RecordSet("hmi.m_720s")
    with pytest.raises(AttributeError):
        setattr(one, name, "x")
    with pytest.raises(AttributeError):
        delattr(one, name)


def test_methods_return_new_ones() -> None:
    one = RecordSet("hmi.m_720s")
    assert (str(one.at("$")), str(one.segments("a")), str(one)) == (
        "hmi.m_720s[$]",
        "hmi.m_720s{a}",
        "hmi.m_720s",
    )


# Building.


def test_it_reads_as_it_is_said() -> None:
    made = RecordSet("hmi.m_720s").at("2024.01.01_TAI").every("1h").for_("1d").where("QUALITY = 0")
    assert (
        str(made.segments("magnetogram")) == "hmi.m_720s[2024.01.01_TAI/1d@1h][? QUALITY = 0 ?]{magnetogram}"
    )
    assert made.segments("magnetogram").where("X > 1") == RecordSet(f"{made}[? X > 1 ?]{{magnetogram}}")


TIMES = [
    (Time("2024-01-01T12:00:00", scale="tai"), "2024.01.01_12:00:00_TAI"),
    (Time("2024-01-01T12:00:00.500", scale="utc"), "2024.01.01_12:00:00.500_UTC"),
    (Time("2024-01-01T12:00:32.184", scale="tt"), "2024.01.01_12:00:00_TAI"),
    (datetime(2024, 1, 1, 12, tzinfo=UTC), "2024.01.01_12:00:00_UTC"),
    (datetime(2024, 1, 1, 12, tzinfo=timezone(timedelta(hours=2))), "2024.01.01_10:00:00_UTC"),
    (
        datetime(2024, 1, 1, 12, 0, 0, 250),  # noqa: DTZ001
        "2024.01.01_12:00:00.000250_UTC",
    ),
    (date(2024, 1, 1), "2024.01.01_UTC"),
    (date(987, 1, 1), "0987.01.01_UTC"),
    ("2024.01.01", "2024.01.01"),
    (171, "171"),
]


@pytest.mark.parametrize(("given", "text"), TIMES)
def test_times_get_their_zone(given: Any, text: str) -> None:
    assert str(RecordSet("a.b").at(given)) == f"a.b[{text}]"


DURATIONS = [
    (timedelta(days=2), "2d"),
    (timedelta(hours=36), "36h"),
    (timedelta(minutes=12), "12m"),
    (timedelta(seconds=45), "45s"),
    (timedelta(milliseconds=1500), "1.5s"),
    (TimeDelta(720, format="sec"), "12m"),
    ("3u", "3u"),
]


@pytest.mark.parametrize(("given", "text"), DURATIONS)
def test_durations_get_their_unit(given: Any, text: str) -> None:
    assert str(RecordSet("a.b").at("2024.01.01").for_(given)) == f"a.b[2024.01.01/{text}]"


MISUSED = {
    "at(None)": lambda one: one.at(None),
    "at(True)": lambda one: one.at(True),
    "at()": lambda one: one.at(),
    "at(array of times)": lambda one: one.at(Time(["2024-01-01", "2024-01-02"])),
    "at(time without UTC)": lambda one: one.at(datetime.min.replace(tzinfo=timezone(timedelta(hours=2)))),
    "at(comma)": lambda one: one.at("1,2"),
    "at(bracket)": lambda one: one.at("1][2"),
    "at(quotes, then more)": lambda one: one.at("'a'][b"),
    "at(equals)": lambda one: one.at("ID=5"),
    "at(empty)": lambda one: one.at(""),
    "at(bad key)": lambda one: one.at(1, key="T REC"),
    "between(no range)": lambda one: one.between("here", "there"),
    "for_ first": lambda one: one.for_("1d"),
    "for_(word)": lambda one: one.at("2024.01.01").for_("long"),
    "for_ twice": lambda one: one.at("2024.01.01").for_("1d").for_("1d"),
    "for_(None)": lambda one: one.at("2024.01.01").for_(None),
    "every first": lambda one: one.every("1d"),
    "every(word)": lambda one: one.at("2024.01.01").for_("1d").every("often"),
    "every and no for_": lambda one: str(one.at("2024.01.01").every("1h")),
    "every, then at": lambda one: one.at("2024.01.01").every("1h").at(5),
    "every, then joined": lambda one: one.at("2024.01.01").every("1h") | "a.b",
    "where(empty)": lambda one: one.where(" "),
    "where(None)": lambda one: one.where(None),
    "where(ends early)": lambda one: one.where("1=1 ?][? 2=2"),
    "recnum(text)": lambda one: one.recnum("5"),
    "recnum(negative)": lambda one: one.recnum(-5),
    "recnum()": lambda one: one.recnum(),
    "segments(two in one)": lambda one: one.segments("a,b"),
    "segments(another set)": lambda one: one.segments("a},c.d{e"),
    "at of two sets": lambda one: (one | "c.d").at(5),
    "series of two sets": lambda one: (one | "c.d").series,
    "series of raw text": lambda one: RecordSet.raw("a.b").series,
    "raw text joined": lambda one: RecordSet.raw("a.b") | one,
    "raw of no text": lambda one: RecordSet.raw(None),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("what", MISUSED)
def test_a_misuse_is_said_at_once(what: str) -> None:
    assert refusal(MISUSED[what], RecordSet("a.b")) != ""


def test_an_unfinished_one_can_still_be_shown() -> None:
    assert repr(RecordSet("a.b").at("2024.01.01").every("1h")) == "RecordSet('a.b[2024.01.01]').every('1h')"


# The samples.


def recorded_texts() -> list[tuple[str, str, str, bool]]:
    """Sample, operation, ``ds``, and whether the server answered it with success."""
    found: list[tuple[str, str, str, bool]] = []
    index = json.loads((SAMPLES / "netdrms" / "INDEX.json").read_text(encoding="utf-8"))
    for name, said in index.items():
        members = dict(parse_qsl(said.get("query_string") or "", keep_blank_values=True))
        body = (SAMPLES / "netdrms" / name).read_bytes()
        good = said["exit_code"] == 0 and b'"status":1,' not in body
        if "ds" in members:
            found.append((name, members.get("op", ""), members["ds"], good))
    return found


RECORDED = recorded_texts()
ANSWERED = [each for each in RECORDED if each[3]]
KILLED = {
    "bad_op__shell_chars.http",
    "exp_request__illegal_text.http",
    "rs_list__bad_time.http",
    "rs_summary__bad_time.http",
    "rs_summary__segfilter.http",
    "rs_summary__segfilter_unknown.http",
    "rs_summary__slash_garbage.http",
    "rs_summary__two_series.http",
    "series_struct__leading_dot.http",
}
"""Samples without an answer because of their ``ds``."""


def what_is_sent(operation: str, ds: object) -> object:
    return drms.OPERATIONS[operation].spoken({"ds": ds})["ds"] if operation in drms.OPERATIONS else ds


def test_there_are_samples() -> None:
    assert len(ANSWERED) > 130
    assert KILLED.issubset(name for name, *_ in RECORDED)


@pytest.mark.parametrize(("name", "operation", "ds", "_"), ANSWERED, ids=[each[0] for each in ANSWERED])
def test_what_a_server_answered_is_read_and_sent_unchanged(
    name: str, operation: str, ds: str, _: bool
) -> None:
    assert RecordSet.parse(str(RecordSet(ds))) == RecordSet(ds)
    assert what_is_sent(operation, ds) == ds


@pytest.mark.parametrize(
    ("operation", "ds"), [(operation, ds) for name, operation, ds, _ in RECORDED if name in KILLED]
)
def test_what_killed_a_server_is_refused_and_raw_is_not(operation: str, ds: str) -> None:
    said = refusal(what_is_sent, operation, ds)
    assert "/ds: " in said
    assert "RecordSet.raw" in said
    assert what_is_sent(operation, RecordSet.raw(ds)) == ds


# What is refused.


REFUSED = {
    "hmi.m_mini[notatime]": "is no time",
    "hmi.m_mini[2010.13.01]": "is no time",
    "hmi.m_mini[T_OBS=yesterday]": "is no time",
    "hmi.m_mini[2010.05.01/xyz]": "no duration",
    "hmi.m_mini[2010.05.01/1]": "without a unit",
    "hmi.m_mini[2010.05.01/1d@2]": "without a unit",
    "hmi.m_mini[50%]": "percent sign",
    "hmi.m_mini%": "character 11",
    "hmi.m_mini[? A = 'é' ?]": "ASCII",
    "hmi.m_mini[\x01]": "ASCII",
    "hmi.m_mini,": "character 11",
    f"hmi.m_mini[? A = '{'x' * 8192}' ?]": "8192",
    "hmi.m_mini[2010": "never closed",
}


@pytest.mark.parametrize("ds", REFUSED)
def test_a_deadly_text_is_refused_with_reason(ds: str) -> None:
    assert REFUSED[ds] in refusal(RecordSet.as_argument, ds)


@pytest.mark.parametrize(
    "ds",
    [
        "jsoc.export[JSOC_20240101_001]",
        "a.colors['grey']",
        "hmi.m_720s[][grey]",
        "hmi.m_720s[? HISTORY LIKE '%x%' ?]",
        "hmi.m_720s[2024.Jan.01][2024.001]",
        f"hmi.m_720s[? A = '{'x' * 8000}' ?]",
    ],
)
def test_what_may_be_meant_is_sent(ds: str) -> None:
    assert refusal(RecordSet.as_argument, ds) == ""


def test_what_one_operation_does_not_survive_is_fine_for_another() -> None:
    two, listed, semicolon = "a.b[1],c.d[1]", "a.b[1]{x}", "a.b;a.b"
    said = [
        [refusal(what_is_sent, operation, ds) != "" for ds in (two, listed, semicolon)]
        for operation in ("rs_summary", "rs_list", "exp_request", "series_struct")
    ]
    assert said == [[True, True, False], [False] * 3, [False, False, True], [False] * 3]


def test_encode_takes_every_text() -> None:
    request = drms.OPERATIONS["rs_summary"].encode({"ds": "a.b[notatime]{é"}, drms.SERVERS["jsoc"])
    assert "ds=a.b%5Bnotatime%5D%7B%C3%A9" in request.url


def test_what_is_no_text_is_left_to_the_operation() -> None:
    assert what_is_sent("rs_list", 5) == 5
    assert drms.OPERATIONS["rs_list"].spoken({"ds": None}) == {"ds": None}


# Beside a series.


def struct(sample: str) -> drms.SeriesStruct:
    body = (SAMPLES / "netdrms" / f"series_struct__{sample}.http").read_bytes().partition(b"\n\n")[2]
    found = drms.OPERATIONS["series_struct"].decode(astrowire.HttpResponse(200, {}, body))
    assert isinstance(found, drms.SeriesStruct)
    return found


def test_the_series_has_a_slotted_time_and_a_number() -> None:
    keys = [(each.name, bool(each.slotted)) for each in struct("m_mini").primekeysinfo]
    assert keys == [("T_REC", True), ("CAMERA", False)]


FITTING = [
    "[2010.05.01/1h][1]",
    "[2010.05.01/1h@2u][1-2]",
    "[3000d/1h]",
    "[$][^]",
    "[#5][#1-#2]",
    "[][2][][]",
    "[CAMERA=2][t_rec=2010.05.01]",
    "[T_REC_index=5]",
    "[:#5][? x=1 ?][2010.05.01]",
    "[MJD_55317/1h]",
]
MISFIT = {
    "[notatime]": "'notatime' is no time, as T_REC is",
    "[2010.05.01/xyz]": "is no time, as T_REC is",
    "[2010.05.01/5]": "'5' is no length for T_REC",
    "[2010.05.01][two]": "'two' is no whole number, as CAMERA is",
    "[2010.05.01][1.5]": "'1.5' is no whole number",
    "[2010.05.01][1][2]": "filters prime key 3 of hmi.m_mini, which has 2: T_REC, CAMERA",
    "[QUALITY=0]": "QUALITY is no prime key of hmi.m_mini, which has T_REC, CAMERA",
    "[CAMERA='2']": "is no whole number, as CAMERA is",
}


@pytest.mark.parametrize("filters", FITTING)
def test_filters_that_fit_the_series_pass(filters: str) -> None:
    one = RecordSet(f"hmi.m_mini{filters}")
    assert one.check(struct("m_mini")) is one


@pytest.mark.parametrize("filters", MISFIT)
def test_filters_that_do_not_fit_are_refused_with_what_would(filters: str) -> None:
    assert MISFIT[filters] in refusal(RecordSet(f"hmi.m_mini{filters}").check, struct("m_mini"))


def test_a_series_without_prime_keys_takes_none() -> None:
    assert "which has none" in refusal(RecordSet("su_anchor.noprime[1]").check, struct("noprime"))
    assert refusal(RecordSet("su_anchor.noprime[][? a=1 ?]").check, struct("noprime")) == ""


def test_control_characters_of_a_text_are_escaped_in_what_is_proposed() -> None:
    with pytest.raises(astrowire.RequestInvalid) as caught:
        RecordSet.as_argument("hmi.m_ini[MJD_5\t5317]")
    assert "\\t" in str(caught.value)
    assert str(caught.value).isprintable()
