// Generated from spec/drms/exp_su_status.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import { isArray, isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import type { Schema } from "../runtime/schema.js";
import {
  BackendTerminated,
  ExportExpired,
  ExportFailed,
  ExportNotFound,
  ExportOffline,
  ExportTooLarge,
  PendingLimit,
  UnknownStatus,
} from "./errors.js";
import {
  ExportFailureSchema,
  type ExportPending,
  ExportPendingSchema,
  isExportFailure,
  isExportPending,
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

const REQUESTID_PATTERN = /^[^\n\r]+_SU$/u;

/**
 * A finished export of storage units; every scalar is a text on the wire.
 *
 * Source: make_index.c, SU_as_is.c.
 */
export interface StorageUnitsDone {
  /** Version of the index format. */
  readonly version?: string;
  /** Id of the export. */
  readonly requestid?: string;
  /** Export method. */
  readonly method?: string;
  /** Export protocol. */
  readonly protocol?: string;
  /** Seconds still to wait, 0. */
  readonly wait?: Quantity;
  /** Number of storage units. */
  readonly count?: Quantity;
  /** Size of all of them. */
  readonly size?: Quantity;
  /** Directory of the export. */
  readonly dir?: string;
  /** Done. */
  readonly status: "0" | 0;
  /** A path. */
  readonly keywords?: string;
  /** Path of the one tar file, with methods ending in `-tar`. */
  readonly tarfile?: string;
  /** Text of a problem. */
  readonly error?: string;
  /** The storage units. */
  readonly data: readonly StorageUnit[];
}

/** Whether a value is of the type `StorageUnitsDone`. */
export function isStorageUnitsDone(
  value: unknown,
  seen: Seen = unseen(),
): value is StorageUnitsDone {
  if (!isObject(value)) {
    return false;
  }
  let known = 2;
  if (value.version !== undefined) {
    if (typeof value.version !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.requestid !== undefined) {
    if (typeof value.requestid !== "string") {
      return false;
    }
    known += 1;
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
  if (value.count !== undefined) {
    if (!isQuantity(value.count)) {
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
  if (value.dir !== undefined) {
    if (typeof value.dir !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.status !== "0" && value.status !== 0) {
    return false;
  }
  if (value.keywords !== undefined) {
    if (typeof value.keywords !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.tarfile !== undefined) {
    if (typeof value.tarfile !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.error !== undefined) {
    if (typeof value.error !== "string") {
      return false;
    }
    known += 1;
  }
  if (!isArray(value.data)) {
    return false;
  }
  for (const item of value.data) {
    if (!isStorageUnit(item, seen)) {
      return false;
    }
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * The index of an export of storage units that ran and failed.
 *
 * Source: make_index.c, SU_as_is.c.
 */
export interface StorageUnitsFailed {
  /** Always the text "1". */
  readonly status: "1";
  /** Id of the export. */
  readonly requestid?: string;
  /** The exporter's text, in single quotes. */
  readonly error?: string;
}

/** Whether a value is of the type `StorageUnitsFailed`. */
export function isStorageUnitsFailed(
  value: unknown,
  seen: Seen = unseen(),
): value is StorageUnitsFailed {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (value.status !== "1") {
    return false;
  }
  if (value.requestid !== undefined) {
    if (typeof value.requestid !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.error !== undefined) {
    if (typeof value.error !== "string") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/** Explains why a value is not of the type `StorageUnitsDone`. */
export const StorageUnitsDoneSchema: Schema = {
  type: "object",
  required: ["status", "data"],
  properties: {
    version: { type: "string" },
    requestid: { type: "string" },
    method: { type: "string" },
    protocol: { type: "string" },
    wait: QuantitySchema,
    count: QuantitySchema,
    size: QuantitySchema,
    dir: { type: "string" },
    status: { enum: ["0", 0] },
    keywords: { type: "string" },
    tarfile: { type: "string" },
    error: { type: "string" },
    data: { type: "array", items: StorageUnitSchema },
  },
};

/** Explains why a value is not of the type `StorageUnitsFailed`. */
export const StorageUnitsFailedSchema: Schema = {
  type: "object",
  required: ["status"],
  properties: { status: { const: "1" }, requestid: { type: "string" }, error: { type: "string" } },
};

/** Arguments of `expSuStatus`. */
export interface ExpSuStatusArguments {
  /** Id from exp_su, such as `JSOC_20240101_003_SU`. */
  readonly requestid: string;
}

/** What `expSuStatus` comes to. */
export type ExpSuStatusResult = StorageUnitsDone | ExportPending;

/** Whether a value is arguments of `expSuStatus`, rules between them apart. */
export function isExpSuStatusArguments(value: unknown): value is ExpSuStatusArguments {
  if (!isObject(value)) {
    return false;
  }
  if (
    typeof value.requestid !== "string" ||
    !REQUESTID_PATTERN.test(value.requestid) ||
    value.requestid.includes("\n")
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
  required: ["requestid"],
  properties: {
    requestid: {
      type: "string",
      pattern: "^[^\\n\\r]+_SU$",
      not: { type: "string", pattern: "\\n" },
      description: "Id from exp_su, such as `JSOC_20240101_003_SU`.",
    },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = {
  anyOf: [
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: ["0", 0] } } },
        StorageUnitsDoneSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [1, 2, 12] } } },
        ExportPendingSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: ["1"] } } },
        StorageUnitsFailedSchema,
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
          properties: { status: { not: { enum: ["0", 0, 1, 2, 12, "1", 3, 4, 5, 6, 7, 25, -1] } } },
        },
        OtherStatusSchema,
      ],
    },
  ],
};

/**
 * Ask whether an export of storage units is ready, and where they are.
 *
 * The same question as `exp_status`, about a request of `exp_su`: the finished index lists storage
 * units and not files of records, so its answers are of another type.
 *
 * In no document; known from the source of the server's programs only. Offered by JSOC, JSOC, with
 * internal series, JSOC, internal.
 *
 * Source: jsoc_fetch.c, make_index.c, SU_as_is.c.
 *
 * @throws ExportFailed - The export was refused or went wrong (status 4, or "1" in a finished
 * index); its text says why.
 * @throws ExportTooLarge - The export is larger than the server allows (status 3); ask for fewer
 * records.
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
 * import { expSuStatus, SERVERS } from "astrowire/drms";
 *
 * const request = expSuStatus.encode({ requestid: "JSOC_20240101_003_SU" }, SERVERS.jsoc);
 * console.log(request.method, request.url);
 * ```
 */
export const expSuStatus = /* @__PURE__ */ cgiOperation<ExpSuStatusArguments, ExpSuStatusResult>({
  service: "drms",
  name: "exp_su_status",
  effect: "read",
  parameters: [{ name: "requestid", required: true }],
  endpoint: "jsoc_fetch",
  query: [
    codecs.fixed("op", "exp_status"),
    codecs.text("requestid", "requestid"),
    codecs.setting("dbhost", "wrapper_dbhost"),
  ],
  charset: "latin-1",
  postOver: 2000,
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
  request: { accepts: isExpSuStatusArguments, schema: REQUEST },
  result: {
    kind: "select",
    member: "status",
    schema: RESPONSE,
    arms: [
      { when: ["0", 0], accepts: isStorageUnitsDone },
      { when: [1, 2, 12], accepts: isExportPending },
      { when: ["1"], accepts: isStorageUnitsFailed, error: ExportFailed },
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
