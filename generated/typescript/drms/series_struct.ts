// Generated from spec/drms/series_struct.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import * as finishing from "../runtime/finishing.js";
import {
  isArray,
  isInteger,
  isNullAlone,
  isNumber,
  isObject,
  lengthOf,
  type Seen,
  sizeOf,
  unseen,
} from "../runtime/guards.js";
import type { Open, Schema } from "../runtime/schema.js";
import { BackendTerminated, SeriesError, UnknownStatus, WrapperFailed } from "./errors.js";
import {
  InfoFailureSchema,
  isInfoFailure,
  isOtherStatus,
  isTermination,
  isWrapperFailure,
  OtherStatusSchema,
  TerminationSchema,
  WrapperFailureSchema,
} from "./types.js";

const KEYWORD_NAME_PATTERN = /^[A-Za-z0-9_-]+$/u;
const PART_NAME_PATTERN = /^[A-Za-z][A-Za-z0-9_]*$/u;
const PROCESSING_KEY_PATTERN =
  /^(aia_scale_orig|aia_scale_aialev1|aia_scale_other|to_ptr|resize|im_patch|map_proj|rebin)$/u;

/** Words that are known; others may come. */
export type KeywordType = Open<
  "char" | "short" | "int" | "longlong" | "float" | "double" | "time" | "string" | "link"
>;

/** Words that are known; others may come. */
export type KeywordRecscope = Open<
  | "variable"
  | "constant"
  | "index"
  | "ts_eq"
  | "slot"
  | "enum"
  | "carr"
  | "ts_slot"
  | "segment"
  | "error following link"
>;

/** Words that are known; others may come. */
export type SegmentType = Open<
  "char" | "short" | "int" | "longlong" | "float" | "double" | "time" | "string" | "link"
>;

/** Words that are known; others may come. */
export type SegmentProtocol = Open<
  | "generic"
  | "bin"
  | "bin.gz"
  | "fitz"
  | "fits"
  | "msi"
  | "tas"
  | "dsds"
  | "local"
  | "fitzdep"
  | "fitsdep"
>;

/**
 * The description of a series.
 *
 * Source: jsoc_info.c, rec 2020, netdrms observed.
 */
export interface SeriesStruct {
  /** What the series is, in the words of its owner. */
  readonly note: string;
  /** Days that a new storage unit stays on disk. */
  readonly retention: number;
  /** Days that a storage unit stays on disk after it was brought back from tape. */
  readonly stagingretention: number;
  /** Records (slots) in one storage unit. */
  readonly unitsize: number;
  /**
   * 1 when the files are archived to tape, 0 when not; -1 occurs, its meaning is in no document.
   */
  readonly archive: number;
  /** Number of the group of tapes that the files go to. */
  readonly tapegroup: number;
  /** Database user that owns the series; only when asked for with `owner`. */
  readonly owner?: string;
  /** Names of the prime keys, in the order of the filters of a record set. */
  readonly primekeys: readonly string[];
  /** The prime keys in the same order, with their slots. */
  readonly primekeysinfo: readonly PrimeKey[];
  /** Names of the keywords that the database has an index for. */
  readonly dbindex: readonly string[];
  /** All keywords, internal ones (`cparms_sg000`, `T_REC_index`) and aliases (`DATE-OBS`) too. */
  readonly keywords: readonly Keyword[];
  /** The data files that a record can have; empty when none. */
  readonly segments: readonly Segment[];
  /** The records of other series that a record can point to; empty when none. */
  readonly links: readonly Link[];
  /** The first and the last record. */
  readonly Interval: SeriesInterval;
  /**
   * Factor by which processing steps change the size, -1 when unknown; only when asked for with
   * `processing`.
   */
  readonly processing_size_ratio?: number;
  /** Seconds that the server needed, with three decimals. */
  readonly runtime?: number;
  /** Always 0, success. */
  readonly status: 0;
}

