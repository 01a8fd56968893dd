// Generated from spec/crds/get_file_info_map.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isArray, isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Open, Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import {
  type FileInfo,
  FileInfoSchema,
  type FileName,
  FileNameSchema,
  isFileInfo,
  isFileName,
  isObservatory,
  type Observatory,
  ObservatorySchema,
} from "./types.js";

const FIELDS_PATTERN = /^[A-Za-z0-9_]{1,64}$/u;

/** Words that are known; others may come. */
export type GetFileInfoMapFields = Open<
  | "activation_date"
  | "aperture"
  | "blacklisted"
  | "change_level"
  | "comment"
  | "creator_name"
  | "deliverer_user"
  | "delivery_date"
  | "derived_from"
  | "description"
  | "filekind"
  | "history"
  | "instrument"
  | "name"
  | "observatory"
  | "pedigree"
  | "reference_file_type"
  | "rejected"
  | "replaced_by_filename"
  | "sha1sum"
  | "size"
  | "state"
  | "type"
  | "uploaded_as"
  | "useafter_date"
>;

/** Arguments of `getFileInfoMap`. */
export interface GetFileInfoMapArguments {
  /** Observatory whose catalogue is asked; must be the server's own. */
  readonly observatory: Observatory;
  /** Names of the wanted files; not given, all files of the observatory. */
  readonly files?: readonly FileName[] | null;
  /** Names of the wanted fields; not given, all fields. */
  readonly fields?: readonly GetFileInfoMapFields[] | null;
}

/** What `getFileInfoMap` comes to. */
export type GetFileInfoMapResult = Readonly<Record<string, FileInfo | "NOT FOUND">>;

/** Whether a value is arguments of `getFileInfoMap`, rules between them apart. */
export function isGetFileInfoMapArguments(value: unknown): value is GetFileInfoMapArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (!isObservatory(value.observatory)) {
    return false;
  }
  if (value.files !== undefined) {
    if (isArray(value.files)) {
      for (const item of value.files) {
        if (!isFileName(item)) {
          return false;
        }
      }
    } else if (value.files !== null) {
      return false;
    }
    known += 1;
  }
  if (value.fields !== undefined) {
    if (isArray(value.fields)) {
      for (const item of value.fields) {
        if (typeof item !== "string" || !FIELDS_PATTERN.test(item)) {
          return false;
        }
      }
    } else if (value.fields !== null) {
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
  required: ["observatory"],
  properties: {
    observatory: ObservatorySchema,
    files: { type: ["array", "null"], items: FileNameSchema },
    fields: {
      type: ["array", "null"],
      items: {
        type: "string",
        pattern: "^[A-Za-z0-9_]{1,64}$",
        not: { type: "string", pattern: "\\n" },
      },
    },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = {
  type: "object",
  additionalProperties: { anyOf: [FileInfoSchema, { const: "NOT FOUND" }] },
};

/** Whether a value is as `getFileInfoMap` promises. */
export function isGetFileInfoMapResult(
  value: unknown,
  seen: Seen = unseen(),
): value is GetFileInfoMapResult {
  if (!isObject(value)) {
    return false;
  }
  for (const key in value) {
    const item = value[key];
    if (!isFileInfo(item, seen) && item !== "NOT FOUND") {
      return false;
    }
  }
  return true;
}

/**
 * What the catalogue says of several files, or of all files of an observatory.
 *
 * The answer maps file names to catalogue entries. A name that the catalogue does not know is not
 * an error of the call: its value is the text `NOT FOUND`.
 *
 * Without `files` the server answers for all files of the observatory, which for HST are tens of
 * thousands and many megabytes. `fields` keeps such an answer small; unknown field names are
 * ignored.
 *
 * Source: seed, api.py, history, server 2019.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { getFileInfoMap, SERVERS } from "astrowire/crds";
 *
 * const request = getFileInfoMap.encode(
 *   {
 *     observatory: "hst",
 *     files: ["lcb12060j_drk.fits", "n3o1022fj_drk.fits"],
 *     fields: ["sha1sum", "size", "state"],
 *   },
 *   SERVERS.hst,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const getFileInfoMap = /* @__PURE__ */ rpcOperation<
  GetFileInfoMapArguments,
  GetFileInfoMapResult
>({
  service: "crds",
  name: "get_file_info_map",
  effect: "read",
  parameters: [{ name: "observatory", required: true }, { name: "files" }, { name: "fields" }],
  protocol: PROTOCOL,
  fault: CrdsFault,
  maxBody: 268435456,
  request: { accepts: isGetFileInfoMapArguments, schema: REQUEST },
  result: { kind: "plain", schema: RESPONSE, accepts: isGetFileInfoMapResult },
});
