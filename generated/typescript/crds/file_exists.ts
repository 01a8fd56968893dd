// Generated from spec/crds/file_exists.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isObject, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import { type FileName, FileNameSchema, isFileName } from "./types.js";

/** Arguments of `fileExists`. */
export interface FileExistsArguments {
  /** Name of the file, without a folder. */
  readonly filename: FileName;
}

/** What `fileExists` comes to. */
export type FileExistsResult = boolean;

/** Whether a value is arguments of `fileExists`, rules between them apart. */
export function isFileExistsArguments(value: unknown): value is FileExistsArguments {
  if (!isObject(value)) {
    return false;
  }
  if (!isFileName(value.filename)) {
    return false;
  }
  if (sizeOf(value) !== 1) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["filename"],
  properties: { filename: FileNameSchema },
  additionalProperties: false,
};

const RESPONSE: Schema = { type: "boolean" };

/** Whether a value is as `fileExists` promises. */
export function isFileExistsResult(value: unknown): value is FileExistsResult {
  return typeof value === "boolean";
}

/**
 * Whether the server knows a file and gives it out; if not, the call fails.
 *
 * The answer is true; a file that is unknown or not yet available is an error.
 *
 * In no document; known from the source of the server's programs only.
 *
 * Source: server 2019.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { fileExists, SERVERS } from "astrowire/crds";
 *
 * const request = fileExists.encode({ filename: "jwst_miri_flat_0030.fits" }, SERVERS.jwst);
 * console.log(request.method, request.url);
 * ```
 */
export const fileExists = /* @__PURE__ */ rpcOperation<FileExistsArguments, FileExistsResult>({
  service: "crds",
  name: "file_exists",
  effect: "read",
  parameters: [{ name: "filename", required: true }],
  protocol: PROTOCOL,
  fault: CrdsFault,
  request: { accepts: isFileExistsArguments, schema: REQUEST },
  result: { kind: "plain", schema: RESPONSE, accepts: isFileExistsResult },
});
