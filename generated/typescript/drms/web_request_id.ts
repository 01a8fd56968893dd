// Generated from spec/drms/web_request_id.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import { isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import type { Open, Schema } from "../runtime/schema.js";
import { NoHandle } from "./errors.js";

/**
 * A handle.
 *
 * Source: WebRequestID.c.
 */
export interface QueryHandle {
  /** Date and a running number, such as `20240101_00001`. */
  readonly handle: Open<"ERROR">;
}

/** Whether a value is of the type `QueryHandle`. */
export function isQueryHandle(value: unknown, seen: Seen = unseen()): value is QueryHandle {
  if (!isObject(value)) {
    return false;
  }
  if (typeof value.handle !== "string") {
    return false;
  }
  seen.unknown += sizeOf(value) - 1;
  return true;
}

/** Explains why a value is not of the type `QueryHandle`. */
export const QueryHandleSchema: Schema = {
  type: "object",
  required: ["handle"],
  properties: { handle: { type: "string" } },
};

/** Arguments of `webRequestId`. */
export type WebRequestIdArguments = Readonly<Record<string, never>>;

/** What `webRequestId` comes to. */
export type WebRequestIdResult = QueryHandle;

/** Whether a value is arguments of `webRequestId`, rules between them apart. */
export function isWebRequestIdArguments(value: unknown): boolean {
  if (!isObject(value)) {
    return false;
  }
  if (sizeOf(value) !== 0) {
    return false;
  }
  return true;
}

const REQUEST: Schema = { type: "object", properties: {}, additionalProperties: false };

/**
 * Get a handle by which a running query can be stopped.
 *
 * Give it, or a text that begins with it, as `uid` to `rs_list` or `rs_records`, and to
 * `jsoc_userkill` to stop that query. The look-data page appends `_` and the milliseconds of its
 * clock.
 *
 * In no document; known from the source of the server's programs only. Offered by JSOC, JSOC, with
 * internal series.
 *
 * Source: WebRequestID.c, web lookdata.
 *
 * @throws NoHandle - The server could not give out a handle.
 *
 * @example
 * ```ts
 * import { webRequestId, SERVERS } from "astrowire/drms";
 *
 * const request = webRequestId.encode({}, SERVERS.jsoc);
 * console.log(request.method, request.url);
 * ```
 */
export const webRequestId = /* @__PURE__ */ cgiOperation<WebRequestIdArguments, WebRequestIdResult>(
  {
    service: "drms",
    name: "web_request_id",
    effect: "read",
    parameters: [],
    endpoint: "web_request_id",
    query: [],
    charset: "latin-1",
    request: { accepts: isWebRequestIdArguments, schema: REQUEST },
    result: {
      kind: "plain",
      schema: QueryHandleSchema,
      accepts: isQueryHandle,
      failure: { member: "handle", told: "ERROR", isBad: true, error: NoHandle },
    },
  },
);
