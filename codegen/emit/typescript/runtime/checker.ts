/**
 * Every problem of a value, by its schema.
 *
 * The checker is slow and complete. It explains what a generated check refused. Its verdict equals that
 * of any JSON Schema 2020-12 validator on the same document; of several alternatives it explains the one
 * that was meant.
 */

import { shownValue } from "./display.js";
import { isObject, lengthOf, type JsonObject } from "./guards.js";
import { pointer, type Problem } from "./problems.js";
import type { Kind, Schema } from "./schema.js";

type Path = readonly (string | number)[];

const LONE_SURROGATE = /\p{Surrogate}/u;
const NOUNS: Readonly<Record<string, string>> = {
  string: "a string",
  integer: "an integer",
  number: "a number",
  boolean: "true or false",
  null: "null",
  array: "an array",
  object: "an object",
};

/** The problems of a value under a schema, ordered by place; `[]` if it is valid. */
export function problemsOf(schema: Schema, value: unknown): Problem[] {
  const found = new Map<string, Problem>();
  for (const each of check(schema, value, [])) {
    found.set(JSON.stringify([each.pointer, each.rule, each.message]), each);
  }
  return [...found.values()].sort(
    (left, right) =>
      compared(left.pointer, right.pointer) ||
      compared(left.rule, right.rule) ||
      compared(left.message, right.message),
  );
}

