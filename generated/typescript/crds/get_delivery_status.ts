// Generated from spec/crds/get_delivery_status.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isArray, isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Open, Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";

const SINCE_PATTERN =
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?)?$/u;

/**
 * One delivery of files to the archive.
 *
 * Source: server 2019.
 */
export interface Delivery {
  /** When the files were delivered. */
  readonly date: string;
  /** What was done, for example "batch submit". */
  readonly action?: string;
  /** What the submitter wrote; free text. */
  readonly description?: string;
  /** Names of the files. */
  readonly files: readonly string[];
  /** Name of the delivery's catalogue. */
  readonly catalog?: string;
  /** How far the delivery has come. */
  readonly status: Open<"archived" | "delivery corrupt">;
}

/** Whether a value is of the type `Delivery`. */
export function isDelivery(value: unknown, seen: Seen = unseen()): value is Delivery {
  if (!isObject(value)) {
    return false;
  }
  let known = 3;
  if (typeof value.date !== "string") {
    return false;
  }
  if (value.action !== undefined) {
    if (typeof value.action !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.description !== undefined) {
    if (typeof value.description !== "string") {
      return false;
    }
    known += 1;
  }
  if (!isArray(value.files)) {
    return false;
  }
  for (const item of value.files) {
    if (typeof item !== "string") {
      return false;
    }
  }
  if (value.catalog !== undefined) {
    if (typeof value.catalog !== "string") {
      return false;
    }
    known += 1;
  }
  if (typeof value.status !== "string") {
    return false;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/** Explains why a value is not of the type `Delivery`. */
export const DeliverySchema: Schema = {
  type: "object",
  required: ["date", "files", "status"],
  properties: {
    date: { type: "string" },
    action: { type: "string" },
    description: { type: "string" },
    files: { type: "array", items: { type: "string" } },
    catalog: { type: "string" },
    status: { type: "string" },
  },
};

/** Arguments of `getDeliveryStatus`. */
export interface GetDeliveryStatusArguments {
  /** Deliveries on and after this time are wanted, "YYYY-MM-DD HH:MM:SS" or with a T between. */
  readonly since: string;
}

/** What `getDeliveryStatus` comes to. */
export type GetDeliveryStatusResult = readonly Delivery[];

/** Whether a value is arguments of `getDeliveryStatus`, rules between them apart. */
export function isGetDeliveryStatusArguments(value: unknown): value is GetDeliveryStatusArguments {
  if (!isObject(value)) {
    return false;
  }
  if (typeof value.since !== "string" || !SINCE_PATTERN.test(value.since)) {
    return false;
  }
  if (sizeOf(value) !== 1) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["since"],
  properties: {
    since: {
      type: "string",
      pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?)?$",
      not: { type: "string", pattern: "\\n" },
      description:
        'Deliveries on and after this time are wanted, "YYYY-MM-DD HH:MM:SS" or with a T between.',
    },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = { type: "array", items: DeliverySchema };

/** Whether a value is as `getDeliveryStatus` promises. */
export function isGetDeliveryStatusResult(
  value: unknown,
  seen: Seen = unseen(),
): value is GetDeliveryStatusResult {
  if (!isArray(value)) {
    return false;
  }
  for (const item of value) {
    if (!isDelivery(item, seen)) {
      return false;
    }
  }
  return true;
}

/**
 * What became of the deliveries of files since a date, newest first.
 *
 * In no document; known from the source of the server's programs only.
 *
 * Source: server 2019.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { getDeliveryStatus, SERVERS } from "astrowire/crds";
 *
 * const request = getDeliveryStatus.encode({ since: "2019-01-01T00:00:00" }, SERVERS.hst);
 * console.log(request.method, request.url);
 * ```
 */
export const getDeliveryStatus = /* @__PURE__ */ rpcOperation<
  GetDeliveryStatusArguments,
  GetDeliveryStatusResult
>({
  service: "crds",
  name: "get_delivery_status",
  effect: "read",
  parameters: [{ name: "since", required: true }],
  protocol: PROTOCOL,
  fault: CrdsFault,
  request: { accepts: isGetDeliveryStatusArguments, schema: REQUEST },
  result: { kind: "plain", schema: RESPONSE, accepts: isGetDeliveryStatusResult },
});
