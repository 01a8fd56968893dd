// Generated from spec/tides/notices.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isArray, isInteger, isObject, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { TideFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import { isPortId, type PortId, PortIdSchema } from "./types.js";

/** Arguments of `notices`. */
export interface NoticesArguments {
  /** The port. */
  readonly port: PortId;
  /** Of the texts. */
  readonly language?: string | null;
  /** Only later ones; not given, those that were not told yet. */
  readonly since?: number | null;
}

/** What `notices` comes to. */
export type NoticesResult = readonly string[];

/** Whether a value is arguments of `notices`, rules between them apart. */
export function isNoticesArguments(value: unknown): value is NoticesArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (!isPortId(value.port)) {
    return false;
  }
  if (value.language !== undefined) {
    if (typeof value.language !== "string" && value.language !== null) {
      return false;
    }
    known += 1;
  }
  if (value.since !== undefined) {
    if ((!isInteger(value.since) || value.since < 0) && value.since !== null) {
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
  properties: {
    port: PortIdSchema,
    language: { type: ["string", "null"] },
    since: { type: ["integer", "null"], minimum: 0 },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = { type: "array", items: { type: "string" } };

/** Whether a value is as `notices` promises. */
export function isNoticesResult(value: unknown): value is NoticesResult {
  if (!isArray(value)) {
    return false;
  }
  for (const item of value) {
    if (typeof item !== "string") {
      return false;
    }
  }
  return true;
}

/**
 * What the harbour masters have said.
 *
 * In no document; known from what servers answered.
 *
 * Source: server.
 *
 * @throws TideFault - The server refused a call.
 */
export const notices = /* @__PURE__ */ rpcOperation<NoticesArguments, NoticesResult>({
  service: "tides",
  name: "notices",
  effect: "read-once",
  effectBy: { argument: "since", given: "read" },
  parameters: [{ name: "port", required: true }, { name: "language" }, { name: "since" }],
  protocol: PROTOCOL,
  fault: TideFault,
  whenGiven: ["language", "since"],
  request: { accepts: isNoticesArguments, schema: REQUEST },
  result: { kind: "plain", schema: RESPONSE, accepts: isNoticesResult },
});
