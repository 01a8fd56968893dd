/** Attributes of errors that are read from texts of their answers. */

import { isObject } from "./guards.js";

function textOf(answer: unknown, member: string): string {
  const found = isObject(answer) && Object.hasOwn(answer, member) ? answer[member] : "";
  return typeof found === "string" ? found : "";
}

/** The first place in a text of an answer that has a pattern, or `null`. */
export function first(pattern: RegExp, answer: unknown, member: string): string | null {
  return pattern.exec(textOf(answer, member))?.[0] ?? null;
}

/** All places in a text of an answer that have a pattern. */
export function every(pattern: RegExp, answer: unknown, member: string): string[] {
  const everywhere = new RegExp(pattern.source, "gu");
  return Array.from(textOf(answer, member).matchAll(everywhere), (found) => found[0]);
}
