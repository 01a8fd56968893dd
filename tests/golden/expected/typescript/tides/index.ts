// Generated from spec/tides/service.yaml; do not edit.
// Change the spec, then run `make generate`.

/** Tides of some ports, asked by JSON-RPC. */

export { Client } from "./client.js";
export * from "./errors.js";
export { OPERATIONS } from "./operations.js";
export * from "./servers.js";
export * from "./types.js";
export * from "./chart.js";
export * from "./heights.js";
export * from "./levels.js";
export * from "./notices.js";
export * from "./predictions.js";
export * from "./report.js";
