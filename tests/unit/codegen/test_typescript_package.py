"""The TypeScript package as npm sees it: what it offers is there, and it needs nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from codegen.emit.typescript.packaging import DEVELOPMENT, semantic
from codegen.naming import RUNTIME_ERRORS
from tests.functional.making import GOLDEN_SPEC, generate

ROOT = Path(__file__).resolve().parents[3]
GENERATED = ROOT / "generated" / "typescript"
TOOLS = ROOT / "tests" / "conformance" / "typescript"
IMPORT = re.compile(r'^(?:import|export)\b[^;]*?\bfrom "([^"]+)";|\bimport\("([^"]+)"\)', re.MULTILINE)


def manifest(package: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((package / "package.json").read_text(encoding="utf-8"))
    return found


def offered(package: Path) -> dict[str, str]:
    """What may be imported, with the source of each module."""
    exports: Mapping[str, Any] = manifest(package)["exports"]
    return {
        name: str(entry["default"]).removeprefix("./dist/").removesuffix(".js") + ".ts"
        for name, entry in exports.items()
        if name != "./package.json"
    }


@pytest.fixture(scope="module", params=["generated", "golden"])
def package(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if request.param == "generated":
        return GENERATED
    out = tmp_path_factory.mktemp("golden") / "out"
    return generate(GOLDEN_SPEC, out, "--target", "typescript") / "typescript"


def imported(folder: Path) -> set[str]:
    """What the modules of a package import."""
    sources = [each.read_text(encoding="utf-8") for each in folder.rglob("*.ts")]
    return {found[1] or found[2] for text in sources for found in IMPORT.finditer(text)}


def test_what_may_be_imported_is_there_and_every_operation_may_be(package: Path) -> None:
    modules = offered(package)
    assert [each for each in modules.values() if not (package / each).is_file()] == []
    services = [each.parent for each in package.glob("*/operations.ts")]
    operations = {
        each.relative_to(package).as_posix()
        for service in services
        for each in service.glob("*.ts")
        if each.name not in {"client.ts", "errors.ts", "index.ts", "operations.ts", "servers.ts", "types.ts"}
    }
    assert len(operations) > len(services)
    assert operations <= set(modules.values())


def test_the_package_needs_nothing_but_itself(package: Path) -> None:
    said = manifest(package)
    assert "dependencies" not in said
    assert "peerDependencies" not in said
    found = imported(package)
    assert any(each.startswith("../runtime/") for each in found)
    assert [each for each in found if not each.startswith(("./", "../"))] == []


def test_an_import_of_another_package_would_be_found(tmp_path: Path) -> None:
    text = 'import { z } from "zod";\nexport {\n  a,\n  b,\n} from "other/x";\nawait import("node:fs");\n'
    (tmp_path / "a.ts").write_text(text, encoding="utf-8")
    assert imported(tmp_path) == {"zod", "other/x", "node:fs"}


def test_the_tools_are_those_of_the_lock_file_which_names_no_registry() -> None:
    lock = json.loads((TOOLS / "package-lock.json").read_text(encoding="utf-8"))
    assert [path for path, entry in lock["packages"].items() if "resolved" in entry] == []
    installed = {name: lock["packages"][f"node_modules/{name}"]["version"] for name in DEVELOPMENT}
    assert installed == DEVELOPMENT


def test_the_classes_of_errors_are_those_of_python_and_one_for_signals() -> None:
    text = (GENERATED / "runtime" / "errors.ts").read_text(encoding="utf-8")
    classes = re.findall(r"^export class (\w+)", text, re.MULTILINE)
    assert set(classes) == {*RUNTIME_ERRORS, "Cancelled"}
    assert re.findall(r'return "(\w+)";', text) == classes


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("1.2.3", "1.2.3"),
        ("1.2.3a1", "1.2.3-a1"),
        ("1.2.3.dev04", "1.2.3-dev04"),
        ("01.2.3+local.007", "1.2.3-local.7"),
    ],
)
def test_versions_are_those_of_npm(ours: str, theirs: str) -> None:
    assert semantic(ours) == theirs
