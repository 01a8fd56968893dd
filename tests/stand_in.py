"""The stand-in server, filled with the examples of the descriptions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from astrowire_runtime.testing import Recording, StandIn
from codegen import ir
from codegen.resolve import load_package

SPEC = Path(__file__).resolve().parent.parent / "spec"


def description(spec: Path = SPEC) -> ir.Package:
    """The description, which must have no problem."""
    package, problems = load_package(spec)
    if package is None:
        raise SystemExit("\n".join(map(str, problems)))
    return package


def recorded(service: ir.Service, example: ir.Example) -> bytes:
    """The bytes of an example's answer."""
    return (SPEC / service.name / (example.answer or "")).read_bytes()


def recordings(package: ir.Package) -> Iterator[Recording]:
    """Every example with an answer, as the stand-in takes them."""
    for service in package.services:
        for operation in service.operations:
            for example in operation.examples:
                if example.answer is not None:
                    yield Recording(
                        service=service.name,
                        operation=operation.name,
                        arguments=dict(example.arguments),
                        status=example.status,
                        content_type=example.content_type,
                        body=recorded(service, example),
                        name=example.name,
                        server=example.server if service.default_server is None else "",
                    )


def stand_in(package: ir.Package, *, any_origin: bool = False) -> StandIn:
    """A server that answers with the examples; a context manager. ``any_origin``: pages may ask it, too."""
    return StandIn(list(recordings(package)), any_origin=any_origin)
