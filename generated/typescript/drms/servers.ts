// Generated from spec/drms/service.yaml; do not edit.
// Change the spec, then run `make generate`.

import type { Server, Service } from "../runtime/servers.js";

/** The servers by id. */
export const SERVERS = {
  jsoc: {
    id: "jsoc",
    title: "JSOC",
    baseUrl: "http://jsoc.stanford.edu/cgi-bin/ajax/",
    endpoints: {
      check_address: "checkAddress.sh",
      drms_export: "/cgi-bin/drms-export.sh",
      drms_parserecset: "/cgi-bin/drms_parserecset",
      jsoc_fetch: "jsoc_fetch",
      jsoc_info: "jsoc_info",
      jsoc_userkill: "jsoc_userkill",
      manage_request: "manage-request.sh",
      series_info: "/cgi-bin/series_info",
      show_info: "show_info",
      show_series: "show_series",
      show_series_wrapper: "showextseries",
      web_request_id: "jsoc_WebRequestID",
    },
    settings: { dbhost: "hmidb2" },
  },
  jsoc_ext: {
    id: "jsoc_ext",
    title: "JSOC, with internal series",
    baseUrl: "http://jsoc.stanford.edu/cgi-bin/ajax/",
    endpoints: {
      check_address: "checkAddress.sh",
      drms_export: "/cgi-bin/drms-export.sh",
      drms_parserecset: "/cgi-bin/drms_parserecset",
      jsoc_fetch: "jsocextfetch",
      jsoc_info: "jsocextinfo",
      jsoc_userkill: "jsoc_userkill",
      manage_request: "manage-request.sh",
      series_info: "/cgi-bin/series_info",
      show_info: "showextinfo",
      show_series: "show_series",
      show_series_wrapper: "showextseries",
      web_request_id: "jsoc_WebRequestID",
    },
    settings: { dbhost: "hmidb2", wrapper_dbhost: "hmidb2" },
  },
  jsoc_internal: {
    id: "jsoc_internal",
    title: "JSOC, internal",
    baseUrl: "http://jsoc2.stanford.edu/cgi-bin/ajax/",
    endpoints: {
      jsoc_fetch: "jsoc_fetch",
      jsoc_info: "jsoc_info",
      show_info: "show_info",
      show_series: "show_series",
      show_series_wrapper: "showintseries",
    },
    settings: {},
  },
  kis: {
    id: "kis",
    title: "KIS",
    baseUrl: "http://drms.leibniz-kis.de/cgi-bin/",
    endpoints: { jsoc_info: "jsoc_info", show_series: "show_series" },
    settings: {},
  },
} as const satisfies Record<string, Server>;

/** The CGIs of the JSOC and NetDRMS solar data servers. */
export const DRMS: Service = {
  name: "drms",
  servers: SERVERS,
  defaultServer: "jsoc",
  environment: { baseUrl: null, server: null },
  elsewhere: {
    "hst-crds.stsci.edu": "crds",
    "jwst-crds.stsci.edu": "crds",
    "roman-crds.stsci.edu": "crds",
  },
};
