# Generated from spec/package.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Typed clients for the DRMS and CRDS web services.

Two services that astronomers call every day, described once and turned into code:

- `drms`: the CGIs of the JSOC and NetDRMS servers, which hold the data of the Solar Dynamics
  Observatory and other solar instruments. Requests are query strings, answers are JSON.
- `crds`: the JSON-RPC interface of the Calibration Reference Data System, which says which
  calibration files belong to an observation of Hubble, Webb or Roman.

Every answer is checked against its description and arrives as typed values; every failure is an
exception whose class says what happened and whether asking again can help.
"""

from astrowire_runtime.lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from astrowire_runtime.columns import Column as Column
    from astrowire_runtime.columns import Table as Table
    from astrowire_runtime.errors import Ambiguous as Ambiguous
    from astrowire_runtime.errors import AstrowireError as AstrowireError
    from astrowire_runtime.errors import BodyTooLarge as BodyTooLarge
    from astrowire_runtime.errors import ConfigError as ConfigError
    from astrowire_runtime.errors import DeadlineExceeded as DeadlineExceeded
    from astrowire_runtime.errors import DownloadError as DownloadError
    from astrowire_runtime.errors import EnvelopeMismatch as EnvelopeMismatch
    from astrowire_runtime.errors import HttpStatusError as HttpStatusError
    from astrowire_runtime.errors import Malformed as Malformed
    from astrowire_runtime.errors import NotJson as NotJson
    from astrowire_runtime.errors import NotSent as NotSent
    from astrowire_runtime.errors import RateLimited as RateLimited
    from astrowire_runtime.errors import RedirectRefused as RedirectRefused
    from astrowire_runtime.errors import RemoteError as RemoteError
    from astrowire_runtime.errors import RequestInvalid as RequestInvalid
    from astrowire_runtime.errors import ResponseError as ResponseError
    from astrowire_runtime.errors import SchemaMismatch as SchemaMismatch
    from astrowire_runtime.errors import ServerUnavailable as ServerUnavailable
    from astrowire_runtime.errors import TlsError as TlsError
    from astrowire_runtime.errors import TransportError as TransportError
    from astrowire_runtime.http import HttpRequest as HttpRequest
    from astrowire_runtime.http import HttpResponse as HttpResponse
    from astrowire_runtime.problems import Problem as Problem
    from astrowire_runtime.servers import ServerConfig as ServerConfig
    from astrowire_runtime.values import UNSET as UNSET
    from astrowire_runtime.values import UnsetType as UnsetType

    from . import crds as crds
    from . import drms as drms
    from .crds.errors import CrdsFault as CrdsFault
    from .drms.errors import BackendTerminated as BackendTerminated
    from .drms.errors import ExportExpired as ExportExpired
    from .drms.errors import ExportFailed as ExportFailed
    from .drms.errors import ExportNotFound as ExportNotFound
    from .drms.errors import ExportOffline as ExportOffline
    from .drms.errors import ExportTooLarge as ExportTooLarge
    from .drms.errors import NoHandle as NoHandle
    from .drms.errors import PendingLimit as PendingLimit
    from .drms.errors import QueryNotStopped as QueryNotStopped
    from .drms.errors import RegistrationFailed as RegistrationFailed
    from .drms.errors import RequestNotManaged as RequestNotManaged
    from .drms.errors import SeriesError as SeriesError
    from .drms.errors import StorageDown as StorageDown
    from .drms.errors import UnknownStatus as UnknownStatus
    from .drms.errors import WrapperFailed as WrapperFailed

__version__ = "0.1.0"

__all__ = [
    "UNSET",
    "Ambiguous",
    "AstrowireError",
    "BackendTerminated",
    "BodyTooLarge",
    "Column",
    "ConfigError",
    "CrdsFault",
    "DeadlineExceeded",
    "DownloadError",
    "EnvelopeMismatch",
    "ExportExpired",
    "ExportFailed",
    "ExportNotFound",
    "ExportOffline",
    "ExportTooLarge",
    "HttpRequest",
    "HttpResponse",
    "HttpStatusError",
    "Malformed",
    "NoHandle",
    "NotJson",
    "NotSent",
    "PendingLimit",
    "Problem",
    "QueryNotStopped",
    "RateLimited",
    "RedirectRefused",
    "RegistrationFailed",
    "RemoteError",
    "RequestInvalid",
    "RequestNotManaged",
    "ResponseError",
    "SchemaMismatch",
    "SeriesError",
    "ServerConfig",
    "ServerUnavailable",
    "StorageDown",
    "Table",
    "TlsError",
    "TransportError",
    "UnknownStatus",
    "UnsetType",
    "WrapperFailed",
    "crds",
    "drms",
]

__getattr__, __dir__ = lazy(
    __name__,
    {
        "Ambiguous": "astrowire_runtime.errors",
        "AstrowireError": "astrowire_runtime.errors",
        "BackendTerminated": ".drms.errors",
        "BodyTooLarge": "astrowire_runtime.errors",
        "Column": "astrowire_runtime.columns",
        "ConfigError": "astrowire_runtime.errors",
        "CrdsFault": ".crds.errors",
        "DeadlineExceeded": "astrowire_runtime.errors",
        "DownloadError": "astrowire_runtime.errors",
        "EnvelopeMismatch": "astrowire_runtime.errors",
        "ExportExpired": ".drms.errors",
        "ExportFailed": ".drms.errors",
        "ExportNotFound": ".drms.errors",
        "ExportOffline": ".drms.errors",
        "ExportTooLarge": ".drms.errors",
        "HttpRequest": "astrowire_runtime.http",
        "HttpResponse": "astrowire_runtime.http",
        "HttpStatusError": "astrowire_runtime.errors",
        "Malformed": "astrowire_runtime.errors",
        "NoHandle": ".drms.errors",
        "NotJson": "astrowire_runtime.errors",
        "NotSent": "astrowire_runtime.errors",
        "PendingLimit": ".drms.errors",
        "Problem": "astrowire_runtime.problems",
        "QueryNotStopped": ".drms.errors",
        "RateLimited": "astrowire_runtime.errors",
        "RedirectRefused": "astrowire_runtime.errors",
        "RegistrationFailed": ".drms.errors",
        "RemoteError": "astrowire_runtime.errors",
        "RequestInvalid": "astrowire_runtime.errors",
        "RequestNotManaged": ".drms.errors",
        "ResponseError": "astrowire_runtime.errors",
        "SchemaMismatch": "astrowire_runtime.errors",
        "SeriesError": ".drms.errors",
        "ServerConfig": "astrowire_runtime.servers",
        "ServerUnavailable": "astrowire_runtime.errors",
        "StorageDown": ".drms.errors",
        "Table": "astrowire_runtime.columns",
        "TlsError": "astrowire_runtime.errors",
        "TransportError": "astrowire_runtime.errors",
        "UNSET": "astrowire_runtime.values",
        "UnknownStatus": ".drms.errors",
        "UnsetType": "astrowire_runtime.values",
        "WrapperFailed": ".drms.errors",
        "crds": ".crds",
        "drms": ".drms",
    },
)
