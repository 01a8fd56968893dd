"""What importing both services costs, in whole processes, beside the usual clients."""

from __future__ import annotations

import functools
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from tests.bench.plan import Plan
from tests.bench.table import Findings, Goal, rows
from tests.bench.timing import NOT_INSTALLED, Contender, command

NAME = "import"
TITLE = "Import, over a bare interpreter (whole processes, byte code at hand)"
NAMES = (NAME,)

EVERY = "every operation"
"""With the modules of all operations loaded, which otherwise are when they are first looked up.

The usual clients load all they have at once, so this is the same work; the
import alone may leave nearly everything for later, and is quick for that reason.
"""

PROGRAMS = {
    "bare": "pass",
    "ours": "from astrowire import drms, crds; drms.OPERATIONS; crds.OPERATIONS",
    EVERY: (
        "from astrowire import drms, crds; list(drms.OPERATIONS.values()); list(crds.OPERATIONS.values())"
    ),
    "import msgspec": "import msgspec",
    "import requests": "import requests",
    "import drms": "import drms",
    "import crds.client": "import crds.client",
}
LIMIT = 0.040
"""Seconds over a bare interpreter."""

GOALS = (
    Goal("import drms", at_most=0.12, limit=LIMIT),
    Goal("import crds.client", at_most=0.08, limit=LIMIT),
)


def measure(plan: Plan, findings: Findings) -> None:
    """Both services with their operations, and with all modules of these, against the usual clients."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        # Users import from byte code: all contenders compile into this folder once and load from there.
        options = [] if plan.quick else ["-X", f"pycache_prefix={folder}/bytecode"]
        contenders: dict[str, Contender] = {
            name: functools.partial(
                command, [sys.executable, *options, "-c", code], folder, bytecode=not plan.quick
            )
            for name, code in PROGRAMS.items()
            if not name.startswith("import ") or _installed(code)
        }
        contenders |= {name: NOT_INSTALLED for name in PROGRAMS if name not in contenders}
        measured = plan.figures(NAME, contenders, 15)
    bare = measured.pop("bare")
    net = {
        name: found if isinstance(found, str) or isinstance(bare, str) else found.less(bare)
        for name, found in measured.items()
    }
    remarks = {} if isinstance(bare, str) else {"import drms": f"bare {bare.median * 1e3:.1f} ms"}
    peers = [name for name in PROGRAMS if name.startswith("import ")]
    findings.add(rows("import both services", net, GOALS, beside=peers, remarks=remarks))
    findings.add(rows("import every operation of both", net, GOALS, ours=EVERY, beside=peers))


def _installed(program: str) -> bool:
    """Whether the package that a program imports is there."""
    return find_spec(program.removeprefix("import ").partition(".")[0]) is not None
