/**
 * Every error of the package: one root, ordered by what the caller can do about it.
 *
 * Each carries the facts (operation, request without secrets, HTTP status, an excerpt of the body,
 * whether sending again is safe), and its `cause`. No message holds a control character of a
 * server's.
 */

import { printable } from "./display.js";
import type { HttpResponse } from "./http.js";
import { listing, type Problem } from "./problems.js";

/** As often as a client's settings allow. */
const OFTEN = 1000;

/** What is known about a failure, beside its message. */
export interface ErrorFacts {
  /** For example `drms.rs_list`. */
  operation?: string | null | undefined;
  /** The request in short, without secrets. */
  request?: string | null | undefined;
  /** The HTTP status, when there was an answer. */
  status?: number | null | undefined;
  /** The beginning of the body, made printable. */
  excerpt?: string | null | undefined;
  /** Sending the same request again can do no harm. */
  retrySafe?: boolean | undefined;
  /**
   * How many times more it may help to send it again, of one call; as its class says if left out.
   */
  repeats?: number | undefined;
  /**
   * The server may have done what it was asked for, and did not say so; as its class says if left
   * out.
   */
  mayHaveActed?: boolean | undefined;
  /** The error underneath, of whatever origin. */
  cause?: unknown;
}

/**
 * The root of every error that this package throws.
 *
 * @example
 * ```ts
 * try {
 *   await client.rsList({ ds: "hmi.m_720s[$]", key: ["T_REC"] });
 * } catch (error) {
 *   if (!(error instanceof AstrowireError)) throw error;
 *   console.error(error.name, error.message, error.retrySafe);
 * }
 * ```
 */
export class AstrowireError extends Error {
  /** For example `drms.rs_list`; the message begins with it. */
  operation: string | null;
  /** The request in short, without secrets. */
  request: string | null;
  /** The HTTP status, when there was an answer. */
  status: number | null;
  /** The beginning of the body, made printable. */
  excerpt: string;
  /** Sending the same request again can do no harm. */
  retrySafe: boolean;
  /** How many times more it may help to send the request again, of one call. */
  repeats: number;
  /** The server may have done what it was asked for, and did not say so. */
  mayHaveActed: boolean;

  /**
   * @param message - What was wrong, where, and what to do.
   * @param facts - What else is known.
   */
  constructor(message: string, facts: ErrorFacts = {}) {
    super(titled(message, facts.operation), "cause" in facts ? { cause: facts.cause } : undefined);
    this.operation = facts.operation ?? null;
    this.request = facts.request ?? null;
    this.status = facts.status ?? null;
    this.excerpt = facts.excerpt ?? "";
    this.retrySafe = facts.retrySafe ?? false;
    this.repeats = facts.repeats ?? this.usualRepeats;
    this.mayHaveActed = facts.mayHaveActed ?? this.usuallyMayHaveActed;
  }

  // Names that a minifier does not change, on the prototype: the first line of `stack` is made by
  // `Error`.
  override get name(): string {
    return "AstrowireError";
  }

  /** What `repeats` is unless an error says otherwise. */
  protected get usualRepeats(): number {
    return 0;
  }

  /** What `mayHaveActed` is unless an error says otherwise. */
  protected get usuallyMayHaveActed(): boolean {
    return false;
  }
}

function titled(message: string, operation: string | null | undefined): string {
  return printable(
    operation === undefined || operation === null ? message : `${operation}: ${message}`,
  );
}

/**
 * Say of which operation an error speaks, unless it says so already; its message then begins with
 * it.
 *
 * @param operation - For example `drms.rs_list`.
 */
export function nameOperation(error: AstrowireError, operation: string): void {
  if (error.operation !== null) {
    return;
  }
  error.operation = operation;
  reword(error, (text) => titled(text, operation));
}

/** Change the message of an error, wherever it stands. */
export function reword(error: AstrowireError, change: (text: string) => string): void {
  // Most consoles show the stack, whose first lines are the message as it was when somebody looked
  // first.
  const { message, stack } = error;
  error.message = change(message);
  if (stack !== undefined) {
    error.stack = stack.replace(message, () => error.message);
  }
}

function withListing(message: string, problems: readonly Problem[]): string {
  return problems.length > 0 ? `${message}\n${listing(problems)}` : message;
}

/** The arguments were refused before anything was sent; `problems` names each. */
export class RequestInvalid extends AstrowireError {
  readonly problems: readonly Problem[];

  constructor(message: string, facts: ErrorFacts & { problems?: readonly Problem[] } = {}) {
    super(withListing(message, facts.problems ?? []), facts);
    this.problems = facts.problems ?? [];
  }

  override get name(): string {
    return "RequestInvalid";
  }
}

/** A setting (option of a client, environment variable) is missing or wrong. */
export class ConfigError extends AstrowireError {
  override get name(): string {
    return "ConfigError";
  }
}

/** The bytes did not get through. */
export class TransportError extends AstrowireError {
  override get name(): string {
    return "TransportError";
  }
}

