"""Environment variables: what they choose, and which names are slips of them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from astrowire.crds.environment import ENVIRONMENT
from astrowire_runtime.client import BaseClient
from astrowire_runtime.environment import Environment, Variable, chosen_now, misspelt, settings
from astrowire_runtime.errors import ConfigError
from astrowire_runtime.faces import FaceModule
from astrowire_runtime.servers import ServerConfig, Servers

NAMES = [each.name for each in ENVIRONMENT]
SERVERS = Servers([ServerConfig("one", "One", "http://one.example/")])
URL = Variable("PORT_URL", "url", "Where.", "http://one.example/", sets="base_url")
ID = Variable("PORT_ID", "server", "Who.", "one", sets="server")
OTHER = Variable("PORT_PATH", "folder", "Files.", "/data")


def outcome(environment: Environment, default: str | None) -> Any:
    try:
        return chosen_now(SERVERS, default, environment, settings(environment)).base_url
    except Exception as error:
        return error


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PORT_URL", "PORT_ID", "PORT_PATH"):
        monkeypatch.delenv(name, raising=False)


def test_the_default_serves_where_nothing_is_set() -> None:
    assert outcome((URL, ID), "one") == "http://one.example/"
    assert outcome((), "one") == "http://one.example/"


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        (
            (URL, ID),
            "neither PORT_URL nor PORT_ID is set; set PORT_URL to a server's URL, or PORT_ID to one of",
        ),
        ((URL, OTHER), "PORT_URL is not set; set PORT_URL to a server's URL"),
        ((ID,), "PORT_ID is not set; set PORT_ID to one of one"),
        ((OTHER,), "no server was named; give one of one"),
        ((), "no server was named; give one of one"),
    ],
)
def test_without_a_default_something_must_be_set(environment: Environment, words: str) -> None:
    found = outcome(environment, None)
    assert isinstance(found, ConfigError)
    assert words in str(found)


def test_a_variable_goes_before_the_default_and_the_url_before_the_id(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PORT_ID", "two")
    assert "PORT_ID is 'two': it names no server" in str(outcome((URL, ID), "one"))
    monkeypatch.setenv("PORT_URL", "http://127.0.0.1:1")
    assert outcome((URL, ID), "one") == outcome((URL, ID), None) == "http://127.0.0.1:1/"
    assert settings((URL, ID)).decides is URL


def test_a_face_without_variables_has_the_default() -> None:
    class Client(BaseClient):
        SERVERS = SERVERS
        DEFAULT_SERVER = "one"

    assert FaceModule(Client).client().server.base_url == "http://one.example/"


def test_no_variable_is_taken_for_a_slip_of_another() -> None:
    assert {name: misspelt(ENVIRONMENT, [name]) for name in NAMES} == {name: {} for name in NAMES}
    assert len(NAMES) > 40


@pytest.mark.parametrize("name", NAMES)
def test_two_letters_in_the_wrong_order_are_a_slip(name: str) -> None:
    at = next(each for each in range(len(name) - 3, 0, -1) if name[each] != name[each + 1])
    slip = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    assert misspelt(ENVIRONMENT, [slip]) == {slip: name}


@pytest.mark.parametrize(
    "name",
    [
        "PATH",
        "HOME",
        "CRDS",
        "SERVER_URL",
        "CRDS_TEST_ROOT",
        "CRDS_DEBUG",
        "JSOC_EMAIL",
        "CRDS_",
        "_",
        "",
        "X" * 99,
    ],
)
def test_names_of_others_are_left_alone(name: str) -> None:
    assert misspelt(ENVIRONMENT, [name]) == {}


@given(st.lists(st.text(max_size=40), max_size=5))
def test_any_names_are_looked_at(names: list[str]) -> None:
    assert set(misspelt(ENVIRONMENT, names)) <= set(names)
