"""The environment variables of a service: what they mean, what they choose now, and which look misspelt."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from msgspec import Struct

from .display import value as shown
from .errors import ConfigError
from .servers import Origin, ServerConfig, Servers, chosen

CLOSE: Final = 0.85
"""How alike two names are that are one and a slip of it (see ``difflib``)."""

MANY: Final = 10_000
"""Names in an environment beyond which nobody looks for slips."""

SHORTEST: Final = 3
"""Letters of the beginning of a word that may stand for it."""


class Variable(Struct, frozen=True):
    """An environment variable that users of a service set.

    Parameters
    ----------
    name : str
        As it is written.
    holds : str
        ``url``, ``server`` (the id of one), ``folder`` or ``text``.
    summary : str
        What it means.
    example : str
        A right value.
    pattern : str, optional
        What a right text looks like.
    sets : str, optional
        ``base_url`` or ``server``: what it chooses here; without it, only other programs read it.
    secret : bool
        Its value is never shown.
    """

    name: str
    holds: Literal["url", "server", "folder", "text"]
    summary: str
    example: str
    pattern: str | None = None
    sets: Literal["base_url", "server"] | None = None
    secret: bool = False

    @property
    def value(self) -> str | None:
        """What it is set to now; blanks around it do not count, and a blank one is not set."""
        return os.environ.get(self.name, "").strip() or None

    @property
    def called(self) -> str:
        """What stands before its value in messages."""
        return f"the environment variable {self.name} is "


Environment = tuple[Variable, ...]


class Settings(NamedTuple):
    """The variables that choose a server, and their values at one moment."""

    url_variable: Variable | None
    server_variable: Variable | None
    url: str | None
    server: str | None

    @property
    def decides(self) -> Variable | None:
        """The variable that chooses; the URL goes before the id."""
        if self.url is not None:
            return self.url_variable
        return self.server_variable if self.server is not None else None


def settings(environment: Environment) -> Settings:
    """Return what the environment says now."""
    by_role = {each.sets: each for each in environment}
    url, server = by_role.get("base_url"), by_role.get("server")
    return Settings(url, server, url.value if url else None, server.value if server else None)


def chosen_now(
    servers: Servers, default: str | None, environment: Environment, said: Settings
) -> ServerConfig:
    """Return the server that the environment names, else the default.

    Raises
    ------
    ConfigError
        Nothing names one, or what does is wrong.
    """
    url, server = said.url_variable, said.server_variable
    if (url or server) and said.decides is None and default is None:
        raise ConfigError(f"no server is named: {_unset(environment, said)}; set {_either(servers, said)}")
    origin = Origin(
        server.called if server else "server=",
        url.called if url else "base_url=",
        f"set {url.name} to a URL" if url else "give base_url=",
    )
    return chosen(servers, default, None if said.url else said.server, said.url, origin)


def _either(servers: Servers, said: Settings) -> str:
    """Return what can be set to what."""
    parts: list[str] = []
    if said.url_variable is not None:
        parts.append(f"{said.url_variable.name} to a server's URL")
    if said.server_variable is not None:
        parts.append(f"{said.server_variable.name} to one of {', '.join(servers)}")
    return ", or ".join(parts)


def _unset(environment: Environment, said: Settings) -> str:
    """Return which variables are not set, and what is set in their place."""
    names = [each.name for each in (said.url_variable, said.server_variable) if each is not None]
    slips = [(slip, meant) for slip, meant in misspelt(environment, os.environ).items() if meant in names]
    if slips:
        return " and ".join(
            f"{meant} is not set, but {shown_name(slip)} is (did you mean {meant}?)" for slip, meant in slips
        )
    return f"neither {' nor '.join(names)} is set" if len(names) > 1 else f"{''.join(names)} is not set"


def shown_name(name: str) -> str:
    """Return a name from outside, made safe to print; quoted where it is no plain name."""
    plain = name.isascii() and name.replace("_", "").isalnum() and len(name) <= 64
    return name if plain else shown(name)


def misspelt(environment: Environment, names: Iterable[str]) -> dict[str, str]:
    """Return the names that look like a slip of a variable's name, each with the variable's.

    >>> known = (Variable("PORT_URL", "url", "Where.", ""), Variable("PORT_PATH", "folder", "Files.", ""))
    >>> misspelt(known, ["PORT_URI", "port_path", "PORT", "PATH", "PORT_URL"])
    {'PORT_URI': 'PORT_URL', 'port_path': 'PORT_PATH'}
    """
    known = [each.name for each in environment]
    others = [each for each in names if each not in known and 1 < len(each) <= 64]
    found = ((each, _meant(each, known)) for each in sorted(others)[:MANY])
    return {slip: meant for slip, meant in found if meant is not None}


def _meant(name: str, known: list[str]) -> str | None:
    from difflib import get_close_matches

    written = name.upper().replace("-", "_").strip("_")
    if written in known:
        return written
    cut = [each for each in known if _is_cut(written.split("_"), each.split("_"))]
    close = cut or get_close_matches(written, known, n=1, cutoff=CLOSE)
    return close[0] if close else None


def _is_cut(words: list[str], whole: list[str]) -> bool:
    """Whether words are beginnings of some of the whole's, the first of them and one more at least."""
    rest = iter(whole)
    return (
        len(words) > 1
        and words[0] == whole[0]
        and all(
            any(each == word or (len(each) >= SHORTEST and word.startswith(each)) for word in rest)
            for each in words
        )
    )
