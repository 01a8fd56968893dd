# Generated from spec/weather/sensors.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Describe the sensors of a station."""

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Fixed, Text
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.values import Answer


class Sensor(Answer, frozen=True, kw_only=True, rename={"sensor_name": "sensorName"}):
    """One sensor.

    Source: handbook.
    """

    sensor_name: str
    """Its name."""
    reads: str
    """What it reads."""


class SensorList(Answer, frozen=True, kw_only=True, rename={"sensor_list": "sensorList"}):
    """What the station measures.

    Source: handbook.
    """

    sensor_list: list[Sensor]
    """The sensors."""


OPERATION: CgiOperation[SensorList] = CgiOperation(
    "sensors",
    module=__name__,
    effect="read",
    parameters=(Parameter("station", required=True),),
    endpoint="reports",
    query=(
        Fixed("op", "sensors"),
        Text("station", "station"),
    ),
    charset="latin-1",
    result=Plain(SensorList),
)


def sensors(client: BaseClient, station: str) -> SensorList:
    """Describe the sensors of a station.

    Parameters
    ----------
    station
        The station's code.

    Returns
    -------
    SensorList
        What the station measures.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.

    Source: handbook.
    """
    return client.call(OPERATION, {"station": station})
