/**
 * Sends one request at a time by `fetch`, within limits. Everything that `fetch` can throw ends
 * here.
 */

import { shownValue } from "./display.js";
import {
  Ambiguous,
  AstrowireError,
  BodyTooLarge,
  Cancelled,
  DeadlineExceeded,
  Malformed,
  NotSent,
  RedirectRefused,
} from "./errors.js";
import { brokenOff, notAnswered } from "./failures.js";
import type { HttpRequest, HttpResponse } from "./http.js";
import { host, isRedirect, MOST, redirected } from "./redirects.js";
import { reasonOf } from "./retry.js";

/** What moves bytes: the platform's `fetch`, or a function of the same kind. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What bounds one exchange. */
export interface Limits {
  /** The deadline, on the transport's clock in seconds. */
  readonly until: number;
  /** Seconds that the server may be silent. */
  readonly timeout: number;
  /** Bytes of body that are accepted. */
  readonly maxBody: number;
  /** The request has no effect on the server. */
  readonly reads: boolean;
  /** The caller's, which ends everything. */
  readonly signal: AbortSignal | undefined;
}

/** Encodings of bodies that `fetch` undoes. */
const ENCODINGS: ReadonlySet<string> = new Set([
  "gzip",
  "x-gzip",
  "deflate",
  "br",
  "zstd",
  "identity",
]);
/** Bytes that may come of any number of packed ones. */
const FREE = 2 ** 20;
/** What packed bytes may grow to beyond those, times their own number. */
const RATIO = 100;
/** Milliseconds: the longest that a timer can wait. */
const LONGEST = 2 ** 31 - 1;

/** Sends requests, follows redirects within limits, and reads whole answers. */
export class Transport {
  /**
   * @param fetch - What moves the bytes.
   * @param userAgent - Sent where programs may say it: browsers have their own.
   * @param clock - Monotonic seconds.
   */
  constructor(
    readonly fetch: Fetch,
    readonly userAgent: string,
    readonly clock: () => number,
  ) {}

  /**
   * Send a request, follow redirects within its origin, and read the whole answer.
   *
   * @throws AstrowireError - TransportError, RedirectRefused, ResponseError, DeadlineExceeded or
   * Cancelled.
   */
  async send(request: HttpRequest, limits: Limits): Promise<HttpResponse> {
    let asked = request;
    for (let count = 0; count <= MOST; count++) {
      const watch = new Watch(limits, this.clock);
      try {
        const response = await this.#answer(asked, watch);
        if (!isRedirect(response.status)) {
          return await whole(response, asked, limits.maxBody, watch);
        }
        discard(response);
        asked = redirected(
          asked,
          response.status,
          response.headers.get("location") ?? "",
          limits.reads,
        );
      } finally {
        watch.end();
      }
    }
    throw new RedirectRefused(
      `more than ${String(MOST)} redirects, the last to ${host(asked.url)}`,
    );
  }

  /** Send a request; return the answer, its body unread. */
  async #answer(request: HttpRequest, watch: Watch): Promise<Response> {
    watch.check();
    // Browsers want their own called bare.
    const { fetch } = this;
    let response: Response;
    try {
      response = await watch.during(fetch(request.url, this.#init(request, watch.signal)));
    } catch (error) {
      throw watch.over(`${host(request.url)} sent nothing in time`, () =>
        notAnswered(error, request.url),
      );
    }
    watch.heard();
    if (response.type === "opaqueredirect") {
      const what = "the server points elsewhere, and browsers do not say where";
      throw new RedirectRefused(`${what}; set baseUrl to where it lives now`);
    }
    return response;
  }

  #init(request: HttpRequest, signal: AbortSignal): RequestInit {
    return {
      method: request.method,
      headers: { ...request.headers, ...(this.userAgent && { "User-Agent": this.userAgent }) },
      body:
        request.body === null || request.body.length === 0 ? null : new Uint8Array(request.body),
      redirect: "manual",
      credentials: "omit",
      cache: "no-store",
      signal,
    };
  }
}

/**
 * Ends an exchange when its time is over, when the server is silent, or when the caller wants it.
 */
