"""Methods of the CRDS client that stand on its operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from ..operation import Operation

if TYPE_CHECKING:
    from .static import StaticUrls


class Operations(Protocol):
    """What the methods need."""

    def get_server_info(self) -> Any:
        """Ask for the server information."""

    def call(self, operation: Operation[bytes], arguments: Mapping[str, Any]) -> bytes:
        """Call an operation."""
        ...


class ServiceMethods:
    """What the client of this service has beside its operations."""

    def static_urls(self: Operations, info: Any = None) -> StaticUrls:
        """Make URLs of mappings, references, configuration files and pickled rules.

        Parameters
        ----------
        info : ServerInfo or mapping, optional
            What ``get_server_info`` answered; not given, the server is asked.

        Returns
        -------
        StaticUrls
            With the methods ``of``, ``reference``, ``mapping``, ``config``, ``pickle`` and ``checked``, each
            of which takes a file's name; ``facts`` holds size and checksum of every file.

        Raises
        ------
        AstrowireError
            Whatever `get_server_info` raises.

        Examples
        --------
        >>> urls = client.static_urls()  # doctest: +SKIP
        >>> urls.of("jwst_miri_flat_0030.fits")  # doctest: +SKIP
        'https://jwst-crds.stsci.edu/unchecked_get/references/jwst/jwst_miri_flat_0030.fits'

        Source: api.py, cache, server 2019.
        """
        from .static import StaticUrls

        return StaticUrls(self.get_server_info() if info is None else info)

    def read_file(self: Operations, name: str, info: Any = None) -> bytes:
        """Fetch a file by its name; size and checksum are verified where the server says them.

        A file of more than 256 MiB is refused. Pickled rules are bytes like any other file.

        Parameters
        ----------
        name : str
            Of a mapping, a reference, ``server_config``, or pickled rules.
        info : ServerInfo, StaticUrls or mapping, optional
            What ``get_server_info`` answered, or what ``static_urls`` made of it; not given, the server is
            asked.

        Raises
        ------
        RequestInvalid
            The name is none of a file; nothing was sent.
        DownloadError
            What came is not what the server's catalogue says.
        AstrowireError
            Whatever `get_server_info` raises, and whatever goes wrong on the way.

        Source: api.py, cache, server 2019.
        """
        from . import names
        from .static import StaticFile, StaticUrls

        names.kind(name)
        if not isinstance(info, StaticUrls):
            info = StaticUrls(self.get_server_info() if info is None else info)
        return self.call(StaticFile(info.of(name), info.facts.get(name)), {})
