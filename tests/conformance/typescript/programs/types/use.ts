// What users write: it must mean the same however modules are looked up, and what is wrong must not compile.
import { AstrowireError, call, crds, drms, NotSent, type Fetch, type Problem } from "astrowire";
import { Client, type RsList } from "astrowire/drms";
import { rsList } from "astrowire/drms/rs_list";
import { DRMS, SERVERS } from "astrowire/drms/servers";

const client = new Client("jsoc", {
  deadline: 30,
  fetch: (url, init) => globalThis.fetch(url, init),
});
const platform: Fetch = fetch;

export async function answers(signal: AbortSignal): Promise<RsList> {
  const summary = await client.rsSummary({ ds: "hmi.m_720s[$]" }, { signal });
  const count: number = summary.count;
  const context: string = await new crds.Client("jwst").getDefaultContext({ observatory: "jwst" });
  const problems: Problem[] = rsList.validateResponse({ count, context });
  console.log(problems.map((each) => each.pointer.length));
  return await call(
    rsList,
    { ds: "hmi.m_720s[$]", key: ["T_REC"] },
    { service: DRMS, server: SERVERS.kis, fetch: platform },
  );
}

export function advice(error: unknown): string {
  if (error instanceof drms.PendingLimit) {
    const { status } = error.answer;
    return `${String(status)}: wait`;
  }
  if (error instanceof NotSent) {
    return "try again";
  }
  return error instanceof AstrowireError && error.retrySafe ? "ask again" : "give up";
}

export function mistakes(): void {
  // @ts-expect-error -- a required argument is missing
  void client.rsSummary({});
  // @ts-expect-error -- no operation has this argument
  void client.rsSummary({ ds: "a.b", nonsense: 1 });
  // @ts-expect-error -- it is a text
  void client.rsSummary({ ds: 5 });
  // @ts-expect-error -- there is no such operation
  void client.rsSummarize({ ds: "a.b" });
  // @ts-expect-error -- there is no such option
  void new Client("jsoc", { baseURL: "http://127.0.0.1/" });
}
