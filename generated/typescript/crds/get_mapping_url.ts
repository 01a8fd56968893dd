// Generated from spec/crds/get_mapping_url.yaml; do not edit.
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

/** Arguments of `getMappingUrl`. */
export interface GetMappingUrlArguments {
  /** A context of the observatory; a mapping, a date or a symbolic context. */
  readonly pipeline_context: ContextSpec;
  /** Name of the file, without a folder. */
  readonly mapping: FileName;
}

/** What `getMappingUrl` comes to. */
export type GetMappingUrlResult = string;

/** Whether a value is arguments of `getMappingUrl`, rules between them apart. */
export function isGetMappingUrlArguments(value: unknown): value is GetMappingUrlArguments {
  if (!isObject(value)) {
    return false;
  }
  if (!isContextSpec(value.pipeline_context)) {
    return false;
  }
  if (!isFileName(value.mapping)) {
    return false;
  }
  if (sizeOf(value) !== 2) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["pipeline_context", "mapping"],
  properties: { pipeline_context: ContextSpecSchema, mapping: FileNameSchema },
  additionalProperties: false,
};

const RESPONSE: Schema = { type: "string" };

/** Whether a value is as `getMappingUrl` promises. */
export function isGetMappingUrlResult(value: unknown): value is GetMappingUrlResult {
  return typeof value === "string";
}

/**
 * The URL under which the server gives a mapping, after a look at whether it may.
 *
 * The answer has the form `<server>/get/<file>`. What stands there answers an HTTP redirect to the
 * file, or a page that says why there is none. The server checks that the name is known and is that
 * of a mapping. Whether today's servers still answer this is not known.
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
 * import { getMappingUrl, SERVERS } from "astrowire/crds";
 *
 * const request = getMappingUrl.encode(
 *   { pipeline_context: "jwst_0565.pmap", mapping: "jwst_0565.pmap" },
 *   SERVERS.jwst,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const getMappingUrl = /* @__PURE__ */ rpcOperation<
  GetMappingUrlArguments,
  GetMappingUrlResult
>({
  service: "crds",
  name: "get_mapping_url",
  effect: "read",
  parameters: [
    { name: "pipeline_context", required: true },
    { name: "mapping", required: true },
  ],
  protocol: PROTOCOL,
  fault: CrdsFault,
  request: { accepts: isGetMappingUrlArguments, schema: REQUEST },
  result: { kind: "plain", schema: RESPONSE, accepts: isGetMappingUrlResult },
});
