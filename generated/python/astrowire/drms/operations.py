# Generated from spec/drms/service.yaml; do not edit.
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
        "cancel_request",
        "check_address",
        "drms_export",
        "drms_parserecset",
        "exp_repeat",
        "exp_request",
        "exp_status",
        "exp_su",
        "exp_su_status",
        "jsoc_userkill",
        "manage_request",
        "register_address",
        "rs_list",
        "rs_records",
        "rs_summary",
        "series_info",
        "series_struct",
        "show_info",
        "show_series",
        "show_series_wrapper",
        "web_request_id",
    ),
)
"""The operations without I/O: each encodes, decodes and validates. One loads when it is looked up."""
