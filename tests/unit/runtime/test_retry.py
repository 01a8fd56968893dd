"""What is sent again: a table over every class of error and every effect."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from astrowire_runtime import errors
from astrowire_runtime.operation import Effect
from astrowire_runtime.retry import CEILING, Retry, may_repeat

ALWAYS = {"NotSent"}
HARMLESS = {
    "Ambiguous",
    "DeadlineExceeded",
    "RateLimited",
    "ServerUnavailable",
    "NotJson",
    "EnvelopeMismatch",
}
EFFECTS: tuple[Effect, ...] = get_args(Effect)


def kinds() -> list[type[errors.AstrowireError]]:
    found = [errors.AstrowireError]
    for each in found:
        found += [kind for kind in each.__subclasses__() if kind.__module__ == errors.__name__]
    return found


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("effect", EFFECTS)
def test_what_may_be_repeated(kind: type[errors.AstrowireError], effect: Effect) -> None:
    wanted = kind.__name__ in ALWAYS or (kind.__name__ in HARMLESS and effect in {"read", "bulk"})
    assert may_repeat(kind("x"), effect) is wanted


def test_every_kind_of_error_is_in_the_table() -> None:
    assert {kind.__name__ for kind in kinds()} >= ALWAYS | HARMLESS


@given(st.integers(1, 20), st.integers(1, 20), st.floats(0, 1))
def test_waits_are_bounded_and_attempts_too(attempts: int, attempt: int, chance: float) -> None:
    found = Retry(attempts, chance=lambda: chance).pause(errors.NotSent("x"), "write", attempt)
    assert (found is None) is (attempt >= attempts)
    assert found is None or 0 <= found <= min(CEILING, 0.5 * 2 ** (attempt - 1))


@pytest.mark.parametrize("kind", [errors.NotJson, errors.EnvelopeMismatch])
def test_a_strange_answer_is_asked_for_once_more_only(kind: type[errors.AstrowireError]) -> None:
    retry = Retry(9, chance=lambda: 1.0)
    assert [retry.pause(kind("x"), "read", attempt) for attempt in (1, 2, 3)] == [0.5, None, None]


@pytest.mark.parametrize(("asked", "wait"), [(0.0, 0.0), (3.0, 3.0), (60.0, 60.0), (61.0, None)])
def test_the_server_is_listened_to(asked: float, wait: float | None) -> None:
    error = errors.ServerUnavailable("x", retry_after=asked)
    assert Retry(3).pause(error, "read", 1) == wait


def test_chance_is_between_nothing_and_all() -> None:
    found = [Retry(3).pause(errors.NotSent("x"), "read", 1) for _ in range(50)]
    assert all(pause is not None and 0 <= pause <= 0.5 for pause in found)
    assert len(set(found)) > 1


def outcome(retry: Retry, seconds: float, until: float) -> Any:
    try:
        retry.wait(seconds, until, errors.ServerUnavailable("busy", status=503, retry_safe=True))
    except Exception as error:
        return error
    return None


def test_no_wait_outlasts_the_deadline() -> None:
    slept: list[float] = []
    retry = Retry(3, clock=lambda: 10.0, sleep=slept.append)
    assert outcome(retry, 4.0, 15.0) is None
    found = outcome(retry, 5.0, 15.0)
    assert isinstance(found, errors.DeadlineExceeded)
    assert (found.status, found.retry_safe, slept) == (503, True, [4.0])
    assert isinstance(found.cause, errors.ServerUnavailable)
