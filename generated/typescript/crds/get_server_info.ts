// Generated from spec/crds/get_server_info.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isArray, isInteger, isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Open, Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import {
  type FileName,
  FileNameSchema,
  type HistoryDate,
  HistoryDateSchema,
  type HistoryDescription,
  HistoryDescriptionSchema,
  isFileName,
  isHistoryDate,
  isHistoryDescription,
  isPmapName,
  type PmapName,
  PmapNameSchema,
} from "./types.js";

/**
 * What a client must know of a server.
 *
 * Servers have sent more and more members; of all known answers only the observatory is promised
 * here. Saved copies of the public client have three more members (`server`, `status`,
 * `connected`), which are not sent.
 *
 * Source: cache, server 2019, api.py.
 */
export interface ServerInfo {
  /** The server's observatory. */
  readonly observatory: Open<"hst" | "jwst" | "roman">;
  /** The default pmap; on newer servers the same as latest_context. */
  readonly operational_context?: string;
  /** The default pmap; on servers since 2024. */
  readonly latest_context?: string;
  /** The pmap of the newest calibration software; seen in one answer of 2026. */
  readonly build_context?: string;
  /** The pmap that was edited last. */
  readonly edit_context?: string;
  /** The pmap for get_system_versions; may be empty. */
  readonly versions_context?: string;
  /** The history of the default context as get_context_history gives it, newest first. */
  readonly context_history?: readonly (readonly [HistoryDate, PmapName, HistoryDescription])[];
  /** Files that were found to be wrong. */
  readonly bad_files_list?: readonly FileName[];
  /** All mappings that are distributed, sorted. */
  readonly mappings?: readonly FileName[];
  /** Version of the server's program. */
  readonly crds_version?: CrdsVersion;
  /** 1 makes the public client's mode "auto" compute best references on the server. */
  readonly force_remote_mode?: number | boolean;
  /** Most ids in a call of get_dataset_headers_by_id. */
  readonly max_headers_per_rpc?: number;
  /** Most ids in a call for best references. */
  readonly max_bestrefs_per_rpc?: number;
  /** Where references are fetched from, by observatory. */
  readonly reference_url?: Readonly<Record<string, StaticBase>>;
  /** Where mappings are fetched from, by observatory. */
  readonly mapping_url?: Readonly<Record<string, StaticBase>>;
  /** Where configuration files are fetched from, by observatory; not of older servers. */
  readonly config_url?: Readonly<Record<string, StaticBase>>;
  /** Where pickled rules are fetched from, by observatory; not of older servers. */
  readonly pickle_url?: Readonly<Record<string, StaticBase>>;
  /** Size and checksum of every file, packed. */
  readonly download_metadata?: PackedMetadata;
  /** When the answer was computed; the server's local time. */
  readonly last_refreshed?: string;
  /** When the call was made. */
  readonly last_synced?: string;
  /** Close to last_refreshed; not of older servers. */
  readonly updated?: string;
}

