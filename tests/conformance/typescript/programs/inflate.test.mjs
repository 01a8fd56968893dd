// What is unpacked without the platform's streams is what zlib packed, and everything else is
// refused.

import assert from "node:assert/strict";
import { randomFillSync } from "node:crypto";
import { test } from "node:test";
import { constants, deflateSync, gzipSync, inflateSync } from "node:zlib";

import { BodyTooLarge, Malformed } from "astrowire";

// No part of the package's interface, so it is taken by its place.
import { inflated } from "./node_modules/astrowire/dist/runtime/inflate.js";

const MOST = 1 << 24;
const WORDS = ["jwst_miri_flat_", '{"size":"', "0123456789", "é€", "\n", "N/A", "sha1sum"];

/** Numbers that are the same in every run. */
function* numbers(seed) {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state;
  }
}

function text(seed, length) {
  const next = numbers(seed);
  let made = "";
  while (made.length < length) {
    made += WORDS[next.next().value % WORDS.length].repeat(1 + (next.next().value % 3));
  }
  return Buffer.from(made.slice(0, length));
}

const CONTENTS = [
  Buffer.alloc(0),
  Buffer.from("a"),
  Buffer.alloc(70000),
  randomFillSync(Buffer.alloc(70000)),
  Buffer.from(Array.from({ length: 256 }, (_, at) => at)),
  ...[10, 300, 32768, 65535, 65536, 200000].map((length) => text(length, length)),
];
const STRATEGIES = ["Z_DEFAULT_STRATEGY", "Z_FILTERED", "Z_HUFFMAN_ONLY", "Z_RLE", "Z_FIXED"];

test("everything that zlib packs comes back", () => {
  let count = 0;
  for (const content of CONTENTS) {
    for (const level of [0, 1, 6, 9]) {
      for (const name of STRATEGIES) {
        const options = { level, strategy: constants[name] };
        for (const packed of [deflateSync(content, options), gzipSync(content, options)]) {
          assert.ok(content.equals(inflated(packed, MOST, "it")), `${name} ${level}`);
          count += 1;
        }
      }
    }
  }
  assert.equal(count, CONTENTS.length * 40);
});

test("a header with all that gzip allows is passed over", () => {
  const content = text(7, 500);
  const [head, rest] = [gzipSync(content).subarray(0, 10), gzipSync(content).subarray(10)];
  const full = Buffer.from(head);
  full[3] = 4 | 8 | 16;
  const parts = [full, Buffer.from([3, 0, 1, 2, 3]), Buffer.from("name\0comment\0"), rest];
  assert.ok(content.equals(inflated(Buffer.concat(parts), MOST, "it")));
});

test("what is cut off, goes on, or is changed is refused, as by zlib", () => {
  const content = text(3, 4000);
  const next = numbers(11);
  let refused = 0;
  for (const packed of [deflateSync(content), gzipSync(content)]) {
    for (let cut = 0; cut < packed.length; cut += 7) {
      assert.throws(() => inflated(packed.subarray(0, cut), MOST, "it"), Malformed);
    }
    assert.throws(() => inflated(Buffer.concat([packed, Buffer.from([0])]), MOST, "it"), Malformed);
  }
  const packed = deflateSync(content);
  for (let turn = 0; turn < 2000; turn += 1) {
    const broken = Buffer.from(packed);
    broken[next.next().value % broken.length] ^= 1 << (next.next().value % 8);
    let wanted = null;
    try {
      wanted = inflateSync(broken);
    } catch {
      refused += 1;
    }
    if (wanted === null) {
      assert.throws(() => inflated(broken, MOST, "it"), Malformed);
    } else {
      assert.ok(wanted.equals(inflated(broken, MOST, "it")));
    }
  }
  assert.ok(refused > 1900);
});

test("a bomb is told by what it grows to", () => {
  const bomb = deflateSync(Buffer.alloc(64 << 20));
  assert.throws(() => inflated(bomb, 1 << 30, "the body"), BodyTooLarge);
  assert.throws(() => inflated(deflateSync(text(5, 5000)), 4999, "the body"), BodyTooLarge);
  assert.equal(inflated(deflateSync(Buffer.alloc(1 << 20)), MOST, "the body").length, 1 << 20);
});
