/** Methods of JSON-RPC services: arguments to an envelope, an envelope to a result. */

import {
  checked,
  effectOf,
  mismatch,
  parametersOf,
  requestProblems,
  secretsOf,
  titleOf,
  type Definition,
  type Spelling,
} from "./calls.js";
import { explained } from "./cgi.js";
import { quoted } from "./codecs.js";
import { shownValue } from "./display.js";
import {
  faultText,
  isPacked,
  opened,
  unpacked,
  type Fault,
  type Opened,
  type Protocol,
} from "./envelope.js";
import { EnvelopeMismatch, RequestInvalid, ResponseError } from "./errors.js";
import { isObject, unseen, type JsonObject } from "./guards.js";
import type { HttpRequest, HttpResponse } from "./http.js";
import { json } from "./numbers.js";
import { MAX_BODY, type EncodeOptions, type Operation } from "./operation.js";
import { noDocument, parse, read, refuseUnsound, textOf } from "./reader.js";
import { answerProblems, finished, found, type FailureClass, type Plain } from "./results.js";
import type { Named } from "./rules.js";
import type { Server } from "./servers.js";
import { OK, statusError } from "./statuses.js";

/** Texts that are no part of a path. */
const NO_PATH: ReadonlySet<unknown> = new Set(["", ".", ".."]);

const utf8 = /* @__PURE__ */ new TextEncoder();

/** What is said of a method of a JSON-RPC service. */
export interface RpcDefinition extends Definition {
  /** The method's name, where it is not the operation's. */
  readonly method?: string;
  readonly protocol: Protocol;
  /** The class of the envelope's `error`. */
  readonly fault: FailureClass;
  readonly result: Plain;
  /** The arguments by position, where they are not all in the order of the documents. */
  readonly sent?: readonly string[];
  /** Positions that are left out where the argument is not given; only the last ones can be. */
  readonly whenGiven?: readonly string[];
  /** Texts that stand for null. */
  readonly nullAs?: Readonly<Record<string, string>>;
}

const AS_GIVEN: Spelling = { canonical: () => undefined, refusals: () => [] };

/** A method of a JSON-RPC service: positional parameters that are always all sent. */
export function rpcOperation<Arguments extends object, Result>(
  definition: RpcDefinition,
): Operation<Arguments, Result> {
  const maxBody = definition.maxBody ?? MAX_BODY;
  return {
    service: definition.service,
    name: definition.name,
    parameters: parametersOf(definition),
    batch: definition.batch ?? null,
    maxBody,
    endpoint: null,
    effect: (args) => effectOf(definition, args),
    secrets: (args) => secretsOf(definition, args),
    encode: (args, server, options) => encoded(definition, args, server, options),
    decode: (response, request) => decoded(definition, maxBody, response, request) as Result,
    validateRequest: (value) => requestProblems(definition, AS_GIVEN, value),
    validateResponse: (value) => answerProblems(definition.result, value),
  };
}

// Requests.

function encoded(
  definition: RpcDefinition,
  args: object,
  server: Server,
  { id = 1 }: EncodeOptions = {},
): HttpRequest {
  const operation = titleOf(definition);
  if (typeof id !== "string" && !Number.isInteger(id)) {
    const message = `the id of a call must be an integer or a text, got ${shownValue(id)}`;
    throw new RequestInvalid(message, { operation });
  }
  if (NO_PATH.has(id)) {
    // Whoever sends it would take it, and the method before it, out of the path.
    throw new RequestInvalid(`${shownValue(id)} can't be the id of a call`, { operation });
  }
  const canonical = checked(definition, AS_GIVEN, args);
  const method = definition.method ?? definition.name;
  const params = positions(definition, canonical).map((name) => sent(definition, name, canonical));
  try {
    const { path, version } = definition.protocol;
    return {
      method: "POST",
      url: `${server.baseUrl}${path}${quoted(method)}/${quoted(idText(id))}/`,
      headers: { Accept: "application/json", "Content-Type": "application/json" },
      body: utf8.encode(json({ jsonrpc: version, method, params, id })),
    };
  } catch (error) {
    const message = "the arguments have no JSON form";
    throw new RequestInvalid(message, { operation, cause: error });
  }
}

function idText(id: number | string): string {
  return typeof id === "string" ? id : json(id);
}

