// Generated from spec/tides/service.yaml; do not edit.
// Change the spec, then run `make generate`.

import type { Protocol } from "../runtime/envelope.js";
import type { Server, Service } from "../runtime/servers.js";

/** The JSON-RPC dialect of the service. */
export const PROTOCOL: Protocol = {
  version: "1.0",
  path: "rpc/",
  packed: { marker: "tides_packed", payload: "tides_payload" },
  htmlEscaped: true,
};

/** The servers by id. */
export const SERVERS = {
  east: {
    id: "east",
    title: "East",
    baseUrl: "https://east.example.org/",
    endpoints: {},
    settings: {},
  },
  west: {
    id: "west",
    title: "West",
    baseUrl: "https://west.example.org/tides/",
    endpoints: {},
    settings: {},
  },
} as const satisfies Record<string, Server>;

/** Tides of some ports, asked by JSON-RPC. */
export const TIDES: Service = {
  name: "tides",
  servers: SERVERS,
  defaultServer: null,
  environment: { baseUrl: "TIDES_URL", server: "TIDES_COAST" },
  elsewhere: { "north.example.org": "weather", "south.example.org": "weather" },
};
