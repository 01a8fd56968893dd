// What a client promises beside outcomes of faults: settings, cancelling, slices, secrets, the
// environment.

import assert from "node:assert/strict";
import { test } from "node:test";

import * as api from "astrowire";
import { call } from "astrowire";
import { getDatasetHeadersById } from "astrowire/crds/get_dataset_headers_by_id";
import { DRMS } from "astrowire/drms/servers";
import { rsSummary } from "astrowire/drms/rs_summary";
import { FakeTime, packageModule } from "./support.mjs";

const { Retry } = await packageModule("runtime/retry.js");
const { shown, shownValue } = await packageModule("runtime/display.js");
const { drms, crds } = api;
const SUMMARY = '{"count":7,"runtime":0.25,"status":0}';
const RECORDS = { ds: "hmi.m_720s[$]" };

/** A `fetch` that gives these answers, one after the other, and keeps what it was asked. */
function answering(...answers) {
  const asked = [];
  const fetch = (url, init) => {
    asked.push({ url, init, body: init.body && JSON.parse(new TextDecoder().decode(init.body)) });
    const answer = answers[Math.min(asked.length, answers.length) - 1];
    return typeof answer === "function"
      ? answer(url, init, asked.at(-1).body)
      : Promise.resolve(answer);
  };
  return { fetch, asked };
}

const ok = (body = SUMMARY, headers = {}) => new Response(body, { status: 200, headers });
const failing = (error) => () => Promise.reject(error);

async function errorOf(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return assert.fail("nothing was thrown");
}

// Settings.

const WRONG = [
  ["an unknown server", () => new drms.Client("jsok"), /jsok.*names no server.*known are jsoc/],
  ["a base URL without a scheme", () => new drms.Client("127.0.0.1:80/x"), /begins with http/],
  ["a URL of another kind", () => new drms.Client(null, { baseUrl: "ftp://a.b/" }), /no http/],
  ["a URL with a query", () => new drms.Client(null, { baseUrl: "http://a.b/?x=1" }), /no query/],
  ["a URL with blanks around", () => new drms.Client(null, { baseUrl: " http://a.b/" }), /blanks/],
  ["two URLs", () => new drms.Client("http://a.b/", { baseUrl: "http://c.d/" }), /give one/],
  ["a host of another service", () => new drms.Client("https://hst-crds.stsci.edu/"), /of crds/],
  ["no time", () => new drms.Client("jsoc", { deadline: 0 }), /deadline must be/],
  ["a time that is no number", () => new drms.Client("jsoc", { timeout: "5" }), /timeout must be/],
  ["half an attempt", () => new drms.Client("jsoc", { attempts: 1.5 }), /attempts must be/],
  [
    "something to fetch with that is no function",
    () => new drms.Client("jsoc", { fetch: 5 }),
    /fetch must/,
  ],
];

for (const [what, act, words] of WRONG) {
  test(`${what} is a ConfigError`, () => {
    assert.throws(act, (error) => error instanceof api.ConfigError && words.test(error.message));
  });
}

test("a password in a base URL is refused, and not repeated", () => {
  const act = () => new drms.Client("http://me:hunter2@127.0.0.1/");
  assert.throws(
    act,
    (error) => error instanceof api.ConfigError && !error.stack.includes("hunter2"),
  );
});

test("a server is an id in any case, a value of SERVERS, or a base URL, which may lack its slash", () => {
  assert.equal(new drms.Client("KIS").server.id, "kis");
  assert.equal(new drms.Client(drms.SERVERS.kis).server.baseUrl, drms.SERVERS.kis.baseUrl);
  assert.equal(new drms.Client("http://127.0.0.1:1/x").server.baseUrl, "http://127.0.0.1:1/x/");
  assert.equal(new drms.Client().server.id, "jsoc");
});

