# Generated from spec/tides/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The functions of the guide."""

from collections.abc import Mapping, Sequence
from typing import Any

from astrowire_runtime.faces import FaceModule, ascending_tuples

from . import chart as _chart
from . import heights as _heights
from . import levels as _levels
from . import notices as _notices
from . import predictions as _predictions
from . import report as _report
from .clients import Client
from .environment import ENVIRONMENT
from .types import PortId

_face = FaceModule(Client, ENVIRONMENT)


def chart(port: PortId) -> str:
    """All levels of a port as a database."""
    answer: str = _face.call(_chart.OPERATION, {"port": port})
    return answer


def heights(bridges: Mapping[str, str]) -> dict[str, str]:
    """Heights of bridges."""
    answer: dict[str, str] = _face.call(_heights.OPERATION, {"bridges": bridges})
    return answer


def levels(ports: Sequence[PortId]) -> dict[str, dict[str, Any] | list[Any]]:
    """The water levels of ports at this moment."""
    answer: dict[str, dict[str, Any] | list[Any]] = _face.call(_levels.OPERATION, {"ports": ports})
    return answer


def notices(port: PortId, language: str | None = None, since: int | None = None) -> list[str]:
    """What the harbour masters have said."""
    answer: list[str] = _face.call(_notices.OPERATION, {"port": port, "language": language, "since": since})
    return answer


def predictions(port: PortId, model: str | None = None) -> list[tuple[str, int | float]]:
    """High waters to come."""
    answer: list[tuple[str, int | float]] = _face.call(
        _predictions.OPERATION, {"port": port, "model": model}, ascending_tuples
    )
    return answer


def report(port: PortId, metres: float) -> list[Any]:
    """Report a level that you have read."""
    answer: list[Any] = _face.call(_report.OPERATION, {"port": port, "metres": metres})
    return answer
