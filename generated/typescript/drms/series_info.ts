// Generated from spec/drms/series_info.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import {
  isArray,
  isInteger,
  isNumber,
  isObject,
  type Seen,
  sizeOf,
  unseen,
} from "../runtime/guards.js";
import * as rules from "../runtime/rules.js";
import type { Schema } from "../runtime/schema.js";
import { SeriesError } from "./errors.js";

const SERIES_PATTERN = /^[^,]+$/u;
const KEYS_PATTERN = /^[^,]+$/u;
const SEGS_PATTERN = /^[^,]+$/u;
const LINKS_PATTERN = /^[^,]+$/u;

/**
 * What was asked of one series; a name that it does not have comes with `unknown` in its
 * description.
 *
 * Source: seriesinfo.py.
 */
export interface SeriesInfo {
  /** The series itself. */
  readonly attributes?: SeriesAttributes;
  /** The keywords by their names in lower case. */
  readonly keywords?: Readonly<Record<string, KeywordInfo>>;
  /** The segments by their names in lower case. */
  readonly segments?: Readonly<Record<string, SegmentInfo>>;
  /** The links by their names in lower case. */
  readonly links?: Readonly<Record<string, LinkInfo>>;
}

/** Whether a value is of the type `SeriesInfo`. */
export function isSeriesInfo(value: unknown, seen: Seen = unseen()): value is SeriesInfo {
  if (!isObject(value)) {
    return false;
  }
  let known = 0;
  if (value.attributes !== undefined) {
    if (!isSeriesAttributes(value.attributes, seen)) {
      return false;
    }
    known += 1;
  }
  if (value.keywords !== undefined) {
    if (!isObject(value.keywords)) {
      return false;
    }
    for (const key in value.keywords) {
      const item = value.keywords[key];
      if (!isKeywordInfo(item, seen)) {
        return false;
      }
    }
    known += 1;
  }
  if (value.segments !== undefined) {
    if (!isObject(value.segments)) {
      return false;
    }
    for (const key in value.segments) {
      const item = value.segments[key];
      if (!isSegmentInfo(item, seen)) {
        return false;
      }
    }
    known += 1;
  }
  if (value.links !== undefined) {
    if (!isObject(value.links)) {
      return false;
    }
    for (const key in value.links) {
      const item = value.links[key];
      if (!isLinkInfo(item, seen)) {
        return false;
      }
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * The series itself.
 *
 * Source: seriesinfo.py.
 */
export interface SeriesAttributes {
  /** Its name. */
  readonly series?: string | number | null;
  /** Who made it. */
  readonly author?: string | number | null;
  /** Database user that owns it. */
  readonly owner?: string | number | null;
  /** Records in one storage unit. */
  readonly unitsize?: string | number | null;
  /** Whether files are archived to tape. */
  readonly archive?: string | number | null;
  /** Days that files stay on disk. */
  readonly retention?: string | number | null;
  /** Number of the group of tapes. */
  readonly tapegroup?: string | number | null;
  /** Its prime keys. */
  readonly drmsprimekey?: readonly string[];
  /** Keywords with an index. */
  readonly dbindex?: readonly string[];
  /** When it was made. */
  readonly created?: string | number | null;
  /** What it is. */
  readonly description?: string | number | null;
}

/** Whether a value is of the type `SeriesAttributes`. */
export function isSeriesAttributes(
  value: unknown,
  seen: Seen = unseen(),
): value is SeriesAttributes {
  if (!isObject(value)) {
    return false;
  }
  let known = 0;
  if (value.series !== undefined) {
    if (typeof value.series !== "string" && !isNumber(value.series) && value.series !== null) {
      return false;
    }
    known += 1;
  }
  if (value.author !== undefined) {
    if (typeof value.author !== "string" && !isNumber(value.author) && value.author !== null) {
      return false;
    }
    known += 1;
  }
  if (value.owner !== undefined) {
    if (typeof value.owner !== "string" && !isNumber(value.owner) && value.owner !== null) {
      return false;
    }
    known += 1;
  }
  if (value.unitsize !== undefined) {
    if (
      typeof value.unitsize !== "string" &&
      !isNumber(value.unitsize) &&
      value.unitsize !== null
    ) {
      return false;
    }
    known += 1;
  }
  if (value.archive !== undefined) {
    if (typeof value.archive !== "string" && !isNumber(value.archive) && value.archive !== null) {
      return false;
    }
    known += 1;
  }
  if (value.retention !== undefined) {
    if (
      typeof value.retention !== "string" &&
      !isNumber(value.retention) &&
      value.retention !== null
    ) {
      return false;
    }
    known += 1;
  }
  if (value.tapegroup !== undefined) {
    if (
      typeof value.tapegroup !== "string" &&
      !isNumber(value.tapegroup) &&
      value.tapegroup !== null
    ) {
      return false;
    }
    known += 1;
  }
  if (value.drmsprimekey !== undefined) {
    if (!isArray(value.drmsprimekey)) {
      return false;
    }
    for (const item of value.drmsprimekey) {
      if (typeof item !== "string") {
        return false;
      }
    }
    known += 1;
  }
  if (value.dbindex !== undefined) {
    if (!isArray(value.dbindex)) {
      return false;
    }
    for (const item of value.dbindex) {
      if (typeof item !== "string") {
        return false;
      }
    }
    known += 1;
  }
  if (value.created !== undefined) {
    if (typeof value.created !== "string" && !isNumber(value.created) && value.created !== null) {
      return false;
    }
    known += 1;
  }
  if (value.description !== undefined) {
    if (
      typeof value.description !== "string" &&
      !isNumber(value.description) &&
      value.description !== null
    ) {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * One keyword.
 *
 * Source: seriesinfo.py.
 */
export interface KeywordInfo {
  /** Its type. */
  readonly "data-type"?: string | number | null;
  /** Its value, if it has one for the whole series. */
  readonly "constant-value"?: string | number | null;
  /** Its unit. */
  readonly "physical-unit"?: string | number | null;
  /** Its place. */
  readonly rank?: string | number | null;
  /** What it is. */
  readonly description?: string | number | null;
}

/** Whether a value is of the type `KeywordInfo`. */
export function isKeywordInfo(value: unknown, seen: Seen = unseen()): value is KeywordInfo {
  if (!isObject(value)) {
    return false;
  }
  let known = 0;
  if (value["data-type"] !== undefined) {
    if (
      typeof value["data-type"] !== "string" &&
      !isNumber(value["data-type"]) &&
      value["data-type"] !== null
    ) {
      return false;
    }
    known += 1;
  }
  if (value["constant-value"] !== undefined) {
    if (
      typeof value["constant-value"] !== "string" &&
      !isNumber(value["constant-value"]) &&
      value["constant-value"] !== null
    ) {
      return false;
    }
    known += 1;
  }
  if (value["physical-unit"] !== undefined) {
    if (
      typeof value["physical-unit"] !== "string" &&
      !isNumber(value["physical-unit"]) &&
      value["physical-unit"] !== null
    ) {
      return false;
    }
    known += 1;
  }
  if (value.rank !== undefined) {
    if (typeof value.rank !== "string" && !isNumber(value.rank) && value.rank !== null) {
      return false;
    }
    known += 1;
  }
  if (value.description !== undefined) {
    if (
      typeof value.description !== "string" &&
      !isNumber(value.description) &&
      value.description !== null
    ) {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * One segment.
 *
 * Source: seriesinfo.py.
 */
export interface SegmentInfo {
  /** Type of its values. */
  readonly "data-type"?: string | number | null;
  /** Its place. */
  readonly "segment-number"?: string | number | null;
  /** Whether its size is the same in all records. */
  readonly scope?: string | number | null;
  /** Number of its axes. */
  readonly "number-axes"?: string | number | null;
  /** Lengths of its axes. */
  readonly dimensions?: string | number | null;
  /** Its unit. */
  readonly "physical-unit"?: string | number | null;
  /** The form of its files. */
  readonly protocol?: string | number | null;
  /** What it is. */
  readonly description?: string | number | null;
}

/** Whether a value is of the type `SegmentInfo`. */
export function isSegmentInfo(value: unknown, seen: Seen = unseen()): value is SegmentInfo {
  if (!isObject(value)) {
    return false;
  }
  let known = 0;
  if (value["data-type"] !== undefined) {
    if (
      typeof value["data-type"] !== "string" &&
      !isNumber(value["data-type"]) &&
      value["data-type"] !== null
    ) {
      return false;
    }
    known += 1;
  }
  if (value["segment-number"] !== undefined) {
    if (
      typeof value["segment-number"] !== "string" &&
      !isNumber(value["segment-number"]) &&
      value["segment-number"] !== null
    ) {
      return false;
    }
    known += 1;
  }
  if (value.scope !== undefined) {
    if (typeof value.scope !== "string" && !isNumber(value.scope) && value.scope !== null) {
      return false;
    }
    known += 1;
  }
  if (value["number-axes"] !== undefined) {
    if (
      typeof value["number-axes"] !== "string" &&
      !isNumber(value["number-axes"]) &&
      value["number-axes"] !== null
    ) {
      return false;
    }
    known += 1;
  }
  if (value.dimensions !== undefined) {
    if (
      typeof value.dimensions !== "string" &&
      !isNumber(value.dimensions) &&
      value.dimensions !== null
    ) {
      return false;
    }
    known += 1;
  }
  if (value["physical-unit"] !== undefined) {
    if (
      typeof value["physical-unit"] !== "string" &&
      !isNumber(value["physical-unit"]) &&
      value["physical-unit"] !== null
    ) {
      return false;
    }
    known += 1;
  }
  if (value.protocol !== undefined) {
    if (
      typeof value.protocol !== "string" &&
      !isNumber(value.protocol) &&
      value.protocol !== null
    ) {
      return false;
    }
    known += 1;
  }
  if (value.description !== undefined) {
    if (
      typeof value.description !== "string" &&
      !isNumber(value.description) &&
      value.description !== null
    ) {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * One link.
 *
 * Source: seriesinfo.py.
 */
export interface LinkInfo {
  /** The series that it leads to. */
  readonly "tail-series"?: string | number | null;
  /** The program repeats the series here. */
  readonly type?: string | number | null;
  /** What it is. */
  readonly description?: string | number | null;
}

/** Whether a value is of the type `LinkInfo`. */
export function isLinkInfo(value: unknown, seen: Seen = unseen()): value is LinkInfo {
  if (!isObject(value)) {
    return false;
  }
  let known = 0;
  if (value["tail-series"] !== undefined) {
    if (
      typeof value["tail-series"] !== "string" &&
      !isNumber(value["tail-series"]) &&
      value["tail-series"] !== null
    ) {
      return false;
    }
    known += 1;
  }
  if (value.type !== undefined) {
    if (typeof value.type !== "string" && !isNumber(value.type) && value.type !== null) {
      return false;
    }
    known += 1;
  }
  if (value.description !== undefined) {
    if (
      typeof value.description !== "string" &&
      !isNumber(value.description) &&
      value.description !== null
    ) {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/** Explains why a value is not of the type `SeriesAttributes`. */
export const SeriesAttributesSchema: Schema = {
  type: "object",
  properties: {
    series: { type: ["string", "number", "null"] },
    author: { type: ["string", "number", "null"] },
    owner: { type: ["string", "number", "null"] },
    unitsize: { type: ["string", "number", "null"] },
    archive: { type: ["string", "number", "null"] },
    retention: { type: ["string", "number", "null"] },
    tapegroup: { type: ["string", "number", "null"] },
    drmsprimekey: { type: "array", items: { type: "string" } },
    dbindex: { type: "array", items: { type: "string" } },
    created: { type: ["string", "number", "null"] },
    description: { type: ["string", "number", "null"] },
  },
};

/** Explains why a value is not of the type `KeywordInfo`. */
export const KeywordInfoSchema: Schema = {
  type: "object",
  properties: {
    "data-type": { type: ["string", "number", "null"] },
    "constant-value": { type: ["string", "number", "null"] },
    "physical-unit": { type: ["string", "number", "null"] },
    rank: { type: ["string", "number", "null"] },
    description: { type: ["string", "number", "null"] },
  },
};

/** Explains why a value is not of the type `SegmentInfo`. */
export const SegmentInfoSchema: Schema = {
  type: "object",
  properties: {
    "data-type": { type: ["string", "number", "null"] },
    "segment-number": { type: ["string", "number", "null"] },
    scope: { type: ["string", "number", "null"] },
    "number-axes": { type: ["string", "number", "null"] },
    dimensions: { type: ["string", "number", "null"] },
    "physical-unit": { type: ["string", "number", "null"] },
    protocol: { type: ["string", "number", "null"] },
    description: { type: ["string", "number", "null"] },
  },
};

/** Explains why a value is not of the type `LinkInfo`. */
export const LinkInfoSchema: Schema = {
  type: "object",
  properties: {
    "tail-series": { type: ["string", "number", "null"] },
    type: { type: ["string", "number", "null"] },
    description: { type: ["string", "number", "null"] },
  },
};

/** Explains why a value is not of the type `SeriesInfo`. */
export const SeriesInfoSchema: Schema = {
  type: "object",
  properties: {
    attributes: SeriesAttributesSchema,
    keywords: { type: "object", additionalProperties: KeywordInfoSchema },
    segments: { type: "object", additionalProperties: SegmentInfoSchema },
    links: { type: "object", additionalProperties: LinkInfoSchema },
  },
};

/** Arguments of `seriesInfo`. */
export interface SeriesInfoArguments {
  /** Names of the series, as a list or as one text with blanks or commas between. */
  readonly series: string | readonly string[];
  /** 1 tells the attributes. */
  readonly atts?: 1 | null;
  /** Names of keywords, or `*` for all of them. */
  readonly keys?: string | readonly string[] | null;
  /** Names of segments, or `*` for all of them. */
  readonly segs?: string | readonly string[] | null;
  /** Names of links, or `*` for all of them. */
  readonly links?: string | readonly string[] | null;
  /** Milliseconds that the database may search for the series. */
  readonly timeout?: number | null;
}

/** What `seriesInfo` comes to. */
export type SeriesInfoResult = Readonly<Record<string, SeriesInfo | string | null>>;

/** Whether a value is arguments of `seriesInfo`, rules between them apart. */
export function isSeriesInfoArguments(value: unknown): value is SeriesInfoArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (isArray(value.series)) {
    for (const item of value.series) {
      if (typeof item !== "string" || !SERIES_PATTERN.test(item)) {
        return false;
      }
    }
  } else if (typeof value.series !== "string") {
    return false;
  }
  if (value.atts !== undefined) {
    if (value.atts !== 1 && value.atts !== null) {
      return false;
    }
    known += 1;
  }
  if (value.keys !== undefined) {
    if (isArray(value.keys)) {
      for (const item of value.keys) {
        if (typeof item !== "string" || !KEYS_PATTERN.test(item)) {
          return false;
        }
      }
    } else if (typeof value.keys !== "string" && value.keys !== null) {
      return false;
    }
    known += 1;
  }
  if (value.segs !== undefined) {
    if (isArray(value.segs)) {
      for (const item of value.segs) {
        if (typeof item !== "string" || !SEGS_PATTERN.test(item)) {
          return false;
        }
      }
    } else if (typeof value.segs !== "string" && value.segs !== null) {
      return false;
    }
    known += 1;
  }
  if (value.links !== undefined) {
    if (isArray(value.links)) {
      for (const item of value.links) {
        if (typeof item !== "string" || !LINKS_PATTERN.test(item)) {
          return false;
        }
      }
    } else if (typeof value.links !== "string" && value.links !== null) {
      return false;
    }
    known += 1;
  }
  if (value.timeout !== undefined) {
    if ((!isInteger(value.timeout) || value.timeout < 0) && value.timeout !== null) {
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
  required: ["series"],
  properties: {
    series: {
      anyOf: [
        { type: "string" },
        {
          type: "array",
          items: {
            type: "string",
            pattern: "^[^,]+$",
            description: "One name without a comma; give several names as several items.",
          },
        },
      ],
    },
    atts: { enum: [1, null] },
    keys: {
      anyOf: [
        { type: "string" },
        {
          type: "array",
          items: {
            type: "string",
            pattern: "^[^,]+$",
            description: "One name without a comma; give several names as several items.",
          },
        },
        { type: "null" },
      ],
    },
    segs: {
      anyOf: [
        { type: "string" },
        {
          type: "array",
          items: {
            type: "string",
            pattern: "^[^,]+$",
            description: "One name without a comma; give several names as several items.",
          },
        },
        { type: "null" },
      ],
    },
    links: {
      anyOf: [
        { type: "string" },
        {
          type: "array",
          items: {
            type: "string",
            pattern: "^[^,]+$",
            description: "One name without a comma; give several names as several items.",
          },
        },
        { type: "null" },
      ],
    },
    timeout: { type: ["integer", "null"], minimum: 0 },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = {
  type: "object",
  additionalProperties: { anyOf: [SeriesInfoSchema, { type: ["string", "null"] }] },
};

/** Whether a value is as `seriesInfo` promises. */
export function isSeriesInfoResult(
  value: unknown,
  seen: Seen = unseen(),
): value is SeriesInfoResult {
  if (!isObject(value)) {
    return false;
  }
  for (const key in value) {
    const item = value[key];
    if (!isSeriesInfo(item, seen) && typeof item !== "string" && item !== null) {
      return false;
    }
  }
  return true;
}

/**
 * Tell attributes, keywords, segments and links of several series at once.
 *
 * The answer is a map by the names of the series in lower case; its key `errMsg` holds null.
 * `series_struct` tells more, of one series.
 *
 * In no document; known from the source of the server's programs only. Offered by JSOC, JSOC, with
 * internal series.
 *
 * Source: seriesinfo.py, web exportdata.
 *
 * @throws SeriesError - The server could not answer a question about series or records; its text
 * says why.
 *
 * @example
 * ```ts
 * import { seriesInfo, SERVERS } from "astrowire/drms";
 *
 * const request = seriesInfo.encode(
 *   { series: ["hmi.M_720s"], atts: 1, keys: ["T_REC"] },
 *   SERVERS.jsoc,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const seriesInfo = /* @__PURE__ */ cgiOperation<SeriesInfoArguments, SeriesInfoResult>({
  service: "drms",
  name: "series_info",
  effect: "read",
  parameters: [
    { name: "series", required: true },
    { name: "atts" },
    { name: "keys" },
    { name: "segs" },
    { name: "links" },
    { name: "timeout" },
  ],
  endpoint: "series_info",
  query: [
    codecs.words("series", "series"),
    codecs.integer("atts", "atts"),
    codecs.words("keys", "keys"),
    codecs.words("segs", "segs"),
    codecs.words("links", "links"),
    codecs.integer("DRMS_DBTIMEOUT", "timeout"),
  ],
  charset: "latin-1",
  rules: [rules.atLeastOneOf("atts", "keys", "segs", "links")],
  maxBody: 268435456,
  request: { accepts: isSeriesInfoArguments, schema: REQUEST },
  result: {
    kind: "plain",
    schema: RESPONSE,
    accepts: isSeriesInfoResult,
    failure: { member: "errMsg", told: null, isBad: false, error: SeriesError },
  },
});
