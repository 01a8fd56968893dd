# Generated from spec/weather/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Weather stations, asked through CGI programs.

Errors come inside HTTP 200.
"""

from astrowire_runtime.lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from astrowire_runtime.columns import Column as Column
    from astrowire_runtime.columns import Table as Table
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
    from .picture import NoPicture as NoPicture
    from .printout import Refusal as Refusal
    from .readings import PhotoColumn as PhotoColumn
    from .readings import Readings as Readings
    from .readings import SensorColumn as SensorColumn
    from .retire import Closed as Closed
    from .sensors import Sensor as Sensor
    from .sensors import SensorList as SensorList
    from .servers import SERVERS as SERVERS
    from .servers import UNDESCRIBED as UNDESCRIBED
    from .stations import StationNames as StationNames
    from .ticket import Ticket as Ticket
    from .types import OtherStatus as OtherStatus
    from .types import StationCode as StationCode
    from .weather_station import WeatherStation as WeatherStation


__all__ = [
    "OPERATIONS",
    "SERVERS",
    "UNDESCRIBED",
    "Client",
    "Closed",
    "Column",
    "NoPicture",
    "Observations",
    "OrderDone",
    "OrderFailure",
    "OrderPending",
    "OrderRefused",
    "OtherStatus",
    "PhotoColumn",
    "PlotOptions",
    "Readings",
    "Refusal",
    "Row",
    "Sensor",
    "SensorColumn",
    "SensorList",
    "ServerConfig",
    "Station",
    "StationCode",
    "StationError",
    "StationFailure",
    "StationNames",
    "Table",
    "Ticket",
    "UnknownStatus",
    "WeatherStation",
]

__getattr__, __dir__ = lazy(
    __name__,
    {
        "Client": ".clients",
        "Closed": ".retire",
        "Column": "astrowire_runtime.columns",
        "NoPicture": ".picture",
        "OPERATIONS": ".operations",
        "Observations": ".observations",
        "OrderDone": ".order",
        "OrderFailure": ".order",
        "OrderPending": ".order",
        "OrderRefused": ".errors",
        "OtherStatus": ".types",
        "PhotoColumn": ".readings",
        "PlotOptions": ".order",
        "Readings": ".readings",
        "Refusal": ".printout",
        "Row": ".observations",
        "SERVERS": ".servers",
        "Sensor": ".sensors",
        "SensorColumn": ".readings",
        "SensorList": ".sensors",
        "ServerConfig": "astrowire_runtime.servers",
        "Station": ".observations",
        "StationCode": ".types",
        "StationError": ".errors",
        "StationFailure": ".observations",
        "StationNames": ".stations",
        "Table": "astrowire_runtime.columns",
        "Ticket": ".ticket",
        "UNDESCRIBED": ".servers",
        "UnknownStatus": ".errors",
        "WeatherStation": ".weather_station",
    },
)
