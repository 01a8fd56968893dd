// Generated from spec/weather/service.yaml; do not edit.
// Change the spec, then run `make generate`.

/**
 * Weather stations, asked through CGI programs.
 *
 * Errors come inside HTTP 200.
 */

export { Client } from "./client.js";
export * from "./errors.js";
export { OPERATIONS } from "./operations.js";
export * from "./servers.js";
export * from "./types.js";
export * from "./observations.js";
export * from "./order.js";
export * from "./picture.js";
export * from "./printout.js";
export * from "./readings.js";
export * from "./retire.js";
export * from "./sensors.js";
export * from "./stations.js";
export * from "./ticket.js";
