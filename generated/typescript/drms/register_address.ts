// Generated from spec/drms/register_address.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import { isInteger, isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import type { Schema } from "../runtime/schema.js";
import { RegistrationFailed, UnknownStatus } from "./errors.js";
import { isOtherStatus, OtherStatusSchema } from "./types.js";

const STATUS_WORDS: readonly unknown[] = [1, 2, 3, 4];
const STATUS_WORDS_2: readonly unknown[] = [-1, -2, -3, -4, -5, -6, -7];
const EMAIL_PATTERN = /^[^\n\r]+$/u;

/** A closed set of words. */
export type RegistrationRefusedStatus = -1 | -2 | -3 | -4 | -5 | -6 | -7;

/**
 * How the registration stands now.
 *
 * Source: checkAddress.py.
 */
export interface Registration {
  /**
   * 1 begun, a mail is on its way; 2 registered before; 3 a mail waits for its answer; 4 unknown.
   */
  readonly status: 1 | 2 | 3 | 4;
  /** The same in words. */
  readonly msg: string | null;
  /** Number of the export user; -1 when unknown, absent on servers of 2020. */
  readonly user_id?: number | null;
}

/** Whether a value is of the type `Registration`. */
export function isRegistration(value: unknown, seen: Seen = unseen()): value is Registration {
  if (!isObject(value)) {
    return false;
  }
  let known = 2;
  if (!STATUS_WORDS.includes(value.status)) {
    return false;
  }
  if (typeof value.msg !== "string" && value.msg !== null) {
    return false;
  }
  if (value.user_id !== undefined) {
    if (!isInteger(value.user_id) && value.user_id !== null) {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * Why there is no registration.
 *
 * Source: checkAddress.py.
 */
export interface RegistrationRefused {
  /**
   * -1 unspecified, -2 no valid address, -3 mail, -4 and -6 database, -5 a command, -7 the code.
   */
  readonly status: RegistrationRefusedStatus;
  /** The reason in words. */
  readonly msg?: string | null;
  /** Null as a rule. */
  readonly user_id?: number | null;
}

/** Whether a value is of the type `RegistrationRefused`. */
export function isRegistrationRefused(
  value: unknown,
  seen: Seen = unseen(),
): value is RegistrationRefused {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (!STATUS_WORDS_2.includes(value.status)) {
    return false;
  }
  if (value.msg !== undefined) {
    if (typeof value.msg !== "string" && value.msg !== null) {
      return false;
    }
    known += 1;
  }
  if (value.user_id !== undefined) {
    if (!isInteger(value.user_id) && value.user_id !== null) {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/** Explains why a value is not of the type `Registration`. */
export const RegistrationSchema: Schema = {
  type: "object",
  required: ["status", "msg"],
  properties: {
    status: { enum: [1, 2, 3, 4] },
    msg: { type: ["string", "null"] },
    user_id: { type: ["integer", "null"] },
  },
};

/** Explains why a value is not of the type `RegistrationRefused`. */
export const RegistrationRefusedSchema: Schema = {
  type: "object",
  required: ["status"],
  properties: {
    status: { enum: [-1, -2, -3, -4, -5, -6, -7] },
    msg: { type: ["string", "null"] },
    user_id: { type: ["integer", "null"] },
  },
};

/** Arguments of `registerAddress`. */
export interface RegisterAddressArguments {
  /** The e-mail address, on one line. */
  readonly email: string;
  /** True, to say that the server is to write down the address and to send a mail to it. */
  readonly confirm: true;
  /** Your name, stored with the address. */
  readonly name?: string | null;
  /** Your postal address, stored with the address. */
  readonly snail?: string | null;
}

/** What `registerAddress` comes to. */
export type RegisterAddressResult = Registration;

/** Whether a value is arguments of `registerAddress`, rules between them apart. */
export function isRegisterAddressArguments(value: unknown): value is RegisterAddressArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 2;
  if (
    typeof value.email !== "string" ||
    !EMAIL_PATTERN.test(value.email) ||
    value.email.includes("\n")
  ) {
    return false;
  }
  if (value.confirm !== true) {
    return false;
  }
  if (value.name !== undefined) {
    if (typeof value.name !== "string" && value.name !== null) {
      return false;
    }
    known += 1;
  }
  if (value.snail !== undefined) {
    if (typeof value.snail !== "string" && value.snail !== null) {
      return false;
    }
    known += 1;
  }
  if (sizeOf(value) !== known) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["email", "confirm"],
  properties: {
    email: {
      type: "string",
      pattern: "^[^\\n\\r]+$",
      not: { type: "string", pattern: "\\n" },
      description: "The e-mail address, on one line.",
    },
    confirm: { const: true },
    name: { type: ["string", "null"] },
    snail: { type: ["string", "null"] },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = {
  anyOf: [
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [1, 2, 3, 4] } } },
        RegistrationSchema,
      ],
    },
    {
      allOf: [
        {
          type: "object",
          required: ["status"],
          properties: { status: { enum: [-1, -2, -3, -4, -5, -6, -7] } },
        },
        RegistrationRefusedSchema,
      ],
    },
    {
      allOf: [
        {
          type: "object",
          required: ["status"],
          properties: { status: { not: { enum: [1, 2, 3, 4, -1, -2, -3, -4, -5, -6, -7] } } },
        },
        OtherStatusSchema,
      ],
    },
  ],
};

/**
 * Register an e-mail address for data exports; the server sends a mail to it.
 *
 * An address that the server does not know is noted and sent a mail, which its owner answers
 * without changing it: the answer must hold the code in brackets that the mail brought. Then
 * exports can be ordered. `check_address` asks how things stand and changes nothing.
 *
 * This call is never made twice by itself, whatever becomes of it.
 *
 * In no document; known from the source of the server's programs only. Offered by JSOC, JSOC, with
 * internal series.
 *
 * Source: checkAddress.py, registerAddress.py, web registration.js.
 *
 * @throws RegistrationFailed - The address could not be registered (negative status); the text says
 * why.
 * @throws UnknownStatus - The server answered with a status that no document lists; the whole
 * answer is kept.
 *
 * @example
 * ```ts
 * import { registerAddress, SERVERS } from "astrowire/drms";
 *
 * const request = registerAddress.encode(
 *   { email: "nobody@example.org", confirm: true, name: "Some Body" },
 *   SERVERS.jsoc,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const registerAddress = /* @__PURE__ */ cgiOperation<
  RegisterAddressArguments,
  RegisterAddressResult
>({
  service: "drms",
  name: "register_address",
  effect: "write",
  parameters: [
    { name: "email", required: true, secret: true },
    { name: "confirm", required: true, confirms: true },
    { name: "name", secret: true },
    { name: "snail", secret: true },
  ],
  endpoint: "check_address",
  query: [
    codecs.percent("address", "email"),
    codecs.text("name", "name"),
    codecs.text("snail", "snail"),
  ],
  charset: "latin-1",
  request: { accepts: isRegisterAddressArguments, schema: REQUEST },
  result: {
    kind: "select",
    member: "status",
    schema: RESPONSE,
    arms: [
      { when: [1, 2, 3, 4], accepts: isRegistration },
      {
        when: [-1, -2, -3, -4, -5, -6, -7],
        accepts: isRegistrationRefused,
        error: RegistrationFailed,
      },
    ],
    otherwise: { accepts: isOtherStatus, error: UnknownStatus },
  },
});
