"""One call over loopback, the whole client, beside the same bare call of ``requests.Session``."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from itertools import repeat
from pathlib import Path
from urllib.request import Request, urlopen

import requests

from astrowire import crds, drms
from tests.bench import peers
from tests.bench.plan import Plan
from tests.bench.server import CONTEXT
from tests.bench.table import Findings, Goal, rows
from tests.bench.timing import NOT_INSTALLED, Call, Contender, Figure

NAME = "loopback"
TITLE = "One call over loopback, the server in another process, connections kept where the client keeps them"
NAMES = (NAME,)

ROOT = Path(__file__).resolve().parents[2]
BARE = "requests.Session"
GOALS = (Goal(BARE, at_most=1.2),)


def measure(plan: Plan, findings: Findings) -> None:
    """A call with a query, and a call with a body."""
    with _server() as address, requests.Session() as session:
        _cgi(plan, findings, address, session)
        _rpc(plan, findings, address, session)


@contextmanager
def _server() -> Generator[str]:
    """The address of a server that lives as long as the context."""
    program = [sys.executable, "-m", "tests.bench.server"]
    with subprocess.Popen(
        program, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("the server has no input or no output")
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}/"
        finally:
            process.stdin.close()


def _cgi(plan: Plan, findings: Findings, address: str, session: requests.Session) -> None:
    with drms.Client(base_url=address) as client:
        asked = drms.OPERATIONS["rs_summary"].encode({"ds": "a.b[]"}, client.server)
        contenders: dict[str, Contender] = {
            "ours": lambda: client.rs_summary("a.b[]"),
            BARE: lambda: json.loads(session.get(asked.url).content),
            "urllib.request.urlopen": lambda: json.loads(urlopen(asked.url).read()),
            "drms client": _usual_drms(asked.url),
        }
        _measured(plan, findings, "drms rs_summary", contenders, client.rs_summary("a.b[]").count == 7)


def _rpc(plan: Plan, findings: Findings, address: str, session: requests.Session) -> None:
    with crds.Client(base_url=address) as client:
        asked = crds.OPERATIONS["get_default_context"].encode({"observatory": "jwst"}, client.server, id=1)
        headers = dict(asked.headers)
        again = Request(asked.url, asked.body, headers)
        contenders: dict[str, Contender] = {
            "ours": lambda: client.get_default_context("jwst"),
            BARE: lambda: json.loads(session.post(asked.url, data=asked.body, headers=headers).content),
            "urllib.request.urlopen": lambda: json.loads(urlopen(again).read()),
            "crds client": _usual_crds(address),
        }
        right = client.get_default_context("jwst") == CONTEXT
        _measured(plan, findings, "crds get_default_context", contenders, right)


def _measured(
    plan: Plan, findings: Findings, work: str, contenders: dict[str, Contender], right: bool
) -> None:
    calls = plan.sizes.calls
    many = {
        name: contender if isinstance(contender, str) else _many(contender, calls)
        for name, contender in contenders.items()
    }
    measured = plan.figures(work, many, 15)
    each = {
        name: found.per(calls) if isinstance(found, Figure) else found for name, found in measured.items()
    }
    findings.add(rows(f"one call, {work}", each, GOALS, remarks={"ours": "" if right else "another answer"}))


def _many(call: Call, times: int) -> Callable[[], None]:
    """Several calls in a row, since one is over before the clock has settled."""

    def calls() -> None:
        for _ in repeat(None, times):
            call()

    return calls


def _usual_drms(url: str) -> Contender:
    """The usual client's request for a URL, read to its end and parsed."""
    protocol = peers.module("drms.json")
    if protocol is None:
        return NOT_INSTALLED
    return lambda: protocol.HttpJsonRequest(url, "latin1").data


def _usual_crds(address: str) -> Contender:
    proxy = peers.module("crds.client.proxy")
    if proxy is None:
        return NOT_INSTALLED
    binding = proxy.ServiceCallBinding(f"{address}json/", "get_default_context")
    return lambda: binding("jwst")
