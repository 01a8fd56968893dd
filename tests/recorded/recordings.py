"""Recorded answers as data: ``python -m tests.recorded.recordings`` writes spec/recordings.yaml.

The outcomes written are those that the package has. The test of the samples
compares them with the independent reading, and the test of this file holds that
the description says the same of every sample, no more and no fewer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from .outcome import decode
from .reading import Sample, all_samples, read

FILE = Path(__file__).resolve().parents[2] / "spec" / "recordings.yaml"

HEAD = """\
# What every recorded answer ends in; written by `python -m tests.recorded.recordings` from tests/samples.
# `file#part` is one of several answers in one file.
dialect: 1
recordings:
"""

Outcome = str | dict[str, str]


class Entry(NamedTuple):
    """One recorded answer; the operation is ``None`` where every operation makes the same of it."""

    service: str
    operation: str | None
    file: str


def answers() -> list[Sample]:
    """All samples but those that are no answers: requests, for the differential tests."""
    return [sample for sample in all_samples() if sample.operation is not None]


def seen() -> dict[Entry, Outcome]:
    """What the package makes of every sample, by what the description calls it."""
    found: dict[Entry, set[str]] = {}
    asked: dict[Entry, str | None] = {}
    for sample in answers():
        entry = _entry(sample)
        found.setdefault(entry, set()).add(outcome(sample))
        asked[entry] = sample.unasked
    assert all(len(each) == 1 for each in found.values()), "operations disagree"
    return {entry: _written(*found[entry], asked[entry]) for entry in sorted(found, key=_order)}


def outcome(sample: Sample) -> str:
    """``answer``, ``pending`` or the name of the error's class."""
    what = decode(sample)
    if what.error is not None:
        return type(what.error).__name__
    return "pending" if read(sample).kind == "pending" else "answer"


def said(content: Mapping[str, Any]) -> dict[Entry, Outcome]:
    """What a description says, by entry."""
    return dict(_said(content["recordings"]))


def _said(recordings: Mapping[str, Any]) -> Iterator[tuple[Entry, Outcome]]:
    for service, parts in recordings.items():
        for file, each in parts.get("every_operation", {}).items():
            yield Entry(service, None, file), each
        for operation, files in parts.get("operations", {}).items():
            for file, each in files.items():
                yield Entry(service, operation, file), each


def _entry(sample: Sample) -> Entry:
    # The catalogue of errors is tried on every operation.
    if "errors__" in sample.id:
        return Entry(sample.service, None, sample.id.removesuffix(f"-{sample.operation}"))
    return Entry(sample.service, sample.operation, sample.id)


def _written(outcome: str, asked: str | None) -> Outcome:
    return outcome if asked is None else {"outcome": outcome, "asked": asked}


def _order(entry: Entry) -> tuple[str, str, str]:
    return entry.service, entry.operation or "", entry.file


def text(entries: Mapping[Entry, Outcome]) -> str:
    """The file that says these."""
    lines: list[str] = []
    service = operation = ""
    for entry, each in entries.items():
        if entry.service != service:
            service, operation = entry.service, ""
            lines.append(f"  {service}:")
        if entry.operation is None and not operation:
            operation = "every_operation"
            lines.append("    every_operation:")
        elif entry.operation is not None and entry.operation != operation:
            if operation in ("", "every_operation"):
                lines.append("    operations:")
            operation = entry.operation
            lines.append(f"      {operation}:")
        margin = "      " if entry.operation is None else "        "
        lines.append(f"{margin}{_quoted(entry.file)}: {_value(each)}")
    return HEAD + "".join(f"{line}\n" for line in lines)


def _value(each: Outcome) -> str:
    if isinstance(each, str):
        return each
    return f"{{outcome: {each['outcome']}, asked: {_quoted(each['asked'])}}}"


def _quoted(word: str) -> str:
    """Double quotes; no file and no reason needs escapes."""
    assert '"' not in word
    assert "\\" not in word
    return f'"{word}"'


def main() -> None:
    """Write the file of the description."""
    FILE.write_text(text(seen()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
