// Generated from spec/drms/exp_su.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import { isArray, isInteger, isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import * as rules from "../runtime/rules.js";
import type { Open, Schema } from "../runtime/schema.js";
import {
  BackendTerminated,
  ExportExpired,
  ExportFailed,
  ExportNotFound,
  ExportOffline,
  ExportTooLarge,
  PendingLimit,
  StorageDown,
  UnknownStatus,
} from "./errors.js";
import {
  ExportFailureSchema,
  isExportFailure,
  isOtherStatus,
  isQuantity,
  isStorageUnit,
  isTermination,
  OtherStatusSchema,
  type Quantity,
  QuantitySchema,
  type StorageUnit,
  StorageUnitSchema,
  TerminationSchema,
} from "./types.js";

const METHOD_WORDS: readonly unknown[] = ["url_quick", "url", "url-tar", "ftp", "ftp-tar", null];

/** A closed set of words. */
export type ExpSuMethod = "url_quick" | "url" | "url-tar" | "ftp" | "ftp-tar";

/**
 * The storage units, answered at once.
 *
 * Source: jsoc_fetch.c, netdrms observed.
 */
export interface StorageUnits {
  /** Number of storage units. */
  readonly count: number;
  /** Size of all of them in bytes. */
  readonly size: number;
  /** Empty; paths are full ones. */
  readonly dir: string;
  /** The storage units, in order, or by number with `dataobj`. */
  readonly data: readonly StorageUnit[] | Readonly<Record<string, StorageUnit>>;
  /** Empty; there is no request. */
  readonly requestid: string;
  /** Export method, as requested. */
  readonly method: Open<"url_quick">;
  /** Export protocol, as requested. */
  readonly protocol: Open<"as-is" | "su-as-is">;
  /** Seconds still to wait, 0. */
  readonly wait: number;
  /** Always 0, success. */
  readonly status: 0;
}

/** Whether a value is of the type `StorageUnits`. */
export function isStorageUnits(value: unknown, seen: Seen = unseen()): value is StorageUnits {
  if (!isObject(value)) {
    return false;
  }
  if (!isInteger(value.count)) {
    return false;
  }
  if (!isInteger(value.size)) {
    return false;
  }
  if (typeof value.dir !== "string") {
    return false;
  }
  if (isArray(value.data)) {
    for (const item of value.data) {
      if (!isStorageUnit(item, seen)) {
        return false;
      }
    }
  } else if (isObject(value.data)) {
    for (const key in value.data) {
      const item = value.data[key];
      if (!isStorageUnit(item, seen)) {
        return false;
      }
    }
  } else {
    return false;
  }
  if (typeof value.requestid !== "string") {
    return false;
  }
  if (typeof value.method !== "string") {
    return false;
  }
  if (typeof value.protocol !== "string") {
    return false;
  }
  if (!isInteger(value.wait)) {
    return false;
  }
  if (value.status !== 0) {
    return false;
  }
  seen.unknown += sizeOf(value) - 9;
  return true;
}

/**
 * The answer while the storage system is down.
 *
 * Source: jsoc_fetch.c.
 */
export interface StorageUnitsDown {
  /** Always 1, SUMS is down. */
  readonly status: 1;
}

/** Whether a value is of the type `StorageUnitsDown`. */
export function isStorageUnitsDown(
  value: unknown,
  seen: Seen = unseen(),
): value is StorageUnitsDown {
  if (!isObject(value)) {
    return false;
  }
  if (value.status !== 1) {
    return false;
  }
  seen.unknown += sizeOf(value) - 1;
  return true;
}

/**
 * A request for storage units that was queued.
 *
 * The servers repeat the member `sunum` once for each storage unit; the last one is kept.
 *
 * Source: jsoc_fetch.c.
 */
