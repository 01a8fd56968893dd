# Generated from spec/weather/printout.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Print a table of values."""

from collections.abc import Mapping, Sequence

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import File, Integer, Integers, Json, Number, Setting, Text, Words
from astrowire_runtime.containers import TextAnswer
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Broken, Opaque
from astrowire_runtime.rules import AtMostOneOf, GoesWith, Never
from astrowire_runtime.values import Answer

from .errors import StationError
from .types import StationCode


class Refusal(Answer, frozen=True, kw_only=True):
    """Why nothing is printed.

    Source: server.
    """

    error: str
    """The reason."""


OPERATION: CgiOperation[TextAnswer] = CgiOperation(
    "printout",
    module=__name__,
    effect="read",
    stability="observed",
    parameters=(
        Parameter("station", required=True),
        Parameter("fields"),
        Parameter("ids"),
        Parameter("scale"),
        Parameter("steps"),
        Parameter("most"),
        Parameter("dates"),
    ),
    endpoint="printouts",
    query=(
        Setting("desk", "desk"),
        Text("station", "station"),
        Words("fields", "fields"),
        Integers("ids", "ids"),
        Number("scale", "scale"),
        Json("steps", "steps"),
        Integer("most", "most"),
        File("list", "dates"),
    ),
    charset="latin-1",
    rules=(
        AtMostOneOf(("ids", "dates")),
        GoesWith("most", "steps"),
        Never("fields", "*all*", "the printer runs out of paper"),
    ),
    post_over=200,
    broken=(Broken("^### ([^\\n]*)\\n?$", StationError, Refusal, values={}, message="error"),),
    result=Opaque(TextAnswer),
)


def printout(
    client: BaseClient,
    station: StationCode,
    *,
    fields: str | Sequence[str] | None = None,
    ids: Sequence[int] | None = None,
    scale: float | None = None,
    steps: Mapping[str, Mapping[str, str | float | bool]] | None = None,
    most: int | None = None,
    dates: str | None = None,
) -> TextAnswer:
    """Print a table of values.

    Parameters
    ----------
    station
        The station's code.
    fields, optional
        Names of the columns.
    ids, optional
        Numbers of the rows.
    scale, optional
        Factor of the values.
    steps, optional
        How the values are worked on.
    most, optional
        At most this many rows are worked on.
    dates, optional
        Content of a file of dates.

    Returns
    -------
    TextAnswer
        Lines of cells with tabs between.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    StationError
        The station is not known, or says nothing.

    In no document; known from what servers answered.

    Source: server.
    """
    return client.call(
        OPERATION,
        {
            "station": station,
            "fields": fields,
            "ids": ids,
            "scale": scale,
            "steps": steps,
            "most": most,
            "dates": dates,
        },
    )
