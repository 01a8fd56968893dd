/** The last form of valid answers: what servers write oddly is written plainly. */

import { Malformed } from "./errors.js";
import { unpackedText } from "./envelope.js";
import { isObject } from "./guards.js";
import { MAX_BODY } from "./operation.js";
import { shownValue } from "./display.js";

/** Gives a value its last form; values of other kinds are left as they are. */
export type Form = (value: unknown) => unknown;

const MAGIC = "SQLite format 3\0";

/** Leaves a value as it is. */
export const asIs: Form = (value) => value;

/** One after the other. */
export function inOrder(...forms: readonly Form[]): Form {
  return (value) => forms.reduce((last, each) => each(last), value);
}

function change(owner: object, name: string | number, form: Form): void {
  const parts = owner as Record<string | number, unknown>;
  parts[name] = form(parts[name]);
}

/** Of some members of an object. */
export function members(forms: Readonly<Record<string, Form>>): Form {
  return (value) => {
    if (isObject(value)) {
      for (const [name, form] of Object.entries(forms)) {
        if (Object.hasOwn(value, name)) {
          change(value, name, form);
        }
      }
    }
    return value;
  };
}

/** Of every value of a map. */
export function values(form: Form): Form {
  return (value) => {
    if (isObject(value)) {
      for (const name of Object.keys(value)) {
        change(value, name, form);
      }
    }
    return value;
  };
}

/** Of every item of a list. */
export function items(form: Form): Form {
  return (value) => (Array.isArray(value) ? value.map(form) : value);
}

/** Of the parts of a tuple. */
export function parts(...forms: readonly Form[]): Form {
  return (value) => {
    if (Array.isArray(value)) {
      forms.forEach((form, at) => {
        change(value, at, form);
      });
    }
    return value;
  };
}

/** Of `[true, value]` or `[false, text]`. */
export function pair(whenTrue: Form, whenFalse: Form): Form {
  return (value) => {
    if (Array.isArray(value)) {
      change(value, 1, value[0] === true ? whenTrue : whenFalse);
    }
    return value;
  };
}

/** The same, where the value may come without its pair: then it gets one. */
export function plainPair(whenTrue: Form, whenFalse: Form): Form {
  const ofPair = pair(whenTrue, whenFalse);
  return (value) =>
    Array.isArray(value) && value.length === 2 && typeof value[0] === "boolean"
      ? ofPair(value)
      : [true, whenTrue(value)];
}

/** The empty list, where servers write `[null]` for it. */
export const emptyForNull: Form = (value) =>
  Array.isArray(value) && value.length === 1 && value[0] === null ? [] : value;

/** A list in ascending order. */
export const ascending: Form = (value) =>
  Array.isArray(value) ? [...(value as unknown[])].sort(compared) : value;

function compared(left: unknown, right: unknown): number {
  if (Array.isArray(left) && Array.isArray(right)) {
    for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
      const order = compared(left[at], right[at]);
      if (order !== 0) {
        return order;
      }
    }
    return left.length - right.length;
  }
  if (typeof left === "number" && typeof right === "number") {
    return left - right;
  }
  return String(left) < String(right) ? -1 : Number(String(left) > String(right));
}

/** The bytes of a SQLite database that is base64 of zlib in a text. */
export const database: Form = (value) => {
  if (typeof value !== "string") {
    return value;
  }
  const content = unpackedText(value, MAX_BODY);
  const begins = String.fromCharCode(...content.subarray(0, MAGIC.length));
  if (begins !== MAGIC) {
    const message = `the packed result is no SQLite database; it begins ${shownValue(begins)}`;
    throw new Malformed(message);
  }
  const size = pageSize(content);
  if (size === null || content.length % size !== 0) {
    const length = String(content.length);
    throw new Malformed(`the SQLite database is cut off or damaged: ${length} bytes`);
  }
  return content;
};

const HEADER = 100;

/** The size of a page as the header says it (1 stands for 65536), or `null` if that is none. */
function pageSize(content: Uint8Array): number | null {
  const said = content.length >= HEADER ? (content[16] ?? 0) * 256 + (content[17] ?? 0) : 0;
  const size = said === 1 ? 65536 : said;
  return size >= 512 && (size & (size - 1)) === 0 ? size : null;
}
