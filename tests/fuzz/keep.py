"""``python -m tests.fuzz.keep TARGET``: the corpus of a target anew, after searches.

Of what is kept and of what the searches in ``build/fuzz`` left, the smallest inputs
are chosen that together go every way between two lines of the code, and are of
every sort.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

from . import lines

ROOT = Path(__file__).resolve().parents[2]
WATCHED = tuple(f"{ROOT / folder}/" for folder in ("codegen", "generated/python"))
LONGEST = 12_000


def reached(target: ModuleType, data: bytes) -> set[object]:
    """The ways between lines that an input goes, and its sorts."""
    ways: set[object] = set()

    def entered(frame: FrameType, _event: str, _value: Any) -> Any:
        file = frame.f_code.co_filename
        if not file.startswith(WATCHED):
            return None
        last = frame.f_lineno

        def moved(frame: FrameType, event: str, _value: Any) -> Any:
            nonlocal last
            if event == "line":
                ways.add((file, last, frame.f_lineno))
                last = frame.f_lineno
            return moved

        return moved

    sys.settrace(entered)
    try:
        return target.marks(data) | ways
    finally:
        sys.settrace(None)


def chosen(target: ModuleType, inputs: set[bytes]) -> list[bytes]:
    """The smallest inputs that reach all that these reach."""
    found: list[bytes] = []
    known: set[object] = set()
    for data in sorted(inputs, key=lambda each: (len(each), each)):
        new = reached(target, data) - known if len(data) <= LONGEST else set()
        if new:
            known |= new
            found.append(data)
    return found


def main(name: str) -> None:
    """Choose, and write the corpus."""
    target = lines.TARGETS[name]
    left = (ROOT / "build" / "fuzz" / name / "corpus").glob("*")
    inputs = {*lines.replayed(target), *target.seeds(), *(path.read_bytes() for path in left)}
    for data in list(inputs)[:20]:
        target.run(data)  # what is done once only is not of the input that happens to be first
    print(f"{lines.write(target, chosen(target, inputs))} of {len(inputs)} inputs in {target.CORPUS}")


if __name__ == "__main__":
    main(sys.argv[1])
