/** What an HTTP status other than 200 means. */

import { excerpt } from "./display.js";
import {
  HttpStatusError,
  NotJson,
  RateLimited,
  ServerUnavailable,
  type AstrowireError,
} from "./errors.js";
import type { HttpResponse } from "./http.js";

/** The HTTP status of answers; those that mean failure have it too. */
export const OK = 200;

/** The error that an HTTP status other than 200 deserves. */
export function statusError(response: HttpResponse): AstrowireError {
  const { status } = response;
  const seen = excerpt(response.body);
  const text =
    `the server answered HTTP ${String(status)}` +
    (seen === "" ? " with an empty body" : `: ${seen}`);
  const facts = { status, excerpt: seen };
  if (status === 204) {
    return new NotJson("the server answered HTTP 204, without a body", facts);
  }
  const retryAfter = secondsToWait(headerOf(response, "retry-after"));
  if (status === 429) {
    return new RateLimited(text, { ...facts, retryAfter, retrySafe: true });
  }
  return status >= 500
    ? new ServerUnavailable(text, { ...facts, retryAfter })
    : new HttpStatusError(text, facts);
}

/** A header of a response by its name in lower case. */
export function headerOf(response: HttpResponse, name: string): string | null {
  const found = Object.entries(response.headers).find(([each]) => each.toLowerCase() === name);
  return found?.[1] ?? null;
}

function secondsToWait(text: string | null): number | null {
  if (text === null) {
    return null;
  }
  if (/^[0-9]+$/u.test(text.trim())) {
    return Number(text);
  }
  // Of other texts engines make dates as they like: "-5" is one to some.
  const moment = /^[A-Za-z]{3}, /u.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(moment) ? null : Math.max(0, (moment - Date.now()) / 1000);
}
