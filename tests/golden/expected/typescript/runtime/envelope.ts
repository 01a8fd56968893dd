/**
 * The JSON-RPC 1.0 envelope: written around calls, checked and taken off answers.
 *
 * Results may come packed (base64 of gzip of JSON) and error texts HTML-escaped; both are undone here,
 * before any schema applies.
 */

import { shown, shownValue } from "./display.js";
import { EnvelopeMismatch, Malformed, RemoteError } from "./errors.js";
import { isObject, type JsonObject } from "./guards.js";
import { inflated } from "./inflate.js";

/** The JSON-RPC dialect of a service. */
export interface Protocol {
  /** Sent and expected in `jsonrpc`. */
  readonly version: string;
  /** Below the server's base URL; the method and the id follow it. */
  readonly path: string;
  /** A result that is an object with the member `marker` is packed in its member `payload`. */
  readonly packed: { readonly marker: string; readonly payload: string } | null;
  /** Error texts are HTML-escaped. */
  readonly htmlEscaped: boolean;
}

/** The `error` of an envelope. */
export interface Fault {
  /** Name of the server's exception. */
  readonly name: string;
  /** The server's number. */
  readonly code: number | null;
  /** The text, un-escaped once and printable. */
  readonly message: string;
  /** Whatever the server adds. */
  readonly data: unknown;
  /** Members that no document describes. */
  readonly extras: Readonly<Record<string, unknown>>;
}

/** The service's `error`; the class of a service stands below this one. */
export class RpcFault extends RemoteError<Fault> {
  /** Name of the server's exception, such as `CrdsLookupError`. */
  get faultName(): string {
    return this.answer.name;
  }

  /** The server's number for it. */
  get code(): number | null {
    return this.answer.code;
  }

  /** Whatever the server adds. */
  get data(): unknown {
    return this.answer.data;
  }
}

const MEMBERS = ["error", "jsonrpc", "id", "result"] as const;

/** What an envelope holds. */
export interface Opened {
  readonly fault: Fault | null;
  readonly id: unknown;
  readonly result: unknown;
}

/**
 * What an envelope holds that was read as plain values.
 *
 * @throws EnvelopeMismatch - It is no object, lacks a member, has another version, or has a fault and a
 * result.
 */
export function opened(protocol: Protocol, plain: unknown): Opened {
  if (!isObject(plain)) {
    throw new EnvelopeMismatch(
      `expected a JSON-RPC envelope (an object), got ${shownValue(plain)}`,
    );
  }
  const missing = MEMBERS.filter((name) => !Object.hasOwn(plain, name));
  const { error = null, result = null, jsonrpc = protocol.version } = plain;
  // The libraries under the servers leave members out where a call went wrong before it was understood.
  const isEarlyFault =
    isObject(error) &&
    result === null &&
    missing.every((name) => name === "jsonrpc" || name === "result");
  if (missing.length > 0 && !isEarlyFault) {
    const isAnonymous = missing.length === 1 && missing[0] === "id";
    throw new EnvelopeMismatch(`the JSON-RPC envelope lacks ${missing.join(", ")}`, {
      repeats: Number(isAnonymous),
      mayHaveActed: isAnonymous,
    });
  }
  if (jsonrpc !== protocol.version) {
    throw new EnvelopeMismatch(
      `expected jsonrpc '${protocol.version}', got ${shownValue(jsonrpc)}`,
    );
  }
  if (error !== null && result !== null) {
    throw new EnvelopeMismatch(
      "the JSON-RPC envelope has both an error and a result; neither can be trusted",
    );
  }
  return { fault: error === null ? null : faultOf(protocol, error), id: plain.id, result };
}

function faultOf(protocol: Protocol, error: unknown): Fault {
  const members: JsonObject = isObject(error) ? error : { message: error };
  const { name, code, message, data = null, ...extras } = members;
  const text = typeof message === "string" ? message : shownValue(error);
  return {
    name: typeof name === "string" ? shown(name, 80) : "",
    code: typeof code === "number" && Number.isInteger(code) ? code : null,
    message: shown(protocol.htmlEscaped ? unescaped(text) : text, 2000),
    data,
    extras,
  };
}

/** The message of a fault, with its name in front. */
export function faultText(fault: Fault): string {
  return fault.name === "" || fault.message.startsWith(`${fault.name}:`)
    ? fault.message
    : `${fault.name}: ${fault.message}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};
const ENTITY = /&(?:#([0-9]+);?|#[xX]([0-9a-fA-F]+);?|(amp|lt|gt|quot);?|(apos);)/gu;

/** A text without HTML's escapes: numbers, and the names of what must be escaped. */
export function unescaped(text: string): string {
  return text.replace(
    ENTITY,
    (_, decimal?: string, hexadecimal?: string, name?: string, apostrophe?: string) => {
      const called = name ?? apostrophe;
      if (called !== undefined) {
        return ENTITIES[called] ?? "";
      }
      const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
      const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : "\u{FFFD}";
    },
  );
}

/** Whether a result is packed. */
export function isPacked(protocol: Protocol, result: unknown): result is JsonObject {
  return (
    protocol.packed !== null && isObject(result) && Object.hasOwn(result, protocol.packed.marker)
  );
}

/**
 * The JSON text of a packed result, at most `most` bytes of it.
 *
 * @throws Malformed - The payload is not base64 of one whole gzip or zlib stream and nothing else.
 * @throws BodyTooLarge - It grows beyond `most` bytes, or to more than a hundred times its size.
 */
export function unpacked(protocol: Protocol, result: JsonObject, most: number): Uint8Array {
  const name = protocol.packed?.payload ?? "";
  const payload = Object.hasOwn(result, name) ? result[name] : undefined;
  if (typeof payload !== "string") {
    throw new Malformed(`a packed result must have a text in '${name}'`);
  }
  return unpackedText(payload, most);
}

/** What a text holds that is base64 of one whole gzip or zlib stream; as `unpacked`. */
export function unpackedText(payload: string, most: number): Uint8Array {
  return inflated(bytesOfBase64(payload), most, "the packed result");
}

const NOT_BASE64 = /[^A-Za-z0-9+/=]/u;

function bytesOfBase64(payload: string): Uint8Array {
  // Some writers of base64 break its lines.
  const text = payload.includes("\n") ? payload.replace(/\s+/gu, "") : payload;
  const padding = text.includes("=") ? text.slice(text.indexOf("=")) : "";
  if (text.length % 4 !== 0 || NOT_BASE64.test(text) || !["", "=", "=="].includes(padding)) {
    throw new Malformed("the packed result can't be unpacked: it is not base64");
  }
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) {
    bytes[at] = binary.charCodeAt(at);
  }
  return bytes;
}
