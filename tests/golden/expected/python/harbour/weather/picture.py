# Generated from spec/weather/picture.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Fetch a picture of the sky."""

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Number, Text
from astrowire_runtime.containers import BytesAnswer
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Broken, Opaque
from astrowire_runtime.values import Answer

from .errors import StationError
from .types import StationCode


class NoPicture(Answer, frozen=True, kw_only=True):
    """There is no picture.

    Source: server.
    """

    error: str
    """The reason."""


OPERATION: CgiOperation[BytesAnswer] = CgiOperation(
    "picture",
    module=__name__,
    effect="bulk",
    stability="source-only",
    parameters=(
        Parameter("station", required=True),
        Parameter("exposure"),
    ),
    endpoint="pictures",
    query=(
        Text("station", "station"),
        Number("exposure", "exposure"),
    ),
    charset="latin-1",
    max_body=64,
    broken=(
        Broken(
            "^<html>[^\\n]*\\n?$",
            StationError,
            NoPicture,
            values={},
            message="error",
            text="There is no picture.",
        ),
    ),
    result=Opaque(BytesAnswer),
)


def picture(client: BaseClient, station: StationCode, *, exposure: float | None = None) -> BytesAnswer:
    """Fetch a picture of the sky.

    Parameters
    ----------
    station
        The station's code.
    exposure, optional
        Seconds.

    Returns
    -------
    BytesAnswer
        The picture.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    StationError
        The station is not known, or says nothing.

    In no document; known from the source of the server's programs only. Offered by North.

    Source: server.
    """
    return client.call(OPERATION, {"station": station, "exposure": exposure})
