"""Foreign tools read the OpenAPI documents, and what they make of them works."""

from __future__ import annotations

import importlib
import json
import shutil
import sys
from pathlib import Path
from typing import Any

from tests.conformance.running import ROOT, command, last_line
from tests.stand_in import description, stand_in

NEEDS: tuple[str, ...] = ("node", "npm")

HERE = Path(__file__).resolve().parent
DOCUMENTS = {
    "drms": ROOT / "generated" / "openapi" / "drms.json",
    "weather": ROOT / "tests" / "golden" / "expected" / "openapi" / "weather.json",
}
OFFICIAL = ROOT / "tests" / "functional" / "official" / "openapi-3.1.json"
ANSWER = ROOT / "spec" / "drms" / "examples" / "rs_list__types_strings.json"
MADE_UP = 40
"""Made-up calls of each operation."""
QUIET = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true", "NO_COLOR": "1"}


def run(build: Path) -> dict[str, object]:
    """Counts what was read, made and called; every complaint of a tool is a disagreement."""
    install(build)
    found: list[object] = [*validated(), *linted(build)]
    lines = typescript(build)
    python(build)
    with stand_in(description()) as server:
        asked = [sys.executable, HERE / "uses.py", server.url("drms").removesuffix("/"), ANSWER]
        used = last_line(command(asked, cwd=build, timeout=120, environment={"PYTHONPATH": str(build)}))
        found += fetched(build, server.url("drms").removesuffix("/"))
        calls = importlib.import_module("tests.conformance.openapi.calls")
        text = DOCUMENTS["drms"].read_text(encoding="utf-8")
        url = f"http://127.0.0.1:{server.port}"
        seen = calls.explore(text, url, MADE_UP)
        if not calls.canary(text, url):
            found.append("Schemathesis has no objection to a wrong document")
    return {
        "documents": len(DOCUMENTS),
        "lines_of_types": lines,
        "modules": used["modules"],
        "calls": seen.calls,
        "recorded": seen.recorded,
        "not_imitated": seen.not_imitated,
        "disagreements": [*found, *used["disagreements"], *seen.disagreements],
    }


def install(build: Path) -> None:
    """The tools of Node, as the lock file has them, and what they are given."""
    for name in (
        "package.json",
        "package-lock.json",
        "redocly.yaml",
        "tsconfig.json",
        "uses.ts",
        "fetch.mjs",
    ):
        shutil.copy(HERE / name, build / name)
    for name, path in DOCUMENTS.items():
        shutil.copy(path, build / f"{name}.json")
    command(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=build)


def tool(build: Path, name: str) -> Path:
    """A program of Node that was installed."""
    return build / "node_modules" / ".bin" / name


def validated() -> list[str]:
    """openapi-spec-validator; its schema is the one that the other tests hold to."""
    validator = importlib.import_module("openapi_spec_validator")
    bundled = Path(validator.__file__).with_name("resources") / "schemas" / "v3.1" / "schema.json"
    found = [] if bundled.read_bytes() == OFFICIAL.read_bytes() else ["the official schema has changed"]
    for name, path in DOCUMENTS.items():
        errors = validator.OpenAPIV31SpecValidator(json.loads(path.read_text(encoding="utf-8"))).iter_errors()
        found += [f"{name}: openapi-spec-validator: {error.message}" for error in errors]
    return found


def linted(build: Path) -> list[str]:
    """The linter of Redocly; its warnings count, too."""
    lint = [tool(build, "redocly"), "lint", "--format=json", "--max-problems=1000"]
    said = [command([*lint, f"{name}.json"], cwd=build, environment=QUIET) for name in DOCUMENTS]
    return [complaint(each) for text in said for each in json.loads(text)["problems"]]


def complaint(problem: dict[str, Any]) -> str:
    """A problem of the linter on one line."""
    place = problem["location"][0]
    return f"{place['source']['ref']}: {place.get('pointer')}: {problem['ruleId']}: {problem['message']}"


def fetched(build: Path, url: str) -> list[str]:
    """openapi-fetch calls an operation with a fragment in its path, once that is cut off as the page says."""
    outcome = last_line(command(["node", "fetch.mjs", url], cwd=build, timeout=60))
    return [] if outcome == {"lost": False, "found": True} else [f"openapi-fetch: {outcome}"]


def typescript(build: Path) -> int:
    """openapi-typescript, and the compiler over its output and a use of it; returns the lines of types."""
    lines = 0
    for name in DOCUMENTS:
        command([tool(build, "openapi-typescript"), f"{name}.json", "--output", f"{name}.d.ts"], cwd=build)
        lines += len((build / f"{name}.d.ts").read_text(encoding="utf-8").splitlines())
    command([tool(build, "tsc"), "--project", "tsconfig.json"], cwd=build)
    return lines


def python(build: Path) -> None:
    """The two generators of Python; that one of them leaves something out is a failure."""
    (build / "client.yaml").write_text("post_hooks: []\n", encoding="utf-8")
    programs = Path(sys.executable).parent
    client = [
        programs / "openapi-python-client",
        "generate",
        "--meta=none",
        "--overwrite",
        "--fail-on-warning",
    ]
    models = [programs / "datamodel-codegen", "--input-file-type=openapi", "--disable-timestamp"]
    models += ["--output-model-type=pydantic_v2.BaseModel", "--formatters=builtin"]
    for name in DOCUMENTS:
        where = [f"--path={name}.json", f"--output-path={name}_client", "--config=client.yaml"]
        command([*client, *where], cwd=build)
        command([*models, f"--input={name}.json", f"--output={name}_models.py"], cwd=build)
