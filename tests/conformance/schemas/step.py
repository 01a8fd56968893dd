"""Every generated JSON Schema is valid under the draft 2020-12, and its references lead somewhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs

from tests.conformance.running import ROOT

NEEDS: tuple[str, ...] = ()
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def run(build: Path) -> dict[str, object]:
    """Counts the documents; the first thing that is wrong with one is a disagreement."""
    del build
    paths = sorted({*ROOT.glob("generated/jsonschema/*/*.json"), *ROOT.glob("generated/*/*.schema.json")})
    found = [
        {"schema": str(path.relative_to(ROOT)), "said": said}
        for path in paths
        if (said := wrong(json.loads(path.read_text(encoding="utf-8"))))
    ]
    return {"schemas": len(paths), "disagreements": found}


def wrong(schema: dict[str, Any]) -> str:
    """What is wrong with a document as a schema; nothing is the empty text."""
    if schema.get("$schema") != DRAFT:
        return f"it names the draft {schema.get('$schema')!r}"
    try:
        jsonschema_rs.meta.validate(schema)
        jsonschema_rs.Draft202012Validator(schema)
    except (jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError) as error:
        return f"{error}"
    return ""
