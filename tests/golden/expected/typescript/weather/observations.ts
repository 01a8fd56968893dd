// Generated from spec/weather/observations.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import * as finishing from "../runtime/finishing.js";
import {
  isArray,
  isInteger,
  isNullAlone,
  isNumber,
  isObject,
  lengthOf,
  type Seen,
  sizeOf,
  unseen,
} from "../runtime/guards.js";
import * as rules from "../runtime/rules.js";
import type { Open, Schema } from "../runtime/schema.js";
import { StationError, UnknownStatus } from "./errors.js";
import {
  isOtherStatus,
  isStationCode,
  OtherStatusSchema,
  type StationCode,
  StationCodeSchema,
} from "./types.js";

const TOOK_PATTERN = /^[0-9]+(\.[0-9]+)?$/u;
const FIELDS_PATTERN = /^[^,]+$/u;
const SENSORS_PATTERN = /^[^,]+$/u;

/**
 * The rows of one station.
 *
 * They are not sorted.
 *
 * Source: handbook, server.
 */
export interface Observations {
  /** Always 0. */
  readonly status: 0;
  /** Number of rows. */
  readonly count: number;
  /** The rows; absent when there are none. */
  readonly rows?: readonly Row[];
  /** Temperature of the air, in degrees Celsius. */
  readonly T_AIR?: number;
  /** Seconds that the program took. */
  readonly took?: number | string;
  /** Latitude and longitude in degrees. */
  readonly position?: readonly [number, number];
  /** The unit of temperatures. */
  readonly unit?: "degC";
  /** The station with verbose only. */
  readonly station?: Station;
  /** A word, the number of a warning, or null for none. */
  readonly warning?: Open<"storm"> | number | null;
  /**
   * The name before 2001.
   *
   * @deprecated The service goes on writing it for old clients.
   */
  readonly old_name?: string;
  /** Metres per second or whether there was any. */
  readonly wind?: number | boolean;
  /** Always null. */
  readonly nothing?: null;
  /** How often each sensor was read. */
  readonly counters?: Readonly<Record<string, number>>;
}