function compared(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

function check(schema: Schema, value: unknown, path: Path): Problem[] {
  if (schema.type !== undefined) {
    const kinds = typeof schema.type === "string" ? [schema.type] : schema.type;
    if (!kinds.some((kind) => isKind(kind, value))) {
      return [typeProblem(kinds, value, path)];
    }
  }
  const found = scalarProblems(schema, value, pointer(path));
  if (Array.isArray(value)) {
    found.push(...arrayProblems(schema, value, path));
  } else if (isObject(value)) {
    found.push(...objectProblems(schema, value, path));
  }
  for (const each of schema.allOf ?? []) {
    found.push(...check(each, value, path));
  }
  if (schema.anyOf !== undefined) {
    found.push(...anyOfProblems(schema.anyOf, value, path));
  }
  if (schema.not !== undefined && check(schema.not, value, path).length === 0) {
    found.push({ pointer: pointer(path), rule: "not", message: whyNot(schema.not, value) });
  }
  return found;
}

function arrayProblems(schema: Schema, value: readonly unknown[], path: Path): Problem[] {
  const found = sizeProblems(
    [schema.minItems, schema.maxItems],
    ["minItems", "maxItems"],
    value.length,
    "items",
    path,
  );
  const first = schema.prefixItems ?? [];
  first.slice(0, value.length).forEach((each, index) => {
    found.push(...check(each, value[index], [...path, index]));
  });
  const rest = schema.items;
  if (rest === false && value.length > first.length) {
    const message = `expected ${String(first.length)} items and no more, got ${String(value.length)}`;
    found.push({ pointer: pointer(path), rule: "items", message });
  } else if (rest !== undefined && rest !== false) {
    for (let index = first.length; index < value.length; index += 1) {
      for (const each of check(rest, value[index], [...path, index])) {
        found.push(each);
      }
    }
  }
  return found;
}

function objectProblems(schema: Schema, value: JsonObject, path: Path): Problem[] {
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  const found = sizeProblems(
    [schema.minProperties, schema.maxProperties],
    ["minProperties", "maxProperties"],
    names.length,
    "members",
    path,
  );
  for (const name of schema.required ?? []) {
    if (!Object.hasOwn(value, name) || value[name] === undefined) {
      const message = `the member '${name}' is missing`;
      found.push({ pointer: pointer(path), rule: "required", message });
    }
  }
  const members = new Map(Object.entries(schema.properties ?? {}));
  const rest = schema.additionalProperties;
  const pattern = schema.propertyNames?.pattern;
  const keys = pattern === undefined ? null : new RegExp(pattern, "u");
  for (const name of names) {
    const member = members.get(name) ?? rest;
    if (member === false) {
      const message = `'${name}' is not known here`;
      found.push({ pointer: pointer(path), rule: "additionalProperties", message });
      continue;
    }
    if (keys !== null && !members.has(name) && !keys.test(name)) {
      const message = `the key ${shownValue(name)} does not match ${keys.source}`;
      found.push({ pointer: pointer(path), rule: "propertyNames", message });
    }
    if (member !== undefined) {
      for (const each of check(member, value[name], [...path, name])) {
        found.push(each);
      }
    }
  }
  return found;
}

// Alternatives.

function anyOfProblems(schemas: readonly Schema[], value: unknown, path: Path): Problem[] {
  const found: { distance: number; complaints: Problem[] }[] = [];
  for (const each of schemas) {
    const complaints = check(each, value, path);
    if (complaints.length === 0) {
      return [];
    }
    found.push({ distance: distanceOf(each, value, complaints, path), complaints });
  }
  const best = Math.min(...found.map((each) => each.distance));
  const meant = found.filter((each) => each.distance === best);
  const kinds = [...new Set(schemas.flatMap(kindsOf))];
  if (best === 2 && meant.length > 1 && kinds.length > 0) {
    const message = `expected ${either(kinds)}, got ${shownValue(value)}`;
    return [{ pointer: pointer(path), rule: "type", message }];
  }
  return meant[0]?.complaints ?? [];
}

/** How far from being meant an alternative is: 0 its tag fits, 1 its kind fits, 2 neither does. */
function distanceOf(
  schema: Schema,
  value: unknown,
  complaints: readonly Problem[],
  path: Path,
): number {
  const here = pointer(path);
  if (complaints.some((each) => each.pointer === here && each.rule === "type")) {
    return 2;
  }
  const constants = constantsOf(schema);
  if (constants.length > 0 && !constants.some((each) => kindOf(each) === kindOf(value))) {
    return 2;
  }
  const first = schema.allOf?.[0] ?? schema;
  if (first.properties !== undefined && check(first, value, path).length === 0) {
    return 0;
  }
  const tag = schema.prefixItems?.[0];
  const tagged: unknown = Array.isArray(value) ? value[0] : undefined;
  const hasTag = tag !== undefined && "const" in tag && tagged !== undefined;
  return hasTag && check(tag, tagged, path).length === 0 ? 0 : 1;
}

/** The values of a closed set; none where it is another shape. */
function constantsOf(schema: Schema): readonly unknown[] {
  return "const" in schema ? [schema.const] : (schema.enum ?? []);
}

function kindOf(value: unknown): string {
  if (typeof value === "number") {
    return Number.isInteger(value) ? "integer" : "number";
  }
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

function kindsOf(schema: Schema): string[] {
  if (schema.anyOf !== undefined && schema.type === undefined) {
    return schema.anyOf.flatMap(kindsOf);
  }
  if ("const" in schema) {
    return [`=${shownValue(schema.const)}`];
  }
  if (schema.allOf?.[0] !== undefined) {
    return kindsOf(schema.allOf[0]);
  }
  return schema.type === undefined ? [] : [schema.type].flat();
}

// One keyword each.

function typeProblem(kinds: readonly Kind[], value: unknown, path: Path): Problem {
  let message = `expected ${either(kinds)}, got ${shownValue(value)}`;
  if (kinds.includes("string") && typeof value === "number") {
    message += `; write it as text, '${String(value)}'`;
  }
  return { pointer: pointer(path), rule: "type", message };
}

function scalarProblems(schema: Schema, value: unknown, place: string): Problem[] {
  const found: Problem[] = [];
  const put = (rule: string, message: string): void => {
    found.push({ pointer: place, rule, message });
  };
  if ("const" in schema && !isEqual(schema.const, value)) {
    put("const", `expected ${shownValue(schema.const)}, got ${shownValue(value)}`);
  }
  if (schema.enum !== undefined && !schema.enum.some((each) => each === value)) {
    const words = schema.enum.map((each) => shownValue(each)).join(", ");
    put("enum", `${shownValue(value)} is not one of ${words}`);
  }
  if (typeof value === "string") {
    textProblems(schema, value, put);
  } else if (typeof value === "number") {
    if (schema.minimum !== undefined && value < schema.minimum) {
      put("minimum", `${shownValue(value)} is less than ${String(schema.minimum)}`);
    }
    if (schema.maximum !== undefined && value > schema.maximum) {
      put("maximum", `${shownValue(value)} is more than ${String(schema.maximum)}`);
    }
    if (!Number.isFinite(value)) {
      put("type", `${String(value)} is no JSON number`);
    }
  }
  return found;
}

function textProblems(
  schema: Schema,
  value: string,
  put: (rule: string, message: string) => void,
): void {
  const length = lengthOf(value);
  const { minLength, maxLength, pattern } = schema;
  if (minLength !== undefined && length < minLength) {
    const few = `${shownValue(value)} has ${String(length)} characters, at least ${String(minLength)} are needed`;
    put("minLength", value === "" ? "must not be empty" : few);
  }
  if (maxLength !== undefined && length > maxLength) {
    const many = `${shownValue(value)} has ${String(length)} characters, at most ${String(maxLength)} are allowed`;
    put("maxLength", many);
  }
  if (pattern !== undefined && !new RegExp(pattern, "u").test(value)) {
    const words = schema.description;
    const what =
      words === undefined ? "does not match" : `is not what belongs here: ${words} It must match`;
    put("pattern", `${shownValue(value)} ${what} ${pattern}`);
  }
  if (LONE_SURROGATE.test(value)) {
    put("unicode", `${shownValue(value)} holds a lone surrogate and is no valid Unicode text`);
  }
}

function sizeProblems(
  [least, most]: readonly [number | undefined, number | undefined],
  [leastRule, mostRule]: readonly [string, string],
  size: number,
  noun: string,
  path: Path,
): Problem[] {
  const place = pointer(path);
  if (least !== undefined && size < least) {
    const message = `expected at least ${String(least)} ${noun}, got ${String(size)}`;
    return [{ pointer: place, rule: leastRule, message }];
  }
  if (most !== undefined && size > most) {
    const message = `expected at most ${String(most)} ${noun}, got ${String(size)}`;
    return [{ pointer: place, rule: mostRule, message }];
  }
  return [];
}

function isEqual(constant: Schema["const"], value: unknown): boolean {
  if (typeof constant === "object" && constant !== null) {
    return (
      Array.isArray(value) &&
      value.length === constant.length &&
      constant.every((each, index) => value[index] === each)
    );
  }
  return constant === value;
}

function isKind(kind: Kind, value: unknown): boolean {
  switch (kind) {
    case "integer":
      return Number.isInteger(value) || value === Infinity || value === -Infinity;
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    default:
      return typeof value === kind;
  }
}

// Words for people.

function either(kinds: readonly string[]): string {
  const nouns = kinds.map((kind) => NOUNS[kind] ?? kind.replace(/^=/u, ""));
  const last = nouns.pop() ?? "";
  return nouns.length > 0 ? `${nouns.join(", ")} or ${last}` : last;
}

function whyNot(schema: Schema, value: unknown): string {
  return schema.pattern === "\n" || schema.pattern === "\\n"
    ? `${shownValue(value)} must not contain a line break`
    : `${shownValue(value)} is not allowed here`;
}
