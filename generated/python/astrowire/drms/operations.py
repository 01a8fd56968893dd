# Generated from spec/drms/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Every operation of the service, by name."""

from typing import Any

from astrowire_runtime.operation import CgiOperation

from . import (
    check_address,
    exp_request,
    exp_status,
    rs_list,
    rs_summary,
    series_struct,
    show_series,
    show_series_wrapper,
)

OPERATIONS: dict[str, CgiOperation[Any]] = {
    "check_address": check_address.OPERATION,
    "exp_request": exp_request.OPERATION,
    "exp_status": exp_status.OPERATION,
    "rs_list": rs_list.OPERATION,
    "rs_summary": rs_summary.OPERATION,
    "series_struct": series_struct.OPERATION,
    "show_series": show_series.OPERATION,
    "show_series_wrapper": show_series_wrapper.OPERATION,
}
"""The operations without I/O: each encodes, decodes and validates."""
