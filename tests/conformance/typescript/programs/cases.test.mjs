// The conformance cases (generated/cases/README.md): the exact requests, and the verdict on every
// body.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import * as api from "astrowire";

const { CASES, SPEC } = process.env;
const MOST = 20; // disagreements that are told
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const files = CASES
  ? readdirSync(CASES, { recursive: true }).filter((each) =>
      /^[a-z]+\/[a-z_0-9]+\.json$/.test(each),
    )
  : [];

for (const file of files.sort()) {
  test(file, (context) => {
    const cases = JSON.parse(readFileSync(join(CASES, file), "utf-8"));
    const operation = api[cases.service].OPERATIONS[cases.operation];
    const found = [
      ...cases.requests.flatMap((each) =>
        told(each, () => checkRequest(operation, cases.service, each)),
      ),
      ...cases.bodies.flatMap((each) => told(each, () => checkBody(operation, cases, each))),
    ];
    context.diagnostic(`cases ${String(cases.requests.length)} ${String(cases.bodies.length)}`);
    assert.deepEqual(found.slice(0, MOST), [], `${String(found.length)} disagreements`);
  });
}

test("there are cases for every operation", { skip: CASES ? false : "no cases were made" }, () => {
  assert.equal(
    files.length,
    Object.keys({ ...api.drms.OPERATIONS, ...api.crds.OPERATIONS }).length,
  );
});

test("canary: a case that says something else is disagreed with", () => {
  const operation = api.drms.OPERATIONS.rs_summary;
  const cases = {
    service: "drms",
    body: "json",
    charset: "latin-1",
    documents: ['{"count":1,"status":0}'],
  };
  const good = { name: "canary", base: 0, edits: [], verdict: "accepted" };
  const check = (each) => told(each, () => checkBody(operation, cases, each));
  assert.deepEqual(check(good), []);
  for (const wrong of [
    { verdict: "rejected", error: "SchemaMismatch", pointer: "/count", rule: "type" },
    { verdict: "unreadable", error: "NotJson" },
    { error: "SeriesError" },
    { value: { count: 2, status: 0 } },
    { edits: [[9, 1, '"x"']] },
  ]) {
    assert.equal(check({ ...good, ...wrong }).length, 1);
  }
});

/** What is wrong with what a check finds, as one text; nothing if nothing is. */
function told(each, check) {
  try {
    check();
    return [];
  } catch (error) {
    return [`${each.name}: ${error.message.split("\n").slice(0, 12).join(" ").slice(0, 400)}`];
  }
}

function thrownBy(act) {
  try {
    return { value: act() };
  } catch (error) {
    return { error };
  }
}

function assertError(service, error, name) {
  const kind = api[name] ?? api[service][name];
  assert.ok(error instanceof kind, `${name} expected, got ${String(error)}`);
  assert.equal(error.name, name);
}

// Requests.

function checkRequest(operation, service, each) {
  const server = api[service].SERVERS[each.server];
  const { value: request, error } = thrownBy(() =>
    operation.encode(each.arguments, server, { id: each.id }),
  );
  if (each.error !== undefined) {
    assertError(service, error, each.error);
    if (each.pointer !== undefined) {
      assertProblem(operation.validateRequest(each.arguments), each);
    }
    return;
  }
  assert.ifError(error);
  assert.deepEqual(operation.validateRequest(each.arguments), []);
  const { method, url, headers, body, parts } = each.wire;
  assert.equal(request.method, method);
  assert.equal(request.url, url);
  if (parts !== undefined) {
    assertParts(request, headers, parts);
    return;
  }
  assert.deepEqual(request.headers, headers);
  assertBody(request.body === null ? "" : decoder.decode(request.body), body ?? "", each.arguments);
}

/**
 * Objects of JavaScript put names that are whole numbers first, in the case, too: these are
 * compared as values.
 */
function assertBody(found, expected, args) {
  if (hasNumbersForNames(args)) {
    assert.deepEqual(JSON.parse(found), JSON.parse(expected));
  } else {
    assert.equal(found, expected);
  }
}

function hasNumbersForNames(value) {
  return (
    typeof value === "object" &&
    value !== null &&
    (Object.values(value).some(hasNumbersForNames) ||
      (!Array.isArray(value) && Object.keys(value).some((name) => /^(0|[1-9][0-9]*)$/.test(name))))
  );
}

