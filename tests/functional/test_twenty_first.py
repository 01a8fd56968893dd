"""Adding an operation is one new YAML file: nothing else is written by hand, and nothing else moves."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.functional.making import RUNTIME, SPEC, generate, python, tree

PLACES = """\
dialect: 1
operation: places
summary: List the places that a server keeps copies at.
stability: observed
source: [seed]
effect: read
endpoint: jsoc_info
parameters:
  ds: {summary: Name of a series., source: [seed], required: true, shape: {type: string}}
  far: {summary: Far places too., source: [seed], shape: {type: boolean}, default: false}
query:
  - {name: op, value: places}
  - {name: ds, argument: ds}
  - {name: far, argument: far, codec: flag}
result: {ref: Places}
types:
  Places:
    summary: Names of places.
    source: [seed]
    type: object
    required: [placeNames]
    properties:
      placeNames: {summary: In any order., source: [seed], type: array, items: {type: string}}
"""

MOTTO = """\
dialect: 1
operation: get_motto
summary: The motto of an observatory.
stability: observed
source: [seed]
effect: read
parameters:
  observatory: {summary: The observatory., source: [seed], required: true, shape: {ref: Observatory}}
result: {type: array, items: {ref: MottoLine}}
types:
  MottoLine: {summary: One line of it., source: [seed], type: string, maxLength: 20}
"""

CALL_PLACES = """\
import astrowire, json
from astrowire import drms
operation = drms.OPERATIONS["places"]
request = operation.encode({"ds": "hmi.m 45s", "far": True}, drms.SERVERS["jsoc"])
answer = operation.decode(astrowire.HttpResponse(200, {}, b'{"placeNames": ["a", "b"]}'))
assert isinstance(answer, drms.Places)
assert hasattr(drms.Client, "places") and hasattr(drms.HttpJsonClient, "places")
print(json.dumps([len(drms.OPERATIONS), request.url, answer.place_names]))
"""

CALL_MOTTO = """\
import astrowire, json
from astrowire import crds
operation = crds.OPERATIONS["get_motto"]
request = operation.encode({"observatory": "hst"}, crds.SERVERS["hst"], id=5)
body = b'{"error": null, "jsonrpc": "1.0", "id": 5, "result": ["per aspera"]}'
answer = operation.decode(astrowire.HttpResponse(200, {}, body), request)
assert hasattr(crds.Client, "get_motto") and hasattr(crds.client, "get_motto")
print(json.dumps([len(crds.OPERATIONS), request.url, answer]))
"""

CASES = [
    (
        "drms",
        "places",
        PLACES,
        "http_json_client",
        CALL_PLACES,
        [22, "http://jsoc.stanford.edu/cgi-bin/ajax/jsoc_info?op=places&ds=hmi.m%2045s&far=1", ["a", "b"]],
    ),
    (
        "crds",
        "get_motto",
        MOTTO,
        "client",
        CALL_MOTTO,
        [33, "https://hst-crds.stsci.edu/json/get_motto/5/", ["per aspera"]],
    ),
]


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return tree(generate(SPEC, tmp_path_factory.mktemp("before") / "out"))


@pytest.mark.parametrize(("service", "name", "text", "face", "program", "expected"), CASES)
def test_one_file_adds_an_operation(
    before: dict[str, str],
    tmp_path: Path,
    service: str,
    name: str,
    text: str,
    face: str,
    program: str,
    expected: list[object],
) -> None:
    shutil.copytree(SPEC, tmp_path / "spec")
    (tmp_path / "spec" / service / f"{name}.yaml").write_text(text, encoding="utf-8")
    out = generate(tmp_path / "spec", tmp_path / "out")

    done = python("-c", program, env={"PYTHONPATH": f"{out / 'python'}:{RUNTIME}"})
    assert (done.status, done.err) == (0, "")
    assert json.loads(done.out[0]) == expected
    _nothing_else_moved(before, tree(out), service, name, face)


def _nothing_else_moved(
    before: dict[str, str], after: dict[str, str], service: str, name: str, face: str
) -> None:
    assert before.keys() - after.keys() == set()
    package = f"python/astrowire/{service}"
    added = {path for path in after.keys() - before.keys() if path.startswith(("python/", "jsonschema/"))}
    assert added == {
        f"{package}/{name}.py",
        f"{package}/schemas/{name}.request.json",
        f"{package}/schemas/{name}.response.json",
        f"jsonschema/{service}/{name}.request.json",
        f"jsonschema/{service}/{name}.response.json",
    }
    changed = {path for path in before if before[path] != after[path]}
    indexes = {f"{package}/{module}.py" for module in ("__init__", "clients", "operations", face)}
    indexes |= {"jsonschema/index.json", f"jsonschema/{service}.bundle.json"}
    ours = {path for path in changed if path.startswith(("python/", "jsonschema/"))}
    assert ours == indexes
    assert "MANIFEST.json" in changed
    operations = {path.stem for path in (SPEC / service).glob("*.yaml")} - {"service", "types"}
    assert not {path for path in changed if Path(path).name.split(".")[0] in operations - {face}}