export interface StorageUnitsQueued {
  /** 2 is queued; 12 in the server's test mode. */
  readonly status: 2 | 12;
  /** Id for exp_su_status, ends in `_SU`. */
  readonly requestid: string;
  /** Export method, as requested. */
  readonly method?: string;
  /** Export protocol, as requested. */
  readonly protocol?: string;
  /** Estimate of the seconds still to wait. */
  readonly wait?: Quantity;
  /** Number of records. */
  readonly rcount?: Quantity;
  /** Size. */
  readonly size?: Quantity;
  /** Number of the last storage unit. */
  readonly sunum?: Quantity;
  /** What is known of the storage units. */
  readonly data?: readonly QueuedUnit[];
}

/** Whether a value is of the type `StorageUnitsQueued`. */
export function isStorageUnitsQueued(
  value: unknown,
  seen: Seen = unseen(),
): value is StorageUnitsQueued {
  if (!isObject(value)) {
    return false;
  }
  let known = 2;
  if (value.status !== 2 && value.status !== 12) {
    return false;
  }
  if (typeof value.requestid !== "string") {
    return false;
  }
  if (value.method !== undefined) {
    if (typeof value.method !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.protocol !== undefined) {
    if (typeof value.protocol !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.wait !== undefined) {
    if (!isQuantity(value.wait)) {
      return false;
    }
    known += 1;
  }
  if (value.rcount !== undefined) {
    if (!isQuantity(value.rcount)) {
      return false;
    }
    known += 1;
  }
  if (value.size !== undefined) {
    if (!isQuantity(value.size)) {
      return false;
    }
    known += 1;
  }
  if (value.sunum !== undefined) {
    if (!isQuantity(value.sunum)) {
      return false;
    }
    known += 1;
  }
  if (value.data !== undefined) {
    if (!isArray(value.data)) {
      return false;
    }
    for (const item of value.data) {
      if (!isQueuedUnit(item, seen)) {
        return false;
      }
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * What is known of a storage unit that was asked for.
 *
 * Source: jsoc_fetch.c, inference.
 */
export interface QueuedUnit {
  /** Its number. */
  readonly sunum?: string;
  /** Series that it belongs to. */
  readonly series?: string;
  /** Its directory, or `NA`. */
  readonly path?: string;
  /** Y, N, X or I. */
  readonly sustatus?: Open<"Y" | "N" | "X" | "I">;
  /** Size in bytes. */
  readonly susize?: string;
}

/** Whether a value is of the type `QueuedUnit`. */
export function isQueuedUnit(value: unknown, seen: Seen = unseen()): value is QueuedUnit {
  if (!isObject(value)) {
    return false;
  }
  let known = 0;
  if (value.sunum !== undefined) {
    if (typeof value.sunum !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.series !== undefined) {
    if (typeof value.series !== "string") {
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
  if (value.sustatus !== undefined) {
    if (typeof value.sustatus !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.susize !== undefined) {
    if (typeof value.susize !== "string") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/** Explains why a value is not of the type `StorageUnits`. */
export const StorageUnitsSchema: Schema = {
  type: "object",
  required: ["count", "size", "dir", "data", "requestid", "method", "protocol", "wait", "status"],
  properties: {
    count: { type: "integer" },
    size: { type: "integer" },
    dir: { type: "string" },
    data: {
      anyOf: [
        { type: "array", items: StorageUnitSchema },
        { type: "object", additionalProperties: StorageUnitSchema },
      ],
    },
    requestid: { type: "string" },
    method: { type: "string" },
    protocol: { type: "string" },
    wait: { type: "integer" },
    status: { const: 0 },
  },
};

/** Explains why a value is not of the type `StorageUnitsDown`. */
export const StorageUnitsDownSchema: Schema = {
  type: "object",
  required: ["status"],
  properties: { status: { const: 1 } },
};

/** Explains why a value is not of the type `QueuedUnit`. */
export const QueuedUnitSchema: Schema = {
  type: "object",
  properties: {
    sunum: { type: "string" },
    series: { type: "string" },
    path: { type: "string" },
    sustatus: { type: "string" },
    susize: { type: "string" },
  },
};

/** Explains why a value is not of the type `StorageUnitsQueued`. */
export const StorageUnitsQueuedSchema: Schema = {
  type: "object",
  required: ["status", "requestid"],
  properties: {
    status: { enum: [2, 12] },
    requestid: { type: "string" },
    method: { type: "string" },
    protocol: { type: "string" },
    wait: QuantitySchema,
    rcount: QuantitySchema,
    size: QuantitySchema,
    sunum: QuantitySchema,
    data: { type: "array", items: QueuedUnitSchema },
  },
};

/** Arguments of `expSu`. */
export interface ExpSuArguments {
  /** Numbers of the storage units. */
  readonly sunum: readonly number[];
  /**
   * How the files are handed over; url_quick answers at once where that is possible.
   *
   * @defaultValue `"url_quick"`
   */
  readonly method?: ExpSuMethod | null;
  /**
   * The form of the files.
   *
   * @defaultValue `"as-is"`
   */
  readonly protocol?: "as-is" | "su-as-is" | null;
  /** `dataobj` makes `data` a map by storage-unit number, and the answer an immediate one. */
  readonly formatvar?: "dataobj" | null;
  /** `NOASYNCREQUEST` says that nothing is to be queued. */
  readonly requestid?: "NOASYNCREQUEST" | null;
}

/** What `expSu` comes to. */
export type ExpSuResult = StorageUnits | StorageUnitsQueued;

/** Whether a value is arguments of `expSu`, rules between them apart. */
export function isExpSuArguments(value: unknown): value is ExpSuArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (!isArray(value.sunum) || value.sunum.length < 1) {
    return false;
  }
  for (const item of value.sunum) {
    if (!isInteger(item)) {
      return false;
    }
  }
  if (value.method !== undefined) {
    if (!METHOD_WORDS.includes(value.method)) {
      return false;
    }
    known += 1;
  }
  if (value.protocol !== undefined) {
    if (value.protocol !== "as-is" && value.protocol !== "su-as-is" && value.protocol !== null) {
      return false;
    }
    known += 1;
  }
  if (value.formatvar !== undefined) {
    if (value.formatvar !== "dataobj" && value.formatvar !== null) {
      return false;
    }
    known += 1;
  }
  if (value.requestid !== undefined) {
    if (value.requestid !== "NOASYNCREQUEST" && value.requestid !== null) {
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
  required: ["sunum"],
  properties: {
    sunum: { type: "array", items: { type: "integer" }, minItems: 1 },
    method: { enum: ["url_quick", "url", "url-tar", "ftp", "ftp-tar", null] },
    protocol: { enum: ["as-is", "su-as-is", null] },
    formatvar: { enum: ["dataobj", null] },
    requestid: { enum: ["NOASYNCREQUEST", null] },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = {
  anyOf: [
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [0] } } },
        StorageUnitsSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [1] } } },
        StorageUnitsDownSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [2, 12] } } },
        StorageUnitsQueuedSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [3] } } },
        ExportFailureSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [4] } } },
        ExportFailureSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [5] } } },
        ExportFailureSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [6] } } },
        ExportFailureSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [7] } } },
        ExportFailureSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [25] } } },
        ExportFailureSchema,
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
          properties: { status: { not: { enum: [0, 1, 2, 12, 3, 4, 5, 6, 7, 25, -1] } } },
        },
        OtherStatusSchema,
      ],
    },
  ],
};

