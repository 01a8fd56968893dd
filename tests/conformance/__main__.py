"""The command line: ``python -m tests.conformance [NAME …]``; without names all steps are run."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.conformance.running import BUILD, Result, Step, carried_out, find, origins, packages


def main(arguments: Sequence[str] | None = None, steps: Sequence[Step] | None = None) -> int:
    """Run steps, one line of JSON each; the exit status is 1 if one failed, and 2 if asked wrongly."""
    known = find() if steps is None else list(steps)
    parser = argparse.ArgumentParser(
        prog="python -m tests.conformance", description="Holds other languages to the generated files."
    )
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"of {', '.join(each.name for each in known)}"
    )
    parser.add_argument("--build", type=Path, default=BUILD, metavar="DIR", help="downloads and builds")
    parser.add_argument(
        "--origins", action="store_true", help="only say where each program comes from, run nothing"
    )
    parser.add_argument(
        "--packages", action="store_true", help="only name the Debian packages of what is not there"
    )
    parsed = parser.parse_args(arguments)
    unknown = sorted(set(parsed.names) - {each.name for each in known})
    if unknown:
        parser.error(f"no step is called {', '.join(unknown)}")
    chosen = [each for each in known if not parsed.names or each.name in parsed.names]
    if parsed.packages:
        print(*packages(chosen))
        return 0
    if parsed.origins:
        print(*origins(chosen), sep="\n")
        return 0
    return report([_said(carried_out(each, parsed.build)) for each in chosen])


def _said(result: Result) -> Result:
    print(result.line(), flush=True)
    if result.reason:
        print(f"{result.name} {result.outcome}: {result.reason}", file=sys.stderr, flush=True)
    return result


def report(results: Sequence[Result]) -> int:
    """Print the last line, and return the exit status: 1 if a step failed, or if there was none at all."""
    outcomes = [each.outcome for each in results]
    passed, failed, skipped = (outcomes.count(each) for each in ("passed", "failed", "skipped"))
    print(f"{passed} passed, {failed} failed, {skipped} skipped", flush=True)
    return 1 if failed or not outcomes else 0


if __name__ == "__main__":
    sys.exit(main())