/** Whether a value is of the type `ServerInfo`. */
export function isServerInfo(value: unknown, seen: Seen = unseen()): value is ServerInfo {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (typeof value.observatory !== "string") {
    return false;
  }
  if (value.operational_context !== undefined) {
    if (typeof value.operational_context !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.latest_context !== undefined) {
    if (typeof value.latest_context !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.build_context !== undefined) {
    if (typeof value.build_context !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.edit_context !== undefined) {
    if (typeof value.edit_context !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.versions_context !== undefined) {
    if (typeof value.versions_context !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.context_history !== undefined) {
    if (!isArray(value.context_history)) {
      return false;
    }
    for (const item of value.context_history) {
      if (!isArray(item) || item.length !== 3) {
        return false;
      }
      if (!isHistoryDate(item[0])) {
        return false;
      }
      if (!isPmapName(item[1])) {
        return false;
      }
      if (!isHistoryDescription(item[2])) {
        return false;
      }
    }
    known += 1;
  }
  if (value.bad_files_list !== undefined) {
    if (!isArray(value.bad_files_list)) {
      return false;
    }
    for (const item of value.bad_files_list) {
      if (!isFileName(item)) {
        return false;
      }
    }
    known += 1;
  }
  if (value.mappings !== undefined) {
    if (!isArray(value.mappings)) {
      return false;
    }
    for (const item of value.mappings) {
      if (!isFileName(item)) {
        return false;
      }
    }
    known += 1;
  }
  if (value.crds_version !== undefined) {
    if (!isCrdsVersion(value.crds_version, seen)) {
      return false;
    }
    known += 1;
  }
  if (value.force_remote_mode !== undefined) {
    if (!isInteger(value.force_remote_mode) && typeof value.force_remote_mode !== "boolean") {
      return false;
    }
    known += 1;
  }
  if (value.max_headers_per_rpc !== undefined) {
    if (!isInteger(value.max_headers_per_rpc)) {
      return false;
    }
    known += 1;
  }
  if (value.max_bestrefs_per_rpc !== undefined) {
    if (!isInteger(value.max_bestrefs_per_rpc)) {
      return false;
    }
    known += 1;
  }
  if (value.reference_url !== undefined) {
    if (!isObject(value.reference_url)) {
      return false;
    }
    for (const key in value.reference_url) {
      const item = value.reference_url[key];
      if (!isStaticBase(item)) {
        return false;
      }
    }
    known += 1;
  }
  if (value.mapping_url !== undefined) {
    if (!isObject(value.mapping_url)) {
      return false;
    }
    for (const key in value.mapping_url) {
      const item = value.mapping_url[key];
      if (!isStaticBase(item)) {
        return false;
      }
    }
    known += 1;
  }
  if (value.config_url !== undefined) {
    if (!isObject(value.config_url)) {
      return false;
    }
    for (const key in value.config_url) {
      const item = value.config_url[key];
      if (!isStaticBase(item)) {
        return false;
      }
    }
    known += 1;
  }
  if (value.pickle_url !== undefined) {
    if (!isObject(value.pickle_url)) {
      return false;
    }
    for (const key in value.pickle_url) {
      const item = value.pickle_url[key];
      if (!isStaticBase(item)) {
        return false;
      }
    }
    known += 1;
  }
  if (value.download_metadata !== undefined) {
    if (!isPackedMetadata(value.download_metadata, seen)) {
      return false;
    }
    known += 1;
  }
  if (value.last_refreshed !== undefined) {
    if (typeof value.last_refreshed !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.last_synced !== undefined) {
    if (typeof value.last_synced !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.updated !== undefined) {
    if (typeof value.updated !== "string") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * The URL that file names are put behind, or such URLs by "checked" and "unchecked".
 *
 * A checked URL looks the file up first and leads on to the other one.
 *
 * Source: cache, server 2019.
 */
export type StaticBase = string | Readonly<Record<string, string>>;

/** Whether a value is of the type `StaticBase`. */
export function isStaticBase(value: unknown): value is StaticBase {
  if (isObject(value)) {
    for (const key in value) {
      const item = value[key];
      if (typeof item !== "string") {
        return false;
      }
    }
  } else if (typeof value !== "string") {
    return false;
  }
  return true;
}

/**
 * Version of the server's program.
 *
 * Source: cache.
 */
export interface CrdsVersion {
  /** The version, for example "13.2.4". */
  readonly str?: string;
  /** Revision of the source; in answers of 2019. */
  readonly rev?: string;
  /** A slash and the branch; in answers of 2019. */
  readonly svnurl?: string;
}

/** Whether a value is of the type `CrdsVersion`. */
export function isCrdsVersion(value: unknown, seen: Seen = unseen()): value is CrdsVersion {
  if (!isObject(value)) {
    return false;
  }
  let known = 0;
  if (value.str !== undefined) {
    if (typeof value.str !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.rev !== undefined) {
    if (typeof value.rev !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.svnurl !== undefined) {
    if (typeof value.svnurl !== "string") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * An object of file names and their size and checksum, packed as whole results may be.
 *
 * Source: cache, api.py.
 */
export interface PackedMetadata {
  /** Version of the packing. */
  readonly crds_encoded?: Open<"1.0">;
  /** Base64 of gzip of JSON. */
  readonly crds_payload: string;
}

/** Whether a value is of the type `PackedMetadata`. */
export function isPackedMetadata(value: unknown, seen: Seen = unseen()): value is PackedMetadata {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (value.crds_encoded !== undefined) {
    if (typeof value.crds_encoded !== "string") {
      return false;
    }
    known += 1;
  }
  if (typeof value.crds_payload !== "string") {
    return false;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/** Explains why a value is not of the type `CrdsVersion`. */
export const CrdsVersionSchema: Schema = {
  type: "object",
  properties: { str: { type: "string" }, rev: { type: "string" }, svnurl: { type: "string" } },
};

/** Explains why a value is not of the type `StaticBase`. */
export const StaticBaseSchema: Schema = {
  anyOf: [{ type: "string" }, { type: "object", additionalProperties: { type: "string" } }],
};

/** Explains why a value is not of the type `PackedMetadata`. */
export const PackedMetadataSchema: Schema = {
  type: "object",
  required: ["crds_payload"],
  properties: { crds_encoded: { type: "string" }, crds_payload: { type: "string" } },
};

/** Explains why a value is not of the type `ServerInfo`. */
export const ServerInfoSchema: Schema = {
  type: "object",
  required: ["observatory"],
  properties: {
    observatory: { type: "string" },
    operational_context: { type: "string" },
    latest_context: { type: "string" },
    build_context: { type: "string" },
    edit_context: { type: "string" },
    versions_context: { type: "string" },
    context_history: {
      type: "array",
      items: {
        type: "array",
        prefixItems: [HistoryDateSchema, PmapNameSchema, HistoryDescriptionSchema],
        items: false,
        minItems: 3,
      },
    },
    bad_files_list: { type: "array", items: FileNameSchema },
    mappings: { type: "array", items: FileNameSchema },
    crds_version: CrdsVersionSchema,
    force_remote_mode: { type: ["integer", "boolean"] },
    max_headers_per_rpc: { type: "integer" },
    max_bestrefs_per_rpc: { type: "integer" },
    reference_url: { type: "object", additionalProperties: StaticBaseSchema },
    mapping_url: { type: "object", additionalProperties: StaticBaseSchema },
    config_url: { type: "object", additionalProperties: StaticBaseSchema },
    pickle_url: { type: "object", additionalProperties: StaticBaseSchema },
    download_metadata: PackedMetadataSchema,
    last_refreshed: { type: "string" },
    last_synced: { type: "string" },
    updated: { type: "string" },
  },
};

/** Arguments of `getServerInfo`. */
export type GetServerInfoArguments = Readonly<Record<string, never>>;

/** What `getServerInfo` comes to. */
export type GetServerInfoResult = ServerInfo;

/** Whether a value is arguments of `getServerInfo`, rules between them apart. */
export function isGetServerInfoArguments(value: unknown): boolean {
  if (!isObject(value)) {
    return false;
  }
  if (sizeOf(value) !== 0) {
    return false;
  }
  return true;
}

const REQUEST: Schema = { type: "object", properties: {}, additionalProperties: false };

/**
 * What a client must know of the server; its contexts, mappings, bad files and the URLs of files.
 *
 * This is the first call of nearly every run of the public client. The client's method
 * `static_urls` makes URLs of files from the answer, in both forms that servers have given their
 * places.
 *
 * `download_metadata` holds size and checksum of every file, packed. `static_urls` unpacks it when
 * it is asked for.
 *
 * In no document; known from what servers answered.
 *
 * Source: api.py, heavy_client, server 2019, cache, observed.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { getServerInfo, SERVERS } from "astrowire/crds";
 *
 * const request = getServerInfo.encode({}, SERVERS.jwst);
 * console.log(request.method, request.url);
 * ```
 */
export const getServerInfo = /* @__PURE__ */ rpcOperation<
  GetServerInfoArguments,
  GetServerInfoResult
>({
  service: "crds",
  name: "get_server_info",
  effect: "read",
  parameters: [],
  protocol: PROTOCOL,
  fault: CrdsFault,
  maxBody: 268435456,
  request: { accepts: isGetServerInfoArguments, schema: REQUEST },
  result: { kind: "plain", schema: ServerInfoSchema, accepts: isServerInfo },
});
