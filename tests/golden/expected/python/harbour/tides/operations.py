# Generated from spec/tides/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Every operation of the service, by name."""

from __future__ import annotations

from astrowire_runtime.lazy import Operations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from astrowire_runtime.rpc import RpcOperation

OPERATIONS: Mapping[str, RpcOperation[Any]] = Operations(
    __name__.rpartition(".")[0],
    (
        "chart",
        "heights",
        "levels",
        "notices",
        "predictions",
        "report",
    ),
    removed={
        "heights_by_name": "removed, 2020. Heights of one bridge. Use heights.",
        "moon": "removed, 2019. Phase of the moon.",
    },
)
"""The operations without I/O: each encodes, decodes and validates. One loads when it is looked up."""
