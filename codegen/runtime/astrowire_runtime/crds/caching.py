"""Files of a server in the cache: which of them lack, and how those get there."""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from ..client import BaseClient
from ..display import value as shown
from ..errors import AstrowireError, ConfigError, DownloadError, RequestInvalid
from ..log import logger
from ..saving import sweep
from . import cache, names
from .downloads import fetch, size_here
from .layout import Layout
from .static import FileFacts

OnFailure = Literal["raise", "raise at the end", "warn"]
"""What becomes of a file that can't be fetched: it ends all, the others are fetched first, a warning."""
MODES: Final = ("http", "plugin")
LISTED: Final = 8
"""Failures that a message lists."""

_GEIS: Final = re.compile(r"\w+\.r[0-9]h", re.ASCII)
_NONE: Final = frozenset({"n/a", "undefined"})
"""What stands in the place of a name where there is no file."""

Fetched = tuple[dict[str, str], int, int]
"""Path by name, how many files were not there, and how many bytes came for them."""


@dataclass(frozen=True)
class Source:
    """What files come from.

    Parameters
    ----------
    client : callable
        Returns the client.
    catalogue : callable
        Returns what the server says of its files; given false, what it said before.
    instruments : callable
        Asks the server for the instruments of files of an observatory, by name.
    url : callable
        Returns where a file of an observatory is fetched from, ``"none"`` if nowhere.
    """

    client: Callable[[], BaseClient]
    catalogue: Callable[[bool], Mapping[str, FileFacts]]
    instruments: Callable[[str, Sequence[str]], Mapping[str, str]]
    url: Callable[[str, str], str]


class Cacher:
    """Brings files of one observatory into the cache.

    Parameters
    ----------
    source : Source
        Where they come from.
    observatory : str
        Whose they are; a known one.
    ignore_cache : bool
        Fetch what is there as well; what is there stays until the new one is whole.
    on_failure : str
        What becomes of a file that can't be fetched.
    parameters : mapping, optional
        Matching parameters of a dataset, whose instrument the references belong to.
    """

    def __init__(
        self,
        source: Source,
        observatory: str,
        *,
        ignore_cache: bool = False,
        on_failure: OnFailure = "raise",
        parameters: Mapping[str, Any] | None = None,
    ) -> None:
        self._source = source
        self._observatory = observatory
        self._ignore_cache = ignore_cache
        self._on_failure: OnFailure = on_failure
        self._layout = Layout(observatory, parameters)
        self._failures: list[DownloadError] = []

    def get(self, files: Iterable[str]) -> Fetched:
        """Return the paths of files, after those were fetched that lack.

        What is there needs no server. It counts when its length is that of the catalogue, once that was read.

        Raises
        ------
        RequestInvalid
            A name is none of a mapping or a reference; nothing was fetched.
        ConfigError
            A setting says what can't be done.
        DownloadError
            A file could not be fetched.
        AstrowireError
            The server can't say what files it has.
        """
        places = self._places(_wanted(files))
        lacking = self._lacking(places, self._source.catalogue(False))
        size = 0
        if lacking and cache.is_only_read():
            for name in lacking:
                self._not_to_be_written(name, places[name])
        elif lacking:
            _require_http()
            known = self._source.catalogue(True)
            lacking = self._lacking(places, known)
            size = self._fetch_all({name: places[name] for name in lacking}, known)
        self._raise_failures()
        return places, len(lacking), size

    def _lacking(self, places: Mapping[str, str], known: Mapping[str, FileFacts]) -> list[str]:
        return [
            name
            for name, path in places.items()
            if self._ignore_cache or size_here(path, known.get(name)) is None
        ]

    def _places(self, wanted: Sequence[str]) -> dict[str, str]:
        places = {name: self._layout.place(name) for name in wanted}
        unknown = [name for name, path in places.items() if path is None]
        said: Mapping[str, str] = {}
        if unknown:
            said = self._source.instruments(self._observatory, unknown)
        for name in unknown:
            try:
                places[name] = self._layout.below(_instrument(said, name), name)
            except DownloadError as error:
                self._failed(name, error)
        return {name: path for name, path in places.items() if path is not None}

    def _fetch_all(self, places: Mapping[str, str], known: Mapping[str, FileFacts]) -> int:
        folders = {os.path.dirname(path): path for path in places.values()}
        for folder, path in folders.items():
            self._layout.prepare(path)
            sweep(folder)
        size = 0
        for number, (name, path) in enumerate(places.items(), 1):
            logger().info("fetching %s, file %d of %d", name, number, len(places))
            try:
                size += self._fetched(name, path, known.get(name))
            except ConfigError:
                raise
            except AstrowireError as error:
                self._failed(name, error)
        return size

    def _fetched(self, name: str, path: str, facts: FileFacts | None) -> int:
        url = self._source.url(name, self._observatory)
        if url == "none":
            raise ConfigError(f"the server names no place where {name} could be fetched from")
        return fetch(self._source.client(), url, path, facts, anew=self._ignore_cache)

    def _not_to_be_written(self, name: str, path: str) -> None:
        if not self._ignore_cache or size_here(path, None) is None:
            text = (
                "it is not in the cache as the server has it, and nothing is written, as the environment "
                "variable CRDS_READONLY_CACHE is set"
            )
            self._failed(name, DownloadError(text))

    # ------------------------------------------------------------------ failures

    def _failed(self, name: str, error: AstrowireError) -> None:
        found = DownloadError(
            f"{name} was not fetched: {error.message}{f' ({error.request})' if error.request else ''}",
            operation=error.operation,
            request=error.request,
            status=error.status,
            excerpt=error.excerpt,
            retry_safe=True,
        )
        found.__cause__ = error
        if self._on_failure == "raise":
            raise found
        if self._on_failure == "warn":
            warnings.warn(found.message, stacklevel=_outside())
        self._failures.append(found)

    def _raise_failures(self) -> None:
        if not self._failures or self._on_failure == "warn":
            return
        if len(self._failures) == 1:
            raise self._failures[0]
        lines = [f"\n  {each.message}" for each in self._failures[:LISTED]]
        more = len(self._failures) - LISTED
        lines += [f"\n  … and {more} more"] if more > 0 else []
        text = f"{len(self._failures)} files were not fetched:{''.join(lines)}"
        raise DownloadError(text, retry_safe=True) from self._failures[0]


