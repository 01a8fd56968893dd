// Generated from spec/weather/order.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import { isInteger, isNumber, isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import * as rules from "../runtime/rules.js";
import type { Schema } from "../runtime/schema.js";
import { OrderRefused, UnknownStatus } from "./errors.js";
import {
  isOtherStatus,
  isStationCode,
  OtherStatusSchema,
  type StationCode,
  StationCodeSchema,
} from "./types.js";

const NOTIFY_PATTERN = /^[^\n\r]+$/u;
const FORM_WORDS: readonly unknown[] = ["raw", "csv", "plot", null];
const PROCESS_KEY_PATTERN = /^(smooth|mean)$/u;

/**
 * How a plot looks.
 *
 * Source: server.
 */
export interface PlotOptions {
  /** Colour of the line. */
  readonly colour?: "red" | "blue" | null;
  /** Width in dots. */
  readonly width?: number;
}

/** Whether a value is of the type `PlotOptions`. */
export function isPlotOptions(value: unknown): value is PlotOptions {
  if (!isObject(value)) {
    return false;
  }
  let known = 0;
  if (value.colour !== undefined) {
    if (value.colour !== "red" && value.colour !== "blue" && value.colour !== null) {
      return false;
    }
    known += 1;
  }
  if (value.width !== undefined) {
    if (!isInteger(value.width) || value.width < 1) {
      return false;
    }
    known += 1;
  }
  if (sizeOf(value) !== known) {
    return false;
  }
  return true;
}

/**
 * The report is ready.
 *
 * Source: server.
 */
export interface OrderDone {
  /** Always 0. */
  readonly status: 0;
  /** Where it is. */
  readonly url: string;
}

/** Whether a value is of the type `OrderDone`. */
export function isOrderDone(value: unknown, seen: Seen = unseen()): value is OrderDone {
  if (!isObject(value)) {
    return false;
  }
  if (value.status !== 0) {
    return false;
  }
  if (typeof value.url !== "string") {
    return false;
  }
  seen.unknown += sizeOf(value) - 2;
  return true;
}

/**
 * The report is being made.
 *
 * Source: server.
 */
export interface OrderPending {
  /** 1 running or 2 waiting. */
  readonly status: 1 | 2;
  /** Number of the order. */
  readonly orderId: string;
}

/** Whether a value is of the type `OrderPending`. */
export function isOrderPending(value: unknown, seen: Seen = unseen()): value is OrderPending {
  if (!isObject(value)) {
    return false;
  }
  if (value.status !== 1 && value.status !== 2) {
    return false;
  }
  if (typeof value.orderId !== "string") {
    return false;
  }
  seen.unknown += sizeOf(value) - 2;
  return true;
}

/**
 * There will be no report.
 *
 * Source: server.
 */
export interface OrderFailure {
  /** Always 7. */
  readonly status: 7;
  /** The reason. */
  readonly error: string;
}

/** Whether a value is of the type `OrderFailure`. */
export function isOrderFailure(value: unknown, seen: Seen = unseen()): value is OrderFailure {
  if (!isObject(value)) {
    return false;
  }
  if (value.status !== 7) {
    return false;
  }
  if (typeof value.error !== "string") {
    return false;
  }
  seen.unknown += sizeOf(value) - 2;
  return true;
}

/** Explains why a value is not of the type `PlotOptions`. */
export const PlotOptionsSchema: Schema = {
  type: "object",
  properties: {
    colour: { anyOf: [{ enum: ["red", "blue"] }, { type: "null" }] },
    width: { type: "integer", minimum: 1 },
  },
  additionalProperties: false,
};

/** Explains why a value is not of the type `OrderDone`. */
export const OrderDoneSchema: Schema = {
  type: "object",
  required: ["status", "url"],
  properties: { status: { const: 0 }, url: { type: "string" } },
};

/** Explains why a value is not of the type `OrderPending`. */
export const OrderPendingSchema: Schema = {
  type: "object",
  required: ["status", "orderId"],
  properties: { status: { enum: [1, 2] }, orderId: { type: "string" } },
};

/** Explains why a value is not of the type `OrderFailure`. */
export const OrderFailureSchema: Schema = {
  type: "object",
  required: ["status", "error"],
  properties: { status: { const: 7 }, error: { type: "string" } },
};

/** Arguments of `order`. */
export interface OrderArguments {
  /** The station's code. */
  readonly station: StationCode;
  /** Your address. */
  readonly notify: string;
  /** How the report arrives; link for raw, mail for other formats when not given. */
  readonly delivery?: "link" | "mail" | null;
  /**
   * Form of the report.
   *
   * @defaultValue `"raw"`
   */
  readonly form?: "raw" | "csv" | "plot" | null;
  /** How a plot looks. */
  readonly plot?: PlotOptions | null;
  /** Printed on the report. */
  readonly note?: string | null;
  /** Steps with their options, in the order in which they run. */
  readonly process?: Readonly<
    Record<string, Readonly<Record<string, string | number | boolean>>>
  > | null;
  /** At most this many rows; 0 means all. */
  readonly limit?: number | null;
  /** Your name; the part of `notify` before the `@` when not given, false sends none. */
  readonly requestor?: string | false | null;
}

