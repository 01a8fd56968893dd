/** What an operation's answer may be: one shape, or arms told apart by a member. */

import type { Check } from "./calls.js";
import { problemsOf } from "./checker.js";
import type { RemoteError } from "./errors.js";
import { isObject, unseen, type Seen } from "./guards.js";
import type { Problem } from "./problems.js";
import type { Scalar, Schema } from "./schema.js";

/** A class of errors that services answer with. */
export type FailureClass = new (message: string, facts: never) => RemoteError;

/** The member that makes an answer mean failure. */
export interface FailureMember {
  readonly member: string;
  /** What it is when all is well; where `isBad`, what it is when not. */
  readonly told: Scalar;
  readonly isBad: boolean;
  readonly error: FailureClass;
}

/** The last form of a value that has been found valid. */
export type Finish = (value: never) => unknown;

/** One shape for every answer. */
export interface Plain {
  readonly kind: "plain";
  readonly schema: Schema;
  readonly accepts: Check;
  readonly failure?: FailureMember;
  readonly finish?: Finish;
}

/** The shape of the answers whose selecting member is one of `when`. */
export interface Arm {
  readonly when: readonly Scalar[];
  readonly accepts: Check;
  /** For failures: the class to throw. */
  readonly error?: FailureClass;
}

/** Answers told apart by the value of one member. */
export interface Select {
  readonly kind: "select";
  readonly schema: Schema;
  readonly member: string;
  readonly arms: readonly Arm[];
  /** Takes every value that no arm lists. */
  readonly otherwise: Omit<Arm, "when">;
  readonly finish?: Finish;
}

/** An answer that is no JSON. */
export interface Opaque {
  readonly kind: "opaque";
  readonly form: "text" | "bytes";
}

/** What a valid answer comes to. */
export interface Found {
  /** `null`: the answer is no failure. */
  readonly error: FailureClass | null;
}

/** What a value comes to, or `null` where it is not of the shape. */
export function found(result: Plain | Select, value: unknown, seen: Seen): Found | null {
  if (result.kind === "plain") {
    return result.accepts(value, seen) ? { error: failureOf(result.failure, value) } : null;
  }
  const arm = armOf(result, value);
  return arm?.accepts(value, seen) === true ? { error: arm.error ?? null } : null;
}

function failureOf(failure: FailureMember | undefined, value: unknown): FailureClass | null {
  if (failure === undefined || !isObject(value)) {
    return null;
  }
  const told = Object.hasOwn(value, failure.member) ? value[failure.member] : null;
  return (told === failure.told) === failure.isBad ? failure.error : null;
}

function armOf(result: Select, value: unknown): Omit<Arm, "when"> | null {
  const tag = isObject(value) ? value[result.member] : undefined;
  if (typeof tag !== "string" && !Number.isInteger(tag)) {
    return null;
  }
  return result.arms.find((arm) => arm.when.some((each) => each === tag)) ?? result.otherwise;
}

/** The value in its last form. */
export function finished(result: Plain | Select, value: unknown): unknown {
  return result.finish === undefined ? value : result.finish(value as never);
}

/** Every problem of an answer, `[]` if it is valid. */
export function answerProblems(result: Plain | Select | Opaque, value: unknown): Problem[] {
  if (result.kind === "opaque") {
    return problemsOf({ type: "string" }, value);
  }
  return found(result, value, unseen()) === null ? problemsOf(result.schema, value) : [];
}
