"""The programs that ``generated/jsonschema/README.md`` shows do what it says."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.conformance import casefiles
from tests.conformance.running import ROOT, Failed

SCHEMAS = ROOT / "generated" / "jsonschema"
PAGE = SCHEMAS / "README.md"


def program(language: str) -> str:
    """The block of code in a language, by the word behind its fence."""
    found = re.findall(rf"```{language}\n(.*?)```\n", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    if len(found) != 1:
        raise Failed(f"{PAGE} has {len(found)} programs in {language}")
    return str(found[0])


def tried(command: Sequence[str | Path]) -> list[dict[str, str]]:
    """Run a program over cases of the schema that the page shows; what it does wrong.

    It must take every document that is accepted, and name the place in every one that is not.
    """
    (service, operation), *others = set(
        re.findall(r":bundle#/\$defs/urn:(\w+):(\w+):response", program("go"))
    )
    if others:
        raise Failed(f"{PAGE} shows several schemas")
    file = next(each for each in casefiles.read() if each.title == f"{service}.{operation}")
    plain = [each for each in file.bodies if not each.get("envelope") and each["verdict"] != "unreadable"]
    accepted = [each for each in plain if each["verdict"] == "accepted"][:3]
    rejected = [each for each in plain if each.get("pointer")][:3]
    found: list[dict[str, str]] = []
    for case in (*accepted, *rejected):
        status, said = _ran(command, file.received(case))
        wanted = (0, "") if case in accepted else (1, case["pointer"])
        if status != wanted[0] or wanted[1] not in said:
            found.append({"program": str(command[-1]), "case": case["name"], "said": f"{status}: {said}"})
    return found


def _ran(command: Sequence[str | Path], given: bytes) -> tuple[int, str]:
    done = subprocess.run(
        [str(each) for each in command],
        cwd=SCHEMAS,
        input=given,
        capture_output=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8", "replace") or done.stderr.decode("utf-8", "replace")
