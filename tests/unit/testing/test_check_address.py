"""checkAddress.sh: the address is unquoted once more than a form needs."""

from __future__ import annotations

import json

import pytest

from astrowire_runtime.testing import StandIn

from .conftest import ask, body_of

BASE = "/cgi-bin/ajax/checkAddress.sh"
REGISTERED = body_of("check_address__registered_status_first.json")


@pytest.mark.parametrize("address", ["name%2540example.com", "name%40example.com", "NAME@Example.COM"])
def test_encoded_once_or_twice(server: StandIn, address: str) -> None:
    assert ask(server, f"{BASE}?address={address}&checkonly=1").body == REGISTERED
    assert server.saw("check_address") == 1


def test_a_percent_sign_needs_the_double_encoding(server: StandIn) -> None:
    pending = body_of("check_address__pending_3_RECON.json")
    assert ask(server, f"{BASE}?address=wait%252540%2540example.com&checkonly=1").body == pending
    once = json.loads(ask(server, f"{BASE}?address=wait%2540%40example.com&checkonly=1").body)
    assert once["status"] == -2


def test_the_second_unquote_leaves_plus_alone() -> None:
    with StandIn(keep_secrets=True) as server:
        ask(server, f"{BASE}?address=a%252Bb%2540example.com&checkonly=1")
        assert server.journal[-1].understood["address"] == "a+b@example.com"
        ask(server, f"{BASE}?address=a%2Bb%40example.com&checkonly=1")
        assert server.journal[-1].understood["address"] == "a+b@example.com"


def test_unknown_invalid_and_empty(server: StandIn) -> None:
    unknown = json.loads(ask(server, f"{BASE}?address=x%2540example.com&checkonly=1").body)
    assert unknown == {
        "status": 4,
        "msg": "email address has been neither validated nor registered",
        "user_id": -1,
    }
    invalid = json.loads(ask(server, f"{BASE}?address=x&checkonly=1").body)
    assert invalid == {"status": -2, "msg": "Not a valid email address.", "user_id": None}
    recorded = body_of("check_address__empty_address_status_m2.json")
    assert ask(server, f"{BASE}?address=&checkonly=1").body == recorded


@pytest.mark.parametrize("query", ["", "&checkonly=0", "&checkonly=2"])
def test_without_checkonly_the_answer_is_a_registration_that_never_happens(
    server: StandIn, query: str
) -> None:
    address = f"{BASE}?address=new%2540example.com"
    for _ in range(2):
        assert json.loads(ask(server, address + query).body)["status"] == 1
    assert json.loads(ask(server, address + "&checkonly=1").body)["status"] == 4
    assert ask(server, f"{BASE}?address=name%2540example.com{query}").body == REGISTERED
