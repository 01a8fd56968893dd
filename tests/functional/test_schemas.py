"""The schemas for other languages: self-contained, with examples that are right, found through an index."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from astrowire import crds, drms
from tests.functional.making import GOLDEN_SPEC, generate

ROOT = Path(__file__).resolve().parents[2] / "generated" / "jsonschema"
DOCUMENTS = {str(path.relative_to(ROOT)): json.loads(path.read_bytes()) for path in ROOT.glob("*/*.json")}
INDEX = json.loads((ROOT / "index.json").read_bytes())
SERVICES = {"crds": crds.OPERATIONS, "drms": drms.OPERATIONS}
OPERATIONS = [(service, name) for service, operations in SERVICES.items() for name in operations]


def bundle(service: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / f"{service}.bundle.json").read_bytes())
    return found


@pytest.mark.parametrize(("service", "name"), OPERATIONS)
def test_python_has_the_same_schemas_without_the_examples(service: str, name: str) -> None:
    operation = SERVICES[service][name]
    for side, ours in (("request", operation.request_schema), ("response", operation.response_schema)):
        document = DOCUMENTS[f"{service}/{name}.{side}.json"]
        assert "examples" not in ours
        assert {word: part for word, part in document.items() if word != "examples"} == ours


def test_most_schemas_have_examples_and_all_are_valid() -> None:
    shown = {path: each["examples"] for path, each in DOCUMENTS.items() if "examples" in each}
    assert len(shown) > 0.9 * len(DOCUMENTS)
    wrong = [
        f"{path}: {error.message}"
        for path, examples in shown.items()
        for example in examples
        for error in Draft202012Validator(DOCUMENTS[path]).iter_errors(example)
    ]
    assert wrong == []


def test_examples_are_small_and_answers_were_recorded() -> None:
    examples = [each for document in DOCUMENTS.values() for each in document.get("examples", ())]
    assert max(len(json.dumps(each, separators=(",", ":"))) for each in examples) <= 1000
    answer = json.loads(
        (ROOT.parents[1] / "spec/drms/examples/exp_status__pending_in_export_new.json").read_bytes()
    )
    assert answer in DOCUMENTS["drms/exp_status.response.json"]["examples"]


def test_every_schema_stands_alone_and_has_an_id_and_a_title_of_its_own() -> None:
    for path, document in DOCUMENTS.items():
        Draft202012Validator.check_schema(document)
        assert document["title"]
        assert document["description"], path
        assert "$ref" not in document, f"{path}: ajv goes round in circles where this lies in a bundle"
        assert all(each.startswith("#/$defs/") for each in references(document)), path
    assert len({each["$id"] for each in DOCUMENTS.values()}) == len(DOCUMENTS)
    assert len({each["title"] for each in DOCUMENTS.values()}) == len(DOCUMENTS)


def references(schema: Any) -> list[str]:
    if isinstance(schema, list):
        return [found for each in schema for found in references(each)]
    if not isinstance(schema, dict):
        return []
    own = [schema["$ref"]] if isinstance(schema.get("$ref"), str) else []
    return own + [found for word, each in schema.items() if word != "examples" for found in references(each)]


@pytest.mark.parametrize("service", SERVICES)
def test_a_bundle_holds_the_documents_of_its_service_by_their_ids(service: str) -> None:
    own = [each for path, each in DOCUMENTS.items() if path.startswith(f"{service}/")]
    assert bundle(service)["$defs"] == {each["$id"]: each for each in own}


@pytest.mark.parametrize("service", SERVICES)
def test_a_reference_into_a_bundle_leads_to_the_schema(service: str) -> None:
    whole = bundle(service)
    registry = Registry().with_resource(whole["$id"], Resource.from_contents(whole)).crawl()
    for id, document in whole["$defs"].items():
        for reference in (id, f"{whole['$id']}#/$defs/{id}"):
            assert registry.resolver().lookup(reference).contents == document
            validator = Draft202012Validator({"$ref": reference}, registry=registry)
            assert all(map(validator.is_valid, document.get("examples", ())))


def test_the_index_lists_every_file_and_what_it_is_called_inside() -> None:
    files: dict[str, dict[str, Any]] = {}
    for service in INDEX["services"]:
        named = [each[side] for each in service["operations"] for side in ("request", "response")]
        files |= {each["file"]: each for each in [*named, service.get("envelope")] if each}
        assert bundle(service["service"])["$id"] == service["bundle"]["id"]
        assert (ROOT / service["bundle"]["file"]).is_file()
    assert files.keys() == DOCUMENTS.keys()
    for path, entry in files.items():
        assert (entry["id"], entry["title"]) == (DOCUMENTS[path]["$id"], DOCUMENTS[path]["title"])
    assert [
        (each["service"], one["operation"]) for each in INDEX["services"] for one in each["operations"]
    ] == [(service, name) for service, name in OPERATIONS]


def test_the_index_says_how_sure_an_operation_is_and_what_is_no_json() -> None:
    entries = {
        f"{service['service']}.{each['operation']}": each
        for service in INDEX["services"]
        for each in service["operations"]
    }
    assert entries["drms.rs_list"]["stability"] == "documented"
    assert entries["drms.show_info"]["body"] == "text"
    assert "body" not in entries["drms.rs_list"]
    deprecated = {name for name, each in entries.items() if "deprecated" in each}
    assert deprecated == {
        f"{service}.{name}"
        for service, name in OPERATIONS
        if DOCUMENTS[f"{service}/{name}.response.json"].get("deprecated")
    }


def test_the_page_shows_a_schema_of_the_package_that_it_lies_in(tmp_path: Path) -> None:
    ours = (ROOT / "README.md").read_text(encoding="utf-8")
    other = (generate(GOLDEN_SPEC, tmp_path / "out") / "jsonschema/README.md").read_text(encoding="utf-8")
    for text, root in ((ours, ROOT), (other, tmp_path / "out" / "jsonschema")):
        found = set(re.findall(r"#/\$defs/urn:(\w+):(\w+):(\w+)", text))
        assert len(found) == 1, found
        service, operation, side = found.pop()
        assert (root / service / f"{operation}.{side}.json").is_file()
        assert "SERVICE" not in text
        assert "OPERATION" not in text
