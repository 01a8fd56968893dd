// Generated from spec/crds/get_build_context.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isObject, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import {
  isObservatory,
  isPmapName,
  type Observatory,
  ObservatorySchema,
  type PmapName,
  PmapNameSchema,
} from "./types.js";

const CALVER_PATTERN = /^[0-9]{1,8}(\.[0-9]{1,8}(\.[0-9]{1,8})?)?$/u;

/** Arguments of `getBuildContext`. */
export interface GetBuildContextArguments {
  /** Observatory whose context is asked for; must be the server's own. */
  readonly observatory: Observatory;
  /** Version of the calibration software; one to three numbers with dots between, as "1.16.0". */
  readonly calver: string;
}

/** What `getBuildContext` comes to. */
export type GetBuildContextResult = PmapName;

/** Whether a value is arguments of `getBuildContext`, rules between them apart. */
export function isGetBuildContextArguments(value: unknown): value is GetBuildContextArguments {
  if (!isObject(value)) {
    return false;
  }
  if (!isObservatory(value.observatory)) {
    return false;
  }
  if (typeof value.calver !== "string" || !CALVER_PATTERN.test(value.calver)) {
    return false;
  }
  if (sizeOf(value) !== 2) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["observatory", "calver"],
  properties: {
    observatory: ObservatorySchema,
    calver: {
      type: "string",
      pattern: "^[0-9]{1,8}(\\.[0-9]{1,8}(\\.[0-9]{1,8})?)?$",
      not: { type: "string", pattern: "\\n" },
      description:
        'Version of the calibration software; one to three numbers with dots between, as "1.16.0".',
    },
  },
  additionalProperties: false,
};

/**
 * The context that fits a version of the calibration software, for example "jwst_1293.pmap".
 *
 * The server falls back to the nearest earlier patch version, and at last to the latest context.
 * This is known from the public client alone; how the server matches versions, and how it refuses
 * them, is not.
 *
 * The public client cuts the version of the installed package (`jwst` for JWST, `romancal` for
 * Roman, `caldp` for HST) down to three numbers. It does not call when the package is missing, asks
 * for the edit context when the version contains `dev`, and takes the latest context when the
 * server answers with an error.
 *
 * In no document; known from the source of the server's programs only.
 *
 * Source: api.py.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { getBuildContext, SERVERS } from "astrowire/crds";
 *
 * const request = getBuildContext.encode({ observatory: "jwst", calver: "1.16.0" }, SERVERS.jwst);
 * console.log(request.method, request.url);
 * ```
 */
export const getBuildContext = /* @__PURE__ */ rpcOperation<
  GetBuildContextArguments,
  GetBuildContextResult
>({
  service: "crds",
  name: "get_build_context",
  effect: "read",
  parameters: [
    { name: "observatory", required: true },
    { name: "calver", required: true },
  ],
  protocol: PROTOCOL,
  fault: CrdsFault,
  request: { accepts: isGetBuildContextArguments, schema: REQUEST },
  result: { kind: "plain", schema: PmapNameSchema, accepts: isPmapName },
});
