// Generated from spec/drms/rs_list.yaml; do not edit.
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
import type { Open, Schema } from "../runtime/schema.js";
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

const KEY_PATTERN = /^[^,]+$/u;
const SEG_PATTERN = /^[^,]+$/u;
const LINK_PATTERN = /^[^,]+$/u;

/**
 * The values of a record set, column by column.
 *
 * The three lists are absent when the record set is empty (`count` 0), and empty when nothing of
 * their kind was asked for. Columns keep the order and the spelling of the request; a name asked
 * for twice comes twice.
 *
 * As a table, keywords are numbers, times or texts: as the series declares them where `types` are
 * given, else as all their texts look. `MISSING` and the other words for no value are missing
 * there, and stay at hand as the words they are; `nan` and `inf` are values. A column that has not
 * one entry for each record is kept, but stands in no table.
 *
 * Source: jsoc_info.c, rec 2020, netdrms observed.
 */
export interface RsList {
  /** One entry per record; only when asked for and when there are records. */
  readonly recinfo?: readonly RecordInfo[];
  /** One column per requested keyword. */
  readonly keywords?: readonly KeywordColumn[];
  /** One column per requested segment. */
  readonly segments?: readonly SegmentColumn[];
  /** One column per requested link. */
  readonly links?: readonly LinkColumn[];
  /** Number of records. */
  readonly count: number;
  /** Seconds that the server needed, with three decimals. */
  readonly runtime?: number;
  /** Always 0, success. */
  readonly status: 0;
}

