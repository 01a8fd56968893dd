"""The files around the modules: what npm, compilers, bundlers and people read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from codegen import ir

from .layout import Value, array, call, members, statement
from .literal import literal
from .modules import head
from .naming import camel, upper
from .quoting import WIDTH, access, comment, prose, string

HERE = Path(__file__).resolve().parent / "package"
COPIED = ("eslint.config.js", "tsconfig.json", "demo/demo.css", "demo/demo.js", "demo/index.html")
"""Files that are the same for every package."""

DEVELOPMENT = {
    "@eslint/js": "10.0.1",
    "eslint": "10.15.0",
    "prettier": "3.10.1",
    "typescript": "6.0.3",
    "typescript-eslint": "8.73.0",
}
"""What builds and checks the package, with the versions whose verdicts it is held to."""

READING = frozenset({"read", "bulk"})

_VERSION = re.compile(r"([0-9]+\.[0-9]+\.[0-9]+)(.*)\Z")


def files(package: ir.Package) -> dict[str, str]:
    """The files by their paths in the package."""
    return {
        **{path: (HERE / path).read_text(encoding="utf-8") for path in COPIED},
        "README.md": readme(package),
        "demo/questions.js": questions(package),
        "index.ts": index(package),
        "package.json": manifest(package),
        "version.ts": version_module(package),
    }


def manifest(package: ir.Package) -> str:
    """What npm knows of the package; each service and each operation is a module of its own."""
    paths = ["index", *(path for service in package.services for path in _modules(service))]
    exports = {
        f"./{path}".removesuffix("/index") if path != "index" else ".": {
            "types": f"./dist/{path}.d.ts",
            "default": f"./dist/{path}.js",
        }
        for path in paths
    }
    described: dict[str, Any] = {
        "name": package.name,
        "version": semantic(package.version),
        "description": package.note.summary,
        **({"license": package.license} if package.license else {}),
        "type": "module",
        "sideEffects": False,
        "engines": {"node": ">=20"},
        "types": "./dist/index.d.ts",
        "exports": {**exports, "./package.json": "./package.json"},
        "files": ["dist", "demo"],
        "scripts": {
            "build": "tsc --project .",
            "prepack": "npm run build",
            "lint": "eslint --max-warnings=0 . && prettier --check .",
        },
        "devDependencies": DEVELOPMENT,
        "prettier": {"printWidth": 100},
    }
    return json.dumps(described, indent=2) + "\n"


def _modules(service: ir.Service) -> Iterator[str]:
    yield f"{service.name}/index"
    yield f"{service.name}/servers"
    yield from (f"{service.name}/{operation.name}" for operation in service.operations)


def semantic(version: str) -> str:
    """A version as npm wants it: what follows three numbers is a pre-release.

    >>> semantic("1.2.3"), semantic("1.2.3rc1"), semantic("1.2.3.dev04")
    ('1.2.3', '1.2.3-rc1', '1.2.3-dev04')
    """
    found = _VERSION.match(version)
    numbers, rest = found.groups() if found else (version, "")
    base = ".".join(str(int(each)) for each in numbers.split("."))
    parts = [str(int(each)) if each.isdigit() else each for each in re.split(r"[.+-]+", rest) if each]
    return f"{base}-{'.'.join(parts)}" if parts else base


_PUBLIC = """\
export {
  BaseClient,
  call,
  type CallOptions,
  type ClientOptions,
  type Exchange,
} from "./runtime/client.js";
export * from "./runtime/errors.js";
export type { HttpRequest, HttpResponse } from "./runtime/http.js";
export type { Effect, EncodeOptions, Operation, Parameter } from "./runtime/operation.js";
export type { Problem } from "./runtime/problems.js";
export type { Server, Service } from "./runtime/servers.js";
export type { Fetch } from "./runtime/transport.js";
"""


def index(package: ir.Package) -> str:
    """The module of the whole package: services by name, errors, types of what is handed around."""
    services = "".join(
        f'export * as {camel(each.name)} from "./{each.name}/index.js";\n' for each in package.services
    )
    doc = comment(prose(package.note.summary, WIDTH - 3))
    return f"{head('spec/package.yaml')}\n{doc}\n{services}\n{_PUBLIC}"


def version_module(package: ir.Package) -> str:
    """The module that says what the package is called on the wire."""
    agent = string(f"{package.name}/{package.version}")
    doc = comment([["What clients outside of browsers call themselves."]])
    return f"{head('spec/package.yaml')}\n{doc}export const USER_AGENT = {agent};\n"


def questions(package: ir.Package) -> str:
    """What the page of the demonstration offers to ask: the first example of all that only reads."""
    offered = [
        _question(service, operation, example)
        for service in package.services
        for operation, example in _shown(service)
    ]
    doc = comment([["What can be asked."]])
    return f"{head('spec/package.yaml')}\n{doc}{statement('export const QUESTIONS = ', array(offered))}"


def _shown(service: ir.Service) -> Iterator[tuple[ir.Operation, ir.Example]]:
    for operation in service.operations:
        good = [each for each in operation.examples if each.expect in {"answer", "pending"}]
        if good and operation.effect in READING:
            yield operation, good[0]


def _question(service: ir.Service, operation: ir.Operation, example: ir.Example) -> Value:
    url = next(each.base_url for each in service.servers if each.id == example.server)
    return members(
        [
            ("service", string(service.name)),
            ("operation", string(operation.name)),
            ("method", string(camel(operation.name))),
            ("server", string(example.server)),
            ("baseUrl", string(url)),
            ("args", literal(dict(example.arguments))),
        ]
    )


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters["code"] = lambda name: f"`{name}`"
    return environment


def readme(package: ir.Package) -> str:
    """The page that npm shows; of the description it has names, and the arguments of one example."""
    service, operation, example = _told(package)
    name, method = camel(service.name), camel(operation.name)
    args = literal(dict(example.arguments) if example else {})
    server = [] if service.default_server or example is None else [string(example.server)]
    constant = upper(service.name)
    client = f"new {name}.Client({', '.join(server)})"
    options = members([("service", constant), *(("server", each) for each in server)])
    chosen = string(example.server if example else service.servers[0].id)
    return (
        _templates()
        .get_template("README.md.jinja")
        .render(
            name=package.name,
            services=[each.name for each in package.services],
            operation={"wire": operation.name, "method": method},
            environment=[
                {"service": each.name, "names": names}
                for each in package.services
                if (names := [found.name for found in _choosing(each)])
            ],
            example=_lines(
                f'import {{ AstrowireError, {name} }} from "{package.name}";',
                "",
                f"const client = {client};",
                "try {",
                _statement("console.log(await ", call(f"client.{method}", [args]), indent=2, end=");"),
                "} catch (error) {",
                "  if (!(error instanceof AstrowireError)) throw error;",
                "  console.error(error.name, error.message, error.retrySafe);",
                "}",
            ),
            alone=_lines(
                f'import {{ call }} from "{package.name}";',
                f'import {{ {method} }} from "{package.name}/{service.name}/{operation.name}";',
                f'import {{ {constant} }} from "{package.name}/{service.name}/servers";',
                "",
                _statement("await ", call("call", [method, args, options])),
            ),
            pure=_lines(
                f'import {{ {method} }} from "{package.name}/{service.name}/{operation.name}";',
                f'import {{ SERVERS }} from "{package.name}/{service.name}/servers";',
                "",
                _statement(
                    "const request = ", call(f"{method}.encode", [args, access("SERVERS", chosen[1:-1])])
                ),
                "const response = { status: 200, headers: {}, body: await bytesOf(request) };",
                f"{method}.decode(response, request); // the answer, or one of the errors",
                f"{method}.validateRequest({{}}); // every problem: pointer, rule, message",
                f"{method}.validateResponse(null); // of an answer as `JSON.parse` reads it",
            ),
        )
    )


def _choosing(service: ir.Service) -> list[ir.Variable]:
    """The variables that choose a server, the one that is looked at first before the other."""
    return sorted(
        (each for each in service.environment if each.sets), key=lambda each: each.sets != "base_url"
    )


def _told(package: ir.Package) -> tuple[ir.Service, ir.Operation, ir.Example | None]:
    """What a page shows: the call that a service is probed with, or whatever there is an example of."""
    by_default = sorted(package.services, key=lambda each: each.default_server is None)
    for service in by_default:
        shown = sorted(_shown(service), key=lambda each: each[0].name != service.probe)
        if shown:
            return (service, *shown[0])
    service = by_default[0]
    return service, service.operations[0], None


def _statement(head: str, value: Value, indent: int = 0, end: str = ";") -> str:
    return statement(head, value, indent, end).removesuffix("\n")


def _lines(*lines: str) -> str:
    return "\n".join(lines)
