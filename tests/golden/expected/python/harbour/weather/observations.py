# Generated from spec/weather/observations.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Read what a station has seen."""

from collections.abc import Sequence
from typing import Literal

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Fixed, Flag, Integer, Setting, Text, Words
from astrowire_runtime.operation import Parameter
from astrowire_runtime.patterns import Pattern
from astrowire_runtime.results import Arm, Broken, Select
from astrowire_runtime.rules import AtLeastOneOf
from astrowire_runtime.values import (
    UNSET,
    Answer,
    ClosedAnswer,
    ListOrNull,
    UnsetType,
    null_for_empty,
    number,
)

from .errors import StationError, UnknownStatus
from .types import OtherStatus, StationCode

_TOOK = Pattern(r"^[0-9]+(\.[0-9]+)?$")


class Row(Answer, frozen=True, kw_only=True):
    """One observation.

    Source: handbook.
    """

    time: str
    """Time in UTC."""
    temperature: int | float | str
    """Degrees Celsius, or a text that says why there are none."""


def check_row(value: Row) -> bool:
    """Say whether a decoded Row has what its type can't say."""
    if not 4 <= len(value.time) <= 30:
        return False
    return True


class Station(ClosedAnswer, frozen=True, kw_only=True):
    """What the station is; nothing else may be said.

    Source: handbook.
    """

    name: str
    """Name for people."""
    automatic: bool | UnsetType = UNSET
    """Nobody lives there."""


class Observations(Answer, frozen=True, kw_only=True, rename={"t_air": "T_AIR", "wire_took": "took"}):
    """The rows of one station.

    They are not sorted.

    Source: handbook, server.
    """

    status: Literal[0]
    """Always 0."""
    count: int
    """Number of rows."""
    rows: ListOrNull[Row] | UnsetType = UNSET
    """The rows; absent when there are none."""
    t_air: int | float | UnsetType = UNSET
    """Temperature of the air, in degrees Celsius."""
    wire_took: int | str | UnsetType = UNSET
    """`took` as the server wrote it."""
    position: tuple[int | float, int | float] | UnsetType = UNSET
    """Latitude and longitude in degrees."""
    unit: Literal["degC"] | UnsetType = UNSET
    """The unit of temperatures."""
    station: Station | UnsetType = UNSET
    """The station with verbose only."""
    warning: str | int | None | UnsetType = UNSET
    """A word, the number of a warning, or null for none."""
    old_name: str | UnsetType = UNSET
    """The name before 2001."""
    wind: int | float | bool | UnsetType = UNSET
    """Metres per second or whether there was any."""
    nothing: None | UnsetType = UNSET
    """Always null."""
    counters: dict[str, int] | UnsetType = UNSET
    """How often each sensor was read."""

    @property
    def took(self) -> int | float | UnsetType:
        """Seconds that the program took."""
        return number(self.wire_took)


def check_observations(value: Observations) -> bool:
    """Say whether a decoded Observations has what its type can't say."""
    if not 0 <= value.count <= 1000:
        return False
    if value.rows is not UNSET:
        if not 0 <= len(value.rows) <= 1000:
            return False
        if not null_for_empty(value.rows):
            return False
        if not all(map(check_row, value.rows)):
            return False
    if value.t_air is not UNSET and not -100 <= value.t_air <= 100:
        return False
    if value.wire_took is not UNSET and isinstance(value.wire_took, str) and not _TOOK.match(value.wire_took):
        return False
    if value.warning is not UNSET:
        if isinstance(value.warning, str) and not 1 <= len(value.warning) <= 20:
            return False
        if type(value.warning) is int and not 0 <= value.warning <= 99:
            return False
    if value.counters is not UNSET and not 1 <= len(value.counters) <= 9:
        return False
    if value.count != 0 and (value.rows is UNSET):
        return False
    return True


class StationFailure(Answer, frozen=True, kw_only=True):
    """Why there is no answer.

    Source: server.
    """

    status: Literal[1, "1"]
    """1 as a number or as text."""
    error: str
    """The reason."""


OPERATION: CgiOperation[Observations] = CgiOperation(
    "observations",
    module=__name__,
    effect="read",
    parameters=(
        Parameter("station", required=True),
        Parameter("fields"),
        Parameter("sensors"),
        Parameter("verbose", default=False),
        Parameter("last"),
    ),
    endpoint="reports",
    query=(
        Fixed("op", "observations"),
        Setting("archive", "archive"),
        Text("station", "station"),
        Words("fields", "fields"),
        Words("sensors", "sensors"),
        Flag("v", "verbose"),
        Integer("n", "last"),
    ),
    charset="latin-1",
    rules=(AtLeastOneOf(("fields", "sensors")),),
    max_body=1048576,
    broken=(
        Broken(
            '^\\{"status":1,"error":([^"{}]*)\\}[ \\n]*$',
            StationError,
            StationFailure,
            values={"status": 1},
            message="error",
        ),
        Broken(
            "^Segmentation fault[ \\n]*$",
            StationError,
            StationFailure,
            values={"status": 1},
            message="error",
            text="The program ended.",
        ),
    ),
    result=Select(
        "status",
        (
            Arm((0,), Observations, check=check_observations),
            Arm((1, "1"), StationFailure, error=StationError),
        ),
        otherwise=Arm((), OtherStatus, error=UnknownStatus),
    ),
)


def observations(
    client: BaseClient,
    station: StationCode,
    *,
    fields: str | Sequence[str] | None = None,
    sensors: str | Sequence[str] | None = None,
    verbose: bool = False,
    last: int | None = None,
) -> Observations:
    """Read what a station has seen.

    Newest rows come first:

    - a row has a time in UTC
    - and a temperature

    Parameters
    ----------
    station
        The station's code.
    fields, optional
        Names of fields, as one text or as a list.
    sensors, optional
        Names of sensors, as one text or as a list.
    verbose, optional
        Whether the station is described too.
    last, optional
        At most this many rows.

    Returns
    -------
    Observations
        The rows of one station.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    StationError
        The station is not known, or says nothing.
    UnknownStatus
        A status that the handbook does not list.

    Examples
    --------
    >>> answer = client.observations(station="abc01", fields=["time", "T_AIR"], last=2)

    Source: handbook, server.
    """
    return client.call(
        OPERATION,
        {"station": station, "fields": fields, "sensors": sensors, "verbose": verbose, "last": last},
    )
