// Generated from spec/drms/drms_export.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import { isObject, sizeOf } from "../runtime/guards.js";
import type { Schema } from "../runtime/schema.js";
import { ExportFailed } from "./errors.js";
import { isRecordSet, type RecordSet, RecordSetSchema } from "./types.js";

/**
 * A page in place of files.
 *
 * Source: drms-export.cgi.
 */
export interface NoStream {
  /** What happened. */
  readonly error: string;
}

/** Arguments of `drmsExport`. */
export interface DrmsExportArguments {
  /** The record set. */
  readonly spec: RecordSet;
  /** A template of file names, such as `hmi.m_720s.{T_REC:A}.{segment}`. */
  readonly filename?: string | null;
  /** Whether the program compresses the images; not, if nothing is said. */
  readonly compression?: "rice" | "none" | null;
  /**
   * `true` for the bare FITS file, as the program does if nothing is said; `false` for a tar file.
   */
  readonly skiptar?: "true" | "false" | null;
  /** Name of the web server that was asked, such as `jsoc.stanford.edu`. */
  readonly webserver?: string | null;
}

/** What `drmsExport` comes to. */
export type DrmsExportResult = Uint8Array;

/** Whether a value is arguments of `drmsExport`, rules between them apart. */
export function isDrmsExportArguments(value: unknown): value is DrmsExportArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (!isRecordSet(value.spec)) {
    return false;
  }
  if (value.filename !== undefined) {
    if (typeof value.filename !== "string" && value.filename !== null) {
      return false;
    }
    known += 1;
  }
  if (value.compression !== undefined) {
    if (
      value.compression !== "rice" &&
      value.compression !== "none" &&
      value.compression !== null
    ) {
      return false;
    }
    known += 1;
  }
  if (value.skiptar !== undefined) {
    if (value.skiptar !== "true" && value.skiptar !== "false" && value.skiptar !== null) {
      return false;
    }
    known += 1;
  }
  if (value.webserver !== undefined) {
    if (typeof value.webserver !== "string" && value.webserver !== null) {
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
  required: ["spec"],
  properties: {
    spec: RecordSetSchema,
    filename: { type: ["string", "null"] },
    compression: { enum: ["rice", "none", null] },
    skiptar: { enum: ["true", "false", null] },
    webserver: { type: ["string", "null"] },
  },
  additionalProperties: false,
};

/**
 * Fetch the files of a record set at once, as one stream.
 *
 * The program streams a tar file, or a FITS file. The answer is bytes in memory, up to the cap of
 * 256 MiB; larger exports are for `exp_request`. Nothing is written to a disk.
 *
 * In no document; known from the source of the server's programs only. Offered by JSOC, JSOC, with
 * internal series.
 *
 * Source: web exportdata, securedrms.py.
 *
 * @throws ExportFailed - The export was refused or went wrong (status 4, or "1" in a finished
 * index); its text says why.
 *
 * @example
 * ```ts
 * import { drmsExport, SERVERS } from "astrowire/drms";
 *
 * const request = drmsExport.encode({ spec: "hmi.m_45s[2015.6.1]{magnetogram}" }, SERVERS.jsoc);
 * console.log(request.method, request.url);
 * ```
 */
export const drmsExport = /* @__PURE__ */ cgiOperation<DrmsExportArguments, DrmsExportResult>({
  service: "drms",
  name: "drms_export",
  effect: "bulk",
  parameters: [
    { name: "spec", required: true },
    { name: "filename" },
    { name: "compression" },
    { name: "skiptar" },
    { name: "webserver" },
  ],
  endpoint: "drms_export",
  query: [
    codecs.text("spec", "spec"),
    codecs.text("filename", "filename"),
    codecs.text("compression", "compression"),
    codecs.text("skiptar", "skiptar"),
    codecs.text("webserver", "webserver"),
    codecs.setting("dbhost", "dbhost"),
  ],
  charset: "latin-1",
  maxBody: 268435456,
  broken: [
    {
      pattern: /^[ \n\r\t]*<[^\n]*(\n[^\n]*)*$/u,
      error: ExportFailed,
      values: {},
      message: "error",
      text: "The server sent a page of HTML in place of files.",
    },
  ],
  request: { accepts: isDrmsExportArguments, schema: REQUEST },
  result: { kind: "opaque", form: "bytes" },
});