class Watch {
  readonly #controller = new AbortController();
  readonly #stopped: Promise<never>;
  readonly #deadline: ReturnType<typeof setTimeout>;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #why: "deadline" | "silence" | "cancelled" | undefined;
  readonly #cancel = (): void => {
    this.#stop("cancelled");
  };

  constructor(
    readonly limits: Limits,
    readonly clock: () => number,
  ) {
    const { signal } = this.#controller;
    this.#stopped = new Promise((_, reject) => {
      signal.addEventListener("abort", () => {
        reject(reasonOf(signal));
      });
    });
    // It is waited for only while something else is.
    this.#stopped.catch(() => undefined);
    this.#deadline = setTimeout(
      () => {
        this.#stop("deadline");
      },
      milliseconds(limits.until - clock()),
    );
    this.heard();
    if (limits.signal?.aborted === true) {
      this.#stop("cancelled");
    } else {
      limits.signal?.addEventListener("abort", this.#cancel, { once: true });
    }
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /**
   * Wait for a promise, but no longer than the exchange may go on: an injected `fetch` may know no
   * signals.
   */
  async during<T>(promise: Promise<T>): Promise<T> {
    return await Promise.race([promise, this.#stopped]);
  }

  /** Begin to wait for the next bytes. */
  heard(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      this.#stop("silence");
    }, milliseconds(this.limits.timeout));
  }

  /** Refuse to begin where there is no time, or no wish, left. */
  check(): void {
    if (this.#why === "cancelled") {
      throw this.#cancelled(false);
    }
    if (this.clock() >= this.limits.until) {
      throw new DeadlineExceeded("the time for the call was over before it could be sent");
    }
  }

  /**
   * Return what a failure is: the end that we put to the exchange, or what it says itself.
   *
   * @param silence - What is said where the server was silent for too long.
   * @param word - Our word for what was thrown.
   */
  over(silence: string, word: () => AstrowireError): AstrowireError {
    if (this.#why === "cancelled") {
      return this.#cancelled(true);
    }
    if (this.#why === "deadline") {
      return new DeadlineExceeded("the time for the call is over");
    }
    const found = this.#why === "silence" ? new Ambiguous(silence) : word();
    const isTimely = this.clock() < this.limits.until;
    if (isTimely || !(found instanceof Ambiguous || found instanceof NotSent)) {
      return found;
    }
    const { retrySafe } = found;
    return new DeadlineExceeded(`the time for the call is over: ${found.message}`, {
      retrySafe,
      cause: found,
    });
  }

  /** End the exchange, whatever of it goes on. */
  abandon(): void {
    this.#controller.abort();
  }

  /** Let go of everything. */
  end(): void {
    clearTimeout(this.#deadline);
    clearTimeout(this.#silence);
    this.limits.signal?.removeEventListener("abort", this.#cancel);
  }

  #cancelled(mayHaveActed: boolean): Cancelled {
    return new Cancelled("the call was cancelled", {
      cause: reasonOf(this.limits.signal),
      mayHaveActed,
    });
  }

  #stop(why: "deadline" | "silence" | "cancelled"): void {
    this.#why ??= why;
    this.#controller.abort();
  }
}

function milliseconds(seconds: number): number {
  return Math.min(LONGEST, Math.max(0, seconds * 1000));
}

/** Read the whole body of a response. */
async function whole(
  response: Response,
  request: HttpRequest,
  most: number,
  watch: Watch,
): Promise<HttpResponse> {
  const { status } = response;
  const arrived: Arrived = { chunks: [], size: 0 };
  const reader = response.body?.getReader();
  try {
    const limit = limitOf(response, most);
    if (reader !== undefined) {
      await receive(reader, limit, watch, arrived);
    }
  } catch (error) {
    const silence = `the body stopped after ${String(arrived.size)} bytes`;
    const found =
      error instanceof AstrowireError
        ? error
        : watch.over(silence, () => brokenOff(error, arrived.size, request.url));
    found.status = status;
    // Nobody reads the rest: neither what `fetch` would still receive, nor what a `fetch` without
    // signals has.
    watch.abandon();
    reader?.cancel().catch(() => undefined);
    throw found;
  }
  return { status, headers: Object.fromEntries(response.headers), body: joined(arrived) };
}

/** What has arrived of a body. */
interface Arrived {
  readonly chunks: Uint8Array[];
  size: number;
}

/** Read until the end, or until there is more than may be. */
async function receive(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  limit: number,
  watch: Watch,
  arrived: Arrived,
): Promise<void> {
  for (;;) {
    const { done, value } = await watch.during(reader.read());
    if (done) {
      return;
    }
    watch.heard();
    arrived.size += value.length;
    if (arrived.size > limit) {
      throw new BodyTooLarge(`the body has more than ${String(limit)} bytes`);
    }
    arrived.chunks.push(value);
  }
}

/** Return how many bytes of this body are accepted, after unpacking. */
function limitOf(response: Response, most: number): number {
  const encodings = (response.headers.get("content-encoding") ?? "")
    .toLowerCase()
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "" && each !== "identity");
  const strange = encodings.find((each) => !ENCODINGS.has(each));
  if (strange !== undefined) {
    const what = `the body is encoded as ${shownValue(strange)}, which was not asked for`;
    throw new Malformed(what, { mayHaveActed: true });
  }
  const declared = response.headers.get("content-length") ?? "";
  if (!/^[0-9]+$/.test(declared)) {
    return most;
  }
  if (Number(declared) > most) {
    throw new BodyTooLarge(
      `the body has ${shownValue(declared)} bytes, at most ${String(most)} are accepted`,
    );
  }
  return encodings.length === 0 ? most : Math.min(most, Math.max(FREE, RATIO * Number(declared)));
}

function joined({ chunks, size }: Arrived): Uint8Array {
  const [first] = chunks;
  if (chunks.length === 1 && first !== undefined) {
    return first;
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}

/** Let go of a body that nobody reads. */
function discard(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}
