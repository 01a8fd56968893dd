"""Every exception of the package: one root, ordered by what the caller can do about it.

Each error carries the facts (operation, request without secrets, HTTP status,
an excerpt of the body, whether sending again is safe), and its ``cause``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from .http import HttpResponse
from .problems import Problem, listing

OFTEN: Final = 1000
"""As often as a client's settings allow."""


class AstrowireError(Exception):
    """The root of every exception that this package raises.

    Parameters
    ----------
    message : str
        What was wrong, where, and what to do.
    operation : str, optional
        For example ``"drms.rs_list"``.
    request : str, optional
        The request in short, without secrets.
    status : int, optional
        The HTTP status, when there was an answer.
    excerpt : str, optional
        The beginning of the body, made printable.
    retry_safe : bool, optional
        Sending the same request again can do no harm.
    repeats : int, optional
        How many times more it may help to send it again, of one call; as its class says if left out.
    may_have_acted : bool, optional
        The server may have done what it was asked for, and did not say so; as its class says if left out.

    Attributes
    ----------
    cause : BaseException or None
        The exception underneath, of whatever library.

    Examples
    --------
    >>> error = ServerUnavailable("the server answered HTTP 503", operation="drms.rs_list", status=503)
    >>> str(error), error.status, error.retry_safe
    ('drms.rs_list: the server answered HTTP 503', 503, False)
    >>> isinstance(error, HttpStatusError) and isinstance(error, AstrowireError)
    True
    """

    repeats: int = 0
    may_have_acted: bool = False

    def __init__(
        self,
        message: str,
        *,
        operation: str | None = None,
        request: str | None = None,
        status: int | None = None,
        excerpt: str = "",
        retry_safe: bool = False,
        repeats: int | None = None,
        may_have_acted: bool | None = None,
    ) -> None:
        super().__init__(message)
        if repeats is not None:
            self.repeats = repeats
        if may_have_acted is not None:
            self.may_have_acted = may_have_acted
        self.message = message
        self.operation = operation
        self.request = request
        self.status = status
        self.excerpt = excerpt
        self.retry_safe = retry_safe

    def __str__(self) -> str:
        return f"{self.operation}: {self.message}" if self.operation else self.message

    @property
    def cause(self) -> BaseException | None:
        """The exception underneath, of whatever library."""
        return self.__cause__

    def __reduce__(self) -> tuple[Any, ...]:
        return (_rebuild, (type(self), self.args, self.__dict__))


def _rebuild(kind: type[AstrowireError], args: tuple[Any, ...], state: dict[str, Any]) -> AstrowireError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class RequestInvalid(AstrowireError, ValueError):
    """The arguments were refused before anything was sent; ``problems`` names each.

    Examples
    --------
    >>> print(RequestInvalid("these arguments can't be sent:", problems=[Problem("/n", "type", "no number")]))
    these arguments can't be sent:
      /n: no number [type]
    """

    def __init__(self, message: str, *, problems: Sequence[Problem] = (), **facts: Any) -> None:
        text = f"{message}\n{listing(problems)}" if problems else message
        super().__init__(text, **facts)
        self.problems = list(problems)


class ConfigError(AstrowireError, ValueError):
    """A setting (argument of a client, environment variable) is missing or wrong."""


class TransportError(AstrowireError):
    """The bytes did not get through."""


class NotSent(TransportError):
    """Nothing reached the server, so any request may be sent again."""

    repeats = OFTEN


class Ambiguous(TransportError):
    """The connection broke after sending began: the server may have acted."""

    repeats = OFTEN
    may_have_acted = True


class TlsError(TransportError):
    """The server's certificate or its TLS was refused."""


class DeadlineExceeded(AstrowireError):
    """The time for the whole call, retries and waiting included, is over."""


class RedirectRefused(AstrowireError):
    """The server points elsewhere, and the client does not follow there."""


class HttpStatusError(AstrowireError):
    """An HTTP status other than 200."""


class RateLimited(HttpStatusError):
    """HTTP 429: too many requests; ``retry_after`` is in seconds, when the server says so."""

    repeats = OFTEN

    def __init__(self, message: str, *, retry_after: float | None = None, **facts: Any) -> None:
        super().__init__(message, **facts)
        self.retry_after = retry_after


class ServerUnavailable(HttpStatusError):
    """HTTP 5xx; ``retry_after`` is in seconds, when the server says so."""

    repeats = OFTEN
    may_have_acted = True

    def __init__(self, message: str, *, retry_after: float | None = None, **facts: Any) -> None:
        super().__init__(message, **facts)
        self.retry_after = retry_after


class ResponseError(AstrowireError):
    """The answer is not what the service promises."""


class NotJson(ResponseError):
    """The body is something else than JSON: empty, a page, plain text."""

    repeats = 1
    may_have_acted = True


class Malformed(ResponseError):
    """The body begins like JSON and is not: cut off, bad text, NaN, nested too deeply."""


class BodyTooLarge(ResponseError):
    """The body is larger than the operation allows."""

    may_have_acted = True


class SchemaMismatch(ResponseError):
    """The answer is JSON of another shape; ``problems`` lists every difference, each with its place."""

    def __init__(self, message: str, *, problems: Sequence[Problem] = (), **facts: Any) -> None:
        text = f"{message}\n{listing(problems)}" if problems else message
        super().__init__(text, **facts)
        self.problems = list(problems)


class EnvelopeMismatch(ResponseError):
    """What is around the answer is wrong: where it ends, the members of a JSON-RPC envelope, or its id."""


class RemoteError(AstrowireError):
    """The service understood and says no.

    Each service has classes of its own below this one, so that a program can tell
    "no such series" from "too many pending requests".

    Attributes
    ----------
    answer : object
        The validated answer that means failure, for example with ``status`` and ``error``.
    response : HttpResponse or None
        The response that held it.
    """

    def __init__(self, message: str, *, answer: Any = None, **facts: Any) -> None:
        super().__init__(message, **facts)
        self.answer = answer
        self.response: HttpResponse | None = None


class DownloadError(AstrowireError):
    """A file could not be fetched whole and unharmed."""
