// Generated from spec/crds/get_submission_info.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isArray, isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Open, Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import { isObservatory, type Observatory, ObservatorySchema } from "./types.js";

const USERNAME_PATTERN = /^(\*|[a-z_]+)$/u;

/** Words that are known; others may come. */
export type SubmissionInfoSubmissionKinds = Open<
  "batch" | "mapping" | "reference" | "add" | "delete"
>;

/**
 * How files are submitted.
 *
 * Source: server 2019.
 */
export interface SubmissionInfo {
  /** The kinds of submissions. */
  readonly submission_kinds: readonly SubmissionInfoSubmissionKinds[];
  /** Where the user's files are put; a host, a colon and a folder. */
  readonly ingest_dir: string;
}

/** Whether a value is of the type `SubmissionInfo`. */
export function isSubmissionInfo(value: unknown, seen: Seen = unseen()): value is SubmissionInfo {
  if (!isObject(value)) {
    return false;
  }
  if (!isArray(value.submission_kinds)) {
    return false;
  }
  for (const item of value.submission_kinds) {
    if (typeof item !== "string") {
      return false;
    }
  }
  if (typeof value.ingest_dir !== "string") {
    return false;
  }
  seen.unknown += sizeOf(value) - 2;
  return true;
}

/** Explains why a value is not of the type `SubmissionInfo`. */
export const SubmissionInfoSchema: Schema = {
  type: "object",
  required: ["submission_kinds", "ingest_dir"],
  properties: {
    submission_kinds: { type: "array", items: { type: "string" } },
    ingest_dir: { type: "string" },
  },
};

/** Arguments of `getSubmissionInfo`. */
export interface GetSubmissionInfoArguments {
  /** Observatory that files are submitted for; must be the server's own. */
  readonly observatory: Observatory;
  /** Name of the user; "*" is taken too. */
  readonly username: string;
}

/** What `getSubmissionInfo` comes to. */
export type GetSubmissionInfoResult = SubmissionInfo;

/** Whether a value is arguments of `getSubmissionInfo`, rules between them apart. */
export function isGetSubmissionInfoArguments(value: unknown): value is GetSubmissionInfoArguments {
  if (!isObject(value)) {
    return false;
  }
  if (!isObservatory(value.observatory)) {
    return false;
  }
  if (typeof value.username !== "string" || !USERNAME_PATTERN.test(value.username)) {
    return false;
  }
  if (sizeOf(value) !== 2) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["observatory", "username"],
  properties: {
    observatory: ObservatorySchema,
    username: {
      type: "string",
      pattern: "^(\\*|[a-z_]+)$",
      not: { type: "string", pattern: "\\n" },
      description: 'Name of the user; "*" is taken too.',
    },
  },
  additionalProperties: false,
};

/**
 * Where a user puts files that are to be submitted, and which kinds of submissions there are.
 *
 * In no document; known from the source of the server's programs only.
 *
 * Source: history, server 2019.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { getSubmissionInfo, SERVERS } from "astrowire/crds";
 *
 * const request = getSubmissionInfo.encode({ observatory: "hst", username: "homer" }, SERVERS.hst);
 * console.log(request.method, request.url);
 * ```
 */
export const getSubmissionInfo = /* @__PURE__ */ rpcOperation<
  GetSubmissionInfoArguments,
  GetSubmissionInfoResult
>({
  service: "crds",
  name: "get_submission_info",
  effect: "read",
  parameters: [
    { name: "observatory", required: true },
    { name: "username", required: true },
  ],
  protocol: PROTOCOL,
  fault: CrdsFault,
  request: { accepts: isGetSubmissionInfoArguments, schema: REQUEST },
  result: { kind: "plain", schema: SubmissionInfoSchema, accepts: isSubmissionInfo },
});
