# Generated from spec/tides/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Tides of some ports, asked by JSON-RPC."""

from astrowire_runtime.lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from astrowire_runtime.databases import Database as Database
    from astrowire_runtime.servers import ServerConfig as ServerConfig

    from . import tide_client as tide_client
    from .chart import PackedChart as PackedChart
    from .clients import Client as Client
    from .errors import TideFault as TideFault
    from .heights import Height as Height
    from .heights import NoBridge as NoBridge
    from .heights import Unmeasured as Unmeasured
    from .levels import Level as Level
    from .levels import LevelOrReason as LevelOrReason
    from .operations import OPERATIONS as OPERATIONS
    from .report import Receipt as Receipt
    from .servers import SERVERS as SERVERS
    from .types import PortId as PortId


__all__ = [
    "OPERATIONS",
    "SERVERS",
    "Client",
    "Database",
    "Height",
    "Level",
    "LevelOrReason",
    "NoBridge",
    "PackedChart",
    "PortId",
    "Receipt",
    "ServerConfig",
    "TideFault",
    "Unmeasured",
    "tide_client",
]

__getattr__, __dir__ = lazy(
    __name__,
    {
        "Client": ".clients",
        "Database": "astrowire_runtime.databases",
        "Height": ".heights",
        "Level": ".levels",
        "LevelOrReason": ".levels",
        "NoBridge": ".heights",
        "OPERATIONS": ".operations",
        "PackedChart": ".chart",
        "PortId": ".types",
        "Receipt": ".report",
        "SERVERS": ".servers",
        "ServerConfig": "astrowire_runtime.servers",
        "TideFault": ".errors",
        "Unmeasured": ".heights",
        "tide_client": ".tide_client",
    },
)
