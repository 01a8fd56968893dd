// Generated from spec/drms/manage_request.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import { isObject, sizeOf } from "../runtime/guards.js";
import type { Schema } from "../runtime/schema.js";
import { RequestNotManaged, UnknownStatus } from "./errors.js";
import {
  isManagedRequest,
  isOtherStatus,
  isRequestFault,
  type ManagedRequest,
  ManagedRequestSchema,
  OtherStatusSchema,
  RequestFaultSchema,
} from "./types.js";

const ADDRESS_PATTERN = /^[^\n\r]+$/u;

/** Arguments of `manageRequest`. */
export interface ManageRequestArguments {
  /** The e-mail address, on one line. */
  readonly address: string;
}

/** What `manageRequest` comes to. */
export type ManageRequestResult = ManagedRequest;

/** Whether a value is arguments of `manageRequest`, rules between them apart. */
export function isManageRequestArguments(value: unknown): value is ManageRequestArguments {
  if (!isObject(value)) {
    return false;
  }
  if (
    typeof value.address !== "string" ||
    !ADDRESS_PATTERN.test(value.address) ||
    value.address.includes("\n")
  ) {
    return false;
  }
  if (sizeOf(value) !== 1) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["address"],
  properties: {
    address: {
      type: "string",
      pattern: "^[^\\n\\r]+$",
      not: { type: "string", pattern: "\\n" },
      description: "The e-mail address, on one line.",
    },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = {
  anyOf: [
    {
      allOf: [
        {
          type: "object",
          required: ["status"],
          properties: { status: { enum: ["0", "1", "2", "3"] } },
        },
        ManagedRequestSchema,
      ],
    },
    {
      allOf: [
        {
          type: "object",
          required: ["status"],
          properties: { status: { enum: ["-1", "-2", "-3", "-4", "-5", "-6"] } },
        },
        RequestFaultSchema,
      ],
    },
    {
      allOf: [
        {
          type: "object",
          required: ["status"],
          properties: {
            status: { not: { enum: ["0", "1", "2", "3", "-1", "-2", "-3", "-4", "-5", "-6"] } },
          },
        },
        OtherStatusSchema,
      ],
    },
  ],
};

/**
 * Ask whether an address has an unfinished export.
 *
 * An unfinished export keeps its address from ordering another one (`PendingLimit`);
 * `cancel_request` gives it up.
 *
 * In no document; known from the source of the server's programs only. Offered by JSOC, JSOC, with
 * internal series.
 *
 * Source: manage-request.py, web exportdata.
 *
 * @throws RequestNotManaged - The server could not look for, or cancel, unfinished exports
 * (negative status); its text says why.
 * @throws UnknownStatus - The server answered with a status that no document lists; the whole
 * answer is kept.
 *
 * @example
 * ```ts
 * import { manageRequest, SERVERS } from "astrowire/drms";
 *
 * const request = manageRequest.encode({ address: "name@example.com" }, SERVERS.jsoc);
 * console.log(request.method, request.url);
 * ```
 */
export const manageRequest = /* @__PURE__ */ cgiOperation<
  ManageRequestArguments,
  ManageRequestResult
>({
  service: "drms",
  name: "manage_request",
  effect: "read",
  parameters: [{ name: "address", required: true, secret: true }],
  endpoint: "manage_request",
  query: [codecs.text("address", "address"), codecs.fixed("operation", "check")],
  charset: "latin-1",
  request: { accepts: isManageRequestArguments, schema: REQUEST },
  result: {
    kind: "select",
    member: "status",
    schema: RESPONSE,
    arms: [
      { when: ["0", "1", "2", "3"], accepts: isManagedRequest },
      {
        when: ["-1", "-2", "-3", "-4", "-5", "-6"],
        accepts: isRequestFault,
        error: RequestNotManaged,
      },
    ],
    otherwise: { accepts: isOtherStatus, error: UnknownStatus },
  },
});
