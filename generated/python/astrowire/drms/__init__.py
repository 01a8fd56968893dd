# Generated from spec/drms/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The CGIs of the JSOC and NetDRMS solar data servers.

DRMS keeps solar observations as *series*: named tables such as `hmi.m_720s`, whose *records* have
keywords (metadata), segments (data files) and links (pointers to records of other series). Five
small web programs answer questions about them and take export orders.

| question | operation |
|---|---|
| Which series are there? | `show_series`, `show_series_wrapper` |
| What is in a series? | `series_struct` |
| How many records does a record set hold? | `rs_summary` |
| What are their values and where are their files? | `rs_list` |
| Is my e-mail address registered for exports? | `check_address` |
| Please prepare these data for me. | `exp_request` |
| Are they ready? | `exp_status` |

A *record set* is written as a series name with filters:
`hmi.m_720s[2024.01.01_TAI/1d@6h]{magnetogram}` means one day of that series, every six hours,
segment `magnetogram` only.

All requests are GET with the whole request in the query string; a blank is sent as `%20`, which is
the one form that every one of these programs reads as a blank. Answers are JSON inside HTTP 200,
failures too: the member `status` (or `errMsg`) tells. The JSON is UTF-8 or Latin-1 without saying
which, so a body that is not valid UTF-8 is read as Latin-1.
"""

from astrowire_runtime.lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from astrowire_runtime.columns import Column as Column
    from astrowire_runtime.columns import Table as Table
    from astrowire_runtime.drms import RecordSet as RecordSet
    from astrowire_runtime.servers import ServerConfig as ServerConfig

    from .check_address import AddressCheck as AddressCheck
    from .clients import Client as Client
    from .errors import BackendTerminated as BackendTerminated
    from .errors import ExportExpired as ExportExpired
    from .errors import ExportFailed as ExportFailed
    from .errors import ExportNotFound as ExportNotFound
    from .errors import ExportOffline as ExportOffline
    from .errors import ExportTooLarge as ExportTooLarge
    from .errors import PendingLimit as PendingLimit
    from .errors import SeriesError as SeriesError
    from .errors import UnknownStatus as UnknownStatus
    from .exp_request import ColorTable as ColorTable
    from .exp_request import ProtocolArgs as ProtocolArgs
    from .exp_request import Scaling as Scaling
    from .http_json_client import HttpJsonClient as HttpJsonClient
    from .operations import OPERATIONS as OPERATIONS
    from .rs_list import KeywordColumn as KeywordColumn
    from .rs_list import LinkColumn as LinkColumn
    from .rs_list import RecordInfo as RecordInfo
    from .rs_list import RsList as RsList
    from .rs_list import SegmentColumn as SegmentColumn
    from .rs_summary import RsSummary as RsSummary
    from .series_struct import Keyword as Keyword
    from .series_struct import KeywordName as KeywordName
    from .series_struct import Link as Link
    from .series_struct import PartName as PartName
    from .series_struct import PrimeKey as PrimeKey
    from .series_struct import Segment as Segment
    from .series_struct import SeriesInterval as SeriesInterval
    from .series_struct import SeriesStruct as SeriesStruct
    from .servers import SERVERS as SERVERS
    from .show_series import SeriesEntry as SeriesEntry
    from .show_series import SeriesNames as SeriesNames
    from .show_series import ShowSeriesFailure as ShowSeriesFailure
    from .show_series_wrapper import PublicSeries as PublicSeries
    from .show_series_wrapper import SeriesDescription as SeriesDescription
    from .types import ExportDone as ExportDone
    from .types import ExportFailedIndex as ExportFailedIndex
    from .types import ExportFailure as ExportFailure
    from .types import ExportFile as ExportFile
    from .types import ExportPending as ExportPending
    from .types import InfoFailure as InfoFailure
    from .types import OtherStatus as OtherStatus
    from .types import Quantity as Quantity
    from .types import SeriesName as SeriesName
    from .types import Termination as Termination


__all__ = [
    "OPERATIONS",
    "SERVERS",
    "AddressCheck",
    "BackendTerminated",
    "Client",
    "ColorTable",
    "Column",
    "ExportDone",
    "ExportExpired",
    "ExportFailed",
    "ExportFailedIndex",
    "ExportFailure",
    "ExportFile",
    "ExportNotFound",
    "ExportOffline",
    "ExportPending",
    "ExportTooLarge",
    "HttpJsonClient",
    "InfoFailure",
    "Keyword",
    "KeywordColumn",
    "KeywordName",
    "Link",
    "LinkColumn",
    "OtherStatus",
    "PartName",
    "PendingLimit",
    "PrimeKey",
    "ProtocolArgs",
    "PublicSeries",
    "Quantity",
    "RecordInfo",
    "RecordSet",
    "RsList",
    "RsSummary",
    "Scaling",
    "Segment",
    "SegmentColumn",
    "SeriesDescription",
    "SeriesEntry",
    "SeriesError",
    "SeriesInterval",
    "SeriesName",
    "SeriesNames",
    "SeriesStruct",
    "ServerConfig",
    "ShowSeriesFailure",
    "Table",
    "Termination",
    "UnknownStatus",
]

__getattr__, __dir__ = lazy(
    __name__,
    {
        "AddressCheck": ".check_address",
        "BackendTerminated": ".errors",
        "Client": ".clients",
        "ColorTable": ".exp_request",
        "Column": "astrowire_runtime.columns",
        "ExportDone": ".types",
        "ExportExpired": ".errors",
        "ExportFailed": ".errors",
        "ExportFailedIndex": ".types",
        "ExportFailure": ".types",
        "ExportFile": ".types",
        "ExportNotFound": ".errors",
        "ExportOffline": ".errors",
        "ExportPending": ".types",
        "ExportTooLarge": ".errors",
        "HttpJsonClient": ".http_json_client",
        "InfoFailure": ".types",
        "Keyword": ".series_struct",
        "KeywordColumn": ".rs_list",
        "KeywordName": ".series_struct",
        "Link": ".series_struct",
        "LinkColumn": ".rs_list",
        "OPERATIONS": ".operations",
        "OtherStatus": ".types",
        "PartName": ".series_struct",
        "PendingLimit": ".errors",
        "PrimeKey": ".series_struct",
        "ProtocolArgs": ".exp_request",
        "PublicSeries": ".show_series_wrapper",
        "Quantity": ".types",
        "RecordInfo": ".rs_list",
        "RecordSet": "astrowire_runtime.drms",
        "RsList": ".rs_list",
        "RsSummary": ".rs_summary",
        "SERVERS": ".servers",
        "Scaling": ".exp_request",
        "Segment": ".series_struct",
        "SegmentColumn": ".rs_list",
        "SeriesDescription": ".show_series_wrapper",
        "SeriesEntry": ".show_series",
        "SeriesError": ".errors",
        "SeriesInterval": ".series_struct",
        "SeriesName": ".types",
        "SeriesNames": ".show_series",
        "SeriesStruct": ".series_struct",
        "ServerConfig": "astrowire_runtime.servers",
        "ShowSeriesFailure": ".show_series",
        "Table": "astrowire_runtime.columns",
        "Termination": ".types",
        "UnknownStatus": ".errors",
    },
)
