# Generated from spec/weather/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Where the service is offered, and how it is spoken to."""

from collections.abc import Mapping

from astrowire_runtime.servers import ServerConfig, Servers

SERVERS = Servers(
    [
        ServerConfig(
            "north",
            "North",
            "http://north.example.org/cgi-bin/",
            endpoints={
                "orders": "orders.sh",
                "pictures": "/sky/pictures",
                "printouts": "printouts",
                "reports": "reports",
            },
            settings={"archive": "arctic", "desk": "D7"},
        ),
        ServerConfig(
            "south",
            "South",
            "https://south.example.org/weather/",
            endpoints={"printouts": "printouts.py", "reports": "reports.py"},
            settings={"archive": "pampa"},
        ),
    ],
    elsewhere={"east.example.org": "tides", "west.example.org": "tides"},
)
"""The servers by id, in any case."""

UNDESCRIBED: Mapping[str, str] = {
    "https://beta.example.org:8080/forecast": "Forecasts; nobody knows what they are asked with.",
    "/cgi-bin/tides": "Tides of the stations at the sea.",
}
"""What the service is known to offer, and of which too little is known to call it: where, and what it is."""
