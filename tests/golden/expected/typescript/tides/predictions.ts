// Generated from spec/tides/predictions.yaml; do not edit.
// Change the spec, then run `make generate`.

import * as finishing from "../runtime/finishing.js";
import { isArray, isNumber, isObject, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { TideFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import { isPortId, type PortId, PortIdSchema } from "./types.js";

/** Arguments of `predictions`. */
export interface PredictionsArguments {
  /** The port. */
  readonly port: PortId;
  /** Name of the model; not given means the newest. */
  readonly model?: string | null;
}

/** What `predictions` comes to. */
export type PredictionsResult = readonly (readonly [string, number])[];

/** Whether a value is arguments of `predictions`, rules between them apart. */
export function isPredictionsArguments(value: unknown): value is PredictionsArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (!isPortId(value.port)) {
    return false;
  }
  if (value.model !== undefined) {
    if (typeof value.model !== "string" && value.model !== null) {
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
  required: ["port"],
  properties: { port: PortIdSchema, model: { type: ["string", "null"] } },
  additionalProperties: false,
};

const RESPONSE: Schema = {
  type: "array",
  items: {
    type: "array",
    prefixItems: [{ type: "string" }, { type: "number" }],
    items: false,
    minItems: 2,
  },
};

/** Whether a value is as `predictions` promises. */
export function isPredictionsResult(value: unknown): boolean {
  if (!isArray(value)) {
    return false;
  }
  for (const item of value) {
    if (!isArray(item) || item.length !== 2) {
      return false;
    }
    if (typeof item[0] !== "string") {
      return false;
    }
    if (!isNumber(item[1])) {
      return false;
    }
  }
  return true;
}

/**
 * High waters to come.
 *
 * In no document; known from what servers answered.
 *
 * Source: server.
 *
 * @throws TideFault - The server refused a call.
 */
export const predictions = /* @__PURE__ */ rpcOperation<PredictionsArguments, PredictionsResult>({
  service: "tides",
  name: "predictions",
  effect: "read-once",
  parameters: [{ name: "port", required: true }, { name: "model" }],
  protocol: PROTOCOL,
  fault: TideFault,
  method: "get_predictions",
  sent: ["model", "port"],
  nullAs: { model: "newest" },
  request: { accepts: isPredictionsArguments, schema: REQUEST },
  result: {
    kind: "plain",
    schema: RESPONSE,
    accepts: isPredictionsResult,
    finish: finishing.ascending,
  },
});
