// Generated from spec/drms/exp_repeat.yaml; do not edit.
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
  ExportFailureSchema,
  isExportFailure,
  isOtherStatus,
  isTermination,
  OtherStatusSchema,
  TerminationSchema,
} from "./types.js";

const REQUESTID_PATTERN = /^[^\n\r]+$/u;
const NOTIFY_PATTERN = /^[^\n\r]+$/u;

/** Arguments of `expRepeat`. */
export interface ExpRepeatArguments {
  /** Id of the earlier export. */
  readonly requestid: string;
  /** Your registered e-mail address, on one line. */
  readonly notify?: string | null;
}

/** What `expRepeat` comes to. */
export type ExpRepeatResult = never;

/** Whether a value is arguments of `expRepeat`, rules between them apart. */
export function isExpRepeatArguments(value: unknown): value is ExpRepeatArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (
    typeof value.requestid !== "string" ||
    !REQUESTID_PATTERN.test(value.requestid) ||
    value.requestid.includes("\n")
  ) {
    return false;
  }
  if (value.notify !== undefined) {
    if (
      (typeof value.notify !== "string" ||
        !NOTIFY_PATTERN.test(value.notify) ||
        value.notify.includes("\n")) &&
      value.notify !== null
    ) {
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
  required: ["requestid"],
  properties: {
    requestid: {
      type: "string",
      pattern: "^[^\\n\\r]+$",
      not: { type: "string", pattern: "\\n" },
      description: "Id of the earlier export.",
    },
    notify: {
      type: ["string", "null"],
      pattern: "^[^\\n\\r]+$",
      not: { type: "string", pattern: "\\n" },
      description: "Your registered e-mail address, on one line.",
    },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = {
  anyOf: [
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
          properties: { status: { not: { enum: [3, 4, 5, 6, 7, 25, -1] } } },
        },
        OtherStatusSchema,
      ],
    },
  ],
};

/**
 * Ask for an earlier export again; every known server refuses.
 *
 * The programs have this switched off, so that every answer is a failure. Order the same export
 * again with `exp_request`: within 24 hours it gets the same id and costs nothing.
 *
 * In no document; known from what servers answered. Offered by JSOC, JSOC, with internal series,
 * JSOC, internal.
 *
 * Source: jsoc_fetch.c, web exportdata, netdrms observed.
 *
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
 */
export const expRepeat = /* @__PURE__ */ cgiOperation<ExpRepeatArguments, ExpRepeatResult>({
  service: "drms",
  name: "exp_repeat",
  effect: "write",
  parameters: [
    { name: "requestid", required: true },
    { name: "notify", secret: true },
  ],
  endpoint: "jsoc_fetch",
  query: [
    codecs.fixed("op", "exp_repeat"),
    codecs.text("requestid", "requestid"),
    codecs.text("notify", "notify"),
    codecs.fixed("format", "json"),
    codecs.setting("dbhost", "wrapper_dbhost"),
  ],
  charset: "latin-1",
  postOver: 2000,
  broken: [
    {
      pattern:
        /^status=4\nerror=(Illegal text in arg: [^\n]*)\n(Content-type: application\/json\n\n[^\n]*\n?)?$/u,
      error: ExportFailed,
      values: { status: 4 },
      message: "error",
    },
  ],
  request: { accepts: isExpRepeatArguments, schema: REQUEST },
  result: {
    kind: "select",
    member: "status",
    schema: RESPONSE,
    arms: [
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
