// Replays the cases with ajv. `node replay.mjs GENERATED SPEC` prints one line of JSON with counts and every
// disagreement; `node replay.mjs GENERATED --serve` answers lines on its input (see `serve`).

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { gunzipSync } from "node:zlib";

import { Ajv2020 } from "ajv/dist/2020.js";

const MOST = 50;

// Texts that JSON.parse takes and that are no document, by the name of the mutation, each with the reason.
const LENIENT = {
  "lone-surrogate": "strings of JavaScript may hold them",
  "out-of-range": "the number becomes an infinity",
  "too-deep": "there is no limit",
};

// Rules between arguments and of codecs, which a schema tells with keywords of its own, or not at all.
const BETWEEN = new Set(["at_least_one_of", "at_most_one_of", "goes_with", "key", "needs", "never", "steps"]);

const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  allowUnionTypes: true, // "type" with two names: a number, or the same number as a text
  strictTypes: false, // "properties" beside "anyOf" without a "type" of its own: rules between arguments
  strictRequired: false, // "required" in an alternative whose "properties" stand beside it
  strictTuples: true,
});
for (const note of ["x-key-pattern", "x-packed"]) ajv.addKeyword(note);

/** The validators of one folder of generated files, each compiled when it is first asked for. */
class Validators {
  constructor(generated) {
    this.generated = generated;
    this.compiled = new Map();
  }

  at(path) {
    if (!this.compiled.has(path)) {
      this.compiled.set(path, ajv.compile(JSON.parse(readFileSync(join(this.generated, path), "utf8"))));
    }
    return this.compiled.get(path);
  }

  /** The places of all that is wrong, with the keyword that says so; none: the value is valid. */
  errors(path, value) {
    const validate = this.at(path);
    return validate(value) ? [] : validate.errors.map((each) => [each.instancePath, each.keyword]);
  }
}

/** A text with its edits, which count characters; where they stand the text is ASCII. */
function edited(text, edits) {
  let found = "";
  let end = 0;
  for (const [at, drop, put] of edits) {
    found += text.slice(end, at) + put;
    end = at + drop;
  }
  return found + text.slice(end);
}

function received(file, one, spec) {
  if (one.file !== undefined) return readFileSync(join(spec, one.file));
  if (one.base64 !== undefined) return Buffer.from(one.base64, "base64");
  return Buffer.from(one.text ?? edited(file.documents[one.base], one.edits), "utf8");
}

/** The text of a body, or null where it is none. */
function textOf(body, charset) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return charset === "latin-1" ? body.toString("latin1") : null;
  }
}

const UNREADABLE = Symbol("no document");

function documentOf(file, one, spec) {
  const text = textOf(received(file, one, spec), file.charset);
  if (file.body !== "json") return text ? text : UNREADABLE;
  if (text === null) return UNREADABLE;
  try {
    return JSON.parse(text);
  } catch {
    return UNREADABLE;
  }
}

/** The places of all that is wrong with the document of a body. */
function errorsOf(validators, file, one, document) {
  if (!one.envelope) return validators.errors(file.response_schema, document);
  const found = validators.errors(`jsonschema/${file.service}/envelope.json`, document);
  if (found.length || document.error !== null) return found;
  const result = one.packed
    ? JSON.parse(gunzipSync(Buffer.from(document.result.crds_payload, "base64")).toString("utf8"))
    : document.result;
  return validators.errors(file.response_schema, result);
}

/** Whether an error is the one that a case names. */
const isNamed = (one) => ([place, keyword]) => place === one.pointer && keyword === one.rule;

class Replay {
  constructor(generated, spec) {
    this.validators = new Validators(generated);
    this.generated = generated;
    this.spec = spec;
    this.counts = { operations: 0, calls: 0, "refused calls": 0, accepted: 0, rejected: 0, unreadable: 0 };
    this.lenient = {};
    this.differences = 0;
    this.disagreements = [];
  }

  differs(file, one, said) {
    this.differences += 1;
    if (this.disagreements.length < MOST) {
      this.disagreements.push({ operation: `${file.service}.${file.operation}`, case: one.name, said });
    }
  }

  all() {
    for (const service of readdirSync(join(this.generated, "cases"), { withFileTypes: true })) {
      if (!service.isDirectory()) continue;
      for (const name of readdirSync(join(this.generated, "cases", service.name)).sort()) {
        const path = join(this.generated, "cases", service.name, name);
        this.operation(JSON.parse(readFileSync(path, "utf8")));
      }
    }
    const { counts, lenient, differences, disagreements } = this;
    return { ...counts, lenient, differences, disagreements };
  }

  operation(file) {
    this.counts.operations += 1;
    for (const one of file.requests) this.call(file, one);
    for (const one of file.bodies) this.body(file, one);
  }

  call(file, one) {
    const isSent = one.wire !== undefined;
    this.counts[isSent ? "calls" : "refused calls"] += 1;
    const found = this.validators.errors(file.request_schema, one.arguments);
    const isValid = one.beyond_schema ? !isSent : isSent;
    const isTold = one.pointer !== undefined && !BETWEEN.has(one.rule);
    if (isValid !== (found.length === 0) || (isTold && !found.some(isNamed(one)))) this.differs(file, one, found);
  }

  body(file, one) {
    this.counts[one.verdict] += 1;
    const document = documentOf(file, one, this.spec);
    if (one.verdict === "unreadable") {
      if (document !== UNREADABLE) this.taken(file, one);
      return;
    }
    if (file.body === "bytes") return;
    if (document === UNREADABLE) {
      this.differs(file, one, "no document");
      return;
    }
    const found = errorsOf(this.validators, file, one, document);
    if ((one.verdict === "accepted") !== (found.length === 0)) {
      this.differs(file, one, found.length ? found : "valid");
    } else if (one.pointer !== undefined && !found.some(isNamed(one))) {
      this.differs(file, one, found);
    }
  }

  /** JSON.parse took a text that is no document. */
  taken(file, one) {
    const mutation = one.name.split(".")[0];
    if (mutation in LENIENT) this.lenient[mutation] = (this.lenient[mutation] ?? 0) + 1;
    else this.differs(file, one, "a document");
  }
}

/**
 * Verdicts for another program: a line is `{"schema": path, "bodies": [text, ...]}`, the answer a line with a
 * text of one sign for each body: 1 valid, 0 not valid, - no document.
 */
async function serve(generated) {
  const validators = new Validators(generated);
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const { schema, bodies } = JSON.parse(line);
    const validate = validators.at(schema);
    const verdicts = bodies.map((body) => {
      try {
        return validate(JSON.parse(body)) ? "1" : "0";
      } catch {
        return "-";
      }
    });
    process.stdout.write(`${verdicts.join("")}\n`);
  }
}

const [generated, second] = process.argv.slice(2);
if (second === "--serve") await serve(generated);
else console.log(JSON.stringify(new Replay(generated, second).all()));