/**
 * Export whole storage units by their numbers.
 *
 * A storage unit is a directory of the servers' storage system (SUMS); `*sunum*` of `rs_list` gives
 * its number. The answer says where each is and whether it is on disk.
 *
 * The answer comes at once when `method` is `url_quick` and all units are on disk, and also when
 * they are not if `formatvar` is `dataobj` (then `data` is a map by number). Otherwise the request
 * is queued, and its id ends in `_SU`: ask `exp_su_status` about it. With `requestid`
 * `NOASYNCREQUEST` nothing is ever queued.
 *
 * | `sustatus` | meaning |
 * |---|---|
 * | `Y` | on disk |
 * | `N` | on tape, and can be fetched |
 * | `X` | gone, or going soon, and not on tape |
 * | `I` | no such storage unit; path and series are `NA`, the size is `0` |
 *
 * In no document; known from what servers answered. Offered by JSOC, JSOC, with internal series,
 * JSOC, internal.
 *
 * Source: jsoc_fetch.c, netdrms observed.
 *
 * @throws StorageDown - The servers' storage system (SUMS) does not answer; try again later.
 * @throws ExportTooLarge - The export is larger than the server allows (status 3); ask for fewer
 * records.
 * @throws ExportFailed - The export was refused or went wrong (status 4, or "1" in a finished
 * index); its text says why.
 * @throws ExportExpired - The export was finished, and its files have been deleted since (status
 * 5); request it again.
 * @throws ExportNotFound - The server does not know this request id (status 6, older servers); new
 * ids may take seconds to appear.
 * @throws PendingLimit - This address or computer has too many unfinished exports (status 7); wait
 * for one to finish.
 * @throws ExportOffline - Some of the files are on tape only and the server will not fetch them by
 * itself (status 25).
 * @throws BackendTerminated - The server's program was stopped before it could answer (status -1).
 * @throws UnknownStatus - The server answered with a status that no document lists; the whole
 * answer is kept.
 *
 * @example
 * ```ts
 * import { expSu, SERVERS } from "astrowire/drms";
 *
 * const request = expSu.encode(
 *   { sunum: [700000, 700001], formatvar: "dataobj", requestid: "NOASYNCREQUEST" },
 *   SERVERS.jsoc,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const expSu = /* @__PURE__ */ cgiOperation<ExpSuArguments, ExpSuResult>({
  service: "drms",
  name: "exp_su",
  effect: "write",
  parameters: [
    { name: "sunum", required: true },
    { name: "method", default: "url_quick" },
    { name: "protocol", default: "as-is" },
    { name: "formatvar" },
    { name: "requestid" },
  ],
  endpoint: "jsoc_fetch",
  query: [
    codecs.fixed("op", "exp_su"),
    codecs.integers("sunum", "sunum"),
    codecs.text("method", "method"),
    codecs.text("protocol", "protocol"),
    codecs.fixed("format", "json"),
    codecs.text("formatvar", "formatvar"),
    codecs.text("requestid", "requestid"),
    codecs.setting("dbhost", "wrapper_dbhost"),
  ],
  charset: "latin-1",
  postOver: 2000,
  rules: [rules.needs("formatvar", null, "requestid", "NOASYNCREQUEST")],
  maxBody: 268435456,
  broken: [
    {
      pattern:
        /^status=4\nerror=(Illegal text in arg: [^\n]*)\n(Content-type: application\/json\n\n[^\n]*\n?)?$/u,
      error: ExportFailed,
      values: { status: 4 },
      message: "error",
    },
  ],
  request: { accepts: isExpSuArguments, schema: REQUEST },
  result: {
    kind: "select",
    member: "status",
    schema: RESPONSE,
    arms: [
      { when: [0], accepts: isStorageUnits },
      { when: [1], accepts: isStorageUnitsDown, error: StorageDown },
      { when: [2, 12], accepts: isStorageUnitsQueued },
      { when: [3], accepts: isExportFailure, error: ExportTooLarge },
      { when: [4], accepts: isExportFailure, error: ExportFailed },
      { when: [5], accepts: isExportFailure, error: ExportExpired },
      { when: [6], accepts: isExportFailure, error: ExportNotFound },
      { when: [7], accepts: isExportFailure, error: PendingLimit },
      { when: [25], accepts: isExportFailure, error: ExportOffline },
      { when: [-1], accepts: isTermination, error: BackendTerminated },
    ],
    otherwise: { accepts: isOtherStatus, error: UnknownStatus },
  },
});
