// Generated from spec/crds/get_remote_context.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isObject, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import { isObservatory, type Observatory, ObservatorySchema } from "./types.js";

const REMOTE_CONTEXT_PATTERN = /^[A-Za-z0-9._-]{1,128}$/u;
const PIPELINE_NAME_PATTERN = /^[A-Za-z0-9_/][^\n\r]*$/u;

/**
 * Name of the context that the pipeline stored at the server, as a rule a pmap.
 *
 * Source: seed, server 2019.
 */
export type RemoteContext = string;

/** Whether a value is of the type `RemoteContext`. */
export function isRemoteContext(value: unknown): value is RemoteContext {
  return typeof value === "string" && REMOTE_CONTEXT_PATTERN.test(value);
}

/** Explains why a value is not of the type `RemoteContext`. */
export const RemoteContextSchema: Schema = {
  type: "string",
  pattern: "^[A-Za-z0-9._-]{1,128}$",
  not: { type: "string", pattern: "\\n" },
  description: "Name of the context that the pipeline stored at the server, as a rule a pmap.",
};

/** Arguments of `getRemoteContext`. */
export interface GetRemoteContextArguments {
  /** Observatory that the pipeline works for; must be the server's own. */
  readonly observatory: Observatory;
  /** Name under which the pipeline is registered at the server, for example "jwst-ops-pipeline". */
  readonly pipeline_name: string;
}

/** What `getRemoteContext` comes to. */
export type GetRemoteContextResult = RemoteContext;

/** Whether a value is arguments of `getRemoteContext`, rules between them apart. */
export function isGetRemoteContextArguments(value: unknown): value is GetRemoteContextArguments {
  if (!isObject(value)) {
    return false;
  }
  if (!isObservatory(value.observatory)) {
    return false;
  }
  if (
    typeof value.pipeline_name !== "string" ||
    !PIPELINE_NAME_PATTERN.test(value.pipeline_name) ||
    value.pipeline_name.includes("\n")
  ) {
    return false;
  }
  if (sizeOf(value) !== 2) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["observatory", "pipeline_name"],
  properties: {
    observatory: ObservatorySchema,
    pipeline_name: {
      type: "string",
      pattern: "^[A-Za-z0-9_/][^\\n\\r]*$",
      not: { type: "string", pattern: "\\n" },
      description:
        'Name under which the pipeline is registered at the server, for example "jwst-ops-pipeline".',
    },
  },
  additionalProperties: false,
};

/**
 * The context that a pipeline reported when it last synchronised its copy of the rules.
 *
 * A pipeline that keeps its own copy of rules and references may tell the server, at each
 * synchronisation, which context the copy is at; this operation gives that echo back. A pipeline
 * that lets the server compute best references has no such copy. `get_default_context` always tells
 * the intended context, and is the one to prefer.
 *
 * Source: seed, api.py, history, server 2019.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { getRemoteContext, SERVERS } from "astrowire/crds";
 *
 * const request = getRemoteContext.encode(
 *   { observatory: "jwst", pipeline_name: "jwst-ops-pipeline" },
 *   SERVERS.jwst,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const getRemoteContext = /* @__PURE__ */ rpcOperation<
  GetRemoteContextArguments,
  GetRemoteContextResult
>({
  service: "crds",
  name: "get_remote_context",
  effect: "read",
  parameters: [
    { name: "observatory", required: true },
    { name: "pipeline_name", required: true },
  ],
  protocol: PROTOCOL,
  fault: CrdsFault,
  request: { accepts: isGetRemoteContextArguments, schema: REQUEST },
  result: { kind: "plain", schema: RemoteContextSchema, accepts: isRemoteContext },
});
