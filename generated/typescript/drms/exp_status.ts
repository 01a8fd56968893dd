// Generated from spec/drms/exp_status.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import { isObject, sizeOf } from "../runtime/guards.js";
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
  type ExportDone,
  ExportDoneSchema,
  ExportFailedIndexSchema,
  ExportFailureSchema,
  type ExportPending,
  ExportPendingSchema,
  isExportDone,
  isExportFailedIndex,
  isExportFailure,
  isExportPending,
  isOtherStatus,
  isTermination,
  OtherStatusSchema,
  TerminationSchema,
} from "./types.js";

const REQUESTID_PATTERN = /^[^\n\r]+$/u;

/** Arguments of `expStatus`. */
export interface ExpStatusArguments {
  /**
   * Id from exp_request, `JSOC_YYYYMMDD_NNN` (UTC date, number of the day), with `_IN` for internal
   * and `_X_IN` for passed-through requests.
   */
  readonly requestid: string;
}

/** What `expStatus` comes to. */
export type ExpStatusResult = ExportDone | ExportPending;

/** Whether a value is arguments of `expStatus`, rules between them apart. */
export function isExpStatusArguments(value: unknown): value is ExpStatusArguments {
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
      pattern: "^[^\\n\\r]+$",
      not: { type: "string", pattern: "\\n" },
      description:
        "Id from exp_request, `JSOC_YYYYMMDD_NNN` (UTC date, number of the day), with `_IN` for internal and `_X_IN` for passed-through requests.",
    },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = {
  anyOf: [
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: ["0", 0] } } },
        ExportDoneSchema,
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
        ExportFailedIndexSchema,
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
 * Ask whether an export is ready, and for its files.
 *
 * While the export is queued or worked on, the answer is an `ExportPending`; ask again after `wait`
 * seconds, or every five seconds when `wait` is not above zero. When it is done, the answer is an
 * `ExportDone` with the files. All other answers are failures and raise an exception of their own
 * class.
 *
 * A finished export is answered with its stored index, in which every number is written as text.
 * There the status "0" means done and "1" means that the exporter failed, while the number 1 means
 * that work goes on.
 *
 * Current servers answer an unknown id with status 4. Older ones say 6, for some seconds also for
 * an id that they have just given out.
 *
 * Offered by JSOC, JSOC, with internal series, JSOC, internal.
 *
 * Source: seed, client json.py, jsoc_fetch.c, make_index.c.
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
 * import { expStatus, SERVERS } from "astrowire/drms";
 *
 * const request = expStatus.encode({ requestid: "JSOC_20200410_003" }, SERVERS.jsoc);
 * console.log(request.method, request.url);
 * ```
 */
export const expStatus = /* @__PURE__ */ cgiOperation<ExpStatusArguments, ExpStatusResult>({
  service: "drms",
  name: "exp_status",
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
  request: { accepts: isExpStatusArguments, schema: REQUEST },
  result: {
    kind: "select",
    member: "status",
    schema: RESPONSE,
    arms: [
      { when: ["0", 0], accepts: isExportDone },
      { when: [1, 2, 12], accepts: isExportPending },
      { when: ["1"], accepts: isExportFailedIndex, error: ExportFailed },
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
