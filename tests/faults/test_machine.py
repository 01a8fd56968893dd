"""Random faults in random order against a model of a server: attempts, deadline, and nothing done twice."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

import astrowire
from tests.functional.loopback import Asked, Loopback, Step, answer, hang_up, outcome, reset
from tests.functional.waits import Time, quick

from .cases import EFFECTS, PROTOCOLS
from .places import Place
from .questions import answer_to, number_in, number_of, question
from .running import SECRET, client_at, environment, texts
from .server import HEAD, member, spoiled

MOST_ATTEMPTS = 4


@dataclass
class Network:
    """A server that answers by a script, and what it was asked, each with the time by the client's clock.

    A fault is a name of ``STEPS``, ``refused`` (nobody listens), or a number of seconds that the
    server needs until it says 503.
    """

    clock: Callable[[], float]
    sleep: Callable[[float], None]
    script: list[str | float] = field(default_factory=list[str | float])
    done: int = 0
    seen: list[tuple[float, Asked]] = field(default_factory=list[tuple[float, Asked]])

    def __post_init__(self) -> None:
        self.loopback = Loopback((self._serve,))
        self.port = self.loopback.port
        self.up = True

    @property
    def fault(self) -> str | float | None:
        """What happens to the attempt that comes, None if it is answered well."""
        return self.script[self.done] if self.done < len(self.script) else None

    def prepare(self) -> None:
        """Listen, or not, as the next attempt wants it."""
        wanted = self.fault != "refused"
        if self.up and not wanted:
            self.loopback.close()
        if wanted and not self.up:
            self.loopback = Loopback((self._serve,), port=self.port)
        self.up = wanted

    def _serve(self, connection: socket.socket, request: Asked) -> None:
        self.seen.append((self.clock(), request))
        fault = self.fault
        if isinstance(fault, float):
            self.sleep(fault)
            connection.sendall(answer(b"", 503))
        elif fault is None:
            connection.sendall(answer(answer_to(request)))
        else:
            step = STEPS[fault][0]
            connection.sendall(step) if isinstance(step, bytes) else step(connection, request)  # type: ignore[operator]


STEPS: dict[str, tuple[Step, type[astrowire.AstrowireError]]] = {
    "closed": (hang_up, astrowire.Ambiguous),
    "reset": (reset, astrowire.Ambiguous),
    "cut": (HEAD + b"Content-Length: 99\r\n\r\n{", astrowire.Ambiguous),
    "no HTTP": (b"220 smtp\r\n", astrowire.TransportError),
    "500": (answer(b"", 500), astrowire.ServerUnavailable),
    "503, 3 s": (answer(b"", 503, Retry_After="3"), astrowire.ServerUnavailable),
    "429": (answer(b"", 429), astrowire.RateLimited),
    "429, 1 h": (answer(b"", 429, Retry_After="3600"), astrowire.RateLimited),
    "404": (answer(b"", 404), astrowire.HttpStatusError),
    "empty": (answer(b""), astrowire.NotJson),
    "page": (answer(b"<html>"), astrowire.NotJson),
    "malformed": (spoiled(member(b'"x":NaN')), astrowire.Malformed),
    "other shape": (spoiled(lambda body: b"[]"), astrowire.ResponseError),
    "elsewhere": (answer(b"", 307, Location="http://elsewhere.example/"), astrowire.RedirectRefused),
}
FAULTS = st.one_of(
    st.sampled_from([*STEPS, "refused"]), st.floats(0.5, 30).map(lambda seconds: round(seconds, 1))
)


class Machine(RuleBasedStateMachine):
    """One client of one server, call after call."""

    @initialize(
        protocol=st.sampled_from(PROTOCOLS),
        attempts=st.integers(1, MOST_ATTEMPTS),
        deadline=st.sampled_from([2.0, 8.0, 40.0, 500.0]),
        chance=st.floats(0, 1),
    )
    def begin(self, protocol: str, attempts: int, deadline: float, chance: float) -> None:
        self.time = Time()
        self.server = Network(self.time.clock, self._pass)
        self.protocol, self.attempts, self.deadline = protocol, attempts, deadline
        self.until = 0.0
        self.client = client_at(
            Place(f"http://127.0.0.1:{self.server.port}"), protocol, attempts=attempts, deadline=deadline
        )
        quick(self.client, sleep=self._wait, chance=chance)._retry.clock = self.time.clock
        self.number = 0

    def _pass(self, seconds: float) -> None:
        self.time.now += seconds

    def _wait(self, seconds: float) -> None:
        assert self.time.now + seconds < self.until, "a wait outlasts the deadline"
        self.time.sleep(seconds)
        self.server.done += 1
        self.server.prepare()

    @rule(effect=st.sampled_from(EFFECTS), script=st.lists(FAULTS, max_size=MOST_ATTEMPTS))
    def call(self, effect: str, script: list[str | float]) -> None:
        self.number += 1
        operation, arguments = question(self.protocol, effect, self.number)
        self.time.slept.clear()
        self.server.script, self.server.done, self.server.seen = script, 0, []
        self.server.prepare()
        self.until = self.time.now + self.deadline
        with environment({}):
            found = outcome(lambda: self.client.call(operation, arguments))
        self._check(effect, found)

    def _check(self, effect: str, found: Any) -> None:
        seen = self.server.seen
        assert len(self.time.slept) < self.attempts
        assert len(seen) <= {"read": self.attempts, "dedup": min(2, self.attempts), "write": 1}[effect]
        assert all(moment < self.until for moment, _ in seen), "a request goes out after the deadline"
        assert len({(each.method, each.target, each.body) for _, each in seen}) <= 1
        assert all(number_of(each) == self.number for _, each in seen)
        if effect == "dedup" and len(seen) == 2:
            assert seen[1][0] - seen[0][0] >= 5
        if not isinstance(found, Exception):
            assert self.server.fault is None
            assert number_in(found) == self.number
            return
        assert isinstance(found, astrowire.AstrowireError)
        assert SECRET not in texts(found)
        if not isinstance(found, astrowire.DeadlineExceeded):
            assert isinstance(found, self._expected())

    def _expected(self) -> type[astrowire.AstrowireError]:
        """What the last attempt must end in."""
        fault = self.server.fault
        assert fault is not None, "a good answer is refused"
        if isinstance(fault, float):
            return astrowire.ServerUnavailable
        return astrowire.NotSent if fault == "refused" else STEPS[fault][1]

    @rule()
    def close(self) -> None:
        self.client.close()

    @rule(seconds=st.floats(0, 1e6))
    def let_time_pass(self, seconds: float) -> None:
        self.time.now += seconds

    def teardown(self) -> None:
        if hasattr(self, "server"):
            with contextlib.suppress(OSError):
                self.server.loopback.close()


TestMachine = Machine.TestCase


def test_canary_a_call_that_is_sent_twice_is_noticed() -> None:
    machine = Machine()
    machine.begin("drms", 3, 40.0, 0.5)
    machine.call("read", ["closed"])
    assert len(machine.server.seen) == 2
    with pytest.raises(AssertionError):
        machine._check("write", None)
    machine.teardown()
