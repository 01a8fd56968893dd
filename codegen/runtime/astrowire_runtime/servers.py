"""Where a service is offered, and what each server can do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

from .display import value as shown
from .errors import ConfigError

_PLAIN_URL: Final = re.compile(r"https?://[a-z0-9][a-z0-9.-]*(?::[0-9]{1,4})?/(?:[A-Za-z0-9_-]+/)*\Z")
"""URLs that need no closer look."""


class ServerConfig(msgspec.Struct, frozen=True):
    """One server of a service.

    Parameters
    ----------
    id : str
        Lower-case name, for example ``jsoc``.
    title : str
        Name for people.
    base_url : str
        Absolute, ``http`` or ``https``, with a trailing slash.
    endpoints : mapping of str to str
        Endpoint to path below ``base_url``; the server lacks the operations of other endpoints.
    settings : mapping of str to str
        Values that requests to this server carry.

    Examples
    --------
    >>> ServerConfig("mine", "Mine", "http://127.0.0.1:8000/cgi").base_url
    'http://127.0.0.1:8000/cgi/'
    """

    id: str
    title: str
    base_url: str
    endpoints: Mapping[str, str] = {}
    settings: Mapping[str, str] = {}

    def __post_init__(self) -> None:
        msgspec.structs.force_setattr(self, "base_url", checked_url(self.base_url))


class Servers(Mapping[str, ServerConfig]):
    """The servers of a service by id, in any case.

    >>> Servers([ServerConfig("jsoc", "JSOC", "http://example.org/")])["JSOC"].title
    'JSOC'
    """

    def __init__(self, servers: list[ServerConfig]) -> None:
        self._servers = {server.id: server for server in servers}

    def __getitem__(self, server: str) -> ServerConfig:
        return self._servers[server.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._servers)

    def __len__(self) -> int:
        return len(self._servers)

    def __contains__(self, server: object) -> bool:
        return isinstance(server, str) and server.lower() in self._servers


def chosen(servers: Servers, default: str | None, server: object, base_url: str | None) -> ServerConfig:
    """Return the server that a client's arguments mean.

    Parameters
    ----------
    servers : Servers
        Those of the service.
    default : str or None
        Id of the one that is meant when none is named.
    server : str, ServerConfig or None
        An id, a configuration, or a base URL.
    base_url : str or None
        Replaces the base URL of the server.

    Raises
    ------
    ConfigError
        The server is unknown, none was named and there is no default, or the URL is no http(s) URL.
    """
    if isinstance(server, ServerConfig):
        return _moved(server, base_url)
    if not isinstance(server, str | None):
        raise ConfigError(
            f"a server is an id ({', '.join(servers)}), a ServerConfig or a URL, not {shown(server)}"
        )
    if server is not None and "://" in server:
        if base_url is not None:
            raise ConfigError(
                f"both server={shown(server)} and base_url={shown(base_url)} are URLs; give one"
            )
        server, base_url = None, server
    if server is None and default is None and base_url is not None:
        return ServerConfig("custom", "custom server", base_url)
    name = server if server is not None else default
    if name is None:
        raise ConfigError(f"no server was named; give one of {', '.join(servers)}, or base_url=")
    if name not in servers:
        raise ConfigError(f"unknown server {shown(name)}; known are {', '.join(servers)}, or give base_url=")
    return _moved(servers[name], base_url)


def _moved(server: ServerConfig, base_url: str | None) -> ServerConfig:
    return server if base_url is None else msgspec.structs.replace(server, base_url=base_url)


def checked_url(url: object) -> str:
    """Return a base URL with its trailing slash, or raise ``ConfigError``."""
    if not isinstance(url, str):
        raise ConfigError(f"a base URL is a text, not {shown(url)}")
    if _PLAIN_URL.match(url):
        return url
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url)
        port_is_fine = parts.port is None or parts.port > 0
    except ValueError:
        raise ConfigError(f"{shown(url)} is no valid URL") from None
    if parts.username is not None or parts.password is not None:
        raise ConfigError(
            f"the URL of host {parts.hostname} holds a user name; pass a requests.Session with auth="
        )
    if parts.scheme not in {"http", "https"} or not parts.hostname or not port_is_fine:
        raise ConfigError(f"{shown(url)} is no http or https URL; write it like http://host/path/")
    if parts.query or parts.fragment or not url.isascii() or any(char <= " " for char in url):
        raise ConfigError(
            f"{shown(url)} can't be a base URL: no query, fragment, blanks or non-ASCII characters"
        )
    return url if url.endswith("/") else url + "/"
