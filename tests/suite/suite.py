"""The official test suite of JSON Schema as operations: one for each schema that the dialect can say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from codegen.resolve import load_package
from tests.functional.making import ROOT
from tests.suite.translation import Outside, Translation, depth

FILES = ROOT / "tests" / "suite" / "official" / "draft2020-12"

PACKAGE = {"dialect": 1, "package": "suite", "version": "0.0.1", "summary": "Schemas of the test suite."}
SERVICE = {
    "dialect": 1,
    "service": "svc",
    "summary": "Schemas of the test suite.",
    "sources": {"suite": "the test suite"},
    "transport": {"kind": "cgi", "charset": "utf-8"},
    "default_server": "main",
    "servers": {
        "main": {
            "title": "Main",
            "summary": "No server.",
            "base_url": "http://example.invalid/",
            "endpoints": {"go": "go"},
        }
    },
    "errors": {"Unknown": {"summary": "An unknown status."}},
}


@dataclass(frozen=True)
class Group:
    """One schema of the suite, and the documents that are tried with it."""

    name: str
    says: str
    schema: Any
    tests: tuple[Mapping[str, Any], ...]


@cache
def groups() -> list[Group]:
    """All schemas of all files."""
    return list(_groups())


def _groups() -> Iterator[Group]:
    for path in sorted(FILES.glob("*.json")):
        for number, group in enumerate(json.loads(path.read_text(encoding="utf-8"))):
            keyword = "".join(f"_{each.lower()}" if each.isupper() else each for each in path.stem)
            says = f"{path.stem}: {group['description']}"
            yield Group(f"{keyword}_{number}", says, group["schema"], tuple(group["tests"]))


def operation(group: Group) -> dict[str, Any]:
    """The operation that answers with what the schema says, or ``Outside``."""
    deepest = max(depth(test["data"]) for test in group.tests)
    prefix = "".join(each.capitalize() for each in group.name.split("_"))
    translation = Translation(group.schema, deepest + 1, f"{prefix}Type")
    return _operation(group.name, translation.types, translation.shape)


def _operation(name: str, types: Mapping[str, Any], shape: Any) -> dict[str, Any]:
    return {
        "dialect": 1,
        "operation": name,
        "summary": "One schema.",
        "stability": "documented",
        "source": ["suite"],
        "effect": "read",
        "endpoint": "go",
        "parameters": {},
        "query": [{"name": "op", "value": name}],
        "result": shape,
        "types": dict(types),
    }


def literal(group: Group) -> dict[str, Any]:
    """The operation whose type is the schema, word by word."""
    schema = group.schema
    if isinstance(schema, dict):
        schema = {"summary": "A schema."} | {name: each for name, each in schema.items() if name != "$schema"}
    return _operation(group.name, {"T": schema}, {"ref": "T"})


def write(folder: Path, operations: Mapping[str, Mapping[str, Any]], package: str = "suite") -> Path:
    """A description of these operations; JSON is YAML."""
    service = folder / "svc"
    service.mkdir(parents=True)
    (folder / "package.yaml").write_text(json.dumps({**PACKAGE, "package": package}), encoding="utf-8")
    (service / "service.yaml").write_text(json.dumps(SERVICE), encoding="utf-8")
    for name, each in operations.items():
        (service / f"{name}.yaml").write_text(json.dumps(each), encoding="utf-8")
    return folder


def rules(folder: Path, each: Mapping[str, Any]) -> list[str]:
    """The rules that a description of this operation alone breaks, with what is said."""
    _, problems = load_package(write(folder, {each["operation"]: each}))
    return [f"{problem.rule}: {problem.message}" for problem in problems]


def sorted_out(folder: Path) -> tuple[dict[str, Group], dict[str, str]]:
    """The schemas that can be said, by operation, and those that can't, with the reason."""
    said: dict[str, Group] = {}
    refused: dict[str, str] = {}
    for group in groups():
        try:
            each = operation(group)
        except Outside as outside:
            refused[group.name] = str(outside)
            continue
        problems = rules(folder / group.name, each)
        if problems:
            refused[group.name] = problems[0]
        else:
            said[group.name] = group
    return said, refused