function assertParts(request, headers, parts) {
  const { "Content-Type": type, ...others } = request.headers;
  assert.deepEqual(others, headers);
  const [, boundary] = /^multipart\/form-data; ?boundary="?([^"]+)"?$/.exec(type);
  const [before, ...sent] = `\r\n${decoder.decode(request.body)}`.split(`\r\n--${boundary}`);
  assert.deepEqual([before, sent.pop()], ["", "--\r\n"]);
  const named = sent.map((part) => {
    const [, name, filename, content] =
      /^\r\nContent-Disposition: form-data; name="([^"]*)"(?:; filename="([^"]*)")?(?:\r\nContent-[^\r]*)*\r\n\r\n([^]*)$/.exec(
        part,
      );
    return filename === undefined ? { name, content } : { name, filename, content };
  });
  const withoutFilename = ({ name, content, ...more }) =>
    "filename" in more ? { name, filename: more.filename, content } : { name, content };
  assert.deepEqual(
    named,
    parts.map((part) => withoutFilename({ content: part.text ?? part.value, ...part })),
  );
}

function assertProblem(problems, { pointer, rule }) {
  const places = problems.map((each) => `${each.pointer} ${each.rule}`);
  assert.ok(
    places.includes(`${pointer} ${rule}`),
    `${pointer} ${rule} expected, got ${places.join(", ")}`,
  );
}

// Bodies.

function checkBody(operation, cases, each) {
  const bytes = bytesOf(cases, each);
  const isBare = cases.service === "crds" && each.envelope !== true;
  const body = isBare
    ? joined('{"error": null, "id": 1, "jsonrpc": "1.0", "result": ', bytes, "}")
    : bytes;
  const response = { status: each.status ?? 200, headers: {}, body };
  const { value, error } = thrownBy(() => operation.decode(response));
  if (each.error !== undefined) {
    assertError(cases.service, error, each.error);
  } else {
    assert.ifError(error);
    assertSame(value, canonical(cases, each, bytes));
  }
  if (each.verdict !== "unreadable" && each.envelope !== true && cases.body === "json") {
    const problems = operation.validateResponse(JSON.parse(textOf(cases, bytes)));
    if (each.verdict === "accepted") {
      assert.deepEqual(problems, []);
    } else {
      assertProblem(problems, each);
    }
  }
  if (each.verdict === "rejected" && each.pointer !== undefined && error.problems !== undefined) {
    assertProblem(error.problems, each);
  }
}

function edited(text, edits) {
  let result = "";
  let at = 0;
  for (const [start, drop, put] of edits) {
    result += text.slice(at, start) + put;
    at = start + drop;
  }
  return result + text.slice(at);
}

function bytesOf(cases, each) {
  if (each.base !== undefined)
    return encoder.encode(edited(cases.documents[each.base], each.edits ?? []));
  if (each.text !== undefined) return encoder.encode(each.text);
  if (each.base64 !== undefined) return Uint8Array.from(Buffer.from(each.base64, "base64"));
  return Uint8Array.from(readFileSync(join(SPEC, each.file)));
}

function textOf(cases, bytes) {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (cases.charset === "latin-1") return Buffer.from(bytes).toString("latin1");
    throw error;
  }
}

function joined(before, bytes, after) {
  return Uint8Array.from(Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]));
}

/** What decoding must return, in the words of JSON. */
function canonical(cases, each, bytes) {
  if ("value" in each) return each.value;
  if (each.value_edits !== undefined)
    return JSON.parse(edited(cases.documents[each.base], each.value_edits));
  if (cases.body === "bytes") return inWordsOfJson(bytes);
  if (cases.body === "text") return textOf(cases, bytes);
  const document = JSON.parse(textOf(cases, bytes));
  return each.envelope === true ? document.result : document;
}

function assertSame(found, expected) {
  assert.deepEqual(inWordsOfJson(found, expected), expected);
}

/** A value in the words of JSON: a file by its size and hash, a pair that came bare still bare. */
function inWordsOfJson(found, expected) {
  if (found instanceof Uint8Array) {
    return { bytes: found.length, sha256: createHash("sha256").update(found).digest("hex") };
  }
  if (Array.isArray(found)) {
    if (found[0] === true && found.length === 2 && !Array.isArray(expected)) return found[1];
    return found.map((each, at) => inWordsOfJson(each, expected?.[at]));
  }
  if (typeof found === "object" && found !== null) {
    return Object.fromEntries(
      Object.entries(found).map(([name, each]) => [name, inWordsOfJson(each, expected?.[name])]),
    );
  }
  return found;
}
