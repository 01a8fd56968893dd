"""``python -m codegen``."""

from __future__ import annotations

import gc
import sys

if __name__ == "__main__":
    gc.disable()  # a command is done in less than a second, and what it makes is needed until then

    from codegen.cli import main

    sys.exit(main())
