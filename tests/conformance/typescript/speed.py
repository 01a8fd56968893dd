"""How long the largest answer takes to decode in the TypeScript package, beside ``JSON.parse`` alone.

``python -m tests.conformance.typescript.speed FOLDER`` measures in a folder in which the package is
installed, such as ``build/conformance/typescript/consumer`` after ``make conformance``. The goal is at most
1.3 times ``JSON.parse``.
"""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from tests.bench.payloads import Payload, file_info_map

FILES = 20_000
PROGRAM = Path(__file__).resolve().parent / "programs" / "speed.mjs"


def main(project: Path) -> None:
    """Measure, and print one line of JSON: milliseconds, medians, and their ratio."""
    made = Payload("file_info_map", "crds", "get_file_info_map", lambda rng, _: file_info_map(rng, FILES))
    received = made.written(file_info_map(random.Random(1), FILES))
    subprocess.run(["node", PROGRAM.name], cwd=project, input=received, timeout=300, check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
