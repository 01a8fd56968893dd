// Generated from spec/tides/levels.yaml; do not edit.
// Change the spec, then run `make generate`.

import * as finishing from "../runtime/finishing.js";
import { isArray, isNumber, isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { TideFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import { isPortId, type PortId, PortIdSchema } from "./types.js";

/**
 * A level, or why there is none.
 *
 * Source: guide, server.
 */
export type LevelOrReason = readonly [true, Level] | readonly [false, string];

/** Whether a value is of the type `LevelOrReason`. */
export function isLevelOrReason(value: unknown, seen: Seen = unseen()): boolean {
  if (isArray(value) && value.length === 2 && value[0] === true) {
    if (!isLevel(value[1], seen)) {
      return false;
    }
  } else if (isArray(value) && value.length === 2 && value[0] === false) {
    if (typeof value[1] !== "string") {
      return false;
    }
  } else if (!isLevel(value, seen)) {
    return false;
  }
  return true;
}

/**
 * A water level.
 *
 * Source: guide.
 */
export interface Level {
  /** Above the datum. */
  readonly metres: number;
}

/** Whether a value is of the type `Level`. */
export function isLevel(value: unknown, seen: Seen = unseen()): value is Level {
  if (!isObject(value)) {
    return false;
  }
  if (!isNumber(value.metres)) {
    return false;
  }
  seen.unknown += sizeOf(value) - 1;
  return true;
}

/** Explains why a value is not of the type `Level`. */
export const LevelSchema: Schema = {
  type: "object",
  required: ["metres"],
  properties: { metres: { type: "number" } },
};

/** Explains why a value is not of the type `LevelOrReason`. */
export const LevelOrReasonSchema: Schema = {
  anyOf: [
    LevelSchema,
    { type: "array", prefixItems: [{ const: true }, LevelSchema], items: false, minItems: 2 },
    {
      type: "array",
      prefixItems: [{ const: false }, { type: "string" }],
      items: false,
      minItems: 2,
    },
  ],
};

/** Arguments of `levels`. */
export interface LevelsArguments {
  /** The ports. */
  readonly ports: readonly PortId[];
}

/** What `levels` comes to. */
export type LevelsResult = Readonly<Record<string, LevelOrReason>>;

/** Whether a value is arguments of `levels`, rules between them apart. */
export function isLevelsArguments(value: unknown): value is LevelsArguments {
  if (!isObject(value)) {
    return false;
  }
  if (!isArray(value.ports)) {
    return false;
  }
  for (const item of value.ports) {
    if (!isPortId(item)) {
      return false;
    }
  }
  if (sizeOf(value) !== 1) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["ports"],
  properties: { ports: { type: "array", items: PortIdSchema } },
  additionalProperties: false,
};

const RESPONSE: Schema = { type: "object", additionalProperties: LevelOrReasonSchema };

/** Whether a value is as `levels` promises. */
export function isLevelsResult(value: unknown, seen: Seen = unseen()): boolean {
  if (!isObject(value)) {
    return false;
  }
  for (const key in value) {
    const item = value[key];
    if (!isLevelOrReason(item, seen)) {
      return false;
    }
  }
  return true;
}

/**
 * The water levels of ports at this moment.
 *
 * Source: guide.
 *
 * @throws TideFault - The server refused a call.
 *
 * @example
 * ```ts
 * import { levels, SERVERS } from "harbour/tides";
 *
 * const request = levels.encode({ ports: ["EAST:BUOY"] }, SERVERS.east);
 * console.log(request.method, request.url);
 * ```
 */
export const levels = /* @__PURE__ */ rpcOperation<LevelsArguments, LevelsResult>({
  service: "tides",
  name: "levels",
  effect: "read",
  parameters: [{ name: "ports", required: true }],
  protocol: PROTOCOL,
  fault: TideFault,
  batch: { argument: "ports", size: 2 },
  request: { accepts: isLevelsArguments, schema: REQUEST },
  result: {
    kind: "plain",
    schema: RESPONSE,
    accepts: isLevelsResult,
    finish: finishing.values(finishing.plainPair(finishing.asIs, finishing.asIs)),
  },
});
