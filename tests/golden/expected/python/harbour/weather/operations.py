# Generated from spec/weather/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Every operation of the service, by name."""

from __future__ import annotations

from astrowire_runtime.lazy import Operations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from astrowire_runtime.cgi import CgiOperation

OPERATIONS: Mapping[str, CgiOperation[Any]] = Operations(
    __name__.rpartition(".")[0],
    (
        "observations",
        "order",
        "picture",
        "printout",
        "readings",
        "retire",
        "sensors",
        "stations",
        "ticket",
    ),
)
"""The operations without I/O: each encodes, decodes and validates. One loads when it is looked up."""
