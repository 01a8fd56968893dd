"""The command line: generate, check, lint-spec, diff."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from codegen import emit, ir
from codegen.build import build
from codegen.formatting import FormattingFailed
from codegen.output import BadPath, OutputRefused, Tree, compare, read_manifest, write
from codegen.problems import Problem
from codegen.resolve import load_package
from codegen.rules import RULES


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    chosen = _parser().parse_args(arguments)
    _print_everything(sys.stdout)
    run: Callable[[argparse.Namespace], int] = chosen.run
    try:
        return run(chosen)
    except (BadPath, OutputRefused, FormattingFailed, CommandFailed) as error:
        return _complain(str(error))
    except OSError as error:
        return _complain(f"{error.filename or ''}: {error.strerror or error}")


def _print_everything(stream: object) -> None:
    """Characters that a terminal's charset lacks are printed as codes, as on standard error."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")


class CommandFailed(Exception):
    """Ends a command with a message."""


def _complain(message: str) -> int:
    sys.stderr.write(f"codegen: {message}\n")
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="codegen", description="Turns descriptions of services into code.")
    commands = parser.add_subparsers(dest="command", required=True)
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--spec", type=Path, default=Path("spec"), help="folder of the description (spec)")
    shared.add_argument(
        "--out", type=Path, default=Path("generated"), help="folder of the output (generated)"
    )

    generate = commands.add_parser("generate", parents=[shared], help="write all files, or none")
    generate.add_argument(
        "--target", action="append", choices=emit.names(), help="only this target (repeatable)"
    )
    generate.add_argument(
        "--vendor", metavar="NAME", help="write a package NAME with the runtime inside instead"
    )
    generate.set_defaults(run=_generate)

    check = commands.add_parser(
        "check", parents=[shared], help="say which files are not as they would be generated"
    )
    check.add_argument(
        "--target", action="append", choices=emit.names(), help="only this target (repeatable)"
    )
    check.set_defaults(run=_check)

    lint = commands.add_parser(
        "lint-spec", parents=[shared], help="say everything that is wrong with a description"
    )
    lint.add_argument("--rules", action="store_true", help="print the table of rules instead")
    lint.set_defaults(run=_lint)

    diff = commands.add_parser(
        "diff", parents=[shared], help="say what changed since BASE, and what that breaks"
    )
    diff.add_argument("base", metavar="BASE", help="a git revision, or a folder with an older description")
    diff.set_defaults(run=_diff)
    return parser


def load(spec: Path, consequence: str = "") -> ir.Package:
    """The package of a folder; all its problems are printed when there are any."""
    if not spec.is_dir():
        raise CommandFailed(f"there is no folder {spec}; say where the description is with --spec")
    package, problems = load_package(spec)
    if package is None:
        _print_problems(problems)
        raise CommandFailed(f"{_count(len(problems), 'problem')} in {spec}{consequence}")
    return package


def _print_problems(problems: Sequence[Problem]) -> None:
    for problem in problems:
        print(problem)
    sys.stdout.flush()


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _generate(chosen: argparse.Namespace) -> int:
    if chosen.vendor is not None and chosen.target:
        raise CommandFailed("--vendor writes one whole Python package; leave out --target")
    package = load(chosen.spec, "; nothing was written")
    if chosen.vendor is not None:
        from codegen.emit.python.vendor import vendor_tree

        tree = vendor_tree(package, chosen.vendor)
        _refuse_other_output(chosen.out, chosen.vendor)
    else:
        tree = _tree(package, chosen)
    write(tree, chosen.out)
    print(f"{_count(len(tree), 'file')} in {chosen.out}")
    return 0


def _refuse_other_output(out: Path, name: str) -> None:
    """A vendored package would replace everything that was generated into its folder before."""
    others = [path for path in read_manifest(out) if not path.startswith(f"{name}/")]
    if others:
        raise CommandFailed(
            f"{out} holds other generated files ({others[0]} ...), which would be lost; "
            f"say with --out where {name} goes"
        )


def _tree(package: ir.Package, chosen: argparse.Namespace) -> Tree:
    """What the chosen targets make; the files of the others stay as they are."""
    tree = build(package, chosen.spec, chosen.target)
    if chosen.target:
        for path in read_manifest(chosen.out):
            if path.split("/")[0] not in chosen.target and (chosen.out / path).is_file():
                tree.add(path, (chosen.out / path).read_bytes())
    return tree


def _check(chosen: argparse.Namespace) -> int:
    package = load(chosen.spec)
    found = compare(_tree(package, chosen), chosen.out)
    for each in found:
        print(each)
    if found:
        return _complain(f"{_count(len(found), 'file')} in {chosen.out} not as generated; run generate")
    print(f"{chosen.out} is as it would be generated")
    return 0


def _lint(chosen: argparse.Namespace) -> int:
    if chosen.rules:
        for rule, sentence in RULES.items():
            print(f"{rule}: {sentence}")
        return 0
    package = load(chosen.spec)
    operations = sum(len(each.operations) for each in package.services)
    services = _count(len(package.services), "service")
    print(f"{chosen.spec}: {services}, {_count(operations, 'operation')}, no problems")
    return 0


def _diff(chosen: argparse.Namespace) -> int:
    from codegen.breaking.command import run

    return run(chosen.base, chosen.spec)
