// Generated from spec/crds/get_context_history.yaml; do not edit.
// Change the spec, then run `make generate`.

import * as finishing from "../runtime/finishing.js";
import { isArray, isObject, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import {
  type HistoryDate,
  HistoryDateSchema,
  type HistoryDescription,
  HistoryDescriptionSchema,
  isHistoryDate,
  isHistoryDescription,
  isObservatory,
  isPmapName,
  type Observatory,
  ObservatorySchema,
  type PmapName,
  PmapNameSchema,
} from "./types.js";

/** Arguments of `getContextHistory`. */
export interface GetContextHistoryArguments {
  /** Observatory whose history is asked for; must be the server's own. */
  readonly observatory: Observatory;
}

/** What `getContextHistory` comes to. */
export type GetContextHistoryResult = readonly (readonly [
  HistoryDate,
  PmapName,
  HistoryDescription,
])[];

/** Whether a value is arguments of `getContextHistory`, rules between them apart. */
export function isGetContextHistoryArguments(value: unknown): value is GetContextHistoryArguments {
  if (!isObject(value)) {
    return false;
  }
  if (!isObservatory(value.observatory)) {
    return false;
  }
  if (sizeOf(value) !== 1) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["observatory"],
  properties: { observatory: ObservatorySchema },
  additionalProperties: false,
};

const RESPONSE: Schema = {
  type: "array",
  items: {
    type: "array",
    prefixItems: [HistoryDateSchema, PmapNameSchema, HistoryDescriptionSchema],
    items: false,
    minItems: 3,
  },
};

/** Whether a value is as `getContextHistory` promises. */
export function isGetContextHistoryResult(value: unknown): boolean {
  if (!isArray(value)) {
    return false;
  }
  for (const item of value) {
    if (!isArray(item) || item.length !== 3) {
      return false;
    }
    if (!isHistoryDate(item[0])) {
      return false;
    }
    if (!isPmapName(item[1])) {
      return false;
    }
    if (!isHistoryDescription(item[2])) {
      return false;
    }
  }
  return true;
}

/**
 * Which context was the pipeline's default from when on, oldest first.
 *
 * Each entry is a triple of the date when a context became the default, the context, and a
 * description. An entry holds until the date of the next one. A context may come back, and several
 * changes are often put into use at once, so that the numbers of contexts need neither rise nor be
 * without gaps.
 *
 * The server sends the newest entry first; typed results are sorted, the oldest entry first, as the
 * documents print them.
 *
 * Source: seed, api.py, server 2019, cache.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { getContextHistory, SERVERS } from "astrowire/crds";
 *
 * const request = getContextHistory.encode({ observatory: "jwst" }, SERVERS.jwst);
 * console.log(request.method, request.url);
 * ```
 */
export const getContextHistory = /* @__PURE__ */ rpcOperation<
  GetContextHistoryArguments,
  GetContextHistoryResult
>({
  service: "crds",
  name: "get_context_history",
  effect: "read",
  parameters: [{ name: "observatory", required: true }],
  protocol: PROTOCOL,
  fault: CrdsFault,
  request: { accepts: isGetContextHistoryArguments, schema: REQUEST },
  result: {
    kind: "plain",
    schema: RESPONSE,
    accepts: isGetContextHistoryResult,
    finish: finishing.ascending,
  },
});
