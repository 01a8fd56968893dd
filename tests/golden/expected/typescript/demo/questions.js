// Generated from spec/package.yaml; do not edit.
// Change the spec, then run `make generate`.

/** What can be asked. */
export const QUESTIONS = [
  {
    service: "tides",
    operation: "levels",
    method: "levels",
    server: "east",
    baseUrl: "https://east.example.org/",
    args: { ports: ["EAST:BUOY"] },
  },
  {
    service: "weather",
    operation: "observations",
    method: "observations",
    server: "north",
    baseUrl: "http://north.example.org/cgi-bin/",
    args: { station: "abc01", fields: ["time", "T_AIR"], last: 2 },
  },
  {
    service: "weather",
    operation: "readings",
    method: "readings",
    server: "north",
    baseUrl: "http://north.example.org/cgi-bin/",
    args: { station: "abc01" },
  },
];
