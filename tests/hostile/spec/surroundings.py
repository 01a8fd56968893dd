"""J: where, when and by whom the generator runs changes nothing, and it changes nothing there."""

# ruff: noqa: E501 - one line for each case

from __future__ import annotations

import os
import shutil
import stat
import sys
from functools import partial
from pathlib import Path

from tests.functional.descriptions import BASE
from tests.functional.making import Done, codegen, python, tree

from .cases import Run, numbered
from .lab import Lab

SAME = "the same bytes"
PING = "svc/ping.yaml"
ODD = {**BASE, PING: BASE[PING].replace("effect: read\n", 'effect: read\ndoc: "caf\\xe9 \\u2603 \\u202e"\n')}
WATCH = Path(__file__).with_name("watch.py")


def reference(lab: Lab) -> dict[str, str]:
    """The output of this process."""
    spec = lab.store(ODD)
    assert lab.generate(spec, spec.parent / "out").status == 0
    return tree(spec.parent / "out")


def run(spec: Path, cwd: Path, env: dict[str, str] | None = None) -> Done:
    """Generate into ``out`` beside the description, in a process of its own."""
    return codegen("generate", "--spec", spec, "--out", spec.parent / "out", cwd=cwd, env=env)


def _around(lab: Lab, env: dict[str, str]) -> str:
    spec = lab.store(ODD)
    done = run(spec, spec.parent, env)
    assert (done.status, done.err) == (0, "")
    assert tree(spec.parent / "out") == reference(lab)
    return SAME


def around(**env: str) -> Run:
    """A case of variables of the environment."""
    return partial(_around, env=env)


def line_ends(lab: Lab, end: str) -> str:
    """The files of the description have other line ends."""
    spec = lab.store({path: text.replace("\n", end) for path, text in ODD.items()})
    assert lab.generate(spec, spec.parent / "out").status == 0
    assert tree(spec.parent / "out") == reference(lab)
    return SAME


def masked(lab: Lab) -> str:
    """Files of a user whose files nobody else may read: the same, with the modes that the user wants."""
    spec = lab.store(ODD)
    code = "import os, runpy, sys; os.umask(0o077); sys.argv[0] = 'codegen'; runpy.run_module('codegen', run_name='__main__')"
    done = python(
        "-c", code, "generate", "--spec", spec, "--out", spec.parent / "out", env={"PYTHONPATH": os.getcwd()}
    )
    assert (done.status, done.err) == (0, "")
    assert tree(spec.parent / "out") == reference(lab)
    modes = {
        stat.S_IMODE(each.stat().st_mode) for each in (spec.parent / "out", *(spec.parent / "out").rglob("*"))
    }
    assert modes == {0o600, 0o700}
    return SAME


def elsewhere(lab: Lab) -> str:
    """The working directory has settings of tools, and modules called like those of Python."""
    spec = lab.store(ODD)
    cwd = lab.folder()
    (cwd / "ruff.toml").write_text("line-length = 40\n", encoding="utf-8")
    (cwd / "pyproject.toml").write_text("[tool.ruff]\nindent-width = 2\n", encoding="utf-8")
    (cwd / "templates").mkdir()
    done = run(spec, cwd)
    assert (done.status, done.err) == (0, "")
    assert tree(spec.parent / "out") == reference(lab)
    assert sorted(each.name for each in cwd.iterdir()) == ["pyproject.toml", "ruff.toml", "templates"]
    return SAME


