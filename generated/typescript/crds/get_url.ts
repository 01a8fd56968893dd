// Generated from spec/crds/get_url.yaml; do not edit.
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

/** Arguments of `getUrl`. */
export interface GetUrlArguments {
  /** A context of the observatory; a mapping, a date or a symbolic context. */
  readonly pipeline_context: ContextSpec;
  /** Name of the file, without a folder. */
  readonly filename: FileName;
}

/** What `getUrl` comes to. */
export type GetUrlResult = string;

/** Whether a value is arguments of `getUrl`, rules between them apart. */
export function isGetUrlArguments(value: unknown): value is GetUrlArguments {
  if (!isObject(value)) {
    return false;
  }
  if (!isContextSpec(value.pipeline_context)) {
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
  properties: { pipeline_context: ContextSpecSchema, filename: FileNameSchema },
  additionalProperties: false,
};

const RESPONSE: Schema = { type: "string" };

/** Whether a value is as `getUrl` promises. */
export function isGetUrlResult(value: unknown): value is GetUrlResult {
  return typeof value === "string";
}

/**
 * The URL under which the server gives a file, after a look at whether it may.
 *
 * The answer has the form `<server>/get/<file>`. What stands there answers an HTTP redirect to the
 * file, or a page that says why there is none. The server looks at the form of the name only.
 * Whether today's servers still answer this is not known.
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
 * import { getUrl, SERVERS } from "astrowire/crds";
 *
 * const request = getUrl.encode(
 *   { pipeline_context: "jwst_0565.pmap", filename: "jwst_miri_flat_0030.fits" },
 *   SERVERS.jwst,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const getUrl = /* @__PURE__ */ rpcOperation<GetUrlArguments, GetUrlResult>({
  service: "crds",
  name: "get_url",
  effect: "read",
  parameters: [
    { name: "pipeline_context", required: true },
    { name: "filename", required: true },
  ],
  protocol: PROTOCOL,
  fault: CrdsFault,
  request: { accepts: isGetUrlArguments, schema: REQUEST },
  result: { kind: "plain", schema: RESPONSE, accepts: isGetUrlResult },
});
