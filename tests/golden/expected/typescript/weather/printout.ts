// Generated from spec/weather/printout.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import { isArray, isInteger, isNumber, isObject, sizeOf } from "../runtime/guards.js";
import * as rules from "../runtime/rules.js";
import type { Schema } from "../runtime/schema.js";
import { StationError } from "./errors.js";
import { isStationCode, type StationCode, StationCodeSchema } from "./types.js";

const FIELDS_PATTERN = /^[^,]+$/u;

/**
 * Why nothing is printed.
 *
 * Source: server.
 */
export interface Refusal {
  /** The reason. */
  readonly error: string;
}

/** Arguments of `printout`. */
export interface PrintoutArguments {
  /** The station's code. */
  readonly station: StationCode;
  /** Names of the columns. */
  readonly fields?: string | readonly string[] | null;
  /** Numbers of the rows. */
  readonly ids?: readonly number[] | null;
  /** Factor of the values. */
  readonly scale?: number | null;
  /** How the values are worked on. */
  readonly steps?: Readonly<
    Record<string, Readonly<Record<string, string | number | boolean>>>
  > | null;
  /** At most this many rows are worked on. */
  readonly most?: number | null;
  /** Content of a file of dates. */
  readonly dates?: string | null;
}

/** What `printout` comes to. */
export type PrintoutResult = string;

/** Whether a value is arguments of `printout`, rules between them apart. */
export function isPrintoutArguments(value: unknown): value is PrintoutArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (!isStationCode(value.station)) {
    return false;
  }
  if (value.fields !== undefined) {
    if (isArray(value.fields)) {
      for (const item of value.fields) {
        if (typeof item !== "string" || !FIELDS_PATTERN.test(item)) {
          return false;
        }
      }
    } else if (typeof value.fields !== "string" && value.fields !== null) {
      return false;
    }
    known += 1;
  }
  if (value.ids !== undefined) {
    if (isArray(value.ids)) {
      for (const item of value.ids) {
        if (!isInteger(item)) {
          return false;
        }
      }
    } else if (value.ids !== null) {
      return false;
    }
    known += 1;
  }
  if (value.scale !== undefined) {
    if (!isNumber(value.scale) && value.scale !== null) {
      return false;
    }
    known += 1;
  }
  if (value.steps !== undefined) {
    if (isObject(value.steps)) {
      for (const key in value.steps) {
        const item = value.steps[key];
        if (!isObject(item)) {
          return false;
        }
        for (const key2 in item) {
          const item2 = item[key2];
          if (typeof item2 !== "string" && !isNumber(item2) && typeof item2 !== "boolean") {
            return false;
          }
        }
      }
    } else if (value.steps !== null) {
      return false;
    }
    known += 1;
  }
  if (value.most !== undefined) {
    if (!isInteger(value.most) && value.most !== null) {
      return false;
    }
    known += 1;
  }
  if (value.dates !== undefined) {
    if (typeof value.dates !== "string" && value.dates !== null) {
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
  properties: {
    station: StationCodeSchema,
    fields: {
      anyOf: [
        { type: "string" },
        {
          type: "array",
          items: {
            type: "string",
            pattern: "^[^,]+$",
            description: "One name without a comma; give several names as several items.",
          },
        },
        { type: "null" },
      ],
    },
    ids: { type: ["array", "null"], items: { type: "integer" } },
    scale: { type: ["number", "null"] },
    steps: {
      type: ["object", "null"],
      additionalProperties: {
        type: "object",
        additionalProperties: { type: ["string", "number", "boolean"] },
      },
    },
    most: { type: ["integer", "null"] },
    dates: { type: ["string", "null"] },
  },
  additionalProperties: false,
};

/**
 * Print a table of values.
 *
 * In no document; known from what servers answered.
 *
 * Source: server.
 *
 * @throws StationError - The station is not known, or says nothing.
 */
export const printout = /* @__PURE__ */ cgiOperation<PrintoutArguments, PrintoutResult>({
  service: "weather",
  name: "printout",
  effect: "read",
  parameters: [
    { name: "station", required: true },
    { name: "fields" },
    { name: "ids" },
    { name: "scale" },
    { name: "steps" },
    { name: "most" },
    { name: "dates" },
  ],
  endpoint: "printouts",
  query: [
    codecs.setting("desk", "desk"),
    codecs.text("station", "station"),
    codecs.words("fields", "fields"),
    codecs.integers("ids", "ids"),
    codecs.number("scale", "scale"),
    codecs.jsonText("steps", "steps"),
    codecs.integer("most", "most"),
    codecs.file("list", "dates"),
  ],
  charset: "latin-1",
  postOver: 200,
  rules: [
    rules.atMostOneOf("ids", "dates"),
    rules.goesWith("most", "steps"),
    rules.never("fields", "*all*", "the printer runs out of paper"),
  ],
  broken: [{ pattern: /^### ([^\n]*)\n?$/u, error: StationError, values: {}, message: "error" }],
  request: { accepts: isPrintoutArguments, schema: REQUEST },
  result: { kind: "opaque", form: "text" },
});
