// Generated from spec/crds/get_dataset_ids.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isArray, isObject, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Open, Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import {
  type ContextSpec,
  ContextSpecSchema,
  type DatasetId,
  DatasetIdSchema,
  isContextSpec,
  isDatasetId,
} from "./types.js";

const INSTRUMENT_PATTERN = /^[A-Za-z0-9_]{1,64}$/u;
const DATASETS_SINCE_PATTERN =
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?)?$/u;

/** Words that are known; others may come. */
export type GetDatasetIdsInstrument = Open<
  | "acs"
  | "cos"
  | "nicmos"
  | "stis"
  | "synphot"
  | "wfc3"
  | "wfpc2"
  | "fgs"
  | "miri"
  | "nircam"
  | "niriss"
  | "nirspec"
  | "system"
  | "wfi"
>;

/** Arguments of `getDatasetIds`. */
export interface GetDatasetIdsArguments {
  /** The rules for which ids are wanted; a date or a symbolic context for those in use. */
  readonly context: ContextSpec;
  /**
   * Instrument of the observatory, in any case; "system" and "synphot" have no datasets.
   *
   * HST has acs, cos, nicmos, stis, synphot, wfc3 and wfpc2 (a header's WFII means wfpc2); JWST has
   * fgs, miri, nircam, niriss, nirspec and system; Roman has wfi.
   */
  readonly instrument: GetDatasetIdsInstrument;
  /**
   * Only datasets acquired after this time, "YYYY-MM-DD HH:MM:SS" or with a T between.
   *
   * The documents have two parameters. This one is sent when it is given, and left out else.
   */
  readonly datasets_since?: string | null;
}

/** What `getDatasetIds` comes to. */
export type GetDatasetIdsResult = readonly DatasetId[];

/** Whether a value is arguments of `getDatasetIds`, rules between them apart. */
export function isGetDatasetIdsArguments(value: unknown): value is GetDatasetIdsArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 2;
  if (!isContextSpec(value.context)) {
    return false;
  }
  if (typeof value.instrument !== "string" || !INSTRUMENT_PATTERN.test(value.instrument)) {
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
  required: ["context", "instrument"],
  properties: {
    context: ContextSpecSchema,
    instrument: {
      type: "string",
      pattern: "^[A-Za-z0-9_]{1,64}$",
      not: { type: "string", pattern: "\\n" },
      description:
        'Instrument of the observatory, in any case; "system" and "synphot" have no datasets.',
    },
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

const RESPONSE: Schema = { type: "array", items: DatasetIdSchema };

/** Whether a value is as `getDatasetIds` promises. */
export function isGetDatasetIdsResult(value: unknown): value is GetDatasetIdsResult {
  if (!isArray(value)) {
    return false;
  }
  for (const item of value) {
    if (!isDatasetId(item)) {
      return false;
    }
  }
  return true;
}

/**
 * The ids of all datasets of one instrument that the archive knows.
 *
 * Ids have two parts with a colon between. `get_dataset_headers_by_id` and
 * `get_aui_best_references` take them whole or by either half. The answer can be long, since it
 * names every dataset of the instrument. HST ids come sorted, JWST ids in the archive's order.
 *
 * Source: seed, api.py, server 2019.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { getDatasetIds, SERVERS } from "astrowire/crds";
 *
 * const request = getDatasetIds.encode(
 *   { context: "2016-01-01T00:00:00", instrument: "miri" },
 *   SERVERS.jwst,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const getDatasetIds = /* @__PURE__ */ rpcOperation<
  GetDatasetIdsArguments,
  GetDatasetIdsResult
>({
  service: "crds",
  name: "get_dataset_ids",
  effect: "read",
  parameters: [
    { name: "context", required: true },
    { name: "instrument", required: true },
    { name: "datasets_since" },
  ],
  protocol: PROTOCOL,
  fault: CrdsFault,
  whenGiven: ["datasets_since"],
  maxBody: 268435456,
  request: { accepts: isGetDatasetIdsArguments, schema: REQUEST },
  result: { kind: "plain", schema: RESPONSE, accepts: isGetDatasetIdsResult },
});
