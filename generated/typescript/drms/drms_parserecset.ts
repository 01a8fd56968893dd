// Generated from spec/drms/drms_parserecset.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import {
  isArray,
  isInteger,
  isObject,
  lengthOf,
  type Seen,
  sizeOf,
  unseen,
} from "../runtime/guards.js";
import type { Open, Schema } from "../runtime/schema.js";
import { SeriesError } from "./errors.js";

/**
 * The parts of a record-set text.
 *
 * Source: drms_parserecset.c.
 */
export interface ParsedRecordSet {
  /** The text itself. */
  readonly spec?: string;
  /** Whether a file of record sets is named with `@`. */
  readonly atfile?: boolean;
  /** Whether there are filters. */
  readonly hasfilts?: boolean;
  /** Number of record sets in the text. */
  readonly nsubsets?: number;
  /** The record sets. */
  readonly subsets?: readonly ParsedSubset[];
  /** Null when all is well, else what is wrong with the text. */
  readonly errMsg: string | null;
}

/** Whether a value is of the type `ParsedRecordSet`. */
export function isParsedRecordSet(value: unknown, seen: Seen = unseen()): value is ParsedRecordSet {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (value.spec !== undefined) {
    if (typeof value.spec !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.atfile !== undefined) {
    if (typeof value.atfile !== "boolean") {
      return false;
    }
    known += 1;
  }
  if (value.hasfilts !== undefined) {
    if (typeof value.hasfilts !== "boolean") {
      return false;
    }
    known += 1;
  }
  if (value.nsubsets !== undefined) {
    if (!isInteger(value.nsubsets)) {
      return false;
    }
    known += 1;
  }
  if (value.subsets !== undefined) {
    if (!isArray(value.subsets)) {
      return false;
    }
    for (const item of value.subsets) {
      if (!isParsedSubset(item, seen)) {
        return false;
      }
    }
    known += 1;
  }
  if (typeof value.errMsg !== "string" && value.errMsg !== null) {
    return false;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * One record set.
 *
 * Source: drms_parserecset.c.
 */
export interface ParsedSubset {
  /** Its text. */
  readonly spec: string;
  /** Its kind. */
  readonly settype: Open<"drms">;
  /** The series. */
  readonly seriesname: string | null;
  /** Namespace of the series, in lower case. */
  readonly seriesns: string | null;
  /** Name in the namespace, in lower case. */
  readonly seriestab: string | null;
  /** The filters. */
  readonly filter: string | null;
  /** The list of segments. */
  readonly segments: string | null;
  /** The server's flag of that name. */
  readonly autobang: boolean;
}

/** Whether a value is of the type `ParsedSubset`. */
export function isParsedSubset(value: unknown, seen: Seen = unseen()): value is ParsedSubset {
  if (!isObject(value)) {
    return false;
  }
  if (typeof value.spec !== "string") {
    return false;
  }
  if (typeof value.settype !== "string") {
    return false;
  }
  if (typeof value.seriesname !== "string" && value.seriesname !== null) {
    return false;
  }
  if (typeof value.seriesns !== "string" && value.seriesns !== null) {
    return false;
  }
  if (typeof value.seriestab !== "string" && value.seriestab !== null) {
    return false;
  }
  if (typeof value.filter !== "string" && value.filter !== null) {
    return false;
  }
  if (typeof value.segments !== "string" && value.segments !== null) {
    return false;
  }
  if (typeof value.autobang !== "boolean") {
    return false;
  }
  seen.unknown += sizeOf(value) - 8;
  return true;
}

/** Explains why a value is not of the type `ParsedSubset`. */
export const ParsedSubsetSchema: Schema = {
  type: "object",
  required: [
    "spec",
    "settype",
    "seriesname",
    "seriesns",
    "seriestab",
    "filter",
    "segments",
    "autobang",
  ],
  properties: {
    spec: { type: "string" },
    settype: { type: "string" },
    seriesname: { type: ["string", "null"] },
    seriesns: { type: ["string", "null"] },
    seriestab: { type: ["string", "null"] },
    filter: { type: ["string", "null"] },
    segments: { type: ["string", "null"] },
    autobang: { type: "boolean" },
  },
};

/** Explains why a value is not of the type `ParsedRecordSet`. */
export const ParsedRecordSetSchema: Schema = {
  type: "object",
  required: ["errMsg"],
  properties: {
    spec: { type: "string" },
    atfile: { type: "boolean" },
    hasfilts: { type: "boolean" },
    nsubsets: { type: "integer" },
    subsets: { type: "array", items: ParsedSubsetSchema },
    errMsg: { type: ["string", "null"] },
  },
};

/** Arguments of `drmsParserecset`. */
export interface DrmsParserecsetArguments {
  /** The text, sent as it is; several sets may be joined. */
  readonly spec: string;
}

/** What `drmsParserecset` comes to. */
export type DrmsParserecsetResult = ParsedRecordSet;

/** Whether a value is arguments of `drmsParserecset`, rules between them apart. */
export function isDrmsParserecsetArguments(value: unknown): value is DrmsParserecsetArguments {
  if (!isObject(value)) {
    return false;
  }
  if (typeof value.spec !== "string" || lengthOf(value.spec) < 1) {
    return false;
  }
  if (sizeOf(value) !== 1) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["spec"],
  properties: { spec: { type: "string", minLength: 1 } },
  additionalProperties: false,
};

/**
 * Take a record-set text apart, as the servers read it.
 *
 * In no document; known from the source of the server's programs only. Offered by JSOC, JSOC, with
 * internal series.
 *
 * Source: drms_parserecset.c.
 *
 * @throws SeriesError - The server could not answer a question about series or records; its text
 * says why.
 *
 * @example
 * ```ts
 * import { drmsParserecset, SERVERS } from "astrowire/drms";
 *
 * const request = drmsParserecset.encode({ spec: "hmi.m_45s[2015.6.1]" }, SERVERS.jsoc);
 * console.log(request.method, request.url);
 * ```
 */
export const drmsParserecset = /* @__PURE__ */ cgiOperation<
  DrmsParserecsetArguments,
  DrmsParserecsetResult
>({
  service: "drms",
  name: "drms_parserecset",
  effect: "read",
  parameters: [{ name: "spec", required: true }],
  endpoint: "drms_parserecset",
  query: [codecs.text("spec", "spec")],
  charset: "latin-1",
  request: { accepts: isDrmsParserecsetArguments, schema: REQUEST },
  result: {
    kind: "plain",
    schema: ParsedRecordSetSchema,
    accepts: isParsedRecordSet,
    failure: { member: "errMsg", told: null, isBad: false, error: SeriesError },
  },
});
