/**
 * Wire codecs: how arguments become the members of a CGI query.
 *
 * Each codec names the arguments that it takes, and refuses what a reader of its text could not give
 * back. `canonical` fills defaults and settles spelling; `encode` writes canonical arguments.
 */

import { shownValue } from "./display.js";
import { isObject } from "./guards.js";
import { asciiJson, printed, wholeNumber } from "./numbers.js";
import type { Problem } from "./problems.js";
import type { Named } from "./rules.js";
import type { Scalar } from "./schema.js";
import type { Server } from "./servers.js";

/** Arguments that are being brought to their one spelling. */
export type Mutable = Record<string, unknown>;

/** One member of the query. */
export interface Member {
  readonly name: string;
  /** It is sent as a file; the whole query is then a form of parts. */
  readonly isFile?: boolean;
  /** Bring this member's arguments to their one spelling, with defaults filled in. */
  canonical?(args: Mutable): void;
  /** What a reader could not give back. */
  refusals?(args: Named): Problem[];
  /** The member's text, or `null` where nothing is sent. */
  encode(args: Named, server: Server): string | null;
}

/** What is meant when an argument is not given, told by the others. */
export type Default = (args: Named) => string | null;

const BETWEEN_WORDS =
  // eslint-disable-next-line no-control-regex -- these are blanks to the documents' client
  /[\t-\r\u{1C}-\u{20}\u{85}\u{A0}\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000},]+/u;

function given(args: Named, name: string): unknown {
  return args[name] ?? null;
}

/** Always the same text. */
export function fixed(name: string, value: string): Member {
  return { name, encode: () => value };
}

/** A setting of the server; a server without it is sent nothing. */
export function setting(name: string, key: string): Member {
  return { name, encode: (_, server) => server.settings[key] ?? null };
}

/** A default: the part of another argument before a separator. */
export function before(argument: string, separator: string): Default {
  return (args) => {
    const other = given(args, argument);
    return typeof other === "string" ? (other.split(separator)[0] ?? "") : null;
  };
}

/** A default that depends on the value of another argument. */
export function byCase(
  argument: string,
  cases: Readonly<Record<string, string>>,
  otherwise: string,
): Default {
  return (args) => {
    const other = given(args, argument);
    const key = typeof other === "string" ? other.toLowerCase() : "";
    return (Object.hasOwn(cases, key) ? cases[key] : null) ?? otherwise;
  };
}

function asText(value: unknown): string | null {
  if (value === null || value === false) {
    return null;
  }
  return typeof value === "string" ? value : value === true ? "True" : printed(value);
}

/** The argument as it is; false: nothing. */
export function text(name: string, argument: string, byDefault?: Default): Member {
  return {
    name,
    canonical: (args) => {
      args[argument] = given(args, argument) ?? byDefault?.(args) ?? null;
    },
    encode: (args) => asText(given(args, argument)),
  };
}

/** A word in any case; lower-cased. */
export function lower(name: string, argument: string, byDefault?: Default): Member {
  return {
    name,
    canonical: (args) => {
      const word = given(args, argument) ?? byDefault?.(args) ?? null;
      args[argument] = typeof word === "string" ? word.toLowerCase() : word;
    },
    encode: (args) => asText(given(args, argument)),
  };
}

/** The argument as the content of a file that is uploaded. */
export function file(name: string, argument: string): Member {
  return { name, isFile: true, encode: (args) => asText(given(args, argument)) };
}

/** A whole number in decimal digits. */
export function integer(name: string, argument: string): Member {
  return {
    name,
    encode: (args) => {
      const value = given(args, argument);
      return value === null ? null : wholeNumber(Number(value));
    },
  };
}

/** Whole numbers joined by commas. */
export function integers(name: string, argument: string): Member {
  return {
    name,
    encode: (args) => {
      const numbers = given(args, argument);
      return Array.isArray(numbers)
        ? numbers.map((each) => wholeNumber(Number(each))).join(",")
        : null;
    },
  };
}

/** A number, with all the digits that it has. */
export function number(name: string, argument: string): Member {
  return {
    name,
    encode: (args) => {
      const value = given(args, argument);
      return value === null ? null : printed(value);
    },
  };
}

/** The argument as JSON without blanks. */
export function jsonText(name: string, argument: string): Member {
  return {
    name,
    encode: (args) => {
      const value = given(args, argument);
      return value === null ? null : asciiJson(value);
    },
  };
}

/** `1` for true; nothing for false. */
export function flag(name: string, argument: string): Member {
  return {
    name,
    canonical: (args) => {
      args[argument] = given(args, argument) ?? false;
    },
    encode: (args) => (args[argument] === true ? "1" : null),
  };
}

/** Names joined by commas; a text is split at blanks and commas first. */
export function words(name: string, argument: string): Member {
  return {
    name,
    canonical: (args) => {
      const value = given(args, argument);
      if (typeof value === "string") {
        args[argument] = value.split(BETWEEN_WORDS).filter((word) => word !== "");
      }
    },
    refusals: (args) => {
      const names: unknown[] = [given(args, argument) ?? []].flat();
      return names.flatMap((word, index) =>
        typeof word === "string" && word !== "" && !word.includes(",")
          ? []
          : {
              pointer: `/${argument}/${String(index)}`,
              rule: "words",
              message:
                `${shownValue(word)} can't be one name of a list: names are joined with commas; ` +
                "give several names as several items",
            },
      );
    },
    encode: (args) => {
      const names = given(args, argument);
      return Array.isArray(names) ? names.join(",") : null;
    },
  };
}

