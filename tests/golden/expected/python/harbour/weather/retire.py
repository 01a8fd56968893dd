# Generated from spec/weather/retire.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Close stations for good."""

from typing import Literal

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Fixed, Text
from astrowire_runtime.containers import MapAnswer
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.values import Answer

from .errors import StationError
from .types import StationCode


class Closed(Answer, frozen=True, kw_only=True):
    """A station that was closed.

    Source: server.
    """

    since: str
    """The day."""


OPERATION: CgiOperation[MapAnswer[Closed | str | None]] = CgiOperation(
    "retire",
    module=__name__,
    effect="write",
    stability="source-only",
    parameters=(
        Parameter("station", required=True),
        Parameter("confirm", required=True, confirms=True),
    ),
    endpoint="reports",
    query=(
        Fixed("op", "retire"),
        Text("station", "station"),
    ),
    charset="latin-1",
    result=Plain(dict[str, Closed | str | None], failure=("errMsg", None, StationError)),
)


def retire(
    client: BaseClient, station: StationCode, *, confirm: Literal[True]
) -> MapAnswer[Closed | str | None]:
    """Close stations for good.

    Parameters
    ----------
    station
        The station's code.
    confirm
        True, to say that the station is to be closed.

    Returns
    -------
    MapAnswer[Closed | str | None]
        `Closed`: A station that was closed.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    StationError
        The station is not known, or says nothing.

    In no document; known from the source of the server's programs only.

    Source: server.
    """
    return client.call(OPERATION, {"station": station, "confirm": confirm})
