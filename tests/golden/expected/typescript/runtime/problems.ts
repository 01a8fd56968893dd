/** What is wrong with a value, where, and what to do about it. */

import { shown } from "./display.js";

/** Characters of a pointer that are shown; the names in it may be a server's. */
const LONGEST_PLACE = 300;

/** One complaint about one place of a document or of the arguments of a call. */
export interface Problem {
  /** JSON Pointer (RFC 6901) of the place; `""` is the whole value. */
  readonly pointer: string;
  /** The keyword or rule that was broken, for example `type` or `at_least_one_of`. */
  readonly rule: string;
  /** One sentence that names the value and says what would be right. */
  readonly message: string;
}

/** The JSON Pointer of a path of member names and indexes. */
export function pointer(path: readonly (string | number)[]): string {
  return path
    .map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

/** A problem in one line of text. */
export function told(problem: Problem): string {
  const place = shown(problem.pointer, LONGEST_PLACE) || "(the whole value)";
  return `${place}: ${problem.message} [${problem.rule}]`;
}

/** The first problems as lines of text, saying how many more there are. */
export function listing(problems: readonly Problem[], most = 8): string {
  const lines = problems.slice(0, most).map((each) => `  ${told(each)}`);
  if (problems.length > most) {
    lines.push(`  … and ${String(problems.length - most)} more`);
  }
  return lines.join("\n");
}
