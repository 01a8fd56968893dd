# Generated from spec/crds/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""What the service says no with."""

from astrowire_runtime.envelope import RpcFault


class CrdsFault(RpcFault):
    """The server answered with an error object; its name, code and text say what it refused."""
