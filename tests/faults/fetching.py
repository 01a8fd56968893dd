"""Fetches one reference in a process of its own: ``python -m tests.faults.fetching ORIGIN CACHE``.

Prints JSON: the path, or the error; how many files were not there; and by how many
bytes the process grew. With ``full`` behind it no file may become longer than
64 KiB, as on a disk that is full.
"""

from __future__ import annotations

import contextlib
import json
import sys
from pathlib import Path
from typing import Any

from astrowire import crds
from tests.bench.inside import PROCESS, growth
from tests.functional.loopback import outcome

from .running import environment

NAME = "jwst_miri_flat_0001.fits"
PLACE = f"references/jwst/miri/{NAME}"
FULL = 64 * 1024


@contextlib.contextmanager
def cache_at(origin: str, cache: Path | str) -> Any:
    """The face, pointed to a server and a cache."""
    with environment({"CRDS_SERVER_URL": origin, "CRDS_OBSERVATORY": "jwst", "CRDS_PATH": str(cache)}):
        yield crds.client


def fetch() -> tuple[dict[str, str], int, int]:
    """Fetch the reference."""
    return crds.client.dump_references3("jwst_0001.pmap", [NAME])


def main() -> None:
    """Fetch, and say what came of it."""
    origin, cache, *more = sys.argv[1:]
    found: list[Any] = []
    with cache_at(origin, cache) as client:
        client.get_server_info()
        client._face.client()._retry.sleep = lambda seconds: None
        if "full" in more:
            import resource

            resource.setrlimit(resource.RLIMIT_FSIZE, (FULL, FULL))
        if (PROCESS / "clear_refs").exists():
            grew = growth(lambda: found.append(outcome(fetch)))
        else:
            grew = found.append(outcome(fetch))
    ended = found[0]
    if isinstance(ended, Exception):
        print(json.dumps({"error": type(ended).__name__, "text": str(ended), "grew": grew}))
    else:
        print(json.dumps({"path": ended[0][NAME], "lacking": ended[1], "grew": grew}))


if __name__ == "__main__":
    main()
