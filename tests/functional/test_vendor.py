"""``generate --vendor NAME`` writes a package that needs nothing of this project, under any name."""

from __future__ import annotations

import ast
import json
import shutil
import sys
from pathlib import Path

import msgspec
import pytest
import requests

from tests.functional.making import RUNTIME, SPEC, Done, codegen, python, tree
from tests.golden.loopback import loopback

LIBRARIES = ("msgspec", "requests", "urllib3", "idna", "certifi", "charset_normalizer")
"""The two libraries that the runtime needs, and what requests brings along."""

PROGRAM = """\
import importlib, json, pkgutil, sys
home, libraries, name, url = sys.argv[1:]

class Refuse:
    def find_spec(self, module, path=None, target=None):
        assert not module.startswith("astrowire"), f"{module} was asked for"

sys.meta_path.insert(0, Refuse())
sys.path[:0] = [home, libraries]
package = importlib.import_module(name)
for each in pkgutil.walk_packages(package.__path__, f"{name}."):
    importlib.import_module(each.name)
drms, crds = package.drms, package.crds
assert callable(drms.Client.query) and not hasattr(crds.Client, "query")
assert str(drms.RecordSet("hmi.m_720s").at("$")) == "hmi.m_720s[$]" and not hasattr(crds, "RecordSet")

request = drms.OPERATIONS["rs_summary"].encode({"ds": "hmi.m_720s[]"}, drms.SERVERS["jsoc"])
response = package.HttpResponse(200, {}, b'{"status":0,"count":3}')
summary = drms.OPERATIONS["rs_summary"].decode(response, request)
try:
    crds.OPERATIONS["get_default_context"].encode({"observatory": 5}, crds.SERVERS["hst"])
except package.RequestInvalid as error:
    problems = [each.pointer for each in error.problems]
with drms.Client(base_url=url) as client:
    called = client.rs_summary("hmi.m_720s[]")
loaded = [module for module in sys.modules if module.startswith("astrowire")]
print(json.dumps([request.url, summary.count, problems, called.count, loaded, package.__version__]))
"""


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the libraries that calls need."""
    folder = tmp_path_factory.mktemp("libraries")
    for module in (msgspec, requests):
        site = Path(str(module.__file__)).parent.parent
        for name in LIBRARIES:
            if (site / name).exists() and not (folder / name).exists():
                (folder / name).symlink_to(site / name)
        for helper in site.glob("*__mypyc*"):
            if not (folder / helper.name).exists():
                (folder / helper.name).symlink_to(helper)
    return folder


@pytest.fixture(scope="module")
def vendored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("vendored") / "out"
    done = codegen("generate", "--spec", SPEC, "--out", out, "--vendor", "sunlib")
    assert (done.status, done.err) == (0, "")
    return out


def run(home: Path, libraries: Path, name: str, url: str) -> Done:
    """The program in a Python that has neither a site nor an environment."""
    program = home / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    return python("-I", "-S", "-B", program, home, libraries, name, url, cwd=home)


def test_it_works_in_a_bare_folder_under_another_name(
    vendored: Path, libraries: Path, tmp_path: Path
) -> None:
    shutil.copytree(vendored / "sunlib", tmp_path / "sunlib")
    with loopback() as server:
        server.will_answer('{"status": 0, "count": 4}')
        done = run(tmp_path, libraries, "sunlib", server.url)
    assert (done.status, done.err) == (0, "")
    url, decoded, problems, called, loaded, version = json.loads(done.out[-1])
    assert url == "http://jsoc.stanford.edu/cgi-bin/ajax/jsoc_info?op=rs_summary&ds=hmi.m_720s%5B%5D"
    assert (decoded, problems, called, loaded) == (3, ["/observatory"], 4, [])
    assert version == "0.1.0"


def test_it_works_as_a_part_of_another_package(vendored: Path, libraries: Path, tmp_path: Path) -> None:
    shutil.copytree(vendored / "sunlib", tmp_path / "pipeline" / "inside" / "renamed")
    with loopback() as server:
        server.will_answer('{"status": 0, "count": 4}')
        done = run(tmp_path, libraries, "pipeline.inside.renamed", server.url)
    assert (done.status, done.err) == (0, "")
    assert json.loads(done.out[-1])[1:5] == [3, ["/observatory"], 4, []]


def test_the_program_would_notice_an_import_of_this_project(libraries: Path, tmp_path: Path) -> None:
    (tmp_path / "sunlib").mkdir()
    (tmp_path / "sunlib" / "__init__.py").write_text("import astrowire_runtime\n", encoding="utf-8")
    done = run(tmp_path, libraries, "sunlib", "http://127.0.0.1:1/")
    assert done.status != 0
    assert "astrowire_runtime was asked for" in done.err


def test_every_import_is_relative_or_of_a_known_library(vendored: Path) -> None:
    known = {*sys.stdlib_module_names, "msgspec", "requests", "urllib3"}
    found: set[str] = set()
    for_checkers: set[str] = set()
    for path in (vendored / "sunlib").rglob("*.py"):
        tree_of_it = ast.parse(path.read_text(encoding="utf-8"))
        blocks = [node for node in ast.walk(tree_of_it) if is_for_checkers(node)]
        unseen = {inner for block in blocks for inner in ast.walk(block)}
        found |= {name for node in ast.walk(tree_of_it) if node not in unseen for name in libraries_of(node)}
        for_checkers |= {name for node in unseen for name in libraries_of(node)}
    assert "msgspec" in found
    assert found - known == set()
    assert for_checkers - known <= {"numpy"}


def is_for_checkers(node: ast.AST) -> bool:
    """Whether it is a block that only type checkers read."""
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def libraries_of(node: ast.AST) -> set[str]:
    """The packages that a statement imports by their full name."""
    if isinstance(node, ast.Import):
        return {alias.name.split(".")[0] for alias in node.names}
    return {str(node.module).split(".")[0]} if isinstance(node, ast.ImportFrom) and not node.level else set()


def test_the_runtime_is_copied_as_it_is_without_what_tests_need(vendored: Path) -> None:
    files = tree(vendored / "sunlib" / "_runtime")
    source = tree(RUNTIME / "astrowire_runtime")
    assert files.items() <= source.items()
    left_out = source.keys() - files.keys()
    assert left_out
    assert {path.split("/")[0] for path in left_out} == {"testing"}


def test_only_the_package_and_its_manifest_are_written(vendored: Path) -> None:
    assert {path.split("/")[0] for path in tree(vendored)} == {"sunlib", "MANIFEST.json"}


def test_twice_is_the_same_as_once(vendored: Path, tmp_path: Path) -> None:
    for _ in range(2):
        done = codegen("generate", "--spec", SPEC, "--out", tmp_path / "out", "--vendor", "sunlib")
        assert done.status == 0
    assert tree(tmp_path / "out") == tree(vendored)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("class", '"class" is a word of the Python language'),
        ("../up", "is not written like_this"),
        ("Sun", '"Sun" is not written like_this'),
        ("a b", '"a b" is not written like_this'),
        ("requests", 'a package "requests" would hide the module of that name'),
        ("json", 'a package "json" would hide the module of that name'),
    ],
)
def test_a_name_that_no_package_can_have_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    done = codegen("generate", "--spec", SPEC, "--out", tmp_path / "out", "--vendor", name)
    assert done.status == 1
    assert done.err.startswith("codegen: --vendor: ")
    assert reason in done.err
    assert not (tmp_path / "out").exists()


def test_a_target_beside_vendor_is_refused_and_not_ignored(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = codegen("generate", "--spec", SPEC, "--out", out, "--vendor", "sunlib", "--target", "jsonschema")
    assert done.status == 1
    assert done.err == "codegen: --vendor writes one whole Python package; leave out --target\n"
    assert not out.exists()


def test_other_output_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "MANIFEST.json").write_text('{"python/x.py": "0"}', encoding="utf-8")
    done = codegen("generate", "--spec", SPEC, "--out", "out", "--vendor", "sunlib", cwd=tmp_path)
    assert done.status == 1
    assert done.err == (
        "codegen: out holds other generated files (python/x.py ...), which would be lost; "
        "say with --out where sunlib goes\n"
    )
    assert list(tree(tmp_path)) == ["out/MANIFEST.json"]