test("where nobody names a server, the environment is read at every call", async () => {
  const { fetch, asked } = answering((url, init, { id }) =>
    Promise.resolve(
      ok(JSON.stringify({ error: null, jsonrpc: "1.0", id, result: "jwst_0001.pmap" })),
    ),
  );
  const client = new crds.Client(null, { fetch });
  const before = { ...process.env };
  try {
    delete process.env.CRDS_SERVER_URL;
    delete process.env.CRDS_OBSERVATORY;
    const error = await errorOf(client.getDefaultContext({ observatory: "jwst" }));
    assert.ok(error instanceof api.ConfigError);
    assert.match(error.message, /CRDS_SERVER_URL.*CRDS_OBSERVATORY/);
    process.env.CRDS_OBSERVATORY = "JWST";
    await client.getDefaultContext({ observatory: "jwst" });
    process.env.CRDS_SERVER_URL = "http://127.0.0.1:1/crds";
    await client.getDefaultContext({ observatory: "jwst" });
    process.env.CRDS_SERVER_URL = "127.0.0.1";
    const wrong = await errorOf(client.getDefaultContext({ observatory: "jwst" }));
    assert.match(wrong.message, /the environment variable CRDS_SERVER_URL is .*no scheme/);
  } finally {
    process.env = before;
  }
  const origins = asked.map(({ url }) => new URL(url).origin);
  assert.deepEqual(origins, ["https://jwst-crds.stsci.edu", "http://127.0.0.1:1"]);
});

// Calls.

test("one operation is called without a client", async () => {
  const { fetch, asked } = answering(ok());
  const found = await call(rsSummary, RECORDS, { service: DRMS, server: "jsoc", fetch });
  assert.equal(found.count, 7);
  assert.match(
    asked[0].url,
    /^http:\/\/jsoc\.stanford\.edu\/cgi-bin\/ajax\/jsoc_info\?op=rs_summary&/,
  );
});

test("an operation of another service is refused, unsent", async () => {
  const { fetch, asked } = answering(ok());
  const error = await errorOf(new crds.Client("jwst", { fetch }).call(rsSummary, RECORDS));
  assert.ok(error instanceof api.ConfigError);
  assert.equal(asked.length, 0);
});

for (const args of [null, 5, "hmi.m_720s", [], undefined]) {
  test(`arguments that are ${JSON.stringify(args)} are refused as all wrong ones are`, async () => {
    const error = await errorOf(new drms.Client().rsSummary(args));
    assert.ok(error instanceof api.RequestInvalid, String(error));
    assert.equal(error.operation, "drms.rs_summary");
  });
}

test("no cookie, no cache and no redirect of the platform's, and only headers that are needed", async () => {
  const { fetch, asked } = answering(ok());
  await new drms.Client("jsoc", { fetch }).rsSummary(RECORDS);
  const { credentials, redirect, cache, headers } = asked[0].init;
  assert.deepEqual([credentials, redirect, cache], ["omit", "manual", "no-store"]);
  assert.match(headers["User-Agent"], /^astrowire\/[0-9]/);
});

test("a fetch that is given is called bare, as browsers want their own", async () => {
  const seen = [];
  function fetch() {
    seen.push(this);
    return Promise.resolve(ok());
  }
  await new drms.Client("jsoc", { fetch }).rsSummary(RECORDS);
  assert.deepEqual(seen, [undefined]);
});

test("exchange gives the bytes beside the result", async () => {
  const { fetch } = answering(ok(`${SUMMARY}\n`));
  const { response, result } = await new drms.Client("jsoc", { fetch }).exchange(
    rsSummary,
    RECORDS,
  );
  assert.equal(new TextDecoder().decode(response.body), `${SUMMARY}\n`);
  assert.equal(result.count, 7);
});

test("what is too much for one call is sent in slices, whose answers come as one", async () => {
  const { argument, size } = getDatasetHeadersById.batch;
  const ids = Array.from(
    { length: 2 * size + 1 },
    (_, at) => `J${String(at).padStart(8, "0")}:__proto__`,
  );
  const { fetch, asked } = answering((url, init, { id, params }) => {
    const result = Object.fromEntries(params[1].map((each) => [each, `NOT FOUND ${each}`]));
    return Promise.resolve(ok(JSON.stringify({ error: null, jsonrpc: "1.0", id, result })));
  });
  const client = new crds.Client("hst", { fetch });
  const found = await client.getDatasetHeadersById({
    context_specifier: "hst_0001.pmap",
    [argument]: ids,
  });
  assert.deepEqual(Object.keys(found), ids);
  assert.deepEqual(
    asked.map(({ body }) => body.params[1].length),
    [size, size, 1],
  );
  assert.equal(new Set(asked.map(({ body }) => body.id)).size, 3);
});

// Ends.

