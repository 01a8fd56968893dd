# Generated from spec/drms/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The typed client of the service."""

from astrowire_runtime.client import BaseClient
from astrowire_runtime.drms.client import ServiceMethods

from .check_address import check_address
from .exp_request import exp_request
from .exp_status import exp_status
from .rs_list import rs_list
from .rs_summary import rs_summary
from .series_struct import series_struct
from .servers import SERVERS
from .show_series import show_series
from .show_series_wrapper import show_series_wrapper


class Client(ServiceMethods, BaseClient):
    """The CGIs of the JSOC and NetDRMS solar data servers.

    DRMS keeps solar observations as *series*: named tables such as `hmi.m_720s`, whose *records*
    have keywords (metadata), segments (data files) and links (pointers to records of other series).
    Five small web programs answer questions about them and take export orders.

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

    All requests are GET with the whole request in the query string; a blank is sent as `%20`, which
    is the one form that every one of these programs reads as a blank. Answers are JSON inside HTTP
    200, failures too: the member `status` (or `errMsg`) tells. The JSON is UTF-8 or Latin-1 without
    saying which, so a body that is not valid UTF-8 is read as Latin-1.

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

    check_address = check_address
    exp_request = exp_request
    exp_status = exp_status
    rs_list = rs_list
    rs_summary = rs_summary
    series_struct = series_struct
    show_series = show_series
    show_series_wrapper = show_series_wrapper
