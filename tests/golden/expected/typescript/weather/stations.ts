// Generated from spec/weather/stations.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import { isArray, isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import type { Schema } from "../runtime/schema.js";
import { StationError } from "./errors.js";

/**
 * The names.
 *
 * Source: server.
 */
export interface StationNames {
  /** What went wrong; empty when all is well. */
  readonly errMsg: string;
  /** Sorted by name. */
  readonly names: readonly string[];
}

/** Whether a value is of the type `StationNames`. */
export function isStationNames(value: unknown, seen: Seen = unseen()): value is StationNames {
  if (!isObject(value)) {
    return false;
  }
  if (typeof value.errMsg !== "string") {
    return false;
  }
  if (!isArray(value.names)) {
    return false;
  }
  for (const item of value.names) {
    if (typeof item !== "string") {
      return false;
    }
  }
  seen.unknown += sizeOf(value) - 2;
  return true;
}

/** Explains why a value is not of the type `StationNames`. */
export const StationNamesSchema: Schema = {
  type: "object",
  required: ["errMsg", "names"],
  properties: { errMsg: { type: "string" }, names: { type: "array", items: { type: "string" } } },
};

/** Arguments of `stations`. */
export interface StationsArguments {
  /** One region only. */
  readonly region?: string | null;
}

/** What `stations` comes to. */
export type StationsResult = StationNames;

/** Whether a value is arguments of `stations`, rules between them apart. */
export function isStationsArguments(value: unknown): value is StationsArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 0;
  if (value.region !== undefined) {
    if (typeof value.region !== "string" && value.region !== null) {
      return false;
    }
    known += 1;
  }
  if (sizeOf(value) !== known) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  properties: { region: { type: ["string", "null"] } },
  additionalProperties: false,
};

/**
 * List the stations.
 *
 * In no document; known from the source of the server's programs only.
 *
 * Source: server.
 *
 * @throws StationError - The station is not known, or says nothing.
 *
 * @deprecated the list is printed in the handbook
 */
export const stations = /* @__PURE__ */ cgiOperation<StationsArguments, StationsResult>({
  service: "weather",
  name: "stations",
  effect: "bulk",
  parameters: [{ name: "region" }],
  endpoint: "reports",
  query: [codecs.fixed("op", "stations"), codecs.text("region", "region")],
  charset: "latin-1",
  request: { accepts: isStationsArguments, schema: REQUEST },
  result: {
    kind: "plain",
    schema: StationNamesSchema,
    accepts: isStationNames,
    failure: { member: "errMsg", told: "", isBad: false, error: StationError },
  },
});
