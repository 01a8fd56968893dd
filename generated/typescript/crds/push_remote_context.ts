// Generated from spec/crds/push_remote_context.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isObject, lengthOf, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import {
  isObservatory,
  isPmapName,
  type Observatory,
  ObservatorySchema,
  type PmapName,
  PmapNameSchema,
} from "./types.js";

/** Arguments of `pushRemoteContext`. */
export interface PushRemoteContextArguments {
  /** Observatory that the pipeline works for; must be the server's own. */
  readonly observatory: Observatory;
  /** What is pushed; "operational", or "latest" on newer servers. */
  readonly kind: "operational" | "latest";
  /** The secret that identifies the pipeline's copy. */
  readonly key: string;
  /** The pmap that the copy is at; a date or a symbolic context is not taken. */
  readonly context: PmapName;
}

/** What `pushRemoteContext` comes to. */
export type PushRemoteContextResult = null;

/** Whether a value is arguments of `pushRemoteContext`, rules between them apart. */
export function isPushRemoteContextArguments(value: unknown): value is PushRemoteContextArguments {
  if (!isObject(value)) {
    return false;
  }
  if (!isObservatory(value.observatory)) {
    return false;
  }
  if (value.kind !== "operational" && value.kind !== "latest") {
    return false;
  }
  if (typeof value.key !== "string" || lengthOf(value.key) < 1) {
    return false;
  }
  if (!isPmapName(value.context)) {
    return false;
  }
  if (sizeOf(value) !== 4) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["observatory", "kind", "key", "context"],
  properties: {
    observatory: ObservatorySchema,
    kind: { enum: ["operational", "latest"] },
    key: { type: "string", minLength: 1 },
    context: PmapNameSchema,
  },
  additionalProperties: false,
};

const RESPONSE: Schema = { type: "null" };

/** Whether a value is as `pushRemoteContext` promises. */
export function isPushRemoteContextResult(value: unknown): value is PushRemoteContextResult {
  return value === null;
}

/**
 * Tell the server which context a pipeline's own copy of the rules is at.
 *
 * This changes what the server stores for one registered copy, which `get_remote_context` gives
 * back. Nothing happens when the context is stored already. The key is a secret that the server's
 * administrators give to the pipeline; it is never shown in errors and logs.
 *
 * Servers before 2024 know the kind `operational` alone; what they called operational is called
 * latest since.
 *
 * In no document; known from what servers answered.
 *
 * Source: api.py, sync, history, server 2019, observed.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { pushRemoteContext, SERVERS } from "astrowire/crds";
 *
 * const request = pushRemoteContext.encode(
 *   {
 *     observatory: "hst",
 *     kind: "operational",
 *     key: "00000000-0000-4000-8000-000000000000",
 *     context: "hst_0748.pmap",
 *   },
 *   SERVERS.hst,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const pushRemoteContext = /* @__PURE__ */ rpcOperation<
  PushRemoteContextArguments,
  PushRemoteContextResult
>({
  service: "crds",
  name: "push_remote_context",
  effect: "write",
  parameters: [
    { name: "observatory", required: true },
    { name: "kind", required: true },
    { name: "key", required: true, secret: true },
    { name: "context", required: true },
  ],
  protocol: PROTOCOL,
  fault: CrdsFault,
  request: { accepts: isPushRemoteContextArguments, schema: REQUEST },
  result: { kind: "plain", schema: RESPONSE, accepts: isPushRemoteContextResult },
});
