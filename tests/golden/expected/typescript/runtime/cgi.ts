/** Operations of CGI programs: arguments to a query string, a JSON body to a result. */

import {
  checked,
  effectOf,
  mismatch,
  parametersOf,
  requestProblems,
  requireOffer,
  secretsOf,
  titleOf,
  type Definition,
  type Spelling,
} from "./calls.js";
import type { Member } from "./codecs.js";
import { excerpt, shown, shownValue } from "./display.js";
import {
  AstrowireError,
  nameOperation,
  RemoteError,
  RequestInvalid,
  ResponseError,
} from "./errors.js";
import { isObject, unseen } from "./guards.js";
import type { HttpRequest, HttpResponse } from "./http.js";
import { MAX_BODY, type Operation } from "./operation.js";
import { requestOf, type Pair } from "./posting.js";
import { lenientText, noDocument, parse, refuseUnsound, textOf, type Charset } from "./reader.js";
import {
  answerProblems,
  finished,
  found,
  type FailureClass,
  type Opaque,
  type Plain,
  type Select,
} from "./results.js";
import { programUrl, type Server } from "./servers.js";
import { OK, statusError } from "./statuses.js";

/** Bytes: what means failure where bytes are expected is a text, and a short one. */
const LONGEST_REFUSAL = 64 * 1024;

/** A body that is not as promised and yet known: what it stands for. */
export interface Broken {
  /** Of the whole body; group 1 is the message unless `text` is given. */
  readonly pattern: RegExp;
  readonly error: FailureClass;
  /** Members of the failure record that the body stands for, apart from the message. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The member that takes the message. */
  readonly message: string;
  /** The message, where the body has none. */
  readonly text?: string;
}

/** What is said of an operation of a CGI program. */
export interface CgiDefinition extends Definition {
  /** The program's key in the endpoints of a server. */
  readonly endpoint: string;
  readonly query: readonly Member[];
  readonly result: Plain | Select | Opaque;
  /** The charset of bodies that are not UTF-8. */
  readonly charset: Charset;
  readonly broken?: readonly Broken[];
  /** Characters of a URL above which the query is sent as a form. */
  readonly postOver?: number;
}

/** An operation of a CGI program: a query string out, JSON in, errors inside HTTP 200. */
export function cgiOperation<Arguments extends object, Result>(
  definition: CgiDefinition,
): Operation<Arguments, Result> {
  const spelling: Spelling = {
    canonical: (args) => {
      for (const member of definition.query) {
        member.canonical?.(args);
      }
    },
    refusals: (args) => definition.query.flatMap((member) => member.refusals?.(args) ?? []),
  };
  return {
    service: definition.service,
    name: definition.name,
    parameters: parametersOf(definition),
    batch: definition.batch ?? null,
    maxBody: definition.maxBody ?? MAX_BODY,
    endpoint: definition.endpoint,
    effect: (args) => effectOf(definition, args),
    secrets: (args) => secretsOf(definition, args),
    encode: (args, server) => encoded(definition, spelling, args, server),
    decode: (response) => decoded(definition, response) as Result,
    validateRequest: (value) => requestProblems(definition, spelling, value),
    validateResponse: (value) => answerProblems(definition.result, value),
  };
}

function encoded(
  definition: CgiDefinition,
  spelling: Spelling,
  args: object,
  server: Server,
): HttpRequest {
  requireOffer(definition, definition.endpoint, server);
  const canonical = checked(definition, spelling, args);
  const pairs: Pair[] = [];
  try {
    for (const member of definition.query) {
      const text = member.encode(canonical, server);
      if (text !== null) {
        pairs.push([member.name, text]);
      }
    }
    return requestOf(
      programUrl(server.baseUrl, server.endpoints[definition.endpoint] ?? ""),
      pairs,
      {
        files: new Set(definition.query.filter((each) => each.isFile).map((each) => each.name)),
        postOver: definition.postOver ?? null,
        accept: acceptedBy(definition.result),
      },
    );
  } catch (error) {
    if (error instanceof URIError || error instanceof RangeError) {
      const operation = titleOf(definition);
      const message = `the arguments can't be written: ${error.message}`;
      throw new RequestInvalid(message, { operation, cause: error });
    }
    throw error;
  }
}

