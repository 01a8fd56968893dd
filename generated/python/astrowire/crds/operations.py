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
        "file_exists",
        "get_affected_datasets",
        "get_aui_best_references",
        "get_best_references",
        "get_best_references_by_header_map",
        "get_best_references_by_ids",
        "get_build_context",
        "get_context_by_date",
        "get_context_history",
        "get_dataset_headers_by_id",
        "get_dataset_ids",
        "get_default_context",
        "get_delivery_status",
        "get_file_info",
        "get_file_info_map",
        "get_mapping_names",
        "get_mapping_url",
        "get_reference_names",
        "get_reference_url",
        "get_remote_context",
        "get_required_parkeys",
        "get_server_info",
        "get_sqlite_db",
        "get_submission_info",
        "get_system_versions",
        "get_url",
        "jpoll_abort",
        "jpoll_pull_messages",
        "list_mappings",
        "list_references",
        "push_remote_context",
        "system_describe",
    ),
    removed={
        "get_best_refs": "removed, about 2011. Best references under an older name. Use get_best_references.",
        "get_dataset_headers_by_instrument": "removed, April 2014. Headers of all datasets of an instrument. Use get_dataset_headers_by_id.",
        "get_file_chunk": "removed, November 2016, when files were fetched by HTTP alone. One block of a file.",
        "get_info_map": "removed, May 2013. File information under an older name. Use get_file_info_map.",
        "get_mapping_data": "removed, September 2012. The text of a mapping; parameters were context and file.",
        "get_reference_data": "removed, September 2012. A reference file in base64; parameters were context and file.",
        "jpoll_cancel": "removed, April 2016. Stopping of work under an older name. Use jpoll_abort.",
        "push_context": "removed, August 2015. Pushing of a context under an older name. Use push_remote_context.",
    },
)
"""The operations without I/O: each encodes, decodes and validates. One loads when it is looked up."""
