"""Probes: small schemas, one for each construct of the dialect and for each that is refused.

Each has texts of JSON, and what validators make of them: ``accepted``, ``rejected``,
``unreadable`` (no JSON to their parser), ``no schema`` (the validator does not take the
schema) or ``overflow``. Of admitted constructs all say the same. Of a refused one the file
records what each says, so that whoever wants it admitted sees what stands against it, and
whoever runs this with newer validators sees what has changed.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.conformance.running import HERE, command, last_line

PROBES = HERE / "probes.json"
ENGINES = ("python", "javascript", "go", "rust", "java")

Verdicts = Mapping[str, Mapping[str, str]]
"""By a probe's name and a text."""


def read() -> dict[str, list[dict[str, Any]]]:
    """The probes as they stand in their file: the groups ``admitted`` and ``refused``."""
    found: dict[str, list[dict[str, Any]]] = json.loads(PROBES.read_text(encoding="utf-8"))
    return found


def written_out(probes: Mapping[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """The probes with long texts in full: in those of a ``long`` probe a sign stands for a repeated text."""
    return {group: [_written_out(each) for each in members] for group, members in probes.items()}


def _written_out(probe: dict[str, Any]) -> dict[str, Any]:
    texts = probe["texts"]
    for sign, (unit, times) in probe.get("long", {}).items():
        texts = {text.replace(sign, unit * times): verdict for text, verdict in texts.items()}
    return {"name": probe["name"], "schema": probe["schema"], "texts": texts}


def ask(program: list[str | Path], build: Path) -> Verdicts:
    """What another language's program says, given the probes in a file as its last argument."""
    file = build / "probes.json"
    file.write_text(json.dumps(written_out(read())), encoding="utf-8")
    return last_line(command([*program, file]))


def differences(engine: str, said: Verdicts) -> Iterator[dict[str, str]]:
    """Where an engine says otherwise than the file."""
    for probe in (each for members in written_out(read()).values() for each in members):
        for text, wanted in probe["texts"].items():
            expected = wanted if isinstance(wanted, str) else wanted[engine]
            found = said.get(probe["name"], {}).get(text, "nothing")
            if found != expected:
                yield {"probe": probe["name"], "text": text[:80], "expected": expected, "said": found}


def python() -> Verdicts:
    """What the package ``jsonschema`` says."""
    probes = [each for members in written_out(read()).values() for each in members]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of patterns that Python may read otherwise one day
        return {each["name"]: _by_python(each) for each in probes}


def _by_python(probe: dict[str, Any]) -> dict[str, str]:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import SchemaError

    try:
        Draft202012Validator.check_schema(probe["schema"])
    except SchemaError:
        return dict.fromkeys(probe["texts"], "no schema")
    validator = Draft202012Validator(probe["schema"])
    return {text: _verdict(validator, text) for text in probe["texts"]}


def _verdict(validator: Any, text: str) -> str:
    import re

    from referencing.exceptions import Unresolvable

    try:
        value = json.loads(text)
    except ValueError:
        return "unreadable"
    try:
        return "accepted" if validator.is_valid(value) else "rejected"
    except (re.error, Unresolvable):
        return "no schema"
    except RecursionError:
        return "overflow"


# --------------------------------------------------------------------------- the table for people

_MARKS = {"accepted": "+", "rejected": "-", "no schema": "0", "unreadable": "?", "overflow": "!"}


def table() -> str:
    """What is refused because validators read it otherwise, in Markdown: a mark for each text."""
    rows = [["refused", "tried on", "Python", "JavaScript", "Go", "Rust", "Java"], ["---"] * 7]
    rows += [_row(each) for each in read()["refused"] if "because" not in each]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def others() -> str:
    """What is refused though all validators agree on it, by the reason."""
    by_reason: dict[str, list[str]] = {}
    for each in read()["refused"]:
        if "because" in each:
            by_reason.setdefault(each["because"], []).append(_code(_said(each["name"])))
    return "\n".join(f"- {reason}: {', '.join(names)}" for reason, names in by_reason.items())


def _row(probe: dict[str, Any]) -> list[str]:
    said = [
        verdict if isinstance(verdict, dict) else dict.fromkeys(ENGINES, verdict)
        for verdict in probe["texts"].values()
    ]
    marks = [_code("".join(_MARKS[each[engine]] for each in said)) for engine in ENGINES]
    shown = [_code(text) for text in probe["texts"]]
    shown += [f"({sign} is {times} × `{unit}`)" for sign, (unit, times) in probe.get("long", {}).items()]
    return [_code(_said(probe["name"])), " ".join(shown), *marks]


def _said(name: str) -> str:
    return name.removeprefix("pattern: ")


def _code(text: str) -> str:
    return f"`{text}`".replace("|", "\\|")