/** Whether a value is of the type `RsList`. */
export function isRsList(value: unknown, seen: Seen = unseen()): value is RsList {
  if (!isObject(value)) {
    return false;
  }
  let known = 2;
  if (value.recinfo !== undefined) {
    if (!isArray(value.recinfo)) {
      return false;
    }
    for (const item of value.recinfo) {
      if (!isRecordInfo(item, seen)) {
        return false;
      }
    }
    known += 1;
  }
  if (value.keywords !== undefined) {
    if (!isArray(value.keywords)) {
      return false;
    }
    for (const item of value.keywords) {
      if (!isKeywordColumn(item, seen)) {
        return false;
      }
    }
    known += 1;
  }
  if (value.segments !== undefined) {
    if (!isArray(value.segments)) {
      return false;
    }
    for (const item of value.segments) {
      if (!isSegmentColumn(item, seen)) {
        return false;
      }
    }
    known += 1;
  }
  if (value.links !== undefined) {
    if (!isArray(value.links)) {
      return false;
    }
    for (const item of value.links) {
      if (!isLinkColumn(item, seen)) {
        return false;
      }
    }
    known += 1;
  }
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
  if (
    value.count !== 0 &&
    (value.keywords === undefined || value.segments === undefined || value.links === undefined)
  ) {
    return false;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * What the server says of one record itself.
 *
 * Source: jsoc_info.c, rec 2020.
 */
export interface RecordInfo {
  /** The record's own specification, such as `hmi.M_45s[2012.01.01_00:00:45_TAI][2]`. */
  readonly name: string;
  /**
   * 1 when the files of the last requested segment are on disk, else 0; always 0 without segments.
   */
  readonly online: number;
}

/** Whether a value is of the type `RecordInfo`. */
export function isRecordInfo(value: unknown, seen: Seen = unseen()): value is RecordInfo {
  if (!isObject(value)) {
    return false;
  }
  if (typeof value.name !== "string") {
    return false;
  }
  if (!isInteger(value.online)) {
    return false;
  }
  seen.unknown += sizeOf(value) - 2;
  return true;
}

/**
 * One keyword and its values.
 *
 * Source: jsoc_info.c, rec 2020.
 */
export interface KeywordColumn {
  /** The name as it was asked for. */
  readonly name: string;
  /** One text per record; numbers for `*recnum*` and `*sunum*` only. */
  readonly values: readonly (Open<"NA" | "N/A"> | number)[];
}

/** Whether a value is of the type `KeywordColumn`. */
export function isKeywordColumn(value: unknown, seen: Seen = unseen()): value is KeywordColumn {
  if (!isObject(value)) {
    return false;
  }
  if (typeof value.name !== "string") {
    return false;
  }
  if (!isArray(value.values)) {
    return false;
  }
  for (const item of value.values) {
    if (typeof item !== "string" && !isInteger(item)) {
      return false;
    }
  }
  seen.unknown += sizeOf(value) - 2;
  return true;
}

/**
 * One segment and its files.
 *
 * `values` and `dims` have one entry per record, except with `**ALL**`, which leaves out records
 * without the segment. The other lists hold entries only for records that have such a value, so
 * they may be shorter or empty.
 *
 * Source: jsoc_info.c, netdrms observed.
 */
export interface SegmentColumn {
  /** The name as it was asked for. */
  readonly name: string;
  /** Paths of the files below `/SUM...`, or one of the words for a missing file. */
  readonly values: readonly Open<"NoDataDirectory" | "InvalidSegName" | "BadSegLink">[];
  /** Axis lengths in pixels, joined by `x`, such as `4096x4096`; `NA` for an unknown segment. */
  readonly dims: readonly Open<"NA">[];
  /** Compression of the files, such as `compress Rice`. */
  readonly cparms: readonly string[];
  /** Offsets of stored integers as texts; physical value = bzero + bscale * stored. */
  readonly bzeros: readonly string[];
  /** Factors of stored integers as texts; physical value = bzero + bscale * stored. */
  readonly bscales: readonly string[];
}

/** Whether a value is of the type `SegmentColumn`. */
export function isSegmentColumn(value: unknown, seen: Seen = unseen()): value is SegmentColumn {
  if (!isObject(value)) {
    return false;
  }
  if (typeof value.name !== "string") {
    return false;
  }
  if (!isArray(value.values)) {
    return false;
  }
  for (const item of value.values) {
    if (typeof item !== "string") {
      return false;
    }
  }
  if (!isArray(value.dims)) {
    return false;
  }
  for (const item of value.dims) {
    if (typeof item !== "string") {
      return false;
    }
  }
  if (!isArray(value.cparms)) {
    return false;
  }
  for (const item of value.cparms) {
    if (typeof item !== "string") {
      return false;
    }
  }
  if (!isArray(value.bzeros)) {
    return false;
  }
  for (const item of value.bzeros) {
    if (typeof item !== "string") {
      return false;
    }
  }
  if (!isArray(value.bscales)) {
    return false;
  }
  for (const item of value.bscales) {
    if (typeof item !== "string") {
      return false;
    }
  }
  seen.unknown += sizeOf(value) - 6;
  return true;
}

/**
 * One link and the records that it points to.
 *
 * Source: jsoc_info.c, netdrms observed.
 */
export interface LinkColumn {
  /** The name as it was asked for. */
  readonly name: string;
  /**
   * The target record by prime keys, or `series[:#recnum]` for static links; `Invalid_Link` if
   * none.
   */
  readonly values: readonly Open<"Invalid_Link">[];
}

/** Whether a value is of the type `LinkColumn`. */
export function isLinkColumn(value: unknown, seen: Seen = unseen()): value is LinkColumn {
  if (!isObject(value)) {
    return false;
  }
  if (typeof value.name !== "string") {
    return false;
  }
  if (!isArray(value.values)) {
    return false;
  }
  for (const item of value.values) {
    if (typeof item !== "string") {
      return false;
    }
  }
  seen.unknown += sizeOf(value) - 2;
  return true;
}

/** Explains why a value is not of the type `RecordInfo`. */
export const RecordInfoSchema: Schema = {
  type: "object",
  required: ["name", "online"],
  properties: { name: { type: "string" }, online: { type: "integer" } },
};

/** Explains why a value is not of the type `KeywordColumn`. */
export const KeywordColumnSchema: Schema = {
  type: "object",
  required: ["name", "values"],
  properties: {
    name: { type: "string" },
    values: { type: "array", items: { type: ["string", "integer"] } },
  },
};

/** Explains why a value is not of the type `SegmentColumn`. */
export const SegmentColumnSchema: Schema = {
  type: "object",
  required: ["name", "values", "dims", "cparms", "bzeros", "bscales"],
  properties: {
    name: { type: "string" },
    values: { type: "array", items: { type: "string" } },
    dims: { type: "array", items: { type: "string" } },
    cparms: { type: "array", items: { type: "string" } },
    bzeros: { type: "array", items: { type: "string" } },
    bscales: { type: "array", items: { type: "string" } },
  },
};

/** Explains why a value is not of the type `LinkColumn`. */
export const LinkColumnSchema: Schema = {
  type: "object",
  required: ["name", "values"],
  properties: { name: { type: "string" }, values: { type: "array", items: { type: "string" } } },
};

/** Explains why a value is not of the type `RsList`. */
export const RsListSchema: Schema = {
  type: "object",
  required: ["count", "status"],
  properties: {
    recinfo: { type: "array", items: RecordInfoSchema },
    keywords: { type: "array", items: KeywordColumnSchema },
    segments: { type: "array", items: SegmentColumnSchema },
    links: { type: "array", items: LinkColumnSchema },
    count: { type: "integer" },
    runtime: { type: "number" },
    status: { const: 0 },
  },
  anyOf: [{ required: ["keywords", "segments", "links"] }, { properties: { count: { const: 0 } } }],
};

/** Arguments of `rsList`. */
export interface RsListArguments {
  /** Record set; several may be joined by `,` unless `**ALL**` is asked for. */
  readonly ds: RecordSet;
  /**
   * Keyword names, as a list or as one text with blanks or commas between; `**ALL**` for all of
   * them.
   */
  readonly key?: string | readonly string[] | null;
  /** Segment names, as a list or as one text; `**ALL**` for all of them, `**NONE**` for none. */
  readonly seg?: string | readonly string[] | null;
  /** Link names, as a list or as one text; `**ALL**` for all of them, `**NONE**` for none. */
  readonly link?: string | readonly string[] | null;
  /**
   * Also list every record's own specification and whether its files are on disk.
   *
   * @defaultValue `false`
   */
  readonly recinfo?: boolean | null;
  /** At most this many records, the first n, or the last abs(n) when negative; 0 means all. */
  readonly n?: number | null;
  /**
   * A handle of your own choice by which the running query can be stopped (with `jsoc_userkill`).
   */
  readonly uid?: string | null;
  /**
   * Describe linked segments as the series has them that the link leads to.
   *
   * @defaultValue `false`
   */
  readonly follow_links?: boolean | null;
  /**
   * Floating-point values as hexadecimal texts; seen to change something only together with
   * `full_precision`.
   *
   * @defaultValue `false`
   */
  readonly hexadecimal?: boolean | null;
  /**
   * Floating-point values with all the digits that they have.
   *
   * @defaultValue `false`
   */
  readonly full_precision?: boolean | null;
  /**
   * Leave out `runtime`, so that equal answers are equal bytes (of empty record sets only).
   *
   * @defaultValue `false`
   */
  readonly no_runtime?: boolean | null;
}

/** What `rsList` comes to. */
export type RsListResult = RsList;

/** Whether a value is arguments of `rsList`, rules between them apart. */
export function isRsListArguments(value: unknown): value is RsListArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (!isRecordSet(value.ds)) {
    return false;
  }
  if (value.key !== undefined) {
    if (isArray(value.key)) {
      for (const item of value.key) {
        if (typeof item !== "string" || !KEY_PATTERN.test(item)) {
          return false;
        }
      }
    } else if (typeof value.key !== "string" && value.key !== null) {
      return false;
    }
    known += 1;
  }
  if (value.seg !== undefined) {
    if (isArray(value.seg)) {
      for (const item of value.seg) {
        if (typeof item !== "string" || !SEG_PATTERN.test(item)) {
          return false;
        }
      }
    } else if (typeof value.seg !== "string" && value.seg !== null) {
      return false;
    }
    known += 1;
  }
  if (value.link !== undefined) {
    if (isArray(value.link)) {
      for (const item of value.link) {
        if (typeof item !== "string" || !LINK_PATTERN.test(item)) {
          return false;
        }
      }
    } else if (typeof value.link !== "string" && value.link !== null) {
      return false;
    }
    known += 1;
  }
  if (value.recinfo !== undefined) {
    if (typeof value.recinfo !== "boolean" && value.recinfo !== null) {
      return false;
    }
    known += 1;
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
  if (value.uid !== undefined) {
    if (typeof value.uid !== "string" && value.uid !== null) {
      return false;
    }
    known += 1;
  }
  if (value.follow_links !== undefined) {
    if (typeof value.follow_links !== "boolean" && value.follow_links !== null) {
      return false;
    }
    known += 1;
  }
  if (value.hexadecimal !== undefined) {
    if (typeof value.hexadecimal !== "boolean" && value.hexadecimal !== null) {
      return false;
    }
    known += 1;
  }
  if (value.full_precision !== undefined) {
    if (typeof value.full_precision !== "boolean" && value.full_precision !== null) {
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
    key: {
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
    seg: {
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
    link: {
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
    recinfo: { type: ["boolean", "null"] },
    n: { type: ["integer", "null"], minimum: -2147483648, maximum: 2147483647 },
    uid: { type: ["string", "null"] },
    follow_links: { type: ["boolean", "null"] },
    hexadecimal: { type: ["boolean", "null"] },
    full_precision: { type: ["boolean", "null"] },
    no_runtime: { type: ["boolean", "null"] },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = {
  anyOf: [
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [0] } } },
        RsListSchema,
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
 * List keyword, segment and link values for every record of a record set.
 *
 * Ask for keywords (metadata), segments (paths of data files) and links (records of other series)
 * by name, and get one column of values for each, with one value per record in prime-key order. At
 * least one of `key`, `seg` and `link` must be given.
 *
 * Keyword values are texts in the keyword's own print format, numbers too: `"6173.0"`,
 * `"0x00000000"`. Some texts have a meaning of their own:
 *
 * | text | in | meaning |
 * |---|---|---|
 * | `MISSING` | keywords | the record has no value (never for `QUALITY`, which is always printed) |
 * | `Invalid KeyLink` | keywords | there is no such keyword, or its link is broken |
 * | `NoDataDirectory` | segments | the files are on tape only, or the record has none |
 * | `InvalidSegName` | segments | there is no such segment, or `ds` excludes it with `{...}` |
 * | `BadSegLink` | segments | the link to the segment's record is broken |
 * | `Invalid_Link` | links | there is no such link, or it points to nothing |
 *
 * Besides keywords, `key` takes names in stars for facts about the record itself, spelt exactly so:
 *
 * | name | value |
 * |---|---|
 * | `**ALL**` | every keyword of the series, in definition order |
 * | `**NONE**` | no keyword at all, whatever else is in the list |
 * | `*recnum*` | record number, a JSON number |
 * | `*sunum*` | storage-unit number, a JSON number, -1 if there is none |
 * | `*size*` | bytes of the segments' files, one less than the true sum; `NA` when offline or unknown |
 * | `*online*` | `Y` on disk, `N` on tape only, `NA` unknown |
 * | `*retain*` | day until which the files stay on disk, `YYYY.MM.DD`; `N/A` offline, `NA` unknown |
 * | `*archive*` | `Y`, `N` or `Pending`, whether the files are on tape; `NA` unknown |
 * | `*recdir*` | directory of the record's files, or `NoDataDirectory` |
 * | `*dirmtime*` | time of the directory's last change, in UT, or `NA` |
 * | `*logdir*` | directory of the processing log, `NoDataDirectory` when offline, `NO LOG` when there is none |
 * | `*spec*` | the record's own specification |
 *
 * A segment path appended to `http://jsoc.stanford.edu` is the file's address. Such files hold the
 * data without the keywords.
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
 * import { rsList, SERVERS } from "astrowire/drms";
 *
 * const request = rsList.encode(
 *   {
 *     ds: "hmi.M_45s[2012.01.01_00:00:34_TAI-2012.01.01_00:01:19_TAI]",
 *     key: ["T_REC", "TELESCOP", "INSTRUME", "WAVELNTH", "CAR_ROT"],
 *   },
 *   SERVERS.jsoc,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const rsList = /* @__PURE__ */ cgiOperation<RsListArguments, RsListResult>({
  service: "drms",
  name: "rs_list",
  effect: "read",
  parameters: [
    { name: "ds", required: true },
    { name: "key" },
    { name: "seg" },
    { name: "link" },
    { name: "recinfo", default: false },
    { name: "n" },
    { name: "uid" },
    { name: "follow_links", default: false },
    { name: "hexadecimal", default: false },
    { name: "full_precision", default: false },
    { name: "no_runtime", default: false },
  ],
  endpoint: "jsoc_info",
  query: [
    codecs.fixed("op", "rs_list"),
    codecs.text("ds", "ds"),
    codecs.words("key", "key"),
    codecs.words("seg", "seg"),
    codecs.words("link", "link"),
    codecs.flag("R", "recinfo"),
    codecs.integer("n", "n"),
    codecs.text("userhandle", "uid"),
    codecs.flag("l", "follow_links"),
    codecs.flag("B", "hexadecimal"),
    codecs.flag("M", "full_precision"),
    codecs.flag("r", "no_runtime"),
    codecs.setting("dbhost", "wrapper_dbhost"),
  ],
  charset: "latin-1",
  postOver: 2000,
  rules: [rules.atLeastOneOf("key", "seg", "link")],
  maxBody: 268435456,
  request: { accepts: isRsListArguments, schema: REQUEST },
  result: {
    kind: "select",
    member: "status",
    schema: RESPONSE,
    arms: [
      { when: [0], accepts: isRsList },
      { when: [1], accepts: isInfoFailure, error: SeriesError },
      { when: [4], accepts: isWrapperFailure, error: SeriesError },
      { when: [2, 3, 5, 6], accepts: isWrapperFailure, error: WrapperFailed },
      { when: [-1], accepts: isTermination, error: BackendTerminated },
    ],
    otherwise: { accepts: isOtherStatus, error: UnknownStatus },
  },
});
