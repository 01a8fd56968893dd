"""SERVER.md lists every case, with what really becomes of it; no case is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

import astrowire

from .case import check, happens
from .table import GROUPS, HERE, TABLE, cases, table
from .waiting import WAITING


def test_the_table_is_current() -> None:
    written = TABLE.read_text(encoding="utf-8")
    assert written == table(), "run: python -m tests.hostile.server.table"


def test_every_group_has_its_cases() -> None:
    counts = Counter(each.id[0] for each in cases())
    assert {letter: counts[letter] for letter, (_, least) in GROUPS.items() if counts[letter] < least} == {}
    assert sum(counts.values()) >= 130


def test_every_case_has_an_id_of_its_own_and_a_sentence() -> None:
    found = cases()
    twice = [id_ for id_, count in Counter(each.id for each in found).items() if count > 1]
    assert twice == []
    assert all(re.fullmatch(r"[A-Z]\d\d", each.id) for each in found)
    assert [each.id for each in found if not each.tried.endswith(".") or not each.becomes] == []


def test_every_test_of_a_case_is_in_the_table() -> None:
    named = {
        id_
        for path in HERE.glob("test_*.py")
        for id_ in re.findall(r"^def test_([A-Z]\d\d)_", path.read_text(), re.MULTILINE)
    }
    assert named == {each.id for each in cases()} - set(WAITING)


# Canaries: what a case must notice.


def _raised(kinds: tuple[Any, ...], outcomes: list[Any]) -> bool:
    try:
        check(outcomes, kinds)
    except AssertionError:
        return True
    return False


REFUSED = astrowire.RedirectRefused("no")
ESCAPE = astrowire.RedirectRefused("\x1b[31m")
LONG = astrowire.RedirectRefused("x" * 30_000)
CAUSED = astrowire.RedirectRefused("no")
CAUSED.__cause__ = ValueError("\x1b[31m")


@pytest.mark.parametrize(
    ("kinds", "outcomes", "is_noticed"),
    [
        ((astrowire.RedirectRefused,), [REFUSED], False),
        ((None,), [7], False),
        ((astrowire.RedirectRefused, None), [REFUSED, 7], False),
        ((astrowire.RedirectRefused,), [], True),
        ((astrowire.RedirectRefused,), [7], True),
        ((astrowire.RedirectRefused,), [REFUSED, 7], True),
        ((astrowire.RedirectRefused, None), [REFUSED], True),
        ((astrowire.AstrowireError,), [REFUSED], True),
        ((ValueError,), [ValueError("x")], True),
        ((None,), [ValueError("x")], True),
        ((astrowire.RedirectRefused,), [ESCAPE], True),
        ((astrowire.RedirectRefused,), [LONG], True),
        ((astrowire.RedirectRefused,), [CAUSED], True),
    ],
)
def test_canary_what_a_case_notices(kinds: tuple[Any, ...], outcomes: list[Any], is_noticed: bool) -> None:
    assert _raised(kinds, outcomes) is is_noticed


def test_canary_a_case_keeps_its_facts() -> None:
    def test_Q01_something() -> int:
        """Something is tried."""
        return 7

    made: Callable[[], Any] = happens(None, so="well")(test_Q01_something)
    case = made.case  # type: ignore[attr-defined]
    assert (case.id, case.tried, case.becomes) == ("Q01", "Something is tried.", "answer; well")
    assert made() is None
