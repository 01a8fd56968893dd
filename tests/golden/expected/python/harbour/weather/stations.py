# Generated from spec/weather/stations.yaml; do not edit.
# Change the spec, then run `make generate`.
"""List the stations."""

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Fixed, Text
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.values import Answer

from .errors import StationError


class StationNames(Answer, frozen=True, kw_only=True, rename={"err_msg": "errMsg"}):
    """The names.

    Source: server.
    """

    err_msg: str
    """What went wrong; empty when all is well."""
    names: list[str]
    """Sorted by name."""


OPERATION: CgiOperation[StationNames] = CgiOperation(
    "stations",
    module=__name__,
    effect="bulk",
    stability="source-only",
    parameters=(Parameter("region"),),
    endpoint="reports",
    query=(
        Fixed("op", "stations"),
        Text("region", "region"),
    ),
    charset="latin-1",
    result=Plain(StationNames, failure=("err_msg", "", StationError)),
)


def stations(client: BaseClient, *, region: str | None = None) -> StationNames:
    """List the stations.

    Parameters
    ----------
    region, optional
        One region only.

    Returns
    -------
    StationNames
        The names.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    StationError
        The station is not known, or says nothing.

    Deprecated: the list is printed in the handbook

    In no document; known from the source of the server's programs only.

    Source: server.
    """
    return client.call(OPERATION, {"region": region})
