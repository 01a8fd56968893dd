"""Our decoder and encoder, ``jsonschema`` and ``jsonschema-rs`` say what every case says."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.conformance.casefiles import CASES, CaseFile, read
from tests.conformance.python import ours, reference
from tests.property import strict

NEEDS: tuple[str, ...] = ()
MOST = 50
"""Disagreements that are listed; all are counted."""


def run(build: Path) -> dict[str, object]:
    """Counts calls and bodies by verdict, and lists where one of the three differs."""
    del build
    return replayed(CASES, list(reference.VALIDATORS))


def replayed(folder: Path, validators: Sequence[str]) -> dict[str, object]:
    """Replay all cases below a folder, beside our own package by these validators."""
    import jsonschema_rs  # what else is here is of use without it

    counts: Counter[str] = Counter()
    found: list[dict[str, str]] = []
    schema = jsonschema_rs.Draft202012Validator(json.loads((folder / "case.schema.json").read_bytes()))
    for file in read(folder):
        counts["operations"] += 1
        found += [
            {"operation": file.title, "case": str(each.instance_path), "said": each.message[:200]}
            for each in schema.iter_errors(file.content)
        ]
        for case, who, said in differences(file, validators, counts):
            counts["differences"] += 1
            if len(found) < MOST:
                found.append({"operation": file.title, "case": case, "by": who, "said": said})
    return {**counts, "disagreements": found}


def differences(
    file: CaseFile, validators: Sequence[str], counts: Counter[str] | None = None
) -> Iterator[tuple[str, str, str]]:
    """Every difference in one file: the case, who differs, and what it said."""
    counts = Counter() if counts is None else counts
    for case in file.requests:
        counts["calls" if "wire" in case else "refused calls"] += 1
        yield from ((case["name"], "astrowire", said) for said in ours.request_disagreements(file, case))
        for name in validators:
            found = reference.request_disagreements(name, file, case)
            yield from ((case["name"], name, said) for said in found)
    for case in file.bodies:
        counts[case["verdict"]] += 1
        yield from ((case["name"], who, said) for who, said in of_body(file, case, validators))


def of_body(file: CaseFile, case: dict[str, Any], validators: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Every difference about one body: who differs, and what it said."""
    is_document, document = document_of(file, case)
    if is_document is (case["verdict"] == "unreadable"):
        yield "reader", "it is a document" if is_document else "it is no document"
        return
    inner = document["result"] if case.get("envelope") and _has_result(document) else document
    yield from (("astrowire", said) for said in ours.body_disagreements(file, case, inner))
    for name in validators if is_for_validators(file, case) else ():
        yield from ((name, said) for said in reference.body_disagreements(name, file, case, document))


def is_for_validators(file: CaseFile, case: dict[str, Any]) -> bool:
    """Whether a body is a document that a schema speaks of."""
    return case["verdict"] != "unreadable" and file.content["body"] != "bytes"


def _has_result(document: Any) -> bool:
    return isinstance(document, dict) and "result" in document


def document_of(file: CaseFile, case: dict[str, Any]) -> tuple[bool, Any]:
    """Whether a body is a document, and its value, by a reader that shares nothing with ours."""
    body = file.received(case)
    if file.content["body"] != "json":
        text = body.decode("utf-8", "replace") if "value" not in case else case["value"]
        return bool(body), text if file.content["body"] == "text" else body
    if file.content["charset"] is None and not _is_utf8(body):
        return False, None
    is_result = file.is_result and not case.get("envelope")
    try:
        # The envelope counts among what is nested.
        return True, strict.document(b'{"result":' + body + b"}")["result"] if is_result else strict.document(
            body
        )
    except strict.NoDocument:
        return False, None


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True
