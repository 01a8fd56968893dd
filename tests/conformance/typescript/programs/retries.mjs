// What `retries.py` asks: how long the package waits before each attempt after the first.
import { text } from "node:stream/consumers";

import * as api from "astrowire";
import { packageModule } from "./support.mjs";

const { Retry } = await packageModule("runtime/retry.js");

const asked = JSON.parse(await text(process.stdin));
console.log(JSON.stringify(asked.map(answers)));

function answers({ attempts, chance, calls }) {
  const retry = new Retry({ clock: () => 0, sleep: () => Promise.resolve(), chance: () => chance });
  return calls.map(({ effect, errors }) => {
    const counted = retry.call(effect, attempts);
    const waits = [];
    for (const each of errors) {
      waits.push(counted.pause(made(each)) ?? null);
      if (waits.at(-1) === null) {
        return waits;
      }
    }
    counted.succeeded();
    return waits;
  });
}

function made({ name, facts }) {
  const { retry_after: retryAfter, repeats, may_have_acted: mayHaveActed } = facts;
  return new api[name]("no", { retryAfter, repeats, mayHaveActed, answer: null });
}
