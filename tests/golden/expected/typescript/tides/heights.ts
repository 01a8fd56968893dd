// Generated from spec/tides/heights.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isObject, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { TideFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";

const BRIDGES_KEY_PATTERN = /^[a-z]+$/u;

/**
 * Metres as text, or a text that says why there are none.
 *
 * Source: guide.
 */
export type Height = string;

/**
 * Which of the texts that stand for something else a text is, or `null`.
 *
 * `NoBridge`: There is no such bridge.
 *
 * `Unmeasured`: Nobody has measured it.
 */
export function tellHeight(text: string): "NoBridge" | "Unmeasured" | null {
  if (text.toLowerCase() === "NO BRIDGE".toLowerCase()) {
    return "NoBridge";
  }
  if (text.startsWith("UNMEASURED")) {
    return "Unmeasured";
  }
  return null;
}

/** Whether a value is of the type `Height`. */
export function isHeight(value: unknown): value is Height {
  return typeof value === "string";
}

/** Explains why a value is not of the type `Height`. */
export const HeightSchema: Schema = { type: "string" };

/** Arguments of `heights`. */
export interface HeightsArguments {
  /** Names of bridges and their rivers. */
  readonly bridges: Readonly<Record<string, string>>;
}

/** What `heights` comes to. */
export type HeightsResult = Readonly<Record<string, Height>>;

/** Whether a value is arguments of `heights`, rules between them apart. */
export function isHeightsArguments(value: unknown): value is HeightsArguments {
  if (!isObject(value)) {
    return false;
  }
  if (!isObject(value.bridges) || sizeOf(value.bridges) < 1 || sizeOf(value.bridges) > 3) {
    return false;
  }
  for (const key in value.bridges) {
    if (!BRIDGES_KEY_PATTERN.test(key)) {
      return false;
    }
    const item = value.bridges[key];
    if (typeof item !== "string") {
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
  required: ["bridges"],
  properties: {
    bridges: {
      type: "object",
      additionalProperties: { type: "string" },
      minProperties: 1,
      maxProperties: 3,
      propertyNames: { pattern: "^[a-z]+$", not: { type: "string", pattern: "\\n" } },
    },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = { type: "object", additionalProperties: HeightSchema };

/** Whether a value is as `heights` promises. */
export function isHeightsResult(value: unknown): value is HeightsResult {
  if (!isObject(value)) {
    return false;
  }
  for (const key in value) {
    const item = value[key];
    if (!isHeight(item)) {
      return false;
    }
  }
  return true;
}

/**
 * Heights of bridges.
 *
 * Source: guide.
 *
 * @throws TideFault - The server refused a call.
 */
export const heights = /* @__PURE__ */ rpcOperation<HeightsArguments, HeightsResult>({
  service: "tides",
  name: "heights",
  effect: "read",
  parameters: [{ name: "bridges", required: true }],
  protocol: PROTOCOL,
  fault: TideFault,
  request: { accepts: isHeightsArguments, schema: REQUEST },
  result: { kind: "plain", schema: RESPONSE, accepts: isHeightsResult },
});
