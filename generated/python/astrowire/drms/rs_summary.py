# Generated from spec/drms/rs_summary.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Count the records of a record set."""

from typing import Literal

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Fixed, Flag, Integer, Setting, Text
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Arm, Select
from astrowire_runtime.values import UNSET, Answer, UnsetType

from .errors import BackendTerminated, SeriesError, UnknownStatus, WrapperFailed
from .types import InfoFailure, OtherStatus, Termination, WrapperFailure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from astrowire_runtime.drms import RecordSet


class RsSummary(Answer, frozen=True, kw_only=True):
    """How many records a record set has.

    Source: seed, jsoc_info.c, netdrms observed.
    """

    count: int
    """Number of records."""
    runtime: int | float | UnsetType = UNSET
    """Seconds that the server needed, with three decimals."""
    status: Literal[0]
    """Always 0, success."""


OPERATION: CgiOperation[RsSummary] = CgiOperation(
    "rs_summary",
    module=__name__,
    effect="read",
    parameters=(
        Parameter("ds", required=True, language="RecordSet", without=("several-series", "segment-list")),
        Parameter("n"),
        Parameter("no_runtime", default=False),
    ),
    endpoint="jsoc_info",
    query=(
        Fixed("op", "rs_summary"),
        Text("ds", "ds"),
        Integer("n", "n"),
        Flag("r", "no_runtime"),
        Setting("dbhost", "wrapper_dbhost"),
    ),
    charset="latin-1",
    post_over=2000,
    result=Select(
        "status",
        (
            Arm((0,), RsSummary),
            Arm((1,), InfoFailure, error=SeriesError),
            Arm((4,), WrapperFailure, error=SeriesError),
            Arm((2, 3, 5, 6), WrapperFailure, error=WrapperFailed),
            Arm((-1,), Termination, error=BackendTerminated),
        ),
        otherwise=Arm((), OtherStatus, error=UnknownStatus),
    ),
)


def rs_summary(
    client: BaseClient, ds: "RecordSet | str", *, n: int | None = None, no_runtime: bool = False
) -> RsSummary:
    """Count the records of a record set.

    The cheapest question about a record set; worth asking before a large `rs_list` or an export.
    The documents allow one series only. A segment list `{...}` at the end of `ds` changes nothing
    in the count and has crashed the server's program, so leave it out.

    Parameters
    ----------
    ds
        Record set of one series.
    n, optional
        Count at most abs(n) records; 0 means all. A record set that cannot be opened then
        counts 0.
    no_runtime, optional
        Leave out `runtime`, so that equal answers are equal bytes.

    Returns
    -------
    RsSummary
        How many records a record set has.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    SeriesError
        The server could not answer a question about series or records; its text says why.
    WrapperFailed
        A step of the public site around its program went wrong (status 2, 3, 5 or 6); its text
        says which.
    BackendTerminated
        The server's program was stopped before it could answer (status -1).
    UnknownStatus
        The server answered with a status that no document lists; the whole answer is kept.

    Examples
    --------
    >>> answer = client.rs_summary(ds="hmi.m_mini[2010.05.01/1d@2h]")

    Source: seed, client json.py, jsoc_info.c.
    """
    return client.call(OPERATION, {"ds": ds, "n": n, "no_runtime": no_runtime})
