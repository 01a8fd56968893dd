"""Tries what is long, deep or wide with little memory; run as a program, in a process of its own.

``python -m tests.hostile.spec.limited`` prints as JSON the cases whose outcome is another one then.
"""

from __future__ import annotations

import json
import resource
import tempfile
from pathlib import Path

from .cases import everything
from .lab import Lab

MEMORY = 1 << 30
GROUPS = "EFGH"


def main() -> None:
    """Try the cases; a process that asks for more memory than there is gets an error, not the machine's."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with tempfile.TemporaryDirectory(prefix="hostile-") as home:
        lab = Lab(Path(home))
        cases = [case for case in everything() if case.id[0] in GROUPS]
        other = {case.id: found for case in cases if (found := lab.tried(case)) != case.want}
    print(json.dumps({"tried": len(cases), "other": other}))


if __name__ == "__main__":
    main()
