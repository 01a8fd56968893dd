"""What is sent again: a table over every class of error and every effect."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from astrowire_runtime import errors
from astrowire_runtime.operation import Effect
from astrowire_runtime.retry import (
    CEILING,
    COST,
    QUOTA,
    RECONCILE,
    REWARD,
    THROTTLED_COST,
    Attempts,
    Retry,
    may_repeat,
    must_reconcile,
)

ALWAYS = {"NotSent"}
HARMLESS = {"Ambiguous", "RateLimited", "ServerUnavailable", "NotJson"}
RECONCILED = {"Ambiguous", "ServerUnavailable", "NotJson", "BodyTooLarge"}
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


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("effect", EFFECTS)
def test_what_must_be_reconciled(kind: type[errors.AstrowireError], effect: Effect) -> None:
    assert must_reconcile(kind("x"), effect) is (effect == "dedup" and kind.__name__ in RECONCILED)


def test_every_kind_of_error_is_in_the_tables() -> None:
    assert {kind.__name__ for kind in kinds()} >= ALWAYS | HARMLESS | RECONCILED


@given(st.integers(1, 20), st.floats(0, 1))
def test_waits_are_bounded_and_attempts_too(attempts: int, chance: float) -> None:
    call = Retry(attempts, chance=lambda: chance).call("write")
    waits = [call.pause(errors.NotSent("x")) for _ in range(attempts)]
    assert waits.pop() is None
    for index, wait in enumerate(waits):
        assert wait is not None
        assert 0 <= wait <= min(CEILING, 0.5 * 2**index)


def test_a_strange_answer_is_asked_for_once_more_only() -> None:
    for error in (errors.NotJson("x"), errors.EnvelopeMismatch("x", repeats=1)):
        call = Retry(9, chance=lambda: 1.0).call("read")
        assert [call.pause(error) for _ in range(3)] == [0.5, None, None]


@pytest.mark.parametrize(("asked", "wait"), [(0.0, 0.0), (3.0, 3.0), (60.0, 60.0), (61.0, None)])
def test_the_server_is_listened_to(asked: float, wait: float | None) -> None:
    error = errors.ServerUnavailable("x", retry_after=asked)
    assert Retry(3).call("read").pause(error) == wait


def test_chance_is_between_nothing_and_all() -> None:
    found = [Retry(3).call("read").pause(errors.NotSent("x")) for _ in range(50)]
    assert all(pause is not None and 0 <= pause <= 0.5 for pause in found)
    assert len(set(found)) > 1


# One identical request more, where the server knows it again.


def test_a_request_is_reconciled_once_whenever_it_may_be_lost() -> None:
    call = Retry(9, chance=lambda: 1.0).call("dedup")
    assert call.pause(errors.NotSent("x")) == 0.5
    lost = errors.Ambiguous("x")
    assert call.pause(lost) == RECONCILE
    assert call.lost is lost
    assert call.pause(errors.Ambiguous("y")) is None
    assert call.lost is lost


def test_who_allows_one_attempt_gets_one() -> None:
    call = Retry(1).call("dedup")
    assert call.pause(errors.Ambiguous("x")) is None


# The quota.


def failed(retry: Retry, error: errors.AstrowireError) -> Attempts:
    call = retry.call("read")
    call.pause(error)
    return call


def test_repetitions_cost_of_a_quota_until_none_is_left() -> None:
    retry = Retry(3)
    repeated = 0
    while failed(retry, errors.ServerUnavailable("x")) and retry.quota >= COST:
        repeated += 1
    assert repeated == QUOTA // COST - 1
    assert retry.call("read").pause(errors.ServerUnavailable("x")) is None
    assert retry.quota == QUOTA % COST


def test_to_be_asked_for_fewer_requests_costs_less() -> None:
    retry = Retry(3)
    failed(retry, errors.RateLimited("x"))
    assert retry.quota == QUOTA - THROTTLED_COST


def test_success_fills_the_quota_again_and_no_more() -> None:
    retry = Retry(3)
    call = failed(retry, errors.ServerUnavailable("x"))
    failed(retry, errors.ServerUnavailable("x"))
    call.succeeded()
    assert retry.quota == QUOTA - COST
    retry.call("read").succeeded()
    assert retry.quota == QUOTA - COST + REWARD
    for _ in range(COST):
        retry.call("read").succeeded()
    assert retry.quota == QUOTA


def test_what_is_not_repeated_costs_nothing() -> None:
    retry = Retry(3)
    failed(retry, errors.SchemaMismatch("x"))
    assert retry.quota == QUOTA


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
