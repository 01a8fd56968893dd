/** What all operations have in common: arguments to request, response to result, without I/O. */

import type { HttpRequest, HttpResponse } from "./http.js";
import type { Problem } from "./problems.js";
import type { Server } from "./servers.js";

/** What may be sent again when an exchange fails on the way. */
export type Effect = "read" | "read-once" | "dedup" | "write" | "bulk";

/** Bytes of an answer that are accepted where an operation says nothing. */
export const MAX_BODY = 256 * 1024 * 1024;

/** An argument of an operation, in the order of the documents. */
export interface Parameter {
  readonly name: string;
  readonly required: boolean;
  /** What is meant when the argument is not given; `null`: nothing is sent (or null). */
  readonly default: string | number | boolean | null;
  /** Must not be shown in messages and logs. */
  readonly secret: boolean;
  /** It is not sent: who gives it says that the call is meant. */
  readonly confirms: boolean;
}

/** The argument that clients slice when it holds more than `size` items; the answers are merged. */
export interface Batch {
  readonly argument: string;
  readonly size: number;
}

/** Another effect of calls that have this argument. */
export interface EffectBy {
  readonly argument: string;
  readonly given: Effect;
}

/** What `encode` can be told beside arguments and server. */
export interface EncodeOptions {
  /** Of the call; JSON-RPC only. */
  readonly id?: number | string;
}

/**
 * One operation of a service, without I/O.
 *
 * `Arguments` is an object with the arguments by name; `Result` is what `decode` returns.
 */
export interface Operation<Arguments extends object, Result> {
  readonly service: string;
  readonly name: string;
  /** In the order of the documents. */
  readonly parameters: readonly Parameter[];
  /** What of a long call clients slice. */
  readonly batch: Batch | null;
  /** Bytes of an answer that are accepted. */
  readonly maxBody: number;
  /** The endpoint that a server must have; `null`: every server offers the operation. */
  readonly endpoint: string | null;
  /** The effect of a call with these arguments. */
  effect(args: Arguments): Effect;
  /** The texts of a call that must not be shown, as they are and as they travel. */
  secrets(args: Arguments): string[];
  /**
   * The request for these arguments.
   *
   * @throws RequestInvalid - Arguments are wrong, or the server lacks the operation; every problem is listed.
   */
  encode(args: Arguments, server: Server, options?: EncodeOptions): HttpRequest;
  /**
   * The result of a response; given the request, a JSON-RPC id must match.
   *
   * @throws RemoteError - The service says no.
   * @throws ResponseError - The response is not what the service promises.
   * @throws HttpStatusError - The HTTP status is not 200.
   */
  decode(response: HttpResponse, request?: HttpRequest): Result;
  /** Every problem of the arguments, `[]` if they are valid. */
  validateRequest(value: unknown): Problem[];
  /** Every problem of an answer as `JSON.parse` reads it (JSON-RPC: of the unpacked `result`), `[]` if it is valid. */
  validateResponse(value: unknown): Problem[];
}

/** Any operation, where arguments and result do not matter. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a method's arguments can't be told more generally
export type AnyOperation = Operation<any, unknown>;
