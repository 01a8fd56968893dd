"""Joins the files of a description to one ``ir.Package``, and reports everything that is wrong.

``load_package`` is all that the rest of the generator calls.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from codegen import ir
from codegen.document import check
from codegen.load import Document, load_file
from codegen.naming import PackageName
from codegen.problems import Place, Problem, Problems
from codegen.resolve.corrections import check_corrections, corrections
from codegen.resolve.examples import is_outside
from codegen.resolve.node import Node
from codegen.resolve.recordings import check_recordings, recordings
from codegen.resolve.scope import Scope
from codegen.resolve.services import Folder, service

__all__ = ["load_package"]

MAIN, CORRECTIONS, RECORDINGS = "package.yaml", "corrections.yaml", "recordings.yaml"


def load_package(spec: Path) -> tuple[ir.Package | None, list[Problem]]:
    """Read a description; the package is ``None`` when there is any problem."""
    problems = Problems()
    package = _Reader(spec, problems).package()
    return (None if len(problems) else package), problems.sorted()


class _Reader:
    """Reads the files of one folder; names in messages start as the user wrote the folder."""

    def __init__(self, spec: Path, problems: Problems) -> None:
        self._spec = spec
        self._problems = problems
        self._seen: list[Folder] = []

    def _shown(self, path: Path) -> str:
        return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")

    def _read(self, path: Path, kind: str) -> Document:
        if is_outside(path, self._spec):
            message = "a link leads out of the folder of the description; put the file itself there"
            self._report(path, "file-outside", message)
            return Document(self._shown(path), None, {}, readable=False)
        document = load_file(path, self._shown(path), self._problems)
        if document.readable:
            check(document, kind, self._problems)
        return document

    def package(self) -> ir.Package:
        file = self._spec / MAIN
        self._check_strays()
        if not os.path.lexists(file):
            message = f"there is no {self._shown(file)}; a description starts with one"
            self._problems.report(Place(self._shown(file), {}), "file-missing", message)
            document = Document(self._shown(file), None, {}, readable=False)
        else:
            document = self._read(file, "package")
        node = Node(document.data, document.place)
        scope = Scope(self._problems, complete=False)
        if node.text("package"):
            scope.module_name(node["package"], node.word("package"), PackageName)
        corrections_node, found = self._corrections()
        recorded = self._recordings()
        services = tuple(service(folder, self._problems, found) for folder in self._folders())
        self._check_errors(services)
        if all(folder.readable for folder in self._seen):
            if found is not None:
                check_corrections(self._problems, corrections_node, services)
            check_recordings(self._problems, recorded, services)
        return ir.Package(
            name=node.word("package"),
            version=node.word("version"),
            note=scope.note(node),
            services=services,
            corrections=found or (),
            recordings=recordings(recorded),
            license=node.text("license"),
        )

    def _check_errors(self, services: tuple[ir.Service, ...]) -> None:
        """The package offers the error classes of all services by their names."""
        whose: dict[str, str] = {}
        for folder, each in zip(self._seen, services, strict=True):
            for error in each.errors:
                other = whose.setdefault(error.name, each.name)
                if other != each.name:
                    message = (
                        f'the service {other} has an error class "{error.name}" too; choose another name'
                    )
                    self._problems.report(
                        folder.service.place / "errors" / error.name, "error-collides", message
                    )

    def _folders(self) -> Iterator[Folder]:
        for path in sorted(each for each in _children(self._spec) if each.is_dir()):
            files = [each for each in _children(path) if _is_yaml(each)]
            if not files:
                continue
            self._seen.append(self._folder(path, sorted(files)))
            yield self._seen[-1]

    def _folder(self, path: Path, files: list[Path]) -> Folder:
        main = path / "service.yaml"
        types = path / "types.yaml"
        for file in files:
            if file.suffix != ".yaml":
                self._report(file, "file-name", "files of a description end in .yaml")
        if main in files:
            frame = self._read(main, "service")
        else:
            self._report(main, "file-missing", "a folder with descriptions needs a service.yaml")
            frame = Document(self._shown(main), None, {}, readable=False)
        shared = self._read(types, "types") if types in files else None
        others = [each for each in files if each not in (main, types) and each.suffix == ".yaml"]
        return Folder(
            path, frame, shared, tuple((each.stem, self._read(each, "operation")) for each in others)
        )

    def _check_strays(self) -> None:
        """Files that look as if they belonged to the description, where nothing reads them."""
        places = [
            (self._spec, (MAIN, CORRECTIONS, RECORDINGS)),
            *((each, ()) for each in _folders_below(self._spec)),
        ]
        for folder, read in places:
            for file in _children(folder):
                if _is_yaml(file) and file.name not in read:
                    self._report(file, "file-name", "nothing reads a file of this name here")

    def _report(self, file: Path, rule: str, message: str) -> None:
        self._problems.report(Place(self._shown(file), {}), rule, message)

    def _corrections(self) -> tuple[Node, tuple[ir.Correction, ...] | None]:
        """The corrections and where they stand; ``None`` when their file cannot be read."""
        document = self._optional(CORRECTIONS, "corrections")
        node = Node(document.data, document.place)["corrections"]
        return node, corrections(self._problems, node) if document.readable else None

    def _recordings(self) -> Node:
        document = self._optional(RECORDINGS, "recordings")
        return Node(document.data, document.place)["recordings"]

    def _optional(self, name: str, kind: str) -> Document:
        """A file beside the main one that need not be there: then it says nothing."""
        file = self._spec / name
        if not os.path.lexists(file):
            return Document(self._shown(file), None, {})
        return self._read(file, kind)


def _is_yaml(path: Path) -> bool:
    return path.suffix.lower() in (".yaml", ".yml")


def _folders_below(spec: Path) -> list[Path]:
    """The folders inside those of services."""
    services = [each for each in _children(spec) if each.is_dir()]
    return [each for service in services for each in _children(service) if each.is_dir()]


def _children(folder: Path) -> list[Path]:
    """What is in a folder; nothing where it cannot be listed."""
    try:
        return [folder / name for name in os.listdir(folder) if not name.startswith(".")]
    except OSError:
        return []
