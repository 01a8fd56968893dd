// Every fault of the matrix that Python's client is held to (tests/faults/matrix.py), met by the
// client in TypeScript: the same class of error after the same number of sends, or a difference
// that stands below.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";

import * as everything from "astrowire";
import { CRDS } from "astrowire/crds";
import { getDefaultContext } from "astrowire/crds/get_default_context";
import { DRMS } from "astrowire/drms";
import { expRequest } from "astrowire/drms/exp_request";
import { rsSummary } from "astrowire/drms/rs_summary";
import { ask, FakeTime, packageModule } from "./support.mjs";

const { Retry } = await packageModule("runtime/retry.js");
const SECRET = "name-for-notices@example.com";
const EFFECTS = ["read", "dedup", "write"];

/**
 * Where what `fetch` is lets a call end otherwise than Python's, and why. `null`: not looked at.
 */
const DIFFERENCES = new Map(
  Object.entries({
    "F03 connection not taken in time": {
      kind: "Ambiguous",
      sends: [3, 2, 1],
      because: "fetch does not tell when it is connected, so that the server may have got it",
    },
    "F13 chunk cut": {
      kind: "Malformed",
      sends: [1, 1, 1],
      because: "fetch of Node takes the end of the connection for the end of the body",
    },
    "F13 last chunk missing": {
      kind: null,
      sends: [1, 1, 1],
      because: "as before, and all of it was there",
    },
    "F34 member that stands twice, strict": {
      kind: null,
      sends: [1, 1, 1],
      because: "JSON.parse does not tell, and there is no strict",
    },
    "F16 more than 100 headers": {
      kind: null,
      sends: [1, 1, 1],
      because: "fetch bounds their size alone",
    },
  }),
);

function questionOf(fault, effect) {
  const effectOf = () => effect;
  if (fault.protocol === "crds") {
    return [withFacts(getDefaultContext, fault, effectOf), { observatory: "jwst" }];
  }
  const records = { ds: "hmi.m_720s[2024.01.01_TAI]" };
  const isOrder = fault.reads === "exp_request" || effect !== "read";
  const operation = isOrder ? expRequest : rsSummary;
  return [
    withFacts(operation, fault, effectOf),
    isOrder ? { ...records, notify: SECRET } : records,
  ];
}

/** The operation with another effect and, where the fault wants it, another limit. */
function withFacts(operation, fault, effect) {
  return Object.create(operation, {
    effect: { value: effect },
    maxBody: { value: fault.maxBody ?? operation.maxBody },
  });
}

function clientOf(fault, place, time) {
  const { timeout, deadline } = fault.settings;
  const options = {
    baseUrl: fault.protocol === "crds" ? place.origin : `${place.origin}/cgi-bin/`,
    // Python has one for connecting and one for silence; `fetch` tells of no connection.
    timeout: timeout === undefined ? 5 : timeout[1],
    deadline,
  };
  const retry = new Retry(fault.realTime ? undefined : time);
  const [service, server] = fault.protocol === "crds" ? [CRDS, "jwst"] : [DRMS, undefined];
  return new everything.BaseClient(service, server, options, retry);
}

async function outcome(promise) {
  try {
    return { answer: await promise };
  } catch (error) {
    return { error };
  }
}

/** The sends that a server has seen; one that is late gets a moment to see what was tried. */
async function counted(before, tried) {
  const late = performance.now() + 2000;
  let sends = await ask("/sends");
  if (sends === null) return tried;
  while (sends - before < tried && performance.now() < late) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    sends = await ask("/sends");
  }
  return sends - before;
}

/** All that is to be read of an error and of what is underneath. */
function texts(error, seen = new Set()) {
  if (typeof error !== "object" || error === null || seen.has(error)) return "";
  seen.add(error);
  const own = Object.entries(error).map(([name, value]) =>
    name === "response" ? "" : `${name}=${String(value)}`,
  );
  return [String(error), error.stack, ...own, texts(error.cause, seen)].join("\n");
}

async function run(fault, effect) {
  const time = new FakeTime();
  const place = await ask("/open", { id: fault.id });
  const client = clientOf(fault, place, time);
  const [operation, args] = questionOf(fault, effect);
  if (place.warm) {
    await outcome(client.call(operation, args));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const before = (await ask("/sends")) ?? 0;
  const found = await outcome(client.call(operation, args));
  return { ...found, sends: await counted(before, time.slept.length + 1), waits: time.slept };
}

function nameOf(fault) {
  return `${fault.row} ${fault.fault}`;
}

const faults = await ask("/faults");
after(() => ask("/close"));

for (const fault of faults) {
  const name = nameOf(fault);
  describe(`${name}, ${fault.protocol}`, () => {
    for (const [index, effect] of EFFECTS.entries()) {
      const known = DIFFERENCES.get(`${name}, ${fault.protocol}`) ?? DIFFERENCES.get(name);
      const { kind, sends } = known
        ? { kind: known.kind, sends: known.sends[index] }
        : fault.endings[effect];
      test(`${effect}: ${kind ?? "answer"}, ${String(sends)}`, async () => {
        const found = await run(fault, effect);
        if (kind === null) {
          assert.ifError(found.error);
        } else {
          assert.ok(
            found.error instanceof everything.AstrowireError,
            `not refused: ${String(found.answer)}`,
          );
          assert.ok(isA(found.error, kind), `${kind} expected, got ${String(found.error)}`);
          assert.match(found.error.operation, /^(drms|crds)\.[a-z_]+$/);
          assert.notEqual(found.error.request, null);
          const told = texts(found.error);
          for (const secret of [SECRET, encodeURIComponent(SECRET)])
            assert.ok(!told.includes(secret));
          assert.doesNotMatch(found.error.message, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
        }
        assert.equal(found.sends, sends);
        if (effect === "dedup" && sends === 2 && fault.row !== "F25") {
          assert.ok(
            found.waits.reduce((sum, each) => sum + each, 0) >= 5,
            "not left alone for a while",
          );
        }
      });
    }
  });
}

/** Whether an error is of a class, by the name that Python's has. */
function isA(error, kind) {
  const service = kind in everything ? everything : { ...everything.drms, ...everything.crds };
  return error instanceof service[kind];
}

test("canary: a wrong class is told from the right one, and a base class takes what is below it", () => {
  const error = new everything.RateLimited("no");
  assert.ok(isA(error, "RateLimited") && isA(error, "HttpStatusError"));
  assert.ok(!isA(error, "ServerUnavailable"));
});