/** Whether a value is of the type `Observations`. */
export function isObservations(value: unknown, seen: Seen = unseen()): boolean {
  if (!isObject(value)) {
    return false;
  }
  let known = 2;
  if (value.status !== 0) {
    return false;
  }
  if (!isInteger(value.count) || value.count < 0 || value.count > 1000) {
    return false;
  }
  if (value.rows !== undefined) {
    if (!isNullAlone(value.rows)) {
      if (!isArray(value.rows) || value.rows.length < 0 || value.rows.length > 1000) {
        return false;
      }
      for (const item of value.rows) {
        if (!isRow(item, seen)) {
          return false;
        }
      }
    }
    known += 1;
  }
  if (value.T_AIR !== undefined) {
    if (!isNumber(value.T_AIR) || value.T_AIR < -100 || value.T_AIR > 100) {
      return false;
    }
    known += 1;
  }
  if (value.took !== undefined) {
    if (
      !isInteger(value.took) &&
      (typeof value.took !== "string" || !TOOK_PATTERN.test(value.took))
    ) {
      return false;
    }
    known += 1;
  }
  if (value.position !== undefined) {
    if (!isArray(value.position) || value.position.length !== 2) {
      return false;
    }
    if (!isNumber(value.position[0])) {
      return false;
    }
    if (!isNumber(value.position[1])) {
      return false;
    }
    known += 1;
  }
  if (value.unit !== undefined) {
    if (value.unit !== "degC") {
      return false;
    }
    known += 1;
  }
  if (value.station !== undefined) {
    if (!isStation(value.station)) {
      return false;
    }
    known += 1;
  }
  if (value.warning !== undefined) {
    if (
      (typeof value.warning !== "string" ||
        lengthOf(value.warning) < 1 ||
        lengthOf(value.warning) > 20) &&
      (!isInteger(value.warning) || value.warning < 0 || value.warning > 99) &&
      value.warning !== null
    ) {
      return false;
    }
    known += 1;
  }
  if (value.old_name !== undefined) {
    if (typeof value.old_name !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.wind !== undefined) {
    if (!isNumber(value.wind) && typeof value.wind !== "boolean") {
      return false;
    }
    known += 1;
  }
  if (value.nothing !== undefined) {
    if (value.nothing !== null) {
      return false;
    }
    known += 1;
  }
  if (value.counters !== undefined) {
    if (!isObject(value.counters) || sizeOf(value.counters) < 1 || sizeOf(value.counters) > 9) {
      return false;
    }
    for (const key in value.counters) {
      const item = value.counters[key];
      if (!isInteger(item)) {
        return false;
      }
    }
    known += 1;
  }
  if (value.count !== 0 && value.rows === undefined) {
    return false;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * One observation.
 *
 * Source: handbook.
 */
export interface Row {
  /** Time in UTC. */
  readonly time: string;
  /** Degrees Celsius, or a text that says why there are none. */
  readonly temperature: number | Open<"ice">;
}

/** Whether a value is of the type `Row`. */
export function isRow(value: unknown, seen: Seen = unseen()): value is Row {
  if (!isObject(value)) {
    return false;
  }
  if (typeof value.time !== "string" || lengthOf(value.time) < 4 || lengthOf(value.time) > 30) {
    return false;
  }
  if (!isNumber(value.temperature) && typeof value.temperature !== "string") {
    return false;
  }
  seen.unknown += sizeOf(value) - 2;
  return true;
}

/**
 * What the station is; nothing else may be said.
 *
 * Source: handbook.
 */
export interface Station {
  /** Name for people. */
  readonly name: string;
  /** Nobody lives there. */
  readonly automatic?: boolean;
}

/** Whether a value is of the type `Station`. */
export function isStation(value: unknown): value is Station {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (typeof value.name !== "string") {
    return false;
  }
  if (value.automatic !== undefined) {
    if (typeof value.automatic !== "boolean") {
      return false;
    }
    known += 1;
  }
  if (sizeOf(value) !== known) {
    return false;
  }
  return true;
}

/**
 * Why there is no answer.
 *
 * Source: server.
 */
export interface StationFailure {
  /** 1 as a number or as text. */
  readonly status: 1 | "1";
  /** The reason. */
  readonly error: Open<"no such station">;
}

/** Whether a value is of the type `StationFailure`. */
export function isStationFailure(value: unknown, seen: Seen = unseen()): value is StationFailure {
  if (!isObject(value)) {
    return false;
  }
  if (value.status !== 1 && value.status !== "1") {
    return false;
  }
  if (typeof value.error !== "string") {
    return false;
  }
  seen.unknown += sizeOf(value) - 2;
  return true;
}

/** Explains why a value is not of the type `Row`. */
export const RowSchema: Schema = {
  type: "object",
  required: ["time", "temperature"],
  properties: {
    time: { type: "string", minLength: 4, maxLength: 30 },
    temperature: { type: ["number", "string"] },
  },
};

/** Explains why a value is not of the type `Station`. */
export const StationSchema: Schema = {
  type: "object",
  required: ["name"],
  properties: { name: { type: "string" }, automatic: { type: "boolean" } },
  additionalProperties: false,
};

/** Explains why a value is not of the type `Observations`. */
export const ObservationsSchema: Schema = {
  type: "object",
  required: ["status", "count"],
  properties: {
    status: { const: 0 },
    count: { type: "integer", minimum: 0, maximum: 1000 },
    rows: {
      anyOf: [{ type: "array", items: RowSchema, minItems: 0, maxItems: 1000 }, { const: [null] }],
    },
    T_AIR: { type: "number", minimum: -100, maximum: 100 },
    took: {
      type: ["integer", "string"],
      pattern: "^[0-9]+(\\.[0-9]+)?$",
      not: { type: "string", pattern: "\\n" },
      description: "Seconds that the program took.",
    },
    position: {
      type: "array",
      prefixItems: [{ type: "number" }, { type: "number" }],
      items: false,
      minItems: 2,
    },
    unit: { const: "degC" },
    station: StationSchema,
    warning: {
      type: ["string", "integer", "null"],
      minLength: 1,
      maxLength: 20,
      minimum: 0,
      maximum: 99,
    },
    old_name: { type: "string" },
    wind: { type: ["number", "boolean"] },
    nothing: { type: "null" },
    counters: {
      type: "object",
      additionalProperties: { type: "integer" },
      minProperties: 1,
      maxProperties: 9,
    },
  },
  anyOf: [{ required: ["rows"] }, { properties: { count: { const: 0 } } }],
};

/** Explains why a value is not of the type `StationFailure`. */
export const StationFailureSchema: Schema = {
  type: "object",
  required: ["status", "error"],
  properties: { status: { enum: [1, "1"] }, error: { type: "string" } },
};

/** Arguments of `observations`. */
export interface ObservationsArguments {
  /** The station's code. */
  readonly station: StationCode;
  /**
   * Names of fields, as one text or as a list.
   *
   * A text is split at blanks and commas.
   */
  readonly fields?: string | readonly string[] | null;
  /** Names of sensors, as one text or as a list. */
  readonly sensors?: string | readonly string[] | null;
  /**
   * Whether the station is described too.
   *
   * @defaultValue `false`
   */
  readonly verbose?: boolean | null;
  /** At most this many rows. */
  readonly last?: number | null;
}

/** What `observations` comes to. */
export type ObservationsResult = Observations;

/** Whether a value is arguments of `observations`, rules between them apart. */
export function isObservationsArguments(value: unknown): value is ObservationsArguments {
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
  if (value.sensors !== undefined) {
    if (isArray(value.sensors) && value.sensors.length >= 1 && value.sensors.length <= 3) {
      for (const item of value.sensors) {
        if (typeof item !== "string" || !SENSORS_PATTERN.test(item)) {
          return false;
        }
      }
    } else if (typeof value.sensors !== "string" && value.sensors !== null) {
      return false;
    }
    known += 1;
  }
  if (value.verbose !== undefined) {
    if (typeof value.verbose !== "boolean" && value.verbose !== null) {
      return false;
    }
    known += 1;
  }
  if (value.last !== undefined) {
    if ((!isInteger(value.last) || value.last < 1 || value.last > 1000) && value.last !== null) {
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
    sensors: {
      anyOf: [
        { type: "string" },
        {
          type: "array",
          items: {
            type: "string",
            pattern: "^[^,]+$",
            description: "One name without a comma; give several names as several items.",
          },
          minItems: 1,
          maxItems: 3,
        },
        { type: "null" },
      ],
    },
    verbose: { type: ["boolean", "null"] },
    last: { type: ["integer", "null"], minimum: 1, maximum: 1000 },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = {
  anyOf: [
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [0] } } },
        ObservationsSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [1, "1"] } } },
        StationFailureSchema,
      ],
    },
    {
      allOf: [
        {
          type: "object",
          required: ["status"],
          properties: { status: { not: { enum: [0, 1, "1"] } } },
        },
        OtherStatusSchema,
      ],
    },
  ],
};

