// Generated from spec/weather/readings.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import { isArray, isInteger, isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import type { Open, Schema } from "../runtime/schema.js";
import { UnknownStatus } from "./errors.js";
import {
  isOtherStatus,
  isStationCode,
  OtherStatusSchema,
  type StationCode,
  StationCodeSchema,
} from "./types.js";

const UNIT_PATTERN = /^[a-zA-Z/]+$/u;

/**
 * The readings of one station.
 *
 * One column for each sensor.
 *
 * Source: handbook, server.
 */
export interface Readings {
  /** Always 0. */
  readonly status: 0;
  /** Number of rows. */
  readonly rows: number;
  /** One for each sensor. */
  readonly columns: readonly SensorColumn[];
  /** One for each camera. */
  readonly photos?: readonly PhotoColumn[];
}

/** Whether a value is of the type `Readings`. */
export function isReadings(value: unknown, seen: Seen = unseen()): value is Readings {
  if (!isObject(value)) {
    return false;
  }
  let known = 3;
  if (value.status !== 0) {
    return false;
  }
  if (!isInteger(value.rows)) {
    return false;
  }
  if (!isArray(value.columns)) {
    return false;
  }
  for (const item of value.columns) {
    if (!isSensorColumn(item, seen)) {
      return false;
    }
  }
  if (value.photos !== undefined) {
    if (!isArray(value.photos)) {
      return false;
    }
    for (const item of value.photos) {
      if (!isPhotoColumn(item)) {
        return false;
      }
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * What one sensor has seen.
 *
 * Source: handbook.
 */
export interface SensorColumn {
  /** The sensor. */
  readonly sensorName: string;
  /** One entry for each row. */
  readonly values: readonly (Open<"calibrating"> | number)[];
  /** The unit. */
  readonly unit?: string;
}

/** Whether a value is of the type `SensorColumn`. */
export function isSensorColumn(value: unknown, seen: Seen = unseen()): value is SensorColumn {
  if (!isObject(value)) {
    return false;
  }
  let known = 2;
  if (typeof value.sensorName !== "string") {
    return false;
  }
  if (!isArray(value.values)) {
    return false;
  }
  for (const item of value.values) {
    if (typeof item !== "string" && !isInteger(item)) {
      return false;
    }
  }
  if (value.unit !== undefined) {
    if (typeof value.unit !== "string" || !UNIT_PATTERN.test(value.unit)) {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * What one camera has seen.
 *
 * Source: handbook.
 */
export interface PhotoColumn {
  /** The camera. */
  readonly camera: string;
  /** One file for each row. */
  readonly files: readonly Open<"dark">[];
  /** Positions of the camera. */
  readonly column: readonly string[];
}

/** Whether a value is of the type `PhotoColumn`. */
export function isPhotoColumn(value: unknown): value is PhotoColumn {
  if (!isObject(value)) {
    return false;
  }
  if (typeof value.camera !== "string") {
    return false;
  }
  if (!isArray(value.files)) {
    return false;
  }
  for (const item of value.files) {
    if (typeof item !== "string") {
      return false;
    }
  }
  if (!isArray(value.column)) {
    return false;
  }
  for (const item of value.column) {
    if (typeof item !== "string") {
      return false;
    }
  }
  if (sizeOf(value) !== 3) {
    return false;
  }
  return true;
}

/** Explains why a value is not of the type `SensorColumn`. */
export const SensorColumnSchema: Schema = {
  type: "object",
  required: ["sensorName", "values"],
  properties: {
    sensorName: { type: "string" },
    values: { type: "array", items: { type: ["string", "integer"] } },
    unit: {
      type: "string",
      pattern: "^[a-zA-Z/]+$",
      not: { type: "string", pattern: "\\n" },
      description: "The unit.",
    },
  },
};

/** Explains why a value is not of the type `PhotoColumn`. */
export const PhotoColumnSchema: Schema = {
  type: "object",
  required: ["camera", "files", "column"],
  properties: {
    camera: { type: "string" },
    files: { type: "array", items: { type: "string" } },
    column: { type: "array", items: { type: "string" } },
  },
  additionalProperties: false,
};

/** Explains why a value is not of the type `Readings`. */
export const ReadingsSchema: Schema = {
  type: "object",
  required: ["status", "rows", "columns"],
  properties: {
    status: { const: 0 },
    rows: { type: "integer" },
    columns: { type: "array", items: SensorColumnSchema },
    photos: { type: "array", items: PhotoColumnSchema },
  },
};

/** Arguments of `readings`. */
export interface ReadingsArguments {
  /** The station's code. */
  readonly station: StationCode;
  /** At most this many rows. */
  readonly last?: number | null;
}

/** What `readings` comes to. */
export type ReadingsResult = Readings;

/** Whether a value is arguments of `readings`, rules between them apart. */
export function isReadingsArguments(value: unknown): value is ReadingsArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (!isStationCode(value.station)) {
    return false;
  }
  if (value.last !== undefined) {
    if (!isInteger(value.last) && value.last !== null) {
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
  properties: { station: StationCodeSchema, last: { type: ["integer", "null"] } },
  additionalProperties: false,
};

const RESPONSE: Schema = {
  anyOf: [
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [0] } } },
        ReadingsSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { not: { enum: [0] } } } },
        OtherStatusSchema,
      ],
    },
  ],
};

/**
 * Read everything that a station has seen, sensor by sensor.
 *
 * Source: handbook, server.
 *
 * @throws UnknownStatus - A status that the handbook does not list.
 *
 * @example
 * ```ts
 * import { readings, SERVERS } from "harbour/weather";
 *
 * const request = readings.encode({ station: "abc01" }, SERVERS.north);
 * console.log(request.method, request.url);
 * ```
 */
export const readings = /* @__PURE__ */ cgiOperation<ReadingsArguments, ReadingsResult>({
  service: "weather",
  name: "readings",
  effect: "read",
  parameters: [{ name: "station", required: true }, { name: "last" }],
  endpoint: "reports",
  query: [
    codecs.fixed("op", "readings"),
    codecs.text("station", "station"),
    codecs.integer("n", "last"),
  ],
  charset: "latin-1",
  request: { accepts: isReadingsArguments, schema: REQUEST },
  result: {
    kind: "select",
    member: "status",
    schema: RESPONSE,
    arms: [{ when: [0], accepts: isReadings }],
    otherwise: { accepts: isOtherStatus, error: UnknownStatus },
  },
});
