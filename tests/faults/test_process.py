"""Clocks, processes, interrupts (F48): a client goes on after each of them."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

import pytest

import astrowire
from astrowire import drms
from tests.functional.loopback import Asked, answer, outcome, serving
from tests.functional.waits import quick

from .places import Place
from .running import client_at, environment, hasten
from .server import good, keeping

TROUBLE = b'{"status":1,"error":"no such series"}'


@pytest.fixture(autouse=True)
def _nothing_set() -> Iterator[None]:
    with environment({}):
        yield


def at(origin: str, **settings: Any) -> drms.Client:
    client: drms.Client = client_at(Place(origin), "drms", **settings)
    return client


@pytest.mark.parametrize("jump", [-1e9, 1e9])
def test_a_jump_of_the_clock_changes_nothing(jump: float, monkeypatch: pytest.MonkeyPatch) -> None:
    real = time.time
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        monkeypatch.setattr(time, "time", lambda: real() + jump)

    with serving(answer(b"", 503), answer(b"", 503), answer()) as server:
        client = quick(at(server.origin, deadline=30), sleep=sleep)
        assert client.rs_summary("a.b[]").count == 7
    assert slept == [0.5, 1.0]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_fork_after_use_has_connections_of_its_own() -> None:
    kept: list[Asked] = []
    with serving(keeping(kept)) as server:
        client = at(server.origin)
        assert client.rs_summary("a.b[1]").count == 7
        assert client.rs_summary("a.b[2]").count == 7
        assert server.connections == 1
        child = os.fork()
        if not child:  # as little as possible: not even pytest may go on here
            found = outcome(lambda: client.rs_summary("a.b[3]").count)
            os._exit(0 if found == 7 else 1)
        _, status = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(status) == 0
        assert server.connections == 2
        assert client.rs_summary("a.b[4]").count == 7
        assert server.connections == 2
    assert [each.query["ds"] for each in kept] == ["a.b[2]", "a.b[4]"]


def ask(origin: str) -> Any:
    """The answer, or the error, of a call in another process."""
    with environment({}):
        return outcome(lambda: at(origin).rs_summary("a.b[]"))


def test_answers_and_errors_come_back_from_spawned_processes() -> None:
    with serving(answer(), answer(TROUBLE)) as server, ProcessPoolExecutor(1, get_context("spawn")) as pool:
        found = pool.submit(ask, server.origin).result()
        refused = pool.submit(ask, server.origin).result()
    assert (found.count, found.raw) == (7, good(Asked("GET", "/", {}, b"")))
    assert isinstance(refused, astrowire.SeriesError)
    assert (refused.operation, refused.answer.error) == ("drms.rs_summary", "no such series")


def test_after_an_interrupt_in_the_body_the_next_call_has_a_fresh_connection() -> None:
    def interrupted(connection: socket.socket, request: Asked) -> None:
        body = good(request)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body[:9])
        time.sleep(0.05)
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.2)
        connection.sendall(body[9:] + b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")

    with serving(interrupted, answer()) as server:
        client = at(server.origin)
        time_ = hasten(client)
        try:
            client.rs_summary("a.b[1]")
            ended = "answered"
        except KeyboardInterrupt:
            ended = "interrupted"
        time.sleep(0.3)
        assert client.rs_summary("a.b[2]").count == 7
    assert ended == "interrupted"
    assert time_.slept == []
    assert server.connections == 2
    assert [each.query["ds"] for each in server.asked] == ["a.b[1]", "a.b[2]"]
