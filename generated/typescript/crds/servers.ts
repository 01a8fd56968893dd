// Generated from spec/crds/service.yaml; do not edit.
// Change the spec, then run `make generate`.

import type { Protocol } from "../runtime/envelope.js";
import type { Server, Service } from "../runtime/servers.js";

/** The JSON-RPC dialect of the service. */
export const PROTOCOL: Protocol = {
  version: "1.0",
  path: "json/",
  packed: { marker: "crds_encoded", payload: "crds_payload" },
  htmlEscaped: true,
};

/** The servers by id. */
export const SERVERS = {
  hst: {
    id: "hst",
    title: "HST",
    baseUrl: "https://hst-crds.stsci.edu/",
    endpoints: {},
    settings: {},
  },
  jwst: {
    id: "jwst",
    title: "JWST",
    baseUrl: "https://jwst-crds.stsci.edu/",
    endpoints: {},
    settings: {},
  },
  roman: {
    id: "roman",
    title: "Roman",
    baseUrl: "https://roman-crds.stsci.edu/",
    endpoints: {},
    settings: {},
  },
} as const satisfies Record<string, Server>;

/** The JSON-RPC services of the HST, JWST and Roman calibration reference servers. */
export const CRDS: Service = {
  name: "crds",
  servers: SERVERS,
  defaultServer: null,
  environment: { baseUrl: "CRDS_SERVER_URL", server: "CRDS_OBSERVATORY" },
  elsewhere: {
    "drms.leibniz-kis.de": "drms",
    "jsoc.stanford.edu": "drms",
    "jsoc2.stanford.edu": "drms",
  },
};