function acceptedBy(result: Plain | Select | Opaque): string {
  if (result.kind !== "opaque") {
    return "application/json";
  }
  return result.form === "text" ? "text/plain" : "*/*";
}

function decoded(definition: CgiDefinition, response: HttpResponse): unknown {
  try {
    if (response.status !== OK) {
      throw statusError(response);
    }
    return definition.result.kind === "opaque"
      ? opaque(definition, definition.result.form, response)
      : answer(definition, definition.result, response);
  } catch (error) {
    throw explained(error, definition, response);
  }
}

/** An error with the facts of its call. */
export function explained(error: unknown, definition: Definition, response: HttpResponse): unknown {
  if (error instanceof AstrowireError) {
    nameOperation(error, titleOf(definition));
    error.status = response.status;
    error.excerpt = error.excerpt === "" ? excerpt(response.body) : error.excerpt;
    if (error instanceof RemoteError) {
      error.response = response;
    }
  }
  return error;
}

function opaque(
  definition: CgiDefinition,
  form: "text" | "bytes",
  response: HttpResponse,
): string | Uint8Array {
  const { body } = response;
  if (body.length === 0) {
    throw noDocument(body, null, "");
  }
  if (form === "text" || body.length <= LONGEST_REFUSAL) {
    const text = lenientText(body, form === "text" ? definition.charset : null);
    refuseBroken(definition, text);
    if (form === "text") {
      return text;
    }
  }
  return body;
}

function refuseBroken(definition: CgiDefinition, text: string): void {
  for (const broken of definition.broken ?? []) {
    const match = broken.pattern.exec(text);
    if (match !== null) {
      const message = broken.text ?? match[1] ?? "";
      throw failure(definition, broken.error, { ...broken.values, [broken.message]: message });
    }
  }
}

function answer(
  definition: CgiDefinition,
  result: Plain | Select,
  response: HttpResponse,
): unknown {
  const { body } = response;
  const read = textOf(body, definition.charset);
  const value = document(definition, read?.text ?? null, body);
  const seen = unseen();
  const known = found(result, value, seen);
  if (known === null || seen.unknown !== 0) {
    // What is described is no deeper than its types, and its numbers are looked at; the rest may be odd.
    refuseUnsound(value, body, read?.text ?? "");
  }
  if (known === null) {
    throw mismatch(result.schema, value);
  }
  const last = finished(result, value);
  if (known.error !== null) {
    throw failure(definition, known.error, last);
  }
  return last;
}

function document(definition: CgiDefinition, text: string | null, body: Uint8Array): unknown {
  try {
    if (text === null) {
      throw noDocument(body, null, "its text is not valid UTF-8");
    }
    return parse(text, body);
  } catch (error) {
    if (error instanceof ResponseError) {
      refuseBroken(definition, text ?? lenientText(body, definition.charset));
    }
    throw error;
  }
}

function failure(definition: CgiDefinition, kind: FailureClass, value: unknown): RemoteError {
  return new kind(failureText(definition.result, value), { answer: value } as never);
}

const TEXTS = ["error", "errmsg", "errMsg", "err_msg", "msg", "message"] as const;

function failureText(result: Plain | Select | Opaque, value: unknown): string {
  const members = isObject(value) ? value : {};
  const told = result.kind === "plain" ? result.failure?.member : undefined;
  const texts = [...(told === undefined ? [] : [told]), ...TEXTS].map((name) => members[name]);
  const text = texts.find((each) => typeof each === "string" && each !== "");
  const said = typeof text === "string" ? shown(text.trim(), 2000) : "no reason was given";
  const { status } = members;
  return status === undefined ? said : `${said} [status ${shownValue(status)}]`;
}
