/** Text that came from elsewhere, made safe to print: bounded, on one line, without control characters. */

const EXCERPT = 200;
const UNPRINTABLE = /[\p{C}\p{Z}]/u;

/** The text with everything unprintable escaped and the end cut off. */
export function shown(text: string, limit = EXCERPT): string {
  const characters = Array.from(text.slice(0, limit * 2)).slice(0, limit);
  const cut = characters.join("");
  const safe = UNPRINTABLE.test(cut) ? characters.map(escaped).join("") : cut;
  return safe + (text.length > cut.length ? "…" : "");
}

function escaped(character: string): string {
  if (character === " " || !UNPRINTABLE.test(character)) {
    return character;
  }
  const short = { "\n": "\\n", "\r": "\\r", "\t": "\\t" }[character];
  if (short !== undefined) {
    return short;
  }
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) {
    return `\\x${code.toString(16).padStart(2, "0")}`;
  }
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, "0")}` : `\\u{${code.toString(16)}}`;
}

/** The beginning of a body, readable whatever its bytes are. */
export function excerpt(body: Uint8Array, limit = EXCERPT): string {
  return shown(new TextDecoder().decode(body.subarray(0, 4 * limit + 4)), limit);
}

/** A short, safe form of a value, for messages. */
export function shownValue(value: unknown, limit = 80): string {
  if (typeof value === "string") {
    return shown(`'${value.slice(0, limit * 2)}'`, limit);
  }
  if (typeof value === "object" && value !== null) {
    return shown(written(value), limit);
  }
  return shown(String(value), limit);
}

function written(value: object): string {
  try {
    return JSON.stringify(value);
  } catch {
    return "an object that has no JSON form";
  }
}