/** What `order` comes to. */
export type OrderResult = OrderDone | OrderPending;

/** Whether a value is arguments of `order`, rules between them apart. */
export function isOrderArguments(value: unknown): value is OrderArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 2;
  if (!isStationCode(value.station)) {
    return false;
  }
  if (
    typeof value.notify !== "string" ||
    !NOTIFY_PATTERN.test(value.notify) ||
    value.notify.includes("\n")
  ) {
    return false;
  }
  if (value.delivery !== undefined) {
    if (value.delivery !== "link" && value.delivery !== "mail" && value.delivery !== null) {
      return false;
    }
    known += 1;
  }
  if (value.form !== undefined) {
    if (!FORM_WORDS.includes(value.form)) {
      return false;
    }
    known += 1;
  }
  if (value.plot !== undefined) {
    if (!isPlotOptions(value.plot) && value.plot !== null) {
      return false;
    }
    known += 1;
  }
  if (value.note !== undefined) {
    if (typeof value.note !== "string" && value.note !== null) {
      return false;
    }
    known += 1;
  }
  if (value.process !== undefined) {
    if (isObject(value.process)) {
      for (const key in value.process) {
        if (!PROCESS_KEY_PATTERN.test(key)) {
          return false;
        }
        const item = value.process[key];
        if (!isObject(item)) {
          return false;
        }
        for (const key2 in item) {
          const item2 = item[key2];
          if (typeof item2 !== "string" && !isNumber(item2) && typeof item2 !== "boolean") {
            return false;
          }
        }
      }
    } else if (value.process !== null) {
      return false;
    }
    known += 1;
  }
  if (value.limit !== undefined) {
    if (!isInteger(value.limit) && value.limit !== null) {
      return false;
    }
    known += 1;
  }
  if (value.requestor !== undefined) {
    if (
      typeof value.requestor !== "string" &&
      value.requestor !== false &&
      value.requestor !== null
    ) {
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
  required: ["station", "notify"],
  properties: {
    station: StationCodeSchema,
    notify: {
      type: "string",
      pattern: "^[^\\n\\r]+$",
      not: { type: "string", pattern: "\\n" },
      description: "Your address.",
    },
    delivery: { enum: ["link", "mail", null] },
    form: { enum: ["raw", "csv", "plot", null] },
    plot: { anyOf: [PlotOptionsSchema, { type: "null" }] },
    note: { type: ["string", "null"] },
    process: {
      type: ["object", "null"],
      additionalProperties: {
        type: "object",
        additionalProperties: { type: ["string", "number", "boolean"] },
      },
      propertyNames: { pattern: "^(smooth|mean)$", not: { type: "string", pattern: "\\n" } },
    },
    limit: { type: ["integer", "null"] },
    requestor: { anyOf: [{ type: "string" }, { const: false }, { type: "null" }] },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = {
  anyOf: [
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [0] } } },
        OrderDoneSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [1, 2] } } },
        OrderPendingSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [7] } } },
        OrderFailureSchema,
      ],
    },
    {
      allOf: [
        {
          type: "object",
          required: ["status"],
          properties: { status: { not: { enum: [0, 1, 2, 7] } } },
        },
        OtherStatusSchema,
      ],
    },
  ],
};

/**
 * Order a report.
 *
 * In no document; known from what servers answered. Offered by North.
 *
 * Source: server.
 *
 * @throws OrderRefused - The order was refused.
 * @throws UnknownStatus - A status that the handbook does not list.
 */
export const order = /* @__PURE__ */ cgiOperation<OrderArguments, OrderResult>({
  service: "weather",
  name: "order",
  effect: "dedup",
  parameters: [
    { name: "station", required: true },
    { name: "notify", required: true, secret: true },
    { name: "delivery" },
    { name: "form", default: "raw" },
    { name: "plot" },
    { name: "note" },
    { name: "process" },
    { name: "limit" },
    { name: "requestor" },
  ],
  endpoint: "orders",
  query: [
    codecs.fixed("op", "order"),
    codecs.text("station", "station"),
    codecs.text("notify", "notify"),
    codecs.lower("delivery", "delivery", codecs.byCase("form", { raw: "link" }, "mail")),
    codecs.options({
      name: "format",
      argument: "form",
      companion: "plot",
      onlyFor: ["plot"],
      options: [
        { name: "colour", wire: "COL", default: "red", words: ["red", "blue"] },
        { name: "width", wire: "W" },
      ],
    }),
    codecs.percent("note", "note"),
    codecs.steps("process", "process", "limit"),
    codecs.text("requestor", "requestor", codecs.before("notify", "@")),
  ],
  charset: "latin-1",
  rules: [
    rules.needs("delivery", "link", "form", "raw"),
    rules.needs("plot", null, "form", "plot"),
  ],
  request: { accepts: isOrderArguments, schema: REQUEST },
  result: {
    kind: "select",
    member: "status",
    schema: RESPONSE,
    arms: [
      { when: [0], accepts: isOrderDone },
      { when: [1, 2], accepts: isOrderPending },
      { when: [7], accepts: isOrderFailure, error: OrderRefused },
    ],
    otherwise: { accepts: isOtherStatus, error: UnknownStatus },
  },
});
