// Generated from spec/crds/list_references.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isArray, isObject, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import {
  type FileName,
  FileNameSchema,
  isFileName,
  isObservatory,
  type Observatory,
  ObservatorySchema,
} from "./types.js";

const GLOB_PATTERN_PATTERN = /^[A-Za-z0-9_.*+()[\]-]{1,128}$/u;

/** Arguments of `listReferences`. */
export interface ListReferencesArguments {
  /** Observatory whose files are asked for; not given, the server's own. */
  readonly observatory?: Observatory | null;
  /**
   * Pattern of the wanted names, where "*" stands for any characters and "[...]" for one of some.
   *
   * A question mark is not taken.
   *
   * @defaultValue `"*"`
   */
  readonly glob_pattern?: string | null;
}

/** What `listReferences` comes to. */
export type ListReferencesResult = readonly FileName[];

/** Whether a value is arguments of `listReferences`, rules between them apart. */
export function isListReferencesArguments(value: unknown): value is ListReferencesArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 0;
  if (value.observatory !== undefined) {
    if (!isObservatory(value.observatory) && value.observatory !== null) {
      return false;
    }
    known += 1;
  }
  if (value.glob_pattern !== undefined) {
    if (
      (typeof value.glob_pattern !== "string" || !GLOB_PATTERN_PATTERN.test(value.glob_pattern)) &&
      value.glob_pattern !== null
    ) {
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
  properties: {
    observatory: { anyOf: [ObservatorySchema, { type: "null" }] },
    glob_pattern: {
      type: ["string", "null"],
      pattern: "^[A-Za-z0-9_.*+()\\[\\]-]{1,128}$",
      not: { type: "string", pattern: "\\n" },
      description:
        'Pattern of the wanted names, where "*" stands for any characters and "[...]" for one of some.',
    },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = { type: "array", items: FileNameSchema };

/** Whether a value is as `listReferences` promises. */
export function isListReferencesResult(value: unknown): value is ListReferencesResult {
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
 * The names of all reference files of an observatory that match a pattern, sorted.
 *
 * Files that are distributed are listed, those that turned out to be bad as well. For HST these are
 * tens of thousands of names; a pattern keeps the answer small.
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
 * import { listReferences, SERVERS } from "astrowire/crds";
 *
 * const request = listReferences.encode(
 *   { observatory: "jwst", glob_pattern: "jwst_miri_flat_009*.fits" },
 *   SERVERS.jwst,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const listReferences = /* @__PURE__ */ rpcOperation<
  ListReferencesArguments,
  ListReferencesResult
>({
  service: "crds",
  name: "list_references",
  effect: "read",
  parameters: [{ name: "observatory" }, { name: "glob_pattern", default: "*" }],
  protocol: PROTOCOL,
  fault: CrdsFault,
  maxBody: 268435456,
  request: { accepts: isListReferencesArguments, schema: REQUEST },
  result: { kind: "plain", schema: RESPONSE, accepts: isListReferencesResult },
});
