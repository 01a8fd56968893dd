// The demo page in a browser: loaded from loopback, it asks the stand-in and shows what came of it.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, normalize } from "node:path";
import { after, before, test } from "node:test";

import { chromium } from "playwright-core";
import { ask } from "./support.mjs";

const FOLDER = join(import.meta.dirname, "node_modules", "astrowire");
const TYPES = {
  html: "text/html",
  js: "text/javascript",
  css: "text/css",
  json: "application/json",
};
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let files, context, page, profile;
const complaints = [];

/** Any static server will do; this one knows four endings. */
async function serve(request, response) {
  const path = normalize(new URL(request.url, "http://localhost").pathname);
  try {
    const body = await readFile(join(FOLDER, path));
    response.setHeader("Content-Type", TYPES[path.split(".").pop()]);
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}

before(async () => {
  files = createServer((request, response) => void serve(request, response));
  await new Promise((resolve) => files.listen(0, "127.0.0.1", resolve));
  profile = await mkdtemp(join(tmpdir(), "chromium-"));
  context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM,
    headless: true,
    args: FLAGS,
  });
  page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("requestfailed", (request) => complaints.push(request.url()));
  await page.goto(`http://127.0.0.1:${String(files.address().port)}/demo/index.html`);
});

after(async () => {
  await context?.close();
  files?.close();
  if (profile) await rm(profile, { recursive: true, force: true });
});

async function question(name, args, baseUrl) {
  await page.locator("#operation option").first().waitFor({ state: "attached" });
  await page.locator("#operation").selectOption({ label: name });
  await page.locator("#server").fill(baseUrl);
  await page.locator("#arguments").fill(JSON.stringify(args));
  await page.getByRole("button", { name: "Ask" }).click();
  await page.waitForFunction(() => document.getElementById("stop").disabled);
  const text = (id) => page.locator(`#${id}`).textContent();
  return {
    outcome: await text("outcome"),
    message: await text("message"),
    answer: await text("answer"),
    facts: await text("facts"),
  };
}

const examples = await ask("/examples");
const exampleOf = (name, expect) =>
  examples.find((each) => each.operation === name && each.expect === expect);

test("the page shows an answer of DRMS", async () => {
  const { arguments: args, baseUrl } = exampleOf("rs_summary", "answer");
  const { outcome, answer } = await question("drms.rs_summary", args, baseUrl);
  assert.equal(outcome, "An answer");
  assert.equal(JSON.parse(answer).status, 0);
  assert.ok(JSON.parse(answer).count > 0);
});

test("the page shows an answer of CRDS, for which the browser asks first whether it may", async () => {
  const { arguments: args, baseUrl } = exampleOf("get_default_context", "answer");
  const { outcome, answer } = await question("crds.get_default_context", args, baseUrl);
  assert.equal(outcome, "An answer");
  assert.match(JSON.parse(answer), /\.pmap$/);
});

test("what the service says no with is a typed error", async () => {
  const { baseUrl } = exampleOf("series_struct", "answer");
  const { outcome, message, facts } = await question(
    "drms.series_struct",
    { ds: "hmi.no_such_series" },
    baseUrl,
  );
  assert.equal(outcome, "SeriesError");
  assert.match(message, /^drms\.series_struct: /);
  assert.match(facts, /status200/);
});

test("what is wrong with arguments is told before anything is sent", async () => {
  const { baseUrl } = exampleOf("rs_summary", "answer");
  const { outcome, answer } = await question("drms.rs_summary", { ds: 5 }, baseUrl);
  assert.equal(outcome, "RequestInvalid");
  assert.deepEqual(
    JSON.parse(answer).map((each) => [each.pointer, each.rule]),
    [["/ds", "type"]],
  );
});

test("a page that may ask anywhere is served by nothing but the package", () => {
  assert.deepEqual(complaints, []);
});

test("a redirect is refused, for browsers do not say where it leads", async () => {
  const faults = await ask("/faults");
  const { id } = faults.find((each) => each.fault === "308 within the origin");
  const { origin } = await ask("/open", { id });
  // What is under test is the kind of answer that browsers give; a page may not ask there without
  // CORS.
  await page.route(`${origin}/**`, (route) =>
    route.fulfill({
      status: 308,
      headers: { location: "/new/", "access-control-allow-origin": "*" },
    }),
  );
  const { outcome } = await question("drms.rs_summary", { ds: "a.b" }, origin);
  assert.equal(outcome, "RedirectRefused");
});

test("a server that is not there, or does not let the page ask, is an error with advice", async () => {
  const faults = await ask("/faults");
  const { id } = faults.find((each) => each.fault === "connection refused");
  const { origin } = await ask("/open", { id });
  const { outcome, message } = await question("drms.rs_summary", { ds: "a.b" }, origin);
  assert.equal(outcome, "Ambiguous");
  assert.match(message, /CORS/);
});
