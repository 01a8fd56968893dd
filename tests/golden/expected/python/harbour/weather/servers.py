# Generated from spec/weather/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Where the service is offered, and how it is spoken to."""

from astrowire_runtime.servers import ServerConfig, Servers

SERVERS = Servers(
    [
        ServerConfig(
            "north",
            "North",
            "http://north.example.org/cgi-bin/",
            endpoints={"orders": "orders.sh", "reports": "reports"},
            settings={"archive": "arctic"},
        ),
        ServerConfig(
            "south",
            "South",
            "https://south.example.org/weather/",
            endpoints={"reports": "reports.py"},
            settings={"archive": "pampa"},
        ),
    ],
    elsewhere={"east.example.org": "tides", "west.example.org": "tides"},
)
"""The servers by id, in any case."""
