// Generated from spec/weather/ticket.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import { isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import type { Schema } from "../runtime/schema.js";
import { OrderRefused } from "./errors.js";

/**
 * A number for the queue.
 *
 * Source: server.
 */
export interface Ticket {
  /** The number. */
  readonly number: string;
  /** Why there is none. */
  readonly error?: string;
}

/** Whether a value is of the type `Ticket`. */
export function isTicket(value: unknown, seen: Seen = unseen()): value is Ticket {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (typeof value.number !== "string") {
    return false;
  }
  if (value.error !== undefined) {
    if (typeof value.error !== "string") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/** Explains why a value is not of the type `Ticket`. */
export const TicketSchema: Schema = {
  type: "object",
  required: ["number"],
  properties: { number: { type: "string" }, error: { type: "string" } },
};

/** Arguments of `ticket`. */
export type TicketArguments = Readonly<Record<string, never>>;

/** What `ticket` comes to. */
export type TicketResult = Ticket;

/** Whether a value is arguments of `ticket`, rules between them apart. */
export function isTicketArguments(value: unknown): boolean {
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
 * Get a number for the queue.
 *
 * In no document; known from what servers answered. Offered by North.
 *
 * Source: server.
 *
 * @throws OrderRefused - The order was refused.
 */
export const ticket = /* @__PURE__ */ cgiOperation<TicketArguments, TicketResult>({
  service: "weather",
  name: "ticket",
  effect: "read-once",
  parameters: [],
  endpoint: "orders",
  query: [codecs.fixed("op", "ticket")],
  charset: "latin-1",
  request: { accepts: isTicketArguments, schema: REQUEST },
  result: {
    kind: "plain",
    schema: TicketSchema,
    accepts: isTicket,
    failure: { member: "number", told: "NONE", isBad: true, error: OrderRefused },
  },
});