def _wanted(files: Iterable[str]) -> list[str]:
    """The names of files, each once; with the data file of every old header file, which is meant with it."""
    given = [each for each in files if str(each).lower() not in _NONE]
    for each in given:
        if names.kind(each) not in {"mapping", "reference"}:
            raise RequestInvalid(f"{shown(each)} is neither a mapping nor a reference")
    conjugates = [f"{each[:-1]}d" for each in given if _GEIS.fullmatch(each)]
    return list(dict.fromkeys([*given, *conjugates]))


def _instrument(said: Mapping[str, str], name: str) -> str:
    if name not in said:
        raise DownloadError("neither its name nor the server says to which instrument it belongs")
    return said[name]


def _require_http() -> None:
    """Raise ``ConfigError`` where files are to be fetched in another way."""
    mode = (os.environ.get("CRDS_DOWNLOAD_MODE") or "http").strip().lower()
    if mode == "plugin":
        raise ConfigError(
            "the environment variable CRDS_DOWNLOAD_MODE is 'plugin', and no command is run here to fetch "
            "files: set it to http, or unset it"
        )
    if mode not in MODES:
        raise ConfigError(
            f"the environment variable CRDS_DOWNLOAD_MODE is {shown(mode)}: set it to http, or unset it"
        )


def _outside() -> int:
    """How many calls are between here and the caller of the package, who is to see a warning."""
    import inspect

    package, frame, depth = __name__.partition(".")[0], inspect.currentframe(), 0
    while frame is not None and str(frame.f_globals.get("__name__", "")).startswith(package):
        frame, depth = frame.f_back, depth + 1
    return depth
