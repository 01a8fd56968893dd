# Generated from spec/crds/service.yaml; do not edit.
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
        "get_aui_best_references",
        "get_best_references",
        "get_best_references_by_header_map",
        "get_context_history",
        "get_dataset_headers_by_id",
        "get_dataset_ids",
        "get_default_context",
        "get_file_info",
        "get_file_info_map",
        "get_remote_context",
        "get_required_parkeys",
        "get_system_versions",
    ),
)
"""The operations without I/O: each encodes, decodes and validates. One loads when it is looked up."""
