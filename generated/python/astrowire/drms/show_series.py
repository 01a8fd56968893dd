# Generated from spec/drms/show_series.yaml; do not edit.
# Change the spec, then run `make generate`.
"""List the data series of a server."""

from typing import Literal

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Text
from astrowire_runtime.operation import Parameter
from astrowire_runtime.patterns import Pattern, matches
from astrowire_runtime.results import Arm, Broken, Select
from astrowire_runtime.values import UNSET, Answer, UnsetType

from .errors import BackendTerminated, SeriesError, UnknownStatus
from .types import OtherStatus, SeriesName, Termination

_SERIES_NAME = Pattern(r"^[A-Za-z][A-Za-z0-9_]*\.[A-Za-z0-9_.]+$")


class SeriesEntry(Answer, frozen=True, kw_only=True):
    """One series.

    Source: show_series.c, netdrms observed.
    """

    name: SeriesName
    """Name of the series, in its own case."""
    primekeys: str
    """Names of the prime keys in one text, joined by `, `; empty when there are none."""
    note: str
    """What the series is, in the words of its owner; may be empty."""
    archive: str | UnsetType = UNSET
    """1 archived to tape, 0 or -1 not, as text; the verbose command line only."""
    retention: str | UnsetType = UNSET
    """Days that files stay on disk, as text; the verbose command line only."""
    tapegroup: str | UnsetType = UNSET
    """Number of the group of tapes, as text; the verbose command line only."""
    unitsize: str | UnsetType = UNSET
    """Records in one storage unit, as text; the verbose command line only."""
    owner: str | UnsetType = UNSET
    """Database user that owns the series; the verbose command line only."""


def check_series_entry(value: SeriesEntry) -> bool:
    """Say whether a decoded SeriesEntry has what its type can't say."""
    if not _SERIES_NAME.match(value.name):
        return False
    return True


class SeriesNames(Answer, frozen=True, kw_only=True):
    """The series that were found.

    Source: show_series.c, netdrms observed.
    """

    status: Literal[0]
    """Always 0, success."""
    names: list[SeriesEntry]
    """The series, ordered by name; empty when nothing matches."""
    n: int
    """Number of series."""


def check_series_names(value: SeriesNames) -> bool:
    """Say whether a decoded SeriesNames has what its type can't say."""
    if not matches(value.names, "name", _SERIES_NAME):
        return False
    return True


class ShowSeriesFailure(Answer, frozen=True, kw_only=True):
    """The answer when the list cannot be made; the server writes it as invalid JSON, without quotes.

    Source: show_series.c, netdrms observed.
    """

    status: Literal[1]
    """Always 1, any error."""
    errmsg: str
    """What went wrong."""


OPERATION: CgiOperation[SeriesNames] = CgiOperation(
    "show_series",
    module=__name__,
    effect="read",
    parameters=(Parameter("ds_filter"),),
    endpoint="show_series",
    query=(Text("filter", "ds_filter"),),
    charset="latin-1",
    max_body=268435456,
    broken=(
        Broken(
            '^\\{"status":1,"errmsg":([^"{}]*)\\}[ \\n]*$',
            SeriesError,
            ShowSeriesFailure,
            values={"status": 1},
            message="errmsg",
        ),
        Broken(
            '^\\],[ \\n]*"n":0\\}[ \\n]*$',
            SeriesError,
            ShowSeriesFailure,
            values={"status": 1},
            message="errmsg",
            text="The server's database holds no series at all.",
        ),
    ),
    result=Select(
        "status",
        (
            Arm((0,), SeriesNames, check=check_series_names),
            Arm((1,), ShowSeriesFailure, error=SeriesError),
            Arm((-1,), Termination, error=BackendTerminated),
        ),
        otherwise=Arm((), OtherStatus, error=UnknownStatus),
    ),
)


def show_series(client: BaseClient, *, ds_filter: str | None = None) -> SeriesNames:
    """List the data series of a server.

    Without a filter the answer holds every series, thousands at JSOC. The filter is a POSIX
    extended regular expression that may match anywhere in the name, in any case. `NOT ` (with one
    blank) before it turns it round.

    With exactly one `\\.` in the filter, the server reads only the namespace written before it and
    takes that part literally: `hmi\\.m_` is quick, `^hmi\\.m_` finds nothing.

    At JSOC this lists one database only; `show_series_wrapper` lists all public series there.

    Parameters
    ----------
    ds_filter, optional
        Regular expression for series names, such as `hmi\\.m_`; not given means all series.

    Returns
    -------
    SeriesNames
        The series that were found.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    SeriesError
        The server could not answer a question about series or records; its text says why.
    BackendTerminated
        The server's program was stopped before it could answer (status -1).
    UnknownStatus
        The server answered with a status that no document lists; the whole answer is kept.

    Examples
    --------
    >>> answer = client.show_series(ds_filter="hmi\\\\.m_(45|720)s$")

    Source: seed, client json.py, show_series.c.
    """
    return client.call(OPERATION, {"ds_filter": ds_filter})
