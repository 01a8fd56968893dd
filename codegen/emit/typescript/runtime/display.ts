/**
 * Text that came from elsewhere, made safe to print: bounded, on one line, without control
 * characters.
 */

/** Characters of a text from outside that are shown. */
export const EXCERPT = 200;

/** Stands for the rest of a text. */
export const CUT = "…";

const UNPRINTABLE = /(?! )[\p{C}\p{Z}]/gu;
const AT_SIGNS = /[@\uff20\ufe6b]/;
const SCHEME = /^[\s"']*[A-Za-z][A-Za-z0-9+.-]*:\/\//;

/** Return a text with everything unprintable escaped, except ends of lines. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) =>
    character === "\n" ? character : escaped(character),
  );
}

/**
 * Return a text with everything unprintable escaped and the end cut off.
 *
 * @example
 * ```ts
 * shown("a\u001b[31mb\n"); // 'a\\x1b[31mb\\n'
 * ```
 */
export function shown(text: string, limit: number = EXCERPT): string {
  // Of a long text only the part that may be shown is looked at; no code point has more than two
  // units.
  const points = Array.from(text.slice(0, 2 * limit + 2));
  const safe = points.slice(0, limit).join("").replace(UNPRINTABLE, escaped);
  return points.length > limit ? safe + CUT : safe;
}

function escaped(character: string): string {
  const known = { "\n": "\\n", "\r": "\\r", "\t": "\\t" }[character];
  const code = character.codePointAt(0) ?? 0;
  if (known !== undefined) {
    return known;
  }
  if (code < 0x100) {
    return `\\x${code.toString(16).padStart(2, "0")}`;
  }
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, "0")}` : `\\u{${code.toString(16)}}`;
}

/** Return the beginning of a body, readable whatever its bytes are. */
export function excerpt(body: Uint8Array, limit: number = EXCERPT): string {
  const head = body.subarray(0, 4 * limit + 4);
  return shown(readable(head, head.length < body.length), limit);
}

function readable(bytes: Uint8Array, isCut: boolean): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, {
      stream: isCut,
    });
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  }
}

/**
 * Return a short, safe text for any value, for messages.
 *
 * @example
 * ```ts
 * shownValue({ count: [1, "two"] }); // '{"count":[1,"two"]}'
 * ```
 */
export function shownValue(found: unknown, limit = 80): string {
  try {
    return shown(written(found, 2 * limit), limit);
  } catch {
    // Somebody's object may do anything when it is looked at.
    return `a ${typeof found}`;
  }
}

/** Write a value much as JSON does, and stop soon after `room` characters: it may be very large. */
function written(found: unknown, room: number): string {
  switch (typeof found) {
    case "string":
      return JSON.stringify(found.slice(0, room));
    case "bigint":
    case "number":
    case "boolean":
    case "undefined":
      return String(found);
    case "object":
      return found === null ? "null" : writtenParts(found, room);
    default:
      return `a ${typeof found}`;
  }
}

function writtenParts(found: object, room: number): string {
  const isList = Array.isArray(found);
  if (!isList && !isPlain(found)) {
    return `a ${kindOf(found)}`;
  }
  if (room <= 0) {
    return CUT;
  }
  let text = "";
  for (const key of isList ? found.keys() : Object.keys(found)) {
    if (text.length >= room) {
      break;
    }
    const name = isList ? "" : `${written(key, room)}:`;
    const part = written(
      (found as Record<string | number, unknown>)[key],
      room - text.length - name.length - 1,
    );
    text += `${text && ","}${name}${part}`;
  }
  return isList ? `[${text}]` : `{${text}}`;
}

function isPlain(found: object): boolean {
  const parent: unknown = Object.getPrototypeOf(found);
  return parent === null || parent === Object.prototype;
}

function kindOf(found: object): string {
  const name = (found as { constructor?: { name?: unknown } }).constructor?.name;
  return typeof name === "string" && name ? name : "object";
}

/**
 * Return a URL without user name, password and query, however badly it is written.
 *
 * @example
 * ```ts
 * withoutSecrets("http://me:secret@example.org/x?token=y"); // 'http://***@example.org/x?***'
 * ```
 */
export function withoutSecrets(text: string): string {
  const at = lastAt(text);
  const scheme = at < 0 ? "" : (SCHEME.exec(text.slice(0, at))?.[0] ?? "");
  const safe = at < 0 ? text : `${scheme}***${text.slice(at)}`;
  const mark = safe.indexOf("?");
  return mark < 0 || mark === safe.length - 1 ? safe : `${safe.slice(0, mark)}?***`;
}

function lastAt(text: string): number {
  for (let at = text.length - 1; at >= 0; at--) {
    if (AT_SIGNS.test(text.charAt(at))) {
      return at;
    }
  }
  return -1;
}

/** Return what is, or should be, a URL as `shownValue` does, without secrets. */
export function address(found: unknown, limit = 80): string {
  return shownValue(typeof found === "string" ? withoutSecrets(found) : found, limit);
}
