/** What generated checks are made of. */

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A value as `JSON.parse` gives it. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** How many members a check has met that the description does not know. */
export interface Seen {
  unknown: number;
}

/** A fresh count. */
export function unseen(): Seen {
  return { unknown: 0 };
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a number that JSON has. */
export function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** Whether a value is a whole number; `1.0` is one. */
export function isInteger(value: unknown): value is number {
  return Number.isInteger(value);
}

/** A member that every object seems to have: only if it is the object's own. */
export function own(value: JsonObject, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The number of characters of a text; a character beyond U+FFFF is one. */
export function lengthOf(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length - 1; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0xd800 && code <= 0xdbff) {
      const next = text.charCodeAt(at + 1);
      length -= Number(next >= 0xdc00 && next <= 0xdfff);
    }
  }
  return length;
}

/** Whether a value is a JSON array. */
export function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Whether a value is `[null]`, which some servers write for the empty list. */
export function isNullAlone(value: unknown): boolean {
  return Array.isArray(value) && value.length === 1 && value[0] === null;
}

/**
 * The number of members of an object, counted without making anything: there may be many objects.
 * Names that it only inherits are counted, too, which objects of JSON have none of.
 */
export function sizeOf(value: JsonObject): number {
  let size = 0;
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- a loop has a variable
  for (const _name in value) {
    size += 1;
  }
  return size;
}
