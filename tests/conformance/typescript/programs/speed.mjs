// How long a large answer takes to decode, beside JSON.parse alone: turns as the argument, the body on standard
// input, and one line of JSON out: milliseconds of every turn.

import { buffer } from "node:stream/consumers";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import { getFileInfoMap } from "astrowire/crds/get_file_info_map";

const TURNS = Number(process.argv[2]);

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");

const body = new Uint8Array(await buffer(process.stdin));
const ways = {
  parse: () => JSON.parse(new TextDecoder().decode(body)),
  decode: () => getFileInfoMap.decode({ status: 200, headers: {}, body }),
};
const times = { parse: [], decode: [] };

for (let turn = 0; turn < TURNS; turn += 1) {
  for (const name of ["parse", "decode"]) {
    // What one way leaves behind must not be cleared away while the other runs.
    collectGarbage();
    const start = performance.now();
    ways[name]();
    times[name].push(performance.now() - start);
  }
}

console.log(JSON.stringify(times));
