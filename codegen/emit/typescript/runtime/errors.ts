/** Every exception of the package: one root, ordered by what the caller can do about it. */

import type { HttpResponse } from "./http.js";
import { listing, type Problem } from "./problems.js";

/** The facts that an error carries. */
export interface ErrorFacts {
  operation?: string;
  request?: string;
  status?: number;
  excerpt?: string;
  retrySafe?: boolean;
  cause?: unknown;
}

/** The root of every exception that this package throws. */
export class AstrowireError extends Error {
  operation: string | null;
  request: string | null;
  status: number | null;
  excerpt: string;
  retrySafe: boolean;

  constructor(message: string, facts: ErrorFacts = {}) {
    super(message, "cause" in facts ? { cause: facts.cause } : undefined);
    this.name = new.target.name;
    this.operation = facts.operation ?? null;
    this.request = facts.request ?? null;
    this.status = facts.status ?? null;
    this.excerpt = facts.excerpt ?? "";
    this.retrySafe = facts.retrySafe ?? false;
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
}

/** An HTTP status other than 200. */
export class HttpStatusError extends AstrowireError {}

/** HTTP 429: too many requests; `retryAfter` is in seconds, when the server says so. */
export class RateLimited extends HttpStatusError {
  readonly retryAfter: number | null;

  constructor(message: string, facts: ErrorFacts & { retryAfter?: number | null } = {}) {
    super(message, facts);
    this.retryAfter = facts.retryAfter ?? null;
  }
}

/** HTTP 5xx; `retryAfter` is in seconds, when the server says so. */
export class ServerUnavailable extends HttpStatusError {
  readonly retryAfter: number | null;

  constructor(message: string, facts: ErrorFacts & { retryAfter?: number | null } = {}) {
    super(message, facts);
    this.retryAfter = facts.retryAfter ?? null;
  }
}

/** The answer is not what the service promises. */
export class ResponseError extends AstrowireError {}

/** The body is something else than JSON: empty, a page, plain text. */
export class NotJson extends ResponseError {}

/** The body begins like JSON and is not: cut off, bad text, NaN, nested too deeply. */
export class Malformed extends ResponseError {}

/** The body is larger than the operation allows. */
export class BodyTooLarge extends ResponseError {}

/** The answer is JSON of another shape; `problems` lists every difference, each with its place. */
export class SchemaMismatch extends ResponseError {
  readonly problems: readonly Problem[];

  constructor(message: string, facts: ErrorFacts & { problems?: readonly Problem[] } = {}) {
    super(withListing(message, facts.problems ?? []), facts);
    this.problems = facts.problems ?? [];
  }
}

/** What is around the answer is wrong: the members of a JSON-RPC envelope, or its id. */
export class EnvelopeMismatch extends ResponseError {
  /** The answer may be that of another call: the server may have acted. */
  readonly mayHaveActed: boolean;

  constructor(message: string, facts: ErrorFacts & { mayHaveActed?: boolean } = {}) {
    super(message, facts);
    this.mayHaveActed = facts.mayHaveActed ?? false;
  }
}

/** The service understood and says no; `answer` is the validated answer that means failure. */
export class RemoteError<Answer = unknown> extends AstrowireError {
  readonly answer: Answer;
  /** The response that held it. */
  response: HttpResponse | null = null;

  constructor(message: string, facts: ErrorFacts & { answer: Answer }) {
    super(message, facts);
    this.answer = facts.answer;
  }
}
