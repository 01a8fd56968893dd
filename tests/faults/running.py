"""Runs a case of the matrix: points a client at the fault, and keeps how the call ended."""

from __future__ import annotations

import copy
import functools
import io
import logging
import os
import threading
import time
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest import mock

from astrowire import crds, drms
from tests.functional.conftest import SETTINGS
from tests.functional.loopback import Asked, outcome
from tests.functional.waits import Time, quick

from .cases import Case
from .places import Place

SECRET = "name-for-notices@example.com"
RECORDS = {"ds": "hmi.m_720s[2024.01.01_TAI]"}
ORDER = {**RECORDS, "notify": SECRET}

_PROXIES = ("https_proxy", "HTTPS_PROXY", "no_proxy", "NO_PROXY", "SSL_CERT_FILE")


@dataclass(frozen=True)
class Seen:
    """How a call ended.

    Attributes
    ----------
    found : object
        The result, or the exception.
    sends : int
        How often it was sent.
    waits : list of float
        Seconds between the sends.
    took : float
        Seconds by the real clock.
    asked : list of Asked
        The requests.
    logged : str
        All lines of all loggers, of every level.
    """

    found: Any
    sends: int
    waits: list[float]
    took: float
    asked: list[Asked] = field(repr=False)
    logged: str = field(repr=False)

    @property
    def kind(self) -> type[Exception] | None:
        """The class of the exception, None for an answer."""
        return type(self.found) if isinstance(self.found, Exception) else None


def call_of(case: Case, protocol: str, effect: str) -> tuple[Any, dict[str, str]]:
    """The operation that a case is tried on, with the effect, and its arguments."""
    if protocol == "crds":
        name, arguments, operations = "get_default_context", {"observatory": "jwst"}, crds.OPERATIONS
    else:
        name = case.reads if effect == "read" else "exp_request"
        arguments, operations = (ORDER if name == "exp_request" else RECORDS), drms.OPERATIONS
    operation = operations[name]
    if effect != operation.effect or case.max_body is not None:
        operation = copy.copy(operation)
        operation.effect = effect
        operation.max_body = case.max_body or operation.max_body
    return operation, arguments


def client_at(place: Place, protocol: str, **settings: Any) -> Any:
    """A client of the service that is pointed there."""
    settings = {"timeout": (5, 5), **settings}
    if protocol == "crds":
        return crds.Client("jwst", base_url=place.origin, **settings)
    return drms.Client(base_url=f"{place.origin}/cgi-bin/", **settings)


def hasten(client: Any) -> Time:
    """Give the client a clock that only its waits move."""
    time_ = Time()
    quick(client, sleep=time_.sleep)._retry.clock = time_.clock
    return time_


@contextmanager
def environment(names: Mapping[str, str]) -> Iterator[None]:
    """No setting of the machine reaches a client, only these."""
    with mock.patch.dict(os.environ):
        for name in (*SETTINGS, *_PROXIES):
            os.environ.pop(name, None)
        os.environ.update(names)
        yield


@contextmanager
def listening() -> Iterator[io.StringIO]:
    """Keep what every logger says."""
    root, lines = logging.getLogger(), io.StringIO()
    handler, level = logging.StreamHandler(lines), root.level
    handler.setFormatter(logging.Formatter())
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield lines
    finally:
        root.removeHandler(handler)
        root.setLevel(level)


@functools.cache
def seen(case: Case, protocol: str, effect: str) -> Seen:
    """How a case ends; it is run once, however many tests look at it."""
    operation, arguments = call_of(case, protocol, effect)
    with case.where() as place, environment(place.env), listening() as lines:
        client = client_at(place, protocol, **case.settings)
        with client:
            time_ = Time() if case.real_time else hasten(client)
            if place.warm:
                outcome(lambda: client.call(operation, arguments))
                time.sleep(0.05)  # for the end of the connection to arrive
            before = place.sends or 0
            began = time.monotonic()
            found = outcome(lambda: client.call(operation, arguments))
            took = time.monotonic() - began
            sends = _counted(place, before, len(time_.slept) + 1)
            asked = [*place.server.asked[before:], *place.more] if place.server else []
            return Seen(found, sends, time_.slept, took, asked, lines.getvalue())


def _counted(place: Place, before: int, tried: int) -> int:
    """The sends that a server has seen; one that is late gets a moment to see what was tried."""
    if place.sends is None:
        return tried
    late = time.monotonic() + 2
    while place.sends - before < tried and time.monotonic() < late:
        time.sleep(0.005)
    return place.sends - before


def texts(error: BaseException) -> str:
    """All that is to be read of an exception and of what is underneath, the traceback included."""
    parts = ["".join(traceback.format_exception(error))]
    todo: list[BaseException | None] = [error]
    known: list[BaseException] = []
    while todo:
        each = todo.pop()
        if each is None or any(each is one for one in known):
            continue
        known.append(each)
        parts += [str(each), repr(each), repr(vars(each))]
        todo += [each.__cause__, each.__context__]
    return "\n".join(parts)


def in_threads(count: int, work: Any) -> None:
    """Run a function in threads, giving each its number, and wait for all."""
    threads = [threading.Thread(target=work, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
