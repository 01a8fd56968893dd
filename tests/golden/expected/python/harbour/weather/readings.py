# Generated from spec/weather/readings.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Read everything that a station has seen, sensor by sensor."""

from collections.abc import Mapping
from typing import Literal

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Fixed, Integer, Text
from astrowire_runtime.columns import (
    Column,
    ColumnAnswer,
    ColumnLayout,
    Raw,
    Table,
    TableAnswer,
    TableLayout,
    Types,
)
from astrowire_runtime.operation import Parameter
from astrowire_runtime.patterns import Pattern
from astrowire_runtime.results import Arm, Select
from astrowire_runtime.values import UNSET, ClosedAnswer, UnsetType

from .errors import UnknownStatus
from .sensors import SensorList, sensors
from .types import OtherStatus, StationCode

_UNIT = Pattern("^[a-zA-Z/]+$")


class SensorColumn(
    ColumnAnswer, frozen=True, kw_only=True, rename={"sensor_name": "sensorName", "wire_values": "values"}
):
    """What one sensor has seen.

    Source: handbook.
    """

    COLUMN = ColumnLayout(
        name="sensor_name", values="values", missing=("n/a", "broken"), known=("calibrating",)
    )

    sensor_name: str
    """The sensor."""
    wire_values: Raw
    """`values` as the server wrote it."""
    unit: str | UnsetType = UNSET
    """The unit."""

    @property
    def values(self) -> Column[str | int]:
        """One entry for each row."""
        return self.column("values")


def check_sensor_column(value: SensorColumn) -> bool:
    """Say whether a decoded SensorColumn has what its type can't say."""
    if not value.holds("values", str, int):
        return False
    if value.unit is not UNSET and not _UNIT.match(value.unit):
        return False
    return True


class PhotoColumn(
    ColumnAnswer,
    ClosedAnswer,
    frozen=True,
    kw_only=True,
    rename={"wire_files": "files", "wire_column_": "column"},
):
    """What one camera has seen.

    Source: handbook.
    """

    COLUMN = ColumnLayout(name="camera", values="files", beside=("column_",), kind="text", missing=("dark",))

    camera: str
    """The camera."""
    wire_files: Raw
    """`files` as the server wrote it."""
    wire_column_: Raw
    """`column` as the server wrote it."""

    @property
    def files(self) -> Column[str]:
        """One file for each row."""
        return self.column("files")

    @property
    def column_(self) -> Column[str]:
        """Positions of the camera."""
        return self.column("column_")


def check_photo_column(value: PhotoColumn) -> bool:
    """Say whether a decoded PhotoColumn has what its type can't say."""
    if not value.holds("files", str):
        return False
    if not value.holds("column_", str):
        return False
    return True


class Readings(TableAnswer, frozen=True, kw_only=True, rename={"columns_": "columns"}):
    """The readings of one station.

    One column for each sensor.

    Source: handbook, server.
    """

    TABLE = TableLayout(
        rows="rows",
        columns="columns_",
        beside=("photos",),
        types=Types(
            list="sensor_list",
            name="sensor_name",
            type="reads",
            kinds={"badge": "any", "clock": "time", "counter": "integer", "gauge": "number", "word": "text"},
            also={"#row": "integer"},
            suffix="(-[0-9]+)$",
        ),
    )

    status: Literal[0]
    """Always 0."""
    rows: int
    """Number of rows."""
    columns_: list[SensorColumn]
    """One for each sensor."""
    photos: list[PhotoColumn] | UnsetType = UNSET
    """One for each camera."""

    @property
    def photos_table(self) -> Table:
        """The columns of `photos` by name, one row per record."""
        return self.table("photos")


def check_readings(value: Readings) -> bool:
    """Say whether a decoded Readings has what its type can't say."""
    if not all(map(check_sensor_column, value.columns_)):
        return False
    if value.photos is not UNSET and not all(map(check_photo_column, value.photos)):
        return False
    return True


OPERATION: CgiOperation[Readings] = CgiOperation(
    "readings",
    module=__name__,
    effect="read",
    parameters=(
        Parameter("station", required=True),
        Parameter("last"),
    ),
    endpoint="reports",
    query=(
        Fixed("op", "readings"),
        Text("station", "station"),
        Integer("n", "last"),
    ),
    charset="latin-1",
    result=Select(
        "status",
        (Arm((0,), Readings, check=check_readings, columns=True),),
        otherwise=Arm((), OtherStatus, error=UnknownStatus),
    ),
)


def readings(
    client: BaseClient,
    station: StationCode,
    *,
    last: int | None = None,
    types: SensorList | Mapping[str, str] | Literal["fetch"] | None = None,
) -> Readings:
    """Read everything that a station has seen, sensor by sensor.

    Parameters
    ----------
    station
        The station's code.
    last, optional
        At most this many rows.
    types, optional
        Of which types the columns are: an answer of `sensors`, or words by column name (badge,
        clock, counter, gauge, word), or `"fetch"` to call `sensors` first. Left out, the texts
        of a column tell.

    Returns
    -------
    Readings
        The readings of one station.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    UnknownStatus
        A status that the handbook does not list.

    Examples
    --------
    >>> answer = client.readings(station="abc01")

    Source: handbook, server.
    """
    types = Readings.checked_types(
        sensors(client, station=station) if types == "fetch" else types, OPERATION.title
    )
    return client.call(OPERATION, {"station": station, "last": last}).declare(types)
