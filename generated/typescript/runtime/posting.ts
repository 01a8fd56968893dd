/** How a query travels: in the URL, as a form when that is too long, in parts when it carries a file. */

import { quoted } from "./codecs.js";
import type { HttpRequest } from "./http.js";

/** Name and text of a member of a query. */
export type Pair = readonly [name: string, text: string];

const utf8 = /* @__PURE__ */ new TextEncoder();

/** How a query is to be sent. */
export interface Posting {
  /** Members that are sent as files; one that is there makes a form of parts. */
  readonly files: ReadonlySet<string>;
  /** Characters of a URL above which the query is sent as a form; `null`: never. */
  readonly postOver: number | null;
  /** Media type of the answer. */
  readonly accept: string;
}

/** The request that carries the members of a query. */
export function requestOf(url: string, pairs: readonly Pair[], how: Posting): HttpRequest {
  const headers = { Accept: how.accept };
  if (pairs.some(([name]) => how.files.has(name))) {
    const boundary = boundaryOf(pairs);
    return {
      method: "POST",
      url,
      headers: { ...headers, "Content-Type": `multipart/form-data; boundary=${boundary}` },
      body: utf8.encode(parts(pairs, how.files, boundary)),
    };
  }
  // Blanks become %20, never "+": not every program undoes the plus.
  const query = pairs.map(([name, text]) => `${quoted(name)}=${quoted(text)}`).join("&");
  const whole = query === "" ? url : `${url}?${query}`;
  if (how.postOver !== null && whole.length > how.postOver) {
    return {
      method: "POST",
      url,
      headers: { ...headers, "Content-Type": "application/x-www-form-urlencoded" },
      body: utf8.encode(query),
    };
  }
  return { method: "GET", url: whole, headers, body: null };
}

function parts(pairs: readonly Pair[], files: ReadonlySet<string>, boundary: string): string {
  const lines = pairs.flatMap(([name, text]) => {
    const called = name.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
    const head = `Content-Disposition: form-data; name="${called}"`;
    return files.has(name)
      ? [`--${boundary}`, `${head}; filename="upload.txt"`, "Content-Type: text/plain", "", text]
      : [`--${boundary}`, head, "", text];
  });
  return [...lines, `--${boundary}--`, ""].join("\r\n");
}

/** A line that no part holds; the same parts have the same one. */
function boundaryOf(pairs: readonly Pair[]): string {
  const whole = pairs.flat().join("\n");
  let number = 0;
  while (whole.includes(`part-boundary-${String(number)}`)) {
    number += 1;
  }
  return `part-boundary-${String(number)}`;
}
