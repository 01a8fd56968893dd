"""The settings of one service, looked at: which server it speaks to, and every variable that users set."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from ..client import BaseClient
from ..display import address, shown, without_secrets
from ..environment import Environment, Settings, Variable, chosen_now, misspelt, settings, shown_name
from ..errors import AstrowireError, ConfigError, RemoteError
from ..operation import Operation
from ..patterns import Pattern
from ..servers import Origin, ServerConfig, checked_url, chosen
from .findings import Finding

DEADLINE: Final = 10.0
TIMEOUT: Final = (4.0, 8.0)
LONGEST: Final = 300
"""Characters of an error's text that are shown."""


class Subject(NamedTuple):
    """A service that is looked at.

    Parameters
    ----------
    name : str
        Of the service.
    client : type of BaseClient
        Its client.
    environment : tuple of Variable
        Its environment variables.
    probe, arguments : Operation, mapping
        What a server is asked to see whether it answers.
    """

    name: str
    client: type[BaseClient]
    environment: Environment = ()
    probe: Operation[Any] | None = None
    arguments: Mapping[str, Any] = {}


class Look(NamedTuple):
    """What the environment makes of a service at one moment."""

    subject: Subject
    said: Settings
    server: ServerConfig | None
    error: ConfigError | None


def look(subject: Subject) -> Look:
    """Return which server is meant now, or why none is."""
    said = settings(subject.environment)
    kind = subject.client
    try:
        server = chosen_now(kind.SERVERS, kind.DEFAULT_SERVER, subject.environment, said)
    except ConfigError as error:
        return Look(subject, said, None, error)
    return Look(subject, said, server, None)


def service(found: Look, *, every: bool) -> Iterator[Finding]:
    """Yield what there is to say of a service; ``every``: of variables that are not set too."""
    yield _server(found)
    yield from _contradiction(found)
    yield from _misspelt(found)
    # What keeps a server from being chosen is told already.
    told = found.said.decides if found.error else None
    for each in found.subject.environment:
        if each.name in os.environ and each is not told:
            yield _variable(found, each)
    yield from _not_set(found, every=every)


def _server(found: Look) -> Finding:
    name, decides = found.subject.name, found.said.decides
    if found.server is None:
        text = found.error.message if found.error else ""
        if decides is not None:
            return Finding("PROBLEM", name, text, {"variable": decides.name})
        return Finding("note", name, f"{text}; {name}.Client(...) takes its server as an argument")
    url, source = found.server.base_url, "default" if decides is None else decides.name
    others = [each for each in found.subject.client.SERVERS if each != found.server.id]
    where = f"{found.server.id}, the default" if decides is None else f"{found.server.id}, from {source}"
    more = f"; other servers: {', '.join(others)}" if others else ""
    facts = {"server": found.server.id, "base_url": url, "from": source}
    return Finding("ok", name, f"{shown(url)} ({where}{more})", facts)


def _contradiction(found: Look) -> Iterator[Finding]:
    """Yield a problem where the URL is that of a server, and the id says another."""
    url, server = found.said.url_variable, found.said.server_variable
    servers = found.subject.client.SERVERS
    said = found.said.server
    if url is None or server is None or found.said.url is None or found.server is None or said is None:
        return
    meant = [each.id for each in servers.values() if each.base_url == found.server.base_url]
    if meant and said in servers and servers[said].id not in meant:
        text = (
            f"{url.name} is the server {meant[0]}, but {server.name} says {servers[said].id}; "
            f"{url.name} goes first, so change or unset one of them"
        )
        yield Finding("PROBLEM", found.subject.name, text, {"variable": server.name})


def _misspelt(found: Look) -> Iterator[Finding]:
    by_name = {each.name: each for each in found.subject.environment}
    for slip, meant in misspelt(found.subject.environment, os.environ).items():
        name = shown_name(slip)
        facts = {"variable": name, "meant": meant}
        if by_name[meant].value is None:
            text = (
                f"{name} is set and nothing reads it; did you mean {meant}, which is not set? "
                f"{by_name[meant].summary} For example {meant}={by_name[meant].example}"
            )
            yield Finding("PROBLEM", found.subject.name, text, facts)
        else:
            text = f"{name} is set and nothing reads it; {meant}, which it resembles, is set too"
            yield Finding("note", found.subject.name, text, facts)


