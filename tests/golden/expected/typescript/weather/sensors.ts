// Generated from spec/weather/sensors.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import { isArray, isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import type { Open, Schema } from "../runtime/schema.js";

/** Words that are known; others may come. */
export type SensorReads = Open<"counter" | "gauge" | "clock" | "word" | "badge">;

/**
 * What the station measures.
 *
 * Source: handbook.
 */
export interface SensorList {
  /** The sensors. */
  readonly sensorList: readonly Sensor[];
}

/** Whether a value is of the type `SensorList`. */
export function isSensorList(value: unknown, seen: Seen = unseen()): value is SensorList {
  if (!isObject(value)) {
    return false;
  }
  if (!isArray(value.sensorList)) {
    return false;
  }
  for (const item of value.sensorList) {
    if (!isSensor(item, seen)) {
      return false;
    }
  }
  seen.unknown += sizeOf(value) - 1;
  return true;
}

/**
 * One sensor.
 *
 * Source: handbook.
 */
export interface Sensor {
  /** Its name. */
  readonly sensorName: string;
  /** What it reads. */
  readonly reads: SensorReads;
}

/** Whether a value is of the type `Sensor`. */
export function isSensor(value: unknown, seen: Seen = unseen()): value is Sensor {
  if (!isObject(value)) {
    return false;
  }
  if (typeof value.sensorName !== "string") {
    return false;
  }
  if (typeof value.reads !== "string") {
    return false;
  }
  seen.unknown += sizeOf(value) - 2;
  return true;
}

/** Explains why a value is not of the type `Sensor`. */
export const SensorSchema: Schema = {
  type: "object",
  required: ["sensorName", "reads"],
  properties: { sensorName: { type: "string" }, reads: { type: "string" } },
};

/** Explains why a value is not of the type `SensorList`. */
export const SensorListSchema: Schema = {
  type: "object",
  required: ["sensorList"],
  properties: { sensorList: { type: "array", items: SensorSchema } },
};

/** Arguments of `sensors`. */
export interface SensorsArguments {
  /** The station's code. */
  readonly station: string;
}

/** What `sensors` comes to. */
export type SensorsResult = SensorList;

/** Whether a value is arguments of `sensors`, rules between them apart. */
export function isSensorsArguments(value: unknown): value is SensorsArguments {
  if (!isObject(value)) {
    return false;
  }
  if (typeof value.station !== "string") {
    return false;
  }
  if (sizeOf(value) !== 1) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["station"],
  properties: { station: { type: "string" } },
  additionalProperties: false,
};

/**
 * Describe the sensors of a station.
 *
 * Source: handbook.
 */
export const sensors = /* @__PURE__ */ cgiOperation<SensorsArguments, SensorsResult>({
  service: "weather",
  name: "sensors",
  effect: "read",
  parameters: [{ name: "station", required: true }],
  endpoint: "reports",
  query: [codecs.fixed("op", "sensors"), codecs.text("station", "station")],
  charset: "latin-1",
  request: { accepts: isSensorsArguments, schema: REQUEST },
  result: { kind: "plain", schema: SensorListSchema, accepts: isSensorList },
});
