# Generated from spec/crds/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Every operation of the service, by name."""

from typing import Any

from astrowire_runtime.operation import RpcOperation

from . import (
    get_aui_best_references,
    get_best_references,
    get_best_references_by_header_map,
    get_context_history,
    get_dataset_headers_by_id,
    get_dataset_ids,
    get_default_context,
    get_file_info,
    get_file_info_map,
    get_remote_context,
    get_required_parkeys,
    get_system_versions,
)

OPERATIONS: dict[str, RpcOperation[Any]] = {
    "get_aui_best_references": get_aui_best_references.OPERATION,
    "get_best_references": get_best_references.OPERATION,
    "get_best_references_by_header_map": get_best_references_by_header_map.OPERATION,
    "get_context_history": get_context_history.OPERATION,
    "get_dataset_headers_by_id": get_dataset_headers_by_id.OPERATION,
    "get_dataset_ids": get_dataset_ids.OPERATION,
    "get_default_context": get_default_context.OPERATION,
    "get_file_info": get_file_info.OPERATION,
    "get_file_info_map": get_file_info_map.OPERATION,
    "get_remote_context": get_remote_context.OPERATION,
    "get_required_parkeys": get_required_parkeys.OPERATION,
    "get_system_versions": get_system_versions.OPERATION,
}
"""The operations without I/O: each encodes, decodes and validates."""
