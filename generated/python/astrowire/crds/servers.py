# Generated from spec/crds/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Where the service is offered, and how it is spoken to."""

from astrowire_runtime.envelope import Protocol
from astrowire_runtime.servers import ServerConfig, Servers

SERVERS = Servers(
    [
        ServerConfig(
            "hst",
            "HST",
            "https://hst-crds.stsci.edu/",
        ),
        ServerConfig(
            "jwst",
            "JWST",
            "https://jwst-crds.stsci.edu/",
        ),
        ServerConfig(
            "roman",
            "Roman",
            "https://roman-crds.stsci.edu/",
        ),
    ],
    elsewhere={"drms.leibniz-kis.de": "drms", "jsoc.stanford.edu": "drms", "jsoc2.stanford.edu": "drms"},
)
"""The servers by id, in any case."""

PROTOCOL = Protocol(
    version="1.0", path="json/", marker="crds_encoded", payload="crds_payload", html_escaped=True
)
"""The JSON-RPC dialect of the service."""
