"""Errors carry their facts, through pickles too."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from astrowire_runtime import errors
from astrowire_runtime.http import HttpResponse
from astrowire_runtime.problems import Problem, listing, pointer


def kinds(kind: type[errors.AstrowireError] = errors.AstrowireError) -> list[type[errors.AstrowireError]]:
    below = [each for each in kind.__subclasses__() if each.__module__ == errors.__name__]
    return [kind, *(deep for each in below for deep in kinds(each))]


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_every_kind_survives_a_pickle(kind: type[errors.AstrowireError]) -> None:
    error = kind("what", operation="a.b", request="b(x=1)", status=200, excerpt="…", retry_safe=True)
    twin = pickle.loads(pickle.dumps(error))
    assert type(twin) is kind
    assert vars(twin) == vars(error)
    assert (str(twin), twin.args) == ("a.b: what", ("what",))


def test_more_facts_survive_too() -> None:
    response = HttpResponse(200, {}, b"{}")
    remote = errors.RemoteError("no", answer={"status": 1})
    remote.response = response
    twin = pickle.loads(pickle.dumps(remote))
    assert (twin.answer, twin.response) == ({"status": 1}, response)
    limited = pickle.loads(pickle.dumps(errors.RateLimited("wait", retry_after=3.0)))
    assert limited.retry_after == 3.0
    refused = errors.RequestInvalid("no:", problems=[Problem("/n", "type", "wrong")])
    twin = pickle.loads(pickle.dumps(refused))
    assert twin.problems == refused.problems
    assert str(twin) == "no:\n  /n: wrong [type]"


def test_the_cause_is_the_exception_underneath() -> None:
    found: Any = None
    try:
        try:
            raise OSError("deep")
        except OSError as deep:
            raise errors.NotSent("no") from deep
    except errors.AstrowireError as error:
        found = error
    assert isinstance(found.cause, OSError)
    assert errors.NotSent("no").cause is None


def test_long_lists_of_problems_are_cut() -> None:
    many = [Problem(f"/{number}", "type", "x") for number in range(20)]
    lines = listing(many).splitlines()
    assert len(lines) == 9
    assert lines[-1] == "  … and 12 more"


def test_pointers() -> None:
    assert pointer([]) == ""
    assert pointer(["", 0, "a~b"]) == "//0/a~0b"
