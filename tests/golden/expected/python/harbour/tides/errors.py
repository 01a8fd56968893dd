# Generated from spec/tides/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""What the service says no with."""

from astrowire_runtime.envelope import RpcFault


class TideFault(RpcFault):
    """The server refused a call.

    Source: server.
    """
