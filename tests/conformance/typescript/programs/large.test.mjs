// Large bodies are read another way where Node can; what they say is the same.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Malformed } from "astrowire";
import { rsSummary } from "astrowire/drms/rs_summary";

const LENGTH = (1 << 20) + 1;

function decode(text, charset, start = 0) {
  const bytes = Buffer.from(text, charset);
  // Bodies may begin anywhere in the memory that holds them.
  const held = new Uint8Array(start + bytes.length);
  held.set(bytes, start);
  return rsSummary.decode({ status: 200, headers: {}, body: held.subarray(start) });
}

function body(more) {
  return `{"count":1,"status":0,"more":"${"a".repeat(LENGTH)}${more}"}`;
}

for (const start of [0, 1, 2, 3]) {
  test(`texts of all kinds at ${String(start)}`, () => {
    for (const [more, charset] of [
      ["", "latin1"],
      ["é", "utf-8"],
      ["é", "latin1"],
      ["€\u{1F30D}", "utf-8"],
    ]) {
      const expected = JSON.parse(body(more));
      assert.deepEqual(decode(body(more), charset, start), expected);
    }
  });
}

test("a large body that is cut off is refused", () => {
  assert.throws(() => decode(body("").slice(0, -2), "latin1"), Malformed);
});
