// Generated from spec/drms/rs_records.yaml; do not edit.
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
 * The records, one by one.
 *
 * Source: jsoc_info.c, netdrms observed.
 */
export interface RecordList {
  /** The records; absent when there are none. */
  readonly recset?: readonly DescribedRecord[];
  /** Number of records. */
  readonly count: number;
  /** Seconds that the server needed. */
  readonly runtime?: number;
  /** Always 0, success. */
  readonly status: 0;
}

/** Whether a value is of the type `RecordList`. */
export function isRecordList(value: unknown, seen: Seen = unseen()): value is RecordList {
  if (!isObject(value)) {
    return false;
  }
  let known = 2;
  if (value.recset !== undefined) {
    if (!isArray(value.recset)) {
      return false;
    }
    for (const item of value.recset) {
      if (!isDescribedRecord(item, seen)) {
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
  if (value.count !== 0 && value.recset === undefined) {
    return false;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * One record; members for names in stars are there when they were asked for.
 *
 * Source: jsoc_info.c, netdrms observed.
 */
export interface DescribedRecord {
  /** The record's own specification. */
  readonly specification: string;
  /** `*recnum*`, the record number. */
  readonly recnum?: number;
  /** `*sunum*`, the storage-unit number. */
  readonly sunum?: number;
  /** `*size*`, bytes of the segments' files. */
  readonly size?: string;
  /** `*online*`, a letter; else, with `recinfo`, 1 on disk or 0, or `NA`. */
  readonly online?: Open<"Y" | "N" | "NA"> | number;
  /** `*retain*`, day until which files stay on disk, or `NA`. */
  readonly expdate?: string;
  /** `*archive*`, whether files are on tape. */
  readonly archive?: string;
  /** `*recdir*`, directory of the files. */
  readonly recdir?: string;
  /** `*logdir*`, directory of the processing log. */
  readonly logdir?: string;
  /** `*dirmtime*`, time of the directory's last change. */
  readonly dirmtime?: string;
  /** `*spec*`, the specification. */
  readonly spec?: string;
  /** The keywords, in the order of the request. */
  readonly keywords: readonly RecordKeyword[];
  /** The segments, in the order of the request. */
  readonly segments: readonly RecordSegment[];
  /** The links, in the order of the request. */
  readonly links: readonly RecordLink[];
}

/** Whether a value is of the type `DescribedRecord`. */
export function isDescribedRecord(value: unknown, seen: Seen = unseen()): value is DescribedRecord {
  if (!isObject(value)) {
    return false;
  }
  let known = 4;
  if (typeof value.specification !== "string") {
    return false;
  }
  if (value.recnum !== undefined) {
    if (!isInteger(value.recnum)) {
      return false;
    }
    known += 1;
  }
  if (value.sunum !== undefined) {
    if (!isInteger(value.sunum)) {
      return false;
    }
    known += 1;
  }
  if (value.size !== undefined) {
    if (typeof value.size !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.online !== undefined) {
    if (typeof value.online !== "string" && !isInteger(value.online)) {
      return false;
    }
    known += 1;
  }
  if (value.expdate !== undefined) {
    if (typeof value.expdate !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.archive !== undefined) {
    if (typeof value.archive !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.recdir !== undefined) {
    if (typeof value.recdir !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.logdir !== undefined) {
    if (typeof value.logdir !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.dirmtime !== undefined) {
    if (typeof value.dirmtime !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.spec !== undefined) {
    if (typeof value.spec !== "string") {
      return false;
    }
    known += 1;
  }
  if (!isArray(value.keywords)) {
    return false;
  }
  for (const item of value.keywords) {
    if (!isRecordKeyword(item, seen)) {
      return false;
    }
  }
  if (!isArray(value.segments)) {
    return false;
  }
  for (const item of value.segments) {
    if (!isRecordSegment(item, seen)) {
      return false;
    }
  }
  if (!isArray(value.links)) {
    return false;
  }
  for (const item of value.links) {
    if (!isRecordLink(item, seen)) {
      return false;
    }
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * One keyword of one record.
 *
 * Source: jsoc_info.c, netdrms observed.
 */
export interface RecordKeyword {
  /** Its FITS name. */
  readonly name: string;
  /** Its value as FITS prints it; absent when the name is unknown. */
  readonly value?: Open<"???">;
  /** True when there is no such keyword. */
  readonly invalid?: boolean;
}

/** Whether a value is of the type `RecordKeyword`. */
export function isRecordKeyword(value: unknown, seen: Seen = unseen()): value is RecordKeyword {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (typeof value.name !== "string") {
    return false;
  }
  if (value.value !== undefined) {
    if (typeof value.value !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.invalid !== undefined) {
    if (typeof value.invalid !== "boolean") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * One segment of one record.
 *
 * Source: jsoc_info.c, netdrms observed.
 */
export interface RecordSegment {
  /** Its name. */
  readonly name: string;
  /** 1 on disk or 0. */
  readonly online?: number;
  /** Path of the file, or a word for a missing one. */
  readonly path?: Open<"BadSegLink" | "InvalidSegName">;
  /** Axis lengths joined by `x`. */
  readonly dims?: Open<"NA">;
  /** Compression of the file. */
  readonly cparms?: string;
  /** Offset of stored integers. */
  readonly bzero?: string;
  /** Factor of stored integers. */
  readonly bscale?: string;
  /** Keywords of the segment. */
  readonly keywords?: readonly RecordKeyword[];
  /** True when there is no such segment. */
  readonly invalid?: boolean;
}

/** Whether a value is of the type `RecordSegment`. */
export function isRecordSegment(value: unknown, seen: Seen = unseen()): value is RecordSegment {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (typeof value.name !== "string") {
    return false;
  }
  if (value.online !== undefined) {
    if (!isInteger(value.online)) {
      return false;
    }
    known += 1;
  }
  if (value.path !== undefined) {
    if (typeof value.path !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.dims !== undefined) {
    if (typeof value.dims !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.cparms !== undefined) {
    if (typeof value.cparms !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.bzero !== undefined) {
    if (typeof value.bzero !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.bscale !== undefined) {
    if (typeof value.bscale !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.keywords !== undefined) {
    if (!isArray(value.keywords)) {
      return false;
    }
    for (const item of value.keywords) {
      if (!isRecordKeyword(item, seen)) {
        return false;
      }
    }
    known += 1;
  }
  if (value.invalid !== undefined) {
    if (typeof value.invalid !== "boolean") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * One link of one record.
 *
 * Source: jsoc_info.c, netdrms observed.
 */
export interface RecordLink {
  /** Its name. */
  readonly name: string;
  /** The record that it points to. */
  readonly linkedrec?: string;
  /** True when there is no such link. */
  readonly invalid?: boolean;
}

/** Whether a value is of the type `RecordLink`. */
export function isRecordLink(value: unknown, seen: Seen = unseen()): value is RecordLink {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (typeof value.name !== "string") {
    return false;
  }
  if (value.linkedrec !== undefined) {
    if (typeof value.linkedrec !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.invalid !== undefined) {
    if (typeof value.invalid !== "boolean") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/** Explains why a value is not of the type `RecordKeyword`. */
export const RecordKeywordSchema: Schema = {
  type: "object",
  required: ["name"],
  properties: { name: { type: "string" }, value: { type: "string" }, invalid: { type: "boolean" } },
};

/** Explains why a value is not of the type `RecordSegment`. */
export const RecordSegmentSchema: Schema = {
  type: "object",
  required: ["name"],
  properties: {
    name: { type: "string" },
    online: { type: "integer" },
    path: { type: "string" },
    dims: { type: "string" },
    cparms: { type: "string" },
    bzero: { type: "string" },
    bscale: { type: "string" },
    keywords: { type: "array", items: RecordKeywordSchema },
    invalid: { type: "boolean" },
  },
};

/** Explains why a value is not of the type `RecordLink`. */
export const RecordLinkSchema: Schema = {
  type: "object",
  required: ["name"],
  properties: {
    name: { type: "string" },
    linkedrec: { type: "string" },
    invalid: { type: "boolean" },
  },
};

/** Explains why a value is not of the type `DescribedRecord`. */
export const DescribedRecordSchema: Schema = {
  type: "object",
  required: ["specification", "keywords", "segments", "links"],
  properties: {
    specification: { type: "string" },
    recnum: { type: "integer" },
    sunum: { type: "integer" },
    size: { type: "string" },
    online: { type: ["string", "integer"] },
    expdate: { type: "string" },
    archive: { type: "string" },
    recdir: { type: "string" },
    logdir: { type: "string" },
    dirmtime: { type: "string" },
    spec: { type: "string" },
    keywords: { type: "array", items: RecordKeywordSchema },
    segments: { type: "array", items: RecordSegmentSchema },
    links: { type: "array", items: RecordLinkSchema },
  },
};

/** Explains why a value is not of the type `RecordList`. */
export const RecordListSchema: Schema = {
  type: "object",
  required: ["count", "status"],
  properties: {
    recset: { type: "array", items: DescribedRecordSchema },
    count: { type: "integer" },
    runtime: { type: "number" },
    status: { const: 0 },
  },
  anyOf: [{ required: ["recset"] }, { properties: { count: { const: 0 } } }],
};

/** Arguments of `rsRecords`. */
export interface RsRecordsArguments {
  /** Record set of one series. */
  readonly ds: RecordSet;
  /** Keyword names, as a list or as one text with blanks or commas between. */
  readonly key?: string | readonly string[] | null;
  /** Segment names, as a list or as one text; `**ALL**` for all of them, `**NONE**` for none. */
  readonly seg?: string | readonly string[] | null;
  /** Link names, as a list or as one text; `**ALL**` for all of them, `**NONE**` for none. */
  readonly link?: string | readonly string[] | null;
  /**
   * Also tell whether every record's files are on disk.
   *
   * @defaultValue `false`
   */
  readonly recinfo?: boolean | null;
  /** At most this many records, the first n, or the last abs(n) when negative; 0 means all. */
  readonly n?: number | null;
  /** A handle by which the running query can be stopped (with `jsoc_userkill`). */
  readonly uid?: string | null;
  /**
   * Describe linked segments as the series has them that the link leads to.
   *
   * @defaultValue `false`
   */
  readonly follow_links?: boolean | null;
  /**
   * Floating-point values as hexadecimal texts.
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
   * Leave out `runtime`, so that equal answers are equal bytes.
   *
   * @defaultValue `false`
   */
  readonly no_runtime?: boolean | null;
}

/** What `rsRecords` comes to. */
export type RsRecordsResult = RecordList;

/** Whether a value is arguments of `rsRecords`, rules between them apart. */
export function isRsRecordsArguments(value: unknown): value is RsRecordsArguments {
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
        RecordListSchema,
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
 * List keyword, segment and link values record by record, under their FITS names.
 *
 * The same question as `rs_list`, in the program's FITS-name mode: one object for each record in
 * place of one column for each keyword, keywords with the names and values that FITS files have. An
 * unknown name is marked `invalid`. A keyword whose name FITS cannot have is called `???00`,
 * `???01` and so on, and a value `???` is missing.
 *
 * Names in stars (`*recnum*`, `*online*`) are members of the record here, in any case of letters.
 * `**ALL**` for `key` is refused: the program dies of the first missing or empty value, and most
 * series have some. Name the keywords.
 *
 * In no document; known from what servers answered.
 *
 * Source: jsoc_info.c, netdrms observed.
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
 * import { rsRecords, SERVERS } from "astrowire/drms";
 *
 * const request = rsRecords.encode(
 *   { ds: "hmi.m_mini[2010.05.01/1h]", key: "T_REC", seg: "magnetogram", recinfo: true },
 *   SERVERS.jsoc,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const rsRecords = /* @__PURE__ */ cgiOperation<RsRecordsArguments, RsRecordsResult>({
  service: "drms",
  name: "rs_records",
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
    codecs.fixed("f", "1"),
    codecs.setting("dbhost", "wrapper_dbhost"),
  ],
  charset: "latin-1",
  postOver: 2000,
  rules: [
    rules.atLeastOneOf("key", "seg", "link"),
    rules.never(
      "key",
      "**ALL**",
      "the program dies of a missing or empty value in this mode; name the keywords",
    ),
  ],
  maxBody: 268435456,
  request: { accepts: isRsRecordsArguments, schema: REQUEST },
  result: {
    kind: "select",
    member: "status",
    schema: RESPONSE,
    arms: [
      { when: [0], accepts: isRecordList },
      { when: [1], accepts: isInfoFailure, error: SeriesError },
      { when: [4], accepts: isWrapperFailure, error: SeriesError },
      { when: [2, 3, 5, 6], accepts: isWrapperFailure, error: WrapperFailed },
      { when: [-1], accepts: isTermination, error: BackendTerminated },
    ],
    otherwise: { accepts: isOtherStatus, error: UnknownStatus },
  },
});
