# Generated from spec/crds/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The JSON-RPC services of the HST, JWST and Roman calibration reference servers.

The Calibration Reference Data System (CRDS) of the Space Telescope Science Institute says which
calibration files are best for which observation. Its rules are kept in *mapping* files: a `.pmap`
for an observatory, an `.imap` for an instrument and an `.rmap` for one type of reference file. A
*context* is one version of all the rules, and is named by its top mapping, for example
`jwst_0565.pmap`.

**Contexts.** Where an operation asks for a context it takes the name of a mapping, a date
(`2015-05-25T00:00:27`: the context that was the default then), or a symbolic name such as
`jwst-operational`, `jwst-latest`, `hst-acs-edit`. What this service calls *latest* today was called
*operational* until 2024; older servers and documents keep the older word.

**Servers.** Every observatory has a server of its own, and a server answers for its own observatory
only. Which one is meant is never guessed: choose `hst`, `jwst` or `roman`. Test and development
servers follow the pattern `https://<observatory>-crds-<string>.stsci.edu/` with the strings `bit`,
`cit`, `dev`, `dit`, `int`, `test`, `tvac` and `serverless`; give such an address as base URL.
`tobs` is a test observatory that the public client knows; it has no server.

**A call** is one POST of a JSON-RPC 1.0 request to `json/` below the server's base URL. What stands
behind `json/` in the path, as in `json/get_file_info/<id>/`, only makes the access log readable;
the server believes the body. Parameters travel by position in an array, all of them, with `null`
for what is not given: too few or too many make the server answer `OtherError` ("... takes N
positional arguments ..."), and named parameters do not work with version 1.0. The `id` may be any
JSON value and comes back as it was sent, but a missing or null `id` makes the call a notification:
HTTP 204 without a body. No method needs a login or a cookie.

**An answer** is an object with exactly the members `error`, `jsonrpc`, `id` and `result`, in any
order, of the media type `application/json-rpc`. On success `error` is null; on failure `result` is
null. The error object holds `name` (a class name), `code` (500 for `OtherError`, 0 for the server's
own classes, negative for the JSON-RPC library's), `message` (the name, a colon and the text, which
may be HTML-escaped) and `data`; a server in debug mode adds `stack` and `executable`. Application
errors come with HTTP status 200. Trouble below that has other statuses: 400 `InvalidRequestError`
(-32600) for a GET request or an unreadable body, 404 `MethodNotFoundError` (-32601) for an unknown
method, 504 from the proxy when the server is busy for too long; `InvalidParamsError` has the code
-32602.

**Packed results.** Any result may be packed: an object whose member `crds_encoded` is "1.0" and
whose member `crds_payload` is base64 of gzip of JSON stands for that JSON.

**Files** are fetched with GET, without a login, from places that the server information names:
`static_urls` of the client makes their URLs. Pickled rules are bytes here and are never unpickled.

**Facilities of the server beside the operations.** `json/browse/` is a page for trying the methods
by hand, found on development and test servers upon request.
"""

from astrowire_runtime.lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from astrowire_runtime.databases import Database as Database
    from astrowire_runtime.servers import ServerConfig as ServerConfig

    from . import client as client
    from .clients import Client as Client
    from .errors import CrdsFault as CrdsFault
    from .get_affected_datasets import AffectedDatasets as AffectedDatasets
    from .get_aui_best_references import AuiReferences as AuiReferences
    from .get_best_references_by_header_map import BestReferencesOutcome as BestReferencesOutcome
    from .get_best_references_by_header_map import HeaderMap as HeaderMap
    from .get_best_references_by_ids import BestReferencesOrHeaders as BestReferencesOrHeaders
    from .get_best_references_by_ids import ReferencesOrHeaders as ReferencesOrHeaders
    from .get_context_by_date import ResolvedContext as ResolvedContext
    from .get_dataset_headers_by_id import DatasetHeader as DatasetHeader
    from .get_dataset_headers_by_id import DatasetNotFound as DatasetNotFound
    from .get_dataset_headers_by_id import DatasetReason as DatasetReason
    from .get_delivery_status import Delivery as Delivery
    from .get_file_info import ObservatoryOrContext as ObservatoryOrContext
    from .get_remote_context import RemoteContext as RemoteContext
    from .get_required_parkeys import ParameterNames as ParameterNames
    from .get_server_info import CrdsVersion as CrdsVersion
    from .get_server_info import PackedMetadata as PackedMetadata
    from .get_server_info import ServerInfo as ServerInfo
    from .get_server_info import StaticBase as StaticBase
    from .get_submission_info import SubmissionInfo as SubmissionInfo
    from .get_system_versions import SystemVersions as SystemVersions
    from .get_system_versions import VersionsContext as VersionsContext
    from .jpoll_pull_messages import JpollMessage as JpollMessage
    from .jpoll_pull_messages import JpollOutcome as JpollOutcome
    from .operations import OPERATIONS as OPERATIONS
    from .servers import SERVERS as SERVERS
    from .system_describe import MethodDescription as MethodDescription
    from .system_describe import MethodParameter as MethodParameter
    from .system_describe import MethodResult as MethodResult
    from .system_describe import ServiceDescription as ServiceDescription
    from .types import BestReferences as BestReferences
    from .types import ContextSpec as ContextSpec
    from .types import DatasetId as DatasetId
    from .types import DatasetIds as DatasetIds
    from .types import FileInfo as FileInfo
    from .types import FileName as FileName
    from .types import Header as Header
    from .types import HistoryDate as HistoryDate
    from .types import HistoryDescription as HistoryDescription
    from .types import NotApplicable as NotApplicable
    from .types import NotFound as NotFound
    from .types import Observatory as Observatory
    from .types import PmapName as PmapName
    from .types import Reference as Reference
    from .types import ReferenceTypes as ReferenceTypes


__all__ = [
    "OPERATIONS",
    "SERVERS",
    "AffectedDatasets",
    "AuiReferences",
    "BestReferences",
    "BestReferencesOrHeaders",
    "BestReferencesOutcome",
    "Client",
    "ContextSpec",
    "CrdsFault",
    "CrdsVersion",
    "Database",
    "DatasetHeader",
    "DatasetId",
    "DatasetIds",
    "DatasetNotFound",
    "DatasetReason",
    "Delivery",
    "FileInfo",
    "FileName",
    "Header",
    "HeaderMap",
    "HistoryDate",
    "HistoryDescription",
    "JpollMessage",
    "JpollOutcome",
    "MethodDescription",
    "MethodParameter",
    "MethodResult",
    "NotApplicable",
    "NotFound",
    "Observatory",
    "ObservatoryOrContext",
    "PackedMetadata",
    "ParameterNames",
    "PmapName",
    "Reference",
    "ReferenceTypes",
    "ReferencesOrHeaders",
    "RemoteContext",
    "ResolvedContext",
    "ServerConfig",
    "ServerInfo",
    "ServiceDescription",
    "StaticBase",
    "SubmissionInfo",
    "SystemVersions",
    "VersionsContext",
    "client",
]

__getattr__, __dir__ = lazy(
    __name__,
    {
        "AffectedDatasets": ".get_affected_datasets",
        "AuiReferences": ".get_aui_best_references",
        "BestReferences": ".types",
        "BestReferencesOrHeaders": ".get_best_references_by_ids",
        "BestReferencesOutcome": ".get_best_references_by_header_map",
        "Client": ".clients",
        "ContextSpec": ".types",
        "CrdsFault": ".errors",
        "CrdsVersion": ".get_server_info",
        "Database": "astrowire_runtime.databases",
        "DatasetHeader": ".get_dataset_headers_by_id",
        "DatasetId": ".types",
        "DatasetIds": ".types",
        "DatasetNotFound": ".get_dataset_headers_by_id",
        "DatasetReason": ".get_dataset_headers_by_id",
        "Delivery": ".get_delivery_status",
        "FileInfo": ".types",
        "FileName": ".types",
        "Header": ".types",
        "HeaderMap": ".get_best_references_by_header_map",
        "HistoryDate": ".types",
        "HistoryDescription": ".types",
        "JpollMessage": ".jpoll_pull_messages",
        "JpollOutcome": ".jpoll_pull_messages",
        "MethodDescription": ".system_describe",
        "MethodParameter": ".system_describe",
        "MethodResult": ".system_describe",
        "NotApplicable": ".types",
        "NotFound": ".types",
        "OPERATIONS": ".operations",
        "Observatory": ".types",
        "ObservatoryOrContext": ".get_file_info",
        "PackedMetadata": ".get_server_info",
        "ParameterNames": ".get_required_parkeys",
        "PmapName": ".types",
        "Reference": ".types",
        "ReferenceTypes": ".types",
        "ReferencesOrHeaders": ".get_best_references_by_ids",
        "RemoteContext": ".get_remote_context",
        "ResolvedContext": ".get_context_by_date",
        "SERVERS": ".servers",
        "ServerConfig": "astrowire_runtime.servers",
        "ServerInfo": ".get_server_info",
        "ServiceDescription": ".system_describe",
        "StaticBase": ".get_server_info",
        "SubmissionInfo": ".get_submission_info",
        "SystemVersions": ".get_system_versions",
        "VersionsContext": ".get_system_versions",
        "client": ".client",
    },
)
