"""OpenAPI and OpenRPC documents: valid by the official word, complete, and true to the wire."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from jsonschema import Draft7Validator, Draft202012Validator
from markdown_it import MarkdownIt
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7, DRAFT202012

from astrowire import crds, drms
from codegen import ir
from codegen.emit import Assets
from codegen.emit.openapi import losses as openapi_losses
from codegen.emit.openapi.requests import LONGEST_EXAMPLE
from codegen.emit.openapi.target import document as openapi_document
from codegen.emit.openapi.target import emit as openapi
from codegen.emit.openrpc import losses as openrpc_losses
from codegen.emit.openrpc.target import document as openrpc_document
from codegen.emit.openrpc.target import emit as openrpc
from codegen.interchange.members import MEMBERS, PREFIX, members
from codegen.interchange.text import dumped
from tests.functional.changes_of_the_model import changes
from tests.functional.making import GOLDEN_SPEC, ROOT, SPEC
from tests.stand_in import description

OFFICIAL = Path(__file__).with_name("official")
OUR_PART = re.compile(r"`x-astrowire-([a-z-]+)`")

Json = dict[str, Any]


class Forgiving(Assets):
    """Recorded answers; an empty object where a changed name leads nowhere."""

    def read(self, service: str, path: str) -> bytes:
        try:
            return super().read(service, path)
        except FileNotFoundError:
            return b"{}"


@cache
def described(spec: Path) -> ir.Package:
    return description(spec)


@cache
def files(spec: Path) -> dict[str, str]:
    """Everything that both targets make of a description."""
    package, assets = described(spec), Assets(spec)
    return {
        path: str(text) for path, text in {**openapi(package, assets), **openrpc(package, assets)}.items()
    }


@cache
def document(spec: Path, service: str) -> Json:
    """The document of a service."""
    found = [json.loads(text) for path, text in files(spec).items() if path.endswith(f"/{service}.json")]
    assert len(found) == 1, f"{service} has {len(found)} documents"
    return dict(found[0])


def services(kind: type) -> list[tuple[Path, str]]:
    """The services with a transport."""
    return [
        (spec, each.name)
        for spec in (SPEC, GOLDEN_SPEC)
        for each in described(spec).services
        if isinstance(each.transport, kind)
    ]


def service(spec: Path, name: str) -> ir.Service:
    return described(spec).service(name)


def label(value: object) -> str:
    return str(value) if isinstance(value, str) else ""


CGI, RPC = services(ir.Cgi), services(ir.JsonRpc)
of_cgi = pytest.mark.parametrize(("spec", "name"), CGI, ids=label)
of_rpc = pytest.mark.parametrize(("spec", "name"), RPC, ids=label)
of_all = pytest.mark.parametrize(("spec", "name"), [*CGI, *RPC], ids=label)


# What is there.


def test_every_service_has_one_document_by_its_transport() -> None:
    assert sorted(files(SPEC)) == [
        "openapi/README.md",
        "openapi/drms.json",
        "openrpc/README.md",
        "openrpc/crds.json",
    ]
    for path, text in files(SPEC).items():
        assert (ROOT / "generated" / path).read_text(encoding="utf-8") == text


@of_cgi
def test_every_operation_of_a_program_is_there_with_its_forms(spec: Path, name: str) -> None:
    found = {
        operation["operationId"]: (method, operation)
        for item in document(spec, name)["paths"].values()
        for method, operation in item.items()
        if method != "servers"
    }
    operations = service(spec, name).operations
    assert {each for each, (method, _) in found.items() if method == "get"} == {
        each.name for each in operations
    }
    posted = {f"{each.name}_by_post" for each in operations if each.post_over is not None}
    posted |= {f"{each.name}_with_file" for each in operations for one in each.query if one.codec == "file"}
    assert {each for each, (method, _) in found.items() if method == "post"} == posted
    forms = {found[each][1]["x-astrowire-form-of"] for each in posted}
    assert forms <= {each.name for each in operations}


@of_rpc
def test_every_method_is_there_with_its_positions(spec: Path, name: str) -> None:
    found = {each["x-astrowire-operation"]: each for each in document(spec, name)["methods"]}
    assert found.keys() == {each.name for each in service(spec, name).operations}
    for each in service(spec, name).operations:
        assert found[each.name]["paramStructure"] == "by-position"
        assert [param["name"] for param in found[each.name]["params"]] == [
            one.argument for one in each.params
        ]
    assert len({each["name"] for each in found.values()}) == len(found)


@of_all
def test_every_named_type_that_is_used_is_there_once(spec: Path, name: str) -> None:
    whole = service(spec, name)
    named = [*whole.types, *(each for operation in whole.operations for each in operation.types)]
    schemas = document(spec, name)["components"]["schemas"]
    assert {each.name for each in named} <= schemas.keys()
    assert all(
        each.removesuffix("_").endswith("Answer") for each in schemas.keys() - {one.name for one in named}
    )


# Valid by the official word.


@cache
def official(name: str) -> Json:
    return dict(json.loads((OFFICIAL / name).read_text(encoding="utf-8")))


@of_cgi
def test_the_document_is_openapi_3_1(spec: Path, name: str) -> None:
    errors = list(Draft202012Validator(official("openapi-3.1.json")).iter_errors(document(spec, name)))
    assert errors == []


@of_rpc
def test_the_document_is_openrpc(spec: Path, name: str) -> None:
    inner = Resource(contents=official("json-schema-tools.json"), specification=DRAFT7)
    where = "https://meta.json-schema.tools"
    registry: Registry[Any] = Registry().with_resources([(where, inner), (f"{where}/", inner)])
    validator = Draft7Validator(official("openrpc.json"), registry=registry)
    assert list(validator.iter_errors(document(spec, name))) == []


def test_canary_a_document_that_is_not_so_is_refused() -> None:
    broken = json.loads(json.dumps(document(SPEC, "drms")))
    broken["paths"]["/show_series"]["get"]["parameters"][0]["in"] = "nowhere"
    assert not Draft202012Validator(official("openapi-3.1.json")).is_valid(broken)


def parts(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every value below a value, with the name that it goes by."""
    yield name, value
    if isinstance(value, dict):
        for key, each in value.items():
            yield from parts(each, key)
    elif isinstance(value, list):
        for each in value:
            yield from parts(each, name)


