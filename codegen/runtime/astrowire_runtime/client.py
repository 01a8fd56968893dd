"""The client that every service's generated client stands on."""

from __future__ import annotations

import itertools
import math
import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self, TypeVar, cast

from .display import CUT
from .display import value as shown
from .errors import AstrowireError, ConfigError, DeadlineExceeded, SchemaMismatch
from .http import HttpRequest, HttpResponse
from .log import logger
from .operation import HIDDEN, Effect, Operation
from .problems import Problem
from .retry import READING, Retry, harmless
from .servers import ServerConfig, Servers, chosen

if TYPE_CHECKING:
    import requests

    from .transport import Transport

T = TypeVar("T")

DEADLINE: Final = 120.0
TIMEOUT: Final = (10.0, 60.0)
ATTEMPTS: Final = 3
SHORTEST: Final = 3
"""Characters of a secret that are hidden where it is cut off; fewer say nothing."""


class BaseClient:
    """Calls operations of one server: encodes, sends, repeats what may be repeated, decodes.

    Parameters
    ----------
    server : str or ServerConfig, optional
        Id (any case), configuration, or base URL.
    base_url : str, optional
        Used in place of the server's own.
    deadline : float
        Seconds for a whole call, retries and waiting included.
    timeout : (float, float)
        Seconds to connect, seconds between two arrivals of bytes.
    attempts : int
        Sends of one request at most, where it may be repeated.
    session : requests.Session, optional
        One of your own, used as it is and not closed.
    strict : bool
        Refuse answers with duplicate members.

    Raises
    ------
    ConfigError
        An argument is wrong.

    Examples
    --------
    >>> from .servers import ServerConfig, Servers
    >>> class Client(BaseClient):
    ...     SERVERS = Servers([ServerConfig("main", "Main", "http://127.0.0.1:8000/")])
    >>> with Client("MAIN", timeout=(5, 30)) as client:
    ...     client.server.base_url
    'http://127.0.0.1:8000/'
    """

    SERVERS: ClassVar[Servers]
    DEFAULT_SERVER: ClassVar[str | None] = None
    USER_AGENT: ClassVar[str] = "astrowire"

    def __init__(
        self,
        server: str | ServerConfig | None = None,
        *,
        base_url: str | None = None,
        deadline: float = DEADLINE,
        timeout: tuple[float, float] = TIMEOUT,
        attempts: int = ATTEMPTS,
        session: requests.Session | None = None,
        strict: bool = False,
    ) -> None:
        self.server = chosen(self.SERVERS, self.DEFAULT_SERVER, server, base_url)
        self.deadline = _seconds("deadline", deadline)
        self.timeout = _pair_of_seconds("timeout", timeout)
        self.strict = strict
        self._retry = Retry(_attempts(attempts))
        self._session = _session(session)
        self._transports: dict[int, Transport] = {}
        self._ids = itertools.count(1)

    def __repr__(self) -> str:
        return f"{type(self).__module__.rpartition('.')[0]}.{type(self).__name__}({self.server.base_url!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections; the client opens new ones when it is used again."""
        transport = self._transports.pop(os.getpid(), None)
        if transport is not None:
            transport.close()

    def call(self, operation: Operation[T], arguments: Mapping[str, Any], *, described: object = None) -> T:
        """Call an operation and return its typed result.

        Parameters
        ----------
        operation : Operation
            For example ``OPERATIONS["rs_list"]``.
        arguments : mapping
            By name; more items than one call may carry are sent in several calls.
        described : object, optional
            What the service says of the things that the arguments name; they are then checked by it.

        Returns
        -------
        object
            The typed result; of several calls, their results as one.

        Raises
        ------
        AstrowireError
            Of the class that says what went wrong.
        """
        until = self._retry.clock() + self.deadline + operation.extra_time
        arguments = self._spoken(operation, arguments, described)
        slices = _slices(operation, arguments)
        # All are written before one is sent: what is wrong with the last is refused before any traffic.
        requests = [self._encoded(operation, each) for each in slices]
        parts = [self._exchanged(operation, each, arguments, until)[1] for each in requests]
        return parts[0] if len(parts) == 1 else _merged(parts)

    def exchange(self, operation: Operation[T], arguments: Mapping[str, Any]) -> tuple[HttpResponse, T]:
        """Send one request, repeating it as its effect allows.

        Parameters
        ----------
        operation : Operation
            For example ``OPERATIONS["rs_list"]``.
        arguments : mapping
            By name; never more items than one call may carry.

        Returns
        -------
        (HttpResponse, object)
            The response as it came, and the typed result.

        Raises
        ------
        AstrowireError
            Of the class that says what went wrong.
        """
        until = self._retry.clock() + self.deadline + operation.extra_time
        request = self._encoded(operation, arguments)
        return self._exchanged(operation, request, arguments, until)

    def _spoken(
        self, operation: Operation[Any], arguments: Mapping[str, Any], described: object
    ) -> Mapping[str, Any]:
        try:
            return operation.spoken(arguments, described)
        except AstrowireError as error:
            error.request = operation.redacted(arguments)
            raise

    def _encoded(self, operation: Operation[T], arguments: Mapping[str, Any]) -> HttpRequest:
        try:
            return operation.encode(arguments, self.server, id=next(self._ids))
        except AstrowireError as error:
            error.request = operation.redacted(arguments)
            raise

    def _exchanged(
        self, operation: Operation[T], request: HttpRequest, arguments: Mapping[str, Any], until: float
    ) -> tuple[HttpResponse, T]:
        effect = operation.effect_of(arguments)
        attempts = self._retry.call(effect)
        while True:
            try:
                found = self._attempt(operation, request, until, effect)
            except AstrowireError as error:
                error.operation = error.operation or operation.title
                error.request = operation.redacted(arguments)
                error.retry_safe = error.retry_safe or harmless(error, effect)
                _hide(error, operation.secrets(arguments))
                pause = None if isinstance(error, DeadlineExceeded) else attempts.pause(error)
                if pause is None and attempts.lost is not None and error.__cause__ is None:
                    raise error from (None if error is attempts.lost else attempts.lost)
                if pause is None:
                    raise
                message = "%s: attempt %d failed (%s), again in %.1f s"
                logger().info(message, error.request, attempts.count, type(error).__name__, pause)
                self._retry.wait(pause, until, error)
            else:
                attempts.succeeded()
                return found

    def _attempt(
        self, operation: Operation[T], request: HttpRequest, until: float, effect: Effect
    ) -> tuple[HttpResponse, T]:
        logger().debug("%s: %s %s", operation.title, request.method, self.server.base_url)
        response = self._sender().send(
            request,
            until=until,
            max_body=operation.max_body,
            reads=effect in READING,
            into=operation.into,
        )
        return response, operation.decode(response, request, strict=self.strict)

    def _sender(self) -> Transport:
        # Connections can't be shared with a parent process, so a forked one opens its own.
        process = os.getpid()
        if process not in self._transports:
            from .transport import Transport

            transport = Transport(
                self._session,
                timeout=self.timeout,
                user_agent=self.USER_AGENT,
                clock=self._retry.clock,
            )
            # Of two threads that come here at once, both go on with the transport of one.
            return self._transports.setdefault(process, transport)
        return self._transports[process]


