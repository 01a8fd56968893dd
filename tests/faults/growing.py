"""How much a process grows by one call: ``python -m tests.faults.growing PROTOCOL ORIGIN`` prints JSON.

The first call, which loads whatever is loaded on demand, does not count.
"""

from __future__ import annotations

import json
import sys

from tests.bench.inside import growth
from tests.functional.loopback import outcome

from .places import Place
from .running import client_at, environment

CALLS = {"drms": ("rs_summary", "a.b[]"), "crds": ("get_default_context", "jwst")}


def main() -> None:
    """Call twice."""
    protocol, origin = sys.argv[1:]
    name, argument = CALLS[protocol]
    found: list[object] = []
    with environment({}), client_at(Place(origin), protocol, timeout=(60, 60), attempts=1) as client:
        call = getattr(client, name)
        call(argument)
        grew = growth(lambda: found.append(outcome(lambda: call(argument))))
    print(json.dumps({"ended": type(found[0]).__name__, "grew": grew}))


if __name__ == "__main__":
    main()
