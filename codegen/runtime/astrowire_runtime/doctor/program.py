"""The program of a generated package: ``python -m PACKAGE doctor`` says what its settings amount to.

Nothing is sent unless ``--online`` is given, and no secret is printed.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from typing import Any, cast

from ..display import value as shown
from .findings import Finding, problems
from .settings import Subject, look, online, service
from .surroundings import certificates, lacking, passwords, proxies, versions


def main(
    package: str | None, version: str, subjects: Sequence[Subject], arguments: list[str] | None = None
) -> int:
    """Run the program; return its exit status: 0, 1 where there is a problem, 2 for wrong usage."""
    name = package or "PACKAGE"
    parser = _parser(name, subjects)
    asked = parser.parse_args(arguments)
    if hasattr(sys.stdout, "reconfigure"):
        # A terminal without the right characters is no reason to stop.
        cast(Any, sys.stdout).reconfigure(errors="backslashreplace")
    if asked.command is None:
        parser.print_help()
        return 0
    known = [each.name for each in subjects]
    if unknown := [each for each in asked.service if each not in known]:
        parser.error(f"no service {shown(unknown[0])}; there are {', '.join(known)}")
    chosen = [each for each in subjects if not asked.service or each.name in asked.service]
    found = examine(name, version, chosen, is_online=asked.online, every=asked.all)
    try:
        print(_document(name, version, found) if asked.json else _screen(found), flush=True)
    except BrokenPipeError:
        # Whoever reads has seen enough; the interpreter must not try to write the rest at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1 if problems(found) else 0


def _parser(package: str, subjects: Sequence[Subject]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"python -m {package}", description=f"The program of {package}.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    text = "show versions, servers, settings, proxies and certificates, and what is wrong with them"
    doctor = commands.add_parser(
        "doctor",
        allow_abbrev=False,
        help=text,
        description=f"{text[0].upper()}{text[1:]}. Ends with status 1 if something is.",
    )
    names = [each.name for each in subjects]
    doctor.add_argument("service", nargs="*", help=f"look at these only: {', '.join(names)}")
    doctor.add_argument(
        "--online", action="store_true", help="ask each server something (else nothing is sent)"
    )
    doctor.add_argument("--all", action="store_true", help="list variables that are not set, too")
    doctor.add_argument("--json", action="store_true", help="write JSON")
    return parser


def examine(
    package: str, version: str, subjects: Sequence[Subject], *, is_online: bool = False, every: bool = False
) -> list[Finding]:
    """Return everything that there is to say."""
    found = [*versions(package, version)]
    looks = [look(each) for each in subjects]
    for each in looks:
        found += service(each, every=every)
    if lacking():
        # Without them nothing can be sent; that is told already.
        return found
    urls = [each.server.base_url for each in looks if each.server is not None]
    found += [*proxies(urls), *certificates(), passwords()]
    if is_online:
        found += [online(each) for each in looks]
    return found


def _screen(found: list[Finding]) -> str:
    count = problems(found)
    said = f"{count} problem{'s' if count > 1 else ''} above" if count else "no problem found"
    last = Finding("PROBLEM" if count else "ok", "in all", said)
    return "\n".join(line for each in [*found, last] for line in each.lines())


def _document(package: str, version: str, found: list[Finding]) -> str:
    whole = {
        "package": package,
        "version": version,
        "problems": problems(found),
        "findings": [each.document() for each in found],
    }
    return json.dumps(whole, indent=2)
