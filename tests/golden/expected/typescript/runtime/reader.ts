/**
 * The strict reader: which bytes are a document, and which value they stand for.
 *
 * A document is JSON in valid UTF-8 (or the service's own charset), without NaN, infinities or numbers
 * out of range, without lone surrogates, nested at most 64 deep. Of duplicate members the last wins, as
 * in every language's parser. Numbers are those of the language: an integer beyond 2^53 is the nearest
 * double, and one that no double is near is out of range.
 */

import { excerpt } from "./display.js";
import { Malformed, NotJson, type ResponseError } from "./errors.js";

/** How deep a document may be nested. */
export const DEPTH = 64;

const JSON_BEGINS = /^[{["\-0-9tfnNI\u{FFFE}\u{FEFF}]/u;
const JSON_BEGIN_BYTES: ReadonlySet<number> = new Set(
  Array.from('{["-0123456789tfnNI\u{EF}\u{FE}\u{FF}', (each) => each.charCodeAt(0)),
);
const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09, 0x0d, 0x0a]);
const SURROGATE_ESCAPE = /\\u[dD][89a-fA-F]/u;
const ESCAPES = /\\(?:u([0-9a-fA-F]{4})|[^u])/gu;
const PIECE = 0x2000;
/** Bytes from which on a text is worth some care. */
const LARGE = 1 << 20;

const strictUtf8 = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The charset of bodies that are not UTF-8; `null`: there are none. */
export type Charset = "latin-1" | "utf-8" | null;

/** A body as text, and the charset that it came in; `null`: it is in neither. */
export interface Text {
  readonly text: string;
  readonly charset: "utf-8" | "latin-1";
}

/** Read the text of a body: UTF-8, else the other charset. */
export function textOf(body: Uint8Array, charset: Charset): Text | null {
  try {
    return { text: largeAscii(body) ?? strictUtf8.decode(body), charset: "utf-8" };
  } catch {
    return charset === "latin-1" ? { text: latin1(body), charset } : null;
  }
}

/** What Node has for bytes, as far as it is used here; releases before 20.16 do not hand it out. */
interface NodeBuffers {
  isAscii(bytes: Uint8Array): boolean;
  readonly Buffer: {
    from(bytes: ArrayBufferLike, start: number, length: number): { latin1Slice(): string };
  };
}

interface Node {
  readonly process?: { getBuiltinModule?(name: "node:buffer"): NodeBuffers | undefined };
}

/**
 * The text of a large body that is ASCII alone, where the platform is Node.
 *
 * Node keeps such a text outside of the heap. One of many megabytes inside of it makes the collector of
 * garbage run as soon as somebody asks for the names of a large object, which takes longer than all checks.
 */
function largeAscii(body: Uint8Array): string | null {
  const node = body.length < LARGE ? undefined : (globalThis as Node).process;
  const buffers = node?.getBuiltinModule?.("node:buffer");
  return buffers?.isAscii(body) === true
    ? buffers.Buffer.from(body.buffer, body.byteOffset, body.length).latin1Slice()
    : null;
}

/** Every byte as the character of that number, which is not what a `TextDecoder` takes Latin-1 for. */
function latin1(body: Uint8Array): string {
  let text = "";
  for (let start = 0; start < body.length; start += PIECE) {
    text += String.fromCharCode(...body.subarray(start, start + PIECE));
  }
  return text;
}

/** The text of a body whatever its bytes are; what is in no charset becomes U+FFFD. */
export function lenientText(body: Uint8Array, charset: Charset): string {
  return textOf(body, charset)?.text ?? new TextDecoder("utf-8", { ignoreBOM: true }).decode(body);
}

/**
 * The plain value of a text. How deep it is nested, and whether its numbers are in range, is for
 * `refuseUnsound` to say: types say as much of what they describe.
 *
 * @throws NotJson, Malformed - The text is no document.
 */
export function parse(text: string, body: Uint8Array): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw noDocument(
      body,
      text,
      error instanceof Error ? error.message : "it can't be read",
      error,
    );
  }
  // Escapes are rare, and a search for two characters is nearly free.
  if (text.includes("\\u") && SURROGATE_ESCAPE.test(text) && hasLoneSurrogate(text)) {
    throw noDocument(body, text, "it has a lone surrogate");
  }
  return value;
}

/** The plain value of a whole body; as `parse`, and as strict as the reader is. */
export function read(body: Uint8Array, charset: Charset = null): unknown {
  const found = textOf(body, charset);
  if (found === null) {
    throw noDocument(body, null, "its text is not valid UTF-8");
  }
  const value = parse(found.text, body);
  refuseUnsound(value, body, found.text);
  return value;
}

/** What a body that is no document deserves. */
export function noDocument(
  body: Uint8Array,
  text: string | null,
  reason: string,
  cause?: unknown,
): ResponseError {
  const seen = excerpt(body);
  const facts = { excerpt: seen, ...(cause === undefined ? {} : { cause }) };
  const start = body.findIndex((byte) => !BLANKS.has(byte));
  if (start < 0) {
    return new NotJson("the body is empty; the server probably died while answering", facts);
  }
  const begins = text === null || text.charCodeAt(start) < 0x80;
  const like = begins
    ? JSON_BEGIN_BYTES.has(body[start] ?? 0)
    : JSON_BEGINS.test(text.slice(start, start + 1));
  return like
    ? new Malformed(`the body is not a JSON document: ${reason}; it begins '${seen}'`, facts)
    : new NotJson(`the body is not JSON; it begins '${seen}'`, facts);
}

/** Whether a JSON text has an escape that is one half of a character, without the other half. */
function hasLoneSurrogate(text: string): boolean {
  let high = -1;
  for (const found of text.matchAll(ESCAPES)) {
    const code = found[1] === undefined ? 0 : Number.parseInt(found[1], 16);
    const isLow = code >= 0xdc00 && code <= 0xdfff;
    const follows = high >= 0 && found.index === high;
    if (isLow !== follows) {
      return true;
    }
    high = code >= 0xd800 && code <= 0xdbff ? found.index + 6 : -1;
    if (high >= 0 && text[high] !== "\\") {
      return true;
    }
  }
  return high >= 0;
}

/**
 * Refuse what is nested too deeply, and numbers out of range.
 *
 * @throws Malformed - With the reason.
 */
export function refuseUnsound(value: unknown, body: Uint8Array, text: string): void {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    const below: unknown[] = [];
    for (const each of level) {
      if (typeof each === "number" && !Number.isFinite(each)) {
        throw noDocument(body, text, "it has a number out of range");
      }
      if (typeof each === "object" && each !== null) {
        if (depth >= DEPTH) {
          throw noDocument(body, text, `it is nested more than ${String(DEPTH)} deep`);
        }
        for (const part of Object.values(each)) {
          below.push(part);
        }
      }
    }
    level = below;
  }
}
