# Generated from spec/package.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Typed clients for two services that do not exist.

The description behind this package uses every keyword of the dialect once, so that a change of the
generator shows in its output.
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

    from . import tides as tides
    from . import weather as weather
    from .tides.errors import TideFault as TideFault
    from .weather.errors import OrderRefused as OrderRefused
    from .weather.errors import StationError as StationError
    from .weather.errors import UnknownStatus as UnknownStatus

__version__ = "1.2.3"

__all__ = [
    "UNSET",
    "Ambiguous",
    "AstrowireError",
    "BodyTooLarge",
    "Column",
    "ConfigError",
    "DeadlineExceeded",
    "DownloadError",
    "EnvelopeMismatch",
    "HttpRequest",
    "HttpResponse",
    "HttpStatusError",
    "Malformed",
    "NotJson",
    "NotSent",
    "OrderRefused",
    "Problem",
    "RateLimited",
    "RedirectRefused",
    "RemoteError",
    "RequestInvalid",
    "ResponseError",
    "SchemaMismatch",
    "ServerConfig",
    "ServerUnavailable",
    "StationError",
    "Table",
    "TideFault",
    "TlsError",
    "TransportError",
    "UnknownStatus",
    "UnsetType",
    "tides",
    "weather",
]

__getattr__, __dir__ = lazy(
    __name__,
    {
        "Ambiguous": "astrowire_runtime.errors",
        "AstrowireError": "astrowire_runtime.errors",
        "BodyTooLarge": "astrowire_runtime.errors",
        "Column": "astrowire_runtime.columns",
        "ConfigError": "astrowire_runtime.errors",
        "DeadlineExceeded": "astrowire_runtime.errors",
        "DownloadError": "astrowire_runtime.errors",
        "EnvelopeMismatch": "astrowire_runtime.errors",
        "HttpRequest": "astrowire_runtime.http",
        "HttpResponse": "astrowire_runtime.http",
        "HttpStatusError": "astrowire_runtime.errors",
        "Malformed": "astrowire_runtime.errors",
        "NotJson": "astrowire_runtime.errors",
        "NotSent": "astrowire_runtime.errors",
        "OrderRefused": ".weather.errors",
        "Problem": "astrowire_runtime.problems",
        "RateLimited": "astrowire_runtime.errors",
        "RedirectRefused": "astrowire_runtime.errors",
        "RemoteError": "astrowire_runtime.errors",
        "RequestInvalid": "astrowire_runtime.errors",
        "ResponseError": "astrowire_runtime.errors",
        "SchemaMismatch": "astrowire_runtime.errors",
        "ServerConfig": "astrowire_runtime.servers",
        "ServerUnavailable": "astrowire_runtime.errors",
        "StationError": ".weather.errors",
        "Table": "astrowire_runtime.columns",
        "TideFault": ".tides.errors",
        "TlsError": "astrowire_runtime.errors",
        "TransportError": "astrowire_runtime.errors",
        "UNSET": "astrowire_runtime.values",
        "UnknownStatus": ".weather.errors",
        "UnsetType": "astrowire_runtime.values",
        "tides": ".tides",
        "weather": ".weather",
    },
)
