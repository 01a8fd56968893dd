// What a bundler takes of the package where one operation is used: that operation, and nothing of
// another.

import assert from "node:assert/strict";
import { test } from "node:test";

import * as api from "astrowire";
import { build } from "esbuild";

async function bundled(source) {
  const result = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    platform: "browser",
  });
  return result.outputFiles[0].text;
}

const others = Object.keys({ ...api.drms.OPERATIONS, ...api.crds.OPERATIONS }).filter(
  (name) => name !== "rs_list",
);
const namesIn = (text) => others.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
// Servers list what they offer, by words of which some are names of operations, too.
const operationsIn = (text) => others.filter((name) => text.includes(`name:"${name}"`));

test("one operation without a client: no other operation's name is in the bundle", async () => {
  const text = await bundled(
    'import { rsList } from "astrowire/drms/rs_list"; console.log(rsList.validateResponse(1));',
  );
  assert.match(text, /\brs_list\b/);
  assert.deepEqual(namesIn(text), []);
});

test("one operation, called: no other operation's name, and a small bundle", async (context) => {
  const text = await bundled(`
    import { call } from "astrowire";
    import { DRMS } from "astrowire/drms/servers";
    import { rsList } from "astrowire/drms/rs_list";
    console.log(await call(rsList, { ds: "a.b", key: ["T_REC"] }, { service: DRMS }));
  `);
  assert.deepEqual(operationsIn(text), []);
  context.diagnostic(`rs_list with its client: ${String(text.length)} bytes`);
  assert.ok(text.length < 100_000, `${String(text.length)} bytes`);
});

test("canary: the client of a service has them all", async () => {
  const text = await bundled(
    'import { Client } from "astrowire/drms"; console.log(new Client().server);',
  );
  const ofDrms = Object.keys(api.drms.OPERATIONS).filter((name) => name !== "rs_list");
  assert.deepEqual(operationsIn(text).sort(), ofDrms.sort());
});
