"""I: keys that other generators have, and that name modules, types, factories or programs."""

# ruff: noqa: E501 - one line for each case

from __future__ import annotations

from .cases import numbered
from .changes import PING, SERVICE, change, shape

UNKNOWN = "refused: unknown-key"

CASES = numbered(
    "I",
    [
        ("x-python-import at a type", UNKNOWN, shape("type: string, x-python-import: {module: os, name: system}")),
        ("customTypePath at a type", UNKNOWN, shape("type: string, customTypePath: os.system")),
        ("x-python-type at a member", UNKNOWN, shape("type: string, x-python-type: subprocess.Popen")),
        ("default_factory at a member", UNKNOWN, shape("type: string, default_factory: os.getpid")),
        ("validators at a member", UNKNOWN, shape("type: string, validators: [os.system]")),
        ("format with code at a member", UNKNOWN, shape("type: string, format: eval")),
        ("x-enum-varnames at an enum", UNKNOWN, shape('enum: [1], x-enum-varnames: ["A = 1; import os"]')),
        ("$schema with an address at a member", UNKNOWN, shape('type: string, $schema: "http://x.invalid/s"')),
        ("x-internal and any other x- key in an operation", UNKNOWN, change(PING, "effect: read\n", "effect: read\nx-module: os\n")),
        ("a handler in an operation", UNKNOWN, change(PING, "effect: read\n", "effect: read\noperationHandler: os.system\n")),
        ("a codec that is none of the closed set, named like a function", "refused: wrong-value", change(PING, "codec: lower", "codec: os.system")),
        ("a base class for errors", UNKNOWN, change(SERVICE, "Trouble: {summary", "Trouble: {base: builtins.SystemExit, summary")),
        ("a template of one's own in the package", UNKNOWN, change("package.yaml", "version: 0.1.0", "version: 0.1.0\ntemplates: /tmp/x")),
        ("an import in the package", UNKNOWN, change("package.yaml", "version: 0.1.0", "version: 0.1.0\nimport: [os]")),
        ("a type by the name of a Python class", "refused: shape-unclear", shape("type: builtins.object")),
        ("a post hook in the service", UNKNOWN, change(SERVICE, "errors:\n", "hooks: {after: rm}\nerrors:\n")),
    ],
)  # fmt: skip
