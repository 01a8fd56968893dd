// Generated from spec/package.yaml; do not edit.
// Change the spec, then run `make generate`.

/** Typed clients for the DRMS and CRDS web services. */

export * as crds from "./crds/index.js";
export * as drms from "./drms/index.js";

export {
  BaseClient,
  call,
  type CallOptions,
  type ClientOptions,
  type Exchange,
} from "./runtime/client.js";
export * from "./runtime/errors.js";
export type { HttpRequest, HttpResponse } from "./runtime/http.js";
export type { Effect, EncodeOptions, Operation, Parameter } from "./runtime/operation.js";
export type { Problem } from "./runtime/problems.js";
export type { Server, Service } from "./runtime/servers.js";
export type { Fetch } from "./runtime/transport.js";
