# Generated from spec/drms/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The typed client of the service."""

from astrowire_runtime.client import BaseClient
from astrowire_runtime.drms.client import ServiceMethods

from .cancel_request import cancel_request
from .check_address import check_address
from .drms_export import drms_export
from .drms_parserecset import drms_parserecset
from .exp_repeat import exp_repeat
from .exp_request import exp_request
from .exp_status import exp_status
from .exp_su import exp_su
from .exp_su_status import exp_su_status
from .jsoc_userkill import jsoc_userkill
from .manage_request import manage_request
from .register_address import register_address
from .rs_list import rs_list
from .rs_records import rs_records
from .rs_summary import rs_summary
from .series_info import series_info
from .series_struct import series_struct
from .servers import SERVERS
from .show_info import show_info
from .show_series import show_series
from .show_series_wrapper import show_series_wrapper
from .web_request_id import web_request_id


class Client(ServiceMethods, BaseClient):
    """The CGIs of the JSOC and NetDRMS solar data servers.

    DRMS keeps solar observations as *series*: named tables such as `hmi.m_720s`, whose *records*
    have keywords (metadata), segments (data files) and links (pointers to records of other series).
    Small web programs answer questions about them and take export orders.

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

    The public site has wrapper programs (`jsocextinfo`, `jsocextfetch`, `showextinfo`) that also
    read the internal series that JSOC shows to everybody, and the internal site has
    `showintseries`. They take and give the same as the programs that they stand before, so they are
    no operations of their own but other servers: `jsoc_ext` and `jsoc_internal`.

    A *record set* is written as a series name with filters:
    `hmi.m_720s[2024.01.01_TAI/1d@6h]{magnetogram}` means one day of that series, every six hours,
    segment `magnetogram` only.

    Requests are GET with the whole request in the query string; a blank is sent as `%20`, which is
    the one form that every one of these programs reads as a blank. With a URL of more than 2000
    characters the same text is sent as a form by POST, to the programs that read one. Answers are
    JSON inside HTTP 200, failures too: the member `status` (or `errMsg`) tells. The JSON is UTF-8
    or Latin-1 without saying which, so a body that is not valid UTF-8 is read as Latin-1.

    Parameters
    ----------
    server : str or ServerConfig, optional
        Id (any case), configuration, or base URL.
    base_url, deadline, timeout, attempts, session, strict
        By keyword; see `BaseClient`.
    """

    SERVERS = SERVERS
    DEFAULT_SERVER = "jsoc"
    USER_AGENT = "astrowire/0.1.0"

    cancel_request = cancel_request
    check_address = check_address
    drms_export = drms_export
    drms_parserecset = drms_parserecset
    exp_repeat = exp_repeat
    exp_request = exp_request
    exp_status = exp_status
    exp_su = exp_su
    exp_su_status = exp_su_status
    jsoc_userkill = jsoc_userkill
    manage_request = manage_request
    register_address = register_address
    rs_list = rs_list
    rs_records = rs_records
    rs_summary = rs_summary
    series_info = series_info
    series_struct = series_struct
    show_info = show_info
    show_series = show_series
    show_series_wrapper = show_series_wrapper
    web_request_id = web_request_id
