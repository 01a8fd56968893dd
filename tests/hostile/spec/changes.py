"""Small changes of a good description, for cases about one place of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from tests.functional.descriptions import BASE, changed

from .cases import Run
from .lab import Lab

PING = "svc/ping.yaml"
SERVICE = "svc/service.yaml"
MEMBER = "text: {type: string, summary: What"
"""The member of the answer that cases replace."""


def change(file: str, old: str, new: str, base: Mapping[str, str] = BASE) -> Run:
    """A case of one text of one file replaced."""
    return files(changed(file, old, new, base))


def files(description: Mapping[str, str | bytes]) -> Run:
    """A case of a whole description."""
    return partial(Lab.outcome, files=description)


def member(name: str) -> Run:
    """A case of a member of an answer with this name, as YAML."""
    return change(PING, "      size: {type", f"      {name}: {{type")


def shape(text: str) -> Run:
    """A case of a member with this shape."""
    return change(PING, MEMBER, f"text: {{{text}, summary: What")


def parameter(name: str) -> Run:
    """A case of a parameter with this name, as YAML."""
    description = dict(BASE)
    description[PING] = (
        BASE[PING].replace("  name: {", f"  {name}: {{").replace("argument: name}", f"argument: {name}}}")
    )
    return files(description)


def operation(name: str) -> Run:
    """A case of an operation with this name, in a file of this name."""
    description = dict(BASE)
    text = description.pop(PING)
    description[f"svc/{name}.yaml"] = text.replace("operation: ping", f"operation: {name}")
    return files(description)


def service(name: str) -> Run:
    """A case of a service with this name, in a folder of this name."""
    description = {path.replace("svc/", f"{name}/"): text for path, text in BASE.items()}
    frame = f"{name}/service.yaml"
    description[frame] = description[frame].replace("service: svc", f"service: {name}")
    return files(description)


def package(name: str) -> Run:
    """A case of a package with this name, as YAML."""
    return change("package.yaml", "package: demo", f"package: {name}")


def face(style: str, name: str) -> Run:
    """A case of a face with this name."""
    return change(SERVICE, "errors:\n", f"face: {{style: {style}, name: {name}, summary: F.}}\nerrors:\n")


def named(name: str) -> Run:
    """A case of a type with this name."""
    description = changed(PING, "{ref: Pong}", f"{{ref: {name}}}")
    description[PING] = description[PING].replace("  Pong:\n", f"  {name}:\n")
    return files(description)


def types(text: str, use: str = "ref: T0") -> dict[str, str]:
    """The description with more types, the first of them in use."""
    description = changed(PING, MEMBER, f"text: {{{use}, summary: What")
    description[PING] += text
    return description