/** The text percent-encoded: letters, digits and `_.-~` stand for themselves. */
export function quoted(value: string): string {
  return encodeURIComponent(value).replace(
    /[!'()*]/gu,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The argument percent-encoded once more than the query itself is; the server decodes twice. */
export function percent(name: string, argument: string): Member {
  return {
    name,
    encode: (args) => {
      const value = asText(given(args, argument));
      return value === null ? null : quoted(value);
    },
  };
}

/** One `NAME=value` behind a word. */
export interface Option {
  readonly name: string;
  readonly wire: string;
  readonly default?: string | number;
  /** The spellings that are matched in any case. */
  readonly words?: readonly Scalar[];
}

/** A word that may have options. */
export interface WordWithOptions {
  readonly name: string;
  readonly argument: string;
  /** The argument that holds the options. */
  readonly companion: string;
  /** The words that take options. */
  readonly onlyFor: readonly string[];
  readonly options: readonly Option[];
}

/** A word, and for some words options behind it: `word,NAME=value,…`. */
export function options(of: WordWithOptions): Member {
  const { name, argument, companion, onlyFor, options: known } = of;
  return {
    name,
    canonical: (args) => {
      const word = given(args, argument);
      const spelt = typeof word === "string" ? word.toLowerCase() : word;
      args[argument] = spelt;
      const values = given(args, companion) ?? {};
      if (typeof spelt === "string" && onlyFor.includes(spelt) && isObject(values)) {
        args[companion] = canonicalOptions(known, values);
      }
    },
    refusals: (args) =>
      Object.entries(given(args, companion) ?? {}).flatMap(([option, value]) =>
        typeof value === "string" && value.includes(",")
          ? {
              pointer: `/${companion}/${option}`,
              rule: "options",
              message: `${shownValue(value)} must not hold a comma`,
            }
          : [],
      ),
    encode: (args) => {
      const word = given(args, argument);
      if (word === null) {
        return null;
      }
      const values: unknown = given(args, companion) ?? {};
      const pairs = known.flatMap((option) => {
        const value = isObject(values) ? given(values, option.name) : null;
        return value === null ? [] : `${option.wire}=${printed(value)}`;
      });
      return [printed(word), ...pairs].join(",");
    },
  };
}

function canonicalOptions(known: readonly Option[], values: Named): Mutable {
  const byName = new Map(Object.entries(values).map(([name, each]) => [name.toLowerCase(), each]));
  const filled: Mutable = {};
  for (const option of known) {
    const value = byName.get(option.name) ?? option.default ?? null;
    if (value !== null) {
      filled[option.name] = spelled(value, option);
      byName.delete(option.name);
    }
  }
  const rest = Object.entries(values).filter(
    ([name, each]) => byName.has(name.toLowerCase()) && each !== null && each !== undefined,
  );
  return { ...filled, ...Object.fromEntries(rest) };
}

function spelled(value: unknown, option: Option): unknown {
  if (typeof value !== "string") {
    return value;
  }
  const meant = value.toLowerCase();
  return option.words?.find((word) => String(word).toLowerCase() === meant) ?? value;
}

/** A record limit, and steps behind it: `n=<limit>|step,name=value,…|…`. */
export function steps(name: string, argument: string, limit: string): Member {
  const stepsOf = (args: Named): [string, [string, unknown][]][] =>
    Object.entries(given(args, argument) ?? {}).map(([step, each]) => [
      step,
      Object.entries(isObject(each) ? each : {}),
    ]);
  return {
    name,
    canonical: (args) => {
      const most = given(args, limit);
      args[limit] = most === 0 || most === false ? null : most;
      const value = given(args, argument);
      const isEmpty = isObject(value) && Object.keys(value).length === 0;
      args[argument] = isEmpty || value === false || value === 0 || value === "" ? null : value;
    },
    refusals: (args) =>
      stepsOf(args).flatMap(([step, pairs]) =>
        pairs.flatMap(([option, value]) =>
          stepRefusals(`/${argument}/${step}/${option}`, option, value),
        ),
      ),
    encode: (args) => {
      const parts = stepsOf(args).map(([step, pairs]) =>
        [step, ...pairs.map(([option, value]) => `${option}=${printed(value)}`)].join(","),
      );
      return [`n=${wholeNumber(Number(given(args, limit) ?? 0))}`, ...parts].join("|");
    },
  };
}

function stepRefusals(place: string, name: string, value: unknown): Problem[] {
  const found: Problem[] = [];
  if (/[|,=]/u.test(name)) {
    const message = `the name ${shownValue(name)} must not hold | , or =`;
    found.push({ pointer: place, rule: "steps", message });
  }
  if (typeof value === "string" && /[|,]/u.test(value)) {
    const message = `${shownValue(value)} must not hold | or ,`;
    found.push({ pointer: place, rule: "steps", message });
  }
  return found;
}
