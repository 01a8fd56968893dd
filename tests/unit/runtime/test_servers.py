"""Servers by id, by configuration and by URL."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from astrowire_runtime.errors import ConfigError
from astrowire_runtime.servers import ServerConfig, Servers, checked_url, chosen

ONE = ServerConfig("one", "One", "http://one.example/a", {"x": "y"}, {"db": "z"})
TWO = ServerConfig("two", "Two", "https://two.example/")
SERVERS = Servers([ONE, TWO])


def outcome(*arguments: Any) -> Any:
    try:
        return chosen(SERVERS, *arguments)
    except Exception as error:
        return error


@pytest.mark.parametrize(
    ("default", "server", "base_url", "wanted"),
    [
        (None, "one", None, ONE),
        (None, "TWO", None, TWO),
        ("two", None, None, TWO),
        ("two", "One", None, ONE),
        (None, TWO, None, TWO),
        ("one", "http://h/", None, ServerConfig("one", "One", "http://h/", {"x": "y"}, {"db": "z"})),
        ("one", None, "http://h", ServerConfig("one", "One", "http://h/", {"x": "y"}, {"db": "z"})),
        (None, "two", "http://h", ServerConfig("two", "Two", "http://h/")),
        (None, TWO, "http://h", ServerConfig("two", "Two", "http://h/")),
    ],
)
def test_which_server_is_meant(default: Any, server: Any, base_url: Any, wanted: ServerConfig) -> None:
    assert outcome(default, server, base_url) == wanted


@pytest.mark.parametrize(
    "arguments",
    [
        (None, None, None),
        (None, "three", None),
        ("one", "", None),
        ("one", 5, None),
        ("one", b"one", None),
        ("one", None, ""),
        ("one", "http://a/", "http://b/"),
        ("one", "three://a/", None),
    ],
)
def test_what_names_no_server_is_refused(arguments: tuple[Any, ...]) -> None:
    assert isinstance(outcome(*arguments), ConfigError)


ELSEWHERE = Servers([ONE, TWO], elsewhere={"three.example": "another"})


@pytest.mark.parametrize(
    ("server", "base_url", "words"),
    [
        ("tow", None, "server='tow': it names no server (did you mean 'two'?); known are one, two, or give"),
        ("ONCE", None, "(did you mean 'one'?)"),
        ("two.example/a", None, "(a URL begins with http:// or https://); known are one, two"),
        ("x" * 999, None, "it names no server; known are one, two"),
        (None, "two.example", "base_url='two.example': it has no scheme"),
        (None, " http://h/", "base_url=' http://h/': it has blanks around it"),
        (None, "'http://h/'", "it has quotation marks in it"),
        (None, "http://h/\u201d", "it has quotation marks in it"),
        (None, "", "base_url='': it is empty"),
        (None, "http://me:pw@h/", "base_url='http://***@h/': it holds a user name"),
        (None, "http://me:pw@[h/", "base_url='http://***@[h/': it is no valid URL"),
        (None, "http://me:pw\uff20h/", "***\uff20h/"),
        (None, b"http://me:pw@h/", "base_url='http://***@h/': it is no text"),
        ("http://me:pw@h/", "http://me:pw@i/", "both server='http://***@h/' and base_url='http://***@i/'"),
        ("htp://h/", None, "server='htp://h/': it is no http or https URL"),
        ("http://THREE.example:8/", None, "it is a server of another, which is another service; this one is"),
        (ONE, "http://three.example", "base_url='http://three.example/': it is a server of another"),
    ],
)
def test_a_refusal_shows_the_value_and_what_to_do(server: Any, base_url: Any, words: str) -> None:
    try:
        found: Any = chosen(ELSEWHERE, "one", server, base_url)
    except Exception as error:
        found = error
    assert isinstance(found, ConfigError)
    assert words in str(found)
    assert "pw" not in str(found)
    assert len(str(found)) < 400


def test_a_host_that_nobody_knows_is_taken() -> None:
    assert chosen(ELSEWHERE, "one", None, "http://four.example/").base_url == "http://four.example/"


def test_the_servers_are_a_mapping_in_any_case() -> None:
    assert list(SERVERS) == ["one", "two"]
    assert len(SERVERS) == 2
    assert "ONE" in SERVERS
    assert "three" not in SERVERS
    assert 5 not in SERVERS
    assert SERVERS.get("three") is None


@given(st.text(max_size=30) | st.builds("http://{}".format, st.text(max_size=30)))
def test_any_text_is_a_base_url_or_a_config_error(text: str) -> None:
    try:
        found: Any = checked_url(text)
    except Exception as error:
        found = error
    assert isinstance(found, ConfigError) or found in {text, text + "/"}


def test_configurations_are_copied_and_pickled() -> None:
    assert copy.deepcopy(ONE) == ONE == pickle.loads(pickle.dumps(ONE))
