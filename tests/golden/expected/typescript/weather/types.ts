// Generated from spec/weather/types.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isInteger, isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import type { Schema } from "../runtime/schema.js";

const STATION_CODE_PATTERN = /^[a-z]{3}[0-9]{2}$/u;

/**
 * Three letters and two digits, such as `abc01`.
 *
 * Source: handbook.
 */
export type StationCode = string;

/** Whether a value is of the type `StationCode`. */
export function isStationCode(value: unknown): value is StationCode {
  return typeof value === "string" && STATION_CODE_PATTERN.test(value);
}

/**
 * An answer with a status that is not listed.
 *
 * Source: server.
 */
export interface OtherStatus {
  /** Anything else. */
  readonly status: number | string;
  /** What went wrong. */
  readonly error?: string;
}

/** Whether a value is of the type `OtherStatus`. */
export function isOtherStatus(value: unknown, seen: Seen = unseen()): value is OtherStatus {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (!isInteger(value.status) && typeof value.status !== "string") {
    return false;
  }
  if (value.error !== undefined) {
    if (typeof value.error !== "string") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/** Explains why a value is not of the type `StationCode`. */
export const StationCodeSchema: Schema = {
  type: "string",
  pattern: "^[a-z]{3}[0-9]{2}$",
  not: { type: "string", pattern: "\\n" },
  description: "Three letters and two digits, such as `abc01`.",
};

/** Explains why a value is not of the type `OtherStatus`. */
export const OtherStatusSchema: Schema = {
  type: "object",
  required: ["status"],
  properties: { status: { type: ["integer", "string"] }, error: { type: "string" } },
};
