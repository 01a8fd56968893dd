/** The client that every service's generated client stands on. */

import { USER_AGENT } from "../version.js";
import { merged, slices } from "./batches.js";
import { chosen, chosenNow } from "./choosing.js";
import { hide, redacted } from "./discretion.js";
import { shownValue } from "./display.js";
import {
  AstrowireError,
  Cancelled,
  ConfigError,
  DeadlineExceeded,
  nameOperation,
  TransportError,
} from "./errors.js";
import type { HttpRequest, HttpResponse } from "./http.js";
import type { Effect, Operation } from "./operation.js";
import { type Attempts, isHarmless, reads, reasonOf, Retry } from "./retry.js";
import type { Server, Service } from "./servers.js";
import { type Fetch, Transport } from "./transport.js";

/** What may be said of one call; what is left out is as the client has it. */
export interface CallOptions {
  /** Ends the call when it is aborted. */
  readonly signal?: AbortSignal | undefined;
  /** Seconds for the whole call, retries and waiting included; 120 if nobody says otherwise. */
  readonly deadline?: number | undefined;
  /** Seconds that the server may be silent; 60 if nobody says otherwise. */
  readonly timeout?: number | undefined;
  /** Sends of one request at most, where it may be repeated; 3 if nobody says otherwise. */
  readonly attempts?: number | undefined;
}

/** What may be said of a client. */
export interface ClientOptions extends CallOptions {
  /** Used in place of the server's own. */
  readonly baseUrl?: string | undefined;
  /** What moves the bytes: the platform's `fetch` if left out. */
  readonly fetch?: Fetch | undefined;
}

/** A response as it came, and what it means. */
export interface Exchange<Result> {
  readonly response: HttpResponse;
  readonly result: Result;
}

interface Settings {
  readonly deadline: number;
  readonly timeout: number;
  readonly attempts: number;
  readonly signal: AbortSignal | undefined;
}

/** One call: what all its exchanges share. */
interface Call {
  readonly request: string;
  readonly secrets: readonly string[];
  readonly effect: Effect;
  readonly settings: Settings;
  readonly until: number;
}

/**
 * Calls operations of one server: encodes, sends, repeats what may be repeated, decodes.
 *
 * @example
 * ```ts
 * const client = new BaseClient(DRMS, "jsoc");
 * const summary = await client.call(rsSummary, { ds: "hmi.m_720s[$]" });
 * ```
 */
export class BaseClient {
  readonly #server: Server | undefined;
  readonly #settings: Settings;
  readonly #transport: Transport;
  readonly #retry: Retry;
  #id = 0;

  /**
   * @param service - Whose operations are called.
   * @param server - Id (any case), server, or base URL; the default, or what the environment names,
   * if left out.
   * @param options - Base URL, limits, and what moves the bytes.
   * @param retry - For tests: a policy with a clock of its own.
   * @throws ConfigError - An argument is wrong.
   */
  constructor(
    readonly service: Service,
    server?: string | Server | null,
    options: ClientOptions = {},
    retry: Retry = new Retry(),
  ) {
    const isNamed = (server ?? options.baseUrl ?? service.defaultServer ?? undefined) !== undefined;
    this.#server = isNamed ? chosen(service, server, options.baseUrl) : undefined;
    this.#settings = settingsOf(options, {
      deadline: 120,
      timeout: 60,
      attempts: 3,
      signal: undefined,
    });
    this.#retry = retry;
    const fetch = fetchOf(options.fetch);
    this.#transport = new Transport(fetch, isBrowser() ? "" : USER_AGENT, retry.surroundings.clock);
  }

  /**
   * The server that is asked; where nobody named one, what the environment names now.
   *
   * @throws ConfigError - The environment names none, or a wrong one.
   */
  get server(): Server {
    return this.#server ?? chosenNow(this.service);
  }

  /**
   * Call an operation and return its result.
   *
   * @param operation - For example `rsList`.
   * @param args - By name; more items than one call may carry are sent in several calls.
   * @param options - Of this call.
   * @throws AstrowireError - Of the class that says what went wrong.
   */
  async call<Arguments extends object, Result>(
    operation: Operation<Arguments, Result>,
    args: Arguments,
    options: CallOptions = {},
  ): Promise<Result> {
    const call = this.#begin(operation, args, options);
    // All are written before one is sent: what is wrong with the last is refused before any
    // traffic.
    const requests = slices(operation.batch, args).map((each) =>
      this.#encoded(operation, each, call),
    );
    const parts: Result[] = [];
    for (const each of requests) {
      parts.push((await this.#exchanged(operation, each, call)).result);
    }
    return merged(parts);
  }

  /**
   * Send one request, repeating it as its effect allows, and return the response as it came beside
   * its result.
   *
   * @param operation - For example `rsList`.
   * @param args - By name; never more items than one call may carry.
   * @param options - Of this call.
   * @throws AstrowireError - Of the class that says what went wrong.
   */
  async exchange<Arguments extends object, Result>(
    operation: Operation<Arguments, Result>,
    args: Arguments,
    options: CallOptions = {},
  ): Promise<Exchange<Result>> {
    const call = this.#begin(operation, args, options);
    return await this.#exchanged(operation, this.#encoded(operation, args, call), call);
  }

  #begin<Arguments extends object>(
    operation: Operation<Arguments, unknown>,
    args: Arguments,
    options: CallOptions,
  ): Call {
    const settings = settingsOf(options, this.#settings);
    const isCallable = typeof args === "object" && (args as unknown) !== null;
    return {
      request: redacted(operation, args),
      // What is no object is refused when it is encoded.
      secrets: isCallable ? operation.secrets(args) : [],
      effect: isCallable ? operation.effect(args) : "read-once",
      settings,
      until: this.#retry.surroundings.clock() + settings.deadline,
    };
  }

  #encoded<Arguments extends object>(
    operation: Operation<Arguments, unknown>,
    args: Arguments,
    call: Call,
  ): HttpRequest {
    try {
      if (operation.service !== this.service.name) {
        throw new ConfigError(
          `it is an operation of ${operation.service}, not of ${this.service.name}`,
        );
      }
      this.#id += 1;
      return operation.encode(args, this.server, { id: this.#id });
    } catch (error) {
      throw told(error, operation, call);
    }
  }

  async #exchanged<Arguments extends object, Result>(
    operation: Operation<Arguments, Result>,
    request: HttpRequest,
    call: Call,
  ): Promise<Exchange<Result>> {
    const attempts = this.#retry.call(call.effect, call.settings.attempts);
    for (;;) {
      try {
        const response = await this.#transport.send(request, {
          ...call.settings,
          until: call.until,
          maxBody: operation.maxBody,
          reads: reads(call.effect),
        });
        const result = operation.decode(response, request);
        attempts.succeeded();
        return { response, result };
      } catch (error) {
        await this.#pause(told(error, operation, call), attempts, operation, call);
      }
    }
  }

  /** Wait until the next attempt, or throw the error if there is none. */
  async #pause(
    error: AstrowireError,
    attempts: Attempts,
    operation: Operation<never, unknown>,
    call: Call,
  ): Promise<void> {
    const isOver = error instanceof DeadlineExceeded || error instanceof Cancelled;
    const pause = isOver ? undefined : attempts.pause(error);
    if (pause === undefined) {
      if (attempts.lost !== error) {
        error.cause ??= attempts.lost;
      }
      throw error;
    }
    try {
      await this.#retry.wait(pause, call.until, error, call.settings.signal);
    } catch (reason) {
      if (reason instanceof AstrowireError) {
        throw told(reason, operation, call);
      }
      const cause = reasonOf(call.settings.signal);
      const { mayHaveActed } = error;
      throw told(new Cancelled("the call was cancelled", { cause, mayHaveActed }), operation, call);
    }
  }
}

