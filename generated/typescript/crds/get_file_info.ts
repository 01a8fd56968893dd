// Generated from spec/crds/get_file_info.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isObject, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import {
  type FileInfo,
  FileInfoSchema,
  type FileName,
  FileNameSchema,
  isFileInfo,
  isFileName,
} from "./types.js";

const OBSERVATORY_OR_CONTEXT_PATTERN =
  /^(hst|jwst|roman|tobs)((_[a-z][a-z0-9]{1,16}(_[a-z][a-z0-9-]{1,32})?)?(_[0-9]{4})?\.[pir]map|(-[a-z][a-z0-9]{1,16}(-[a-z][a-z0-9-]{1,32})?)?-(edit|operational|latest|build|versions|[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?)?))?$/u;

/**
 * An observatory, or a context that starts with the name of one.
 *
 * Symbolic and dated contexts start with their observatory too; a bare date names none and is
 * refused.
 *
 * Source: seed, server 2019.
 */
export type ObservatoryOrContext = string;

/** Whether a value is of the type `ObservatoryOrContext`. */
export function isObservatoryOrContext(value: unknown): value is ObservatoryOrContext {
  return typeof value === "string" && OBSERVATORY_OR_CONTEXT_PATTERN.test(value);
}

/** Explains why a value is not of the type `ObservatoryOrContext`. */
export const ObservatoryOrContextSchema: Schema = {
  type: "string",
  pattern:
    "^(hst|jwst|roman|tobs)((_[a-z][a-z0-9]{1,16}(_[a-z][a-z0-9-]{1,32})?)?(_[0-9]{4})?\\.[pir]map|(-[a-z][a-z0-9]{1,16}(-[a-z][a-z0-9-]{1,32})?)?-(edit|operational|latest|build|versions|[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?)?))?$",
  not: { type: "string", pattern: "\\n" },
  description: "An observatory, or a context that starts with the name of one.",
};

/** Arguments of `getFileInfo`. */
export interface GetFileInfoArguments {
  /** The observatory, as in "jwst"; a context of it is taken too, and means its observatory. */
  readonly pipeline_context: ObservatoryOrContext;
  /** Name of the file, without a folder. */
  readonly filename: FileName;
}

/** What `getFileInfo` comes to. */
export type GetFileInfoResult = FileInfo;

/** Whether a value is arguments of `getFileInfo`, rules between them apart. */
export function isGetFileInfoArguments(value: unknown): value is GetFileInfoArguments {
  if (!isObject(value)) {
    return false;
  }
  if (!isObservatoryOrContext(value.pipeline_context)) {
    return false;
  }
  if (!isFileName(value.filename)) {
    return false;
  }
  if (sizeOf(value) !== 2) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["pipeline_context", "filename"],
  properties: { pipeline_context: ObservatoryOrContextSchema, filename: FileNameSchema },
  additionalProperties: false,
};

/**
 * What the server's catalogue says of one mapping or reference file.
 *
 * An unknown file, and one that is not yet available for distribution, fail the call.
 * `get_file_info_map` asks for several files at once and answers unknown names without failing.
 *
 * Source: seed, api.py, server 2019.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { getFileInfo, SERVERS } from "astrowire/crds";
 *
 * const request = getFileInfo.encode(
 *   { pipeline_context: "jwst", filename: "jwst_miri_flat_0023.fits" },
 *   SERVERS.jwst,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const getFileInfo = /* @__PURE__ */ rpcOperation<GetFileInfoArguments, GetFileInfoResult>({
  service: "crds",
  name: "get_file_info",
  effect: "read",
  parameters: [
    { name: "pipeline_context", required: true },
    { name: "filename", required: true },
  ],
  protocol: PROTOCOL,
  fault: CrdsFault,
  request: { accepts: isGetFileInfoArguments, schema: REQUEST },
  result: { kind: "plain", schema: FileInfoSchema, accepts: isFileInfo },
});
