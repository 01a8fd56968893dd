// Generated from spec/drms/jsoc_userkill.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import { isObject, lengthOf, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import type { Schema } from "../runtime/schema.js";
import { QueryNotStopped } from "./errors.js";
import { isOtherStatus, OtherStatusSchema } from "./types.js";

/**
 * The query was stopped.
 *
 * Source: web lookdata.
 */
export interface QueryStopped {
  /** Always 0; above it the page sees a failure. */
  readonly status: 0;
}

/** Whether a value is of the type `QueryStopped`. */
export function isQueryStopped(value: unknown, seen: Seen = unseen()): value is QueryStopped {
  if (!isObject(value)) {
    return false;
  }
  if (value.status !== 0) {
    return false;
  }
  seen.unknown += sizeOf(value) - 1;
  return true;
}

/** Explains why a value is not of the type `QueryStopped`. */
export const QueryStoppedSchema: Schema = {
  type: "object",
  required: ["status"],
  properties: { status: { const: 0 } },
};

/** Arguments of `jsocUserkill`. */
export interface JsocUserkillArguments {
  /** The handle that was given to the query. */
  readonly userhandle: string;
}

/** What `jsocUserkill` comes to. */
export type JsocUserkillResult = QueryStopped;

/** Whether a value is arguments of `jsocUserkill`, rules between them apart. */
export function isJsocUserkillArguments(value: unknown): value is JsocUserkillArguments {
  if (!isObject(value)) {
    return false;
  }
  if (typeof value.userhandle !== "string" || lengthOf(value.userhandle) < 1) {
    return false;
  }
  if (sizeOf(value) !== 1) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["userhandle"],
  properties: { userhandle: { type: "string", minLength: 1 } },
  additionalProperties: false,
};

const RESPONSE: Schema = {
  anyOf: [
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [0] } } },
        QueryStoppedSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { not: { enum: [0] } } } },
        OtherStatusSchema,
      ],
    },
  ],
};

/**
 * Stop a running query by its handle.
 *
 * The handle is the `uid` that was given to `rs_list` or `rs_records`. The stopped query ends with
 * `BackendTerminated`.
 *
 * In no document; known from the source of the server's programs only. Offered by JSOC, JSOC, with
 * internal series.
 *
 * Source: web lookdata, jsoc_info.c.
 *
 * @throws QueryNotStopped - The query was not stopped; the server's answer is kept.
 *
 * @example
 * ```ts
 * import { jsocUserkill, SERVERS } from "astrowire/drms";
 *
 * const request = jsocUserkill.encode({ userhandle: "20240101_00001_1700000000000" }, SERVERS.jsoc);
 * console.log(request.method, request.url);
 * ```
 */
export const jsocUserkill = /* @__PURE__ */ cgiOperation<JsocUserkillArguments, JsocUserkillResult>(
  {
    service: "drms",
    name: "jsoc_userkill",
    effect: "write",
    parameters: [{ name: "userhandle", required: true }],
    endpoint: "jsoc_userkill",
    query: [codecs.text("userhandle", "userhandle")],
    charset: "latin-1",
    request: { accepts: isJsocUserkillArguments, schema: REQUEST },
    result: {
      kind: "select",
      member: "status",
      schema: RESPONSE,
      arms: [{ when: [0], accepts: isQueryStopped }],
      otherwise: { accepts: isOtherStatus, error: QueryNotStopped },
    },
  },
);
