# Generated from spec/drms/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The CGIs of the JSOC and NetDRMS solar data servers.

DRMS keeps solar observations as *series*: named tables such as `hmi.m_720s`, whose *records* have
keywords (metadata), segments (data files) and links (pointers to records of other series). Small
web programs answer questions about them and take export orders.

| question | operation |
|---|---|
| Which series are there? | `show_series`, `show_series_wrapper` |
| What is in a series? | `series_struct` |
| How many records does a record set hold? | `rs_summary` |
| What are their values and where are their files? | `rs_list` |
| Is my e-mail address registered for exports? | `check_address` |
| Please prepare these data for me. | `exp_request` |
| Are they ready? | `exp_status` |

That is what the usual client knows. The servers can do more:

| question | operation |
|---|---|
| The values record by record, under their FITS names? | `rs_records` |
| The same as a text with tabs, and counts, extents, paths? | `show_info` |
| What does a record-set text mean? | `drms_parserecset` |
| What is known of several series? | `series_info` |
| Please register my address. | `register_address` |
| Whole storage units, and how they are getting on? | `exp_su`, `exp_su_status` |
| Has my address an unfinished export? Please cancel it. | `manage_request`, `cancel_request` |
| A handle for my query? Please stop the query. | `web_request_id`, `jsoc_userkill` |
| The files at once, as one stream? | `drms_export` |
| The same export again? (Refused by every server.) | `exp_repeat` |

The public site has wrapper programs (`jsocextinfo`, `jsocextfetch`, `showextinfo`) that also read
the internal series that JSOC shows to everybody, and the internal site has `showintseries`. They
take and give the same as the programs that they stand before, so they are no operations of their
own but other servers: `jsoc_ext` and `jsoc_internal`.

A *record set* is written as a series name with filters:
`hmi.m_720s[2024.01.01_TAI/1d@6h]{magnetogram}` means one day of that series, every six hours,
segment `magnetogram` only.

Requests are GET with the whole request in the query string; a blank is sent as `%20`, which is the
one form that every one of these programs reads as a blank. With a URL of more than 2000 characters
the same text is sent as a form by POST, to the programs that read one. Answers are JSON inside HTTP
200, failures too: the member `status` (or `errMsg`) tells. The JSON is UTF-8 or Latin-1 without
saying which, so a body that is not valid UTF-8 is read as Latin-1.
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
    from .drms_export import NoStream as NoStream
    from .drms_parserecset import ParsedRecordSet as ParsedRecordSet
    from .drms_parserecset import ParsedSubset as ParsedSubset
    from .errors import BackendTerminated as BackendTerminated
    from .errors import ExportExpired as ExportExpired
    from .errors import ExportFailed as ExportFailed
    from .errors import ExportNotFound as ExportNotFound
    from .errors import ExportOffline as ExportOffline
    from .errors import ExportTooLarge as ExportTooLarge
    from .errors import NoHandle as NoHandle
    from .errors import PendingLimit as PendingLimit
    from .errors import QueryNotStopped as QueryNotStopped
    from .errors import RegistrationFailed as RegistrationFailed
    from .errors import RequestNotManaged as RequestNotManaged
    from .errors import SeriesError as SeriesError
    from .errors import StorageDown as StorageDown
    from .errors import UnknownStatus as UnknownStatus
    from .errors import WrapperFailed as WrapperFailed
    from .exp_request import ColorTable as ColorTable
    from .exp_request import ProtocolArgs as ProtocolArgs
    from .exp_request import Scaling as Scaling
    from .exp_su import QueuedUnit as QueuedUnit
    from .exp_su import StorageUnits as StorageUnits
    from .exp_su import StorageUnitsDown as StorageUnitsDown
    from .exp_su import StorageUnitsQueued as StorageUnitsQueued
    from .exp_su_status import StorageUnitsDone as StorageUnitsDone
    from .exp_su_status import StorageUnitsFailed as StorageUnitsFailed
    from .http_json_client import HttpJsonClient as HttpJsonClient
    from .jsoc_userkill import QueryStopped as QueryStopped
    from .operations import OPERATIONS as OPERATIONS
    from .register_address import Registration as Registration
    from .register_address import RegistrationRefused as RegistrationRefused
    from .rs_list import KeywordColumn as KeywordColumn
    from .rs_list import LinkColumn as LinkColumn
    from .rs_list import RecordInfo as RecordInfo
    from .rs_list import RsList as RsList
    from .rs_list import SegmentColumn as SegmentColumn
    from .rs_records import DescribedRecord as DescribedRecord
    from .rs_records import RecordKeyword as RecordKeyword
    from .rs_records import RecordLink as RecordLink
    from .rs_records import RecordList as RecordList
    from .rs_records import RecordSegment as RecordSegment
    from .rs_summary import RsSummary as RsSummary
    from .series_info import KeywordInfo as KeywordInfo
    from .series_info import LinkInfo as LinkInfo
    from .series_info import SegmentInfo as SegmentInfo
    from .series_info import SeriesAttributes as SeriesAttributes
    from .series_info import SeriesInfo as SeriesInfo
    from .series_struct import Keyword as Keyword
    from .series_struct import KeywordName as KeywordName
    from .series_struct import Link as Link
    from .series_struct import PartName as PartName
    from .series_struct import PrimeKey as PrimeKey
    from .series_struct import Segment as Segment
    from .series_struct import SeriesInterval as SeriesInterval
    from .series_struct import SeriesStruct as SeriesStruct
    from .servers import SERVERS as SERVERS
    from .servers import UNDESCRIBED as UNDESCRIBED
    from .show_info import ShowInfoFailure as ShowInfoFailure
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
    from .types import ManagedRequest as ManagedRequest
    from .types import OtherStatus as OtherStatus
    from .types import Quantity as Quantity
    from .types import RequestFault as RequestFault
    from .types import SeriesName as SeriesName
    from .types import StorageUnit as StorageUnit
    from .types import Termination as Termination
    from .types import WrapperFailure as WrapperFailure
    from .web_request_id import QueryHandle as QueryHandle


