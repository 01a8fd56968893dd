// Answers questions about operations: lines of JSON on standard input, one answer for each on
// standard output.
//
// {"service", "operation", "arguments", "server", "id"?} asks for a request, {"service",
// "operation", "body" (base64), "status"?} for what a response means. An answer is {"request"},
// {"value"}, or {"error", "problems", "answer"?}: the class of the error, pointer and rule of every
// problem, and the answer that means failure. Bytes are told by their number and their hash.

import { createHash } from "node:crypto";
import { createInterface } from "node:readline";

import * as api from "astrowire";

/** What an error says that both sides must say alike. */
function told(error) {
  if (!(error instanceof api.AstrowireError)) {
    return { foreign: String(error?.stack ?? error) };
  }
  const problems = (error.problems ?? []).map((each) => [each.pointer, each.rule]);
  return "answer" in error
    ? { error: error.name, problems, answer: error.answer }
    : { error: error.name, problems };
}

function answer({ service, operation: name, ...asked }) {
  const operation = api[service].OPERATIONS[name];
  try {
    if ("arguments" in asked) {
      const server = api[service].SERVERS[asked.server];
      const request = operation.encode(asked.arguments, server, { id: asked.id ?? 1 });
      const problems = operation.validateRequest(asked.arguments);
      return problems.length > 0 ? { foreign: "sent what is refused" } : { request };
    }
    const body = Uint8Array.from(Buffer.from(asked.body, "base64"));
    return { value: operation.decode({ status: asked.status ?? 200, headers: {}, body }) };
  } catch (error) {
    return told(error);
  }
}

function inWords(name, value) {
  if (name === "body" && value instanceof Uint8Array) {
    return { text: new TextDecoder().decode(value) };
  }
  if (value instanceof Uint8Array) {
    return { bytes: value.length, sha256: createHash("sha256").update(value).digest("hex") };
  }
  return value;
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)), inWords)}\n`);
}
