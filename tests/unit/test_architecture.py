"""Who may import whom, read from the sources: imports inside functions and type-checking blocks count too."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import requires
from pathlib import Path

import pytest
import yaml

from codegen.naming import RUNTIME_ERRORS

ROOT = Path(__file__).resolve().parents[2]
CODEGEN = ROOT / "codegen"
RUNTIME = CODEGEN / "runtime" / "astrowire_runtime"
GENERATED = ROOT / "generated" / "python" / "astrowire"

SERVICE_FOLDERS = ("drms", "crds", "testing")
"""Folders of the runtime that are not its core."""


@dataclass(frozen=True)
class Import:
    """One import of one file. ``name`` is absolute: the module, or for ``from`` the module and the name."""

    where: str
    name: str
    module: str

    def is_below(self, package: str) -> bool:
        """Whether it is the package or something in it."""
        return f"{self.name}.".startswith(f"{package}.")


def imports_of(source: str, module: str, *, is_package: bool = False) -> list[Import]:
    """Every import of a module's source, relative ones made absolute, ``import_module("...")`` included."""
    found: list[Import] = []
    for node in ast.walk(ast.parse(source)):
        for imported, target in _imported(node, module, is_package):
            line = getattr(node, "lineno", 0)
            found.append(Import(f"{module}:{line}", imported, target))
    return found


def _imported(node: ast.AST, module: str, is_package: bool) -> Iterator[tuple[str, str]]:
    match node:
        case ast.Import(names):
            yield from ((alias.name, alias.name) for alias in names)
        case ast.ImportFrom(target, names, level):
            base = _absolute(target or "", level, module, is_package)
            yield from ((f"{base}.{alias.name}", base) for alias in names)
        case ast.Call(
            func=ast.Attribute(attr="import_module") | ast.Name(id="import_module" | "__import__"),
            args=[ast.Constant(str(name)), *_],
        ):
            level = len(name) - len(name.lstrip("."))
            base = _absolute(name.lstrip("."), level, module, is_package)
            yield base, base
        case _:
            return


def _absolute(target: str, level: int, module: str, is_package: bool) -> str:
    if not level:
        return target
    parts = module.split(".")
    kept = parts[: len(parts) - level + is_package]
    return ".".join([*kept, target] if target else kept)


def sources(folder: Path, package: str, *without: str) -> list[Import]:
    """The imports of every file below a folder that is imported as ``package``, less some sub-folders."""
    found: list[Import] = []
    for path in sorted(folder.rglob("*.py")):
        relative = path.relative_to(folder)
        if relative.parts[0] in without:
            continue
        names = [package, *relative.with_suffix("").parts]
        is_package = names[-1] == "__init__"
        module = ".".join(names[:-1] if is_package else names)
        found += imports_of(path.read_text(encoding="utf-8"), module, is_package=is_package)
    assert found, f"no imports found below {folder}: the contract would hold for nothing"
    return found


def codegen() -> list[Import]:
    return sources(CODEGEN, "codegen", "runtime")


def runtime() -> list[Import]:
    return sources(RUNTIME, "astrowire_runtime")


def core() -> list[Import]:
    return sources(RUNTIME, "astrowire_runtime", *SERVICE_FOLDERS)


def generated() -> list[Import]:
    return sources(GENERATED, "astrowire")


def below(imports: list[Import], *packages: str) -> list[str]:
    """The imports of any of the packages, as lines for people."""
    return [
        f"{each.where} imports {each.name}"
        for each in imports
        if any(each.is_below(package) for package in packages)
    ]


def outside_libraries(imports: list[Import], *allowed: str) -> list[str]:
    """The imports of neither the standard library nor an allowed package."""
    known = (*sys.stdlib_module_names, *allowed)
    return [f"{each.where} imports {each.name}" for each in imports if each.name.split(".")[0] not in known]


def private_runtime(imports: list[Import]) -> list[str]:
    """The imports of the runtime that reach deeper than its modules or at names with an underscore.

    What a service's client and face take from the runtime are the two modules in a folder that are public.
    """
    methods = {f"astrowire_runtime.{name}.client.ServiceMethods" for name in SERVICE_FOLDERS}
    methods |= {f"astrowire_runtime.{name}.face.ServiceFace" for name in SERVICE_FOLDERS}
    reached = [each for each in imports if each.is_below("astrowire_runtime") and each.name not in methods]
    return [
        f"{each.where} imports {each.name}"
        for each in reached
        if each.module.count(".") > 1 or any(part.startswith("_") for part in each.name.split("."))
    ]


