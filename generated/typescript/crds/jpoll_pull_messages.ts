// Generated from spec/crds/jpoll_pull_messages.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isArray, isInteger, isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Open, Schema } from "../runtime/schema.js";
import { CrdsFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";

const KEY_PATTERN = /^[A-Za-z0-9:.-]{1,128}$/u;
const SINCE_ID_PATTERN = /^[0-9]{1,18}$/u;

/** Words that are known; others may come. */
export type JpollMessageType = Open<
  "log_message" | "done" | "cancel" | "fail" | "error" | "verbose" | "warning"
>;

/**
 * One message of a submission that is being worked on.
 *
 * Source: submit, server 2019.
 */
export interface JpollMessage {
  /** What kind of message it is. */
  readonly type: JpollMessageType;
  /** Number of the message; later ones have greater numbers. */
  readonly id: number;
  /** When it was sent, in the server's time. */
  readonly time?: string;
  /** A text, HTML-escaped; of "done", how the work ended. */
  readonly data: string | JpollOutcome;
  /** Key of the channel. */
  readonly channel?: string;
}

/** Whether a value is of the type `JpollMessage`. */
export function isJpollMessage(value: unknown, seen: Seen = unseen()): value is JpollMessage {
  if (!isObject(value)) {
    return false;
  }
  let known = 3;
  if (typeof value.type !== "string") {
    return false;
  }
  if (!isInteger(value.id)) {
    return false;
  }
  if (value.time !== undefined) {
    if (typeof value.time !== "string") {
      return false;
    }
    known += 1;
  }
  if (typeof value.data !== "string" && !isJpollOutcome(value.data, seen)) {
    return false;
  }
  if (value.channel !== undefined) {
    if (typeof value.channel !== "string") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * How the work on a submission ended.
 *
 * Source: submit, server 2019.
 */
export interface JpollOutcome {
  /** 0 for done, 1 for failed, 3 for cancelled. */
  readonly status?: number;
  /** As a rule the URL of the result. */
  readonly result?: string;
}

/** Whether a value is of the type `JpollOutcome`. */
export function isJpollOutcome(value: unknown, seen: Seen = unseen()): value is JpollOutcome {
  if (!isObject(value)) {
    return false;
  }
  let known = 0;
  if (value.status !== undefined) {
    if (!isInteger(value.status)) {
      return false;
    }
    known += 1;
  }
  if (value.result !== undefined) {
    if (typeof value.result !== "string") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/** Explains why a value is not of the type `JpollOutcome`. */
export const JpollOutcomeSchema: Schema = {
  type: "object",
  properties: { status: { type: "integer" }, result: { type: "string" } },
};

/** Explains why a value is not of the type `JpollMessage`. */
export const JpollMessageSchema: Schema = {
  type: "object",
  required: ["type", "id", "data"],
  properties: {
    type: { type: "string" },
    id: { type: "integer" },
    time: { type: "string" },
    data: { anyOf: [{ type: "string" }, JpollOutcomeSchema] },
    channel: { type: "string" },
  },
};

/** Arguments of `jpollPullMessages`. */
export interface JpollPullMessagesArguments {
  /**
   * Key of the channel, which the server gave for one submission.
   *
   * Whoever has it can follow and stop the work, so it is shown nowhere.
   */
  readonly key: string;
  /** Only messages with a greater id are wanted; a number written as text. */
  readonly since_id?: number | string | null;
}

/** What `jpollPullMessages` comes to. */
export type JpollPullMessagesResult = readonly JpollMessage[];

/** Whether a value is arguments of `jpollPullMessages`, rules between them apart. */
export function isJpollPullMessagesArguments(value: unknown): value is JpollPullMessagesArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (typeof value.key !== "string" || !KEY_PATTERN.test(value.key)) {
    return false;
  }
  if (value.since_id !== undefined) {
    if (
      (!isInteger(value.since_id) || value.since_id < 0) &&
      (typeof value.since_id !== "string" || !SINCE_ID_PATTERN.test(value.since_id)) &&
      value.since_id !== null
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
  required: ["key"],
  properties: {
    key: {
      type: "string",
      pattern: "^[A-Za-z0-9:.-]{1,128}$",
      not: { type: "string", pattern: "\\n" },
      description: "Key of the channel, which the server gave for one submission.",
    },
    since_id: {
      type: ["integer", "string", "null"],
      minimum: 0,
      pattern: "^[0-9]{1,18}$",
      not: { type: "string", pattern: "\\n" },
      description: "Only messages with a greater id are wanted; a number written as text.",
    },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = { type: "array", items: JpollMessageSchema };

/** Whether a value is as `jpollPullMessages` promises. */
export function isJpollPullMessagesResult(
  value: unknown,
  seen: Seen = unseen(),
): value is JpollPullMessagesResult {
  if (!isArray(value)) {
    return false;
  }
  for (const item of value) {
    if (!isJpollMessage(item, seen)) {
      return false;
    }
  }
  return true;
}

/**
 * What a submission that is being worked on has said, oldest message first.
 *
 * With `since_id` the server answers every message with a greater id, so that asking again loses
 * nothing: begin with "0" and go on with the greatest id that has come. Without it the public
 * client's description promises what came since the last call, which can't be asked for twice; the
 * server of 2019 answers an error.
 *
 * A channel that is not found belongs to work that has not begun yet.
 *
 * In no document; known from what servers answered.
 *
 * Source: api.py, submit, server 2019, observed.
 *
 * @throws CrdsFault - The server answered with an error object; its name, code and text say what it
 * refused.
 *
 * @example
 * ```ts
 * import { jpollPullMessages, SERVERS } from "astrowire/crds";
 *
 * const request = jpollPullMessages.encode(
 *   { key: "81323850-9517-416c-ae88-e6481de10a71", since_id: "0" },
 *   SERVERS.hst,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const jpollPullMessages = /* @__PURE__ */ rpcOperation<
  JpollPullMessagesArguments,
  JpollPullMessagesResult
>({
  service: "crds",
  name: "jpoll_pull_messages",
  effect: "read-once",
  effectBy: { argument: "since_id", given: "read" },
  parameters: [{ name: "key", required: true, secret: true }, { name: "since_id" }],
  protocol: PROTOCOL,
  fault: CrdsFault,
  request: { accepts: isJpollPullMessagesArguments, schema: REQUEST },
  result: { kind: "plain", schema: RESPONSE, accepts: isJpollPullMessagesResult },
});
