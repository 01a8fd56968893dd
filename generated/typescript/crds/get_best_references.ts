// Generated from spec/crds/get_best_references.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isObject, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import {
  type BestReferences,
  BestReferencesSchema,
  type ContextSpec,
  ContextSpecSchema,
  type Header,
  HeaderSchema,
  isBestReferences,
  isContextSpec,
  isHeader,
  isReferenceTypes,
  type ReferenceTypes,
  ReferenceTypesSchema,
} from "./types.js";

/** Arguments of `getBestReferences`. */
export interface GetBestReferencesArguments {
  /** The rules to use; a pmap as a rule, an imap or rmap is accepted too. */
  readonly context: ContextSpec;
  /** The matching parameters of the dataset; keyword to value, both strings. */
  readonly header: Header;
  /** The wanted reference types, in any case; not given or empty, all types of the instrument. */
  readonly reftypes?: ReferenceTypes | null;
}

/** What `getBestReferences` comes to. */
export type GetBestReferencesResult = BestReferences;

/** Whether a value is arguments of `getBestReferences`, rules between them apart. */
export function isGetBestReferencesArguments(value: unknown): value is GetBestReferencesArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 2;
  if (!isContextSpec(value.context)) {
    return false;
  }
  if (!isHeader(value.header)) {
    return false;
  }
  if (value.reftypes !== undefined) {
    if (!isReferenceTypes(value.reftypes) && value.reftypes !== null) {
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
  required: ["context", "header"],
  properties: {
    context: ContextSpecSchema,
    header: HeaderSchema,
    reftypes: { anyOf: [ReferenceTypesSchema, { type: "null" }] },
  },
  additionalProperties: false,
};

/**
 * The best reference files for one set of matching parameters.
 *
 * The server looks the header's values up in the rules of the context and names, for each reference
 * type, the file that fits best. What goes wrong for one type does not fail the call: the value of
 * that type is `NOT FOUND` and a reason. `NOT FOUND n/a` says that the type does not apply to such
 * an observation.
 *
 * What fails the whole call: a header without an instrument, an unknown instrument, an unknown
 * reference type, a context of another observatory.
 *
 * Source: seed, api.py, proxy.py, history, server 2019, lib, rmap.py.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { getBestReferences, SERVERS } from "astrowire/crds";
 *
 * const request = getBestReferences.encode(
 *   { context: "jwst_0000.pmap", header: { INSTRUME: "FGS", DETECTOR: "FGS1", FILTER: "ANY" } },
 *   SERVERS.jwst,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const getBestReferences = /* @__PURE__ */ rpcOperation<
  GetBestReferencesArguments,
  GetBestReferencesResult
>({
  service: "crds",
  name: "get_best_references",
  effect: "read",
  parameters: [
    { name: "context", required: true },
    { name: "header", required: true },
    { name: "reftypes" },
  ],
  protocol: PROTOCOL,
  fault: CrdsFault,
  request: { accepts: isGetBestReferencesArguments, schema: REQUEST },
  result: { kind: "plain", schema: BestReferencesSchema, accepts: isBestReferences },
});
