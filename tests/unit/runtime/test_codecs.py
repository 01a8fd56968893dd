"""Every wire codec has an inverse, and refuses what the inverse could not give back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from astrowire_runtime import codecs
from astrowire_runtime.servers import ServerConfig

SERVER = ServerConfig("x", "X", "http://x/", settings={"dbhost": "db"})
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
NAMES = st.text("abcXYZ_*09", min_size=1, max_size=6)

OPTIONS = codecs.Options(
    "protocol",
    "protocol",
    "args",
    ("jpg", "mp4"),
    (
        codecs.Option("ct", "CT", default="grey", words=("grey", "Heat")),
        codecs.Option("size", "size", default=1, number=True),
        codecs.Option("min", "min", number=True),
    ),
)
STEPS = codecs.Steps("process", "process", "n")
LOWER = codecs.Lower("method", "method", default=codecs.ByCase("protocol", {"as-is": "quick"}, "url"))
REQUESTOR = codecs.Text("requestor", "requestor", default=codecs.Before("notify", "@"), false_omits=True)


def canonical(codec: codecs.QueryMember, arguments: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(arguments)
    codec.canonical(found)
    return {name: value for name, value in found.items() if value is not None}


def back(codec: codecs.QueryMember, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """What ``decode`` makes of what ``encode`` wrote."""
    found: dict[str, Any] = {}
    codec.decode(codec.encode(arguments, SERVER), found)
    return {name: value for name, value in found.items() if value is not None}


@given(st.fixed_dictionaries({}, optional={"a": TEXTS}))
def test_texts_and_percent_come_back(arguments: dict[str, str]) -> None:
    for codec in (codecs.Text("x", "a"), codecs.Percent("x", "a")):
        full = canonical(codec, arguments)
        assert back(codec, full) == full


@given(TEXTS)
def test_percent_leaves_nothing_that_a_second_decoding_could_take(text: str) -> None:
    wire = codecs.Percent("x", "a").encode({"a": text}, SERVER)
    assert wire is not None
    assert set(wire) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~%")


@given(st.fixed_dictionaries({}, optional={"a": st.integers()}))
def test_whole_numbers_come_back(arguments: dict[str, int]) -> None:
    assert back(codecs.Integer("x", "a"), arguments) == arguments


@given(st.fixed_dictionaries({}, optional={"a": st.booleans()}))
def test_flags_come_back(arguments: dict[str, bool]) -> None:
    codec = codecs.Flag("x", "a")
    full = canonical(codec, arguments)
    assert back(codec, full) == full == {"a": arguments.get("a", False)}


@given(st.lists(TEXTS, max_size=4) | TEXTS | st.tuples(NAMES, NAMES) | st.none())
def test_words_come_back_or_are_refused(value: Any) -> None:
    codec = codecs.Words("x", "a")
    full = canonical(codec, {"a": value})
    refused = bool(codec.refusals(full))
    assert refused is any("," in word or not word for word in full.get("a", ()))
    if not refused:
        assert back(codec, full) == full


@pytest.mark.parametrize(
    ("value", "wire"),
    [
        ("T_REC, DATAMEAN  OBS_VR", "T_REC,DATAMEAN,OBS_VR"),
        (["a", "b"], "a,b"),
        ("**ALL**", "**ALL**"),
        (None, None),
    ],
)
def test_words_on_the_wire(value: Any, wire: str | None) -> None:
    codec = codecs.Words("x", "a")
    assert codec.encode(canonical(codec, {"a": value}), SERVER) == wire


@given(
    st.sampled_from(["jpg", "MP4", "fits"]),
    st.fixed_dictionaries(
        {},
        optional={
            "ct": st.sampled_from(["grey", "heat", "HEAT"]),
            "size": st.sampled_from([1, 2, 16]),
            "min": st.integers(-9, 9) | st.floats(-1e6, 1e6).map(lambda value: value + 0.0),
        },
    ),
)
def test_options_come_back(word: str, options: dict[str, Any]) -> None:
    given_ = {"protocol": word} | ({"args": options} if word != "fits" else {})
    full = canonical(OPTIONS, given_)
    assert OPTIONS.refusals(full) == []
    assert back(OPTIONS, full) == full


def test_options_have_the_documented_spelling() -> None:
    full = canonical(OPTIONS, {"protocol": "JPG", "args": {"ct": "HEAT", "min": -1.5}})
    assert OPTIONS.encode(full, SERVER) == "jpg,CT=Heat,size=1,min=-1.5"
    assert OPTIONS.encode(canonical(OPTIONS, {"protocol": "mp4"}), SERVER) == "mp4,CT=grey,size=1"
    assert OPTIONS.encode({"protocol": "as-is"}, SERVER) == "as-is"


def test_an_option_with_a_comma_is_refused() -> None:
    (problem,) = OPTIONS.refusals({"protocol": "jpg", "args": {"ct": "a,b"}})
    assert problem.pointer == "/args/ct"


@given(
    st.dictionaries(NAMES, st.dictionaries(NAMES, st.text("ab|,= 1", max_size=5), max_size=2), max_size=2),
    st.none() | st.integers(-20, 20),
)
def test_steps_come_back_or_are_refused(steps: dict[str, dict[str, str]], limit: int | None) -> None:
    full = canonical(STEPS, {"process": steps, "n": limit})
    if not STEPS.refusals(full):
        assert back(STEPS, full) == full
    else:
        assert any("|" in text or "," in text for options in steps.values() for text in options.values())


@pytest.mark.parametrize(
    ("arguments", "wire"),
    [
        ({}, "n=0"),
        ({"n": 0}, "n=0"),
        ({"n": -3}, "n=-3"),
        ({"process": {"rebin": {"scale": 0.5, "u": True}}}, "n=0|rebin,scale=0.5,u=1"),
        ({"process": {"a": {}, "b": {"x": 1e-7}}, "n": 2}, "n=2|a|b,x=1e-07"),
        ({"process": {"a": {"x": 1234567.125}}}, "n=0|a,x=1234567.125"),
    ],
)
def test_steps_on_the_wire(arguments: dict[str, Any], wire: str) -> None:
    assert STEPS.encode(canonical(STEPS, arguments), SERVER) == wire


@pytest.mark.parametrize(
    ("arguments", "wire"),
    [
        ({"protocol": "as-is"}, "quick"),
        ({"protocol": "AS-IS"}, "quick"),
        ({"protocol": "fits"}, "url"),
        ({}, "url"),
        ({"method": "URL-tar", "protocol": "as-is"}, "url-tar"),
    ],
)
def test_a_default_that_depends_on_another_argument(arguments: dict[str, Any], wire: str) -> None:
    assert LOWER.encode(canonical(LOWER, arguments), SERVER) == wire


@pytest.mark.parametrize(
    ("arguments", "wire"),
    [
        ({"notify": "me@x.org"}, "me"),
        ({"notify": "me@x.org", "requestor": None}, "me"),
        ({"notify": "me@x.org", "requestor": "you"}, "you"),
        ({"notify": "me@x.org", "requestor": False}, None),
    ],
)
def test_a_default_that_is_a_part_of_another_argument(arguments: dict[str, Any], wire: str | None) -> None:
    full = canonical(REQUESTOR, arguments)
    assert REQUESTOR.encode(full, SERVER) == wire
    assert back(REQUESTOR, full)["requestor"] == full["requestor"]


def test_settings_come_from_the_server() -> None:
    assert codecs.Setting("dbhost", "dbhost").encode({}, SERVER) == "db"
    assert codecs.Setting("other", "other").encode({}, SERVER) is None
    assert codecs.members((codecs.Fixed("op", "x"), codecs.Setting("o", "o")), {}, SERVER) == [("op", "x")]
