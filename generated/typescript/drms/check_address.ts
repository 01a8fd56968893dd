// Generated from spec/drms/check_address.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import { isInteger, isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import type { Open, Schema } from "../runtime/schema.js";

const EMAIL_PATTERN = /^[^\n\r]*$/u;

/** Words that are known; others may come. */
export type AddressCheckMsg = Open<
  | "Your email address has not been registered for use with the export system - starting registration process. You will receive an email address from user jsoc. Please reply to this email message within N minutes without modifying the body."
  | "Email address is valid and registered."
  | "Email-address registration is pending. Please wait and try again later."
  | "email address has been neither validated nor registered"
  | "Unknown error"
  | "Missing required argument 'address'."
  | "Not a valid email address."
  | "Unable to send email message to address to confirm address."
  | "unable to locate DRMS parameters file (drmsparams.py)"
  | "unexpected number of rows returned: ..."
  | "unable to connect to the database"
  | "cannot insert row into address table; confirmation X already exists"
>;

/**
 * What the server knows of the address.
 *
 * Source: seed, checkAddress.py, rec 2020, netdrms observed.
 */
export interface AddressCheck {
  /** 2 registered, 3 pending, 4 unknown, 1 registration started; negative numbers are errors. */
  readonly status: number;
  /** The same in words. */
  readonly msg: AddressCheckMsg | null;
  /** Number of the export user; -1 when unknown, null after an error, absent on servers of 2020. */
  readonly user_id?: number | null;
}

/** Whether a value is of the type `AddressCheck`. */
export function isAddressCheck(value: unknown, seen: Seen = unseen()): value is AddressCheck {
  if (!isObject(value)) {
    return false;
  }
  let known = 2;
  if (!isInteger(value.status)) {
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

/** Explains why a value is not of the type `AddressCheck`. */
export const AddressCheckSchema: Schema = {
  type: "object",
  required: ["status", "msg"],
  properties: {
    status: { type: "integer" },
    msg: { type: ["string", "null"] },
    user_id: { type: ["integer", "null"] },
  },
};

/** Arguments of `checkAddress`. */
export interface CheckAddressArguments {
  /** The e-mail address, on one line. */
  readonly email: string;
}

/** What `checkAddress` comes to. */
export type CheckAddressResult = AddressCheck;

/** Whether a value is arguments of `checkAddress`, rules between them apart. */
export function isCheckAddressArguments(value: unknown): value is CheckAddressArguments {
  if (!isObject(value)) {
    return false;
  }
  if (
    typeof value.email !== "string" ||
    !EMAIL_PATTERN.test(value.email) ||
    value.email.includes("\n")
  ) {
    return false;
  }
  if (sizeOf(value) !== 1) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["email"],
  properties: {
    email: {
      type: "string",
      pattern: "^[^\\n\\r]*$",
      not: { type: "string", pattern: "\\n" },
      description: "The e-mail address, on one line.",
    },
  },
  additionalProperties: false,
};

/**
 * Ask whether an e-mail address is registered for data exports.
 *
 * Exports need a registered address. This call only asks; it never registers an address and sends
 * no mail. The answer is always returned, whatever its status; only 2 means that the address can be
 * used.
 *
 * | status | meaning |
 * |---|---|
 * | 2 | registered |
 * | 3 | registration pending, the confirmation mail has not been answered yet |
 * | 4 | unknown |
 * | 1 | registration started (never for this call) |
 * | -1 | unspecified error |
 * | -2 | no valid address |
 * | -3 | the confirmation mail could not be sent |
 * | -4 | the server's parameters are missing |
 * | -5 | a database command failed |
 * | -6 | no database |
 * | -7 | the confirmation code exists already |
 *
 * Offered by JSOC, JSOC, with internal series.
 *
 * Source: seed, client json.py, checkAddress.py.
 *
 * @example
 * ```ts
 * import { checkAddress, SERVERS } from "astrowire/drms";
 *
 * const request = checkAddress.encode({ email: "name@example.com" }, SERVERS.jsoc);
 * console.log(request.method, request.url);
 * ```
 */
export const checkAddress = /* @__PURE__ */ cgiOperation<CheckAddressArguments, CheckAddressResult>(
  {
    service: "drms",
    name: "check_address",
    effect: "read",
    parameters: [{ name: "email", required: true, secret: true }],
    endpoint: "check_address",
    query: [codecs.percent("address", "email"), codecs.fixed("checkonly", "1")],
    charset: "latin-1",
    request: { accepts: isCheckAddressArguments, schema: REQUEST },
    result: { kind: "plain", schema: AddressCheckSchema, accepts: isAddressCheck },
  },
);
