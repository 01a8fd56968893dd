"""Files that servers give out by plain GET: their URLs, and how one is fetched and verified."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Final, Literal, cast
from urllib.parse import quote, urlsplit

import msgspec

from ..display import value as shown
from ..display import without_secrets
from ..envelope import inflated
from ..errors import ConfigError, DownloadError, Malformed
from ..http import HttpRequest, HttpResponse, Id
from ..operation import MAX_BODY, OK, Operation
from ..servers import ServerConfig
from . import names

Section = Literal["reference", "mapping", "config", "pickle"]
CHECKED: Final = "checked"
UNCHECKED: Final = "unchecked"


class FileFacts(msgspec.Struct, frozen=True):
    """What the server says of one file: its size in bytes, and its SHA-1 (``none`` or empty if unknown)."""

    size: str
    sha1sum: str


class StaticUrls:
    """URLs of the files of one server.

    A file's name is put behind the place that the server information names. Servers
    have written these places in two forms; both are read. A name with a slash, a
    control or a dot at its beginning is refused, so that no name becomes a path.

    Parameters
    ----------
    info : ServerInfo or mapping
        What ``get_server_info`` answered, typed or plain.
    observatory : str, optional
        Whose files are meant; not given, those of the server's own.

    Examples
    --------
    >>> urls = StaticUrls({"observatory": "hst", "mapping_url": {"hst": "https://hst-crds.stsci.edu/maps"}})
    >>> urls.mapping("hst_0748.pmap")
    'https://hst-crds.stsci.edu/maps/hst_0748.pmap'
    """

    def __init__(self, info: Any, observatory: str | None = None) -> None:
        self._info = info
        self.observatory = observatory or str(_member(info, "observatory"))

    def __repr__(self) -> str:
        return f"<URLs of files of {self.observatory}>"

    def of(self, name: str) -> str:
        """Return the URL of a mapping, reference, pickle or configuration file, told by its name."""
        return self._url(cast("Section", names.kind(name)), name)

    def reference(self, name: str) -> str:
        """Return the URL of a reference file."""
        return self._url("reference", name)

    def mapping(self, name: str) -> str:
        """Return the URL of a mapping."""
        return self._url("mapping", name)

    def config(self, name: str = names.SERVER_CONFIG) -> str:
        """Return the URL of a configuration file."""
        return self._url("config", name)

    def pickle(self, name: str) -> str:
        """Return the URL of pickled rules; they are bytes here, and nothing ever unpickles them."""
        return self._url("pickle", name)

    def checked(self, name: str) -> str:
        """Return the URL that looks a mapping or reference up first, and leads on to the file.

        Raises
        ------
        ConfigError
            The server information names no such place; newer servers do not.
        """
        return self._url(cast("Section", names.kind(name)), name, CHECKED)

    @cached_property
    def facts(self) -> dict[str, FileFacts]:
        """Size and checksum of every file by name; empty where the server does not say."""
        packed = _member(self._info, "download_metadata")
        payload = _member(packed, "crds_payload") if packed is not None else None
        if packed is None or not isinstance(payload, str):
            return {}
        try:
            return msgspec.json.decode(inflated(payload, MAX_BODY), type=dict[str, FileFacts])
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise Malformed(
                f"download_metadata of the server information is of another shape: {error}"
            ) from error

    def _url(self, section: Section, name: str, form: str = UNCHECKED) -> str:
        return self._base(section, form) + quote(names.checked(name))

    def _base(self, section: Section, form: str) -> str:
        """The place of a section, with a slash at its end."""
        member = f"{section}_url"
        found: object = _member(self._info, member)
        for key in (form, self.observatory):
            if isinstance(found, Mapping) and key in found:
                found = cast("Mapping[str, object]", found)[key]
            elif key == CHECKED:
                found = None
        if not isinstance(found, str):
            what = f"checked {section}" if form == CHECKED else section
            raise ConfigError(f"the server information of {self.observatory} names no place of {what} files")
        return _usable(found, member)


def _member(holder: Any, name: str) -> Any:
    """A member of plain or typed server information; ``None`` where it is not there."""
    if isinstance(holder, Mapping):
        return cast("Mapping[str, Any]", holder).get(name)
    found = getattr(holder, name, None)
    return None if found is msgspec.UNSET else found


def _usable(base: str, member: str) -> str:
    """A place that is an HTTP URL and nothing more, with a slash at its end."""
    try:
        parts = urlsplit(base)
        is_plain = base.isascii() and base.isprintable() and " " not in base
        is_url = parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
        _ = parts.port
    except ValueError:
        is_plain = is_url = False
        parts = urlsplit("")
    if not (is_plain and is_url) or parts.query or parts.fragment or "?" in base or "#" in base:
        raise Malformed(
            f"{member} of the server information is no place that files could be at: {shown(base)}"
        )
    return base if base.endswith("/") else f"{base}/"


class StaticFile(Operation[bytes]):
    """One GET of one file, whose size and checksum are verified where they are known.

    Parameters
    ----------
    url : str
        As ``StaticUrls`` makes it.
    facts : FileFacts, optional
        What the server says of the file.
    """

    def __init__(self, url: str, facts: FileFacts | None = None) -> None:
        super().__init__("get", module="crds.static", effect="bulk", parameters=())
        self.url = url
        self.facts = facts

    def encode(self, params: Mapping[str, Any], server: ServerConfig, id: Id = 1) -> HttpRequest:
        return HttpRequest("GET", self.url, {"Accept": "*/*"}, b"")

    def decode(
        self, response: HttpResponse, request: HttpRequest | None = None, *, strict: bool = False
    ) -> bytes:
        if response.status != OK:
            from ..statuses import refuse_status

            refuse_status(response)
        wrong = self._wrong(response.body)
        if wrong:
            raise DownloadError(
                f"{self.url}: {wrong}", operation=self.title, status=response.status, repeats=1
            )
        return response.body

    def _wrong(self, body: bytes) -> str | None:
        """What is wrong with the bytes, if anything is."""
        import hashlib

        if self.facts is None:
            return None
        if self.facts.size.isdigit() and int(self.facts.size) != len(body):
            return f"{len(body)} bytes came, the server's catalogue says {shown(self.facts.size)}"
        wanted = self.facts.sha1sum
        if wanted in {"", "none"}:
            return None
        found = hashlib.sha1(body, usedforsecurity=False).hexdigest()
        return (
            None if found == wanted else f"its SHA-1 is {found}, the server's catalogue says {shown(wanted)}"
        )

    def redacted(self, params: Mapping[str, Any]) -> str:
        return f"GET {without_secrets(self.url)}"

    def plain(self, response: HttpResponse) -> bytes:
        return response.body
