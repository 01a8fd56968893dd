# Generated from spec/tides/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Where the service is offered, and how it is spoken to."""

from astrowire_runtime.envelope import Protocol
from astrowire_runtime.servers import ServerConfig, Servers

SERVERS = Servers(
    [
        ServerConfig(
            "east",
            "East",
            "https://east.example.org/",
        ),
        ServerConfig(
            "west",
            "West",
            "https://west.example.org/tides/",
        ),
    ],
    elsewhere={"north.example.org": "weather", "south.example.org": "weather"},
)
"""The servers by id, in any case."""

PROTOCOL = Protocol(
    version="1.0", path="rpc/", marker="tides_packed", payload="tides_payload", html_escaped=True
)
"""The JSON-RPC dialect of the service."""
