// Generated from spec/drms/cancel_request.yaml; do not edit.
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

/** Arguments of `cancelRequest`. */
export interface CancelRequestArguments {
  /** The e-mail address, on one line. */
  readonly address: string;
  /** True, to say that the export is to be given up. */
  readonly confirm: true;
}

/** What `cancelRequest` comes to. */
export type CancelRequestResult = ManagedRequest;

/** Whether a value is arguments of `cancelRequest`, rules between them apart. */
export function isCancelRequestArguments(value: unknown): value is CancelRequestArguments {
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
  if (value.confirm !== true) {
    return false;
  }
  if (sizeOf(value) !== 2) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["address", "confirm"],
  properties: {
    address: {
      type: "string",
      pattern: "^[^\\n\\r]+$",
      not: { type: "string", pattern: "\\n" },
      description: "The e-mail address, on one line.",
    },
    confirm: { const: true },
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
 * Give up the unfinished export of an address.
 *
 * Another export can be ordered then. `manage_request` asks without changing anything.
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
 * import { cancelRequest, SERVERS } from "astrowire/drms";
 *
 * const request = cancelRequest.encode({ address: "name@example.com", confirm: true }, SERVERS.jsoc);
 * console.log(request.method, request.url);
 * ```
 */
export const cancelRequest = /* @__PURE__ */ cgiOperation<
  CancelRequestArguments,
  CancelRequestResult
>({
  service: "drms",
  name: "cancel_request",
  effect: "write",
  parameters: [
    { name: "address", required: true, secret: true },
    { name: "confirm", required: true, confirms: true },
  ],
  endpoint: "manage_request",
  query: [codecs.text("address", "address"), codecs.fixed("operation", "cancel")],
  charset: "latin-1",
  request: { accepts: isCancelRequestArguments, schema: REQUEST },
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
