"""What importing the package loads, in a fresh interpreter."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATHS = os.pathsep.join([str(ROOT / "generated" / "python"), str(ROOT / "codegen" / "runtime")])
HEAVY = ("requests", "urllib3", "ssl", "http.client", "jsonschema", "numpy", "pandas", "pyarrow", "astropy")


def run(program: str) -> subprocess.CompletedProcess[str]:
    """Run a program that sees the package and none of the project's tests."""
    return subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        env={**os.environ, "PYTHONPATH": PATHS},
    )


def loaded_by(program: str) -> list[str]:
    """The heavy modules that a program loads."""
    done = run(
        f"import sys\n{program}\nprint('loaded:', *(name for name in {HEAVY!r} if name in sys.modules))"
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.split("loaded:")[1].split()


PROGRAMS = {
    "the package": "import astrowire",
    "both services": "from astrowire import crds, drms\ndrms.OPERATIONS, crds.OPERATIONS",
    "every operation": """
from astrowire import crds, drms
assert len([*drms.OPERATIONS.values(), *crds.OPERATIONS.values()]) == 53
""",
    "names": "import astrowire\nastrowire.drms.SERVERS['jsoc'], astrowire.AstrowireError",
    "a client": "from astrowire import drms\ndrms.Client()",
    "a face": "from astrowire import crds, drms\ndrms.HttpJsonClient(), crds.client.get_default_context",
    "encode": """
from astrowire import drms
drms.OPERATIONS["rs_summary"].encode({"ds": "a.b[]"}, drms.SERVERS["jsoc"])
""",
    "decode": """
import astrowire
answer = astrowire.HttpResponse(200, {}, b'{"count":1,"status":0}')
astrowire.drms.OPERATIONS["rs_summary"].decode(answer)
""",
    "validate": "from astrowire import crds\ncrds.OPERATIONS['get_file_info'].validate_response({'size': 5})",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_nothing_heavy_is_loaded_before_a_call(name: str) -> None:
    assert loaded_by(PROGRAMS[name]) == []


def test_a_heavy_import_would_be_seen() -> None:
    assert loaded_by("import http.client") == ["ssl", "http.client"] or loaded_by("import http.client") == [
        "http.client"
    ]


def test_one_service_does_not_load_the_other() -> None:
    done = run(
        "import sys\nfrom astrowire import drms\ndrms.OPERATIONS\n"
        "print(*(name for name in sys.modules if name.startswith('astrowire.crds')))"
    )
    assert (done.stderr, done.stdout.strip()) == ("", "")


def modules_after(program: str) -> set[str]:
    """The modules that are there after a program and were not before it."""
    done = run(f"import sys\nbefore = set(sys.modules)\n{program}\nprint(*set(sys.modules) - before)")
    assert (done.returncode, done.stderr) == (0, "")
    return set(done.stdout.split())


def test_operations_are_counted_and_named_without_loading_any() -> None:
    program = """
from astrowire import crds, drms
assert "rs_list" in drms.OPERATIONS and "rs_lost" not in drms.OPERATIONS and 5 not in drms.OPERATIONS
assert len(drms.OPERATIONS) == 21 and sorted(drms.OPERATIONS) == sorted(drms.OPERATIONS.keys())
assert "get_default_context" in repr(crds.OPERATIONS)
"""
    assert not modules_after(program) & {"msgspec", "typing", "re", "astrowire_runtime.operation"}


def test_an_operation_loads_alone() -> None:
    loaded = modules_after("from astrowire import drms\ndrms.OPERATIONS['rs_summary']")
    assert {"astrowire.drms.rs_summary", "astrowire_runtime.cgi"} <= loaded
    others = {"astrowire.drms.rs_list", "astrowire.drms.exp_request", "astrowire_runtime.columns"}
    only_of_rpc = {"astrowire_runtime.rpc", "astrowire_runtime.envelope"}
    assert not loaded & (others | only_of_rpc)


def test_a_method_of_json_rpc_loads_nothing_of_query_strings() -> None:
    loaded = modules_after("from astrowire import crds\ncrds.OPERATIONS['get_default_context']")
    assert {"astrowire.crds.get_default_context", "astrowire_runtime.rpc"} <= loaded
    assert not loaded & {"astrowire_runtime.cgi", "astrowire_runtime.codecs", "astrowire_runtime.columns"}


def test_the_program_loads_when_it_is_run() -> None:
    names = ("program", "findings", "settings", "surroundings")
    of_the_program = {"astrowire_runtime.doctor", *(f"astrowire_runtime.doctor.{name}" for name in names)}
    loaded = modules_after("from astrowire import crds, drms\ndrms.Client(), crds.client.get_default_context")
    assert not loaded & {*of_the_program, "argparse", "difflib", "astrowire.__main__"}
    assert "astrowire.crds.environment" not in modules_after("from astrowire import crds\ncrds.Client('hst')")
    assert of_the_program <= modules_after("import astrowire.__main__")


def test_operations_are_a_mapping_like_any_other() -> None:
    program = """
from collections.abc import Mapping
from astrowire import drms
found = drms.OPERATIONS
assert isinstance(found, Mapping) and found["rs_list"] is found["rs_list"] is dict(found)["rs_list"]
assert [each.name for each in found.values()] == list(found) == [name for name, _ in found.items()]
assert found.get("rs_lost") is None and {**found} == found
try: found["rs_lost"]
except KeyError as error: print(error)
try: found["rs_list"] = 5
except TypeError as error: print("read only")
"""
    assert run(program).stdout == "'rs_lost'\nread only\n"


def test_every_public_name_is_there_and_listed() -> None:
    program = (
        "import astrowire\n"
        "for module in (astrowire, astrowire.drms, astrowire.crds):\n"
        "    missing = [name for name in module.__all__ if getattr(module, name, None) is None]\n"
        "    assert not missing, missing\n"
        "    assert set(module.__all__) <= set(dir(module)), set(module.__all__) - set(dir(module))\n"
        "try: astrowire.nonsense\n"
        "except AttributeError as error: print(error)\n"
    )
    done = run(program)
    assert (done.stderr, done.stdout) == ("", "module 'astrowire' has no attribute 'nonsense'\n")


def test_a_star_import_works() -> None:
    done = run("from astrowire import *\nfrom astrowire.drms import *\nprint(Client, AstrowireError)")
    assert done.stderr == ""


def test_importing_says_nothing_and_starts_nothing() -> None:
    done = run(
        "import threading, astrowire\nfrom astrowire import crds, drms\nprint(threading.active_count())"
    )
    assert (done.stderr, done.stdout) == ("", "1\n")
