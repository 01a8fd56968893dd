/** Where a redirect may lead: to the same origin, or to the same host with TLS. */

import { shown, shownValue } from "./display.js";
import { RedirectRefused } from "./errors.js";
import type { HttpRequest } from "./http.js";

/** Redirects of one request that are followed. */
export const MOST = 3;

const STATUSES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const SAME_REQUEST: ReadonlySet<number> = new Set([307, 308]);

/** Say whether an HTTP status points elsewhere. */
export function isRedirect(status: number): boolean {
  return STATUSES.has(status);
}

/**
 * Return the request that a redirect asks for.
 *
 * @param request - That was sent.
 * @param status - Of the redirect.
 * @param target - Its Location.
 * @param reads - The request has no effect; else only the statuses are followed that ask for the
 * same request.
 * @throws RedirectRefused - It leads elsewhere, holds a user name, would turn a POST into a GET, or
 * repeat what has an effect.
 */
export function redirected(
  request: HttpRequest,
  status: number,
  target: string,
  reads: boolean,
): HttpRequest {
  if (target === "") {
    throw new RedirectRefused(`HTTP ${String(status)} without a Location`, { status });
  }
  const url = resolved(target, request.url);
  if (url === undefined) {
    const where = shownValue(target.split("?", 1)[0]);
    throw new RedirectRefused(`the server points to ${where}, which is no URL`, { status });
  }
  if (url.username !== "" || url.password !== "" || !isNear(new URL(request.url), url)) {
    const advice = "set baseUrl if that is where it lives now";
    throw new RedirectRefused(`the server points to another origin, ${host(url.href)}; ${advice}`, {
      status,
    });
  }
  const isSame = SAME_REQUEST.has(status);
  if (request.method !== "GET" && !isSame) {
    const what = `HTTP ${String(status)} would turn a ${request.method} into a GET`;
    throw new RedirectRefused(what, { status });
  }
  if (!reads && !isSame) {
    const what = `HTTP ${String(status)} does not say that the same is to be sent again, and it has an effect`;
    throw new RedirectRefused(what, { status });
  }
  return { ...request, url: url.href };
}

function resolved(target: string, base: string): URL | undefined {
  try {
    return new URL(target, base);
  } catch {
    return undefined;
  }
}

/**
 * Whether it is the same origin, or the same with TLS: at the same port, or at the usual one of
 * each.
 */
function isNear(here: URL, there: URL): boolean {
  if (here.protocol === there.protocol) {
    return here.host === there.host && isHttp(there);
  }
  const upgraded = here.protocol === "http:" && there.protocol === "https:";
  return upgraded && here.hostname === there.hostname && here.port === there.port;
}

function isHttp(url: URL): boolean {
  return url.protocol === "http:" || url.protocol === "https:";
}

/**
 * Return where a URL leads, for people: no path, no user name, and no port that goes without
 * saying.
 */
export function host(url: string): string {
  try {
    const parts = new URL(url);
    return shown(`${parts.protocol}//${parts.host}`, 120);
  } catch {
    return "a place that is no URL";
  }
}
