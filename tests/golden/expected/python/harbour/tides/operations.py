# Generated from spec/tides/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Every operation of the service, by name."""

from typing import Any

from astrowire_runtime.operation import RpcOperation

from . import heights, levels, predictions, report

OPERATIONS: dict[str, RpcOperation[Any]] = {
    "heights": heights.OPERATION,
    "levels": levels.OPERATION,
    "predictions": predictions.OPERATION,
    "report": report.OPERATION,
}
"""The operations without I/O: each encodes, decodes and validates."""
