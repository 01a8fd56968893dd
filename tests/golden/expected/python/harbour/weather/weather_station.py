# Generated from spec/weather/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The interface that the service's document describes."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from astrowire_runtime.faces import FaceClass
from astrowire_runtime.servers import ServerConfig

from . import observations, order, picture, readings, sensors, stations, ticket
from .clients import Client
from .order import PlotOptions
from .types import StationCode


class WeatherStation(FaceClass):
    """The interface that the handbook describes.

    Answers are dictionaries.
    """

    CLIENT = Client

    def __init__(self, server: str | ServerConfig = "north", debug: bool = False) -> None:
        super().__init__(server, debug)

    def observations(
        self,
        station: StationCode,
        fields: str | Sequence[str] | None = None,
        sensors: str | Sequence[str] | None = None,
        verbose: bool = False,
        last: int | None = None,
    ) -> dict[str, Any]:
        """Read what a station has seen."""
        answer: dict[str, Any] = self._call(
            observations.OPERATION,
            {"station": station, "fields": fields, "sensors": sensors, "verbose": verbose, "last": last},
        )
        return answer

    def order(
        self,
        station: StationCode,
        notify: str,
        delivery: Literal["link", "mail"] | None = None,
        form: Literal["raw", "csv", "plot"] = "raw",
        plot: PlotOptions | None = None,
        note: str | None = None,
        process: Mapping[str, Mapping[str, str | float | bool]] | None = None,
        limit: int | None = None,
        requestor: str | Literal[False] | None = None,
        requester: str | Literal[False] | None = None,
    ) -> dict[str, Any]:
        """Order a report."""
        answer: dict[str, Any] = self._call(
            order.OPERATION,
            {
                "station": station,
                "notify": notify,
                "delivery": delivery,
                "form": form,
                "plot": plot,
                "note": note,
                "process": process,
                "limit": limit,
                "requestor": requestor,
                "requester": requester,
            },
        )
        return answer

    def picture(self, station: StationCode) -> dict[str, Any]:
        """Fetch a picture of the sky."""
        answer: dict[str, Any] = self._call(picture.OPERATION, {"station": station})
        return answer

    def readings(self, station: StationCode, last: int | None = None) -> dict[str, Any]:
        """Read everything that a station has seen, sensor by sensor."""
        answer: dict[str, Any] = self._call(readings.OPERATION, {"station": station, "last": last})
        return answer

    def sensors(self, station: str) -> dict[str, Any]:
        """Describe the sensors of a station."""
        answer: dict[str, Any] = self._call(sensors.OPERATION, {"station": station})
        return answer

    def stations(self, region: str | None = None) -> dict[str, Any]:
        """List the stations."""
        answer: dict[str, Any] = self._call(stations.OPERATION, {"region": region})
        return answer

    def ticket(self) -> dict[str, Any]:
        """Get a number for the queue."""
        answer: dict[str, Any] = self._call(ticket.OPERATION, {})
        return answer
