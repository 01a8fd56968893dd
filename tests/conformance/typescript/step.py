"""The TypeScript package builds, lints, packs, installs, and calls what Python calls with the same outcome.

Everything is done in the folder that is given: the tools are installed from their lock file, a copy of the
generated package is checked and packed there, and a project that has nothing but the packed package runs the
tests of ``programs/`` and checks types.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from tests.conformance.running import Failed, command

NEEDS: tuple[str, ...] = ("node", "npm", "chromium")

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
PACKAGE = ROOT / "generated" / "typescript"
DOCS = ROOT / "generated" / "docs"
EXAMPLE = re.compile(r"^```ts\n(.*?)^```$", re.MULTILINE | re.DOTALL)
GOLDEN = ROOT / "tests" / "golden" / "expected" / "typescript"
"""What is made of a description that uses every keyword of the dialect."""
CASES = ROOT / "generated" / "cases"
TOOLS = ("package.json", "package-lock.json")
QUIET = ("--no-audit", "--no-fund", "--loglevel=error")
TYPES = ("nodenext", "bundler", "no-dom")
"""Projects that use the package's types: how they look modules up, and what they know of the platform."""


def run(build: Path) -> dict[str, object]:
    """Build, check and pack the package, and try it: the counts."""
    check_lock()
    install_tools(build)
    golden = build / "golden"
    replace(GOLDEN, golden)
    replace(PACKAGE / "runtime", golden / "runtime")
    check_sources(build, golden)
    copied = build / "package"
    replace(PACKAGE, copied)
    check_sources(build, copied)
    check_programs(build)
    consumer = install_packed(build, pack(build, copied))
    examples = write_examples(consumer / "types" / "nodenext")
    for name in TYPES:
        tool(build, "tsc", "--project", consumer / "types" / name)
    counts = run_tests(consumer)
    # Imported here: whoever only lists the steps needs nothing of what the comparison does.
    from tests.conformance.typescript import retries, verdicts

    files = len(list(PACKAGE.rglob("*.ts")))
    compared = [retries.compare(consumer), verdicts.compare(consumer)]
    found = [each for said in compared for each in cast("list[str]", said.pop("disagreements"))]
    told = {name: count for said in compared for name, count in said.items()}
    return {"files": files, "examples": examples, **counts, **told, "disagreements": found}


