// Generated from spec/crds/get_reference_names.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isArray, isObject, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import {
  type ContextSpec,
  ContextSpecSchema,
  type FileName,
  FileNameSchema,
  isContextSpec,
  isFileName,
} from "./types.js";

/** Arguments of `getReferenceNames`. */
export interface GetReferenceNamesArguments {
  /** The context; a mapping, a date or a symbolic context. */
  readonly pipeline_context: ContextSpec;
}

/** What `getReferenceNames` comes to. */
export type GetReferenceNamesResult = readonly FileName[];

/** Whether a value is arguments of `getReferenceNames`, rules between them apart. */
export function isGetReferenceNamesArguments(value: unknown): value is GetReferenceNamesArguments {
  if (!isObject(value)) {
    return false;
  }
  if (!isContextSpec(value.pipeline_context)) {
    return false;
  }
  if (sizeOf(value) !== 1) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["pipeline_context"],
  properties: { pipeline_context: ContextSpecSchema },
  additionalProperties: false,
};

const RESPONSE: Schema = { type: "array", items: FileNameSchema };

/** Whether a value is as `getReferenceNames` promises. */
export function isGetReferenceNamesResult(value: unknown): value is GetReferenceNamesResult {
  if (!isArray(value)) {
    return false;
  }
  for (const item of value) {
    if (!isFileName(item)) {
      return false;
    }
  }
  return true;
}

/**
 * The names of all reference files that a context reaches, sorted.
 *
 * Texts of the rules that stand for no file, as N/A, are left out. There are 1826 names for
 * jwst_0565.pmap, and 20739 for hst_0748.pmap.
 *
 * In no document; known from what servers answered.
 *
 * Source: api.py, server 2019, computed, observed.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { getReferenceNames, SERVERS } from "astrowire/crds";
 *
 * const request = getReferenceNames.encode(
 *   { pipeline_context: "jwst_miri_flat_0043.rmap" },
 *   SERVERS.jwst,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const getReferenceNames = /* @__PURE__ */ rpcOperation<
  GetReferenceNamesArguments,
  GetReferenceNamesResult
>({
  service: "crds",
  name: "get_reference_names",
  effect: "read",
  parameters: [{ name: "pipeline_context", required: true }],
  protocol: PROTOCOL,
  fault: CrdsFault,
  maxBody: 268435456,
  request: { accepts: isGetReferenceNamesArguments, schema: REQUEST },
  result: { kind: "plain", schema: RESPONSE, accepts: isGetReferenceNamesResult },
});
