// Generated from spec/crds/get_best_references_by_ids.yaml; do not edit.
// Change the spec, then run `make generate`.

import * as finishing from "../runtime/finishing.js";
import { isArray, isNumber, isObject, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import {
  type ContextSpec,
  ContextSpecSchema,
  type DatasetId,
  DatasetIdSchema,
  isContextSpec,
  isDatasetId,
  isReference,
  isReferenceTypes,
  type Reference,
  ReferenceSchema,
  type ReferenceTypes,
  ReferenceTypesSchema,
} from "./types.js";

/**
 * The best references of one dataset, or why there are none; of the key "headers", the headers.
 *
 * Known reasons: `FAILED: unable to obtain matching parameters.`, the `NOT FOUND ...` text that
 * `get_dataset_headers_by_id` gives, and `FAILED: <text>`.
 *
 * Source: api.py, server 2019.
 */
export type BestReferencesOrHeaders =
  readonly [true, ReferencesOrHeaders] | readonly [false, string];

/** Whether a value is of the type `BestReferencesOrHeaders`. */
export function isBestReferencesOrHeaders(value: unknown): boolean {
  if (isArray(value) && value.length === 2 && value[0] === true) {
    if (!isReferencesOrHeaders(value[1])) {
      return false;
    }
  } else if (isArray(value) && value.length === 2 && value[0] === false) {
    if (typeof value[1] !== "string") {
      return false;
    }
  } else if (!isReferencesOrHeaders(value)) {
    return false;
  }
  return true;
}

/**
 * Reference type to what was found; of the key "headers", dataset id to matching parameters.
 *
 * Source: api.py, server 2019.
 */
export type ReferencesOrHeaders = Readonly<
  Record<
    string,
    Reference | readonly string[] | Readonly<Record<string, string | number | boolean | null>>
  >
>;

/** Whether a value is of the type `ReferencesOrHeaders`. */
export function isReferencesOrHeaders(value: unknown): value is ReferencesOrHeaders {
  if (!isObject(value)) {
    return false;
  }
  for (const key in value) {
    const item = value[key];
    if (isArray(item)) {
      for (const item2 of item) {
        if (typeof item2 !== "string") {
          return false;
        }
      }
    } else if (isObject(item)) {
      for (const key2 in item) {
        const item2 = item[key2];
        if (
          typeof item2 !== "string" &&
          !isNumber(item2) &&
          typeof item2 !== "boolean" &&
          item2 !== null
        ) {
          return false;
        }
      }
    } else if (!isReference(item)) {
      return false;
    }
  }
  return true;
}

/** Explains why a value is not of the type `ReferencesOrHeaders`. */
export const ReferencesOrHeadersSchema: Schema = {
  type: "object",
  additionalProperties: {
    anyOf: [
      ReferenceSchema,
      { type: "array", items: { type: "string" } },
      { type: "object", additionalProperties: { type: ["string", "number", "boolean", "null"] } },
    ],
  },
};

/** Explains why a value is not of the type `BestReferencesOrHeaders`. */
export const BestReferencesOrHeadersSchema: Schema = {
  anyOf: [
    ReferencesOrHeadersSchema,
    {
      type: "array",
      prefixItems: [{ const: true }, ReferencesOrHeadersSchema],
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

/** Arguments of `getBestReferencesByIds`. */
export interface GetBestReferencesByIdsArguments {
  /** The rules to use; a pmap as a rule, an imap or rmap is accepted too. */
  readonly context: ContextSpec;
  /** The wanted datasets, whole ids or halves of them, in any case; at most 1000. */
  readonly dataset_ids: readonly DatasetId[];
  /** The wanted reference types, in any case; not given or empty, all types of the instrument. */
  readonly reftypes?: ReferenceTypes | null;
  /**
   * Whether the matching parameters are answered too.
   *
   * The server takes the texts true, false and nil (with capitals, too) as well.
   *
   * @defaultValue `false`
   */
  readonly include_headers?: boolean | null;
}

/** What `getBestReferencesByIds` comes to. */
export type GetBestReferencesByIdsResult = Readonly<Record<string, BestReferencesOrHeaders>>;

/** Whether a value is arguments of `getBestReferencesByIds`, rules between them apart. */
export function isGetBestReferencesByIdsArguments(
  value: unknown,
): value is GetBestReferencesByIdsArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 2;
  if (!isContextSpec(value.context)) {
    return false;
  }
  if (!isArray(value.dataset_ids) || value.dataset_ids.length > 1000) {
    return false;
  }
  for (const item of value.dataset_ids) {
    if (!isDatasetId(item)) {
      return false;
    }
  }
  if (value.reftypes !== undefined) {
    if (!isReferenceTypes(value.reftypes) && value.reftypes !== null) {
      return false;
    }
    known += 1;
  }
  if (value.include_headers !== undefined) {
    if (typeof value.include_headers !== "boolean" && value.include_headers !== null) {
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
  required: ["context", "dataset_ids"],
  properties: {
    context: ContextSpecSchema,
    dataset_ids: { type: "array", items: DatasetIdSchema, maxItems: 1000 },
    reftypes: { anyOf: [ReferenceTypesSchema, { type: "null" }] },
    include_headers: { type: ["boolean", "null"] },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = { type: "object", additionalProperties: BestReferencesOrHeadersSchema };

/** Whether a value is as `getBestReferencesByIds` promises. */
export function isGetBestReferencesByIdsResult(value: unknown): boolean {
  if (!isObject(value)) {
    return false;
  }
  for (const key in value) {
    const item = value[key];
    if (!isBestReferencesOrHeaders(item)) {
      return false;
    }
  }
  return true;
}

/**
 * The best reference files for datasets of the archive, in one call.
 *
 * The server takes the matching parameters of each dataset from the archive and looks them up. On
 * the wire the value of an id is a pair, `[true, {type: file}]` or `[false, "<reason>"]`; the
 * public client's description shows the plain object of types and files. Both are read as one type
 * here. An association takes the parameters of its first member.
 *
 * Keys are the ids as they were asked, in capitals; in typed results a key is found by either half,
 * in any case. With `include_headers` the answer has one more key, `headers`, whose value maps ids
 * to matching parameters.
 *
 * In no document; known from what servers answered.
 *
 * Source: api.py, history, server 2019, observed.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { getBestReferencesByIds, SERVERS } from "astrowire/crds";
 *
 * const request = getBestReferencesByIds.encode(
 *   {
 *     context: "hst_0748.pmap",
 *     dataset_ids: ["I9ZF01010:I9ZF01DZQ", "I9ZF01ZZZ"],
 *     reftypes: ["biasfile", "darkfile"],
 *   },
 *   SERVERS.hst,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const getBestReferencesByIds = /* @__PURE__ */ rpcOperation<
  GetBestReferencesByIdsArguments,
  GetBestReferencesByIdsResult
>({
  service: "crds",
  name: "get_best_references_by_ids",
  effect: "read",
  parameters: [
    { name: "context", required: true },
    { name: "dataset_ids", required: true },
    { name: "reftypes" },
    { name: "include_headers", default: false },
  ],
  protocol: PROTOCOL,
  fault: CrdsFault,
  maxBody: 268435456,
  request: { accepts: isGetBestReferencesByIdsArguments, schema: REQUEST },
  result: {
    kind: "plain",
    schema: RESPONSE,
    accepts: isGetBestReferencesByIdsResult,
    finish: finishing.values(finishing.plainPair(finishing.asIs, finishing.asIs)),
  },
});
