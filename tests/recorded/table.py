"""The table of recorded answers and their outcomes: ``python -m tests.recorded.table`` writes OUTCOMES.md.

The outcomes are those that the package has; the test of the table compares the
file with them, and the test of the samples compares them with the independent
reading.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .outcome import Seen, decode
from .reading import Sample, all_samples, read

TABLE = Path(__file__).with_name("OUTCOMES.md")

HEAD = """# Recorded answers and what becomes of them

Written by `python -m tests.recorded.table`; a test holds that it is current. `file#part` is one of several
answers in one file. *asked otherwise* marks answers to requests that no operation makes (another format, a
command line): the operation refuses them, and the outcome says how. *later* marks answers of operations that
are not described.

| file | operation | outcome |
|---|---|---|
"""


def table() -> str:
    """The whole text of the table."""
    return HEAD + "".join(_row(sample) for sample in _without_repetition(all_samples()))


def _without_repetition(samples: list[Sample]) -> list[Sample]:
    # The catalogue of errors is tried on every operation; one line per error is enough to read.
    return [
        sample for sample in samples if "errors__" not in sample.id or sample.id.endswith("-get_dataset_ids")
    ]


def _row(sample: Sample) -> str:
    operation = sample.operation or "-"
    name = sample.id
    if "errors__" in name:
        name, operation = name.partition("-")[0], "each CRDS operation"
    return f"| {name} | {operation} | {_outcome(sample)} |\n"


def _outcome(sample: Sample) -> str:
    if sample.operation is None:
        return f"later: {sample.later}" if sample.later else "no answer: requests, for the differential tests"
    text = _seen(sample, decode(sample))
    return f"asked otherwise, {sample.unasked}: {text}" if sample.unasked else text


def _seen(sample: Sample, seen: Seen) -> str:
    if seen.error is None:
        kind = "pending" if read(sample).kind == "pending" else "answer"
        return f"{kind}: {_shape(seen.result)}"
    said = str(getattr(seen.error, "message", seen.error)).partition("\n")[0].replace("|", "\\|")
    return f"{type(seen.error).__name__}: {said[:110]}{'…' if len(said) > 110 else ''}"


def _shape(result: Any) -> str:
    name = type(result).__name__
    if isinstance(result, str):
        return (
            f"`{result}`" if len(result) <= 60 and "\n" not in result else f"text of {len(result)} characters"
        )
    if isinstance(result, list | dict):
        return f"{name} of {len(result)}"
    extras = sorted(getattr(result, "extras", {}))
    return f"{name}, extras {', '.join(extras)}" if extras else name


def main() -> None:
    """Write the table beside this module."""
    TABLE.write_text(table(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
