// Generated from spec/crds/get_dataset_headers_by_id.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isNumber, isObject, sizeOf } from "../runtime/guards.js";
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

const DATASETS_SINCE_PATTERN =
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?)?$/u;

/**
 * The matching parameters of one dataset; keyword to value.
 *
 * Values are strings as a rule: HST numbers are decimal text such as "15.0", and what is unknown is
 * `UNDEFINED`. Roman sends some as JSON numbers. HST headers also hold the historical reference
 * keywords (BIASFILE, FLATFILE), EXPSTART, the names and kind of members (MEMBER_NAME_DSN,
 * MEMBER_TYPE, ASN_ID_DSN), DATE-OBS and TIME-OBS. JWST adds PARAMS_SOURCE, PARAMS_DATE, PARAMS_CTX
 * and the archive's `productLevel`, for example "2a" or "2b" (Roman "2").
 *
 * Source: seed, server 2019, test, guide.
 */
export type DatasetHeader = Readonly<Record<string, string | number | boolean | null>>;

/** Whether a value is of the type `DatasetHeader`. */
export function isDatasetHeader(value: unknown): value is DatasetHeader {
  if (!isObject(value)) {
    return false;
  }
  for (const key in value) {
    const item = value[key];
    if (typeof item !== "string" && !isNumber(item) && typeof item !== "boolean" && item !== null) {
      return false;
    }
  }
  return true;
}

/**
 * Why there is no header for a dataset; starts with "NOT FOUND".
 *
 * Known texts: `NOT FOUND no match found in query` (HST); `NOT FOUND dataset ID does not exist
 * '<id>'`, `NOT FOUND bad ID format for '<id>'`, `NOT FOUND No instrument name found for dataset`,
 * `NOT FOUND unhandled parameter set format for '<id>'` (JWST and Roman).
 *
 * Source: server 2019.
 */
export type DatasetReason = string;

/**
 * Which of the texts that stand for something else a text is, or `null`.
 *
 * `DatasetNotFound`: The archive has no header for the dataset; the text says why.
 */
export function tellDatasetReason(text: string): "DatasetNotFound" | null {
  if (text.startsWith("NOT FOUND")) {
    return "DatasetNotFound";
  }
  return null;
}

/** Whether a value is of the type `DatasetReason`. */
export function isDatasetReason(value: unknown): value is DatasetReason {
  return typeof value === "string";
}

/** Explains why a value is not of the type `DatasetHeader`. */
export const DatasetHeaderSchema: Schema = {
  type: "object",
  additionalProperties: { type: ["string", "number", "boolean", "null"] },
};

/** Explains why a value is not of the type `DatasetReason`. */
export const DatasetReasonSchema: Schema = { type: "string" };

/** Arguments of `getDatasetHeadersById`. */
export interface GetDatasetHeadersByIdArguments {
  /** The rules whose parameters are wanted; a context, a date or a symbolic context. */
  readonly context_specifier: ContextSpec;
  /** The wanted datasets, whole ids or halves of them, in any case; at most 200. */
  readonly ids: DatasetIds;
  /**
   * Only datasets acquired after this time, "YYYY-MM-DD HH:MM:SS" or with a T between.
   *
   * Servers check the form and then ignore the value; not given means 1900-01-01.
   */
  readonly datasets_since?: string | null;
}

/** What `getDatasetHeadersById` comes to. */
export type GetDatasetHeadersByIdResult = Readonly<Record<string, DatasetHeader | DatasetReason>>;

/** Whether a value is arguments of `getDatasetHeadersById`, rules between them apart. */
export function isGetDatasetHeadersByIdArguments(
  value: unknown,
): value is GetDatasetHeadersByIdArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 2;
  if (!isContextSpec(value.context_specifier)) {
    return false;
  }
  if (!isDatasetIds(value.ids)) {
    return false;
  }
  if (value.datasets_since !== undefined) {
    if (
      (typeof value.datasets_since !== "string" ||
        !DATASETS_SINCE_PATTERN.test(value.datasets_since)) &&
      value.datasets_since !== null
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
  required: ["context_specifier", "ids"],
  properties: {
    context_specifier: ContextSpecSchema,
    ids: DatasetIdsSchema,
    datasets_since: {
      type: ["string", "null"],
      pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?)?$",
      not: { type: "string", pattern: "\\n" },
      description:
        'Only datasets acquired after this time, "YYYY-MM-DD HH:MM:SS" or with a T between.',
    },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = {
  type: "object",
  additionalProperties: { anyOf: [DatasetHeaderSchema, DatasetReasonSchema] },
};

/** Whether a value is as `getDatasetHeadersById` promises. */
export function isGetDatasetHeadersByIdResult(
  value: unknown,
): value is GetDatasetHeadersByIdResult {
  if (!isObject(value)) {
    return false;
  }
  for (const key in value) {
    const item = value[key];
    if (!isDatasetHeader(item) && !isDatasetReason(item)) {
      return false;
    }
  }
  return true;
}

/**
 * The matching parameters that the archive holds for given datasets.
 *
 * The headers can be given to `get_best_references` as they are, after numbers have been written as
 * strings. A dataset that the archive does not have is no error of the call: its value is a text
 * that starts with `NOT FOUND`.
 *
 * Answers for HST and JWST are keyed by the two-part id in capitals, also when half an id was asked
 * for; the documents show one half as key. An HST product id is answered by one entry for each of
 * its exposures: `I9ZF01010` by `I9ZF01010:I9ZF01DZQ`, `I9ZF01010:I9ZF01E0Q`, `I9ZF01010:I9ZF01E1Q`
 * and `I9ZF01010:I9ZF01E3Q`. In typed results a key is found by either half, in any case.
 *
 * Source: seed, api.py, server 2019, test.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { getDatasetHeadersById, SERVERS } from "astrowire/crds";
 *
 * const request = getDatasetHeadersById.encode(
 *   { context_specifier: "2016-01-01", ids: ["JW96090001004_03101_00001.NRCB2"] },
 *   SERVERS.jwst,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const getDatasetHeadersById = /* @__PURE__ */ rpcOperation<
  GetDatasetHeadersByIdArguments,
  GetDatasetHeadersByIdResult
>({
  service: "crds",
  name: "get_dataset_headers_by_id",
  effect: "read",
  parameters: [
    { name: "context_specifier", required: true },
    { name: "ids", required: true },
    { name: "datasets_since" },
  ],
  protocol: PROTOCOL,
  fault: CrdsFault,
  batch: { argument: "ids", size: 200 },
  request: { accepts: isGetDatasetHeadersByIdArguments, schema: REQUEST },
  result: { kind: "plain", schema: RESPONSE, accepts: isGetDatasetHeadersByIdResult },
});
