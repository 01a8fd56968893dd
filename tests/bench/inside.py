"""Measurements that want a process of their own: ``python -m tests.bench.inside TASK ...`` prints JSON.

``memory CONTENDER FILE``: the peak of one contender on the body in a file.
``plain FILE ROUNDS SEED QUICK``: decoding the body in a file where numpy can't be imported.
"""

from __future__ import annotations

import gc
import json
import random
import sys
from collections.abc import Callable
from pathlib import Path

PROCESS = Path("/proc/self")


def memory(contender: str, file: str) -> dict[str, object]:
    """Bytes by which the process grew at most, over what it had with the body in memory.

    A first run on a few records loads whatever is loaded on demand.
    """
    from tests.bench import records, views

    struct = records.struct()
    views.by_name(contender, records.body(random.Random(0), 10), struct, records.NUMBERS)()
    body = Path(file).read_bytes()
    call = views.by_name(contender, body, struct, records.NUMBERS)
    gc.collect()
    return {"peak": growth(call)}


def growth(call: Callable[[], object]) -> int:
    """Bytes by which this process grew at most during a call."""
    (PROCESS / "clear_refs").write_text("5")  # forgets the peak so far
    before = _status("VmRSS")
    result = call()
    peak = _status("VmHWM")
    del result
    return peak - before


def _status(name: str) -> int:
    """A size of this process in bytes."""
    for line in (PROCESS / "status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * 1024
    raise LookupError(name)


def plain(file: str, rounds: str, seed: str, quick: str) -> dict[str, object]:
    """Figures of decoding a record set without numpy."""
    sys.modules["numpy"] = None  # type: ignore[assignment]
    import msgspec

    from tests.bench.decode import LISTED, ours
    from tests.bench.peers import plain_readers
    from tests.bench.timing import figures

    body = Path(file).read_bytes()
    contenders = {"ours": ours(LISTED, body), **plain_readers(body)}
    measured = figures(contenders, int(rounds), random.Random(seed), quick=quick == "quick")
    found: dict[str, object] = msgspec.to_builtins(measured)
    return found


def main() -> None:
    """Do one task."""
    tasks: dict[str, Callable[..., dict[str, object]]] = {"memory": memory, "plain": plain}
    print(json.dumps(tasks[sys.argv[1]](*sys.argv[2:])))


if __name__ == "__main__":
    main()