def _hide(error: AstrowireError, secrets: Sequence[str]) -> None:
    """Take secrets out of what an error says: servers like to repeat what they were asked."""
    if not secrets:
        return
    error.message, error.excerpt = _hidden(error.message, secrets), _hidden(error.excerpt, secrets)
    error.args = tuple(_hidden(each, secrets) if isinstance(each, str) else each for each in error.args)
    if isinstance(error, SchemaMismatch):
        error.problems = [
            Problem(each.pointer, each.rule, _hidden(each.message, secrets)) for each in error.problems
        ]


def _hidden(text: str, secrets: Sequence[str]) -> str:
    for secret in secrets:
        text = text.replace(secret, HIDDEN)
        # What a server says is cut off somewhere, and that may be in the middle.
        for length in range(len(secret) - 1, SHORTEST - 1, -1):
            text = text.replace(secret[:length] + CUT, HIDDEN + CUT)
    return text


def _session(value: requests.Session | None) -> requests.Session | None:
    # Told by what it can do: to ask for its class would load requests.
    if value is not None and not callable(getattr(value, "prepare_request", None)):
        raise ConfigError(f"session must be a requests.Session, got {shown(value)}")
    return value


def _attempts(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ConfigError(f"attempts must be a whole number from 1, got {shown(value)}")
    return value


def _seconds(name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0 or math.isinf(value):
        raise ConfigError(f"{name} must be a number of seconds above 0, got {shown(value)}")
    return float(value)


def _pair_of_seconds(name: str, value: tuple[float, float]) -> tuple[float, float]:
    try:
        connect, read = value
    except (TypeError, ValueError):
        message = f"{name} must be two numbers, (connect, read) in seconds, got {shown(value)}"
        raise ConfigError(message) from None
    return _seconds(name, connect), _seconds(name, read)


def _slices(operation: Operation[Any], arguments: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    batch = operation.batch
    # What is no mapping is refused where all arguments are.
    is_mapping = isinstance(arguments, Mapping)  # pyright: ignore[reportUnnecessaryIsInstance]
    given = arguments.get(batch.argument) if batch and is_mapping else None
    if batch is None or not isinstance(given, list | tuple):
        return [arguments]
    items = cast("Sequence[object]", given)
    if len(items) <= batch.size:
        return [arguments]
    starts = range(0, len(items), batch.size)
    return [{**arguments, batch.argument: items[start : start + batch.size]} for start in starts]


def _merged(parts: list[Any]) -> Any:
    """Join the results of several slices: maps by key, lists in order."""
    whole: Any = parts[0]
    for part in parts[1:]:
        if hasattr(whole, "update"):
            whole.update(part)
        else:
            whole.extend(part)
    return whole
