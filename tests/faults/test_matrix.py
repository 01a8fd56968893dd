"""Each fault of the matrix in both protocols: the class of the error, the number of sends, no secret told."""

from __future__ import annotations

import logging
from typing import Any
from urllib.parse import quote

import pytest

import astrowire

from .cases import EFFECTS, PROTOCOLS, Case, Ending
from .matrix import BY_HAND, MATRIX, WAITING
from .places import PROXY_PASSWORD
from .running import SECRET, listening, seen, texts

RUNS = [
    pytest.param(case, protocol, effect, id=f"{case}-{protocol}-{effect}")
    for case in MATRIX
    for protocol in PROTOCOLS
    if case.endings(protocol) is not None
    for effect in EFFECTS
]
# A step that fails itself would look like a server that hangs up.
pytestmark = pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")
EVERY = pytest.mark.parametrize(("case", "protocol", "effect"), RUNS)


def ending(case: Case, protocol: str, effect: str) -> Ending:
    endings = case.endings(protocol)
    assert endings is not None
    return endings[effect]


def complaint(found: Any, expected: type[Exception] | None) -> str:
    """What is wrong with how a call ended, empty if nothing is."""
    if expected is None:
        return f"refused: {found!r}" if isinstance(found, Exception) else ""
    return "" if isinstance(found, expected) else f"{expected.__name__} expected, got {found!r}"


def secrets_in(text: str) -> list[str]:
    return [it for it in (SECRET, quote(SECRET), quote(quote(SECRET)), PROXY_PASSWORD) if it in text]


@EVERY
def test_a_fault_ends_in_its_class(case: Case, protocol: str, effect: str) -> None:
    found = seen(case, protocol, effect).found
    assert complaint(found, ending(case, protocol, effect).kind) == ""
    if isinstance(found, Exception):
        assert isinstance(found, astrowire.AstrowireError)


@EVERY
def test_a_fault_is_met_with_so_many_sends(case: Case, protocol: str, effect: str) -> None:
    assert seen(case, protocol, effect).sends == ending(case, protocol, effect).sends


@EVERY
def test_an_error_says_what_was_asked_and_tells_no_secret(case: Case, protocol: str, effect: str) -> None:
    run = seen(case, protocol, effect)
    assert secrets_in(run.logged) == []
    found = run.found
    if isinstance(found, Exception):
        assert isinstance(found, astrowire.AstrowireError)
        assert found.operation
        assert found.request
        assert str(found).strip()
        assert secrets_in(texts(found)) == []


@pytest.mark.parametrize(
    ("case", "protocol"),
    [
        pytest.param(case, protocol, id=f"{case}-{protocol}")
        for case in MATRIX
        for protocol in PROTOCOLS
        if (endings := case.endings(protocol)) is not None and endings["dedup"].sends == 2
        if not case.row.startswith("F25")
    ],
)
def test_a_recognised_order_is_sent_again_unchanged_after_a_while(case: Case, protocol: str) -> None:
    run = seen(case, protocol, "dedup")
    assert sum(run.waits) >= 5
    sent = [(each.method, each.target, each.body) for each in run.asked]
    assert all(each == sent[0] for each in sent)


@pytest.mark.parametrize("case", [pytest.param(case, id=str(case)) for case in MATRIX if case.real_time])
@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("effect", EFFECTS)
def test_the_deadline_holds_however_slowly_bytes_come(case: Case, protocol: str, effect: str) -> None:
    assert seen(case, protocol, effect).took <= case.settings["deadline"] + 5


@pytest.mark.parametrize(
    ("case", "protocol"),
    [
        pytest.param(case, protocol, id=f"{case}-{protocol}")
        for case in MATRIX
        for protocol in PROTOCOLS
        if case.pointer is not None and case.endings(protocol) is not None
    ],
)
def test_a_mismatch_names_its_place(case: Case, protocol: str) -> None:
    found = seen(case, protocol, "read").found
    assert case.pointer in [each.pointer for each in found.problems]


def test_every_row_is_in_the_matrix_or_said_to_wait() -> None:
    rows = {case.row for case in MATRIX} | set(BY_HAND) | {each.row for each in WAITING}
    assert rows == {f"F{number:02}" for number in range(1, 49)}


def test_no_case_stands_twice() -> None:
    names = [str(case) for case in MATRIX]
    assert len(names) == len(set(names))


def test_canary_a_wrong_class_and_a_wrong_answer_are_complained_about() -> None:
    assert complaint(astrowire.NotJson("no"), astrowire.Malformed) != ""
    assert complaint({"count": 7}, astrowire.Malformed) != ""
    assert complaint(astrowire.NotJson("no"), None) != ""
    assert complaint(ValueError("no"), astrowire.AstrowireError) != ""


def test_canary_a_secret_in_a_cause_is_found() -> None:
    try:
        try:
            raise OSError(f"GET /?notify={SECRET}")
        except OSError as error:
            raise astrowire.NotSent("no") from error
    except astrowire.NotSent as error:
        found = error
    assert secrets_in(texts(found)) == [SECRET]


def test_canary_every_logger_is_heard() -> None:
    with listening() as lines:
        logging.getLogger("urllib3.connectionpool").debug("GET /?notify=%s", quote(SECRET))
    assert secrets_in(lines.getvalue()) == [quote(SECRET)]
    assert "attempt 1 failed" in seen(MATRIX[0], "drms", "read").logged