@of_all
def test_references_lead_to_schemas_and_schemas_are_such(spec: Path, name: str) -> None:
    made = document(spec, name)
    draft = Draft202012Validator if "openapi" in made else Draft7Validator
    schemas = [value for key, value in parts(made) if key == "schema" and isinstance(value, dict)]
    schemas += made["components"]["schemas"].values()
    for schema in schemas:
        draft.check_schema(schema)
    for key, value in parts(made):
        if key == "$ref" and isinstance(value, str):
            kind, _, target = value.removeprefix("#/components/").partition("/")
            assert target in made["components"][kind], value


@of_rpc
def test_nothing_that_draft_7_does_not_read_is_in_an_openrpc_document(spec: Path, name: str) -> None:
    for _, value in parts(document(spec, name)["components"]["schemas"]):
        if isinstance(value, dict):
            assert "prefixItems" not in value
            assert "$ref" not in value or len(value) == 1, "a neighbour of a reference is not read"


# On the wire.


def test_paths_and_servers_make_the_addresses_of_requests() -> None:
    whole, made = service(SPEC, "drms"), document(SPEC, "drms")
    seen = 0
    for path, item in made["paths"].items():
        if "get" not in item:
            assert path.endswith("_with_file")
            continue
        operation = drms.OPERATIONS[item["get"]["operationId"]]
        example = next(iter(whole.operation(operation.name).examples))
        urls = {
            server: drms.OPERATIONS[operation.name].encode(dict(example.arguments), drms.SERVERS[server]).url
            for server in (each.id for each in whole.offering(operation.endpoint))
        }
        bare = {server: url.partition("?")[0] for server, url in urls.items()}
        assert item["get"]["x-astrowire-urls"] == bare
        joined = [each["url"] + path.partition("#")[0] for each in item.get("servers", made["servers"])]
        assert joined[0] == bare.get("jsoc", joined[0])
        assert set(joined) <= set(bare.values())
        seen += 1
    assert seen == len(whole.operations)


