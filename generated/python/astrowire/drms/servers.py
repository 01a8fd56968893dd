# Generated from spec/drms/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Where the service is offered, and how it is spoken to."""

from astrowire_runtime.servers import ServerConfig, Servers

SERVERS = Servers(
    [
        ServerConfig(
            "jsoc",
            "JSOC",
            "http://jsoc.stanford.edu/cgi-bin/ajax/",
            endpoints={
                "check_address": "checkAddress.sh",
                "jsoc_fetch": "jsoc_fetch",
                "jsoc_info": "jsoc_info",
                "show_series": "show_series",
                "show_series_wrapper": "showextseries",
            },
            settings={"dbhost": "hmidb2"},
        ),
        ServerConfig(
            "kis",
            "KIS",
            "http://drms.leibniz-kis.de/cgi-bin/",
            endpoints={"jsoc_info": "jsoc_info", "show_series": "show_series"},
        ),
    ],
    elsewhere={"hst-crds.stsci.edu": "crds", "jwst-crds.stsci.edu": "crds", "roman-crds.stsci.edu": "crds"},
)
"""The servers by id, in any case."""
