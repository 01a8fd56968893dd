// Generated from spec/drms/show_series.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import { isArray, isInteger, isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import type { Open, Schema } from "../runtime/schema.js";
import { BackendTerminated, SeriesError, UnknownStatus } from "./errors.js";
import {
  isOtherStatus,
  isSeriesName,
  isTermination,
  OtherStatusSchema,
  type SeriesName,
  SeriesNameSchema,
  TerminationSchema,
} from "./types.js";

/**
 * The series that were found.
 *
 * Source: show_series.c, netdrms observed.
 */
export interface SeriesNames {
  /** Always 0, success. */
  readonly status: 0;
  /** The series, ordered by name; empty when nothing matches. */
  readonly names: readonly SeriesEntry[];
  /** Number of series. */
  readonly n: number;
}

/** Whether a value is of the type `SeriesNames`. */
export function isSeriesNames(value: unknown, seen: Seen = unseen()): value is SeriesNames {
  if (!isObject(value)) {
    return false;
  }
  if (value.status !== 0) {
    return false;
  }
  if (!isArray(value.names)) {
    return false;
  }
  for (const item of value.names) {
    if (!isSeriesEntry(item, seen)) {
      return false;
    }
  }
  if (!isInteger(value.n)) {
    return false;
  }
  seen.unknown += sizeOf(value) - 3;
  return true;
}

/**
 * One series.
 *
 * Source: show_series.c, netdrms observed.
 */
export interface SeriesEntry {
  /** Name of the series, in its own case. */
  readonly name: SeriesName;
  /** Names of the prime keys in one text, joined by `, `; empty when there are none. */
  readonly primekeys: string;
  /** What the series is, in the words of its owner; may be empty. */
  readonly note: string;
  /** 1 archived to tape, 0 or -1 not, as text; the verbose command line only. */
  readonly archive?: string;
  /** Days that files stay on disk, as text; the verbose command line only. */
  readonly retention?: string;
  /** Number of the group of tapes, as text; the verbose command line only. */
  readonly tapegroup?: string;
  /** Records in one storage unit, as text; the verbose command line only. */
  readonly unitsize?: string;
  /** Database user that owns the series; the verbose command line only. */
  readonly owner?: string;
}

/** Whether a value is of the type `SeriesEntry`. */
export function isSeriesEntry(value: unknown, seen: Seen = unseen()): value is SeriesEntry {
  if (!isObject(value)) {
    return false;
  }
  let known = 3;
  if (!isSeriesName(value.name)) {
    return false;
  }
  if (typeof value.primekeys !== "string") {
    return false;
  }
  if (typeof value.note !== "string") {
    return false;
  }
  if (value.archive !== undefined) {
    if (typeof value.archive !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.retention !== undefined) {
    if (typeof value.retention !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.tapegroup !== undefined) {
    if (typeof value.tapegroup !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.unitsize !== undefined) {
    if (typeof value.unitsize !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.owner !== undefined) {
    if (typeof value.owner !== "string") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * The answer when the list cannot be made; the server writes it as invalid JSON, without quotes.
 *
 * Source: show_series.c, netdrms observed.
 */
export interface ShowSeriesFailure {
  /** Always 1, any error. */
  readonly status: 1;
  /** What went wrong. */
  readonly errmsg: Open<"Series filter format error" | "Cant find DRMS">;
}

/** Whether a value is of the type `ShowSeriesFailure`. */
export function isShowSeriesFailure(
  value: unknown,
  seen: Seen = unseen(),
): value is ShowSeriesFailure {
  if (!isObject(value)) {
    return false;
  }
  if (value.status !== 1) {
    return false;
  }
  if (typeof value.errmsg !== "string") {
    return false;
  }
  seen.unknown += sizeOf(value) - 2;
  return true;
}

/** Explains why a value is not of the type `SeriesEntry`. */
export const SeriesEntrySchema: Schema = {
  type: "object",
  required: ["name", "primekeys", "note"],
  properties: {
    name: SeriesNameSchema,
    primekeys: { type: "string" },
    note: { type: "string" },
    archive: { type: "string" },
    retention: { type: "string" },
    tapegroup: { type: "string" },
    unitsize: { type: "string" },
    owner: { type: "string" },
  },
};

/** Explains why a value is not of the type `SeriesNames`. */
export const SeriesNamesSchema: Schema = {
  type: "object",
  required: ["status", "names", "n"],
  properties: {
    status: { const: 0 },
    names: { type: "array", items: SeriesEntrySchema },
    n: { type: "integer" },
  },
};

/** Explains why a value is not of the type `ShowSeriesFailure`. */
export const ShowSeriesFailureSchema: Schema = {
  type: "object",
  required: ["status", "errmsg"],
  properties: { status: { const: 1 }, errmsg: { type: "string" } },
};

/** Arguments of `showSeries`. */
export interface ShowSeriesArguments {
  /** Regular expression for series names, such as `hmi\.m_`; not given means all series. */
  readonly ds_filter?: string | null;
}

/** What `showSeries` comes to. */
export type ShowSeriesResult = SeriesNames;

/** Whether a value is arguments of `showSeries`, rules between them apart. */
export function isShowSeriesArguments(value: unknown): value is ShowSeriesArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 0;
  if (value.ds_filter !== undefined) {
    if (typeof value.ds_filter !== "string" && value.ds_filter !== null) {
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
  properties: { ds_filter: { type: ["string", "null"] } },
  additionalProperties: false,
};

const RESPONSE: Schema = {
  anyOf: [
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [0] } } },
        SeriesNamesSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [1] } } },
        ShowSeriesFailureSchema,
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
          properties: { status: { not: { enum: [0, 1, -1] } } },
        },
        OtherStatusSchema,
      ],
    },
  ],
};

