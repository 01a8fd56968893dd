/** Where a service is offered, and what each server can do. */

/** One server of a service. */
export interface Server {
  /** Lower-case name, for example `jsoc`. */
  readonly id: string;
  /** Name for people. */
  readonly title: string;
  /** Absolute, `http` or `https`, with a trailing slash. */
  readonly baseUrl: string;
  /** Endpoint to path below `baseUrl`; the server lacks the operations of other endpoints. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** Values that requests to this server carry. */
  readonly settings: Readonly<Record<string, string>>;
}

/** A service: its servers, and what the choice of one needs. */
export interface Service {
  readonly name: string;
  /** By id, which is in lower case. */
  readonly servers: Readonly<Record<string, Server>>;
  /** The id of the server that is meant when none is named; `null`: one must be named. */
  readonly defaultServer: string | null;
  /** Hosts of which it is known that another service lives there, and which. */
  readonly elsewhere: Readonly<Record<string, string>>;
  /** The environment variables that name a server where nobody else does; `null`: there is none. */
  readonly environment: { readonly baseUrl: string | null; readonly server: string | null };
}

/** Where a program is: below the base URL, or below the host if its path begins with a slash. */
export function programUrl(baseUrl: string, path: string): string {
  if (!path.startsWith("/")) {
    return baseUrl + path;
  }
  const host = /^[^:]*:\/\/[^/]*/u.exec(baseUrl)?.[0] ?? "";
  return host + path;
}
