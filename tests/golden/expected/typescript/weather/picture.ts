// Generated from spec/weather/picture.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import { isNumber, isObject, sizeOf } from "../runtime/guards.js";
import type { Schema } from "../runtime/schema.js";
import { StationError } from "./errors.js";
import { isStationCode, type StationCode, StationCodeSchema } from "./types.js";

/**
 * There is no picture.
 *
 * Source: server.
 */
export interface NoPicture {
  /** The reason. */
  readonly error: string;
}

/** Arguments of `picture`. */
export interface PictureArguments {
  /** The station's code. */
  readonly station: StationCode;
  /** Seconds. */
  readonly exposure?: number | null;
}

/** What `picture` comes to. */
export type PictureResult = Uint8Array;

/** Whether a value is arguments of `picture`, rules between them apart. */
export function isPictureArguments(value: unknown): value is PictureArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (!isStationCode(value.station)) {
    return false;
  }
  if (value.exposure !== undefined) {
    if (!isNumber(value.exposure) && value.exposure !== null) {
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
  required: ["station"],
  properties: { station: StationCodeSchema, exposure: { type: ["number", "null"] } },
  additionalProperties: false,
};

/**
 * Fetch a picture of the sky.
 *
 * In no document; known from the source of the server's programs only. Offered by North.
 *
 * Source: server.
 *
 * @throws StationError - The station is not known, or says nothing.
 */
export const picture = /* @__PURE__ */ cgiOperation<PictureArguments, PictureResult>({
  service: "weather",
  name: "picture",
  effect: "bulk",
  parameters: [{ name: "station", required: true }, { name: "exposure" }],
  endpoint: "pictures",
  query: [codecs.text("station", "station"), codecs.number("exposure", "exposure")],
  charset: "latin-1",
  maxBody: 64,
  broken: [
    {
      pattern: /^<html>[^\n]*\n?$/u,
      error: StationError,
      values: {},
      message: "error",
      text: "There is no picture.",
    },
  ],
  request: { accepts: isPictureArguments, schema: REQUEST },
  result: { kind: "opaque", form: "bytes" },
});
