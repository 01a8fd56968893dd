"""Renew the expected output: ``python -m tests.golden.update``; read its diff before you commit it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from tests.functional.making import GOLDEN_SPEC, generate

EXPECTED = Path(__file__).with_name("expected")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        fresh = generate(GOLDEN_SPEC, Path(folder) / "golden")
        shutil.rmtree(EXPECTED, ignore_errors=True)
        shutil.copytree(fresh, EXPECTED)
    files = sum(path.is_file() for path in EXPECTED.rglob("*"))
    print(f"{files} files in {EXPECTED}")


if __name__ == "__main__":
    main()
