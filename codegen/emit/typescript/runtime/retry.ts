/**
 * What is sent again, when, and for how long: one policy, driven by the effect of an operation.
 *
 * What was surely not sent may always be sent again. What may have been sent is sent again only
 * where the operation has no effect on the server, or where the server knows a request that it has
 * seen already (`dedup`): then the identical one is sent once more, later, and its answer is that
 * of the first.
 *
 * A client that keeps failing stops repeating: every repetition costs of a quota that only success
 * fills again.
 */

import {
  type AstrowireError,
  DeadlineExceeded,
  NotSent,
  RateLimited,
  ServerUnavailable,
} from "./errors.js";
import type { Effect } from "./operation.js";

/** Seconds: the longest first wait. */
const BASE = 0.5;
/** Seconds: the longest wait of our own. */
const CEILING = 8;
/** Seconds: the longest wait that a server may ask for. */
const PATIENCE = 60;
/**
 * Seconds that a server is given to notice a request of effect `dedup`, before the same is sent
 * again.
 */
const RECONCILE = 5;

/** Tokens of a client for repetitions. */
const QUOTA = 500;
/** Tokens of a repetition after a failure. */
const COST = 14;
/** Tokens of a repetition after the server asked for fewer requests. */
const THROTTLED_COST = 5;
/**
 * Tokens given back for a call that succeeded at once; one that succeeded later gives back what it
 * took.
 */
const REWARD = 1;

/** What a policy stands on; tests give their own. */
export interface Surroundings {
  /** Monotonic seconds. */
  readonly clock: () => number;
  /** Wait for seconds, or reject with the reason of the signal. */
  readonly sleep: (seconds: number, signal: AbortSignal | undefined) => Promise<void>;
  /** A random number from 0 to 1, for the jitter. */
  readonly chance: () => number;
}

/** The machine's clock, timers and random numbers. */
export const SURROUNDINGS: Surroundings = {
  clock: () => performance.now() / 1000,
  sleep: slept,
  chance: Math.random,
};

async function slept(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(reasonOf(signal));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, seconds * 1000);
    if (signal?.aborted === true) {
      stop();
    } else {
      signal?.addEventListener("abort", stop, { once: true });
    }
  });
}

/** Return why a signal ended something, as an error. */
export function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new Error("the signal was given");
}

/** Decides after each failure whether to wait and try again; one for each client. */
export class Retry {
  #quota = QUOTA;

  /** @param surroundings - Clock, timers and chance. */
  constructor(readonly surroundings: Surroundings = SURROUNDINGS) {}

  /**
   * Begin to count the attempts of one call.
   *
   * @param effect - Of the call.
   * @param most - Sends in all, at most.
   */
  call(effect: Effect, most: number): Attempts {
    return new Attempts(this, effect, most);
  }

  /**
   * Sleep, or throw `DeadlineExceeded` where the deadline comes first.
   *
   * @param until - The deadline, on the clock.
   * @param error - Why the call waits.
   */
  async wait(
    seconds: number,
    until: number,
    error: AstrowireError,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    if (this.surroundings.clock() + seconds >= until) {
      const { operation, request, status, excerpt, retrySafe } = error;
      const said = operation === null ? error.message : error.message.slice(operation.length + 2);
      const message = `no time is left to try again after: ${said}`;
      throw new DeadlineExceeded(message, { request, status, excerpt, retrySafe, cause: error });
    }
    await this.surroundings.sleep(seconds, signal);
  }

  /** Take tokens, if there are so many. */
  take(cost: number): boolean {
    if (this.#quota < cost) {
      return false;
    }
    this.#quota -= cost;
    return true;
  }

  /** Give tokens back. */
  give(tokens: number): void {
    this.#quota = Math.min(QUOTA, this.#quota + tokens);
  }
}

/** The attempts of one call, and what they took of the quota. */
export class Attempts {
  /** Why nobody knows whether the server acted on the request that was then sent anew. */
  lost: AstrowireError | undefined;
  #count = 0;
  #spent = 0;

  constructor(
    readonly retry: Retry,
    readonly effect: Effect,
    readonly most: number,
  ) {}

  /**
   * Return the seconds to wait before the next attempt, or nothing if there is none.
   *
   * @param error - How this attempt ended.
   */
  pause(error: AstrowireError): number | undefined {
    this.#count += 1;
    if (this.#count >= this.most) {
      return undefined;
    }
    let found: number | undefined;
    if (mustReconcile(error, this.effect)) {
      found = this.lost === undefined ? RECONCILE : undefined;
      this.lost ??= error;
    } else {
      found = this.#repetition(error);
    }
    return found !== undefined && this.#paid(error) ? found : undefined;
  }

  /** Give back what the last repetition took, or the reward if there was none. */
  succeeded(): void {
    this.retry.give(this.#spent === 0 ? REWARD : this.#spent);
  }

  #repetition(error: AstrowireError): number | undefined {
    if (!isHarmless(error, this.effect) || this.#count > error.repeats) {
      return undefined;
    }
    const asked = retryAfterOf(error);
    if (asked !== null) {
      return asked <= PATIENCE ? asked : undefined;
    }
    return this.retry.surroundings.chance() * Math.min(CEILING, BASE * 2 ** (this.#count - 1));
  }

  #paid(error: AstrowireError): boolean {
    const cost = error instanceof RateLimited ? THROTTLED_COST : COST;
    if (!this.retry.take(cost)) {
      return false;
    }
    this.#spent = cost;
    return true;
  }
}

function retryAfterOf(error: AstrowireError): number | null {
  return error instanceof RateLimited || error instanceof ServerUnavailable
    ? error.retryAfter
    : null;
}

/** Say whether requests of this effect have none, so that they may be sent at any time. */
export function reads(effect: Effect): boolean {
  return effect === "read" || effect === "bulk";
}

/** Say whether sending again can do no harm, whether or not it would help. */
export function isHarmless(error: AstrowireError, effect: Effect): boolean {
  return error instanceof NotSent || reads(effect);
}

/**
 * Say whether the server may have acted on a request without our knowing, and would know it again.
 */
function mustReconcile(error: AstrowireError, effect: Effect): boolean {
  return effect === "dedup" && error.mayHaveActed;
}
