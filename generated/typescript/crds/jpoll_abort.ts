// Generated from spec/crds/jpoll_abort.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isArray, isNumber, isObject, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";

const KEY_PATTERN = /^[A-Za-z0-9:.-]{1,128}$/u;

/** Arguments of `jpollAbort`. */
export interface JpollAbortArguments {
  /**
   * Key of the channel, which the server gave for one submission.
   *
   * Whoever has it can follow and stop the work, so it is shown nowhere.
   */
  readonly key: string;
}

/** What `jpollAbort` comes to. */
export type JpollAbortResult =
  | string
  | number
  | boolean
  | null
  | readonly (string | number | boolean | null)[]
  | Readonly<Record<string, string | number | boolean | null>>;

/** Whether a value is arguments of `jpollAbort`, rules between them apart. */
export function isJpollAbortArguments(value: unknown): value is JpollAbortArguments {
  if (!isObject(value)) {
    return false;
  }
  if (typeof value.key !== "string" || !KEY_PATTERN.test(value.key)) {
    return false;
  }
  if (sizeOf(value) !== 1) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["key"],
  properties: {
    key: {
      type: "string",
      pattern: "^[A-Za-z0-9:.-]{1,128}$",
      not: { type: "string", pattern: "\\n" },
      description: "Key of the channel, which the server gave for one submission.",
    },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = {
  anyOf: [
    { type: ["string", "number", "boolean", "null"] },
    { type: "array", items: { type: ["string", "number", "boolean", "null"] } },
    { type: "object", additionalProperties: { type: ["string", "number", "boolean", "null"] } },
  ],
};

/** Whether a value is as `jpollAbort` promises. */
export function isJpollAbortResult(value: unknown): value is JpollAbortResult {
  if (isArray(value)) {
    for (const item of value) {
      if (
        typeof item !== "string" &&
        !isNumber(item) &&
        typeof item !== "boolean" &&
        item !== null
      ) {
        return false;
      }
    }
  } else if (isObject(value)) {
    for (const key in value) {
      const item = value[key];
      if (
        typeof item !== "string" &&
        !isNumber(item) &&
        typeof item !== "boolean" &&
        item !== null
      ) {
        return false;
      }
    }
  } else if (
    typeof value !== "string" &&
    !isNumber(value) &&
    typeof value !== "boolean" &&
    value !== null
  ) {
    return false;
  }
  return true;
}

/**
 * Ask the server to stop the work on a submission.
 *
 * The work is meant to end at the next message that it writes. What a server answers is not known:
 * in the public copy of 2019 the method can't work, and no caller in the public client is known. So
 * every answer is taken.
 *
 * In no document; known from what servers answered.
 *
 * Source: api.py, server 2019, observed.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { jpollAbort, SERVERS } from "astrowire/crds";
 *
 * const request = jpollAbort.encode({ key: "81323850-9517-416c-ae88-e6481de10a71" }, SERVERS.hst);
 * console.log(request.method, request.url);
 * ```
 */
export const jpollAbort = /* @__PURE__ */ rpcOperation<JpollAbortArguments, JpollAbortResult>({
  service: "crds",
  name: "jpoll_abort",
  effect: "write",
  parameters: [{ name: "key", required: true, secret: true }],
  protocol: PROTOCOL,
  fault: CrdsFault,
  request: { accepts: isJpollAbortArguments, schema: REQUEST },
  result: { kind: "plain", schema: RESPONSE, accepts: isJpollAbortResult },
});
