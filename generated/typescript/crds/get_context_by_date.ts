// Generated from spec/crds/get_context_by_date.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isObject, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import {
  type ContextSpec,
  ContextSpecSchema,
  isContextSpec,
  isObservatory,
  type Observatory,
  ObservatorySchema,
} from "./types.js";

const RESOLVED_CONTEXT_PATTERN =
  /^(N\/A|[a-z]{2,9}(_[a-z][a-z0-9]{1,16}(_[a-z][a-z0-9-]{1,32})?)?(_[0-9]{4})?\.[pir]map)$/u;

/**
 * The name of a mapping, or "N/A" where the rules have none for a type.
 *
 * Source: server 2019, config.py.
 */
export type ResolvedContext = string;

/** Whether a value is of the type `ResolvedContext`. */
export function isResolvedContext(value: unknown): value is ResolvedContext {
  return typeof value === "string" && RESOLVED_CONTEXT_PATTERN.test(value);
}

/** Explains why a value is not of the type `ResolvedContext`. */
export const ResolvedContextSchema: Schema = {
  type: "string",
  pattern:
    "^(N/A|[a-z]{2,9}(_[a-z][a-z0-9]{1,16}(_[a-z][a-z0-9-]{1,32})?)?(_[0-9]{4})?\\.[pir]map)$",
  not: { type: "string", pattern: "\\n" },
  description: 'The name of a mapping, or "N/A" where the rules have none for a type.',
};

/** Arguments of `getContextByDate`. */
export interface GetContextByDateArguments {
  /** The context that is to be resolved; a date or a symbolic context. */
  readonly date: ContextSpec;
  /** Observatory that is meant; not given, the server's own. */
  readonly observatory?: Observatory | null;
}

/** What `getContextByDate` comes to. */
export type GetContextByDateResult = ResolvedContext;

/** Whether a value is arguments of `getContextByDate`, rules between them apart. */
export function isGetContextByDateArguments(value: unknown): value is GetContextByDateArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (!isContextSpec(value.date)) {
    return false;
  }
  if (value.observatory !== undefined) {
    if (!isObservatory(value.observatory) && value.observatory !== null) {
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
  required: ["date"],
  properties: {
    date: ContextSpecSchema,
    observatory: { anyOf: [ObservatorySchema, { type: "null" }] },
  },
  additionalProperties: false,
};

/**
 * The mapping that a date or a symbolic context stands for.
 *
 * The answer is a pmap for a bare date, and for an observatory with a date or a symbolic word; an
 * imap when an instrument is named, an rmap when a reference type is named, too. Rules that declare
 * a type as not applicable have no rmap: the answer is the text `N/A`.
 *
 * In no document; known from what servers answered.
 *
 * Source: api.py, heavy_client, server 2019, observed.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { getContextByDate, SERVERS } from "astrowire/crds";
 *
 * const request = getContextByDate.encode({ date: "2016-01-01", observatory: "jwst" }, SERVERS.jwst);
 * console.log(request.method, request.url);
 * ```
 */
export const getContextByDate = /* @__PURE__ */ rpcOperation<
  GetContextByDateArguments,
  GetContextByDateResult
>({
  service: "crds",
  name: "get_context_by_date",
  effect: "read",
  parameters: [{ name: "date", required: true }, { name: "observatory" }],
  protocol: PROTOCOL,
  fault: CrdsFault,
  request: { accepts: isGetContextByDateArguments, schema: REQUEST },
  result: { kind: "plain", schema: ResolvedContextSchema, accepts: isResolvedContext },
});