/** The arguments that are sent; the last ones may be left out where they are not given. */
function positions(definition: RpcDefinition, canonical: Named): readonly string[] {
  const names = definition.sent ?? definition.parameters.map((each) => each.name);
  let count = names.length;
  const mayLack = (name: string | undefined): boolean =>
    name !== undefined &&
    (definition.whenGiven?.includes(name) ?? false) &&
    (canonical[name] ?? null) === null;
  while (mayLack(names[count - 1])) {
    count -= 1;
  }
  return names.slice(0, count);
}

function sent(definition: RpcDefinition, name: string, canonical: Named): unknown {
  return canonical[name] ?? definition.nullAs?.[name] ?? null;
}

// Answers.

function decoded(
  definition: RpcDefinition,
  most: number,
  response: HttpResponse,
  request: HttpRequest | undefined,
): unknown {
  try {
    if (response.status !== OK) {
      throw refusal(definition, response, request);
    }
    return answer(definition, most, response, request);
  } catch (error) {
    throw explained(error, definition, response);
  }
}

/** Some releases of the servers' library send their errors with 400, 404 or 500: the envelope decides. */
function refusal(
  definition: RpcDefinition,
  response: HttpResponse,
  request: HttpRequest | undefined,
): unknown {
  try {
    const { fault } = matched(opened(definition.protocol, read(response.body)), request);
    if (fault !== null) {
      return faultError(definition, fault);
    }
  } catch (error) {
    if (!(error instanceof ResponseError)) {
      return error;
    }
  }
  return statusError(response);
}

function faultError(definition: RpcDefinition, fault: Fault): Error {
  return new definition.fault(faultText(fault), { answer: fault } as never);
}

function answer(
  definition: RpcDefinition,
  most: number,
  response: HttpResponse,
  request: HttpRequest | undefined,
): unknown {
  const { protocol, result } = definition;
  const { body } = response;
  const text = textOf(body, null)?.text ?? null;
  if (text === null) {
    throw noDocument(body, null, "its text is not valid UTF-8");
  }
  const plain = parse(text, body);
  const seen = unseen();
  if (isGood(protocol, plain) && !isPacked(protocol, plain.result)) {
    const known = found(result, plain.result, seen);
    if (known !== null && seen.unknown === 0) {
      matchId(plain.id, request);
      return settled(definition, plain.result, known.error);
    }
  }
  refuseUnsound(plain, body, text);
  const { fault, result: value } = matched(opened(protocol, plain), request);
  if (fault !== null) {
    throw faultError(definition, fault);
  }
  if (!isPacked(protocol, value)) {
    return validated(definition, value);
  }
  return validated(definition, read(unpacked(protocol, value, most)));
}

function validated(definition: RpcDefinition, value: unknown): unknown {
  const known = found(definition.result, value, unseen());
  if (known === null) {
    throw mismatch(definition.result.schema, value);
  }
  return settled(definition, value, known.error);
}

function settled(definition: RpcDefinition, value: unknown, error: FailureClass | null): unknown {
  const last = finished(definition.result, value);
  if (error !== null) {
    throw new error("the answer means failure", { answer: last } as never);
  }
  return last;
}

/** Whether a document is the envelope of a good answer and nothing else. */
function isGood(protocol: Protocol, plain: unknown): plain is JsonObject {
  return (
    isObject(plain) &&
    plain.error === null &&
    plain.jsonrpc === protocol.version &&
    plain.result !== undefined &&
    (typeof plain.id !== "object" || plain.id === null) &&
    Object.hasOwn(plain, "id") &&
    Object.keys(plain).length === 4
  );
}

function matched(found: Opened, request: HttpRequest | undefined): Opened {
  matchId(found.id, request);
  return found;
}

function matchId(id: unknown, request: HttpRequest | undefined): void {
  if (request?.body == null) {
    return;
  }
  const asked: unknown = JSON.parse(new TextDecoder().decode(request.body));
  const wanted = isObject(asked) ? asked.id : undefined;
  if (wanted !== id) {
    throw new EnvelopeMismatch(
      `the answer has the id ${shownValue(id)}, the call had ${shownValue(wanted)}`,
      { repeats: 1, mayHaveActed: true },
    );
  }
}
