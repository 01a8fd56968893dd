"""``python examples.py FOLDER``: runs every program in a folder, and prints as JSON how each ended."""

from __future__ import annotations

import json
import runpy
import sys
from pathlib import Path


def main(folder: Path) -> None:
    """``answer``, or the class of the error, by the name of the program."""
    ended: dict[str, str] = {}
    for path in sorted(folder.glob("*.py")):
        try:
            ended[path.stem] = "answer" if "answer" in runpy.run_path(str(path)) else "nothing"
        except Exception as error:
            ended[path.stem] = type(error).__name__
    print(json.dumps(ended))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
