"""What the package makes of a recorded answer, as plain facts to compare and to list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import astrowire
from astrowire import crds, drms

from .reading import Sample


@dataclass(frozen=True)
class Seen:
    """Exactly one of ``result`` and ``error`` is set, unless the result is null."""

    result: Any = None
    error: BaseException | None = None

    @property
    def error_names(self) -> tuple[str, ...]:
        """The names of the error's class and of the classes above it."""
        return tuple(kind.__name__ for kind in type(self.error).__mro__) if self.error else ()


def operation_of(sample: Sample) -> Any:
    """The package's operation value for a sample."""
    operations = drms.OPERATIONS if sample.service == "drms" else crds.OPERATIONS
    return operations[sample.operation or ""]


def decode(sample: Sample) -> Seen:
    """Let the sample's operation decode it; whatever is raised is part of what is seen."""
    response = astrowire.HttpResponse(sample.status, sample.headers, sample.body)
    try:
        return Seen(result=operation_of(sample).decode(response))
    except Exception as error:
        return Seen(error=error)