/**
 * Read what a station has seen.
 *
 * Newest rows come first:
 *
 * - a row has a time in UTC
 * - and a temperature
 *
 * Source: handbook, server.
 *
 * @throws StationError - The station is not known, or says nothing.
 * @throws UnknownStatus - A status that the handbook does not list.
 *
 * @example
 * ```ts
 * import { observations, SERVERS } from "harbour/weather";
 *
 * const request = observations.encode(
 *   { station: "abc01", fields: ["time", "T_AIR"], last: 2 },
 *   SERVERS.north,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const observations = /* @__PURE__ */ cgiOperation<ObservationsArguments, ObservationsResult>(
  {
    service: "weather",
    name: "observations",
    effect: "read",
    parameters: [
      { name: "station", required: true },
      { name: "fields" },
      { name: "sensors" },
      { name: "verbose", default: false },
      { name: "last" },
    ],
    endpoint: "reports",
    query: [
      codecs.fixed("op", "observations"),
      codecs.setting("archive", "archive"),
      codecs.text("station", "station"),
      codecs.words("fields", "fields"),
      codecs.words("sensors", "sensors"),
      codecs.flag("v", "verbose"),
      codecs.integer("n", "last"),
    ],
    charset: "latin-1",
    rules: [rules.atLeastOneOf("fields", "sensors")],
    maxBody: 1048576,
    broken: [
      {
        pattern: /^\{"status":1,"error":([^"{}]*)\}[ \n]*$/u,
        error: StationError,
        values: { status: 1 },
        message: "error",
      },
      {
        pattern: /^Segmentation fault[ \n]*$/u,
        error: StationError,
        values: { status: 1 },
        message: "error",
        text: "The program ended.",
      },
    ],
    request: { accepts: isObservationsArguments, schema: REQUEST },
    result: {
      kind: "select",
      member: "status",
      schema: RESPONSE,
      arms: [
        { when: [0], accepts: isObservations },
        { when: [1, "1"], accepts: isStationFailure, error: StationError },
      ],
      otherwise: { accepts: isOtherStatus, error: UnknownStatus },
      finish: finishing.members({ rows: finishing.emptyForNull }),
    },
  },
);
