// Generated from spec/crds/get_sqlite_db.yaml; do not edit.
// Change the spec, then run `make generate`.

import * as finishing from "../runtime/finishing.js";
import { isObject, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import { isObservatory, type Observatory, ObservatorySchema } from "./types.js";

/** Arguments of `getSqliteDb`. */
export interface GetSqliteDbArguments {
  /** Observatory whose database is asked for; must be the server's own. */
  readonly observatory: Observatory;
}

/** What `getSqliteDb` comes to. */
export type GetSqliteDbResult = Uint8Array;

/** Whether a value is arguments of `getSqliteDb`, rules between them apart. */
export function isGetSqliteDbArguments(value: unknown): value is GetSqliteDbArguments {
  if (!isObject(value)) {
    return false;
  }
  if (!isObservatory(value.observatory)) {
    return false;
  }
  if (sizeOf(value) !== 1) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["observatory"],
  properties: { observatory: ObservatorySchema },
  additionalProperties: false,
};

const RESPONSE: Schema = { type: "string" };

/** Whether a value is as `getSqliteDb` promises. */
export function isGetSqliteDbResult(value: unknown): boolean {
  return typeof value === "string";
}

/**
 * The server's catalogue and the history of its contexts as a SQLite database.
 *
 * The database has the tables `crds_<observatory>_catalog` and
 * `crds_<observatory>_context_history`, the latter with the columns id, name, start_date, context,
 * state and description. On the wire it is one text, base64 of zlib.
 *
 * In no document; known from what servers answered.
 *
 * Source: api.py, guide, server 2019, observed.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { getSqliteDb, SERVERS } from "astrowire/crds";
 *
 * const request = getSqliteDb.encode({ observatory: "hst" }, SERVERS.hst);
 * console.log(request.method, request.url);
 * ```
 */
export const getSqliteDb = /* @__PURE__ */ rpcOperation<GetSqliteDbArguments, GetSqliteDbResult>({
  service: "crds",
  name: "get_sqlite_db",
  effect: "bulk",
  parameters: [{ name: "observatory", required: true }],
  protocol: PROTOCOL,
  fault: CrdsFault,
  maxBody: 268435456,
  request: { accepts: isGetSqliteDbArguments, schema: REQUEST },
  result: {
    kind: "plain",
    schema: RESPONSE,
    accepts: isGetSqliteDbResult,
    finish: finishing.database,
  },
});