def sent(item: Json, example: str) -> dict[str, str]:
    """What an example sends by the document: fixed members, and those that have it."""
    found: dict[str, str] = {}
    for each in item["get"].get("parameters", []):
        if "const" in each["schema"] and "x-astrowire-argument" not in each and each["required"]:
            found[each["name"]] = each["schema"]["const"]
        elif example in each.get("examples", {}):
            found[each["name"]] = str(each["examples"][example]["value"])
    return found


def test_examples_send_what_the_client_sends() -> None:
    """All of it, the defaults too; but for settings, which not every server has, and what is long."""
    whole, seen = service(SPEC, "drms"), 0
    for item in document(SPEC, "drms")["paths"].values():
        if "get" not in item:
            continue
        name = item["get"]["operationId"]
        settings = {
            each["name"] for each in item["get"].get("parameters", []) if "x-astrowire-setting" in each
        }
        for example in whole.operation(name).examples:
            request = drms.OPERATIONS[name].encode(dict(example.arguments), drms.SERVERS[example.server])
            query = parse_qsl(urlsplit(request.url).query, keep_blank_values=True)
            real = {key: text for key, text in query if key not in settings and len(text) <= LONGEST_EXAMPLE}
            said = {key: text for key, text in sent(item, example.name).items() if key not in settings}
            assert said == real, f"{name}: {example.name}"
            seen += request.method == "GET"
    assert seen > 90


def test_examples_of_methods_send_what_the_client_sends() -> None:
    whole, seen = service(SPEC, "crds"), 0
    for method in document(SPEC, "crds")["methods"]:
        name = method["x-astrowire-operation"]
        by_name = {each.name: each for each in whole.operation(name).examples}
        for pair in method.get("examples", []):
            example = by_name[pair["name"]]
            request = crds.OPERATIONS[name].encode(dict(example.arguments), crds.SERVERS[example.server])
            call = json.loads(request.body)
            assert (method["name"], [each["value"] for each in pair["params"]]) == (
                call["method"],
                call["params"],
            )
            assert method["x-astrowire-endpoint"] == call["method"]
            seen += 1
    assert seen > 30


def check(schema: Json, made: Json, draft: type[Any]) -> Any:
    """A validator of a schema of a document, which may refer to others there."""
    whole = Resource(contents=made, specification=DRAFT202012 if draft is Draft202012Validator else DRAFT7)
    registry: Registry[Any] = Registry().with_resource("urn:document", whole)
    return draft(_absolute(schema), registry=registry)


def _absolute(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: f"urn:document{each}" if key == "$ref" and str(each).startswith("#") else _absolute(each)
            for key, each in value.items()
        }
    return [_absolute(each) for each in value] if isinstance(value, list) else value


@of_cgi
def test_examples_are_what_their_schemas_describe(spec: Path, name: str) -> None:
    made, seen = document(spec, name), 0
    values = [(each["schema"], each.get("examples", {})) for _, each in parts(made) if _has_schema(each)]
    for schema, examples in values:
        validator = check(schema, made, Draft202012Validator)
        for example, found in examples.items():
            assert [str(each) for each in validator.iter_errors(found["value"])] == [], example
            seen += 1
    assert seen > 5


def _has_schema(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("schema"), dict)
        and isinstance(value.get("examples"), dict)
    )


@of_rpc
def test_examples_of_methods_are_what_their_schemas_describe(spec: Path, name: str) -> None:
    made, seen = document(spec, name), 0
    for method in made["methods"]:
        for pair in method.get("examples", []):
            for param, given in zip(method["params"], pair["params"], strict=False):
                assert list(check(param["schema"], made, Draft7Validator).iter_errors(given["value"])) == []
            result = check(method["result"]["schema"], made, Draft7Validator)
            assert list(result.iter_errors(pair["result"]["value"])) == []
            seen += 1
    assert seen


# Nothing is dropped.

ELSEWHERE = {"Package.recordings", *(f"Recording.{each.name}" for each in dataclasses.fields(ir.Recording))}
"""What recorded answers end in is listed in docs/coverage.md; both pages say so."""
TIED = {
    "Operation.parameters",
    "Operation.types",
    "Select.otherwise",
    "Service.sources",
    "Service.types",
    "TypeDef.name",
}
"""What cannot change alone, since others refer to it; all that is inside of it is tried by itself."""


