"""``python -m tests.fuzz TARGET``: search for inputs that a target complains about, guided by coverage.

It goes on from the kept corpus and from where the last search in ``build/fuzz``
ended. An input that it complains about is written there, and, unless it hangs,
printed as a line of the corpus. Needs atheris, which ``make fuzz`` installs.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import resource
import sys
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["codegen", "astrowire", "astrowire_runtime"]):
    from tests.fuzz import lines
    from tests.fuzz.findings import Finding

    for package in ("codegen", "astrowire_runtime"):
        for each in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
            if not each.name.endswith("__main__") and ".testing" not in each.name:
                importlib.import_module(each.name)

BUILD = Path(__file__).resolve().parents[2] / "build" / "fuzz"
LONGEST = 16_000
"""Bytes of an input: what is slow and large for its size shows at this one too."""
HANG = 5
MEMORY = 512
"""In seconds and MiB: one input that takes more of either is a finding."""


def main() -> None:
    """Read the command line, and search."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("target", choices=sorted(lines.TARGETS))
    parser.add_argument("--seconds", type=int, default=600)
    chosen = parser.parse_args()
    folder = BUILD / chosen.target
    (folder / "corpus").mkdir(parents=True, exist_ok=True)
    _fill(chosen.target, folder / "corpus")
    _start(chosen.target, [f"-max_total_time={chosen.seconds}", str(folder / "corpus")])


def _fill(name: str, folder: Path) -> None:
    target = lines.TARGETS[name]
    for number, data in enumerate([*target.seeds(), *lines.replayed(target)]):
        (folder / f"start-{number}").write_bytes(data)


def _start(name: str, arguments: list[str]) -> None:
    target = lines.TARGETS[name]

    def one(data: bytes) -> None:
        before = _memory()
        try:
            target.run(data)
            if _memory() > before + MEMORY:
                raise Finding(f"takes {_memory() - before} MiB")
        except BaseException:
            print(f"finding: {json.dumps(target.written(data))}", flush=True)
            raise

    def changed(data: bytes, most: int, seed: int) -> bytes:
        made = target.mutated(data, Random(seed), lambda text: atheris.Mutate(text, max(len(text) + 64, 64)))
        return bytes(made[:most])

    for data in list(target.seeds())[:50]:
        target.run(data)
    # The search itself takes more and more, so the limit of the process is for what never ends.
    limits = [f"-timeout={HANG}", f"-rss_limit_mb={_memory() + 4 * MEMORY}", f"-max_len={LONGEST}"]
    places = [f"-artifact_prefix={BUILD / name}/", "-print_final_stats=1", "-reload=0"]
    atheris.Setup([sys.argv[0], *limits, *places, *arguments], one, custom_mutator=changed)
    atheris.Fuzz()


def _memory() -> int:
    """The most that this process ever had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
