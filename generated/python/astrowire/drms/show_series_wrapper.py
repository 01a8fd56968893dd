# Generated from spec/drms/show_series_wrapper.yaml; do not edit.
# Change the spec, then run `make generate`.
"""List all public data series of JSOC, its internal ones included."""

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Flag, Setting, Text
from astrowire_runtime.operation import Parameter
from astrowire_runtime.patterns import Pattern
from astrowire_runtime.results import Plain
from astrowire_runtime.values import Answer

from .errors import SeriesError
from .types import SeriesName

_SERIES_NAME = Pattern(r"^[A-Za-z][A-Za-z0-9_]*\.[A-Za-z0-9_.]+$")


class SeriesDescription(Answer, frozen=True, kw_only=True):
    """What is said of one series.

    Source: showextseries.py, netdrms observed.
    """

    description: str
    """What the series is, in the words of its owner; may be empty."""


class PublicSeries(
    Answer, frozen=True, kw_only=True, rename={"err_msg": "errMsg", "series_list": "seriesList"}
):
    """The public series, or the text of a failure.

    Source: showextseries.py, netdrms observed.
    """

    err_msg: str
    """Empty on success, else what went wrong."""
    series_list: list[SeriesName | dict[str, SeriesDescription]]
    """Names, or one-entry objects from name to description when `info` is set; sorted, empty on
    failure.
    """


def check_public_series(value: PublicSeries) -> bool:
    """Say whether a decoded PublicSeries has what its type can't say."""
    for item in value.series_list:
        if isinstance(item, str) and not _SERIES_NAME.match(item):
            return False
        if isinstance(item, dict) and not 1 <= len(item) <= 1:
            return False
    return True


OPERATION: CgiOperation[PublicSeries] = CgiOperation(
    "show_series_wrapper",
    module=__name__,
    effect="read",
    parameters=(
        Parameter("ds_filter"),
        Parameter("info", default=False),
    ),
    endpoint="show_series_wrapper",
    query=(
        Setting("dbhost", "dbhost"),
        Text("filter", "ds_filter"),
        Flag("info", "info"),
    ),
    charset="latin-1",
    max_body=268435456,
    result=Plain(PublicSeries, check=check_public_series, failure=("err_msg", "", SeriesError)),
)


def show_series_wrapper(
    client: BaseClient, *, ds_filter: str | None = None, info: bool = False
) -> PublicSeries:
    """List all public data series of JSOC, its internal ones included.

    The public series are spread over two databases; this program asks both and merges the lists. It
    gives names only, or names with descriptions, and never prime keys. The filter follows the same
    rules as that of `show_series`.

    On the internal site the program is showintseries, which lists one database and knows no white
    list.

    Parameters
    ----------
    ds_filter, optional
        Regular expression for series names, such as `hmi\\.m_`; not given means all series.
    info, optional
        Also give each series' description.

    Returns
    -------
    PublicSeries
        The public series, or the text of a failure.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    SeriesError
        The server could not answer a question about series or records; its text says why.

    Examples
    --------
    >>> answer = client.show_series_wrapper(ds_filter="hmi\\\\.m_")

    Offered by JSOC, JSOC, with internal series, JSOC, internal.

    Source: seed, client json.py, showextseries.py, showintseries.py.
    """
    return client.call(OPERATION, {"ds_filter": ds_filter, "info": info})
