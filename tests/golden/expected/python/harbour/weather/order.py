# Generated from spec/weather/order.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Order a report."""

from collections.abc import Mapping
from typing import Literal, NotRequired, TypedDict

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Before, ByCase, Fixed, Lower, Option, Options, Percent, Steps, Text
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Arm, Select
from astrowire_runtime.rules import Needs
from astrowire_runtime.values import Answer

from .errors import OrderRefused, UnknownStatus
from .types import OtherStatus, StationCode


class PlotOptions(TypedDict):
    """How a plot looks.

    Source: server.
    """

    colour: NotRequired[Literal["red", "blue"] | None | None]
    """Colour of the line."""
    width: NotRequired[int | None]
    """Width in dots."""


class OrderDone(Answer, frozen=True, kw_only=True):
    """The report is ready.

    Source: server.
    """

    status: Literal[0]
    """Always 0."""
    url: str
    """Where it is."""


class OrderPending(Answer, frozen=True, kw_only=True, rename={"order_id": "orderId"}):
    """The report is being made.

    Source: server.
    """

    status: Literal[1, 2]
    """1 running or 2 waiting."""
    order_id: str
    """Number of the order."""


class OrderFailure(Answer, frozen=True, kw_only=True):
    """There will be no report.

    Source: server.
    """

    status: Literal[7]
    """Always 7."""
    error: str
    """The reason."""


OPERATION: CgiOperation[OrderDone | OrderPending] = CgiOperation(
    "order",
    module=__name__,
    effect="dedup",
    stability="observed",
    parameters=(
        Parameter("station", required=True),
        Parameter("notify", required=True, secret=True),
        Parameter("delivery"),
        Parameter("form", default="raw"),
        Parameter("plot"),
        Parameter("note"),
        Parameter("process"),
        Parameter("limit"),
        Parameter("requestor", aliases=("requester",)),
    ),
    endpoint="orders",
    query=(
        Fixed("op", "order"),
        Text("station", "station"),
        Text("notify", "notify"),
        Lower("delivery", "delivery", default=ByCase("form", {"raw": "link"}, "mail")),
        Options(
            "format",
            "form",
            "plot",
            ("plot",),
            (
                Option("colour", "COL", default="red", words=("red", "blue")),
                Option("width", "W", number=True),
            ),
        ),
        Percent("note", "note"),
        Steps("process", "process", "limit"),
        Text("requestor", "requestor", default=Before("notify", "@"), false_omits=True),
    ),
    charset="latin-1",
    rules=(
        Needs("delivery", "link", "form", ("raw",), face_sends="mail"),
        Needs("plot", None, "form", ("plot",)),
    ),
    result=Select(
        "status",
        (
            Arm((0,), OrderDone),
            Arm((1, 2), OrderPending, meaning="pending"),
            Arm((7,), OrderFailure, error=OrderRefused),
        ),
        otherwise=Arm((), OtherStatus, error=UnknownStatus),
    ),
)


def order(
    client: BaseClient,
    station: StationCode,
    notify: str,
    *,
    delivery: Literal["link", "mail"] | None = None,
    form: Literal["raw", "csv", "plot"] = "raw",
    plot: PlotOptions | None = None,
    note: str | None = None,
    process: Mapping[str, Mapping[str, str | float | bool]] | None = None,
    limit: int | None = None,
    requestor: str | Literal[False] | None = None,
) -> OrderDone | OrderPending:
    """Order a report.

    Parameters
    ----------
    station
        The station's code.
    notify
        Your address.
    delivery, optional
        How the report arrives; link for raw, mail for other formats when not given.
    form, optional
        Form of the report.
    plot, optional
        How a plot looks.
    note, optional
        Printed on the report.
    process, optional
        Steps with their options, in the order in which they run.
    limit, optional
        At most this many rows; 0 means all.
    requestor, optional
        Your name; the part of `notify` before the `@` when not given, false sends none.

    Returns
    -------
    OrderDone | OrderPending
        The report is ready. Or: The report is being made.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    OrderRefused
        The order was refused.
    UnknownStatus
        A status that the handbook does not list.

    In no document; known from what servers answered. Offered by North.

    Source: server.
    """
    return client.call(
        OPERATION,
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
        },
    )
