"""Every hostile description of SPEC.md, one test for each."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from codegen import emit
from tests.functional.descriptions import BASE
from tests.functional.making import python

from .cases import Case, everything
from .lab import Lab
from .made import arrivals
from .oracles import ORACLES, read
from .texts import LITERALS, TEMPLATES

WATCH = Path(__file__).with_name("watch.py")
ALL = everything()
FLOOR = {"A": 168, "B": 24, "C": 12, "D": 16, "E": 18, "F": 14, "G": 8, "H": 10, "I": 8, "J": 10}
"""How many cases a group has at least."""


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.id)
def test_it_is_refused_in_words_or_arrives_as_data(lab: Lab, case: Case) -> None:
    assert lab.tried(case) == case.want


def test_every_case_has_an_id_and_a_sentence_of_its_own() -> None:
    assert len({case.id for case in ALL}) == len(ALL)
    assert len({(case.id[0], case.says) for case in ALL}) == len(ALL)


def test_no_group_has_shrunk() -> None:
    found = Counter(case.id[0] for case in ALL)
    assert found.keys() == FLOOR.keys()
    assert {group: found[group] for group, floor in FLOOR.items() if found[group] < floor} == {}
    assert (len(LITERALS), len(TEMPLATES)) == (14, 12)


def test_every_target_has_an_oracle_for_its_files(lab: Lab) -> None:
    made = lab.made(None).tree
    assert {path.split("/")[0] for path in made} == set(emit.names())
    unknown = {Path(path).suffix for path in made} - ORACLES.keys()
    assert unknown == set(), f"add to ORACLES a function that reads {unknown}"


def test_what_is_long_deep_or_wide_needs_little_memory() -> None:
    done = python("-m", "tests.hostile.spec.limited")
    assert done.status == 0, done.err[-2000:]
    found = json.loads(done.out[-1])
    assert found["other"] == {}
    assert found["tried"] > 100


# That a case could fail.


def test_a_good_description_is_no_refusal(lab: Lab) -> None:
    assert lab.outcome(BASE) == "data"


@pytest.mark.parametrize(
    "code",
    [
        "import os\nos.system('true')\nf'{x}'",
        "x = lambda: 1",
        "async def x(): pass",
        "global x",
        "x = [y for y in z]",
    ],
)
def test_code_that_no_generator_of_ours_writes_is_noticed(code: str) -> None:
    try:
        read("x.py", code.encode())
        noticed = False
    except (AssertionError, SyntaxError):
        noticed = True
    assert noticed


@pytest.mark.parametrize(
    "page",
    [
        "<script>x</script>",
        "a <b>c</b>",
        "![a](b)",
        "[a](http://e.example/)",
        "    code",
        "```\na\n```",
        "~~a~~",
    ],
)
def test_a_page_of_other_things_than_ours_is_noticed(page: str) -> None:
    try:
        read("x.md", page.encode())
        noticed = False
    except AssertionError:
        noticed = True
    assert noticed
    assert read("x.md", b"| [`a`](../../../spec/b/c.yaml) |\n| --- |\n| d |\n")


def test_an_odd_character_is_noticed() -> None:
    try:
        read("x.json", '"a\u202eb"'.encode())
        noticed = False
    except AssertionError:
        noticed = True
    assert noticed


def test_a_lost_text_is_noticed(lab: Lab) -> None:
    plain, hostile = lab.made(None), lab.made("single quotes")
    found = list(arrivals(plain, hostile, "query.value"))
    assert found
    assert all(wanted == arrived for wanted, arrived in found)
    assert all(
        wanted != arrived
        for wanted, arrived in arrivals(plain, lab.made("braces"), "query.value")
        for wanted in [found[0][0]]
    )


def watched(lab: Lab, spec: Path, *arguments: str | Path) -> list[str]:
    """What the audit hook noticed; the command's own lines are no events."""
    done = python("-I", WATCH, spec, *arguments, cwd=lab.home)
    assert done.err == ""
    return [line.partition(" ")[0] for line in done.out if "(" in line]


def test_files_that_are_opened_elsewhere_are_noticed(lab: Lab) -> None:
    assert watched(lab, lab.store(BASE), "lint-spec") == []
    assert "open" in watched(lab, lab.store(BASE), "diff", lab.store(BASE))


def test_files_that_are_written_elsewhere_are_noticed(lab: Lab) -> None:
    found = watched(lab, lab.store(BASE), "generate", "--out", lab.folder() / "out")
    assert {"open", "os.mkdir", "os.rename"} <= set(found)


def test_programs_and_sockets_are_noticed() -> None:
    code = (
        "import socket, subprocess, sys, tests.hostile.spec.watch as w; sys.addaudithook(w.watch); "
        "w.watching[:] = ['/nowhere'] * 4; socket.socket().close(); subprocess.run(['true']); "
        "w.watching.clear(); print(*(each.split()[0] for each in w.seen))"
    )
    assert {"socket.__new__", "subprocess.Popen"} <= set(python("-c", code).out[-1].split())
