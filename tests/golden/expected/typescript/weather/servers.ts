// Generated from spec/weather/service.yaml; do not edit.
// Change the spec, then run `make generate`.

import type { Server, Service } from "../runtime/servers.js";

/** The servers by id. */
export const SERVERS = {
  north: {
    id: "north",
    title: "North",
    baseUrl: "http://north.example.org/cgi-bin/",
    endpoints: {
      orders: "orders.sh",
      pictures: "/sky/pictures",
      printouts: "printouts",
      reports: "reports",
    },
    settings: { archive: "arctic", desk: "D7" },
  },
  south: {
    id: "south",
    title: "South",
    baseUrl: "https://south.example.org/weather/",
    endpoints: { printouts: "printouts.py", reports: "reports.py" },
    settings: { archive: "pampa" },
  },
} as const satisfies Record<string, Server>;

/** Weather stations, asked through CGI programs. */
export const WEATHER: Service = {
  name: "weather",
  servers: SERVERS,
  defaultServer: "north",
  environment: { baseUrl: null, server: null },
  elsewhere: { "east.example.org": "tides", "west.example.org": "tides" },
};
