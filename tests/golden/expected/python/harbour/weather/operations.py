# Generated from spec/weather/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Every operation of the service, by name."""

from typing import Any

from astrowire_runtime.operation import CgiOperation

from . import observations, order, stations

OPERATIONS: dict[str, CgiOperation[Any]] = {
    "observations": observations.OPERATION,
    "order": order.OPERATION,
    "stations": stations.OPERATION,
}
"""The operations without I/O: each encodes, decodes and validates."""
