"""The interfaces of the services' own documents: same names, same arguments, plain results."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from .client import BaseClient
from .environment import Environment, Settings, chosen_now, settings
from .errors import ConfigError, RemoteError, RequestInvalid
from .operation import HIDDEN, Operation
from .rules import Needs
from .servers import ServerConfig

P = ParamSpec("P")
T = TypeVar("T")


def face_arguments(operation: Operation[Any], arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments as the documents' client would send them.

    Deprecated names are taken over with a warning, and a combination that the
    typed client refuses is repaired where the documents' client repairs it.
    """
    given = dict(arguments)
    for parameter in operation.parameters:
        for alias in parameter.aliases:
            if alias in given:
                value = given.pop(alias)
                if value is not None and given.get(parameter.name) is None:
                    warnings.warn(
                        f"{operation.name}({alias}=) is deprecated, use {parameter.name}=",
                        DeprecationWarning,
                        stacklevel=4,
                    )
                    given[parameter.name] = value
    canonical = operation.canonical(given)
    for rule in operation.rules:
        if isinstance(rule, Needs) and rule.face_sends is not None and rule.problem(canonical):
            given[rule.argument] = rule.face_sends
    return given


def face_call(client: BaseClient, operation: Operation[Any], given: Mapping[str, Any]) -> Any:
    """Call an operation and return its answer as plain values, as the server sent it.

    Answers that mean failure are returned too where the operation has arms for
    them; a JSON-RPC fault raises.
    """
    try:
        response, _ = client.exchange(operation, given)
    except RemoteError as error:
        if error.response is None or not operation.is_answer(error.response):
            raise
        response = error.response
    return operation.plain(response)


def _url_without_secrets(operation: Operation[Any], given: Mapping[str, Any], server: ServerConfig) -> str:
    """Return the URL of a request in which secrets, and what is derived from them, are hidden."""
    url = operation.encode(given, server).url
    names = [each.name for each in operation.parameters if each.secret and given.get(each.name) is not None]
    if not names:
        return url
    try:
        return operation.encode({**given, **dict.fromkeys(names, HIDDEN)}, server).url
    except RequestInvalid:  # what hides them may not stand there
        return url.partition("?")[0]


class FaceClass:
    """Base of the face that is a class: one object for one server.

    Parameters
    ----------
    server : str or ServerConfig
        Registered server id (any case), a configuration, or a base URL.
    debug : bool
        Print the URL of every request, with its secrets hidden.
    """

    CLIENT: type[BaseClient]

    def __init__(self, server: str | ServerConfig, debug: bool) -> None:
        self._client = self.CLIENT(server)
        self.debug = debug

    @property
    def server(self) -> ServerConfig:
        """The server's configuration."""
        return self._client.server

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.server.title!r}>"

    def _call(self, operation: Operation[Any], arguments: Mapping[str, Any]) -> Any:
        given = face_arguments(operation, arguments)
        if self.debug:
            print(_url_without_secrets(operation, given, self.server))
        return face_call(self._client, operation, given)


class FaceModule:
    """What stands behind a face that is a module of functions: a client that the environment chooses.

    Parameters
    ----------
    client : type of BaseClient
        Of the service.
    environment : tuple of Variable
        The service's variables; of those that set something, a URL goes before the id of a server.
    """

    def __init__(self, client: type[BaseClient], environment: Environment = ()) -> None:
        self._kind = client
        self._environment = environment
        self._clients: dict[tuple[int, str | None, str | None], BaseClient] = {}

    def client(self) -> BaseClient:
        """Return the client for the server that the environment names now.

        Raises
        ------
        ConfigError
            Neither variable is set, or one names nothing usable.
        """
        said = settings(self._environment)
        key = (os.getpid(), said.url, None if said.url else said.server)
        if key not in self._clients:
            self._clients[key] = self._made(said)
        return self._clients[key]

    def _made(self, said: Settings) -> BaseClient:
        kind = self._kind
        try:
            return kind(chosen_now(kind.SERVERS, kind.DEFAULT_SERVER, self._environment, said))
        except ConfigError as error:
            package = kind.__module__.rpartition(".")[0].rpartition(".")[0]
            raise ConfigError(f"{error.message} (python -m {package} doctor shows every setting)") from None

    def call(
        self,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        plain: Callable[[Any], Any] | None = None,
    ) -> Any:
        """Call an operation; ``plain`` brings its answer into the form that the documents show."""
        answer = face_call(self.client(), operation, face_arguments(operation, arguments))
        return plain(answer) if plain else answer


class Struct(dict[str, Any]):
    """A dictionary whose members are attributes too.

    >>> found = Struct(status=0)
    >>> found.status, found["status"], found == {"status": 0}
    (0, 0, True)
    """

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name: str, value: Any) -> None:
        self[name] = value


def also_named(**others: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Let a function take arguments under the names that another client has for them.

    Parameters
    ----------
    **others : str
        The other name, and the function's own.

    Examples
    --------
    >>> @also_named(width="wide")
    ... def area(wide: int, high: int) -> int:
    ...     return wide * high
    >>> area(high=2, **{"width": 3})
    6
    """

    def decorated(function: Callable[P, T]) -> Callable[P, T]:
        @wraps(function)
        def taking(*args: P.args, **given: P.kwargs) -> T:
            for other, own in others.items():
                if other in given and own not in given:
                    given[own] = given.pop(other)
            return function(*args, **given)

        return taking

    return decorated


def ascending_tuples(rows: list[list[Any]]) -> list[tuple[Any, ...]]:
    """Return rows as tuples, sorted: what the documents' client makes of lists that arrive newest first."""
    return sorted(tuple(row) for row in rows)
