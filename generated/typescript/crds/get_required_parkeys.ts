// Generated from spec/crds/get_required_parkeys.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isArray, isObject, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import { type ContextSpec, ContextSpecSchema, isContextSpec } from "./types.js";

/**
 * Names of matching parameters, as headers hold them.
 *
 * Source: seed, rmap.py.
 */
export type ParameterNames = readonly string[];

/** Whether a value is of the type `ParameterNames`. */
export function isParameterNames(value: unknown): value is ParameterNames {
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

/** Explains why a value is not of the type `ParameterNames`. */
export const ParameterNamesSchema: Schema = { type: "array", items: { type: "string" } };

/** Arguments of `getRequiredParkeys`. */
export interface GetRequiredParkeysArguments {
  /** The rules to look into; a pmap, imap or rmap, a date or a symbolic context. */
  readonly context: ContextSpec;
}

/** What `getRequiredParkeys` comes to. */
export type GetRequiredParkeysResult = ParameterNames | Readonly<Record<string, ParameterNames>>;

/** Whether a value is arguments of `getRequiredParkeys`, rules between them apart. */
export function isGetRequiredParkeysArguments(
  value: unknown,
): value is GetRequiredParkeysArguments {
  if (!isObject(value)) {
    return false;
  }
  if (!isContextSpec(value.context)) {
    return false;
  }
  if (sizeOf(value) !== 1) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["context"],
  properties: { context: ContextSpecSchema },
  additionalProperties: false,
};

const RESPONSE: Schema = {
  anyOf: [ParameterNamesSchema, { type: "object", additionalProperties: ParameterNamesSchema }],
};

/** Whether a value is as `getRequiredParkeys` promises. */
export function isGetRequiredParkeysResult(value: unknown): value is GetRequiredParkeysResult {
  if (isObject(value)) {
    for (const key in value) {
      const item = value[key];
      if (!isParameterNames(item)) {
        return false;
      }
    }
  } else if (!isParameterNames(value)) {
    return false;
  }
  return true;
}

/**
 * The names of the matching parameters that a context's rules look at.
 *
 * With these names a long header can be cut down to what the choice of references depends on.
 *
 * For a pmap the answer is an object: instrument, in lower case, to the names for that instrument,
 * of which the first is the instrument's own keyword and the others are sorted, `REFTYPE` among
 * them. For an imap or rmap the answer is one array of names. Lists for JWST always hold
 * META.VISIT.TSOVISIT and META.INSTRUMENT.LAMP_STATE.
 *
 * Source: seed, rmap.py, computed.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { getRequiredParkeys, SERVERS } from "astrowire/crds";
 *
 * const request = getRequiredParkeys.encode({ context: "hst_0366.pmap" }, SERVERS.hst);
 * console.log(request.method, request.url);
 * ```
 */
export const getRequiredParkeys = /* @__PURE__ */ rpcOperation<
  GetRequiredParkeysArguments,
  GetRequiredParkeysResult
>({
  service: "crds",
  name: "get_required_parkeys",
  effect: "read",
  parameters: [{ name: "context", required: true }],
  protocol: PROTOCOL,
  fault: CrdsFault,
  request: { accepts: isGetRequiredParkeysArguments, schema: REQUEST },
  result: { kind: "plain", schema: RESPONSE, accepts: isGetRequiredParkeysResult },
});
