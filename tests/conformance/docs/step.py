"""The reference builds as a site without a dead link, its examples run, and its Markdown is clean."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from codegen import ir
from codegen.build import build as build_tree
from codegen.emit.docs.samples import best
from codegen.emit.docs.site.links import check
from codegen.output import write
from codegen.resolve import load_package
from tests.conformance.running import ROOT, Failed, command
from tests.functional.pages import Page, read
from tests.stand_in import description, recorded, stand_in

NEEDS: tuple[str, ...] = ("curl", "node", "npm")
HERE = Path(__file__).resolve().parent
PAGES = ROOT / "generated" / "docs"
SCRIPTS = ROOT / "generated" / "typescript"
PYMARKDOWN = re.compile(r".*:[0-9]+:[0-9]+: (MD[0-9]+): .*")


@dataclass(frozen=True, slots=True)
class Shown:
    """The example of a page."""

    service: ir.Service
    operation: ir.Operation
    example: ir.Example
    page: Page

    @property
    def name(self) -> str:
        return f"{self.service.name}.{self.operation.name}"

    def code(self, language: str) -> str:
        """The only block of a language."""
        (found,) = self.page.fences(language)
        return found


def run(build: Path) -> dict[str, object]:
    """Counts pages, links and examples; whatever is wrong with one is a disagreement."""
    wrong: list[dict[str, str]] = []
    counts: dict[str, object] = {}
    counts |= _sites(build, wrong)
    shown = list(_examples())
    with stand_in(description()) as server:
        counts["curl"] = sum(_with_curl(each, server, wrong) for each in shown)
        counts["python"] = _with_python(shown, server, build, wrong)
    counts["typescript"] = _with_typescript(shown, build, wrong)
    counts["linted"] = _linted(wrong)
    return counts | {"disagreements": wrong}


def _examples() -> Iterator[Shown]:
    for service in description().services:
        for operation in service.operations:
            example = best(operation)
            if example is None:
                raise Failed(f"{service.name}.{operation.name} has no example")
            text = (PAGES / service.name / f"{operation.name}.md").read_text(encoding="utf-8")
            yield Shown(service, operation, example, read(text))


# The site.


def _sites(build: Path, wrong: list[dict[str, str]]) -> dict[str, object]:
    """The site of this package, and that of another one which is far from its description."""
    golden = build / "elsewhere"
    shutil.rmtree(golden, ignore_errors=True)
    spec = ROOT / "tests" / "golden" / "spec"
    package, problems = load_package(spec)
    if package is None:
        raise Failed("\n".join(map(str, problems)))
    write(build_tree(package, spec, ["docs"]), golden / "made" / "here")
    pages = links = 0
    for name, folder in (("site", PAGES), ("far", golden / "made" / "here" / "docs")):
        command([sys.executable, "-m", "codegen.emit.docs.site", folder, build / name], cwd=ROOT)
        found = check(build / name)
        wrong += [{"site": name, "said": each} for each in found.problems]
        pages, links = pages + found.pages, links + found.links
    return {"pages": pages, "links": links}


# Examples.


def _base_urls(shown: Shown, server: Any) -> tuple[str, str]:
    """The base URL that the page has, and the one of the stand-in."""
    base = next(each.base_url for each in shown.service.servers if each.id == shown.example.server)
    return base, server.url(shown.service.name, shown.example.server)


def _with_curl(shown: Shown, server: Any, wrong: list[dict[str, str]]) -> int:
    """Run the command with the stand-in in the place of the server: the answer is the recorded one."""
    base, instead = _base_urls(shown, server)
    words = shlex.split(shown.code("sh").replace(" \\\n", " "))
    at = next(index for index, word in enumerate(words) if word.startswith(("http://", "https://")))
    url, root = words[at], urlsplit(instead)
    if url.startswith(base):
        words[at] = instead + url.removeprefix(base)
    else:  # a program below the host
        words[at] = f"{root.scheme}://{root.netloc}{urlsplit(url).path}"
    # Settings of whoever runs this have no part in it.
    done = subprocess.run([words[0], "-q", *words[1:]], capture_output=True, timeout=60, check=False)
    wanted = recorded(shown.service, shown.example)
    if done.returncode or not _same(shown, done.stdout, wanted):
        said = f"status {done.returncode}, {done.stdout[:200]!r} {done.stderr[:200]!r}"
        wrong.append({"curl": shown.name, "said": said})
    return 1


def _same(shown: Shown, body: bytes, wanted: bytes) -> bool:
    """Whether a body is the recorded one, which answered a call of another id where calls have one."""
    if not isinstance(shown.service.transport, ir.JsonRpc):
        return body == wanted
    return bool(json.loads(body) == {**json.loads(wanted), "id": 1})


def _with_python(shown: list[Shown], server: Any, build: Path, wrong: list[dict[str, str]]) -> int:
    """Run the programs, each with the stand-in as its client's base URL: each ends as the example does."""
    folder = build / "python"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for each in shown:
        _, instead = _base_urls(each, server)
        code, count = re.subn(r"\.Client\([^)]*\)", f".Client(base_url={instead!r})", each.code("python"))
        assert count == 1, each.name
        (folder / f"{each.name}.py").write_text(code, encoding="utf-8")
    ended = json.loads(command([sys.executable, HERE / "examples.py", folder], cwd=ROOT))
    for each in shown:
        wanted = "answer" if each.example.expect in ("answer", "pending") else each.example.expect
        if ended[each.name] != wanted:
            wrong.append({"python": each.name, "said": f"{ended[each.name]} in place of {wanted}"})
    return len(ended)


def _with_typescript(shown: list[Shown], build: Path, wrong: list[dict[str, str]]) -> int:
    """Check the types of the programs against the package, as those find it who have installed it."""
    if not (SCRIPTS / "package.json").is_file():
        raise Failed("generated/typescript has no package that examples could be checked against")
    folder = build / "typescript"
    folder.mkdir(exist_ok=True)
    for each in (HERE / "typescript").iterdir():
        shutil.copyfile(each, folder / each.name)
    command(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], cwd=folder)
    package = folder / "node_modules" / json.loads((SCRIPTS / "package.json").read_bytes())["name"]
    shutil.copytree(SCRIPTS, package)
    compiler = ["node", folder / "node_modules" / "typescript" / "bin" / "tsc", "--pretty", "false"]
    command([*compiler, "--project", package], cwd=folder)
    programs = folder / "programs"
    shutil.rmtree(programs, ignore_errors=True)
    programs.mkdir()
    for each in shown:
        (programs / f"{each.name}.ts").write_text(each.code("ts"), encoding="utf-8")
    try:
        command([*compiler, "--project", folder], cwd=folder)
    except Failed as failure:
        found = [line for line in str(failure).splitlines() if "error TS" in line]
        if not found:
            raise
        wrong += [{"typescript": line} for line in found]
    return len(shown)


# The Markdown.


def _linted(wrong: list[dict[str, str]]) -> int:
    paths = sorted(PAGES.rglob("*.md"))
    options = ["--config", HERE / "pymarkdown.json", "scan", *paths]
    arguments = [sys.executable, "-m", "pymarkdown", *map(str, options)]
    done = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    found = [line for line in done.stdout.splitlines() if PYMARKDOWN.fullmatch(line)]
    if done.returncode and not found:
        raise Failed(f"pymarkdown: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    wrong += [{"markdown": line} for line in found]
    return len(paths)
