/** Calls with more items than a service takes at once: cut into slices, their results joined. */

import type { Batch } from "./operation.js";

/** Return the arguments of each call: one for each slice of the items that are too many. */
export function slices<Arguments extends object>(
  batch: Batch | null,
  args: Arguments,
): readonly Arguments[] {
  const given = batch && (args as Readonly<Record<string, unknown>> | null)?.[batch.argument];
  if (batch === null || !Array.isArray(given) || given.length <= batch.size) {
    return [args];
  }
  const count = Math.ceil(given.length / batch.size);
  return Array.from({ length: count }, (_, at) => ({
    ...args,
    [batch.argument]: given.slice(at * batch.size, (at + 1) * batch.size) as unknown[],
  }));
}

/** Join the results of several slices: objects by key, lists in order. */
export function merged<Result>(parts: readonly Result[]): Result {
  if (parts.every((each) => Array.isArray(each))) {
    return parts.flat() as Result;
  }
  // Own members, whatever their names: a spread does not take `__proto__` for a parent.
  return parts.reduce((whole, part) => ({ ...whole, ...part }));
}
