// Generated from spec/crds/get_reference_url.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isObject, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import {
  type ContextSpec,
  ContextSpecSchema,
  type FileName,
  FileNameSchema,
  isContextSpec,
  isFileName,
} from "./types.js";

/** Arguments of `getReferenceUrl`. */
export interface GetReferenceUrlArguments {
  /** A context of the observatory; a mapping, a date or a symbolic context. */
  readonly pipeline_context: ContextSpec;
  /** Name of the file, without a folder. */
  readonly reference: FileName;
}

/** What `getReferenceUrl` comes to. */
export type GetReferenceUrlResult = string;

/** Whether a value is arguments of `getReferenceUrl`, rules between them apart. */
export function isGetReferenceUrlArguments(value: unknown): value is GetReferenceUrlArguments {
  if (!isObject(value)) {
    return false;
  }
  if (!isContextSpec(value.pipeline_context)) {
    return false;
  }
  if (!isFileName(value.reference)) {
    return false;
  }
  if (sizeOf(value) !== 2) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["pipeline_context", "reference"],
  properties: { pipeline_context: ContextSpecSchema, reference: FileNameSchema },
  additionalProperties: false,
};

const RESPONSE: Schema = { type: "string" };

/** Whether a value is as `getReferenceUrl` promises. */
export function isGetReferenceUrlResult(value: unknown): value is GetReferenceUrlResult {
  return typeof value === "string";
}

/**
 * The URL under which the server gives a reference file, after a look at whether it may.
 *
 * The answer has the form `<server>/get/<file>`. What stands there answers an HTTP redirect to the
 * file, or a page that says why there is none. The server checks that the name is known and is that
 * of a reference file. Whether today's servers still answer this is not known.
 *
 * In no document; known from what servers answered.
 *
 * Source: api.py, server 2019, observed.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @deprecated Since 2020; build URLs from the server information instead (static_urls of the
 * client).
 *
 * @example
 * ```ts
 * import { getReferenceUrl, SERVERS } from "astrowire/crds";
 *
 * const request = getReferenceUrl.encode(
 *   { pipeline_context: "jwst_0565.pmap", reference: "jwst_miri_flat_0030.fits" },
 *   SERVERS.jwst,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const getReferenceUrl = /* @__PURE__ */ rpcOperation<
  GetReferenceUrlArguments,
  GetReferenceUrlResult
>({
  service: "crds",
  name: "get_reference_url",
  effect: "read",
  parameters: [
    { name: "pipeline_context", required: true },
    { name: "reference", required: true },
  ],
  protocol: PROTOCOL,
  fault: CrdsFault,
  request: { accepts: isGetReferenceUrlArguments, schema: REQUEST },
  result: { kind: "plain", schema: RESPONSE, accepts: isGetReferenceUrlResult },
});