def blanks(lab: Lab) -> str:
    """The folders have blanks, quotes and letters of other scripts in their names."""
    home = lab.folder() / "it's a \u2603 \u00e9 folder"
    spec = lab.store(ODD, home / "spec")
    done = run(spec, home, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    assert (done.status, done.err) == (0, "")
    assert tree(home / "out") == reference(lab)
    return SAME


def again(lab: Lab) -> str:
    """A second run over the first, and a third that finds all as it should be."""
    spec = lab.store(ODD)
    for _ in range(2):
        assert lab.generate(spec, spec.parent / "out").status == 0
    assert tree(spec.parent / "out") == reference(lab)
    assert lab.command("check", "--spec", str(spec), "--out", str(spec.parent / "out")).status == 0
    return SAME


def copied(lab: Lab) -> str:
    """The description was copied: other times, other order on the disk."""
    spec = lab.store(ODD)
    home = lab.folder()
    for each in sorted(spec.rglob("*.yaml"), reverse=True):
        place = home / "spec" / each.relative_to(spec)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(each, place)
        os.utime(place, (0, 0))
    assert lab.generate(home / "spec", home / "out").status == 0
    assert tree(home / "out") == reference(lab)
    return SAME


def watched(lab: Lab) -> str:
    """Everything that is opened, run or connected to while generating, by an audit hook."""
    spec = lab.store(ODD)
    done = python("-I", WATCH, spec, "generate", "--out", spec.parent / "out", cwd=lab.home)
    assert (done.status, done.err) == (0, "")
    assert len(done.out) == 1, done.out
    assert tree(spec.parent / "out") == reference(lab)
    assert sorted(each.name for each in spec.parent.iterdir()) == ["out", "spec"]
    return "nothing is written outside, no connection is made"


def no_secrets(lab: Lab) -> str:
    """Variables with names and values that stand out: none of them is in any file."""
    spec = lab.store(ODD)
    env = {
        "HOME": "/nowhere/leak-1",
        "USER": "leak-2",
        "SECRET_TOKEN": "leak-3",
        "HOSTNAME": "leak-4",
        "PWD": "/leak-5",
    }
    done = run(spec, spec.parent, env)
    assert (done.status, done.err) == (0, "")
    places = [os.fsencode(sys.prefix), os.fsencode(spec.parent), b"leak-", os.fsencode(os.getcwd())]
    for each in (spec.parent / "out").rglob("*"):
        content = each.read_bytes() if each.is_file() else b""
        assert not any(place in content for place in places), each
    return "nothing of the surroundings is in any file"


def odd_names(lab: Lab) -> str:
    """Files whose names are no UTF-8 or hold escapes of terminals are told in plain characters."""
    spec = lab.store(BASE)
    for name in (b"\xff.yaml", b"a\x1b[2J.yaml", "\u202e.yaml".encode()):
        (spec / "svc" / os.fsdecode(name)).write_bytes(b"")
    done = codegen(
        "lint-spec", "--spec", spec, env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    )
    assert done.status == 1
    assert len(done.out) == 3
    assert all(line.isprintable() and ": yaml-empty: " in line for line in done.out)
    return "refused: yaml-empty"


def odd_values(lab: Lab) -> str:
    """A value that forges a line of the report, and moves the cursor of a terminal."""
    forged = '"ping\\nsvc/ping.yaml:1: /: forged: all is well\\e[2J\\u202e\\xe9"'
    spec = lab.store({**BASE, PING: BASE[PING].replace("endpoint: ping", f"endpoint: {forged}")})
    done = codegen(
        "lint-spec", "--spec", spec, env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    )
    assert done.status == 1
    assert len(done.out) == 1
    assert done.out[0].isprintable()
    assert ": endpoint-unknown: " in done.out[0]
    return "refused: endpoint-unknown"


CASES = numbered(
    "J",
    [
        ("a hash seed of 0", SAME, around(PYTHONHASHSEED="0")),
        ("another hash seed", SAME, around(PYTHONHASHSEED="4294967295")),
        ("the C locale, in ASCII", SAME, around(LC_ALL="C", LANG="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")),
        ("a locale and a time zone of somewhere else", SAME, around(LC_ALL="tr_TR.UTF-8", TZ="Pacific/Apia")),
        ("settings of tools in the environment", SAME, around(RUFF_LINE_LENGTH="40", RUFF_CONFIG="line-length=40", COLUMNS="20", NO_COLOR="1")),
        ("a date long ago for reproducible builds", SAME, around(SOURCE_DATE_EPOCH="0")),
        ("optimised Python, which drops assertions and docstrings", SAME, around(PYTHONOPTIMIZE="2")),
        ("line ends of Windows in the description", SAME, partial(line_ends, end="\r\n")),
        ("line ends of old Macs in the description", SAME, partial(line_ends, end="\r")),
        ("a strict umask", SAME, masked),
        ("a working directory with settings of tools", SAME, elsewhere),
        ("folders with blanks, quotes and other scripts, in the C locale", SAME, blanks),
        ("a second run", SAME, again),
        ("a copy of the description, with other times", SAME, copied),
        ("generating, with an audit hook on files, programs and sockets", "nothing is written outside, no connection is made", watched),
        ("secrets in the environment", "nothing of the surroundings is in any file", no_secrets),
        ("names of files that are no UTF-8 or hold escapes of terminals", "refused: yaml-empty", odd_names),
        ("a value that forges lines of the report and holds escapes of terminals", "refused: endpoint-unknown", odd_values),
    ],
)  # fmt: skip
