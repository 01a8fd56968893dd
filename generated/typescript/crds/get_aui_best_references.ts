// Generated from spec/crds/get_aui_best_references.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isArray, isObject, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import {
  type ContextSpec,
  ContextSpecSchema,
  type DatasetIds,
  DatasetIdsSchema,
  isContextSpec,
  isDatasetIds,
} from "./types.js";

/**
 * The files for one dataset, in no particular order, or the text that says why there are none.
 *
 * The text is, for example, `NOT FOUND dataset ID does not exist
 * 'JW96090001004_03101_00001.NRCB5'`.
 *
 * Source: seed.
 */
export type AuiReferences = readonly [true, readonly string[]] | readonly [false, string];

/** Whether a value is of the type `AuiReferences`. */
export function isAuiReferences(value: unknown): value is AuiReferences {
  if (isArray(value) && value.length === 2 && value[0] === true) {
    if (!isArray(value[1])) {
      return false;
    }
    for (const item of value[1]) {
      if (typeof item !== "string") {
        return false;
      }
    }
  } else if (isArray(value) && value.length === 2 && value[0] === false) {
    if (typeof value[1] !== "string") {
      return false;
    }
  } else {
    return false;
  }
  return true;
}

/** Explains why a value is not of the type `AuiReferences`. */
export const AuiReferencesSchema: Schema = {
  anyOf: [
    {
      type: "array",
      prefixItems: [{ const: true }, { type: "array", items: { type: "string" } }],
      items: false,
      minItems: 2,
    },
    {
      type: "array",
      prefixItems: [{ const: false }, { type: "string" }],
      items: false,
      minItems: 2,
    },
  ],
};

/** Arguments of `getAuiBestReferences`. */
export interface GetAuiBestReferencesArguments {
  /** The rules to use; a date, a symbolic context or the name of a mapping. */
  readonly date: ContextSpec;
  /** The wanted datasets, whole ids or halves of them, in any case; at most 200. */
  readonly ids: DatasetIds;
}

/** What `getAuiBestReferences` comes to. */
export type GetAuiBestReferencesResult = Readonly<Record<string, AuiReferences>>;

/** Whether a value is arguments of `getAuiBestReferences`, rules between them apart. */
export function isGetAuiBestReferencesArguments(
  value: unknown,
): value is GetAuiBestReferencesArguments {
  if (!isObject(value)) {
    return false;
  }
  if (!isContextSpec(value.date)) {
    return false;
  }
  if (!isDatasetIds(value.ids)) {
    return false;
  }
  if (sizeOf(value) !== 2) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["date", "ids"],
  properties: { date: ContextSpecSchema, ids: DatasetIdsSchema },
  additionalProperties: false,
};

const RESPONSE: Schema = { type: "object", additionalProperties: AuiReferencesSchema };

/** Whether a value is as `getAuiBestReferences` promises. */
export function isGetAuiBestReferencesResult(value: unknown): value is GetAuiBestReferencesResult {
  if (!isObject(value)) {
    return false;
  }
  for (const key in value) {
    const item = value[key];
    if (!isAuiReferences(item)) {
      return false;
    }
  }
  return true;
}

/**
 * The best reference files for datasets of the archive, as plain lists of names.
 *
 * The operation was made for the archive's user interface. The server takes the matching parameters
 * of each dataset from the archive and looks them up. The answer for an id is the pair `[true,
 * files]`, or `[false, "NOT FOUND ..."]` when the dataset could not be looked up. Reference types
 * that do not apply or whose look-up failed are left out of the list without a word, and the order
 * of the files means nothing.
 *
 * Keys are the ids as they were asked, in capitals; in typed results a key is found by either half,
 * in any case.
 *
 * Source: seed, api.py, server 2019.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { getAuiBestReferences, SERVERS } from "astrowire/crds";
 *
 * const request = getAuiBestReferences.encode(
 *   { date: "2016-01-01", ids: ["JW80500017001_02101_00001.MIRIFUSHORT"] },
 *   SERVERS.jwst,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const getAuiBestReferences = /* @__PURE__ */ rpcOperation<
  GetAuiBestReferencesArguments,
  GetAuiBestReferencesResult
>({
  service: "crds",
  name: "get_aui_best_references",
  effect: "read",
  parameters: [
    { name: "date", required: true },
    { name: "ids", required: true },
  ],
  protocol: PROTOCOL,
  fault: CrdsFault,
  batch: { argument: "ids", size: 200 },
  request: { accepts: isGetAuiBestReferencesArguments, schema: REQUEST },
  result: { kind: "plain", schema: RESPONSE, accepts: isGetAuiBestReferencesResult },
});