/**
 * List the data series of a server.
 *
 * Without a filter the answer holds every series, thousands at JSOC. The filter is a POSIX extended
 * regular expression that may match anywhere in the name, in any case. `NOT ` (with one blank)
 * before it turns it round.
 *
 * With exactly one `\.` in the filter, the server reads only the namespace written before it and
 * takes that part literally: `hmi\.m_` is quick, `^hmi\.m_` finds nothing.
 *
 * At JSOC this lists one database only; `show_series_wrapper` lists all public series there.
 *
 * Source: seed, client json.py, show_series.c.
 *
 * @throws SeriesError - The server could not answer a question about series or records; its text
 * says why.
 * @throws BackendTerminated - The server's program was stopped before it could answer (status -1).
 * @throws UnknownStatus - The server answered with a status that no document lists; the whole
 * answer is kept.
 *
 * @example
 * ```ts
 * import { showSeries, SERVERS } from "astrowire/drms";
 *
 * const request = showSeries.encode({ ds_filter: "hmi\\.m_(45|720)s$" }, SERVERS.jsoc);
 * console.log(request.method, request.url);
 * ```
 */
export const showSeries = /* @__PURE__ */ cgiOperation<ShowSeriesArguments, ShowSeriesResult>({
  service: "drms",
  name: "show_series",
  effect: "read",
  parameters: [{ name: "ds_filter" }],
  endpoint: "show_series",
  query: [codecs.text("filter", "ds_filter")],
  charset: "latin-1",
  maxBody: 268435456,
  broken: [
    {
      pattern: /^\{"status":1,"errmsg":([^"{}]*)\}[ \n]*$/u,
      error: SeriesError,
      values: { status: 1 },
      message: "errmsg",
    },
    {
      pattern: /^\],[ \n]*"n":0\}[ \n]*$/u,
      error: SeriesError,
      values: { status: 1 },
      message: "errmsg",
      text: "The server's database holds no series at all.",
    },
  ],
  request: { accepts: isShowSeriesArguments, schema: REQUEST },
  result: {
    kind: "select",
    member: "status",
    schema: RESPONSE,
    arms: [
      { when: [0], accepts: isSeriesNames },
      { when: [1], accepts: isShowSeriesFailure, error: SeriesError },
      { when: [-1], accepts: isTermination, error: BackendTerminated },
    ],
    otherwise: { accepts: isOtherStatus, error: UnknownStatus },
  },
});
