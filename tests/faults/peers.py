"""What the usual clients do with the same faults: ``python -m tests.faults.peers`` writes peers.json.

With ``new`` behind it, only cases are tried that the file does not have. Each is
tried in a process of its own, since these clients keep settings of the process.
Their timeouts are set to two seconds, where they have one; a call that goes on
for five hangs. Of those that end, the class of the exception is kept, or that
the answer was accepted.
"""

from __future__ import annotations

import importlib
import json
import logging
import os
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.functional.making import ROOT

from .cases import PROTOCOLS, Case
from .matrix import MATRIX
from .places import Place
from .running import ORDER, RECORDS, environment

FILE = Path(__file__).with_name("peers.json")
TIMEOUT = 2
"""Seconds that a peer is told to wait for bytes."""
LIMIT = 5.0
"""Seconds after which a call hangs."""
LONGEST = 60.0
"""Seconds for a process, imports included."""


def names() -> dict[str, str]:
    """The peers with their versions, by protocol."""
    return {protocol: f"{protocol} {version(protocol)}" for protocol in PROTOCOLS}


def cases(protocol: str) -> dict[str, Case]:
    """The cases of a protocol by name."""
    return {str(case): case for case in MATRIX if case.endings(protocol) is not None}


Ends = dict[str, dict[str, str]]
"""By peer and case."""


def all_ends(known: Ends) -> Ends:
    """How every case ends that is not known."""
    todo = [
        (protocol, case)
        for protocol, peer in names().items()
        for case in cases(protocol)
        if case not in known.get(peer, {})
    ]
    with ThreadPoolExecutor(2) as pool:
        ends = dict(zip(todo, pool.map(lambda each: _in_a_process(*each), todo), strict=True))
    return {
        peer: {case: ends.get((protocol, case)) or known[peer][case] for case in cases(protocol)}
        for protocol, peer in names().items()
    }


def _in_a_process(protocol: str, name: str) -> str:
    command = [sys.executable, "-m", "tests.faults.peers", protocol, name]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST, check=False)
    if done.returncode:
        return "crashes"
    return done.stdout.splitlines()[-1]


def _end(protocol: str, case: Case) -> str:
    """How a case ends in this process; a call that hangs ends the process."""
    with tempfile.TemporaryDirectory() as folder, case.where() as place:
        settings = {
            "CRDS_SERVER_URL": place.origin,
            "CRDS_OBSERVATORY": "jwst",
            "CRDS_PATH": folder,
            "CRDS_CLIENT_TIMEOUT_SECONDS": str(TIMEOUT),
        }
        with environment({**settings, **place.env}):
            call = _crds(place) if protocol == "crds" else _drms(case, place)
            watch = threading.Timer(LIMIT, _give_up)
            watch.start()
            try:
                if place.warm:
                    call()
                call()
            except BaseException as error:
                return type(error).__name__
            finally:
                watch.cancel()
    return "accepted"


def _give_up() -> None:
    print("hangs", flush=True)
    os._exit(0)


def _drms(case: Case, place: Place) -> Any:
    drms: Any = importlib.import_module("drms")
    protocol: Any = importlib.import_module("drms.json")
    protocol.HttpJsonRequest.__init__.__defaults__ = (TIMEOUT,)
    programs = {"cgi_jsoc_info": "jsoc_info", "cgi_jsoc_fetch": "jsoc_fetch"}
    server = drms.ServerConfig(name="faults", cgi_baseurl=f"{place.origin}/cgi-bin/", **programs)
    if case.reads == "exp_request":
        order = {"email": ORDER["notify"], "filenamefmt": False}
        return lambda: drms.Client(server).export(ORDER["ds"], **order).wait(timeout=0, sleep=0)
    return lambda: drms.HttpJsonClient(server).rs_summary(RECORDS["ds"])


def _crds(place: Place) -> Any:
    logging.disable()
    proxy: Any = importlib.import_module("crds.client.proxy")
    return lambda: proxy.CheckingProxy(f"{place.origin}/json/").get_default_context("jwst")


def main() -> None:
    """Try one case, all that are new, or all."""
    match sys.argv[1:]:
        case [protocol, name]:
            print(_end(protocol, cases(protocol)[name]), flush=True)
            os._exit(0)  # servers and proxies of the case may still be busy
        case ["new"]:
            ends = all_ends(json.loads(FILE.read_text(encoding="utf-8")))
        case _:
            ends = all_ends({})
    FILE.write_text(json.dumps(ends, indent=1) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