def test_every_fact_of_the_model_is_said() -> None:
    """Change any one value of the model, and a document changes."""
    assets = Forgiving(GOLDEN_SPEC)

    def said(package: ir.Package) -> list[Json]:
        return [
            openapi_document(package, each, each.transport, assets)
            if isinstance(each.transport, ir.Cgi)
            else openrpc_document(package, each, each.transport, assets)
            for each in package.services
        ]

    found = changes(described(GOLDEN_SPEC), said, 2)
    classes = [each for each in vars(ir).values() if dataclasses.is_dataclass(each)]
    every = {f"{each.__name__}.{field.name}" for each in classes for field in dataclasses.fields(each)}  # type: ignore[union-attr]
    assert found.unsaid - found.said == ELSEWHERE
    assert found.tied - found.said == TIED
    assert every == found.said | ELSEWHERE | TIED, (
        "a fact that the golden description does not have is not tried"
    )


def test_a_fact_that_is_not_said_is_found() -> None:
    found = changes(described(GOLDEN_SPEC), lambda package: package.name, 1)
    assert "Package.name" in found.said
    assert {"Package.version", "Operation.effect", "Arm.meaning", "QueryMember.codec"} <= found.unsaid


@pytest.mark.parametrize("target", ["openapi", "openrpc"])
@pytest.mark.parametrize("spec", [SPEC, GOLDEN_SPEC], ids=["project", "golden"])
def test_the_page_explains_every_member_of_ours(spec: Path, target: str) -> None:
    page = files(spec)[f"{target}/README.md"]
    used = {
        key.removeprefix(PREFIX)
        for path, text in files(spec).items()
        if path.startswith(f"{target}/") and path.endswith(".json")
        for value in [each for _, each in parts(json.loads(text)) if isinstance(each, dict)]
        for key in value
        if key.startswith(PREFIX)
    }
    rows = [line.split(" | ") for line in page.splitlines() if line.startswith(f"| `{PREFIX}")]
    assert {OUR_PART.search(row[0]).group(1) for row in rows} == used  # type: ignore[union-attr]
    assert all(row[1] == MEMBERS[OUR_PART.search(row[0]).group(1)] for row in rows)  # type: ignore[union-attr]


@pytest.mark.parametrize("target", [openapi_losses, openrpc_losses], ids=["openapi", "openrpc"])
def test_what_is_lost_names_members_that_there_are(target: Any) -> None:
    named = {each for row in target.LOSSES for text in row for each in OUR_PART.findall(text)}
    assert named
    assert named <= MEMBERS.keys()
    assert any("coverage.md" in said for _, said in target.LOSSES)


def test_every_member_is_used_by_some_description() -> None:
    every = "".join(text for spec in (SPEC, GOLDEN_SPEC) for text in files(spec).values())
    assert {name for name in MEMBERS if f'"{PREFIX}{name}":' not in every} == set()


def test_a_member_that_nobody_explains_is_refused() -> None:
    with pytest.raises(KeyError):
        members(surprise=1)


@pytest.mark.parametrize("path", ["openapi/README.md", "openrpc/README.md"])
def test_pages_are_tables_with_equal_rows(path: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(files(SPEC)[path])
    tables = [each.map for each in tokens if each.type == "table_open"]
    assert len(tables) == 3
    lines = files(SPEC)[path].splitlines()
    for start, end in (each for each in tables if each is not None):
        assert len({re.sub(r"\\\|", "", line).count("|") for line in lines[start:end]}) == 1


def test_a_package_without_a_transport_has_a_page_that_says_so() -> None:
    package = dataclasses.replace(described(SPEC), services=(service(SPEC, "crds"),))
    found = openapi(package, Assets(SPEC))
    assert list(found) == ["openapi/README.md"]
    assert "no service of the description has this transport" in str(found["openapi/README.md"])


# How it is laid out.


def test_the_text_of_a_document_is_the_document() -> None:
    value = {
        "a": [1, 1.5, True, None, {}, [], ""],
        "long " * 30: {"b": ["c" * 100, "d" * 20]},
        "\u202e\x7f\n": "é ",
    }
    text = dumped(value)
    assert json.loads(text) == value
    assert all(each == "\n" or each.isprintable() for each in text)
    assert max(len(line) for line in text.splitlines() if "long" not in line) <= 110