def check_lock() -> None:
    """The lock file names no registry, so that everybody installs from the own one; the versions agree."""
    lock = json.loads((HERE / "package-lock.json").read_text(encoding="utf-8"))
    named = [path for path, entry in lock["packages"].items() if "resolved" in entry]
    if named:
        raise Failed(f"package-lock.json says where packages come from: {', '.join(named[:5])}")
    ours = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    theirs = json.loads((PACKAGE / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    other = {name: version for name, version in theirs.items() if ours.get(name) != version}
    if other:
        raise Failed(f"the package is developed with other versions than it is checked with: {other}")


def install_tools(build: Path) -> None:
    """Install what the lock file lists, unless that was done."""
    done = build / ".installed"
    wanted = "".join((HERE / name).read_text(encoding="utf-8") for name in TOOLS)
    if done.is_file() and done.read_text(encoding="utf-8") == wanted:
        return
    for name in TOOLS:
        shutil.copyfile(HERE / name, build / name)
    command(["npm", "ci", "--ignore-scripts", *QUIET], cwd=build)
    done.write_text(wanted, encoding="utf-8")


def replace(source: Path, target: Path) -> None:
    """Put a copy of a folder in the place of an older one."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)


def tool(build: Path, name: str, *arguments: str | Path, cwd: Path | None = None) -> str:
    """Run one of the installed tools."""
    return command([build / "node_modules" / ".bin" / name, *arguments], cwd=cwd or build)


def check_sources(build: Path, copied: Path) -> None:
    """The compiler, the linter and the formatter have nothing to say of a generated package."""
    tool(build, "tsc", "--project", ".", "--noEmit", cwd=copied)
    tool(build, "eslint", "--max-warnings=0", ".", cwd=copied)
    tool(build, "prettier", "--check", ".", cwd=copied)


def check_programs(build: Path) -> None:
    """The formatter has nothing to say of the programs here, either."""
    manifest = json.loads((PACKAGE / "package.json").read_text(encoding="utf-8"))
    width = str(manifest["prettier"]["printWidth"])
    tool(build, "prettier", "--check", "--print-width", width, HERE / "programs")


def pack(build: Path, copied: Path) -> Path:
    """Build the package, as ``npm pack`` does by itself, and pack it."""
    said = command(["npm", "pack", "--json", "--pack-destination", build, *QUIET], cwd=copied)
    packed: Any = json.loads(said[said.index("[") :])[0]
    paths: set[str] = {each["path"] for each in packed["files"]}
    strange = sorted(each for each in paths if not re.match(r"(dist|demo)/|README\.md$|package\.json$", each))
    if strange:
        raise Failed(f"the packed package holds what it should not: {', '.join(strange[:5])}")
    return build / str(packed["filename"])


def install_packed(build: Path, packed: Path) -> Path:
    """A project that has nothing but the packed package, and the tests."""
    consumer = build / "consumer"
    shutil.rmtree(consumer, ignore_errors=True)
    shutil.copytree(HERE / "programs", consumer)
    command(["npm", "install", "--offline", "--no-package-lock", *QUIET, packed], cwd=consumer)
    return consumer


def write_examples(project: Path) -> int:
    """Put the examples of the reference into a project that is compiled: how many there are."""
    count = 0
    for page in sorted(DOCS.rglob("*.md")):
        for found in EXAMPLE.finditer(page.read_text(encoding="utf-8")):
            count += 1
            (project / f"{page.parent.name}_{page.stem}_{count}.ts").write_text(found[1], encoding="utf-8")
    if not count:
        raise Failed("the reference has no example in TypeScript")
    return count


def run_tests(consumer: Path) -> dict[str, int]:
    """Run the tests on loopback servers; what failed is told with the name of its test."""
    names = sorted(each.name for each in consumer.glob("*.test.mjs"))
    with servers() as (places, authority):
        process = subprocess.run(
            ["node", "--test", "--test-reporter=tap", *names],
            cwd=consumer,
            env={
                **os.environ,
                "ASTROWIRE_SERVERS": places,
                "NODE_EXTRA_CA_CERTS": authority,
                "CHROMIUM": shutil.which("chromium") or "",
                "CASES": str(CASES) if CASES.is_dir() else "",
                "SPEC": str(ROOT / "spec"),
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=900,
            check=False,
        )
    counts = counted(process.stdout)
    if process.returncode or not counts["tests"]:
        raise Failed("\n".join([*failures(process.stdout), process.stderr[-4000:]]))
    return counts


def counted(tap: str) -> dict[str, int]:
    """What a report counts, and how many cases were replayed.

    >>> counted("# cases 3 40\\n# cases 2 1\\n# tests 2\\n# pass 2\\n# fail 0\\n")
    {'tests': 2, 'passed': 2, 'case_requests': 5, 'case_bodies': 41}
    """
    counts = {name: int(count) for name, count in re.findall(r"^# (tests|pass) (\d+)$", tap, re.MULTILINE)}
    replayed = re.findall(r"^# cases (\d+) (\d+)$", tap, re.MULTILINE)
    return {
        "tests": counts.get("tests", 0),
        "passed": counts.get("pass", 0),
        "case_requests": sum(int(requests) for requests, _ in replayed),
        "case_bodies": sum(int(bodies) for _, bodies in replayed),
    }


def failures(tap: str) -> Iterator[str]:
    """The names of failed tests in a report, with what they say."""
    lines = tap.splitlines()
    for at, line in enumerate(lines):
        if line.lstrip().startswith("not ok"):
            yield "\n".join(lines[at : at + 12])


@contextmanager
def servers() -> Generator[tuple[str, str]]:
    """Run the servers: where they are, as JSON, and the file of their certificate authority."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.conformance.typescript.servers"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        places = process.stdout.readline()
        try:
            yield places, json.loads(places)["authority"]
        finally:
            process.stdin.close()
