"""Where cases are tried: temporary folders, the command line, and what was generated once for many."""

from __future__ import annotations

import io
import itertools
import json
import re
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codegen.cli import main
from codegen.rules import RULES
from tests.functional.making import RUNTIME, python

from .made import Made, differing, make
from .oracles import read
from .texts import TEXTS

if TYPE_CHECKING:
    from .cases import Case

PATIENCE = 120
AUDIT = Path(__file__).with_name("audit.py")
PROBLEM = re.compile(r"(.+?):([0-9]+): (/.*?): ([a-z-]+): (.+)\Z")
COUNT = re.compile(r"codegen: ([0-9]+) problems? in .*; nothing was written\n\Z")


@dataclass(frozen=True)
class Said:
    """What the command line said, and how it ended."""

    status: int
    out: list[str]
    err: str


def refusal(said: Said, spec: Path) -> str:
    """``refused: `` and the rules, where every line names file, line and rule, and the end says how many."""
    assert said.status == 1, said
    problems = [PROBLEM.match(line) for line in said.out]
    assert problems, said
    assert all(problems), said.out
    assert all(each and each[1].startswith(f"{spec.as_posix()}/") for each in problems), said.out
    rules = {each[4] for each in problems if each}
    assert rules <= RULES.keys(), said.out
    counted = COUNT.match(said.err)
    assert counted, said.err
    assert int(counted[1]) == len(problems)
    return f"refused: {', '.join(sorted(rules))}"


class Lab:
    """One place for all cases of a run.

    Parameters
    ----------
    home
        An empty folder.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        self._numbers = itertools.count(1)
        self._made: dict[str | None, Made] = {}
        self._tried: dict[str, str] = {}
        self._differing: dict[str, list[str]] = {}

    def tried(self, case: Case) -> str:
        """The outcome of a case, which is tried once."""
        if case.id not in self._tried:
            with bounded():
                self._tried[case.id] = case.run(self)
        return self._tried[case.id]

    def folder(self) -> Path:
        """A new, empty folder."""
        found = self.home / f"case-{next(self._numbers)}"
        found.mkdir()
        return found

    # The description with texts in all places.

    def made(self, name: str | None) -> Made:
        """What becomes of one of ``TEXTS``; of harmless words if it is ``None``."""
        if name not in self._made:
            folder = self._home_of(name)
            folder.mkdir(parents=True)
            self._made[name] = make(folder, None if name is None else TEXTS[name])
        return self._made[name]

    def differing(self, name: str) -> list[str]:
        """The files that differ from the harmless ones in more than the text."""
        if name not in self._differing:
            self._differing[name] = differing(self.made(None), self.made(name))
        return self._differing[name]

    def _home_of(self, name: str | None) -> Path:
        return self.home / "texts" / (name or "harmless").replace(" ", "_")

    @cached_property
    def _imports(self) -> dict[str, Any]:
        folders = [self._home_of(name) / "out" / "python" for name in TEXTS if self.made(name)]
        return audited(self.home, *folders)

    def imports(self, name: str) -> list[str]:
        """What importing all modules with a text did that an import must not do."""
        folder = str((self._home_of(name) / "out" / "python").resolve())
        found: list[str] = self._imports["seen"][folder]
        return found

    @property
    def imported(self) -> int:
        """The number of modules that were imported."""
        return int(self._imports["modules"])

    # Descriptions of a few files.

    def generate(self, spec: Path, out: Path, *more: str) -> Said:
        """``python -m codegen generate`` in this process."""
        return self.command("generate", "--spec", str(spec), "--out", str(out), *more)

    def command(self, *arguments: str) -> Said:
        """Any command, in this process: what is not caught there is not caught here."""
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            status = main(arguments)
        return Said(status, out.getvalue().split("\n")[:-1], err.getvalue())

    def store(self, files: Mapping[str, str | bytes], folder: Path | None = None) -> Path:
        """Write a description; returns its folder."""
        spec = folder if folder is not None else self.folder() / "spec"
        for path, content in files.items():
            place = spec / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return spec

    def outcome(self, files: Mapping[str, str | bytes]) -> str:
        """``data``, or ``refused: `` and the rules."""
        return self.verdict(self.store(files))

    def verdict(self, spec: Path) -> str:
        """The same for a description that is written already."""
        out = spec.parent / "out"
        said = self.generate(spec, out)
        if said.status:
            assert not out.exists()
            assert [each.name for each in spec.parent.iterdir()] == [spec.name]
            return refusal(said, spec)
        assert said.err == ""
        check_output(out)
        return "data"


@contextmanager
def bounded() -> Iterator[None]:
    """Turns what would never end into a failure."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"not done after {PATIENCE} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def check_output(out: Path) -> None:
    """Every generated file is what its language wants it to be."""
    paths = [each for each in out.rglob("*") if each.is_file()]
    assert len(paths) > 10
    for path in paths:
        read(path.relative_to(out).as_posix(), path.read_bytes())


def audited(home: Path, *folders: Path) -> dict[str, Any]:
    """Import everything in folders under the audit hook, in a process of its own."""
    done = python("-I", AUDIT, RUNTIME, *folders, cwd=home)
    assert (done.status, done.err) == (0, "")
    found: dict[str, Any] = json.loads(done.out[-1])
    return found
