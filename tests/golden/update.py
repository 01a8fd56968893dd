"""Renew the expected output: ``python -m tests.golden.update``; read its diff before you commit it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from tests.functional.making import GOLDEN_SPEC, generate

EXPECTED = Path(__file__).with_name("expected")
COPIES = "typescript/runtime/"
"""Where the files are that a target copies as they are: expected, they would only double every change."""


def kept(folder: Path) -> dict[str, bytes]:
    """The files of an output by path, without the copies; its manifest is without them, too."""
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
    lines = files["MANIFEST.json"].splitlines(keepends=True)
    files["MANIFEST.json"] = b"".join(each for each in lines if f'"{COPIES}'.encode() not in each)
    return {path: content for path, content in files.items() if not path.startswith(COPIES)}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = kept(generate(GOLDEN_SPEC, Path(folder) / "golden"))
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for path, content in files.items():
        file = EXPECTED / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    print(f"{len(files)} files in {EXPECTED}")


if __name__ == "__main__":
    main()
