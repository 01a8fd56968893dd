"""Code: nothing that a server sends is run, imported, opened, unpickled, or used as a template."""

from __future__ import annotations

import ast
import json
import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from astrowire import crds, drms

from .case import happens
from .places import decode
from .watched import TEXTS

ROOT = Path(__file__).resolve().parents[3]
SOURCES = [
    path
    for place in ("codegen/runtime/astrowire_runtime", "generated/python")
    for path in sorted((ROOT / place).rglob("*.py"))
]
CALLS = {"eval", "exec", "compile", "__import__", "input", "breakpoint", "globals", "locals"}
MODULES = {
    "pickle",
    "marshal",
    "shelve",
    "subprocess",
    "ctypes",
    "code",
    "codeop",
    "runpy",
    "multiprocessing",
}
MODULES |= {"yaml", "dill", "jsonpickle", "xml", "xmlrpc", "webbrowser", "pty", "imp", "pkgutil"}
ATTRIBUTES = {"system", "popen", "execv", "execve", "spawnv", "startfile", "entry_points", "literal_eval"}
LOADERS = {
    "codegen/runtime/astrowire_runtime/lazy.py",
    "codegen/runtime/astrowire_runtime/columns/libraries.py",
    "codegen/runtime/astrowire_runtime/doctor/surroundings.py",
}
"""Modules that import others by name, which is one of a list of ours."""


def loads(source: str) -> set[str]:
    """What a source uses of the ways to run something that is not in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in CALLS:
                found.add(name)
            case ast.Import(names=names):
                found |= {each.name.partition(".")[0] for each in names} & MODULES
            case ast.ImportFrom(module=str(module), level=0):
                found |= {module.partition(".")[0]} & MODULES
                found |= {each.name for each in node.names} & {"import_module", *ATTRIBUTES}
            case ast.Attribute(attr=name) if name in {"import_module", *ATTRIBUTES}:
                found.add(name)
            case _:
                pass
    return found


@happens(so="none, but for names from lists of ours in three modules")
def test_C01_ways_to_run_something() -> None:
    """eval, exec, pickle, marshal, subprocess, ctypes, entry points, imports by name in the package."""
    assert loads("import pickle\nfrom os import system\neval('1')\nx.import_module(y)") == {
        *("pickle", "system", "eval", "import_module"),
    }
    assert len(SOURCES) > 80
    for path in SOURCES:
        name = path.relative_to(ROOT).as_posix()
        allowed = {"import_module"} if name in LOADERS else set()
        assert loads(path.read_text()) <= allowed, name


@happens(so="the interpreter does nothing but decode")
def test_C02_what_decoding_does() -> None:
    """Python, pickles, YAML tags, templates, shell commands and XML entities in every place of an answer."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.hostile.server.watched"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    assert found["seen"] == []
    assert found["canary"] >= 2
    assert {each.partition(".")[0] for each in found["kinds"]} == {"astrowire", "astrowire_runtime"}


@happens(None, so="of the class that the description names")
def test_C03_members_that_name_a_class() -> Any:
    """Members that other readers of JSON take for the name of a class."""
    names = {
        "__class__": "os.system",
        "py/object": "os.system",
        "$type": "System.Object",
        "@type": "x",
        "!": "x",
    }
    summary = decode("rs_summary", json.dumps({"status": 0, "count": 7, **names}))
    refs = decode(
        "get_best_references", json.dumps({"error": None, "jsonrpc": "1.0", "id": 1, "result": names})
    )
    assert type(summary) is drms.RsSummary
    assert {type(each) for each in refs.values()} == {str}
    return [summary, refs]


@happens(None, crds.CrdsFault, drms.SeriesError, so="letter for letter, also through logging")
def test_C04_templates_and_formats(caplog: pytest.LogCaptureFixture) -> Any:
    """Format strings, templates and look-ups in error texts and values."""
    found: list[Any] = []
    for text in (
        "%s%n%(x)s%",
        "{0.__class__}{x!r:>{y}}{",
        "{{7*7}}",
        "${jndi:ldap://127.0.0.1/}",
        "$(true)",
        "\\1\\g<0>",
    ):
        error = decode("rs_summary", json.dumps({"status": 1, "error": text}))
        envelope = {
            "error": {"name": "x", "code": 1, "message": text},
            "jsonrpc": "1.0",
            "id": 1,
            "result": None,
        }
        fault = decode("get_default_context", json.dumps(envelope))
        value = decode("rs_summary", json.dumps({"status": 0, "count": 1, "more": text}))
        assert text in str(error)
        assert text in str(fault)
        assert value.extras["more"] == text
        with caplog.at_level(logging.ERROR):
            logging.getLogger("somebody").error("failed: %s", error)
            logging.getLogger("somebody").error(error)
        assert caplog.text.count(text) == 2
        caplog.clear()
        found += [error, fault, value]
    return found


@happens(None, so="texts and texts only")
def test_C05_texts_that_programs_run() -> Any:
    """Formulas of spreadsheets, commands, addresses of files and pickles as values and names of files."""
    listed = {
        "status": 0,
        "count": len(TEXTS),
        "runtime": 0.1,
        "keywords": [{"name": "K", "values": TEXTS}],
        "segments": [
            {"name": "S", **dict.fromkeys(("values", "dims", "cparms", "bzeros", "bscales"), TEXTS)}
        ],
        "links": [],
    }
    table = decode("rs_list", json.dumps(listed))
    assert table.columns["K"].tolist() == TEXTS
    assert list(table.to_pandas()["K"]) == TEXTS
    return table
