"""The tools of OpenRPC read the documents: meta-schema, parser, checker of calls, generator of types."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conformance.running import ROOT, command, last_line

NEEDS: tuple[str, ...] = ("node", "npm")

HERE = Path(__file__).resolve().parent
DOCUMENTS = (
    ROOT / "generated" / "openrpc" / "crds.json",
    ROOT / "tests" / "golden" / "expected" / "openrpc" / "tides.json",
)
OFFICIAL = ROOT / "tests" / "functional" / "official"
STRICT = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext"]


def run(build: Path) -> dict[str, object]:
    """Counts documents, methods and calls; every complaint of a tool is a disagreement."""
    for name in ("package.json", "package-lock.json", "check.mjs"):
        shutil.copy(HERE / name, build / name)
    for path in DOCUMENTS:
        shutil.copy(path, build / path.name)
    command(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=build)
    names = [path.name for path in DOCUMENTS]
    official = [OFFICIAL / "openrpc.json", OFFICIAL / "json-schema-tools.json"]
    counts = last_line(command(["node", "check.mjs", *official, *names], cwd=build, timeout=120))
    types = [name.replace(".json", ".ts") for name in names]
    command([build / "node_modules" / ".bin" / "tsc", *STRICT, *types], cwd=build)
    lines = sum(len((build / name).read_text(encoding="utf-8").splitlines()) for name in types)
    return {**counts, "lines_of_types": lines}