def test_the_generator_imports_neither_package_it_makes() -> None:
    assert below(codegen(), "astrowire", "astrowire_runtime", "tests") == []


def test_the_runtime_knows_neither_the_generator_nor_its_output() -> None:
    assert below(runtime(), "codegen", "astrowire", "tests") == []


def test_the_core_of_the_runtime_knows_no_service() -> None:
    assert below(core(), *(f"astrowire_runtime.{name}" for name in SERVICE_FOLDERS)) == []


def test_generated_modules_import_only_public_names_of_the_runtime() -> None:
    found = generated()
    assert outside_libraries(found, "astrowire", "astrowire_runtime", "msgspec") == []
    assert private_runtime(found) == []


def test_tools_of_the_generator_stay_there() -> None:
    found = [*runtime(), *generated()]
    assert below(found, "jinja2", "jsonschema", "yaml", "ruff", "hypothesis", "pytest") == []


def test_the_generator_knows_every_exception_of_the_runtime_by_name() -> None:
    classes = [
        each
        for each in ast.parse((RUNTIME / "errors.py").read_text(encoding="utf-8")).body
        if isinstance(each, ast.ClassDef)
    ]
    assert sorted(RUNTIME_ERRORS) == sorted(each.name for each in classes)


def test_importing_both_services_is_light() -> None:
    heavy = ("requests", "urllib3", "ssl", "http.client", "jsonschema", "numpy", "pandas")
    program = (
        "import sys; before = set(sys.modules)\n"
        "from astrowire import drms, crds\n"
        "assert drms.OPERATIONS and crds.OPERATIONS\n"
        f"print(*sorted(set({heavy!r}) & (set(sys.modules) - before)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert (done.stderr, done.stdout.split()) == ("", [])


def test_the_package_needs_requests_and_msgspec_and_no_more() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split("[^a-z0-9-]", each)[0] for each in project["dependencies"]}
    brought = {re.split("[^a-z0-9-]", each)[0] for each in requires("requests") or []}
    assert names - brought == {"requests", "msgspec"}
    assert names & brought == {"urllib3"}, "named for its lowest version"


def test_there_is_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    package = yaml.safe_load((ROOT / "spec" / "package.yaml").read_text(encoding="utf-8"))
    assert (project["name"], project["version"]) == (package["package"], str(package["version"]))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import astrowire_runtime.drms", ["astrowire_runtime.drms"]),
        ("from . import drms", ["astrowire_runtime.drms"]),
        ("from .drms.records import RecordSet", ["astrowire_runtime.drms.records.RecordSet"]),
        ("def late():\n    from astrowire_runtime import drms", ["astrowire_runtime.drms"]),
        ("import importlib\nimportlib.import_module('.drms', __package__)", ["astrowire_runtime.drms"]),
        ("from astrowire_runtime.drmsx import y\nfrom .client import drms_names", []),
    ],
)
def test_a_core_that_reaches_for_a_service_is_found(source: str, expected: list[str]) -> None:
    found = below(imports_of(source, "astrowire_runtime.client"), "astrowire_runtime.drms")
    assert [line.split(" imports ")[1] for line in found] == expected


@pytest.mark.parametrize(
    ("source", "refused"),
    [
        ("from astrowire_runtime import Client", False),
        ("from astrowire_runtime.cgi import CgiOperation", False),
        ("from astrowire_runtime.operation import _decode", True),
        ("from astrowire_runtime._guts import decode", True),
        ("from astrowire_runtime.drms.client import ServiceMethods", False),
        ("from astrowire_runtime.drms.client import Operations", True),
        ("from astrowire_runtime.drms.deep import RecordSet", True),
    ],
)
def test_a_generated_module_that_reaches_into_the_runtime_is_found(source: str, refused: bool) -> None:
    found = private_runtime(imports_of(source, "astrowire.drms.rs_list"))
    assert bool(found) is refused


def test_a_foreign_library_is_found() -> None:
    found = outside_libraries(imports_of("import json, jinja2", "astrowire.x"), "msgspec")
    assert found == ["astrowire.x:1 imports jinja2"]
