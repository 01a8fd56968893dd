// Generated from spec/drms/rs_summary.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import { isInteger, isNumber, isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import type { Schema } from "../runtime/schema.js";
import { BackendTerminated, SeriesError, UnknownStatus, WrapperFailed } from "./errors.js";
import {
  InfoFailureSchema,
  isInfoFailure,
  isOtherStatus,
  isRecordSet,
  isTermination,
  isWrapperFailure,
  OtherStatusSchema,
  type RecordSet,
  RecordSetSchema,
  TerminationSchema,
  WrapperFailureSchema,
} from "./types.js";

/**
 * How many records a record set has.
 *
 * Source: seed, jsoc_info.c, netdrms observed.
 */
export interface RsSummary {
  /** Number of records. */
  readonly count: number;
  /** Seconds that the server needed, with three decimals. */
  readonly runtime?: number;
  /** Always 0, success. */
  readonly status: 0;
}

/** Whether a value is of the type `RsSummary`. */
export function isRsSummary(value: unknown, seen: Seen = unseen()): value is RsSummary {
  if (!isObject(value)) {
    return false;
  }
  let known = 2;
  if (!isInteger(value.count)) {
    return false;
  }
  if (value.runtime !== undefined) {
    if (!isNumber(value.runtime)) {
      return false;
    }
    known += 1;
  }
  if (value.status !== 0) {
    return false;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/** Explains why a value is not of the type `RsSummary`. */
export const RsSummarySchema: Schema = {
  type: "object",
  required: ["count", "status"],
  properties: { count: { type: "integer" }, runtime: { type: "number" }, status: { const: 0 } },
};

/** Arguments of `rsSummary`. */
export interface RsSummaryArguments {
  /** Record set of one series. */
  readonly ds: RecordSet;
  /**
   * Count at most abs(n) records; 0 means all. A record set that cannot be opened then counts 0.
   */
  readonly n?: number | null;
  /**
   * Leave out `runtime`, so that equal answers are equal bytes.
   *
   * @defaultValue `false`
   */
  readonly no_runtime?: boolean | null;
}

/** What `rsSummary` comes to. */
export type RsSummaryResult = RsSummary;

/** Whether a value is arguments of `rsSummary`, rules between them apart. */
export function isRsSummaryArguments(value: unknown): value is RsSummaryArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (!isRecordSet(value.ds)) {
    return false;
  }
  if (value.n !== undefined) {
    if (
      (!isInteger(value.n) || value.n < -2147483648 || value.n > 2147483647) &&
      value.n !== null
    ) {
      return false;
    }
    known += 1;
  }
  if (value.no_runtime !== undefined) {
    if (typeof value.no_runtime !== "boolean" && value.no_runtime !== null) {
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
  required: ["ds"],
  properties: {
    ds: RecordSetSchema,
    n: { type: ["integer", "null"], minimum: -2147483648, maximum: 2147483647 },
    no_runtime: { type: ["boolean", "null"] },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = {
  anyOf: [
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [0] } } },
        RsSummarySchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [1] } } },
        InfoFailureSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [4] } } },
        WrapperFailureSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [2, 3, 5, 6] } } },
        WrapperFailureSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [-1] } } },
        TerminationSchema,
      ],
    },
    {
      allOf: [
        {
          type: "object",
          required: ["status"],
          properties: { status: { not: { enum: [0, 1, 4, 2, 3, 5, 6, -1] } } },
        },
        OtherStatusSchema,
      ],
    },
  ],
};

/**
 * Count the records of a record set.
 *
 * The cheapest question about a record set; worth asking before a large `rs_list` or an export. The
 * documents allow one series only. A segment list `{...}` at the end of `ds` changes nothing in the
 * count and has crashed the server's program, so leave it out.
 *
 * Source: seed, client json.py, jsoc_info.c.
 *
 * @throws SeriesError - The server could not answer a question about series or records; its text
 * says why.
 * @throws WrapperFailed - A step of the public site around its program went wrong (status 2, 3, 5
 * or 6); its text says which.
 * @throws BackendTerminated - The server's program was stopped before it could answer (status -1).
 * @throws UnknownStatus - The server answered with a status that no document lists; the whole
 * answer is kept.
 *
 * @example
 * ```ts
 * import { rsSummary, SERVERS } from "astrowire/drms";
 *
 * const request = rsSummary.encode({ ds: "hmi.m_mini[2010.05.01/1d@2h]" }, SERVERS.jsoc);
 * console.log(request.method, request.url);
 * ```
 */
export const rsSummary = /* @__PURE__ */ cgiOperation<RsSummaryArguments, RsSummaryResult>({
  service: "drms",
  name: "rs_summary",
  effect: "read",
  parameters: [
    { name: "ds", required: true },
    { name: "n" },
    { name: "no_runtime", default: false },
  ],
  endpoint: "jsoc_info",
  query: [
    codecs.fixed("op", "rs_summary"),
    codecs.text("ds", "ds"),
    codecs.integer("n", "n"),
    codecs.flag("r", "no_runtime"),
    codecs.setting("dbhost", "wrapper_dbhost"),
  ],
  charset: "latin-1",
  postOver: 2000,
  request: { accepts: isRsSummaryArguments, schema: REQUEST },
  result: {
    kind: "select",
    member: "status",
    schema: RESPONSE,
    arms: [
      { when: [0], accepts: isRsSummary },
      { when: [1], accepts: isInfoFailure, error: SeriesError },
      { when: [4], accepts: isWrapperFailure, error: SeriesError },
      { when: [2, 3, 5, 6], accepts: isWrapperFailure, error: WrapperFailed },
      { when: [-1], accepts: isTermination, error: BackendTerminated },
    ],
    otherwise: { accepts: isOtherStatus, error: UnknownStatus },
  },
});
