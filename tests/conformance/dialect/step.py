"""In Python and JavaScript, validators read every construct of the dialect as elsewhere."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tests.conformance import page, probing
from tests.conformance.running import command

NEEDS: tuple[str, ...] = ("node", "npm")
HERE = Path(__file__).resolve().parent


def run(build: Path) -> dict[str, object]:
    """Tries all probes in both, and runs the programs that the page shows in these two languages."""
    for name in ("package.json", "package-lock.json", "probes.mjs"):
        shutil.copy(HERE / name, build)
    command(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=build)
    (build / "validate.mjs").write_text(page.program("js"), encoding="utf-8")
    (build / "validate.py").write_text(page.program("python"), encoding="utf-8")
    probes = probing.read()
    return {
        "admitted": len(probes["admitted"]),
        "refused": len(probes["refused"]),
        "texts": sum(len(each["texts"]) for group in probes.values() for each in group),
        "disagreements": [
            *probing.differences("python", probing.python()),
            *probing.differences("javascript", probing.ask(["node", build / "probes.mjs"], build)),
            *page.tried([sys.executable, build / "validate.py"]),
            *page.tried(["node", build / "validate.mjs"]),
        ],
    }
