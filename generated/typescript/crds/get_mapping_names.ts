// Generated from spec/crds/get_mapping_names.yaml; do not edit.
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

/** Arguments of `getMappingNames`. */
export interface GetMappingNamesArguments {
  /** The context; a mapping, a date or a symbolic context, or several of them. */
  readonly pipeline_context: ContextSpec | readonly ContextSpec[];
}

/** What `getMappingNames` comes to. */
export type GetMappingNamesResult = readonly FileName[];

/** Whether a value is arguments of `getMappingNames`, rules between them apart. */
export function isGetMappingNamesArguments(value: unknown): value is GetMappingNamesArguments {
  if (!isObject(value)) {
    return false;
  }
  if (isArray(value.pipeline_context)) {
    for (const item of value.pipeline_context) {
      if (!isContextSpec(item)) {
        return false;
      }
    }
  } else if (!isContextSpec(value.pipeline_context)) {
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
  properties: {
    pipeline_context: { anyOf: [ContextSpecSchema, { type: "array", items: ContextSpecSchema }] },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = { type: "array", items: FileNameSchema };

/** Whether a value is as `getMappingNames` promises. */
export function isGetMappingNamesResult(value: unknown): value is GetMappingNamesResult {
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
 * The names of a context and of every imap and rmap that it reaches, sorted.
 *
 * The names are what a copy of the rules needs: 125 for jwst_0565.pmap, 137 for hst_0748.pmap. The
 * server takes an array of contexts as well and answers all that any of them reaches.
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
 * import { getMappingNames, SERVERS } from "astrowire/crds";
 *
 * const request = getMappingNames.encode({ pipeline_context: "jwst_0565.pmap" }, SERVERS.jwst);
 * console.log(request.method, request.url);
 * ```
 */
export const getMappingNames = /* @__PURE__ */ rpcOperation<
  GetMappingNamesArguments,
  GetMappingNamesResult
>({
  service: "crds",
  name: "get_mapping_names",
  effect: "read",
  parameters: [{ name: "pipeline_context", required: true }],
  protocol: PROTOCOL,
  fault: CrdsFault,
  maxBody: 268435456,
  request: { accepts: isGetMappingNamesArguments, schema: REQUEST },
  result: { kind: "plain", schema: RESPONSE, accepts: isGetMappingNamesResult },
});
