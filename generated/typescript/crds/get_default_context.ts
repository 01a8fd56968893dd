// Generated from spec/crds/get_default_context.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isObject, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import {
  isObservatory,
  isPmapName,
  type Observatory,
  ObservatorySchema,
  type PmapName,
  PmapNameSchema,
} from "./types.js";

const STATE_WORDS: readonly unknown[] = ["latest", "edit", "build", null];

/** Arguments of `getDefaultContext`. */
export interface GetDefaultContextArguments {
  /** Observatory whose default is asked for; must be the server's own. */
  readonly observatory: Observatory;
  /**
   * Which context; the latest one if not given.
   *
   * Servers since version 13 (2024) take it, older ones take one position only. So it is sent when
   * it is given, and left out else.
   */
  readonly state?: "latest" | "edit" | "build" | null;
}

/** What `getDefaultContext` comes to. */
export type GetDefaultContextResult = PmapName;

/** Whether a value is arguments of `getDefaultContext`, rules between them apart. */
export function isGetDefaultContextArguments(value: unknown): value is GetDefaultContextArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (!isObservatory(value.observatory)) {
    return false;
  }
  if (value.state !== undefined) {
    if (!STATE_WORDS.includes(value.state)) {
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
  required: ["observatory"],
  properties: {
    observatory: ObservatorySchema,
    state: { enum: ["latest", "edit", "build", null] },
  },
  additionalProperties: false,
};

/**
 * The context that the archive's pipeline uses at present, for example "jwst_0101.pmap".
 *
 * The value is set on the server. The context that a pipeline really works with may lag behind,
 * until the pipeline has synchronised its copy of the rules; `get_remote_context` tells that one.
 *
 * The default was called *operational* until 2024 and is called *latest* since; it is the same
 * thing.
 *
 * Source: seed, api.py, proxy.py, history, server 2019, lib.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { getDefaultContext, SERVERS } from "astrowire/crds";
 *
 * const request = getDefaultContext.encode({ observatory: "jwst" }, SERVERS.jwst);
 * console.log(request.method, request.url);
 * ```
 */
export const getDefaultContext = /* @__PURE__ */ rpcOperation<
  GetDefaultContextArguments,
  GetDefaultContextResult
>({
  service: "crds",
  name: "get_default_context",
  effect: "read",
  parameters: [{ name: "observatory", required: true }, { name: "state" }],
  protocol: PROTOCOL,
  fault: CrdsFault,
  whenGiven: ["state"],
  request: { accepts: isGetDefaultContextArguments, schema: REQUEST },
  result: { kind: "plain", schema: PmapNameSchema, accepts: isPmapName },
});
