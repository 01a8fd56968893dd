// What the tests share: the desk that opens the places of faults, a clock of our own, files of the
// package.

const { desk } = JSON.parse(process.env.ASTROWIRE_SERVERS ?? "{}");

/** Ask the desk of `servers.py`. */
export async function ask(path, body = {}) {
  const response = await fetch(desk + path, { method: "POST", body: JSON.stringify(body) });
  if (response.status !== 200) throw new Error(`${path}: ${await response.text()}`);
  return await response.json();
}

/** A file of the installed package that its `exports` do not offer. */
export async function packageModule(path) {
  return await import(new URL(`node_modules/astrowire/dist/${path}`, import.meta.url));
}

/** A clock that stands still but for what is slept, and the list of what was slept. */
export class FakeTime {
  now = 1000;
  slept = [];

  clock = () => this.now;
  chance = () => 1;
  sleep = (seconds) => {
    this.slept.push(seconds);
    this.now += seconds;
    return Promise.resolve();
  };
}
