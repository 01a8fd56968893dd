// All operations, called over HTTP as the recorded examples say, on the stand-in for the real
// servers.

import assert from "node:assert/strict";
import { test } from "node:test";

import * as api from "astrowire";
import { ask } from "./support.mjs";

const examples = await ask("/examples");
const operations = new Set(examples.map((each) => `${each.service}.${each.operation}`));

test("every operation has an example", () => {
  const offered = ["drms", "crds"].flatMap((service) =>
    Object.keys(api[service].OPERATIONS).map((name) => `${service}.${name}`),
  );
  assert.deepEqual(offered.filter((name) => !operations.has(name)).sort(), []);
  assert.equal(operations.size, 53);
});

/** What is asked for more than once gets the answer that is recorded first. */
const asked = new Set();
const isFirst = ({ service, operation, server, arguments: args }) => {
  const before = asked.size;
  return asked.add(JSON.stringify([service, operation, server, args])).size > before;
};

for (const example of examples.filter(isFirst)) {
  const { service, operation: name, arguments: args, baseUrl, server, expect } = example;
  test(`${service}.${name}, ${example.name}: ${expect}`, async () => {
    const operation = api[service].OPERATIONS[name];
    const seen = [];
    const client = new api[service].Client(server, {
      baseUrl,
      attempts: 1,
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        seen.push(response.headers.get("x-stand-in"));
        return response;
      },
    });
    const called = client[methodOf(name)](args);
    if (["answer", "pending"].includes(expect)) {
      const { response, result } = await client.exchange(operation, args);
      assert.deepEqual(await called, result);
      assert.deepEqual(operation.validateRequest(args), []);
      assert.ok(response.body.length > 0);
    } else {
      await assert.rejects(called, (error) => {
        assert.ok(error instanceof (api[service][expect] ?? api[expect]), String(error));
        assert.equal(error.operation, `${service}.${name}`);
        assert.equal(error.response.status, error.status);
        return true;
      });
    }
    assert.deepEqual([...new Set(seen)], ["recording"]);
  });
}

function methodOf(name) {
  return name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