test("a call that is cancelled ends at once, with the signal's reason", async () => {
  const stopping = new AbortController();
  const { fetch } = answering(() => new Promise(() => undefined));
  const client = new drms.Client("jsoc", { fetch });
  const ending = errorOf(client.rsSummary(RECORDS, { signal: stopping.signal }));
  const reason = new Error("the user went away");
  stopping.abort(reason);
  const error = await ending;
  assert.ok(error instanceof api.Cancelled);
  assert.equal(error.cause, reason);
  assert.equal(error.operation, "drms.rs_summary");
});

test("what was cancelled before it began is not sent", async () => {
  const { fetch, asked } = answering(ok());
  const client = new drms.Client("jsoc", { fetch, signal: AbortSignal.abort() });
  const error = await errorOf(client.rsSummary(RECORDS));
  assert.ok(error instanceof api.Cancelled);
  assert.equal(error.mayHaveActed, false);
  assert.equal(asked.length, 0);
});

test("waiting between attempts is cancelled, too", async () => {
  const stopping = new AbortController();
  const { fetch, asked } = answering(() => {
    setTimeout(() => stopping.abort(), 20);
    return Promise.resolve(new Response("", { status: 503, headers: { "Retry-After": "30" } }));
  });
  const client = new drms.Client("jsoc", { fetch, signal: stopping.signal });
  const error = await errorOf(client.rsSummary(RECORDS));
  assert.ok(error instanceof api.Cancelled);
  assert.equal(asked.length, 1);
});

test("the deadline ends a call whose fetch knows no signals", async () => {
  const { fetch } = answering(() => new Promise(() => undefined));
  const error = await errorOf(
    new drms.Client("jsoc", { fetch, deadline: 0.05 }).rsSummary(RECORDS),
  );
  assert.ok(error instanceof api.DeadlineExceeded);
});

test("a deadline of years is no deadline of now", async () => {
  const { fetch } = answering(ok());
  const found = await new drms.Client("jsoc", { fetch, deadline: 1e9, timeout: 1e9 }).rsSummary(
    RECORDS,
  );
  assert.equal(found.count, 7);
});

test("nobody waits for longer than the deadline leaves time for", async () => {
  const time = new FakeTime();
  const { fetch } = answering(new Response("", { status: 503, headers: { "Retry-After": "30" } }));
  const client = new api.BaseClient(DRMS, "jsoc", { fetch, deadline: 20 }, new Retry(time));
  const error = await errorOf(client.call(rsSummary, RECORDS));
  assert.ok(error instanceof api.DeadlineExceeded);
  assert.ok(error.cause instanceof api.ServerUnavailable);
  assert.match(error.message, /^drms\.rs_summary: no time is left to try again after: the server/);
  assert.deepEqual(time.slept, []);
});

test("what a server asks to wait is waited for, and no more than a minute", async () => {
  const time = new FakeTime();
  const wait = (seconds) => new Response("", { status: 429, headers: { "Retry-After": seconds } });
  const patient = answering(wait("3"), wait("60"), ok());
  const client = new api.BaseClient(DRMS, "jsoc", { fetch: patient.fetch }, new Retry(time));
  assert.equal((await client.call(rsSummary, RECORDS)).count, 7);
  assert.deepEqual(time.slept, [3, 60]);
  const { fetch, asked } = answering(wait("61"));
  const error = await errorOf(new drms.Client("jsoc", { fetch }).rsSummary(RECORDS));
  assert.ok(error instanceof api.RateLimited);
  assert.equal(error.retryAfter, 61);
  assert.equal(asked.length, 1);
});

test("a client that keeps failing stops repeating, and success lets it begin again", async () => {
  const retry = new Retry(new FakeTime());
  const failed = answering(failing(new TypeError("fetch failed")));
  const broken = new api.BaseClient(DRMS, "jsoc", { fetch: failed.fetch }, retry);
  for (let count = 0; count < 30; count++) await errorOf(broken.call(rsSummary, RECORDS));
  const before = failed.asked.length;
  await errorOf(broken.call(rsSummary, RECORDS));
  assert.equal(failed.asked.length - before, 1);
  const well = new api.BaseClient(DRMS, "jsoc", { fetch: answering(ok()).fetch }, retry);
  // What one repetition costs comes back one by one; an answer's body is read once, so each is a
  // new one.
  for (let count = 0; count < 14; count++) {
    await new api.BaseClient(DRMS, "jsoc", { fetch: answering(ok()).fetch }, retry).call(
      rsSummary,
      RECORDS,
    );
  }
  assert.ok(well);
  const again = failed.asked.length;
  await errorOf(broken.call(rsSummary, RECORDS));
  assert.equal(failed.asked.length - again, 2);
});

