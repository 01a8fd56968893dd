/** Rules between arguments, each refused in words. */

import { shownValue } from "./display.js";
import type { Problem } from "./problems.js";

/** Arguments by name. */
export type Named = Readonly<Record<string, unknown>>;

/** Says what is wrong between arguments, or `null`. */
export type Rule = (args: Named) => Problem | null;

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined;
}

/** One of the arguments must be given. */
export function atLeastOneOf(...names: string[]): Rule {
  return (args) =>
    names.some((name) => isGiven(args[name]))
      ? null
      : {
          pointer: "",
          rule: "at_least_one_of",
          message: `at least one of ${names.join(", ")} is needed`,
        };
}

/** The arguments exclude each other. */
export function atMostOneOf(...names: string[]): Rule {
  return (args) => {
    const given = names.filter((name) => isGiven(args[name]));
    const last = given.at(-1);
    return last === undefined || given.length === 1
      ? null
      : {
          pointer: `/${last}`,
          rule: "at_most_one_of",
          message: `${given.join(" and ")} exclude each other; give one of them`,
        };
  };
}

/** An argument means something only together with another. */
export function goesWith(argument: string, other: string): Rule {
  return (args) =>
    !isGiven(args[argument]) || isGiven(args[other])
      ? null
      : {
          pointer: `/${argument}`,
          rule: "goes_with",
          message: `${argument} means something only together with ${other}`,
        };
}

/** A word that must not stand in an argument, in any case. */
export function never(argument: string, word: string, because: string): Rule {
  return (args) => {
    for (const text of [args[argument]].flat()) {
      if (typeof text === "string" && text.toLowerCase().includes(word.toLowerCase())) {
        const message = `${argument} must not hold ${shownValue(text)}: ${because}`;
        return { pointer: `/${argument}`, rule: "never", message };
      }
    }
    return null;
  };
}

/** An argument (or one value of it) goes only with certain values of another. */
export function needs(
  argument: string,
  value: string | null,
  other: string,
  ...values: string[]
): Rule {
  return (args) => {
    const given = args[argument];
    const found = args[other];
    if (!isGiven(given) || (value !== null && given !== value)) {
      return null;
    }
    if (typeof found === "string" && values.includes(found)) {
      return null;
    }
    const allowed = values.map((word) => `'${word}'`).join(" or ");
    const what = value === null ? argument : `${argument}='${value}'`;
    const message = `${what} needs ${other} to be ${allowed}, it is ${shownValue(found)}`;
    return { pointer: `/${argument}`, rule: "needs", message };
  };
}