/** Nothing reached the server, so any request may be sent again. */
export class NotSent extends TransportError {
  override get name(): string {
    return "NotSent";
  }

  protected override get usualRepeats(): number {
    return OFTEN;
  }
}

/** The connection broke after sending began: the server may have acted. */
export class Ambiguous extends TransportError {
  override get name(): string {
    return "Ambiguous";
  }

  protected override get usualRepeats(): number {
    return OFTEN;
  }

  protected override get usuallyMayHaveActed(): boolean {
    return true;
  }
}

/**
 * The server's certificate or its TLS was refused. Browsers do not tell: there it is `Ambiguous`.
 */
export class TlsError extends TransportError {
  override get name(): string {
    return "TlsError";
  }
}

/** The time for the whole call, retries and waiting included, is over. */
export class DeadlineExceeded extends AstrowireError {
  override get name(): string {
    return "DeadlineExceeded";
  }
}

/** The caller's `signal` ended the call; its reason is the `cause`. The server may have acted. */
export class Cancelled extends AstrowireError {
  override get name(): string {
    return "Cancelled";
  }

  protected override get usuallyMayHaveActed(): boolean {
    return true;
  }
}

/** The server points elsewhere, and the client does not follow there. */
export class RedirectRefused extends AstrowireError {
  override get name(): string {
    return "RedirectRefused";
  }
}

/** An HTTP status other than 200. */
export class HttpStatusError extends AstrowireError {
  override get name(): string {
    return "HttpStatusError";
  }
}

/** What an HTTP status is told with. */
export interface StatusFacts extends ErrorFacts {
  /** Seconds after which the server wants to be asked again, when it says so. */
  retryAfter?: number | null | undefined;
}

/** HTTP 429: too many requests; `retryAfter` is in seconds, when the server says so. */
export class RateLimited extends HttpStatusError {
  readonly retryAfter: number | null;

  constructor(message: string, facts: StatusFacts = {}) {
    super(message, facts);
    this.retryAfter = facts.retryAfter ?? null;
  }

  override get name(): string {
    return "RateLimited";
  }

  protected override get usualRepeats(): number {
    return OFTEN;
  }
}

/** HTTP 5xx; `retryAfter` is in seconds, when the server says so. */
export class ServerUnavailable extends HttpStatusError {
  readonly retryAfter: number | null;

  constructor(message: string, facts: StatusFacts = {}) {
    super(message, facts);
    this.retryAfter = facts.retryAfter ?? null;
  }

  override get name(): string {
    return "ServerUnavailable";
  }

  protected override get usualRepeats(): number {
    return OFTEN;
  }

  protected override get usuallyMayHaveActed(): boolean {
    return true;
  }
}

/** The answer is not what the service promises. */
export class ResponseError extends AstrowireError {
  override get name(): string {
    return "ResponseError";
  }
}

/** The body is something else than JSON: empty, a page, plain text. */
export class NotJson extends ResponseError {
  override get name(): string {
    return "NotJson";
  }

  protected override get usualRepeats(): number {
    return 1;
  }

  protected override get usuallyMayHaveActed(): boolean {
    return true;
  }
}

/** The body begins like JSON and is not: cut off, bad text, NaN, nested too deeply. */
export class Malformed extends ResponseError {
  override get name(): string {
    return "Malformed";
  }
}

/** The body is larger than the operation allows. */
export class BodyTooLarge extends ResponseError {
  override get name(): string {
    return "BodyTooLarge";
  }

  protected override get usuallyMayHaveActed(): boolean {
    return true;
  }
}

/** The answer is JSON of another shape; `problems` lists every difference, each with its place. */
export class SchemaMismatch extends ResponseError {
  problems: readonly Problem[];

  constructor(message: string, facts: ErrorFacts & { problems?: readonly Problem[] } = {}) {
    super(withListing(message, facts.problems ?? []), facts);
    this.problems = facts.problems ?? [];
  }

  override get name(): string {
    return "SchemaMismatch";
  }
}

/**
 * What is around the answer is wrong: where it ends, the members of a JSON-RPC envelope, or its id.
 */
export class EnvelopeMismatch extends ResponseError {
  override get name(): string {
    return "EnvelopeMismatch";
  }
}

/**
 * The service understood and says no.
 *
 * Each service has classes of its own below this one, so that a program can tell "no such series"
 * from "too many pending requests".
 */
export class RemoteError<Answer = unknown> extends AstrowireError {
  /** The validated answer that means failure, for example with `status` and `error`. */
  readonly answer: Answer;
  /** The response that held it. */
  response: HttpResponse | null = null;

  constructor(message: string, facts: ErrorFacts & { answer: Answer }) {
    super(message, facts);
    this.answer = facts.answer;
  }

  override get name(): string {
    return "RemoteError";
  }
}

/** A file could not be fetched whole and unharmed. */
export class DownloadError extends AstrowireError {
  override get name(): string {
    return "DownloadError";
  }
}