/**
 * Call one operation of one server, with nothing but that operation in the bundle.
 *
 * @param operation - For example `rsList`, of `astrowire/drms/rs_list`.
 * @param args - By name.
 * @param options - The service with its servers, which one of them, and what else may be said of a
 * client.
 * @throws AstrowireError - Of the class that says what went wrong.
 *
 * @example
 * ```ts
 * await call(rsList, { ds: "hmi.m_720s[$]", key: ["T_REC"] }, { service: DRMS, server: "jsoc" });
 * ```
 */
export async function call<Arguments extends object, Result>(
  operation: Operation<Arguments, Result>,
  args: Arguments,
  options: ClientOptions & { readonly service: Service; readonly server?: string | Server | null },
): Promise<Result> {
  return await new BaseClient(options.service, options.server, options).call(operation, args);
}

/** Return an error with everything that is known of the call, and without its secrets. */
function told(error: unknown, operation: Operation<never, unknown>, call: Call): AstrowireError {
  // Nothing else is thrown by an operation; if it is, it is a fault of this package, and told as
  // one.
  const found =
    error instanceof AstrowireError
      ? error
      : new TransportError("the call failed inside the client", { cause: error });
  nameOperation(found, `${operation.service}.${operation.name}`);
  found.request = call.request;
  found.retrySafe ||= isHarmless(found, call.effect);
  hide(found, call.secrets);
  return found;
}

function settingsOf(options: CallOptions, usual: Settings): Settings {
  const { deadline, timeout, attempts, signal } = options;
  return {
    deadline: deadline === undefined ? usual.deadline : seconds("deadline", deadline),
    timeout: timeout === undefined ? usual.timeout : seconds("timeout", timeout),
    attempts: attempts === undefined ? usual.attempts : wholeNumber("attempts", attempts),
    signal: signal ?? usual.signal,
  };
}

function seconds(name: string, given: unknown): number {
  if (typeof given === "number" && given > 0 && Number.isFinite(given)) {
    return given;
  }
  throw new ConfigError(`${name} must be a number of seconds above 0, got ${shownValue(given)}`);
}

function wholeNumber(name: string, given: unknown): number {
  if (typeof given === "number" && Number.isSafeInteger(given) && given >= 1) {
    return given;
  }
  throw new ConfigError(`${name} must be a whole number from 1, got ${shownValue(given)}`);
}

function fetchOf(given: unknown): Fetch {
  if (given !== undefined && typeof given !== "function") {
    throw new ConfigError(`fetch must be a function, got ${shownValue(given)}`);
  }
  // Looked up at each call: somebody may put another one there.
  return (given as Fetch | undefined) ?? ((url, init) => globalThis.fetch(url, init));
}

/**
 * Whether the platform names itself: a header of ours would make browsers ask first whether they
 * may.
 */
function isBrowser(): boolean {
  const { process } = globalThis as { process?: { versions?: { node?: unknown } } };
  return process?.versions?.node === undefined;
}
