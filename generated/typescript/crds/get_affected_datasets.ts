// Generated from spec/crds/get_affected_datasets.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isArray, isInteger, isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Open, Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import {
  type DatasetId,
  DatasetIdSchema,
  isDatasetId,
  isObservatory,
  isPmapName,
  type Observatory,
  ObservatorySchema,
  type PmapName,
  PmapNameSchema,
} from "./types.js";

/**
 * What the server computed of one change of the context.
 *
 * Source: server 2019.
 */
export interface AffectedDatasets {
  /** Name of the folder of the computation; it ends in the numbers of the two contexts. */
  readonly computation_dir: string;
  /** The observatory. */
  readonly observatory?: Open<"hst" | "jwst" | "roman">;
  /** The datasets; or a text that starts with "FAILED:". */
  readonly affected_ids: readonly DatasetId[] | string;
  /** Exit status of the computation; 0 means that all is well. */
  readonly bestrefs_status: number;
  /** The pmap before the change. */
  readonly old_context?: string;
  /** The pmap after the change. */
  readonly new_context?: string;
  /** What the computation logged, at most 1000 lines of it. */
  readonly bestrefs_err_summary: string;
}

/** Whether a value is of the type `AffectedDatasets`. */
export function isAffectedDatasets(
  value: unknown,
  seen: Seen = unseen(),
): value is AffectedDatasets {
  if (!isObject(value)) {
    return false;
  }
  let known = 4;
  if (typeof value.computation_dir !== "string") {
    return false;
  }
  if (value.observatory !== undefined) {
    if (typeof value.observatory !== "string") {
      return false;
    }
    known += 1;
  }
  if (isArray(value.affected_ids)) {
    for (const item of value.affected_ids) {
      if (!isDatasetId(item)) {
        return false;
      }
    }
  } else if (typeof value.affected_ids !== "string") {
    return false;
  }
  if (!isInteger(value.bestrefs_status)) {
    return false;
  }
  if (value.old_context !== undefined) {
    if (typeof value.old_context !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.new_context !== undefined) {
    if (typeof value.new_context !== "string") {
      return false;
    }
    known += 1;
  }
  if (typeof value.bestrefs_err_summary !== "string") {
    return false;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/** Explains why a value is not of the type `AffectedDatasets`. */
export const AffectedDatasetsSchema: Schema = {
  type: "object",
  required: ["computation_dir", "affected_ids", "bestrefs_status", "bestrefs_err_summary"],
  properties: {
    computation_dir: { type: "string" },
    observatory: { type: "string" },
    affected_ids: { anyOf: [{ type: "array", items: DatasetIdSchema }, { type: "string" }] },
    bestrefs_status: { type: "integer" },
    old_context: { type: "string" },
    new_context: { type: "string" },
    bestrefs_err_summary: { type: "string" },
  },
};

/** Arguments of `getAffectedDatasets`. */
export interface GetAffectedDatasetsArguments {
  /** Observatory whose datasets are asked for; must be the server's own. */
  readonly observatory: Observatory;
  /** The pmap before the change; a date or a symbolic context is not taken. */
  readonly old_context?: PmapName | null;
  /** The pmap after the change; a date or a symbolic context is not taken. */
  readonly new_context?: PmapName | null;
}

/** What `getAffectedDatasets` comes to. */
export type GetAffectedDatasetsResult = AffectedDatasets;

/** Whether a value is arguments of `getAffectedDatasets`, rules between them apart. */
export function isGetAffectedDatasetsArguments(
  value: unknown,
): value is GetAffectedDatasetsArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (!isObservatory(value.observatory)) {
    return false;
  }
  if (value.old_context !== undefined) {
    if (!isPmapName(value.old_context) && value.old_context !== null) {
      return false;
    }
    known += 1;
  }
  if (value.new_context !== undefined) {
    if (!isPmapName(value.new_context) && value.new_context !== null) {
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
  required: ["observatory"],
  properties: {
    observatory: ObservatorySchema,
    old_context: { anyOf: [PmapNameSchema, { type: "null" }] },
    new_context: { anyOf: [PmapNameSchema, { type: "null" }] },
  },
  additionalProperties: false,
};

/**
 * The datasets whose best references a change of the context has changed.
 *
 * The server computes this once after each change of its default context. Not given, a context
 * means any; of several changes that fit, the last is answered.
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
 * import { getAffectedDatasets, SERVERS } from "astrowire/crds";
 *
 * const request = getAffectedDatasets.encode(
 *   { observatory: "hst", old_context: "hst_0683.pmap", new_context: "hst_0684.pmap" },
 *   SERVERS.hst,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const getAffectedDatasets = /* @__PURE__ */ rpcOperation<
  GetAffectedDatasetsArguments,
  GetAffectedDatasetsResult
>({
  service: "crds",
  name: "get_affected_datasets",
  effect: "read",
  parameters: [
    { name: "observatory", required: true },
    { name: "old_context" },
    { name: "new_context" },
  ],
  protocol: PROTOCOL,
  fault: CrdsFault,
  maxBody: 268435456,
  request: { accepts: isGetAffectedDatasetsArguments, schema: REQUEST },
  result: { kind: "plain", schema: AffectedDatasetsSchema, accepts: isAffectedDatasets },
});
