/** What operations of all kinds do with arguments, and with answers that are not as promised. */

import { problemsOf } from "./checker.js";
import { shownValue } from "./display.js";
import { RequestInvalid, SchemaMismatch } from "./errors.js";
import { isObject, unseen, type Seen } from "./guards.js";
import type { Batch, Effect, EffectBy, Parameter } from "./operation.js";
import { quoted, type Mutable } from "./codecs.js";
import type { Problem } from "./problems.js";
import type { Named, Rule } from "./rules.js";
import type { Schema } from "./schema.js";
import type { Server } from "./servers.js";

/** Stands for a secret in what is said. */
const HIDDEN = "***";
/** Differences that an error keeps; `validateResponse` finds all. */
const MOST_PROBLEMS = 1000;

/** A generated check: says whether a value is as described, and counts members that are not. */
export type Check = (value: unknown, seen: Seen) => boolean;

/** What is said of every operation. */
export interface Definition {
  readonly service: string;
  readonly name: string;
  readonly effect: Effect;
  readonly effectBy?: EffectBy;
  /** In the order of the documents; what is as usual is left out. */
  readonly parameters: readonly (Pick<Parameter, "name"> & Partial<Parameter>)[];
  readonly rules?: readonly Rule[];
  readonly batch?: Batch;
  readonly maxBody?: number;
  /** The arguments: a quick check, and what explains its refusals. */
  readonly request: { readonly accepts: Check; readonly schema: Schema };
}

/** What else a kind of operations knows of arguments. */
export interface Spelling {
  /** Bring arguments to their one spelling. */
  canonical(args: Mutable): void;
  /** What can't be written. */
  refusals(args: Named): Problem[];
}

/** The parameters with all their facts. */
export function parametersOf(definition: Definition): readonly Parameter[] {
  const usual = { required: false, default: null, secret: false, confirms: false };
  return definition.parameters.map((each) => ({ ...usual, ...each }));
}

/** Service and name, for messages. */
export function titleOf(definition: Definition): string {
  return `${definition.service}.${definition.name}`;
}

/** The effect of a call with these arguments. */
export function effectOf(definition: Definition, args: object): Effect {
  const by = definition.effectBy;
  const isGiven = by !== undefined && ((args as Named)[by.argument] ?? null) !== null;
  return isGiven ? by.given : definition.effect;
}

/** The texts that must not be shown, as they are and as they travel. */
export function secretsOf(definition: Definition, args: object): string[] {
  return definition.parameters
    .filter((each) => each.secret === true)
    .map((each) => (args as Named)[each.name])
    .filter((value) => typeof value === "string" && value !== "")
    .flatMap((value) => [String(value), quoted(String(value)), quoted(quoted(String(value)))]);
}

/** The arguments in their one spelling: defaults filled in, order of the documents. */
function canonicalOf(definition: Definition, spelling: Spelling, given: Named): Mutable {
  const known = definition.parameters.map((each) => each.name);
  const others = Object.entries(given).filter(
    ([name, value]) => !known.includes(name) && value !== undefined,
  );
  const described = definition.parameters.map((each): [string, unknown] => [
    each.name,
    given[each.name] ?? each.default ?? null,
  ]);
  // No assignment: a name such as __proto__ would do something else.
  const filled: Mutable = Object.fromEntries([...described, ...others]);
  spelling.canonical(filled);
  return filled;
}

/** The problems of arguments, and the arguments in their one spelling. */
function examined(
  definition: Definition,
  spelling: Spelling,
  args: unknown,
): { problems: Problem[]; canonical: Mutable } {
  if (!isObject(args)) {
    const message = `the arguments must be an object of names and values, got ${shownValue(args)}`;
    return { problems: [{ pointer: "", rule: "type", message }], canonical: {} };
  }
  const canonical = canonicalOf(definition, spelling, args);
  const isOptional = (name: string): boolean =>
    definition.parameters.some(
      (each) => each.name === name && (each.required !== true || args[name] === undefined),
    );
  const named = Object.fromEntries(
    Object.entries(canonical).filter(([name, value]) => value !== null || !isOptional(name)),
  );
  const { accepts, schema } = definition.request;
  const problems = accepts(named, unseen()) ? [] : problemsOf(schema, named);
  if (problems.length === 0) {
    problems.push(...spelling.refusals(canonical));
  }
  for (const rule of definition.rules ?? []) {
    const problem = rule(canonical);
    if (problem !== null) {
      problems.push(problem);
    }
  }
  return { problems: withoutSecrets(definition, problems, canonical, args), canonical };
}

function withoutSecrets(
  definition: Definition,
  problems: Problem[],
  canonical: Named,
  args: Named,
): Problem[] {
  if (!definition.parameters.some((each) => each.secret === true)) {
    return problems;
  }
  // What was not given is a default, which may be made from a secret.
  const hidden = new Set(
    definition.parameters
      .filter((each) => each.secret === true || (args[each.name] ?? null) === null)
      .map((each) => each.name),
  );
  return problems.map((problem) => {
    const name = problem.pointer.split("/")[1] ?? "";
    if (!hidden.has(name)) {
      return problem;
    }
    const value = canonical[name];
    const message = problem.message
      .replaceAll(shownValue(value), HIDDEN)
      .replaceAll(`'${String(value)}'`, HIDDEN);
    return { ...problem, message };
  });
}

/** Every problem of the arguments, `[]` if they are valid. */
export function requestProblems(
  definition: Definition,
  spelling: Spelling,
  args: unknown,
): Problem[] {
  return examined(definition, spelling, args).problems;
}

/**
 * The arguments in their one spelling.
 *
 * @throws RequestInvalid - Every problem is listed.
 */
export function checked(definition: Definition, spelling: Spelling, args: unknown): Named {
  const { problems, canonical } = examined(definition, spelling, args);
  if (problems.length > 0) {
    throw new RequestInvalid("these arguments can't be sent:", {
      problems,
      operation: titleOf(definition),
    });
  }
  return canonical;
}

/** Refuse a server that does not offer an operation. */
export function requireOffer(definition: Definition, endpoint: string, server: Server): void {
  if (!Object.hasOwn(server.endpoints, endpoint)) {
    throw new RequestInvalid(
      `the server ${server.title} does not offer ${definition.name}: it has no ${endpoint}`,
      { operation: titleOf(definition) },
    );
  }
}

/** What an answer of another shape deserves. */
export function mismatch(schema: Schema, value: unknown): SchemaMismatch {
  const found = problemsOf(schema, value);
  const kept = found.slice(0, MOST_PROBLEMS);
  const more =
    found.length > MOST_PROBLEMS
      ? ` (the first ${String(MOST_PROBLEMS)} differences are kept)`
      : "";
  return new SchemaMismatch(`the answer has another shape than the service promises${more}:`, {
    problems: kept,
  });
}
