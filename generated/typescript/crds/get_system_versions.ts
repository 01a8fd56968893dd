// Generated from spec/crds/get_system_versions.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Open, Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";

const VERSIONS_CONTEXT_PATTERN =
  /^([Nn][Uu][Ll][Ll]|[Nn][Oo][Nn][Ee]|[a-z]{2,9}(_[a-z][a-z0-9]{1,16}(_[a-z][a-z0-9-]{1,32})?)?(_[0-9]{4})?\.[pir]map|[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?)?|[a-z]{2,9}(-[a-z][a-z0-9]{1,16}(-[a-z][a-z0-9-]{1,32})?)?-(edit|operational|latest|build|versions|[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?)?))$/u;
const MASTER_VERSION_PATTERN = /^[A-Za-z0-9._-]{1,128}$/u;

/**
 * A context, or the text "null" or "none" in any case for the observatory's versions context.
 *
 * The texts "null" and "none" are real texts on the wire; a JSON null makes the server fail.
 *
 * Source: seed, server 2019, observed.
 */
export type VersionsContext = string;

/** Whether a value is of the type `VersionsContext`. */
export function isVersionsContext(value: unknown): value is VersionsContext {
  return typeof value === "string" && VERSIONS_CONTEXT_PATTERN.test(value);
}

/**
 * What the reference file of the release says; no member is promised.
 *
 * Source: seed.
 */
export interface SystemVersions {
  /** Version of the calibration software as a whole. */
  readonly CAL_VER?: string;
  /** Name of a calibration step to its version; null where the step has no version of its own. */
  readonly versions?: Readonly<Record<string, string | null>>;
  /** Type of the reference file. */
  readonly reftype?: Open<"CALVER">;
  /** Instrument that the reference file is filed under. */
  readonly instrument?: Open<"SYSTEM">;
  /** Who made the file. */
  readonly author?: string;
  /** What the file is; free text. */
  readonly descrip?: string;
  /** How the file was made; free text. */
  readonly history?: string;
}

/** Whether a value is of the type `SystemVersions`. */
export function isSystemVersions(value: unknown, seen: Seen = unseen()): value is SystemVersions {
  if (!isObject(value)) {
    return false;
  }
  let known = 0;
  if (value.CAL_VER !== undefined) {
    if (typeof value.CAL_VER !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.versions !== undefined) {
    if (!isObject(value.versions)) {
      return false;
    }
    for (const key in value.versions) {
      const item = value.versions[key];
      if (typeof item !== "string" && item !== null) {
        return false;
      }
    }
    known += 1;
  }
  if (value.reftype !== undefined) {
    if (typeof value.reftype !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.instrument !== undefined) {
    if (typeof value.instrument !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.author !== undefined) {
    if (typeof value.author !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.descrip !== undefined) {
    if (typeof value.descrip !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.history !== undefined) {
    if (typeof value.history !== "string") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/** Explains why a value is not of the type `VersionsContext`. */
export const VersionsContextSchema: Schema = {
  type: "string",
  pattern:
    "^([Nn][Uu][Ll][Ll]|[Nn][Oo][Nn][Ee]|[a-z]{2,9}(_[a-z][a-z0-9]{1,16}(_[a-z][a-z0-9-]{1,32})?)?(_[0-9]{4})?\\.[pir]map|[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?)?|[a-z]{2,9}(-[a-z][a-z0-9]{1,16}(-[a-z][a-z0-9-]{1,32})?)?-(edit|operational|latest|build|versions|[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?)?))$",
  not: { type: "string", pattern: "\\n" },
  description:
    'A context, or the text "null" or "none" in any case for the observatory\'s versions context.',
};

/** Explains why a value is not of the type `SystemVersions`. */
export const SystemVersionsSchema: Schema = {
  type: "object",
  properties: {
    CAL_VER: { type: "string" },
    versions: { type: "object", additionalProperties: { type: ["string", "null"] } },
    reftype: { type: "string" },
    instrument: { type: "string" },
    author: { type: "string" },
    descrip: { type: "string" },
    history: { type: "string" },
  },
};

/** Arguments of `getSystemVersions`. */
export interface GetSystemVersionsArguments {
  /** Version of the calibration software as a whole, for example "0.6.0noop.dev307". */
  readonly master_version: string;
  /** The rules that translate the version; not given, "null" or "none", the versions context. */
  readonly context?: VersionsContext | null;
}

/** What `getSystemVersions` comes to. */
export type GetSystemVersionsResult = SystemVersions;

/** Whether a value is arguments of `getSystemVersions`, rules between them apart. */
export function isGetSystemVersionsArguments(value: unknown): value is GetSystemVersionsArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (
    typeof value.master_version !== "string" ||
    !MASTER_VERSION_PATTERN.test(value.master_version)
  ) {
    return false;
  }
  if (value.context !== undefined) {
    if (!isVersionsContext(value.context) && value.context !== null) {
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
  required: ["master_version"],
  properties: {
    master_version: {
      type: "string",
      pattern: "^[A-Za-z0-9._-]{1,128}$",
      not: { type: "string", pattern: "\\n" },
      description:
        'Version of the calibration software as a whole, for example "0.6.0noop.dev307".',
    },
    context: { anyOf: [VersionsContextSchema, { type: "null" }] },
  },
  additionalProperties: false,
};

/**
 * The versions of the calibration steps that belong to one release of the calibration software.
 *
 * The master version of a release selects, under the rules of the context, a reference file of the
 * type CALVER; the answer is what this file holds. The documents warn that the file's structure is
 * not part of this interface: all members are optional here, and unknown ones are kept.
 *
 * When no context is given, the text "null" is sent, which stands for the observatory's versions
 * context (`jwst-versions`, `roman-versions`). That one is meant to grow only, so that the meaning
 * of a version does not change. In practice only JWST has such files.
 *
 * Source: seed, api.py, server 2019.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { getSystemVersions, SERVERS } from "astrowire/crds";
 *
 * const request = getSystemVersions.encode(
 *   { master_version: "0.6.0noop.dev307", context: "null" },
 *   SERVERS.jwst,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const getSystemVersions = /* @__PURE__ */ rpcOperation<
  GetSystemVersionsArguments,
  GetSystemVersionsResult
>({
  service: "crds",
  name: "get_system_versions",
  effect: "read",
  parameters: [{ name: "master_version", required: true }, { name: "context" }],
  protocol: PROTOCOL,
  fault: CrdsFault,
  nullAs: { context: "null" },
  request: { accepts: isGetSystemVersionsArguments, schema: REQUEST },
  result: { kind: "plain", schema: SystemVersionsSchema, accepts: isSystemVersions },
});
