"""The hand-written package that generated code stands on, as a folder: looked at, never imported."""

from __future__ import annotations

import ast
from pathlib import Path

from codegen import ir
from codegen.naming import ClassName

RUNTIME = "astrowire_runtime"
RUNTIME_FOLDER = Path(__file__).resolve().parents[2] / "runtime" / RUNTIME


def public_names(service: str) -> tuple[str, ...]:
    """The names that users find in the package of a service because the runtime has them: its ``__all__``."""
    path = RUNTIME_FOLDER / service / "__init__.py"
    if not path.is_file():
        return ()
    for statement in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "__all__":
            return tuple(ast.literal_eval(statement.value))
    return ()


def language_class(service: str, language: ir.Language | None) -> str | None:
    """The class of the runtime for what is written in a language, where the service has one."""
    name = str(ClassName.of(language.name)) if language is not None else None
    return name if name in public_names(service) else None


def has_methods(service: str) -> bool:
    """Whether the runtime has methods of its own for the client of a service."""
    return (RUNTIME_FOLDER / service / "client.py").is_file()


def face_functions(service: str) -> tuple[str, ...]:
    """The functions that the runtime has for a service's face of functions, where it has a face of its own.

    They are the public methods of its class; one that has the name of an operation stands in its place.
    """
    path = RUNTIME_FOLDER / service / "face.py"
    if not path.is_file():
        return ()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    face = next(each for each in tree.body if isinstance(each, ast.ClassDef) and each.name == "ServiceFace")
    methods = (each.name for each in face.body if isinstance(each, ast.FunctionDef))
    return tuple(sorted(name for name in methods if not name.startswith("_") and name != "client"))
