/** Our word for what `fetch`, and what it stands on, say when an exchange fails. */

import { shown } from "./display.js";
import {
  Ambiguous,
  type AstrowireError,
  EnvelopeMismatch,
  type ErrorFacts,
  Malformed,
  NotSent,
  ResponseError,
  TlsError,
  TransportError,
} from "./errors.js";
import { host } from "./redirects.js";

/** Causes of causes that are looked at. */
const DEEPEST = 12;

/** What OpenSSL says of certificates that begins with no word for all of them. */
const CERTIFICATES =
  /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_|INVALID_CA|EPROTO$)/;
const FRAMING =
  /^HPE_(UNEXPECTED_CONTENT_LENGTH|INVALID_CONTENT_LENGTH|INVALID_TRANSFER_ENCODING)$/;
const HEADERS = /^(UND_ERR_HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW)$/;
const PACKING = /^(Z_|ERR__ERROR_FORMAT|ERR_BROTLI|ERR_PADDING|ZSTD_)/;

/** What browsers and programs say with an error, beside its message. */
interface Reason {
  readonly code: string;
  readonly syscall: string;
  readonly message: string;
}

/**
 * Return our word for what happened while connecting, sending, or waiting for the headers.
 *
 * @param error - Whatever was thrown.
 * @param url - That was asked for; its query may hold secrets and is never shown.
 */
export function notAnswered(error: unknown, url: string): AstrowireError {
  const where = host(url);
  const found = reasons(error);
  const facts = { cause: causeOf(error, url) };
  const inside = said(found, url);
  if (found.some(({ code }) => CERTIFICATES.test(code))) {
    const advice = "if an own certificate authority signs it, name its file in NODE_EXTRA_CA_CERTS";
    return new TlsError(`the TLS of ${where} was refused: ${inside}; ${advice}`, facts);
  }
  if (found.some(neverConnected)) {
    return new NotSent(`${where} can't be reached: ${inside}`, { ...facts, retrySafe: true });
  }
  const odd = oddAnswer(found, where, facts);
  if (odd !== undefined) {
    return odd;
  }
  if (found.some(({ code }) => code !== "")) {
    return new Ambiguous(`the connection to ${where} broke: ${inside}`, facts);
  }
  // Browsers say nothing but this, whether nobody was there, TLS was refused, or the page may not
  // ask there.
  if (error instanceof TypeError) {
    const maybe = "it can't be reached, or does not let pages of other origins ask (CORS)";
    return new Ambiguous(`${where} gave no answer: ${maybe}`, facts);
  }
  return new TransportError(`the exchange with ${where} failed: ${inside}`, facts);
}

/** What is wrong with an answer that is none, or none that HTTP allows. */
function oddAnswer(
  found: readonly Reason[],
  where: string,
  facts: ErrorFacts,
): AstrowireError | undefined {
  const code = found.find((each) => /^(HPE_|UND_ERR_)/.test(each.code))?.code ?? "";
  if (FRAMING.test(code)) {
    const what = `the answer of ${where} says in more than one way where it ends (${code})`;
    return new EnvelopeMismatch(what, { ...facts, mayHaveActed: true });
  }
  if (HEADERS.test(code)) {
    return new ResponseError(`the headers of ${where} are too many or too long`, {
      ...facts,
      mayHaveActed: true,
    });
  }
  // Perhaps something else took the connection this once.
  if (code.startsWith("HPE_")) {
    return new Ambiguous(`${where} does not speak HTTP (${code})`, { ...facts, repeats: 1 });
  }
  return undefined;
}

function neverConnected({ code, syscall }: Reason): boolean {
  return syscall === "connect" || syscall === "getaddrinfo" || code === "UND_ERR_CONNECT_TIMEOUT";
}

/**
 * Return our word for what happened while the body arrived.
 *
 * @param error - Whatever was thrown.
 * @param received - Bytes until then.
 * @param url - That was asked for.
 */
export function brokenOff(error: unknown, received: number, url: string): AstrowireError {
  const found = reasons(error);
  const inside = said(found, url);
  const facts = { cause: causeOf(error, url) };
  if (found.some(({ code }) => PACKING.test(code))) {
    const what = `the body can't be unpacked: ${inside}`;
    return new Malformed(what, { ...facts, mayHaveActed: true });
  }
  return new Ambiguous(`the body broke off after ${String(received)} bytes: ${inside}`, facts);
}

/** Return an error and what is underneath, by whatever property. */
function reasons(error: unknown): Reason[] {
  const todo: unknown[] = [error];
  const seen = new Set<unknown>();
  while (todo.length > 0 && seen.size < DEEPEST) {
    const each = todo.shift();
    if (typeof each !== "object" || each === null || seen.has(each)) {
      continue;
    }
    seen.add(each);
    todo.push(property(each, "cause"));
    const several = property(each, "errors");
    if (Array.isArray(several)) {
      todo.push(...(several as unknown[]).slice(0, DEEPEST));
    }
  }
  return [...seen].map((each) => ({
    code: textOf(each, "code"),
    syscall: textOf(each, "syscall"),
    message: textOf(each, "message"),
  }));
}

function property(of: unknown, name: string): unknown {
  return (of as Record<string, unknown>)[name];
}

function textOf(of: unknown, name: string): string {
  const found = property(of, name);
  return typeof found === "string" ? found : "";
}

/**
 * What the innermost reason with a code says, or the code; other messages may repeat the whole URL.
 */
function said(found: readonly Reason[], url: string): string {
  const inner = found.findLast(({ code }) => code !== "");
  if (inner === undefined) {
    return "no reason was given";
  }
  return shown(
    inner.message !== "" && !tells(inner.message, url) ? inner.message : inner.code,
    160,
  );
}

/** The cause that may be kept: none that holds the query, which may hold secrets. */
function causeOf(error: unknown, url: string): unknown {
  return reasons(error).some(({ message }) => tells(message, url)) ? undefined : error;
}

function tells(message: string, url: string): boolean {
  const mark = url.indexOf("?");
  return mark >= 0 && mark < url.length - 1 && message.includes(url.slice(mark + 1));
}