/** Whether a value is of the type `SeriesStruct`. */
export function isSeriesStruct(value: unknown, seen: Seen = unseen()): boolean {
  if (!isObject(value)) {
    return false;
  }
  let known = 14;
  if (typeof value.note !== "string") {
    return false;
  }
  if (!isInteger(value.retention)) {
    return false;
  }
  if (!isInteger(value.stagingretention)) {
    return false;
  }
  if (!isInteger(value.unitsize)) {
    return false;
  }
  if (!isInteger(value.archive)) {
    return false;
  }
  if (!isInteger(value.tapegroup)) {
    return false;
  }
  if (value.owner !== undefined) {
    if (typeof value.owner !== "string") {
      return false;
    }
    known += 1;
  }
  if (!isNullAlone(value.primekeys)) {
    if (!isArray(value.primekeys)) {
      return false;
    }
    for (const item of value.primekeys) {
      if (typeof item !== "string") {
        return false;
      }
    }
  }
  if (!isNullAlone(value.primekeysinfo)) {
    if (!isArray(value.primekeysinfo)) {
      return false;
    }
    for (const item of value.primekeysinfo) {
      if (!isPrimeKey(item, seen)) {
        return false;
      }
    }
  }
  if (!isNullAlone(value.dbindex)) {
    if (!isArray(value.dbindex)) {
      return false;
    }
    for (const item of value.dbindex) {
      if (typeof item !== "string") {
        return false;
      }
    }
  }
  if (!isArray(value.keywords)) {
    return false;
  }
  for (const item of value.keywords) {
    if (!isKeyword(item, seen)) {
      return false;
    }
  }
  if (!isArray(value.segments)) {
    return false;
  }
  for (const item of value.segments) {
    if (!isSegment(item, seen)) {
      return false;
    }
  }
  if (!isArray(value.links)) {
    return false;
  }
  for (const item of value.links) {
    if (!isLink(item, seen)) {
      return false;
    }
  }
  if (!isSeriesInterval(value.Interval, seen)) {
    return false;
  }
  if (value.processing_size_ratio !== undefined) {
    if (!isNumber(value.processing_size_ratio)) {
      return false;
    }
    known += 1;
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

/**
 * A prime key and its slots.
 *
 * Source: jsoc_info.c, rec 2020.
 */
export interface PrimeKey {
  /** Name of the key. */
  readonly name: KeywordName;
  /** 1 when values are rounded to steps, else 0. */
  readonly slotted: number;
  /** Width of a step as text, such as `45.0`, in seconds for a time key; slotted keys only. */
  readonly step?: string;
}

/** Whether a value is of the type `PrimeKey`. */
export function isPrimeKey(value: unknown, seen: Seen = unseen()): value is PrimeKey {
  if (!isObject(value)) {
    return false;
  }
  let known = 2;
  if (!isKeywordName(value.name)) {
    return false;
  }
  if (!isInteger(value.slotted)) {
    return false;
  }
  if (value.step !== undefined) {
    if (typeof value.step !== "string") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * Name of a keyword, at most 31 letters, digits and underscores; a minus in FITS aliases such as
 * `DATE-OBS`.
 *
 * Source: drms_names.c, drms_types.h, netdrms observed.
 */
export type KeywordName = string;

/** Whether a value is of the type `KeywordName`. */
export function isKeywordName(value: unknown): value is KeywordName {
  return typeof value === "string" && KEYWORD_NAME_PATTERN.test(value);
}

/**
 * Name of a segment or link, a letter and then letters, digits and underscores, at most 31
 * characters.
 *
 * Source: drms_names.c, drms_types.h.
 */
export type PartName = string;

/** Whether a value is of the type `PartName`. */
export function isPartName(value: unknown): value is PartName {
  return typeof value === "string" && PART_NAME_PATTERN.test(value);
}

/**
 * One keyword of the series.
 *
 * Source: jsoc_info.c, rec 2020.
 */
export interface Keyword {
  /** Name of the keyword; a keyword with one value per segment is listed once, by its base name. */
  readonly name: KeywordName;
  /** Where a linked keyword takes its value from, `LINK->TARGET`; linked keywords only. */
  readonly linkinfo?: string;
  /** Type of the values; `link` when the link cannot be followed. */
  readonly type: KeywordType;
  /**
   * How the value depends on the record: `variable` per record, `constant` for the whole series,
   * `segment` per segment, `index` and the slotted kinds for keys.
   */
  readonly recscope: KeywordRecscope;
  /**
   * Default or constant value as text, such as `nan` or `-4712.01.01_11:59:28_TAI`; may be empty.
   */
  readonly defval: string;
  /** Unit of the values; for times the zone, `TAI`, `UTC` or `ISO`; often `none`. */
  readonly units: Open<"none" | "TAI" | "UTC" | "ISO">;
  /** What the keyword means; may be empty. */
  readonly note: string;
}

/** Whether a value is of the type `Keyword`. */
export function isKeyword(value: unknown, seen: Seen = unseen()): value is Keyword {
  if (!isObject(value)) {
    return false;
  }
  let known = 6;
  if (!isKeywordName(value.name)) {
    return false;
  }
  if (value.linkinfo !== undefined) {
    if (typeof value.linkinfo !== "string") {
      return false;
    }
    known += 1;
  }
  if (typeof value.type !== "string") {
    return false;
  }
  if (typeof value.recscope !== "string") {
    return false;
  }
  if (typeof value.defval !== "string") {
    return false;
  }
  if (typeof value.units !== "string") {
    return false;
  }
  if (typeof value.note !== "string") {
    return false;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * One data file, or directory of files, that a record can have.
 *
 * Source: jsoc_info.c, rec 2020.
 */
export interface Segment {
  /** Name of the segment. */
  readonly name: PartName;
  /** Type of the stored numbers. */
  readonly type: SegmentType;
  /** Unit of the data; null for a segment of a linked series. */
  readonly units: string | null;
  /** File format; `link via NAME` for a segment of a linked series. */
  readonly protocol: SegmentProtocol;
  /**
   * Axis lengths in pixels joined by `x`, `VAR` where they vary, empty without axes; null if
   * linked.
   */
  readonly dims: string | null;
  /** What the data are. */
  readonly note: string;
}

/** Whether a value is of the type `Segment`. */
export function isSegment(value: unknown, seen: Seen = unseen()): value is Segment {
  if (!isObject(value)) {
    return false;
  }
  if (!isPartName(value.name)) {
    return false;
  }
  if (typeof value.type !== "string") {
    return false;
  }
  if (typeof value.units !== "string" && value.units !== null) {
    return false;
  }
  if (typeof value.protocol !== "string") {
    return false;
  }
  if (typeof value.dims !== "string" && value.dims !== null) {
    return false;
  }
  if (typeof value.note !== "string") {
    return false;
  }
  seen.unknown += sizeOf(value) - 6;
  return true;
}

/**
 * One pointer from a record to a record of another series.
 *
 * Source: jsoc_info.c, rec 2020.
 */
export interface Link {
  /** Name of the link. */
  readonly name: PartName;
  /** Series that it points into. */
  readonly target: string;
  /**
   * STATIC points to one record number, DYNAMIC to the newest record with some prime-key values.
   */
  readonly kind: Open<"STATIC" | "DYNAMIC">;
  /** What the link is for. */
  readonly note: string;
}

/** Whether a value is of the type `Link`. */
export function isLink(value: unknown, seen: Seen = unseen()): value is Link {
  if (!isObject(value)) {
    return false;
  }
  if (!isPartName(value.name)) {
    return false;
  }
  if (typeof value.target !== "string") {
    return false;
  }
  if (typeof value.kind !== "string") {
    return false;
  }
  if (typeof value.note !== "string") {
    return false;
  }
  seen.unknown += sizeOf(value) - 4;
  return true;
}

/**
 * The extent of a series; the texts "NA" when it is empty.
 *
 * Source: jsoc_info.c, rec 2020, netdrms observed.
 */
export interface SeriesInterval {
  /** Specification of the first record by prime keys, or `NA`. */
  readonly FirstRecord: Open<"NA">;
  /** Its record number, or `NA`; may be greater than that of the last record. */
  readonly FirstRecnum: number | "NA";
  /** Specification of the last record by prime keys, or `NA`. */
  readonly LastRecord: Open<"NA">;
  /** Its record number, or `NA`. */
  readonly LastRecnum: number | "NA";
  /** The highest record number in use, 0 when the series is empty. */
  readonly MaxRecnum: number;
  /**
   * Whether the series has a shadow table, `yes`, `no` or `?`; only when asked for with `owner`.
   */
  readonly HasShadow?: Open<"yes" | "no" | "?">;
}

/** Whether a value is of the type `SeriesInterval`. */
export function isSeriesInterval(value: unknown, seen: Seen = unseen()): value is SeriesInterval {
  if (!isObject(value)) {
    return false;
  }
  let known = 5;
  if (typeof value.FirstRecord !== "string") {
    return false;
  }
  if (!isInteger(value.FirstRecnum) && value.FirstRecnum !== "NA") {
    return false;
  }
  if (typeof value.LastRecord !== "string") {
    return false;
  }
  if (!isInteger(value.LastRecnum) && value.LastRecnum !== "NA") {
    return false;
  }
  if (!isInteger(value.MaxRecnum)) {
    return false;
  }
  if (value.HasShadow !== undefined) {
    if (typeof value.HasShadow !== "string") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/** Explains why a value is not of the type `KeywordName`. */
export const KeywordNameSchema: Schema = {
  type: "string",
  pattern: "^[A-Za-z0-9_-]+$",
  not: { type: "string", pattern: "\\n" },
  description:
    "Name of a keyword, at most 31 letters, digits and underscores; a minus in FITS aliases such as `DATE-OBS`.",
};

/** Explains why a value is not of the type `PrimeKey`. */
export const PrimeKeySchema: Schema = {
  type: "object",
  required: ["name", "slotted"],
  properties: { name: KeywordNameSchema, slotted: { type: "integer" }, step: { type: "string" } },
};

/** Explains why a value is not of the type `Keyword`. */
export const KeywordSchema: Schema = {
  type: "object",
  required: ["name", "type", "recscope", "defval", "units", "note"],
  properties: {
    name: KeywordNameSchema,
    linkinfo: { type: "string" },
    type: { type: "string" },
    recscope: { type: "string" },
    defval: { type: "string" },
    units: { type: "string" },
    note: { type: "string" },
  },
};

/** Explains why a value is not of the type `PartName`. */
export const PartNameSchema: Schema = {
  type: "string",
  pattern: "^[A-Za-z][A-Za-z0-9_]*$",
  not: { type: "string", pattern: "\\n" },
  description:
    "Name of a segment or link, a letter and then letters, digits and underscores, at most 31 characters.",
};

/** Explains why a value is not of the type `Segment`. */
export const SegmentSchema: Schema = {
  type: "object",
  required: ["name", "type", "units", "protocol", "dims", "note"],
  properties: {
    name: PartNameSchema,
    type: { type: "string" },
    units: { type: ["string", "null"] },
    protocol: { type: "string" },
    dims: { type: ["string", "null"] },
    note: { type: "string" },
  },
};

/** Explains why a value is not of the type `Link`. */
export const LinkSchema: Schema = {
  type: "object",
  required: ["name", "target", "kind", "note"],
  properties: {
    name: PartNameSchema,
    target: { type: "string" },
    kind: { type: "string" },
    note: { type: "string" },
  },
};

/** Explains why a value is not of the type `SeriesInterval`. */
export const SeriesIntervalSchema: Schema = {
  type: "object",
  required: ["FirstRecord", "FirstRecnum", "LastRecord", "LastRecnum", "MaxRecnum"],
  properties: {
    FirstRecord: { type: "string" },
    FirstRecnum: { anyOf: [{ type: "integer" }, { const: "NA" }] },
    LastRecord: { type: "string" },
    LastRecnum: { anyOf: [{ type: "integer" }, { const: "NA" }] },
    MaxRecnum: { type: "integer" },
    HasShadow: { type: "string" },
  },
};

/** Explains why a value is not of the type `SeriesStruct`. */
export const SeriesStructSchema: Schema = {
  type: "object",
  required: [
    "note",
    "retention",
    "stagingretention",
    "unitsize",
    "archive",
    "tapegroup",
    "primekeys",
    "primekeysinfo",
    "dbindex",
    "keywords",
    "segments",
    "links",
    "Interval",
    "status",
  ],
  properties: {
    note: { type: "string" },
    retention: { type: "integer" },
    stagingretention: { type: "integer" },
    unitsize: { type: "integer" },
    archive: { type: "integer" },
    tapegroup: { type: "integer" },
    owner: { type: "string" },
    primekeys: { anyOf: [{ type: "array", items: { type: "string" } }, { const: [null] }] },
    primekeysinfo: { anyOf: [{ type: "array", items: PrimeKeySchema }, { const: [null] }] },
    dbindex: { anyOf: [{ type: "array", items: { type: "string" } }, { const: [null] }] },
    keywords: { type: "array", items: KeywordSchema },
    segments: { type: "array", items: SegmentSchema },
    links: { type: "array", items: LinkSchema },
    Interval: SeriesIntervalSchema,
    processing_size_ratio: { type: "number" },
    runtime: { type: "number" },
    status: { const: 0 },
  },
};

/** Arguments of `seriesStruct`. */
export interface SeriesStructArguments {
  /**
   * Name of the series, such as `hmi.m_720s`, in any case; of a record set only the series name is
   * used.
   */
  readonly ds: string;
  /**
   * Keywords under their FITS names and with FITS values; the program is known to die of empty
   * texts then.
   *
   * @defaultValue `false`
   */
  readonly fits_names?: boolean | null;
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
   * Also tell `owner` and `Interval.HasShadow`.
   *
   * @defaultValue `false`
   */
  readonly owner?: boolean | null;
  /**
   * Leave out `runtime`, so that equal answers are equal bytes.
   *
   * @defaultValue `false`
   */
  readonly no_runtime?: boolean | null;
  /**
   * Processing steps with their options, in the order in which they run; the answer then tells by
   * which factor they change the size of an export.
   */
  readonly processing?: Readonly<
    Record<string, Readonly<Record<string, string | number | boolean>>>
  > | null;
}

/** What `seriesStruct` comes to. */
export type SeriesStructResult = SeriesStruct;

/** Whether a value is arguments of `seriesStruct`, rules between them apart. */
export function isSeriesStructArguments(value: unknown): value is SeriesStructArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (typeof value.ds !== "string" || lengthOf(value.ds) < 1) {
    return false;
  }
  if (value.fits_names !== undefined) {
    if (typeof value.fits_names !== "boolean" && value.fits_names !== null) {
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
  if (value.owner !== undefined) {
    if (typeof value.owner !== "boolean" && value.owner !== null) {
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
  if (value.processing !== undefined) {
    if (isObject(value.processing)) {
      for (const key in value.processing) {
        if (!PROCESSING_KEY_PATTERN.test(key)) {
          return false;
        }
        const item = value.processing[key];
        if (!isObject(item)) {
          return false;
        }
        for (const key2 in item) {
          const item2 = item[key2];
          if (typeof item2 !== "string" && !isNumber(item2) && typeof item2 !== "boolean") {
            return false;
          }
        }
      }
    } else if (value.processing !== null) {
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
    ds: { type: "string", minLength: 1 },
    fits_names: { type: ["boolean", "null"] },
    follow_links: { type: ["boolean", "null"] },
    hexadecimal: { type: ["boolean", "null"] },
    full_precision: { type: ["boolean", "null"] },
    owner: { type: ["boolean", "null"] },
    no_runtime: { type: ["boolean", "null"] },
    processing: {
      type: ["object", "null"],
      additionalProperties: {
        type: "object",
        additionalProperties: { type: ["string", "number", "boolean"] },
      },
      propertyNames: {
        pattern:
          "^(aia_scale_orig|aia_scale_aialev1|aia_scale_other|to_ptr|resize|im_patch|map_proj|rebin)$",
        not: { type: "string", pattern: "\\n" },
      },
    },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = {
  anyOf: [
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [0] } } },
        SeriesStructSchema,
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
 * Describe a data series, its keywords, segments, links and extent.
 *
 * Everything the server knows about a series as such: what its keywords mean and in which units
 * they are, which data files a record has, how long files stay on disk, and which records are the
 * first and the last.
 *
 * A *prime key* is a keyword whose values tell the records of a series apart. Records with the same
 * prime-key values are versions of each other, and the newest one counts. A *slotted* key is a
 * prime key whose values are rounded to steps, usually of time.
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
 * import { seriesStruct, SERVERS } from "astrowire/drms";
 *
 * const request = seriesStruct.encode({ ds: "hmi.v_45s" }, SERVERS.jsoc);
 * console.log(request.method, request.url);
 * ```
 */
export const seriesStruct = /* @__PURE__ */ cgiOperation<SeriesStructArguments, SeriesStructResult>(
  {
    service: "drms",
    name: "series_struct",
    effect: "read",
    parameters: [
      { name: "ds", required: true },
      { name: "fits_names", default: false },
      { name: "follow_links", default: false },
      { name: "hexadecimal", default: false },
      { name: "full_precision", default: false },
      { name: "owner", default: false },
      { name: "no_runtime", default: false },
      { name: "processing" },
    ],
    endpoint: "jsoc_info",
    query: [
      codecs.fixed("op", "series_struct"),
      codecs.text("ds", "ds"),
      codecs.flag("f", "fits_names"),
      codecs.flag("l", "follow_links"),
      codecs.flag("B", "hexadecimal"),
      codecs.flag("M", "full_precision"),
      codecs.flag("o", "owner"),
      codecs.flag("r", "no_runtime"),
      codecs.jsonText("processing", "processing"),
      codecs.setting("dbhost", "wrapper_dbhost"),
    ],
    charset: "latin-1",
    postOver: 2000,
    request: { accepts: isSeriesStructArguments, schema: REQUEST },
    result: {
      kind: "select",
      member: "status",
      schema: RESPONSE,
      arms: [
        { when: [0], accepts: isSeriesStruct },
        { when: [1], accepts: isInfoFailure, error: SeriesError },
        { when: [4], accepts: isWrapperFailure, error: SeriesError },
        { when: [2, 3, 5, 6], accepts: isWrapperFailure, error: WrapperFailed },
        { when: [-1], accepts: isTermination, error: BackendTerminated },
      ],
      otherwise: { accepts: isOtherStatus, error: UnknownStatus },
      finish: finishing.members({
        primekeys: finishing.emptyForNull,
        primekeysinfo: finishing.emptyForNull,
        dbindex: finishing.emptyForNull,
      }),
    },
  },
);
