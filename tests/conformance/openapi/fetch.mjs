// A question through openapi-fetch, which puts the query behind the fragment: node fetch.mjs URL
// One line of JSON is written: what came of it with the fragment in its way, and without.

import createClient from "openapi-fetch";

const question = { op: "rs_list", ds: "su_anchor.types[5]", key: "KSTR,KSTRW,KCONST" };
const withoutFragment = (request) => fetch(new Request(request.url.replace(/#[^?]*/, ""), request));

async function asked(options) {
  const client = createClient({ baseUrl: process.argv[2], ...options });
  const { data } = await client.GET("/jsoc_info#rs_list", { params: { query: question }, parseAs: "text" });
  return data?.includes('"KSTRW"') ?? false;
}

process.stdout.write(`${JSON.stringify({ lost: await asked({}), found: await asked({ fetch: withoutFragment }) })}\n`);
