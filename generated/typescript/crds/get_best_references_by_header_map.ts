// Generated from spec/crds/get_best_references_by_header_map.yaml; do not edit.
// Change the spec, then run `make generate`.

import * as finishing from "../runtime/finishing.js";
import { isArray, isObject, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import {
  type BestReferences,
  BestReferencesSchema,
  type ContextSpec,
  ContextSpecSchema,
  type Header,
  HeaderSchema,
  isBestReferences,
  isContextSpec,
  isHeader,
  isReferenceTypes,
  type ReferenceTypes,
  ReferenceTypesSchema,
} from "./types.js";

const HEADER_MAP_KEY_PATTERN = /^[A-Za-z0-9_.+-]{1,128}(:[A-Za-z0-9_.+-]{1,128})?$/u;

/**
 * Dataset id to the matching parameters of that dataset; ids are any unique texts of the grammar.
 *
 * Source: seed, server 2019.
 */
export type HeaderMap = Readonly<Record<string, Header>>;

/** Whether a value is of the type `HeaderMap`. */
export function isHeaderMap(value: unknown): value is HeaderMap {
  if (!isObject(value)) {
    return false;
  }
  for (const key in value) {
    if (!HEADER_MAP_KEY_PATTERN.test(key)) {
      return false;
    }
    const item = value[key];
    if (!isHeader(item)) {
      return false;
    }
  }
  return true;
}

/**
 * The best references of one dataset, or the text that says why there are none.
 *
 * The text starts with `FAILED:`, for example `FAILED: Missing 'INSTRUME' keyword in header for
 * determining instrument.`
 *
 * Source: seed, server 2019.
 */
export type BestReferencesOutcome = readonly [true, BestReferences] | readonly [false, string];

/** Whether a value is of the type `BestReferencesOutcome`. */
export function isBestReferencesOutcome(value: unknown): boolean {
  if (isArray(value) && value.length === 2 && value[0] === true) {
    if (!isBestReferences(value[1])) {
      return false;
    }
  } else if (isArray(value) && value.length === 2 && value[0] === false) {
    if (typeof value[1] !== "string") {
      return false;
    }
  } else if (!isBestReferences(value)) {
    return false;
  }
  return true;
}

/** Explains why a value is not of the type `HeaderMap`. */
export const HeaderMapSchema: Schema = {
  type: "object",
  additionalProperties: HeaderSchema,
  propertyNames: {
    pattern: "^[A-Za-z0-9_.+-]{1,128}(:[A-Za-z0-9_.+-]{1,128})?$",
    not: { type: "string", pattern: "\\n" },
  },
};

/** Explains why a value is not of the type `BestReferencesOutcome`. */
export const BestReferencesOutcomeSchema: Schema = {
  anyOf: [
    BestReferencesSchema,
    {
      type: "array",
      prefixItems: [{ const: true }, BestReferencesSchema],
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

/** Arguments of `getBestReferencesByHeaderMap`. */
export interface GetBestReferencesByHeaderMapArguments {
  /** The rules to use; a pmap as a rule, an imap or rmap is accepted too. */
  readonly context: ContextSpec;
  /** Dataset id to the matching parameters of that dataset. */
  readonly header_map: HeaderMap;
  /** The wanted reference types, in any case; not given or empty, all types of the instrument. */
  readonly reftypes?: ReferenceTypes | null;
}

/** What `getBestReferencesByHeaderMap` comes to. */
export type GetBestReferencesByHeaderMapResult = Readonly<Record<string, BestReferencesOutcome>>;

/** Whether a value is arguments of `getBestReferencesByHeaderMap`, rules between them apart. */
export function isGetBestReferencesByHeaderMapArguments(
  value: unknown,
): value is GetBestReferencesByHeaderMapArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 2;
  if (!isContextSpec(value.context)) {
    return false;
  }
  if (!isHeaderMap(value.header_map)) {
    return false;
  }
  if (value.reftypes !== undefined) {
    if (!isReferenceTypes(value.reftypes) && value.reftypes !== null) {
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
  required: ["context", "header_map"],
  properties: {
    context: ContextSpecSchema,
    header_map: HeaderMapSchema,
    reftypes: { anyOf: [ReferenceTypesSchema, { type: "null" }] },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = { type: "object", additionalProperties: BestReferencesOutcomeSchema };

/** Whether a value is as `getBestReferencesByHeaderMap` promises. */
export function isGetBestReferencesByHeaderMapResult(value: unknown): boolean {
  if (!isObject(value)) {
    return false;
  }
  for (const key in value) {
    const item = value[key];
    if (!isBestReferencesOutcome(item)) {
      return false;
    }
  }
  return true;
}

/**
 * The best reference files for several sets of matching parameters, in one call.
 *
 * As `get_best_references`, for many headers at once. The ids only tell the answers apart; the
 * rules do not look at them. A header that cannot be looked up, for example because it names no
 * instrument, makes the answer for its id a failure with a text; a header that is malformed fails
 * the whole call with `InvalidHeaderError`, and the error says which id.
 *
 * On the wire the value of an id is a pair, `[true, {type: file}]` or `[false, "FAILED:
 * <reason>"]`, or the plain object of types and files; the documents describe the plain one. Both
 * are read as one type here.
 *
 * Source: seed, api.py, server 2019.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { getBestReferencesByHeaderMap, SERVERS } from "astrowire/crds";
 *
 * const request = getBestReferencesByHeaderMap.encode(
 *   {
 *     context: "hst_0748.pmap",
 *     header_map: {
 *       I9ZF01010: {
 *         INSTRUME: "WFC3",
 *         DETECTOR: "UVIS",
 *         "DATE-OBS": "2009-07-14",
 *         "TIME-OBS": "15:56:09",
 *       },
 *       J9BT06O6Q: {},
 *     },
 *     reftypes: ["biasfile", "darkfile"],
 *   },
 *   SERVERS.hst,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const getBestReferencesByHeaderMap = /* @__PURE__ */ rpcOperation<
  GetBestReferencesByHeaderMapArguments,
  GetBestReferencesByHeaderMapResult
>({
  service: "crds",
  name: "get_best_references_by_header_map",
  effect: "read",
  parameters: [
    { name: "context", required: true },
    { name: "header_map", required: true },
    { name: "reftypes" },
  ],
  protocol: PROTOCOL,
  fault: CrdsFault,
  request: { accepts: isGetBestReferencesByHeaderMapArguments, schema: REQUEST },
  result: {
    kind: "plain",
    schema: RESPONSE,
    accepts: isGetBestReferencesByHeaderMapResult,
    finish: finishing.values(finishing.plainPair(finishing.asIs, finishing.asIs)),
  },
});
