# Generated from spec/drms/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Where the service is offered, and how it is spoken to."""

from collections.abc import Mapping

from astrowire_runtime.servers import ServerConfig, Servers

SERVERS = Servers(
    [
        ServerConfig(
            "jsoc",
            "JSOC",
            "http://jsoc.stanford.edu/cgi-bin/ajax/",
            endpoints={
                "check_address": "checkAddress.sh",
                "drms_export": "/cgi-bin/drms-export.sh",
                "drms_parserecset": "/cgi-bin/drms_parserecset",
                "jsoc_fetch": "jsoc_fetch",
                "jsoc_info": "jsoc_info",
                "jsoc_userkill": "jsoc_userkill",
                "manage_request": "manage-request.sh",
                "series_info": "/cgi-bin/series_info",
                "show_info": "show_info",
                "show_series": "show_series",
                "show_series_wrapper": "showextseries",
                "web_request_id": "jsoc_WebRequestID",
            },
            settings={"dbhost": "hmidb2"},
        ),
        ServerConfig(
            "jsoc_ext",
            "JSOC, with internal series",
            "http://jsoc.stanford.edu/cgi-bin/ajax/",
            endpoints={
                "check_address": "checkAddress.sh",
                "drms_export": "/cgi-bin/drms-export.sh",
                "drms_parserecset": "/cgi-bin/drms_parserecset",
                "jsoc_fetch": "jsocextfetch",
                "jsoc_info": "jsocextinfo",
                "jsoc_userkill": "jsoc_userkill",
                "manage_request": "manage-request.sh",
                "series_info": "/cgi-bin/series_info",
                "show_info": "showextinfo",
                "show_series": "show_series",
                "show_series_wrapper": "showextseries",
                "web_request_id": "jsoc_WebRequestID",
            },
            settings={"dbhost": "hmidb2", "wrapper_dbhost": "hmidb2"},
        ),
        ServerConfig(
            "jsoc_internal",
            "JSOC, internal",
            "http://jsoc2.stanford.edu/cgi-bin/ajax/",
            endpoints={
                "jsoc_fetch": "jsoc_fetch",
                "jsoc_info": "jsoc_info",
                "show_info": "show_info",
                "show_series": "show_series",
                "show_series_wrapper": "showintseries",
            },
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

UNDESCRIBED: Mapping[str, str] = {
    "http://solarweb2.stanford.edu:8080/export/address-registration": "The newer web application, address-registration; JSON with statuses 0, 1, 2, 6, 12, 20 and errors 3, 4, 5, 7, 25, 101 and more.",
    "http://solarweb2.stanford.edu:8080/export/series-server": "The newer web application, series-server; JSON with statuses 0, 1, 2, 6, 12, 20 and errors 3, 4, 5, 7, 25, 101 and more.",
    "http://solarweb2.stanford.edu:8080/export/series-list": "The newer web application, series-list; JSON with statuses 0, 1, 2, 6, 12, 20 and errors 3, 4, 5, 7, 25, 101 and more.",
    "http://solarweb2.stanford.edu:8080/export/record-set": "The newer web application, record-set; JSON with statuses 0, 1, 2, 6, 12, 20 and errors 3, 4, 5, 7, 25, 101 and more.",
    "http://solarweb2.stanford.edu:8080/export/record-set-table": "The newer web application, record-set-table; JSON with statuses 0, 1, 2, 6, 12, 20 and errors 3, 4, 5, 7, 25, 101 and more.",
    "http://solarweb2.stanford.edu:8080/export/series": "The newer web application, series; JSON with statuses 0, 1, 2, 6, 12, 20 and errors 3, 4, 5, 7, 25, 101 and more.",
    "http://solarweb2.stanford.edu:8080/export/new-premium-request": "The newer web application, new-premium-request; JSON with statuses 0, 1, 2, 6, 12, 20 and errors 3, 4, 5, 7, 25, 101 and more.",
    "http://solarweb2.stanford.edu:8080/export/new-mini-request": "The newer web application, new-mini-request; JSON with statuses 0, 1, 2, 6, 12, 20 and errors 3, 4, 5, 7, 25, 101 and more.",
    "http://solarweb2.stanford.edu:8080/export/new-streamed-request": "The newer web application, new-streamed-request; JSON with statuses 0, 1, 2, 6, 12, 20 and errors 3, 4, 5, 7, 25, 101 and more.",
    "http://solarweb2.stanford.edu:8080/export/pending-request": "The newer web application, pending-request; JSON with statuses 0, 1, 2, 6, 12, 20 and errors 3, 4, 5, 7, 25, 101 and more.",
    "http://solarweb2.stanford.edu:8080/export/pending-request-status": "The newer web application, pending-request-status; JSON with statuses 0, 1, 2, 6, 12, 20 and errors 3, 4, 5, 7, 25, 101 and more.",
    "http://solarweb2.stanford.edu:8080/export/legacy/checkAddress.sh": "The newer web application in place of checkAddress.sh.",
    "http://solarweb2.stanford.edu:8080/export/legacy/jsoc_fetch": "The newer web application in place of jsoc_fetch.",
    "http://solarweb2.stanford.edu:8080/export/legacy/jsoc_info": "The newer web application in place of jsoc_info.",
    "http://solarweb2.stanford.edu:8080/export/legacy/show_info": "The newer web application in place of show_info.",
    "http://solarweb2.stanford.edu:8080/export/legacy/show_series": "The newer web application in place of show_series.",
    "http://solarweb2.stanford.edu:8080/export/legacy/showextseries": "The newer web application in place of showextseries.",
    "http://jsoc.stanford.edu/cgi-bin/ajax/jsoc_info_jsoc2": "The name under which the export page reads internal series; told of color tables and NOAA regions only.",
}
"""What the service is known to offer, and of which too little is known to call it: where, and what it is."""
