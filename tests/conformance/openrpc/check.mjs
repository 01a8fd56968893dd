// What the tools of OpenRPC make of documents: node check.mjs OPENRPC_SCHEMA INNER_SCHEMA DOCUMENT...
// One line of JSON is written: counts, and what a tool complains of. For each document its types are written beside it.

import { readFileSync, writeFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import innerModule from "@json-schema-tools/meta-schema";
import metaModule from "@open-rpc/meta-schema";
import { MethodCallValidator, parseOpenRPCDocument, validateOpenRPCDocument } from "@open-rpc/schema-utils-js";
import typingsModule from "@open-rpc/typings";
import Ajv from "ajv";

const [metaPath, innerPath, ...paths] = process.argv.slice(2);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const meta = metaModule.openrpcDocument;
const inner = innerModule.default ?? innerModule;
const found = [];
const counts = { documents: paths.length, methods: 0, calls: 0, refused: 0 };

if (!isDeepStrictEqual(read(metaPath), JSON.parse(JSON.stringify(meta)))) found.push("the official schema has changed");
if (!isDeepStrictEqual(read(innerPath), JSON.parse(JSON.stringify(inner)))) found.push("the inner schema has changed");

// The identifier of the inner schema ends in a slash, and the references to it do not.
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false });
ajv.addMetaSchema({ ...inner, $schema: undefined });
ajv.addSchema({ $id: "https://meta.json-schema.tools", $ref: "https://meta.json-schema.tools/" });
const isOpenRpc = ajv.compile({ ...meta, $schema: undefined });

console.warn = () => {};
console.error = () => {};

for (const path of paths) {
  const document = read(path);
  if (!isOpenRpc(document)) found.push(`${path}: ajv: ${ajv.errorsText(isOpenRpc.errors)}`);
  const verdict = validateOpenRPCDocument(document);
  if (verdict !== true) found.push(`${path}: schema-utils-js: ${verdict.message}`);
  const parsed = await parseOpenRPCDocument(read(path));
  const typings = new (typingsModule.default ?? typingsModule)(parsed);
  writeFileSync(path.replace(/\.json$/, ".ts"), typings.toString("typescript"));
  called(path, await parseOpenRPCDocument(read(path)));
}

// Calls with the examples are taken, and calls with an object in the place of a text are not.
function called(path, parsed) {
  const validator = new MethodCallValidator(parsed);
  for (const method of parsed.methods) {
    counts.methods += 1;
    for (const example of method.examples ?? []) {
      const params = example.params.map((each) => each.value);
      const errors = validator.validate(method.name, params);
      counts.calls += 1;
      if (!Array.isArray(errors) || errors.length) found.push(`${path}: ${method.name} ${example.name}: ${errors}`);
      if (typeof params[0] === "string") {
        const wrong = validator.validate(method.name, [{ no: "text" }, ...params.slice(1)]);
        if (wrong.length) counts.refused += 1;
        else found.push(`${path}: ${method.name} takes an object for ${method.params[0].name}`);
      }
    }
  }
}

process.stdout.write(`${JSON.stringify({ ...counts, disagreements: found })}\n`);
