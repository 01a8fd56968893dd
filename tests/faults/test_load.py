"""Ten thousand calls from eight threads, some of which meet a fault: all end, none is lost or mixed up.

Which calls meet which fault is drawn from a seed; ``ASTROWIRE_LOAD_SEED`` takes another.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import astrowire
from tests.functional.loopback import outcome
from tests.functional.making import ROOT
from tests.functional.waits import quick

from .cases import PROTOCOLS
from .places import Place
from .questions import number_in, question
from .running import client_at, environment, in_threads

CALLS = 10_000
THREADS = 8
SHARE = 0.05
SEED = os.environ.get("ASTROWIRE_LOAD_SEED", "1")
WRITES_EACH = 5
"""One call in so many writes."""


@contextmanager
def busy(told: dict[str, Any], share: float = SHARE) -> Iterator[str]:
    """A busy server in a process of its own; what it saw is told when it has ended."""
    command = [sys.executable, "-m", "tests.faults.busy", SEED, str(share)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as it:
        assert it.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(it.stdout.readline())}"
            told.update(json.loads(it.communicate()[0]))
        finally:
            it.kill()


def plan(number: int) -> tuple[str, str]:
    """Protocol and effect of a call."""
    return PROTOCOLS[number % 2], "write" if number % WRITES_EACH == 0 else "read"


def called(origin: str, calls: int) -> dict[int, list[Any]]:
    """How each call ended, by its number."""
    found: dict[int, list[Any]] = {number: [] for number in range(calls)}
    clients = {
        protocol: quick(client_at(Place(origin), protocol, timeout=(30, 30))) for protocol in PROTOCOLS
    }

    def work(thread: int) -> None:
        for number in range(thread, calls, THREADS):
            protocol, effect = plan(number)
            operation, arguments = question(protocol, effect, number)
            found[number].append(outcome(partial(clients[protocol].call, operation, arguments)))

    with environment({}):
        in_threads(THREADS, work)
    return found


def test_every_call_ends_and_every_answer_belongs_to_its_question() -> None:
    told: dict[str, Any] = {}
    with busy(told) as origin:
        found = called(origin, CALLS)
    asked = {int(number): times for number, times in told["asked"].items()}
    ended = {number: each[0] for number, each in found.items() if len(each) == 1}
    answers = {number: each for number, each in ended.items() if not isinstance(each, Exception)}
    errors = {number: each for number, each in ended.items() if isinstance(each, Exception)}

    assert len(ended) == CALLS
    assert [number for number, each in answers.items() if number_in(each) != number] == []
    assert [each for each in errors.values() if not isinstance(each, astrowire.AstrowireError)] == []
    assert sorted(asked) == list(range(CALLS))
    assert [number for number, times in asked.items() if times > _most(number)] == []
    # As many calls fail as can: those that write meet a fault once in twenty, those that read hardly ever.
    assert told["faults"] > CALLS * SHARE * 0.8
    writes = [number for number in errors if plan(number)[1] == "write"]
    assert len(writes) > CALLS / WRITES_EACH * SHARE * 0.6
    assert len(answers) > CALLS * 0.97


def _most(number: int) -> int:
    return 1 if plan(number)[1] == "write" else 3


def test_canary_answers_of_others_are_noticed() -> None:
    told: dict[str, Any] = {}
    with busy(told, share=0) as origin:
        found = called(origin, 16)
    assert [number_in(each[0]) for each in found.values()] == list(range(16))
    assert told == {"asked": {str(number): 1 for number in range(16)}, "faults": 0}
    assert number_in(found[3][0]) != 4