def _variable(found: Look, variable: Variable) -> Finding:
    """What a variable that is there holds."""
    name, value = found.subject.name, variable.value
    facts: dict[str, Any] = {"variable": variable.name, "summary": variable.summary}
    facts["read_here"] = variable.sets is not None
    if value is None:
        return Finding("note", name, f"{variable.name} is empty, which counts as not set", facts)
    text = "(not shown)" if variable.secret else address(value, 60)
    facts["value"] = None if variable.secret else shown(without_secrets(value))
    wrong = _wrong(found, variable, value)
    if wrong is not None:
        return Finding("PROBLEM", name, f"{wrong}. {variable.summary}", facts)
    read = "" if variable.sets is not None else f" (not read by {name} here)"
    return Finding("ok", name, f"{variable.name}={text} {variable.summary}{read}", facts)


def _wrong(found: Look, variable: Variable, value: str) -> str | None:
    """Return what is wrong with a value and what to do, or None."""
    said = f"{variable.name}={'...' if variable.secret else address(value, 60)}"
    try:
        match variable.holds:
            case "url":
                checked_url(value, f"{variable.name}=")
            case "server":
                chosen(
                    found.subject.client.SERVERS,
                    None,
                    value,
                    None,
                    Origin(f"{variable.name}=", instead="unset it"),
                )
            case "folder" if why := _no_folder(value):
                return f"{said}: it {why}; set it to a folder, like {variable.example}"
            case "text" if variable.pattern is not None and not Pattern(variable.pattern)(value):
                return f"{said}: it is none of its values; write it like {variable.example}"
            case _:
                pass
    except ConfigError as error:
        return error.message
    return None


def _no_folder(path: str) -> str | None:
    if os.path.isdir(path):
        return None if os.access(path, os.R_OK | os.X_OK) else "is a folder that can't be read"
    if path[0] in "'\"":
        return "has quotation marks in it, which the shell keeps inside others"
    if path[0] == "~":
        return "begins with ~, which the shell replaces only outside quotation marks"
    return "is a file" if os.path.exists(path) else "is not there"


def _not_set(found: Look, *, every: bool) -> Iterator[Finding]:
    """Yield a line on variables that are not set, or one on each."""
    missing = [each for each in found.subject.environment if each.name not in os.environ]
    name = found.subject.name
    if every:
        for each in missing:
            text = f"{each.name} is not set. {each.summary} For example {each.example}"
            yield Finding("ok", name, text, {"variable": each.name, "value": None})
        return
    read = [each.name for each in missing if each.sets is not None]
    others = len(missing) - len(read)
    if found.server is not None and read:
        yield Finding("ok", name, f"not set, and not needed: {', '.join(read)}")
    if others:
        text = f"{others} variables that only other programs read are not set (--all lists them)"
        yield Finding("ok", name, text)


def online(found: Look) -> Finding:
    """Ask a service's server, and say how it went."""
    name, probe = found.subject.name, found.subject.probe
    if found.server is None or probe is None:
        why = "no server is chosen" if found.server is None else "there is nothing to ask it"
        return Finding("note", name, f"no server was tried: {why}", {"answered": None})
    start = time.monotonic()
    asked = f"{shown(found.server.base_url)} asked for {probe.name}"
    with found.subject.client(found.server, deadline=DEADLINE, timeout=TIMEOUT, attempts=1) as client:
        try:
            client.call(probe, found.subject.arguments)
        except RemoteError:
            # A server that says no in the service's own words is there and well.
            pass
        except AstrowireError as error:
            kind = type(error).__name__
            words = shown(" ".join(error.message.split()), LONGEST)
            facts = {"answered": False, "error": kind, "message": words}
            return Finding("PROBLEM", name, f"{asked}: {kind}: {words}", facts)
    seconds = time.monotonic() - start
    facts = {"answered": True, "seconds": round(seconds, 3)}
    return Finding("ok", name, f"{asked} answers ({seconds:.2f} s)", facts)