__all__ = [
    "OPERATIONS",
    "SERVERS",
    "UNDESCRIBED",
    "AddressCheck",
    "BackendTerminated",
    "Client",
    "ColorTable",
    "Column",
    "DescribedRecord",
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
    "KeywordInfo",
    "KeywordName",
    "Link",
    "LinkColumn",
    "LinkInfo",
    "ManagedRequest",
    "NoHandle",
    "NoStream",
    "OtherStatus",
    "ParsedRecordSet",
    "ParsedSubset",
    "PartName",
    "PendingLimit",
    "PrimeKey",
    "ProtocolArgs",
    "PublicSeries",
    "Quantity",
    "QueryHandle",
    "QueryNotStopped",
    "QueryStopped",
    "QueuedUnit",
    "RecordInfo",
    "RecordKeyword",
    "RecordLink",
    "RecordList",
    "RecordSegment",
    "RecordSet",
    "Registration",
    "RegistrationFailed",
    "RegistrationRefused",
    "RequestFault",
    "RequestNotManaged",
    "RsList",
    "RsSummary",
    "Scaling",
    "Segment",
    "SegmentColumn",
    "SegmentInfo",
    "SeriesAttributes",
    "SeriesDescription",
    "SeriesEntry",
    "SeriesError",
    "SeriesInfo",
    "SeriesInterval",
    "SeriesName",
    "SeriesNames",
    "SeriesStruct",
    "ServerConfig",
    "ShowInfoFailure",
    "ShowSeriesFailure",
    "StorageDown",
    "StorageUnit",
    "StorageUnits",
    "StorageUnitsDone",
    "StorageUnitsDown",
    "StorageUnitsFailed",
    "StorageUnitsQueued",
    "Table",
    "Termination",
    "UnknownStatus",
    "WrapperFailed",
    "WrapperFailure",
]

__getattr__, __dir__ = lazy(
    __name__,
    {
        "AddressCheck": ".check_address",
        "BackendTerminated": ".errors",
        "Client": ".clients",
        "ColorTable": ".exp_request",
        "Column": "astrowire_runtime.columns",
        "DescribedRecord": ".rs_records",
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
        "KeywordInfo": ".series_info",
        "KeywordName": ".series_struct",
        "Link": ".series_struct",
        "LinkColumn": ".rs_list",
        "LinkInfo": ".series_info",
        "ManagedRequest": ".types",
        "NoHandle": ".errors",
        "NoStream": ".drms_export",
        "OPERATIONS": ".operations",
        "OtherStatus": ".types",
        "ParsedRecordSet": ".drms_parserecset",
        "ParsedSubset": ".drms_parserecset",
        "PartName": ".series_struct",
        "PendingLimit": ".errors",
        "PrimeKey": ".series_struct",
        "ProtocolArgs": ".exp_request",
        "PublicSeries": ".show_series_wrapper",
        "Quantity": ".types",
        "QueryHandle": ".web_request_id",
        "QueryNotStopped": ".errors",
        "QueryStopped": ".jsoc_userkill",
        "QueuedUnit": ".exp_su",
        "RecordInfo": ".rs_list",
        "RecordKeyword": ".rs_records",
        "RecordLink": ".rs_records",
        "RecordList": ".rs_records",
        "RecordSegment": ".rs_records",
        "RecordSet": "astrowire_runtime.drms",
        "Registration": ".register_address",
        "RegistrationFailed": ".errors",
        "RegistrationRefused": ".register_address",
        "RequestFault": ".types",
        "RequestNotManaged": ".errors",
        "RsList": ".rs_list",
        "RsSummary": ".rs_summary",
        "SERVERS": ".servers",
        "Scaling": ".exp_request",
        "Segment": ".series_struct",
        "SegmentColumn": ".rs_list",
        "SegmentInfo": ".series_info",
        "SeriesAttributes": ".series_info",
        "SeriesDescription": ".show_series_wrapper",
        "SeriesEntry": ".show_series",
        "SeriesError": ".errors",
        "SeriesInfo": ".series_info",
        "SeriesInterval": ".series_struct",
        "SeriesName": ".types",
        "SeriesNames": ".show_series",
        "SeriesStruct": ".series_struct",
        "ServerConfig": "astrowire_runtime.servers",
        "ShowInfoFailure": ".show_info",
        "ShowSeriesFailure": ".show_series",
        "StorageDown": ".errors",
        "StorageUnit": ".types",
        "StorageUnits": ".exp_su",
        "StorageUnitsDone": ".exp_su_status",
        "StorageUnitsDown": ".exp_su",
        "StorageUnitsFailed": ".exp_su_status",
        "StorageUnitsQueued": ".exp_su",
        "Table": "astrowire_runtime.columns",
        "Termination": ".types",
        "UNDESCRIBED": ".servers",
        "UnknownStatus": ".errors",
        "WrapperFailed": ".errors",
        "WrapperFailure": ".types",
    },
)
