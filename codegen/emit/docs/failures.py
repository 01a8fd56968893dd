"""The errors of every service: what each class means and what to do, as the page of errors tells it.

The classes themselves are hand-written code that the generator never imports; a test holds that
this is their tree.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """A class of errors."""

    parent: str | None
    means: str
    advice: str
    repeats: bool = False
    """The client sends the request again by itself, where the effect of the operation allows it."""


FAILURES: dict[str, Failure] = {
    "AstrowireError": Failure(
        None,
        "The root: every exception that a call raises is below it.",
        "Catch it where it does not matter what went wrong.",
    ),
    "RequestInvalid": Failure(
        "AstrowireError",
        "The arguments were refused; nothing was sent. It is a `ValueError` as well.",
        "`problems` names each argument, the rule that it breaks, and what would do.",
    ),
    "ConfigError": Failure(
        "AstrowireError",
        "A setting is missing or wrong: an argument of the client or an environment variable. It is a"
        " `ValueError` as well.",
        "The message names it; `python -m astrowire doctor` shows all settings.",
    ),
    "TransportError": Failure(
        "AstrowireError",
        "The bytes did not get through.",
        "See the three classes below it.",
    ),
    "NotSent": Failure(
        "TransportError",
        "Nothing reached the server: no name, no connection.",
        "Look at network, proxy and base URL. Sending again is always safe.",
        repeats=True,
    ),
    "Ambiguous": Failure(
        "TransportError",
        "The connection broke after sending began; the server may have acted.",
        "If `retry_safe` is false, ask the server how things stand before you call again.",
        repeats=True,
    ),
    "TlsError": Failure(
        "TransportError",
        "The server's certificate, or its TLS, was refused.",
        "Look at the clock, at certificates of a proxy, and at the base URL.",
    ),
    "DeadlineExceeded": Failure(
        "AstrowireError",
        "The time for the whole call, retries and waiting included, is over.",
        "Give more with `deadline=` (seconds), or ask for less.",
    ),
    "RedirectRefused": Failure(
        "AstrowireError",
        "The server points elsewhere, and the client does not follow there.",
        "If the new address is right, give it as base URL.",
    ),
    "HttpStatusError": Failure(
        "AstrowireError",
        "An HTTP status other than 200.",
        "`status` is the number, `excerpt` the beginning of what came.",
    ),
    "RateLimited": Failure(
        "HttpStatusError",
        "HTTP 429: too many requests.",
        "Wait `retry_after` seconds, if the server says so, and ask less often.",
        repeats=True,
    ),
    "ServerUnavailable": Failure(
        "HttpStatusError",
        "HTTP 5xx: the server, or its proxy, has trouble.",
        "Try later; where one request is the cause, it is one that the program does not survive.",
        repeats=True,
    ),
    "ResponseError": Failure(
        "AstrowireError",
        "The answer is not what the service promises.",
        "`excerpt` shows its beginning. Where the service has changed, the description must follow.",
    ),
    "NotJson": Failure(
        "ResponseError",
        "The body is something else than JSON: empty, a page, plain text.",
        "Often a page of a proxy, or a program that ended early; look at `excerpt`.",
        repeats=True,
    ),
    "Malformed": Failure(
        "ResponseError",
        "The body begins like JSON and is not: cut off, bad text, NaN, nested too deeply.",
        "Ask for less, or report it.",
    ),
    "BodyTooLarge": Failure(
        "ResponseError",
        "The body is larger than the operation allows.",
        "Ask for fewer records.",
    ),
    "SchemaMismatch": Failure(
        "ResponseError",
        "The answer is JSON of another shape.",
        "`problems` lists every difference with its place. The service may have changed; report it.",
    ),
    "EnvelopeMismatch": Failure(
        "ResponseError",
        "What is around the answer is wrong: where it ends, the members of a JSON-RPC envelope, or its id.",
        "Look at proxies and caches between you and the server.",
    ),
    "RemoteError": Failure(
        "AstrowireError",
        "The service understood and says no. Each service has classes of its own below it.",
        "The message is the server's reason, `answer` the whole validated answer.",
    ),
    "DownloadError": Failure(
        "AstrowireError",
        "A file could not be fetched whole and unharmed.",
        "Fetch it again.",
    ),
}
