"""A program that replays cases must be able to disagree: it finds all that are wrong on purpose."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.conformance.running import ROOT, Failed, command, last_line

GENERATED = ROOT / "generated"
FILE = Path("cases/drms/exp_status.json")


def overlooked(program: Sequence[str | Path], build: Path) -> list[dict[str, str]]:
    """The wrong cases that a program takes for right, and the right ones that it does not."""
    folder = build / "tampered"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(GENERATED / "jsonschema", folder / "jsonschema")
    content = json.loads((GENERATED / FILE).read_text(encoding="utf-8"))
    wrong = tampered(content)
    (folder / FILE).parent.mkdir(parents=True)
    (folder / FILE).write_text(json.dumps(content), encoding="utf-8")
    said = last_line(command([*program, "cases", folder, ROOT / "spec"]))["disagreements"]
    told = {each["case"].rpartition("/")[2] for each in said}
    return [
        {"case": name, "said": "no disagreement" if name in wrong else "a disagreement"}
        for name in sorted(told ^ wrong)
    ]


def tampered(content: dict[str, Any]) -> set[str]:
    """Make the first cases of each kind wrong, and return their names."""
    calls, bodies = content["requests"], content["bodies"]
    sent = next(each for each in calls if "wire" in each and not each.get("beyond_schema"))
    sent["error"] = "RequestInvalid"
    refused = next(each for each in calls if "pointer" in each and each is not sent)
    del refused["error"]
    accepted, more, rejected, misplaced, misnamed, unread = (
        _first(bodies, "accepted", 0),
        _first(bodies, "accepted", 1),
        _first(bodies, "rejected", 0),
        _first(bodies, "rejected", 1),
        _first(bodies, "rejected", 2),
        next(each for each in bodies if each["name"].startswith("truncated.")),
    )
    accepted["verdict"] = "rejected"
    more["verdict"] = "unreadable"
    rejected["verdict"] = "accepted"
    misplaced["pointer"] += "/elsewhere"
    misnamed["rule"] = "maxLength"
    unread["verdict"] = "accepted"
    changed = (sent, refused, accepted, more, rejected, misplaced, misnamed, unread)
    names = {each["name"] for each in changed}
    if len(names) < len(changed):
        raise Failed(f"one case was changed twice: {sorted(names)}")
    return names


def _first(bodies: Sequence[dict[str, Any]], verdict: str, skipped: int) -> dict[str, Any]:
    return [each for each in bodies if each["verdict"] == verdict][skipped]
