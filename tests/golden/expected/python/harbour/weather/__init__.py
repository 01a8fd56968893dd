# Generated from spec/weather/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Weather stations, asked through CGI programs.

Errors come inside HTTP 200.
"""

from typing import TYPE_CHECKING

from astrowire_runtime.lazy import lazy

if TYPE_CHECKING:
    from astrowire_runtime.servers import ServerConfig as ServerConfig

    from .clients import Client as Client
    from .errors import OrderRefused as OrderRefused
    from .errors import StationError as StationError
    from .errors import UnknownStatus as UnknownStatus
    from .observations import Observations as Observations
    from .observations import Row as Row
    from .observations import Station as Station
    from .observations import StationFailure as StationFailure
    from .operations import OPERATIONS as OPERATIONS
    from .order import OrderDone as OrderDone
    from .order import OrderFailure as OrderFailure
    from .order import OrderPending as OrderPending
    from .order import PlotOptions as PlotOptions
    from .servers import SERVERS as SERVERS
    from .stations import StationNames as StationNames
    from .types import OtherStatus as OtherStatus
    from .types import StationCode as StationCode
    from .weather_station import WeatherStation as WeatherStation


__all__ = [
    "OPERATIONS",
    "SERVERS",
    "Client",
    "Observations",
    "OrderDone",
    "OrderFailure",
    "OrderPending",
    "OrderRefused",
    "OtherStatus",
    "PlotOptions",
    "Row",
    "ServerConfig",
    "Station",
    "StationCode",
    "StationError",
    "StationFailure",
    "StationNames",
    "UnknownStatus",
    "WeatherStation",
]

__getattr__, __dir__ = lazy(
    __name__,
    {
        "Client": ".clients",
        "OPERATIONS": ".operations",
        "Observations": ".observations",
        "OrderDone": ".order",
        "OrderFailure": ".order",
        "OrderPending": ".order",
        "OrderRefused": ".errors",
        "OtherStatus": ".types",
        "PlotOptions": ".order",
        "Row": ".observations",
        "SERVERS": ".servers",
        "ServerConfig": "astrowire_runtime.servers",
        "Station": ".observations",
        "StationCode": ".types",
        "StationError": ".errors",
        "StationFailure": ".observations",
        "StationNames": ".stations",
        "UnknownStatus": ".errors",
        "WeatherStation": ".weather_station",
    },
)
