"""Where a service is offered, and what each server can do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

from .display import address
from .display import value as shown
from .errors import ConfigError

_HARMLESS: Final = str.maketrans("", "", "./_-")
"""What stands between letters and digits of plain URLs."""

_LIKE: Final = "http://host/path/"
_QUOTES: Final = "'\"`\u2018\u2019\u201c\u201d"


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

    Parameters
    ----------
    servers : list of ServerConfig
        Those of the service.
    elsewhere : mapping of str to str, optional
        Hosts of which it is known that another service lives there, and which.

    Examples
    --------
    >>> Servers([ServerConfig("jsoc", "JSOC", "http://example.org/")])["JSOC"].title
    'JSOC'
    """

    def __init__(self, servers: list[ServerConfig], elsewhere: Mapping[str, str] | None = None) -> None:
        self._servers = {server.id: server for server in servers}
        self.elsewhere = elsewhere or {}

    def __getitem__(self, server: str) -> ServerConfig:
        return self._servers[server.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._servers)

    def __len__(self) -> int:
        return len(self._servers)

    def __contains__(self, server: object) -> bool:
        return isinstance(server, str) and server.lower() in self._servers


class Origin(msgspec.Struct, frozen=True):
    """What the settings that choose a server are called, for messages.

    Parameters
    ----------
    server, base_url : str
        Written before the value.
    instead : str
        What to do in place of naming a server.
    """

    server: str = "server="
    base_url: str = "base_url="
    instead: str = "give base_url="


ARGUMENTS: Final = Origin()


def chosen(
    servers: Servers, default: str | None, server: object, base_url: object, origin: Origin = ARGUMENTS
) -> ServerConfig:
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
    origin : Origin
        Where the two come from.

    Raises
    ------
    ConfigError
        The server is unknown, none was named and there is no default, or the URL is no http(s) URL.
    """
    called = origin.base_url
    if isinstance(server, str) and "://" in server:
        if base_url is not None:
            raise ConfigError(
                f"both {origin.server}{address(server)} and {called}{address(base_url)} are URLs; give one"
            )
        server, base_url, called = None, server, origin.server
    if not isinstance(server, str | ServerConfig | None):
        raise ConfigError(
            f"{origin.server} is an id ({', '.join(servers)}), a ServerConfig or a URL, not {shown(server)}"
        )
    url = None if base_url is None else _checked_host(servers, checked_url(base_url, called), called)
    if isinstance(server, ServerConfig):
        return _moved(server, url)
    if server is None and default is None and url is not None:
        return ServerConfig("custom", "custom server", url)
    name = server if server is not None else default
    if name is None:
        raise ConfigError(f"no server was named; give one of {', '.join(servers)}, or {origin.instead}")
    if name not in servers:
        raise ConfigError(
            f"{origin.server}{address(name)}: it names no server{_unknown(servers, name, origin)}"
        )
    return _moved(servers[name], url)


def _moved(server: ServerConfig, url: str | None) -> ServerConfig:
    return server if url is None else msgspec.structs.replace(server, base_url=url)


def _unknown(servers: Servers, name: str, origin: Origin) -> str:
    """Return what may have been meant, and what there is."""
    from difflib import get_close_matches

    close = get_close_matches(name[:64].lower().strip(), servers, n=1)
    hint = f" (did you mean {shown(close[0])}?)" if close else ""
    if not close and ("." in name or "/" in name):
        hint = " (a URL begins with http:// or https://)"
    return f"{hint}; known are {', '.join(servers)}, or {origin.instead}"


def _checked_host(servers: Servers, url: str, called: str) -> str:
    """Return the URL, or raise ``ConfigError`` where it is known that its host offers something else."""
    other = servers.elsewhere.get(url.split("/")[2].partition(":")[0].lower())
    if other is not None:
        raise ConfigError(
            f"{called}{address(url)}: it is a server of {other}, which is another service; "
            f"this one is offered by {', '.join(each.base_url for each in servers.values())}"
        )
    return url


def _is_plain(url: str) -> bool:
    """Say whether a URL needs no closer look; without a pattern, which whole imports would wait for."""
    scheme, _, rest = url.partition("://")
    return (
        scheme in {"http", "https"}
        and rest[:1].isalnum()
        and rest.endswith("/")
        and rest.isascii()
        and rest.translate(_HARMLESS).isalnum()
    )


def checked_url(url: object, called: str = "base_url=") -> str:
    """Return a base URL with its trailing slash, or raise ``ConfigError``.

    ``called``: what stands before the value in messages.
    """
    if isinstance(url, str) and _is_plain(url):
        return url
    said = f"{called}{address(url)}"
    if not isinstance(url, str):
        raise ConfigError(f"{said}: it is no text; a base URL is written like {_LIKE}")
    if wrong := _misspelt(url) or _unusable(url):
        raise ConfigError(f"{said}: it {wrong}")
    return url if url.endswith("/") else url + "/"


def _misspelt(url: str) -> str | None:
    """Return what a slip of the hand, or of the shell, did to a URL."""
    if not url.strip():
        return f"is empty; write it like {_LIKE}"
    if url != url.strip():
        return "has blanks around it; take them away"
    if url[0] in _QUOTES or url[-1] in _QUOTES:
        return "has quotation marks in it; quote it once: inner ones stay in the value"
    if "://" not in url:
        return f"has no scheme; write it with http:// or https:// in front, like {_LIKE}"
    return None


def _unusable(url: str) -> str | None:
    """Return why a URL can't be a base URL."""
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url)
        port_is_fine = parts.port is None or parts.port > 0
    except ValueError:
        return f"is no valid URL; write it like {_LIKE}"
    if parts.username is not None or parts.password is not None:
        return "holds a user name; leave it out and pass a requests.Session with auth="
    if parts.scheme not in {"http", "https"} or not parts.hostname or not port_is_fine:
        return f"is no http or https URL; write it like {_LIKE}"
    if parts.query or parts.fragment or not url.isascii() or any(char <= " " for char in url):
        return "can't be a base URL: no query, fragment, blanks or non-ASCII characters"
    return None
