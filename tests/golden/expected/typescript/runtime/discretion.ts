/** What a call is called in messages, and how secrets are kept out of them. */

import { CUT, shownValue } from "./display.js";
import { type AstrowireError, reword, SchemaMismatch } from "./errors.js";
import type { AnyOperation } from "./operation.js";

/** Stands for a secret in what is said. */
const HIDDEN = "***";
/** Characters of a secret that are hidden where it is cut off; fewer say nothing. */
const SHORTEST = 3;

/** Return the arguments for a message, without secrets and what is as usual. */
export function redacted(operation: AnyOperation, args: unknown): string {
  if (typeof args !== "object" || args === null) {
    return `${operation.name}(...)`;
  }
  const known = new Map(operation.parameters.map((each) => [each.name, each]));
  const words = Object.entries(args)
    .filter(
      ([name, given]) =>
        given !== undefined && given !== null && given !== known.get(name)?.default,
    )
    // What stands under a name that is unknown may be a secret under a misspelt one.
    .map(([name, given]) => {
      const isOpen = known.get(name)?.secret === false;
      return `${shownValue(name, 60).slice(1, -1)}=${isOpen ? shownValue(given, 60) : HIDDEN}`;
    });
  return `${operation.name}(${words.join(", ")})`;
}

/** Take secrets out of what an error says: servers like to repeat what they were asked. */
export function hide(error: AstrowireError, secrets: readonly string[]): void {
  if (secrets.length === 0) {
    return;
  }
  const hidden = (text: string): string => withoutThem(text, secrets);
  reword(error, hidden);
  error.excerpt = hidden(error.excerpt);
  if (error instanceof SchemaMismatch) {
    error.problems = error.problems.map((each) => ({ ...each, message: hidden(each.message) }));
  }
}

function withoutThem(text: string, secrets: readonly string[]): string {
  let safe = text;
  for (const secret of secrets) {
    safe = safe.replaceAll(secret, HIDDEN);
    // What a server says is cut off somewhere, and that may be in the middle.
    for (let length = secret.length - 1; length >= SHORTEST; length--) {
      safe = safe.replaceAll(secret.slice(0, length) + CUT, HIDDEN + CUT);
    }
  }
  return safe;
}
