/** The two values that cross the wire. They hold bytes and do nothing. */

/** An HTTP request, ready to be sent by any transport. */
export interface HttpRequest {
  readonly method: "GET" | "POST";
  /** Absolute and percent-encoded. */
  readonly url: string;
  /** Only the headers that the protocol needs. */
  readonly headers: Readonly<Record<string, string>>;
  /** `null` for `GET`. */
  readonly body: Uint8Array | null;
}

/** An HTTP response, read to its end and with transfer and content encodings undone. */
export interface HttpResponse {
  readonly status: number;
  /** Looked at only to explain a failure. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}
