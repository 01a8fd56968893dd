// Generated from spec/weather/retire.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import { isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import type { Schema } from "../runtime/schema.js";
import { StationError } from "./errors.js";
import { isStationCode, type StationCode, StationCodeSchema } from "./types.js";

/**
 * A station that was closed.
 *
 * Source: server.
 */
export interface Closed {
  /** The day. */
  readonly since: string;
}

/** Whether a value is of the type `Closed`. */
export function isClosed(value: unknown, seen: Seen = unseen()): value is Closed {
  if (!isObject(value)) {
    return false;
  }
  if (typeof value.since !== "string") {
    return false;
  }
  seen.unknown += sizeOf(value) - 1;
  return true;
}

/** Explains why a value is not of the type `Closed`. */
export const ClosedSchema: Schema = {
  type: "object",
  required: ["since"],
  properties: { since: { type: "string" } },
};

/** Arguments of `retire`. */
export interface RetireArguments {
  /** The station's code. */
  readonly station: StationCode;
  /** True, to say that the station is to be closed. */
  readonly confirm: true;
}

/** What `retire` comes to. */
export type RetireResult = Readonly<Record<string, Closed | string | null>>;

/** Whether a value is arguments of `retire`, rules between them apart. */
export function isRetireArguments(value: unknown): value is RetireArguments {
  if (!isObject(value)) {
    return false;
  }
  if (!isStationCode(value.station)) {
    return false;
  }
  if (value.confirm !== true) {
    return false;
  }
  if (sizeOf(value) !== 2) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["station", "confirm"],
  properties: { station: StationCodeSchema, confirm: { const: true } },
  additionalProperties: false,
};

const RESPONSE: Schema = {
  type: "object",
  additionalProperties: { anyOf: [ClosedSchema, { type: ["string", "null"] }] },
};

/** Whether a value is as `retire` promises. */
export function isRetireResult(value: unknown, seen: Seen = unseen()): value is RetireResult {
  if (!isObject(value)) {
    return false;
  }
  for (const key in value) {
    const item = value[key];
    if (!isClosed(item, seen) && typeof item !== "string" && item !== null) {
      return false;
    }
  }
  return true;
}

/**
 * Close stations for good.
 *
 * In no document; known from the source of the server's programs only.
 *
 * Source: server.
 *
 * @throws StationError - The station is not known, or says nothing.
 */
export const retire = /* @__PURE__ */ cgiOperation<RetireArguments, RetireResult>({
  service: "weather",
  name: "retire",
  effect: "write",
  parameters: [
    { name: "station", required: true },
    { name: "confirm", required: true, confirms: true },
  ],
  endpoint: "reports",
  query: [codecs.fixed("op", "retire"), codecs.text("station", "station")],
  charset: "latin-1",
  request: { accepts: isRetireArguments, schema: REQUEST },
  result: {
    kind: "plain",
    schema: RESPONSE,
    accepts: isRetireResult,
    failure: { member: "errMsg", told: null, isBad: false, error: StationError },
  },
});
