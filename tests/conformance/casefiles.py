"""Reads the files of ``generated/cases``, as its README says."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.conformance.running import ROOT

CASES = ROOT / "generated" / "cases"
SPEC = ROOT / "spec"


@dataclass(frozen=True)
class CaseFile:
    """All cases of one operation."""

    service: str
    operation: str
    content: dict[str, Any]
    spec: Path = SPEC

    @property
    def is_result(self) -> bool:
        """Whether bodies are what stands in an envelope."""
        found: bool = self.content["transport"] == "json-rpc"
        return found

    @property
    def title(self) -> str:
        """``drms.rs_list`` and the like."""
        return f"{self.service}.{self.operation}"

    @property
    def requests(self) -> list[dict[str, Any]]:
        """The calls."""
        found: list[dict[str, Any]] = self.content["requests"]
        return found

    @property
    def bodies(self) -> list[dict[str, Any]]:
        """The bodies, not yet put together."""
        found: list[dict[str, Any]] = self.content["bodies"]
        return found

    def received(self, case: dict[str, Any]) -> bytes:
        """The bytes of a body."""
        if "file" in case:
            return (self.spec / case["file"]).read_bytes()
        if "base64" in case:
            return base64.b64decode(case["base64"])
        if "text" in case:
            text: str = case["text"]
        else:
            text = edited(self.content["documents"][case["base"]], case["edits"])
        return text.encode("utf-8")

    def value(self, case: dict[str, Any], document: Any) -> Any:
        """The canonical value of an accepted body, of which this is the document."""
        if "value" in case:
            return case["value"]
        if "value_edits" in case:
            return json.loads(edited(self.content["documents"][case["base"]], case["value_edits"]))
        return document


def edited(text: str, edits: Sequence[Sequence[Any]]) -> str:
    """A text with its edits."""
    for at, drop, put in reversed(edits):
        text = text[:at] + put + text[at + drop :]
    return text


def read(folder: Path = CASES, spec: Path = SPEC) -> Iterator[CaseFile]:
    """All files, by service and operation; ``spec`` has the recorded bodies."""
    for path in sorted(folder.glob("*/*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        yield CaseFile(content["service"], content["operation"], content, spec)
