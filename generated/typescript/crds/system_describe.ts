// Generated from spec/crds/system_describe.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isArray, isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";

/**
 * A JSON-RPC service and its methods.
 *
 * Source: lib.
 */
export interface ServiceDescription {
  /** Version of this form of description. */
  readonly sdversion?: string;
  /** Name of the service. */
  readonly name?: string;
  /** A URN of the service. */
  readonly id?: string;
  /** What the service is. */
  readonly summary?: string;
  /** Version of the service. */
  readonly version?: string;
  /** The methods. */
  readonly procs?: readonly MethodDescription[];
}

/** Whether a value is of the type `ServiceDescription`. */
export function isServiceDescription(
  value: unknown,
  seen: Seen = unseen(),
): value is ServiceDescription {
  if (!isObject(value)) {
    return false;
  }
  let known = 0;
  if (value.sdversion !== undefined) {
    if (typeof value.sdversion !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.name !== undefined) {
    if (typeof value.name !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.id !== undefined) {
    if (typeof value.id !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.summary !== undefined) {
    if (typeof value.summary !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.version !== undefined) {
    if (typeof value.version !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.procs !== undefined) {
    if (!isArray(value.procs)) {
      return false;
    }
    for (const item of value.procs) {
      if (!isMethodDescription(item, seen)) {
        return false;
      }
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * One method of a JSON-RPC service.
 *
 * Source: lib.
 */
export interface MethodDescription {
  /** Name of the method. */
  readonly name: string;
  /** What the method does. */
  readonly summary?: string | null;
  /** Whether it may be called by GET. */
  readonly idempotent?: boolean;
  /** Its parameters in order. */
  readonly params?: readonly MethodParameter[];
  /** What it answers. */
  readonly return?: MethodResult;
}

/** Whether a value is of the type `MethodDescription`. */
export function isMethodDescription(
  value: unknown,
  seen: Seen = unseen(),
): value is MethodDescription {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (typeof value.name !== "string") {
    return false;
  }
  if (value.summary !== undefined) {
    if (typeof value.summary !== "string" && value.summary !== null) {
      return false;
    }
    known += 1;
  }
  if (value.idempotent !== undefined) {
    if (typeof value.idempotent !== "boolean") {
      return false;
    }
    known += 1;
  }
  if (value.params !== undefined) {
    if (!isArray(value.params)) {
      return false;
    }
    for (const item of value.params) {
      if (!isMethodParameter(item, seen)) {
        return false;
      }
    }
    known += 1;
  }
  if (value.return !== undefined) {
    if (!isMethodResult(value.return, seen)) {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * One parameter of a method.
 *
 * Source: lib.
 */
export interface MethodParameter {
  /** Its name. */
  readonly name?: string;
  /** Its type, for documentation; it is not checked. */
  readonly type?: string;
}

/** Whether a value is of the type `MethodParameter`. */
export function isMethodParameter(value: unknown, seen: Seen = unseen()): value is MethodParameter {
  if (!isObject(value)) {
    return false;
  }
  let known = 0;
  if (value.name !== undefined) {
    if (typeof value.name !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.type !== undefined) {
    if (typeof value.type !== "string") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * What a method answers.
 *
 * Source: lib.
 */
export interface MethodResult {
  /** Its type, for documentation; it is not checked. */
  readonly type?: string;
}

/** Whether a value is of the type `MethodResult`. */
export function isMethodResult(value: unknown, seen: Seen = unseen()): value is MethodResult {
  if (!isObject(value)) {
    return false;
  }
  let known = 0;
  if (value.type !== undefined) {
    if (typeof value.type !== "string") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/** Explains why a value is not of the type `MethodParameter`. */
export const MethodParameterSchema: Schema = {
  type: "object",
  properties: { name: { type: "string" }, type: { type: "string" } },
};

/** Explains why a value is not of the type `MethodResult`. */
export const MethodResultSchema: Schema = {
  type: "object",
  properties: { type: { type: "string" } },
};

/** Explains why a value is not of the type `MethodDescription`. */
export const MethodDescriptionSchema: Schema = {
  type: "object",
  required: ["name"],
  properties: {
    name: { type: "string" },
    summary: { type: ["string", "null"] },
    idempotent: { type: "boolean" },
    params: { type: "array", items: MethodParameterSchema },
    return: MethodResultSchema,
  },
};

/** Explains why a value is not of the type `ServiceDescription`. */
export const ServiceDescriptionSchema: Schema = {
  type: "object",
  properties: {
    sdversion: { type: "string" },
    name: { type: "string" },
    id: { type: "string" },
    summary: { type: "string" },
    version: { type: "string" },
    procs: { type: "array", items: MethodDescriptionSchema },
  },
};

/** Arguments of `systemDescribe`. */
export type SystemDescribeArguments = Readonly<Record<string, never>>;

/** What `systemDescribe` comes to. */
export type SystemDescribeResult = ServiceDescription;

/** Whether a value is arguments of `systemDescribe`, rules between them apart. */
export function isSystemDescribeArguments(value: unknown): boolean {
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
 * What the server's JSON-RPC library says of the service and of all its methods.
 *
 * The method is called `system.describe`. No client is known to use it.
 *
 * In no document; known from the source of the server's programs only.
 *
 * Source: lib.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { systemDescribe, SERVERS } from "astrowire/crds";
 *
 * const request = systemDescribe.encode({}, SERVERS.jwst);
 * console.log(request.method, request.url);
 * ```
 */
export const systemDescribe = /* @__PURE__ */ rpcOperation<
  SystemDescribeArguments,
  SystemDescribeResult
>({
  service: "crds",
  name: "system_describe",
  effect: "read",
  parameters: [],
  protocol: PROTOCOL,
  fault: CrdsFault,
  method: "system.describe",
  request: { accepts: isSystemDescribeArguments, schema: REQUEST },
  result: { kind: "plain", schema: ServiceDescriptionSchema, accepts: isServiceDescription },
});