// What is told.

const FOREIGN = [
  ["a TypeError", new TypeError("Failed to fetch"), "Ambiguous"],
  [
    "an error with a cause",
    new TypeError("x", { cause: { code: "ECONNRESET", message: "x" } }),
    "Ambiguous",
  ],
  [
    "an error of connecting",
    new TypeError("x", { cause: { code: "ENOENT", syscall: "connect" } }),
    "NotSent",
  ],
  [
    "an error of certificates",
    new TypeError("x", { cause: { code: "CERT_HAS_EXPIRED" } }),
    "TlsError",
  ],
  ["a text", "no", "TransportError"],
  ["nothing", undefined, "TransportError"],
  [
    "an error that is its own cause",
    Object.assign(new Error("x"), {
      get cause() {
        return this;
      },
    }),
    "TransportError",
  ],
];

for (const [what, thrown, name] of FOREIGN) {
  test(`a fetch that throws ${what} ends in ${name}`, async () => {
    const { fetch } = answering(failing(thrown));
    const error = await errorOf(new drms.Client("jsoc", { fetch, attempts: 1 }).rsSummary(RECORDS));
    assert.ok(error instanceof api.AstrowireError);
    assert.equal(error.name, name);
    assert.equal(error.operation, "drms.rs_summary");
  });
}

test("a fetch that throws before it promises anything ends in an error of ours", async () => {
  const fetch = () => {
    throw new RangeError("no");
  };
  const error = await errorOf(new drms.Client("jsoc", { fetch }).rsSummary(RECORDS));
  assert.ok(error instanceof api.TransportError);
  assert.ok(error.cause instanceof RangeError);
});

test("secrets stand in no text of an error, whatever the server repeats", async () => {
  const secret = "somebody@example.org";
  const body = JSON.stringify({
    status: 4,
    error: `no export for ${secret}, ${encodeURIComponent(secret)}`,
  });
  const { fetch } = answering(ok(body));
  const client = new drms.Client("jsoc", { fetch });
  const error = await errorOf(client.expRequest({ ...RECORDS, notify: secret }));
  assert.ok(error instanceof drms.ExportFailed, String(error));
  for (const text of [error.message, error.stack, error.excerpt, error.request]) {
    assert.ok(!text.includes(secret) && !text.includes(encodeURIComponent(secret)), text);
  }
  assert.match(error.request, /^exp_request\(ds="hmi\.m_720s\[\$\]", notify=\*\*\*/);
});

test("what a server writes for terminals arrives as text", async () => {
  const { fetch } = answering(
    ok(JSON.stringify({ status: 1, error: "\u001b[31mred\u202e\r\u0007" })),
  );
  const error = await errorOf(new drms.Client("jsoc", { fetch }).seriesStruct({ ds: "a.b" }));
  assert.ok(error instanceof drms.SeriesError);
  assert.doesNotMatch(error.message, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  assert.match(error.message, /\\x1b\[31mred\\u202e/);
});

test("texts from outside are shown bounded and printable", () => {
  assert.equal(shown("a\u001b\n\u2028\u{e0001}\ud800é"), "a\\x1b\\n\\u2028\\u{e0001}\\ud800é");
  assert.equal(shown("x".repeat(500)).length, 201);
  assert.equal(shownValue({ a: [1, "b", null] }), '{"a":[1,"b",null]}');
  const endless = [];
  endless.push(endless);
  for (const odd of [endless, () => 1, Symbol("x"), 10n ** 400n, new Map(), Object.create(null)]) {
    assert.ok(shownValue(odd).length <= 81);
  }
});

test("the classes of errors form the tree that Python's form", () => {
  const parents = (name) => {
    const found = [];
    for (let each = api[name]; each !== Error; each = Object.getPrototypeOf(each))
      found.push(each.prototype.name);
    return found;
  };
  assert.deepEqual(parents("RateLimited"), ["RateLimited", "HttpStatusError", "AstrowireError"]);
  assert.deepEqual(parents("NotSent"), ["NotSent", "TransportError", "AstrowireError"]);
  assert.deepEqual(parents("SchemaMismatch"), [
    "SchemaMismatch",
    "ResponseError",
    "AstrowireError",
  ]);
});
