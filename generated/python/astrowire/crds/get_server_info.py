# Generated from spec/crds/get_server_info.yaml; do not edit.
# Change the spec, then run `make generate`.
"""What a client must know of the server; its contexts, mappings, bad files and the URLs of files."""

from typing import TypeAlias

from astrowire_runtime.client import BaseClient
from astrowire_runtime.patterns import Pattern
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation
from astrowire_runtime.values import UNSET, Answer, UnsetType

from .errors import CrdsFault
from .servers import PROTOCOL
from .types import FileName, HistoryDate, HistoryDescription, PmapName

_HISTORY_DATE = Pattern(r"^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(\+00:00)?$")
_PMAP_NAME = Pattern(r"^[a-z]{2,9}(?:_[0-9]{4})?\.pmap$")
_FILE_NAME = Pattern("^[A-Za-z0-9._ -]{1,128}$")


class CrdsVersion(Answer, frozen=True, kw_only=True, rename={"str_": "str"}):
    """Version of the server's program.

    Source: cache.
    """

    str_: str | UnsetType = UNSET
    """The version, for example "13.2.4"."""
    rev: str | UnsetType = UNSET
    """Revision of the source; in answers of 2019."""
    svnurl: str | UnsetType = UNSET
    """A slash and the branch; in answers of 2019."""


StaticBase: TypeAlias = str | dict[str, str]
"""The URL that file names are put behind, or such URLs by "checked" and "unchecked".

A checked URL looks the file up first and leads on to the other one.

Source: cache, server 2019.
"""


class PackedMetadata(Answer, frozen=True, kw_only=True):
    """An object of file names and their size and checksum, packed as whole results may be.

    Source: cache, api.py.
    """

    crds_encoded: str | UnsetType = UNSET
    """Version of the packing."""
    crds_payload: str
    """Base64 of gzip of JSON."""


class ServerInfo(Answer, frozen=True, kw_only=True):
    """What a client must know of a server.

    Servers have sent more and more members; of all known answers only the observatory is promised
    here. Saved copies of the public client have three more members (`server`, `status`,
    `connected`), which are not sent.

    Source: cache, server 2019, api.py.
    """

    observatory: str
    """The server's observatory."""
    operational_context: str | UnsetType = UNSET
    """The default pmap; on newer servers the same as latest_context."""
    latest_context: str | UnsetType = UNSET
    """The default pmap; on servers since 2024."""
    build_context: str | UnsetType = UNSET
    """The pmap of the newest calibration software; seen in one answer of 2026."""
    edit_context: str | UnsetType = UNSET
    """The pmap that was edited last."""
    versions_context: str | UnsetType = UNSET
    """The pmap for get_system_versions; may be empty."""
    context_history: list[tuple[HistoryDate, PmapName, HistoryDescription]] | UnsetType = UNSET
    """The history of the default context as get_context_history gives it, newest first."""
    bad_files_list: list[FileName] | UnsetType = UNSET
    """Files that were found to be wrong."""
    mappings: list[FileName] | UnsetType = UNSET
    """All mappings that are distributed, sorted."""
    crds_version: CrdsVersion | UnsetType = UNSET
    """Version of the server's program."""
    force_remote_mode: int | bool | UnsetType = UNSET
    """1 makes the public client's mode "auto" compute best references on the server."""
    max_headers_per_rpc: int | UnsetType = UNSET
    """Most ids in a call of get_dataset_headers_by_id."""
    max_bestrefs_per_rpc: int | UnsetType = UNSET
    """Most ids in a call for best references."""
    reference_url: dict[str, StaticBase] | UnsetType = UNSET
    """Where references are fetched from, by observatory."""
    mapping_url: dict[str, StaticBase] | UnsetType = UNSET
    """Where mappings are fetched from, by observatory."""
    config_url: dict[str, StaticBase] | UnsetType = UNSET
    """Where configuration files are fetched from, by observatory; not of older servers."""
    pickle_url: dict[str, StaticBase] | UnsetType = UNSET
    """Where pickled rules are fetched from, by observatory; not of older servers."""
    download_metadata: PackedMetadata | UnsetType = UNSET
    """Size and checksum of every file, packed."""
    last_refreshed: str | UnsetType = UNSET
    """When the answer was computed; the server's local time."""
    last_synced: str | UnsetType = UNSET
    """When the call was made."""
    updated: str | UnsetType = UNSET
    """Close to last_refreshed; not of older servers."""


def check_server_info(value: ServerInfo) -> bool:
    """Say whether a decoded ServerInfo has what its type can't say."""
    if value.context_history is not UNSET:
        for item in value.context_history:
            if not _HISTORY_DATE.match(item[0]):
                return False
            if not _PMAP_NAME.match(item[1]):
                return False
    if value.bad_files_list is not UNSET:
        for item_2 in value.bad_files_list:
            if not _FILE_NAME.match(item_2):
                return False
    if value.mappings is not UNSET:
        for item_3 in value.mappings:
            if not _FILE_NAME.match(item_3):
                return False
    return True


OPERATION: RpcOperation[ServerInfo] = RpcOperation(
    "get_server_info",
    module=__name__,
    effect="read",
    stability="observed",
    parameters=(),
    protocol=PROTOCOL,
    fault=CrdsFault,
    max_body=268435456,
    result=Plain(ServerInfo, check=check_server_info),
)


def get_server_info(client: BaseClient) -> ServerInfo:
    """What a client must know of the server; its contexts, mappings, bad files and the URLs of files.

    This is the first call of nearly every run of the public client. The client's method
    `static_urls` makes URLs of files from the answer, in both forms that servers have given their
    places.

    `download_metadata` holds size and checksum of every file, packed. `static_urls` unpacks it when
    it is asked for.

    Returns
    -------
    ServerInfo
        What a client must know of a server.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.get_server_info()

    In no document; known from what servers answered.

    Source: api.py, heavy_client, server 2019, cache, observed.
    """
    return client.call(OPERATION, {})
