// Generated from spec/crds/list_mappings.yaml; do not edit.
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

/** Arguments of `listMappings`. */
export interface ListMappingsArguments {
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

/** What `listMappings` comes to. */
export type ListMappingsResult = readonly FileName[];

/** Whether a value is arguments of `listMappings`, rules between them apart. */
export function isListMappingsArguments(value: unknown): value is ListMappingsArguments {
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

/** Whether a value is as `listMappings` promises. */
export function isListMappingsResult(value: unknown): value is ListMappingsResult {
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
 * The names of all mapping files of an observatory that match a pattern, sorted.
 *
 * Files that are distributed are listed, those that turned out to be bad as well. The same names
 * are in the server information, which `get_server_info` gives.
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
 * import { listMappings, SERVERS } from "astrowire/crds";
 *
 * const request = listMappings.encode({ observatory: "jwst", glob_pattern: "*.imap" }, SERVERS.jwst);
 * console.log(request.method, request.url);
 * ```
 */
export const listMappings = /* @__PURE__ */ rpcOperation<ListMappingsArguments, ListMappingsResult>(
  {
    service: "crds",
    name: "list_mappings",
    effect: "read",
    parameters: [{ name: "observatory" }, { name: "glob_pattern", default: "*" }],
    protocol: PROTOCOL,
    fault: CrdsFault,
    maxBody: 268435456,
    request: { accepts: isListMappingsArguments, schema: REQUEST },
    result: { kind: "plain", schema: RESPONSE, accepts: isListMappingsResult },
  },
);
