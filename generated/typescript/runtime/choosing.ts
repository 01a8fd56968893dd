/** Which server a client's options mean, and, where they name none, the environment. */

import { address, shownValue } from "./display.js";
import { ConfigError } from "./errors.js";
import type { Server, Service } from "./servers.js";

const LIKE = "http://host/path/";
const QUOTES = "'\"`\u2018\u2019\u201c\u201d";

/** What the settings that choose a server are called, for messages. */
interface Origin {
  /** Written before the value. */
  readonly server: string;
  /** Written before the value. */
  readonly baseUrl: string;
  /** What to do in place of naming a server. */
  readonly instead: string;
}

const OPTIONS: Origin = { server: "server: ", baseUrl: "baseUrl: ", instead: "give baseUrl" };

/**
 * Return the server that a client's arguments mean.
 *
 * @param server - An id in any case, a server, a base URL, or nothing.
 * @param baseUrl - Replaces the base URL of the server.
 * @throws ConfigError - The server is unknown, none was named and there is no default, or the URL
 * is no http(s) URL.
 */
export function chosen(
  service: Service,
  server: unknown,
  baseUrl: unknown,
  origin: Origin = OPTIONS,
): Server {
  let [name, url, called] = [server ?? undefined, baseUrl ?? undefined, origin.baseUrl];
  if (typeof name === "string" && name.includes("://")) {
    if (url !== undefined) {
      const both = `${origin.server}${address(name)} and ${called}${address(url)}`;
      throw new ConfigError(`both ${both} are URLs; give one`);
    }
    [name, url, called] = [undefined, name, origin.server];
  }
  const moved =
    url === undefined ? undefined : checkedHost(service, checkedUrl(url, called), called);
  if (isServer(name)) {
    return { ...name, baseUrl: moved ?? checkedUrl(name.baseUrl, "the server's baseUrl: ") };
  }
  const found = named(service, name, moved, origin);
  return moved === undefined ? found : { ...found, baseUrl: moved };
}

function named(service: Service, name: unknown, url: string | undefined, origin: Origin): Server {
  const known = Object.keys(service.servers).join(", ");
  if (name === undefined && service.defaultServer === null) {
    if (url !== undefined) {
      return { id: "custom", title: "custom server", baseUrl: url, endpoints: {}, settings: {} };
    }
    throw new ConfigError(`no server was named; give one of ${known}, or ${origin.instead}`);
  }
  const id = name ?? service.defaultServer;
  if (typeof id !== "string") {
    throw new ConfigError(
      `${origin.server}${shownValue(id)}: it is no id (${known}), no server and no URL`,
    );
  }
  const found = Object.entries(service.servers).find(([each]) => each === id.toLowerCase());
  if (found === undefined) {
    const hint = /[./]/.test(id) ? " (a URL begins with http:// or https://)" : "";
    const what = `it names no server${hint}; known are ${known}, or ${origin.instead}`;
    throw new ConfigError(`${origin.server}${address(id)}: ${what}`);
  }
  return found[1];
}

function isServer(found: unknown): found is Server {
  return typeof found === "object" && found !== null && "baseUrl" in found && "endpoints" in found;
}

/** The URL, unless it is known that its host offers something else. */
function checkedHost(service: Service, url: string, called: string): string {
  const { hostname } = new URL(url);
  const other = Object.entries(service.elsewhere).find(([each]) => each === hostname)?.[1];
  if (other !== undefined) {
    const here = Object.values(service.servers)
      .map((each) => each.baseUrl)
      .join(", ");
    const what = `it is a server of ${other}, which is another service; this one is offered by ${here}`;
    throw new ConfigError(`${called}${address(url)}: ${what}`);
  }
  return url;
}

/** Return a base URL with its trailing slash, or throw `ConfigError`. */
function checkedUrl(url: unknown, called: string): string {
  const wrong = typeof url === "string" ? (misspelt(url) ?? unusable(url)) : "is no text";
  if (typeof url !== "string" || wrong !== undefined) {
    throw new ConfigError(
      `${called}${address(url)}: it ${String(wrong)}; a base URL is written like ${LIKE}`,
    );
  }
  return url.endsWith("/") ? url : `${url}/`;
}

/** What a slip of the hand, or of the shell, did to a URL. */
function misspelt(url: string): string | undefined {
  if (url.trim() === "") {
    return "is empty";
  }
  if (url !== url.trim()) {
    return "has blanks around it; take them away";
  }
  if (QUOTES.includes(url.charAt(0)) || QUOTES.includes(url.slice(-1))) {
    return "has quotation marks in it; quote it once: inner ones stay in the value";
  }
  return url.includes("://")
    ? undefined
    : "has no scheme; write it with http:// or https:// in front";
}

/** Why a URL can't be a base URL. */
function unusable(url: string): string | undefined {
  let parts: URL;
  try {
    parts = new URL(url);
  } catch {
    return "is no valid URL";
  }
  if (parts.username !== "" || parts.password !== "" || /^[^:]*:\/\/[^/]*@/.test(url)) {
    return "holds a user name; leave it out";
  }
  if (!/^https?:$/.test(parts.protocol) || parts.hostname === "") {
    return "is no http or https URL";
  }
  if (/[?#]|[^!-~]/.test(url)) {
    return "can't be a base URL: no query, fragment, blanks or non-ASCII characters";
  }
  return undefined;
}

/**
 * Return the server that the environment names, read now; there is none in browsers.
 *
 * @throws ConfigError - Nothing names one, or what does is wrong.
 */
export function chosenNow(service: Service): Server {
  const { baseUrl, server } = service.environment;
  const [url, id] = [variable(baseUrl), variable(server)];
  if (url === undefined && id === undefined) {
    const names = [baseUrl, server].filter((each) => each !== null);
    const known = Object.keys(service.servers).join(", ");
    const or = names.length > 0 ? `, or set ${names.join(" or ")}` : "";
    throw new ConfigError(`no server was named; give one of ${known}, or baseUrl${or}`);
  }
  const origin: Origin = {
    server: `the environment variable ${String(server)} is `,
    baseUrl: `the environment variable ${String(baseUrl)} is `,
    instead: baseUrl === null ? "give baseUrl" : `set ${baseUrl} to a URL`,
  };
  return url === undefined
    ? chosen(service, id, undefined, origin)
    : chosen(service, undefined, url, origin);
}

/**
 * What an environment variable is set to now; blanks around it do not count, and a blank one is not
 * set.
 */
function variable(name: string | null): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  const text = name === null ? undefined : process?.env?.[name]?.trim();
  return text === "" ? undefined : text;
}
